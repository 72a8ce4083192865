"""`fixer glossary` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fixer.cli.glossary import glossary
from fixer.errors import FixerError, UsageError

OWN = "entries:\n  - {id: hopper, term: Hopper, kind: entity, wrong: [{form: Trémie, near: [GPU]}]}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "own.yaml").write_text(OWN, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(glossary, list(arguments))
    if isinstance(result.exception, FixerError):
        raise result.exception
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def only(here: Path) -> tuple[str, ...]:
    return "--no-default-glossaries", "--glossary", str(here / "own.yaml")


def test_list_and_show(here: Path) -> None:
    assert run("list", *only(here)).output == "hopper\tHopper\tTrémie\n"
    assert run("list", "zorg", *only(here)).output == ""
    assert "form: Trémie, near: [GPU]" in run("show", "trémie", *only(here)).output
    with pytest.raises(UsageError, match="did you mean 'hopper'"):
        run("show", "hoper", *only(here))


def test_add_then_test(here: Path) -> None:
    run("add", "Colossus", "-w", "Colosse", "-e", "Le Colosse tourne.", *only(here))
    text = (here / "own.yaml").read_text("utf-8")
    assert "form: Colosse, case: exact" in text
    assert "to: Colossus tourne." in text.replace('"', "").replace("Le Colossus", "Colossus")
    assert run("test", *only(here)).exit_code == 0


def test_add_a_form_to_an_entry(here: Path) -> None:
    run("add", "Hopper", "-w", "Entonnoir", "--near", "GPU,puce", *only(here))
    assert "near: [GPU, puce]" in (here / "own.yaml").read_text("utf-8")
    assert run("lint", "own.yaml").exit_code == 1  # the entry has no test


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Zorg", "-w", "Hopper"), "is a right form of “hopper”"),
        (("Zorg", "-w", "trémie"), "already leads to “Hopper”"),
        (("Hopper", "-w", "Trémie"), "is already listed"),
        (("Zorg", "-w", "Zorg"), "corrected to itself"),
        (("Zorg",), "at least one --wrong form"),
    ],
)
def test_add_refuses_conflicts(here: Path, arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        run("add", *arguments, *only(here))
    assert message in str(caught.value)
    assert (here / "own.yaml").read_text("utf-8") == OWN


def test_add_writes_the_users_own_glossary(here: Path) -> None:
    run("add", "Zorg", "-w", "Zorgue", "--no-default-glossaries")
    assert "Zorgue" in (here / "config" / "fixer" / "glossary.yaml").read_text("utf-8")


def test_a_failing_test_of_an_entry(here: Path) -> None:
    (here / "own.yaml").write_text(OWN.replace("]}]}", "]}], tests: [{from: a, to: b}]}"), "utf-8")
    result = run("test", *only(here))
    assert result.exit_code == 1
    assert "own.yaml:2: hopper: “a” should become “b”, becomes “a”" in result.output


def test_export_and_import(here: Path) -> None:
    run("export", "-o", "g.tbx", *only(here))
    assert "Trémie" in run("import", "g.tbx").output
    run("import", "g.tbx", "-o", "new.yaml")
    with pytest.raises(UsageError, match="exists already"):
        run("import", "g.tbx", "-o", "new.yaml")


def test_suggest(here: Path) -> None:
    (here / "page.txt").write_text("Le produit Zorgathon répond. Zorgathon et Hugging Fase aussi.", "utf-8")
    output = run("suggest", "page.txt").output
    assert "term: Hugging Face" in output
    assert "# unknown name, 2×" in output
    assert "wrong: [Zorgathon]" in output
