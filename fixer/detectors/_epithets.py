"""The adjective directly behind its noun: `une erreur fatal`, `les tests unitaire`."""

from __future__ import annotations

from fixer.detectors._owners import ownerless
from fixer.french.concord import agree
from fixer.french.determiners import ADJECTIVES
from fixer.french.lexicon import Lexicon
from fixer.french.nominal import FINITE, Phrase, Word, readings

Change = tuple[int, int, str]
"""Where a change starts and ends, and what is written there."""

_NO_EPITHET = frozenset("adv prep det inf mg npr inv detind detpos proind conj ppre nom".split()) | FINITE
_NOUNS_TOO = ("aire", "aires", "ique", "iques", "ive", "ives", "ible", "ibles", "eux", "euse", "euses")
_ENTIRE = frozenset("entier entière entiers entières complet complète complets public privé privée distant".split())
_NEVER_CHANGE = frozenset(
    "standard web select multiplateforme multiplateformes marron orange maximum minimum global locale".split()
)


def behind(prose: str, row: list[Word], found: Phrase, lexicon: Lexicon) -> Change | None:
    """The adjective directly behind the noun."""
    index = found.noun + 1
    if index >= len(row) or len(found.agreed) != 1 or row[index].text in ADJECTIVES:
        return None
    word = row[index].text
    known = lexicon.tags(word)
    wanted = readings(known)
    if "adj" not in known or not wanted or wanted & found.agreed or word in _NEVER_CHANGE:
        return None
    known -= {"nom"} if word.endswith(_NOUNS_TOO) or word in _ENTIRE else frozenset()
    if known & _NO_EPITHET or not _ends(row, index, lexicon):
        return None
    if not ownerless(prose, row[0].start, wanted, lexicon.tags):
        return None
    reading = min(found.agreed)
    new = agree(word, reading[0], plural=reading[1] == "p", tags=lexicon.tags)
    return (row[index].start, row[index].end, new) if new and new != word else None


def _ends(row: list[Word], index: int, lexicon: Lexicon) -> bool:
    """False where the adjective may belong to what follows: `les parties gauche et droite`."""
    if index + 1 >= len(row):
        return True
    following = row[index + 1].text
    tags = lexicon.tags(following)
    return following not in ("et", "ou") and not ("nom" in tags and "prep" not in tags and "det" not in tags)
