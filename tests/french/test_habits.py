"""What a text does with its spaces, and when that is a habit."""

from fixer.french.habits import NO_BREAK, habits


def test_the_space_that_the_text_uses() -> None:
    assert habits("Voici : a ; b ; c ? d !").before(":") == " "
    assert habits("Voici\u202f: a").before(";") == "\u202f"
    assert habits("Rien.").before(":") == NO_BREAK


def test_a_lone_slip_and_a_habit() -> None:
    spaced = "Voici : a. " * 6
    assert habits(spaced + "Mais: b.").marks[":"].firm
    assert not habits(spaced + "Mais: b. Or: c.").marks[":"].firm
    assert not habits("Prérequis: a. Durée: b. Niveau: c. Langue: d.").marks["all"].rare


def test_the_dash_of_the_text() -> None:
    assert habits("Un mot – ou deux – suffit.").dash == "–"
    assert habits("Un mot.").dash is None
