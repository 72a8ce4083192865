"""Patterns that are compiled when they are first used.

A run looks for some forty kinds of damage and meets few of them in a short text; compiling every pattern at import
would cost more than the whole work on a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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


def pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """What `regex.compile` gives, at the first use. A faulty pattern raises then."""
    return cast("regex.Pattern[str]", _Lazy(regex.compile, source, flags))


def simple_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, at the first use: for what needs no more, since it is compiled in half the time."""
    return cast("re.Pattern[str]", _Lazy(re.compile, source, flags))
