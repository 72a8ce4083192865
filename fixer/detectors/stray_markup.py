"""Marks of Markdown that engines spaced out, broke or left behind.

* `** Texte **` and `**Texte. **Suite`: emphasis whose marks are spaced on the wrong side shows as asterisks. In a text
  that has other bold type the mark moves to its word; in plain text both go.
* `^.8^`: the debris of a footnote mark. It goes.
* `###LM Studio`: a heading without the space that makes it one.
* `mot--Mot`, `mot -- mot`: two hyphens for a dash, where the text has a dash of its own elsewhere.

Applied. Left alone: powers and formulas (`2 ** 8`), options of commands (`--verbose`), a spaced ` -- ` (a habit), tags
(`#mot`), all code.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import damaged, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.habits import habits
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_FOOTNOTE = pattern(r"(?<=[\p{L}\p{N})\]»\"'’.,;:!?])\[?\^\.\d{1,3}\^\]?")
_BOLD = pattern(r"\*\*(?![* \t])[^*\n]{1,400}(?<![* \t])\*\*(?!\*)")
_MARK = pattern(r"(?<![*\\])\*\*(?!\*)")
_LEAD = pattern(r"[ \t>|#]*+(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)*+[ \t>|#]*+")
_BLANKS = " \t\u00a0"
_LONGEST = 600
_HEADING = pattern(r"^(#{2,6})(?=\p{L})", regex.MULTILINE)
_HYPHENS = pattern(r"(?<=\p{L}{2}[.,)\"»]?)( ?)--( ?)(?=\p{Lu}\p{Ll}|\p{Ll}{2})")


@rule(
    "stray-markup", Category.TYPOGRAPHY, Stage.TYPOGRAPHY, "broken marks of Markdown: `** Texte **`, `^.8^`, `##Titre`"
)
def stray_markup(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if "^." in prose:
        for match in _FOOTNOTE.finditer(prose):
            yield from repair(document, *match.span(), "", f"“{match.group()}” is what is left of a footnote mark")
    if "**" in prose:
        yield from _emphasis(document)
    if "##" in prose:
        for match in _HEADING.finditer(prose):
            yield from repair(document, *match.span(1), match[1] + " ", "a heading has a space after its marks")


def _emphasis(document: Document) -> Iterator[Finding]:
    """The marks of a line belong together two by two; where one is missing, nobody can tell which are a pair."""
    prose = document.prose
    bold = document.format == "markdown" or _BOLD.search(prose) is not None
    lines: dict[int, list[int]] = {}
    for match in _MARK.finditer(prose):
        lines.setdefault(prose.rfind("\n", 0, match.start()) + 1, []).append(match.start())
    for start, marks in lines.items():
        if len(marks) % 2 == 0:
            for opening, closing in zip(marks[::2], marks[1::2], strict=True):
                yield from _pair(document, start, opening, closing, bold)


def _pair(document: Document, line: int, opening: int, closing: int, bold: bool) -> Iterator[Finding]:
    prose = document.prose
    body = prose[opening + 2 : closing]
    head, tail = body[:1] in _BLANKS, body[-1:] in _BLANKS
    lead = _LEAD.match(prose, line)
    inside = lead is None or lead.end() < opening
    before, after = prose[opening - 1 : opening] if inside else "", prose[closing + 2 : closing + 3]
    word = body.strip(_BLANKS)
    if not (head or tail) or len(word) < 2 or len(word) > _LONGEST or not any(map(str.isalpha, word)):
        return
    if _formula(prose[max(line, opening - 2) : opening] if inside else "", word, prose[closing + 2 : closing + 4]):
        return
    if head and before.isalnum() and not tail:
        return
    mark = "**" if bold else ""
    first = (" " if bold and head and (before.isalnum() or before in tuple(")]»,;.:!?")) else "") + mark
    last = mark + (" " if tail and after.isalnum() else "")
    blanks = len(body) - len(body.lstrip(_BLANKS)), len(body) - len(body.rstrip(_BLANKS))
    edits = tuple(
        Edit(Span(start, end), new)
        for start, end, new in (
            (opening, opening + 2 + blanks[0], first),
            (closing - blanks[1], closing + 2, last),
        )
        if prose[start:end] != new
    )
    if edits and all(document.editable(edit) for edit in edits):
        span = Span(opening, closing + 2)
        yield Finding(span, "asterisks with a space on the wrong side", edits, trust=Trust.APPLY, confidence=0.95)


def _formula(before: str, body: str, after: str) -> bool:
    """True if the asterisks are powers or the unpacking of Python: digits or brackets stand beside them."""
    beside = before + after[:1]
    digits = any(map(str.isdigit, beside)) or (body[0].isdigit() and before.strip()[-1:].isalnum())
    return digits or any(sign in "{}=(" for sign in beside + body[0]) or body[-1] in "-=({,"


@rule("double-hyphen", Category.TYPOGRAPHY, Stage.TYPOGRAPHY, "two hyphens for a dash: `mot--Mot`")
def double_hyphen(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if "--" not in prose:
        return
    dash = habits(prose).dash
    spaced = prose.count(" -- ")
    if spaced and (not dash or not damaged(document) or prose.count(f" {dash} ") < 3 * spaced):
        return  # the text writes its dashes so
    for match in _HYPHENS.finditer(prose):
        small = prose[match.end()].islower()
        if small and bool(match[1]) != bool(match[2]):
            continue  # `--verbose`
        trust = Trust.APPLY if dash and not (small and not match[1]) else Trust.SUGGEST
        yield from repair(document, *match.span(), f" {dash or '–'} ", "two hyphens for a dash", trust, 0.9)
