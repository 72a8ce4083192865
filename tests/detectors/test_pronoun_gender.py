"""*Ils* and *elles* behind a subordinate clause with one plural."""

import pytest

from tests.detectors.sentences import repaired, reported


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Lorsque les fonctionnalités sont terminées, ils sont fusionnés dans le tronc.",
            "Lorsque les fonctionnalités sont terminées, elles sont fusionnées dans le tronc.",
        ),
        (
            "Si les clés de la table manquent, ils bloquent tout.",
            "Si les clés de la table manquent, elles bloquent tout.",
        ),
        (
            "Une fois que vos images sont prêtes, ils peuvent être publiés.",
            "Une fois que vos images sont prêtes, elles peuvent être publiées.",
        ),
        ("Quand les serveurs sont pleins, elles s'arrêtent.", "Quand les serveurs sont pleins, ils s'arrêtent."),
    ],
)
def test_found(before: str, after: str) -> None:
    assert repaired("pronoun-gender", before) == after


@pytest.mark.parametrize(
    "text",
    [
        "Lorsque les pages des clients sont prêtes, ils sont avertis.",
        "Si les clés manquent, elles sont créées.",
        "Si les réponses du client et du serveur diffèrent, ils se taisent.",
        "Quand les équipes de Google et de Meta publient, ils le disent.",
        "Les clients attendent. Lorsque les pages sont prêtes, ils sont avertis.",
        "Lorsque les deux sont prêtes, ils partent.",
        "Lorsque les élèves arrivent, ils lisent.",
        "Lorsque la page est prête, ils sont avertis.",
    ],
)
def test_left_alone(text: str) -> None:
    assert reported("pronoun-gender", text) == []
