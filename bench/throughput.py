"""Throughput on a large clean text: megabytes a second, for the whole and for each rule, and whether it is linear.

    python bench/throughput.py TEXT [TEXT…]

Each rule is timed alone on the whole text, and on its first half: a ratio near 2 says that the cost is linear.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from fixer.detectors import all_rules
from fixer.document import Document
from fixer.engine import run
from fixer.finding import Rule
from fixer.readers import read
from fixer.resources import Resources


def seconds(rule: Rule, document: Document, resources: Resources) -> float:
    """CPU time of one pass of a rule."""
    start = time.process_time()
    for _ in rule.findings(document, resources):
        pass
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("texts", nargs="+", type=Path)
    text = "\n".join(path.read_text(encoding="utf-8") for path in parser.parse_args().texts)
    half = text[: len(text) // 2]
    size = len(text.encode()) / 1e6
    resources = Resources()
    run(read(text[:2000]))  # load everything first
    rows = []
    for rule in all_rules():
        seconds(rule, read(text[:2000]), resources)
        whole = seconds(rule, read(text), resources)
        rows.append((whole, whole / max(seconds(rule, read(half), resources), 1e-9), rule.id))
    for whole, ratio, name in sorted(rows, reverse=True):
        print(f"{name:26} {size / max(whole, 1e-9):9.2f} MB/s   {ratio:4.1f} times the half")
    start = time.process_time()
    result = run(read(text))
    total = time.process_time() - start
    print(f"{'everything':26} {size / total:9.2f} MB/s   {result.passes} passes over {size:.1f} MB in {total:.1f} s")


if __name__ == "__main__":
    main()
