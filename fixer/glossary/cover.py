"""A set of spans that answers quickly what a span overlaps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from fixer.text import Span


class Cover:
    """The spans, overlapping ones joined."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def overlaps(self, span: Span) -> bool:
        """True if the span shares a code point with the set."""
        index = bisect_right(self._starts, span.end - 1) - 1
        return index >= 0 and self._ends[index] > span.start


class Shields:
    """The longest of overlapping spans, from left to right."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        for span in sorted(spans, key=lambda s: (s.start, -s.end)):
            if not self._spans or span.start >= self._spans[-1].end:
                self._spans.append(span)
        self._starts = [span.start for span in self._spans]

    def cover(self, span: Span) -> bool:
        """True if the span lies inside of a longer one."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and self._spans[index].contains(span) and len(self._spans[index]) > len(span)
