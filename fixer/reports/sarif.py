"""SARIF 2.1.0 (OASIS). Columns count UTF-16 code units, and the log says so (`columnKind`)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from fixer.finding import Finding, Trust
from fixer.reports.report import Report
from fixer.reports.units import dump, line_before, utf16_length

_LEVEL = {Trust.APPLY: "error", Trust.SUGGEST: "warning", Trust.FLAG: "note"}


def lines(reports: Sequence[Report], signature: str) -> Iterator[str]:
    rules = sorted({finding.rule for report in reports for finding in report.result.findings})
    run = {
        "tool": {
            "driver": {
                "name": "fixer",
                "properties": {"signature": signature},
                "rules": [{"id": rule} for rule in rules],
            }
        },
        "columnKind": "utf16CodeUnits",
        "results": [_result(report, finding) for report in reports for finding in report.result.findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    yield dump({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2)


def _result(report: Report, finding: Finding) -> dict[str, Any]:
    text = report.result.before.text
    region = {
        "startLine": finding.place.line,
        "startColumn": utf16_length(line_before(text, finding.span.start)) + 1,
        "endLine": finding.place.end_line,
        "endColumn": utf16_length(line_before(text, finding.span.end)) + 1,
    }
    artifact = {"uri": quote(os.fsencode(report.path))}
    out: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVEL[finding.trust],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "properties": {
            "category": str(finding.category),
            "mqm": finding.category.mqm,
            "its": finding.category.its,
            "trust": str(finding.trust),
            "confidence": round(finding.confidence, 4),
        },
    }
    if finding.replacement is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.replacement}}
        out["fixes"] = [{"artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}]}]
    return out
