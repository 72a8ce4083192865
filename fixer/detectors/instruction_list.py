"""One item of a list of instructions in another mood than the others: `1. Clonez …`, `2. Ouvrir …`, `3. Lancez …`.

A list keeps one form from item to item. An engine that translates each item alone takes now the imperative, now the
infinitive, as both are the same in English. The few are brought into the form of the many: of at least three items that
begin with a verb, one, or in a text that a machine made a minority; there the steps of a numbered list that has both
equally often become imperatives.

Left alone: remarks among the steps (`Notez que …`, `Voir …`), words in bold, which are labels, and items of two lists
that something else stands between. Suggested.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

import regex

from fixer.detectors._origin import machine_made
from fixer.detectors._shared import mistranslated, repair
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.lexicon import Lexicon
from fixer.french.moods import imperative, infinitive
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_ITEM = pattern(
    r"(?m)^(?P<indent>[ \t>]*)(?P<mark>[-*+•]|\d{1,2}[.)])[ \t]+(?P<word>\p{L}[\p{Ll}\p{M}]+)(?![\p{L}\p{N}*'’:-])"
)
_ANY = pattern(r"(?m)^(?P<indent>[ \t>]*)(?P<mark>[-*+•]|\d{1,2}[.)])[ \t]+")
_REMARKS = frozenset("notez voyez veuillez rappelez pensez consultez lisez voir noter lire consulter".split())
_LEAST = 3
_FAR = 1500
_Items = list[tuple[regex.Match[str], str]]


@rule("instruction-list", Category.GRAMMAR, Stage.SENTENCE, "one item of a list in another mood", Trust.SUGGEST)
def instruction_list(document: Document, resources: Resources) -> Iterator[Finding]:
    words = resources.lexicon
    made = cache(partial(machine_made, document, resources))
    for numbered, items in _lists(document.prose, words):
        moods = [mood for _, mood in items if mood]
        orders, infinitives = moods.count("order"), moods.count("infinitive")
        if len(moods) < _LEAST or not orders or not infinitives:
            continue
        few, many = min(orders, infinitives), max(orders, infinitives)
        if few == many and not numbered:
            continue
        if (few > 1 or many < _LEAST) and not made():
            continue
        odd = "order" if orders < infinitives else "infinitive"
        for match, mood in items:
            if mood == odd and match["word"].lower() not in _REMARKS:
                yield from _in_line(document, resources, match, mood)


def _in_line(document: Document, resources: Resources, match: regex.Match[str], mood: str) -> Iterator[Finding]:
    word, tags = match["word"], resources.lexicon.tags
    new = infinitive(word.lower(), tags) if mood == "order" else imperative(word.lower(), tags)
    if new and not mistranslated(document, resources, match.start("word")):
        new = new.capitalize() if word[0].isupper() else new
        message = f"the other items of the list are in the other mood: “{new}”"
        yield from repair(document, *match.span("word"), new, message, Trust.SUGGEST, 0.75)


def _lists(prose: str, words: Lexicon) -> Iterator[tuple[bool, _Items]]:
    """The lists of a text: whether they are numbered, and their items with the mood of their first word."""
    open_lists: dict[tuple[str, bool], _Items] = {}
    ends: dict[tuple[str, bool], int] = {}
    for match in _ANY.finditer(prose):
        item = _ITEM.match(prose, match.start())
        numbered = match["mark"][0].isdigit()
        key = (match["indent"], numbered)
        if key in open_lists and not _goes_on(prose, ends[key], match, numbered):
            yield numbered, open_lists.pop(key)
        here = open_lists.setdefault(key, [])
        if item:
            here.append((item, _mood(item["word"].lower(), words)))
        ends[key] = match.end()
    for (_, numbered), items in open_lists.items():
        yield numbered, items


def _goes_on(prose: str, end: int, match: regex.Match[str], numbered: bool) -> bool:
    """True if the item belongs to the list whose last item began at `end`: only its own lines stand between."""
    between = prose[end : match.start()]
    if len(between) > _FAR or (numbered and match["mark"].startswith("1") and len(match["mark"]) == 2):
        return False
    lines = between.split("\n")[1:]
    outer = len(match["indent"])
    return all(not line.strip() or line[0] == HOLE or len(line) - len(line.lstrip(" \t")) > outer for line in lines)


def _mood(word: str, words: Lexicon) -> str:
    tags = words.tags(word)
    if {"impe", "2pl"} <= tags and word.endswith(("ez", "tes")):
        return "order"
    return "infinitive" if "inf" in tags and "nom" not in tags else ""
