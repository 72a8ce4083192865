"""Capitals where a sentence goes on, small letters where one begins, accents that capitals lost.

* `capital-inside-sentence`: engines translate a bold or linked phrase as a sentence of its own, so that it keeps a
  capital in the middle of another: `l'objectif est de Préserver la domination`, `ont tendance à Dépenser les`, `que
  Toutes choses`. In a damaged text a capitalised article, pronoun or infinitive after a word that cannot end a
  sentence, with a small letter after it, is applied; elsewhere an infinitive before its object is suggested. Other
  words with a capital are names too often, or what an engine made of names (`sur Visage étreignant`).
* `capital-at-start`: a heading or an item of a list that starts with a small letter where its siblings have a capital;
  a sentence that does so after a full stop (`… d'autres formations. en 2024, les modèles …`).
* `accented-capital`: `Etats-Unis`, `A partir de`, `Etat`: French capitals keep their accents (Académie française,
  *Questions de langue*; Imprimerie nationale, *Lexique*, « Accentuation des capitales »).

Left alone: names (`de La Rochelle`, `que Le Monde`), labels of buttons and products, words that the text capitalises
elsewhere in mid-sentence, identifiers, abbreviations, lists whose items are all in small letters or end in semicolons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import regex

from fixer.detectors._shared import accidents, damaged, repair, vocabulary
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.fragments import fragment_at
from fixer.french.lexicon import Lexicon
from fixer.french.sentences import ABBREVIATIONS
from fixer.french.words import capital_inside
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_INSIDE = pattern(
    r"(?<=(?<![\p{L}\p{N}'’.-])(\p{L}++[,]?) )(\p{Lu}(?:['’]\p{Ll}++|\p{Ll}*+))(?=(['’ ])[\p{Ll}\"«])(?![\p{L}-])"
)
_OPEN_ENDED = frozenset("de à que pour par sans afin si est sont c'est".split())
"""Not `dans`, `sur`, `et`, which come before titles of other pages: `dans Les manières d'utiliser Vue`."""

_INFINITIVE_AFTER = frozenset("de à pour sans afin".split())
_STARTERS = frozenset(
    "les des une il ils elle elles ce cette ces cela nous vous on tout toutes tous chaque plusieurs certains certaines "
    "lorsque quand comme ainsi alors dont où ceux celles leur leurs notre nos".split()
)
_OBJECT = pattern(r" (?:(?:l[ea]s?|une?|des|ce|cette|ces|son|sa|ses|leurs?|votre|vos|notre|nos) |l['’])")


@rule(
    "capital-inside-sentence",
    Category.TYPOGRAPHY,
    Stage.TYPOGRAPHY,
    "a capital where the sentence goes on: `est de Préserver`",
)
def capital_inside_sentence(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    wounded = damaged(document)
    matches = list(_INSIDE.finditer(prose)) if capital_inside(prose) else []
    used = Counter(match[2] for match in matches)
    for match in matches:
        word = match[2]
        trust = _trust(match, wounded, used[word], resources)
        if trust is not None:
            new = word[0].lower() + word[1:]
            message = f"the sentence goes on: “{new}”, not “{word}”"
            yield from repair(document, *match.span(2), new, message, trust, 0.95 if trust is Trust.APPLY else 0.8)


def _trust(match: regex.Match[str], wounded: bool, times: int, resources: Resources) -> Trust | None:
    word, before, words = match[2], match[1], resources.lexicon
    lower = word.lower()
    if "inf" in words.tags(lower) and before in _INFINITIVE_AFTER and times == 1:
        named = words.name(word) or words.english(lower) or word in resources.glossary.names  # `de Composer`, a tool
        if named or not _OBJECT.match(match.string, match.end(2)):
            return None
        return Trust.APPLY if wounded else Trust.SUGGEST
    return Trust.APPLY if wounded and lower in _STARTERS and before in _OPEN_ENDED and times <= 2 else None


_ITEM = pattern(
    r"^([ \t]*+)([-*+•–]|#{1,6}|\d{1,2}[.)])[ \t]++(?=\S)",
    regex.MULTILINE,
    needs=("-", "*", "+", "•", "–", "#", ". ", ".\t", ") ", ")\t"),
)
_SMALL = pattern(r"(?:[ld]['’])?\p{Ll}[\p{Ll}\p{M}]*+(?![\p{L}\p{N}_./=(:-]|\ufffc)")
_HEADING = pattern(r"^(\p{Ll}[^\n\r]{2,70}+)\r?$", regex.MULTILINE)
_GOES_ON = frozenset("à afin ainsi après avec chez contre de des du et mais ni ou par pour que qui sans selon".split())
_AFTER_STOP = pattern(r"\. (\p{Ll}++)(?=[ ,'’])", needs=(". ",))
_LAST_WORD = pattern(r"(?r)(?<!\p{Lu})(\p{Ll}{3,})[\"»”)]?")


@rule("capital-at-start", Category.TYPOGRAPHY, Stage.TYPOGRAPHY, "an item, heading or sentence without its capital")
def capital_at_start(document: Document, resources: Resources) -> Iterator[Finding]:
    trust = Trust.APPLY if damaged(document) else Trust.SUGGEST
    yield from _items(document, resources.lexicon, trust)
    if trust is Trust.APPLY:
        yield from _headings(document, resources.lexicon, trust)
    yield from accidents(document, _sentences(document, resources.lexicon, trust))


def _items(document: Document, words: Lexicon, trust: Trust) -> Iterator[Finding]:
    prose = document.prose
    kinds: dict[tuple[str, str], list[int]] = {}
    for match in _ITEM.finditer(document.text):  # the marks are protected in Markdown
        if prose[match.end()] != HOLE:
            kind = "1" if match[2][0].isdigit() else match[2][0]
            kinds.setdefault((match[1], kind), []).append(match.end())
    for starts in kinds.values():
        small = [start for start in starts if prose[start].islower()]
        capital = sum(prose[start].isupper() for start in starts)
        if not small or capital < 2 or capital < 1.2 * len(small):
            continue
        for start in small:
            line_end = prose.find("\n", start)
            line = prose[start : line_end if line_end >= 0 else len(prose)].rstrip()
            if not line.endswith((";", ",")) and (len(line) > 1):
                yield from _capitalise(document, start, words, trust, "the other items start with a capital")


def _headings(document: Document, words: Lexicon, trust: Trust) -> Iterator[Finding]:
    """A short line without a stop, between lines that begin with capitals or markers."""
    prose = document.prose
    if document.format == "html" or "\n" not in prose:
        return
    lines = sum(1 for line in prose.split("\n") if line[:1].isupper())
    for match in _HEADING.finditer(prose):
        before = (
            prose[: match.start()].rstrip()
            if match.start() < 2000
            else prose[match.start() - 2000 : match.start()].rstrip()
        )
        following = prose[match.end() : match.end() + 3].lstrip("\r\n")[:1]
        stops = not before or before[-1] in '.!?…:»)"]。' or prose[max(0, match.start() - 2) : match.start()] == "\n\n"
        ends = match[1].rstrip()[-1].isalnum()
        if stops and ends and lines > 3 and (following.isupper() or following.isdigit() or following in "-*•#"):
            yield from _capitalise(document, match.start(), words, trust, "a heading starts with a capital")


def _sentences(document: Document, words: Lexicon, trust: Trust) -> Iterator[Finding]:
    prose = document.prose
    for match in _AFTER_STOP.finditer(prose):
        word, sure = match[1], trust is Trust.APPLY
        if not (sure or {"det", "prep"} & words.tags(word)) or not words.french(word):
            continue
        before = _LAST_WORD.match(prose, max(0, match.start() - 40), match.start())
        if before is None or before[1] in ABBREVIATIONS or not words.french(before[1]):
            continue
        if fragment_at(prose, match.start(1), words):
            continue
        if len(word) > 3 or words.frequency(word) > 100:
            if word in _GOES_ON:  # `plus. pour`, glued before: as often as not the stop is the accident
                stop, capital = match.start(), word[0].upper() + word[1:]
                message = f"a stop, but no capital: “ {word}” or “. {capital}”"
                others = (f" {word}", f". {capital}")
                yield Finding(Span(stop, match.end(1)), message, alternatives=others, confidence=0.8)
                continue
            yield from _capitalise(document, match.start(1), words, trust, "a sentence starts with a capital")


def _capitalise(document: Document, start: int, words: Lexicon, trust: Trust, why: str) -> Iterator[Finding]:
    match = _SMALL.match(document.prose, start)
    if match and words.french(match.group()) and not words.name(match.group()):
        word = match.group()
        new = word[0].upper() + word[1:]
        confidence = 0.95 if trust is Trust.APPLY else 0.8
        yield from repair(document, *match.span(), new, f"{why}: “{new}”", trust, confidence)


_BARE_CAPITAL = pattern(r"(?<![\p{L}\p{N}_./-]|[^dlLDnNsSqQ][’'])([EAOCIU]\p{Ll}*+)(?![\p{L}\p{N}_/(])")
_A_ALONE = pattern(
    r"(?:(?<=[.!?…:] )|^[ \t]*+(?:[-*•>][ \t]++)?)A(?= (?:"
    r"partir|travers|cause|propos|noter|l['’]|la |ce |cette |cet |chaque|"
    r"titre|défaut|moins|droite|gauche|terme|fin|savoir|tout|toute|tous|toutes|peine|condition|supposer|présent|noter|"
    r"force|mesure|base|côté|nouveau|l’)\b)",
    regex.MULTILINE,
)


@rule("accented-capital", Category.TYPOGRAPHY, Stage.GLYPH, "a capital without its accent: `Etats-Unis`, `A partir de`")
def accented_capital(document: Document, resources: Resources) -> Iterator[Finding]:
    """A capital without its accent: `Etats-Unis`, `A partir de`.

    French capitals keep their accents (Académie française). A sound text that writes more of them without than with
    has that habit, inherited from typewriters, and is left alone; elsewhere in sound text it is only suggested.
    """
    found = list(_unaccented_capitals(document, resources.lexicon))
    if damaged(document):
        yield from accidents(document, found)
    elif len(found) <= _FEW or len(found) < sum(1 for _ in _ACCENTED.finditer(document.prose)):
        yield from (replace(finding, trust=Trust.SUGGEST) for finding in found)


_FEW = 2
_ACCENTED = pattern(r"(?<![\p{L}\p{N}])[ÀÂÇÉÈÊÎÔÛ](?=\p{Ll}| \p{Ll})")


def _unaccented_capitals(document: Document, words: Lexicon) -> Iterator[Finding]:
    prose = document.prose
    forms = {word: form for word in vocabulary(prose) if (form := _with_capital(word, words))}
    for word in sorted(forms):
        at = prose.find(word)
        while at >= 0:
            match = _BARE_CAPITAL.match(prose, at)
            if match and match.group(1) == word:
                message = f"“{forms[word]}”: French capitals keep their accents"
                yield from repair(document, at, at + len(word), forms[word], message)
            at = prose.find(word, at + len(word))
    if "A " in prose:
        for match in _A_ALONE.finditer(prose):
            yield from repair(document, match.end() - 1, match.end(), "À", "“À”: French capitals keep their accents")


def _with_capital(word: str, words: Lexicon) -> str | None:
    """The one French form of a word whose capital has lost its accent."""
    if word[0] not in "EAOCIU" or len(word) < 3 or not word[1:].islower() or words.known(word):
        return None
    forms = words.accented(word)  # `Apres` is `Après` rather than `Âpres`
    return forms[0] if len(forms) == 1 and forms[0][1:] == word[1:] else None
