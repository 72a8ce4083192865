"""Round trips: text spoilt by each codec, once and twice, comes back; what only looks spoilt stays."""

import pytest

from fixer.french.mojibake import CODECS, mojibake
from fixer.text import Edit, apply

TEXT = "Le modèle d’IA coûte 50 € à « l’élève » – où ça ? 😀 Été 深度求索"


def spoil(text: str, codec: str) -> str:
    def character(byte: int) -> str:
        decoded = bytes([byte]).decode(codec, errors="replace")
        return chr(byte) if decoded == "\ufffd" else decoded

    return "".join(character(byte) for byte in text.encode())


def repair(text: str) -> str:
    return apply(text, [Edit(span, new) for span, new in mojibake(text)])


@pytest.mark.parametrize("codec", CODECS)
def test_once(codec: str) -> None:
    assert repair(spoil(TEXT, codec)) == TEXT


@pytest.mark.parametrize("codec", ["windows-1252", "latin-1", "windows-1250", "macroman"])
def test_twice(codec: str) -> None:
    assert repair(spoil(spoil(TEXT, codec), codec)) == TEXT


@pytest.mark.parametrize("text", [TEXT, "« CAFÉ»", "É’", "PORTÉ… À", "x√2 ≤ 3", "Il est là… “ok”"])
def test_sound_text_stays(text: str) -> None:
    assert list(mojibake(text)) == []
