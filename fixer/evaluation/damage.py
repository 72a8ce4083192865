"""Seeded damage: clean prose made to look like a machine's, for volume where annotated documents are few.

Each regime damages a page in one way, at places that a seeded generator chooses, and keeps the account as gold
findings. What it makes is simpler than life: these figures complete those of the annotated corpus, never replace them.
"""

from __future__ import annotations

import random
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import regex

from fixer.evaluation.corpus import Gold, Item, count_words
from fixer.evaluation.judge import widen
from fixer.finding import Trust
from fixer.french.sentences import sentences
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span, apply

WORDS_PER_DEFECT = 40
"""About as dense as the pages that the corpus is modelled on."""


@dataclass(frozen=True)
class Regime:
    """A way to damage a text. `places` yields every edit that could be made; a seeded choice is, or all if `whole`."""

    name: str
    category: Category
    places: Callable[[str, random.Random, Resources], Iterator[Edit]]
    whole: bool = False


_NAME = r"(?:\p{Lu}[\p{L}\p{N}]*+|\p{N}+)"
_AT_NAMES = pattern(rf"(?<=\p{{L}}\p{{L}}) (?={_NAME}\b)|(?<=\b{_NAME}) (?=\p{{Ll}}\p{{Ll}})")
_AT_WORDS = pattern(r"(?<=\p{Ll}\p{Ll}) (?=\p{Ll}\p{Ll})")
_AT_STOPS = pattern(r"(?<=\p{Ll}\p{Ll}[.?!]) (?=\p{Lu}\p{Ll})")
_NOUN = pattern(r"(?<=\b(?:[Ll]e|[Ll]a|[Ll]es|[Uu]ne?|des|du|ce|cette)\s)\p{Ll}{4,}+\b(?![-'’])")
_TOKEN = pattern(r"\S+")

GLOSSES = ("(math.)", "(informatique)", "(fig.)", "(biologie)", "(dialecte)", "(mot de mesure)", "(médecine)")


def _spaces(pattern: regex.Pattern[str]) -> Callable[[str, random.Random, Resources], Iterator[Edit]]:
    def places(text: str, rng: random.Random, resources: Resources) -> Iterator[Edit]:
        for match in pattern.finditer(text):
            yield Edit.delete(*match.span())

    return places


def _glosses(text: str, rng: random.Random, resources: Resources) -> Iterator[Edit]:
    for match in _NOUN.finditer(text):
        yield Edit.insert(match.end(), " " + rng.choice(GLOSSES))


def _names(text: str, rng: random.Random, resources: Resources) -> Iterator[Edit]:
    """Names that the glossary knows a wrong rendering of."""
    wrong = {
        entry.term: [one.form for one in entry.wrong if one.trust != "off"]
        for entry in resources.glossary.entries()
        if entry.kind == "entity"
    }
    known = sorted(
        (term for term, forms in wrong.items() if forms and len(term) > 2), key=lambda term: (-len(term), term)
    )
    if known:
        for match in regex.finditer(r"(?<![\w-])\L<known>(?![\w-])", text, known=known):
            yield Edit.replace(*match.span(), rng.choice(wrong[match.group()]))


def _mojibake(text: str, rng: random.Random, resources: Resources) -> Iterator[Edit]:
    """UTF-8 read as Windows-1252, in the way of browsers: the five bytes without a character become controls."""
    for match in _TOKEN.finditer(text):
        word = match.group()
        try:
            misread = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in word.encode())
        except UnicodeEncodeError:
            continue
        if misread != word:
            yield Edit.replace(*match.span(), misread)


def _accents(text: str, rng: random.Random, resources: Resources) -> Iterator[Edit]:
    for match in _TOKEN.finditer(text):
        bare = "".join(c for c in unicodedata.normalize("NFD", match.group()) if not unicodedata.combining(c))
        if bare != match.group():
            yield Edit.replace(*match.span(), bare)


def _echoes(text: str, rng: random.Random, resources: Resources) -> Iterator[Edit]:
    for span in sentences(text):
        if 40 <= len(span) <= 250 and text[span.end - 1] == ".":
            yield Edit.insert(span.end, " " + span.of(text))


REGIMES = (
    Regime("spaces lost at names", Category.RUN_TOGETHER, _spaces(_AT_NAMES)),
    Regime("spaces lost between words", Category.RUN_TOGETHER, _spaces(_AT_WORDS)),
    Regime("spaces lost after stops", Category.RUN_TOGETHER, _spaces(_AT_STOPS)),
    Regime("glossed words", Category.GLOSS_LEAK, _glosses),
    Regime("translated names", Category.ENTITY, _names),
    Regime("mojibake", Category.ENCODING, _mojibake, whole=True),
    Regime("stripped accents", Category.ENCODING, _accents, whole=True),
    Regime("doubled sentences", Category.DUPLICATE, _echoes),
)


def damage(item: Item, regime: Regime, seed: int, resources: Resources) -> Item:
    """The page, damaged. Equal arguments give equal results; a page without a fit place comes back undamaged."""
    rng = random.Random(f"{seed} {item.id} {regime.name}")
    text = item.reference
    places = sorted(regime.places(text, rng, resources))
    if not regime.whole:
        number = min(len(places), max(1, count_words(text) // WORDS_PER_DEFECT))
        places = sorted(rng.sample(places, number))
    edits = [edit for n, edit in enumerate(places) if not n or places[n - 1].span.end <= edit.span.start]
    damaged = apply(text, edits)
    gold = tuple(_gold(text, damaged, edits, regime.category))
    return Item(f"{item.id}, {regime.name}", "seeded", item.format, damaged, text, gold)


def _gold(text: str, damaged: str, edits: Sequence[Edit], category: Category) -> Iterator[Gold]:
    """The account of the edits, in coordinates of the damaged text; joins of one token are one finding."""
    shift = 0
    marks: list[tuple[Span, str]] = []
    for edit in edits:
        start = edit.span.start + shift
        marks.append((Span(start, start + len(edit.new)), edit.span.of(text)))
        shift += len(edit.new) - len(edit.span)
    starts = [span.start for span, _ in marks]
    done = 0
    for span, _ in marks:
        if span.start < done:
            continue
        wide = widen(damaged, span) if category is Category.RUN_TOGETHER else span
        last = bisect_right(starts, wide.end if len(wide) else wide.start)
        inside = [Edit(one.shift(-wide.start), old) for one, old in marks[:last] if wide.contains(one)]
        yield Gold(wide, wide.of(damaged), category, Trust.APPLY, apply(wide.of(damaged), inside))
        done = max(wide.end, span.start + 1)


def sample(pages: Sequence[Item], regime: Regime, seed: int, resources: Resources, most: int = 12) -> list[Item]:
    """At most so many pages damaged by a regime, chosen by the seed; pages that it cannot damage are passed over."""
    order = list(pages)
    random.Random(f"{seed} {regime.name}").shuffle(order)
    out: list[Item] = []
    for page in order:
        if len(out) == most:
            break
        item = damage(page, regime, seed, resources)
        if item.gold:
            out.append(item)
    return out
