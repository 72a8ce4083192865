"""Running the rules over annotated documents: what was found, what became of it, and whether it was right."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fixer.document import Document
from fixer.engine import run
from fixer.errors import FixerError
from fixer.evaluation.corpus import Gold, Item
from fixer.evaluation.judge import Judge, Verdict, widen
from fixer.finding import Finding, Trust
from fixer.options import Options
from fixer.readers import read
from fixer.taxonomy import Category
from fixer.text import Edit


@dataclass(frozen=True)
class Judged:
    """A finding and what it is worth. `verdict` is None for one without a repair; `hits` are the defects it shows."""

    finding: Finding
    verdict: Verdict | None
    hits: tuple[int, ...]

    @property
    def good(self) -> bool:
        """The repair is right, or, without one, there is a defect here."""
        return self.verdict is Verdict.RIGHT if self.verdict else bool(self.hits)

    @property
    def real(self) -> bool:
        """There is a defect here, whatever the repair is worth."""
        return bool(self.hits) or self.verdict is Verdict.RIGHT


@dataclass(frozen=True)
class Outcome:
    """What became of one gold finding. `trust` is the highest of the findings that show it, None if it was missed."""

    gold: Gold
    trust: Trust | None
    exact: bool
    proposed: bool
    corrected: bool
    corrected_with_suggestions: bool


@dataclass(frozen=True)
class Measured:
    """One document: every finding judged, every defect followed, and the edits of `fix` and `fix --suggestions`."""

    item: Item
    judged: tuple[Judged, ...]
    outcomes: tuple[Outcome, ...]
    edits: tuple[Edit, ...]
    edits_with_suggestions: tuple[Edit, ...]
    seconds: float


Repair = Callable[[Document], tuple[tuple[Finding, ...], tuple[Edit, ...], tuple[Edit, ...]]]
"""A way to repair a document: its findings, the edits it makes, and those it makes with suggestions accepted."""


def fixer_repair(options: Options) -> Repair:
    """This project's own way."""

    def repair(document: Document) -> tuple[tuple[Finding, ...], tuple[Edit, ...], tuple[Edit, ...]]:
        trusted = run(document, options, Trust.APPLY)
        eager = run(document, options, Trust.SUGGEST) if any(f.edits for f in trusted.remaining) else trusted
        return trusted.findings, trusted.edits, eager.edits

    return repair


def measure(item: Item, repair: Repair) -> Measured:
    """Repair one document and judge the outcome. Raises what the repair raises, with the document's name."""
    document = read(item.damaged, item.format)
    started = time.process_time()
    try:
        findings, edits, eager = repair(document)
    except FixerError as error:
        raise type(error)(f"{item.path or item.id}: {error}") from error
    seconds = time.process_time() - started
    judge = Judge(item)
    judged = tuple(_judged(finding, judge) for finding in findings)
    outcomes = tuple(_outcome(number, gold, judged, judge, edits, eager) for number, gold in enumerate(item.gold))
    return Measured(item, judged, outcomes, edits, eager, seconds)


def measure_all(
    items: Iterable[Item], repair: Repair, notify: Callable[[str], None] = lambda step: None
) -> tuple[Measured, ...]:
    """Measure every document; `notify` is told the name of each."""
    out = []
    for item in items:
        notify(item.id)
        out.append(measure(item, repair))
    return tuple(out)


def _judged(finding: Finding, judge: Judge) -> Judged:
    verdict = judge.verdict(finding.edits) if finding.edits else None
    text = judge.item.damaged
    hits = tuple(
        number
        for number, gold in enumerate(judge.item.gold)
        if (_same_place(text, finding, gold) and finding.category is gold.category)
        or (verdict is Verdict.RIGHT and finding.span.touches(gold.span) and judge.corrected(gold, finding.edits))
    )
    return Judged(finding, verdict, hits)


def _same_place(text: str, finding: Finding, gold: Gold) -> bool:
    """The two share a character; where one is an insertion, or a join, they share a word."""
    if finding.span.overlaps(gold.span):
        return True
    loose = gold.category is Category.RUN_TOGETHER or not len(gold.span) or not len(finding.span)
    return loose and widen(text, finding.span).overlaps(widen(text, gold.span))


def _outcome(
    number: int,
    gold: Gold,
    judged: Iterable[Judged],
    judge: Judge,
    edits: tuple[Edit, ...],
    eager: tuple[Edit, ...],
) -> Outcome:
    text = judge.item.damaged
    found = [one for one in judged if number in one.hits]
    return Outcome(
        gold,
        max((one.finding.trust for one in found), default=None),
        any(widen(text, one.finding.span) == widen(text, gold.span) for one in found),
        any(_proposes(one.finding, gold) for one in found) or any(one.verdict is Verdict.RIGHT for one in found),
        judge.corrected(gold, edits),
        judge.corrected(gold, eager),
    )


def _proposes(finding: Finding, gold: Gold) -> bool:
    """An alternative of the finding is an accepted repair."""
    wanted = {gold.replacement, *gold.accept} - {None}
    return finding.span == gold.span and bool(wanted & set(finding.alternatives))
