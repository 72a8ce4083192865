"""The compiled form of glossaries: data only, opened without reading what is not asked for. `compile` makes it.

    magic line, header line (JSON: sizes of the sections, digest), then the sections one after the other

Forms are keys of a MARISA trie (memory-compact, opened in microseconds); an entry is a line of JSON that is read when
it is first needed. The file holds no code and nothing is unpickled: a forged one could at worst hold wrong terms.
It is never stale: `Source.key`, which names it, is a hash of the contents of all glossary files it was made from *and*
of the modules that make it. It is never half-written: the digest covers every byte.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from typing import Any
from zlib import decompress

import marisa_trie

from fixer.glossary.model import Entry, Example
from fixer.lazy import simple_pattern

MAGIC = b"fixer glossary 1\n"
RIGHT = 0xFFFF
"""In place of the index of a wrong form: the record is of a right or an allowed form."""

LINK = "<I"
"""The format of the tries that lead from a key to the number of an entry."""

CONDITIONS = ("near", "not_near")
"""Fields of a wrong form that hold the number of a list of words, because many forms share one."""

SECTIONS = (
    "entries tests lists forms starts records heads names folded kept zh words fuzzy near stems ids glosses contexts "
    "fields name_rows name_keys term_rows term_keys"
).split()
WORD = simple_pattern(r"[^\W_]+")


def first_word(key: str) -> str:
    match = WORD.match(key)
    return match.group() if match else ""


def _array(data: bytes) -> array[int]:
    out = array("I")
    out.frombytes(data)
    if sys.byteorder == "big":
        out.byteswap()
    return out


@dataclass(frozen=True)
class Layer:
    """Compiled entries, opened. Raises ValueError if `data` is not a whole compiled form."""

    data: bytes

    def __post_init__(self) -> None:
        if self.digest != blake2b(memoryview(self.data)[self._start :], digest_size=16).hexdigest():
            raise ValueError("a compiled glossary is damaged")

    @cached_property
    def _header(self) -> tuple[dict[str, Any], int]:
        if not self.data.startswith(MAGIC):
            raise ValueError("not a compiled glossary")
        end = self.data.index(b"\n", len(MAGIC))
        return json.loads(self.data[len(MAGIC) : end]), end + 1

    @property
    def digest(self) -> str:
        return str(self._header[0]["digest"])

    @property
    def _start(self) -> int:
        return self._header[1]

    def _section(self, name: str) -> bytes:
        sizes: list[int] = self._header[0]["sizes"]
        index = SECTIONS.index(name)
        start = self._start + sum(sizes[:index])
        return self.data[start : start + sizes[index]]

    def _lines(self, name: str) -> list[str]:
        return self._section(name).decode().splitlines()

    @cached_property
    def _entries(self) -> list[bytes]:
        return self._section("entries").split(b"\n") if self._section("entries") else []

    @cached_property
    def _conditions(self) -> list[str]:
        return self._lines("lists")

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
        return marisa_trie.Trie().frombytes(self._section("forms"))

    @cached_property
    def _starts(self) -> array[int]:
        return _array(self._section("starts"))

    @cached_property
    def _records(self) -> array[int]:
        return _array(self._section("records"))

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
        return _open(LINK, self._section("fuzzy"))

    @cached_property
    def near(self) -> Any:
        return _open(LINK, self._section("near"))

    @cached_property
    def heads(self) -> frozenset[str]:
        """The first words of all forms: where none stands, nothing needs to be looked up."""
        return frozenset(self._lines("heads"))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self._lines("names"))

    @cached_property
    def folded(self) -> dict[str, str]:
        """Each of `names` -> its folded form."""
        return dict(zip(self._lines("names"), self._lines("folded"), strict=True))

    @cached_property
    def kept(self) -> frozenset[str]:
        """The names of the files' `keep` lists alone."""
        return frozenset(self._lines("kept"))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self._lines("words"))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content words of the terms in `near`."""
        return frozenset(self._lines("stems"))

    @cached_property
    def glosses(self) -> frozenset[int]:
        """The numbers of the entries that are glosses of dictionaries."""
        return frozenset(json.loads(self._section("glosses")))

    @cached_property
    def contexts(self) -> dict[str, tuple[str, ...]]:
        """The named sets of words that files above may refer to."""
        return {name: tuple(words) for name, words in json.loads(self._section("contexts")).items()}

    @cached_property
    def fields(self) -> dict[str, tuple[str, ...]]:
        """Field -> names that exist in it."""
        return {field: tuple(names) for field, names in json.loads(decompress(self._section("fields"))).items()}

    @cached_property
    def name_rows(self) -> list[bytes]:
        """The concepts of names, a line of JSON each; see `fixer.glossary.concepts`."""
        return decompress(self._section("name_rows")).split(b"\n")

    @cached_property
    def name_keys(self) -> Any:
        return _open(LINK, self._section("name_keys"))

    @cached_property
    def term_rows(self) -> list[bytes]:
        return decompress(self._section("term_rows")).split(b"\n")

    @cached_property
    def term_keys(self) -> Any:
        return _open(LINK, self._section("term_keys"))

    @cached_property
    def zh(self) -> dict[str, str]:
        return dict(json.loads(self._section("zh")))


def _open(format: str, data: bytes) -> Any:
    trie = marisa_trie.RecordTrie(format)
    return trie.frombytes(data)
