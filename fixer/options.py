"""What a user can choose: the same names on the command line, in the configuration file and in Python."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """`select` and `ignore` hold rule ids or categories; an empty `select` means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    default_glossaries: bool = True
    typography: str | None = None
