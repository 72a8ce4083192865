"""Prepositions that fell out of their locutions, or came twice."""

import pytest

from tests.detectors.sentences import repaired, reported


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Des modèles créés à l'aide R et Python.", "Des modèles créés à l'aide de R et Python."),
        ("Créez-le à l'aide `make` puis testez.", "Créez-le à l'aide de `make` puis testez."),
        ("Au moyen le script, il agit.", "Au moyen du script, il agit."),
        ("Il agit au sein équipe.", "Il agit au sein de l'équipe."),
        ("Il est arrêté à cause une erreur.", "Il est arrêté à cause d'une erreur."),
        ("En raison coûts élevés, il s'arrête.", "En raison de coûts élevés, il s'arrête."),
        ("Lors l’installation, patientez.", "Lors de l’installation, patientez."),
        ("Par rapport le modèle, il est petit.", "Par rapport au modèle, il est petit."),
        ("Lisez-le afin utiliser la console.", "Lisez-le afin d'utiliser la console."),
        ("Cela permet créer un compte.", "Cela permet de créer un compte."),
        ("Il est plus rapide par rapport à au serveur.", "Il est plus rapide par rapport au serveur."),
        ("La taille du la fenêtre et de des pages.", "La taille de la fenêtre et des pages."),
        ("L'un des modèles d' Node.js est prêt.", "L'un des modèles de Node.js est prêt."),
        ("Le produit qu'Microsoft vend.", "Le produit que Microsoft vend."),
        ("La fin de ce Instructable approche.", "La fin de cet Instructable approche."),
    ],
)
def test_found(before: str, after: str) -> None:
    assert repaired("lost-preposition", before, "markdown") == after


@pytest.mark.parametrize(
    "text",
    [
        "Appelez à l'aide. L'accès à l'aide sociale est ouvert.",
        "Le projet naît au sein même de l'équipe, à l'aide **d'un outil** et <b>d'un script</b>.",
        "Au moyen âge, au moyen terme, en raison notamment du prix.",
        "Il est prêt à partir demain ; dès lors le serveur répond, et depuis lors un client attend.",
        "Il a tout de suite un effet, à au moins dix pour cent, à au plus deux secondes.",
        "Avant notre contrôleur, le filtre permet rarement une erreur.",
        "Il faut de l'eau, à de nombreux égards, en le disant.",
        "C'est de la mémoire qu'on a, d'Amsterdam à d'autres villes.",
        "Ce à quoi il pense ; ce Onze est un nombre.",
        "Il est en train, en mesure ou en avance.",
        "L'Hôpital, D'Souza, l'API, d'HTTP, d'une page, n'y va pas.",
        "Grâce à la puce, quant au prix, face au marché.",
        "Aux États, au Le Mans ; « du Le Monde ».",
    ],
)
def test_left_alone(text: str) -> None:
    assert reported("lost-preposition", text, "markdown") == []
