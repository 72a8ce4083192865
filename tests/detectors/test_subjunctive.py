"""The indicative where French has the subjunctive alone."""

import pytest

from tests.detectors.sentences import repaired, reported


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Créez un rôle afin que les clients peuvent lire.", "Créez un rôle afin que les clients puissent lire."),
        ("Il est recommandé que vous utilisez un jeton.", "Il est recommandé que vous utilisiez un jeton."),
        ("Il faut que vous vous inscrivez d'abord.", "Il faut que vous vous inscriviez d'abord."),
        ("Pour que vous avez accès, attendez.", "Pour que vous ayez accès, attendez."),
        ("Attendez jusqu'à ce qu'il est prêt.", "Attendez jusqu'à ce qu'il soit prêt."),
        ("Bien que ces modules sont anciens, ils restent.", "Bien que ces modules soient anciens, ils restent."),
        ("Avant que le script a terminé, attendez.", "Avant que le script ait terminé, attendez."),
        ("Il part sans que cela fait du bruit.", "Il part sans que cela fasse du bruit."),
        ("À condition que l'utilisateur veut bien.", "À condition que l'utilisateur veuille bien."),
        ("De façon à ce qu'elle ne dépend de rien.", "De façon à ce qu'elle ne dépende de rien."),
    ],
)
def test_found(before: str, after: str) -> None:
    assert repaired("subjunctive", before) == after


@pytest.mark.parametrize(
    "text",
    [
        "On voit bien que le modèle est prêt.",
        "Le cache est plein, si bien que le serveur est lent.",
        "Pour que le travail fait par le script soit lu, attendez.",
        "Il faut que la région est du pays soit servie.",
        "Le temps nécessaire pour que le modèle converge est long.",
        "Afin que la page que vous avez ouverte se charge.",
        "Pour que les utilisateurs qui ont un compte puissent lire.",
        "Après que le script a terminé, lisez ; bien qu'utile, il est long.",
        "Je pense que vous avez raison et qu'il est tard.",
        "Il faut que vous utilisiez un jeton ; pour que ce soit clair, il a un nom.",
        "Pour que l'agent parle a priori de tout.",
        "Bien que vous soyez prêts, vous avez le temps.",
    ],
)
def test_left_alone(text: str) -> None:
    assert reported("subjunctive", text) == []
