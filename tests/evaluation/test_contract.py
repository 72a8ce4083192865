"""No rule applies its repairs unasked unless its numbers allow it."""

from __future__ import annotations

import pytest

from fixer.detectors import all_rules
from fixer.evaluation.contract import Clause, Standing, contract
from fixer.evaluation.counts import by_rule
from fixer.evaluation.harm import harm
from fixer.finding import Trust
from tests.evaluation.whole import measured_corpus, measured_test


def _clauses() -> dict[str, Clause]:
    clauses = contract(all_rules(), by_rule(measured_test()), harm(measured_corpus()))
    return {clause.rule: clause for clause in clauses}


@pytest.mark.parametrize("rule", [rule.id for rule in all_rules() if rule.trust is Trust.APPLY])
def test_a_trusted_rule_keeps_the_contract(rule: str) -> None:
    clause = _clauses()[rule]
    low, high = clause.interval
    assert clause.standing is not Standing.BROKEN, (
        f"{rule}: {clause.right} of {clause.edits} applied edits are right (95 % interval {low:.3f} to {high:.3f}), "
        f"{clause.clean_edits} edits in {clause.clean_words} clean words. Demote it, or see what is wrong with "
        f"`fixer eval corpus/test --show harmful --show neutral --select {rule}`"
    )


def test_clean_documents_come_out_unchanged() -> None:
    changed = {
        one.item.id: [str(edit) for edit in one.edits] for one in measured_corpus() if one.item.clean and one.edits
    }
    assert changed == {}
