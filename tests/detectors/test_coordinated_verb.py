"""An infinitive that should be the second verb of its subject."""

import pytest

from tests.detectors.sentences import repaired, reported


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Le script téléchargera le code et créer les fichiers.",
            "Le script téléchargera le code et créera les fichiers.",
        ),
        (
            "L'outil analyse puis ralentit tout et supprimer le cache.",
            "L'outil analyse puis ralentit tout et supprime le cache.",
        ),
        ("Ils lanceront un navigateur et ouvrir la page.", "Ils lanceront un navigateur et ouvriront la page."),
        (
            "Le script lira les pages et les enregistrer dans un dossier.",
            "Le script lira les pages et les enregistrera dans un dossier.",
        ),
        ("Filtre et sélectionner des champs.", "Filtrer et sélectionner des champs."),
    ],
)
def test_found(before: str, after: str) -> None:
    assert repaired("coordinated-verb", before) == after


@pytest.mark.parametrize(
    "text",
    [
        "L'outil peut lire le code et créer les fichiers.",
        "Le script permettra de lire le code et créer les fichiers.",
        "Pour lire la page, il lancera un navigateur et attendra.",
        "Il va sans doute échouer et créer un problème.",
        "Il servira à ranger le cache et supprimer les pages.",
        "Il lancera un navigateur : lire la page et créer un compte prend du temps.",
        "Il expliquera comment lire la page et créer un compte.",
        "Filtrer et sélectionner des champs. Lecture et écriture.",
        "Il faudra un compte et lancer la commande.",
    ],
)
def test_left_alone(text: str) -> None:
    assert reported("coordinated-verb", text) == []
