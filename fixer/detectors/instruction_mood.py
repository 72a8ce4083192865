"""Two moods in one instruction: `Cliquez sur Ajouter et sélectionner le fichier`, `Cloner le dépôt, exécutez X`.

English has one form for the order and the infinitive, and an engine chooses between them clause by clause. A French
sentence that begins with one goes on with it.

* Behind an imperative in -ez, a bare infinitive that opens the next clause (`, et puis ou ;`) becomes one too. Left
  alone: a sentence in which an infinitive, or a word that takes one, stands before it, as it may belong there
  (`Utilisez X pour créer et modifier Y`, `Vérifiez comment …`); what follows a colon, a bracket or a quote; labels
  (`Cliquez sur Copier et coller.`).
* An infinitive that opens the sentence becomes an imperative if one follows: `Cloner le dépôt, exécutez …`. Left alone
  if the infinitive is the subject of a verb (`Utiliser X est simple, voyez …`).
* In a text that a machine made, also a bare infinitive behind `si vous …,`, behind a semicolon, and one that opens the
  sentence after an order: `Testez le code. Comparer les sorties.`

Suggested: the sentence may have been meant to be infinitive throughout.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from fixer.detectors._instruction_words import (
    PRONOUNS,
    Word,
    first_word,
    has_object,
    is_finite,
    is_infinitive,
    is_order,
    may_order,
    opens,
    opens_clause,
    takes_part,
    tokens,
)
from fixer.detectors._origin import machine_made
from fixer.detectors._shared import code_like, mistranslated, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.foreign import foreign_at
from fixer.french.lexicon import Lexicon
from fixer.french.moods import imperative
from fixer.french.sentences import sentences
from fixer.lazy import simple_pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_HINT = simple_pattern(r"(?i)ez\b|;|êtes\b")
_INFINITIVE = simple_pattern(r"(?:er|ir|re)\b")
_MODALS = frozenset("pouvez voulez souhaitez devez désirez préférez aimez faut peut peuvent".split())
_TAKES_INFINITIVE = _MODALS | frozenset(
    """doit doivent pourrez pourra devra faudra faudrait voulons comment où quoi laissez faites veuillez venez regardez
    voyez osez allez envoyez courez emmenez afin que qu'""".split()
)
_STOPS = frozenset(': ( « " “ [ | — – = → > / ?'.split())
_LONGEST = 60


@rule(
    "instruction-mood", Category.GRAMMAR, Stage.SENTENCE, "imperative and infinitive in one instruction", Trust.SUGGEST
)
def instruction_mood(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, words = document.prose, resources.lexicon
    made = cache(partial(machine_made, document, resources))
    ordering = None
    for span in sentences(prose):
        sentence = span.of(prose)
        follows = ordering is not None and "\n" not in prose[ordering : span.start]
        ordering = None
        if not follows and not _HINT.search(sentence):
            continue
        told = tokens(prose, span.start, span.end)
        first = first_word(told)
        if first is None or code_like(document.text, span):
            continue
        if is_order(told[first], words):
            ordering = span.end
        if not _INFINITIVE.search(sentence):
            continue
        found = [*_opening(told, first, words), *_behind_imperatives(told, first, words)]
        if not found and made():
            if follows and _alone(told, first, words):
                found, ordering = [first], span.end
            else:
                found = list(_main_clause(told, first, words))
                for index in found[:1]:
                    found += _behind_imperatives(told, index + 1, words, ordered=True)
        for index in found:
            yield from _ordered(document, resources, told, index)


def _ordered(document: Document, resources: Resources, told: list[Word], index: int) -> Iterator[Finding]:
    word, before = told[index], told[index - 1] if index else None
    new = imperative(word.lower, resources.lexicon.tags)
    if new is None or mistranslated(document, resources, word.start):
        return
    if foreign_at(document.prose, word.start, resources.lexicon):
        return
    start = word.start
    if before and before.lower in PRONOUNS:
        start, new = before.start, f"{new}-{before.lower}"
    new = new[0].upper() + new[1:] if word.text[0].isupper() else new
    message = f"“{word.text}” among orders in -ez: “{new}”"
    yield from repair(document, start, word.end, new, message, Trust.SUGGEST, 0.85)


def _behind_imperatives(told: list[Word], first: int, words: Lexicon, *, ordered: bool = False) -> Iterator[int]:
    """The infinitives that open a clause behind an imperative that opens one; `ordered`: it stands before `first`."""
    since = 0
    for index in range(first, len(told)):
        word = told[index]
        since += 1
        if may_order(told, index, first) and is_order(word, words):
            ordered, since = word.lower not in _TAKES_INFINITIVE, 0
            if index + 2 < len(told) and told[index + 1].text == "-" and told[-1].text == "?":
                return
        elif ordered and opens_clause(told, index, words):
            yield index
            since = 0
        elif word.text in _STOPS or word.lower in _TAKES_INFINITIVE or since > _LONGEST:
            ordered = False
        else:
            ordered = ordered and not takes_part(told, index, words)


def _opening(told: list[Word], first: int, words: Lexicon) -> Iterator[int]:
    """The infinitive that opens the sentence, if an imperative goes on with it."""
    if not _is_title(told[first], words):
        return
    for index in range(first + 1, min(len(told), first + _LONGEST)):
        here = told[index]
        if opens(told, index) and is_order(here, words):
            yield first
            return
        if here.text in _STOPS or is_finite(here, words) or here.lower in ("vous", "comment", "pourquoi"):
            return


def _is_title(word: Word, words: Lexicon) -> bool:
    return word.text[0].isupper() and word.text[1:].islower() and is_infinitive(word, words)


def _alone(told: list[Word], first: int, words: Lexicon) -> bool:
    """True if an infinitive opens the sentence and is no subject: there is no other verb."""
    if not _is_title(told[first], words) or not has_object(told, first):
        return False
    return not any(is_finite(here, words) for here in told[first + 1 :])


def _main_clause(told: list[Word], first: int, words: Lexicon) -> Iterator[int]:
    """The infinitive that should be the verb of the sentence: behind `si vous …,`, or behind a semicolon.

    A verb behind it shows that it is one of a row: `si vous voulez créer, modifier ou supprimer X, utilisez Y`.
    """
    condition = told[first].lower == "si" and len(told) > first + 1 and told[first + 1].lower == "vous"
    bare = False
    for index in range(first + 2, len(told)):
        word, before = told[index], told[index - 1]
        if before.text == ("," if condition else ";") and opens_clause(told, index, words):
            if not bare and not any(is_finite(here, words) for here in told[index + 1 :]):
                yield index
            return
        if word.text in _STOPS or (word.lower in _MODALS and condition):
            return
        if takes_part(told, index, words):
            bare = bare or not condition or before.lower not in ("de", "d'", "à")
