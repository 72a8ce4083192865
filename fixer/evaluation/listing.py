"""Single findings and defects, one a line, for whoever tunes a rule: `where: what`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from fixer.document import Document
from fixer.evaluation.harm import fingerprint
from fixer.evaluation.measure import Judged, Measured, Outcome
from fixer.finding import Trust

SHOWN = ("harmful", "neutral", "right", "false-alarm", "missed", "uncorrected")
"""What can be listed: repairs by verdict, flags where nothing is wrong, defects not found, defects left by `fix`."""

CONTEXT = 30


def listing(measured: Iterable[Measured], shown: Collection[str], names: Collection[str] = ()) -> Iterator[str]:
    """One line for each finding or defect of the kinds in `shown`; `names` of rules or categories narrow it."""
    for one in measured:
        for judged in one.judged:
            kind = "false-alarm" if judged.verdict is None and not judged.hits else judged.verdict
            if kind in shown and _wanted(names, judged.finding.rule, judged.finding.category):
                yield _finding(one, judged, str(kind))
        document = Document.plain(one.item.damaged)
        for outcome in one.outcomes:
            missed = "missed" in shown and outcome.trust is None
            left = "uncorrected" in shown and outcome.gold.trust is Trust.APPLY and not outcome.corrected
            if (missed or left) and _wanted(names, "", outcome.gold.category):
                yield _defect(one, outcome, document)


def _wanted(names: Collection[str], rule: str, category: str) -> bool:
    return not names or rule in names or category in names


def _finding(one: Measured, judged: Judged, kind: str) -> str:
    finding = judged.finding
    place = f"{one.item.id}:{finding.place.line}:{finding.place.column}"
    head, tail = _context(one.item.damaged, finding.span.start, finding.span.end)
    what = f"{finding.text!r} -> {finding.replacement!r}" if finding.edits else repr(finding.text)
    known = f" #{fingerprint(one.item.damaged, finding.edits)}" if one.item.clean and finding.edits else ""
    return (
        f"{place}: {kind} [{finding.rule}, {finding.trust}, {finding.confidence:.2f}] {what}   in {head}…{tail}{known}"
    )


def _defect(one: Measured, outcome: Outcome, document: Document) -> str:
    gold = outcome.gold
    line, column = document.line_column(gold.span.start)
    head, tail = _context(one.item.damaged, gold.span.start, gold.span.end)
    kind = "missed" if outcome.trust is None else f"found ({outcome.trust})"
    what = f"{gold.text!r} -> {gold.replacement!r}" if gold.replacement is not None else repr(gold.text)
    return f"{one.item.id}:{line}:{column}: {kind} [{gold.category}, {gold.trust}] {what}   in {head}…{tail}"


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    head, tail = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return head.replace("\n", "↵"), tail.replace("\n", "↵")
