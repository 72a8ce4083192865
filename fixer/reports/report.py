"""What a report is made from: the result for one file, under the name that the user gave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fixer.engine import Result
from fixer.finding import Trust


@dataclass(frozen=True)
class Report:
    path: str
    result: Result


@dataclass(frozen=True)
class Tally:
    """How many edits were made, and what waits for a person."""

    applied: int
    suggestions: int
    flags: int
    files: int

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Tally:
        applied = suggestions = flags = files = 0
        for report in reports:
            files += 1
            applied += len(report.result.applied)
            waiting = [finding.trust for finding in report.result.remaining]
            flags += waiting.count(Trust.FLAG)
            suggestions += len(waiting) - waiting.count(Trust.FLAG)
        return cls(applied, suggestions, flags, files)


def plural(count: int, noun: str) -> str:
    """`1 edit`, `2 edits`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
