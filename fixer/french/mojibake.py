"""UTF-8 that was decoded as something else, found and turned back run by run.

A character of UTF-8 is a lead byte and its continuation bytes. Each wrong codec shows them as characters of its own
(`é` is `Ã©` in Windows-1252, `Ă©` in Windows-1250, `√©` in Mac Roman), so a run is searched as lead and
continuation characters of one codec, encoded with it and decoded as UTF-8. Only what a French page may hold is accepted
as a result: letters with accents, typographic signs, arrows, emoji, and Chinese if there are two characters of it.
`CAFÉ»` is such a run by accident, and decodes to a letter of no use: it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from fixer.lazy import pattern
from fixer.text import Span

CODECS = ("windows-1252", "latin-1", "windows-1250", "macroman", "iso8859-15", "iso8859-16")

_PLAUSIBLE = pattern(
    r"[\u00a0«»°·²³±×÷€§©®½¼¿¡´µ¹º\u00c0-\u00ff\u0100-\u017f‐-―‘’“”„†•…‰′″‹›⁄™\u202f←↑→↓↔⇒−≈≠≤≥√∞"
    r"✓✔✗✘✅❌★☆●○■□▶⚠⚡✨➡❤\u200b-\u200d\ufeff\ufe0f\U0001f300-\U0001faff\p{Han}。，、：；！？（）《》「」【】]++"
)
_LAYERS = 3
_FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæ")


@cache
def _table(codec: str) -> dict[str, int]:
    """Character -> byte, for the bytes from 0x80; what the codec leaves undefined is the control character itself."""
    table = {}
    for byte in range(0x80, 0x100):
        character = bytes([byte]).decode(codec, errors="replace")
        table[chr(byte) if character == "\ufffd" else character] = byte
    return table


def _kind(codec: str, low: int, high: int) -> str:
    """The characters of a codec for a range of bytes, to stand inside of brackets."""
    return "".join(re.escape(character) for character, byte in _table(codec).items() if low <= byte <= high)


@cache
def _pattern(codec: str) -> regex.Pattern[str]:
    tail = f"[{_kind(codec, 0x80, 0xBF)}]"
    two = f"[{_kind(codec, 0xC2, 0xDF)}]" + tail
    three = f"[{_kind(codec, 0xE0, 0xEF)}]" + tail * 2
    four = f"[{_kind(codec, 0xF0, 0xF4)}]" + tail * 3
    return regex.compile(rf"(?:{four}|{three}|{two})++")


# One of these is in every such text: C3 (as `é` begins), C2, C5, E2, F0 and E5 or E6 in each of the codecs.
_HINTS = (*"ÃĂ√Â¬ÅĹĆåæĺć", "â€", "â\x80", "‚Ä", "‚Ç", "đź", "đ\x9f", "ðŸ", "ð\x9f", "ü", "ï»¿")
# `à` is C3 A0, and the no-break space that A0 becomes is often made a plain one, or swallowed, on the way.
_A_GRAVE = pattern(r"[ÃĂ](?: (?=[ .,;:)])|\u00a0(?= ?)|(?= \p{Ll}))")


def mojibake(text: str) -> Iterator[tuple[Span, str]]:
    """Runs that are UTF-8 read with a wrong codec, and what they were; in order, disjoint."""
    found: list[tuple[int, int, int, int, str]] = []
    if any(hint in text for hint in _HINTS):
        for rank, codec in enumerate(CODECS):
            for match in _pattern(codec).finditer(text):
                decoded = decode(match.group(), codec)
                if decoded is not None:
                    lower = text[max(0, match.start() - 1) : match.start()].islower()
                    found.append((match.start(), -match.end(), _oddity(decoded, lower), rank, decoded))
    if "Ã" in text or "Ă" in text:
        found += [(match.start(), -match.end(), 0, 0, "à") for match in _A_GRAVE.finditer(text)]
    position = -1
    for start, end, _, _, decoded in sorted(found):
        if start >= position:
            yield Span(start, -end), decoded
            position = -end


def _oddity(decoded: str, after_lower_case: bool) -> int:
    """How unlike French a result is: what no French word is written with, a capital inside of a word."""
    letters = [character for character in decoded if character.isalpha() and character < "\u2000"]
    odd = sum(character.lower() not in _FRENCH for character in letters)
    return 2 * odd + bool(letters and after_lower_case and letters[0].isupper())


def decode(run: str, codec: str) -> str | None:
    """What a run was before it was decoded with `codec`, then perhaps once or twice more; None if it is no such run."""
    result = None
    for layer in range(_LAYERS):
        codecs = (codec,) if layer == 0 else CODECS
        codec = next((c for c in codecs if _pattern(c).fullmatch(run)), "")
        if not codec:
            break
        try:
            run = bytes(_table(codec)[character] for character in run).decode("utf-8")
        except UnicodeDecodeError:
            break
        if _plausible(run):
            result = run
    return result


def _plausible(text: str) -> bool:
    return _PLAUSIBLE.fullmatch(text) is not None and not regex.fullmatch(r"\p{Han}", text)
