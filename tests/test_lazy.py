"""Patterns at first use, and the strings that spare them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import fixer
from fixer.lazy import Guarded, pattern, simple_pattern

CORPUS = Path(__file__).parent.parent / "corpus" / "dev"


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    lazy = pattern(r"\p{Lu}+")
    assert "_compiled" not in vars(lazy)
    assert lazy.findall("un ABC") == ["ABC"]
    assert "_compiled" in vars(lazy)


def test_a_text_without_what_a_pattern_needs_is_not_searched() -> None:
    shape = simple_pattern(r"(?<=n)a+", needs=("na", "NA"))
    assert shape.search("un chat") is None
    assert shape.match("un chat") is None
    assert shape.findall("un chat") == []
    assert list(shape.finditer("un chat")) == []
    assert "_compiled" not in vars(shape)
    assert [match.span() for match in shape.finditer("une naine", 2)] == [(5, 6)]
    assert shape.findall("un naaa") == ["aaa"]
    assert shape.search("un naaa", 2) is not None
    assert shape.match("un na", 4) is not None


def _guarded() -> Iterator[tuple[str, Guarded]]:
    for module in walk_packages(fixer.__path__, "fixer."):
        if not module.name.endswith("__main__"):
            for name, value in vars(import_module(module.name)).items():
                yield from _inside(f"{module.name}.{name}", value)


def _inside(name: str, value: object) -> Iterator[tuple[str, Guarded]]:
    if isinstance(value, Guarded):
        yield name, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _inside(f"{name}[{number}]", item)


def test_needs_hide_no_match() -> None:
    """Line by line, as the strings of a whole page are all there."""
    lines = {line for page in CORPUS.glob("*/*.*") for line in page.read_text("utf-8", "replace").splitlines()}
    guarded = dict(_guarded())
    assert guarded
    hidden = {
        (name, line)
        for name, shape in guarded.items()
        for line in lines
        if not shape.may_match(line) and shape._compiled.search(line)
    }
    assert not hidden
