"""Which occurrences of wrong forms are errors: case, conditions, place, and the longest of several.

A right or allowed form shields what lies inside of it: `loi de mise à l'échelle` holds no wrong `mise à l'échelle`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from fixer.french.concord import Tags
from fixer.french.determiners import ADJECTIVES, DETERMINERS
from fixer.french.inflection import PARTICIPLES
from fixer.glossary.context import holds, how_many_stand_in, in_code, stands_in
from fixer.glossary.cover import Shields
from fixer.glossary.glossary import Glossary
from fixer.glossary.match import Evidence, Hit, admits, opens
from fixer.glossary.model import Case, Kind
from fixer.lazy import pattern

_SUBJECTS = frozenset("il elle on ils elles qui ne n se s nous vous je j tu y ça cela".split())
_FUNCTION_WORD = pattern(
    r"[ \u00a0](?:une?|les?|la|l['’]|des?|du|d['’]|aux?|à|sur|en|dans|pour|par|vers|ce|cet|cette|ces|leurs?|son|sa|ses"
    r"|vos|votre|nos|notre|ne|n['’]|que|qu['’]|avec|depuis|chez|plusieurs|chaque|tout|tous|toutes?)\b"
)
_LAST_WORD = pattern(r"([^\W\d_]+)['’ \u00a0]$")


def select(glossary: Glossary, text: str, tags: Tags) -> tuple[Hit, ...]:
    """The wrong forms of a text that count, disjoint, from left to right."""
    return _select(glossary, text, tags)


@lru_cache(maxsize=8)
def _select(glossary: Glossary, text: str, tags: Tags) -> tuple[Hit, ...]:
    hits = glossary.matches(text)
    shields = Shields(hit.span for hit in hits if hit.wrong is None and _written(text, hit))
    judged: list[tuple[Hit, Evidence | None]] = []
    for hit in hits:
        if hit.wrong is None or shields.cover(hit.span) or not written_so(text, hit, tags):
            continue
        if holds(text, hit.span, (), hit.wrong.not_near):
            judged.append((hit, _evidence(text, hit, hits, tags)))
    judged.sort(key=lambda item: _RANK[item[1]] if item[1] else len(_RANK))
    judged.sort(key=lambda item: (item[0].span.start, -item[0].span.end))
    sure = Counter((hit.entry.id, hit.wrong) for hit, evidence in judged if evidence is Evidence.NEAR)
    out: list[Hit] = []
    done = 0
    for hit, evidence in judged:
        if hit.span.start < done:
            continue
        if evidence is None and sure[(hit.entry.id, hit.wrong)] >= _RECURS and hit.entry.kind is Kind.TERM:
            evidence = Evidence.REST
        if evidence is not None:
            out.append(replace(hit, evidence=evidence))
            done = hit.span.end
    return tuple(out)


_RANK = {evidence: rank for rank, evidence in enumerate(Evidence)}
"""Of two entries that claim the same words, the one whose conditions hold comes first."""

_RECURS = 4
"""A term that is wrong so many times in a document is wrong throughout, whatever stands near it."""


def _evidence(text: str, hit: Hit, hits: tuple[Hit, ...], tags: Tags) -> Evidence | None:
    if hit.wrong is None or holds(text, hit.span, hit.wrong.near, ()):
        return Evidence.NEAR
    if stands_alone(text, hit) or _in_enumeration(text, hit, hits, tags):
        return Evidence.PLACE
    if _is_phrase_of_field(text, hit):
        return Evidence.FIELD
    return Evidence.DOCUMENT if how_many_stand_in(text, hit.wrong.near) >= _SEVERAL else None


_SEVERAL = 2


def written_so(text: str, hit: Hit, tags: Tags) -> bool:
    """True if the occurrence is written as its wrong form is, in a place where it can be one."""
    wrong = hit.wrong
    if wrong is None or hit.span.of(text) in (hit.entry.term, hit.entry.plural):
        return False
    if not admits(text, hit, wrong.form, wrong.case) or in_code(text, hit.span) or _in_compound(text, hit):
        return False
    return not _of_another_class(text, hit, tags) and not (
        opens_like_french(text, hit) and _FUNCTION_WORD.match(text, hit.span.end)
    )


_BEFORE = pattern(r"""(?:^|[|"“«\[\ufffc]|[-*•+#>][ ]|\d[.)][ ])[ \u00a0\t*_]*$""")
_AFTER = pattern(r"""[ \u00a0\t*_]*(?:$|[\n|"”»\]\ufffc]|:[ \u00a0]|[ ][(A-ZÀ-Þ])""")


def stands_alone(text: str, hit: Hit) -> bool:
    """True for a capitalised name that fills a line, a cell or quotes: `| Rouille |`, `- Curseur : éditeur`."""
    here = hit.span.of(text)
    if hit.entry.kind is not Kind.ENTITY or not here[0].isupper() or here[-1].isdigit():
        return False  # *Étape 2 : …* opens a step, whatever the model Step-2 is called
    line = text[text.rfind("\n", 0, hit.span.start) + 1 : hit.span.start]
    return bool(_BEFORE.search(line)) and bool(_AFTER.match(text, hit.span.end))


_ITEM_BEFORE = pattern(r"(?:^|[,;+/(|•\n][ \u00a0]|[/+|(\n])$")
_ITEM_AFTER = pattern(r"[ \u00a0]?(?:[,;+/)|\n.]|$)")


def _in_enumeration(text: str, hit: Hit, hits: tuple[Hit, ...], tags: Tags) -> bool:
    """True for an item of a list of names: *Flamant rose, Gémeaux*; another item must be a name, right or wrong."""
    if hit.entry.kind is not Kind.ENTITY or not hit.span.of(text)[0].isupper():
        return False
    if not _ITEM_BEFORE.search(text[max(0, hit.span.start - 2) : hit.span.start]) and hit.span.start:
        return False
    if not _ITEM_AFTER.match(text, hit.span.end):
        return False
    start = text.rfind("\n", 0, hit.span.start) + 1
    end = text.find("\n", hit.span.end)
    first = bisect_left(hits, start, key=lambda other: other.span.start)
    for other in hits[first:]:
        if other.span.start >= (end if end >= 0 else len(text)):
            return False
        apart = other.entry.term != hit.entry.term and not other.span.overlaps(hit.span)
        if apart and other.entry.kind is Kind.ENTITY and _is_name(text, other, tags):
            return True
    return False


def _is_name(text: str, hit: Hit, tags: Tags) -> bool:
    return _written(text, hit) if hit.wrong is None else hit.span.of(text)[0].isupper() and written_so(text, hit, tags)


def _is_phrase_of_field(text: str, hit: Hit) -> bool:
    """True for a term of several words whose field is that of the document, if not of the sentence."""
    several = hit.wrong is not None and " " in hit.wrong.form
    return several and hit.entry.kind is Kind.TERM and hit.wrong is not None and stands_in(text, hit.wrong.near)


def opens_like_french(text: str, hit: Hit) -> bool:
    """True if a name's wrong form has its capital only because it opens a sentence: *Répliquer une API…*."""
    form = hit.wrong.form if hit.wrong else ""
    ordinary = form[:1].isupper() and form[1:].islower() and hit.entry.kind is Kind.ENTITY and " " not in form
    return ordinary and opens(text, hit.span.start)


def _written(text: str, hit: Hit) -> bool:
    """A right name counts only in its own capitals; a term in any."""
    return hit.entry.kind is not Kind.ENTITY or admits(text, hit, hit.entry.term, Case.EXACT)


def _in_compound(text: str, hit: Hit) -> bool:
    """A lower-case word that is half of a hyphenated one: *étendue* in `sous-étendue`, not `Trémie-H100`."""
    old = hit.span.of(text)
    if " " in old or not old.islower():
        return False
    before = text[max(0, hit.span.start - 2) : hit.span.start]
    after = text[hit.span.end : hit.span.end + 2]
    return (before.endswith("-") and before[:1].isalpha()) or (after.startswith("-") and after[1:].islower())


def _determined(text: str, hit: Hit) -> bool:
    match = _LAST_WORD.search(text[max(0, hit.span.start - 30) : hit.span.start])
    word = match.group(1).lower() if match else ""
    return match is None or word in DETERMINERS or word in ADJECTIVES or word in ("l", "d", "de")


def _of_another_class(text: str, hit: Hit, tags: Tags) -> bool:
    """A noun that is a participle here (*un fichier contenant…*), or the reverse: *la forme*, but not *qui forme*."""
    if hit.entry.kind is Kind.TERM and hit.entry.pos == "noun" and " " not in hit.span.of(text):
        return "ppre" in tags(hit.span.of(text)) and not _determined(text, hit)
    if hit.entry.pos != "verb" or hit.slot in ("inf", "ppre", *PARTICIPLES):
        return False
    head = hit.span.of(text).split(" ")[0]
    if not tags(head) & {"nom", "adj"}:
        return False
    match = _LAST_WORD.search(text[max(0, hit.span.start - 30) : hit.span.start])
    return match is None or match.group(1).lower() not in _SUBJECTS
