"""Reviewdog Diagnostic Format. Columns are UTF-8 bytes from 1 (`proto/rdf/reviewdog.proto` of that project)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fixer.finding import Finding, Trust
from fixer.reports.report import Report
from fixer.reports.units import dump, line_before, utf8_length

_SEVERITY = {Trust.APPLY: "ERROR", Trust.SUGGEST: "WARNING", Trust.FLAG: "INFO"}


def lines(reports: Sequence[Report], signature: str) -> Iterator[str]:
    diagnostics = [_diagnostic(report, finding) for report in reports for finding in report.result.findings]
    yield dump({"source": {"name": "fixer", "url": ""}, "diagnostics": diagnostics}, indent=2)


def _diagnostic(report: Report, finding: Finding) -> dict[str, Any]:
    text = report.result.before.text
    span = {
        "start": {"line": finding.place.line, "column": utf8_length(line_before(text, finding.span.start)) + 1},
        "end": {"line": finding.place.end_line, "column": utf8_length(line_before(text, finding.span.end)) + 1},
    }
    out: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": report.path, "range": span},
        "severity": _SEVERITY[finding.trust],
        "code": {"value": finding.rule},
    }
    if finding.replacement is not None:
        out["suggestions"] = [{"range": span, "text": finding.replacement}]
    return out
