"""The regression guard, and that it sees what it guards against."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from fixer.evaluation.guard import SLOWER, quick, regressions, speed
from tests.evaluation.whole import RESULTS, measured_corpus, measured_test

COMMITTED: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", ["all", "test"])
def test_nothing_has_become_worse(part: str) -> None:
    now = quick(measured_corpus() if part == "all" else measured_test())
    assert list(regressions(now, COMMITTED["quick"][part])) == []


def test_checking_has_not_become_slower() -> None:
    ratio = speed([one.item.damaged for one in measured_test()])
    assert ratio < SLOWER * COMMITTED["speed"]


THEN = {
    "categories": {"term": {"gold": 100, "found": 60, "corrected": 50, "corrected_with_suggestions": 55}},
    "edits": 60,
    "not_right": 2,
    "clean_edits": 1,
}


def test_the_same_counts_are_no_regression() -> None:
    assert list(regressions(THEN, THEN)) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"corrected": 46}, ""),
        ({"corrected": 44}, "term: 44 of 100 corrected, it was 50"),
        ({"found": 50}, "term: 50 of 100 found, it was 60"),
    ],
)
def test_a_category_may_lose_noise_but_no_more(change: dict[str, int], says: str) -> None:
    now = copy.deepcopy(THEN)
    now["categories"]["term"].update(change)  # type: ignore[index]
    assert "; ".join(regressions(now, THEN)) == says


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"not_right": 3}, ""),
        ({"not_right": 4}, "4 of 60 applied edits are not right, it was 2"),
        ({"clean_edits": 2}, "2 edits in clean documents, it was 1"),
        ({"clean_edits": 0}, ""),
    ],
)
def test_harm_may_not_grow(change: dict[str, int], says: str) -> None:
    assert "; ".join(regressions({**THEN, **change}, THEN)) == says


def test_a_changed_corpus_is_not_compared() -> None:
    now = copy.deepcopy(THEN)
    now["categories"]["term"].update({"gold": 101, "found": 0})  # type: ignore[index]
    assert list(regressions(now, THEN)) == []
