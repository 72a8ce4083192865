"""Wrong renderings that nobody listed, found by translating the French back word by word.

`Grève de foule` is made of *strike* and *crowd*: CrowdStrike. `jeton de rembourrage` is made of *token* and *padding*,
and a padding token is called *jeton de remplissage*. See `fixer.glossary.backtranslate`.

Most French that can be translated back is good French. A finding needs more:

* a name: a capital inside of a sentence, a half in English, or other names of its field in the document; a name of one
  common word (`Fiole` for Flask) all of it: capital, and names of the same field;
* a label (a cell, the bold head of an item): two names of its field in the same table or list. There it counts in lower
  case too: *tonique* beside *axum* and *hyper* is tonic;
* a term: a text that a machine made, other terms of the same field in it, and words that technical French does not put
  together.

What the glossary explains itself, right or wrong, is left to it. Never applied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from fixer.detectors._labels import labelled
from fixer.detectors._name_evidence import FIELD, is_name, is_only_listed
from fixer.detectors._origin import machine_made
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.lexicon import Lexicon, lexicon
from fixer.french.words import unaccented
from fixer.glossary import Glossary
from fixer.glossary.backtranslate import Rendering, names, terms
from fixer.glossary.bilingual import singular
from fixer.glossary.context import in_code
from fixer.glossary.cover import Cover
from fixer.glossary.english import Concept, entry_of
from fixer.glossary.fields import company
from fixer.glossary.fold import fold_form
from fixer.glossary.model import Entry, Kind
from fixer.glossary.replace import repair_as
from fixer.glossary.select import select
from fixer.glossary.skeleton import content_words, squash
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_CONFIDENCE = 0.75


@lru_cache(maxsize=8)
def _fields(glossary: Glossary, text: str) -> Counter[str]:
    """How many concepts of each field the text names, rightly or wrongly."""
    seen = {
        (hit.entry.domain or "", hit.entry.id) for hit in glossary.matches(text) if hit.entry.kind is not Kind.PHRASE
    }
    return Counter(domain for domain, _ in seen)


def _taken(document: Document, resources: Resources, labels: Sequence[Rendering] = ()) -> Cover:
    """What the glossary explains itself, right or wrong; not a part of a label: *passerelle* in `grpc-passerelle`."""
    glossary, prose = resources.glossary, document.prose
    right = (hit.span for hit in glossary.matches(prose) if hit.wrong is None)
    wrong = (hit.span for hit in select(glossary, prose, resources.lexicon.tags))
    taken = (*right, *wrong, *glossary.protected_spans(prose))
    small = [label.span for label in labels if label.span.of(prose).islower()]
    return Cover(span for span in taken if not any(label != span and label.contains(span) for label in small))


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
    covered = None
    for rendering, is_label in _candidates(prose, glossary):
        if in_code(prose, rendering.span) or rendering.span.of(prose) in glossary.listed:
            continue
        covered = covered or _taken(document, resources, labelled(glossary, prose))
        if covered.overlaps(rendering.span):
            continue
        concept = _likeliest(rendering, prose, glossary)
        if concept and concept.term.islower() and not (is_label and rendering.span.of(prose).islower()):
            continue  # a package or a command: `allez construire`, but not *Installer npm*
        if concept and is_name(document, resources, rendering, concept, is_label):
            yield from _finding(document, resources, rendering, entry_of(concept, glossary))


def _candidates(prose: str, glossary: Glossary) -> Iterator[tuple[Rendering, bool]]:
    """The renderings of a text, and whether each is a label."""
    marked = labelled(glossary, prose)
    cover = Cover(rendering.span for rendering in marked)
    yield from ((rendering, True) for rendering in marked)
    yield from ((rendering, False) for rendering in names(prose, glossary) if not cover.overlaps(rendering.span))


def _likeliest(rendering: Rendering, prose: str, glossary: Glossary) -> Concept | None:
    """The name that has most company in the text; None if two have as much."""
    around = company(glossary, prose)
    apart = " " in rendering.span.of(prose)

    def rank(name: Concept) -> tuple[int, bool, bool, bool]:
        company_of = around.of(name.fields, but=name.term)
        return (
            company_of,
            _looks_like(rendering, name),
            not is_only_listed(name, glossary),
            (" " in name.term) is apart,
        )

    ranked = sorted(rendering.concepts, key=rank)
    best = ranked[-1]
    rivals = (c for c in ranked[:-1] if squash(c.term) != squash(best.term))
    return None if any(rank(rival)[:2] == rank(best)[:2] for rival in rivals) else best


def _looks_like(rendering: Rendering, name: Concept) -> bool:
    """True for words of one root: *Ambassadeur* is rather Ambassador than Envoy."""
    return unaccented(rendering.words[0].lower())[:4] == name.term.lower()[:4]


@rule("term-back-translated", Category.TERM, Stage.TERM, "terms translated word by word, by no list", Trust.SUGGEST)
def term_back_translated(document: Document, resources: Resources) -> Iterator[Finding]:
    glossary, prose = resources.glossary, document.prose
    if not machine_made(document, resources) or sum(_fields(glossary, prose).values()) < FIELD:
        return
    covered = None
    for rendering in terms(prose, glossary, _is_noun):
        covered = covered or _taken(document, resources)
        if covered.overlaps(rendering.span) or in_code(prose, rendering.span):
            continue
        entry = entry_of(rendering.concepts[0], glossary)
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
    if fields[entry.domain or ""] < FIELD:
        return False
    for form in (entry.term, *entry.allowed):
        if _alike(content_words(fold_form(form)), content_words(" ".join(words))):
            return False
    kept = content_words(fold_form(entry.term))
    if all(_is_usual(word, resources.lexicon) for word in words if singular(word) not in kept):
        return False
    return not all(resources.language_model.seen(a, b) for a, b in pairwise(words))


def _is_usual(word: str, known: Lexicon) -> bool:
    """True for a word that the field uses all the time: *catégorie de messages* is what it says."""
    return max(known.frequency(word), known.frequency(singular(word))) > _USUAL


_USUAL = 40.0
"""Occurrences per million words."""


def _alike(right: tuple[str, ...], here: tuple[str, ...]) -> bool:
    """True if the words are of the same roots: *multiplication de matrices*, *multiplication matricielle*."""
    return sorted(unaccented(word)[:4] for word in right) == sorted(unaccented(word)[:4] for word in here)
