"""English labels of pages, interfaces and READMEs that a machine left: `## Getting Started`, `| Pros | Cons |`.

A label stands alone in its place: a line, a heading, a list item, a cell, a link or another element of HTML, the bold
head of an item, what stands before a colon. It is suggested in French, in its style of capitals, from a table.

Only flagged, with the French beside it, in a text of which nothing says that a machine made it: its author may mean the
English. Left alone: what the text names as a button or a menu in quotation marks, in bold or in code (*cliquez sur
« Settings »*), names that the glossary protects, words in lower case that may be parameters (`| input | str |`).
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._origin import machine_made
from fixer.detectors._places import ends_place, is_link_text, opens_place
from fixer.detectors._shared import code_like, repair
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.from_english import label
from fixer.glossary.cover import Cover
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_EDGE = rf"|{HOLE}\[\]·•*_()"
_CANDIDATE = pattern(
    rf"(?m)(?:^|[{_EDGE}:]|[>#.)+-][ \t]|[ \t]/[ \t]|[^\w\s\x00-\x7f’«»“”…–—]\ufe0f?)[ \t]*"
    rf"(?P<label>[A-Za-z][A-Za-z '’&/?!-]{{1,40}}?)(?=[ \t]*(?:$|[\r{_EDGE}:]|[ \t]/[ \t]))"
)
_CONFIDENCE = 0.85


@rule(
    "english-label",
    Category.UNTRANSLATED_EN,
    Stage.SENTENCE,
    "English labels of pages and READMEs: `Getting Started`, `Back to top`",
    Trust.SUGGEST,
)
def english_label(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    kept: Cover | None = None
    named: frozenset[str] = frozenset()
    suggested = False
    for span, french in _labels(document):
        text = span.of(prose)
        if kept is None:
            kept, named = Cover(resources.glossary.protected_spans(prose)), _named(document.text)
            suggested = machine_made(document, resources)
        if kept.overlaps(span) or text in named or code_like(prose, span):
            continue
        message = f"“{text}” is left in English"
        if suggested:
            yield from repair(document, span.start, span.end, french, message, Trust.SUGGEST, _CONFIDENCE)
        elif document.editable(Edit(span, french)):
            yield Finding(span, message, alternatives=(french,), confidence=0.6)


_NUMBERED = pattern(
    r"(?m)(?<![\w-])(?P<label>Step|Chapter|Lesson|Week|Exercise|Appendix|Example|Part|Day|Unit)"
    r"(?=[ ](?:\d{1,3}|[IVX]{1,4}|[A-E])[ ]?(?:[:–—*|)-]|\.[ ]|\r?$))"
)
_COUNTED = {
    "Step": "Étape", "Chapter": "Chapitre", "Lesson": "Leçon", "Week": "Semaine", "Exercise": "Exercice",
    "Appendix": "Annexe", "Example": "Exemple", "Part": "Partie", "Day": "Jour", "Unit": "Unité",
}  # fmt: skip
"""Words before a number: `Step 3:`. It stands at the head of a line, an item, a cell."""


def _labels(document: Document) -> Iterator[tuple[Span, str]]:
    """The labels that stand alone, with their French."""
    for match in _CANDIDATE.finditer(document.prose):
        french = label(match["label"])
        span = Span(*match.span("label"))
        if french is not None and _stands_alone(document, span, match["label"]):
            yield span, french
    for match in _NUMBERED.finditer(document.prose):
        if opens_place(document, match.start()):
            yield Span(*match.span()), _COUNTED[match["label"]]


def _stands_alone(document: Document, span: Span, text: str) -> bool:
    if is_link_text(document, span):
        return True
    capital = text[0].isupper() or " " in text
    return capital and opens_place(document, span.start) and ends_place(document, span.end)


_NAMED = pattern(
    r"(?i:cliqu\w{1,6}|bouton|onglet|menu|sélectionn\w{1,4}|appuy\w{1,5}|choisi\w{1,6}|option|intitulé\w?|rubrique)"
    r"[^\n.]{0,30}?(?:[«\"“'‘`]|\*\*)[ \u00a0]?(\w[^\n«»\"“”*`]{1,40}?)[ \u00a0]?(?:[»\"”'’`]|\*\*)"
)


def _named(text: str) -> frozenset[str]:
    """The labels that the text itself tells its reader to look for."""
    return frozenset(match[1] for match in _NAMED.finditer(text))
