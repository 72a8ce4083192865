"""Give back their accents to words of a page that lost them.

The spellings of a word are tried letter by letter down the trie of French forms, so that only beginnings of real words
are ever followed: `developpement` costs some thirty look-ups.
"""

from __future__ import annotations

from collections.abc import Callable

import marisa_trie

_VARIANTS = {
    "a": "aàâä",
    "c": "cç",
    "e": "eéèêë",
    "i": "iîï",
    "n": "nñ",
    "o": "oôö",
    "u": "uùûü",
    "y": "yÿ",
}
_LIGATURES = {"oe": "œ", "ae": "æ"}


def accented_forms(word: str, forms: marisa_trie.Trie, frequency: Callable[[str], float]) -> tuple[str, ...]:
    """The words of `forms` whose spelling without accents is `word`, in its case; most frequent first.

    `eleve` -> élevé, élève, elève…: only real forms; `word` itself is among them if it is one.
    """
    lower = word.lower()
    beginnings = {0: [""]}
    for done in range(len(lower)):
        for beginning in beginnings.pop(done, ()):
            for step, letters in _steps(lower, done):
                for letter in letters:
                    longer = beginning + letter
                    if next(forms.iterkeys(longer), None) is not None:
                        beginnings.setdefault(done + step, []).append(longer)
    found = [form for form in beginnings.get(len(lower), ()) if form in forms]
    found.sort(key=lambda form: (-frequency(form), form))
    return tuple(_cased(form, word) for form in found)


def _steps(word: str, at: int) -> list[tuple[int, str]]:
    steps = [(1, _VARIANTS.get(word[at], word[at]))]
    ligature = _LIGATURES.get(word[at : at + 2])
    if ligature:
        steps.append((2, ligature))
    return steps


def _cased(form: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return form.upper()
    return form[0].upper() + form[1:] if like[:1].isupper() else form
