"""English words that a machine left in the middle of its French: `les éléments resized`, `| Partial Ordering |`.

Only in a text that a machine made: authors of technical French use English words freely, and mean them.

* a label (a cell, a bold head, the text of a link) of two words or more that are English and, for the most part, not
  French, nor a term or a name that the glossary knows;
* a single word in lower case that is English, no French, that technical French never uses as a loan, and that a
  dictionary can translate; a name of a tool (`isort`, `systemd`) or a word of the document's code is none;
* half of a word: `le décoding`, `des sous-words`.

Flagged, with the French of a single word beside it: its sense is for a person to judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fixer.detectors._english_labels import is_english_label
from fixer.detectors._origin import machine_made
from fixer.detectors._shared import code_like, line_around
from fixer.document import HOLE, Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.foreign import FUNCTION_WORDS, foreign_at, runs
from fixer.french.from_english import label
from fixer.french.from_english import word as common
from fixer.french.inflection import plural
from fixer.french.lexicon import Lexicon
from fixer.glossary.cover import Cover
from fixer.glossary.match import Hit
from fixer.glossary.model import Kind as EntryKind
from fixer.glossary.to_french import to_french
from fixer.lazy import pattern, simple_pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_LABEL = pattern(
    r"(?m)(?:^[ \t]*(?:[-*+•] |\d+[.)] )?\*\* ?|\| *(?:\*\*)? ?|\[|^#{1,6} )"
    r"(?P<label>(?:[A-Z]|(?<=\[)[a-z])[A-Za-z'’-]+(?: [A-Za-z\d.'’-]+){0,6})"
    rf":?(?= ?\*\*| *\||\]{HOLE}|\] ?\((?:https?:|{HOLE})|[ ]*\r?$)"
)
_WORD = pattern(r"(?<![\w.@/\\'’\[*_(«\"-]|[«“][ \u00a0])(?:[a-z]{5,}|repos?)(?![\w'’/@=(\\\]*_»\")-]|\.\w)")
_PAIRED = pattern(r"(?<=\b\p{Ll}{3,20}/)(?:[a-z]{5,}|repos?)(?![\w'’/@=(\\\]*_-]|\.\w)")
_COMPOUND = pattern(r"(?<![\w.@/\\'’-])[A-Za-z]{2,}(?:-[A-Za-z]+){1,4}(?![\w'’/@=(\\-]|\.\w)")
_HEAD = pattern(
    rf"(?m)(?:^[ \t]*(?:[-*+•] |\d+[.)] )?|\| |{HOLE} [-–—:] |[.!?] )(?P<word>[A-Z][a-z]{{4,}})"
    r"(?= (?:avec|de|pour|des|du|qui|en|par|sur|sans) | d['’])"
)
_HALF = pattern(r"(?<![\w-])(?:\p{Ll}*[éèêç]\p{Ll}*ings?|(?:sous|non|auto|pré|ré|multi)-[a-z]{4,})(?![\w-])")


@rule(
    "english-words",
    Category.UNTRANSLATED_EN,
    Stage.SENTENCE,
    "English words and labels in the French of a machine",
    Trust.FLAG,
)
def english_words(document: Document, resources: Resources) -> Iterator[Finding]:
    if not machine_made(document, resources):
        return
    prose, lexicon, glossary = document.prose, resources.lexicon, resources.glossary
    hits = [hit for hit in glossary.matches(prose) if not _is_english_form(hit, prose)]
    known = Cover((*(hit.span for hit in hits), *glossary.protected_spans(prose)))
    labels = []
    for match in _LABEL.finditer(prose):
        span = Span(*match.span("label"))
        labels.append(span)
        if known.overlaps(span) or label(match["label"]) is not None:
            continue
        if is_english_label(match["label"], resources):
            french = _terms(match["label"], resources)
            yield Finding(span, "English left untranslated", alternatives=french, confidence=0.75)
    taken, code = Cover(labels), _in_code(document)
    counts = Counter(match.group() for match in _WORD.finditer(prose))
    for match in (*_WORD.finditer(prose), *_PAIRED.finditer(prose)):
        word, span = match.group(), Span(*match.span())
        if (
            not _is_stray(prose, word, span.end, lexicon)
            or known.overlaps(span)
            or taken.overlaps(span)
            or word in code
        ):
            continue
        if code_like(prose, span) or (not common(word) and (glossary.knows_word(word) or _is_name(word, resources))):
            continue
        if counts[word] > _NAME or prose[slice(*line_around(prose, span))].strip() == word:
            continue  # the name of a feature; the output of a program
        french = to_french(word)
        if french and not _in_english(prose, span, lexicon):
            yield Finding(span, f"an English word: “{french[0]}”", alternatives=french, confidence=0.7)
    for match in (*_COMPOUND.finditer(prose), *_HEAD.finditer(prose)):
        word = match.group().lower() if match.re.groups == 0 else match["word"].lower()
        span = Span(match.end() - len(word), match.end())
        if not common(word) or lexicon.frequency(word) >= _LOAN or word in code or taken.overlaps(span):
            continue
        if not known.overlaps(span) and not code_like(prose, span) and not _in_english(prose, span, lexicon):
            french = tuple(f[0].upper() + f[1:] if span.of(prose)[0].isupper() else f for f in common(word))
            yield Finding(span, f"English: “{french[0]}”", alternatives=french, confidence=0.6)
    yield from _halves(document, lexicon)


def _terms(text: str, resources: Resources) -> tuple[str, ...]:
    """What the glossary calls a label in French."""
    hits = (hit for hit in resources.glossary.matches(text) if len(hit.span) == len(text) and hit.wrong is None)
    terms = dict.fromkeys(hit.entry.term for hit in hits)
    return tuple(term[0].upper() + term[1:] for term in terms if term.lower() != text.lower())


def _is_english_form(hit: Hit, prose: str) -> bool:
    """True for the English of a term in all its words, `Read-Your-Writes`, or of a word that French has: `driver`."""
    text = hit.span.of(prose)
    whole = hit.wrong is None and hit.entry.kind is not EntryKind.ENTITY
    return whole and ("-" in text or " " in text or bool(common(text))) and text.lower() != hit.entry.term.lower()


_LOAN = 1.5
"""Occurrences per million words from which authors of technical French use a word that pages show often in English."""


_NAME = 4
"""A word that a text has oftener is what it is about: `les skills` of an agent."""

_OBJECT = pattern(r" (?:l[ea]s?|une?|des|votre|vos|ces?|cette) | l['’]")


def _is_stray(prose: str, word: str, end: int, words: Lexicon) -> bool:
    """True for English that is no loan; a gerund alone (*le routing*) mostly is one, before its object it is not."""
    if common(word):
        return words.frequency(word) < _LOAN
    if not words.english(word) or words.french(word) or words.frequency(word):
        return False
    return not word.endswith("ing") or _OBJECT.match(prose, end) is not None


def _is_name(word: str, resources: Resources) -> bool:
    listed, lexicon = resources.glossary.listed, resources.lexicon
    forms = (word, word.capitalize(), word.upper())
    return any(form in listed for form in forms) and not lexicon.english_frequency(word) > _COMMON


_COMMON = 20.0
"""A name that is a common word besides (`should`): per million words of English descriptions of software."""

_CODE_WORD = simple_pattern(r"[a-z]{4,}")


def _in_code(document: Document) -> frozenset[str]:
    """The words of the document's code and addresses."""
    kinds = (Kind.CODE, Kind.LINK)
    regions = (region.span.of(document.text) for region in document.regions if region.kind in kinds)
    return frozenset(word for region in regions for word in _CODE_WORD.findall(region.lower()))


_NEIGHBOURS = pattern(r"([\p{L}'’-]+)[ ]?$"), pattern(r"[ ]?([\p{L}'’-]+)")


def _in_english(prose: str, span: Span, words: Lexicon) -> bool:
    """True for a word inside of a run of English, which is no single word then."""
    before = _NEIGHBOURS[0].search(prose, max(0, span.start - 30), span.start)
    after = _NEIGHBOURS[1].match(prose, span.end, span.end + 30)
    beside = [match[1].lower() for match in (before, after) if match]
    if any(word in _ENGLISH for word in beside):
        return True
    if len(beside) == 2 and not any(map(words.french, beside)) and any(map(words.english, beside)):
        return True
    start, end = line_around(prose, span, _REACH)
    if any(run.span.overlaps(span) and run.words > 2 for run in runs(prose, start, end, words)):
        return True
    return foreign_at(prose, span.start, words)


_REACH = 150
_ENGLISH = FUNCTION_WORDS["English"] - frozenset("on or me as a an but".split())


def _halves(document: Document, words: Lexicon) -> Iterator[Finding]:
    """Words that are half French and half English: `décoding`, `sous-words`."""
    for match in _HALF.finditer(document.prose):
        word = match.group()
        if words.french(word) or words.frequency(word):
            continue
        head, hyphen, rest = word.partition("-")
        if hyphen:
            if words.french(rest) or not common(rest):
                continue
            french = tuple(f"{head}-{each}" for each in common(rest))
        else:
            stem = word.removesuffix("s").removesuffix("ing")
            nouns = [stem + ending for ending in ("age", "ation", "ement") if words.french(stem + ending)]
            french = tuple(plural(noun) if word.endswith("s") else noun for noun in nouns)
        if french:
            yield Finding(Span(*match.span()), f"half English: “{french[0]}”", alternatives=french, confidence=0.8)
