"""Dates in the order and with the months of English, in French: `Nov 8, 2025`, `June 7th, 2024`, `en January 2024`.

Suggested: `8 novembre 2025`, `7 juin 2024`, `en janvier 2024`, `1er mai 2024`. Without a year
(`November 8`) only in a text that a machine made. Left alone: English sentences, references with an author or an
address, the time stamps of protocols (`Mon, 05 Jan 2026 10:00 GMT`), code.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._origin import machine_made
from fixer.detectors._shared import code_like, line_around, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.foreign import FUNCTION_WORDS
from fixer.glossary.match import opens
from fixer.lazy import pattern, simple_pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_MONTHS = {
    "jan": "janvier", "feb": "février", "mar": "mars", "apr": "avril", "may": "mai", "jun": "juin",
    "jul": "juillet", "aug": "août", "sep": "septembre", "oct": "octobre", "nov": "novembre", "dec": "décembre",
}  # fmt: skip
_DAYS = {
    "mon": "lundi", "tue": "mardi", "wed": "mercredi", "thu": "jeudi", "fri": "vendredi", "sat": "samedi",
    "sun": "dimanche",
}  # fmt: skip
_FULL = "January February March April May June July August September October November December"
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _FULL.split())
_MONTH = _MONTH.replace("Sep(?:", "Sept?(?:")
_WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\.?,?[ ])?"
_START = r"(?:(?<![\w.@/-])|(?<=\p{Ll})(?=\p{Lu}\p{Ll}{2,8}\.?[ ]\d\d?,[ ]?\d{4}))"
_END = r"(?![\w/-]|,?[ ]\d\d?:\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_SHAPES = (
    pattern(
        rf"{_START}{_WEEKDAY}(?P<month>{_MONTH})\b\.?[ ](?:(?P<day>[0-3]?\d){_ORDINAL}(?:,[ ]?|[ ]))?"
        rf"(?P<year>(?:19|20)\d\d){_END}"
    ),
    pattern(
        rf"(?<![\w.@/-]|\d[ ]){_WEEKDAY}(?P<day>[0-3]?\d){_ORDINAL}(?:[ ]of)?[ ](?P<month>{_MONTH})\b\.?,?[ ]"
        rf"(?P<year>(?:19|20)\d\d){_END}"
    ),
)
_NO_YEAR = pattern(
    rf"(?<![\w.@/-]){_WEEKDAY}(?P<month>{'|'.join(m for m in _FULL.split() if m[:2] != 'Ma')})[ ]"
    rf"(?P<day>[0-3]?\d){_ORDINAL}(?P<year>)(?![\w/-]|,?[ ]\d|\.\d)"
)
_FRENCH_TOO = ("Oct", "Nov", "Sept")
"""Months that French shortens in the same way: *Nov. 2024* may be French with a capital."""

_YEAR = simple_pattern(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? ")
_REFERENCE = pattern(
    r"arXiv|https?:|doi|et al\b|\bISBN\b|\bpp?\. ?\d|\bVol\b|Proceedings|Conference|^[ \t]*\[\d+\]|\[\^|Retrieved|"
    r"Copyright|©|\bGMT\b|\bUTC\b|commit |Author:|Date:",
    regex.IGNORECASE,
)
_WORDS = simple_pattern(r"[A-Za-z']+")
_ENGLISH = FUNCTION_WORDS["English"] - frozenset("on or me as a an but may me".split())
_ENOUGH = 2
_CONFIDENCE = 0.9


@rule("english-date", Category.UNTRANSLATED_EN, Stage.SENTENCE, "English dates in French: `Nov 8, 2025`", Trust.SUGGEST)
def english_date(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if _YEAR.search(prose) is None:
        return
    for shape in (*_SHAPES, *((_NO_YEAR,) if machine_made(document, resources) else ())):
        for match in shape.finditer(prose):
            french = _french(match)
            if french is None or _is_kept(document, Span(*match.span())):
                continue
            if prose[match.start() - 1 : match.start()].isalpha():
                french = f" {french}"
            elif match["weekday"] and opens(prose, match.start()):
                french = french.capitalize()
            message = f"“{match.group()}” is an English date"
            yield from repair(document, match.start(), match.end(), french, message, Trust.SUGGEST, _CONFIDENCE)


def _french(match: regex.Match[str]) -> str | None:
    """The date in French; None if it is no date, or may be French already."""
    weekday, day, month, year = match["weekday"], match["day"], match["month"], match["year"]
    if (day is None and (weekday or month in _FRENCH_TOO)) or not 1 <= int(day or 1) <= 31:
        return None
    words = (_DAYS[weekday[:3].lower()] if weekday else "", day and ("1er" if int(day) == 1 else str(int(day))))
    return " ".join(filter(None, (*words, _MONTHS[month[:3].lower()], year)))


def _is_kept(document: Document, span: Span) -> bool:
    """True for what stands in code, in English, in a reference."""
    prose = document.prose
    start, end = line_around(prose, span, 300)
    if _REFERENCE.search(document.text, start, end) or code_like(prose, span):
        return True
    near = prose[max(start, span.start - 60) : span.start] + " " + prose[span.end : min(end, span.end + 60)]
    return sum(word.lower() in _ENGLISH for word in _WORDS.findall(near)) >= _ENOUGH
