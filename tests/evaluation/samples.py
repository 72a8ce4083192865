"""Small annotated documents, written with the marks of the corpus, for the tests of this folder."""

from __future__ import annotations

import re

from fixer.evaluation.corpus import Gold, Item
from fixer.evaluation.judge import widen
from fixer.finding import Trust
from fixer.taxonomy import Category
from fixer.text import Edit, Span, apply

_MARK = re.compile(r"⟦(.*?)⇒(.*?)¦(.*?)¦(.*?)(?:¦(.*?))?⟧", re.DOTALL)


def annotated(source: str, id: str = "sample", format: str = "text") -> Item:
    """The document of a text with marks; one mark a word, as the tests need no more."""
    damaged = reference = ""
    gold = []
    position = 0
    for match in _MARK.finditer(source):
        old, new, category, trust, others = match.groups()
        between = source[position : match.start()]
        damaged, reference = damaged + between, reference + between
        gold.append((Span(len(damaged), len(damaged) + len(old)), new, Category(category), trust, others))
        damaged, reference = damaged + old, reference + new
        position = match.end()
    damaged, reference = damaged + source[position:], reference + source[position:]
    return Item(id, "test", format, damaged, reference, tuple(_gold(damaged, *one) for one in gold))


def _gold(damaged: str, span: Span, new: str, category: Category, trust: str, others: str | None) -> Gold:
    wide = widen(damaged, span) if category is Category.RUN_TOGETHER else span
    texts = [
        apply(wide.of(damaged), [Edit(span.shift(-wide.start), text)]) for text in (new, *(others or "").split("|"))
    ]
    accept = tuple(texts[1:]) if others is not None else ()
    granted = Trust[trust.upper()]
    return Gold(wide, wide.of(damaged), category, granted, texts[0] if granted else None, accept)


def edit(item: Item, old: str, new: str) -> Edit:
    """The edit that replaces the only occurrence of `old`."""
    assert item.damaged.count(old) == 1
    start = item.damaged.index(old)
    return Edit.replace(start, start + len(old), new)
