"""The command line, one file a command. Commands are imported when they are called: `--version` loads none of them."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from fixer import __version__
from fixer.cli.streams import abandon, say
from fixer.errors import Exit, FixerError

# Where each command lives, and what it is for, so that `fixer --help` need not import them either.
COMMANDS = {
    "fix": ("fixer.cli.fix", "Write the corrected text; only trusted edits unless --suggestions."),
    "check": ("fixer.cli.check", "List every finding with its place, reason and replacement."),
    "diff": ("fixer.cli.diff", "Show what `fix` would change."),
    "rules": ("fixer.cli.rules", "List the rules with their trust."),
    "explain": ("fixer.cli.rules", "Print the manual page of a rule."),
    "glossary": ("fixer.cli.glossary", "Look at, extend, test and exchange the YAML glossaries."),
    "score": ("fixer.cli.score", "Score a text against a reference: BLEU, chrF, TER."),
    "eval": ("fixer.cli.evaluate", "Measure the rules on an annotated corpus."),
}


class Commands(click.Group):
    """A group that knows its commands by name and loads one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name][0])
        command = getattr(module, "evaluate" if cmd_name == "eval" else cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from rapidfuzz.process import extractOne

            near = extractOne(args[0], list(COMMANDS), score_cutoff=60)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"There is no command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="fixer", message="%(prog)s %(version)s")
def cli() -> None:
    """Repair machine-translated technical French.

    What is certain is applied, what is likely is suggested, what is only detectable is flagged.
    """


def main() -> None:
    """The entry point: runs a command and turns errors into messages and exit statuses."""
    try:
        # A command leaves with click's Exit, whose status this returns; one that just ends returns None.
        status: int = cli.main(prog_name="fixer", standalone_mode=False) or Exit.CLEAN
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.Abort:
        say("interrupted; nothing more was written")
        status = 130
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except FixerError as error:
        say(f"fixer: {error}")
        status = error.exit_code
    except BrokenPipeError:
        # The reader of our output has left, as `| head` does: that is no error of ours.
        abandon(1)
        status = Exit.CLEAN
    except OSError as error:
        say(f"fixer: the output cannot be written: {error.strerror or error}")
        abandon(1)
        status = Exit.FILE
    sys.exit(status)
