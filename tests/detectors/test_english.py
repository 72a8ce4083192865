"""What is left alone by the rules that only flag: a clean case forbids repairs, these forbid findings."""

import pytest

import fixer
from fixer.french.from_english import label, verb, word
from fixer.french.tables import DATA
from fixer.glossary.to_french import to_french

MACHINE = "LangChaîne et Visage câlin servent à tout, avec PyTorch.\n\n"


def _found(text: str, rule: str) -> list[str]:
    return [finding.text for finding in fixer.check(text, "markdown", select=(rule,))]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("english-label", "Les pages Home et About, le mode Settings, la section *Features*."),
        ("english-label", "Cliquez sur « Settings ».\n\n- **Settings** : les réglages."),
        ("english-label", "| input | ce qui entre |\n| --- | --- |\n| settings | `Pricing` |"),
        ("english-label", "## FAQ\n\n## Blog\n\n## Introduction\n\n## Limitations\n\n## Description"),
        ("english-label", "Name: web-1\nStatus: Running"),
        ("english-label", "La Step 3 suit. Chapter 3 of the book."),
        (
            "english-instruction",
            "- Compile le projet\n- Test du serveur\n- Type `int` pour la clé\n- Import des données",
        ),
        ("english-instruction", "Add `key` at once.\n\nFetch `url` est une commande. Release le 5 mai."),
        ("english-words", "On compare isort, systemd, whois, tiktoken, stdlib et pytest."),
        ("english-words", "```python\ngreeter = 1\n```\n\nLe mot greeter vient du programme."),
        ("english-words", "- **Framework minimal** : peu de code\n- **Backend local** : un serveur"),
        ("english-words", "Le commit passe en staging, le build échoue, le routing et le cache restent."),
        ("english-words", "Un débriefing, un pré-traitement, un sous-domaine, une auto-évaluation."),
        (
            "english-words",
            "Un outil open-source, la base clé-valeur, le `comand-line`. Docker pour tous, Python en tête.",
        ),
        ("untranslated-en", "Le tri se fait avec le runtime et le framework to do du projet."),
    ],
)
def test_left_alone(rule: str, text: str) -> None:
    assert _found(MACHINE + text, rule) == []


@pytest.mark.parametrize("text", ["Build le plus récent", "Stop le bruit", "Les providers sont nombreux."])
def test_an_authors_english_is_left_alone(text: str) -> None:
    assert _found(text, "english-instruction") == _found(text, "english-words") == []


def test_an_authors_label_is_flagged_with_its_french() -> None:
    (finding,) = fixer.check("## Getting started\n\nInstallez le paquet.", "markdown", select=("english-label",))
    assert finding.replacement is None
    assert finding.alternatives == ("Pour commencer",)


def test_the_form_of_the_lines_around_comes_first() -> None:
    infinitives = "- Installer le paquet\n- Tokenize chaque phrase\n- Vider le cache"
    assert fixer.check(infinitives, "markdown", select=("english-instruction",))[0].alternatives[0] == "Tokeniser"
    imperatives = "- Installez le paquet\n- Tokenize chaque phrase\n- Videz le cache"
    assert fixer.check(imperatives, "markdown", select=("english-instruction",))[0].alternatives[0] == "Tokenisez"


def test_labels_keep_their_capitals() -> None:
    assert label("Table of Contents") == "Table des matières"
    assert label("TABLE OF CONTENTS") == "TABLE DES MATIÈRES"
    assert label("back to top") == "retour en haut"
    assert label("What’s new") == "Nouveautés"
    assert label("Table") is None


@pytest.mark.parametrize(
    ("english", "forms"),
    [
        ("parse", ("analyser", "analysez", "analyse")),
        ("update", ("mettre à jour", "mettez à jour", "met à jour")),
        ("read", ("lire", "lisez", "lit")),
        ("throw", ("lever", "levez", "lève")),
        ("send", ("envoyer", "envoyez", "envoie")),
    ],
)
def test_verbs(english: str, forms: tuple[str, str, str]) -> None:
    found = verb(english)
    assert found is not None
    assert (found.infinitive, found.imperative, found.present) == forms


def test_words_in_french() -> None:
    assert word("provider") == ("fournisseur",)
    assert to_french("resized") == ("redimensionné",)
    assert to_french("restarted") == ("redémarré",)
    assert to_french("systemd") == ()


def test_the_table_is_sorted_and_has_each_text_once() -> None:
    lines = (DATA / "en-fr.tsv").read_text("utf-8").splitlines()
    keys = [tuple(line.split("\t")[:2]) for line in lines]
    assert lines == sorted(lines)
    assert len(keys) == len(set(keys))
    assert {kind for kind, _ in keys} == {"label", "verb", "word"}
    assert all(verb(english) for kind, english in keys if kind == "verb")
