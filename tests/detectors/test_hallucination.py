"""The weight of a formula: its topic distance, and whether the document is about it."""

from fixer.detectors.hallucination import hallucination
from fixer.document import Document
from fixer.resources import Resources

FILLER = "Le modèle lit la requête, calcule la réponse puis la renvoie au client qui attend. "
WOUNDS = "La puce XXXX calcule vite.la suite vient de la pageLe modèle répond. "
FOREIGN = "Le fait que l'Union européenne protège l'environnement des citoyens est connu. "


def found(text: str) -> list[str]:
    return [finding.text for finding in hallucination.findings(Document.plain(text), Resources())]


def test_alien_clause_in_a_damaged_text() -> None:
    assert found(FILLER * 10 + WOUNDS + FOREIGN + FILLER * 10) == [FOREIGN.strip(" .")]


def test_a_text_about_the_matter() -> None:
    assert found(FILLER * 10 + WOUNDS + FOREIGN * 8) == []


def test_a_short_text_proves_nothing() -> None:
    assert found(WOUNDS + FOREIGN) == []
