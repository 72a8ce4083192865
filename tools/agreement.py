"""How far two annotators agree: the gold findings of some documents against a second, independent annotation.

    python tools/agreement.py

The second annotations are in `corpus/second/`, in the same marks without a header. A gold finding is met if a second
mark of the same category overlaps it (a mark of words run together counts as wide as its token); the figures are F1,
as if one annotation judged the other, so their order does not matter.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.build_corpus import CORPUS, compile_body, compile_document  # noqa: E402

Finding = dict[str, Any]


def pairs() -> list[tuple[str, list[Finding], list[Finding]]]:
    """(document, first annotation, second annotation); ValueError if the two are not of one text."""
    out = []
    for path in sorted((CORPUS / "second").glob("*.*")):
        (source,) = (CORPUS / "annotated").glob(f"*/{path.name}")
        first = compile_document(source.read_text(encoding="utf-8"), path.name)
        damaged, _, second = compile_body(path.read_text(encoding="utf-8"), path.name)
        if damaged != first.damaged:
            raise ValueError(f"{path.name}: the two annotations are not of one text")
        out.append((path.stem, first.gold, second))
    return out


def overlapping(one: Finding, others: list[Finding], same_category: bool) -> Finding | None:
    for other in others:
        meets = one["start"] <= other["end"] and other["start"] <= one["end"]
        if meets and (not same_category or one["category"] == other["category"]):
            return other
    return None


def _row(name: str, marks: int, met: int, repaired: int, trusted: int) -> None:
    met_of = max(1, met)
    print(f"{name:18} {marks:6} {met / marks:6.2f} {repaired / met_of:12.2f} {trusted / met_of:11.2f}")


def main() -> None:
    met, size, repaired, trusted = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    anywhere = 0
    for _, first, second in pairs():
        for mine, theirs in ((first, second), (second, first)):
            for finding in mine:
                category = finding["category"]
                size[category] += 1
                anywhere += overlapping(finding, theirs, same_category=False) is not None
                if other := overlapping(finding, theirs, same_category=True):
                    met[category] += 1
                    repaired[category] += finding["replacement"] in (other["replacement"], *other["accept"])
                    trusted[category] += finding["trust"] == other["trust"]
    print(f"{'category':18} {'marks':>6} {'F1':>6} {'same repair':>12} {'same trust':>11}")
    for category in sorted(size):
        _row(category, size[category], met[category], repaired[category], trusted[category])
    _row("all", size.total(), met.total(), repaired.total(), trusted.total())
    print(f"whatever the category: F1 {anywhere / size.total():.2f}")


if __name__ == "__main__":
    main()
