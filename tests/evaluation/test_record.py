"""The numbers that `fixer rules` and `fixer explain` tell."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from fixer.cli.rules import explain, rules
from fixer.detectors import all_rules
from fixer.evaluation.counts import RuleCount
from fixer.evaluation.harm import Harm
from fixer.evaluation.record import Precision, Record, records, to_record
from fixer.finding import Trust
from fixer.taxonomy import Category


def test_a_record_is_written_and_read_back(tmp_path: Path) -> None:
    counts = (
        RuleCount("a", Category.TERM, Trust.APPLY, 40, 40, 39, 0, 1),
        RuleCount("a", Category.TERM, Trust.FLAG, 10, 9, 0, 0, 0),
    )
    harm = Harm(5000, {Trust.APPLY: 2}, {"a": 2})
    path = tmp_path / "measured.json"
    path.write_text(json.dumps(to_record(counts, harm, "x")), encoding="utf-8")
    assert records(path) == {"a": Record((Precision(Trust.APPLY, 40, 39), Precision(Trust.FLAG, 10, 9)), 2, 5000)}


def test_without_measurements_there_are_no_records(tmp_path: Path) -> None:
    assert records(tmp_path / "none.json") == {}


def test_the_shipped_record_speaks_of_rules_that_exist() -> None:
    assert set(records()) <= {rule.id for rule in all_rules()}


def test_rules_and_explain_tell_the_numbers() -> None:
    measured = [rule for rule in records() if records()[rule].precisions]
    listed = CliRunner().invoke(rules).output
    for rule in measured:
        assert str(records()[rule].precisions[0]) in listed
        told = CliRunner().invoke(explain, [rule]).output
        assert f"of {records()[rule].precisions[0].n} right (95 % interval" in told
