"""Exact and inflected occurrences of the forms of a glossary in a text.

One pass over the words of the folded text: where a word begins some form, the trie gives every form that starts there.
The cost depends on the text, not on the number of entries. What comes out are occurrences of the right letters;
`admits` then asks the case policy, `context` the conditions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from fixer.french.sentences import sentence_at
from fixer.glossary.fold import fold
from fixer.glossary.inflect import SLOTS
from fixer.glossary.model import Case, Entry, Kind, Wrong
from fixer.glossary.store import RIGHT, Layer
from fixer.lazy import simple_pattern
from fixer.text import Span

_WORD = simple_pattern(r"[^\W_]+")


class Evidence(Enum):
    """Why an occurrence of a wrong form is held to be wrong, strongest first."""

    NEAR = "the conditions of the form hold"
    REST = "most other occurrences in the document are wrong"
    PLACE = "it fills a line, a cell, quotes, or a place in a list of names"
    FIELD = "it is a phrase of the document's field"
    DOCUMENT = "several of the words that should stand near it stand elsewhere in the document"


@dataclass(frozen=True)
class Hit:
    """A form of `entry` in a text. `wrong` is None for a right or an allowed form; `slot` names the inflection."""

    span: Span
    entry: Entry
    wrong: Wrong | None
    slot: str
    evidence: Evidence = Evidence.NEAR


def find(text: str, layers: Sequence[Layer], masks: Sequence[frozenset[int]]) -> Iterator[Hit]:
    """Every occurrence, from left to right, longer ones first; `masks` are the numbers of hidden entries."""
    folded = fold(text)
    line = folded.text
    stack = [(layer, layer.begins, masked) for layer, masked in zip(layers, masks, strict=True)]
    for match in _WORD.finditer(line):
        word = match.group()
        start = match.start()
        rest = ""
        found: list[tuple[int, Layer, int, int, int]] = []
        for layer, begins, masked in stack:
            if not begins(word):
                continue
            rest = rest or line[start : start + 120]
            for key in layer.prefixes(rest):
                following = rest[len(key) : len(key) + 1]
                if following.isalpha() or (following.isdigit() and not key[-1].isalpha()):
                    continue
                found += ((len(key), layer, *record) for record in layer.records(key) if record[0] not in masked)
        if len(found) > 1:
            found.sort(key=_longest)
        for length, layer, number, index, slot in found:
            span = Span(folded.origin(start), folded.end(start + length))
            entry = layer.entry(number)
            if text[span.end : span.end + 1].isdigit() and entry.kind is not Kind.ENTITY:
                continue  # a version may be glued to a name (*Entraînium2*), not a number to a term
            yield Hit(span, entry, None if index == RIGHT else entry.wrong[index], SLOTS[slot])


def _longest(item: tuple[int, Layer, int, int, int]) -> int:
    return -item[0]


_LETTERS = simple_pattern(r"[^\W\d_]+")


def admits(text: str, hit: Hit, form: str, case: Case) -> bool:
    """True if the case policy lets `form`, or an inflection of it, be written as the text has it at `hit`."""
    if case is Case.IGNORE:
        return True
    pairs = list(zip(_LETTERS.findall(hit.span.of(text)), _LETTERS.findall(form), strict=False))
    if all(_same_case(here, there) for here, there in pairs):
        return True
    if case is Case.EXACT:
        return False
    here, there = pairs[0]
    if all(word.isupper() for word, _ in pairs) and len("".join(word for word, _ in pairs)) > 4:
        return not any(word.isupper() for _, word in pairs if len(word) > 1)
    if there[0].isupper() and not here[0].isupper():
        return False
    if not all(_same_case(a[1:], b[1:]) and (a[0].isupper() or b[0].islower()) for a, b in pairs):
        return False
    return len(pairs) > 1 or opens(text, hit.span.start)


def _same_case(here: str, there: str) -> bool:
    """Capitals at the same places; the ending of an inflected form is lower case."""
    ending = here[len(there) :]
    return all(a.isupper() == b.isupper() for a, b in zip(here, there, strict=False)) and ending == ending.lower()


_OPENING = simple_pattern(r"[\s\"'“”«»(\[*_#>|–—•\-\d.):]*")


_CELL = simple_pattern(r"\|[ \t*_]{0,8}$")


def opens(text: str, position: int) -> bool:
    """True if the position opens a sentence, a line, a list item, a cell of a table or a title."""
    if _CELL.search(text, max(0, position - 9), position):
        return True
    sentence = sentence_at(text, position)
    return bool(_OPENING.fullmatch(text, sentence.start, position)) if position >= sentence.start else True
