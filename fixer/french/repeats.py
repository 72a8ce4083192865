"""Stretches of words that come again, found in one pass over the words of a text.

A stretch that is followed by itself has a period: each word equals the one `gap` words before it. The pass keeps the
current gap and the length of the run that fits it, so a repeat of any length costs no more than reading it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from fixer.document import HOLE
from fixer.text import Span

_WORD = regex.compile(rf"[\p{{L}}\p{{M}}\p{{N}}]++|{HOLE}++")
FARTHEST = 60


@dataclass(frozen=True, slots=True)
class Repeat:
    """Words `start`..`end` (indices, end exclusive) equal the words `gap` before them."""

    start: int
    end: int
    gap: int

    @property
    def adjacent(self) -> bool:
        return self.end - self.start >= self.gap


def words(prose: str, text: str) -> list[str]:
    """What is compared of each word of a text: its lower case.

    A protected stretch counts as one word, equal only to the same protected text.
    """
    if HOLE not in prose:
        return _WORD.findall(prose.lower())
    found = _WORD.finditer(prose)
    return [text[m.start() : m.end()] if prose[m.start()] == HOLE else m.group().lower() for m in found]


def spans(prose: str, wanted: set[int]) -> dict[int, Span]:
    """Where the words with these numbers stand."""
    return {number: Span(*match.span()) for number, match in enumerate(_WORD.finditer(prose)) if number in wanted}


def repeats(keys: list[str], shortest: int) -> Iterator[Repeat]:
    """Maximal runs that come again within FARTHEST words: adjacent ones, and others of `shortest` words or more."""
    last: dict[str, int] = {}
    gap = length = 0
    for index, key in enumerate(keys):
        if gap and keys[index - gap] == key:
            length += 1
        else:
            if length and (length >= gap or length >= shortest):
                yield Repeat(index - length, index, gap)
            previous = last.get(key, -FARTHEST - 1)
            gap = index - previous
            if gap > FARTHEST:
                gap = length = 0
            else:
                length = 1
                while length < gap and index - length - gap >= 0 and keys[index - length] == keys[index - length - gap]:
                    length += 1
        last[key] = index
    if length and (length >= gap or length >= shortest):
        yield Repeat(len(keys) - length, len(keys), gap)
