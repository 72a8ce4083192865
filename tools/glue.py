"""Lose spaces in clean prose, regime by regime: what the splitter is fitted on and measured with.

A regime is a kind of place where a space stands between two tokens (`guerre froide`, `l'IA et`, `fautes. La`); an
item is a paragraph with one such space deleted. Some regimes are no deletions alone: `english` puts a few English words
into a French sentence and glues them to a neighbour, as translated links are, `technical` does so with names,
identifiers, calls, files and versions, to one neighbour or to both, and `label` glues a title to a sentence.
Everything is decided by a seed.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LOW, _UP = "a-zß-öø-ÿœæ", "A-ZÀ-ÖØ-ÞŒÆ"
_LOWER = rf"[{_LOW}]{{2,}}|[aày]"
_TITLE = rf"[{_UP}][{_LOW}]+"
_ACRONYM = r"(?:[dl]['’])?[A-Z]{2,6}s?"
_NUMBER = r"\d+(?:[.,]\d+)*"
_ELIDED = rf"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’][{_LOW}]+"
_COMPOUND = rf"[{_LOW}{_UP}]{{2,}}(?:-[{_LOW}{_UP}]{{2,}})+"
_TAIL = r"[.,;:!?…]*"

#: Regime -> shapes of the token before and of the token after the lost space.
SHAPES: dict[str, tuple[str, str]] = {
    "lower+lower": (_LOWER, _LOWER + _TAIL),
    "lower+title": (_LOWER, _TITLE + _TAIL),
    "acronym+lower": (_ACRONYM, rf"[{_LOW}]{{2,}}" + _TAIL),
    "acronym+title": (_ACRONYM, _TITLE + _TAIL),
    "mark+word": (rf"[{_LOW}{_UP}'’-]{{2,}}[,;:]", rf"[{_LOW}]{{2,}}" + _TAIL),
    "stop+title": (rf"[{_LOW}]{{2,}}[.!?]", _TITLE),
    "close+word": (rf"\S*[{_LOW}{_UP}][)»”\"]|[»”]", rf"[{_LOW}]{{2,}}" + _TAIL),
    "word+open": (rf"[{_LOW}{_UP}]{{2,}}", rf"[(«“\"][{_LOW}{_UP}]\S*"),
    "word+number": (rf"[{_LOW}]{{2,}}", _NUMBER + _TAIL),
    "number+word": (_NUMBER, rf"[{_LOW}]{{3,}}" + _TAIL),
    "compound+lower": (_COMPOUND, rf"[{_LOW}]{{2,}}" + _TAIL),
    "lower+compound": (rf"[{_LOW}]{{2,}}", _COMPOUND + _TAIL),
    "elided+lower": (_ELIDED, rf"[{_LOW}]{{2,}}" + _TAIL),
}
REGIMES = (*SHAPES, "stop+lower", "triple", "label", "english", "technical")

_ABBREVIATION = re.compile(r"(?:^|[(])(?:[A-Za-z]|ex|etc|cf|fig|vol|chap|MM?|Dr|vs|pp?|éd|al|no)\.$")


@dataclass(frozen=True)
class Item:
    """`text` holds the glued token at index `at` of its blank-delimited ones; `gold` is that token with its spaces."""

    regime: str
    text: str
    at: int
    gold: str

    @property
    def token(self) -> str:
        return self.text.split()[self.at]


def items(
    paragraphs: Sequence[str], english: Sequence[str], each: int, seed: int, regimes: Sequence[str] = REGIMES
) -> Iterator[Item]:
    """At most `each` items of every regime, no pair of words twice."""
    places = _places(paragraphs)
    for regime in regimes:
        rng = random.Random(f"{seed} {regime}")
        if regime == "english":
            yield from _inserted_items(paragraphs, lambda rng: _phrase(english, rng), "english", each, rng)
            continue
        if regime == "technical":
            yield from _inserted_items(paragraphs, lambda rng: [_thing(english, rng)], "technical", each, rng)
            continue
        candidates = places[regime]
        rng.shuffle(candidates)
        seen: set[tuple[str, ...]] = set()
        for number, at, words in candidates:
            if words not in seen:
                seen.add(words)
                yield _glued(regime, paragraphs[number].split(), at, len(words))
            if len(seen) == each:
                break


def _places(paragraphs: Sequence[str]) -> dict[str, list[tuple[int, int, tuple[str, ...]]]]:
    """Regime -> (paragraph, token, words) of every place."""
    patterns = {name: (re.compile(left), re.compile(right)) for name, (left, right) in SHAPES.items()}
    lower, title = re.compile(_LOWER), re.compile(_TITLE)
    places: dict[str, list[tuple[int, int, tuple[str, ...]]]] = defaultdict(list)
    for number, paragraph in enumerate(paragraphs):
        tokens = paragraph.split()
        for at, (left, right) in enumerate(pairwise(tokens)):
            for name, (first, second) in patterns.items():
                if first.fullmatch(left) and second.fullmatch(right) and not _ABBREVIATION.search(left):
                    places[name].append((number, at, (left, right)))
            if patterns["stop+title"][0].fullmatch(left) and title.fullmatch(right) and left[-1] == ".":
                places["stop+lower"].append((number, at, (left, right)))
            if at + 2 < len(tokens) and all(lower.fullmatch(token) for token in tokens[at : at + 3]):
                places["triple"].append((number, at, tuple(tokens[at : at + 3])))
            if lower.fullmatch(left) and at < 8 and title.fullmatch(right):
                places["label"].append((number, at, (left, right)))
    return places


def _glued(regime: str, tokens: list[str], at: int, size: int) -> Item:
    words = tokens[at : at + size]
    if regime == "stop+lower":
        words = [words[0], words[1][0].lower() + words[1][1:]]
    return Item(regime, " ".join([*tokens[:at], "".join(words), *tokens[at + size :]]), at, " ".join(words))


_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]+(?:-[A-Za-z]+)?")
_DULL = frozenset("the a an of for to in and or with on by is are from that this as it be your you can".split())
_LINKS = "here this guide tutorial docs documentation example link article paper page blog repository".split()


def _inserted_items(
    paragraphs: Sequence[str], phrase: Callable[[random.Random], list[str]], regime: str, each: int, rng: random.Random
) -> Iterator[Item]:
    lower, first = re.compile(rf"[{_LOW}]+"), re.compile(rf"[{_UP}]?[{_LOW}]+")
    done = 0
    for _ in range(40 * each):
        tokens = rng.choice(paragraphs).split()
        if len(tokens) < 8:
            continue
        at = rng.choice((0, rng.randrange(len(tokens) - 2), rng.randrange(len(tokens) - 2)))
        if not (first.fullmatch(tokens[at]) and lower.fullmatch(tokens[at + 1])):
            continue
        yield _linked(regime, tokens[: at + 1], phrase(rng), tokens[at + 1 :], rng)
        done += 1
        if done == each:
            return


def _linked(regime: str, left: list[str], phrase: list[str], right: list[str], rng: random.Random) -> Item:
    """The phrase glued to what is left of it, or to what is right of it (which then may open a sentence), or, if it is
    one word, to both."""
    if rng.random() < 0.3:
        right = [right[0].capitalize(), *right[1:]]
    chance = rng.random()
    if chance < 0.2 and len(phrase) == 1:
        words = [left[-1], phrase[0], right[0]]
        return Item(regime, " ".join([*left[:-1], "".join(words), *right[1:]]), len(left) - 1, " ".join(words))
    if chance < 0.6:
        tokens, at, gold = [*left[:-1], left[-1] + phrase[0], *phrase[1:], *right], len(left) - 1, (left[-1], phrase[0])
    else:
        tokens = [*left, *phrase[:-1], phrase[-1] + right[0], *right[1:]]
        at, gold = len(left) + len(phrase) - 1, (phrase[-1], right[0])
    return Item(regime, " ".join(tokens), at, " ".join(gold))


def _thing(english: Sequence[str], rng: random.Random) -> str:
    """What technical prose has among its words: a name nobody knows, an identifier, a call, a file, a version."""
    words = [word for word in rng.choice(english).split() if word.isalpha() and word.isascii() and len(word) > 2]
    words = [word.lower() for word in words[:2]] or ["node"]
    first, last = words[0], words[-1]
    title = first.capitalize()
    shape = rng.randrange(10)
    if shape == 0:
        return title + last.capitalize()
    if shape == 1:
        return first + last.capitalize() if first != last else title + "Hub"
    if shape == 2:
        return f"{first}_{last}"
    if shape == 3:
        return f"{first}()"
    if shape == 4:
        return f"{last}.{rng.choice(('py', 'js', 'json', 'yml', 'txt'))}"
    if shape == 5:
        number = rng.choice(("2", "3", "4", "7", "1.5", "800", "4090"))
        return title[: rng.choice((1, 4, 9))] + rng.choice(("", "-", "")) + number
    if shape == 6:
        return f"{first}-{last}"
    if shape == 7:
        return title + rng.choice(("DB", "ML", "QL", "JS", "AI", "OS"))
    if shape == 8:
        return _invented(words)
    return title


def _invented(words: Sequence[str]) -> str:
    """A name of two halves of words: what no list can have."""
    first, last = words[0], words[-1]
    return (first[: max(2, len(first) // 2 + 1)] + last[-max(2, len(last) // 2) :]).capitalize()


def _phrase(english: Sequence[str], rng: random.Random) -> list[str]:
    if rng.random() < 0.1:
        return [rng.choice(_LINKS)]
    while True:
        words = rng.choice(english).split()
        size = rng.choice((1, 1, 2, 2, 3))
        if len(words) < size + 2:
            continue
        at = rng.randrange(len(words) - size + 1)
        phrase = words[at : at + size]
        if all(map(_WORD.fullmatch, phrase)) and not {phrase[0].lower(), phrase[-1].lower()} & _DULL:
            return [w.capitalize() if w.islower() else w for w in phrase] if rng.random() < 0.4 else phrase
