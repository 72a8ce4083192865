"""Infinitives, forms in -ez and participles in each other's place."""

import pytest

from tests.detectors.sentences import repaired, reported


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Vous pouvez utilisez la console.", "Vous pouvez utiliser la console."),
        ("Vous pouvez également définissez une route.", "Vous pouvez également définir une route."),
        ("Il est écrit pour Réfléchissez en agissant.", "Il est écrit pour réfléchir en agissant."),
        ("Un compte est requis afin de créez un projet.", "Un compte est requis afin de créer un projet."),
        ("Cliquez ici pour vous connectez au serveur.", "Cliquez ici pour vous connecter au serveur."),
        ("Continuez sans modifiez le fichier.", "Continuez sans modifier le fichier."),
        (
            "Vous pouvez créer un fichier et ajoutez-le au projet.",
            "Vous pouvez créer un fichier et l'ajouter au projet.",
        ),
        ("Il suffit de lire la page puis fermez-la.", "Il suffit de lire la page puis la fermer."),
        ("Ne pas supprimez ce dossier.", "Ne pas supprimer ce dossier."),
        ("Si vous accéder à la page, patientez.", "Si vous accédez à la page, patientez."),
        ("Lorsque vous ouvrir le menu, il s'affiche.", "Lorsque vous ouvrez le menu, il s'affiche."),
        ("Vous avez déjà installer le paquet.", "Vous avez déjà installé le paquet."),
        ("Un champ que vous pouvez réutilisé partout.", "Un champ que vous pouvez réutiliser partout."),
    ],
)
def test_found(before: str, after: str) -> None:
    assert repaired("verb-form", before) == after


@pytest.mark.parametrize(
    "text",
    [
        "Si vous le pouvez, utilisez la console.",
        "Pour vous, choisissez le plus court.",
        "Voyez comment vous connecter et où vous inscrire.",
        "Il ne peut que vous aider.",
        "Modifiez-le pour ajouter le script de test et lancez-le.",
        "Vous pouvez créer un compte et bénéficiez d'une page. Pour lire la page, ouvrez-la et fermez-la.",
        "Vous en utilisez chez vous, assez pour les rendez-vous.",
        "Ils ont accès à Docker ; vous avez Rider.",
        "Il suffit de le faire ; vous voulez le pouvoir.",
        "Ce que vous voulez, choisissez-le.",
        "Vous pouvez « utilisez » autant que possible.",
        "Vous avez à installer le paquet, et à le configurer.",
        "Il faut du café ; il faut une fusée.",
    ],
)
def test_left_alone(text: str) -> None:
    assert reported("verb-form", text) == []
