"""Accents that were stripped from French words.

A whole page without accents (`Gestion de la memoire : ou vont les dechets`) is recognised by what it lacks: French
prose has an accent every 25 letters or so. Its words are restored from the lexicon, and where several
forms exist (`ou`/`où`, `a`/`à`, `modèle`/`modelé`) by the language model between the neighbours; all suggested.

In a text that has its accents, a word that exists only with them (`systeme`, `donnees`) is a slip: applied if it is
no English word, no name, and has one form alone; else suggested.

Left alone: `oe` for `œ` (a habit of keyboards), capitals in acronyms, names and identifiers, English words (`general`,
`data`), code and lines that read like it, words the text writes so more than three times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from fixer.detectors._shared import accidents, code_like, repair, vocabulary
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.language_model import LanguageModel
from fixer.french.lexicon import Lexicon
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_WORD = pattern(r"(?<![\p{L}\p{N}_.@/\\-])[A-Za-z][a-z]++(?![\p{L}\p{N}_/\\@-]|\.\p{L}|\()")
_ACCENT = pattern(r"[éèêàâçîïôûùëœÉÈÊÀÇ]")
_LETTER = pattern(r"[A-Za-z]")
_ENOUGH = 200
_PER_ACCENT = 160
"""French has an accent every 25 letters; code, English and formulas in a page may dilute them six times, no more."""
_USUAL = 3
_FEWEST = 4
_MOST_FORMS = 4
_NEVER_SEEN = 5.0
_LETTERS = pattern(r"\p{L}++")


@rule(
    "missing-accents", Category.ENCODING, Stage.GLYPH, "words that lost their accents: `systeme`, whole pages without"
)
def missing_accents(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    letters = sum(1 for _ in _LETTER.finditer(prose, 0, 20000))
    accents = sum(1 for _ in _ACCENT.finditer(prose, 0, 20000))
    if letters >= _ENOUGH and accents * _PER_ACCENT < letters:
        if _is_french(prose[:20000]):
            yield from _restore(document, resources.lexicon, resources.language_model)
    elif accents or letters < _ENOUGH:
        yield from accidents(document, _slips(document, resources.lexicon))


_FRENCH = pattern(r"\b(?:le|la|les|des|une|est|dans|pour|que|qui|par|sur|avec|sont|vous|nous|cette|aux)\b")
_ENGLISH = pattern(r"\b(?:the|of|and|is|to|in|for|with|that|you|are)\b")


def _is_french(text: str) -> bool:
    french = sum(1 for _ in _FRENCH.finditer(text))
    return french > 8 and french > 3 * sum(1 for _ in _ENGLISH.finditer(text))


def _slips(document: Document, words: Lexicon) -> Iterator[Finding]:
    matches = list(_unknown(document.prose, words))
    times = Counter(match.group().lower() for match in matches)
    for match in matches:
        word = match.group()
        if times[word.lower()] > _USUAL or len(word) < _FEWEST or code_like(document.prose, Span(*match.span())):
            continue
        forms = [form for form in words.accented(word) if form != word and len(form) == len(word)]
        if any({"mg"} <= words.tags(word[:cut]) & words.tags(word[cut:]) for cut in range(1, len(word))):
            continue  # `dela` is `de la`
        if not forms or (word[0].isupper() and forms[0][0] != word[0]):
            continue
        english = words.english(word.lower())
        sure = len(forms) == 1 and not english and word.islower() and words.frequency(forms[0]) > 0
        message = f"“{word}” has lost its accents: “{forms[0]}”"
        for finding in repair(
            document, *match.span(), forms[0], message, Trust.APPLY if sure else Trust.SUGGEST, 0.97 if sure else 0.75
        ):
            likely = words.frequency(forms[0]) > 1 or (
                len(forms) == 1 and (words.frequency(forms[0]) > 0 or word.islower())
            )
            if sure or (not english and likely and not _inside(document.prose, match)):
                yield finding


def _inside(prose: str, match: regex.Match[str]) -> bool:
    """True for a capital in mid-sentence: *Christine Hivernat*, *l'en-tête Referer* are names."""
    before = prose[max(0, match.start() - 2) : match.start()]
    return match.group()[0].isupper() and before[-1:] == " " and (before[:1].isalnum() or before[:1] in ",")


def _unknown(prose: str, words: Lexicon) -> Iterator[regex.Match[str]]:
    """Words without any accent that no dictionary has, but that a French one with accents may be behind."""
    unknown = [
        word
        for word in vocabulary(prose)
        if word.isascii() and len(word) >= _FEWEST and not words.known(word) and words.accented(word)
    ]
    for word in sorted(unknown):
        at = prose.find(word)
        while at >= 0:
            match = _WORD.match(prose, at)
            if match and match.group() == word:
                yield match
            at = prose.find(word, at + len(word))


def _restore(document: Document, words: Lexicon, model: LanguageModel) -> Iterator[Finding]:
    """Every word with the accents that suit it and its neighbours best, line by line."""
    for line in regex.finditer(r"[^\n]++", document.prose):
        row = [(match, _forms(match, words)) for match in _LETTERS.finditer(document.prose, *line.span())]
        for (match, forms), chosen in zip(row, _best([forms for _, forms in row], words, model), strict=True):
            if chosen != match.group():
                message = f"“{match.group()}” has lost its accents: “{chosen}”"
                others = tuple(form for form in forms if form not in (chosen, match.group()))[:3]
                for finding in repair(document, *match.span(), chosen, message, Trust.SUGGEST, 0.85):
                    yield Finding(finding.span, message, finding.edits, others, Trust.SUGGEST, 0.85)


def _forms(match: regex.Match[str], words: Lexicon) -> tuple[str, ...]:
    """What a word without accents may be; the word itself if it is French, a name, or nothing that French knows."""
    word = match.group()
    if "-" in (match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]):
        return (word,) if words.french(word) else words.accented(word)[:1] or (word,)  # `ramasse-miettes`
    if not word.isascii() or (words.name(word) and not words.french(word.lower())):
        return (word,)
    forms = words.accented(word)[:_MOST_FORMS]
    return tuple(dict.fromkeys((word, *forms))) if words.french(word) or not forms else forms


def _best(row: list[tuple[str, ...]], words: Lexicon, model: LanguageModel) -> list[str]:
    """The cheapest choice of forms by the language model (Viterbi)."""
    steps: list[dict[str, tuple[float, str]]] = []
    costs = {"": 0.0}
    for forms in row:
        step: dict[str, tuple[float, str]] = {}
        for form in forms:
            own = 0.0 if words.frequency(form) > 0 else _NEVER_SEEN
            step[form] = min((cost + own + _pair(model, before, form), before) for before, cost in costs.items())
        steps.append(step)
        costs = {form: cost for form, (cost, _) in step.items()}
    chosen: list[str] = []
    form = min(costs, key=lambda key: costs[key])
    for step in reversed(steps):
        chosen.append(form)
        form = step[form][1]
    return chosen[::-1]


def _pair(model: LanguageModel, before: str, form: str) -> float:
    return model.bigram_cost(before, form) if before else model.unigram_cost(form)
