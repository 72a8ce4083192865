"""Standard output and standard error, which may be closed, full, or left by their reader."""

from __future__ import annotations

import os
import sys

import click

from fixer.errors import FileError


def say(message: str, nl: bool = True) -> None:
    """A message on standard error. If that cannot be written, nobody can be told, and the work goes on."""
    try:
        click.echo(message, err=True, nl=nl)
    except OSError:
        abandon(2)


def write_out(data: bytes) -> None:
    """Bytes to standard output, at once; an error (a full disk) is raised here and not at exit.

    Raises FileError if standard output is closed.
    """
    if sys.stdout is None:
        raise FileError("standard output is closed; write to a file with -o OUT")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def on_terminal(stream: object) -> bool:
    """Whether a standard stream is open and a terminal."""
    return bool(getattr(stream, "isatty", bool)())


def abandon(handle: int) -> None:
    """Send the rest of a stream nowhere, so that what is still buffered is no second error at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), handle)
