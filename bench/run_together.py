"""How well splitters put back lost spaces, and what they break.

    python bench/run_together.py regimes TEXT.txt… [--each 200] [--seed 1] [--tool NAME]…
    python bench/run_together.py harm TEXT.txt… [--tool NAME]…
    python bench/run_together.py cases GLUED.jsonl NOT_GLUED.jsonl [--tool NAME]…
    python bench/run_together.py calibration TEXT.txt…

A text has one paragraph a line. `regimes` deletes spaces (see `tools/glue.py`), counts tokens that come back exactly;
precision counts an innocent neighbour that was touched. `harm` counts tokens of the untouched text that change, by page
of forty paragraphs. `cases` reads objects with `before`, `token`, `after`, `fix`, `accept`. Texts that were counted for
the shipped tables flatter the result: see `docs/run-together.md` for how the figures there were held out.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tools")]

from glue import REGIMES, Item, items  # noqa: E402
from splitters import SPLITTERS, Splitter  # noqa: E402

PAGE = 40
LEAST_ENGLISH = 200


def paragraphs(paths: Iterable[str]) -> list[str]:
    return [line for path in paths for line in Path(path).read_text("utf-8").splitlines() if line.strip()]


def english_lines(seed: int) -> list[str]:
    """Rows of English words and names from the counts, as a stock of link texts."""
    rows = [
        line.split("\t")
        for name in ("english", "english_names")
        for line in (HERE.parent / "tools/counts" / f"{name}.tsv").read_text("utf-8").splitlines()
    ]
    words = [word for word, count in rows if int(count) >= LEAST_ENGLISH]
    rng = random.Random(seed)
    return [" ".join(rng.choices(words, k=8)) for _ in range(5000)]


def changed(before: str, after: str) -> list[tuple[int, str]]:
    """Blank-delimited tokens of `before` that have spaces in `after`: their index and what they became."""
    pieces, found = iter(after.split()), []
    for index, token in enumerate(before.split()):
        spelled = [next(pieces)]
        while len("".join(spelled)) < len(token):
            spelled.append(next(pieces))
        if len(spelled) > 1:
            found.append((index, " ".join(spelled)))
    return found


def score(tests: Sequence[Item], split: Splitter) -> dict[str, Counter[str]]:
    """By regime: items, tokens changed, tokens restored."""
    tally: dict[str, Counter[str]] = {regime: Counter() for regime in REGIMES}
    for test in tests:
        found = changed(test.text, split(test.text))
        tally[test.regime].update(n=1, changed=len(found), restored=(test.at, test.gold) in found)
    return tally


def f1(counts: Counter[str]) -> tuple[float, float, float]:
    precision = counts["restored"] / counts["changed"] if counts["changed"] else 0.0
    recall = counts["restored"] / counts["n"] if counts["n"] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def regimes(arguments: argparse.Namespace) -> None:
    tests = list(items(paragraphs(arguments.files), english_lines(arguments.seed), arguments.each, arguments.seed))
    for name in arguments.tool:
        tally = score(tests, SPLITTERS[name]())
        print(f"\n{name}\n{'regime':18}{'n':>6}{'P':>7}{'R':>7}{'F1':>7}")
        for regime, counts in [*tally.items(), ("all", sum(tally.values(), Counter()))]:
            if counts["n"]:
                print(f"{regime:18}{counts['n']:6d}" + "".join(f"{x:7.3f}" for x in f1(counts)))


def harm(arguments: argparse.Namespace) -> None:
    for name in arguments.tool:
        split = SPLITTERS[name]()
        print(f"\n{name}")
        for path in arguments.files:
            lines = paragraphs([path])
            pages = ["\n".join(lines[i : i + PAGE]) for i in range(0, len(lines), PAGE)]
            words = sum(len(page.split()) for page in pages)
            start = time.process_time()
            found = [(page.split()[i], new) for page in pages for i, new in changed(page, split(page))]
            speed = sum(len(page.encode()) for page in pages) / 1e6 / (time.process_time() - start)
            rate = 1e4 * len(found) / words
            print(f"{Path(path).stem:24}{words:8d} words {rate:7.2f} per 10,000 {speed:7.2f} MB/s")
            for (token, new), count in Counter(found).most_common(arguments.show):
                print(f"    {count:4d}  {token}  ->  {new}")


def cases(arguments: argparse.Namespace) -> None:
    glued, sound = ([json.loads(line) for line in Path(p).read_text("utf-8").splitlines()] for p in arguments.files)
    glued = [case for case in glued if case.get("minimal", True)]
    for name in arguments.tool:
        split = SPLITTERS[name]()
        right = sum(_in_context(case, split) in (case["fix"], *case["accept"]) for case in glued)
        broken = sum(_in_context(case, split) != case["token"] for case in sound)
        share = f"{right}/{len(glued)} = {right / len(glued):.3f}"
        print(f"{name:20} exact {share}   look-alikes changed {broken}/{len(sound)}")


def _in_context(case: dict[str, str], split: Splitter) -> str:
    """What the token of a case becomes between its neighbours."""
    text = " ".join(part for part in (case["before"], case["token"], case["after"]) if part)
    at = len(case["before"].split())
    size = len(case["token"].split())
    became = dict(changed(text, split(text)))
    tokens = text.split()
    return " ".join(became.get(i, tokens[i]) for i in range(at, at + size))


def calibration(arguments: argparse.Namespace) -> None:
    """Stated confidence against what is right, on one lost space a page of forty paragraphs."""
    from fixer.detectors.run_together import run_together
    from fixer.options import Options
    from fixer.readers import read
    from fixer.resources import resources_for

    lines = paragraphs(arguments.files)
    tests = list(items(lines, english_lines(arguments.seed), arguments.each, arguments.seed))
    bins: dict[float, list[tuple[float, bool]]] = {}
    for test in tests:
        for finding in run_together.findings(read(test.text, "text"), resources_for(Options())):
            replacement = finding.replacement or ""
            right = finding.text == test.token and " ".join(replacement.split()) == test.gold
            lower = max(edge for edge in (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99) if finding.confidence >= edge)
            bins.setdefault(lower, []).append((finding.confidence, right))
    print(f"{'from':>6}{'n':>7}{'stated':>9}{'right':>8}")
    for lower, found in sorted(bins.items()):
        stated = sum(confidence for confidence, _ in found) / len(found)
        print(f"{lower:6.2f}{len(found):7d}{stated:9.3f}{sum(right for _, right in found) / len(found):8.3f}")


COMMANDS = {"regimes": regimes, "harm": harm, "cases": cases, "calibration": calibration}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--tool", action="append", choices=SPLITTERS)
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10)
    arguments = parser.parse_args()
    arguments.tool = arguments.tool or ["fixer"]
    COMMANDS[arguments.command](arguments)


if __name__ == "__main__":
    main()
