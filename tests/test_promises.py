"""The promises of the design, each as a property over arbitrary text and with every rule at work."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fixer
from fixer import engine
from fixer.detectors import all_rules
from fixer.document import Document, Kind, Region
from fixer.engine import Result, run
from fixer.errors import ProtectedError, UnstableError
from fixer.finding import Finding, Rule, Stage, Trust, rule
from fixer.options import Options
from fixer.readers import READERS, read
from fixer.resolve import resolve
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span, apply
from tests.cases import load_cases

# Anything that a text can hold: lone surrogates, astral and combining characters, NUL, mixed line breaks, a BOM.
ANY = st.text(st.characters(), max_size=120)
# Pieces that look like damage, put together at random: the rules are kept busy and meet each other.
PIECES = [
    "l'IAet", "les États-Unisexagérer", "surPinecone", " ", "\n", "\r\n", "\n\n- ", "**", "`x`", "](http://a.b/c)", "[",
    "等", "作者认为", "，", "..", ": :", "« ", " »", "(math.) genre", "le modèle", "de le", "1.5", " Trémie ",
    "Profondeur de l'eau-R1", "XXXX", "modÃ¨le", "\u00a0", "\u200b", "e\u0301", "😀", "\ud800", "\x00", "<b>", "</b>",
    "<code>", "&nbsp;", "<!-- fixer: off -->", "loi de l'expansion", "Par exemple, le prix baisse. ", "R1Il",
    "# Titre", "```\n", "    ", "\t", "> ", "$x_i$", "fautes.la", "Gestion de la memoire", " ?", "  ", "\ufeff",
]  # fmt: skip
DAMAGED = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
TEXTS = st.one_of(ANY, DAMAGED)
FORMATS = st.sampled_from(sorted(READERS))
relaxed = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def _run(text: str, format: str, threshold: Trust = Trust.SUGGEST) -> Result:
    return run(read(text, format), Options(), threshold)


@relaxed
@given(TEXTS, FORMATS)
def test_one_path_and_lossless(text: str, format: str) -> None:
    result = _run(text, format)
    assert result.before.text == text
    assert apply(text, result.edits) == result.text
    if not result.edits:
        assert result.text == text


@relaxed
@given(TEXTS, FORMATS)
def test_regions_tile_and_the_view_is_as_long(text: str, format: str) -> None:
    document = read(text, format)
    assert "".join(region.span.of(text) for region in document.regions) == text
    assert len(document.prose) == len(text)
    breaks = {i for i, c in enumerate(text) if c in "\r\n"}
    assert all(document.prose[i] == text[i] for i in breaks)


@relaxed
@given(TEXTS, FORMATS)
def test_protected_text_is_never_edited(text: str, format: str) -> None:
    result = _run(text, format)
    for region in result.before.regions:
        if region.kind is not Kind.PROSE:
            assert not any(edit.span.overlaps(region.span) for edit in result.edits)


@relaxed
@given(TEXTS, FORMATS, st.sampled_from([Trust.SUGGEST, Trust.APPLY]))
def test_stable(text: str, format: str, threshold: Trust) -> None:
    once = _run(text, format, threshold).text
    assert _run(once, format, threshold).text == once


@relaxed
@given(TEXTS, FORMATS)
def test_offsets_are_honest(text: str, format: str) -> None:
    for finding in _run(text, format, Trust.APPLY).findings:
        assert finding.text == text[finding.span.start : finding.span.end]
        line, column = finding.place.line, finding.place.column
        lines = text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n")
        assert line <= len(lines)
        start = Document.plain(text).line_span(line).start
        assert start + column - 1 == finding.span.start
        if finding.replacement is not None:
            assert apply(text, finding.edits) == (
                text[: finding.span.start] + finding.replacement + text[finding.span.end :]
            )


@relaxed
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_detectors_does_not_matter(text: str, shuffler: random.Random) -> None:
    rules = list(all_rules())
    shuffler.shuffle(rules)
    usual = _run(text, "text")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "all_rules", lambda: tuple(rules))
        assert _run(text, "text") == usual


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), st.text("ab", max_size=2), st.sampled_from(Trust))))
def test_a_plan_never_has_edits_that_touch(rows: list[tuple[int, int, str, Trust]]) -> None:
    findings = [
        Finding(Span(at, at + size), "x", (Edit(Span(at, at + size), new),), trust=trust, rule=str(number))
        for number, (at, size, new, trust) in enumerate(rows)
    ]
    plan = resolve(findings)
    assert all(a.span.end < b.span.start for a, b in pairwise(plan.edits))
    assert len(plan.accepted) + len(plan.rejected) == len(findings)
    assert resolve(reversed(findings)) == plan


def test_what_is_said_already_is_not_said_again() -> None:
    both = (Edit.insert(3, " "), Edit.insert(9, " "))
    first = Finding(Span(0, 12), "two spaces", both, trust=Trust.APPLY, rule="first")
    again = Finding(Span(9, 12), "one of them", both[1:], trust=Trust.APPLY, rule="second")
    more = Finding(Span(0, 20), "one more", (both[0], Edit.insert(15, " ")), trust=Trust.SUGGEST, rule="third")
    plan = resolve([first, again, more])
    assert plan.accepted == (first, more)
    assert [(rejected.finding, rejected.blocker) for rejected in plan.rejected] == [(again, first)]


def _install(patch: pytest.MonkeyPatch, *rules: Rule) -> None:
    patch.setattr(engine, "all_rules", lambda: rules)


def test_repairs_that_undo_each_other_are_left_to_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    @rule("to-b", Category.TERM, Stage.TERM, "a becomes b")
    def to_b(document: Document, resources: Resources):  # type: ignore[no-untyped-def]
        if document.text == "a":
            yield Finding(Span(0, 1), "b", (Edit(Span(0, 1), "b"),), trust=Trust.APPLY)

    @rule("to-a", Category.TERM, Stage.TERM, "b becomes a")
    def to_a(document: Document, resources: Resources):  # type: ignore[no-untyped-def]
        if document.text == "b":
            yield Finding(Span(0, 1), "a", (Edit(Span(0, 1), "a"),), trust=Trust.APPLY)

    _install(monkeypatch, to_a, to_b)
    result = fixer.fix("a")
    assert result.text == "a"
    assert [(finding.rule, finding.trust, finding.alternatives) for finding in result.findings] == [
        ("to-b", Trust.FLAG, ("b",))
    ]


def test_a_rule_that_never_settles_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    @rule("grow", Category.TERM, Stage.TERM, "always one more")
    def grow(document: Document, resources: Resources):  # type: ignore[no-untyped-def]
        yield Finding(Span(0, 0), "more", (Edit(Span(0, 0), "x"),), trust=Trust.APPLY)

    _install(monkeypatch, grow)
    with pytest.raises(UnstableError, match="grow"):
        fixer.fix("a")


def test_an_edit_inside_protected_text_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    @rule("rash", Category.TERM, Stage.TERM, "edits code")
    def rash(document: Document, resources: Resources):  # type: ignore[no-untyped-def]
        yield Finding(Span(0, 3), "no", (Edit(Span(1, 2), "y"),), trust=Trust.APPLY)

    _install(monkeypatch, rash)
    with pytest.raises(ProtectedError, match="rash would edit protected text at 1:2"):
        fixer.fix("`x`")


def test_regions_that_do_not_tile_are_refused() -> None:
    with pytest.raises(ValueError, match="tile"):
        Document("abc", (Region(Span(1, 3), Kind.PROSE),))
    with pytest.raises(ValueError, match="end"):
        Document("abc", (Region(Span(0, 2), Kind.PROSE),))


def test_a_line_of_ten_megabytes() -> None:
    text = "Le modèle est publié par l'équipe de recherche, sans retard. " * 160_000
    for format in READERS:
        document = read(text, format)
        assert document.prose == text


@pytest.mark.parametrize("case", load_cases()[::7], ids=lambda case: f"{case.file}-{case.name}")
def test_stable_and_protected_on_the_cases(case: object) -> None:
    from tests.cases import Case

    assert isinstance(case, Case)
    once = fixer.fix(case.before, case.format, suggestions=True)
    assert fixer.fix(once.text, case.format, suggestions=True).text == once.text
