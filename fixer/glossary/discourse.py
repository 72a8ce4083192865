"""One sense per discourse: a word that a document surely uses in a wrong sense several times is wrong elsewhere too.

Gale, Church and Yarowsky (1992) found that a word keeps its sense within a text in some 98 % of cases. Where *coûts de
formation*, *processus de formation* and *formation des modèles* are beyond doubt what French calls *entraînement*, the
*formation de Sonnet* two lines below is the same word in the same sense, though nothing beside it says so.

Renderings of one word belong together whatever phrase and class it stands in (*coût de formation*, *former*): they
share what the wrong form and the term do not have in common, by its root.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from fixer.french.words import unaccented
from fixer.glossary.fold import fold_form
from fixer.glossary.skeleton import is_content
from fixer.lazy import pattern

Sense = tuple[frozenset[str], frozenset[str]]
"""The roots of the words that are wrong, and of those that should stand there."""

ENOUGH = 3
"""Sure occurrences after which the others follow."""

_ROOT = 4
"""Letters that the noun and the verb of a family share: *formation*, *former*; *entraînement*, *entraîner*."""

_WORDS = pattern(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def sense(form: str, term: str) -> Sense | None:
    """What `form` renders wrongly of `term`; None if it is not one word for another: `courbe étendue` is *étendue*."""
    wrong, right = _roots(form), _roots(term)
    shared = wrong & right
    wrong, right = wrong - shared, right - shared
    return (wrong, right) if len(wrong) == 1 and len(right) == 1 else None


def _roots(phrase: str) -> frozenset[str]:
    return frozenset(unaccented(word)[:_ROOT] for word in _WORDS.findall(fold_form(phrase)) if is_content(word))


def settled(sure: Iterable[tuple[str, str]]) -> frozenset[Sense]:
    """The senses that a document has settled on, from its sure occurrences as pairs of wrong form and term."""
    counts = Counter(found for form, term in sure if (found := sense(form, term)))
    return frozenset(found for found, count in counts.items() if count >= ENOUGH)
