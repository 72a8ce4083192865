"""The inline structure of Markdown: code spans, link targets, autolinks, raw HTML, references, formulas.

One scan from left to right over the content of a leaf. The content may be spread over lines behind `> ` markers, so
it is joined first, and places in it are carried back piece by piece.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import regex

from fixer.document import Kind, Region
from fixer.lazy import pattern
from fixer.readers.html import markup
from fixer.text import Span

_TOKEN = pattern(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
      | (?P<ticks>`++)
      | (?P<autolink><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+>|<[\w.!\#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}>)
      | (?P<opener><!--|<\?|<!\[CDATA\[)
      | (?P<html></?[A-Za-z][A-Za-z0-9-]*+
           (?:\s++[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*+'|"[^"]*+"))?+)*+\s*+/?>
         |<![A-Za-z][^<>]*+>)
      | (?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
      | (?P<open>!?\[)
      | (?P<close>\])
      | (?P<formula>\$\$(?=[^$]*[\\_^{=])[^$]++\$\$|\$(?=[^\s$])(?=[^$\n]*[\\_^{=])[^$\n]*+(?<!\s)\$(?!\d))
    """,
    regex.VERBOSE | regex.DOTALL,
)

# `](target "title")`: a target in angle brackets, or one whose parentheses balance (three deep will do).
_TARGET = pattern(
    r"""\(\s*+(?:<(?:[^<>\n\\]|\\.)*+>
        |(?:[^\s()<\\]|\\.|\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+\))(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+\))*+)?
        (?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?+\s*+\)""",
    regex.VERBOSE | regex.DOTALL,
)
_LABEL = pattern(r"\[(?:[^\[\]\\]|\\.){0,999}+\]", regex.DOTALL)
_CLOSERS = {"<!--": ("-->", Kind.COMMENT), "<?": ("?>", Kind.MARKUP), "<![CDATA[": ("]]>", Kind.MARKUP)}
_TICKS = pattern(r"`+")


class _Content:
    """The joined content of a leaf, and the way back to the text."""

    def __init__(self, text: str, pieces: tuple[Span, ...]) -> None:
        self.pieces = pieces
        self.text = "".join(piece.of(text) for piece in pieces)
        self.starts: list[int] = []
        position = 0
        for piece in pieces:
            self.starts.append(position)
            position += len(piece)

    def regions(self, start: int, end: int, kind: Kind) -> Iterator[Region]:
        """The stretch of the content as regions of the text, one for each line that it crosses."""
        index = bisect_right(self.starts, start) - 1
        while index < len(self.pieces) and self.starts[index] < end:
            piece, offset = self.pieces[index], self.starts[index]
            low, high = max(start, offset), min(end, offset + len(piece))
            if low < high:
                yield Region(Span(piece.start + low - offset, piece.start + high - offset), kind)
            index += 1


def inline_regions(text: str, pieces: tuple[Span, ...]) -> Iterator[Region]:
    """The protected regions in a paragraph or heading."""
    if not pieces:
        return
    content = _Content(text, pieces)
    for start, end, kind in _scan(content.text):
        yield from content.regions(start, end, kind)


def html_regions(text: str, pieces: tuple[Span, ...]) -> Iterator[Region]:
    """The protected regions in a block of raw HTML."""
    content = _Content(text, pieces)
    for region in markup(content.text):
        yield from content.regions(region.span.start, region.span.end, region.kind)


def _scan(text: str) -> Iterator[tuple[int, int, Kind]]:
    closing = _closing_ticks(text) if "`" in text else {}
    unclosed: set[str] = set()
    brackets = 0
    position = 0
    while match := _TOKEN.search(text, position):
        start, end = match.span()
        position = end
        match match.lastgroup:
            case "ticks":
                if (close := _next_after(closing.get(end - start, []), end)) is not None:
                    position = close + (end - start)
                    yield start, position, Kind.CODE
            case "autolink":
                yield start, end, Kind.LINK
            case "opener":
                closer, kind = _CLOSERS[match[0]]
                close_at = -1 if closer in unclosed else text.find(closer, start + 2)
                if close_at < 0:
                    unclosed.add(closer)
                else:
                    position = close_at + len(closer)
                    yield start, position, kind
            case "html" | "reference":
                yield start, end, Kind.MARKUP
            case "formula":
                yield start, end, Kind.CODE
            case "open":
                brackets += 1
            case "close" if brackets:
                brackets -= 1
                if target := _TARGET.match(text, end) or _LABEL.match(text, end):
                    position = target.end()
                    yield end, position, Kind.LINK
            case _:
                pass


def _closing_ticks(text: str) -> dict[int, list[int]]:
    """Where runs of backticks of each length start: a code span ends with the next run as long as its first."""
    runs: dict[int, list[int]] = {}
    for match in _TICKS.finditer(text):
        runs.setdefault(len(match[0]), []).append(match.start())
    return runs


def _next_after(positions: list[int], position: int) -> int | None:
    index = bisect_right(positions, position - 1)
    return positions[index] if index < len(positions) else None
