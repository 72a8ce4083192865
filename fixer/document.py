"""A document: one immutable text, cut into regions that tile it, some of them protected.

Detectors search `Document.prose`, a string as long as the text in which every protected character but the line breaks
is OBJECT REPLACEMENT CHARACTER: a match in it is a position in the text, and a hole in it cannot look like a word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from fixer.lazy import pattern
from fixer.text import Edit, Span

HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"

_NOT_BREAK = pattern(r"[^\r\n]")
_BREAK = pattern(r"\r\n|\r|\n")
_SURROGATE = pattern(r"[\ud800-\udfff]")


class Kind(StrEnum):
    """What a region is. Only PROSE may be edited."""

    PROSE = "prose"
    CODE = "code"
    LINK = "link"
    MARKUP = "markup"
    FRONT_MATTER = "front matter"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, order=True)
class Region:
    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column of a finding, both from 1, in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Document:
    """`regions` tile `text`: they meet, are not empty, and cover it; ValueError otherwise."""

    text: str
    regions: tuple[Region, ...]
    format: str = "text"
    path: str | None = None
    first: Document | None = field(default=None, compare=False, repr=False)

    @property
    def original(self) -> Document:
        """The document as it came in, if this one is partly repaired: what it shows of its origin fades with repair."""
        return self.first or self

    def __post_init__(self) -> None:
        position = 0
        for region in self.regions:
            if region.span.start != position or not len(region.span):
                raise ValueError(f"regions do not tile the text at {position}: {region}")
            position = region.span.end
        if position != len(self.text):
            raise ValueError(f"regions end at {position}, the text at {len(self.text)}")

    @classmethod
    def plain(cls, text: str, path: str | None = None) -> Document:
        """A document that is prose from end to end."""
        regions = (Region(Span(0, len(text)), Kind.PROSE),) if text else ()
        return cls(text, regions, path=path)

    @cached_property
    def prose(self) -> str:
        """The text with a HOLE for each protected character; line breaks stay.

        A lone surrogate (a byte that could not be decoded) is a REPLACEMENT CHARACTER here, as in a text that was
        decoded carelessly: something is missing, and no dictionary can be asked for it.
        """
        view = "".join(
            r.span.of(self.text) if r.kind is Kind.PROSE else _NOT_BREAK.sub(HOLE, r.span.of(self.text))
            for r in self.regions
        )
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", view)

    @cached_property
    def _starts(self) -> list[int]:
        return [region.span.start for region in self.regions]

    def region_at(self, position: int) -> Region:
        """The region that holds the code point at `position`; IndexError outside of the text."""
        if not 0 <= position < len(self.text):
            raise IndexError(position)
        return self.regions[bisect_right(self._starts, position) - 1]

    def regions_in(self, span: Span) -> tuple[Region, ...]:
        """The regions that share a code point with `span` (for an empty span: that it lies strictly inside of)."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end, lo=first)
        return tuple(region for region in self.regions[first:last] if region.span.overlaps(span))

    def editable(self, edit: Edit) -> bool:
        """True if the edit touches prose alone. An insertion at the edge of a protected region is outside of it."""
        return all(region.kind is Kind.PROSE for region in self.regions_in(edit.span))

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line starts; a line ends with CRLF, LF or CR."""
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def line_column(self, position: int) -> tuple[int, int]:
        """Line and column of a code point, both from 1."""
        line = bisect_right(self._lines, position)
        return line, position - self._lines[line - 1] + 1

    def place(self, span: Span) -> Place:
        return Place(*self.line_column(span.start), *self.line_column(span.end))

    def line_span(self, line: int) -> Span:
        """The span of a line (from 1) with its line break."""
        end = self._lines[line] if line < len(self._lines) else len(self.text)
        return Span(self._lines[line - 1], end)

    @property
    def line_count(self) -> int:
        return len(self._lines)
