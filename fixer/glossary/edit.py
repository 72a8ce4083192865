"""Adding to a glossary file without disturbing it: comments, order and layout of the rest stay as they are.

The file is edited as text, line by line, and read again afterwards: an edit that would not load is not written.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fixer.errors import GlossaryError
from fixer.glossary.load import parse

_ENTRY = re.compile(r"^(?P<indent> *)- (?:\{ ?)?id: *(?P<id>[a-z0-9-]+)")
_PLAIN = re.compile(r"[^\W\d_][\w '’()./+-]*[\w)]|\w", re.UNICODE)
_RESERVED = frozenset("true false yes no on off null y n ~".split())
HEADER = "version: 1\nentries:\n"


def scalar(value: str) -> str:
    """A text as YAML writes it on one line, in quotes only where they are needed."""
    if _PLAIN.fullmatch(value) and value.lower() not in _RESERVED and ": " not in value and " #" not in value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _inline(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return str(value)


def entry_lines(fields: Mapping[str, Any], indent: str = "  ") -> list[str]:
    """The lines of an entry, as the shipped files write them."""
    out: list[str] = []
    for key, value in fields.items():
        lead = f"{indent}  " if out else f"{indent}- "
        if key in ("wrong", "tests"):
            out.append(f"{lead}{key}:")
            out += [f"{indent}    - {_inline(item)}" for item in value]
        else:
            out.append(f"{lead}{key}: {_inline(value)}")
    return out


def with_entry(text: str, fields: Mapping[str, Any]) -> str:
    """A glossary text with a new entry, before the first one whose id is greater."""
    lines = (text or HEADER).splitlines()
    places = [(i, match) for i, line in enumerate(lines) if (match := _ENTRY.match(line))]
    indent = places[0][1]["indent"] if places else "  "
    at = next((i for i, match in places if match["id"] > fields["id"]), None)
    if at is None:
        at = _end_of_entries(lines, indent)
    while at and places and at > places[0][0] and lines[at - 1].lstrip().startswith("#"):
        at -= 1  # a comment belongs to the entry it stands before
    lines[at:at] = entry_lines(fields, indent)
    return "\n".join(lines) + "\n"


def _end_of_entries(lines: list[str], indent: str) -> int:
    """The line after the last one of the list `entries`, which is opened if there is none."""
    start = next((i for i, line in enumerate(lines) if line.rstrip() in ("entries:", "entries: []")), None)
    if start is None:
        lines.append("entries:")
        return len(lines)
    lines[start] = "entries:"
    at = start + 1
    last = at
    while at < len(lines):
        line = lines[at]
        if line.strip() and not line.startswith(indent or "-") and not line.startswith(("#", " ")):
            break
        if line.strip():
            last = at + 1
        at += 1
    return last


def with_item(text: str, id: str, key: str, item: Any) -> str:
    """A glossary text with one more wrong form or test of an entry. Raises GlossaryError if the entry is not there."""
    lines = text.splitlines()
    start = next((i for i, line in enumerate(lines) if (m := _ENTRY.match(line)) and m["id"] == id), None)
    if start is None:
        raise GlossaryError(f"entry '{id}' is not written as `- id: {id}` here; edit the file by hand")
    if lines[start].lstrip().startswith("- {"):
        lines[start] = _with_flow_item(lines[start], key, _inline(item), id)
        return "\n".join(lines) + "\n"
    match = _ENTRY.match(lines[start])
    indent = match["indent"] if match else ""
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(indent + "  ")):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    for at in range(start, end):
        stripped = lines[at].strip().removeprefix("- ")
        if stripped == f"{key}:":
            at += 1
            while (
                at < end
                and lines[at].lstrip().startswith(("- ", "#"))
                and len(lines[at]) - len(lines[at].lstrip()) > len(indent)
            ):
                at += 1
            lines.insert(at, f"{indent}    - {_inline(item)}")
            return "\n".join(lines) + "\n"
        if stripped.startswith(f"{key}: [") and stripped.endswith("]"):
            body = lines[at].rstrip()[:-1]
            lines[at] = f"{body}{'' if body.endswith('[') else ', '}{_inline(item)}]"
            return "\n".join(lines) + "\n"
        if stripped.startswith(f"{key}:"):
            raise GlossaryError(
                f"line {at + 1}: '{key}' of '{id}' is written in a way that is not edited; edit it by hand"
            )
    lines[end:end] = [f"{indent}  {key}:", f"{indent}    - {_inline(item)}"]
    return "\n".join(lines) + "\n"


def _with_flow_item(line: str, key: str, item: str, id: str) -> str:
    """The line of an entry that is written `- {id: …}`, with one more item. GlossaryError if it goes on below."""
    body, brace, comment = line.rpartition("}")
    if body.count("{") != body.count("}") + 1 or body.count("[") != body.count("]"):
        raise GlossaryError(f"entry '{id}' is written over several lines in braces; edit the file by hand")
    start = body.find(f" {key}: [")
    if start < 0:
        return f"{body}, {key}: [{item}]{brace}{comment}"
    at = start + len(f" {key}: [")
    depth = 1
    while depth:
        depth += {"[": 1, "]": -1}.get(body[at], 0)
        at += 1
    separator = "" if body[at - 2] == "[" else ", "
    return f"{body[: at - 1]}{separator}{item}{body[at - 1 :]}{brace}{comment}"


def write(path: Path, text: str) -> None:
    """Write a glossary atomically, after reading it back. Raises GlossaryError if it would not load."""
    parse(text, str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            os.chmod(name, path.stat().st_mode & 0o777)
        os.replace(name, path)
    except OSError as error:
        raise GlossaryError(f"{path}: the glossary cannot be written ({error.strerror})") from error
