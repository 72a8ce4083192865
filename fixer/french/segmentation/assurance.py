"""Shapes that are joins nearly always, whatever the numbers say: the other side of `caution`.

Each is a class that human prose does not have: a mark at the wrong side of its space, an acronym in brackets glued to
the words it abbreviates, a preposition glued to a name that nobody knows.
"""

from __future__ import annotations

from fixer.french.lexicon import Lexicon
from fixer.french.segmentation.caution import EXTENSIONS, sure_french
from fixer.french.segmentation.evidence import ANNOUNCERS, FUNCTION, SUFFIXES
from fixer.french.segmentation.lattice import Path
from fixer.french.segmentation.units import WORDS, Kind
from fixer.lazy import simple_pattern

#: The least confidence of these classes; measured on held-out prose they are right more often.
ASSURED = 0.93

_MARK = simple_pattern(r"[:;!?,»”]")
_TITLED = simple_pattern(r"\W*(?:[^\W\d_]['’])?[^\W\d_A-Z]{4,}(?:M|MM|Mme|Dr)\.")
#: A number of two figures or more, or a percentage, at the end of a sentence; `3.Le` may be a numbered heading.
_FIGURE = simple_pattern(r"(?:^|[^\w.])\d*(?:\d\d|\d%)\.$")
_ABBREVIATED = simple_pattern(r"\W*[^\W\d_]{4,}\([A-Z]{2,6}s?\)\W*")
#: Little words that no identifier begins with.
_LINKING = frozenset(
    """à au aux avec ce ces cet cette chez comme dans de des du est et le la les leur leurs mais notre nous ou où par
    pour que qui sans ses sous sur un une vers via vos votre""".split()
)
_LONG, _SHORT, _TWO = 4, 3, 2
#: Marks that no two French words have between them.
_OTHER_MARKS = simple_pattern(r"[\d_/()\[\]@#+*=]")
#: Conjugated forms and plurals that open compounds: contresens, portefeuille, passeport.
_JOINED_PARTS = frozenset(
    "abat brise cache casse chasse coupe couvre cure entre essuie garde gratte hache lance lave mange monte ouvre "
    "pare passe perce pèse porte pousse presse ramasse remonte sèche serre soutien tire tourne vide".split()
)


def floor(text: str, path: Path, before: str, count: int, lexicon: Lexicon) -> float:
    """The least confidence that the split may have; 0 for what no class holds for."""
    if _all_french(text, path, lexicon):
        return ASSURED
    if len(path.cuts) != 1:
        return 0.0
    cut = path.cuts[0]
    left = next((unit for unit in reversed(path.units) if unit.end <= cut), None)
    right = next(unit for unit in path.units if unit.start == cut)
    if left is None:
        return 0.0
    spelled = text[right.start : right.end]
    if _TITLED.fullmatch(text) and left.kind is Kind.FRENCH and not lexicon.english(text[left.start : cut]):
        return ASSURED  # humaineM.
    if text[cut - 1] == "." and spelled.istitle() and _FIGURE.search(text, 0, cut):
        return ASSURED if len(spelled) >= _TWO and _little(spelled, lexicon) else 0.0  # 2023.Il, 17%.Les
    if spelled == "à" and left.kind in WORDS and 1 + cut - left.start >= _SHORT:
        word = text[left.start : cut]
        return ASSURED if lexicon.known(word) and not lexicon.french(word + "a") else 0.0  # sign upà
    if left.kind is Kind.MODEL and text[left.start].isupper() and right.kind is Kind.FRENCH:
        verb = not lexicon.english(spelled.lower()) and "verb" in lexicon.tags(spelled) and _inflected(spelled, lexicon)
        return ASSURED if len(spelled) >= _TWO and (_little(spelled, lexicon) or verb) else 0.0  # R1Il, G1vise
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


def at_markup(text: str, path: Path, soft: frozenset[int], lexicon: Lexicon) -> float:
    """`<b>Attention</b>Modifier`: markup and a capital between two known words that are no word together."""
    if len(path.cuts) != 1 or path.cuts[0] not in soft:
        return 0.0
    cut = path.cuts[0]
    left = next((text[u.start : cut] for u in path.units if u.end == cut), "")
    right = next(text[cut : u.end] for u in path.units if u.start == cut)
    known = len(left) >= _TWO and len(right) >= _TWO and lexicon.known(left) and lexicon.known(right)
    sure = known and left[-1].islower() and right[0].isupper() and not lexicon.known(left + right)
    return ASSURED if sure else 0.0


def _all_french(text: str, path: Path, lexicon: Lexicon) -> bool:
    """Nothing but French words, none of which an identifier or a new word is made of: `entraînés|commencement|Les`,
    `civile.|accent`, `L'argent|n'a`."""
    for cut in path.cuts:
        left = next((u for u in reversed(path.units) if u.end <= cut and u.kind in WORDS), None)
        right = next((u for u in path.units if u.start >= cut and u.kind in WORDS), None)
        if left is None or right is None or left.kind is not Kind.FRENCH or right.kind is not Kind.FRENCH:
            return False
        a, between, b = text[left.start : left.end], text[left.end : right.start], text[right.start : right.end]
        if not _firm(a, b, between, text[: left.start], lexicon):
            return False
    return not _OTHER_MARKS.search(text)


def _firm(a: str, b: str, between: str, before: str, lexicon: Lexicon) -> bool:
    """One cut of such a token: what stands left of it ends as only a French word of prose does."""
    if between and between[-1] in "'’":  # an elision: no word goes on with n' or l'
        return len(a) >= _LONG and sure_french(a, lexicon)
    if len(a) < _LONG or lexicon.english(a.lower()) or not _inflected(a, lexicon):
        return False
    if a.lower() in _JOINED_PARTS:
        return False
    if between == ".":
        return "." not in before and len(b) >= _SHORT and lexicon.french(b) and b.lower() not in EXTENSIONS
    if between:
        return False
    if b[0].isupper():
        return _little(b, lexicon) or not a.isascii()
    if not lexicon.frequency(a):
        return False  # performa|ces
    return b not in SUFFIXES and (b in _LINKING or (len(b) > _LONG and sure_french(b, lexicon) and len(a) > _LONG))


def _inflected(word: str, lexicon: Lexicon) -> bool:
    """A plural, a feminine adjective, a conjugated verb and nothing else: no part of a longer word."""
    tags = lexicon.tags(word)
    return bool(tags) and (not tags & {"sg", "inv", "inf"} or (tags >= {"adj", "fem"} and not tags & {"mas", "epi"}))


def _little(word: str, lexicon: Lexicon) -> bool:
    return word.lower() in FUNCTION and lexicon.french(word)


def _after_lone_mark(mark: str, word: str, kind: Kind, lexicon: Lexicon) -> float:
    """`:les`, `»valide`: French sets a space after these; but `:key` and `!important` are code."""
    if mark in "»”":
        return ASSURED
    if kind is Kind.ELISION or word.lower() in FUNCTION:
        return ASSURED
    known = lexicon.known(word) if word[0].isupper() else lexicon.french(word) and not lexicon.english(word)
    return ASSURED if known else 0.0
