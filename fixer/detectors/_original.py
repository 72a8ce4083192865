"""What the rules on translated code and markup say: the original is proposed where the place may be edited.

In code, tags and front matter, which are protected, the finding is a flag with the original as its alternative.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fixer.detectors._shared import repair
from fixer.document import Document, Kind
from fixer.finding import Finding, Trust
from fixer.text import Edit, Span, apply


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


_LONGEST = 200


def in_whole_spans(document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those inside of one code span as one finding of the whole span: `infusion installer x`.

    A person corrects a command, not its words.
    """
    spans: dict[Span, list[Finding]] = {}
    for finding in findings:
        region = document.region_at(finding.span.start)
        code = region.span.of(document.text)
        inline = region.kind is Kind.CODE and code.startswith("`") and "\n" not in code and len(code) < _LONGEST
        if inline and not finding.edits and region.span.contains(finding.span):
            spans.setdefault(region.span, []).append(finding)
        else:
            yield finding
    for span, several in spans.items():
        yield _together(document, span, several)


def _together(document: Document, span: Span, several: list[Finding]) -> Finding:
    edits: list[Edit] = []
    for finding in sorted(several, key=lambda one: one.span.start):
        if finding.alternatives and (not edits or edits[-1].span.end <= finding.span.start):
            edits.append(Edit(finding.span, finding.alternatives[0]))
    new = apply(span.of(document.text), [edit.shift(-span.start) for edit in edits])
    alternatives = (new,) if edits else ()
    return Finding(span, several[0].message, alternatives=alternatives, confidence=several[0].confidence)


def in_code(document: Document, position: int) -> bool:
    """True if the character at `position` belongs to code that the format marks as such."""
    return document.region_at(position).kind is Kind.CODE
