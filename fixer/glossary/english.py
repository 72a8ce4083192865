"""The English side of a glossary: which concept an English name or term belongs to, whatever the order of its words.

A key is a set of stems (`padding token` and `token padding` meet). A stem leads to the concepts that hold it: a phrase
whose words share a concept is found by intersecting a few small sets, not by trying combinations.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fixer.glossary.concepts import HEAD, JOINED, PART, SPELLING
from fixer.glossary.glossary import Glossary
from fixer.glossary.model import Entry, Kind
from fixer.glossary.rows import Rows


@dataclass(frozen=True)
class Concept:
    """An English name or term: its stems in order, the entry (by id) if there is one, and the fields it belongs to."""

    stems: tuple[str, ...]
    term: str
    id: str | None
    fields: frozenset[str]


class English:
    """The concepts of the layers of a glossary, read when they are asked for. A number stands for a concept."""

    def __init__(self, layers: Iterable[tuple[Any, Rows, frozenset[str]]]) -> None:
        """Each layer: its trie of keys, its rows, and the ids that a layer above replaces."""
        self._layers = tuple(layers)
        self._held: dict[str, frozenset[int]] = {}
        self._concepts: dict[int, Concept] = {}
        self._by_key: dict[str, frozenset[int]] = {}

    def concept(self, number: int) -> Concept:
        found = self._concepts.get(number)
        if found is None:
            at, row = divmod(number, _ROWS)
            stems, term, id, fields = json.loads(self._layers[at][1][row])
            found = self._concepts[number] = Concept(tuple(stems), term, id, frozenset(fields))
        return found

    def _numbers(self, key: str) -> frozenset[int]:
        found = self._by_key.get(key)
        if found is None:
            numbers = [
                at * _ROWS + row
                for at, (trie, _, hidden) in enumerate(self._layers)
                if key in trie
                for (row,) in trie[key]
                if not hidden or self.concept(at * _ROWS + row).id not in hidden
            ]
            found = self._by_key[key] = frozenset(numbers)
        return found

    def knows(self, stem: str) -> bool:
        """True if some concept holds the stem."""
        return bool(self._numbers(PART + stem) or self._numbers(JOINED + stem))

    def parts(self, stem: str) -> frozenset[int]:
        """The concepts of several words that hold the stem."""
        return self._numbers(PART + stem)

    def heads(self, stem: str) -> frozenset[int]:
        """The concepts of several words that end in the stem."""
        return self._numbers(HEAD + stem)

    def joined(self, word: str) -> list[Concept]:
        """The concepts of this one word."""
        return [self.concept(number) for number in sorted(self._numbers(JOINED + word))]

    def spelt(self, letters: str) -> Concept | None:
        """The concept with these letters and digits, whatever stands between them; one with an entry, if it can be."""
        found = [self.concept(number) for number in sorted(self._numbers(SPELLING + letters))]
        return next((concept for concept in found if concept.id), found[0] if found else None)

    def holding(self, word: str, senses: frozenset[str]) -> frozenset[int]:
        """The concepts of several words that hold a sense of `word`."""
        found = self._held.get(word)
        if found is None:
            found = self._held[word] = frozenset[int]().union(*map(self.parts, senses))
        return found


_ROWS = 1 << 24
"""More concepts than a layer has."""


def entry_of(concept: Concept, glossary: Glossary) -> Entry:
    """The entry of a concept; for a kept name, one that holds no more than the name."""
    found = glossary.entry(concept.id) if concept.id else None
    return found or Entry(concept.term, concept.term, Kind.ENTITY, "software", translate=False)


@lru_cache(maxsize=4)
def names(glossary: Glossary) -> English:
    """The names of a glossary: right forms of entities, names by field, and lists of names to keep."""
    pairs = zip(glossary.layers, glossary.hidden, strict=True)
    return English((layer.name_keys, layer.name_rows, hidden) for layer, hidden in pairs)


@lru_cache(maxsize=4)
def terms(glossary: Glossary) -> English:
    """The terms of a glossary by their English sources."""
    pairs = zip(glossary.layers, glossary.hidden, strict=True)
    return English((layer.term_keys, layer.term_rows, hidden) for layer, hidden in pairs)


def assignable(stems: tuple[str, ...], options: list[frozenset[str]]) -> bool:
    """True if each stem can be had from a word of its own."""
    if not stems:
        return True
    return any(
        stems[0] in option and assignable(stems[1:], options[:at] + options[at + 1 :])
        for at, option in enumerate(options)
    )
