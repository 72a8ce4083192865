"""Workflow commands: annotations in a code host's pull requests.

Percent signs and line breaks are escaped, in properties colons and commas too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fixer.finding import Trust
from fixer.reports.report import Report
from fixer.reports.text import shown

_LEVEL = {Trust.APPLY: "error", Trust.SUGGEST: "warning", Trust.FLAG: "notice"}


def lines(reports: Sequence[Report], signature: str) -> Iterator[str]:
    for report in reports:
        for finding in report.result.findings:
            place = finding.place
            properties: dict[str, str | int] = {"file": report.path, "line": place.line, "endLine": place.end_line}
            if place.line == place.end_line:  # columns are not allowed in an annotation of several lines
                properties |= {"col": place.column, "endColumn": place.end_column}
            properties["title"] = f"{finding.rule} ({finding.trust})"
            message = finding.message
            if finding.replacement is not None:
                message += f"\n{shown(finding.text)} → {shown(finding.replacement)}"
            listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
            yield f"::{_LEVEL[finding.trust]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
