"""The formats of `fixer check` by name. Apart from the package, so that a report is had without all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fixer.reports import github, jsonl, rdjson, sarif, text
from fixer.reports.report import Report

FORMATS: dict[str, Callable[[Sequence[Report], str], Iterator[str]]] = {
    "text": text.lines,
    "jsonl": jsonl.lines,
    "json": jsonl.array,
    "sarif": sarif.lines,
    "github": github.lines,
    "rdjson": rdjson.lines,
}
