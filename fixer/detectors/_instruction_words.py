"""The words of an instruction: which of them order, which are infinitives, and where a clause begins."""

from __future__ import annotations

from dataclasses import dataclass

from fixer.document import HOLE
from fixer.french.lexicon import Lexicon
from fixer.lazy import pattern

_TOKEN = pattern(rf"[\p{{L}}\p{{M}}]++['’]?|{HOLE}++|[^\s\p{{L}}\p{{M}}]")
_MARKERS = frozenset("* - + • > # _ . ) ( [ ]".split())
_CLAUSE = frozenset(", ; et ou puis".split())
_THEN = frozenset("ensuite enfin alors également".split())
_SUBJECTS = frozenset("vous ne n' que qu' qui si".split())
_LABELLED = frozenset(
    "sur bouton menu onglet option commande champ sélectionnez choisissez section page touche lien".split()
)
_OBJECT = frozenset(
    """le la les l' un une des du de d' votre vos notre nos ce cet cette ces son sa ses leur leurs sur dans à au aux
    vers en tous toutes tout chaque plusieurs deux trois ensuite également par avec pour si simplement""".split()
)
_FINITE = frozenset("est sont a ont était étaient sera fut".split())
"""Forms of the auxiliaries, some of which are nouns as well."""
_TITLES = frozenset("voir noter".split())
"""Infinitives that any text has for references and notes: `; voir la section 3`."""
_BEFORE_NOUNS = frozenset("un une du des au aux ce cet cette ces mon ton son votre notre leurs vos nos".split())
"""Determiners that are no pronouns: *les lire*, *de lire* are infinitives."""
PRONOUNS = frozenset("vous le la les".split())


@dataclass(frozen=True)
class Word:
    text: str
    start: int

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tokens(prose: str, start: int, end: int) -> list[Word]:
    """Words, marks and holes between two places of a text."""
    return [Word(match.group(), match.start()) for match in _TOKEN.finditer(prose, start, end)]


def first_word(sentence: list[Word]) -> int | None:
    """Where the words begin, behind the mark of a list or a heading."""
    return next((i for i, word in enumerate(sentence) if word.text not in _MARKERS and not word.text.isdigit()), None)


def is_order(word: Word, words: Lexicon) -> bool:
    """True for a second person plural that may give an order."""
    return word.lower.endswith(("ez", "tes")) and {"impe", "2pl"} <= words.tags(word.lower)


def is_infinitive(word: Word, words: Lexicon) -> bool:
    """True for what can only be an infinitive."""
    tags = words.tags(word.lower)
    return "inf" in tags and "nom" not in tags and word.lower not in _TITLES


def is_finite(word: Word, words: Lexicon) -> bool:
    """True for what can only be a verb with a subject, or an order."""
    tags = words.tags(word.lower)
    sure = tags & {"3sg", "3pl", "2pl", "1pl"} and not tags & {"nom", "adj", "prep", "det", "mg"}
    return bool(sure) or word.lower in _FINITE


def takes_part(sentence: list[Word], index: int, words: Lexicon) -> bool:
    """True for an infinitive that others may follow; the words of an interface (`Cliquez sur Ajouter`) are none."""
    word, before = sentence[index], sentence[index - 1]
    if "inf" not in words.tags(word.lower) or word.lower == "partir":  # *à partir de*
        return False
    label = word.text[0].isupper() and (before.lower in _LABELLED or before.text in "*_»")
    noun = "nom" in words.tags(word.lower) and before.lower in _BEFORE_NOUNS
    return not label and not noun


def opens(sentence: list[Word], index: int) -> bool:
    """True if a clause begins at `index`: behind a comma, *et*, *puis*, also with *ensuite* behind these."""
    before = sentence[index - 1].lower
    return before in _CLAUSE or (before in _THEN and index > 1 and sentence[index - 2].lower in _CLAUSE)


def may_order(sentence: list[Word], index: int, first: int) -> bool:
    """True unless a subject stands before the form in -ez."""
    if index == first or opens(sentence, index):
        return True
    return not {word.lower for word in sentence[max(first, index - 4) : index]} & _SUBJECTS


def has_object(sentence: list[Word], index: int) -> bool:
    """True if what follows a verb can only be its object or its complement: no label then."""
    if index + 1 >= len(sentence):
        return False
    following = sentence[index + 1]
    return following.lower in _OBJECT or following.text[0] in ("`", "*", "«", HOLE)


def opens_clause(sentence: list[Word], index: int, words: Lexicon) -> bool:
    """True for a bare infinitive that begins a clause, perhaps behind its pronoun, and goes on as one."""
    word = sentence[index]
    if not word.text.islower() or not is_infinitive(word, words) or index + 1 >= len(sentence):
        return False
    if not opens(sentence, index - (sentence[index - 1].lower in PRONOUNS)):
        return False
    if sentence[index + 1].text == "." and sentence[index - 1].lower in ("et", "puis"):
        return sentence[index - 2].text.islower()
    return has_object(sentence, index)
