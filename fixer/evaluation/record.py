"""The measured precision of each rule, kept with the program so that `fixer rules` and `fixer explain` can tell it.

`fixer/data/measured.json` is written by `bench/evaluate.py`; nothing here measures anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fixer.evaluation.counts import RuleCount
from fixer.evaluation.harm import Harm
from fixer.evaluation.interval import wilson
from fixer.finding import Trust

MEASURED = Path(__file__).parent.parent / "data" / "measured.json"


@dataclass(frozen=True)
class Precision:
    """Of `n` findings of a rule at one trust, so many kept their word."""

    trust: Trust
    n: int
    right: int

    def __str__(self) -> str:
        return f"{self.trust} {100 * self.right / self.n:.0f} % of {self.n}"

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.right, self.n)


@dataclass(frozen=True)
class Record:
    """What was measured of one rule, trusted findings first, and what it changed in so many words of clean prose."""

    precisions: tuple[Precision, ...]
    clean_edits: int
    clean_words: int


@cache
def records(path: Path = MEASURED) -> dict[str, Record]:
    """The record of every rule that was measured; empty if nothing was."""
    if not path.is_file():
        return {}
    data = json.loads(path.read_text(encoding="utf-8"))
    return {rule: _record(row, data["clean_words"]) for rule, row in data["rules"].items()}


def _record(row: dict[str, Any], words: int) -> Record:
    kept = [(trust, row[str(trust)]) for trust in reversed(Trust) if str(trust) in row]
    precisions = tuple(Precision(trust, one["n"], one["right"]) for trust, one in kept)
    return Record(precisions, row["clean_edits"], words)


def to_record(counts: Iterable[RuleCount], harm: Harm, signature: str) -> dict[str, Any]:
    """The object of `measured.json`."""
    rules: dict[str, dict[str, Any]] = {}
    for count in counts:
        row = rules.setdefault(count.rule, {"clean_edits": harm.applied_by_rule.get(count.rule, 0)})
        row[str(count.trust)] = {"n": count.findings, "right": count.good}
    return {"signature": signature, "clean_words": harm.words, "rules": dict(sorted(rules.items()))}
