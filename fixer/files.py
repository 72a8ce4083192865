"""Files and folders: which to read, and how to write one so that nothing is ever lost or half-written."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fixer.errors import FileError

STANDARD = "-"
_NEVER = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv"})


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises FileError."""
    try:
        if path == STANDARD:
            if sys.stdin is None:
                raise FileError("standard input is closed; name a file, or send the text through a pipe")
            return sys.stdin.buffer.read()
        return Path(path).read_bytes()
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {error.strerror or error}") from None


def write_atomically(path: str, data: bytes) -> None:
    """Write a file by way of a temporary one beside it: an interruption leaves the old or the new, never a part.

    The mode of an existing file is kept, and a link is followed. Raises FileError.
    """
    import tempfile  # only what writes files needs it

    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            # A device or a pipe has no old contents to save. (Asked before links are followed: /dev/stdout is one, and
            # where it leads is no path.)
            target.write_bytes(data)
            return
        target = target.resolve() if target.is_symlink() else target
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(13, "the file is read-only")
        handle, temporary = tempfile.mkstemp(prefix=".fixer-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(temporary, mode if mode is not None else 0o666 & ~_umask())
            os.replace(temporary, target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FileError(f"{path}: cannot be written: {error.strerror or error}; the file is unchanged") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def expand(paths: Iterable[str], extensions: Iterable[str]) -> Iterator[str | FileError]:
    """The files that the arguments name: a file as it is, a folder by known extensions, without what git ignores.

    What cannot be read is yielded as an error, so that the other files are still done.
    """
    known = tuple(extensions)
    for path in paths:
        if path == STANDARD or not os.path.isdir(path):
            yield path
        else:
            yield from _walk(Path(path), known, _rules_above(Path(path)))


_Rules = tuple[tuple[Path, Any], ...]
"""Folders, resolved, and what their .gitignore says (a pathspec.GitIgnoreSpec, imported when there is one)."""


def _walk(folder: Path, extensions: tuple[str, ...], rules: _Rules) -> Iterator[str | FileError]:
    here = folder.resolve()
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield FileError(f"{folder}: cannot be read: {error.strerror or error}")
        return
    rules = (*rules, *_rules_of(here))
    for entry in entries:
        is_folder = entry.is_dir() and not entry.is_symlink()
        if entry.name in _NEVER or _ignored(here / entry.name, is_folder, rules):
            continue
        if is_folder:
            yield from _walk(entry, extensions, rules)
        elif entry.suffix.lower() in extensions and entry.is_file():
            yield str(entry)


def _rules_of(folder: Path) -> _Rules:
    """The rules of a folder's .gitignore; like git, without the lines that are no pattern."""
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    from pathspec import GitIgnoreSpec

    def valid(line: str) -> bool:
        try:
            return bool(GitIgnoreSpec.from_lines([line]))
        except ValueError:
            return False

    return ((folder, GitIgnoreSpec.from_lines(filter(valid, lines))),)


def _rules_above(folder: Path) -> _Rules:
    """The .gitignore files between the repository's root and the folder."""
    chain: list[Path] = []
    for parent in folder.resolve().parents:
        chain.append(parent)
        if (parent / ".git").exists():
            return tuple(rule for place in reversed(chain) for rule in _rules_of(place))
    return ()


def _ignored(entry: Path, is_folder: bool, rules: _Rules) -> bool:
    ignored = False
    for folder, spec in rules:
        verdict = spec.check_file(entry.relative_to(folder).as_posix() + "/" * is_folder).include
        ignored = ignored if verdict is None else verdict
    return ignored
