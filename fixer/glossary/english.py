"""The English side of a glossary: which concept an English name or term belongs to, whatever the order of its words.

A key is a set of stems (`padding token` and `token padding` meet). `postings` leads from a stem to the concepts that
hold it: a phrase whose words share a concept is found by intersecting a few small sets, not by trying combinations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from fixer.glossary.bilingual import LINKS, singular, stem
from fixer.glossary.glossary import Glossary
from fixer.glossary.model import Entry, Kind
from fixer.glossary.skeleton import squash

_HUMPS = re.compile(r"[A-ZÀ-Þ]+(?![a-zà-ÿ])|[A-ZÀ-Þ]?[a-zà-ÿ]+|\d+")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Concept:
    """An English name or term: its stems in order, the entry (by id) if there is one, and the fields it belongs to."""

    stems: tuple[str, ...]
    term: str
    id: str | None
    fields: frozenset[str]


@dataclass(frozen=True)
class English:
    """`postings`: stem -> numbers of the `concepts` of several words that hold it; `heads`: those it is the last of.

    `joined`: name or term in one word -> concepts. `held` remembers what `holding` found.
    """

    concepts: list[Concept] = field(default_factory=list)
    postings: dict[str, set[int]] = field(default_factory=dict)
    heads: dict[str, set[int]] = field(default_factory=dict)
    joined: dict[str, list[Concept]] = field(default_factory=dict)
    held: dict[str, frozenset[int]] = field(default_factory=dict)

    def add(self, concept: Concept) -> None:
        stems = concept.stems
        if len(stems) == 1:
            self.joined.setdefault(stems[0], []).append(concept)
        elif stems:
            for part in stems:
                self.postings.setdefault(part, set()).add(len(self.concepts))
            self.heads.setdefault(stems[-1], set()).add(len(self.concepts))
            self.concepts.append(concept)

    def holding(self, word: str, senses: frozenset[str]) -> frozenset[int]:
        """The concepts of several words that hold a sense of `word`."""
        found = self.held.get(word)
        if found is None:
            postings = self.postings
            found = frozenset[int]().union(*(postings[sense] for sense in senses if sense in postings))
            self.held[word] = found
        return found


def entry_of(concept: Concept, glossary: Glossary) -> Entry:
    """The entry of a concept; for a kept name, one that holds no more than the name."""
    found = glossary.entry(concept.id) if concept.id else None
    return found or Entry(concept.term, concept.term, Kind.ENTITY, "software", translate=False)


def humps(word: str) -> list[str]:
    """`CrowdStrike` -> Crowd, Strike; `GPTZero` -> GPT, Zero is beyond a pattern and stays GPTZero's capitals."""
    return _HUMPS.findall(word)


def _name_stems(name: str) -> tuple[str, ...]:
    parts = [part.lower() for part in _HUMPS.findall(name)]
    return tuple(stem(part) for part in parts if part not in LINKS) if len(parts) > 1 else (name.lower(),)


def _term_stems(term: str) -> tuple[str, ...]:
    return tuple(singular(word) for word in _WORDS.findall(term.lower()) if word not in LINKS)


def _is_name(term: str) -> bool:
    """False for keywords (`CREATE TABLE`) and commands (`cat`), whose translations are ordinary words."""
    return not term.islower() and not (term.isupper() and (" " in term or len(term) > 3))


@lru_cache(maxsize=4)
def names(glossary: Glossary) -> English:
    """The names of a glossary: right forms of entities, names by field, and lists of names to keep."""
    fields: dict[str, set[str]] = {}
    for area, members in glossary.fields.items():
        for name in members:
            fields.setdefault(name, set()).add(area)
    entries: dict[str, str] = {}
    for id, term, kind, type, domain, _ in glossary.concepts():
        if kind == Kind.ENTITY and type not in ("person", "place"):
            entries[term] = id
            fields.setdefault(term, set()).add(domain or "")
    index = English()
    listed = frozenset[str]().union(*glossary.fields.values())
    for name in sorted({*fields, *glossary.names}):
        if name in listed or _is_name(name):
            index.add(Concept(_name_stems(name), name, entries.get(name), frozenset(fields.get(name, ()))))
    return index


@lru_cache(maxsize=4)
def spellings(glossary: Glossary) -> Mapping[str, Concept]:
    """The letters of a name in lower case -> the name; the better known one, if two are spelt alike."""
    index = names(glossary)
    out: dict[str, Concept] = {}
    for concept in (*index.concepts, *(one for found in index.joined.values() for one in found)):
        key = squash(concept.term)
        if key not in out or (concept.id and not out[key].id):
            out[key] = concept
    return out


@lru_cache(maxsize=4)
def terms(glossary: Glossary) -> English:
    """The terms of a glossary by their English sources."""
    index = English()
    for id, term, kind, type, domain, sources in glossary.concepts():
        if kind == Kind.TERM and type != "gloss":
            for source in sources:
                index.add(Concept(_term_stems(source), term, id, frozenset((domain or "",))))
    return index


def assignable(stems: tuple[str, ...], options: list[frozenset[str]]) -> bool:
    """True if each stem can be had from a word of its own."""
    if not stems:
        return True
    return any(
        stems[0] in option and assignable(stems[1:], options[:at] + options[at + 1 :])
        for at, option in enumerate(options)
    )
