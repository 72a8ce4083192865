"""The pages for people agree with the code: every rule has its entry, every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fixer.detectors import all_rules

ROOT = Path(__file__).parent.parent
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/detectors.md",
    "docs/glossary.md",
    "fixer/data/README.md",
)
_ENTRY = re.compile(r"(?m)^\* (`[^:\n]+?): ")
_NAME = re.compile(r"`([a-z-]+)`")
_LINK = re.compile(r"\]\(((?!https?:)[^)#\s]+)(?:#[^)]*)?\)")


def _text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def _without_code(text: str) -> str:
    return re.sub(r"(?s)```.*?```|(`+)(?!`).*?(?<!`)\1(?!`)", "", text)


def test_every_rule_has_one_entry_in_the_manual() -> None:
    heads = _ENTRY.findall(_text("docs/detectors.md").partition("## Words run together")[2])
    described = [name for head in heads for name in _NAME.findall(head)]
    assert sorted(described) == sorted(rule.id for rule in all_rules())


def test_the_manual_lists_the_rules_by_category() -> None:
    table = _text("docs/detectors.md").partition("## The rules by category")[2]
    rows = {row[1]: set(_NAME.findall(row[2])) for row in re.finditer(r"(?m)^\| ([a-z-]+) \| (`.*`) \|$", table)}
    rules: dict[str, set[str]] = {}
    for rule in all_rules():
        rules.setdefault(str(rule.category), set()).add(rule.id)
    assert rows == rules


def test_the_readme_counts_the_rules() -> None:
    assert f"the {len(all_rules())} rules" in _text("README.md")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    broken = [target for target in _LINK.findall(_without_code(_text(page))) if not (folder / target).exists()]
    assert not broken
