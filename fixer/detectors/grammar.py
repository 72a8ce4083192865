"""Grammar that machine translation breaks where it sets a name or a term into a finished sentence.

* `elision`: `de IA`, `que il`, `si il`, `le algorithme`, `ce article`: a vowel follows, so French writes `d'IA`,
  `qu'il`, `s'il`, `l'algorithme`, `cet article`.
* `contraction`: `de le modèle`, `à les puces`: `du modèle`, `aux puces`; before a vowel `de le arbre` is
  `de l'arbre`. Before an infinitive `le` and `les` are pronouns and stay (`de le faire`).
* `homophone`: `a partir de`, `grâce a`, `d'ou vient`, `il à été`: the accent that tells two words apart, where the
  words around leave one reading.
* `article`: two articles in a row (`le un modèle`) and an article of the wrong gender before a noun that has one gender
  alone (`le solution`): suggested, as the noun may be a slip too.

Applied where any editor would do so without reading on; suggested in a text that a person wrote. Left alone: an
aspirated h and what French treats like it (`le onze`, `le oui`, `le yaourt`), letters, numbers and identifiers (`de a
à z`), words in capitals that are spelt out with a consonant, English and unknown words, names of works (`de Le
Monde`), and words that the glossary replaces, as another sound may follow then.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from fixer.detectors._origin import unless_authored
from fixer.detectors._shared import accidents, mistranslated, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.elision import elides
from fixer.french.lexicon import Lexicon
from fixer.glossary.glossary import Glossary
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_VOWELS = "aàâeéèêëiîïoôuùûœAÀÂEÉÈÊËIÎÏOÔUÙÛŒ"
_ELISION = pattern(
    rf"(?<![\p{{L}}\p{{N}}'’_.-])(de|le|la|que|jusque|lorsque|puisque|ne|se|si|ce|De|Le|La|Que|Si|Ce|Lorsque|Puisque) "
    rf"([{_VOWELS}][\p{{L}}\p{{M}}]++)(?![\p{{L}}\p{{N}}_(/]|\.\p{{L}}|-\p{{N}})",
    needs=tuple(f"{end} {vowel}" for end in "eai" for vowel in _VOWELS),
)
_NOT_ELIDED = frozenset(
    "onze onzième onzièmes oui ouistiti uhlan ululer un une iota ok est a e i o u as à ou où".split()
)
_PRONOUNS = frozenset("il ils elle elles on un une".split())
_APOSTROPHE = pattern(r"\p{L}(['’])\p{L}")


@rule("elision", Category.GRAMMAR, Stage.SENTENCE, "a word that loses its vowel: `de IA`, `que il`, `le algorithme`")
def elision(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from unless_authored(document, resources, accidents(document, _elisions(document, resources)))


def _elisions(document: Document, resources: Resources) -> Iterator[Finding]:
    names = None
    for match in _ELISION.finditer(document.prose):
        head, word = match[1], match[2]
        small = head.lower()
        if names is None:
            names = resources.glossary.names
        new = _elided(small, word, resources.lexicon, word in names)
        if new and not mistranslated(document, resources, match.start(2)):
            if head[0].isupper():
                new = new[0].upper() + new[1:]
            if "'" in new and _curly(document.prose):
                new = new.replace("'", "’")
            message = f"“{match.group()}” is written “{new}{word}”"
            yield from repair(document, match.start(), match.start(2), new, message)


def _elided(head: str, word: str, words: Lexicon, name: bool) -> str | None:
    """How `head` is written before `word`; None if it keeps its vowel or nothing is sure."""
    lower = word.lower()
    if head == "si":
        return "s'" if lower in ("il", "ils") else None
    if head == "ce" and word == "est":
        return "c'"
    if head in ("que", "jusque", "lorsque", "puisque"):
        sure = lower in _PRONOUNS or (lower in ("au", "aux", "à", "en", "alors", "avec") and word.islower())
        return head[:-1] + "'" if sure else None
    if lower in _NOT_ELIDED or (len(word) < 3 and word != "IA"):
        return None
    if head in ("ne", "se"):
        verb = word.islower() and "verbe" in words.tags(lower) and "nom" not in words.tags(lower)
        return head[0] + "'" if verb else None
    if head == "de" and (name or word == "IA"):
        return "d'"
    if head in ("le", "la") and word.isupper() and len(word) < 6:
        return "l'"  # `le API`: a vowel, spelt out or read
    if not word.islower() or (words.english(lower) and words.frequency(lower) < 50) or not words.french(lower):
        return None
    tags = words.tags(lower)
    if head == "ce":
        return "cet " if {"nom", "mas", "sg"} <= tags and "verbe" not in tags else None
    if head == "de":
        return "d'" if {"nom", "adj", "inf", "adv"} & tags else None
    if {"nom", "sg"} <= tags and "verbe" not in tags:
        return "l'"
    return None


def _curly(prose: str) -> bool:
    """True if the text writes its apostrophes curved: the first one tells."""
    found = _APOSTROPHE.search(prose)
    return found is not None and found[1] == "’"


_CONTRACTION = pattern(
    r"(?<![\p{L}\p{N}'’_.-])([dD]e|[àÀ]) (les?) (\p{Ll}[\p{Ll}\p{M}]++|\p{Lu}{2,6})(?![\p{L}\p{N}_(/'’-])",
    needs=("e le", "à le", "À le"),
)
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}


@rule("contraction", Category.GRAMMAR, Stage.SENTENCE, "`de le` and `à les` before a noun: `du`, `aux`")
def contraction(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from unless_authored(document, resources, accidents(document, _contractions(document, resources)))


def _contractions(document: Document, resources: Resources) -> Iterator[Finding]:
    words = resources.lexicon
    for match in _CONTRACTION.finditer(document.prose):
        tags = words.tags(match[3]) if match[3].islower() else frozenset({"nom", "mas"})
        if not {"nom", "adj"} & tags or {"inf", "mg"} & tags or ("verbe" in tags and words.frequency(match[3]) == 0):
            continue
        if mistranslated(document, resources, match.start(3)):
            continue
        message = f"“{match[1]} {match[2]}” before a noun is"
        if match[2] == "le" and elides(match[3]):
            apostrophe = "’" if _curly(document.prose) else "'"
            message = f"{message} “{match[1]} l{apostrophe}{match[3]}”"
            yield from repair(document, match.start(), match.start(3), f"{match[1]} l{apostrophe}", message)
            continue
        if match[2] == "le" and not {"mas", "epi"} & tags:
            continue  # `de le valeur` has the wrong gender too
        new = _CONTRACTED[match[1].lower(), match[2]]
        new = new.capitalize() if match[1][0].isupper() else new
        yield from repair(document, match.start(), match.end(2), new, f"{message} “{new}”")


_HOMOPHONES = (
    (
        pattern(
            r"(?<=\b(?:est|sont|sera) (?:données? )?)a(?= (?:la|l['’]|un|une|titre|ce|cette|partir|nouveau)\b)",
            needs=(" a ",),
        ),
        "à",
    ),
    (
        pattern(
            r"(?<![\p{L}\p{N}'’_-])a(?= (?:partir (?:de|du|d['’])|l['’]aide d|travers (?:le|la|les|un)))",
            needs=("a partir d", "a l'aide d", "a l’aide d", "a travers l", "a travers un"),
        ),
        "à",
    ),
    (
        pattern(
            r"(?<=\b(?:[Gg]râce|[Qq]uant|[Ff]ace|[Pp]ar rapport|[Cc]ontrairement|[Cc]onformément|jusqu['’]) ?)"
            r"a(?= (?:l[ea]s? |l['’]|un|ce|cet|cette|son|sa|ses|votre|notre|leur))",
            needs=("râce", "uant", "ace", "rapport", "ontrairement", "onformément", "usqu"),
        ),
        "à",
    ),
    (pattern(r"(?<=\b[Dd]['’])ou(?= \p{Ll}|[ ,])", needs=("'ou", "’ou")), "où"),
    (
        pattern(
            r"(?<=\b(?:[Aa]u|[Dd]ans l[ea]|les) cas )"
            r"ou(?= (?:l[ea]s?|il|elle|on|un|une|vous|nous|votre|aucun|aucune)\b)",
            needs=(" cas ou ",),
        ),
        "où",
    ),
    (
        pattern(
            r"(?<=\b(?:[Ii]l|[Ee]lle|[Oo]n|cela) )"
            r"à(?= (?:été|eu|fait|permis|pris|mis|dit|donné|reçu|créé|publié)\b)",
            needs=("l à ", "e à ", "n à ", "a à "),
        ),
        "a",
    ),
)


@rule("homophone", Category.GRAMMAR, Stage.SENTENCE, "`a`/`à` and `ou`/`où` where one reading is left")
def homophone(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from unless_authored(document, resources, accidents(document, _homophones(document)))


def _homophones(document: Document) -> Iterator[Finding]:
    for shape, new in _HOMOPHONES:
        for match in shape.finditer(document.prose):
            yield from repair(document, *match.span(), new, f"“{match.group()}” is “{new}” here")


_TWO_ARTICLES = pattern(
    r"(?<![\p{L}\p{N}'’_.-])(?:le|la|les|du|une) (un|une|le|les|du)(?= \p{Ll}{3,})(?! une? des)",
    needs=tuple(f"{a} {b} " for a in ("le", "la", "les", "du", "une") for b in ("un", "une", "le", "les", "du")),
)
_MISMATCH = pattern(
    r"(?<![\p{L}\p{N}'’_.-])(le|un|du|au|la|une) (\p{Ll}{4,})(?![\p{L}\p{N}_(/'’-]|\.\p{L})",
    needs=("le ", "un ", "du ", "au ", "la ", "une "),
)
_OTHER_GENDER = {"le": "la", "un": "une", "du": "de la", "au": "à la", "la": "le", "une": "un"}
_MASCULINE = frozenset({"le", "un", "du", "au"})


@rule("article", Category.GRAMMAR, Stage.SENTENCE, "two articles in a row, or one of the wrong gender", Trust.SUGGEST)
def article(document: Document, resources: Resources) -> Iterator[Finding]:
    words = resources.lexicon
    prose = document.prose
    for match in _TWO_ARTICLES.finditer(prose):
        first, second = match.group().split()
        counted = prose[max(0, match.start() - 2) : match.start()] in ("à ", "À ")  # `une à une les lignes`
        if first != second and match.group() not in ("la une", "du les") and not counted:
            yield from repair(
                document, *match.span(), match[1], f"“{match.group()}”: one article too many", Trust.SUGGEST, 0.75
            )
    for match in _MISMATCH.finditer(prose):
        new = _other_article(match[1], match[2], words)
        if new:
            start = match.start(1)
            before = prose[max(0, start - 3) : start].lower().lstrip()
            if new == "le" and before in ("à ", "de "):  # `à la jour`
                start -= len(before)
                new = _CONTRACTED[before.strip(), "le"]
            message = f"“{match[2]}” has the other gender: “{new} {match[2]}”"
            yield from repair(document, start, match.end(1), new, message, Trust.SUGGEST, 0.75)


@lru_cache(maxsize=16384)
def _other_article(article: str, noun: str, words: Lexicon) -> str | None:
    """The article that a noun of one gender alone has, if it is the other one."""
    tags = words.tags(noun)
    if "nom" not in tags or {"verbe", "adj", "epi", "inv", "pl", "mg", "adv", "npr", "prn"} & tags:
        return None
    wrong, right = ("fem", "mas") if article in _MASCULINE else ("mas", "fem")
    return _OTHER_GENDER[article] if wrong in tags and right not in tags and _french_enough(noun, words) else None


def _french_enough(word: str, words: Lexicon) -> bool:
    """True unless the word is more at home in English."""
    return not words.english(word) or words.frequency(word) > 20


_ORGANISATION = pattern(
    r"(?<![\p{L}\p{N}])(à|de|À|De) l['’](\p{Lu}[\p{L}\p{N}]++)(?! \p{Lu}|[\p{L}\p{N}'’-])", needs=(" l'", " l’")
)


@rule(
    "organisation-article", Category.GRAMMAR, Stage.SENTENCE, "an article before a company: `à l'OpenAI`", Trust.SUGGEST
)
def organisation_article(document: Document, resources: Resources) -> Iterator[Finding]:
    """An article before the name of a company: `à l'OpenAI` is `chez OpenAI`, `de l'Anthropic` is `d'Anthropic`.

    Only for organisations that the glossary knows, and not before a product (`l'Apple Watch`). Suggested: a unit or an
    application may have the name of its company (`l'Alexa`).
    """
    for match in _ORGANISATION.finditer(document.prose):
        if match[2] in _companies(resources.glossary):
            small = {"à": "chez ", "de": "d'"}[match[1].lower()]
            new = small.capitalize() if match[1][0].isupper() else small
            message = f"“{match.group()}” is “{new}{match[2]}”: companies have no article"
            yield from repair(document, match.start(), match.start(2), new, message, Trust.SUGGEST, 0.85)


@lru_cache(maxsize=4)
def _companies(glossary: Glossary) -> frozenset[str]:
    return frozenset(entry.term for entry in glossary.entries() if entry.type == "organization")
