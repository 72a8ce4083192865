"""Segmentation into sentences, with offsets.

`sentences(text)` gives the spans of the sentences, without the white space around them; together they hold every
visible character of the text, in order. `sentence_at` finds the one around a position. Rules, in the order they are
asked:

* a line break ends a sentence, unless the line looks wrapped: it is long, does not end in a stop, and the next one goes
  on in lower case (Markdown sources are wrapped; machine pages keep a paragraph a line);
* `. ! ? …` with the quotes and brackets that close after it ends one when white space and then a capital, a digit or
  an opening mark follows; `。！？` end one wherever they stand;
* not after an abbreviation (`M. Dupont`, `cf. Annexe`, `et al. Paris`) or an initial (`K. Simonyan`), nor after a list
  number (`1. Installer`);
* a lower-case letter after a full stop begins a sentence when the word before it is long enough not to be an
  abbreviation: machine pages write `…en cours. en 2024, les modèles…`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

import regex

from fixer.lazy import pattern
from fixer.text import Span

ABBREVIATIONS = frozenset(
    """al apr art arr av bibl boul bull cap cf ch chap circ col coll corp dept dir doc dr ed env etc ex exc
    fasc fig figs gén hab ibid id inc inf intro jr lib lt ltd max mgr min mm mr mrs ms ms n nb no nº obs op p par ph pl
    pp pr prof publ qqch qqn réf rem resp réimpr rev sect sept sq sqq sr st ste suiv suppl sup sv t tab tél th trad univ
    v var vers vol vs éd éq""".split()
)
"""What takes a full stop inside of a sentence; `etc.` is decided by what follows, as every one of them before a capital
that cannot be a name is not."""

_LINE = pattern(r"[^\r\n]++")
_STOP = pattern(r"(?:(?<![.!?…])[.!?…]++[\"'”’»)\]*_]*+(?=\s)|(?<![。！？])[。！？]++[”’」』】）)]*+)")
_MARKER = pattern(r"[ \t]*+(?:[-*+•–—◦▪]|\d{1,3}+[.)]|[#>|])[ \t]")
_CLOSERS = "\"'”’»)]*_ \t\u00a0\u202f"
_OPENERS = "\"'“‘«([*_-–—`"
_LONGEST_ABBREVIATION = 12
_SHORTEST_SURE_WORD = 4
_WRAPPED_LINE = 60


def _lines(text: str) -> Iterator[Span]:
    """Lines with wrapped ones joined, without the white space around them."""
    start = end = -1
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip()
        if not body:
            continue
        first = match.start() + line.index(body)
        last = first + len(body)
        if end >= 0:
            if _wrapped(text, start, end, first):
                end = last
                continue
            yield Span(start, end)
        start, end = first, last
    if end >= 0:
        yield Span(start, end)


def _wrapped(text: str, start: int, end: int, first: int) -> bool:
    """True if the line at `first` goes on with the sentence of the line that ends at `end`."""
    if text.count("\n", end, first) > 1 or text.count("\r", end, first) > 1:
        return False
    line_start = max(start, text.rfind("\n", start, end) + 1, text.rfind("\r", start, end) + 1)
    if end - line_start < _WRAPPED_LINE or text[end - 1] in ".!?:;…。！？|":
        return False
    return text[first].islower() and not _MARKER.match(text, first)


def _ends(text: str, line: Span, match: regex.Match[str]) -> bool:
    """True if the stop matched inside of a line ends a sentence."""
    stop = text[match.start()]
    if stop in "。！？":
        return True
    following = match.end()
    while following < line.end and text[following].isspace():
        following += 1
    if following >= line.end:
        return False
    after = text[following]
    if after in ":;,.!?%)»”":
        return False
    if match.group().rstrip(_CLOSERS) != ".":
        return not after.islower()
    before = match.start()
    begin = before
    while (
        begin > line.start
        and before - begin < _LONGEST_ABBREVIATION
        and (text[begin - 1].isalnum() or text[begin - 1] in "-_")
    ):
        begin -= 1
    word = text[begin:before]
    if begin == line.start and word.isdigit():
        return False
    if len(word) == 1 and word.isupper() and match.end() == before + 1:
        return False
    if word.lower() in ABBREVIATIONS and word.lower() != "etc":
        return False
    if after.islower():
        return len(word) >= _SHORTEST_SURE_WORD and word.isalpha() and word.lower() != "etc"
    return after.isalnum() or after in _OPENERS or ord(after) > 0x2000


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order; none of them empty."""
    out: list[Span] = []
    for line in _lines(text):
        start = line.start
        for match in _STOP.finditer(text, line.start, line.end):
            if _ends(text, line, match):
                out.append(Span(start, match.end()))
                start = match.end()
                while start < line.end and text[start].isspace():
                    start += 1
        if start < line.end:
            out.append(Span(start, line.end))
    return tuple(out)


def sentence_at(text: str, position: int) -> Span:
    """The sentence that holds `position`, or the last one before it; an empty span at 0 if there is none."""
    found = sentences(text)
    index = bisect_right(found, Span(position, len(text))) - 1
    return found[index] if index >= 0 else Span(0, 0)
