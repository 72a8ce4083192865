"""Adding to a glossary file keeps what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.errors import GlossaryError
from fixer.glossary.edit import scalar, with_entry, with_item, write
from fixer.glossary.load import parse

TEXT = """# our glossary
version: 1
domain: essais
entries:
  # the first concept
  - id: hopper   # NVIDIA
    term: Hopper
    wrong: [Trémie, {form: Entonnoir, case: exact}]

  # about training
  - id: zorg
    term: Zorg
    wrong:
      - Zorgue  # seen in May
      - Sorgue
keep: [OpenAI]
"""


def ids(text: str) -> list[str]:
    return [str(entry["id"]) for entry in parse(text, "t.yaml").entries]


def test_an_entry_goes_where_its_id_belongs() -> None:
    text = with_entry(TEXT, {"id": "lama", "term": "Llama", "wrong": ["Lama"]})
    assert ids(text) == ["hopper", "lama", "zorg"]
    assert text.index("- id: lama") < text.index("# about training")
    kept = [line for line in TEXT.splitlines() if line not in text.splitlines()]
    assert kept == []


def test_the_last_entry_goes_before_what_follows_the_list() -> None:
    assert ids(with_entry(TEXT, {"id": "zz", "term": "ZZ", "wrong": ["Zèd"]})) == ["hopper", "zorg", "zz"]
    assert ids(with_entry("version: 1\nentries: []\nkeep: [A]\n", {"id": "a", "term": "A"})) == ["a"]
    assert ids(with_entry("", {"id": "a", "term": "A"})) == ["a"]


@pytest.mark.parametrize("id", ["hopper", "zorg"])
def test_a_wrong_form_is_added_to_its_entry(id: str) -> None:
    text = with_item(TEXT, id, "wrong", {"form": "Trémi", "near": ["GPU", "puce d'IA"]})
    entry = next(e for e in parse(text, "t.yaml").entries if e["id"] == id)
    assert entry["wrong"][-1].form == "Trémi"
    assert entry["wrong"][-1].near == ("GPU", "puce d'IA")
    assert "# seen in May" in text
    assert "# NVIDIA" in text


@pytest.mark.parametrize("key", ["wrong", "tests"])
def test_an_entry_on_one_line(key: str) -> None:
    text = "entries:\n  - {id: a, term: A, wrong: [x, {form: y, near: [z]}]}  # kept\n"
    item = "w" if key == "wrong" else {"keep": "w"}
    entry = parse(with_item(text, "a", key, item), "t.yaml").entries[0]
    assert len(entry["wrong"]) == (3 if key == "wrong" else 2)
    assert len(entry.get("tests", ())) == (1 if key == "tests" else 0)


def test_a_test_is_added() -> None:
    text = with_item(TEXT, "zorg", "tests", {"from": "un Zorgue", "to": "un Zorg"})
    assert parse(text, "t.yaml").entries[1]["tests"][0].after == "un Zorg"


def test_an_unknown_entry() -> None:
    with pytest.raises(GlossaryError, match="entry 'nope' is not written"):
        with_item(TEXT, "nope", "wrong", "x")


@pytest.mark.parametrize(
    "value", ["No", "a: b", "# x", "1.0", "l'IA", "loi d'échelle", "[x]", "深度", "C++", "- a", "x #y"]
)
def test_scalars_are_read_as_they_were(value: str) -> None:
    text = f"entries:\n  - {{id: a, term: {scalar(value)}}}\n"
    assert parse(text, "t.yaml").entries[0]["term"] == value


def test_what_would_not_load_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    write(path, TEXT)
    with pytest.raises(GlossaryError):
        write(path, "entries: {")
    assert path.read_text("utf-8") == TEXT
    assert [file.name for file in tmp_path.iterdir()] == ["g.yaml"]
