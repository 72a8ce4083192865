"""English, and now and then Spanish, German or Italian, that the machine left in French.

* `untranslated-en`: runs of words with function words that French does not have (`Learn how to query a website`,
  `the embedding nodes`, `traducido del chino`), in sentences, headings, link texts and page descriptions. Flagged: the
  translation needs a person.
* `english-title`: a phrase in the order of English: a possessive in a quotation (`"DeepSeek's Model"`, suggested as the
  text itself translates it elsewhere), an office after its company (`par Anthropic CEO`), *AI* behind a French noun
  (`le modèle AI`, suggested: `d'IA`).

Left alone: quotations, parentheses (`(machine learning)`), emphasised terms, titles of works in capitals, references
with a year or an address, words after *en anglais*, product names, code, and nouns alone: French technical prose has
many and means them.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._origin import machine_made
from fixer.detectors._shared import line_around
from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.foreign import FUNCTION_WORDS, Run, hints, runs
from fixer.french.lexicon import Lexicon
from fixer.french.sentences import sentences
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_ENCLOSED = pattern(
    r"«[^»\n]{1,400}»|“[^”\n]{1,400}”|\"[^\"\n]{1,400}\"|\([^()\n]{1,300}\)|\[[^\[\]\n]{1,300}\](?![(\ufffc])|"
    r"(?<![\p{L}\p{N}])['‘][^'’\n]{3,200}['’](?![\p{L}\p{N}])|`[^`\n]{1,300}`|"
    r"(?<![*\p{L}])\*[^*\n]{2,200}\*(?![*\p{L}])|(?<![_\p{L}])_[^_\n]{2,200}_(?![_\p{L}])|<[^<>\n]{1,200}>"
)
_CITED = pattern(
    r"anglais|english|https?:|www\.|arXiv|doi|et al\b|\bISBN\b|\bpp?\. ?\d|\b(?:19|20)\d\d\b|©|copyright|licen[cs]e|"
    r"intitulé|titre|article|tutoriel|commit|exception|résultat|appelé|nommé|acronyme|signifie|abréviation|message|erreur|affiche|RFC|PEP|chanson|film|livre",
    regex.IGNORECASE,
)


@rule(
    "untranslated-en",
    Category.UNTRANSLATED_EN,
    Stage.SENTENCE,
    "English or another language left in French",
    Trust.FLAG,
)
def untranslated_en(document: Document, resources: Resources) -> Iterator[Finding]:
    text = _searched(document)
    damaged = machine_made(document, resources)
    whole = list(_whole_sentences(text, resources.lexicon)) if damaged else []
    yield from whole
    done = 0
    for hint in hints(text):
        if hint < done:
            continue
        start, end = line_around(text, Span(hint, hint))
        start, done = max(start, done), end
        if field := _FIELD.match(text, start, end):
            start = field.end()
        for run in runs(text, start, end, resources.lexicon):
            reported = any(found.span.overlaps(run.span) for found in whole)
            words = resources.lexicon if damaged else None
            if not reported and _counts(text, run, start, end, words):
                message = f"{run.language} left untranslated ({', '.join(dict.fromkeys(run.functions[:4]))} …)"
                yield Finding(run.span, message, confidence=0.9)


_ENGLISH_WORD = pattern(r"[\p{L}\p{M}]++(?:['’-]\p{L}++)*+")
_BEFORE = pattern(r"(?:[ \t]*+(?:[-*+•>]|#{1,6}|\d{1,2}[.)]))?[ \t]*+(?:\p{Lu}\p{L}{2,12}[ \u00a0]?:[ \u00a0])?")
_LEAST_ENGLISH = 0.6


def _whole_sentences(text: str, words: Lexicon) -> Iterator[Finding]:
    """In a damaged text, sentences all of whose words are English: `Users saw timeouts.`, `Any ideas?`.

    Most of the words must be no French at all, so that no French sentence of words that both have is one.
    """
    for span in sentences(text):
        head = _BEFORE.match(text, span.start, span.end)
        start = head.end() if head else span.start
        sentence = text[start : span.end]
        ends = sentence[-1:] in (".", "!", "?") or text.startswith("#", span.start)
        if not ends or len(sentence) > _LONGEST or not sentence.isascii() or any(sign in sentence for sign in _SIGNS):
            continue
        found = [match.group() for match in _ENGLISH_WORD.finditer(sentence)]
        if len(found) < (2 if sentence[-1] in "!?" else 3) or _title_case(sentence.split()):
            continue
        foreign = sum(_only_english(word, words) for word in found)
        if foreign >= _LEAST_ENGLISH * len(found) and all(words.english(w) or not w.islower() for w in found):
            yield Finding(Span(start, span.end), "English left untranslated", confidence=0.9)


def _only_english(word: str, words: Lexicon) -> bool:
    lower = word.lower()
    return words.english(lower) and (not words.french(lower) or lower in FUNCTION_WORDS["English"])


_SIGNS = "_=/`<>{}|@"
_LONGEST = 300


def _searched(document: Document) -> str:
    """The prose and the front matter, whose titles and descriptions are shown to readers."""
    prose = document.prose
    for region in document.regions:
        if region.kind is Kind.FRONT_MATTER:
            prose = prose[: region.span.start] + region.span.of(document.text) + prose[region.span.end :]
    return prose


_FIELD = pattern(r"(?:title|description|summary|excerpt|subtitle)[ ]?:[ ]*[\"']?")


def _counts(text: str, run: Run, start: int, end: int, damaged: Lexicon | None = None) -> bool:
    """True if a run is a leftover: enough words, enough of them telling, and nothing that makes it legitimate.

    In a damaged text (one with its lexicon in `damaged`) one telling word is enough among others that are no French.
    """
    here = run.span.of(text)
    words = here.split()
    telling = len(run.functions)
    whole = len(here) >= 0.6 * len(text[start:end].strip(" #>*-|"))
    sentence = _sentence(text, run, start, end)
    if sentence and len(words) >= 3 and not _title_case(words):
        return True
    few = not (whole and len(words) >= 3) and not (run.functions[0] in _TELLING and len(words) >= 3)
    if telling < 2 and few and not (damaged and _is_phrase(words, damaged)):
        return False
    if len(words) < 3 or telling * 7 < len(words):
        return False
    told = {word.strip(",.:;()").lower() for word in words} - set(run.functions)
    if telling < 4 and sum(len(word) > 3 for word in told) < (1 if telling > 2 or whole else 2):
        return False  # `x is not y`, `async with lock`: operators of a programming language
    if _title_case(words) and not whole:
        return False
    around = text[max(start, run.span.start - 120) : min(end, run.span.end + 60)]
    if not whole and _CITED.search(around):
        return False
    if whole and regex.search(r"https?:|arXiv|©|\b(?:19|20)\d\d\b", around):
        return False
    low, high = max(start, run.span.start - 400), min(end, run.span.end + 400)
    return not any(
        match.start() < run.span.end and run.span.start < match.end() and match.end() - match.start() > 2
        for match in _ENCLOSED.finditer(text, low, high)
    )


_LEAST_WORDS = 4


def _is_phrase(words: list[str], lexicon: Lexicon) -> bool:
    """True for `helper to change directory`: most of the words are English and no French."""
    plain = [word.strip(",.:;()") for word in words]
    foreign = sum(_only_english(word, lexicon) for word in plain if word.islower())
    return len(words) >= _LEAST_WORDS and foreign * 4 >= len(words) * 3


def _sentence(text: str, run: Run, start: int, end: int) -> bool:
    """True if the run is a sentence of its own, from mark to mark."""
    before = text[start : run.span.start].rstrip()
    after = text[run.span.end : end]
    return after[:1] in (".", "!", "?") and run.span.of(text)[0].isupper() and (not before or before[-1] in ".!?…。")


_TELLING = frozenset("the with your this".split())


def _title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 0 and all(word[0].isupper() for word in long)


_POSSESSIVE = pattern(
    r"(?<=[\"“«\[] ?)((?:\p{Lu}[\p{L}\p{N}]*+)(?:[ -]\p{Lu}[\p{L}\p{N}]*+)?)['’]s (\p{L}{3,})(?= ?[\"”»\]])",
    needs=("'s ", "’s "),
)
_OFFICE = pattern(
    r"(?<=\b(par|de|avec|selon|pour|chez|à) )(\p{Lu}[\p{L}\p{N}]*+(?: \p{Lu}[\p{L}\p{N}]*+)?) "
    r"(CEO|CTO|CFO|COO)(?![\p{L}\p{N}])"
)
_OFFICES = {"CEO": "PDG", "CTO": "directeur technique", "CFO": "directeur financier", "COO": "directeur des opérations"}
_AI = pattern(r"(?<=(?<!\w)(\p{Ll}{4,}) )AI(?![\w-]|[ ][\p{Lu}\d]|\.\w)")
_VOWEL = "aeiouyàâéèêëîïôûùAEIOUYÀÂÉÈÊËÎÏÔÛÙhH"


@rule(
    "english-title", Category.UNTRANSLATED_EN, Stage.SENTENCE, "English word order: `DeepSeek's Model`, `Anthropic CEO`"
)
def english_title(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    for match in _POSSESSIVE.finditer(prose):
        if resources.lexicon.english(match[2]):
            yield _possessive(document, match)
    if "CEO" in prose or "CTO" in prose or "CFO" in prose or "COO" in prose:
        for match in _OFFICE.finditer(prose):
            yield from _office(document, match)
    if " AI" in prose:
        for match in _AI.finditer(prose):
            span = Span(*match.span())
            edit = Edit(span, "d'IA")
            if "nom" in resources.lexicon.tags(match[1]) and document.editable(edit):
                message = f"“{match[1]} AI” is in the order of English: “{match[1]} d'IA”"
                yield Finding(span, message, (edit,), trust=Trust.SUGGEST, confidence=0.85)


def _possessive(document: Document, match: regex.Match[str]) -> Finding:
    """The title as the text translates it in another quotation, if it does."""
    name = regex.escape(match[1])
    message = f"“{match.group()}” is left in English"
    french = regex.search(rf"[\"“«] ?((?:Les? |La |L['’])?\p{{L}}{{3,}} (?:de |d['’]){name}) ?[\"”»]", document.prose)
    span = Span(*match.span())
    if french and document.editable(Edit(span, french[1])):
        # Two edits, on both sides of the name, as a name is never edited.
        edits = (
            Edit(Span(match.start(), match.start()), french[1].removesuffix(match[1])),
            Edit(Span(match.end(1), match.end()), ""),
        )
        return Finding(span, f"{message}; elsewhere: “{french[1]}”", edits, trust=Trust.SUGGEST, confidence=0.8)
    return Finding(span, message, confidence=0.8)


def _office(document: Document, match: regex.Match[str]) -> Iterator[Finding]:
    office = _OFFICES[match[3]]
    of = "d'" if match[2][0] in _VOWEL else "de "
    start = match.start(2)
    article = "le "
    if match[1] in ("de", "à"):
        start -= len(match[1]) + 1
        article = "du " if match[1] == "de" else "au "
    edits = (
        Edit(Span(start, match.start(2)), f"{article}{office} {of}"),
        Edit(Span(match.end(2), match.end()), ""),
    )
    if all(document.editable(edit) for edit in edits):
        message = f"“{match.group()}” is in the order of English: “{article}{office} {of}{match[2]}”"
        trust = Trust.APPLY if match[3] == "CEO" else Trust.SUGGEST
        yield Finding(Span(start, match.end()), message, edits, trust=trust, confidence=0.95)
