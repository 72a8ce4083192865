"""French words and the English words that they render, right or wrong: `moyeu` -> hub, `câlin` -> hug, hugging.

The dictionary (`fixer/data/fr-en.trie`) holds lemmas; an inflected form is led back to them by its ending. English
words are compared by `stem`, so that *hug* and *hugging*, *scale* and *scaling* are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import marisa_trie

from fixer.french.tables import DATA
from fixer.french.words import straight, unaccented
from fixer.lazy import pattern

LINKS = frozenset(
    "de du des d la le les l à au aux a en par pour sans sur un une et of the in to for and on with an or by".split()
)
"""Words that a translation adds or drops; they are no part of a key."""

_ENDINGS = (
    ("trices", "teur"),
    ("trice", "teur"),
    ("euses", "eur"),
    ("euse", "eur"),
    ("elles", "el"),
    ("elle", "el"),
    ("ennes", "en"),
    ("enne", "en"),
    ("ères", "er"),
    ("ère", "er"),
    ("ives", "if"),
    ("ive", "if"),
    ("eaux", "eau"),
    ("aux", "al"),
    ("ées", "é"),
    ("ée", "é"),
    ("ées", "er"),
    ("ée", "er"),
    ("és", "er"),
    ("é", "er"),
    ("ant", "er"),
    ("ies", "ir"),
    ("ie", "ir"),
    ("is", "ir"),
    ("it", "ir"),
    ("ez", "er"),
    ("es", ""),
    ("s", ""),
    ("x", ""),
    ("e", ""),
    ("e", "er"),
)
"""Endings of inflected forms and what a lemma has for them; the first that a lemma of the dictionary has is right."""

_COGNATES = (
    ("ique", ("ic", "ical", "ics")),
    ("ateur", ("ator", "er")),
    ("eur", ("or", "er")),
    ("isme", ("ism",)),
    ("iste", ("ist",)),
    ("té", ("ty",)),
    ("eux", ("ous",)),
    ("if", ("ive",)),
    ("aire", ("ary", "ar")),
    ("oire", ("ory",)),
    ("isation", ("ization",)),
    ("iser", ("ize",)),
    ("ien", ("ian",)),
    ("el", ("al",)),
    ("ie", ("y",)),
    ("me", ("m",)),
    ("re", ("er",)),
    ("e", ("",)),
    ("é", ("ed", "e")),
)
"""French endings and the English ones of the same words: *adaptateur*, *adaptator*, *adapter*."""


PHRASE, START = "\x01", "\x02"
"""What the keys of phrases, and of the words that begin one, start with in the dictionary."""


@lru_cache(maxsize=1)
def _dictionary() -> marisa_trie.BytesTrie:
    """Lemma -> English words, comma-separated. Opened once a process; `tools/build_dictionary.py` makes it."""
    trie = marisa_trie.BytesTrie()
    trie.mmap(str(DATA / "fr-en.trie"))
    return trie


def _english(key: str) -> tuple[str, ...]:
    found = _dictionary().get(key)
    return tuple(found[0].decode().split(",")) if found else ()


def dictionary_items() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lemmas of one word with their English words."""
    for key, english in _dictionary().items():
        if key[0].isalpha() and " " not in key:
            yield key, tuple(english.decode().split(","))


def phrase(words: tuple[str, ...]) -> tuple[str, ...]:
    """The English words for a lemma of several words, by its content words: (`fermeture`, `éclair`) -> zip."""
    return _english(PHRASE + " ".join(words))


def begins_phrase(word: str) -> bool:
    """True if a lemma of several words begins with the word."""
    return START + word in _dictionary()


_WORD = pattern(r"[^\W_]+")


def content(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that carry its meaning, in lower case."""
    return tuple(word for word in _WORD.findall(straight(phrase.lower())) if word not in LINKS)


@lru_cache(maxsize=1)
def _by_letter() -> tuple[Mapping[str, list[tuple[str, str]]], Mapping[str, list[tuple[str, tuple[str, ...]]]]]:
    """The endings and the cognates by their last letter, which spares most comparisons."""
    endings: dict[str, list[tuple[str, str]]] = {}
    for ending, new in _ENDINGS:
        endings.setdefault(ending[-1], []).append((ending, new))
    cognates: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for ending, others in _COGNATES:
        cognates.setdefault(ending[-1], []).append((ending, others))
    return endings, cognates


def lemmas(word: str) -> Iterator[str]:
    """The lemmas of the dictionary that a form in lower case may be of: `rouillées` -> rouiller."""
    known = _dictionary()
    if word in known:
        yield word
    for ending, new in _by_letter()[0].get(word[-1:], ()):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            lemma = word[: -len(ending)] + new
            if lemma in known and lemma != word:
                yield lemma


@lru_cache(maxsize=65536)
def translations(word: str) -> frozenset[str]:
    """The English words that a form in lower case may render, cognates among them; not the word itself."""
    out = {english for lemma in lemmas(word) for english in _english(lemma)}
    if len(word) > 4:
        out.update(_cognates(word))
    out.discard(word)
    return frozenset(out)


def _cognates(word: str) -> Iterator[str]:
    base = word.removesuffix("s")
    plain = base if base.isascii() else unaccented(base)
    if plain != word:
        yield plain
    for ending, others in _by_letter()[1].get(base[-1:], ()):
        if base.endswith(ending) and len(base) > len(ending) + 2:
            rest = plain[: len(plain) - len(ending)]
            yield from (rest + other for other in others)


def singular(word: str) -> str:
    """An English word in lower case without its plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """An English word in lower case without its inflection: *hugging* -> `hug`, *scaling*, *scale* -> `scal`."""
    out = singular(word)
    for ending in ("ing", "ed"):
        if out.endswith(ending) and len(out) > len(ending) + 2 and any(c in "aeiouy" for c in out[: -len(ending)]):
            out = out[: -len(ending)]
            if len(out) > 3 and out[-1] == out[-2] and out[-1] not in "ls":
                out = out[:-1]
            break
    return out[:-1] if out.endswith("e") and len(out) > 3 else out
