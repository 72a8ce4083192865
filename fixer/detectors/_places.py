"""Where a short text stands alone: in a line, a heading, an item, a cell, an element of HTML, or at the head of one."""

from __future__ import annotations

from fixer.document import HOLE, Document, Kind
from fixer.lazy import pattern
from fixer.text import Span

_TAG = pattern(r"</?([A-Za-z][A-Za-z0-9]*)")
_INLINE = frozenset("b strong i em u span font small code sup sub img svg br mark kbd tt s del".split())
_LONGEST_TAG = 500
_NUMBER = pattern(r"(?m)^[ \t>*_]*\d{1,3}(?:\.\d{1,2}){0,2}[.)]?[ \t*_]+$")
_WRAPPING = frozenset(" \t*_([>#·•+-")
_CLOSING = frozenset(" \t*_)]")
_NOTE = pattern(r"[ \t]*\([^()\n|]{1,40}\)[ \t*_]*(?=\r?$|\|)", 8)
_SMALL_WORD = pattern(
    r"(?<![\w-])(?:l[ea]s?|une?|d(?:es|u|e)|et|est|sont|qui|que|pour|dans|avec|vous|aux?|ce(?:tte|s)?|en|par|sur|plus|à"
    r"|d['’]|l['’])(?![\w(])|[dl]['’]"
)


def is_link_text(document: Document, span: Span) -> bool:
    """True if the span is all the text of a link."""
    prose, region = document.prose, document.regions
    if prose[span.start - 1 : span.start] != "[" or prose[span.end : span.end + 2] != f"]{HOLE}" or not region:
        return False
    return document.region_at(span.end + 1).kind is Kind.LINK


def opens_place(document: Document, position: int) -> bool:
    """True if nothing but marks, numbers and opening tags stands before the position in its line, cell or element."""
    prose, text = document.prose, document.text
    while position > 0:
        char = prose[position - 1]
        if char in "\n\r|" or prose.startswith(" / ", position - 3):
            return True
        if char == HOLE:
            tag = _tag(text, position)
            if tag is None:
                if document.region_at(position - 1).kind is not Kind.MARKUP:
                    return False
                position -= 1
            elif tag[0] not in _INLINE:
                return True
            else:
                position = tag[1]
        elif char in _WRAPPING or _is_sign(char):
            position -= 1
        elif char.isdigit() or char in ".)":
            line = max(prose.rfind("\n", max(0, position - 20), position) + 1, position - 20)
            return _NUMBER.match(prose[line:position] + " ") is not None
        else:
            return False
    return True


def ends_place(document: Document, position: int) -> bool:
    """True if the line, cell or element ends after the position, or the span is its bold head or what it explains."""
    prose, text = document.prose, document.text
    size, bold = len(prose), False
    while position < size:
        char = prose[position]
        if char in "\n\r|" or prose.startswith(" / ", position) or prose.startswith("/ ", position):
            return True
        if char in ":：\u00a0" or (char == " " and prose[position + 1 : position + 2] == ":"):
            return _explained(prose, position, bold)
        if bold and char in "–—-":
            return True
        if char == HOLE:
            if text[position] == "<":
                tag = _TAG.match(text, position)
                if tag is None or tag[1].lower() not in _INLINE:
                    return tag is not None
                bold = bold or tag[1].lower() in ("b", "strong")
                position = text.find(">", position, position + _LONGEST_TAG) + 1 or size
            elif document.region_at(position).kind is Kind.CODE:
                return False
            else:
                position += 1
        elif _NOTE.match(prose, position):
            return True
        elif char in _CLOSING or _is_sign(char) or (char == "#" and not bold):
            bold = bold or char == "*"
            position += 1
        else:
            return False
    return True


_LEAST_FRENCH = 1


def _explained(prose: str, position: int, bold: bool) -> bool:
    """True if what follows the colon ends the line or is French."""
    end = prose.find("\n", position)
    rest = prose[position : end if end >= 0 else len(prose)].strip(" :：\u00a0*_\r")
    return bold or not rest or len(_SMALL_WORD.findall(rest[:300].lower())) >= _LEAST_FRENCH


def _tag(text: str, end: int) -> tuple[str, int] | None:
    """The name of the tag that ends at `end`, in lower case, and where it begins."""
    if text[end - 1] != ">":
        return None
    start = text.rfind("<", max(0, end - _LONGEST_TAG), end)
    match = _TAG.match(text, start) if start >= 0 else None
    return (match[1].lower(), start) if match else None


def _is_sign(char: str) -> bool:
    """True for emoji and the like, which decorate headings."""
    return ord(char) > 0x2190 and not char.isalnum() and char != HOLE and char not in "\u3000、。，"
