"""TBX, the terminology standard (ISO 30042): v3 in DCT style is written, v2 and v3 in both styles are read.

A concept has a French `langSec` with the right form (`preferredTerm-admn-sts`), allowed ones (`admittedTerm-…`) and
wrong ones (`deprecatedTerm-…`, `supersededTerm-…`), and Chinese and English sections with the source terms. TBX-Basic
has the gender of a term but not its number; `plural` and conditions do not travel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from fixer.errors import GlossaryError
from fixer.glossary.load import slug
from fixer.glossary.model import Entry, Kind, Wrong

_MIN = "http://www.tbxinfo.net/ns/min"
_BASIC = "http://www.tbxinfo.net/ns/basic"
_GENDERS = {"m": "masculine", "f": "feminine"}
_PARTS = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb"}


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def read(data: bytes, file: str, format: str) -> list[Entry]:
    if b"<!ENTITY" in data[:4096]:
        raise GlossaryError(f"{file}: entities are not read; remove the DOCTYPE's internal subset")
    try:
        root = ET.fromstring(re.sub(rb"<!DOCTYPE[^>\[]*>", b"", data, count=1))
    except ET.ParseError as error:
        line, column = error.position
        raise GlossaryError(f"{file}:{line}:{column + 1}: not well-formed XML: {error.msg}") from error
    entries: dict[str, Entry] = {}
    for concept in root.iter():
        if _local(concept) in ("conceptEntry", "termEntry"):
            entry = _entry(concept, file)
            if entry is not None:
                entries.setdefault(entry.id, entry)
    return list(entries.values())


def _entry(concept: ET.Element, file: str) -> Entry | None:
    terms: dict[str, list[tuple[str, str, dict[str, str]]]] = {}
    for section in concept.iter():
        if _local(section) not in ("langSec", "langSet"):
            continue
        language = section.get("{http://www.w3.org/XML/1998/namespace}lang", "").lower().split("-")[0]
        terms.setdefault(language, []).extend(_terms(section))
    french = terms.get("fr", [])
    right = [term for term, status, _ in french if status.startswith("preferred")] or [
        term for term, status, _ in french if not status
    ]
    if not right:
        return None
    notes = next(notes for term, _, notes in french if term == right[0])
    gender = {name: key for key, name in _GENDERS.items()}.get(notes.get("grammaticalGender", ""))
    pos = {name: key for key, name in _PARTS.items()}.get(notes.get("partOfSpeech", ""), "noun")
    admitted = [term for term, status, _ in french if status.startswith("admitted")] + right[1:]
    wrong = tuple(Wrong(term) for term, status, _ in french if status.startswith(("deprecated", "superseded")))
    name = notes.get("partOfSpeech") == "properNoun" or notes.get("termType") == "properName"
    identifier = concept.get("id", "")
    return Entry(
        id=slug(identifier) if re.search(r"[A-Za-z]{3}", identifier) else slug(right[0]),
        term=right[0],
        kind=Kind.ENTITY if name else Kind.TERM,
        gender=gender,
        pos=pos,
        zh=tuple(term for term, _, _ in terms.get("zh", [])),
        en=tuple(term for term, _, _ in terms.get("en", [])),
        allowed=tuple(dict.fromkeys(admitted)),
        wrong=wrong,
        origin=f"{file}:0",
    )


def _terms(section: ET.Element) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Term, status and notes of each term section: `tig`, `ntig`, `termSec`, or DCA's `termNote type="…"`."""
    for group in section.iter():
        if _local(group) not in ("termSec", "tig", "ntig"):
            continue
        term, notes = "", {}
        for element in group.iter():
            name = element.get("type") if _local(element) in ("termNote", "descrip", "admin") else _local(element)
            if _local(element) == "term":
                term = "".join(element.itertext()).strip()
            elif name and element is not group:
                notes[name] = "".join(element.itertext()).strip()
        if term:
            yield term, notes.get("administrativeStatus", ""), notes


def write(entries: list[Entry], format: str) -> str:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx style="dct" type="TBX-Basic" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="{_MIN}" '
        f'xmlns:basic="{_BASIC}">',
        "<tbxHeader><fileDesc><sourceDesc><p>fixer</p></sourceDesc></fileDesc></tbxHeader>",
        "<text><body>",
    ]
    for entry in entries:
        if entry.is_gloss:
            continue
        lines.append(f"<conceptEntry id={quoteattr(entry.id)}>")
        if entry.domain:
            lines.append(f"<min:subjectField>{escape(entry.domain)}</min:subjectField>")
        for language, terms in (("zh", entry.zh), ("en", entry.en)):
            if terms:
                lines.append(f'<langSec xml:lang="{language}">')
                lines += [f"<termSec><term>{escape(term)}</term></termSec>" for term in terms]
                lines.append("</langSec>")
        lines.append('<langSec xml:lang="fr">')
        lines.append(_term_section(entry.term, "preferred", entry))
        lines += [_term_section(term, "admitted", None) for term in entry.allowed]
        lines += [_term_section(wrong.form, "deprecated", None) for wrong in entry.wrong]
        lines += ["</langSec>", "</conceptEntry>"]
    return "\n".join([*lines, "</body></text>", "</tbx>", ""])


def _term_section(term: str, status: str, entry: Entry | None) -> str:
    notes = ""
    if entry is not None:
        part = "properNoun" if entry.kind is Kind.ENTITY else _PARTS[entry.pos]
        notes = f"<min:partOfSpeech>{part}</min:partOfSpeech>"
        if entry.gender:
            notes += f"<basic:grammaticalGender>{_GENDERS[entry.gender]}</basic:grammaticalGender>"
    notes += f"<min:administrativeStatus>{status}Term-admn-sts</min:administrativeStatus>"
    return f"<termSec><term>{escape(term)}</term>{notes}</termSec>"
