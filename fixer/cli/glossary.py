"""`fixer glossary`: look at, extend, test and exchange the YAML glossaries."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from fixer.cli.common import options_from
from fixer.errors import Exit, UsageError
from fixer.glossary import Entry, Glossary, load_glossaries
from fixer.options import Options
from fixer.resources import resources_for

_Command = TypeVar("_Command", bound=Callable[..., Any])


@click.group()
def glossary() -> None:
    """Look at, extend, test and exchange the YAML glossaries."""


def _sources(command: _Command) -> _Command:
    """The options that say which glossaries are meant."""
    for option in (
        click.option("--config", metavar="PATH", help="A configuration file instead of the nearest one."),
        click.option("--no-default-glossaries", is_flag=True, help="Do without the shipped glossaries."),
        click.option("--glossary", multiple=True, metavar="PATH", help="A glossary beside the shipped ones."),
    ):
        command = option(command)
    return command


def _options(parameters: dict[str, Any]) -> Options:
    return options_from({"select": (), "ignore": (), "typography": None, **parameters})


def _glossary(parameters: dict[str, Any]) -> Glossary:
    return resources_for(_options(parameters)).glossary


def _chosen(known: Glossary, words: tuple[str, ...]) -> Iterator[Entry]:
    """The entries whose id, term or source one of the words is; all if there are none. Raises UsageError."""
    if not words:
        yield from known.entries()
        return
    for word in words:
        found = [e for e in known.entries() if word.lower() in _names(e)]
        if not found:
            from rapidfuzz.process import extractOne

            near = extractOne(word, [e.id for e in known.entries()], score_cutoff=60)
            raise UsageError(f"no entry '{word}'" + (f"; did you mean '{near[0]}'?" if near else ""))
        yield from found


def _names(entry: Entry) -> set[str]:
    forms = (entry.id, entry.term, *entry.zh, *entry.en, *entry.allowed, *(wrong.form for wrong in entry.wrong))
    return {form.lower() for form in forms}


@glossary.command("list")
@click.argument("pattern", required=False, metavar="[TEXT]")
@click.option("--kind", type=click.Choice(("entity", "term", "phrase")), help="Only entries of this kind.")
@_sources
def list_(pattern: str | None, kind: str | None, **parameters: Any) -> None:
    """List the entries: id, right form, wrong forms. With TEXT, those in which it occurs."""
    for entry in _glossary(parameters).entries():
        if kind and entry.kind != kind:
            continue
        if pattern and not any(pattern.lower() in name for name in _names(entry)):
            continue
        click.echo("\t".join((entry.id, entry.term, ", ".join(wrong.form for wrong in entry.wrong))))


@glossary.command()
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY…")
@_sources
def show(entries: tuple[str, ...], **parameters: Any) -> None:
    """Print entries, named by id, right form, wrong form or source, as YAML, with the place they come from."""
    from fixer.glossary.edit import entry_lines
    from fixer.glossary.exchange.yaml import fields_of

    for entry in _chosen(_glossary(parameters), entries):
        click.echo(f"# {entry.origin}")
        click.echo("\n".join(entry_lines(fields_of(entry), "")))


@glossary.command()
@click.argument("entries", nargs=-1, metavar="[ENTRY…]")
@_sources
def test(entries: tuple[str, ...], **parameters: Any) -> None:
    """Run the tests that entries carry, all of them or those of ENTRY, through the real rules."""
    from fixer.cli.glossary_test import accepted
    from fixer.glossary.examples import failures

    resources = resources_for(_options(parameters))
    chosen = list(_chosen(resources.glossary, entries))
    failed = list(failures(chosen, lambda text: accepted(text, resources)))
    for failure in failed:
        click.echo(str(failure))
    total = sum(len(entry.tests) for entry in chosen)
    click.echo(f"{total} tests of {len(chosen)} entries, {len(failed)} failed", err=True)
    if failed:
        sys.exit(Exit.FINDINGS)


@glossary.command()
@click.argument("files", nargs=-1, metavar="[FILE…]")
def lint(files: tuple[str, ...]) -> None:
    """Look for contradictions in glossary FILEs, by default in the shipped ones."""
    from fixer.glossary.cache import Source
    from fixer.glossary.lint import lint as problems_of
    from fixer.glossary.load import merge
    from fixer.glossary.paths import shipped_files, yaml_files

    paths = [path for file in files for path in yaml_files(Path(file))] or list(shipped_files())
    parsed = Source(tuple(paths)).parsed()
    known = {} if not files else load_glossaries().layers[0].contexts
    problems = problems_of(list(merge(parsed, contexts=known).values()), parsed)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(paths)} files, {len(problems)} problems", err=True)
    if problems:
        sys.exit(Exit.FINDINGS)


@glossary.command("import")
@click.argument("file", metavar="FILE")
@click.option("--format", "format_name", metavar="NAME", help="tbx, csv, tsv, omegat, codespell or typos.")
@click.option("--output", "-o", metavar="PATH", help="The YAML file to write instead of standard output.")
def import_(file: str, format_name: str | None, output: str | None) -> None:
    """Turn another tool's glossary into YAML. Review it before use: other tools know no context."""
    from fixer.glossary.cache import read_file
    from fixer.glossary.edit import write
    from fixer.glossary.exchange import format_of, read
    from fixer.glossary.exchange.yaml import to_yaml

    entries = read(read_file(Path(file)), file, format_of(file, format_name))
    text = to_yaml(entries)
    if output is None:
        click.echo(text, nl=False)
        return
    if Path(output).exists():
        raise UsageError(f"{output} exists already; choose another name")
    write(Path(output), text)
    click.echo(f"{len(entries)} entries written to {output}", err=True)


@glossary.command()
@click.option("--format", "format_name", metavar="NAME", help="tbx, csv, tsv, deepl, omegat, vale, codespell, typos.")
@click.option("--output", "-o", metavar="PATH", help="The file to write instead of standard output.")
@_sources
def export(format_name: str | None, output: str | None, **parameters: Any) -> None:
    """Write the glossary in another tool's format; what that format cannot say is left out."""
    from fixer.glossary.exchange import format_of, write

    text = write(_glossary(parameters).entries(), format_of(output or "", format_name))
    if output is None:
        click.echo(text, nl=False)
    else:
        Path(output).write_text(text, encoding="utf-8")


@glossary.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many candidates.")
@_sources
def suggest(files: tuple[str, ...], limit: int, **parameters: Any) -> None:
    """Candidates for the glossary in FILEs, ranked, as YAML to paste: unknown names, near-misses, varying spellings."""
    from fixer.cli.glossary_suggest import candidates, paste
    from fixer.files import read_bytes
    from fixer.readers import read
    from fixer.readers.codec import decode

    resources = resources_for(_options(parameters))
    documents = [read(decode(read_bytes(file), file, None)[0], None, file) for file in files]
    found = candidates(documents, resources)[:limit]
    click.echo(paste(found), nl=False)


@glossary.command()
@click.argument("term", required=False)
@click.option("--wrong", "-w", multiple=True, metavar="FORM", help="A wrong form; repeatable.")
@click.option("--kind", type=click.Choice(("entity", "term", "phrase")), help="Default: entity for a capital.")
@click.option("--gender", type=click.Choice(("m", "f")), help="Of the right form.")
@click.option("--plural", metavar="FORM", help="Of the right form.")
@click.option("--near", metavar="WORDS", help="Only where one of these words, separated by commas, stands near.")
@click.option("--trust", type=click.Choice(("apply", "suggest", "flag")), default="suggest", show_default=True)
@click.option("--example", "-e", metavar="SENTENCE", help="A sentence with the wrong form; becomes a test.")
@click.option("--file", "file", metavar="PATH", help="The glossary to write; default: the project's, or your own.")
@_sources
def add(term: str | None, **parameters: Any) -> None:
    """Add TERM and its wrong forms to a glossary; asks for what is missing when it runs on a terminal.

    fixer glossary add "loi d'échelle" -w "loi étendue" --gender f -e "les lois étendues"
    """
    from fixer.cli.glossary_add import Request, add_entry, ask

    own = {
        name: parameters.pop(name) for name in ("wrong", "kind", "gender", "plural", "near", "trust", "example", "file")
    }
    options = _options(parameters)
    near = tuple(word.strip() for word in (own.pop("near") or "").split(",") if word.strip())
    request = Request(term=term or "", near=near, **own)
    if (not term or not request.wrong) and sys.stdin.isatty():
        request = ask(request)
    add_entry(request, options)
