"""Annotated documents: what is read, what is refused, and how damaged text and reference are aligned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.errors import FileError
from fixer.evaluation.corpus import Gold, Item, load_corpus, load_item, segments
from fixer.finding import Trust
from fixer.taxonomy import Category
from fixer.text import Edit, Span, apply
from tests.evaluation.samples import annotated

CORPUS = Path(__file__).parents[2] / "corpus"


def _write(folder: Path, damaged: str, reference: str, *gold: dict[str, object]) -> Path:
    folder.mkdir(parents=True)
    (folder / "damaged.txt").write_text(damaged, encoding="utf-8")
    (folder / "reference.txt").write_text(reference, encoding="utf-8")
    (folder / "gold.jsonl").write_text("".join(json.dumps(one) + "\n" for one in gold), encoding="utf-8")
    (folder / "meta.json").write_text("{}", encoding="utf-8")
    return folder


MARK = {"start": 3, "end": 8, "text": "abîme", "category": "term", "trust": "apply", "replacement": "lac", "accept": []}


def test_a_document_is_read(tmp_path: Path) -> None:
    item = load_item(_write(tmp_path / "test" / "one", "un abîme.", "un lac.", MARK))
    assert (item.id, item.split, item.format) == ("one", "test", "text")
    assert item.gold == (Gold(Span(3, 8), "abîme", Category.TERM, Trust.APPLY, "lac"),)
    assert item.alignment == ((Span(3, 8), Span(3, 6)),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"text": "abime"}, r"gold.jsonl:1: the text at 3..8 is 'abîme', not 'abime'"),
        ({"category": "weather"}, "gold.jsonl:1: 'weather' is not a valid Category"),
        ({"end": 2}, "not a span"),
    ],
)
def test_gold_that_does_not_fit_is_refused_with_its_line(
    tmp_path: Path, change: dict[str, object], message: str
) -> None:
    folder = _write(tmp_path / "one", "un abîme.", "un lac.", {**MARK, **change})
    with pytest.raises(FileError, match=message):
        load_item(folder)


def test_a_reference_that_the_gold_does_not_explain_is_refused(tmp_path: Path) -> None:
    item = load_item(_write(tmp_path / "one", "un abîme.", "un grand lac.", MARK))
    with pytest.raises(FileError, match="outside of the gold"):
        _ = item.alignment


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no annotated documents"):
        load_corpus(tmp_path)


def test_two_damaged_texts_are_refused(tmp_path: Path) -> None:
    folder = _write(tmp_path / "one", "un abîme.", "un lac.", MARK)
    (folder / "damaged.md").write_text("", encoding="utf-8")
    with pytest.raises(FileError, match="2 files called damaged"):
        load_item(folder)


def test_a_flag_is_aligned_although_its_replacement_is_not_told() -> None:
    item = annotated("Le 3 ⟦XXXX⇒mai¦placeholder¦flag⟧ 2024, ⟦abîme⇒lac¦term¦apply⟧.")
    assert [new.of(item.reference) for _, new in item.alignment] == ["mai", "lac"]


def test_each_lost_space_is_an_edit_of_its_own_and_a_name_is_one() -> None:
    joined = Gold(Span(5, 14), "etleurmer", Category.RUN_TOGETHER, Trust.APPLY, "et leur mer")
    assert joined.options == ((Edit.insert(7, " "), Edit.insert(11, " ")),)
    name = Gold(Span(0, 6), "Trémie", Category.ENTITY, Trust.APPLY, "Hopper", ("Hopper 2",))
    assert name.options == ((Edit.replace(0, 6, "Hopper"),), (Edit.replace(0, 6, "Hopper 2"),))


def test_segments_are_cut_where_nothing_reaches_across() -> None:
    item = annotated("a b\nc ⟦x\ny⇒z¦term¦apply⟧\nd⟦⇒ ¦run-together¦apply⟧e\n")
    source, reference, (same, joined) = segments(item, [(), (Edit.replace(2, 5, "b c"),)])
    assert source == ["a b\nc x\ny", "de"]
    assert reference == ["a b\nc z", "d e"]
    assert same == source
    assert joined == ["a b c x\ny", "de"]
    assert segments(item, [()])[0] == ["a b", "c x\ny", "de"]


@given(st.lists(st.tuples(st.sampled_from(["un mot", "l'eau\n", "été"]), st.text("abé \n", min_size=1, max_size=5))))
def test_segments_lose_nothing(parts: list[tuple[str, str]]) -> None:
    damaged = reference = ""
    gold = []
    for sound, wrong in parts:
        damaged, reference = damaged + sound, reference + sound
        gold.append(Gold(Span(len(damaged), len(damaged) + len(wrong)), wrong, Category.TERM, Trust.APPLY, "lac", ()))
        damaged, reference = damaged + wrong, reference + "lac"
    item = Item("x", "test", "text", damaged, reference, tuple(gold))
    edits = tuple(e for one in gold for e in one.options[0])
    source, wanted, (done,) = segments(item, [edits])
    assert "".join("".join(source).split()) == "".join(damaged.split())
    assert "".join("".join(wanted).split()) == "".join(reference.split())
    assert apply(damaged, edits) == reference
    assert done == wanted


def test_the_corpus_of_this_repository_is_sound() -> None:
    items = load_corpus(CORPUS)
    assert {item.split for item in items} == {"dev", "test"}
    for item in items:
        assert len(item.alignment) == len(item.clusters), item.id
