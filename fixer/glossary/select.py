"""Which occurrences of wrong forms are errors: case, conditions, place, and the longest of several.

A right or allowed form shields what lies inside of it: in `loi de mise à l'échelle` there is no wrong `mise à l'échelle`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fixer.french.concord import Tags
from fixer.french.inflection import PARTICIPLES
from fixer.glossary.context import holds, in_code
from fixer.glossary.cover import Shields
from fixer.glossary.glossary import Glossary
from fixer.glossary.match import Hit, admits, opens
from fixer.glossary.model import Case, Kind

_SUBJECTS = frozenset("il elle on ils elles qui ne n se s nous vous je j tu y ça cela".split())
_FUNCTION_WORD = re.compile(
    r"[ \u00a0](?:une?|les?|la|l['’]|des?|du|d['’]|aux?|à|sur|en|dans|pour|par|vers|ce|cet|cette|ces|leurs?|son|sa|ses"
    r"|vos|votre|nos|notre|ne|n['’]|que|qu['’]|avec|depuis|chez|plusieurs|chaque|tout|tous|toutes?)\b"
)
_LAST_WORD = re.compile(r"([^\W\d_]+)['’ \u00a0]$")


def select(glossary: Glossary, text: str, tags: Tags) -> tuple[Hit, ...]:
    """The wrong forms of a text that count, disjoint, from left to right."""
    return _select(glossary, text, tags)


@lru_cache(maxsize=8)
def _select(glossary: Glossary, text: str, tags: Tags) -> tuple[Hit, ...]:
    hits = glossary.matches(text)
    shields = Shields(hit.span for hit in hits if hit.wrong is None and _written(text, hit))
    out: list[Hit] = []
    done = 0
    for hit in hits:
        if hit.wrong is None or hit.span.start < done:
            continue
        if not shields.cover(hit.span) and stands(text, hit, tags):
            out.append(hit)
            done = hit.span.end
    return tuple(out)


def stands(text: str, hit: Hit, tags: Tags) -> bool:
    """True if the occurrence is written as its wrong form is and its conditions hold."""
    wrong = hit.wrong
    if wrong is None or hit.span.of(text) in (hit.entry.term, hit.entry.plural):
        return False
    if not admits(text, hit, wrong.form, wrong.case) or in_code(text, hit.span) or _in_compound(text, hit):
        return False
    if opens_like_french(text, hit) and _FUNCTION_WORD.match(text, hit.span.end):
        return False
    return not _is_noun(text, hit, tags) and holds(text, hit.span, wrong.near, wrong.not_near)


def opens_like_french(text: str, hit: Hit) -> bool:
    """True if a name's wrong form has its capital only because it opens a sentence: *Répliquer une API…*."""
    form = hit.wrong.form if hit.wrong else ""
    ordinary = form[:1].isupper() and form[1:].islower() and hit.entry.kind is Kind.ENTITY
    return ordinary and opens(text, hit.span.start)


def _written(text: str, hit: Hit) -> bool:
    """A right name counts only in its own capitals; a term in any."""
    return hit.entry.kind is not Kind.ENTITY or admits(text, hit, hit.entry.term, Case.EXACT)


def _in_compound(text: str, hit: Hit) -> bool:
    """A lower-case word that is half of a hyphenated one: *étendue* in `sous-étendue`; `Trémie-H100` is no such case."""
    old = hit.span.of(text)
    if " " in old or not old.islower():
        return False
    before = text[max(0, hit.span.start - 2) : hit.span.start]
    after = text[hit.span.end : hit.span.end + 2]
    return (before.endswith("-") and before[:1].isalpha()) or (after.startswith("-") and after[1:].islower())


def _is_noun(text: str, hit: Hit, tags: Tags) -> bool:
    """A finite form of a verb that is also a noun, without a subject before it: *la forme*, but not *qui forme*."""
    if hit.entry.pos != "verb" or hit.slot in ("inf", "ppre", *PARTICIPLES):
        return False
    head = hit.span.of(text).split(" ")[0]
    if not tags(head) & {"nom", "adj"}:
        return False
    match = _LAST_WORD.search(text[max(0, hit.span.start - 30) : hit.span.start])
    return match is None or match.group(1).lower() not in _SUBJECTS
