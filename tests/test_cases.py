"""Runs every case as it is, on its own result, shifted, in a code fence, with CRLF and with no-break spaces."""

from __future__ import annotations

import pytest

import fixer
from fixer import Finding
from tests.cases import Case, load_cases

PREAMBLE = "Voici un paragraphe ordinaire, sans aucun défaut.\n\n"


def _params() -> list[object]:
    return [pytest.param(case, id=f"{case.file}-{case.name}") for case in load_cases()]


each_case = pytest.mark.parametrize("case", _params())


def _fix(case: Case, text: str, format: str | None = None) -> fixer.Result:
    return fixer.fix(text, format or case.format, suggestions=case.suggestions, select=case.rules)


@each_case
def test_case(case: Case) -> None:
    result = _fix(case, case.before)
    assert result.text == case.after
    if case.clean:
        assert not [f for f in result.findings if f.trust > fixer.Trust.FLAG], "a clean case has repairs"
    found = [finding.text for finding in result.findings]
    for flag in case.flags:
        assert any(flag in text for text in found), f"{flag!r} is not among {found}"
    again = _fix(case, result.text)
    assert again.text == result.text, "the repaired text is not stable"


@each_case
def test_case_after_a_preamble(case: Case) -> None:
    if case.before.startswith(("---", "\ufeff", "<!DOCTYPE")):
        return
    preamble = PREAMBLE if case.format != "html" else f"<p>{PREAMBLE.strip()}</p>\n"
    assert _fix(case, preamble + case.before).text == preamble + case.after


@each_case
def test_case_in_a_code_fence(case: Case) -> None:
    fence = "~" * 40
    text = f"{fence}\n{case.before}\n{fence}\n"
    assert _fix(case, text, "markdown").text == text


@each_case
def test_case_with_crlf(case: Case) -> None:
    if "\r" in case.before or "\n" not in case.before:
        return
    assert _fix(case, case.before.replace("\n", "\r\n")).text == case.after.replace("\n", "\r\n")


def _shifted(findings: tuple[Finding, ...], by: int) -> list[tuple[int, int, str]]:
    return [(f.span.start + by, f.span.end + by, f.rule) for f in findings]


@each_case
def test_findings_shift_with_the_text(case: Case) -> None:
    if case.format == "html" or case.before.startswith(("---", "\ufeff", "<!DOCTYPE")):
        return
    here = _fix(case, case.before).findings
    there = _fix(case, PREAMBLE + case.before).findings
    assert _shifted(there, 0) == _shifted(here, len(PREAMBLE))
