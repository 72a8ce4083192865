"""The case harness: cases are data, and each is run in several disturbed forms.

A case file is a YAML list. A case has `before` and `after` (or `clean: true`: nothing may change), and may have
`format` (text, markdown, html), `suggestions: true` (accept suggestions too), `flags` (texts that must be found),
`rules` (look for these alone) and `because` (the reason, in a sentence).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent / "cases"
KEYS = {"name", "before", "after", "clean", "format", "suggestions", "flags", "because", "rules"}


@dataclass(frozen=True)
class Case:
    file: str
    name: str
    before: str
    after: str
    clean: bool
    format: str
    suggestions: bool
    flags: tuple[str, ...]
    rules: tuple[str, ...]


@cache
def load_cases() -> tuple[Case, ...]:
    """Every case of every file; ValueError for a case with unknown keys or without an expectation."""
    cases = []
    for path in sorted(HERE.glob("*.yaml")):
        for number, data in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) or [], 1):
            cases.append(_case(path.stem, number, data))
    return tuple(cases)


def _case(file: str, number: int, data: dict[str, Any]) -> Case:
    if unknown := set(data) - KEYS:
        raise ValueError(f"{file}.yaml, case {number}: unknown keys {unknown}")
    if not ({"after", "clean", "flags"} & set(data)):
        raise ValueError(f"{file}.yaml, case {number}: neither after, clean nor flags")
    before = data["before"]
    return Case(
        file,
        data.get("name") or f"{number} {before[:40]}",
        before,
        data.get("after", before),
        bool(data.get("clean")),
        data.get("format", "text"),
        bool(data.get("suggestions")),
        tuple(data.get("flags", ())),
        tuple(data.get("rules", ())),
    )
