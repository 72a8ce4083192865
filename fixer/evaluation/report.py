"""An evaluation as a table on the terminal, as Markdown for the repository, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any

from fixer.evaluation.counts import by_category
from fixer.evaluation.evaluation import Evaluation
from fixer.evaluation.scores import Scores
from fixer.evaluation.tables import (
    Table,
    calibration_table,
    category_table,
    contract_table,
    damage_table,
    error_table,
    harm_table,
    proposal_table,
    rule_table,
    score_table,
)

BY = ("category", "rule")


def tables(evaluation: Evaluation, by: Sequence[str] = BY, propose: bool = False) -> list[Table]:
    """The tables of a report, in order; `by` chooses between the two long ones."""
    out = []
    if "category" in by:
        out.append(category_table(evaluation.categories))
    if "rule" in by:
        out.append(rule_table(evaluation.rules))
    if evaluation.scores:
        out.append(score_table(evaluation.scores))
    out += [error_table(evaluation), harm_table(evaluation), damage_table(evaluation), calibration_table(evaluation)]
    if propose:
        out += [contract_table(evaluation), proposal_table(evaluation)]
    return [table for table in out if table.rows]


def closing(evaluation: Evaluation) -> str:
    """What was measured, how long it took, and what the numbers rest on."""
    documents = f"{len(evaluation.measured)} documents, {evaluation.words:,} words"
    if evaluation.pages:
        pages = sum(one.item.words for one in evaluation.pages)
        documents += f"; {len(evaluation.pages)} clean pages, {pages:,} words"
    return f"{documents}; {evaluation.seconds:.1f} s of processor time for the repairs\n{evaluation.signature}"


def as_table(tables: Iterable[Table]) -> str:
    """Aligned columns for a terminal."""
    return "\n".join(_aligned(table) for table in tables)


def _aligned(table: Table) -> str:
    names = [name.removeprefix("-") for name in table.columns]
    widths = [max(len(row[i]) for row in (names, *table.rows)) for i in range(len(names))]
    lines = [table.title]
    for row in (names, *table.rows):
        cells = [
            f"{cell:{width}}" if column.startswith("-") else f"{cell:>{width}}"
            for cell, width, column in zip(row, widths, table.columns, strict=True)
        ]
        lines.append("  " + "  ".join(cells).rstrip())
    if table.note:
        lines += ["  " + line.strip() for line in table.note.splitlines()]
    return "\n".join(lines) + "\n"


def as_markdown(tables: Iterable[Table]) -> str:
    return "\n".join(_marked(table) for table in tables)


def _marked(table: Table) -> str:
    names = [name.removeprefix("-") for name in table.columns]
    rule = [":--" if column.startswith("-") else "--:" for column in table.columns]
    rows = [[cell.replace("|", "\\|") for cell in row] for row in (names, rule, *table.rows)]
    body = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    return f"### {table.title}\n\n{body}\n" + (f"\n{table.note}\n" if table.note else "")


def as_json(evaluation: Evaluation, propose: bool = False) -> str:
    """Everything, in one object; shares are fractions, not per cent."""
    return json.dumps(to_dict(evaluation, propose), ensure_ascii=False, indent=2)


def to_dict(evaluation: Evaluation, propose: bool = False) -> dict[str, Any]:
    """The object of `--format json`."""
    data: dict[str, Any] = {
        "signature": evaluation.signature,
        "documents": len(evaluation.measured),
        "words": evaluation.words,
        "seconds": round(evaluation.seconds, 2),
        "categories": {str(count.category or "all"): _category(count) for count in evaluation.categories},
        "rules": [
            {
                **_plain(count),
                "precision": _round(count.precision),
                "interval": [_round(bound) for bound in count.interval],
            }
            for count in evaluation.rules
        ],
        "scores": scores_dict(evaluation.scores) if evaluation.scores else None,
        "error_score": {key: round(value, 2) for key, value in asdict(evaluation.error_score).items()},
        "harm": {
            "words": evaluation.harm.words,
            "per_10000_words": {str(t): _round(evaluation.harm.rate(t)) for t in evaluation.harm.findings},
            "applied_by_rule": evaluation.harm.applied_by_rule,
            "slips_by_rule": evaluation.harm.slips_by_rule,
        },
        "seeded": {
            regime.name: {str(count.category or "all"): _category(count) for count in by_category(measured)}
            for regime, measured in evaluation.seeded
        },
        "calibration": _rounded(asdict(evaluation.calibration)) if evaluation.calibration else None,
    }
    if propose:
        data["contract"] = [_plain(clause) for clause in evaluation.contract]
        data["proposals"] = [_plain(proposal) for proposal in evaluation.proposals]
    return data


def scores_dict(scores: Scores) -> dict[str, Any]:
    return _rounded(asdict(scores))  # type: ignore[no-any-return]


def _category(count: Any) -> dict[str, Any]:
    out = {key: value for key, value in _plain(count).items() if key not in ("category", "at")}
    for trust, found in count.at.items():
        out[str(trust)] = {
            **asdict(found),
            "precision": _round(found.precision),
            "recall": _round(found.recall),
            "f1": _round(found.f1),
        }
    return out


def _plain(value: Any) -> dict[str, Any]:
    """A dataclass as JSON can hold it: enumerations by name, fractions rounded."""
    return {key: _simple(item) for key, item in vars(value).items()}


def _simple(item: Any) -> Any:
    if item is None or isinstance(item, bool | str):
        return None if item is None else item if isinstance(item, bool) else str(item)
    if type(item) is int:
        return item
    return _rounded(item) if isinstance(item, float | tuple | list | dict) else str(item)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


FORMATS: dict[str, Callable[[Iterable[Table]], str]] = {"table": as_table, "markdown": as_markdown}
