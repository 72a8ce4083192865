"""The compiled form of glossaries: data only, opened without reading what is not asked for.

    magic line, header line (JSON: sizes of the sections, digest), then the sections one after the other

Forms are keys of a MARISA trie (memory-compact, opened in microseconds); an entry is a line of JSON that is read when
it is first needed. The file holds no code and nothing is unpickled: a forged one could at worst hold wrong terms.
It is never stale: `Source.key`, which names it, is a hash of the contents of all glossary files it was made from *and*
of the modules that make it. It is never half-written: the digest covers every byte.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

import marisa_trie

from fixer.glossary.fold import fold_form, spellings
from fixer.glossary.inflect import SLOTS, right_forms, wrong_forms
from fixer.glossary.model import Entry
from fixer.glossary.skeleton import MIN_LENGTH, content_words, neighbourhood, skeleton

MAGIC = b"fixer glossary 1\n"
RIGHT = 0xFFFF
"""In place of the index of a wrong form: the record is of a right or an allowed form."""

_LINK = "<I"  # entry
_WORD = re.compile(r"[^\W_]+")
_SECTIONS = ("entries", "forms", "starts", "records", "heads", "names", "kept", "zh", "words", "fuzzy", "near", "stems", "ids", "glosses")


def _surfaces(form: str) -> tuple[str, ...]:
    return spellings(fold_form(form))


def _form_records(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    slots = {slot: index for index, slot in enumerate(SLOTS)}
    for number, entry in enumerate(entries):
        for index, wrong in enumerate(entry.wrong):
            if wrong.trust != "off":
                for surface, slot in wrong_forms(entry, wrong):
                    for key in _surfaces(surface):
                        yield key, (number, index, slots[slot])
        for surface, slot in () if entry.is_gloss else right_forms(entry):
            for key in _surfaces(surface):
                yield key, (number, RIGHT, slots[slot])


def _keys(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[int]]]:
    """Near-misses of names and terms that ask for it."""
    for number, entry in enumerate(entries):
        if entry.fuzzy:
            for form in (entry.term, *entry.allowed):
                key = skeleton(form)
                if len(key) >= MIN_LENGTH:
                    yield from ((near, (number,)) for near in neighbourhood(key))


def _contents(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[int]]]:
    """Content words of multiword terms, in alphabetical order: other function words or another order meet here."""
    for number, entry in enumerate(entries):
        if entry.fuzzy:
            words = content_words(fold_form(entry.term))
            if len(words) > 1:
                yield " ".join(sorted(words)), (number,)


def build(entries: Mapping[str, Entry], keep: Iterable[str]) -> bytes:
    """The compiled form of entries (by id) and of names to keep."""
    ordered = [entries[key] for key in sorted(entries)]
    forms = sorted(set(_form_records(ordered)))
    heads = sorted({first_word(key) for key, _ in forms})
    names = sorted({*keep, *(entry.term for entry in ordered if not entry.translate)})
    zh = {source: entry.term for entry in reversed(ordered) for source in entry.zh if not entry.is_gloss}
    right = [surface for entry in ordered if not entry.is_gloss for surface, _ in right_forms(entry)]
    words = sorted({word for surface in right for form in spellings(surface.lower()) for word in _words(form)})
    trie, starts, records = _packed(forms)
    contents = sorted(set(_contents(ordered)))
    sections = {
        "entries": "\n".join(_json(entry.to_dict()) for entry in ordered).encode(),
        "forms": trie.tobytes(),
        "starts": starts.tobytes(),
        "records": records.tobytes(),
        "heads": "\n".join(heads).encode(),
        "names": "\n".join(names).encode(),
        "kept": "\n".join(sorted(set(keep))).encode(),
        "zh": _json(zh).encode(),
        "words": "\n".join(words).encode(),
        "fuzzy": marisa_trie.RecordTrie(_LINK, sorted(set(_keys(ordered)))).tobytes(),
        "near": marisa_trie.RecordTrie(_LINK, contents).tobytes(),
        "stems": "\n".join(sorted({word for key, _ in contents for word in key.split(" ")})).encode(),
        "ids": "\n".join(entry.id for entry in ordered).encode(),
        "glosses": _json([number for number, entry in enumerate(ordered) if entry.is_gloss]).encode(),
    }
    body = b"".join(sections[name] for name in _SECTIONS)
    header = {"sizes": [len(sections[name]) for name in _SECTIONS], "digest": blake2b(body, digest_size=16).hexdigest()}
    return MAGIC + json.dumps(header).encode() + b"\n" + body


def _packed(forms: list[tuple[str, tuple[int, int, int]]]) -> tuple[Any, array[int], array[int]]:
    """A trie of the forms; where the records of each of its numbers start; the records.

    A record is two numbers: the entry, and the wrong form with the slot in its lowest byte.
    """
    trie = marisa_trie.Trie({key for key, _ in forms})
    by_number: list[list[int]] = [[] for _ in range(len(trie))]
    for key, (entry, wrong, slot) in forms:
        by_number[trie[key]] += (entry, wrong << 8 | slot)
    starts, records = array("I", [0]), array("I")
    for numbers in by_number:
        records.extend(numbers)
        starts.append(len(records))
    if sys.byteorder == "big":
        starts.byteswap()
        records.byteswap()
    return trie, starts, records


def _array(data: bytes) -> array[int]:
    out = array("I")
    out.frombytes(data)
    if sys.byteorder == "big":
        out.byteswap()
    return out


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def first_word(key: str) -> str:
    match = _WORD.match(key)
    return match.group() if match else ""


def _words(surface: str) -> Iterator[str]:
    yield from (word for word in _WORD.findall(surface) if not word.isdigit())


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
        index = _SECTIONS.index(name)
        start = self._start + sum(sizes[:index])
        return self.data[start : start + sizes[index]]

    def _lines(self, name: str) -> list[str]:
        return self._section(name).decode().splitlines()

    @cached_property
    def _entries(self) -> list[bytes]:
        return self._section("entries").split(b"\n") if self._section("entries") else []

    @cached_property
    def _read(self) -> dict[int, Entry]:
        return {}

    def __len__(self) -> int:
        return len(self._entries)

    def entry(self, number: int) -> Entry:
        found = self._read.get(number)
        if found is None:
            found = self._read[number] = Entry.from_dict(json.loads(self._entries[number]))
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
        return _open(_LINK, self._section("fuzzy"))

    @cached_property
    def near(self) -> Any:
        return _open(_LINK, self._section("near"))

    @cached_property
    def heads(self) -> frozenset[str]:
        """The first words of all forms: where none stands, nothing needs to be looked up."""
        return frozenset(self._lines("heads"))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self._lines("names"))

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
    def zh(self) -> dict[str, str]:
        return dict(json.loads(self._section("zh")))


def _open(format: str, data: bytes) -> Any:
    trie = marisa_trie.RecordTrie(format)
    return trie.frombytes(data)
