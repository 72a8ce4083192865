"""A blank-delimited token as the reader of the page sees it.

Markup is invisible but a place where spaces get lost; a code span or a link is one opaque character. `Visible` keeps
the way back: an offset of the visible text is a place of the document where something can be inserted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from fixer.french.segmentation.units import HOLE
from fixer.lazy import simple_pattern


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the document inside of a token: prose, an opaque object, or markup."""

    start: int
    text: str
    kind: str  # "prose", "opaque", "markup"


@dataclass(frozen=True, slots=True)
class Visible:
    """`text` is what is seen; `places[i]` is where an insertion before `text[i]` goes; `soft` are markup boundaries."""

    text: str
    places: tuple[int, ...]
    soft: frozenset[int]


_MARKER = simple_pattern(r"\*{1,3}|(?<!_)__(?!_)|~~")
_CLOSING = simple_pattern(r"</|\(|\]")  # an end tag; the end of a link's text, its target


def see(pieces: Sequence[Piece], opened: int, paired: bool = True) -> Visible:
    """The visible text of the pieces; `opened` is how many emphasis markers the line has before them.

    `paired`: the markers of the line have partners; if not, they are characters like others.
    """
    text: list[str] = []
    places: list[int] = []
    soft: dict[int, int] = {}

    def boundary(start: int, end: int, closing: bool) -> None:
        index = len(text)
        # after what closes, before what opens: `</b>|Un`, `le|<b>`, `</b>|<i>`
        if closing or index not in soft:
            soft[index] = end if closing else start

    for piece in pieces:
        if piece.kind == "markup":
            boundary(piece.start, piece.start + len(piece.text), bool(_CLOSING.match(piece.text)))
        elif piece.kind == "opaque":
            text.append(HOLE)
            places.append(piece.start)
        else:
            position = 0
            for marker in _MARKER.finditer(piece.text) if paired else ():
                _append(text, places, piece, position, marker.start())
                boundary(piece.start + marker.start(), piece.start + marker.end(), opened % 2 == 1)
                opened += 1
                position = marker.end()
            _append(text, places, piece, position, len(piece.text))
    visible = "".join(text)
    inner = {i: place for i, place in soft.items() if 0 < i < len(visible)}
    return Visible(visible, tuple(inner.get(i, place) for i, place in enumerate(places)), frozenset(inner))


def _append(text: list[str], places: list[int], piece: Piece, start: int, end: int) -> None:
    text.extend(piece.text[start:end])
    places.extend(range(piece.start + start, piece.start + end))


def curl(text: str, offset: int, quotes: Sequence[int]) -> str:
    """Straight quotes turned by parity, so that an opening one is told from a closing one; the length stays.

    `quotes` are the offsets of the straight quotes of the paragraph, `offset` is where `text` starts.
    """
    if '"' not in text:
        return text
    out = []
    for index, char in enumerate(text):
        if char == '"':
            before = bisect_right(quotes, offset + index) - 1
            char = "“" if before % 2 == 0 else "”"
        out.append(char)
    return "".join(out)
