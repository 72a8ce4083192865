"""What exists in French, in English, as a name; and how a page without accents gets them back."""

from __future__ import annotations

import pytest

from fixer.french.language_model import language_model
from fixer.french.lexicon import lexicon


@pytest.mark.parametrize(
    "word", ["maison", "Maison", "MAISON", "chevaux", "l'homme", "d’abord", "connectez-vous", "Paris", "PARIS"]
)
def test_french_forms(word: str) -> None:
    assert lexicon().french(word)


@pytest.mark.parametrize("word", ["maIson", "dansla", "etla", "froiderépondre", "embedding", "québec"])
def test_no_french_forms(word: str) -> None:
    assert not lexicon().french(word)


def test_case_decides_for_names() -> None:
    assert lexicon().name("DeepSeek")
    assert not lexicon().name("Deepseekk")
    assert lexicon().name("PyTorch")
    assert not lexicon().name("pYTORCH")
    assert not lexicon().name("Guide"), "a word with a capital is no name"


def test_english() -> None:
    assert lexicon().english("Framework")
    assert lexicon().english("here")
    assert not lexicon().english("tokeniseur")


@pytest.mark.parametrize(
    ("word", "tags"),
    [
        ("maisons", {"nom", "fem", "pl"}),
        ("chevaux", {"nom", "mas", "pl"}),
        ("préserver", {"verbe", "inf"}),
        ("finies", {"verbe", "ppas", "fem", "pl"}),
        ("rapide", {"adj", "epi", "sg"}),
    ],
)
def test_morphology(word: str, tags: set[str]) -> None:
    assert tags <= lexicon().tags(word)


def test_unknown_words_have_no_morphology() -> None:
    assert lexicon().tags("zzz") == frozenset()


@pytest.mark.parametrize(
    ("bare", "accented"),
    [
        ("modele", "modèle"),
        ("Eleve", "Élève"),
        ("oeuvre", "œuvre"),
        ("DEJA", "DÉJÀ"),
        ("developpement", "développement"),
    ],
)
def test_accents_come_back(bare: str, accented: str) -> None:
    assert accented in lexicon().accented(bare)


def test_accents_of_nothing() -> None:
    assert lexicon().accented("zzz") == ()


def test_frequency_orders_words_that_exist() -> None:
    assert lexicon().frequency("modèle") > lexicon().frequency("dromadaire")
    assert lexicon().frequency("dansla") == 0


@pytest.mark.parametrize(
    ("previous", "right", "wrong"),
    [("il", "a", "à"), ("grâce", "à", "a"), ("moment", "où", "ou"), ("le", "modèle", "modele")],
)
def test_context_chooses(previous: str, right: str, wrong: str) -> None:
    model = language_model()
    assert model.bigram_cost(previous, right) < model.bigram_cost(previous, wrong)


def test_names_cost_less_than_strange_words() -> None:
    model = language_model()
    assert model.unigram_cost("Kubernetes") < model.unigram_cost("Kubrneetes")
