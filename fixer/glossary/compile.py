"""Making the compiled form of glossaries (see `store`): every form with its inflections, and all look-up keys."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Any
from zlib import compress, crc32

import marisa_trie

from fixer.glossary.concepts import Row, keys, name_rows, term_rows
from fixer.glossary.fold import fold_form, spellings
from fixer.glossary.inflect import SLOTS, right_forms, wrong_forms
from fixer.glossary.model import Entry, Kind
from fixer.glossary.named_contexts import Contexts
from fixer.glossary.rows import packed
from fixer.glossary.skeleton import MIN_LENGTH, content_words, neighbourhood, skeleton
from fixer.glossary.store import CONDITIONS, LINK, MAGIC, RIGHT, SECTIONS, WORD, first_word


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
    """Near-misses of names that are kept as they are, and of what asks for it."""
    for number, entry in enumerate(entries):
        distinctive = entry.kind is Kind.ENTITY and not entry.translate
        if entry.fuzzy or distinctive:
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


def _shields(names: Iterable[str]) -> list[tuple[str, str, str]]:
    """First folded word of each name to keep, and the name from there on, folded and as it is written; longest first.

    Signs before the first word are no part of it: `@angular/core` is kept where `angular/core` stands.
    """
    out: list[tuple[str, str, str]] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        key = fold_form(name)
        start = next((i for i, c in enumerate(key) if c.isalnum()), -1)
        if start >= 0:
            out.append((first_word(key[start:]), key[start:], name[start:]))
    return out


def _glosses(entries: Iterable[Entry]) -> list[tuple[str, int, int]]:
    """The wrong forms of glosses of dictionaries, folded, with the numbers of the entry and of the form."""
    return [
        (fold_form(wrong.form), number, index)
        for number, entry in enumerate(entries)
        if entry.is_gloss
        for index, wrong in enumerate(entry.wrong)
        if wrong.trust != "off"
    ]


def build(
    entries: Mapping[str, Entry],
    keep: Iterable[str],
    contexts: Contexts | None = None,
    fields: Mapping[str, Iterable[str]] | None = None,
) -> bytes:
    """The compiled form of entries (by id), of names to keep, and of names by field.

    `contexts` are stored for layers above, whose files may refer to them.
    """
    ordered = [entries[key] for key in sorted(entries)]
    forms = sorted(set(_form_records(ordered)))
    heads = sorted({first_word(key) for key, _ in forms})
    names = sorted({*keep, *(entry.term for entry in ordered if not entry.translate)})
    zh = {source: entry.term for entry in reversed(ordered) for source in entry.zh if not entry.is_gloss}
    right = [surface for entry in ordered if not entry.is_gloss for surface, _ in right_forms(entry)]
    words = {word for surface in right for form in spellings(surface.lower()) for word in _words(form)}
    words.update(word for name in names for word in WORD.findall(name.lower()))
    trie, starts, records = _form_index(forms)
    lists: dict[str, int] = {}
    lines = [_json(_shared(replace(entry, tests=()).to_dict(), lists)) for entry in ordered]
    tests = {entry.id: [[test.before, test.after] for test in entry.tests] for entry in ordered if entry.tests}
    contents = sorted(set(_contents(ordered)))
    by_field = {field: list(names) for field, names in (fields or {}).items()}
    name_lines, name_keys = _index(name_rows(ordered, by_field, names))
    term_lines, term_keys = _index(term_rows(ordered))
    shields = _shields(names)
    sections = {
        "entries": packed(lines),
        "tests": compress(_json(tests).encode()),
        "lists": packed(lists),
        "forms": trie.tobytes(),
        "starts": starts.tobytes(),
        "records": records.tobytes(),
        "heads": marisa_trie.Trie(heads).tobytes(),
        "names": "\n".join(names).encode(),
        "shields": packed(_json(row[1:]) for row in shields),
        "shield_keys": _links((head, (number,)) for number, (head, _, _) in enumerate(shields)),
        "zh": _json(zh).encode(),
        "words": marisa_trie.Trie(sorted(words)).tobytes(),
        "fuzzy": _links(_keys(ordered)),
        "near": _links(contents),
        "stems": "\n".join(sorted({word for key, _ in contents for word in key.split(" ")})).encode(),
        "ids": "\n".join(entry.id for entry in ordered).encode(),
        "glosses": _json(_glosses(ordered)).encode(),
        "contexts": _json(contexts or {}).encode(),
        "fields": compress(_json(by_field).encode()),
        "name_rows": name_lines,
        "name_keys": name_keys,
        "term_rows": term_lines,
        "term_keys": term_keys,
    }
    body = b"".join(sections[name] for name in SECTIONS)
    header = {
        "sizes": [len(sections[name]) for name in SECTIONS],
        "checksum": crc32(body),
        "digest": blake2b(body, digest_size=16).hexdigest(),
    }
    return MAGIC + json.dumps(header).encode() + b"\n" + body


def _index(rows: list[Row]) -> tuple[bytes, bytes]:
    """The rows of concepts, a line each, and the trie of their keys."""
    return packed(map(_json, rows)), _links(keys(rows))


def _links(pairs: Iterable[tuple[str, tuple[int]]]) -> bytes:
    """The trie that leads from keys to numbers."""
    return bytes(marisa_trie.RecordTrie(LINK, sorted(set(pairs))).tobytes())


def _shared(fields: dict[str, Any], lists: dict[str, int]) -> dict[str, Any]:
    """An entry whose lists of conditions, which many forms share, are numbers of lines in `lists`."""
    for wrong in fields.get("wrong", ()):
        for name in CONDITIONS:
            if name in wrong:
                wrong[name] = lists.setdefault(_json(wrong[name]), len(lists))
    return fields


def _form_index(forms: list[tuple[str, tuple[int, int, int]]]) -> tuple[Any, array[int], array[int]]:
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


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words(surface: str) -> Iterator[str]:
    yield from (word for word in WORD.findall(surface) if not word.isdigit())
