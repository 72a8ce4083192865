"""The corpus of this repository, measured once for all the tests that ask."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fixer.evaluation.corpus import load_corpus
from fixer.evaluation.measure import Measured, fixer_repair, measure_all
from fixer.options import Options

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "corpus" / "results.json"


@cache
def measured_corpus() -> tuple[Measured, ...]:
    return measure_all(load_corpus(ROOT / "corpus"), fixer_repair(Options()))


def measured_test() -> tuple[Measured, ...]:
    return tuple(one for one in measured_corpus() if one.item.split == "test")
