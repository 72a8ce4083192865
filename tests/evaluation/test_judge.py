"""Right, neutral or harmful: the definition, case by case, and as properties."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixer.evaluation.corpus import Item, load_corpus
from fixer.evaluation.judge import Judge, Verdict
from fixer.text import Edit, Span
from tests.evaluation.samples import annotated, edit

CORPUS = Path(__file__).parents[2] / "corpus"

PAGE = annotated(
    "Le modèle ⟦⇒ ¦run-together¦apply⟧tourne sur des puces ⟦Trémie⇒Hopper¦entity¦apply¦GH100⟧ depuis "
    "⟦XXXX⇒mai¦placeholder¦flag⟧ ⟦: :⇒:¦typography¦apply⟧ il coûte⟦⇒. ¦run-together¦apply¦ : ⟧Il chauffe, dit-il."
)


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("Trémie", "Hopper", Verdict.RIGHT),
        ("Trémie", "GH100", Verdict.RIGHT),
        ("des puces Trémie", "des puces Hopper", Verdict.RIGHT),
        ("puces Trémie", "puce Hopper", Verdict.NEUTRAL),
        ("Trémie", "Entonnoir", Verdict.HARMFUL),
        ("Trémie", "Hoper", Verdict.NEUTRAL),
        ("XXXX", "mai", Verdict.RIGHT),
        ("XXXX", "", Verdict.NEUTRAL),
        (": :", ":", Verdict.RIGHT),
        (" : :", "\u00a0:", Verdict.RIGHT),
        ("coûteIl", "coûte. Il", Verdict.RIGHT),
        ("coûteIl", "coûte : Il", Verdict.RIGHT),
        ("coûteIl", "coûte Il", Verdict.NEUTRAL),
        ("coûteIl", "coût eIl", Verdict.HARMFUL),
        ("chauffe", "refroidit", Verdict.HARMFUL),
        ("il coûte", "il\u00a0coûte", Verdict.NEUTRAL),
    ],
)
def test_verdicts(old: str, new: str, verdict: Verdict) -> None:
    assert Judge(PAGE).verdict([edit(PAGE, old, new)]) is verdict


def test_deleting_the_first_of_two_equal_sentences_is_as_good_as_the_second() -> None:
    item = annotated("Il gèle.⟦ Il gèle.⇒¦duplicate¦apply⟧ Il neige.")
    assert Judge(item).verdict([Edit.delete(0, 9)]) is Verdict.RIGHT
    assert Judge(item).verdict([Edit.delete(8, 17)]) is Verdict.RIGHT
    assert Judge(item).verdict([Edit.delete(8, 27)]) is not Verdict.RIGHT


def test_one_of_two_lost_spaces_is_right_but_does_not_correct_the_word() -> None:
    from fixer.evaluation.corpus import Gold
    from fixer.finding import Trust
    from fixer.taxonomy import Category

    gold = Gold(Span(0, 9), "etleurmer", Category.RUN_TOGETHER, Trust.APPLY, "et leur mer")
    judge = Judge(Item("x", "test", "text", "etleurmer", "et leur mer", (gold,)))
    assert judge.verdict([Edit.insert(2, " ")]) is Verdict.RIGHT
    assert not judge.corrected(gold, [Edit.insert(2, " ")])
    assert judge.corrected(gold, [Edit.insert(2, " "), Edit.insert(6, " ")])
    assert judge.verdict([Edit.insert(3, " ")]) is Verdict.HARMFUL


def test_a_defect_beside_another_is_corrected_whatever_becomes_of_the_other() -> None:
    item = annotated("la ⟦puissance arithmétique⇒puissance de calcul¦term¦apply⟧⟦ ,⇒,¦typography¦apply⟧ dit-on")
    judge = Judge(item)
    term, comma = item.gold
    edits = [edit(item, "puissance arithmétique", "puissance de calcul")]
    assert judge.corrected(term, edits)
    assert not judge.corrected(comma, edits)


def test_nothing_done_corrects_nothing() -> None:
    assert not any(Judge(PAGE).corrected(gold, ()) for gold in PAGE.gold)


def test_every_gold_repair_of_the_corpus_is_right_and_corrects() -> None:
    for item in load_corpus(CORPUS):
        judge = Judge(item)
        for gold in item.gold:
            for option in gold.options:
                assert judge.verdict(option) is Verdict.RIGHT, (item.id, gold)
                assert judge.corrected(gold, option), (item.id, gold)


ITEMS = [item for item in load_corpus(CORPUS) if item.gold][:6]


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(ITEMS), st.data())
def test_an_edit_far_from_every_defect_is_never_right(item: Item, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(item.damaged) - 1))
    span = Span(start, start + data.draw(st.integers(0, min(8, len(item.damaged) - start))))
    new = data.draw(st.text("aàz ’.", max_size=6))
    touched = any(gold.span.touches(Span(max(0, start - 40), span.end + 40)) for gold in item.gold)
    verdict = Judge(item).verdict([Edit(span, new)])
    assert touched or verdict is not Verdict.RIGHT
