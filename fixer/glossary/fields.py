"""Which names of which fields a text holds: the company by which a translated name is known.

*Fusée* beside Tokio, Actix Web and Serde is Rocket, a library of Rust; beside nothing of its field it is a rocket. The
fields are the lists under `names:` of the glossary files, and the domains of the entries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fixer.french.lexicon import lexicon
from fixer.glossary.fold import fold_form
from fixer.glossary.glossary import Glossary
from fixer.glossary.match import opens
from fixer.glossary.model import Kind
from fixer.glossary.select import select
from fixer.glossary.store import first_word
from fixer.lazy import simple_pattern
from fixer.text import Span

_WORD = simple_pattern(r"[^\W_]+")


@dataclass(frozen=True)
class Sighting:
    """A name that stands in the text at `span`, rightly or in a rendering that the glossary is sure of."""

    span: Span
    name: str
    fields: frozenset[str]


class Company:
    """The names that a text holds, by place."""

    def __init__(self, sightings: list[Sighting]) -> None:
        self._all = sorted(sightings, key=lambda sighting: sighting.span.start)
        self._starts = [sighting.span.start for sighting in self._all]

    def of(self, fields: frozenset[str], within: Iterable[Span] | None = None, but: str = "") -> int:
        """How many different names of the best represented of the fields stand in the text, or in parts of it."""
        names: dict[str, set[str]] = {}
        for sighting in self._in(within):
            if sighting.name != but:
                for field in fields & sighting.fields:
                    names.setdefault(field, set()).add(sighting.name)
        return max(map(len, names.values()), default=0)

    def size(self) -> int:
        """How many different names stand in the text."""
        return len({sighting.name for sighting in self._all})

    def _in(self, within: Iterable[Span] | None) -> Iterator[Sighting]:
        if within is None:
            yield from self._all
            return
        for part in within:
            yield from self._all[bisect_left(self._starts, part.start) : bisect_left(self._starts, part.end)]


@lru_cache(maxsize=4)
def _heads(glossary: Glossary) -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    """First word in lower case -> listed names that begin with it and their fields, longest first."""
    fields: dict[str, set[str]] = {}
    for field, names in glossary.fields.items():
        for name in names:
            fields.setdefault(name, set()).add(field)
    heads: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name in sorted(fields, key=lambda name: (-len(name), name)):
        head = first_word(fold_form(name))
        if head:
            heads.setdefault(head, []).append((name, frozenset(fields[name])))
    return {head: tuple(names) for head, names in heads.items()}


@lru_cache(maxsize=4)
def company(glossary: Glossary, text: str) -> Company:
    """The names of all fields that stand in a text."""
    return Company([*_listed(glossary, text), *_entries(glossary, text)])


def _listed(glossary: Glossary, text: str) -> Iterator[Sighting]:
    heads = _heads(glossary)
    for match in _WORD.finditer(text):
        for name, fields in heads.get(match.group().lower(), ()):
            start = match.start() - name.lower().find(match.group().lower())
            span = Span(start, start + len(name))
            if start < 0 or text[span.end : span.end + 1].isalnum():
                continue
            if span.of(text) == name or _is_label_in_lower_case(text, span, name):
                if _is_distinctive(text, span):
                    yield Sighting(span, name, fields)
                break


_LABEL_BEFORE = simple_pattern(r"(?:\*\*|__|\|[ ]?)$")
_LABEL_AFTER = simple_pattern(r"\*\*|__|[ ]?\|")


def _is_label(text: str, span: Span) -> bool:
    """True for all of a cell, or of an emphasis: `| pylint |`, `**pylint**`."""
    before = text[max(0, span.start - 2) : span.start]
    return bool(_LABEL_BEFORE.search(before)) and bool(_LABEL_AFTER.match(text, span.end))


def _is_label_in_lower_case(text: str, span: Span, name: str) -> bool:
    """True for a tool called as its command is: **pylint** for Pylint."""
    here = span.of(text)
    return here.islower() and here == name.lower() and _is_label(text, span)


def _is_distinctive(text: str, span: Span) -> bool:
    """False for a French word that may owe its capital to its place (*Signal*), and for words in lower case.

    As a label, an English word in lower case is rather a tool than English: **pytest**, **black**.
    """
    here = span.of(text)
    if here.islower():
        return not lexicon().french(here) and (not lexicon().english(here) or _is_label(text, span))
    return not lexicon().french(here.lower()) or not opens(text, span.start)


def _entries(glossary: Glossary, text: str) -> Iterator[Sighting]:
    right = (hit for hit in glossary.matches(text) if hit.wrong is None)
    for hit in (*right, *select(glossary, text, lexicon().tags)):
        if hit.entry.kind is Kind.ENTITY and hit.span.of(text)[:1].isupper():
            yield Sighting(hit.span, hit.entry.term, frozenset((hit.entry.domain or "",)))
