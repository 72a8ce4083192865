"""Noun phrases read from the left: what a determiner, its adjectives and its noun say of gender and number.

A *reading* is one of `ms mp fs fp`; a word has a set of them. `les` has two (`mp fp`), `données` one, `page` one,
although the dictionary knows *un page* as well. Words agree if they have a reading in common.

    phrase(words("les nouveaux modèle sont", 0), 0, tags)  ->  said {mp}, noun `modèle` {ms}: no agreement
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from fixer.french.concord import Tags
from fixer.french.determiners import ADJECTIVES
from fixer.french.inflection import plural
from fixer.lazy import pattern

Readings = frozenset[str]

_SINGULAR = frozenset({"ms", "fs"})
PLURAL = frozenset({"mp", "fp"})
COUNTS = frozenset("deux trois quatre cinq six sept huit neuf quelques".split())
_SAID = {
    "ms": "le un du au ce cet aucun quel nul",
    "fs": "la une cette ma ta sa aucune quelle nulle",
    "ms fs": "l' notre votre leur chaque mon ton son",
    "mp fp": "les des aux ces mes tes ses nos vos leurs plusieurs quelques deux trois quatre cinq six sept huit neuf",
    "mp": "certains différents divers quels",
    "fp": "certaines différentes diverses quelles",
}
DETERMINED = {word: frozenset(said.split()) for said, words in _SAID.items() for word in words.split()}
"""Determiner -> the readings that it leaves to its noun."""

_GENDERS = dict.fromkeys("modèle mode cache guide cadre membre gestionnaire livre".split(), "m")
_GENDERS |= dict.fromkeys("page mémoire période somme personne casse".split(), "f")
_KNOWN = {form: gender for noun, gender in _GENDERS.items() for form in (noun, noun + "s")}
"""Nouns whose rare homonym of the other gender (*le page du roi*) is none of technical prose."""

_NO_NOUN = frozenset("adv prep det inf mg npr detind detpos detnum proind conj ppre".split())
_AUXILIARIES = frozenset("a ai as est es sont été ont avions".split())
FINITE = frozenset("1sg 2sg 3sg 1pl 2pl 3pl".split())
_WORD = pattern(r"[^\W\d_]+['’]|[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case with a straight apostrophe, and its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """`first` and `noun` are the places of determiner and noun in the row of words.

    `said` are the readings that what stands before the noun leaves, `fits` those that the noun has.
    """

    first: int
    noun: int
    said: Readings
    fits: Readings

    @property
    def agreed(self) -> Readings:
        return self.said & self.fits


@lru_cache(maxsize=16384)
def readings(tags: frozenset[str]) -> Readings:
    """The readings of an adjective or participle with these tags."""
    genders = {"m", "f"} if "epi" in tags else {tag[0] for tag in tags & {"mas", "fem"}}
    numbers = {"s", "p"} if "inv" in tags else {tag[0] for tag in tags & {"sg", "pl"}}
    return frozenset(gender + number for gender in genders for number in numbers)


def noun_readings(word: str, tags: frozenset[str]) -> Readings:
    """The readings of a noun. Where it is an adjective as well (`technique`), both genders are the adjective's."""
    gender = _KNOWN.get(word)
    if gender:
        return frozenset({gender + ("p" if word.endswith("s") else "s")})
    if {"epi", "adj"} <= tags and ("mas" in tags) != ("fem" in tags):
        tags = tags - {"epi"}
    return readings(tags)


def is_noun(word: str, tags: frozenset[str]) -> bool:
    """True for a noun that cannot be a small word or an infinitive, and is no adjective that precedes nouns."""
    return "nom" in tags and not tags & _NO_NOUN and word not in ADJECTIVES and word not in _AUXILIARIES


def words(text: str, start: int, most: int = _MOST) -> list[Word]:
    """The words from `start` on, as long as single spaces or apostrophes part them and none but the first is a name."""
    out: list[Word] = []
    while len(out) < most and (match := _WORD.match(text, start)):
        written, end = match.group(), match.end()
        elided = written[-1] in "'’"
        follows = text[end : end + 1]
        glued = follows and not elided and (follows in "_'’/(@*#-·" or follows.isdigit())
        if glued or (follows == "." and text[end + 1 : end + 2].isalnum()) or (out and not written[0].islower()):
            break
        out.append(Word(written.lower().replace("’", "'"), match.start(), end))
        if not elided and follows not in (" ", "\u00a0"):
            break
        start = end if elided else end + 1
    return out


def phrase(row: list[Word], index: int, tags: Tags) -> Phrase | None:
    """The noun phrase whose determiner is at `index`; None if there is no determiner or no sure noun."""
    said = DETERMINED.get(row[index].text) if index < len(row) else None
    if said is None:
        return None
    first, index = index, index + 1
    if said == PLURAL and index < len(row) and row[index].text in COUNTS:
        index += 1
    if index + 1 < len(row) and row[index].text == "tout" and row[index + 1].text in ADJECTIVES:
        index += 1  # an adverb: *aux tout premiers stades*
    while index < len(row) and row[index].text in ADJECTIVES:
        said = said & adjective_readings(row[index].text, tags)
        index += 1
    if index >= len(row):
        return None
    noun = row[index].text
    known = tags(noun)
    return Phrase(first, index, said, noun_readings(noun, known)) if is_noun(noun, known) else None


def adjective_readings(word: str, tags: Tags) -> Readings:
    """The readings of an adjective before its noun; `nouvel`, `mêmes` and the like by the table."""
    known = readings(tags(word))
    form = ADJECTIVES.get(word)
    if known or form is None:
        return known
    return frozenset(gender + ("p" if form.plural else "s") for gender in (form.gender or "mf"))


def other_number(noun: str, tags: Tags) -> str | None:
    """`modèle` -> `modèles`, `réseaux` -> `réseau`: the noun in its other number; None if the dictionary has none."""
    known = tags(noun)
    if "sg" in known:
        forms = [plural(noun)]
    else:
        forms = [noun[:-1]] if noun[-1] in "sx" else []
        forms += [noun[:-3] + ending for ending in ("al", "ail")] if noun.endswith("aux") else []
    want = "pl" if "sg" in known else "sg"
    return next((form for form in forms if {"nom", want} <= tags(form) and form != noun), None)
