"""Shapes that are joins nearly always, whatever the numbers say: the other side of `caution`.

Each is a class that human prose does not have: a mark at the wrong side of its space, an acronym in brackets glued to
the words it abbreviates, a preposition glued to a name that nobody knows.
"""

from __future__ import annotations

import re

from fixer.french.lexicon import Lexicon
from fixer.french.segmentation.caution import sure_french
from fixer.french.segmentation.evidence import ANNOUNCERS, FUNCTION
from fixer.french.segmentation.lattice import Path
from fixer.french.segmentation.units import WORDS, Kind

#: The least confidence of these classes; measured on held-out prose they are right more often.
ASSURED = 0.93

_MARK = re.compile(r"[:;!?,»”]")
_ABBREVIATED = re.compile(r"\W*[^\W\d_]{4,}\([A-Z]{2,6}s?\)\W*")
#: Little words that no identifier begins with.
_LINKING = frozenset(
    """à au aux avec ce ces cet cette chez comme dans de des du est et le la les leur leurs mais notre nous ou où par
    pour que qui sans ses sous sur un une vers via vos votre""".split()
)
_LONG = 4


def floor(text: str, path: Path, before: str, count: int, lexicon: Lexicon) -> float:
    """The least confidence that the split may have; 0 for what no class holds for."""
    if len(path.cuts) != 1:
        return 0.0
    cut = path.cuts[0]
    left = next((unit for unit in reversed(path.units) if unit.end <= cut), None)
    right = next(unit for unit in path.units if unit.start == cut)
    if left is None:
        return 0.0
    spelled = text[right.start : right.end]
    if cut == 1 and _MARK.match(text):
        return _after_lone_mark(text[0], spelled, right.kind, lexicon)
    if right.kind is Kind.OPEN and left.kind in WORDS and _ABBREVIATED.fullmatch(text):
        word = text[left.start : left.end]
        known = lexicon.known(word) and (word[0].isupper() or sure_french(word, lexicon))
        return ASSURED if known else 0.0  # gaussien(GMM)
    if text[left.start : left.end] in _LINKING and right.kind in (Kind.UNKNOWN, Kind.NAME):
        strange = spelled.istitle() and len(spelled) >= _LONG and not lexicon.english(spelled)
        return ASSURED if strange and count == 1 and before not in ANNOUNCERS else 0.0  # deKohlberg
    return 0.0


def _after_lone_mark(mark: str, word: str, kind: Kind, lexicon: Lexicon) -> float:
    """`:les`, `»valide`: French sets a space after these; but `:key` and `!important` are code."""
    if mark in "»”":
        return ASSURED
    if kind is Kind.ELISION or word.lower() in FUNCTION:
        return ASSURED
    known = lexicon.known(word) if word[0].isupper() else lexicon.french(word) and not lexicon.english(word)
    return ASSURED if known else 0.0
