"""What `object-participle` repairs, and its look-alikes in good French."""

import pytest

from tests.detectors.sentences import repaired, reported

RULE = "object-participle"

WRONG = {
    "Suivez une application que vous avez envoyé à l'aide d'un outil.": (
        "Suivez une application que vous avez envoyée à l'aide d'un outil."
    ),
    "Ouvrez les pages que nous avons créé dans le projet.": "Ouvrez les pages que nous avons créées dans le projet.",
    "Voici une fonction qu'ils ont défini.": "Voici une fonction qu'ils ont définie.",
    "Partons du principe que vous avez lancés un service.": "Partons du principe que vous avez lancé un service.",
    "Hier, elle a installée la mise à jour.": "Hier, elle a installé la mise à jour.",
}

RIGHT = (
    "Une fois que vous avez installé, et le fait que vous avez choisi, comptent.",
    "Le nom de l'application que vous avez choisi est libre.",
    "La page que vous avez voulu lire et les heures que vous avez travaillé sont là.",
    "Les options que vous avez choisies le mois dernier, et celles que nous avons prises un jour.",
    "Vous les avez lancés un par un ; il nous a invités le lundi ; vous nous avez trouvés la semaine passée.",
    "Une application que vous avez envoyée à un ami et un fichier que vous avez reçu en retour.",
    "La solution que j'ai fait adopter, la robe qu'elle a fait faire.",
    "Combien de pages avez-vous lues ? Quelles pages vous avez lues !",
    "Vous avez mis la table, ils ont permis une avancée et appris le métier.",
)


@pytest.mark.parametrize("before", WRONG)
def test_found_and_repaired(before: str) -> None:
    assert repaired(RULE, before) == WRONG[before]


@pytest.mark.parametrize("text", RIGHT)
def test_left_alone(text: str) -> None:
    assert reported(RULE, text) == []
