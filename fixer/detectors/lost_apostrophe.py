"""Words that lost their apostrophe: `lintelligence` for *l'intelligence*, `dAnthropic` for *d'Anthropic*, `quil`.

*What.* The apostrophe fell out in a conversion, most often in the whole document at once.

*How.* What is left after `l`, `d`, `qu`, `j`, `m`, `t`, `s`, `n`, `c` must be a word that can stand there, and the pair
must be likelier between its neighbours than an unknown word. Words that exist (`dune`, `sil`) are suspected only in a
document that certainly lost apostrophes elsewhere, and only where a noun makes no sense.

*Trust.* Applied where the odds are beyond doubt, suggested below. The new apostrophe is the one the document uses.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import regex

from fixer.detectors._tokens import Token, neighbours, suspects
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.apostrophes import Lost, lost_apostrophe
from fixer.french.letters import letter_model
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_WORD = pattern(r"\p{L}++")
#: Log-odds: certain enough to count for the series; to apply; to suggest.
_CERTAIN, _APPLY, _SUGGEST = 3.5, 5.0, 1.5
_SERIES = 2

#: Existing words that are worse French than their elided readings, in a document that lost apostrophes.
_EXISTING = pattern(r"(?<![\p{L}\p{N}_'’-])(?:[ldjmtsnc]|qu)[aeiouyhéèêàâîôœ]\p{Ll}++(?![\p{L}\p{N}_'’-])", regex.I)


@rule("lost-apostrophe", Category.RUN_TOGETHER, Stage.GLYPH, "words that lost their apostrophe")
def lost_apostrophes(document: Document, resources: Resources) -> Iterator[Finding]:
    words = [(token, span) for token in suspects(document, resources.lexicon) for span in _word(token)]
    found = [(token, span, _judge(document, token, span, resources, False)) for token, span in words]
    certain = {span.of(document.text).lower() for _, span, lost in found if lost and lost.odds > _CERTAIN}
    if len(certain) >= _SERIES:
        found = [(token, span, _judge(document, token, span, resources, True)) for token, span in words]
        asked = {span for _, span in words}
        others = [token for token in _existing(document) if token.span not in asked]
        known = [(token, token.span, _judge(document, token, token.span, resources, True)) for token in others]
        found = sorted(found + known, key=lambda item: item[1])
    mark = "’" if document.prose.count("’") > document.prose.count("'") else "'"
    for _, span, lost in found:
        if lost is None or lost.odds < _SUGGEST:
            continue
        word = span.of(document.text)
        edit = Edit.insert(span.start + lost.at, mark)
        trust = Trust.APPLY if lost.odds > _APPLY else Trust.SUGGEST
        message = f"lost apostrophe: “{word[: lost.at]}{mark}{word[lost.at :]}”"
        yield Finding(span, message, (edit,), trust=trust, confidence=1 / (1 + math.exp(-lost.odds)))


def _word(token: Token) -> Iterator[Span]:
    """The word of a token that is one word with marks around it."""
    found = list(_WORD.finditer(token.text))
    if len(found) == 1:
        yield Span(token.span.start + found[0].start(), token.span.start + found[0].end())


def _existing(document: Document) -> Iterator[Token]:
    for match in _EXISTING.finditer(document.prose):
        span = Span(*match.span())
        line = document.line_span(document.line_column(span.start)[0])
        yield Token(span, match.group(), line, match.group())


def _judge(document: Document, token: Token, span: Span, resources: Resources, series: bool) -> Lost | None:
    before, after = neighbours(document.prose, Token(span, token.text, token.line, token.core))
    word = span.of(document.text)
    return lost_apostrophe(word, before, after, resources.lexicon, resources.language_model, letter_model(), series)
