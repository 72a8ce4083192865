"""Punctuation marks that are doubled or contradict each other.

A machine translates a bold label and the colon after it apart, and sets a mark for each: `l'exportation: : L'auteur`,
`"découplage technologique".: : L'auteur`, `devraient.. :`, `il y a une semaine..`, `attendue ,.`. Of two marks the one
that the sentence needs stays: a colon before what it announces, a full stop at the end, the stop outside of a quotation
that only ends the sentence (`entendre).".` becomes `entendre)".`).

Left alone: `...`, `?!`, `..` in paths and ranges (`../src`, `1..5`), `::` and `: :hover` in code, the stop of an
abbreviation (`etc., …`), a colon at the end of a line after a full stop (the trace of a literal block in
reStructuredText).

Applied: no French sentence needs both marks.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import accidents, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.habits import habits
from fixer.french.sentences import ABBREVIATIONS
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_BEFORE = r"(?<=[\p{L}\p{M}\d\"')\]»”’%\ufffc])"
_COLONS = pattern(
    # Behind bold letters too: `- **Licence** : : le code`.
    rf"(?:{_BEFORE}|(?<=[\p{{L}}\d)]\*\*))"
    r"(?:[ \u00a0\u202f]?[.…,;]++)?[ \u00a0\u202f]?:(?:[ \u00a0\u202f]:)++(?=[ \t\u00a0\ufffc]|$)",
    regex.MULTILINE,
)
_STOPS_COLON = pattern(
    r"(?<=[\p{Ll}\"')\]»”’\ufffc])[ \u00a0]?"
    r"(\.\.|[.,](?=.{1,2}[ \u00a0]\S))[ \u00a0\u202f]?:(?![ \u00a0]?:)"
)
_TWO_STOPS = pattern(_BEFORE + r"\.(?: ?\.)(?=[\"»”')\]]{0,2}(?:[\s\ufffc]|\Z))(?! [.:])")
_COMMA_STOP = pattern(_BEFORE + r"[ \u00a0]?(,[ \u00a0]?,|[,;:][ \u00a0]?\.(?=\s|\Z)|;[ \u00a0];)(?=\s|\Z)")
_STOP_COMMA = pattern(r"(?<=(\p{Ll}{2,})[\"»”)]?)\.[ \u00a0]?,(?= \p{Ll})")
_INNER_STOP = pattern(r"(?<=[\p{Ll})\]])\.([\"»”])\.(?=\s|\Z)")
_ASKED = pattern(r"(?<=[\p{L}\ufffc] )([?!])\.(?=\s|\Z)")
_CANDIDATE = pattern(r"[.,:;?!…][ \u00a0\u202f\"»”]?[.,:;]")
_LAST_WORD = pattern(r"(?r)\p{L}++")


@rule(
    "doubled-punctuation",
    Category.TYPOGRAPHY,
    Stage.TYPOGRAPHY,
    "two punctuation marks where one is meant: `: :`, `..`, `,.`, `.. :`",
)
def doubled_punctuation(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from accidents(document, _doubled(document), most=4)


def _doubled(document: Document) -> Iterator[Finding]:
    prose = document.prose
    end = 0
    for candidate in _CANDIDATE.finditer(prose):
        if candidate.start() >= end:
            start = prose.rfind("\n", end, candidate.start()) + 1 or end
            end = prose.find("\n", candidate.end()) + 1 or len(prose)
            yield from _in_line(document, start, end)


def _in_line(document: Document, start: int, end: int) -> Iterator[Finding]:
    prose = document.prose
    colon = habits(prose).before(":") + ":"
    for match in _COLONS.finditer(prose, start, end):
        yield from _becomes(document, match, colon)
    for match in _STOPS_COLON.finditer(prose, start, end):
        if match[1] != "." or not _abbreviated(prose, match.start()):
            yield from _becomes(document, match, colon, Trust.APPLY if match[1] == ".." else Trust.SUGGEST)
    for match in _TWO_STOPS.finditer(prose, start, end):
        short = _abbreviated(prose, match.start()) and prose[match.end() : match.end() + 2].strip().islower()
        if not prose.startswith(".", match.end()) and not short:
            yield from _becomes(document, match, ".")
    for match in _COMMA_STOP.finditer(prose, start, end):
        sure = match[1] in (",,", ",.")
        yield from _becomes(document, match, match[1][-1], Trust.APPLY if sure else Trust.SUGGEST)
    for match in _STOP_COMMA.finditer(prose, start, end):
        if not _abbreviated(prose, match.start()):
            yield from _becomes(document, match, ",", Trust.SUGGEST)
    for match in _INNER_STOP.finditer(prose, start, end):
        if not _abbreviated(prose, match.start()):
            yield from _becomes(document, match, _closed(prose, match) + ".")
    for match in _ASKED.finditer(prose, start, end):
        yield from _becomes(document, match, match[1], Trust.SUGGEST)


def _closed(prose: str, match: regex.Match[str]) -> str:
    """The closing mark with the space of the text, or nothing where none was opened."""
    if match[1] != "»":
        return match[1]
    opened = prose.count("«", 0, match.start()) > prose.count("»", 0, match.start())
    return habits(prose).before("«") + "»" if opened else ""


def _becomes(document: Document, match: regex.Match[str], new: str, trust: Trust = Trust.APPLY) -> Iterator[Finding]:
    message = f"“{match.group().strip()}” is two marks; one is meant: “{new.strip()}”"
    yield from repair(document, match.start(), match.end(), new, message, trust)


def _abbreviated(prose: str, position: int) -> bool:
    """True if the word that ends at `position` is one that takes a full stop of its own."""
    word = _LAST_WORD.search(prose, max(0, position - 12), position)
    return word is not None and (word.group().lower() in ABBREVIATIONS or len(word.group()) < 3)
