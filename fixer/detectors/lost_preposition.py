"""A preposition that fell out of its locution, or came twice: `à l'aide R`, `au sein équipe`, `afin créer`, `à au`.

An engine that sets protected names and translated pieces into a finished sentence loses the small word between them, or
writes it twice.

* `à l'aide, au sein, au moyen, en raison, à cause, lors…` stand before a noun with *de* alone; `par rapport, quant,
  grâce…` with *à*. The form follows from what comes: `à l'aide le script` is `du script`, `à l'aide R` is `de R`.
* `afin, en train, en mesure, au lieu, permet, essayez…` before an infinitive lack *de*: `afin créer`.
* Pairs that no sentence has: `à au`, `de du`, `de des`, `au le`, `du la`.
* A word that is elided before a consonant, `d' Node.js`, `qu'Microsoft`, and `ce Instructable` before a vowel.

Left alone: what may be an adjective or an adverb (`à l'aide sociale`, `au sein même`), fixed phrases (`au moyen terme`,
`à au moins dix`), the end of a phrase (`appeler à l'aide.`), and words that the glossary replaces. Suggested.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import regex

from fixer.detectors._noun_phrases import GENDERS
from fixer.detectors._shared import mistranslated, repair
from fixer.document import HOLE, Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.determiners import determiner
from fixer.french.elision import elides
from fixer.french.lexicon import Lexicon
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_EDGE = r"(?<![\p{L}\p{N}'’_-])"
_ARTICLE = r"le|la|les|un|une|ce|cet|cette|ces|votre|vos|notre|nos|son|sa|ses|leurs?|chaque|plusieurs"
_OF = pattern(
    rf"{_EDGE}(?P<locution>à l['’]aide|au sein|au moyen|en raison|à cause|au cours|par le biais|au détriment|à partir|"
    rf"(?<!dès |pour |depuis |alors )lors) "
    rf"(?P<next>(?:{_ARTICLE})(?= )|l['’]|{HOLE}|\p{{L}}[\p{{L}}\p{{M}}\p{{N}}]*+(?![-_@'’]))",
    regex.IGNORECASE,
    needs=tuple(f"{end} " for end in "aide sein moyen raison cause cours biais détriment partir ors".split()),
)
_TO = pattern(
    rf"{_EDGE}(?:par rapport|quant|contrairement|conformément|grâce) (?P<next>(?:{_ARTICLE})(?= )|l['’])",
    regex.IGNORECASE,
    needs=tuple(f"{end} " for end in "rapport uant ontrairement onformément râce".split()),
)
_OF_INFINITIVE = pattern(
    rf"{_EDGE}(?:afin|en train|en mesure|au lieu|permet|permettent|permettra|permettant|essayez|évitez|"
    r"n['’]oubliez pas|sur le point) (?P<next>\p{Ll}{3,}(?:er|ir|re)(?![\p{L}\p{N}_'’-]))",
    regex.IGNORECASE,
    needs=("fin ", "train ", "mesure ", "lieu ", "ermet", "ssayez ", "vitez ", "ubliez ", "point "),
)
_PAIRS = pattern(
    rf"{_EDGE}(?P<all>à aux?(?! moins| plus| mieux| final)|de d(?:u|es)|aux? l[ea]s?|du l[ea]s?|des les)(?= \p{{L}}|$)",
    regex.IGNORECASE | regex.MULTILINE,
    needs=("à au", "À au", "e du ", "e des ", "au l", "aux l", "du l", "des les"),
)
_ONE = {
    "à au": "au", "à aux": "aux", "de du": "du", "de des": "des", "au le": "au", "au la": "à la", "au les": "aux",
    "aux le": "au", "aux la": "à la", "aux les": "aux", "du le": "du", "du la": "de la", "du les": "des",
}  # fmt: skip
_BEFORE_CONSONANT = pattern(
    rf"{_EDGE}(?P<head>d|qu|n|j|jusqu|lorsqu|puisqu)['’] ?"
    r"(?P<next>[bcdfgjklmnpqrstvwxzBCDFGJKLMNPQRSTVWXZ][aeiouéèlr]\p{L}+)"
)
_FULL = {"d": "de", "qu": "que", "n": "ne", "j": "je", "jusqu": "jusque", "lorsqu": "lorsque", "puisqu": "puisque"}
_THIS = pattern(
    rf"{_EDGE}(?P<all>[Cc]e) (?P<next>[AEIOUÉ][\p{{L}}\p{{M}}]+)", needs=tuple(f"e {letter}" for letter in "AEIOUÉ")
)
_TOGETHER = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_BEFORE_VERBS = frozenset({"à l'aide", "à l’aide", "à partir", "lors"})
_DEFINITE = frozenset("au sein|à cause|au cours|par le biais|au détriment|lors".split("|"))
_FIXED = frozenset("terme âge age même présent".split())
"""Nouns that make another phrase of these words: *au moyen terme*."""
_OTHER = frozenset("adj adv prep mg det prn".split())


@rule("lost-preposition", Category.GRAMMAR, Stage.SENTENCE, "`à l'aide R`, `afin créer`, `d' Node.js`", Trust.SUGGEST)
def lost_preposition(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, words = document.prose, resources.lexicon
    said = partial(_said, document, resources)
    for match in _OF.finditer(prose):
        following, locution = match["next"], match["locution"].lower()
        if following[-1] in "'’" or following == HOLE or regex.fullmatch(_ARTICLE, following):
            yield from said(match, "next", _with("de", following))
        elif _noun(following, words, locution not in _BEFORE_VERBS):
            yield from said(match, "next", _definite(following, words, locution in _DEFINITE))
    for match in _TO.finditer(prose):
        yield from said(match, "next", _with("à", match["next"]))
    for match in _OF_INFINITIVE.finditer(prose):
        if words.tags(match["next"]) == {"inf", "verbe"}:
            yield from said(match, "next", _with("de", match["next"]))
    for match in _PAIRS.finditer(prose):
        written = match["all"]
        if written.lower() == "des les":
            span = Span(*match.span("all"))
            yield Finding(span, "two articles: one is too many", alternatives=("des", "les"), confidence=0.85)
        new = _ONE.get(written.lower())
        if new and (written[0].isupper() or written.islower()):
            yield from said(match, "all", new.capitalize() if written[0].isupper() else new)
    for match in _BEFORE_CONSONANT.finditer(prose):
        if len(match["next"]) > 2 and not match["next"].isupper():
            yield from said(match, None, f"{_FULL[match['head']]} {match['next']}")
    for match in _THIS.finditer(prose):
        noun = match["next"].lower()
        feminine = GENDERS.get(noun) == "f" or {"nom", "fem"} <= words.tags(noun)
        if elides(match["next"]) and not words.tags(noun) & {"prep", "adv", "verbe"}:
            yield from said(match, "all", match["all"][0] + ("ette" if feminine else "et"))


def _noun(word: str, words: Lexicon, may_be_verb: bool) -> bool:
    """True for what can only be the noun that a preposition is missing before."""
    tags = words.tags(word)
    if word.lower() in _FIXED or tags & _OTHER:
        return False
    if word[0].isupper():
        return not tags or "npr" in tags or words.name(word)
    return "nom" in tags and ("verbe" not in tags or (may_be_verb and "ppas" not in tags))


def _definite(noun: str, words: Lexicon, article: bool) -> str:
    """A noun with *de*, and its article if the locution has one: `au sein de l'équipe`, `à l'aide d'outils`."""
    tags = words.tags(noun)
    if not article or not noun.islower() or ({"mas", "fem"} <= tags and "pl" not in tags):
        return _with("de", noun)
    written = determiner("du", "f" if "fem" in tags else "m", plural="pl" in tags, vowel=elides(noun))
    return written + ("" if written.endswith("'") else " ") + noun


def _with(preposition: str, following: str) -> str:
    """What follows with its preposition: (`de`, `le`) -> `du`, (`à`, `un`) -> `à un`, (`de`, `un`) -> `d'un`."""
    if together := _TOGETHER.get((preposition, following.lower())):
        return together
    elided = preposition == "de" and following != HOLE and elides(following)
    return f"d'{following}" if elided else f"{preposition} {following}"


def _said(
    document: Document, resources: Resources, match: regex.Match[str], group: str | None, new: str
) -> Iterator[Finding]:
    if mistranslated(document, resources, match.end() - 1):
        return
    start, end = match.span(group) if group else match.span()
    if match["next" if group == "next" else 0] == HOLE:
        if document.region_at(start).kind is not Kind.CODE:
            return
        start, end, new = match.start(), start, match.group()[:-1] + new.removesuffix(HOLE)
    if "’" in match.group():
        new = new.replace("'", "’")
    message = f"“{match.group()}”: a preposition too few or too many"
    yield from repair(document, start, end, new, message, Trust.SUGGEST, 0.85)
