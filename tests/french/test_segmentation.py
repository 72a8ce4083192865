"""What is a name with a number, what confidence does, and that the cost grows with the text only."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from fixer.detectors.run_together import run_together
from fixer.french.language_model import language_model
from fixer.french.letters import letter_model
from fixer.french.lexicon import lexicon
from fixer.french.segmentation import confidence, gate
from fixer.french.segmentation.caution import DOUBTFUL
from fixer.french.segmentation.numbered import numbered_name
from fixer.french.segmentation.splitter import Splitter
from fixer.options import Options
from fixer.readers import read
from fixer.resources import resources_for

DATA = Path(confidence.__file__).parents[2] / "data"


@pytest.mark.parametrize("word", ["base64", "python3", "angular2", "node18"])
def test_a_name_keeps_its_number(word: str) -> None:
    assert gate.plain(word, lexicon())


@pytest.mark.parametrize("word", ["page3", "fait50", "base3", "Étape4"])
def test_a_french_word_does_not(word: str) -> None:
    assert not numbered_name(word, lexicon().name, lambda letters: not lexicon().french(letters))
    assert not gate.plain(word, lexicon())


def test_the_calibration_never_falls() -> None:
    rows = [line.split("\t") for line in (DATA / "joins.calibration").read_text("utf-8").splitlines()]
    odds, shares = [float(row[0]) for row in rows], [float(row[1]) for row in rows]
    assert odds == sorted(set(odds))
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.1 < 0.99 < shares[-1] < 1


@pytest.mark.parametrize(
    ("before", "token", "after"),
    [("service", "auxquel", "nous"), ("site", "Pokerlistings", "propose"), ("avec", "LeNet", "nous")],
)
def test_what_may_be_one_word_is_never_applied(before: str, token: str, after: str) -> None:
    found = Splitter(lexicon(), language_model(), letter_model()).judge(token, before, after)
    assert found is None or found.confidence <= DOUBTFUL < confidence.APPLY


@pytest.mark.parametrize("end", [" ", "\n"])
def test_the_cost_is_linear(end: str) -> None:
    """Also in a text of a single line, where looking back to its beginning would be quadratic."""
    page = 'Le **modèle** lit la [page](https://example.org)Puis « rien » ne "change" avecPinecone dans l\'outil.' + end

    def cost(pages: int) -> float:
        text = page * pages
        start = time.process_time()
        assert len(list(run_together.findings(read(text, "markdown"), resources_for(Options())))) >= pages
        return time.process_time() - start

    cost(5)
    small = min(cost(50) for _ in range(3))
    assert cost(800) < 16 * 3 * small
