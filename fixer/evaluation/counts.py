"""Counting what was measured: by category against the gold, by rule against the editor's judgement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fixer.evaluation.interval import share, wilson
from fixer.evaluation.judge import Verdict
from fixer.evaluation.measure import Judged, Measured
from fixer.finding import Trust
from fixer.taxonomy import Category


@dataclass(frozen=True)
class Detection:
    """Defects found of those there are (`gold`), and alarms that are real of those raised (`findings`)."""

    gold: int
    found: int
    findings: int
    real: int

    @property
    def recall(self) -> float | None:
        return share(self.found, self.gold)

    @property
    def precision(self) -> float | None:
        return share(self.real, self.findings)

    @property
    def f1(self) -> float | None:
        recall, precision = self.recall, self.precision
        if recall is None or precision is None:
            return None
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


@dataclass(frozen=True)
class CategoryCount:
    """One category, or all of them (`category` is None). `at` is keyed by the least trust that counts."""

    category: Category | None
    gold: int
    at: dict[Trust, Detection]
    exact: int
    proposed: int
    corrected: int
    corrected_with_suggestions: int


def by_category(measured: Sequence[Measured]) -> tuple[CategoryCount, ...]:
    """A count for every category that occurs, and the total last."""
    counts = [_category(measured, category) for category in Category]
    return (*(c for c in counts if c.gold or c.at[Trust.FLAG].findings), _category(measured, None))


def _category(measured: Sequence[Measured], category: Category | None) -> CategoryCount:
    outcomes = [o for m in measured for o in m.outcomes if category in (None, o.gold.category)]
    judged = [j for m in measured for j in m.judged if category in (None, j.finding.category)]
    at = {}
    for least in reversed(Trust):
        raised = [one for one in judged if one.finding.trust >= least]
        found = sum(1 for o in outcomes if o.trust is not None and o.trust >= least)
        at[least] = Detection(len(outcomes), found, len(raised), sum(one.real for one in raised))
    return CategoryCount(
        category,
        len(outcomes),
        at,
        sum(o.exact for o in outcomes),
        sum(o.proposed for o in outcomes),
        sum(o.corrected for o in outcomes),
        sum(o.corrected_with_suggestions for o in outcomes),
    )


@dataclass(frozen=True)
class RuleCount:
    """The findings of one rule at one trust. Of those with a repair, `right + neutral + harmful` are judged."""

    rule: str
    category: Category
    trust: Trust
    findings: int
    real: int
    right: int
    neutral: int
    harmful: int

    @property
    def repairs(self) -> int:
        return self.right + self.neutral + self.harmful

    @property
    def good(self) -> int:
        """Findings that keep their word: a right repair, or an alarm where there is a defect."""
        return self.right if self.repairs else self.real

    @property
    def precision(self) -> float | None:
        return share(self.good, self.findings)

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.good, self.findings)


def by_rule(measured: Iterable[Measured]) -> tuple[RuleCount, ...]:
    """A count for every rule at every trust that it has used, trusted ones first in each rule."""
    groups: dict[tuple[str, int], list[Judged]] = {}
    for one in measured:
        for judged in one.judged:
            groups.setdefault((judged.finding.rule, -judged.finding.trust), []).append(judged)
    return tuple(_rule(groups[key]) for key in sorted(groups))


def _rule(judged: list[Judged]) -> RuleCount:
    first = judged[0].finding
    verdicts = [one.verdict for one in judged]
    return RuleCount(
        first.rule,
        first.category,
        first.trust,
        len(judged),
        sum(one.real for one in judged),
        verdicts.count(Verdict.RIGHT),
        verdicts.count(Verdict.NEUTRAL),
        verdicts.count(Verdict.HARMFUL),
    )
