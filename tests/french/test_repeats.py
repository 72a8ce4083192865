"""Periods of words: adjacent repeats of any length, loops, and echoes."""

from hypothesis import given
from hypothesis import strategies as st

from fixer.french.repeats import Words, repeats


def adjacent(text: str) -> list[tuple[str, int]]:
    keys = Words.of(text, text).keys
    return [
        (" ".join(keys[r.start - r.gap : r.start]), (r.end - r.start) // r.gap + 1)
        for r in repeats(keys, 99)
        if r.adjacent
    ]


def test_a_word_a_phrase_and_a_loop() -> None:
    assert adjacent("le le chat") == [("le", 2)]
    assert adjacent("de la mer de la mer bleue") == [("de la mer", 2)]
    assert adjacent("de code de code de code libre") == [("de code", 3)]


def test_a_phrase_that_holds_a_word_twice() -> None:
    assert adjacent("le chat et le chien le chat et le chien dorment") == [("le chat et le chien", 2)]


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=12, unique=True))
def test_every_doubled_phrase_is_found(phrase: list[str]) -> None:
    text = " ".join([*phrase, *phrase])
    assert adjacent(text) == [(" ".join(phrase), 2)]


def test_words_are_placed_in_their_lines() -> None:
    text = "un deux\ntrois\n\nquatre"
    found = Words.of(text, text).spans([1, 2, 3])
    assert {number: span.of(text) for number, span in found.items()} == {1: "deux", 2: "trois", 3: "quatre"}
