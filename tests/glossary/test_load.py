"""Reading glossaries: what is accepted, and errors that quote the place."""

from __future__ import annotations

import pytest

from fixer.errors import GlossaryError
from fixer.glossary.load import merge, parse
from fixer.glossary.model import Case, Entry, Example, Kind, Wrong


def entries(text: str, *more: str) -> dict[str, Entry]:
    return merge(parse(one, f"g{number}.yaml") for number, one in enumerate((text, *more)))


def test_a_flat_file() -> None:
    hopper = entries("Trémie: Hopper\nTrémies: Hopper\nloi étendue: loi d'échelle\n")["hopper"]
    assert hopper.kind is Kind.ENTITY
    assert [wrong.form for wrong in hopper.wrong] == ["Trémie", "Trémies"]
    assert hopper.where(hopper.wrong[1]) == "g0.yaml:2"


def test_every_field() -> None:
    entry = entries(
        "version: 1\ndomain: IA\nentries:\n"
        "  - id: hopper\n    term: Hopper\n    kind: entity\n    type: hardware\n    translate: false\n    gender: m\n"
        "    source: {zh: [霍珀], en: Hopper}\n    allowed: [Hoppers]\n    fuzzy: true\n    trust: apply\n"
        "    wrong:\n      - Trémie\n      - {form: Entonnoir, trust: flag, case: exact, near: [GPU], "
        "not_near: [silo]}\n"
        "    tests:\n      - {from: a, to: b}\n      - {keep: c}\n"
    )["hopper"]
    assert entry == Entry(
        id="hopper",
        term="Hopper",
        kind=Kind.ENTITY,
        type="hardware",
        translate=False,
        gender="m",
        zh=("霍珀",),
        en=("Hopper",),
        allowed=("Hoppers",),
        domain="IA",
        fuzzy=True,
        wrong=(
            Wrong("Trémie", trust="apply", line=15),
            Wrong("Entonnoir", trust="flag", case=Case.EXACT, near=("GPU",), not_near=("silo",), line=16),
        ),
        tests=(Example("a", "b"), Example("c")),
    )
    assert Entry.from_dict(entry.to_dict()) == entry


def test_words_that_yaml_takes_for_values() -> None:
    assert entries("entries:\n  - {id: no, term: No, wrong: [Non, 1.0, NULL]}\n")["no"].wrong[1].form == "1.0"


def test_a_later_file_overrides_single_fields() -> None:
    merged = entries(
        "entries:\n  - {id: a, term: A, gender: m, wrong: [x, {form: y, trust: apply}]}\n",
        "entries:\n  - {id: a, gender: f, wrong: [{form: x, trust: off}, z]}\n",
    )["a"]
    assert (merged.term, merged.gender) == ("A", "f")
    assert [(wrong.form, wrong.trust) for wrong in merged.wrong] == [("x", "off"), ("y", "apply"), ("z", "suggest")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "entries:\n  - id: a\n    term: A\n    wrongs: [x]\n",
            "g0.yaml:4:5: unknown key 'wrongs' in an entry; did you mean 'wrong'",
        ),
        ("entries:\n  - {id: a, term: A, kind: entitty}\n", "g0.yaml:2:28: kind must be one of entity, term, phrase"),
        ("entries:\n  - {id: a, term: A}\n  - {id: a, term: B}\n", "g0.yaml:3:5: id 'a' is already used in line 2"),
        ("entries:\n  - {id: a, id: b}\n", "g0.yaml:2:13: 'id' is written twice"),
        ("entries: {a: b}\n", "g0.yaml:1:10: entries must be a list"),
        ("entries:\n  - {id: É, term: A}\n", "g0.yaml:2:10: id must be ASCII"),
        ("entries:\n  - {gender: m}\n", "g0.yaml:2:5: an entry needs 'id' or 'term'"),
        ("entries:\n  - {id: a}\n", "g0.yaml:2: entry 'a' needs 'term'"),
        ("entries:\n  - {id: a, term: A, tests: [{from: x}]}\n", "a test has either 'from' and 'to', or 'keep'"),
        ("entries:\n  - {id: a, term: A, translate: maybe}\n", "translate must be true or false, not 'maybe'"),
        ("version: 2\n", "g0.yaml:1:10: this fixer reads version 1"),
        ("Hopper: Hopper\n", "g0.yaml:1:1: 'Hopper' would be corrected to itself"),
        ("entries: [\n", "g0.yaml:2:1: not valid YAML"),
        ("- a\n", "g0.yaml:1:1: a glossary must be a mapping"),
    ],
)
def test_errors_quote_the_place(text: str, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        entries(text)
    assert message in str(caught.value)
