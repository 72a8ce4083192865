"""The subject that opens a clause, and its verb: `les valeurs de ce tableau ne sont pas` …

Only what is read without doubt: determiner, noun, adjectives that agree with it, complements with *de*, the verb. A
collective (`une partie des fichiers`) lets its verb agree with either noun and is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fixer.french.concord import Tags
from fixer.french.determiners import ADJECTIVES
from fixer.french.lexicon import Lexicon
from fixer.french.nominal import (
    DETERMINED,
    FINITE,
    Readings,
    Word,
    is_noun,
    noun_readings,
    phrase,
    readings,
    words,
)
from fixer.french.persons import number
from fixer.lazy import simple_pattern

_SMALL = sorted(word for word in DETERMINED if word != "l'" and not word.startswith("quel"))
_OPENING = simple_pattern(
    rf"(?m)(?:\b(?<![_'’.-])((?:{'|'.join(word.capitalize() for word in _SMALL)})(?= )|L['’])"
    r"|(?:\b(?:si|lorsque|quand|que|où|dont|car|puisque|donc)|[;:(]|^[ \t]*(?:[-*+•]|\d+[.)])) "
    rf"((?:{'|'.join(_SMALL)})(?= )|l['’]))"
)
_COLLECTIVE = frozenset(
    "plupart partie parties nombre majorité totalité moitié foule multitude quantité part reste restant poignée "
    "dizaine dizaines centaine centaines millier milliers douzaine tas infinité paire couple minorité tiers quart "
    "million milliard millions milliards fois masse espace espaces pourcentage".split()
)
"""`la moitié échouent`; and *espace*, feminine for typographers."""
_SETS = frozenset(
    "ensemble groupe série type types sorte genre variété liste suite jeu collection chaîne façon manière gamme "
    "combinaison famille classe".split()
)
"""Collectives if something is in them: `un groupe de fichiers sont`."""
_NO_EPITHET = frozenset("adv prep mg det".split()) | FINITE
_CONJUNCTIONS = frozenset("parce alors tandis afin pour bien avant après dès pendant lors sorte fait sachant".split())
_BEFORE_VERB = frozenset(["ne", "n'", "se", "s'"])
_OF = frozenset(["de", "d'"])
_PARTITIVE = _OF | {"des", "du"}
_ANTECEDENT = simple_pattern(r"([^\W\d_]+) (?:([^\W\d_]+) )?([^\W\d_]+) qui (?:ne |n['’])?(?:se |s['’])?\Z")
_MOST = 16


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject and its verb: what the noun is, its readings, the row of words, where in it the verb stands."""

    noun: Word
    fits: Readings
    row: list[Word]
    verb: int

    @property
    def plural(self) -> bool:
        return all(reading.endswith("p") for reading in self.fits)


def subjects(prose: str, lexicon: Lexicon) -> Iterator[Subject]:
    """The subjects of a text whose number is sure and whose verb was found."""
    for match in _OPENING.finditer(prose):
        start = match.start(1) if match[1] else match.start(2)
        at = match.start()
        if prose.startswith("que", at) and not _clausal(prose[max(0, at - 40) : at], lexicon):
            continue
        row = words(prose, start, _MOST)
        found = _subject(row, lexicon.tags)
        if found:
            yield found


def antecedent(prose: str, start: int, tags: Tags) -> tuple[Readings, int]:
    """The readings of the noun of `des adresses qui` before `start`, and where it begins; none if it is less plain."""
    match = _ANTECEDENT.search(prose, max(0, start - 40), start)
    if match is None or not is_noun(match[3], tags(match[3])):
        return frozenset(), start
    at = 1 if match[1].lower() in DETERMINED and (match[2] or "").lower() in ("", *ADJECTIVES) else 2
    determiner = (match[at] or "").lower()
    if determiner not in DETERMINED:
        return frozenset(), start
    return DETERMINED[determiner] & noun_readings(match[3], tags(match[3])), match.start(at)


def _clausal(before: str, lexicon: Lexicon) -> bool:
    """True if a *que* behind this text opens a clause: `notez que`, `parce que`; not `ainsi que`, `ne … que`."""
    last = [word.strip("(«“").lower().replace("’", "'") for word in before.split()[-3:]]
    restricted = any(word in ("ne", "ni") or word.startswith("n'") for word in last)
    if not last or (restricted and last[-1] not in ("pas", "plus", "jamais")):
        return False
    word = last[-2] if restricted and len(last) > 1 else last[-1]
    known = lexicon.tags(word)
    return word in _CONJUNCTIONS or bool(known & (FINITE | {"inf"}) and not known & {"adj", "adv", "nom", "ppas"})


def _subject(row: list[Word], tags: Tags) -> Subject | None:
    head = phrase(row, 0, tags)
    if head is None or row[head.noun].text in _COLLECTIVE or len({reading[1] for reading in head.agreed}) != 1:
        return None
    fits = head.agreed
    if row[head.noun].text in _SETS and head.noun + 1 < len(row) and row[head.noun + 1].text in _PARTITIVE:
        return None
    index = _epithets(row, head.noun + 1, fits, tags)
    while index < len(row) and row[index].text in _PARTITIVE:
        index = _complement(row, index, tags)
    while index < len(row) and row[index].text in _BEFORE_VERB:
        index += 1
    if index >= len(row) or number(row[index].text, tags) is None:
        return None
    return Subject(row[head.noun], fits, row, index)


def _epithets(row: list[Word], index: int, fits: Readings | None, tags: Tags) -> int:
    while index < len(row):
        known = tags(row[index].text)
        if not known & {"adj", "ppas"} or known & _NO_EPITHET or (fits is not None and not readings(known) & fits):
            break
        index += 1
    return index


def _complement(row: list[Word], index: int, tags: Tags) -> int:
    """Where a complement with *de* ends; the end of the row if it cannot be read."""
    if row[index].text in _OF:
        index += 1
    found = phrase(row, index, tags)
    if found:
        return _epithets(row, found.noun + 1, None, tags)
    if index < len(row) and is_noun(row[index].text, tags(row[index].text)):
        return _epithets(row, index + 1, None, tags)
    return len(row)
