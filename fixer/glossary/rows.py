"""Lines of which each is found by its number, without reading the others.

how many there are, where each starts and where the last one ends (32-bit numbers), then the lines
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from itertools import accumulate

_SIZE = 4


def numbers(data: bytes | memoryview) -> array[int]:
    """The 32-bit numbers that `data` holds, little end first."""
    out = array("I")
    out.frombytes(data)
    if sys.byteorder == "big":
        out.byteswap()
    return out


def packed(lines: Iterable[str]) -> bytes:
    """The lines in the form that `Rows` reads."""
    rows = [line.encode() for line in lines]
    head = array("I", [len(rows), *accumulate(map(len, rows), initial=0)])
    if sys.byteorder == "big":
        head.byteswap()
    return b"".join((head.tobytes(), *rows))


class Rows:
    """Lines as they were packed. A line is bytes; IndexError for a number that there is not."""

    def __init__(self, data: memoryview) -> None:
        count = numbers(data[:_SIZE])[0]
        self._starts = numbers(data[_SIZE : _SIZE * (count + 2)])
        self._lines = data[_SIZE * (count + 2) :]

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> bytes:
        return bytes(self._lines[self._starts[number] : self._starts[number + 1]])
