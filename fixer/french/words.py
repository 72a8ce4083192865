"""How French text is cut into words, and what a word looks like.

Two cuts serve two purposes. `units` is for counting and for the language model: `l'homme` is `l'` and `homme`, a
hyphenated compound is one unit, punctuation is a unit of its own. `shape` tells `DeepSeek` from `deepseek`.
All offsets are code points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from fixer.lazy import simple_pattern

APOSTROPHES = "'’ʼ"

#: Words that lose their vowel before another (Grevisse § 45); `quelqu'un`, `presqu'île` are words of the lexicon.
ELISIONS = frozenset(
    ["l'", "d'", "j'", "m'", "t'", "s'", "n'", "c'", "ç'", "qu'", "jusqu'", "lorsqu'", "puisqu'", "quoiqu'"]
)

_ELIDED = r"(?:[ldjmtsncçLDJMTSNCÇ]|(?:jus|lors|puis|quoi)?qu|(?:Jus|Lors|Puis|Quoi)?Qu|QU)['’ʼ](?=\w)"
_WORD = r"[^\W\d_]+(?:['’ʼ](?:hui|homme|hommes|hommie|un|une|uns|unes|île|îles)\b)?(?:-[^\W\d_]+)*"
UNIT = simple_pattern(rf"(?P<elision>{_ELIDED})|(?P<word>{_WORD})|(?P<number>\d+(?:[.,]\d+)*)|(?P<mark>[^\w\s])")

_MARKS = {
    **dict.fromkeys(".!?…:;", "."),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys('"«»“”', '"'),
    ",": ",",
}


def units(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and key of each unit; see `key` for what a key is."""
    for match in UNIT.finditer(text):
        yield match.start(), match.end(), key(match.group(), match.lastgroup or "mark")


def key(unit: str, kind: str = "word") -> str:
    """The form under which a unit is counted: lower case, straight apostrophe, `0` for numbers, `.` for any stop."""
    if kind == "number":
        return "0"
    if kind == "mark":
        return _MARKS.get(unit, "-")
    return straight(unit.lower())


def straight(text: str) -> str:
    """With ASCII apostrophes."""
    return text.replace("’", "'").replace("ʼ", "'")


@lru_cache(maxsize=4096)
def unaccented(word: str) -> str:
    """Without accents and ligatures, as on pages that lost them: `œuvre` -> `oeuvre`, `Élève` -> `Eleve`."""
    split = word.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")
    return "".join(c for c in unicodedata.normalize("NFD", split) if not unicodedata.combining(c))


@lru_cache(maxsize=4)
def capital_inside(text: str) -> bool:
    """True if a capital stands behind the first character: else there is no name, no acronym, no second sentence."""
    return any(map(str.isupper, text[1:]))


class Shape(Enum):
    """What the letters of a word look like; digits, hyphens and apostrophes do not count."""

    LOWER = "maison"
    CAPITALISED = "Maison"
    UPPER = "MAISON"
    MIXED = "DeepSeek, iPhone, toString"
    NONE = "12"


def shape(word: str) -> Shape:
    """The shape of a word; one capital alone is CAPITALISED."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return Shape.NONE
    if not any(c.isupper() for c in letters):
        return Shape.LOWER
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return Shape.CAPITALISED
    if all(c.isupper() for c in letters):
        return Shape.UPPER
    return Shape.MIXED
