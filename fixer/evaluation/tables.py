"""The tables of an evaluation, as text: what the terminal and the Markdown page both print."""

from __future__ import annotations

from dataclasses import dataclass

from fixer.evaluation.counts import CategoryCount, RuleCount, by_category
from fixer.evaluation.evaluation import Evaluation
from fixer.evaluation.harm import PER
from fixer.evaluation.interval import share
from fixer.evaluation.judge import Verdict
from fixer.evaluation.scores import METRICS, Score, Scores
from fixer.finding import Trust


@dataclass(frozen=True)
class Table:
    """Columns whose name starts with `-` are set flush left, all others flush right."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def category_table(counts: tuple[CategoryCount, ...]) -> Table:
    columns = ["-category", "gold"]
    for name in ("all", "≥ suggest", "apply"):
        columns += [f"P {name}", f"R {name}", f"F1 {name}"]
    columns += ["exact span", "proposed", "corrected", "+ suggestions"]
    rows = []
    for count in counts:
        row = [str(count.category or "all"), str(count.gold)]
        for trust in (Trust.FLAG, Trust.SUGGEST, Trust.APPLY):
            found = count.at[trust]
            row += [percent(found.precision), percent(found.recall), percent(found.f1)]
        for part in (count.exact, count.proposed, count.corrected, count.corrected_with_suggestions):
            row.append(percent(share(part, count.gold)))
        rows.append(tuple(row))
    note = (
        "P, R, F1: overlapping spans of the same category (or a right repair of another), by the least trust counted. "
        "Exact span: the same words. Proposed: the first or another proposal is accepted by the gold. "
        "Corrected: the text that `fix` writes (with suggestions) reads as the gold wants it. All in per cent."
    )
    return Table("Defects by category", tuple(columns), tuple(rows), note)


def rule_table(counts: tuple[RuleCount, ...]) -> Table:
    columns = ("-rule", "-category", "-trust", "findings", "right", "neutral", "harmful", "precision", "95 % interval")
    rows = []
    for count in counts:
        low, high = count.interval
        verdicts = (
            (str(count.right), str(count.neutral), str(count.harmful))
            if count.repairs
            else (str(count.real), "–", str(count.findings - count.real))
        )
        rows.append(
            (
                count.rule,
                str(count.category),
                str(count.trust),
                str(count.findings),
                *verdicts,
                percent(count.precision),
                f"{100 * low:.0f}–{100 * high:.0f}",
            )
        )
    note = "For flags: right is an alarm where there is a defect of its category, harmful one where there is none."
    return Table("Findings by rule", columns, tuple(rows), note)


def score_table(scores: Scores) -> Table:
    rows = [(name, *(_score(row[metric], metric) for metric in METRICS)) for name, row in scores.rows.items()]
    note = f"{scores.segments} segments"
    if any(score.margin is not None for row in scores.rows.values() for score in row.values()):
        note += "; ±: half of the 95 % bootstrap interval; *: p < 0.05 against the first row"
    note += ".  \n"
    note += "  \n".join(f"{metric}: {signature}" for metric, signature in scores.signatures.items())
    return Table("Distance from the reference", ("-text", "TER ↓", "chrF2++ ↑", "BLEU ↑"), tuple(rows), note)


def _score(score: Score, metric: str) -> str:
    out = f"{score.value:.2f}"
    if score.margin is not None:
        out += f" ±{score.margin:.2f}"
    if score.p is not None and score.p < 0.05:
        out += "*"
    return out


def error_table(evaluation: Evaluation) -> Table:
    score = evaluation.error_score
    row = (f"{score.before:.1f}", f"{score.after:.1f}", f"{score.after_with_suggestions:.1f}")
    note = "Weights: major 5, minor 1, punctuation 0.1; harmful edits count as new defects."
    return Table(
        "MQM-weighted errors per 1,000 words", ("before", "after fix", "after fix --suggestions"), (row,), note
    )


def harm_table(evaluation: Evaluation) -> Table:
    harm = evaluation.harm
    slips = harm.slips_by_rule
    rows = [("all rules", *(rate(harm.rate(trust)) for trust in reversed(Trust)), str(sum(slips.values())))]
    for rule in sorted({*harm.applied_by_rule, *slips}):
        edits = harm.applied_by_rule.get(rule, 0)
        rows.append((rule, rate(PER * edits / harm.words), "", "", str(slips.get(rule, 0))))
    note = f"Per {PER:,} words of {harm.words:,} clean ones. "
    note += "Slips: applied edits that a person looked at and found right, not counted as harm."
    return Table("Harm on clean text", ("-rule", "applied", "suggested", "flagged", "slips"), tuple(rows), note)


def damage_table(evaluation: Evaluation) -> Table:
    rows = []
    for regime, measured in evaluation.seeded:
        count = next((one for one in by_category(measured) if one.category is regime.category), None)
        if count is None:
            continue
        found = count.at[Trust.FLAG]
        harmful = sum(judged.verdict is Verdict.HARMFUL for one in measured for judged in one.judged)
        rows.append(
            (
                regime.name,
                str(len(measured)),
                str(count.gold),
                *(percent(value) for value in (found.precision, found.recall, found.f1)),
                percent(share(count.corrected, count.gold)),
                percent(share(count.corrected_with_suggestions, count.gold)),
                str(harmful),
            )
        )
    columns = ("-damage", "pages", "defects", "P", "R", "F1", "corrected", "+ suggestions", "harmful")
    note = "In per cent; one kind of damage a page. Harmful: repairs, made or suggested, of what was not damaged; the "
    note += "authors' own slips among them."
    return Table("Seeded damage in clean prose", columns, tuple(rows), note)


def calibration_table(evaluation: Evaluation) -> Table:
    found = evaluation.calibration
    rows = tuple(
        (f"{one.low:.2f}–{one.high:.2f}", str(one.n), percent(one.claimed), percent(one.right))
        for one in (found.bins if found else ())
    )
    note = f"Expected calibration error {found.error:.3f}, Brier score {found.brier:.3f}." if found else ""
    return Table("Confidence", ("-claimed", "findings", "mean claimed", "right"), rows, note)


def contract_table(evaluation: Evaluation) -> Table:
    rows = tuple(
        (
            one.rule,
            str(one.edits),
            str(one.right),
            percent(one.precision),
            f"{100 * one.interval[0]:.0f}–{100 * one.interval[1]:.0f}",
            str(one.clean_edits),
            str(one.standing),
        )
        for one in evaluation.contract
    )
    columns = ("-rule", "edits", "right", "precision", "95 % interval", "edits in clean text", "-standing")
    note = f"Of rules that may apply their repairs; {evaluation.harm.words:,} words of clean text."
    return Table("Contract", columns, rows, note)


def proposal_table(evaluation: Evaluation) -> Table:
    rows = tuple(
        (one.rule, str(one.now), str(one.to) if one.to is not None else "off", one.because)
        for one in evaluation.proposals
    )
    return Table("Proposed changes of trust", ("-rule", "-now", "-to", "-because"), rows)
