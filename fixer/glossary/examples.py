"""Running the tests that entries carry, through whatever finds and replaces: see `fixer glossary test`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fixer.glossary.model import Entry, Example

Repair = Callable[[str], str]
"""A text with suggestions accepted."""


@dataclass(frozen=True)
class Failure:
    """A test of an entry that gave `got`."""

    entry: Entry
    example: Example
    got: str

    def __str__(self) -> str:
        what = "should stay" if self.example.after is None else f"should become “{self.example.after}”"
        return f"{self.entry.origin}: {self.entry.id}: “{self.example.before}” {what}, becomes “{self.got}”"


def failures(entries: Iterable[Entry], repair: Repair) -> Iterator[Failure]:
    """The tests that fail, in the order of the entries."""
    for entry in entries:
        for example in entry.tests:
            got = repair(example.before)
            if got != example.expected:
                yield Failure(entry, example, got)
