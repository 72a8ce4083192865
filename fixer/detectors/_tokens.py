"""The blank-delimited tokens of a document, as they are seen, with what stands around them.

Markup inside of a token (an inline tag, an emphasis marker, the target of a link) is invisible; a code span is one
opaque character; a block tag or `<br>` ends a token like a blank.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from fixer.document import HOLE, Document, Kind
from fixer.french.lexicon import Lexicon
from fixer.french.segmentation import gate
from fixer.french.segmentation.splitter import first_key, last_key
from fixer.french.segmentation.visible import Piece, Visible, curl, see
from fixer.lazy import pattern
from fixer.text import Span

_TOKEN = pattern(r"[^\s|]+")
_BREAK = pattern(r"[\r\n]")
_LETTER = pattern(r"\p{L}")
EDGES = "([{«“\"'‘*_>•·…)]}»”’.,;:!?"
_MARKED = pattern(rf"[{HOLE}*\[\]]|__|~~")
_QUOTE = pattern('"')
_MARKER = pattern(r"\*{1,3}|(?<!_)__(?!_)|~~")
_INLINE = frozenset(
    "a abbr b bdi bdo cite del dfn em font i ins label mark q s small span strong strike time tt u var code kbd".split()
)
_MARKUP = pattern(r"<[^>]*>|&[^;]*;|[^<&]+|.")
_LINK = pattern(rf"(!?\[)[^\[\]\n]*(\]){HOLE}")
_TAG = pattern(r"</?([a-zA-Z][a-zA-Z0-9]*)")


@dataclass(frozen=True, slots=True)
class Token:
    """`span` is the token in the document; `line` the span of its line; `core` the token without marks around it."""

    span: Span
    text: str
    line: Span
    core: str


@lru_cache(maxsize=2)
def suspects(document: Document, lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens of the prose that are not plain, in order; remembered, since two rules ask."""
    return tuple(_suspects(document, lexicon))


def _suspects(document: Document, lexicon: Lexicon) -> Iterator[Token]:
    """The tokens of the prose that are not plain, in order; the holes of protected regions are part of them."""
    prose = document.prose
    seen: dict[str, bool] = {}
    line = Span(0, 0)
    for match in _TOKEN.finditer(prose):
        text = match.group()
        plain = seen.get(text)
        if plain is None:
            plain = seen[text] = len(text) - text.count(HOLE) > gate.LONGEST or _plain(text, lexicon)
        if not plain:
            start, end = match.span()
            if start >= line.end:
                opening = 1 + max(prose.rfind("\n", line.end, start), prose.rfind("\r", line.end, start))
                closing = _BREAK.search(prose, end)
                line = Span(opening or line.end, closing.start() if closing else len(prose))
            yield Token(Span(start, end), text, line, text.strip(EDGES))


def _plain(text: str, lexicon: Lexicon) -> bool:
    text = text.strip("*_~") if text[0] in "*_~" else text  # **TD3**: emphasis around a whole token
    if _MARKED.search(text):
        return not _LETTER.search(text)
    return gate.plain(text, lexicon) or gate.code_like(text)


def pieces(document: Document, span: Span, brackets: frozenset[int]) -> Iterator[list[Piece]]:
    """The pieces of the token at `span`; several lists if block tags cut it into several tokens.

    `brackets` are the places of the square brackets of links, which are markup too.
    """
    found: list[Piece] = []
    for region in document.regions_in(span):
        part = Span(max(region.span.start, span.start), min(region.span.end, span.end))
        text = part.of(document.text)
        if region.kind is Kind.PROSE:
            found.extend(_without_brackets(part.start, part.of(document.prose), brackets))
        elif region.kind in (Kind.CODE, Kind.FRONT_MATTER):
            found.append(Piece(part.start, text, "opaque"))
        elif region.kind is Kind.LINK:
            target = part.start - 1 in brackets
            found.append(Piece(part.start, text, "markup" if target else "opaque"))
        elif region.kind is Kind.COMMENT:
            found.append(Piece(part.start, text, "markup"))
        else:
            for tag in _MARKUP.finditer(text):
                if _inline(tag.group()):
                    found.append(Piece(part.start + tag.start(), tag.group(), "markup"))
                else:
                    yield found
                    found = []
    yield found


def _without_brackets(start: int, text: str, brackets: frozenset[int]) -> Iterator[Piece]:
    position = 0
    for index in range(len(text)):
        if start + index in brackets:
            if index > position:
                yield Piece(start + position, text[position:index], "prose")
            yield Piece(start + index, text[index], "markup")
            position = index + 1
    if position < len(text):
        yield Piece(start + position, text[position:], "prose")


def _inline(markup: str) -> bool:
    tag = _TAG.match(markup)
    return tag is not None and tag[1].lower() in _INLINE


_CONTEXT = 60


def neighbours(prose: str, token: Token) -> tuple[str, str]:
    """The keys of the words before and after a token, in its line."""
    left = prose[max(token.line.start, token.span.start - _CONTEXT) : token.span.start]
    right = prose[token.span.end : min(token.line.end, token.span.end + _CONTEXT)]
    return last_key(left), first_key(right)


class Line:
    """What a token has to know of its line, looked up once a line: quotes, emphasis markers, brackets of links."""

    def __init__(self, prose: str, span: Span) -> None:
        self._prose = prose
        self.span = span
        #: a single star without a partner is no emphasis: `session*()`
        self.paired = prose.count("*", span.start, span.end) % 2 == 0

    @cached_property
    def quotes(self) -> list[int]:
        """The places of the straight quotes."""
        return [match.start() for match in _QUOTE.finditer(self._prose, self.span.start, self.span.end)]

    @cached_property
    def brackets(self) -> frozenset[int]:
        """The places of the square brackets around the texts of links, and of the `!` of images."""
        found = _LINK.finditer(self._prose, self.span.start, self.span.end)
        return frozenset(place for match in found for place in (*range(*match.span(1)), match.start(2)))

    @cached_property
    def _markers(self) -> list[int]:
        return [match.start() for match in _MARKER.finditer(self._prose, self.span.start, self.span.end)]

    def opened(self, at: int) -> int:
        """How many emphasis markers begin before the place `at`."""
        return bisect_left(self._markers, at)


class Lines:
    """The lines of a document, for tokens that come in order."""

    def __init__(self, prose: str) -> None:
        self._prose = prose
        self._last = Line(prose, Span(0, 0))

    def of(self, token: Token) -> Line:
        if self._last.span != token.line:
            self._last = Line(self._prose, token.line)
        return self._last


def visible(document: Document, token: Token, lines: Lines) -> Iterator[Visible]:
    """What is seen of a token; nothing if it holds marks of code."""
    line = lines.of(token)
    if not _MARKED.search(token.text):
        start = token.span.start
        text = curl(token.text, start, line.quotes) if '"' in token.text else token.text
        yield Visible(text, tuple(range(start, start + len(text))), frozenset())
        return
    for found in pieces(document, token.span, line.brackets):
        if any(piece.kind == "prose" for piece in found):
            seen = see(found, line.opened(token.span.start), line.paired)
            if seen.text and not gate.code_like(seen.text):
                yield seen
