"""Stretches of words that come again, found in one pass over the words of a text.

A stretch that is followed by itself has a period: each word equals the one `gap` words before it. The pass keeps the
current gap and the length of the run that fits it, so a repeat of any length costs no more than reading it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fixer.document import HOLE
from fixer.lazy import simple_pattern
from fixer.text import Span

_WORD = simple_pattern(rf"[^\W_]+|{HOLE}+")
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


@dataclass(frozen=True)
class Words:
    """The words of a text as they are compared, in lower case, and where each line begins.

    A protected stretch counts as one word, equal only to the same protected text. `lines` holds, for each line, the
    number of its first word and its place; the words of a line are placed when they are asked for.
    """

    prose: str
    keys: list[str]
    lines: list[tuple[int, int]]

    @classmethod
    def of(cls, prose: str, text: str) -> Words:
        keys: list[str] = []
        lines: list[tuple[int, int]] = []
        start = 0
        for line in prose.split("\n"):
            lines.append((len(keys), start))
            if HOLE in line:
                found = [(m.start() + start, m.end() + start) for m in _WORD.finditer(line)]
                keys += [text[low:high] if prose[low] == HOLE else prose[low:high].lower() for low, high in found]
            else:
                keys += _WORD.findall(line.lower())
            start += len(line) + 1
        return cls(prose, keys, lines)

    def spans(self, wanted: Iterable[int]) -> dict[int, Span]:
        """Where the words with these numbers stand."""
        by_line: dict[int, set[int]] = {}
        for number in wanted:
            line = bisect_right(self.lines, number, key=lambda entry: entry[0]) - 1
            by_line.setdefault(line, set()).add(number)
        out: dict[int, Span] = {}
        for line, numbers in by_line.items():
            first, start = self.lines[line]
            end = self.lines[line + 1][1] if line + 1 < len(self.lines) else len(self.prose)
            for number, match in enumerate(_WORD.finditer(self.prose, start, end), first):
                if number in numbers:
                    out[number] = Span(*match.span())
        return out


def words(text: str) -> list[str]:
    """The words of a stretch of text, in lower case."""
    return _WORD.findall(text.lower())


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
