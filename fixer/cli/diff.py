"""`fixer diff`: what `fix` would change."""

from __future__ import annotations

from typing import Any

import click

from fixer.cli.common import Done, common_options, complain, summary, task_from, treat_all, use_colour, write_out
from fixer.errors import Exit, FixerError
from fixer.finding import Trust
from fixer.reports import diff as diffs


@click.command()
@common_options
@click.option("--words", is_flag=True, help="Show the changed words instead of whole lines.")
@click.option("--suggestions", is_flag=True, help="Also the likely corrections.")
def diff(files: tuple[str, ...], words: bool, suggestions: bool, **parameters: Any) -> None:
    """Show what `fix` would change in FILE… as a unified diff, which `git apply` and `patch -p1` accept.

    Ends with status 1 if there is something to change.
    """
    task = task_from(parameters, Trust.SUGGEST if suggestions else Trust.APPLY)
    status = Exit.CLEAN
    reports = []
    for done in treat_all(files, task):
        if isinstance(done, FixerError):
            status = max(status, complain(done))
            continue
        reports.append(done.report)
        if done.result.edits:
            status = max(status, Exit.FINDINGS)
        write_out(diff_bytes(done, words))
    if reports:
        summary(reports, task, "shown", None)
    raise click.exceptions.Exit(status)


def diff_bytes(done: Done, words: bool) -> bytes:
    """The diff of one file in the file's own encoding, so that it applies to it; UTF-16 files are shown in UTF-8."""
    result = done.result
    draw = diffs.words if words else diffs.unified
    text = "".join(draw(done.report.path, result.before.text, result.edits, use_colour()))
    if done.codec.name.startswith(("utf-16", "utf-32")):
        return text.encode("utf-8", "backslashreplace")
    return text.encode(done.codec.name, "surrogateescape" if done.codec.errors != "strict" else "backslashreplace")
