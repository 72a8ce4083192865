"""Which words exist: French inflected forms with their morphology, English words, names of technical products.

    lexicon().french("Maisons")    -> True
    lexicon().tags("maisons")      -> frozenset({"nom", "fem", "pl"})
    lexicon().name("DeepSeek")     -> True

Existence and frequency are kept apart: lists made from the web hold glued forms (`dansla`) at a frequency above zero,
so a word exists only if a dictionary says so, and `frequency` only orders the words that exist.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache

from fixer.french.accents import accented_forms
from fixer.french.tables import DATA, CostTable, open_array, open_trie
from fixer.french.words import ELISIONS, straight

#: Occurrences per million from which a word of no dictionary counts as one: three times in the counted prose.
_DOMAIN = 2.2
_NO_TAGS: frozenset[str] = frozenset()


class Lexicon:
    """The words that exist. Look-ups are memory-mapped, remembered, and safe to share."""

    def __init__(self) -> None:
        self._french = open_trie("french")
        self._tags = open_array("french.tags", "H")
        self._tagsets = [frozenset(tags) for tags in json.loads((DATA / "french.tagsets.json").read_text("utf-8"))]
        self._english = CostTable("english")
        self._names = CostTable("names")
        self._words = CostTable("words")

    def known(self, word: str) -> bool:
        """True if the word is French, English or a name."""
        return self.french(word) or self.english(word) or self.name(word)

    def french(self, word: str) -> bool:
        """True for an inflected French form: `maison`, `Maison`, `MAISON`; a proper noun with its capital only.

        An elided word (`l'homme`) is French if its parts are; a hyphenated one, if the whole or its parts are.
        """
        word = straight(word)
        return self._simple(word) is not None or self._compound(word)

    def english(self, word: str) -> bool:
        """True for an English word, in lower case, with a capital, or in capitals; a proper noun with its capital."""
        return any(form in self._english for form in _spellings(straight(word)))

    def name(self, word: str) -> bool:
        """True for a product, a company, a technical name or an acronym, written exactly so."""
        return word in self._names

    def domain(self, word: str) -> bool:
        """True for a word that no dictionary has but clean technical prose uses (`hyperparamètre`), in any case."""
        return self.frequency(word) > _DOMAIN

    def tags(self, word: str) -> frozenset[str]:
        """Morphology of a French form, over all its readings; empty if unknown.

        `nom adj adv verbe prep det npr …`; `mas fem epi`; `sg pl inv`; of verbs `inf ppas ppre ipre iimp ipsi ifut
        cond spre simp impe` and `1sg 2sg 3sg 1pl 2pl 3pl`.
        """
        number = self._simple(straight(word))
        return _NO_TAGS if number is None else self._tagsets[self._tags[number]]

    def frequency(self, word: str) -> float:
        """Occurrences per million words of technical French prose; 0 if never seen there."""
        cost = self._words.cost(straight(word.lower()))
        return 0.0 if cost is None else 1e6 * math.exp(-cost)

    def english_frequency(self, word: str) -> float:
        """Occurrences per million words of English descriptions of software; 0 if never seen there."""
        costs = [self._english.cost(form) for form in _spellings(straight(word))]
        return max((1e6 * math.exp(-cost) for cost in costs if cost is not None), default=0.0)

    def accented(self, word: str) -> tuple[str, ...]:
        """The French forms, in the case of `word`, whose spelling without accents is `word`; most frequent first."""
        return accented_forms(word, self._french, self.frequency)

    @lru_cache(maxsize=65536)  # noqa: B019 (one lexicon a process)
    def _simple(self, word: str) -> int | None:
        for form in _spellings(word):
            number: int | None = self._french.get(form)
            if number is not None:
                return number
        return None

    def _compound(self, word: str) -> bool:
        head, apostrophe, rest = word.partition("'")
        if apostrophe and rest and (head + apostrophe).lower() in ELISIONS:
            return self.french(rest)
        parts = word.split("-")
        return len(parts) > 1 and all(part and self._simple(part) is not None for part in parts)


def _spellings(word: str) -> tuple[str, ...]:
    """The dictionary forms that `word` may write: `Maison` is `Maison` or `maison`; `PARIS` is also `Paris`."""
    if word.islower():
        return (word,)
    lower = word.lower()
    if word.isupper() and len(word) > 1:
        return (word, lower, word.capitalize())
    if word[:1].isupper() and word[1:] == lower[1:]:
        return (word, lower)
    return (word,)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, opened once a process."""
    return Lexicon()
