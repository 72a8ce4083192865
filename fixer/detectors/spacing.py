"""Spaces around punctuation, where French leaves no choice.

No space before a comma or a full stop; one before `: ; ! ? %`, after `«` and before `»`. Which space: the one that the
document uses there, else a no-break space (Imprimerie nationale, *Lexique des règles typographiques*, « Espacements »).

A text that leaves the space out as often as not does it on purpose: that is its habit, and no finding, unless a machine
wrote it. A lone slip in a text that has the space everywhere else is applied, and so is every slip in a text that a
machine has visibly damaged; what lies between is suggested. Left alone: times and ratios (`12:30`, `16:9`), `::`, URL
schemes, options and anything in code or what reads like it, English and Chinese sentences, a space before a mark that
was itself a word (`des points . et ,`), smileys.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._origin import machine_made
from fixer.detectors._shared import accidents, code_like, damaged, line_around, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.foreign import foreign_at
from fixer.french.habits import SPACES, habits
from fixer.french.lexicon import Lexicon
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_BEFORE_STOP = pattern(
    r"(?<=(?<![\p{L}\p{N}])(\p{Ll}{3,}|\p{L}[\p{L}-]+ \d)|(\ufffc))"
    r"[ \u00a0\u202f](?=(?:,|\.(?!\.))(?: [\p{L}«\"(]|[\n\r\ufffc]|\Z))",
    needs=(" ,", "\u00a0,", "\u202f,", " .", "\u00a0.", "\u202f."),
)
_BEFORE_COMMA = pattern(
    r"(?:(?<![^\s(])(?:\p{L}[\p{L}.-]*\d[\p{L}\d.-]*|\.\p{Ll}{2,})|\p{L}(?:[)\]»]|\*\*))"
    r"(?P<space>[ \u00a0])(?=, [\p{L}\p{N}\ufffc*])",
    needs=(" ,", "\u00a0,"),
)
"""Behind a name with a figure, a parenthesis, bold text: `DeepSeek-R1 , o1`."""
_HIGH = pattern(
    r"(?<=\p{L}[\p{L}\p{M}]|[\d\p{L}][\"»)\]”]|\ufffc|[\p{L}\d»)]\*\*)(?<!&\w{2,8})([:;!?])(?= |\r|$|\*\* )(?! ?:)",
    regex.MULTILINE,
)
_PERCENT = pattern(
    r"(?<=(?<![\p{L}\d.,:/%_-])\d{1,3}(?:[.,]\d{1,3})?)%"
    r"(?=[ \u00a0.,;:)\]!?»\"]|$)",
    regex.MULTILINE,
)
_WORD_BEFORE = pattern(r"(?r)\p{L}++")
_WORDS_AFTER = pattern(r"(?: (\p{L}++)){1,2}")
_HAN, _HAN_AFTER = pattern(r"\p{Han}"), pattern(r" ?\p{Han}")
_OPENING = pattern(r"«(?=[\p{L}\d\ufffc])")
_CLOSING = pattern(r"(?<=[\p{L}\d\ufffc.!?…)])»")
_INSIDE = pattern(r"(?<![\p{L}\d\"])\"([ \u00a0])(\p{L}[^\"\n]{0,60}?)([ \u00a0])\"(?![\p{L}\d\"])")
_STRAIGHT = pattern(r"(?<![\p{L}\d])\"(?=\p{L})")
_FUNCTION_WORDS = frozenset(
    """aux avec cette ces chez comme dans des donc dont elle elles est est-à-dire entre ils les leur leurs mais mes nos
    notre nous par pas pour pourquoi puis que quel quelle qui quoi sans ses son sont sous sur tels telle tes ton une
    vers via voici votre vos vous soit etc méthode méthodes fonction fonctions classe classes attribut attributs
    paramètre paramètres variable variables balise balises commande commandes option options type types fichier
    fichiers clé clés valeur valeurs opérateur opérateurs caractère caractères module modules propriété directive
    élément éléments mot mots argument arguments""".split()
)
"""Words that announce another one: what stood between them and the mark was taken out with its markup."""


@rule(
    "space-before-mark",
    Category.TYPOGRAPHY,
    Stage.TYPOGRAPHY,
    "a space before a comma or a full stop",
)
def space_before_stop(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from accidents(document, _before_stops(document), habit=6)


def _before_stops(document: Document) -> Iterator[Finding]:
    for match in _BEFORE_COMMA.finditer(document.prose):
        message = "no space before “,” in French"
        yield from repair(document, match.start("space"), match.end() + 1, ",", message, Trust.SUGGEST, 0.85)
    for match in _BEFORE_STOP.finditer(document.prose):
        if match[2] or match[1] not in _FUNCTION_WORDS:
            mark = document.prose[match.end()]
            start, end = match.start(), match.end() + 1
            yield from repair(document, start, end, mark, f"no space before “{mark}” in French")


@rule(
    "missing-space",
    Category.TYPOGRAPHY,
    Stage.TYPOGRAPHY,
    "no space before `: ; ! ? %` or inside of « », in a text that has it elsewhere",
)
def missing_space(document: Document, resources: Resources) -> Iterator[Finding]:
    if resources.options.typography is not None:
        return  # the house style says which spaces are missing
    known = habits(document.prose)
    wounded, translated = damaged(document), machine_made(document, resources)
    for shape, marks in ((_HIGH, ":;!?"), (_PERCENT, "%"), (_OPENING, "«"), (_CLOSING, "»")):
        if not any(mark in document.prose for mark in marks):
            continue
        for match in shape.finditer(document.prose):
            mark = match.group()
            key = "«" if mark == "»" else mark
            own = known.marks[key]
            spacing = own if own.spaced + own.bare > 3 else known.marks["all"]
            if not (spacing.rare or spacing.small or translated) and not (wounded and known.marks["all"].spaced):
                continue
            if key != "«" and _elsewhere(document.prose, match, resources.lexicon):
                continue
            lone = spacing.firm and _in_french(document.prose, match, resources.lexicon)
            trust = Trust.APPLY if lone or wounded else Trust.SUGGEST
            space = known.before(key)
            new = mark + space if mark == "«" else space + mark
            where = "after" if mark == "«" else "before"
            yield from repair(document, *match.span(), new, f"French sets a space {where} “{mark}”", trust)


def _elsewhere(prose: str, match: regex.Match[str], words: Lexicon) -> bool:
    """True inside of code, English or Chinese, which have their own spaces: `Null References: The Billion Dollar`."""
    if code_like(prose, Span(*match.span())):
        return True
    if _HAN_AFTER.match(prose, match.end()) and not _HAN.match(prose, match.start() - 1):
        return False  # a French label before Chinese: `perspectives d'avenir: 作者认为…`
    if foreign_at(prose, match.start(), words):
        return True
    following = _WORDS_AFTER.match(prose, match.end(), match.end() + 40)
    return following is not None and any(_english(word, words) for word in following.captures(1))


def _english(word: str, words: Lexicon) -> bool:
    return words.english(word) and not words.french(word)


def _in_french(prose: str, match: regex.Match[str], words: Lexicon) -> bool:
    """True if the word before the mark is French and no quotation is open, which may be in another language."""
    before = _WORD_BEFORE.search(prose, max(0, match.start() - 40), match.start())
    start, _ = line_around(prose, Span(*match.span()))
    quoted = prose.count('"', start, match.start()) % 2 or prose.rfind("“", start, match.start()) > prose.rfind(
        "”", start, match.start()
    )
    return before is not None and words.french(before.group()) and not quoted


@rule(
    "space-inside-quotes",
    Category.TYPOGRAPHY,
    Stage.TYPOGRAPHY,
    'spaces inside of straight quotes, unlike the other quotations of the text: `" mot "`',
)
def space_inside_quotes(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if prose.count('"') < 4:
        return
    found = [match for match in _INSIDE.finditer(prose) if _opens(prose, match.start())]
    if len(found) * 3 > sum(1 for _ in _STRAIGHT.finditer(prose)):
        return
    for match in found:
        yield from repair(document, *match.span(), f'"{match[2].strip(SPACES)}"', "no space inside of straight quotes")


def _opens(prose: str, quote: int) -> bool:
    """True if the straight quote opens one: an even number stands before it in its line."""
    return prose.count('"', line_around(prose, Span(quote, quote))[0], quote) % 2 == 0
