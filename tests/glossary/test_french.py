"""Elision, inflection and near-misses."""

from __future__ import annotations

import pytest

from fixer.french.elision import elides
from fixer.french.inflection import conjugate, plural, plural_phrase, plural_variants
from fixer.glossary.skeleton import content_words, neighbourhood, skeleton


@pytest.mark.parametrize(
    "word",
    "IA API OpenAI Unsloth USB homme hôte hébergement héroïne hallucination Yves ytterbium œuvre ouest URL".split(),
)
def test_elided(word: str) -> None:
    assert elides(word)


@pytest.mark.parametrize(
    "word", "GPU LLM SQL HTML H100 hachage héros huit onze oui yaourt YouTube Hopper Huawei 11 hub hiérarchie".split()
)
def test_not_elided(word: str) -> None:
    assert not elides(word)


@pytest.mark.parametrize(
    ("singular", "expected"),
    [
        ("loi", "lois"),
        ("réseau", "réseaux"),
        ("canal", "canaux"),
        ("festival", "festivals"),
        ("choix", "choix"),
        ("GPU", "GPU"),
    ],
)
def test_plural(singular: str, expected: str) -> None:
    assert plural(singular) == expected


def test_plural_of_phrases() -> None:
    assert plural_phrase("réseau de neurones profond") == "réseaux de neurones profond"
    assert plural_variants("réseau de neurones profond") == {
        "réseaux de neurones profond",
        "réseaux de neurones profonds",
    }
    assert "demi-conducteurs" in plural_variants("demi-conducteur")


@pytest.mark.parametrize(
    ("verb", "slot", "form"),
    [
        ("entraîner", "ppfp", "entraînées"),
        ("régler", "pres3s", "règle"),
        ("régler", "futr3s", "réglera"),
        ("appeler", "pres3p", "appellent"),
        ("acheter", "pres1s", "achète"),
        ("étiqueter", "pres3s", "étiquette"),
        ("déployer", "pres3p", "déploient"),
        ("charger", "impf3s", "chargeait"),
        ("lancer", "pres1p", "lançons"),
        ("créer", "pres3s", "crée"),
        ("définir", "pres1p", "définissons"),
        ("rendre", "pres3s", "rend"),
        ("mettre à l'échelle", "ppfs", "mise à l'échelle"),
        ("obtenir", "pres3s", "obtient"),
    ],
)
def test_conjugation(verb: str, slot: str, form: str) -> None:
    assert conjugate(verb)[slot] == form


def test_an_unknown_verb_has_its_infinitive_alone() -> None:
    assert conjugate("recevoir") == {"inf": "recevoir"}


def test_skeletons_meet() -> None:
    assert skeleton("Anthropique") == skeleton("anthropic")
    assert skeleton("Laténode") == skeleton("Latenode")
    assert neighbourhood(skeleton("Hugging Fase")) & neighbourhood(skeleton("Hugging Face"))
    assert not neighbourhood(skeleton("Hopper")) & neighbourhood(skeleton("Cursor"))
    assert content_words("lois d'échelle") == ("loi", "échelle")
