"""Text in Chinese, Japanese and Korean script inside of a text in another: maximal spans, and what surrounds them."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.lazy import pattern
from fixer.text import Span

CJK = r"\p{Han}\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uac00-\ud7af\u1100-\u11ff"
MARKS = r"\u3000-\u3004\u3008-\u301f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65·…—“”‘’"
"""Punctuation that Chinese uses, full-width or shared with other languages."""

_ANY = pattern(rf"[{CJK}]")
_TAIL = r"[\u3001\u3002\u300b\u300d\u300f\u3011\u3015\u3017\uff01\uff09\uff0c\uff1b\uff1a\uff1f]"
_HEAD = r"[\u300a\u300c\u300e\u3010\u3014\u3016\uff08]"
# What may stand between two pieces of one Chinese sentence: its punctuation, a half-width comma, digits, or names in
# Latin script (`作者认为 AI 发展`, `接入deepseekR1联网`), never a common French word.
_SPAN = pattern(
    rf"{_HEAD}*+[{CJK}]++"
    rf"(?:(?:[{MARKS},.:;!?%/&+()\d\-]{{1,4}}+|[ ]?[A-Za-z\d][A-Za-z\d.+#_\-]{{0,20}}+[ ]?|"
    rf"[ ][A-Z][A-Za-z]{{0,14}}[ ][A-Z][A-Za-z]{{0,14}}[ ]|[ ]?[\d.,]{{1,12}}+[ ]?|[ ])[{CJK}]++)*+"
    rf"(?:{_TAIL}|”|’)*+"
)
_KANA = pattern(r"[\u3040-\u30ff]")
_HANGUL = pattern(r"[\uac00-\ud7af\u1100-\u11ff]")


def foreign_spans(text: str) -> Iterator[Span]:
    """Maximal spans of Chinese, Japanese or Korean, with the punctuation and the names inside of them."""
    if _ANY.search(text):
        for match in _SPAN.finditer(text):
            yield Span(*match.span())


def language(text: str) -> str:
    """`Japanese` if it holds kana, `Korean` if it holds Hangul, else `Chinese`."""
    if _HANGUL.search(text):
        return "Korean"
    return "Japanese" if _KANA.search(text) else "Chinese"


def cjk_share(text: str) -> float:
    """How much of the letters of a text is Chinese, Japanese or Korean, from 0 to 1."""
    letters = sum(character.isalpha() for character in text)
    return len(_ANY.findall(text)) / letters if letters else 0.0
