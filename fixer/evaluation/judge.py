"""Is an edit right? The definition that every number rests on.

Take the stretch of damaged text that an edit touches, widened to whole words and to every gold finding that it meets.
The edit is

* **right** if the stretch now reads as it does after some of the gold repairs in it (by the replacement, an accepted
  alternative, or the reference where the gold has no replacement) and nothing else;
* **harmful** if the stretch is now further from the reference than before (more characters to insert, delete or
  replace), as every change of sound text is;
* **neutral** otherwise: a wrong text is still wrong, or only the kind of blank or apostrophe has changed.

Findings of other rules may repair their own share of the same word: that is why "some of the repairs" is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from fixer.evaluation.corpus import Gold, Item
from fixer.text import Edit, Span, apply

# Which blank stands before a colon and how an apostrophe is drawn are habits of a text, not errors.
_HABITS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'"})


class Verdict(StrEnum):
    RIGHT = "right"
    NEUTRAL = "neutral"
    HARMFUL = "harmful"


@dataclass(frozen=True)
class Judge:
    """Judges edits of one annotated document."""

    item: Item

    @cached_property
    def _options(self) -> dict[Gold, tuple[tuple[Edit, ...], ...]]:
        """The accepted repairs of every gold finding; for a flag the reference, if nothing else is in its stretch."""
        stretches = dict(self.item.alignment)
        out = {}
        for gold in self.item.gold:
            options = gold.options
            if gold.replacement is None and gold.span in stretches:
                options = (*options, gold.pieces(stretches[gold.span].of(self.item.reference)))
            out[gold] = tuple(option for option in options if option)
        return out

    def verdict(self, edits: Iterable[Edit]) -> Verdict:
        """What one finding's repair does to the text."""
        edits = tuple(edits)
        hull = Span(min(edit.span.start for edit in edits), max(edit.span.end for edit in edits))
        stretch, golds = self._stretch(hull)
        before = stretch.of(self.item.damaged).translate(_HABITS)
        after = _applied(self.item.damaged, stretch, edits)
        if before == after:
            return Verdict.NEUTRAL
        choices = [edit for gold in golds for option in self._options[gold] for edit in option]
        if re.fullmatch(_pattern(self.item.damaged, stretch, (), choices), after):
            return Verdict.RIGHT
        expected = self.item.expected(stretch).translate(_HABITS)
        worse = Levenshtein.distance(after, expected) > Levenshtein.distance(before, expected)
        return Verdict.HARMFUL if worse else Verdict.NEUTRAL

    def corrected(self, gold: Gold, edits: Sequence[Edit]) -> bool:
        """True if the edits (sorted, disjoint) leave the marked text as the gold finding wants it."""
        if not edits:
            return False
        stretch, golds = self._stretch(gold.span)
        while True:
            met = [edit for edit in edits if edit.span.touches(stretch)]
            wide = Span(
                min([stretch.start, *(e.span.start for e in met)]), max([stretch.end, *(e.span.end for e in met)])
            )
            if wide == stretch:
                break
            stretch, golds = self._stretch(wide)
        after = _applied(self.item.damaged, stretch, met)
        others = [e for other in golds if other is not gold for option in self._options[other] for e in option]
        return any(
            re.fullmatch(_pattern(self.item.damaged, stretch, option, others), after) for option in self._options[gold]
        )

    def _stretch(self, span: Span) -> tuple[Span, tuple[Gold, ...]]:
        """The span, widened to whole words and to the gold findings it meets; and those."""
        while True:
            wide = widen(self.item.damaged, span)
            golds = tuple(gold for gold in self.item.gold if gold.span.touches(wide))
            wide = Span(
                min([wide.start, *(g.span.start for g in golds)]), max([wide.end, *(g.span.end for g in golds)])
            )
            if wide == span:
                return span, golds
            span = wide


def widen(text: str, span: Span) -> Span:
    """The span up to the next blanks on both sides."""
    start, end = span.start, span.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _applied(text: str, stretch: Span, edits: Iterable[Edit]) -> str:
    return apply(stretch.of(text), [edit.shift(-stretch.start) for edit in edits]).translate(_HABITS)


def _pattern(text: str, stretch: Span, fixed: Sequence[Edit], free: Iterable[Edit]) -> str:
    """What the stretch may read: `fixed` edits are made, each of the `free` ones is made or not."""
    optional = sorted({edit for edit in free if not any(_meet(edit, one) for one in fixed)})
    groups: list[tuple[Span, list[Edit]]] = []
    for edit in optional:
        if groups and (edit.span.start < groups[-1][0].end or edit.span == groups[-1][0]):
            span, members = groups[-1]
            groups[-1] = (Span(span.start, max(span.end, edit.span.end)), [*members, edit])
        else:
            groups.append((edit.span, [edit]))
    parts = [(edit.span, _literal(edit.new)) for edit in fixed]
    for span, members in groups:
        readings = {span.of(text)} | {apply(span.of(text), [e.shift(-span.start)]) for e in members}
        parts.append((span, "(?:" + "|".join(_literal(reading) for reading in sorted(readings)) + ")"))
    out, position = "", stretch.start
    for span, pattern in sorted(parts):
        out += _literal(text[position : span.start]) + pattern
        position = max(position, span.end)
    return out + _literal(text[position : stretch.end])


def _meet(one: Edit, other: Edit) -> bool:
    return one.span.overlaps(other.span) or one.span == other.span


def _literal(text: str) -> str:
    return re.escape(text.translate(_HABITS))
