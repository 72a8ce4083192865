"""What the rules on translated code and markup say: the original is proposed where the place may be edited.

In code, tags and front matter, which are protected, the finding is a flag with the original as its alternative.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._shared import repair
from fixer.document import Document, Kind
from fixer.finding import Finding, Trust
from fixer.text import Span


def original(
    document: Document,
    start: int,
    end: int,
    new: str | None,
    what: str,
    trust: Trust = Trust.SUGGEST,
    confidence: float = 0.85,
) -> Iterator[Finding]:
    """The finding that start..end, `what`, was translated or broken and should read `new`; None: nobody can tell."""
    span = Span(start, end)
    written = span.of(document.text)
    if new == written:
        return
    if new is None:
        yield Finding(span, f"“{written}” is {what}", confidence=confidence)
        return
    message = f"“{written}” is {what}: “{new}”"
    found = list(repair(document, start, end, new, message, trust, confidence))
    yield from found or [Finding(span, message, alternatives=(new,), confidence=confidence)]


def in_code(document: Document, position: int) -> bool:
    """True if the character at `position` belongs to code that the format marks as such."""
    return document.region_at(position).kind is Kind.CODE
