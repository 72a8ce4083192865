"""From judged documents to numbers: counts, harm, error score, calibration and the contract."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.document import Document
from fixer.errors import FileError, UnstableError
from fixer.evaluation.calibration import calibration
from fixer.evaluation.contract import Standing, contract, proposals
from fixer.evaluation.corpus import Item
from fixer.evaluation.counts import by_category, by_rule
from fixer.evaluation.harm import PAGE_WORDS, clean_pages, fingerprint, harm, load_slips
from fixer.evaluation.interval import wilson
from fixer.evaluation.judge import Verdict
from fixer.evaluation.listing import listing
from fixer.evaluation.measure import Measured, Repair, measure
from fixer.evaluation.mqm import error_score
from fixer.finding import Finding, Rule, Stage, Trust
from fixer.taxonomy import Category
from fixer.text import Edit, Span
from tests.evaluation.samples import annotated

PAGE = annotated(
    "Le prix⟦ ,⇒,¦typography¦apply⟧ dit la ⟦Trémie⇒Hopper¦entity¦suggest⟧, baisse en ⟦XXXX⇒2024¦placeholder¦flag⟧. "
    "Nul n'y croit plus guère aujourd'hui."
)


def found(
    item: Item,
    old: str,
    new: str | None,
    trust: Trust,
    category: Category,
    rule: str = "some-rule",
    confidence: float = 0.9,
) -> Finding:
    start = item.damaged.index(old)
    span = Span(start, start + len(old))
    edits = () if new is None else (Edit(span, new),)
    place = Document.plain(item.damaged).place(span)
    return Finding(
        span, "", edits, trust=trust, rule=rule, category=category, text=old, confidence=confidence, place=place
    )


def repairing(findings: Sequence[Finding]) -> Repair:
    """A repair that has just these findings."""

    def repair(document: Document) -> tuple[tuple[Finding, ...], tuple[Edit, ...], tuple[Edit, ...]]:
        edits = [(f.trust, edit) for f in findings for edit in f.edits]
        trusted = tuple(sorted(edit for trust, edit in edits if trust is Trust.APPLY))
        return tuple(findings), trusted, tuple(sorted(edit for trust, edit in edits if trust >= Trust.SUGGEST))

    return repair


@pytest.fixture
def measured() -> Measured:
    findings = [
        found(PAGE, " ,", ",", Trust.APPLY, Category.TYPOGRAPHY, confidence=1.0),
        found(PAGE, "Trémie", "Hopper", Trust.SUGGEST, Category.TERM, "names", 0.7),
        found(PAGE, "guère", "point", Trust.APPLY, Category.TERM, "rash", 0.7),
        found(PAGE, "Nul", None, Trust.FLAG, Category.PLACEHOLDER, "shy", 0.4),
    ]
    return measure(PAGE, repairing(findings))


def test_findings_are_judged_and_defects_followed(measured: Measured) -> None:
    assert [one.verdict for one in measured.judged] == [Verdict.RIGHT, Verdict.RIGHT, Verdict.HARMFUL, None]
    comma, name, mask = measured.outcomes
    assert (comma.trust, comma.exact, comma.corrected) == (Trust.APPLY, True, True)
    assert (name.trust, name.corrected, name.corrected_with_suggestions) == (Trust.SUGGEST, False, True)
    assert (mask.trust, mask.proposed) == (None, False)


def test_a_right_repair_counts_whatever_it_calls_the_defect(measured: Measured) -> None:
    rows = {row.category: row for row in by_category([measured])}
    assert rows[Category.ENTITY].at[Trust.FLAG].recall == 1.0
    assert rows[Category.ENTITY].at[Trust.APPLY].recall == 0.0
    assert rows[Category.TERM].at[Trust.FLAG].precision == 0.5
    total = rows[None]
    assert (total.gold, total.corrected, total.corrected_with_suggestions) == (3, 1, 2)
    assert total.at[Trust.FLAG].precision == 0.5
    assert total.at[Trust.FLAG].f1 == pytest.approx(2 * 0.5 * (2 / 3) / (0.5 + 2 / 3))


def test_counts_by_rule(measured: Measured) -> None:
    rows = {row.rule: row for row in by_rule([measured])}
    assert (rows["some-rule"].right, rows["some-rule"].precision) == (1, 1.0)
    assert (rows["rash"].harmful, rows["rash"].precision) == (1, 0.0)
    assert (rows["shy"].findings, rows["shy"].repairs, rows["shy"].good) == (1, 0, 0)


def test_an_alternative_that_the_gold_accepts_is_a_proposal() -> None:
    flag = found(PAGE, "XXXX", None, Trust.FLAG, Category.PLACEHOLDER)
    name = found(PAGE, "Trémie", None, Trust.FLAG, Category.ENTITY)
    name = Finding(name.span, "", alternatives=("Silo", "Hopper"), category=Category.ENTITY, text="Trémie")
    outcomes = measure(PAGE, repairing([flag, name])).outcomes
    assert [(one.trust, one.proposed) for one in outcomes[1:]] == [(Trust.FLAG, True), (Trust.FLAG, False)]


def test_the_error_score_weighs_names_above_commas(measured: Measured) -> None:
    words = PAGE.words
    score = error_score([measured])
    assert score.before == pytest.approx(1000 * (0.1 + 5 + 5) / words)
    assert score.after == pytest.approx(1000 * (5 + 5 + 5) / words)  # the comma is repaired, a term is spoilt
    assert score.after_with_suggestions == pytest.approx(1000 * (5 + 5) / words)


def test_harm_counts_clean_documents_only(measured: Measured) -> None:
    clean = Item("c", "test", "text", "Tout va bien.", "Tout va bien.", ())
    spoilt = measure(clean, repairing([found(clean, "bien", "mal", Trust.APPLY, Category.TERM, "rash")]))
    result = harm([measured, spoilt])
    assert result.words == 3
    assert result.applied_by_rule == {"rash": 1}
    assert result.rate(Trust.APPLY) == pytest.approx(10_000 / 3)
    assert harm([measured]).rate(Trust.APPLY) is None


def test_a_slip_that_a_person_has_seen_is_no_harm(tmp_path: Path) -> None:
    clean = Item("c", "test", "text", "Tout va va bien ici.", "Tout va va bien ici.", ())
    slip = found(clean, "va va", "va", Trust.APPLY, Category.DUPLICATE, "words")
    spoilt = measure(clean, repairing([slip, found(clean, "ici", "là", Trust.APPLY, Category.TERM, "rash")]))
    (tmp_path / "slips.tsv").write_text(f"# seen\n{fingerprint(clean.damaged, slip.edits)}\twords\n", encoding="utf-8")
    (tmp_path / "test").mkdir()
    result = harm([spoilt], load_slips(tmp_path / "test"))
    assert result.applied_by_rule == {"rash": 1}
    assert result.slips_by_rule == {"words": 1}
    assert result.findings[Trust.APPLY] == 1


def test_a_fingerprint_tells_edits_and_places_apart() -> None:
    text = "Tout va va bien ici, et tout va va bien là."
    prints = {
        fingerprint(text, [Edit.delete(4, 7)]),
        fingerprint(text, [Edit.replace(4, 7, " ne va")]),
        fingerprint(text, [Edit.delete(28, 31)]),
    }
    assert len(prints) == 3
    assert fingerprint("x" * 50 + text, [Edit.delete(90, 92)]) == fingerprint("y" * 50 + text, [Edit.delete(90, 92)])


def test_clean_texts_are_read_in_pages(tmp_path: Path) -> None:
    (tmp_path / "book.txt").write_text("un deux trois quatre cinq\n" * 700, encoding="utf-8")
    (tmp_path / "page.md").write_text("# Titre\n", encoding="utf-8")
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    pages = list(clean_pages([str(tmp_path)]))
    assert [page.id for page in pages] == [
        "book.txt, page 1",
        "book.txt, page 2",
        "book.txt, page 3",
        "page.md, page 1",
    ]
    assert pages[0].words == PAGE_WORDS
    assert "".join(page.damaged for page in pages[:3]) == "un deux trois quatre cinq\n" * 700
    with pytest.raises(FileError, match="cannot be read"):
        list(clean_pages([str(tmp_path / "none.txt")]))


def test_calibration_by_bins(measured: Measured) -> None:
    table = calibration([measured])
    assert table is not None
    assert [(one.low, one.n, one.claimed, one.right) for one in table.bins] == [
        (0.0, 1, 0.4, 0.0),
        (0.7, 2, 0.7, 0.5),
        (0.99, 1, 1.0, 1.0),
    ]
    assert table.error == pytest.approx((0.4 + 2 * 0.2 + 0) / 4)
    assert table.brier == pytest.approx((0.16 + 0.09 + 0.49 + 0) / 4)
    assert calibration([]) is None


@given(st.integers(0, 300), st.integers(0, 300))
def test_wilson_holds_the_share_and_narrows(right: int, wrong: int) -> None:
    n = right + wrong
    low, high = wilson(right, n)
    assert 0 <= low <= high <= 1
    if n:
        assert low - 1e-9 <= right / n <= high + 1e-9
        wide = wilson(right, n)
        narrow = wilson(right * 10, n * 10)
        assert narrow[1] - narrow[0] < wide[1] - wide[0]


def test_wilson_by_hand() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)


def _rule(id: str) -> Rule:
    return Rule(id, Category.TERM, Stage.TERM, Trust.APPLY, "", "", lambda document, resources: iter(()))


def _page(right: int, wrong: int) -> Measured:
    """A page on which the rule `x` repairs so many defects, and spoils so many sound words."""
    item = annotated("⟦mer⇒lac¦term¦apply⟧ " * right + "air " * wrong + "fin")
    findings = [
        Finding(
            Span(start, start + 3),
            "",
            (Edit(Span(start, start + 3), "lac"),),
            trust=Trust.APPLY,
            rule="x",
            category=Category.TERM,
            text=item.damaged[start : start + 3],
        )
        for start in range(0, 4 * (right + wrong), 4)
    ]
    return measure(item, repairing(findings))


@pytest.mark.parametrize(
    ("right", "wrong", "standing"),
    [
        (0, 0, Standing.UNPROVEN),
        (10, 0, Standing.UNPROVEN),
        (49, 1, Standing.PROVEN),
        (48, 2, Standing.BROKEN),
        (9, 1, Standing.UNPROVEN),
        (5, 2, Standing.BROKEN),
    ],
)
def test_the_contract(right: int, wrong: int, standing: Standing) -> None:
    page = _page(right, wrong)
    nothing = harm([])
    (clause,) = contract([_rule("x")], by_rule([page]), nothing)
    assert (clause.edits, clause.right, clause.standing) == (right + wrong, right, standing)
    demoted = [(one.rule, one.to) for one in proposals([clause], by_rule([page]))]
    assert demoted == ([("x", Trust.SUGGEST)] if standing is Standing.BROKEN else [])


def test_harm_breaks_the_contract_but_single_accidents_do_not() -> None:
    clean = Item("c", "test", "text", "mer air eau fin", "mer air eau fin", ())

    def spoilt(times: int) -> Measured:
        words = ("mer", "air", "eau")[:times]
        return measure(clean, repairing([found(clean, w, "lac", Trust.APPLY, Category.TERM, "x") for w in words]))

    counts = by_rule([_page(60, 0)])
    assert contract([_rule("x")], counts, harm([spoilt(2)]))[0].standing is Standing.PROVEN
    assert contract([_rule("x")], counts, harm([spoilt(3)]))[0].standing is Standing.BROKEN


def test_good_suggestions_are_proposed_for_promotion_and_bad_flags_for_silence() -> None:
    item = annotated("⟦mer⇒lac¦term¦apply⟧ " * 60 + "air " * 20)
    place = Document.plain(item.damaged).place
    good = [
        Finding(s, "", (Edit(s, "lac"),), trust=Trust.SUGGEST, rule="x", category=Category.TERM, place=place(s))
        for s in (Span(n, n + 3) for n in range(0, 240, 4))
    ]
    bad = [Finding(Span(n, n + 3), "", rule="y", category=Category.TERM) for n in range(240, 320, 4)]
    changes = proposals([], by_rule([measure(item, repairing([*good, *bad]))]))
    assert [(one.rule, one.now, one.to) for one in changes] == [
        ("x", Trust.SUGGEST, Trust.APPLY),
        ("y", Trust.FLAG, None),
    ]


def test_single_findings_and_defects_are_listed(measured: Measured) -> None:
    lines = list(listing([measured], ["harmful", "missed", "false-alarm"]))
    assert [line.split(" [")[0] for line in lines] == [
        "sample:1:61: harmful",
        "sample:1:42: false-alarm",
        "sample:1:36: missed",
    ]
    assert "'guère' -> 'point'" in lines[0]
    assert list(listing([measured], ["harmful", "missed"], ["placeholder"])) == [lines[2]]


def test_an_error_names_the_document() -> None:
    def fails(document: Document) -> tuple[tuple[Finding, ...], tuple[Edit, ...], tuple[Edit, ...]]:
        raise UnstableError("the repair does not settle")

    with pytest.raises(UnstableError, match="sample: the repair"):
        measure(PAGE, fails)
