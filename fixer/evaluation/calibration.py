"""Do the confidences mean what they say? Of the findings that claim 0.9, nine in ten ought to be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from fixer.evaluation.measure import Measured

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)


@dataclass(frozen=True)
class Bin:
    """Findings whose confidence lies in low..high: how many, their mean confidence, and the share that is right."""

    low: float
    high: float
    n: int
    claimed: float
    right: float


@dataclass(frozen=True)
class Calibration:
    """The reliability table, the expected calibration error and the Brier score of all findings."""

    bins: tuple[Bin, ...]
    error: float
    brier: float


def calibration(measured: Iterable[Measured]) -> Calibration | None:
    """None without a finding. A finding is right if its repair is, or, without one, if there is a defect."""
    pairs = [(judged.finding.confidence, judged.good) for one in measured for judged in one.judged]
    if not pairs:
        return None
    bins = []
    for low, high in pairwise(EDGES):
        inside = [(c, good) for c, good in pairs if low <= c < high or (high == 1.0 and c == 1.0)]
        if inside:
            claimed = sum(c for c, _ in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), claimed, sum(good for _, good in inside) / len(inside)))
    error = sum(one.n * abs(one.claimed - one.right) for one in bins) / len(pairs)
    return Calibration(tuple(bins), error, sum((c - good) ** 2 for c, good in pairs) / len(pairs))
