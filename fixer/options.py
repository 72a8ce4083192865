"""What a user can choose: the same names on the command line, in the configuration file and in Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """`select` and `ignore` hold rule ids or categories; an empty `select` means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    no_default_glossaries: bool = False
    typography: str | None = None


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Names as a user may write them, `["a,b", "c d"]`, as a, b, c, d."""
    return tuple(name for value in values for name in value.replace(",", " ").split())
