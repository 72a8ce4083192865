"""The contract: a rule may apply its repairs unasked only while the numbers say that it can be trusted.

The measured precision of its applied edits on the annotated test documents has to stay at 0.98 or above, and what it
does to clean prose below the limit of harm. Small samples prove nothing either way: then the Wilson interval decides,
and a rule is in breach only if even its upper end lies below the mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fixer.evaluation.counts import RuleCount
from fixer.evaluation.harm import PER, Harm
from fixer.finding import Rule, Trust

PRECISION = 0.98
SAMPLE = 50
"""So many judged edits make the measured precision itself decide."""

HARM_LIMIT = 0.5
"""Applied edits of one rule per 10,000 words of clean prose; single accidents of small samples are not counted."""
LEAST_HARM = 3

WORTHLESS = {Trust.SUGGEST: 0.5, Trust.FLAG: 0.3}
"""Below this precision a suggestion is no better than a flag, and a flag no better than silence."""


class Standing(StrEnum):
    PROVEN = "proven"
    UNPROVEN = "unproven"
    BROKEN = "broken"


@dataclass(frozen=True)
class Clause:
    """How one rule stands: its applied edits in damaged text, and its edits in clean text."""

    rule: str
    edits: int
    right: int
    interval: tuple[float, float]
    clean_edits: int
    clean_words: int
    standing: Standing

    @property
    def precision(self) -> float | None:
        return self.right / self.edits if self.edits else None


def contract(rules: Iterable[Rule], counts: Sequence[RuleCount], clean: Harm) -> tuple[Clause, ...]:
    """A clause for every rule that may apply its repairs."""
    applied = {count.rule: count for count in counts if count.trust is Trust.APPLY}
    return tuple(_clause(rule.id, applied.get(rule.id), clean) for rule in rules if rule.trust is Trust.APPLY)


def _clause(rule: str, count: RuleCount | None, clean: Harm) -> Clause:
    edits, right = (count.repairs, count.right) if count else (0, 0)
    low, high = count.interval if count else (0.0, 1.0)
    touched = clean.applied_by_rule.get(rule, 0)
    harmful = touched >= LEAST_HARM and PER * touched > HARM_LIMIT * clean.words
    wrong = right < PRECISION * edits if edits >= SAMPLE else high < PRECISION
    standing = Standing.PROVEN if edits >= SAMPLE else Standing.UNPROVEN
    if harmful or wrong:
        standing = Standing.BROKEN
    return Clause(rule, edits, right, (low, high), touched, clean.words, standing)


@dataclass(frozen=True)
class Proposal:
    """A change of trust that the numbers suggest; `to` is None where a rule is better silent."""

    rule: str
    now: Trust
    to: Trust | None
    because: str


def proposals(clauses: Iterable[Clause], counts: Iterable[RuleCount]) -> tuple[Proposal, ...]:
    """Demotions of what breaks the contract or is mostly wrong, promotions of suggestions that are right."""
    out = []
    for clause in clauses:
        if clause.standing is Standing.BROKEN:
            because = f"{clause.right} of {clause.edits} edits right"
            because += f" (at most {clause.interval[1]:.3f}), {clause.clean_edits} edits in {clause.clean_words:,} "
            out.append(Proposal(clause.rule, Trust.APPLY, Trust.SUGGEST, because + "words of clean text"))
    for count in counts:
        low, high = count.interval
        enough = f"{count.good} of {count.findings} right ({low:.3f} to {high:.3f})"
        if count.trust is Trust.APPLY:
            continue
        if high < WORTHLESS[count.trust]:
            out.append(Proposal(count.rule, count.trust, Trust.FLAG if count.trust is Trust.SUGGEST else None, enough))
        promising = count.findings >= SAMPLE and count.good >= PRECISION * count.findings
        if count.trust is Trust.SUGGEST and promising:
            out.append(Proposal(count.rule, Trust.SUGGEST, Trust.APPLY, enough))
    return tuple(out)
