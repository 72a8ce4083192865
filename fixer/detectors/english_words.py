"""English words that a machine left in the middle of its French: `les éléments resized`, `| Lock Contention |`.

Only in a text that a machine made: authors of technical French use English words freely, and mean them.

* a label (a cell, a bold head, the text of a link) of two words or more that are English and, for the most part, not
  French, nor a term or a name that the glossary knows;
* a single word in lower case that is English, no French, and that technical French never uses as a loan.

Flagged: the translation is for a person.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._origin import machine_made
from fixer.detectors._shared import code_like
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.foreign import foreign_at
from fixer.french.lexicon import Lexicon
from fixer.glossary.cover import Cover
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_LABEL = pattern(
    rf"(?m)(?:^[ \t]*(?:[-*+•] |\d+[.)] )?\*\* ?|\| *(?:\*\*)? ?|\[)"
    rf"(?P<label>[A-Z][A-Za-z-]+(?: [A-Za-z-]+){{1,6}}):?(?= ?\*\*| *\||\]{HOLE})"
)
_WORD = pattern(r"(?<![\w.@/\\'’\[*_(«\"-])[a-z]{5,}(?![\w'’/@=(\\\]*_»\")-]|\.\w)")
_PART = pattern(r"[A-Za-z]+")
_MOSTLY = 0.6


@rule(
    "english-words",
    Category.UNTRANSLATED_EN,
    Stage.SENTENCE,
    "English words and labels in the French of a machine",
    Trust.FLAG,
)
def english_words(document: Document, resources: Resources) -> Iterator[Finding]:
    if not machine_made(document, resources):
        return
    prose, lexicon, glossary = document.prose, resources.lexicon, resources.glossary
    known = Cover((*(hit.span for hit in glossary.matches(prose)), *glossary.protected_spans(prose)))
    for match in _LABEL.finditer(prose):
        span = Span(*match.span("label"))
        label = match["label"]
        if label.isupper() or known.overlaps(span) or label in glossary.listed:
            continue
        if _is_english(label, lexicon):
            yield Finding(span, "English left untranslated", confidence=0.75)
    labels = Cover(Span(*match.span("label")) for match in _LABEL.finditer(prose))
    for match in _WORD.finditer(prose):
        span = Span(*match.span())
        if not _is_stray(match.group(), lexicon) or known.overlaps(span) or labels.overlaps(span):
            continue
        if glossary.knows_word(match.group()) or code_like(prose, span):
            continue
        if not foreign_at(prose, span.start, lexicon):
            yield Finding(span, "an English word that French does not use", confidence=0.6)


def _is_english(label: str, words: Lexicon) -> bool:
    parts = _PART.findall(label.lower())
    foreign = sum(words.english(part) and not words.french(part) for part in parts)
    return foreign >= _MOSTLY * len(parts) and all(map(words.english, parts))


def _is_stray(word: str, words: Lexicon) -> bool:
    return words.english(word) and not words.french(word) and not words.frequency(word) and not words.domain(word)
