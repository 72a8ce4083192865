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

_PARAGRAPH = pattern(r"[^\n]++(?:\n(?<=[\p{L}\p{N},;(«’'\"-] ?\n)(?=[ \t]*+[\p{Ll}\p{N}(«\"](?!\d?\d?[.)] ))[^\n]++)*+")
"""A line, and what goes on with it: a wrapped line stops in mid-sentence, and the next begins in lower case."""
_MARK = pattern(r"[()«»\"]")
_ENUMERATOR = pattern(r"(?r)(?:^|[\s(,;:«\"*])(?:\p{L}|\d{1,3}|[ivx]{1,4})\)")
_FORMULA = pattern(r"[=\\{}_^|<>]|[\[\]][\d\p{L}.]++[,;:] ?[\d\p{L}.∞+-]++[\[\]()]|\w\(")
_SMILEY = pattern(r"[:;]-?[()]|\([:;]")
_LONGEST = 8000


@rule("unbalanced", Category.TYPOGRAPHY, Stage.TYPOGRAPHY, "a quote or bracket without its fellow", Trust.FLAG)
def unbalanced(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from accidents(document, _unbalanced(document))


def _unbalanced(document: Document) -> Iterator[Finding]:
    if not _MARK.search(document.prose):
        return
    wounded = damaged(document)
    for paragraph in _PARAGRAPH.finditer(document.prose):
        text = paragraph.group()
        if not _MARK.search(text) or len(text) > _LONGEST or HOLE in text or _FORMULA.search(text):
            continue
        for opening, closing in ("()", "«»"):
            if text.count(opening) != text.count(closing):
                for at in _lonely(text, opening, closing):
                    yield _flag(paragraph.start() + at, text[at])
        if wounded and text.count('"') % 2:
            yield _flag(paragraph.start() + _lonely_quote(text), '"')


def _flag(at: int, mark: str) -> Finding:
    return Finding(Span(at, at + 1), f"“{mark}” has no fellow in its paragraph", confidence=0.8)


def _lonely(text: str, opening: str, closing: str) -> list[int]:
    """Where the marks without a fellow stand."""
    stack: list[int] = []
    lonely: list[int] = []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        smiley = any(_SMILEY.fullmatch(text, max(0, at - size), at + 1) for size in (1, 2))
        if mark == opening and not smiley:
            stack.append(at)
        elif mark == closing:
            if stack:
                stack.pop()
            elif not (mark == ")" and (smiley or _ENUMERATOR.match(text, endpos=at + 1))):
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
