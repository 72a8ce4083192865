"""Near-misses of names and terms: what no list of wrong renderings can hold.

Two generators, both by look-up, so that their cost does not grow with the glossary:

* `names`: a word that no lexicon knows, alone or with its neighbours, whose skeleton (see `skeleton`) is that of a name
  or one edit away: `Anthropiq`, `Laténode`, `Hugging Fase`, `Deep Seek`;
* `terms`: the content words of a multiword term joined by other function words or in another order:
  `apprentissage par le renforcement`.

Safeguards: the first letters agree, the word is long enough for its distance, digits are the same, one name alone is
nearest, and the word is not simply derived from the name (`dockeriser`, `pythonique`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from fixer.french.inflection import LINKS
from fixer.glossary.context import in_code
from fixer.glossary.cover import Cover
from fixer.glossary.fold import fold, fold_form
from fixer.glossary.glossary import Glossary
from fixer.glossary.model import Entry, Kind
from fixer.glossary.skeleton import MIN_LENGTH, content_words, is_content, neighbourhood, skeleton, squash, stem
from fixer.lazy import pattern
from fixer.text import Span

_WORD = pattern(r"[^\W_]+")
_NEXT = pattern(r"[ \u00a0-]([^\W_]+)")
_PREVIOUS = pattern(r"(?<![^\W_])([^\W_]+)[ \u00a0-]$")
_CAPITALS = pattern(r"(?<![^\W_])[A-ZÀ-Þ][^\W_]*(?:[ \u00a0-](?:[A-ZÀ-Þ]|\d)[^\W_]*)+")
_DIGITS = pattern(r"\d+")
_ONE_EDIT = 7
"""The shortest skeleton that may be one edit away; two edits need half as many letters again."""


@dataclass(frozen=True)
class Near:
    """The text at `span` is nearly `entry.term`; `distance` in edits of the skeleton."""

    span: Span
    entry: Entry
    distance: int


def names(text: str, glossary: Glossary, known: Callable[[str], bool], taken: Cover) -> Iterator[Near]:
    """Near-misses of names. `known` tells whether a word exists; `taken` holds spans that are explained already."""
    counts = Counter(_WORD.findall(text))
    odd = {word for word in counts if len(word) > 2 and not word.isdigit() and not known(word)}
    done = 0
    for windows in _windows(text, odd):
        for span, certain in windows:
            if span.start < done or taken.overlaps(span) or in_code(text, span) or _has_link(span.of(text)):
                continue
            near = nearest(span.of(text), glossary, certain=certain)
            if near and (certain or _plausible(near[0], text, span)):
                yield Near(span, *near)
                done = span.end
                break


def _has_link(text: str) -> bool:
    """True for a stretch with a function word: *contraine de* is not *containerd*."""
    words = text.lower().split()
    return len(words) > 1 and any(word in LINKS for word in words)


def _windows(text: str, odd: set[str]) -> Iterator[list[tuple[Span, bool]]]:
    """Groups of stretches to look up, longest first, with whether all of their words exist.

    One group an odd word, alone and with a neighbour on either side; one a run of capitals (`Deep Seek`).
    """
    groups: list[list[tuple[Span, bool]]] = []
    if odd:
        for match in _WORD.finditer(text):
            if match.group() in odd:
                groups.append([(span, False) for span in _around(text, match.start(), match.end())])
    for match in _CAPITALS.finditer(text):
        ends = [(word.start(), word.end()) for word in _WORD.finditer(text, match.start(), match.end())]
        groups.append([(Span(a[0], b[1]), True) for n in (3, 2) for a, b in zip(ends, ends[n - 1 :], strict=False)])
    yield from sorted((group for group in groups if group), key=lambda group: (group[0][0].start, -len(group[0][0])))


def _around(text: str, start: int, end: int) -> list[Span]:
    before = _PREVIOUS.search(text, max(0, start - 30), start)
    after = _NEXT.match(text, end)
    left = before.start(1) if before else start
    right = after.end() if after else end
    spans = {Span(left, right), Span(start, right), Span(left, end), Span(start, end)}
    return sorted(spans, key=len, reverse=True)


_NAMED = pattern(
    r"\b(?:n(?:œ|oe)ud|plateforme|outil|service|API|modèle|serveur|bibliothèque|société|entreprise|framework|logiciel"
    r"|assistant|base|moteur)s?[ \u00a0](?:de[ \u00a0]|d['’])?$",
    regex.IGNORECASE,
)


def _plausible(entry: Entry, text: str, span: Span) -> bool:
    """An odd word in lower case is no name, unless the name is written so or the word before calls for one."""
    if not span.of(text).islower() or entry.term.islower() or entry.kind is not Kind.ENTITY:
        return True
    return bool(_NAMED.search(text, max(0, span.start - 30), span.start))


def nearest(text: str, glossary: Glossary, *, certain: bool = False) -> tuple[Entry, int] | None:
    """The one entry whose name `text` nearly writes, and its distance; None if there is none or more than one.

    `certain`: the words exist, so the skeleton must be the very same.
    """
    key = skeleton(text)
    if len(key) < MIN_LENGTH:
        return None
    best: list[tuple[int, Entry]] = []
    for entry in glossary.near_names({key} if certain else neighbourhood(key)):
        distance = min(_distance(text, form) for form in (entry.term, *entry.allowed))
        if distance <= _allowed(key, certain):
            best.append((distance, entry))
    best.sort(key=lambda item: item[0])
    if not best or (len(best) > 1 and best[1][0] <= best[0][0] + 1 and best[1][1].term != best[0][1].term):
        return None
    distance, entry = best[0]
    return None if _same_name(text, entry) or _derived(text, entry.term) else (entry, distance)


def _allowed(key: str, certain: bool) -> int:
    if certain or len(key) < _ONE_EDIT:
        return 0
    return 1 if len(key) < _ONE_EDIT * 3 // 2 else 2


def _distance(text: str, term: str) -> int:
    from rapidfuzz.distance import OSA  # only texts with an unknown word near a name need it

    a, b = squash(text), squash(term)
    if not a or not b or a[0] != b[0] or _DIGITS.findall(a) != _DIGITS.findall(b):
        return 99
    return int(OSA.distance(skeleton(text), skeleton(term)))


def _same_name(text: str, entry: Entry) -> bool:
    """Right already, but for capitals, spaces or a plural: that is a question of consistency, not of a wrong name."""
    forms = {_letters(form) for form in (entry.term, entry.plural or entry.term, *entry.allowed)}
    here = _letters(text)
    same = here in forms or here.removesuffix("s") in forms or here + "s" in forms
    return same and (" " not in text or " " in entry.term or "-" in entry.term)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _derived(text: str, term: str) -> bool:
    """`dockeriser`, `Pythonista`: the name with an ending of its own."""
    here, name = squash(text), squash(term)
    return here.startswith(name) and len(here) > len(name) + 1 and skeleton(text) != skeleton(term)


def terms(text: str, glossary: Glossary, taken: Cover) -> Iterator[Near]:
    """Multiword terms with other function words between their content words, or in another order."""
    folded = fold(text)
    words = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[^\W_]+", folded.text)]
    content = [(i, stem(word)) for i, (_, _, word) in enumerate(words) if is_content(word)]
    done = 0
    for at, (first, stem_) in enumerate(content):
        if stem_ not in glossary.near_stems or words[first][0] < done:
            continue
        for size in (4, 3, 2):
            run = content[at : at + size]
            if len(run) < size or not all(s in glossary.near_stems for _, s in run):
                continue
            indexes = [i for i, _ in run]
            if not _linked(folded.text, words, indexes):
                continue
            for entry in glossary.near_terms(" ".join(sorted(s for _, s in run))):
                span = Span(folded.origin(words[first][0]), folded.end(words[indexes[-1]][1]))
                if not taken.overlaps(span) and _near_term(entry, run, indexes):
                    yield Near(span, entry, 1)
                    done = words[indexes[-1]][1]
                    break


def _linked(text: str, words: list[tuple[int, int, str]], indexes: list[int]) -> bool:
    """Between the content words stand at most two function words, and no punctuation."""
    for a, b in pairwise(indexes):
        if b - a > 3:
            return False
        if any(c not in " '" for c in "".join(text[words[i][1] : words[i + 1][0]] for i in range(a, b))):
            return False
    return True


def _near_term(entry: Entry, run: list[tuple[int, str]], indexes: list[int]) -> bool:
    """Same order; or three words and more in any order; or two in the order of English, nothing between them."""
    order = content_words(fold_form(entry.term))
    here = tuple(s for _, s in run)
    if here == order:
        return True
    return len(here) > 2 or indexes[1] == indexes[0] + 1
