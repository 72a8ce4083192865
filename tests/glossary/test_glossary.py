"""The glossary as the rest of the project uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.errors import GlossaryError
from fixer.glossary import Glossary, load_glossaries
from fixer.glossary.cache import Source, seal
from fixer.glossary.compile import build
from fixer.glossary.load import merge, parse
from fixer.glossary.store import Layer
from fixer.text import Span

TEXT = """version: 1
entries:
  - {id: deepseek, term: DeepSeek, kind: entity, translate: false, source: {zh: [深度求索, 深度]}, wrong: [Quête]}
  - {id: loi, term: loi d'échelle, gender: f, plural: lois d'échelle, source: {zh: [规模法则]}, wrong: [loi étendue]}
  - {id: noeud, term: nœud de calcul, wrong: [noeud informatique]}
keep: [OpenAI, xAI, C++]
"""


def glossary(text: str = TEXT) -> Glossary:
    file = parse(text, "t.yaml")
    return Glossary((Layer(build(merge([file]), file.keep)),), (frozenset(),))


def test_names_and_words() -> None:
    known = glossary()
    assert known.names == {"DeepSeek", "OpenAI", "xAI", "C++"}
    assert all(map(known.knows_word, ("échelle", "lois", "nœud", "noeud", "openai")))
    assert not known.knows_word("étendue")
    assert known.concepts_zh["规模法则"] == "loi d'échelle"


def test_protected_spans() -> None:
    text = "OpenAI, deepseek et DeepSeek-V3 ; OpenAIs, l’xAI et le C++."
    assert [span.of(text) for span in glossary().protected_spans(text)] == ["OpenAI", "DeepSeek", "xAI", "C++"]


def test_find_zh_prefers_the_longest() -> None:
    text = "a深度求索的规模法则"
    assert glossary().find_zh(text) == [(Span(1, 5), "DeepSeek"), (Span(6, 10), "loi d'échelle")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("les Lois étendues", ["Lois étendues"]),
        ("la loi  étendue", ["loi  étendue"]),
        ("la loi\u00a0étendue", ["loi\u00a0étendue"]),
        ("la loi éten\u00addue", ["loi éten\u00addue"]),
        ("un nœud informatique et des nœuds informatiques", ["nœud informatique", "nœuds informatiques"]),
        ("des loi étenduesX", []),
    ],
)
def test_matches(text: str, found: list[str]) -> None:
    assert [hit.span.of(text) for hit in glossary().matches(text) if hit.wrong] == found


def test_own_files_lie_above_the_shipped_ones(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "entries:\n  - {id: hopper, term: Hopper GPU}\n  - {id: zorg, term: Zorg, wrong: [Zorgue]}\n", "utf-8"
    )
    known = load_glossaries((str(own),))
    hopper = known.entry("hopper")
    assert hopper is not None
    assert hopper.term == "Hopper GPU"
    assert "Trémie" in [wrong.form for wrong in hopper.wrong]
    assert sum(entry.id == "hopper" for entry in known.entries()) == 1
    text = "des puces Trémie et un Zorgue"
    assert {hit.entry.term for hit in known.matches(text) if hit.wrong} == {"Hopper GPU", "Zorg"}


def test_a_glossary_is_read_again_when_it_changed(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("entries:\n  - {id: zorg, term: Zorg, wrong: [Zorgue]}\n", "utf-8")
    known = load_glossaries((str(own),), default=False)
    assert load_glossaries((str(own),), default=False) is known
    own.write_text("entries: []\n", "utf-8")
    assert load_glossaries((str(own),), default=False).entry("zorg") is None


def test_a_missing_file_says_what_to_do() -> None:
    with pytest.raises(GlossaryError, match="there is no such glossary; check --glossary"):
        load_glossaries(("/nowhere/g.yaml",))


def test_a_damaged_compiled_form_is_refused() -> None:
    data = build(merge([parse(TEXT, "t.yaml")]), [])
    with pytest.raises(ValueError, match="damaged"):
        Layer(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(ValueError, match="not a compiled glossary"):
        Layer(b"nothing")


def test_the_key_changes_with_any_byte(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text("Trémie: Hopper\n", "utf-8")
    first = Source((file,)).key
    file.write_text("Trémie: hopper\n", "utf-8")
    assert Source((file,)).key != first
    assert seal(first, b"x").startswith(b"key " + first.encode())
