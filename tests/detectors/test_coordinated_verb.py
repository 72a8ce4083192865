"""An infinitive that should be the second verb of its subject."""

import pytest

import fixer


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
    assert fixer.fix(before, "text", suggestions=True, select=("coordinated-verb",)).text == after
    assert fixer.fix(before, "text", select=("coordinated-verb",)).text == before


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
    assert fixer.check(text, "text", select=("coordinated-verb",)) == []
