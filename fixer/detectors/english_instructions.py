"""English verbs that open an instruction in French: `- Parse toutes les lignes`, `Tokenize chacune`, ``Add `x` à …``.

A verb in its base form that is no French word, at the head of a sentence, an item or a cell, before a French
determiner, or before a code span in a line that is French. Flagged; the French forms are offered (`Analysez`,
`Analyser`, `Analyse`), first the one that the lines around have.

A verb that is a noun in French (`Build le projet`), and `Parse`, count in a text that a machine made; a French verb
(`Compile le projet`) does not, nor a name before code (``Fetch `url` ``).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._origin import machine_made
from fixer.detectors._shared import code_like, line_around
from fixer.document import HOLE, Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.from_english import Verb, verb
from fixer.french.lexicon import Lexicon
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_DETERMINER = (
    r"(?:(?:les?|la|une?|ces?|cet|cette|chaque|chacune?|tou(?:s|te|tes|t)|votre|vos|leurs?|notre|nos|son|sa|ses|"
    r"plusieurs|quelques|deux|trois)\b(?!-|[ ]\d)|[ldLD]['’]\p{L})"
)
_OPENING = pattern(
    r"(?m)(?:^[ \t]*(?:(?:[-*+•>]|\d{1,2}[.)]|#{1,6})[ \t]+)*(?:\[[ xX]\][ \t])?\*{0,2}|[.!?:] |\| ?|"
    rf"{HOLE} ?[-–—:] ?|[-–—] )(?P<verb>[A-Z][a-z]{{2,11}})\*{{0,2}} (?=(?P<determiner>{_DETERMINER})|{HOLE})"
)
_FRENCH = pattern(
    r"(?<![\w-])(?:les?|la|une?|des|du|de|et|est|pour|dans|avec|vous|aux?|à|en|par|sur)(?![\w(-])|[dl]['’]"
)
_CONFIDENCE = 0.85


@rule(
    "english-instruction",
    Category.UNTRANSLATED_EN,
    Stage.SENTENCE,
    "English verbs before French: `Parse toutes les lignes`",
    Trust.FLAG,
)
def english_instruction(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, lexicon = document.prose, resources.lexicon
    for match in _OPENING.finditer(prose):
        lower = match["verb"].lower()
        french = verb(lower)
        if french is None:
            continue
        span = Span(*match.span("verb"))
        if not match["determiner"] and (_is_name(match["verb"], resources) or not _before_code(document, match)):
            continue
        if lexicon.french(lower) and not (
            _is_noun(lower, lexicon, match["determiner"]) and machine_made(document, resources)
        ):
            continue
        if not code_like(prose, span):
            forms = _alternatives(prose, span, french)
            message = f"“{match['verb']}” is left in English: “{french.infinitive}”"
            yield Finding(span, message, alternatives=forms, confidence=_CONFIDENCE)


_ANGLICISMS = frozenset(["parse"])
"""French verbs only since English has them; French writes *analyser*."""


def _is_noun(word: str, words: Lexicon, determiner: str | None) -> bool:
    """True for a word that French has as a noun only, and that no noun phrase begins with before a determiner."""
    return word in _ANGLICISMS or (determiner is not None and words.tags(word) <= _NOMINAL)


_NOMINAL = frozenset("nom mas fem epi sg inv".split())


def _is_name(word: str, resources: Resources) -> bool:
    return word in resources.glossary.listed and word.lower() not in _ANGLICISMS


def _before_code(document: Document, match: regex.Match[str]) -> bool:
    """True if the verb stands before a code span and its line goes on in French."""
    if document.region_at(match.end()).kind is not Kind.CODE:
        return False
    _, end = line_around(document.prose, Span(*match.span()))
    return _FRENCH.search(document.prose, match.end(), end) is not None


_HEAD = pattern(r"(?m)^[ \t]*(?:[-*+•>]|\d{1,2}[.)])?[ \t]*\*{0,2}(\p{Lu}\p{Ll}{2,})(?= )")
_AROUND = 600


def _alternatives(prose: str, span: Span, french: Verb) -> tuple[str, ...]:
    """The forms, first the one that the lines around open with."""
    around = _HEAD.findall(prose, max(0, span.start - _AROUND), span.end + _AROUND)
    imperatives = sum(head.endswith("ez") for head in around)
    infinitives = sum(head.endswith(("er", "ir", "re")) for head in around)
    forms = (french.imperative, french.infinitive, french.present)
    if infinitives > imperatives:
        forms = (french.infinitive, french.imperative, french.present)
    return tuple(form[0].upper() + form[1:] for form in forms)
