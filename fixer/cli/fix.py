"""`fixer fix`: the corrected text."""

from __future__ import annotations

import os
from typing import Any

import click

from fixer.cli.common import Done, common_options, complain, summary, task_from, treat_all
from fixer.cli.streams import write_out
from fixer.errors import Exit, FileError, FixerError, UsageError
from fixer.files import STANDARD, write_atomically
from fixer.finding import Trust


@click.command()
@common_options
@click.option("-o", "--output", metavar="OUT", help="Write the text to OUT instead of standard output.")
@click.option("--in-place", "-i", is_flag=True, help="Write each file back, if something changed.")
@click.option("--suggestions", is_flag=True, help="Also make the likely corrections.")
@click.option("--diff", "as_diff", is_flag=True, help="Print a diff instead of the text.")
@click.option("--check", "strict", is_flag=True, help="End with status 1 if anything was found.")
def fix(
    files: tuple[str, ...],
    output: str | None,
    in_place: bool,
    suggestions: bool,
    as_diff: bool,
    strict: bool,
    **parameters: Any,
) -> None:
    """Write the corrected text of FILE… (`-` is standard input) to standard output, to OUT, or back in place.

    Only trusted edits are made; what else was found is counted on standard error.
    """
    if output and in_place:
        raise UsageError("--output and --in-place exclude each other")
    several = len(files) > 1 or any(os.path.isdir(path) for path in files)
    if several and not in_place and not as_diff:
        raise UsageError("several files are written back with --in-place, or shown with --diff")
    if in_place and STANDARD in files:
        raise UsageError("standard input cannot be written back; use -o OUT")
    task = task_from(parameters, Trust.SUGGEST if suggestions else Trust.APPLY)
    status = Exit.CLEAN
    reports = []
    for done in treat_all(files, task):
        try:
            if isinstance(done, FixerError):
                raise done
            _write(done, output, in_place, as_diff)
        except FixerError as error:
            status = max(status, complain(error))
            continue
        reports.append(done.report)
        if strict and done.result.findings:
            status = max(status, Exit.FINDINGS)
    if reports:
        summary(reports, task, "found" if as_diff and not in_place else "applied", _see(files))
    raise click.exceptions.Exit(status)


def _write(done: Done, output: str | None, in_place: bool, as_diff: bool) -> None:
    if as_diff:
        from fixer.cli.diff import diff_bytes

        write_out(diff_bytes(done, words=False))
    data = done.encoded(done.result.text)
    if in_place:
        if done.result.edits:
            write_atomically(done.path, data)
    elif output and output != STANDARD:
        if os.path.isdir(output):
            raise FileError(f"{output}: this is a folder; name the file to write")
        write_atomically(output, data)
    elif not as_diff:
        write_out(data)


def _see(files: tuple[str, ...]) -> str:
    import shlex

    return f"fixer check {shlex.join(files)}"
