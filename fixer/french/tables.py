"""Read-only tables of words: a memory-mapped trie and an array of small numbers beside it.

A cost is a byte: `-log(probability) * COST_UNIT` in natural logarithms, so 255 is about e^-21.
"""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import Final

import marisa_trie

DATA: Final = Path(__file__).parent.parent / "data"
COST_UNIT: Final = 12.0


def open_trie(name: str) -> marisa_trie.Trie:
    """The trie `name` of `fixer/data`. Raises OSError if it is missing."""
    trie = marisa_trie.Trie()
    trie.mmap(str(DATA / f"{name}.trie"))
    return trie


def open_array(name: str, form: str = "B") -> memoryview:
    """The numbers of the file `name`, without reading it: bytes ("B") or 16-bit ("H", little endian)."""
    with (DATA / name).open("rb") as file:
        view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    return view.cast(form)  # type: ignore[call-overload, no-any-return]


class CostTable:
    """Words with a cost each."""

    def __init__(self, name: str) -> None:
        self.trie = open_trie(name)
        self._costs = open_array(f"{name}.costs")

    def cost(self, word: str) -> float | None:
        """Natural-log cost of a word, None if the table does not have it."""
        number = self.trie.get(word)
        return None if number is None else self._costs[number] / COST_UNIT

    def __contains__(self, word: str) -> bool:
        return word in self.trie
