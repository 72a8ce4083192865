"""Reports: a result and nothing else goes in, lines go out. One file a format.

Each format converts offsets to its own unit in one place, `units.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fixer.reports import github, jsonl, rdjson, sarif, text
from fixer.reports.report import Report

__all__ = ["FORMATS", "Report"]

FORMATS: dict[str, Callable[[Sequence[Report], str], Iterator[str]]] = {
    "text": text.lines,
    "jsonl": jsonl.lines,
    "json": jsonl.array,
    "sarif": sarif.lines,
    "github": github.lines,
    "rdjson": rdjson.lines,
}
