"""Scores: sacrebleu's numbers for the right rows, and texts laid side by side."""

from __future__ import annotations

import pytest
from sacrebleu.metrics.ter import TER

from fixer.errors import UsageError
from fixer.evaluation.measure import measure
from fixer.evaluation.parallel import parallel, said
from fixer.evaluation.scores import FIX, METRICS, NOTHING, ORACLE, REFERENCE, SUGGESTIONS, compare, corpus_scores
from fixer.finding import Trust
from fixer.readers import read
from fixer.taxonomy import Category
from tests.evaluation.samples import annotated
from tests.evaluation.test_numbers import found, repairing

WRONG = ["le chat dort sur la table verte", "il pleut sur la grande ville"]
RIGHT = ["le chat dort sur la table rouge", "il pleut sur la grande ville"]


def test_scores_are_those_of_sacrebleu() -> None:
    scores = compare({NOTHING: WRONG, REFERENCE: RIGHT}, RIGHT, resamples=0)
    assert scores.rows[NOTHING]["TER"].value == TER().corpus_score(WRONG, [RIGHT]).score
    assert scores.rows[REFERENCE]["TER"].value == 0
    assert scores.rows[REFERENCE]["BLEU"].value == pytest.approx(100)
    assert set(scores.signatures) == set(METRICS)
    assert "version:" in scores.signatures["TER"]


def test_the_bootstrap_finds_what_differs_and_what_does_not() -> None:
    wrong, right = WRONG * 20, RIGHT * 20
    scores = compare({NOTHING: wrong, FIX: wrong, REFERENCE: right}, right, resamples=200)
    assert scores.rows[NOTHING]["TER"].p is None
    assert scores.rows[FIX]["TER"].p is None
    p = scores.rows[REFERENCE]["TER"].p
    assert p is not None
    assert p < 0.05
    assert scores.rows[FIX]["TER"].margin is not None


def test_the_rows_of_the_corpus_in_order() -> None:
    item = annotated(
        "Le prix⟦ ,⇒,¦typography¦apply⟧ dit\n⟦Trémie⇒Hopper¦entity¦suggest⟧ baisse ⟦..⇒.¦typography¦apply⟧\n"
    )
    one = measure(
        item,
        repairing(
            [
                found(item, " ,", ",", Trust.APPLY, Category.TYPOGRAPHY),
                found(item, "Trémie", "Hopper", Trust.SUGGEST, Category.ENTITY),
            ]
        ),
    )
    scores = corpus_scores([one], resamples=0)
    assert list(scores.rows) == [NOTHING, FIX, SUGGESTIONS, ORACLE, REFERENCE]
    ter = [row["TER"].value for row in scores.rows.values()]
    assert ter[0] > ter[1] > ter[2] > ter[4] == 0
    assert ter[1] > ter[3] > 0


def test_markup_is_not_compared_but_its_lines_are_kept() -> None:
    html = "<!-- a\nb --><p>Un <b>mot</b>suivi</p><p>de <code>x</code></p>"
    assert [line for line in said(read(html, "html")).splitlines() if line] == ["Un motsuivi", "de x"]
    assert said(read("# T\n\nun `c` [d](http://e.fr)\n", "markdown")) == "# T\n\nun `c` [d]\n"


def test_texts_are_aligned_by_line_or_as_a_whole() -> None:
    short, long = read("a\n\nb\n", "text"), read("a\nb\nc\n", "text")
    assert parallel([short, short]).texts == (("a", "b"), ("a", "b"))
    assert parallel([short, long]).texts == (("a", "", "b"), ("a", "b", "c"))
    other = read("a b\n", "text")
    assert parallel([short, other]).texts == (("a b",), ("a b",))
    assert parallel([short, short], "whole").texts == (("a b",), ("a b",))
    with pytest.raises(UsageError, match="3, 1 lines"):
        parallel([short, other], "line")
