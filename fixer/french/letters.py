"""How likely a string of letters is as a word nobody has seen: `tokenisabilité` is, `froiderépondre` is less so.

The model is trained on French forms, English words and names by `tools/letter_model.py`.
"""

from __future__ import annotations

from functools import lru_cache

from fixer.french.tables import COST_UNIT, CostTable, open_array
from fixer.lazy import simple_pattern

_ORDER = 5
_DIGIT = simple_pattern(r"\d")
#: A character the model has never seen.
_STRANGE = 9.0


class LetterModel:
    """Costs of words by their letters, natural logarithms."""

    def __init__(self) -> None:
        self._table = CostTable("letters")
        self._backoff = open_array("letters.backoff")

    @lru_cache(maxsize=32768)  # noqa: B019 (one model a process)
    def cost(self, word: str) -> float:
        """Cost of the whole word, in lower case, its end included."""
        text = f"^{_DIGIT.sub('0', word.lower())}$"
        return sum(self._letter(text, end) for end in range(1, len(text)))

    def _letter(self, text: str, end: int) -> float:
        trie, backoff = self._table.trie, self._backoff
        cost = 0.0
        for start in range(max(0, end - _ORDER + 1), end + 1):
            seen = self._table.cost(text[start : end + 1])
            if seen is not None:
                return cost + seen
            context = trie.get(text[start:end])
            if context is not None:
                cost += backoff[context] / COST_UNIT
        return cost + _STRANGE


@lru_cache(maxsize=1)
def letter_model() -> LetterModel:
    """The model, opened once a process."""
    return LetterModel()
