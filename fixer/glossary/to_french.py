"""English words in French, by the dictionary read backwards: `providers` -> *fournisseurs*.

Words that pages show often, and verbs, come from `fixer.french.from_english`; the others are the lemmas of the French
dictionary that have the word as a rendering, most frequent first. An inflected word is led back to its base, and the
French is inflected like it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from fixer.french.from_english import verb, word
from fixer.french.inflection import conjugate, plural
from fixer.french.lexicon import lexicon
from fixer.glossary.bilingual import dictionary_items

_MOST = 3


def to_french(english: str) -> tuple[str, ...]:
    """The French of an English word in lower case, likeliest first, at most three; empty if it is unknown."""
    if listed := word(english):
        return listed
    for base, slot in _bases(english):
        found = _inflected(base, slot)
        if found:
            return tuple(dict.fromkeys(found))[:_MOST]
    return ()


def _inflected(base: str, slot: str) -> list[str]:
    tags = lexicon().tags
    own = verb(base)
    lemmas = [own.infinitive] if own else []
    lemmas += sorted(_backwards().get(base, ()), key=lambda lemma: (-lexicon().frequency(lemma), lemma))
    if slot == "plural":
        return [plural(lemma) for lemma in lemmas if "nom" in tags(lemma)]
    if slot in ("ppms", "ppre"):
        verbs = [conjugate(lemma).get(slot, "") for lemma in lemmas if "inf" in tags(lemma.partition(" ")[0])]
        return [form for form in verbs if form and lexicon().french(form.partition(" ")[0])]
    return [*word(base), *lemmas]


def _bases(english: str) -> list[tuple[str, str]]:
    """The word itself, then the bases that it may be a form of, and the form."""
    out = [(english, "")]
    for ending, slot in (("ed", "ppms"), ("ing", "ppre"), ("s", "plural")):
        if english.endswith(ending) and len(english) > len(ending) + 2:
            stem = english.removesuffix(ending)
            out.append((stem, slot))
            if slot != "plural":
                out.append((f"{stem}e", slot))
                if stem[-1] == stem[-2]:
                    out.append((stem[:-1], slot))
            elif stem.endswith("ie"):
                out.append((f"{stem[:-2]}y", slot))
            elif stem.endswith("e"):
                out.append((stem[:-1], slot))
    return out


@lru_cache(maxsize=1)
def _backwards() -> Mapping[str, list[str]]:
    """English word -> French lemmas of one word. Made once a process, when it is first asked."""
    found: dict[str, list[str]] = {}
    for lemma, english in dictionary_items():
        for each in english:
            found.setdefault(each, []).append(lemma)
    return found
