"""Readers: from bytes to a document and back. A reader is a name, file extensions and a function that cuts a text.

The cut is carried with the document and never searched for again. Start with `cut.py` for how a cut becomes regions
that tile the text, then with the shortest reader, `plain.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from fixer.document import Document, Region
from fixer.errors import UsageError
from fixer.readers.cut import tile
from fixer.readers.plain import cut_plain

__all__ = ["EXTENSIONS", "READERS", "Reader", "read", "reader_for"]


@dataclass(frozen=True)
class Reader:
    """`cut` yields the protected regions of a text, in order and disjoint; all else is prose."""

    name: str
    extensions: tuple[str, ...]
    cut: Callable[[str], Iterable[Region]]


def _cut_markdown(text: str) -> Iterator[Region]:
    from fixer.readers.markdown import cut_markdown  # a plain text does not need it

    return cut_markdown(text)


def _cut_html(text: str) -> Iterator[Region]:
    from fixer.readers.html import cut_html

    return cut_html(text)


READERS = {
    reader.name: reader
    for reader in (
        Reader("text", (".txt", ".text"), cut_plain),
        Reader("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx"), _cut_markdown),
        Reader("html", (".html", ".htm", ".xhtml"), _cut_html),
    )
}

EXTENSIONS = {extension: reader.name for reader in READERS.values() for extension in reader.extensions}


def reader_for(path: str | None, format: str | None = None) -> Reader:
    """The reader called `format`, else the one for the file's extension, else plain text.

    Raises UsageError for a format that does not exist.
    """
    if format is None:
        format = EXTENSIONS.get(PurePath(path).suffix.lower(), "text") if path else "text"
    if format not in READERS:
        raise UsageError(f"there is no format '{format}'; the formats are {', '.join(READERS)}")
    return READERS[format]


def read(text: str, format: str | None = None, path: str | None = None) -> Document:
    """Cut a decoded text into a document."""
    reader = reader_for(path, format)
    return Document(text, tile(reader.cut(text), len(text)), reader.name, path)
