"""Stretches that begin like a sentence and hold no finite verb, so that they are none."""

from __future__ import annotations

from fixer.french.lexicon import Lexicon
from fixer.lazy import pattern
from fixer.text import Span

_FINITE = frozenset({"ipre", "iimp", "ipsi", "ifut", "cond", "spre", "simp"})
_VERBS = frozenset(
    "est sont a ont avait était étaient sera peut peuvent doit doivent fait va vont faut suis êtes".split()
)
_END = pattern(r"[.!?…:;\n\r(]|(?<=\p{L}) (?=\p{Lu}\p{Ll}*+['’ ])|(?<=\p{Ll})(?=\p{Lu}\p{Ll})")
_WORD = pattern(r"[\p{L}\p{M}]++")
_LONGEST = 100
_MOST_WORDS = 12


def fragment_at(text: str, start: int, lexicon: Lexicon) -> Span | None:
    """The words from `start` to the next mark or capital if no finite verb is among them; None if there is one.

    None, too, for what holds a number (`en 2024, les modèles …`) and for what is long enough to need a parser.
    """
    end = _END.search(text, start, start + _LONGEST)
    if end is None:
        return None
    words = [match.group().lower() for match in _WORD.finditer(text, start, end.start())]
    if not words or len(words) > _MOST_WORDS or any(character.isdigit() for character in text[start : end.start()]):
        return None
    if any(_is_finite(word, lexicon) for word in words):
        return None
    return Span(start, end.start())


def _is_finite(word: str, lexicon: Lexicon) -> bool:
    if word in _VERBS:
        return True
    tags = lexicon.tags(word)
    return bool(_FINITE & tags) and not {"nom", "adj", "mg", "prep"} & tags
