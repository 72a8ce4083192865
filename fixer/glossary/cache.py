"""From glossary files to compiled layers, without compiling twice.

The compiled form of a set of files is looked for, in this order, in the process, in the package (the shipped set, made
at release) and in the user's cache folder; each carries the key of what it was made from, so a file that changed, or a
newer fixer, simply has another key. A folder that others could write to is not used.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha1
from pathlib import Path
from typing import TYPE_CHECKING

from fixer import __version__
from fixer.errors import GlossaryError
from fixer.glossary.model import Entry
from fixer.glossary.paths import cache_folder, prebuilt_file
from fixer.glossary.store import Layer

if TYPE_CHECKING:
    from fixer.glossary.load import GlossaryFile

_HERE = Path(__file__).resolve().parent
_MAKERS = tuple(
    _HERE.parent / f"{name}.py"
    for name in (
        *(f"glossary/{name}" for name in "bilingual compile concepts fold inflect load model".split()),
        *(f"glossary/{name}" for name in "named_contexts rows skeleton store".split()),
        "french/inflection",
        "french/words",
    )
)
_KEY = b"key "


def read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: the glossary cannot be read ({error.strerror}); check --glossary") from error


@dataclass(frozen=True)
class Source:
    """Glossary files, read once."""

    files: tuple[Path, ...]

    @cached_property
    def contents(self) -> tuple[bytes, ...]:
        return tuple(read_file(file) for file in self.files)

    @cached_property
    def key(self) -> str:
        """A hash of all that the compiled form depends on. Names count too: errors and origins quote them."""
        digest = sha1(usedforsecurity=False)  # the quickest by far of those that tell any two files apart
        digest.update(__version__.encode())
        for maker in _MAKERS:
            if maker.exists():  # an installation may hold byte code alone; then the version speaks for it
                digest.update(maker.read_bytes())
        for file, content in zip(self.files, self.contents, strict=True):
            digest.update(f"{file.name}\n{len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()

    def parsed(self) -> tuple[GlossaryFile, ...]:
        """Raises GlossaryError with file, line and column."""
        from fixer.glossary.load import decode, parse  # brings a YAML parser: only when something changed

        return tuple(
            parse(decode(content, str(file)), file.name)
            for file, content in zip(self.files, self.contents, strict=True)
        )

    def compiled(self) -> bytes:
        from fixer.glossary.compile import build
        from fixer.glossary.load import merge
        from fixer.glossary.named_contexts import united

        files = self.parsed()
        keep = [name for file in files for name in file.keep]
        contexts = united(file.contexts for file in files)
        return build(merge(files), keep, contexts, united(file.names for file in files))


def seal(key: str, data: bytes) -> bytes:
    return _KEY + key.encode() + b"\n" + data


def _unseal(data: bytes, key: str) -> Layer | None:
    head = _KEY + key.encode() + b"\n"
    try:
        return Layer(data, len(head)) if data.startswith(head) else None
    except ValueError:
        return None


def shipped_layer(source: Source) -> Layer:
    """The layer of the shipped files, from the package or the user's cache; compiled if neither has it."""
    places = [prebuilt_file()]
    folder = cache_folder()
    if folder is not None:
        places.append(folder / "glossaries.bin")
    for place in places:
        try:
            data = place.read_bytes()
        except OSError:
            continue
        layer = _unseal(data, source.key)
        if layer is not None:
            return layer
    data = source.compiled()
    if folder is not None:
        _write(folder / "glossaries.bin", seal(source.key, data))
    return Layer(data)


def _write(path: Path, data: bytes) -> None:
    """Write for the user alone, atomically; a cache that cannot be written is no error."""
    import tempfile

    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        return


def own_layer(source: Source, below: Layer | None) -> tuple[Layer, frozenset[str]]:
    """The layer of the user's files over a lower one, and the ids of the lower one that it replaces."""

    def base(id: str) -> Entry | None:
        if below is None or id not in below.numbers:
            return None
        return below.with_tests(below.numbers[id])

    from fixer.glossary.compile import build
    from fixer.glossary.load import merge
    from fixer.glossary.named_contexts import united

    files = source.parsed()
    entries = merge(files, base, below.contexts if below else None)
    keep = [name for file in files for name in file.keep]
    layer = Layer(build(entries, keep, fields=united(file.names for file in files)))
    return layer, frozenset(entries) & (frozenset(below.numbers) if below else frozenset())


def paths_key(files: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """What tells, without reading them, that files are as they were: name, size and time."""
    return tuple((str(file), (status := file.stat()).st_size, status.st_mtime_ns) for file in files)
