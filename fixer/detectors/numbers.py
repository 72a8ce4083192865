"""Numbers and units as French writes them.

* A decimal point in running French (`3.5 fois`, `1.2 milliard`), and commas between thousands (`50,000 puces`), are
  English; so is `4.7 kΩ` where the other decimals have a comma. They are flagged, as
  `3.5` may be the number of a version and `50,000` a very exact measure.
* A unit or a currency glued to its number (`10Go`, `8mA`, `40$`) is suggested with its space (Bureau international des
  poids et mesures, *Le Système international d'unités*, 5.4.3), in a text that a machine made or that has the space
  elsewhere; volts, watts and ampères, which authors like to glue (`5V`), only in the former.

Left alone: versions (`Claude 3.5`, `v1.2`), sizes of models (`13B`), dimensions (`4K`, `2x`), all code.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._origin import machine_made
from fixer.detectors._shared import accidents, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.habits import habits
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_COUNTED = (
    "fois", "millions?", "milliards?", "points? de", "heures?", "secondes?", "minutes?", "ans", "jours", "mois",
    "euros?", "dollars?", "yuans?", "kilomètres?", "mètres?", "tonnes?", "watts?",
)  # fmt: skip
_POINT = pattern(
    rf"(?<![\p{{L}}\p{{N}}.,:/_-]|\p{{Lu}}\p{{Ll}}{{2,}} )(\d{{1,3}}\.\d{{1,2}})(?= (?:{'|'.join(_COUNTED)})\b)",
    needs=tuple(" " + noun.partition("s?")[0] for noun in _COUNTED),
)
_MEASURED = pattern(
    r"(?<![\p{L}\p{N}.,:/_-]|\p{Lu}\p{Ll}{2,} )(\d{1,3}\.\d{1,3})"
    r"(?=[ \u00a0](?:[nµm]?s|min|h|[kM]?Ω|°C|[kmM]?V|mA|A|[kM]?W|"
    r"kWh|[kMG]?Hz|[KMGT]o|%|[kmcµn]?m|k?g)(?![\p{L}\p{N}]))"
)
_COMMA = pattern(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d,.])", needs=(",",))
_THOUSANDS = pattern(
    r"(?<![\p{L}\p{N}.,:/_(\[-]|\d[ \u00a0])(\d{1,3}(?:,\d{3}){1,3})"
    r"(?= (?:\p{Ll}{3,})|[ \u00a0][€$¥%])(?![\p{N},])",
    needs=(",",),
)
_UNITS = r"[GMTk]o|Ko|[kcm]m|[mk]?g|kWh|[kMG]?Hz|[mµn]s|m[AVW]|[kM]W|[kM]Ω|[kMGT]bit/s|[MG]bps|dBm?|[€$]"
_UNIT = pattern(
    rf"(?<![\p{{L}}\p{{N}}.,:/_=$€-])(?P<number>\d{{1,4}}(?:,\d{{1,2}})?)(?P<unit>{_UNITS}|(?P<glued>[VWA]))(?![\p{{L}}\p{{N}}_/-]|\.\w)"
)
_SPACED_UNIT = pattern(rf"\d[ \u00a0\u202f](?:{_UNITS})(?!\w)")


@rule(
    "number-format",
    Category.TYPOGRAPHY,
    Stage.TYPOGRAPHY,
    "English decimals and thousands, units without a space",
    Trust.SUGGEST,
)
def number_format(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from accidents(document, _english(document.prose), most=8)
    translated = machine_made(document, resources)
    if translated or _SPACED_UNIT.search(document.prose):
        for match in _UNIT.finditer(document.prose):
            if match["glued"] and not translated:
                continue
            new = match["number"] + habits(document.prose).before("%") + match["unit"]
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
