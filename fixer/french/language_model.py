"""How likely a word is in technical French, alone and after another.

A bigram model with absolute discounting, in the back-off form: a pair that was seen has its cost, any other costs the
back-off of its first word plus the cost of the second. Costs are natural logarithms: lower is likelier, and two
readings of a place compare by their difference.

    model = language_model()
    model.bigram_cost("il", "a") < model.bigram_cost("il", "à")

Keys are made by `fixer.french.words.key`; `.` stands for any stop and for the start of a text, `0` for any number.
"""

from __future__ import annotations

import math
from functools import lru_cache

from fixer.french.lexicon import Lexicon, lexicon
from fixer.french.tables import COST_UNIT, CostTable, open_array
from fixer.french.words import straight

START = "."

#: A word that is in no lexicon: the highest cost a table can hold.
_UNKNOWN = 21.0
#: English words stand in French prose, but each is far rarer than in English: about one word in sixty.
_ENGLISH = math.log(60)
#: A name of the lists is about one word in forty.
_NAME = math.log(40)


class LanguageModel:
    """Costs of words in context."""

    def __init__(self, words: Lexicon) -> None:
        self._lexicon = words
        self._counted = CostTable("words")
        self._backoff = open_array("words.backoff")
        self._pairs = CostTable("pairs")
        self._french = CostTable("french")
        self._english = CostTable("english")
        self._names = CostTable("names")
        self._parts = CostTable("parts")

    @lru_cache(maxsize=65536)  # noqa: B019 (one model a process)
    def unigram_cost(self, word: str) -> float:
        """Cost of a word by itself, in any case and in any of the three lexicons."""
        lower = straight(word.lower())
        counted = self._counted.cost(lower)
        if counted is not None:
            return counted
        french = self._french.cost(lower)
        if french is None:
            french = self._french.cost(word)
        english = self._english.cost(lower)
        if english is None:
            english = self._english.cost(word)
        name = self._names.cost(word)
        return min(
            _UNKNOWN if french is None else french,
            _UNKNOWN if english is None else english + _ENGLISH,
            _UNKNOWN if name is None else name + _NAME,
        )

    def part_cost(self, part: str) -> float:
        """Cost of a word as a part of an identifier or of a package's name (`get`, `client`, `utils`)."""
        cost = self._parts.cost(part)
        return _UNKNOWN if cost is None else cost

    def foreign(self, word: str) -> bool:
        """True for an English word that is no French one, by its key."""
        return word in self._english and word not in self._french

    def french_prefixes(self, text: str) -> list[str]:
        """The French forms that `text` begins with."""
        return self._french.trie.prefixes(text)  # type: ignore[no-any-return]

    def english_prefixes(self, text: str) -> list[str]:
        """The English words that `text` begins with."""
        return self._english.trie.prefixes(text)  # type: ignore[no-any-return]

    def name_prefixes(self, text: str) -> list[str]:
        """The names that `text` begins with."""
        return self._names.trie.prefixes(text)  # type: ignore[no-any-return]

    @lru_cache(maxsize=131072)  # noqa: B019 (one model a process)
    def bigram_cost(self, previous: str, word: str) -> float:
        """Cost of `word` after `previous` (a word, or START)."""
        before = straight(previous.lower())
        pair = self._pairs.cost(f"{before} {straight(word.lower())}")
        return self.backoff_cost(before) + self.unigram_cost(word) if pair is None else pair

    def seen(self, previous: str, word: str) -> bool:
        """True if the pair was counted at least twice."""
        return f"{straight(previous.lower())} {straight(word.lower())}" in self._pairs

    @lru_cache(maxsize=16384)  # noqa: B019 (one model a process)
    def backoff_cost(self, previous: str) -> float:
        """What a pair that was never seen costs beside its second word: little after a word that takes anything."""
        number = self._counted.trie.get(previous)
        return 0.0 if number is None else self._backoff[number] / COST_UNIT

    def sequence_cost(self, words: tuple[str, ...], before: str = START, after: str | None = None) -> float:
        """Cost of some words in a row, between the word before them and, if given, the word after."""
        cost, previous = 0.0, before
        for word in words:
            cost += self.bigram_cost(previous, word)
            previous = word
        return cost if after is None else cost + self.bigram_cost(previous, after)


@lru_cache(maxsize=1)
def language_model() -> LanguageModel:
    """The model, opened once a process."""
    return LanguageModel(lexicon())
