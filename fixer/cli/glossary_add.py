"""What `fixer glossary add` does: ask, refuse conflicts, write, and propose a test from the example."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from fixer.cli.glossary_test import accepted
from fixer.errors import GlossaryError, UsageError
from fixer.glossary import Entry, Glossary, Kind
from fixer.glossary.edit import HEADER, with_entry, with_item, write
from fixer.glossary.fold import fold_form
from fixer.glossary.load import parse, slug
from fixer.glossary.model import Case
from fixer.glossary.paths import user_glossary
from fixer.options import Options
from fixer.resources import Resources, resources_for


@dataclass(frozen=True)
class Request:
    """What is to be added."""

    term: str
    wrong: tuple[str, ...] = ()
    kind: str | None = None
    gender: str | None = None
    plural: str | None = None
    near: tuple[str, ...] = ()
    trust: str = "suggest"
    example: str | None = None
    file: str | None = None


def ask(request: Request) -> Request:
    """Ask for what is missing; an empty answer leaves it out."""
    term = request.term or click.prompt("Right form")
    wrong = request.wrong or tuple(part.strip() for part in click.prompt("Wrong form(s), separated by |").split("|"))
    kind = request.kind or click.prompt("Kind", type=click.Choice(list(Kind)), default=_kind(term))
    gender = request.gender
    if kind == "term" and gender is None:
        gender = click.prompt("Gender", type=click.Choice(("m", "f", "-")), default="-").replace("-", "") or None
    example = request.example or click.prompt("A sentence with the wrong form", default="", show_default=False) or None
    return replace(request, term=term, wrong=wrong, kind=kind, gender=gender, example=example)


def _kind(term: str) -> str:
    return "entity" if any(c.isupper() for c in term) else "term"


def target(request: Request, options: Options) -> Path:
    """The file to write: the one that is named, the project's first one, or the user's own."""
    if request.file:
        return Path(request.file)
    files = [Path(path) for path in options.glossary if not Path(path).is_dir()]
    return files[0] if files else user_glossary()


def conflict(known: Glossary, request: Request) -> str | None:
    """Why a wrong form cannot be added, with the place of what it contradicts."""
    for form in request.wrong:
        key = fold_form(form)
        if key == fold_form(request.term) and form == request.term:
            return f"“{form}” would be corrected to itself"
        for entry in known.entries():
            rights = {fold_form(right) for right in (entry.term, entry.plural or entry.term, *entry.allowed)}
            if key in rights and entry.term != request.term:
                return f"“{form}” is a right form of “{entry.id}” ({entry.origin})"
            for wrong in entry.wrong:
                same = fold_form(wrong.form) == key and wrong.trust in ("apply", "suggest")
                if same and entry.term != request.term and not (wrong.near and request.near):
                    place = entry.where(wrong)
                    return f"“{form}” already leads to “{entry.term}” ({place}); add --near to tell them apart"
                if same and entry.term == request.term and wrong.form == form:
                    return f"“{form}” is already listed for “{entry.term}” ({entry.where(wrong)})"
    return None


def add_entry(request: Request, options: Options) -> None:
    """Write the request. Raises UsageError for a conflict, GlossaryError for a file that cannot take it."""
    if not request.term or not request.wrong:
        raise UsageError("say the right form and at least one --wrong form, or run on a terminal to be asked")
    resources = resources_for(options)
    if reason := conflict(resources.glossary, request):
        raise UsageError(reason)
    path = target(request, options)
    before = path.read_text(encoding="utf-8") if path.exists() else HEADER
    known = next((e for e in resources.glossary.entries() if e.term == request.term), None)
    id = known.id if known else slug(request.term)
    here = {fields["id"] for fields in parse(before, str(path)).entries}
    if id in here:
        text = before
        for item in _items(request):
            text = with_item(text, id, "wrong", item)
    else:
        text = with_entry(before, _fields(request, id, known))
    write(path, text)
    if request.example:
        _with_test(path, text, id, request, options)
    click.echo(f"{path}: {request.term} ← {', '.join(request.wrong)}", err=True)


def _items(request: Request) -> list[Any]:
    items: list[Any] = []
    for form in request.wrong:
        item: dict[str, Any] = {"form": form}
        if request.trust != "suggest":
            item["trust"] = request.trust
        if (request.kind or _kind(request.term)) == "entity" and form[:1].isupper():
            item["case"] = str(Case.EXACT)
        if request.near:
            item["near"] = list(request.near)
        items.append(form if set(item) == {"form"} else item)
    return items


def _fields(request: Request, id: str, known: Entry | None) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": id}
    if known is None:
        fields |= {"term": request.term, "kind": request.kind or _kind(request.term)}
        if request.gender:
            fields["gender"] = request.gender
        if request.plural:
            fields["plural"] = request.plural
    fields["wrong"] = _items(request)
    return fields


def _with_test(path: Path, text: str, id: str, request: Request, options: Options) -> None:
    """Add the example as a test if the new entry repairs it; say so if it does not."""
    glossary = tuple(dict.fromkeys((*options.glossary, str(path))))
    after = accepted(request.example or "", Resources(replace(options, glossary=glossary)))
    if after == request.example:
        raise GlossaryError(f"{path}: written, but “{request.example}” is not changed by it; look at case and --near")
    write(path, with_item(text, id, "tests", {"from": request.example, "to": after}))
    click.echo(f"test: {request.example} → {after}", err=True)
