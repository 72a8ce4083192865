"""Fit the forest that turns evidence into the confidence of a join (`fixer/data/joins.forest`).

    python tools/fit_confidence.py features NAME.txt NAME.code.txt -o NAME.pickle --tables DIR     for each source
    python tools/fit_confidence.py folds *.pickle -o calibration.tsv
    python tools/fit_confidence.py fit *.pickle -o fixer/data/joins.forest

`features` glues tokens of a clean text at random (positive, if the splitter finds the right cuts) and takes every
suspicious token of the text and of its paragraphs with code as it is (negative), by pages of 60 paragraphs. `--tables`
are tables built from the counts of the *other* texts (`build_lexicon.py`), or the fit learns that words are always
known. `folds` fits on all sources but one, each in turn, prints what the confidence is worth on the one left out, and
writes the isotonic table that is `fixer/data/joins.calibration`. `fit` fits on all. Both need scikit-learn and weigh
the examples as if one token of 125 were run together.
"""

# ruff: noqa: E402 (the tables are chosen before anything opens them)
from __future__ import annotations

import argparse
import pickle
import random
import struct
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from glue import items

HERE = Path(__file__).parent
if "--tables" in sys.argv:  # before anything opens a table
    import fixer.french.tables

    fixer.french.tables.DATA = Path(sys.argv[sys.argv.index("--tables") + 1])  # type: ignore[misc]

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
FOLDS = 4
#: Log-odds at which the calibration is tabled, and the bins of the printed table.
KNOTS = [x / 2 for x in range(-8, 19)]
EDGES_OF_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.995, 1.001)
#: Items of each regime, and of what pages lose their spaces beside most: English words, names, identifiers.
EACH, INSERTED = 300, 1000
LEAST_ENGLISH = 30
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
    inserted = items(paragraphs, english, INSERTED, seed=6, regimes=("english", "technical"))
    for item in chain(items(paragraphs, english, EACH, seed=5), inserted):
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


def english_lines() -> list[str]:
    """Rows of English words and names from the counts, as a stock of link texts and names."""
    rows = [
        line.split("\t")
        for name in ("english", "english_names")
        for line in (HERE / "counts" / f"{name}.tsv").read_text("utf-8").splitlines()
    ]
    words = [word for word, count in rows if int(count) >= LEAST_ENGLISH]
    rng = random.Random(1)
    return [" ".join(rng.choices(words, k=8)) for _ in range(5000)]


def features(prose: str, code: str, out: str) -> None:
    """Write the rows of one source, and its number of words."""
    texts = [[line for line in Path(p).read_text("utf-8").splitlines() if line.strip()] for p in (prose, code)]
    glued = list(positives(texts[0], english_lines()))
    sound = [found for text in texts for found in negatives(text)]
    words = sum(len(line.split()) for text in texts for line in text)
    Path(out).write_bytes(pickle.dumps((words, glued, sound)))


Examples = tuple[list[tuple[float, ...]], list[bool], list[float]]


def examples(sources: Sequence[str]) -> Examples:
    """The rows of some sources, whether each is a join rightly split, and its weight."""
    values: list[tuple[float, ...]] = []
    right: list[bool] = []
    weights: list[float] = []
    for source in sources:
        words, glued, sound = pickle.loads(Path(source).read_bytes())
        scale = min(1.0, HEAVIEST / words)
        for rows, weight in ((glued, scale * RATE * words / len(glued)), (sound, scale)):
            values += [value for value, _ in rows]
            right += [label for _, label in rows]
            weights += [weight] * len(rows)
    return values, right, weights


def fitted(sources: Sequence[str]) -> Any:
    """The forest of some sources."""
    import numpy
    from sklearn.ensemble import HistGradientBoostingClassifier

    values, right, weights = examples(sources)
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
    return model


def fit(sources: Sequence[str], out: str) -> None:
    """Fit the forest on all sources and write it."""
    Path(out).write_bytes(packed(fitted(sources)))


def folds(sources: Sequence[str], out: str) -> None:
    """Judge every source by a forest of the others; write those forests beside `out` and the calibration to it."""
    import numpy
    from sklearn.isotonic import IsotonicRegression

    odds: list[float] = []
    right: list[bool] = []
    weights: list[float] = []
    for fold in range(FOLDS):
        held = [source for number, source in enumerate(sorted(sources)) if number % FOLDS == fold]
        model = fitted([source for source in sources if source not in held])
        for source in held:
            Path(out).with_name(Path(source).stem + ".forest").write_bytes(packed(model))
        values, labels, scales = examples(held)
        odds += list(model.decision_function(numpy.array(values, numpy.float32)))
        right += labels
        weights += scales
    curve = IsotonicRegression(y_min=1e-4, y_max=0.9995, out_of_bounds="clip").fit(odds, right, sample_weight=weights)
    knots = [(x, float(y)) for x, y in zip(KNOTS, curve.predict(numpy.array(KNOTS)), strict=True)]
    Path(out).write_text("".join(f"{x:g}\t{y:.4f}\n" for x, y in knots), "utf-8")
    calibrated = numpy.interp(numpy.array(odds), [x for x, _ in knots], [y for _, y in knots])
    table(numpy.array(odds), numpy.array(right), numpy.array(weights), calibrated)


def table(odds: Any, right: Any, weights: Any, calibrated: Any) -> None:
    """Print, by what is stated before and after the calibration, how much is right, and what a threshold costs."""
    import numpy

    for name, stated in (("raw", 1 / (1 + numpy.exp(-odds))), ("calibrated", calibrated)):
        for low, high in pairwise(EDGES_OF_BINS):
            inside = (stated >= low) & (stated < high)
            if inside.any():
                share = numpy.average(right[inside], weights=weights[inside])
                mean = numpy.average(stated[inside], weights=weights[inside])
                print(f"{name:12}{low:.3f}-{high:.3f}{inside.sum():8d}{mean:8.3f}{share:8.3f}")
        for low in EDGES_OF_BINS[1:-1]:
            taken = stated >= low
            print(f"{name:12}>= {low:.3f} recall {weights[taken & right].sum() / weights[right].sum():.4f}", end=" ")
            print(f"precision {weights[taken & right].sum() / weights[taken].sum():.4f}")


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
    parser.add_argument("command", choices=("features", "folds", "fit"))
    parser.add_argument("files", nargs="+")
    parser.add_argument("-o", required=True)
    parser.add_argument("--tables", help="tables built without the counts of the text")
    arguments = parser.parse_args()
    if arguments.command == "features":
        features(arguments.files[0], arguments.files[1], arguments.o)
    elif arguments.command == "folds":
        folds(arguments.files, arguments.o)
    else:
        fit(arguments.files, arguments.o)


if __name__ == "__main__":
    main()
