"""Spans, edits and the algebra of edits. Start reading here: everything else is built on it.

All offsets are code points of one immutable string, half-open. A list of edits is *sorted and disjoint*: it is at once
the explanation, the diff and the result of a repair, so nothing in the project changes a text in another way.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points. Raises ValueError when it runs backwards."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two share a code point; an empty span overlaps what it lies strictly inside."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: Span) -> bool:
        """True if the two overlap or merely meet: two insertions at one point do."""
        return self.start <= other.end and other.start <= self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the text at `span` by `new`."""

    span: Span
    new: str

    @classmethod
    def insert(cls, at: int, new: str) -> Edit:
        return cls(Span(at, at), new)

    @classmethod
    def delete(cls, start: int, end: int) -> Edit:
        return cls(Span(start, end), "")

    @classmethod
    def replace(cls, start: int, end: int, new: str) -> Edit:
        return cls(Span(start, end), new)

    def shift(self, by: int) -> Edit:
        return Edit(self.span.shift(by), self.new)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. Raises ValueError if they overlap or leave the text."""
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits):
        if edit.span.start < position or edit.span.end > len(text):
            raise ValueError(f"edits overlap or leave the text at {edit.span}")
        pieces.append(text[position : edit.span.start])
        pieces.append(edit.new)
        position = edit.span.end
    pieces.append(text[position:])
    return "".join(pieces)


def trim(text: str, edit: Edit) -> Edit | None:
    """The same change with the common head and tail cut off; None if it changes nothing."""
    old = edit.span.of(text)
    new = edit.new
    if old == new:
        return None
    head = 0
    while head < len(old) and head < len(new) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < len(old) - head and tail < len(new) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(Span(edit.span.start + head, edit.span.end - tail), new[head : len(new) - tail])


def rewrite(text: str, span: Span, new: str) -> tuple[Edit, ...]:
    """The edit that turns `span` of `text` into `new`, as small as it can be; empty if nothing changes."""
    edit = trim(text, Edit(span, new))
    return (edit,) if edit else ()


@dataclass(frozen=True)
class Alignment:
    """Where the places of an edited text come from. `edits` are sorted, disjoint, in coordinates of *before*."""

    edits: tuple[Edit, ...]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each edit's new text starts in *after*."""
        shift = 0
        starts = []
        for edit in self.edits:
            starts.append(edit.span.start + shift)
            shift += len(edit.new) - len(edit.span)
        return starts

    @cached_property
    def _ends(self) -> list[int]:
        return [start + len(edit.new) for start, edit in zip(self._starts, self.edits, strict=True)]

    def origin(self, span: Span) -> Span:
        """The smallest span of *before* that covers what became `span` of *after*."""
        start = self._before(span.start, opening=True)
        end = self._before(span.end, opening=False)
        return Span(min(start, end), max(start, end))

    def _before(self, position: int, *, opening: bool) -> int:
        # The last edit whose new text starts at or before the position decides, except that an end meeting the
        # beginning of an edit, or a start meeting its end, lies outside of it.
        index = (bisect_right if opening else bisect_left)(self._starts, position) - 1
        if index < 0:
            return position
        edit, end = self.edits[index], self._ends[index]
        if position >= end:
            return edit.span.end + (position - end)
        return edit.span.start if opening else edit.span.end

    def reach(self, span: Span) -> tuple[Span, tuple[Edit, ...]]:
        """`span` of *after*, widened to the whole of each edit it shares text with, and those edits."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        if first >= last:
            return span, ()
        return (
            Span(min(span.start, self._starts[first]), max(span.end, self._ends[last - 1])),
            self.edits[first:last],
        )


_ENDLESS = sys.maxsize  # the text after the last edit, however long it is

_Piece = tuple[int, int, str | None]
"""A stretch of an edited text: copied from start..end of *before* (text is None), or new."""


def _row(edits: Sequence[Edit]) -> Iterator[_Piece]:
    """An edited text as a row of pieces, in order; empty pieces are left out."""
    position = 0
    for edit in sorted(edits):
        if edit.span.start > position:
            yield position, edit.span.start, None
        if edit.new:
            yield 0, len(edit.new), edit.new
        position = edit.span.end
    yield position, _ENDLESS, None


def _cut(row: Iterable[_Piece], edits: Sequence[Edit]) -> Iterator[_Piece]:
    """The row of pieces after `edits`, which are in coordinates of the text that the row spells."""
    pieces = iter(row)
    start, end, new = next(pieces)
    position = 0

    def take(until: int) -> Iterator[_Piece]:
        nonlocal start, end, new, position
        while position < until:
            if start == end:
                start, end, new = next(pieces)
            step = min(until - position, end - start)
            yield start, start + step, new
            start += step
            position += step

    for edit in sorted(edits):
        yield from take(edit.span.start)
        for _ in take(edit.span.end):
            pass
        if edit.new:
            yield 0, len(edit.new), edit.new
    if start < end:
        yield start, end, new
    yield from pieces


def compose(first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """One sorted list of edits that does what `first` and then `second` (in coordinates of first's result) do."""
    out: list[Edit] = []
    position, pending = 0, ""
    for start, end, new in _cut(_row(first), second):
        if new is not None:
            pending += new[start:end]
            continue
        if pending or start > position:
            out.append(Edit(Span(position, start), pending))
        position, pending = end, ""
    return tuple(out)
