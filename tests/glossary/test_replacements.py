"""The written replacements of `corpus/replacements.yaml`: the French around a replaced form is right."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from fixer.cli.glossary_test import accepted
from fixer.detectors.glossary_terms import entity, term
from fixer.document import Document
from fixer.finding import Trust
from fixer.glossary import Glossary
from fixer.glossary.compile import build
from fixer.glossary.load import merge, parse
from fixer.glossary.store import Layer
from fixer.resources import Resources
from fixer.text import apply

PATH = Path(__file__).parents[2] / "corpus" / "replacements.yaml"


@cache
def _data() -> dict[str, Any]:
    return dict(yaml.safe_load(PATH.read_text("utf-8")))


@cache
def _resources() -> Resources:
    text = yaml.safe_dump(_data()["glossary"], allow_unicode=True)
    resources = Resources()
    layer = Layer(build(merge([parse(text, PATH.name)]), []))
    resources.__dict__["glossary"] = Glossary((layer,), (frozenset(),))
    return resources


def test_there_are_three_hundred() -> None:
    assert len(_data()["cases"]) >= 300


@pytest.mark.parametrize("case", _data()["cases"], ids=lambda case: case["before"])
def test_replacement(case: dict[str, str]) -> None:
    assert accepted(case["before"], _resources()) == case["after"]


def test_what_is_applied_is_right() -> None:
    """Where everything found is trusted, applying it gives the expected text; most replacements are."""
    trusted = 0
    for case in _data()["cases"]:
        document = Document.plain(case["before"])
        found = [finding for rule in (entity, term) for finding in rule.findings(document, _resources())]
        if all(finding.trust is Trust.APPLY for finding in found):
            trusted += 1
            assert apply(case["before"], sorted(e for f in found for e in f.edits)) == case["after"]
    assert trusted >= 200
