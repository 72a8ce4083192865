"""Texts side by side for scoring: what a document says, line by line or as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from fixer.document import Document, Kind
from fixer.errors import UsageError
from fixer.lazy import pattern

_BLOCK = pattern(
    r"</?(?:address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main"
    r"|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul)\b",
    regex.IGNORECASE,
)


@dataclass(frozen=True)
class Parallel:
    """Segments of several texts, index by index; `aligned` is "line" or "whole"."""

    texts: tuple[tuple[str, ...], ...]
    aligned: str


def said(document: Document) -> str:
    """The words of a document: prose and code. Markup is dropped; of a block's tag, a line break remains."""
    out = []
    for region in document.regions:
        part = region.span.of(document.text)
        if region.kind in (Kind.PROSE, Kind.CODE):
            out.append(part)
        else:
            out.append("\n" * max(part.count("\n"), bool(_BLOCK.search(part))))
    return "".join(out)


def parallel(documents: Sequence[Document], align: str | None = None) -> Parallel:
    """Line by line if all have the same number of lines, else as a whole; or as `align` ("line", "whole") says.

    Lines that are blank in all texts are left out. Raises UsageError if lines are asked for and do not match.
    """
    texts = [said(document) for document in documents]
    rows = [text.splitlines() for text in texts]
    counts = [len(row) for row in rows]
    same = len(set(counts)) == 1
    if align == "line" and not same:
        raise UsageError(f"the texts have {', '.join(map(str, counts))} lines; use --align whole")
    if align == "whole" or not same:
        return Parallel(tuple((" ".join(text.split()),) for text in texts), "whole")
    kept = [row for row in zip(*rows, strict=True) if any(line.strip() for line in row)]
    return Parallel(tuple(tuple(line.strip() for line in column) for column in zip(*kept, strict=True)), "line")
