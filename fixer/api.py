"""The two functions most programs need."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from fixer.engine import Result, run
from fixer.errors import UsageError
from fixer.finding import Finding, Trust
from fixer.options import Options
from fixer.readers import read


def _options(options: dict[str, Any]) -> Options:
    known = {field.name for field in fields(Options)}
    for name in options:
        if name not in known:
            raise UsageError(f"there is no option '{name}'; the options are {', '.join(sorted(known))}")
    values: dict[str, Any] = {}
    for key, value in options.items():
        values[key] = tuple(value) if isinstance(value, list) else value
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
