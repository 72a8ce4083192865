"""The shipped glossaries: they load, are linted, and the tests of their entries pass."""

from __future__ import annotations

from fixer.cli.glossary_test import accepted
from fixer.glossary import Kind, load_glossaries
from fixer.glossary.cache import Source
from fixer.glossary.examples import failures
from fixer.glossary.lint import lint
from fixer.glossary.load import merge
from fixer.glossary.paths import prebuilt_file, shipped_files
from fixer.options import Options
from fixer.resources import resources_for


def test_enough_is_known() -> None:
    entries = list(load_glossaries().entries())
    assert len(entries) >= 900
    assert sum(bool(entry.zh) for entry in entries) >= 900
    assert {entry.kind for entry in entries} == set(Kind)


def test_lint() -> None:
    files = Source(shipped_files()).parsed()
    assert [str(problem) for problem in lint(list(merge(files).values()), files)] == []


def test_examples_of_entries() -> None:
    resources = resources_for(Options())
    failed = failures(resources.glossary.entries(), lambda text: accepted(text, resources))
    assert [str(failure) for failure in failed] == []


def test_the_prebuilt_form_is_fresh() -> None:
    source = Source(shipped_files())
    assert prebuilt_file().read_bytes().startswith(b"key " + source.key.encode() + b"\n"), (
        "run tools/build_glossaries.py"
    )
