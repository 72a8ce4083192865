"""Words of one noun phrase that disagree: `plusieurs fichier`, `cette algorithme`, `une erreur fatal`.

An engine that translates piece by piece, or sets a term into a finished sentence, leaves an article in the plural
before a noun in the singular, an adjective in the gender that another noun would have had.

* **Determiner and noun**, in number: the noun takes the number of its determiner. In gender: the determiner follows a
  noun that has one gender alone (`article` looks after *le, la, un, une, du, au*).
* **Determiner, adjective, noun**: the noun decides, unless the two others agree in number; also where the adjective
  opens a label (`| Petit surcharge |`).
* **Noun and adjective behind it**: only if no noun further left could own the adjective (`_owners`).

Left alone: *les* before a word that may be a verb (`il les modèle`), `les premier et second tours`, English compounds
(`des pull requests`), adjectives that are nouns as well or never change, participles that may be verbs, `une fois
créés`.

Suggested, in a text that a machine made: the noun may be the slip, and the determiner right.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from fixer.detectors._epithets import Change, behind
from fixer.detectors._origin import machine_made, unless_slips
from fixer.detectors._shared import code_like, mistranslated, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.agreement import Phrase as Sounding
from fixer.french.agreement import before
from fixer.french.determiners import ADJECTIVES
from fixer.french.foreign import foreign_at
from fixer.french.lexicon import Lexicon
from fixer.french.nominal import (
    COUNTS,
    DETERMINED,
    FINITE,
    Phrase,
    Word,
    is_noun,
    noun_readings,
    other_number,
    phrase,
    readings,
    words,
)
from fixer.lazy import simple_pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_LETTERS = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(DETERMINED) if word != "l'")
_OPENING = simple_pattern(
    rf"\b(?<![_'’.-])({_LETTERS}|[Ll]['’])"
    r"(?=(?:[ \u00a0]|(?<=['’]))([^\W\d_]+(?:-[^\W\d_]+)*)(?: ([^\W\d_]+))?)"
)
_LABEL = simple_pattern(
    r"(?m)(?:^[ \t]*(?:[-*+•–—#]+ ?|\d+[.)] )?(?:\*\*)?|\| *(?:\*\*)?)"
    r"((?:Petit|Grand|Premier|Première|Nouveau|Nouvel|Nouvelle|Dernier|Dernière|Mauvais|Mauvaise|Meilleur|Meilleure|"
    r"Principal|Principale|Ancien|Ancienne|Petite|Grande)s?) ([^\W\d_A-Z]{4,})(?![\w(/'’·-])"
)
_BY_ARTICLE = frozenset("le la un une du au".split())
_ODD_NOUNS = frozenset("fois temps départ mesure cours jour jours part suite instant moment demi pré".split())
"""Of phrases that qualify a sentence: *une fois créés*, *à chaque fois différents*, *dans une certaine mesure*."""
_NO_LABEL = frozenset("adv prep det inf mg npr inv detind detpos proind conj ppre adj".split())
_HABIT = 100.0
_NO_NOUN_BEFORE = simple_pattern(
    r"(?i)(?:\A|[.;:!?…•>|*\n(]|\b(?:pour|sur|dans|avec|par|sous|entre|sans|selon|contre|vers|tous|toutes))"
    r"[ \t*]*\Z"
)


@rule("noun-agreement", Category.GRAMMAR, Stage.SENTENCE, "determiner, noun, adjective that disagree", Trust.SUGGEST)
def noun_agreement(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from unless_slips(document, resources, _disagreements(document, resources))


def _disagreements(document: Document, resources: Resources) -> Iterator[Finding]:
    lexicon, prose = resources.lexicon, document.prose
    done = 0
    for match in _OPENING.finditer(prose):
        if not _suspect(match[1].lower(), match[2], match[3] or "", lexicon):
            continue
        row = words(prose, match.start(), 6)
        found = phrase(row, 0, lexicon.tags) if match.start() >= done else None
        if found is None or row[found.noun].text in _ODD_NOUNS:
            continue
        if found.agreed:
            change = behind(prose, row, found, lexicon)
        elif _at_home(document, resources, row, found):
            change = _inside(prose, row, found, lexicon)
        else:
            continue
        if change:
            done = row[found.noun].end
            yield from _suggested(document, resources, row[found.noun], change)
    for match in _LABEL.finditer(prose):
        noun = Word(match[2], *match.span(2))
        change = _label(prose, Word(match[1].lower(), *match.span(1)), noun, lexicon)
        if change:
            yield from _suggested(document, resources, noun, change)


@lru_cache(maxsize=16384)
def _suspect(determiner: str, noun: str, following: str, lexicon: Lexicon) -> bool:
    """False where a look at three words says that all is well, as nearly everywhere."""
    if noun in ADJECTIVES or noun in COUNTS:
        return True
    known = lexicon.tags(noun)
    if not is_noun(noun, known):
        return False
    agreed = DETERMINED[determiner.replace("’", "'")] & noun_readings(noun, known)
    if not agreed or not following:
        return not agreed
    epithet = lexicon.tags(following)
    return "adj" in epithet and not readings(epithet) & agreed


def _suggested(document: Document, resources: Resources, noun: Word, change: Change) -> Iterator[Finding]:
    start, end, new = change
    while new[-1:] == document.prose[end - 1] == " ":
        end, new = end - 1, new[:-1]
    span = Span(noun.start, noun.end)
    if mistranslated(document, resources, noun.start) or code_like(document.prose, span):
        return
    if foreign_at(document.prose, noun.start, resources.lexicon):
        return
    message = f"does not agree with “{noun.text}”: “{new}”" if end <= noun.start else f"does not agree: “{new}”"
    yield from repair(document, start, end, new, message, Trust.SUGGEST, 0.85)


def _at_home(document: Document, resources: Resources, row: list[Word], found: Phrase) -> bool:
    """False for a noun that the author may have taken from English: `des pull requests`, `un bytes`."""
    lexicon, noun = resources.lexicon, row[found.noun].text
    following = row[found.noun + 1].text if found.noun + 1 < len(row) else ""
    if following in ("et", "ou") and "adj" in lexicon.tags(noun):
        return False  # `les premier et second tours`
    if not lexicon.english(noun):
        return True
    if following and lexicon.english(following) and following not in DETERMINED:
        return False
    usual = lexicon.frequency(noun) > _HABIT and "sg" in lexicon.tags(noun)
    return usual or machine_made(document, resources)


def _inside(prose: str, row: list[Word], found: Phrase, lexicon: Lexicon) -> Change | None:
    """Determiner and adjectives against the noun."""
    noun, first = row[found.noun], row[0]
    known = lexicon.tags(noun.text)
    alone = found.noun == 1
    if known & FINITE and first.text in COUNTS:
        return None  # `combiner les deux donne`
    if known & FINITE and (first.text in ("les", "leur") or not alone) and not _surely_noun(prose, row, found):
        return None
    if not alone and "adj" in known:
        return None  # `les secondes intercalaires`
    numbers = {reading[1] for reading in found.said}
    if numbers and numbers.isdisjoint(reading[1] for reading in found.fits):
        new = other_number(noun.text, lexicon.tags)
        other = phrase([*row[: found.noun], Word(new, 0, 0)], 0, lexicon.tags) if new else None
        return (noun.start, noun.end, new) if new and other and other.agreed else None
    if alone and (first.text in _BY_ARTICLE or "adj" in known or known & FINITE):
        return None
    return _noun_decides(prose, noun, found.fits)


def _surely_noun(prose: str, row: list[Word], found: Phrase) -> bool:
    """True if no verb can stand there: behind a preposition, or at the end of what `les` opens."""
    if found.noun > 1:
        return found.noun == len(row) - 1 and prose[row[-1].end : row[-1].end + 1] in ("", ",", ".", ")", "\n", ";")
    return _NO_NOUN_BEFORE.search(prose[max(0, row[0].start - 12) : row[0].start]) is not None


def _noun_decides(prose: str, noun: Word, fits: frozenset[str]) -> Change | None:
    if len(fits) != 1:
        return None
    reading = min(fits)
    gender, number = reading[0], reading[1]
    left = prose[max(0, noun.start - 60) : noun.start]
    old = Sounding(noun.text, "f" if gender == "m" else "m", number == "p")
    new = before(left, old, Sounding(noun.text, gender, number == "p"))
    written = left[len(left) - new.cut :]
    return (noun.start - new.cut, noun.start, new.new) if new.cut and new.new != written else None


def _label(prose: str, adjective: Word, noun: Word, lexicon: Lexicon) -> Change | None:
    """An adjective that opens a label, and its noun."""
    known = lexicon.tags(noun.text)
    fits = noun_readings(noun.text, known)
    said = readings(lexicon.tags(adjective.text))
    if "nom" not in known or known & _NO_LABEL or said & fits or not said:
        return None
    return _noun_decides(prose, noun, fits) if prose[noun.end : noun.end + 1] != "-" else None
