"""Where glossaries are: those that ship with fixer, and the user's own.

Installed from a wheel, the shipped files lie in the package; in a checkout they are the top-level folder `glossaries`.
"""

from __future__ import annotations

import os
from pathlib import Path

from fixer.errors import GlossaryError

_PACKAGE = Path(__file__).resolve().parent.parent
SUFFIXES = (".yaml", ".yml")


def shipped_folder() -> Path:
    """The folder of the shipped glossaries. Raises GlossaryError for a broken installation."""
    for folder in (_PACKAGE / "shipped_glossaries", _PACKAGE.parent / "glossaries"):
        if folder.is_dir():
            return folder
    raise GlossaryError("the shipped glossaries are missing; install fixer again, or use --no-default-glossaries")


def shipped_files() -> tuple[Path, ...]:
    """The shipped files, by name."""
    return yaml_files(shipped_folder())


def yaml_files(path: Path) -> tuple[Path, ...]:
    """The file itself, or the YAML files of a folder, by name. Raises GlossaryError if there is nothing."""
    if path.is_dir():
        files = tuple(sorted(file for file in path.iterdir() if file.suffix in SUFFIXES))
        if not files:
            raise GlossaryError(f"{path}: no .yaml file in this folder; check --glossary")
        return files
    if not path.exists():
        raise GlossaryError(f"{path}: there is no such glossary; check --glossary")
    return (path,)


def prebuilt_file() -> Path:
    """The compiled form of the shipped glossaries that is made when fixer is released."""
    return _PACKAGE / "data" / "glossaries.bin"


def user_glossary() -> Path:
    """The user's own glossary: `~/.config/fixer/glossary.yaml`, following XDG_CONFIG_HOME."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "fixer" / "glossary.yaml"


def cache_folder() -> Path | None:
    """A folder that nobody but the user can write to, made if need be; None if there is none."""
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        folder = (Path(base) if base else Path.home() / ".cache") / "fixer"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except (OSError, RuntimeError):
        return None
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
        return None
    return folder
