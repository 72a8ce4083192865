"""Imperative and infinitive in one instruction."""

import pytest

from tests.detectors.sentences import MACHINE, repaired


def _after(text: str) -> str:
    return repaired("instruction-mood", text, "markdown")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Cliquez sur Ajouter et sélectionner le fichier.", "Cliquez sur Ajouter et sélectionnez le fichier."),
        ("Choisissez `Nouveau` et basculer vers l'onglet.", "Choisissez `Nouveau` et basculez vers l'onglet."),
        ("Ouvrez le menu, puis définir la valeur.", "Ouvrez le menu, puis définissez la valeur."),
        (
            "Ouvrez le menu ; ensuite prendre la valeur et la copier dans le champ.",
            "Ouvrez le menu ; ensuite prenez la valeur et copiez-la dans le champ.",
        ),
        ("Enregistrez le fichier et redémarrer.", "Enregistrez le fichier et redémarrez."),
        ("Cloner le dépôt, exécutez la commande.", "Clonez le dépôt, exécutez la commande."),
        ("Créer un compte ou connectez-vous.", "Créez un compte ou connectez-vous."),
    ],
)
def test_found(before: str, after: str) -> None:
    assert _after(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Si vous avez le temps, créer d'abord une branche.", "Si vous avez le temps, créez d'abord une branche."),
        (
            "Rien ne s'affiche dans cet onglet ; utiliser la console.",
            "Rien ne s'affiche dans cet onglet ; utilisez la console.",
        ),
        ("Testez le code. Comparer les vocabulaires obtenus.", "Testez le code. Comparez les vocabulaires obtenus."),
    ],
)
def test_in_a_text_of_a_machine(before: str, after: str) -> None:
    assert _after(MACHINE + before) == MACHINE + after
    assert _after(before) == before


@pytest.mark.parametrize(
    "text",
    [
        "Utilisez cette page pour créer un compte et modifier le profil.",
        "Pensez à cliquer ici et vérifier le résultat.",
        "Vérifiez comment le faire, et installer le paquet.",
        "Cliquez sur Copier et coller.",
        "Notez que, dans ce cas, utiliser la méthode est le meilleur choix.",
        "Utilisez l'option, mais il vous faudra alors penser à la suite.",
        "Utiliser ce menu est simple, voyez la page.",
        "Pour créer un compte, cliquez sur le bouton et choisissez un nom.",
        "Cloner le dépôt, puis exécuter la commande.",
        "Installer le paquet : ouvrez la console.",
        "Suivez trois étapes : ouvrir le menu, choisir un nom et valider le tout.",
        "Les pages sont utiles ; voir la section suivante.",
        "Laissez la page se charger et le serveur répondre.",
    ],
)
def test_left_alone(text: str) -> None:
    assert _after(text) == text
    assert _after(MACHINE + text) == MACHINE + text
