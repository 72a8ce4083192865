"""An MQM-weighted error score: how bad the defects of a text are, per 1,000 words.

Weights as in Google's use of MQM (Freitag et al., TACL 9, 2021): major 5, minor 1, minor punctuation 0.1,
non-translation 25. A text is judged by its gold findings; what a repair made worse counts as a new defect.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fixer.evaluation.judge import Verdict
from fixer.evaluation.measure import Measured
from fixer.finding import Trust
from fixer.taxonomy import Category

MAJOR, MINOR, PUNCTUATION = 5.0, 1.0, 0.1

# Major is what misleads a reader (a wrong name or term, an invented or a missing sentence); minor what only disturbs.
WEIGHTS = {
    Category.RUN_TOGETHER: MINOR,
    Category.ENTITY: MAJOR,
    Category.TERM: MAJOR,
    Category.GLOSS_LEAK: MINOR,
    Category.UNTRANSLATED_ZH: MAJOR,
    Category.UNTRANSLATED_EN: MINOR,
    Category.ENCODING: MINOR,
    Category.TYPOGRAPHY: PUNCTUATION,
    Category.DUPLICATE: MINOR,
    Category.HALLUCINATION: MAJOR,
    Category.INCONSISTENCY: MINOR,
    Category.PLACEHOLDER: MAJOR,
    Category.MARKUP: MINOR,
    Category.GRAMMAR: MINOR,
}

PER = 1000


@dataclass(frozen=True)
class ErrorScore:
    """Weighted errors per 1,000 words: as the text came, after `fix`, and after `fix --suggestions`."""

    before: float
    after: float
    after_with_suggestions: float


def error_score(measured: Iterable[Measured]) -> ErrorScore:
    """The score over all damaged documents together."""
    words, before, after, eager = 0, 0.0, 0.0, 0.0
    for one in measured:
        if one.item.clean:
            continue
        words += one.item.words
        for outcome in one.outcomes:
            weight = WEIGHTS[outcome.gold.category]
            before += weight
            after += weight * (not outcome.corrected)
            eager += weight * (not outcome.corrected_with_suggestions)
        for judged in one.judged:
            if judged.verdict is Verdict.HARMFUL:
                weight = WEIGHTS[judged.finding.category]
                after += weight * (judged.finding.trust is Trust.APPLY)
                eager += weight
    scale = PER / max(words, 1)
    return ErrorScore(before * scale, after * scale, eager * scale)
