"""How sure a join is: a small forest of decision trees over the evidence, fitted offline, and the two thresholds.

The trees (gradient boosting on the logistic loss; monotone where the direction is known: more evidence for the split
never lowers the confidence) are fitted by `tools/fit_confidence.py` on spaces deleted from clean prose and on every
suspicious token of clean prose and of paragraphs with code. What the forest says is too sure of itself on text it has
not seen: a monotone table (isotonic regression on held-out texts, by the same tool) turns its log-odds into the share
that was right. `docs/run-together.md` has the reliability table.
"""

from __future__ import annotations

import math
import struct
from bisect import bisect_right
from functools import lru_cache

from fixer.french.segmentation.boundaries import Sort
from fixer.french.segmentation.evidence import NAMES, Evidence
from fixer.french.tables import DATA

#: Above it a join is repaired without asking, above the other it is suggested; both measured on human French.
APPLY = 0.7
SUGGEST = 0.55

_LLR = NAMES.index("llr")
#: Beside code spans, markup and Chinese there is nothing to fit on: there the place itself is nearly the proof.
_PLACE = {Sort.OPAQUE: (0.5, 1.5), Sort.MARKUP: (0.6, 0.0), Sort.HAN: (0.5, 1.0), Sort.VENDOR: (0.0, 4.0)}

#: The sorts in the order in which the forest numbers them.
SORTS = tuple(Sort)

#: A node: feature (255: a leaf), left child, right child, threshold or value.
NODE = struct.Struct("<BHHf")
LEAF = 255

_Node = tuple[int, int, int, float]


def probability(evidence: Evidence) -> float:
    """Probability that the token is run together as its split reading says."""
    if evidence.sort in _PLACE:
        slope, bias = _PLACE[evidence.sort]
        return _logistic(slope * evidence.values[_LLR] + bias)
    values = (float(SORTS.index(evidence.sort)), *evidence.values)
    roots, nodes = _forest()
    odds = 0.0
    for root in roots:
        feature, left, right, number = nodes[root]
        while feature != LEAF:
            feature, left, right, number = nodes[left if values[feature] <= number else right]
        odds += number
    return _calibrated(odds)


def _calibrated(odds: float) -> float:
    """The probability of the table, between its knots by straight lines."""
    knots = _calibration()
    at = bisect_right(knots, (odds, 1.0))
    if at in (0, len(knots)):
        return knots[max(0, at - 1)][1]
    (x, low), (y, high) = knots[at - 1 : at + 1]
    return low + (high - low) * (odds - x) / (y - x)


@lru_cache(maxsize=1)
def _calibration() -> list[tuple[float, float]]:
    """Log-odds and probability of each knot, in order."""
    rows = (DATA / "joins.calibration").read_text("utf-8").splitlines()
    return [(float(odds), float(share)) for odds, share in (row.split("\t") for row in rows)]


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@lru_cache(maxsize=1)
def _forest() -> tuple[list[int], list[_Node]]:
    """Roots and nodes; the file begins with the number of trees and their roots."""
    data = (DATA / "joins.forest").read_bytes()
    (count,) = struct.unpack_from("<H", data)
    roots = list(struct.unpack_from(f"<{count}H", data, 2))
    nodes: list[_Node] = list(NODE.iter_unpack(data[2 + 2 * count :]))
    return roots, nodes
