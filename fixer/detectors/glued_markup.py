"""A word glued to a link or an inline tag: `[Coqui xttsv2](…)et`, `sur<a href="…">`, `[l'article](…)-- un résumé`.

A link that a machine moved or filled loses the spaces around it. Most such joins are found by `run-together`, which
reads the words on both sides together; where one of them is no word at all (`xttsv2et`, an address), it sees one
strange word or code. But no word goes on behind a link with *et*, *pour* or *dans*, and none ends in *sur* or *selon*
right before a tag: these are put apart whatever the link says. Behind a tag of code (`<tt>source x.sh</tt>configure`)
any French word is.

Applied. Left alone: the ending of a plural (`[commit](…)s`), a word that merely begins so (`[api](…)etcd`), one styled
letter (`<b>C</b>entre`).
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.lexicon import Lexicon
from fixer.french.segmentation.evidence import FUNCTION
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_BEHIND = pattern(
    r"(?<=\]\([^()\s]{1,400}\)|</a>|[\p{L}\d]{2}</(?:b|em|i|strong)>|(?P<code></(?:tt|code|kbd)>))"
    r"(?:(?P<word>\p{Ll}{2,})(?![\p{L}\d_'’-])|(?P<dash>--|–|—)(?= ))",
    needs=("](", "</"),
)
_BEFORE = pattern(
    r"(?<![\p{L}\d_'’.@/-])(?P<word>\p{L}\p{Ll}+)(?=<(?:a\s|https?://|(?:b|em|i|strong|tt|code|kbd)>))", needs=("<",)
)
_ANNOUNCING = frozenset("selon comme vers par sur avec dans pour chez depuis voir".split())
_LONG = 4


@rule("glued-markup", Category.RUN_TOGETHER, Stage.SPLIT, "a word glued to a link or a tag: `[la page](…)pour`")
def glued_markup(document: Document, resources: Resources) -> Iterator[Finding]:
    for match in _BEHIND.finditer(document.text):
        if not match["word"] or _stands_alone(match["word"], resources.lexicon, beside_code=bool(match["code"])):
            yield from _space(document, Span(*match.span()), match.start())
    for match in _BEFORE.finditer(document.text):
        if match["word"].lower() in FUNCTION | _ANNOUNCING:
            yield from _space(document, Span(*match.span("word")), match.end("word"))


def _stands_alone(word: str, words: Lexicon, *, beside_code: bool) -> bool:
    """True for a word that is no ending of another."""
    return word in FUNCTION or (beside_code and len(word) >= _LONG and words.french(word))


def _space(document: Document, span: Span, at: int) -> Iterator[Finding]:
    edit = Edit.insert(at, " ")
    if document.region_at(span.start).kind is Kind.PROSE and document.editable(edit):
        message = f"a space is lost between a link or a tag and “{span.of(document.text)}”"
        yield Finding(span, message, (edit,), trust=Trust.APPLY, confidence=0.97)
