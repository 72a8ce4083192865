"""What a detector says, and how a function becomes a rule.

A detector is a generator `(Document, Resources) -> Iterator[Finding]` under `@rule(...)`. It yields findings with a
span, a message and perhaps edits; the decorator adds what it knows (rule, category, stage, text and place).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum
from inspect import getdoc
from typing import Any

from fixer.document import Document, Place
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span, apply


class Trust(IntEnum):
    """How far a correction can be trusted; what is applied without asking must be right practically always."""

    FLAG = 0  # certainly or probably a defect; the repair needs the source or a rewrite
    SUGGEST = 1  # the likely correction, for a person to confirm
    APPLY = 2  # any competent French technical editor would do it without seeing the source

    def __str__(self) -> str:
        return self.name.lower()


class Stage(IntEnum):
    """The order of the work, from characters to sentences: a join is repaired before the term inside of it."""

    GLYPH = 0  # encoding, apostrophes
    SPLIT = 1  # words run together
    TERM = 2  # names, terms, leaked glosses
    SENTENCE = 3  # repeats, leftovers
    TYPOGRAPHY = 4

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True)
class Finding:
    """A defect. `edits` are one atomic repair inside `span`; `alternatives` are other texts for the whole span.

    `confidence` is a calibrated probability that the repair (or, without one, the alarm) is right. `origin` names the
    data that decided, e.g. `ai-concepts.yaml:212`.
    """

    span: Span
    message: str
    edits: tuple[Edit, ...] = ()
    alternatives: tuple[str, ...] = ()
    trust: Trust = Trust.FLAG
    confidence: float = 1.0
    origin: str | None = None
    rule: str = ""
    category: Category = Category.TYPOGRAPHY
    stage: Stage = Stage.TYPOGRAPHY
    text: str = ""
    place: Place = field(default=Place(1, 1, 1, 1))

    @property
    def replacement(self) -> str | None:
        """What the whole span becomes; None without a repair."""
        if not self.edits:
            return None
        return apply(self.text, [edit.shift(-self.span.start) for edit in self.edits])

    def to_dict(self) -> dict[str, Any]:
        """The object of `--format jsonl`, without `file`."""
        return {
            "line": self.place.line,
            "column": self.place.column,
            "end_line": self.place.end_line,
            "end_column": self.place.end_column,
            "start": self.span.start,
            "end": self.span.end,
            "text": self.text,
            "replacement": self.replacement,
            "alternatives": list(self.alternatives),
            "rule": self.rule,
            "category": str(self.category),
            "mqm": self.category.mqm,
            "trust": str(self.trust),
            "confidence": round(self.confidence, 4),
            "message": self.message,
            "origin": self.origin,
            "its": self.category.its,
        }


Detector = Callable[[Document, Resources], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A detector and what is to be known of it. `trust` is the most it is granted: findings above are lowered."""

    id: str
    category: Category
    stage: Stage
    trust: Trust
    summary: str
    manual: str
    detect: Detector = field(repr=False, compare=False)

    def findings(self, document: Document, resources: Resources) -> Iterator[Finding]:
        """The detector's findings, completed. Raises ValueError for an edit outside of its finding's span."""
        for found in self.detect(document, resources):
            if not all(found.span.contains(edit.span) for edit in found.edits):
                raise ValueError(f"{self.id}: an edit leaves the span of its finding {found.span}")
            yield replace(
                found,
                rule=self.id,
                category=self.category,
                stage=self.stage,
                trust=min(found.trust, self.trust) if found.edits else Trust.FLAG,
                text=found.span.of(document.text),
                place=document.place(found.span),
            )


def rule(
    id: str, category: Category, stage: Stage, summary: str, trust: Trust = Trust.APPLY
) -> Callable[[Detector], Rule]:
    """Make a detector a rule. Its docstring (or its module's, if it has none) is its manual page."""

    def decorate(detect: Detector) -> Rule:
        module = __import__(detect.__module__, fromlist=["_"])
        manual = getdoc(detect) or getdoc(module) or ""
        return Rule(id, category, stage, trust, summary, manual, detect)

    return decorate
