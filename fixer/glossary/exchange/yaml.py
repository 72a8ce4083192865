"""Entries as our own YAML writes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fixer.glossary.edit import HEADER, entry_lines
from fixer.glossary.model import Entry, Kind, Wrong


def fields_of(entry: Entry) -> dict[str, Any]:
    """The fields of an entry in the order of the shipped files, without what is the default."""
    fields: dict[str, Any] = {"id": entry.id, "term": entry.term}
    if entry.kind is not Kind.TERM:
        fields["kind"] = str(entry.kind)
    for name in ("type", "gender", "plural", "domain"):
        if value := getattr(entry, name):
            fields[name] = value
    if entry.pos != "noun":
        fields["pos"] = entry.pos
    if not entry.translate:
        fields["translate"] = False
    if entry.zh or entry.en:
        fields["source"] = {name: list(terms) for name, terms in (("zh", entry.zh), ("en", entry.en)) if terms}
    if entry.allowed:
        fields["allowed"] = list(entry.allowed)
    if entry.fuzzy:
        fields["fuzzy"] = True
    if entry.wrong:
        fields["wrong"] = [_wrong(wrong) for wrong in entry.wrong]
    if entry.tests:
        fields["tests"] = [{"from": t.before, "to": t.after} if t.after else {"keep": t.before} for t in entry.tests]
    return fields


def _wrong(wrong: Wrong) -> Any:
    fields = {name: value for name, value in wrong.to_dict().items() if name != "line"}
    return wrong.form if set(fields) == {"form"} else {k: str(v) if k == "case" else v for k, v in fields.items()}


def to_yaml(entries: Iterable[Entry]) -> str:
    """A glossary file; entries sorted by id, one an id."""
    unique = {entry.id: entry for entry in entries}
    return HEADER + "".join("\n".join(entry_lines(fields_of(unique[id]))) + "\n" for id in sorted(unique))
