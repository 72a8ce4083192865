"""Stretches of words that come again, found in one pass over the words of a text.

A stretch that is followed by itself has a period: each word equals the one `gap` words before it. The pass keeps the
current gap and the length of the run that fits it, so a repeat of any length costs no more than reading it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from fixer.document import HOLE

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


def words(prose: str, text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """The words of a text: where each starts and ends, and what is compared, which is its lower case.

    A protected stretch counts as one word, equal only to the same protected text.
    """
    spans = [match.span() for match in _WORD.finditer(prose)]
    keys = [prose[start:end].lower() for start, end in spans]
    if HOLE in prose:
        keys = [text[start:end] if prose[start] == HOLE else key for (start, end), key in zip(spans, keys, strict=True)]
    return spans, keys


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
