"""Technical names in lower case that end in a number: `base64`, `python3`, `utf8`, `md5`, against `page3`, `fait50`.

A name keeps its number, a French word has lost a space before it. The letters tell: those of a product or of an
English word that French does not have; and the numeral systems, whose letters alone are a French word.
"""

from __future__ import annotations

from collections.abc import Callable

from fixer.lazy import simple_pattern

_SHAPE = simple_pattern(r"([a-z]+)\d+")
_NUMERAL = simple_pattern(r"base(?:2|8|10|16|32|36|45|58|62|64|85|91)")

Knows = Callable[[str], bool]


def numbered_name(word: str, is_name: Knows, is_foreign: Knows) -> bool:
    """True if the word is such a name; `is_name` knows names as they are written, `is_foreign` English words."""
    shape = _SHAPE.fullmatch(word)
    if shape is None:
        return False
    letters = shape[1]
    return bool(_NUMERAL.fullmatch(word)) or is_foreign(letters) or is_name(letters.capitalize())
