"""The configuration: one table, `fixer.toml` or `[tool.fixer]` in `pyproject.toml`, the nearest one upward."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any, cast

from fixer.errors import UsageError
from fixer.options import Options

_KEYS = {field.name.replace("_", "-"): field.type for field in fields(Options)}


def find_config(start: Path) -> Path | None:
    """The nearest configuration at or above a folder; a `fixer.toml` wins over a `pyproject.toml` beside it."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "fixer.toml").is_file():
            return folder / "fixer.toml"
        if (folder / "pyproject.toml").is_file() and "fixer" in _table(folder / "pyproject.toml", "tool"):
            return folder / "pyproject.toml"
    return None


def read_config(path: Path) -> dict[str, Any]:
    """The options that a file sets, by the names of `Options`; glossary paths are relative to the file.

    Raises UsageError for TOML that cannot be read, for unknown keys and for values of the wrong type.
    """
    table = _table(path, "tool", "fixer") if path.name == "pyproject.toml" else _table(path)
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _KEYS:
            raise UsageError(f"{path}: there is no option '{key}'; the options are {', '.join(sorted(_KEYS))}")
        kind = str(_KEYS[key])
        if kind.startswith("tuple"):
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise UsageError(f"{path}: '{key}' is a list of strings, for example {key} = [\"…\"]")
            value = tuple(str(path.parent / item) if key == "glossary" else item for item in value)
        elif kind == "bool" and not isinstance(value, bool):
            raise UsageError(f"{path}: '{key}' is true or false")
        elif kind.startswith("str") and not isinstance(value, str):
            raise UsageError(f"{path}: '{key}' is a string")
        values[key.replace("-", "_")] = value
    return values


def _table(path: Path, *names: str) -> dict[str, Any]:
    """The table of that name in a file; empty if there is none. Raises UsageError."""
    table: Any = _load(path)
    for name in names:
        table = table.get(name, {})
        if not isinstance(table, dict):
            raise UsageError(f"{path}: '{name}' is a table: [{'.'.join(names)}]")
    return cast("dict[str, Any]", table)


def _load(path: Path) -> dict[str, Any]:
    import tomllib  # only where there is a configuration

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 at byte {error.start}; TOML has to be") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
