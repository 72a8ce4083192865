"""Patterns that are compiled when they are first used.

A run looks for some forty kinds of damage and meets few of them in a short text; compiling every pattern at import
would cost more than the whole work on a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, cast

import regex


class _Lazy:
    """Stands in for a compiled pattern. Each method is looked up once and then found on the instance."""

    def __init__(self, compiler: Callable[..., Any], source: str, flags: int) -> None:
        self._compiler = compiler
        self._arguments = (source, flags)

    def __getattr__(self, name: str) -> Any:
        if name == "_compiled":
            value: Any = self._compiler(*self._arguments)
        else:
            value = getattr(self._compiled, name)
        self.__dict__[name] = value
        return value


class Guarded(_Lazy):
    """A pattern that a text cannot match, at any place, if it holds none of the strings `needs`.

    Such a text is not searched, and for it the pattern is not compiled.
    """

    def __init__(self, compiler: Callable[..., Any], source: str, flags: int, needs: tuple[str, ...]) -> None:
        super().__init__(compiler, source, flags)
        self.needs = needs

    def may_match(self, text: str) -> bool:
        return any(need in text for need in self.needs)

    def finditer(self, text: str, *where: int) -> Iterator[Any]:
        return cast("Iterator[Any]", self._compiled.finditer(text, *where)) if self.may_match(text) else iter(())

    def findall(self, text: str, *where: int) -> list[Any]:
        return cast("list[Any]", self._compiled.findall(text, *where)) if self.may_match(text) else []

    def search(self, text: str, *where: int) -> Any:
        return self._compiled.search(text, *where) if self.may_match(text) else None

    def match(self, text: str, *where: int) -> Any:
        return self._compiled.match(text, *where) if self.may_match(text) else None


def pattern(source: str, flags: int = 0, needs: tuple[str, ...] = ()) -> regex.Pattern[str]:
    """What `regex.compile` gives, at the first use. A faulty pattern raises then.

    `needs`: strings of which a text holds one if it matches anywhere (a word of each alternative, say, or what
    lookarounds ask for). For patterns that search whole texts: each call looks for the strings in all of the text.
    """
    made = Guarded(regex.compile, source, flags, needs) if needs else _Lazy(regex.compile, source, flags)
    return cast("regex.Pattern[str]", made)


def simple_pattern(source: str, flags: int = 0, needs: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The same with `re.compile`, for what needs no more than that: it is compiled in half the time."""
    made = Guarded(re.compile, source, flags, needs) if needs else _Lazy(re.compile, source, flags)
    return cast("re.Pattern[str]", made)
