"""`fixer diff`: what `fix` would change."""

from __future__ import annotations

import os
from typing import Any

import click

from fixer.cli.common import Done, common_options, complain, summary, task_from, treat_all, use_colour
from fixer.cli.streams import write_out
from fixer.errors import Exit, FixerError
from fixer.finding import Trust
from fixer.readers.codec import Codec
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
        try:
            if isinstance(done, FixerError):
                raise done
            write_out(diff_bytes(done, words))
        except FixerError as error:
            status = max(status, complain(error))
            continue
        reports.append(done.report)
        if done.result.edits:
            status = max(status, Exit.FINDINGS)
    if reports:
        summary(reports, task, "shown", None)
    raise click.exceptions.Exit(status)


def diff_bytes(done: Done, words: bool) -> bytes:
    """The diff of one file. Words are for reading: UTF-8. A unified diff is in the file's own encoding, so that it
    applies to it; only UTF-16 is shown in UTF-8, since a patch is made of lines.

    Raises FileError for a repair that the file's encoding cannot hold.
    """
    result = done.result
    if not result.edits:
        return b""
    if words:
        drawn = diffs.words(done.report.path, result.before.text, result.edits, use_colour())
        return "".join(drawn).encode("utf-8", "backslashreplace")
    mark = "\ufeff" * bool(done.codec.bom)
    edits = [edit.shift(len(mark)) for edit in result.edits]
    hunks = "".join(diffs.unified(mark + result.before.text, edits, use_colour()))
    wide = done.codec.name.startswith(("utf-16", "utf-32"))
    body = done.encoded(hunks, Codec() if wide else Codec(done.codec.name, done.codec.errors))
    head = diffs.header(_relative(done.report.path), use_colour())
    return os.fsencode(head) + body if body else b""


def _relative(path: str) -> str:
    """A path as seen from the working folder, if it lies in it: there the diff is applied."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative
