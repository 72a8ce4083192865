"""What `lost-participle` repairs or flags, and its look-alikes in good French."""

import pytest

import fixer
from tests.detectors.sentences import repaired, reported

RULE = "lost-participle"

WRONG = {
    "La chaîne est utilise comme message.": "La chaîne est utilisée comme message.",
    "Une copie locale est crée lorsqu'on clone.": "Une copie locale est créée lorsqu'on clone.",
    "Les frais seront appliquent à tous.": "Les frais seront appliqués à tous.",
    "Le composant est fournit avec des aides.": "Le composant est fourni avec des aides.",
    "J'ai utiliser le tutoriel, ils ont utilise la page.": "J'ai utilisé le tutoriel, ils ont utilisé la page.",
    "La réponse est représenter par une fonction.": "La réponse est représentée par une fonction.",
    "Elles doivent être configurer avant.": "Elles doivent être configurées avant.",
    "Le fichier a été génère hier.": "Le fichier a été généré hier.",
    "Le paquet a été déploie ce matin.": "Le paquet a été déployé ce matin.",
}

FLAGGED = {
    "Le mot est contient dans la liste.": "contient",
    "La première chose à faire est obtenir la source.": "obtenir",
}

RIGHT = (
    "On peut soit tirer un échantillon, soit regarder les erreurs.",
    "Le laisser là où il est permet de gagner du temps.",
    "Tout ce qui est concerne la page, et ce que c'est montre le but.",
    "Vous voudrez peut être changer le nom.",
    "La question est comment trouver la branche ; elle est complète et active.",
    "Le point a touche le point b, et la variable a contient un nombre.",
    "Il est mis à jour, elle est définie ainsi, ils ont fini.",
    "Il a beau essayer, elles n'ont qu'à attendre, nous avons à écrire.",
    "À l'est se trouve le serveur.",
)


@pytest.mark.parametrize("before", WRONG)
def test_found_and_repaired(before: str) -> None:
    assert repaired(RULE, before) == WRONG[before]


@pytest.mark.parametrize("before", FLAGGED)
def test_flagged(before: str) -> None:
    found = fixer.check(before, "text", select=(RULE,))
    assert [(finding.text, finding.replacement) for finding in found] == [(FLAGGED[before], None)]


@pytest.mark.parametrize("text", RIGHT)
def test_left_alone(text: str) -> None:
    assert reported(RULE, text) == []


def test_the_other_readings() -> None:
    (found,) = fixer.check("On y lit des choses utiles qui sont trouve déjà ailleurs.", "text", select=(RULE,))
    assert found.replacement == "sont trouvés"
    assert found.alternatives == ("sont trouvées", "se trouvent")
