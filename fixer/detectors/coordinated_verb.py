"""An infinitive that should be the second verb of its subject: `il téléchargera le code et créer les fichiers`.

In English the second verb of *will download … and create* has the form of the infinitive, and an engine that has lost
sight of the first takes it for one. Behind `et`, `puis`, `ou`, a bare infinitive that has no other infinitive, and no
word that takes one, before it in its sentence, is put into the person and tense of the verb that it is joined to.

Only behind a verb of the third person, present or future, that can be nothing else, with one clause and no mark between
the two. A word that opens the sentence right before the infinitive becomes one too: `Filtre et sélectionner des champs`
is `Filtrer et sélectionner des champs`. Left alone: `peut, doit, va, fait, laisse, il faut`… and whatever governs an
infinitive. Suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._instruction_words import (
    Word,
    first_word,
    is_infinitive,
    opens_clause,
    takes_part,
    tokens,
)
from fixer.detectors._shared import code_like, mistranslated, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.inflection import conjugate
from fixer.french.lexicon import Lexicon
from fixer.french.sentences import sentences
from fixer.lazy import simple_pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_HINT = simple_pattern(r"\b(?:et|puis|ou) (?:\w{1,3}['’ ])?\w+(?:er|ir|re)\b")
_GOVERN = frozenset(
    """peut peuvent doit doivent va vont fait font laisse laissent veut veulent sait savent semble semblent paraît faut
    pourra pourront devra devront fera feront laissera voudra saura faudra vient viennent ose aime préfère souhaite
    souhaitent espère pense compte entend désire voit regarde envoie vaut suffit est sont a ont sera seront aura auront
    était étaient avait pouvez devez voulez allez faites laissez comment où quoi sauf ne n' que
    qu' consiste""".split()
)
_STOPS = frozenset(': ; ( « " “ [ | — – = → > / ? , ) » ”'.split())
_LONGEST = 25


@rule("coordinated-verb", Category.GRAMMAR, Stage.SENTENCE, "`il téléchargera X et créer Y`", Trust.SUGGEST)
def coordinated_verb(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, words = document.prose, resources.lexicon
    for span in sentences(prose):
        if not _HINT.search(span.of(prose)) or code_like(document.text, span):
            continue
        told = tokens(prose, span.start, span.end)
        yield from _opening(document, resources, told)
        for first, second in _pairs(told, words):
            new = _like(told[first].lower, told[second].lower, words)
            word = told[second]
            if new and not mistranslated(document, resources, word.start):
                message = f"“{word.text}” is the second verb behind “{told[first].text}”: “{new}”"
                yield from repair(document, word.start, word.end, new, message, Trust.SUGGEST, 0.8)


def _opening(document: Document, resources: Resources, told: list[Word]) -> Iterator[Finding]:
    """`Filtre et sélectionner`: the first word of a sentence, joined to an infinitive."""
    words = resources.lexicon
    first = first_word(told)
    if first is None or first + 2 >= len(told) or told[first + 1].lower not in ("et", "ou"):
        return
    word, new = told[first], told[first].text + "r"
    opens = word.text[0].isupper() and word.text[1:].islower() and word.lower.endswith("e")
    if opens and "inf" in words.tags(new.lower()) and opens_clause(told, first + 2, words):
        message = f"“{word.text}” is joined to an infinitive: “{new}”"
        yield from repair(document, word.start, word.end, new, message, Trust.SUGGEST, 0.85)


def _pairs(told: list[Word], words: Lexicon) -> Iterator[tuple[int, int]]:
    """A finite verb and the bare infinitive that is joined to it."""
    first: int | None = None
    for index in range(1, len(told)):
        word = told[index]
        if first is not None and told[index - 1].lower != "," and opens_clause(told, index, words):
            yield first, index
            first = None
        elif word.text in _STOPS or word.lower in _GOVERN or (first is not None and index - first > _LONGEST):
            first = None
            if word.lower in _GOVERN:
                return
        elif "inf" in words.tags(word.lower) and (is_infinitive(word, words) or takes_part(told, index, words)):
            return
        elif _is_verb(word, words):
            first = index


def _is_verb(word: Word, words: Lexicon) -> bool:
    tags = words.tags(word.lower)
    return bool(tags & {"3sg", "3pl"} and tags & {"ipre", "ifut"}) and not tags & {"nom", "adj", "ppas", "prep", "mg"}


def _like(finite: str, infinitive: str, words: Lexicon) -> str | None:
    """The infinitive in the tense and person of a finite verb: (`téléchargera`, `créer`) -> `créera`."""
    tags = words.tags(finite)
    tense = "futr" if "ifut" in tags else "pres"
    new = conjugate(infinitive).get(f"{tense}3{'p' if '3pl' in tags else 's'}")
    if new is None and tense == "futr":
        new = infinitive.removesuffix("e") + ("ont" if "3pl" in tags else "a")
    return new if new and {"3pl" if "3pl" in tags else "3sg"} <= words.tags(new) else None
