"""What the commands share: options, the way from arguments to results, messages."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from fixer.cli.streams import on_terminal, say
from fixer.config import find_config, read_config
from fixer.engine import Result, run, selected_rules, signature
from fixer.errors import Exit, FileError, FixerError, ProtectedError, UnstableError
from fixer.files import STANDARD, expand, read_bytes
from fixer.finding import Trust
from fixer.options import Options, split_names
from fixer.readers import EXTENSIONS, read, reader_for
from fixer.readers.codec import Codec, decode, parse_encoding
from fixer.reports.report import Report, Tally, plural
from fixer.reports.text import shown

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Task:
    """How to treat every file."""

    options: Options
    format: str | None
    encoding: str | None
    threshold: Trust
    jobs: int
    quiet: bool
    verbose: bool


@dataclass(frozen=True)
class Done:
    """A file, its result, and how to write it back."""

    path: str
    result: Result
    codec: Codec

    @property
    def report(self) -> Report:
        return Report("<stdin>" if self.path == STANDARD else self.path, self.result)

    def encoded(self, text: str, codec: Codec | None = None) -> bytes:
        """Text of this file in its encoding (or another). Raises FileError for what the encoding does not have."""
        try:
            return (codec or self.codec).encode(text)
        except FileError as error:
            raise FileError(f"{self.report.path}: {error}") from None


def common_options(command: _Command) -> _Command:
    """The options that every command over files takes."""
    for option in reversed(
        (
            click.argument("files", nargs=-1, required=True, metavar="FILE…"),
            click.option("--select", multiple=True, metavar="NAMES", help="Only these rules or categories."),
            click.option("--ignore", multiple=True, metavar="NAMES", help="Not these rules or categories."),
            click.option("--glossary", multiple=True, metavar="PATH", help="A glossary beside the shipped ones."),
            click.option("--no-default-glossaries", is_flag=True, help="Do without the shipped glossaries."),
            click.option("--typography", metavar="STYLE", help="A house style: imprimerie-nationale, quebec, suisse."),
            click.option("--config", metavar="PATH", help="A configuration file instead of the nearest one."),
            click.option("--as", "format", metavar="FORMAT", help="text, markdown or html, if the name does not tell."),
            click.option("--encoding", metavar="NAME", help="The files' encoding, for example windows-1252."),
            click.option("--jobs", type=click.IntRange(1), default=1, help="How many files at a time."),
            click.option("--quiet", "-q", is_flag=True, help="No summary."),
            click.option("--verbose", "-v", is_flag=True, help="Also say what the result rests on."),
        )
    ):
        command = option(command)
    return command


def task_from(parameters: dict[str, Any], threshold: Trust = Trust.APPLY) -> Task:
    """The task of a command's common parameters and the configuration file; a flag wins over the file.

    Raises UsageError for a wrong name, style, format, encoding or configuration.
    """
    options = options_from(parameters)
    selected_rules(options)
    if parameters["format"]:
        reader_for(None, parameters["format"])
    if parameters["encoding"]:
        parse_encoding(parameters["encoding"])
    return Task(
        options,
        parameters["format"],
        parameters["encoding"],
        threshold,
        parameters["jobs"],
        parameters["quiet"],
        parameters["verbose"],
    )


def options_from(parameters: dict[str, Any]) -> Options:
    config = Path(parameters["config"]) if parameters["config"] else find_config(Path.cwd())
    options = Options(**read_config(config)) if config else Options()
    select, ignore = split_names(parameters["select"]), split_names(parameters["ignore"])
    return replace(
        options,
        select=select or options.select,
        ignore=(*options.ignore, *ignore),
        glossary=(*options.glossary, *parameters["glossary"]),
        no_default_glossaries=options.no_default_glossaries or parameters["no_default_glossaries"],
        typography=parameters["typography"] or options.typography,
    )


def treat(path: str, task: Task, notify: Callable[[str], None] = lambda step: None) -> Done | FixerError:
    """Read and repair one file; an error is returned, so that the other files are still done.

    Raises UsageError and GlossaryError, which are about the task and not about the file.
    """
    try:
        text, codec = decode(read_bytes(path), path, task.encoding)
        document = read(text, task.format, None if path == STANDARD else path)
        return Done(path, run(document, task.options, task.threshold, notify), codec)
    except FileError as error:
        return error
    except (ProtectedError, UnstableError) as error:
        return type(error)(f"{path}: {error}")
    except FixerError:
        raise
    except Exception as error:
        if task.verbose:
            from traceback import format_exc

            say(format_exc())
        return FileError(
            f"{path}: {_raiser(error)} failed with {type(error).__name__}: {error}; the file is left alone. This is a "
            "defect of fixer: please report it with the output of --verbose, and leave the rule out with --ignore"
        )


def _raiser(error: Exception) -> str:
    """The detector that an unforeseen error comes from, as far as its traceback tells."""
    from traceback import extract_tb

    files = [Path(frame.filename) for frame in extract_tb(error.__traceback__)]
    return next((file.stem for file in files if file.parent.name == "detectors"), "the work on this file")


def treat_all(files: Iterable[str], task: Task) -> Iterator[Done | FixerError]:
    """All the files that the arguments name, in order, with progress on a terminal."""
    found = list(expand(files, EXTENSIONS))
    paths = [one for one in found if isinstance(one, str)]
    if not found:
        yield FileError(f"no files with a known extension ({' '.join(sorted(EXTENSIONS))}) there; name a file itself")
    yield from (one for one in found if isinstance(one, FixerError))
    progress = Progress(len(paths), quiet=task.quiet)
    if task.jobs > 1 and len(paths) > 1:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(min(task.jobs, len(paths))) as pool:
            for number, done in enumerate(pool.map(partial(treat, task=task), paths), 1):
                progress.show(number, paths[number - 1], "")
                yield done
    else:
        for number, path in enumerate(paths, 1):
            yield treat(path, task, partial(progress.show, number, path))
    progress.clear()


class Progress:
    """One line on a terminal that says where the work is; nothing in a pipe, and nothing in the first second."""

    def __init__(self, total: int, quiet: bool = False) -> None:
        self.total = total
        self.shown = False
        self.active = on_terminal(sys.stderr) and not quiet
        self.next = time.monotonic() + 1

    def show(self, number: int, path: str, step: str) -> None:
        now = time.monotonic()
        if self.active and now >= self.next:
            from shutil import get_terminal_size

            count = f"[{number}/{self.total}] " if self.total > 1 else ""
            line = shown(f"{count}{path}: {step}")[: get_terminal_size().columns - 1]
            say(f"\r\x1b[K{line}", nl=False)
            self.shown, self.next = True, now + 0.1

    def clear(self) -> None:
        if self.shown:
            say("\r\x1b[K", nl=False)


def complain(error: FixerError) -> Exit:
    say(f"fixer: {error}")
    return error.exit_code


def summary(reports: list[Report], task: Task, made: str, waiting_command: str | None) -> None:
    """One line on standard error: what was done, what waits, and how to see it."""
    if task.quiet:
        return
    tally = Tally.of(reports)
    where = "" if tally.files == 1 else f" in {plural(tally.files, 'file')}"
    line = f"{plural(tally.applied, 'edit')} {made}{where}"
    line += f"; {plural(tally.suggestions, 'suggestion')} and {plural(tally.flags, 'flag')} waiting"
    if waiting_command and tally.suggestions + tally.flags:
        line += f": see them with `{waiting_command}`"
    say(line)
    if task.verbose:
        say(signature(task.options))


def use_colour() -> bool:
    """Colours on a terminal, unless NO_COLOR is set to something (https://no-color.org)."""
    return on_terminal(sys.stdout) and not os.environ.get("NO_COLOR")


__all__ = [
    "Done",
    "Task",
    "common_options",
    "complain",
    "options_from",
    "summary",
    "task_from",
    "treat_all",
    "use_colour",
]
