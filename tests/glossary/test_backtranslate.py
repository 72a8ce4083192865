"""Translating back: words to English words, stretches of text to names and terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.french.lexicon import lexicon
from fixer.glossary import load_glossaries
from fixer.glossary.backtranslate import names, terms
from fixer.glossary.bilingual import lemmas, stem, translations
from fixer.glossary.concepts import humps

SOURCE = Path(__file__).parents[2] / "tools" / "dictionary" / "fr-en.tsv"


def test_dictionary_is_large_and_clean() -> None:
    pairs = [line.split("\t") for line in SOURCE.read_text("utf-8").splitlines()]
    assert len(pairs) >= 10_000
    assert pairs == sorted(pairs)
    assert all(lemma == lemma.strip() and all(english.split(",")) for lemma, english in pairs)


def test_the_compiled_dictionary_is_fresh() -> None:
    for line in SOURCE.read_text("utf-8").splitlines():
        lemma, english = line.split("\t")
        assert set(english.split(",")) - {lemma} <= translations(lemma), lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("moyeux", "moyeu"), ("cosses", "cosse"), ("ouverte", "ouvert"), ("entraînées", "entraîner"), ("canaux", "canal")],
)
def test_inflected_forms_lead_to_lemmas(form: str, lemma: str) -> None:
    assert lemma in lemmas(form)


@pytest.mark.parametrize(
    ("french", "english"),
    [("câlins", "hug"), ("grève", "strike"), ("adaptateur", "adapter"), ("statistique", "statistic")],
)
def test_translations(french: str, english: str) -> None:
    assert english in translations(french)


@pytest.mark.parametrize(("one", "other"), [("hugging", "hug"), ("scaling", "scale"), ("queries", "query")])
def test_stems_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_humps() -> None:
    assert humps("OuvrirWrt") == ["Ouvrir", "Wrt"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("avec Moyeu Git", "GitHub"),
        ("chez Grève de foule", "CrowdStrike"),
        ("sur Visage câlin", "Hugging Face"),
        ("un routeur sous OuvrirWrt", "OpenWrt"),
        ("dans Flocon de neige", "Snowflake"),
        ("le TP-Lien", "TP-Link"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert [rendering.concepts[0].term for rendering in names(text, load_glossaries())] == [name]


@pytest.mark.parametrize(
    "text", ["avec GitHub et Hugging Face", "Le visage du câlin", "La base de données", "une grève"]
)
def test_no_names(text: str) -> None:
    assert list(names(text, load_glossaries())) == []


def _is_noun(word: str) -> bool:
    return "nom" in lexicon().tags(word)


def test_terms_have_their_head_first() -> None:
    glossary = load_glossaries()
    found = list(terms("le séparateur de texte", glossary, _is_noun))
    assert [(rendering.span.start, rendering.span.end) for rendering in found] == [(3, 22)]
    assert list(terms("le texte de séparateur", glossary, _is_noun)) == []
