"""From the protected stretches that a reader finds to regions that tile the text."""

from __future__ import annotations

from collections.abc import Iterable

from fixer.document import Kind, Region
from fixer.text import Span


def tile(protected: Iterable[Region], length: int) -> tuple[Region, ...]:
    """Fill the gaps between the protected regions with prose.

    Regions that overlap an earlier one lose the part they share; neighbours of one kind are joined.
    """
    out: list[Region] = []
    position = 0

    def add(start: int, end: int, kind: Kind) -> None:
        if start >= end:
            return
        if out and out[-1].kind is kind:
            out[-1] = Region(Span(out[-1].span.start, end), kind)
        else:
            out.append(Region(Span(start, end), kind))

    for region in sorted(protected):
        start, end = max(region.span.start, position), min(region.span.end, length)
        if start < end:
            add(position, start, Kind.PROSE)
            add(start, end, region.kind)
            position = end
    add(position, length, Kind.PROSE)
    return tuple(out)
