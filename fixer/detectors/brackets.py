"""Quotes and brackets that open and never close, or close and never opened.

A machine that cuts a sentence at a link or at bold type loses one of a pair: `la "génération" de xAI).Colosse"Le coût`.
Which one is wrong, and where its fellow belongs, only the source knows, so they are flagged, paragraph by paragraph.

Left alone: `a)`, `1)` and other numbers of items, smileys, intervals (`[0, 1)`, `]0, 1[`), inches and seconds (`12"`),
paragraphs with code or formulas in them.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import accidents, damaged
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_LINE = pattern(r"[^\n]*[()«»\"][^\n]*")
_MARK = pattern(r"[()«»\"]")
_ENUMERATOR = pattern(r"(?r)(?:^|[\s(,;:«\"])(?:\p{L}|\d{1,3}|[ivx]{1,4})\)")
_FORMULA = pattern(r"[=\\{}_^|<>]|[\[\]][\d\p{L}.]++[,;:] ?[\d\p{L}.∞+-]++[\[\]()]|\w\(")
_SMILEY = pattern(r"[:;]-?[()]|\([:;]")
_LONGEST = 8000


@rule("unbalanced", Category.TYPOGRAPHY, Stage.TYPOGRAPHY, "a quote or bracket without its fellow", Trust.FLAG)
def unbalanced(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from accidents(document, _unbalanced(document))


def _unbalanced(document: Document) -> Iterator[Finding]:
    wounded = damaged(document)
    for line in _LINE.finditer(document.prose):
        text = line.group()
        if len(text) > _LONGEST or HOLE in text or _FORMULA.search(text):
            continue
        for opening, closing in ("()", "«»"):
            if text.count(opening) != text.count(closing):
                for at in _lonely(text, opening, closing):
                    yield _flag(line.start() + at, text[at])
        if wounded and text.count('"') % 2:
            yield _flag(line.start() + _lonely_quote(text), '"')


def _flag(at: int, mark: str) -> Finding:
    return Finding(Span(at, at + 1), f"“{mark}” has no fellow in its paragraph", confidence=0.8)


def _lonely(text: str, opening: str, closing: str) -> list[int]:
    """Where the marks without a fellow stand."""
    stack: list[int] = []
    lonely: list[int] = []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if mark == opening and not _SMILEY.match(text, max(0, at - 2), at + 1):
            stack.append(at)
        elif mark == closing:
            if stack:
                stack.pop()
            elif not (mark == ")" and (_ENUMERATOR.match(text, endpos=at + 1) or _SMILEY.match(text, max(0, at - 2)))):
                lonely.append(at)
    return lonely + stack


def _lonely_quote(text: str) -> int:
    """The straight quote whose side does not fit: one that should open but has a letter before, or none after."""
    places = [match.start() for match in regex.finditer('"', text)]
    for number, at in enumerate(places):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        opens = after.isalnum() and not before.isalnum()
        closes = (before.isalnum() or before in ".!?)") and not after.isalnum()
        if (number % 2 == 0 and closes and not opens) or (number % 2 == 1 and opens and not closes):
            return at
    return places[-1]
