"""The compiled form of glossaries: data only, opened without reading what is not asked for. `compile` makes it.

    magic line, header line (JSON: sizes of the sections, digest), then the sections one after the other

Forms are keys of a MARISA trie (memory-compact, opened in microseconds); an entry is a line of JSON that is read when
it is first needed. The file holds no code and nothing is unpickled: a forged one could at worst hold wrong terms.
It is never stale: `Source.key`, which names it, is a hash of the contents of all glossary files it was made from *and*
of the modules that make it. It is never half-written: a checksum covers every byte. (The digest in the header, which
takes five times as long to calculate, names the contents in reports.)
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any
from zlib import crc32, decompress

import marisa_trie

from fixer.glossary.model import Entry, Example
from fixer.glossary.rows import Rows, numbers
from fixer.lazy import simple_pattern

MAGIC = b"fixer glossary 1\n"
RIGHT = 0xFFFF
"""In place of the index of a wrong form: the record is of a right or an allowed form."""

LINK = "<I"
"""The format of the tries that lead from a key to the number of an entry."""

CONDITIONS = ("near", "not_near")
"""Fields of a wrong form that hold the number of a list of words, because many forms share one."""

SECTIONS = (
    "entries tests lists forms starts records heads names shields shield_keys zh words fuzzy near stems ids glosses "
    "contexts fields name_rows name_keys term_rows term_keys"
).split()
WORD = simple_pattern(r"[^\W_]+")


def first_word(key: str) -> str:
    match = WORD.match(key)
    return match.group() if match else ""


_REMEMBERED = 65536


@dataclass(frozen=True)
class Layer:
    """Compiled entries, opened. Raises ValueError if `data`, from `begin` on, is not a whole compiled form."""

    data: bytes
    begin: int = 0

    def __post_init__(self) -> None:
        if self._header[0]["checksum"] != crc32(memoryview(self.data)[self._start :]):
            raise ValueError("a compiled glossary is damaged")

    @cached_property
    def _header(self) -> tuple[dict[str, Any], int]:
        if not self.data.startswith(MAGIC, self.begin):
            raise ValueError("not a compiled glossary")
        start = self.begin + len(MAGIC)
        end = self.data.index(b"\n", start)
        return json.loads(self.data[start:end]), end + 1

    @property
    def digest(self) -> str:
        return str(self._header[0]["digest"])

    @property
    def _start(self) -> int:
        return self._header[1]

    def _view(self, name: str) -> memoryview:
        """A section, without copying it."""
        sizes: list[int] = self._header[0]["sizes"]
        index = SECTIONS.index(name)
        start = self._start + sum(sizes[:index])
        return memoryview(self.data)[start : start + sizes[index]]

    def _section(self, name: str) -> bytes:
        return bytes(self._view(name))

    def _lines(self, name: str) -> list[str]:
        return self._section(name).decode().splitlines()

    @cached_property
    def _entries(self) -> Rows:
        return Rows(self._view("entries"))

    @cached_property
    def _conditions(self) -> Rows:
        return Rows(self._view("lists"))

    @cached_property
    def _read(self) -> dict[int, Entry]:
        return {}

    def __len__(self) -> int:
        return len(self._entries)

    @cached_property
    def _tests(self) -> dict[str, list[list[str]]]:
        return dict(json.loads(decompress(self._section("tests"))))

    def with_tests(self, number: int) -> Entry:
        """An entry with its tests, which finding and replacing have no use for."""
        entry = self.entry(number)
        return replace(entry, tests=tuple(Example(*test) for test in self._tests.get(entry.id, ())))

    def entry(self, number: int) -> Entry:
        """An entry without its tests."""
        found = self._read.get(number)
        if found is None:
            fields = json.loads(self._entries[number])
            for wrong in fields.get("wrong", ()):
                for name in CONDITIONS:
                    if name in wrong:
                        wrong[name] = json.loads(self._conditions[wrong[name]])
            found = self._read[number] = Entry.from_dict(fields)
        return found

    @cached_property
    def numbers(self) -> dict[str, int]:
        """id -> number."""
        return {key: number for number, key in enumerate(self._lines("ids"))}

    @cached_property
    def _forms(self) -> Any:
        return _open_trie(self._section("forms"))

    @cached_property
    def _starts(self) -> array[int]:
        return numbers(self._view("starts"))

    @cached_property
    def _records(self) -> array[int]:
        return numbers(self._view("records"))

    def prefixes(self, text: str) -> list[str]:
        """The forms that `text` starts with, shortest first."""
        return list(self._forms.prefixes(text))

    def records(self, form: str) -> Iterator[tuple[int, int, int]]:
        """Entry, wrong form (or RIGHT) and slot of each reading of a form, all as numbers."""
        number = self._forms[form]
        records = self._records
        for at in range(self._starts[number], self._starts[number + 1], 2):
            yield records[at], records[at + 1] >> 8, records[at + 1] & 0xFF

    @cached_property
    def fuzzy(self) -> Any:
        return _open_links(self._section("fuzzy"))

    @cached_property
    def near(self) -> Any:
        return _open_links(self._section("near"))

    @cached_property
    def begins(self) -> Callable[[str], bool]:
        """True for the first word of some form: where none stands, nothing needs to be looked up."""
        return lru_cache(_REMEMBERED)(_open_trie(self._section("heads")).__contains__)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self._lines("names"))

    @cached_property
    def _shields(self) -> tuple[Rows, Any]:
        return Rows(self._view("shields")), _open_links(self._section("shield_keys"))

    def names_from(self, head: str) -> Iterator[tuple[str, str]]:
        """The names whose first folded word is `head`, from that word on: folded and as written, longest first."""
        rows, keys = self._shields
        if head in keys:
            for number in sorted(number for (number,) in keys[head]):
                folded, written = json.loads(rows[number])
                yield folded, written

    @cached_property
    def knows_word(self) -> Callable[[str], bool]:
        """True for a word of a name, or of a right or allowed form, in lower case."""
        words: Callable[[str], bool] = _open_trie(self._section("words")).__contains__
        return words

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content words of the terms in `near`."""
        return frozenset(self._lines("stems"))

    @cached_property
    def glosses(self) -> tuple[tuple[str, int, int], ...]:
        """The wrong forms of entries that are glosses of dictionaries, folded; entry and wrong form as numbers."""
        return tuple((form, number, index) for form, number, index in json.loads(self._section("glosses")))

    @cached_property
    def contexts(self) -> dict[str, tuple[str, ...]]:
        """The named sets of words that files above may refer to."""
        return {name: tuple(words) for name, words in json.loads(self._section("contexts")).items()}

    @cached_property
    def fields(self) -> dict[str, tuple[str, ...]]:
        """Field -> names that exist in it."""
        return {field: tuple(names) for field, names in json.loads(decompress(self._section("fields"))).items()}

    @cached_property
    def name_rows(self) -> Rows:
        """The concepts of names, a line of JSON each; see `fixer.glossary.concepts`."""
        return Rows(self._view("name_rows"))

    @cached_property
    def name_keys(self) -> Any:
        return _open_links(self._section("name_keys"))

    @cached_property
    def term_rows(self) -> Rows:
        return Rows(self._view("term_rows"))

    @cached_property
    def term_keys(self) -> Any:
        return _open_links(self._section("term_keys"))

    @cached_property
    def zh(self) -> dict[str, str]:
        return dict(json.loads(self._section("zh")))


def _open_trie(data: bytes) -> Any:
    return marisa_trie.Trie().frombytes(data)


def _open_links(data: bytes) -> Any:
    return marisa_trie.RecordTrie(LINK).frombytes(data)
