"""The algebra of edits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixer.text import Alignment, Edit, Span, apply, compose, rewrite, trim

TEXT = st.text(st.characters(), max_size=40)


@st.composite
def edits_for(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """Sorted edits of `text` that do not touch, as a plan's are."""
    points = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    out: list[Edit] = []
    for start, end in zip(points[::2], points[1::2], strict=False):
        if not out or out[-1].span.end < start:
            out.append(Edit(Span(start, end), draw(st.text(max_size=4))))
    return tuple(out)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data(), TEXT)
def test_compose_does_what_both_do(data: st.DataObject, text: str) -> None:
    first = data.draw(edits_for(text))
    middle = apply(text, first)
    second = data.draw(edits_for(middle))
    both = compose(first, second)
    assert apply(text, both) == apply(middle, second)
    assert list(both) == sorted(both)
    assert all(a.span.end < b.span.start for a, b in pairwise(both))


@given(st.data(), TEXT)
def test_origin_covers_what_became_the_span(data: st.DataObject, text: str) -> None:
    edits = data.draw(edits_for(text))
    after = apply(text, edits)
    start = data.draw(st.integers(0, len(after)))
    span = Span(start, data.draw(st.integers(start, len(after))))
    alignment = Alignment(edits)
    origin = alignment.origin(span)
    reach, inner = alignment.reach(span)
    assert 0 <= origin.start <= origin.end <= len(text)
    if len(span):
        assert reach.contains(span)
        within = [edit.shift(-origin.start) for edit in inner]
        assert reach.of(after).endswith(apply(origin.of(text), within)) or reach.of(after) == apply(
            origin.of(text), within
        )


@given(TEXT, TEXT)
def test_trim_is_the_same_change_and_the_smallest(old: str, new: str) -> None:
    edit = trim(old, Edit(Span(0, len(old)), new))
    if edit is None:
        assert old == new
        return
    assert apply(old, [edit]) == new
    cut = edit.span.of(old)
    assert not (cut and edit.new and (cut[0] == edit.new[0] or cut[-1] == edit.new[-1]))


def test_rewrite_keeps_what_is_the_same() -> None:
    text = "les lois de l'expansion"
    assert rewrite(text, Span(4, 23), "lois d'échelle") == (Edit(Span(10, 23), "'échelle"),)
    assert rewrite(text, Span(0, 3), "les") == ()


def test_edits_that_overlap_or_leave_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply("abc", [Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])
    with pytest.raises(ValueError, match="leave"):
        apply("abc", [Edit(Span(2, 9), "")])
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


def test_spans_that_meet_touch_but_do_not_overlap() -> None:
    assert Span(0, 2).touches(Span(2, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(0, 2).overlaps(Span(1, 1))
    assert not Span(0, 2).overlaps(Span(2, 2))
