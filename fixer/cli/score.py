"""`fixer score`: how far a text is from a reference."""

from __future__ import annotations

import json

import click

from fixer import __version__
from fixer.cli.streams import write_out
from fixer.document import Document
from fixer.errors import UsageError
from fixer.evaluation.parallel import parallel
from fixer.evaluation.report import FORMATS, scores_dict
from fixer.evaluation.scores import NOTHING, REFERENCE, compare
from fixer.evaluation.tables import score_table
from fixer.files import STANDARD, read_bytes
from fixer.readers import read
from fixer.readers.codec import decode


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--reference", required=True, metavar="REF", help="The text as it ought to be.")
@click.option(
    "--baseline", metavar="MT", help="The text as it came: the first row, and what differences are tested on."
)
@click.option("--align", type=click.Choice(["line", "whole"]), help="Compare line by line or as a whole.")
@click.option("--resamples", type=click.IntRange(0), default=1000, help="Samples of the paired bootstrap; 0 for none.")
@click.option("--format", "report", type=click.Choice([*FORMATS, "json"]), default="table", help="How to print it.")
@click.option("--as", "format", metavar="FORMAT", help="text, markdown or html, if the names do not tell.")
@click.option("--encoding", metavar="NAME", help="The files' encoding, for example windows-1252.")
def score(
    file: str,
    reference: str,
    baseline: str | None,
    align: str | None,
    resamples: int,
    report: str,
    format: str | None,
    encoding: str | None,
) -> None:
    """Score FILE (`-` is standard input) against REF with TER, chrF++ and BLEU, as sacrebleu computes them.

    With --baseline the first row is doing nothing, and a star marks what differs from it beyond chance. Texts with the
    same number of lines are compared line by line, others as a whole; markup is not compared.
    """
    paths = [*([baseline] if baseline else []), file, reference]
    if paths.count(STANDARD) > 1:
        raise UsageError("standard input can be read once: name the other texts as files")
    texts = parallel([_document(path, format, encoding) for path in paths], align)
    names = [*([NOTHING] if baseline else []), "hypothesis", REFERENCE]
    scores = compare(dict(zip(names, texts.texts, strict=True)), texts.texts[-1], resamples if baseline else 0)
    signature = f"fixer {__version__}|aligned:{texts.aligned}"
    if report == "json":
        text = json.dumps({"signature": signature, **scores_dict(scores)}, ensure_ascii=False, indent=2) + "\n"
    else:
        text = FORMATS[report]([score_table(scores)]) + f"\n{signature}\n"
    write_out(text.encode("utf-8", "backslashreplace"))


def _document(path: str, format: str | None, encoding: str | None) -> Document:
    text, _ = decode(read_bytes(path), path, encoding)
    return read(text, format, None if path == STANDARD else path)
