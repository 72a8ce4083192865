"""Sets of words that have a name: `near: [$gpu, puce]` stands for all the words of `gpu`, and *puce*.

A context word gives a field away (*CUDA*, *H100*, *VRAM*), and hundreds of wrong forms are told by the same field.
Glossary files define sets under `contexts:`; a set of the same name in a later file adds its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from fixer.errors import GlossaryError
from fixer.glossary.model import Entry, Wrong

MARK = "$"

Contexts = Mapping[str, tuple[str, ...]]


def united(groups: Iterable[Contexts]) -> dict[str, tuple[str, ...]]:
    """The sets of several files, words of one name together, in order."""
    out: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for name, words in group.items():
            out[name] = tuple(dict.fromkeys((*out.get(name, ()), *words)))
    return out


def expanded(entry: Entry, contexts: Contexts) -> Entry:
    """An entry whose conditions are plain words. Raises GlossaryError for a name that no file defines."""
    wrong = tuple(
        replace(
            wrong,
            near=_words(wrong.near, contexts, entry.where(wrong)),
            not_near=_words(wrong.not_near, contexts, entry.where(wrong)),
        )
        if _refers(wrong)
        else wrong
        for wrong in entry.wrong
    )
    return replace(entry, wrong=wrong)


def _refers(wrong: Wrong) -> bool:
    return any(word.startswith(MARK) for word in (*wrong.near, *wrong.not_near))


def _words(words: tuple[str, ...], contexts: Contexts, where: str) -> tuple[str, ...]:
    out: list[str] = []
    for word in words:
        name = word.removeprefix(MARK)
        if name == word:
            out.append(word)
        elif name in contexts:
            out += contexts[name]
        else:
            raise GlossaryError(f"{where}: no context is called '{word}'{_hint(name, contexts)}")
    return tuple(dict.fromkeys(out))


def _hint(name: str, contexts: Contexts) -> str:
    near = get_close_matches(name, contexts, 1)
    if near:
        return f"; did you mean '{MARK}{near[0]}'?"
    return f"; define it under `contexts:`, or use one of {', '.join(MARK + known for known in sorted(contexts))}"
