"""Fit the forest that turns evidence into the confidence of a join (`fixer/data/joins.forest`).

    python tools/fit_confidence.py features NAME.txt NAME.code.txt ENGLISH.txt -o NAME.pickle     for each source
    python tools/fit_confidence.py fit *.pickle -o fixer/data/joins.forest

`features` glues tokens of a clean text at random (positive, if the splitter finds the right cuts) and takes every
suspicious token of the text and of its paragraphs with code as it is (negative), by pages of 60 paragraphs. It should
run on tables built from the counts of the *other* texts (`build_lexicon.py --counts`), or it learns that words are
always known. `fit` needs scikit-learn and weighs the examples as if one token of 125 were run together.
"""

from __future__ import annotations

import argparse
import pickle
import random
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from glue import items

from fixer.detectors._tokens import EDGES
from fixer.french.language_model import language_model
from fixer.french.letters import letter_model
from fixer.french.lexicon import lexicon
from fixer.french.segmentation import gate
from fixer.french.segmentation.confidence import LEAF, NODE, SORTS
from fixer.french.segmentation.evidence import NAMES
from fixer.french.segmentation.splitter import Candidate, Splitter, document_names, first_key, last_key
from fixer.french.segmentation.visible import curl

PAGE = 60
EACH = 300
#: Of 1,000 tokens of a damaged page that many are run together; a text weighs as much as one of 80,000 words at most.
RATE, HEAVIEST = 0.008, 80_000
#: Directions that are known: more of this never speaks against a join, more of that never for one.
MONOTONE = {"llr": 1, "seen": 1, "count": -1, "prefix": -1, "suffix": -1}

Row = tuple[tuple[float, ...], bool]


def straightened(text: str) -> list[str]:
    """The tokens of a paragraph with their quotes turned."""
    return curl(text, 0, [i for i, char in enumerate(text) if char == '"']).split()


def judged(splitter: Splitter, tokens: Sequence[str], at: int, count: int) -> Candidate | None:
    token = tokens[at]
    if len(token) > gate.LONGEST or gate.plain(token, lexicon()) or gate.code_like(token):
        return None
    before = last_key(tokens[at - 1]) if at else "."
    after = first_key(tokens[at + 1]) if at + 1 < len(tokens) else "."
    return splitter.judge(token, before, after, count)


def row(candidate: Candidate, right: bool) -> Row:
    return (float(SORTS.index(candidate.evidence.sort)), *candidate.evidence.values), right


def positives(paragraphs: Sequence[str], english: Sequence[str]) -> Iterator[Row]:
    """Glued tokens; right if the splitter cuts them where they were glued."""
    splitter = Splitter(lexicon(), language_model(), letter_model())
    rng = random.Random(7)
    for item in items(paragraphs, english, EACH, seed=5):
        tokens = straightened(item.text)
        candidate = judged(splitter, tokens, item.at, rng.choice((1, 1, 1, 1, 1, 1, 2, 2, 3)))
        if candidate is not None:
            lengths = [len(word) for word in item.gold.split()]
            gold = tuple(sum(lengths[: i + 1]) for i in range(len(lengths) - 1))
            yield row(candidate, candidate.path.cuts == gold)


def negatives(paragraphs: Sequence[str]) -> Iterator[Row]:
    """Every token of clean text that could be split."""
    knowledge = lexicon(), language_model(), letter_model()
    for start in range(0, len(paragraphs), PAGE):
        page = [straightened(paragraph) for paragraph in paragraphs[start : start + PAGE]]
        counts = Counter(token.strip(EDGES) for tokens in page for token in tokens if not gate.plain(token, lexicon()))
        splitter = Splitter(*knowledge, document_names(counts, *knowledge))
        for tokens in page:
            for at, token in enumerate(tokens):
                candidate = judged(splitter, tokens, at, counts[token.strip(EDGES)])
                if candidate is not None:
                    yield row(candidate, False)


def features(prose: str, code: str, english: str, out: str) -> None:
    """Write the rows of one source, and its number of words."""
    texts = [[line for line in Path(p).read_text("utf-8").splitlines() if line.strip()] for p in (prose, code)]
    glued = list(positives(texts[0], Path(english).read_text("utf-8").splitlines()))
    sound = [found for text in texts for found in negatives(text)]
    words = sum(len(line.split()) for text in texts for line in text)
    Path(out).write_bytes(pickle.dumps((words, glued, sound)))


def fit(sources: Sequence[str], out: str) -> None:
    """Fit the forest on all sources and write it."""
    import numpy
    from sklearn.ensemble import HistGradientBoostingClassifier

    values, right, weights = [], [], []
    for source in sources:
        words, glued, sound = pickle.loads(Path(source).read_bytes())
        scale = min(1.0, HEAVIEST / words)
        for rows, weight in ((glued, scale * RATE * words / len(glued)), (sound, scale)):
            values += [value for value, _ in rows]
            right += [label for _, label in rows]
            weights += [weight] * len(rows)
    model = HistGradientBoostingClassifier(
        max_iter=180,
        max_leaf_nodes=16,
        learning_rate=0.07,
        min_samples_leaf=40,
        l2_regularization=5.0,
        monotonic_cst=[0, *(MONOTONE.get(name, 0) for name in NAMES)],
        random_state=0,
    )
    model.fit(numpy.array(values, numpy.float32), right, sample_weight=numpy.array(weights) / numpy.mean(weights))
    Path(out).write_bytes(packed(model))


def packed(model: Any) -> bytes:
    """The file that `fixer.french.segmentation.confidence` reads; the bias goes into the leaves of the first tree."""
    roots: list[int] = []
    nodes: list[bytes] = []
    bias = float(model._baseline_prediction.ravel()[0])
    for number, (tree,) in enumerate(model._predictors):
        roots.append(len(nodes))
        for node in tree.nodes:
            if node["is_leaf"]:
                nodes.append(NODE.pack(LEAF, 0, 0, node["value"] + (bias if number == 0 else 0.0)))
            else:
                left, right = roots[-1] + int(node["left"]), roots[-1] + int(node["right"])
                nodes.append(NODE.pack(int(node["feature_idx"]), left, right, node["num_threshold"]))
    return struct.pack(f"<H{len(roots)}H", len(roots), *roots) + b"".join(nodes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=("features", "fit"))
    parser.add_argument("files", nargs="+")
    parser.add_argument("-o", required=True)
    arguments = parser.parse_args()
    if arguments.command == "features":
        features(*arguments.files, arguments.o)
    else:
        fit(arguments.files, arguments.o)


if __name__ == "__main__":
    main()
