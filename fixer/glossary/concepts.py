"""What translating back looks up, made when a glossary is compiled: concepts, and the keys that lead to them.

A concept is an English name or term as its stems. Keys are told apart by their first letter: `part` and `head` (a stem
of a name or term of several words; its last), `joined` (one of a single word), `spelling` (letters and digits alone).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fixer.glossary.bilingual import LINKS, singular, stem
from fixer.glossary.model import Entry, Kind
from fixer.glossary.skeleton import squash
from fixer.lazy import simple_pattern

PART, HEAD, JOINED, SPELLING = "p", "h", "j", "s"

_HUMPS = simple_pattern(r"[A-ZÀ-Þ]+(?![a-zà-ÿ])|[A-ZÀ-Þ]?[a-zà-ÿ]+|\d+")
_WORDS = simple_pattern(r"[^\W_]+")

Row = tuple[tuple[str, ...], str, str | None, tuple[str, ...]]
"""Stems in order, the name or term, the id of its entry if it has one, and its fields."""


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


def name_rows(entries: Iterable[Entry], fields: Mapping[str, Iterable[str]], keep: Iterable[str]) -> list[Row]:
    """The names of a glossary: right forms of entities, names by field, and lists of names to keep."""
    areas: dict[str, set[str]] = {}
    for area, members in fields.items():
        for name in members:
            areas.setdefault(name, set()).add(area)
    listed, ids = frozenset(areas), dict[str, str]()
    for entry in entries:
        if entry.kind is Kind.ENTITY and entry.type not in ("person", "place"):
            ids[entry.term] = entry.id
            areas.setdefault(entry.term, set()).add(entry.domain or "")
    return [
        (_name_stems(name), name, ids.get(name), tuple(sorted(areas.get(name, ()))))
        for name in sorted({*areas, *keep})
        if name in listed or _is_name(name)
    ]


def term_rows(entries: Iterable[Entry]) -> list[Row]:
    """The terms of a glossary by their English sources."""
    return [
        (_term_stems(source), entry.term, entry.id, (entry.domain or "",))
        for entry in entries
        if entry.kind is Kind.TERM and not entry.is_gloss
        for source in entry.en
    ]


def keys(rows: Iterable[Row]) -> Iterator[tuple[str, tuple[int]]]:
    """Every key of the concepts, with the concept's number."""
    for number, (stems, term, _, _) in enumerate(rows):
        yield SPELLING + squash(term), (number,)
        if len(stems) == 1:
            yield JOINED + stems[0], (number,)
        elif stems:
            yield HEAD + stems[-1], (number,)
            yield from ((PART + part, (number,)) for part in stems)
