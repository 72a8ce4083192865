"""TER, chrF++ and BLEU by sacrebleu, whose signature goes with every number, and its paired bootstrap.

sacrebleu is imported when a score is asked for: it takes longer to load than `fixer check` takes to run.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fixer.evaluation.corpus import segments
from fixer.evaluation.measure import Measured
from fixer.finding import Trust
from fixer.text import Edit

NOTHING, FIX, SUGGESTIONS = "do nothing", "fix", "fix --suggestions"
ORACLE, REFERENCE = "editor without source", "reference"
METRICS = ("TER", "chrF2++", "BLEU")
"""sacrebleu's own names."""


@dataclass(frozen=True)
class Score:
    """A corpus score, half the width of its 95 % bootstrap interval, and the p-value against the first row."""

    value: float
    margin: float | None = None
    p: float | None = None


@dataclass(frozen=True)
class Scores:
    """`rows` hold a score for each of METRICS; `signatures` are sacrebleu's own, by metric."""

    rows: dict[str, dict[str, Score]]
    signatures: dict[str, str]
    segments: int


def compare(systems: Mapping[str, Sequence[str]], reference: Sequence[str], resamples: int = 1000) -> Scores:
    """Score systems against one reference, segment by segment; the first is the baseline of the paired bootstrap.

    Without resamples, or with fewer than two segments, the scores come without intervals.
    """
    metrics = _metrics([reference])
    if not resamples or len(reference) < 2 or len(systems) < 2:
        rows = {
            name: {key: Score(metric.corpus_score(list(lines), None).score) for key, metric in metrics.items()}
            for name, lines in systems.items()
        }
        return Scores(rows, {key: str(metric.get_signature()) for key, metric in metrics.items()}, len(reference))
    from sacrebleu.significance import PairedTest

    logging.getLogger("sacrebleu").setLevel(logging.ERROR)
    named: list[tuple[str, Sequence[str]]] = [(name, list(lines)) for name, lines in systems.items()]
    signatures, results = PairedTest(named, metrics, None, test_type="bs", n_samples=resamples)()
    rows = {}
    for number, (name, lines) in enumerate(named):
        changed = lines != named[0][1]
        rows[name] = {key: _score(results[key][number], changed) for key in METRICS}
    return Scores(rows, {key: signatures[key].format() for key in METRICS}, len(reference))


def _score(result: Any, changed: bool) -> Score:
    # sacrebleu finds a text that equals the baseline significantly different from it.
    p = result.p_value if changed else None
    return Score(float(result.score), float(result.ci), None if p is None else float(p))


def _metrics(references: Sequence[Sequence[str]]) -> dict[str, Any]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return {
        "TER": TER(references=references),
        "chrF2++": CHRF(word_order=2, references=references),
        "BLEU": BLEU(references=references),
    }


def corpus_scores(measured: Sequence[Measured], resamples: int = 1000) -> Scores:
    """From doing nothing to the reference, over the segments of all damaged documents.

    Before the reference stands what an editor does who has no source: every gold repair that is marked `apply`.
    """
    systems: dict[str, list[str]] = {name: [] for name in (NOTHING, FIX, SUGGESTIONS, ORACLE, REFERENCE)}
    for one in measured:
        if one.item.clean:
            continue
        ways = (one.edits, one.edits_with_suggestions, _oracle(one))
        source, reference, (fixed, eager, oracle) = segments(one.item, ways)
        for name, lines in zip(systems, (source, fixed, eager, oracle, reference), strict=True):
            systems[name] += lines
    reference = systems[REFERENCE]
    return compare(systems, reference, resamples)


def _oracle(measured: Measured) -> tuple[Edit, ...]:
    """The gold repairs that need no source; of two that overlap, the first."""
    out: list[Edit] = []
    for gold in measured.item.gold:
        for edit in gold.options[0] if gold.trust is Trust.APPLY and gold.options else ():
            if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in out):
                out.append(edit)
    return tuple(sorted(out))
