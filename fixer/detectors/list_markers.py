"""Numbers of lists, headings and parts that change their form on the way.

* `list-marker`: `1. 2. 3. 4)`: the number that follows its siblings takes their mark. Applied.
* `part-number`: `Partie 1` where the rest of the text has `Partie II`: the form of the majority is suggested.
* `heading-stop`: a full stop after a numbered heading whose siblings have none. Suggested.

Left alone: lists that number all their items with a bracket, references to steps inside of a sentence, and numbers that
do not follow on.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import damaged, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_NUMBERED = pattern(r"^([ \t]*+)(\d{1,2})([.)])(?=[ \t]\S)", regex.MULTILINE, needs=(". ", ".\t", ") ", ")\t"))
_PART = pattern(
    r"\b(parties?|chapitres?|sections?|phases?|annexes?|tomes?|volumes?|actes?|livres?|niveaux?) "
    r"(?:([IVX]{1,6})|(\d{1,2}))(?![\p{L}\p{N}.,%:/-]\p{N}|[\p{L}\p{N}%])",
    regex.IGNORECASE,
)
_ROMAN = ("", *"I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split())


@rule(
    "list-marker", Category.TYPOGRAPHY, Stage.TYPOGRAPHY, "a number with another mark than its siblings: `1. 2. 3. 4)`"
)
def list_marker(document: Document, resources: Resources) -> Iterator[Finding]:
    expected: dict[str, tuple[int, str, int]] = {}
    for match in _NUMBERED.finditer(document.prose):
        indent, number, mark = match[1], int(match[2]), match[3]
        previous, usual, run = expected.get(indent, (0, mark, 0))
        if number == previous + 1 and previous:
            if mark != usual and run >= 2:
                message = f"“{match[2]}{mark}” follows “{previous}{usual}”"
                yield from repair(document, *match.span(3), usual, message)
            elif mark != usual:
                usual, run = mark, 0
            expected[indent] = (number, usual, run + 1)
        else:
            expected[indent] = (number, mark, 1)


@rule(
    "part-number",
    Category.TYPOGRAPHY,
    Stage.TYPOGRAPHY,
    "`Partie 1` in a text that writes `Partie II`",
    Trust.SUGGEST,
)
def part_number(document: Document, resources: Resources) -> Iterator[Finding]:
    found: dict[str, list[regex.Match[str]]] = {}
    for match in _PART.finditer(document.prose):
        if match[2] is None or match[2] in _ROMAN:
            found.setdefault(match[1].lower().rstrip("sx"), []).append(match)
    for matches in found.values():
        roman = [match for match in matches if match[2]]
        arabic = [match for match in matches if match[3]]
        if not roman or not arabic or abs(len(roman) - len(arabic)) < 2:
            continue
        if len(roman) > len(arabic):
            changes = [(m, 3, _ROMAN[int(m[3])]) for m in arabic if 0 < int(m[3]) < len(_ROMAN)]
        else:
            changes = [(m, 2, str(_ROMAN.index(m[2]))) for m in roman]
        for match, group, new in changes:
            message = f"“{match[1]} {new}”, as the text writes elsewhere"
            yield from repair(document, *match.span(group), new, message, Trust.SUGGEST, 0.8)


@rule("heading-stop", Category.TYPOGRAPHY, Stage.TYPOGRAPHY, "a full stop after a heading", Trust.SUGGEST)
def heading_stop(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if document.format == "html":
        return
    lines = [(match, _line(prose, match)) for match in _NUMBERED.finditer(prose)]
    lines = [(match, line) for match, line in lines if len(line) < 160 and not _next_is_numbered(prose, match, line)]
    stopped = [(match, line) for match, line in lines if line.endswith(".") and not line.endswith("..")]
    places = [(match.start() + len(line)) for match, line in stopped] if 1 <= 2 * len(stopped) <= len(lines) - 1 else []
    first = prose.split("\n", 1)[0].rstrip()
    if (
        damaged(document)
        and prose[len(first) :].lstrip(" \r")[1:2].strip()
        and first.endswith(".")
        and len(first) < 160
        and ". " not in first
    ):
        places.append(len(first))
    for end in places:
        yield from repair(document, end - 1, end, "", "a heading has no full stop", Trust.SUGGEST, 0.8)


def _line(prose: str, match: regex.Match[str]) -> str:
    end = prose.find("\n", match.start())
    return prose[match.start() : end if end >= 0 else len(prose)].rstrip()


def _next_is_numbered(prose: str, match: regex.Match[str], line: str) -> bool:
    """True if the next line that holds something is numbered too, so that this is a list and no heading."""
    after = prose[match.start() + len(line) : match.start() + len(line) + 200].lstrip()
    return not after or _NUMBERED.match(after) is not None
