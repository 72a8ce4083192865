"""One item of a list in another mood than the others."""

import pytest

from tests.detectors.sentences import MACHINE, repaired


def _after(text: str) -> str:
    return repaired("instruction-list", text, "markdown")


def _list(*items: str, mark: str = "- ") -> str:
    return "\n".join(mark + item for item in items) + "\n"


def test_the_one_that_differs() -> None:
    before = _list("Ouvrez le menu", "Choisissez un nom", "Valider le tout", "Fermez la page")
    assert _after(before) == before.replace("Valider", "Validez")


def test_infinitives() -> None:
    before = "Cet outil peut :\n\n" + _list(
        "Chargez des données", "Filtrer des lignes", "Trier le tout", "Écrire un fichier"
    )
    assert _after(before) == before.replace("Chargez", "Charger")


def test_steps_with_code_between() -> None:
    before = (
        "1. Clonez le dépôt\n\n   ```bash\n   git clone x\n   ```\n\n2. Entrer\n3. Lancez make\n4. Ouvrez la page\n"
    )
    assert _after(before) == before.replace("Entrer", "Entrez")


def test_more_than_one_in_a_text_of_a_machine() -> None:
    before = "1. Clonez le dépôt\n2. Créez la branche\n3. Pousser la branche\n4. Ouvrir une demande\n"
    assert _after(before) == before
    assert _after(MACHINE + before) == MACHINE + before.replace("Pousser", "Poussez").replace("Ouvrir", "Ouvrez")


@pytest.mark.parametrize(
    "text",
    [
        _list("Ouvrir le menu", "Choisir un nom", "Notez que le nom est long", "Valider"),
        _list("Ouvrez le menu", "Valider le tout"),
        _list("Ouvrez le menu", "Choisissez un nom", "Voir la section suivante", "Validez"),
        _list("Un menu", "Un nom", "Valider le tout", "Ouvrez la page"),
        _list("**Ouvrez** le menu", "**Valider** le nom", "**Fermez** la page", "**Lancez** tout"),
        _list("Ouvrez le menu", "Lancez tout") + "\nLes commandes :\n\n" + _list("Valider le nom"),
        _list("Ouvrez le menu", "Lancez tout", "Fermez tout") + "\n1. Valider le nom\n",
    ],
)
def test_left_alone(text: str) -> None:
    assert _after(text) == text
