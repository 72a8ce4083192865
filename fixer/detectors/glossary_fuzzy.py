"""Names and terms that are nearly right: misspelt, half translated, or put together from the right words.

`Anthropiq`, `Laténode`, `Hugging Fase` are one edit, or one French spelling, away from a name that the glossary marks
for it (`fuzzy: true`), and no word of French, of English or of the field. `apprentissage par le renforcement` has the
words of *apprentissage par renforcement* and other function words.

Left alone: words that exist, words derived from a name (`dockeriser`), names near to two entries, code and addresses,
a word that recurs in the document and is more than a spelling away (it is probably a name of its own).

Never applied: a name that nobody listed may be right.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.lexicon import Lexicon
from fixer.glossary.cover import Cover
from fixer.glossary.fuzzy import Near, names, terms
from fixer.glossary.model import Kind
from fixer.glossary.replace import repair_as
from fixer.glossary.select import select
from fixer.resources import Resources
from fixer.taxonomy import Category

_RECURS = 3


def _taken(document: Document, resources: Resources) -> Cover:
    """What the glossary explains already: right forms, and wrong ones that it replaces."""
    glossary, prose = resources.glossary, document.prose
    right = (hit.span for hit in glossary.matches(prose) if hit.wrong is None)
    wrong = (hit.span for hit in select(glossary, prose, resources.lexicon.tags))
    return Cover((*right, *wrong, *glossary.protected_spans(prose)))


def _finding(document: Document, resources: Resources, near: Near) -> Iterator[Finding]:
    repaired = repair_as(document.prose, near.span, near.entry, resources.lexicon.tags)
    if repaired is None or not all(map(document.editable, repaired.edits)):
        return
    old = near.span.of(document.text)
    message = f"“{old}” is nearly “{near.entry.term}”"
    confidence = 0.9 - 0.15 * near.distance
    yield Finding(
        repaired.span, message, repaired.edits, trust=Trust.SUGGEST, confidence=confidence, origin=near.entry.origin
    )


def _is_misspelt(word: str, known: Lexicon) -> bool:
    """True for a word in lower case that is one letter away from a French one: *containeur* is no *containerd*."""
    cuts = range(1, len(word))
    fewer = (word[:i] + word[i + 1 :] for i in cuts)
    other = (word[:i] + letter + word[i + 1 :] for i in cuts for letter in _LETTERS)
    return any(map(known.french, fewer)) or any(map(known.french, other))


_LETTERS = "abcdefghijklmnopqrstuvwxyzéèêàçîôû"


@rule("entity-fuzzy", Category.ENTITY, Stage.TERM, "misspelt or half-translated names", trust=Trust.SUGGEST)
def entity_fuzzy(document: Document, resources: Resources) -> Iterator[Finding]:
    glossary, lexicon = resources.glossary, resources.lexicon

    def known(word: str) -> bool:
        return lexicon.known(word) or lexicon.english(word.lower()) or glossary.knows_word(word.lower())

    for near in names(document.prose, glossary, known, _taken(document, resources)):
        old = near.span.of(document.prose)
        if old.islower() and _is_misspelt(old, lexicon):
            continue
        recurs = document.prose.count(old) >= _RECURS
        if near.entry.kind is Kind.ENTITY and not (recurs and near.distance):
            yield from _finding(document, resources, near)


@rule("term-fuzzy", Category.TERM, Stage.TERM, "terms put together wrongly from the right words", trust=Trust.SUGGEST)
def term_fuzzy(document: Document, resources: Resources) -> Iterator[Finding]:
    for near in terms(document.prose, resources.glossary, _taken(document, resources)):
        if near.entry.kind is Kind.TERM:
            yield from _finding(document, resources, near)
