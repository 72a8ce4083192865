"""*Tu* in a text that says *vous*."""

import pytest

from tests.detectors.sentences import MACHINE, repaired, reported

FORMAL = "Vous avez un compte. Votre clé est prête et vous pouvez la lire.\n\n"


def _after(text: str) -> str:
    return repaired("informal-address", text, "markdown")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Il demande une clé. Fais-le. Encore une fois.", "Il demande une clé. Faites-le. Encore une fois."),
        ("Regarde-les bien.", "Regardez-les bien."),
        ("Connecte-toi au serveur.", "Connectez-vous au serveur."),
        ("De quoi as-tu besoin ?", "De quoi avez-vous besoin ?"),
        ("Que veux-tu faire ?", "Que voulez-vous faire ?"),
    ],
)
def test_found(before: str, after: str) -> None:
    assert _after(FORMAL + before) == FORMAL + after


def test_before_the_verb_only_in_a_text_of_a_machine() -> None:
    text = "Si tu utilises la console, tout va bien."
    assert _after(FORMAL + text) == FORMAL + text
    assert _after(MACHINE + FORMAL + text) == MACHINE + FORMAL + "Si vous utilisez la console, tout va bien."


@pytest.mark.parametrize(
    "text",
    [
        FORMAL + "Utilise un cache. Est-il prêt ? Dit-elle vrai ? Peut-être. Puis-je le lire ?",
        FORMAL + "Il demande : « as-tu faim ? » et répond « Fais-le ».",
        FORMAL + "Tu as le temps ? Tes fichiers et ton code te vont ? Fais-le pour toi et tes amis.",
        "Fais-le. De quoi as-tu besoin ?",
    ],
)
def test_left_alone(text: str) -> None:
    assert reported("informal-address", text, "markdown") == []
