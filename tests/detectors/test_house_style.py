"""The three house styles, and that none of them speaks unasked."""

import pytest

import fixer
from fixer.errors import UsageError

BEFORE = "L'IA dit : \"oui\" ; non ! Vraiment ? C'est 20% de 50 000... le 2ème « mot » à 12:30."
AFTER = {
    "imprimerie-nationale": (
        "L’IA dit\u00a0: «\u00a0oui\u00a0»\u202f; non\u202f! Vraiment\u202f? C’est 20\u00a0% de 50\u202f000…"
        " le 2e «\u00a0mot\u00a0» à 12:30."
    ),
    "quebec": (
        "L’IA dit\u00a0: «\u00a0oui\u00a0»; non! Vraiment? C’est 20\u00a0% de 50\u00a0000…"
        " le 2e «\u00a0mot\u00a0» à 12:30."
    ),
    "suisse": (
        "L’IA dit\u202f: «\u202foui\u202f»\u202f; non\u202f! Vraiment\u202f? C’est 20\u202f% de 50\u202f000…"
        " le 2e «\u202fmot\u202f» à 12:30."
    ),
}


@pytest.mark.parametrize("style", AFTER)
def test_style(style: str) -> None:
    result = fixer.fix(BEFORE, "text", typography=style, select=("typography",))
    assert result.text == AFTER[style]
    assert fixer.fix(result.text, "text", typography=style, select=("typography",)).text == result.text


def test_unasked() -> None:
    assert fixer.fix(BEFORE, "text", select=("house-style",)).findings == ()


def test_unknown_style() -> None:
    with pytest.raises(UsageError, match="imprimerie-nationale"):
        fixer.fix(BEFORE, "text", typography="belge")
