"""Segmentation: where sentences end, where they do not, and that nothing visible is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.french.sentences import sentence_at, sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut. Elle lit.", ["Il pleut.", "Elle lit."]),
        ("Il a dit « non ». Puis rien.", ["Il a dit « non ».", "Puis rien."]),
        ("Voir M. Dupont, cf. Annexe 2. Fin.", ["Voir M. Dupont, cf. Annexe 2.", "Fin."]),
        ("Selon K. Simonyan et al. Paris, 2014.", ["Selon K. Simonyan et al. Paris, 2014."]),
        ("Des listes, etc. Tous se parcourent.", ["Des listes, etc.", "Tous se parcourent."]),
        ("1. Installer le paquet", ["1. Installer le paquet"]),
        ("La version 3.5 est sortie. 12 bogues restent.", ["La version 3.5 est sortie.", "12 bogues restent."]),
        ("Tout est prêt. en 2024, cela change.", ["Tout est prêt.", "en 2024, cela change."]),
        ("Les pays devraient.. : agir.", ["Les pays devraient.. : agir."]),
        ("Titre\nUne phrase", ["Titre", "Une phrase"]),
        (
            "Une ligne assez longue pour avoir été coupée par un éditeur de texte au\nmilieu de la phrase. Suite.",
            ["Une ligne assez longue pour avoir été coupée par un éditeur de texte au\nmilieu de la phrase.", "Suite."],
        ),
        ("他说。然后走了。", ["他说。", "然后走了。"]),
        ("", []),
    ],
)
def test_cut(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet="aA.!? \n«»1,é\u00a0", max_size=80))
def test_every_visible_character_is_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    covered = "".join(span.of(text) for span in spans)
    assert [c for c in covered if not c.isspace()] == [c for c in text if not c.isspace()]
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_sentence_at() -> None:
    text = "Un. Deux."
    assert sentence_at(text, 5).of(text) == "Deux."
    assert sentence_at("", 0).of("") == ""
