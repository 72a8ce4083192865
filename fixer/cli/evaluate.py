"""`fixer eval`: the rules measured on an annotated corpus."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from fixer.cli.common import Progress, options_from
from fixer.cli.streams import write_out
from fixer.engine import selected_rules
from fixer.errors import Exit
from fixer.evaluation.contract import Standing
from fixer.evaluation.corpus import Item, load_corpus
from fixer.evaluation.damage import REGIMES, Regime, sample
from fixer.evaluation.evaluation import Evaluation
from fixer.evaluation.harm import clean_pages, load_slips
from fixer.evaluation.listing import SHOWN, listing
from fixer.evaluation.measure import fixer_repair, measure_all
from fixer.evaluation.report import BY, FORMATS, as_json, closing, tables
from fixer.evaluation.scores import corpus_scores
from fixer.options import Options
from fixer.resources import resources_for


@click.command("eval")
@click.argument("path", default="corpus")
@click.option("--clean", multiple=True, metavar="PATH", help="Clean prose to measure harm on, beside the corpus.")
@click.option("--damage", type=int, metavar="SEED", help="Also damage clean prose and measure what is repaired.")
@click.option("--format", "report", type=click.Choice([*FORMATS, "json"]), default="table", help="How to print it.")
@click.option("--by", type=click.Choice(BY), multiple=True, help="Only the table by rule, or by category.")
@click.option("--propose", is_flag=True, help="Also the contract, and the changes of trust that the numbers suggest.")
@click.option("--quick", is_flag=True, help="Without TER, chrF++ and BLEU.")
@click.option("--show", type=click.Choice(SHOWN), multiple=True, help="List these findings or defects one by one.")
@click.option("--select", multiple=True, metavar="NAMES", help="Only these rules or categories.")
@click.option("--ignore", multiple=True, metavar="NAMES", help="Not these rules or categories.")
@click.option("--glossary", multiple=True, metavar="PATH", help="A glossary beside the shipped ones.")
@click.option("--no-default-glossaries", is_flag=True, help="Do without the shipped glossaries.")
@click.option("--typography", metavar="STYLE", help="A house style: imprimerie-nationale, quebec, suisse.")
@click.option("--config", metavar="PATH", help="A configuration file instead of the nearest one.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no closing line.")
def evaluate(
    path: str,
    clean: tuple[str, ...],
    damage: int | None,
    report: str,
    by: tuple[str, ...],
    propose: bool,
    quick: bool,
    show: tuple[str, ...],
    quiet: bool,
    **parameters: Any,
) -> None:
    """Measure the rules on the annotated documents at or below PATH (`corpus`).

    Prints recall, precision and F1, what became of each repair, TER, chrF++ and BLEU from doing nothing to the
    reference, the harm done to clean text, and whether confidences mean what they say. Ends with status 1 if --propose
    finds a rule in breach of its contract.
    """
    options = options_from(parameters)
    selected_rules(options)
    items = load_corpus(Path(path))
    pages = list(clean_pages(clean))
    seeded = [] if damage is None else _seeded(pages or [item for item in items if item.clean], damage, options)
    steps = Steps(len(items) + len(pages) + sum(len(some) for _, some in seeded), quiet)
    run = partial(measure_all, repair=fixer_repair(options), notify=steps)
    measured, harmed = run(items), run(pages)
    regimes = tuple((regime, run(some)) for regime, some in seeded)
    damaged = any(not item.clean for item in items)
    scores = None if quick or show or not damaged else corpus_scores(measured)
    steps.progress.clear()
    evaluation = Evaluation(options, measured, harmed, regimes, scores, load_slips(Path(path)))
    if show:
        text = "".join(line + "\n" for line in listing((*measured, *harmed), show, options.select))
    elif report == "json":
        text = as_json(evaluation, propose) + "\n"
    else:
        text = FORMATS[report](tables(evaluation, by or BY, propose)) + "\n" + closing(evaluation) + "\n"
    write_out(text.encode("utf-8", "backslashreplace"))
    broken = propose and any(clause.standing is Standing.BROKEN for clause in evaluation.contract)
    raise click.exceptions.Exit(Exit.FINDINGS if broken else Exit.CLEAN)


def _seeded(pages: list[Item], seed: int, options: Options) -> list[tuple[Regime, list[Item]]]:
    resources = resources_for(options)
    plain = [page for page in pages if page.format == "text"]
    return [(regime, sample(plain, regime, seed, resources)) for regime in REGIMES]


class Steps:
    """Shows each document that is measured, by number and name."""

    def __init__(self, total: int, quiet: bool) -> None:
        self.progress = Progress(total, quiet=quiet)
        self.number = 0

    def __call__(self, name: str) -> None:
        self.number += 1
        self.progress.show(self.number, name, "measured")
