"""The fast path: which tokens cannot hold a lost space.

Ninety-nine tokens of a hundred are plain words with their punctuation. They are recognised by a few look-ups, each
token once; what is left goes to `lattice`.
"""

from __future__ import annotations

import re

from fixer.french.lexicon import Lexicon
from fixer.french.segmentation.evidence import FUNCTION
from fixer.french.segmentation.numbered import numbered_name
from fixer.lazy import simple_pattern

_TRIM_LEFT = "([{«“\"'‘*_-–—>•·…"
_TRIM_RIGHT = ")]}»”\"'’*_.,;:!?…-–—%°"
_NO_LETTERS = simple_pattern(r"[\W\d_]*")
_SIMPLE = simple_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ACRONYM = simple_pattern(r"(?:[ldLD]['’])?[A-Z][A-Z0-9]*(?:[-/&][A-Z0-9]+)*s?")
_SIZE = simple_pattern(
    r"[±~≈<>≤≥×x]?\d(?:[\d.,]*\d)?([a-zA-Zµ°%€$]{1,3}|ème|ième|ères?|ers?|nde?s?|bits?)(?:/[a-z]{1,4})?"
)
_ELISION = simple_pattern(r"(?:[ldjmtsnc]|(?:jus|lors|pres|puis|quel|quoi)?qu)['’](?=.)", re.IGNORECASE)

_DASHED = simple_pattern(r"--[A-ZÀ-Þ][a-zß-ÿœ'’]")
#: Marks of code, paths, mathematics: `a=b`, `~/bin`, `$HOME`, `C:\\x`, `#tag`, `@name`, `a&b`, `x^2`, `<T>`.
_CODE = simple_pattern(
    r"[=<>{}$\\|@&^~%+*#§¶→←⇒×÷∈∑]|://|::|\w\[|\]\w*\(|^[./-]*/|/$|\.\./|__|^-[A-Za-z]|^--[a-z]|^--[A-Z]{2}"
)
#: Longer tokens are data, not prose.
LONGEST = 120


def plain(token: str, lexicon: Lexicon) -> bool:
    """True if the token is what it seems: a known word, a number, an acronym, with punctuation around it."""
    if token.startswith("--") and _DASHED.match(token):
        return False
    core = token.lstrip(_TRIM_LEFT).rstrip(_TRIM_RIGHT)
    if _NO_LETTERS.fullmatch(core):
        return True
    if not _SIMPLE.fullmatch(core):
        size = _SIZE.fullmatch(core)
        if _ACRONYM.fullmatch(core) or numbered_name(core, lexicon.name, lambda word: _foreign(word, lexicon)):
            return True
        return size is not None and size[1].lower() not in FUNCTION
    return known(core, lexicon)


def known(core: str, lexicon: Lexicon) -> bool:
    """True if a word, elided, compound or simple, is in the lexicon or was counted often enough in clean prose."""
    elision = _ELISION.match(core) if "'" in core or "’" in core else None
    if elision:
        core = core[elision.end() :]
    if lexicon.known(core) or lexicon.domain(core):
        return True
    if _ACRONYM.fullmatch(core):
        return True
    parts = core.split("-")
    return len(parts) > 1 and all(part and (lexicon.known(part) or len(part) == 1) for part in parts)


def _foreign(word: str, lexicon: Lexicon) -> bool:
    return lexicon.english(word) and not lexicon.french(word)


def code_like(token: str) -> bool:
    """True if the marks of the token say code, path or formula, where nothing is to be split."""
    return bool(_CODE.search(token))
