"""`fixer rules` and `fixer explain RULE`."""

from __future__ import annotations

import click

from fixer.detectors import all_rules
from fixer.errors import UsageError


@click.command()
def rules() -> None:
    """List the rules: what each looks for, its category, the most it is trusted to do, and its measured precision."""
    from fixer.evaluation.record import records

    listed = all_rules()
    measured = records()
    width = max(len(rule.id) for rule in listed)
    for rule in listed:
        record = measured.get(rule.id)
        numbers = f" ({', '.join(map(str, record.precisions))})" if record else ""
        click.echo(f"{rule.id:{width}}  {rule.category:16} {rule.trust!s:8} {rule.summary}{numbers}")


@click.command()
@click.argument("rule", metavar="RULE")
def explain(rule: str) -> None:
    """Print the manual page of RULE: what, why, examples, when it leaves a text alone, and its measured precision."""
    chosen = [one for one in all_rules() if rule in (one.id, str(one.category))]
    if not chosen:
        from rapidfuzz.process import extractOne

        near = extractOne(rule, [one.id for one in all_rules()], score_cutoff=50)
        raise UsageError(f"there is no rule '{rule}'" + (f"; did you mean '{near[0]}'?" if near else ""))
    for one in chosen:
        click.echo(f"{one.id}: {one.summary}")
        click.echo(f"category {one.category} · stage {one.stage} · trusted to {one.trust}\n")
        click.echo(f"{one.manual}\n")
        click.echo(f"{_measured(one.id)}\n")


def _measured(rule: str) -> str:
    """What was measured of a rule, with the size of the sample and the 95 % interval."""
    from fixer.evaluation.record import records

    record = records().get(rule)
    if record is None:
        return "Measured precision: none yet, the corpus holds no case of it."
    lines = ["Measured precision on the annotated corpus:"]
    for one in record.precisions:
        low, high = one.interval
        lines.append(f"  {one.trust!s:8} {one.right} of {one.n} right (95 % interval {low:.3f} to {high:.3f})")
    lines.append(f"  clean prose: {record.clean_edits} edits in {record.clean_words:,} words")
    return "\n".join(lines)
