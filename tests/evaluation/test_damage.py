"""Seeded damage: reversible, repeatable, and of the kind that it claims."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixer.evaluation.corpus import Item
from fixer.evaluation.damage import REGIMES, Regime, damage, sample
from fixer.evaluation.judge import Judge, Verdict
from fixer.options import Options
from fixer.resources import resources_for
from fixer.text import apply

RESOURCES = resources_for(Options())
TEXT = (
    "La société DeepSeek a publié son modèle en 2024. Les chercheurs l'ont évalué sur des tâches variées. "
    "Une équipe de Hugging Face a reproduit les résultats, puis elle a déposé le code sur GitHub.\n"
    "Le coût reste élevé : il dépasse 3 millions. Cela n'empêche pas la communauté d'avancer à grands pas.\n"
)


def page(text: str, id: str = "p") -> Item:
    return Item(id, "clean", "text", text, text, ())


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.name)
def test_every_regime_damages_the_page_and_keeps_account(regime: Regime) -> None:
    item = damage(page(TEXT), regime, 3, RESOURCES)
    assert item.gold
    assert item.damaged != TEXT
    assert {gold.category for gold in item.gold} == {regime.category}
    edits = [edit for gold in item.gold for edit in gold.options[0]]
    assert apply(item.damaged, edits) == TEXT
    assert damage(page(TEXT), regime, 3, RESOURCES) == item


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(["DeepSeek", "le modèle", "à", "l’été.", "Il", "2 Go", "\n", "naïf", "�", "€"])).map(
        " ".join
    ),
    st.sampled_from(REGIMES),
    st.integers(0, 5),
)
def test_damage_is_undone_by_its_gold(text: str, regime: Regime, seed: int) -> None:
    item = damage(page(text), regime, seed, RESOURCES)
    assert item.reference == text
    assert apply(item.damaged, [edit for gold in item.gold for edit in gold.options[0]]) == text
    judge = Judge(item)
    for gold in item.gold:
        assert judge.verdict(gold.options[0]) is Verdict.RIGHT


def test_seeds_differ() -> None:
    regime = REGIMES[1]
    texts = {damage(page(TEXT * 3), regime, seed, RESOURCES).damaged for seed in range(5)}
    assert len(texts) > 1


def test_a_sample_passes_over_pages_without_a_fit_place() -> None:
    pages = [page("rien\n", "a"), page(TEXT, "b"), page(TEXT, "c"), page(TEXT, "d")]
    chosen = sample(pages, REGIMES[0], 1, RESOURCES, most=2)
    assert len(chosen) == 2
    assert all(item.gold for item in chosen)
    assert sample(pages[:1], REGIMES[0], 1, RESOURCES) == []
