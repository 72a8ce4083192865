"""Whether the words around an occurrence say that it is the wrong form meant, or rather its good French double.

`near`: one of these words (any inflection by -s, -x) stands within twelve words in the same sentence; where the
sentence is short (a heading, a list item, a table cell) the neighbouring lines count too. `Trémie` near *GPU* is
NVIDIA's Hopper; near *silo* it is a hopper.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from fixer.document import HOLE
from fixer.french.lexicon import lexicon
from fixer.french.sentences import sentences
from fixer.glossary.fold import fold_form
from fixer.lazy import simple_pattern
from fixer.text import Span

WINDOW = 12
_SHORT = 8
_WORD = simple_pattern(r"[^\W_]+")


def _bounds(text: str, span: Span) -> tuple[int, int]:
    """The stretch of text that is searched."""
    found = sentences(text)
    index = _sentence_index(text, span.start)
    if index < 0:
        return span.start, span.end
    first = last = index
    start, end = found[index].start, max(found[index].end, span.end)
    while len(_WORD.findall(text, start, end)) < _SHORT and (first > 0 or last + 1 < len(found)):
        grown = False
        if first > 0 and text.count("\n", found[first - 1].end, found[first].start) <= 2:
            first, grown = first - 1, True
        if last + 1 < len(found) and text.count("\n", found[last].end, found[last + 1].start) <= 2:
            last, grown = last + 1, True
        if not grown:
            break
        start, end = found[first].start, max(found[last].end, span.end)
    return start, end


def _sentence_index(text: str, position: int) -> int:
    return bisect_right(sentences(text), Span(position, len(text))) - 1


@lru_cache(maxsize=64)
def _window(text: str, span: Span) -> tuple[str, frozenset[str]]:
    """The words around an occurrence that its conditions look at: one after the other, and as a set."""
    start, end = _bounds(text, span)
    left = _WORD.findall(text, start, span.start)[-WINDOW:]
    right = _WORD.findall(text, span.end, end)[:WINDOW]
    return f" {' '.join(left)} . {' '.join(right)} ".lower(), _as_set(left + right)


def _as_set(words: list[str]) -> frozenset[str]:
    """The words in lower case; acronyms as they stand as well."""
    return frozenset(map(str.lower, words)) | {word for word in words if len(word) <= _ACRONYM and word.isupper()}


_ACRONYM = 4
"""Letters up to which capitals may be an acronym with a French word for its double: *LIN*, *CAN*, *EN*."""


def stands_near(text: str, span: Span, words: tuple[str, ...]) -> bool:
    """True if one of the words stands near the occurrence at `span`."""
    return _count(*_window(text, span), words, 1) > 0


@lru_cache(maxsize=4)
def _all_words(text: str) -> tuple[str, frozenset[str]]:
    """The words of a text in lower case: one after the other, and as a set."""
    words = _WORD.findall(text)
    return f" {' '.join(words)} ".lower(), _as_set(words)


@lru_cache(maxsize=4096)
def _condition_forms(words: tuple[str, ...]) -> tuple[Mapping[str, str], tuple[tuple[str, ...], ...]]:
    """What may stand in a text for the words of a condition, itself or its plurals.

    Single words as form -> word; phrases as groups of forms. An acronym that would be a French word in small letters
    (*LIN*, a bus) counts in its capitals alone.
    """
    exact = {word for word in words if len(word) <= _ACRONYM and word.isupper() and lexicon().french(word.lower())}
    folded = {
        word.lower() if word.isalnum() else " ".join(_WORD.findall(fold_form(word)))
        for word in words
        if word not in exact
    } - {""}
    endings = ("", "s", "x", "es")
    single = {word + ending: word for word in sorted(folded) if " " not in word for ending in endings}
    single |= {word: word for word in exact}
    phrases = tuple(tuple(f" {word}{ending} " for ending in endings) for word in sorted(folded) if " " in word)
    return single, phrases


def _count(row: str, known: frozenset[str], words: tuple[str, ...], most: int) -> int:
    """How many different ones of the words stand in a row of words, counted up to `most`."""
    single, phrases = _condition_forms(words)
    found = len({single[word] for word in single.keys() & known}) if not known.isdisjoint(single) else 0
    for forms in phrases:
        if found >= most:
            break
        found += any(form in row for form in forms)
    return min(found, most)


@lru_cache(maxsize=4096)
def how_many_stand_in(text: str, words: tuple[str, ...], most: int = 2) -> int:
    """How many different ones of the words stand anywhere in the text, counted up to `most`."""
    return _count(*_all_words(text), words, most)


def stands_in(text: str, words: tuple[str, ...]) -> bool:
    """True if one of the words stands anywhere in the text."""
    return how_many_stand_in(text, words) > 0


def holds(text: str, span: Span, near: tuple[str, ...], not_near: tuple[str, ...]) -> bool:
    """True if both conditions of a wrong form are met."""
    if not_near and stands_near(text, span, not_near):
        return False
    return not near or stands_near(text, span, near)


def in_code(text: str, span: Span) -> bool:
    """True if the occurrence is part of an address, a path, an identifier or a longer word with a hyphen."""
    start, end = span.start, span.end
    while start and not text[start - 1].isspace() and text[start - 1] != HOLE:
        start -= 1
    while end < len(text) and not text[end].isspace() and text[end] != HOLE:
        end += 1
    run = text[start:end]
    if "://" in run or "www." in run or run.count("/") > 1 or "\\" in run or run.startswith(("/", "./", "@")):
        return True
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if (before in ("_", "@", "#", "$") and before) or (after in ("_", "@") and after):
        return True
    return after == "." and text[span.end + 1 : span.end + 2].islower() and text[span.end + 1 : span.end + 4].isalpha()
