"""JSON Lines, one finding a line, and the same as one JSON array."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fixer.reports.report import Report
from fixer.reports.units import dump


def objects(reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    for report in reports:
        for finding in report.result.findings:
            yield {"file": report.path, **finding.to_dict()}


def lines(reports: Sequence[Report], signature: str) -> Iterator[str]:
    return (dump(one) for one in objects(reports))


def array(reports: Sequence[Report], signature: str) -> Iterator[str]:
    """One object: the signature of what judged, and the findings."""
    yield dump({"signature": signature, "findings": list(objects(reports))}, indent=2)
