"""Numbers and units as French writes them.

* A decimal point in running French (`3.5 fois`, `1.2 milliard`), and commas between thousands (`50,000 puces`), are
  English; so is `4.7 kΩ` where the other decimals have a comma. They are flagged, as
  `3.5` may be the number of a version and `50,000` a very exact measure.
* A unit glued to its number (`10Go`, `5km`) is suggested with its space (Bureau international des poids et mesures,
  *Le Système international d'unités*, 5.4.3), unless the text always glues it.

Left alone: versions (`Claude 3.5`, `v1.2`), sizes of models (`13B`), dimensions (`4K`, `2x`), all code.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._shared import accidents, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.habits import habits
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_POINT = pattern(
    r"(?<![\p{L}\p{N}.,:/_-]|\p{Lu}\p{Ll}{2,} )(\d{1,3}\.\d{1,2})(?= (?:fois|millions?|milliards?|points? de|"
    r"heures?|secondes?|minutes?|ans|jours|mois|euros?|dollars?|yuans?|kilomètres?|mètres?|tonnes?|watts?)\b)"
)
_MEASURED = pattern(
    r"(?<![\p{L}\p{N}.,:/_-]|\p{Lu}\p{Ll}{2,} )(\d{1,3}\.\d{1,3})"
    r"(?=[ \u00a0](?:[nµm]?s|min|h|[kM]?Ω|°C|[kmM]?V|mA|A|[kM]?W|"
    r"kWh|[kMG]?Hz|[KMGT]o|%|[kmcµn]?m|k?g)(?![\p{L}\p{N}]))"
)
_COMMA = pattern(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d,.])")
_THOUSANDS = pattern(
    r"(?<![\p{L}\p{N}.,:/_(\[-]|\d[ \u00a0])(\d{1,3}(?:,\d{3}){1,3})"
    r"(?= (?:\p{Ll}{3,})|[ \u00a0][€$¥%])(?![\p{N},])"
)
_UNIT = pattern(r"(?<![\p{L}\p{N}.,:/_=-])(\d{1,4}(?:,\d{1,2})?)(Go|Mo|Ko|To|km|kg|kWh|MHz|GHz|ms)(?![\p{L}\p{N}_/.-])")
_SPACED_UNIT = pattern(r"\d[ \u00a0\u202f](?:Go|Mo|Ko|To|km|kg|kWh|MHz|GHz|ms)\b")


@rule(
    "number-format",
    Category.TYPOGRAPHY,
    Stage.TYPOGRAPHY,
    "English decimals and thousands, units without a space",
    Trust.SUGGEST,
)
def number_format(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from accidents(document, _english(document.prose), most=8)
    if _SPACED_UNIT.search(document.prose):
        for match in _UNIT.finditer(document.prose):
            new = match[1] + habits(document.prose).before("%") + match[2]
            yield from repair(document, *match.span(), new, f"a space before the unit: “{new}”", Trust.SUGGEST, 0.8)


def _english(prose: str) -> Iterator[Finding]:
    for match in _POINT.finditer(prose):
        new = match[1].replace(".", ",")
        yield Finding(
            Span(*match.span(1)), f"French writes decimals with a comma: “{new}”", alternatives=(new,), confidence=0.8
        )
    for match in _MEASURED.finditer(prose) if _COMMA.search(prose) else ():
        new = match[1].replace(".", ",")
        message = f"the other decimals of this text have a comma: “{new}”"
        yield Finding(Span(*match.span(1)), message, alternatives=(new,), confidence=0.8)
    for match in _THOUSANDS.finditer(prose):
        new = match[1].replace(",", "\u00a0")
        yield Finding(
            Span(*match.span(1)), f"French parts thousands with a space: “{new}”", alternatives=(new,), confidence=0.7
        )
