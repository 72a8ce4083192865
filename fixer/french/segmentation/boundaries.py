"""Between which characters a space may have been lost, and how rarely it is.

A boundary has a sort, which decides what it costs to assume a lost space there, and which of the fitted weights of
`confidence` judge the token. Costs are natural logarithms of how rare such a join is among the places of that sort.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from fixer.french.segmentation.units import Kind, Unit


class Sort(StrEnum):
    """Sorts of boundaries, from the most to the least treacherous."""

    LETTERS = "letters"  # froide|répondre
    STOP = "stop"  # fautes.|la
    WORD_OPEN = "word-open"  # ailleurs|(math.)
    DIGIT = "digit"  # fait|50, 3|modèles
    ACRONYM = "acronym"  # IA|et, GPU|Nous
    CAPITAL = "capital"  # de|Préserver
    CLOSE = "close"  # )|Modèles, ,|et
    OPAQUE = "opaque"  # le|`x`
    MARKUP = "markup"  # loi|</b>|Au
    HAN = "han"  # gestes|高频
    VENDOR = "vendor"  # Anthropic|claude-sonnet-4-5


#: What a lost space costs at each sort of boundary.
_COST = {
    Sort.LETTERS: 9.0,
    Sort.STOP: 6.5,
    Sort.WORD_OPEN: 6.5,
    Sort.DIGIT: 7.0,
    Sort.ACRONYM: 6.5,
    Sort.CAPITAL: 6.0,
    Sort.CLOSE: 5.0,
    Sort.OPAQUE: 3.0,
    Sort.MARKUP: 2.0,
    Sort.HAN: 3.0,
}

#: Endings of inclusive writing, which follow a full stop as well as a middle dot: étudiant.e.s, lecteur.rice.s.
_INCLUSIVE = frozenset(
    """e es s x ne nes te tes trice trices rice rices euse euses se ses ve ves ère ères fe fes ienne iennes enne ennes
    ice ices""".split()
)

#: What is written right after a code span on purpose.
_ENDINGS = frozenset(["es", "er", "ed", "ing", "ième", "ème", "iser", "able"])

#: Suffixes of numbers: 2e, 1er, 3ème, 80s, 10x.
_ORDINAL = frozenset("e er ère re nd nde ème eme ième ieme th st rd s x h min go mo ko to k m d".split())


#: A name that ends in a capital has that many letters at least: AdamW, QnA, xAI.
_NAMED = 3


def sort_of(text: str, at: int, left: Unit, right: Unit) -> Sort | None:
    """The sort of the boundary between two units that meet at `at`; None if no space can have been lost there."""
    if Kind.DASH in (left.kind, right.kind):
        return Sort.CLOSE if Kind.OPEN not in (left.kind, right.kind) else None
    if Kind.HAN in (left.kind, right.kind):
        return _beside_han(text, left, right)
    if Kind.OPAQUE in (left.kind, right.kind):
        return _beside_opaque(text, left, right)
    before, after = text[at - 1], text[at]
    if right.kind is Kind.OPEN:
        return Sort.WORD_OPEN if left.kind is not Kind.CLOSE else Sort.CLOSE
    if left.kind is Kind.CLOSE:
        return _after_mark(text, before, left, right)
    if before.isdigit() != after.isdigit():
        return _at_digit(text, left, right)
    if before.isdigit():
        return None
    if after.isupper():
        if before.isupper():
            return Sort.ACRONYM if text[at + 1 : at + 2].islower() or text[at + 1 : at + 2] in "'’" else None
        return Sort.CAPITAL
    if before.isupper():
        # `IAet`, `InnoDBle`; but `As|ymptote` is no boundary: the left is an acronym or the name of a thing
        acronym = at - left.start >= 2 and text[left.start : at].isupper()
        named = left.kind in (Kind.NAME, Kind.IDENTIFIER) and at - left.start >= _NAMED
        return Sort.ACRONYM if acronym or (named and right.kind is Kind.FRENCH) else None
    return Sort.LETTERS


def _beside_han(text: str, left: Unit, right: Unit) -> Sort | None:
    word = left if right.kind is Kind.HAN else right
    if word.kind in (Kind.FRENCH, Kind.ENGLISH, Kind.NAME, Kind.ACRONYM):
        return Sort.HAN
    return Sort.HAN if word is left and word.kind is Kind.UNKNOWN else None


def _beside_opaque(text: str, left: Unit, right: Unit) -> Sort | None:
    if right.kind is Kind.OPAQUE and left.kind is Kind.OPAQUE:
        return None
    word = left if right.kind is Kind.OPAQUE else right
    spelled = text[word.start : word.end]
    if word.kind in (Kind.UNKNOWN, Kind.OPEN) or (len(spelled) < 2 and spelled not in "àaÀA,.;:!?)»"):
        return None
    if word.kind is Kind.CLOSE and spelled not in ",;:":
        return None
    if word is right and spelled in _ENDINGS:  # les `Promise`s
        return None
    return Sort.OPAQUE


def _after_mark(text: str, mark: str, left: Unit, right: Unit) -> Sort | None:
    if text[right.start].isdigit():
        return None
    if left.end - left.start > 1:  # élément(s)
        return Sort.CLOSE
    if left.start == 0 and mark == "." and right.kind is Kind.FRENCH and text[right.start].isupper():
        return Sort.CLOSE  # `.Je`: the stop went to the wrong side
    if left.start == 0 and right.end - right.start < 2:
        return None  # `.a`, `:x`
    if mark in ".:!?;…":
        return None if mark == "." and _inclusive(text, left, right) else Sort.STOP
    return Sort.CLOSE


def _inclusive(text: str, left: Unit, right: Unit) -> bool:
    """`étudiant.e.s`, `naturel.le.s`: an ending, not a word."""
    word = text[right.start : right.end]
    return word in _INCLUSIVE or (word in ("le", "les") and text[: left.start].endswith("l"))


def _at_digit(text: str, left: Unit, right: Unit) -> Sort | None:
    word = right if left.kind is Kind.NUMBER else left
    if word.kind is not Kind.FRENCH or word.end - word.start < 2:
        if left.kind is Kind.MODEL and right.kind in (Kind.FRENCH, Kind.ELISION):
            return Sort.DIGIT  # R1|Il, V3|est
        return None
    if word is right and text[right.start : right.end].lower() in _ORDINAL:
        return None
    return Sort.DIGIT


def space_cost(text: str, at: int, left: Unit, right: Unit) -> float | None:
    """Cost of a lost space there, None where there can be none."""
    sort = sort_of(text, at, left, right)
    return None if sort is None else _COST[sort]


def with_markup(soft: frozenset[int]) -> Callable[[str, int, Unit, Unit], float | None]:
    """`space_cost` for a token with markup at the offsets `soft`, where spaces are lost far more often."""

    def cost(text: str, at: int, left: Unit, right: Unit) -> float | None:
        found = space_cost(text, at, left, right)
        if at in soft and found is not None:
            return min(found, _COST[Sort.MARKUP])
        return found

    return cost
