"""fixer from Python, as the interface promises it."""

from __future__ import annotations

from pathlib import Path

import pytest

import fixer
from fixer.errors import UsageError

DAMAGED = "Il est sorti en mars,, le modèle est gratuit.\n"


def test_fix_and_check() -> None:
    result = fixer.fix(DAMAGED)
    assert result.text == "Il est sorti en mars, le modèle est gratuit.\n"
    assert [finding.rule for finding in result.applied] == ["doubled-punctuation"]
    assert result.remaining == ()
    (finding,) = fixer.check(DAMAGED, format="text")
    assert finding.to_dict()["replacement"] == ","
    assert "file" not in finding.to_dict()


def test_options_are_those_of_the_command_line(tmp_path: Path) -> None:
    assert fixer.fix(DAMAGED, ignore="doubled-punctuation").text == DAMAGED
    assert fixer.fix(DAMAGED, select=["term", "entity"]).text == DAMAGED
    glossary = tmp_path / "mine.yaml"
    glossary.write_text("version: 1\nentries:\n  - {id: gratuit, term: libre, wrong: [gratuit]}\n", encoding="utf-8")
    fixed = fixer.fix(DAMAGED, suggestions=True, glossary=glossary, no_default_glossaries=True)
    assert "libre" in fixed.text
    with pytest.raises(UsageError, match="no option 'colour'"):
        fixer.fix(DAMAGED, colour="red")
    with pytest.raises(UsageError, match="no format 'word'"):
        fixer.fix(DAMAGED, format="word")


def test_resources_are_loaded_once() -> None:
    from fixer.options import Options
    from fixer.resources import resources_for

    assert resources_for(Options()) is resources_for(Options())
    assert resources_for(Options()).glossary is resources_for(Options()).glossary
