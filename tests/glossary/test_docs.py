"""The manual page of glossaries says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from fixer.glossary.exchange import FORMATS
from fixer.glossary.load import ENTRY, WRONG, merge, parse
from fixer.glossary.model import TYPES

PAGE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text("utf-8")


def test_examples_load() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        assert "hopper" in merge([parse(block, "page.yaml")])


def test_every_key_type_and_format_is_named() -> None:
    for word in (*ENTRY, *WRONG, *TYPES, *FORMATS):
        assert re.search(rf"`{word}\b|\b{word}\b", PAGE), word
