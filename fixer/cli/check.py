"""`fixer check`: every finding."""

from __future__ import annotations

from typing import Any

import click

from fixer.cli.common import common_options, complain, summary, task_from, treat_all
from fixer.cli.streams import write_out
from fixer.engine import signature
from fixer.errors import Exit, FixerError
from fixer.reports.formats import FORMATS
from fixer.reports.report import Report


@click.command()
@common_options
@click.option("--format", "report", type=click.Choice(list(FORMATS)), default="text", help="How to print the findings.")
def check(files: tuple[str, ...], report: str, **parameters: Any) -> None:
    """List every finding in FILE… with its place, reason and replacement; nothing is changed.

    Ends with status 1 if there are findings. Columns count code points; sarif and rdjson use their own units.
    """
    task = task_from(parameters)
    status = Exit.CLEAN
    reports: list[Report] = []
    for done in treat_all(files, task):
        if isinstance(done, FixerError):
            status = max(status, complain(done))
            continue
        reports.append(done.report)
        if done.result.findings:
            status = max(status, Exit.FINDINGS)
    for line in FORMATS[report](reports, signature(task.options)):
        write_out((line + "\n").encode("utf-8", "backslashreplace"))
    if reports:
        summary(reports, task, "ready for `fixer fix`", None)
    raise click.exceptions.Exit(status)
