"""Identifiers whose capitals an engine changed: `Chatid` in a text whose code says `chatId`.

Engines lower the capitals of what they take for a word and raise them at the start of a segment, and ids lose all of
them: `viw9urp77id0ce4ee` beside an address with `viw9UrP77Id0CE4ee`. The document itself has the original: in its
code or in an address there is exactly one spelling, with a capital inside, and the word of the prose differs from it
in nothing but capitals and is no word.

Suggested. Left alone: words of French and English, names, and spellings of which the code has several.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._shared import repair
from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_TOKEN = pattern(r"[A-Za-z_][A-Za-z\d_]{4,60}")
_WORD = pattern(r"(?<![\w.@/\\'’-])[A-Za-z_][A-Za-z\d_]{4,60}(?![\w'’-])")
_IDENTIFIER = pattern(r"[a-z\d_][A-Za-z\d_]*[A-Z]")


@rule(
    "recased-name",
    Category.MARKUP,
    Stage.TERM,
    "identifiers that lost their capitals: `Chatid` beside `chatId`",
    Trust.SUGGEST,
)
def recased_name(document: Document, resources: Resources) -> Iterator[Finding]:
    spellings: dict[str, set[str]] = {}
    for region in document.regions:
        if region.kind in (Kind.CODE, Kind.LINK):
            for match in _TOKEN.finditer(document.text, region.span.start, region.span.end):
                spellings.setdefault(match.group().lower(), set()).add(match.group())
    wanted = {
        lower: written
        for lower, several in spellings.items()
        for written in several
        if len(several) == 1 and _IDENTIFIER.match(written)
    }
    if not wanted:
        return
    words = resources.lexicon
    for match in _WORD.finditer(document.prose):
        new = wanted.get(match.group().lower())
        if new and new[1:] != match.group()[1:] and not words.known(match.group()):
            message = f"the code of this text writes “{new}”"
            yield from repair(document, *match.span(), new, message, Trust.SUGGEST, 0.9)
