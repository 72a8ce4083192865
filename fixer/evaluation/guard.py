"""The regression guard: what a change may cost, and what it may not.

`quick` reduces an evaluation to counts that are the same on every machine; `regressions` compares them with the
committed ones. `speed` is a ratio to a fixed piece of work done on the same machine, never a time.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from typing import Any

from fixer.api import check
from fixer.evaluation.counts import by_category, by_rule
from fixer.evaluation.harm import harm
from fixer.evaluation.measure import Measured
from fixer.finding import Trust

SLOWER = 3.0
"""How much the ratio may grow before it counts: on a busy machine it was seen to grow by half without a change."""


def quick(measured: Sequence[Measured]) -> dict[str, Any]:
    """The counts that are guarded."""
    rules = [count for count in by_rule(measured) if count.trust is Trust.APPLY]
    return {
        "categories": {
            str(count.category or "all"): {
                "gold": count.gold,
                "found": count.at[Trust.FLAG].found,
                "corrected": count.corrected,
                "corrected_with_suggestions": count.corrected_with_suggestions,
            }
            for count in by_category(measured)
        },
        "edits": sum(count.repairs for count in rules),
        "not_right": sum(count.neutral + count.harmful for count in rules),
        "clean_edits": sum(harm(measured).applied_by_rule.values()),
    }


def regressions(now: dict[str, Any], then: dict[str, Any]) -> Iterator[str]:
    """What has become worse beyond noise, in sentences.

    A category may lose one standard error of its count, and at least one case; wrong edits may grow by as much. Clean
    documents may not suffer a single edit more.
    """
    for category, old in then["categories"].items():
        new = now["categories"].get(category)
        if new is None or new["gold"] != old["gold"]:
            continue  # the corpus has changed: `bench/evaluate.py` writes the counts anew
        for what in ("found", "corrected", "corrected_with_suggestions"):
            if new[what] < old[what] - _noise(old[what], old["gold"]):
                yield f"{category}: {new[what]} of {old['gold']} {what.replace('_', ' ')}, it was {old[what]}"
    if now["not_right"] > then["not_right"] + _noise(then["not_right"], max(then["edits"], 1)):
        yield f"{now['not_right']} of {now['edits']} applied edits are not right, it was {then['not_right']}"
    if now["clean_edits"] > then["clean_edits"]:
        yield f"{now['clean_edits']} edits in clean documents, it was {then['clean_edits']}"


def _noise(part: int, whole: int) -> float:
    rate = part / whole
    return max(1.0, sqrt(whole * rate * (1 - rate)))


def speed(texts: Sequence[str], rounds: int = 3) -> float:
    """How many times longer checking the texts takes than finding and counting their words."""
    check(texts[0])  # load the resources
    return _best(lambda: [check(text) for text in texts], rounds) / _best(lambda: _reference(texts), rounds)


def _reference(texts: Sequence[str]) -> int:
    seen: dict[str, int] = {}
    for text in texts:
        for match in re.finditer(r"\w+", text):
            word = match.group().lower()
            seen[word] = seen.get(word, 0) + 1
    return len(seen)


def _best(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)
