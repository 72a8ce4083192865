"""Glossaries in other tools' formats. A format is a module with `read` or `write`, or both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from fixer.errors import UsageError
from fixer.glossary.model import Entry


@dataclass(frozen=True)
class Format:
    """`suffixes` are tried when no format is named."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    reads: bool
    writes: bool


FORMATS = {
    f.name: f
    for f in (
        Format("tbx", "tbx", (".tbx", ".xml"), True, True),
        Format("csv", "table", (".csv",), True, True),
        Format("tsv", "table", (".tsv",), True, True),
        Format("deepl", "table", (), False, True),
        Format("omegat", "table", (".utf8", ".tab"), True, True),
        Format("vale", "lists", (), False, True),
        Format("codespell", "lists", (), True, True),
        Format("typos", "lists", (), True, True),
    )
}


def format_of(file: str, name: str | None) -> Format:
    """The format that is named, or that the file's name tells. Raises UsageError."""
    if name:
        if name not in FORMATS:
            raise UsageError(f"there is no exchange format '{name}'; there are {', '.join(FORMATS)}")
        return FORMATS[name]
    for format in FORMATS.values():
        if file.lower().endswith(format.suffixes) and format.suffixes:
            return format
    raise UsageError(f"{file}: name the format with --format: {', '.join(FORMATS)}")


def read(data: bytes, file: str, format: Format) -> list[Entry]:
    """The entries of a file. Raises UsageError for a format that is only written, GlossaryError for a broken file."""
    if not format.reads:
        raise UsageError(
            f"{format.name} is only written; read {', '.join(f.name for f in FORMATS.values() if f.reads)}"
        )
    reader: Callable[[bytes, str, str], list[Entry]] = _module(format).read
    return reader(data, file, format.name)


def write(entries: Iterable[Entry], format: Format) -> str:
    """The entries in another tool's format. Raises GlossaryError for what the format cannot hold."""
    writer: Callable[[list[Entry], str], str] = _module(format).write
    return writer(list(entries), format.name)


def _module(format: Format) -> Any:
    return import_module(f"{__name__}.{format.module}")
