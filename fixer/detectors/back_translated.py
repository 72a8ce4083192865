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
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from fixer.detectors._origin import machine_made
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.lexicon import Lexicon, lexicon
from fixer.french.words import unaccented
from fixer.glossary import Glossary
from fixer.glossary.backtranslate import Rendering, labels, names, terms
from fixer.glossary.context import in_code
from fixer.glossary.cover import Cover
from fixer.glossary.english import Concept, entry_of
from fixer.glossary.fields import company
from fixer.glossary.fold import fold_form
from fixer.glossary.match import opens
from fixer.glossary.model import Entry, Kind
from fixer.glossary.replace import repair_as
from fixer.glossary.select import select
from fixer.glossary.skeleton import content_words, squash
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

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


def _taken(document: Document, resources: Resources) -> Cover:
    """What the glossary explains itself, right or wrong."""
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
    covered = None
    for rendering, is_label in _candidates(prose, glossary):
        if in_code(prose, rendering.span) or rendering.span.of(prose) in glossary.listed:
            continue
        covered = covered or _taken(document, resources)
        if covered.overlaps(rendering.span):
            continue
        concept = _likeliest(rendering, prose, glossary)
        if concept and _is_name(document, resources, rendering, concept, is_label):
            yield from _finding(document, resources, rendering, entry_of(concept, glossary))


def _candidates(prose: str, glossary: Glossary) -> Iterator[tuple[Rendering, bool]]:
    """The renderings of a text, and whether each is a label: what fills a cell tells more than a word of a sentence."""
    labelled = _labels(glossary, prose)
    cover = Cover(rendering.span for rendering in labelled)
    yield from ((rendering, True) for rendering in labelled)
    yield from ((rendering, False) for rendering in names(prose, glossary) if not cover.overlaps(rendering.span))


@lru_cache(maxsize=4)
def _labels(glossary: Glossary, prose: str) -> tuple[Rendering, ...]:
    return tuple(labels(prose, glossary))


def _likeliest(rendering: Rendering, prose: str, glossary: Glossary) -> Concept | None:
    """The name that has most company in the text; None if two have as much."""
    around = company(glossary, prose)
    apart = " " in rendering.span.of(prose)

    def rank(name: Concept) -> tuple[int, bool, bool, bool]:
        company_of = around.of(name.fields, but=name.term)
        return (
            company_of,
            _looks_like(rendering, name),
            not _is_only_listed(name, glossary),
            (" " in name.term) is apart,
        )

    ranked = sorted(rendering.concepts, key=rank)
    best = ranked[-1]
    rivals = (c for c in ranked[:-1] if squash(c.term) != squash(best.term))
    return None if any(rank(rival)[:2] == rank(best)[:2] for rival in rivals) else best


def _looks_like(rendering: Rendering, name: Concept) -> bool:
    """True for words of one root: *Ambassadeur* is rather Ambassador than Envoy."""
    return unaccented(rendering.words[0].lower())[:4] == name.term.lower()[:4]


def _is_name(document: Document, resources: Resources, rendering: Rendering, name: Concept, is_label: bool) -> bool:
    prose, words = document.prose, rendering.words
    known = resources.lexicon
    inside = not opens(prose, _without_article(prose, rendering.span.start))
    letters = [word for word in words if word.isalpha()]
    if is_label and _is_among_names(resources.glossary, prose, rendering, name):
        return True
    verbatim = [_is_verbatim(word, name.term, known) for word in letters]
    reordered = all(word.lower() in name.term.lower() for word in letters)
    if reordered and not (is_label and machine_made(document, resources)):
        return False  # *l'ORM Doctrine* is good French
    if is_label and len(letters) > 1 and any(verbatim):
        return True
    if _is_accented(letters, name, known):
        return company(resources.glossary, prose).of(name.fields, but=name.term) > 0
    if not rendering.span.of(prose)[:1].isupper():
        return False
    made_by_machine = machine_made(document, resources)
    if _says_something(letters, known, inside and made_by_machine):
        return False
    around = company(resources.glossary, prose)
    if len(letters) == 1:
        odd = inside and _is_odd_word(letters[0], known) and not _SURNAME.search(prose[: rendering.span.start][-40:])
        odd = odd and (made_by_machine or not _is_only_listed(name, resources.glossary))
        return odd and (around.of(name.fields) >= _FIELD or around.size() > 2 * _FIELD)
    if _is_only_listed(name, resources.glossary):
        enough = _FIELD if made_by_machine else _FIELD + 1
        if around.of(name.fields, but=name.term) < enough:
            return False
    if any(verbatim):
        return True
    at_home = is_label and made_by_machine
    if all(known.frequency(word) > _COMMON for word in letters) and not at_home:
        return False
    if all(resources.language_model.seen(a, b) for a, b in pairwise(words)):
        return False
    if name.term[1:].islower() and known.english(name.term.lower()) and not inside:
        return False
    return around.size() >= (1 if inside else _FIELD)


def _is_accented(words: list[str], name: Concept, known: Lexicon) -> bool:
    """True for a name whose letters have got accents: *Néovim*, *mégaparsec*."""
    word = words[0] if len(words) == 1 else ""
    return word != unaccented(word) and squash(word) == squash(name.term) and not known.known(word)


def _is_only_listed(name: Concept, glossary: Glossary) -> bool:
    """True for one of the many names by field, which need the company of their field; false for an entry."""
    return name.id is None and name.term not in glossary.names


_SIBLINGS = 2


def _is_among_names(glossary: Glossary, prose: str, rendering: Rendering, name: Concept) -> bool:
    """True for a label among names of its field: in its column or list, and all over the document.

    The other labels of the column that render names of the field speak for it as well: *Fusée*, *Marée* and
    *Déformation* in one column are Rocket, Tide and Warp.
    """
    if len(rendering.words) == 1 and rendering.words[0].lower() in _HEADINGS:
        return False
    around = company(glossary, prose)
    siblings = _column(prose, rendering.span) or (_block(prose, rendering.span),)
    renderings = Cover(siblings)
    return any(
        around.of(frozenset((field,)), siblings, name.term)
        + len({other.span for other in _labels(glossary, prose) if _speaks_for(other, rendering, field, renderings)})
        >= _SIBLINGS
        and around.of(frozenset((field,)), but=name.term) > 0
        for field in name.fields
    )


_HEADINGS = frozenset(
    """objectif objectifs but limite limites cible cibles statut état support lien liens fil flux réseau gamme boîtier
    unité équipe équipes élément éléments plan rapide bande cadre échange mot source sources magasin fournisseur
    contrôleur formulaire formulaires repère repères outil outils nom type types description version licence langue
    plateforme exemple commentaire auteur titre date taille prix score rang portée usage format modèle modèles bon bien
    excellent moyen mauvais faible élevé oui non gratuit payant commercial libre
    """.split()
)
"""Words that head tables and items of lists; that they render a name (*source*: Spring) means nothing there."""


def _speaks_for(other: Rendering, rendering: Rendering, field: str, siblings: Cover) -> bool:
    renders = other.span != rendering.span and any(field in concept.fields for concept in other.concepts)
    return renders and siblings.overlaps(other.span)


def _block(prose: str, span: Span) -> Span:
    """The lines around a place up to the next empty ones: its table, its list."""
    start, end = prose.rfind("\n\n", 0, span.start), prose.find("\n\n", span.end)
    return Span(max(start, 0), end if end >= 0 else len(prose))


def _column(prose: str, span: Span) -> tuple[Span, ...]:
    """The cells of the column that a place of a table is in, without its head; none outside of a table."""
    block = _block(prose, span)
    rows = [Span(*row.span()) for row in _ROW.finditer(prose, block.start, block.end)]
    own = next((row for row in rows if row.contains(span)), None)
    if own is None:
        return ()
    at = prose.count("|", own.start, span.start)
    columns = [_cells(prose, row) for row in rows if not _RULE.fullmatch(prose, row.start, row.end)]
    return tuple(cells[at] for cells in columns[1:] if at < len(cells))


_ROW = pattern(r"(?m)^[^\n|]*\|[^\n]*$")
_RULE = pattern(r"[\s|:-]*")


def _cells(prose: str, row: Span) -> list[Span]:
    """The cells of a row of a table, with what stands before its first mark."""
    marks = [row.start, *(at + 1 for at in range(row.start, row.end) if prose[at] == "|"), row.end + 1]
    return [Span(start, end - 1) for start, end in pairwise(marks)]


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


_ARTICLE = pattern(r"(?:^|(?<=[\s|*_«\"(]))(?:L(?:es?|a)[ \u00a0]|L['’]|Une?[ \u00a0]|Des[ \u00a0]|Votre[ \u00a0])$")
_SURNAME = pattern(r"[\p{L}’'-]\W[\W]?\p{Lu}\p{Ll}+ $")
"""A capital before, as of a first name: *Debora Pape*."""
_QUARTERS = frozenset("nord sud est ouest".split())


def _without_article(prose: str, position: int) -> int:
    """Where the article before a position stands, if it opens a sentence: *Le Cerveau* as a title."""
    found = _ARTICLE.search(prose[max(0, position - 8) : position])
    return position - len(found.group()) if found else position


def _is_odd_word(word: str, known: Lexicon) -> bool:
    """True for a French word that no text of the field uses, and that is nothing else."""
    return (
        not word.isupper()
        and "nom" in known.tags(word.lower())
        and word.lower() not in _QUARTERS | _HEADINGS
        and not known.english(word)
        and "npr" not in known.tags(word)
        and known.frequency(word) <= _COMMON
    )


@rule("term-back-translated", Category.TERM, Stage.TERM, "terms translated word by word, by no list", Trust.SUGGEST)
def term_back_translated(document: Document, resources: Resources) -> Iterator[Finding]:
    glossary, prose = resources.glossary, document.prose
    if not machine_made(document, resources) or sum(_fields(glossary, prose).values()) < _FIELD:
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
    if fields[entry.domain or ""] < _FIELD:
        return False
    for form in (entry.term, *entry.allowed):
        if _alike(content_words(fold_form(form)), content_words(" ".join(words))):
            return False
    return not all(resources.language_model.seen(a, b) for a, b in pairwise(words))


def _alike(right: tuple[str, ...], here: tuple[str, ...]) -> bool:
    """True if the words are of the same roots: *multiplication de matrices*, *multiplication matricielle*."""
    return sorted(unaccented(word)[:4] for word in right) == sorted(unaccented(word)[:4] for word in here)
