"""The report for people: a line that editors can jump to, and under it the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import category

from fixer.finding import Finding
from fixer.reports.report import Report

_LIMIT = 90


def lines(reports: Sequence[Report], signature: str) -> Iterator[str]:
    for report in reports:
        for finding in report.result.findings:
            yield from _finding(report.path, finding)


def _finding(path: str, finding: Finding) -> Iterator[str]:
    place = f"{path}:{finding.place.line}:{finding.place.column}"
    change = shown(finding.text)
    if finding.replacement is not None:
        change += f" → {shown(finding.replacement) or '(nothing)'}"
    yield f"{place}: {finding.trust}: {finding.rule}: {change}"
    yield f"    {escaped(finding.message)}"
    if finding.alternatives:
        yield f"    or: {' | '.join(shown(other) for other in finding.alternatives)}"


def shown(text: str) -> str:
    """A text on one line, its middle left out when it is long; what cannot be shown is escaped."""
    if len(text) > _LIMIT:
        text = f"{text[: _LIMIT // 2]} […] {text[-_LIMIT // 2 :]}"
    return escaped(text)


def escaped(text: str) -> str:
    """Control characters, line breaks and surrogates as escapes (`\\n`, `\\x1b`); blanks of every width stay."""
    return "".join(c if c.isprintable() or category(c) == "Zs" else ascii(c)[1:-1] for c in text)
