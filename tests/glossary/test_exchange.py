"""Other tools' formats, there and back."""

from __future__ import annotations

import pytest

from fixer.errors import GlossaryError, UsageError
from fixer.glossary.exchange import FORMATS, format_of, read, write
from fixer.glossary.exchange.yaml import to_yaml
from fixer.glossary.load import merge, parse
from fixer.glossary.model import Case, Entry, Kind, Wrong

ENTRIES = [
    Entry(
        "hopper",
        "Hopper",
        Kind.ENTITY,
        zh=("霍珀",),
        en=("Hopper",),
        wrong=(Wrong("Trémie", "apply", Case.EXACT, near=("GPU", "puce")), Wrong("Hopeur", "apply")),
    ),
    Entry(
        "loi",
        "loi d'échelle",
        gender="f",
        allowed=("loi de mise à l'échelle",),
        en=("scaling law",),
        wrong=(Wrong("loi étendue"),),
    ),
]


def back(name: str, text: str | None = None) -> dict[str, Entry]:
    data = (text or write(ENTRIES, FORMATS[name])).encode()
    return {entry.id: entry for entry in read(data, f"g.{name}", FORMATS[name])}


def test_tbx() -> None:
    got = back("tbx")
    assert (got["hopper"].kind, got["hopper"].zh, got["hopper"].en) == (Kind.ENTITY, ("霍珀",), ("Hopper",))
    assert [wrong.form for wrong in got["hopper"].wrong] == ["Trémie", "Hopeur"]
    assert (got["loi"].gender, got["loi"].allowed) == ("f", ("loi de mise à l'échelle",))


def test_tbx_v2_and_dca() -> None:
    text = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
    <martif type="TBX-Basic" xml:lang="en">
    <text><body><termEntry id="c1"><langSet xml:lang="en"><tig><term>scaling law</term></tig></langSet>
    <langSet xml:lang="fr-FR"><tig><term>loi d'échelle</term>
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
    <termNote type="grammaticalGender">feminine</termNote></tig>
    <tig><term>loi étendue</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
    </langSet></termEntry></body></text></martif>"""
    entry = back("tbx", text)["loi-d-echelle"]
    assert (entry.gender, entry.en, [w.form for w in entry.wrong]) == ("f", ("scaling law",), ["loi étendue"])


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_tables(name: str) -> None:
    got = back(name)
    assert got["hopper"].wrong == ENTRIES[0].wrong
    assert got["loi"].allowed == ENTRIES[1].allowed


def test_a_table_of_two_columns() -> None:
    assert back("csv", "Trémie,Hopper\n霍珀,Hopper\n")["hopper"].zh == ("霍珀",)


def test_omegat() -> None:
    assert write(ENTRIES, FORMATS["omegat"]).splitlines()[0] == "霍珀\tHopper\t"
    assert back("omegat")["loi-d-echelle"].en == ("scaling law",)


def test_deepl_has_no_duplicates_and_no_long_phrases() -> None:
    twice = [ENTRIES[0], Entry("h2", "Hopper 2", zh=("霍珀",))]
    assert write(twice, FORMATS["deepl"]) == "霍珀\tHopper\n"
    with pytest.raises(GlossaryError, match="1024 bytes"):
        write([Entry("long", "é" * 600, zh=("长",))], FORMATS["deepl"])


@pytest.mark.parametrize(("name", "line"), [("codespell", "hopeur->Hopper,"), ("typos", '"hopeur" = "Hopper"')])
def test_lists_hold_single_words_without_conditions(name: str, line: str) -> None:
    text = write(ENTRIES, FORMATS[name])
    assert line in text.splitlines()
    assert "rémie" not in text
    assert back(name)["hopper"].wrong[0].form == "hopeur"


def test_vale_is_yaml() -> None:
    text = write(ENTRIES, FORMATS["vale"])
    assert text.startswith("extends: substitution\n")
    assert '"loi\\\\ étendue": "loi d\'échelle"' in text


def test_yaml_is_read_as_it_was_written() -> None:
    got = merge([parse(to_yaml(ENTRIES), "t.yaml")])
    assert [wrong.form for wrong in got["hopper"].wrong] == ["Trémie", "Hopeur"]
    assert got["loi"].allowed == ENTRIES[1].allowed


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("tbx", "<tbx", "g.tbx:1:"),
        ("csv", "term,kind\n,term\n", "g.csv:2: the column 'term' is empty"),
        ("csv", "term,gender\nx,n\n", "g.csv:2: gender must be m or f"),
        ("omegat", "one\n", "separate source and target by a tab"),
        ("codespell", "a b\n", "g.codespell:1: codespell's lists"),
        ("typos", "[", "not valid TOML"),
    ],
)
def test_broken_files(name: str, text: str, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        back(name, text)
    assert message in str(caught.value)


def test_the_format_comes_from_the_name() -> None:
    assert format_of("a.TBX", None).name == "tbx"
    with pytest.raises(UsageError, match="name the format"):
        format_of("a.bin", None)
    with pytest.raises(UsageError, match="there is no exchange format"):
        format_of("a", "doc")
