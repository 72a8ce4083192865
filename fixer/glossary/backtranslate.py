"""Names and terms found by translating a French text back to English, word by word.

No list can hold every wrong rendering, but engines make them in one way: each word of an English name is put into
French by a sense of it, in the order of French. So `Visage câlin` is translated back (*face*, *figure* + *hug*), and
what comes out is looked up among the names of the glossary: Hugging Face. Joined names (`Grève de foule`: CrowdStrike)
and half-translated ones (`OuvrirWrt`, `TP-Lien`, `Moyeu Git`) meet there too.

Only candidates come out of here; which of them are wrong in their document is for `fixer.detectors.back_translated`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from fixer.glossary import english
from fixer.glossary.bilingual import LINKS, begins_phrase, phrase, singular, stem, translations
from fixer.glossary.concepts import humps
from fixer.glossary.english import Concept, English, assignable
from fixer.glossary.glossary import Glossary
from fixer.glossary.skeleton import squash
from fixer.lazy import pattern
from fixer.text import Span

MAX_WORDS = 4
_SEPARATOR = r"(?:[ \u00a0]|-|(?<=\b[dlDL])['’])"
_RUN = pattern(rf"[A-ZÀ-Þ][^\W_]+(?:{_SEPARATOR}[^\W_]+){{0,7}}(?![\w@])")
_CAPITAL = pattern(r"(?<![\w/@._'’-])[A-ZÀ-Þ][^\W_]+|(?<=\b[dlDL]['’])[A-ZÀ-Þ][^\W_]+")
_WORD = pattern(r"[^\W_]+")


@dataclass(frozen=True)
class Rendering:
    """The text at `span` translates word by word into the name or term of each of `concepts`.

    `words` are its content words.
    """

    span: Span
    concepts: tuple[Concept, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    text: str


@lru_cache(maxsize=65536)
def _senses(word: str) -> frozenset[str]:
    """The stems of what a word in lower case may render, and of the word itself, which may be left in English."""
    return frozenset(map(stem, (word, *translations(word))))


@lru_cache(maxsize=65536)
def _known(word: str) -> bool:
    """False for a word that no concept could be made of."""
    return word not in LINKS and word not in _DETERMINERS


_DETERMINERS = frozenset("ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur nos vos leurs".split())


def names(text: str, glossary: Glossary) -> Iterator[Rendering]:
    """The stretches that begin with a capital and render a name; the longest from each place, from left to right."""
    index = None
    done = 0
    for start in _CAPITAL.finditer(text):
        if start.start() < done or not _known(start.group().lower()):
            continue
        index = index or english.names(glossary)
        if not _may_begin(start.group(), index):
            continue
        run = _RUN.match(text, start.start())
        if run is None:
            continue
        pieces = _pieces(text, run.start(), run.end())
        for size in range(min(MAX_WORDS, len(pieces)), 0, -1):
            end = pieces[size - 1].end
            if text[end : end + 1].isalpha():
                continue
            found = _name(pieces[:size], index)
            if found:
                done = end
                yield Rendering(Span(run.start(), end), found, tuple(piece.text for piece in pieces[:size]))
                break


def labels(text: str, glossary: Glossary) -> Iterator[Rendering]:
    """The cells of tables and the bold heads of list items that render a name as a whole, in capitals or not."""
    index = None
    for label in _LABEL.finditer(text):
        start, end = label.span("label")
        if end - start > _LONGEST:
            continue
        index = index or english.names(glossary)
        pieces = _pieces(text, start, end)
        found = _name(pieces, index) if 0 < len(pieces) <= MAX_WORDS else ()
        if found:
            yield Rendering(Span(start, end), found, tuple(piece.text for piece in pieces))


_LABEL = pattern(
    r"(?m)(?:^[ \t]*(?:[-*+•][ ]|\d+[.)][ ])?(?:\*\*|__)[ ]?|\|[ ]*(?:\*\*|__)?[ ]?)"
    r"(?P<label>[^\W\d_][\w'’ \u00a0-]*?)[ ]?(?:(?:\*\*|__)|(?=[ ]*\|))",
    needs=("**", "__", "|"),
)
_LONGEST = 40


def _may_begin(word: str, index: English) -> bool:
    if not word[1:].islower():
        return True
    low = word.lower()
    return begins_phrase(low) or any(map(index.knows, _senses(low)))


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    """The content words of a run; a word with humps (`OuvrirWrt`) is as many as it has."""
    out: list[_Piece] = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word.lower() in LINKS:
            continue
        parts = humps(word) if not word[1:].islower() and not word.isupper() else [word]
        if len(parts) < 2 or sum(map(len, parts)) != len(word):
            out.append(_Piece(match.start(), match.end(), word))
            continue
        at = match.start()
        for part in parts:
            out.append(_Piece(at, at + len(part), part))
            at += len(part)
    return out


def _name(pieces: list[_Piece], index: English) -> tuple[Concept, ...]:
    """The names that the pieces render."""
    words = [piece.text.lower() for piece in pieces]
    if len(words) == 1:
        return _different([c for english_word in translations(words[0]) for c in index.joined(english_word)])
    return _different(_several(words, index) or _joined(words, index) or _merged(words, index))


def _several(words: list[str], index: English, merged: frozenset[str] | None = None, at: int = -1) -> list[Concept]:
    """The names of several words that can be made by one sense of each; the word at `at` has the senses `merged`."""
    shared: frozenset[int] | None = None
    options: list[frozenset[str]] = []
    for place, word in enumerate(words):
        senses = merged if merged is not None and place == at else _senses(word)
        here = index.holding(word, senses)
        shared = here if shared is None else shared & here
        if not shared:
            return []
        options.append(senses)
    concepts = map(index.concept, sorted(shared or ()))
    whole = [c for c in concepts if len(c.stems) == len(options) and assignable(c.stems, options)]
    raw = [stem(word) for word in words]
    return [c for c in whole if list(c.stems) != raw and (sorted(c.stems) != sorted(raw) or words[0] not in _HEADS)]


_HEADS = frozenset("api app apps cloud cli edition ide lab plugin pro sdk server service studio suite web".split())
"""English words that French puts before a name (*l'API OpenAI*), where English has them behind."""


def _different(found: list[Concept]) -> tuple[Concept, ...]:
    """The concepts of a list, each once."""
    return tuple(dict.fromkeys(found))


def _joined(words: list[str], index: English) -> list[Concept]:
    """Names written in one: *Arbre source* is Sourcetree."""
    if len(words) != 2:
        return []
    first, second = ((word, *translations(word)) for word in words)
    written = (words[0] + words[1], words[1] + words[0])
    keys = (key for a in first for b in second for key in (a + b, b + a) if key not in written)
    return [concept for key in keys for concept in index.joined(key)]


def _merged(words: list[str], index: English) -> list[Concept]:
    """Two words of French for one of English: *Flocon de neige* is Snowflake."""
    out: list[Concept] = []
    for at in range(len(words) - 1):
        merged = phrase((words[at], words[at + 1]))
        if not merged:
            continue
        if len(words) == 2:
            out += [c for sense in merged for c in index.joined(sense)]
        else:
            joined = [*words[:at], " ".join(words[at : at + 2]), *words[at + 2 :]]
            out += _several(joined, index, frozenset(map(stem, merged)), at)
    return out


_TERM_WORD = pattern(r"[a-zà-ÿœæ]{3,}")
_GAP = pattern(r"[ \u00a0](?:(?:de|du|des|à)[ \u00a0](?:la[ \u00a0]|l['’])?|d['’])?")


class _Heads(dict[str, frozenset[int]]):
    """French word -> the concepts whose head it may render, if it is a noun."""

    def __init__(self, index: English, noun: Callable[[str], bool]) -> None:
        self.index, self.noun = index, noun

    def __missing__(self, word: str) -> frozenset[int]:
        found = frozenset[int]()
        if word not in LINKS and self.noun(word):
            found = frozenset[int]().union(*map(self.index.heads, term_senses(word)))
        self[word] = found
        return found


class _Parts(dict[str, frozenset[int] | None]):
    """French word -> the concepts that it may be a part of; None for a word that counts for nothing."""

    def __init__(self, index: English) -> None:
        self.index = index

    def __missing__(self, word: str) -> frozenset[int] | None:
        found = None if word in LINKS else frozenset[int]().union(*map(self.index.parts, term_senses(word)))
        self[word] = found
        return found


@lru_cache(maxsize=65536)
def term_senses(word: str) -> frozenset[str]:
    """What a French word may render in a term: words of the dictionary, in the singular."""
    return frozenset(map(singular, translations(word))) - {word}


@lru_cache(maxsize=4)
def _tables(index_of: Glossary, noun: Callable[[str], bool]) -> tuple[_Heads, _Parts]:
    index = english.terms(index_of)
    return _Heads(index, noun), _Parts(index)


def terms(text: str, glossary: Glossary, noun: Callable[[str], bool]) -> Iterator[Rendering]:
    """The stretches of two to four content words, a noun first, that render a term; the longest, from left to right."""
    heads, parts = _tables(glossary, noun)
    lower = text.lower()
    if len(lower) != len(text):
        return
    start = 0
    for line in lower.splitlines(keepends=True):
        words = _TERM_WORD.findall(line)
        held = [word for word in words if parts[word] is not None]
        if any(
            not head.isdisjoint(part or ())
            for head, part in zip(map(heads.__getitem__, held), map(parts.__getitem__, held[1:]), strict=False)
            if head and part
        ):
            yield from _terms(lower, start, start + len(line), heads, parts)
        start += len(line)


def _terms(text: str, start: int, end: int, heads: _Heads, parts: _Parts) -> Iterator[Rendering]:
    spots = [match for match in _TERM_WORD.finditer(text, start, end) if parts[match.group()] is not None]
    done = 0
    for at, first in enumerate(spots):
        if first.start() < done or not heads[first.group()]:
            continue
        for size in range(min(MAX_WORDS, len(spots) - at), 1, -1):
            window = spots[at : at + size]
            if not all(_GAP.fullmatch(text, a.end(), b.start()) for a, b in pairwise(window)):
                continue
            words = tuple(match.group() for match in window)
            found = _term(words, heads, parts)
            cut = (
                text[first.start() - 1 : first.start()].isalnum()
                or text[window[-1].end() : window[-1].end() + 1].isalnum()
            )
            if len({squash(concept.term) for concept in found}) == 1 and not cut:
                done = window[-1].end()
                yield Rendering(Span(first.start(), done), found, words)
                break


def _term(words: tuple[str, ...], heads: _Heads, parts: _Parts) -> tuple[Concept, ...]:
    shared = heads[words[0]]
    for word in words[1:]:
        shared = shared & (parts[word] or frozenset())
    options = [term_senses(word) for word in words]
    found = [
        concept
        for concept in map(heads.index.concept, sorted(shared))
        if len(concept.stems) == len(words)
        and concept.stems[-1] in options[0]
        and assignable(concept.stems[:-1], options[1:])
    ]
    return _different(found)
