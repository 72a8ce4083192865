"""The two functions most programs need."""

from __future__ import annotations

from dataclasses import fields
from os import PathLike
from typing import Any

from fixer.engine import Result, run
from fixer.errors import UsageError
from fixer.finding import Finding, Trust
from fixer.options import Options, split_names
from fixer.readers import read


def _options(options: dict[str, Any]) -> Options:
    """Options from keywords: the command line's, with underscores. A single name or path needs no list.

    Raises UsageError for an unknown one.
    """
    known = {field.name for field in fields(Options)}
    values: dict[str, Any] = {}
    for name, value in options.items():
        if name not in known:
            raise UsageError(f"there is no option '{name}'; the options are {', '.join(sorted(known))}")
        if name in ("select", "ignore", "glossary"):
            several = (value,) if isinstance(value, (str, PathLike)) else value
            strings = tuple(str(one) for one in several)
            value = strings if name == "glossary" else split_names(strings)
        values[name] = value
    return Options(**values)


def fix(text: str, format: str = "text", suggestions: bool = False, **options: Any) -> Result:
    """Repair a text. `format` is a reader's name; `options` are the fields of Options (select, ignore, …).

    `result.text` is the repaired text, `result.applied` what was done, `result.remaining` what is left for a person.
    Only trusted edits are made unless `suggestions`.
    """
    return run(read(text, format), _options(options), Trust.SUGGEST if suggestions else Trust.APPLY)


def check(text: str, format: str = "text", **options: Any) -> list[Finding]:
    """Every finding, in reading order; nothing is changed."""
    return list(run(read(text, format), _options(options)).findings)
