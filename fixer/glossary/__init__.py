"""Glossaries: what names and terms should read, and by which wrong renderings they are recognised.

Start with `model` (what is known), then `load` (how it is written), `match` (how it is found in a text).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fixer.glossary.cache import Source, own_layer, paths_key, shipped_layer
from fixer.glossary.glossary import Glossary
from fixer.glossary.model import Case, Entry, Example, Kind, Wrong
from fixer.glossary.paths import shipped_files, user_glossary, yaml_files
from fixer.glossary.store import Layer

__all__ = ["Case", "Entry", "Example", "Glossary", "Kind", "Wrong", "load_glossaries"]


def load_glossaries(paths: tuple[str, ...] = (), default: bool = True) -> Glossary:
    """The glossary of these files and folders, above the user's and the shipped ones if `default`.

    Cached in the process as long as the files stay as they are. Raises GlossaryError with file, line and column.
    """
    shipped = shipped_files() if default else ()
    own = [file for path in paths for file in yaml_files(Path(path))]
    if default and (mine := user_glossary()).is_file():
        own.insert(0, mine)
    return _load(shipped, tuple(own), paths_key((*shipped, *own)))


@lru_cache(maxsize=4)
def _load(shipped: tuple[Path, ...], own: tuple[Path, ...], state: object) -> Glossary:
    layers: list[Layer] = []
    hidden: list[frozenset[str]] = []
    if shipped:
        layers.append(shipped_layer(Source(shipped)))
        hidden.append(frozenset())
    if own:
        layer, replaced = own_layer(Source(own), layers[0] if layers else None)
        if layers:
            hidden[0] = replaced
        layers.append(layer)
        hidden.append(frozenset())
    return Glossary(tuple(layers), tuple(hidden))
