"""What a document has settled on: the same wrong sense, surely, three times."""

from __future__ import annotations

import fixer
from fixer.glossary.discourse import sense, settled

_SURE = (
    "Le coût de formation de GPT-4 est élevé. Le processus de formation de Llama dure des mois sur des GPU. "
    "La formation de modèles de langage consomme des milliers de GPU. "
)
_DOUBTFUL = "L'énergie nécessaire à la formation représente une grande part des dépenses."


def test_a_sense_is_one_word_for_another() -> None:
    assert sense("coût de formation", "coût d'entraînement") == sense("former", "entraîner")
    assert sense("courbe étendue", "courbe d'échelle") == (frozenset({"eten"}), frozenset({"eche"}))


def test_two_words_for_two_are_no_sense() -> None:
    assert sense("Visage câlin", "Hugging Face") is None


def test_three_sure_occurrences_settle_it() -> None:
    pair = ("courbe étendue", "courbe d'échelle")
    assert settled([pair, pair]) == frozenset()
    assert settled([pair, pair, pair]) == {sense(*pair)}


def test_what_stands_alone_is_no_more_than_suggested() -> None:
    assert "l'entraînement" not in fixer.fix(_DOUBTFUL).text


def test_it_follows_the_sure_ones_of_its_document() -> None:
    assert "nécessaire à l'entraînement représente" in fixer.fix(_SURE + _DOUBTFUL).text


def test_people_are_still_trained() -> None:
    people = "La formation des salariés à ces outils dure trois jours."
    assert people in fixer.fix(_SURE + people).text
