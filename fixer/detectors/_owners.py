"""May a word further left own an adjective? `le script dans les fichiers créé hier` is right: *le script créé*."""

from __future__ import annotations

from fixer.document import HOLE
from fixer.french.concord import Tags
from fixer.french.nominal import FINITE, Readings, noun_readings, readings
from fixer.lazy import pattern

_BACK = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*['’]?|[^\s\w]|\d+|\n")
_ENDS = frozenset(".;:!?…\n")
_REACH = 160
_MOST = 14
_COORDINATED = frozenset("et ou ni , / &".split())
_ONES = frozenset("celui celle ceux celles chacun chacune lui elle eux elles tous toutes".split())
_OF = frozenset(["de", "des", "du", "d'", "d’"])
_ARTICLES = frozenset("le la les l' l’ un une ce cet cette ces votre vos notre nos son sa ses leur leurs".split())
_PREPOSITIONAL = frozenset("sein aide lieu travers moyen raison cause cours".split())
"""Nouns that make a preposition with *de* and own nothing: *au sein de votre équipe entière*."""
_VERBS = frozenset("est sont a ont été".split())


def ownerless(text: str, start: int, wanted: Readings, tags: Tags) -> bool:
    """True if no noun of one of these readings stands before `start` in its clause, up to the verb or the beginning.

    A name, code and a coordination (`le client et le serveur connectés`) may own anything.
    """
    lowest = max(0, start - _REACH)
    tokens = list(_BACK.finditer(text, lowest, start))
    plural = any(reading.endswith("p") for reading in wanted)
    if plural and tokens and tokens[-1].group().lower() in _COORDINATED:
        return False
    first = _BACK.match(text, start)
    behind = first.group().lower() if first else ""
    for steps, match in enumerate(reversed(tokens)):
        word = match.group().lower()
        if word in _ENDS or (word in "-*+•|>" and _opens_line(text, match.start())):
            return True
        if steps >= _MOST or word == HOLE or word in ")»”(«“" or (plural and word in _COORDINATED):
            return False
        if not word[0].isalpha():
            continue
        known = tags(word)
        if behind in _ARTICLES and known & FINITE and not known & {"adj", "ppas", "prep", "det"}:
            return True  # `le programme affiche une erreur`
        if word in _VERBS or (known & (FINITE | {"inf"}) and not known & {"nom", "adj", "ppas", "prep", "det", "adv"}):
            return True
        capital = match.group()[0].isupper() and not _starts_clause(text, match.start())
        if word in _PREPOSITIONAL and behind in _OF:
            behind = word
            continue
        if capital or not known or ("nom" in known and noun_readings(word, known) & wanted):
            return False
        if (word in _ONES or (word in ("un", "une") and behind in _OF)) and readings(known) & wanted:
            return False
        behind = word
    return lowest == 0


def _opens_line(text: str, at: int) -> bool:
    return not text[max(0, at - 3) : at].strip() or text[at] == "|"


def _starts_clause(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" *_#>-\u00a0")
    return not before or before[-1] in ".;:!?…\n|•"
