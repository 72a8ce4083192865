"""House styles, off unless one is asked for: `--typography imprimerie-nationale|quebec|suisse`.

Spaces before `: ; ! ? %`, guillemets for straight quotes and the space inside of them, curved apostrophes, `…` for
three dots, the space between thousands, short ordinals (`2ème` becomes `2e`). The tables and their sources are in
`fixer/french/typography.py`.

What one style wants another rejects, and what a text does on purpose is no error: without the option this rule says
nothing. With it, everything is applied, as the user has chosen. Left alone: times and ratios, inches and seconds,
quotes that do not pair within their paragraph, numbers of years and versions, code.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._shared import repair
from fixer.document import Document
from fixer.errors import UsageError
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.typography import STYLES, HouseStyle
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_HIGH = pattern(r"(?<=[\p{L}\p{N}\"'’)\]»”%\ufffc…])([ \u00a0\u202f]?)([:;!?])(?=[\s»)\"]|\Z)(?<!&\w{2,8};)")
_PERCENT = pattern(r"(?<=\d)([ \u00a0\u202f]?)(%)(?![\w%])")
_GUILLEMETS = pattern(r"(«)([ \u00a0\u202f]?)([^«»\n]{1,2000})(?<![ \u00a0\u202f])([ \u00a0\u202f]?)(»)")
_QUOTES = pattern(r"(?<![\p{L}\p{N}\"])\"(?![\s\"])([^\"\n]{1,2000})(?<![\s\"])\"(?![\p{L}\p{N}\"])")
_APOSTROPHE = pattern(r"(?<=\p{L})'(?=[\p{L}\ufffc«\"])")
_DOTS = pattern(r"(?<![./])\.\.\.(?![.\d/])")
_THOUSANDS = pattern(r"(?<![\d.,\p{L}])(\d{1,3})([ \u00a0\u202f])(\d{3})(?![\d])")
_ORDINAL = pattern(r"(?<![\p{L}\d])(\d{1,3})(ière|ière?s|ère|ères|ème|èmes|ieme|iemes|eme|emes)(?![\p{L}\d])")


@rule(
    "house-style", Category.TYPOGRAPHY, Stage.TYPOGRAPHY, "the typography of a house, on request: spaces, quotes, dots"
)
def house_style(document: Document, resources: Resources) -> Iterator[Finding]:
    name = resources.options.typography
    if name is None:
        return
    if name not in STYLES:
        raise UsageError(f"there is no typography '{name}'; there are {', '.join(STYLES)}")
    style = STYLES[name]
    yield from _spaces(document, style)
    yield from _quotes(document, style)
    prose = document.prose
    for shape, new, what in (
        (_APOSTROPHE, "’", "a curved apostrophe"),
        (_DOTS, "…", "an ellipsis in one character"),
    ):
        for match in shape.finditer(prose):
            yield from _change(document, match.start(), match.end(), new, what, style)
    for match in _THOUSANDS.finditer(prose):
        yield from _change(document, *match.span(2), style.thousands, "the space between thousands", style)
    for match in _ORDINAL.finditer(prose):
        new = ("re" if match[1] == "1" else "e") + ("s" if match[2].endswith("s") else "")
        yield from _change(document, *match.span(2), new, "a short ordinal", style)


def _change(document: Document, start: int, end: int, new: str, what: str, style: HouseStyle) -> Iterator[Finding]:
    yield from repair(document, start, end, new, f"{what} ({style.source})", confidence=0.99)


def _spaces(document: Document, style: HouseStyle) -> Iterator[Finding]:
    for shape in (_HIGH, _PERCENT):
        for match in shape.finditer(document.prose):
            space = style.before[match[2]]
            if match[1] != space:
                yield from _change(document, match.start(), match.end(), space + match[2], "the space before it", style)


def _quotes(document: Document, style: HouseStyle) -> Iterator[Finding]:
    for match in _GUILLEMETS.finditer(document.prose):
        for group, new in ((2, style.inside), (4, style.inside)):
            start, end = match.span(group)
            if match[group] != new:
                yield from _change(document, start, end, new, "the space inside of guillemets", style)
    for match in _QUOTES.finditer(document.prose):
        start, end = match.span()
        edits = (
            Edit(Span(start, start + 1), "«" + style.inside),
            Edit(Span(end - 1, end), style.inside + "»"),
        )
        if all(document.editable(edit) for edit in edits):
            yield Finding(Span(start, end), f"guillemets ({style.source})", edits, trust=Trust.APPLY, confidence=0.99)
