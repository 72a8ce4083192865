"""`fixer rules` and `fixer explain RULE`."""

from __future__ import annotations

import click

from fixer.detectors import all_rules
from fixer.errors import UsageError


@click.command()
def rules() -> None:
    """List the rules: what each looks for, its category, and the most it is trusted to do."""
    listed = all_rules()
    width = max(len(rule.id) for rule in listed)
    for rule in listed:
        click.echo(f"{rule.id:{width}}  {rule.category:16} {rule.trust!s:8} {rule.summary}")


@click.command()
@click.argument("rule", metavar="RULE")
def explain(rule: str) -> None:
    """Print the manual page of RULE: what, why, examples, when it leaves a text alone."""
    chosen = [one for one in all_rules() if rule in (one.id, str(one.category))]
    if not chosen:
        from rapidfuzz.process import extractOne

        near = extractOne(rule, [one.id for one in all_rules()], score_cutoff=50)
        raise UsageError(f"there is no rule '{rule}'" + (f"; did you mean '{near[0]}'?" if near else ""))
    for one in chosen:
        click.echo(f"{one.id}: {one.summary}")
        click.echo(f"category {one.category} · stage {one.stage} · trusted to {one.trust}\n")
        click.echo(f"{one.manual}\n")
