"""Which findings win: from what the detectors say to a plan of edits that do not disturb each other.

The conflict rule, whole: order by stage, then trust, then the longer span, then position, then rule id. A finding is
accepted if none of its edits touches an accepted edit (touching counts: two insertions at one point conflict); edits
that are identical merge, and a finding that has no edit of its own says what is said already; the loser is recorded
with its blocker and waits for the next pass.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fixer.finding import Finding
from fixer.text import Edit


@dataclass(frozen=True)
class Rejected:
    """A finding that has to wait, and what is in its way: another finding, or a name that is kept as it is."""

    finding: Finding
    blocker: Finding | str


@dataclass(frozen=True)
class Plan:
    """`edits` are sorted and disjoint; `accepted` are the findings that they come from."""

    edits: tuple[Edit, ...]
    accepted: tuple[Finding, ...]
    rejected: tuple[Rejected, ...]


def order(finding: Finding) -> tuple[object, ...]:
    """The sort key of the conflict rule; total, so that the order of detectors does not matter."""
    return (
        finding.stage,
        -finding.trust,
        -len(finding.span),
        finding.span,
        finding.rule,
        finding.edits,
        finding.message,
        finding.alternatives,
    )


def resolve(findings: Iterable[Finding], keeps: Callable[[Finding], str | None] = lambda finding: None) -> Plan:
    """Choose among findings with edits. `keeps` gives the protected name that a finding would break, if any."""
    taken: list[Edit] = []  # sorted
    owner: dict[Edit, Finding] = {}
    accepted: list[Finding] = []
    rejected: list[Rejected] = []
    for finding in sorted(findings, key=order):
        if not finding.edits:
            continue
        blocker: Finding | str | None = keeps(finding)
        if blocker is None:
            blocker = next((owner[hit] for edit in finding.edits if (hit := _touched(taken, edit))), None)
        if blocker is None and all(edit in owner for edit in finding.edits):
            blocker = owner[finding.edits[0]]
        if blocker is not None:
            rejected.append(Rejected(finding, blocker))
            continue
        accepted.append(finding)
        for edit in finding.edits:
            if edit not in owner:
                insort(taken, edit)
                owner[edit] = finding
    return Plan(tuple(taken), tuple(sorted(accepted, key=lambda f: (f.span, f.rule))), tuple(rejected))


def _touched(taken: list[Edit], edit: Edit) -> Edit | None:
    """The first of the sorted, disjoint edits that `edit` touches and is not identical to."""
    index = bisect_left(taken, edit)
    for neighbour in (*taken[max(0, index - 1) : index], *taken[index : index + 1]):
        if neighbour != edit and neighbour.span.touches(edit.span):
            return neighbour
    return None
