"""Wrong renderings that nobody listed, found by translating the French back word by word.

`Grève de foule` is made of *strike* and *crowd*: CrowdStrike. `jeton de rembourrage` is made of *token* and *padding*,
and a padding token is called *jeton de remplissage*. See `fixer.glossary.backtranslate`.

Most French that can be translated back is good French. A finding needs more:

* a name: a capital inside of a sentence, a half in English, or other names of its field in the document; a name of one
  common word (`Fiole` for Flask) all of it: capital, and names of the same field;
* a term: other terms of the same field in the document, and words that technical French does not put together.

What the glossary explains itself, right or wrong, is left to it. Never applied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.lexicon import Lexicon, lexicon
from fixer.french.words import unaccented
from fixer.glossary import Glossary
from fixer.glossary.backtranslate import Rendering, names, terms
from fixer.glossary.context import in_code
from fixer.glossary.cover import Cover
from fixer.glossary.english import entry_of
from fixer.glossary.fold import fold_form
from fixer.glossary.match import opens
from fixer.glossary.model import Entry, Kind
from fixer.glossary.replace import repair_as
from fixer.glossary.select import select
from fixer.glossary.skeleton import content_words
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_CONFIDENCE = 0.75
_FIELD = 2
"""So many concepts of a field must the document hold before its odd words are taken for names or terms of it."""

_COMMON = 10.0
"""Occurrences per million words above which a word with a capital is rather a title or a label than a name."""


@lru_cache(maxsize=8)
def _fields(glossary: Glossary, text: str) -> Counter[str]:
    """How many concepts of each field the text names, rightly or wrongly."""
    seen = {
        (hit.entry.domain or "", hit.entry.id) for hit in glossary.matches(text) if hit.entry.kind is not Kind.PHRASE
    }
    return Counter(domain for domain, _ in seen)


@lru_cache(maxsize=8)
def _names_in(glossary: Glossary, text: str) -> Counter[str]:
    """How many names of each field the text holds, right ones and such wrong ones as the glossary is sure of."""
    right = (hit for hit in glossary.matches(text) if hit.wrong is None)
    seen = {
        (hit.entry.domain or "", hit.entry.id)
        for hit in (*right, *select(glossary, text, lexicon().tags))
        if hit.entry.kind is Kind.ENTITY and hit.span.of(text)[:1].isupper()
    }
    return Counter(domain for domain, _ in seen)


def _taken(document: Document, resources: Resources) -> Cover:
    glossary, prose = resources.glossary, document.prose
    right = (hit.span for hit in glossary.matches(prose) if hit.wrong is None)
    wrong = (hit.span for hit in select(glossary, prose, resources.lexicon.tags))
    return Cover((*right, *wrong, *glossary.protected_spans(prose)))


def _finding(document: Document, resources: Resources, rendering: Rendering, entry: Entry) -> Iterator[Finding]:
    span = rendering.span
    repaired = repair_as(document.prose, span, entry, resources.lexicon.tags)
    if repaired is None or not all(map(document.editable, repaired.edits)):
        return
    what = "name" if entry.kind is Kind.ENTITY else "term"
    message = f"“{span.of(document.text)}”, translated back word by word, is the {what} “{entry.term}”"
    yield Finding(
        repaired.span, message, repaired.edits, trust=Trust.SUGGEST, confidence=_CONFIDENCE, origin=entry.origin or None
    )


@rule("entity-back-translated", Category.ENTITY, Stage.TERM, "names translated word by word, by no list", Trust.SUGGEST)
def entity_back_translated(document: Document, resources: Resources) -> Iterator[Finding]:
    glossary, prose = resources.glossary, document.prose
    taken = None
    for rendering in names(prose, glossary):
        if in_code(prose, rendering.span):
            continue
        taken = taken or _taken(document, resources)
        if taken.overlaps(rendering.span):
            continue
        entry = entry_of(rendering.concept, glossary)
        if _is_name(document, resources, rendering, entry):
            yield from _finding(document, resources, rendering, entry)


def _is_name(document: Document, resources: Resources, rendering: Rendering, entry: Entry) -> bool:
    prose, words = document.prose, rendering.words
    known = resources.lexicon
    inside = not opens(prose, rendering.span.start)
    letters = [word for word in words if word.isalpha()]
    if _says_something(letters, known, inside):
        return False
    if len(letters) == 1:
        return inside and _is_odd_name(document, resources, letters[0], entry)
    if any(_is_verbatim(word, entry.term, known) for word in letters):
        return True
    if all(known.frequency(word) > _COMMON for word in letters):
        return False
    if all(resources.language_model.seen(a, b) for a, b in pairwise(words)):
        return False
    names_around = sum(_names_in(resources.glossary, prose).values())
    if entry.term[1:].islower() and known.english(entry.term.lower()) and not inside:
        return False
    return names_around >= (1 if inside else _FIELD)


def _says_something(words: list[str], known: Lexicon, inside: bool) -> bool:
    """True for a name with a verb that stands as verbs stand in French: *Vue utilise…*, *Utiliser Vue*."""
    for word in words:
        tags = known.tags(word.lower())
        if "verbe" not in tags or tags & {"nom", "adj", "ppas"}:
            continue
        if not (inside and word[:1].isupper()) and not ("inf" in tags and inside):
            return True
    return False


def _is_verbatim(word: str, name: str, known: Lexicon) -> bool:
    """True for a word with a capital that the name has as it is: *Git* in `Moyeu Git`."""
    return word[:1].isupper() and word.lower() in name.lower() and (known.name(word) or not known.french(word))


def _is_odd_name(document: Document, resources: Resources, word: str, entry: Entry) -> bool:
    """True for a capital on a word that no text of the field uses, among names of the field."""
    known = resources.lexicon
    if (
        word.isupper()
        or not known.french(word)
        or known.english(word)
        or "npr" in known.tags(word)
        or known.frequency(word) > _COMMON
    ):
        return False
    around = _names_in(resources.glossary, document.prose)
    return around[entry.domain or ""] >= _FIELD or sum(around.values()) > 2 * _FIELD


@rule("term-back-translated", Category.TERM, Stage.TERM, "terms translated word by word, by no list", Trust.SUGGEST)
def term_back_translated(document: Document, resources: Resources) -> Iterator[Finding]:
    glossary, prose = resources.glossary, document.prose
    if sum(_fields(glossary, prose).values()) < _FIELD:
        return
    taken = None
    for rendering in terms(prose, glossary, _is_noun):
        taken = taken or _taken(document, resources)
        if taken.overlaps(rendering.span) or in_code(prose, rendering.span):
            continue
        entry = entry_of(rendering.concept, glossary)
        if entry.pos == "noun" and _is_term(document, resources, rendering, entry):
            yield from _finding(document, resources, rendering, entry)


def _is_noun(word: str) -> bool:
    """True for a noun that is no form of a verb but a finite one."""
    tags = lexicon().tags(word)
    return "nom" in tags and not tags & {"inf", "ppas", "ppre"}


_POINTING = frozenset(
    f"{word}{ending}"
    for word in ("précédent", "suivant", "présent", "courant", "second", "grand", "petit", "différent")
    for ending in ("", "e", "s", "es")
) | frozenset("plusieurs autre autres même mêmes chose choses".split())
"""Words that point or count: they name nothing (*les messages précédents*, *plusieurs états*, *pas grand chose*)."""

_LOCUTION = pattern(
    r"[ \u00a0]à[ \u00a0](?:la[ \u00a0]|l['’])"
    r"(?:place|fois|main|suite|volée|aide|origine|avance|demande|fin|une|autre)\b"
)
"""*des parenthèses à la place* has no *place* in it that a term could be made of."""


def _is_term(document: Document, resources: Resources, rendering: Rendering, entry: Entry) -> bool:
    words, prose = rendering.words, document.prose
    if not _POINTING.isdisjoint(words) or _LOCUTION.search(prose, rendering.span.start, rendering.span.end):
        return False
    if (
        not all(map(resources.lexicon.french, words))
        or "-" in prose[max(0, rendering.span.start - 1)] + prose[rendering.span.end : rendering.span.end + 1]
    ):
        return False
    fields = _fields(resources.glossary, prose)
    if fields[entry.domain or ""] < _FIELD:
        return False
    for form in (entry.term, *entry.allowed):
        if _alike(content_words(fold_form(form)), content_words(" ".join(words))):
            return False
    return not all(resources.language_model.seen(a, b) for a, b in pairwise(words))


def _alike(right: tuple[str, ...], here: tuple[str, ...]) -> bool:
    """True if the words are of the same roots: *multiplication de matrices*, *multiplication matricielle*."""
    return sorted(unaccented(word)[:4] for word in right) == sorted(unaccented(word)[:4] for word in here)
