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
_BROKEN = pattern(
    r"(?<![*\\])\*\*(?![*])(?P<head>[ \t\u00a0]?)"
    r"(?P<body>(?=[^*\n]{0,3}\p{L})[^*\n]{3,600}?)(?P<tail>[ \t\u00a0]?)\*\*(?!\*)"
)
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
    prose = document.prose
    bold = document.format == "markdown" or _BOLD.search(prose) is not None
    for match in _BROKEN.finditer(prose):
        before, after = prose[max(0, match.start() - 1) : match.start()], prose[match.end() : match.end() + 1]
        if not match["head"] and not match["tail"]:
            continue
        if _formula(prose, match) or (match["head"] and before.isalnum() and not match["tail"]):
            continue
        if bold:
            opening = (" " if match["head"] and before and not before.isspace() else "") + "**"
            closing = "**" + (" " if match["tail"] and after.isalnum() else "")
        else:
            opening = ""
            closing = " " if match["tail"] and after.isalnum() else ""
        edits = tuple(
            Edit(Span(start, end), new)
            for start, end, new in (
                (match.start(), match.start("body"), opening),
                (match.end("body"), match.end(), closing),
            )
            if prose[start:end] != new
        )
        if edits and all(document.editable(edit) for edit in edits):
            span = Span(*match.span())
            yield Finding(span, "asterisks with a space on the wrong side", edits, trust=Trust.APPLY, confidence=0.95)


def _formula(prose: str, match: regex.Match[str]) -> bool:
    """True if the asterisks are powers or the unpacking of Python: digits or brackets stand beside them."""
    before, after = prose[max(0, match.start() - 2) : match.start()], prose[match.end() : match.end() + 2]
    signs = before + match["body"][:1] + after[:1]
    number = any(sign.isdigit() for sign in before + match["body"][:1] + after)
    return number or any(sign in "{}=(-" for sign in signs) or match["body"][-1] in "-=({,"


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
