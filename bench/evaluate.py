"""Measure everything, and write down what the tests and the documentation rest on.

    python bench/evaluate.py                       # the corpus alone
    python bench/evaluate.py --clean PROSE…        # and harm and seeded damage on clean prose that is not part of it
    python bench/evaluate.py --peers PEERS.json    # and the table of other tools (see bench/peers/)

Writes `corpus/results.json`, `fixer/data/measured.json` and the tables of `docs/benchmark.md`. What is not measured in
a run (clean prose, peers) is kept from the last one.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from fixer.evaluation.corpus import load_corpus
from fixer.evaluation.damage import REGIMES, sample
from fixer.evaluation.evaluation import Evaluation
from fixer.evaluation.guard import quick, speed
from fixer.evaluation.harm import Harm, clean_pages, harm, load_slips
from fixer.evaluation.measure import fixer_repair, measure_all
from fixer.evaluation.record import MEASURED, to_record
from fixer.evaluation.report import as_markdown, tables, to_dict
from fixer.evaluation.scores import corpus_scores
from fixer.evaluation.tables import Table, damage_table, harm_table, percent, rate
from fixer.finding import Trust
from fixer.options import Options
from fixer.resources import resources_for

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "corpus" / "results.json"
PAGE = ROOT / "docs" / "benchmark.md"
SEED = 7


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--clean", nargs="*", default=[], help="clean French prose, files or folders")
    parser.add_argument("--peers", type=Path, help="what bench/peers/run.py wrote")
    arguments = parser.parse_args()
    results: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    options = Options()
    repair = fixer_repair(options)
    measured = measure_all(load_corpus(ROOT / "corpus"), repair)
    test = tuple(one for one in measured if one.item.split == "test")
    whole = Evaluation(options, measured, scores=corpus_scores(measured))
    held_out = Evaluation(options, test, scores=corpus_scores(test))
    results["quick"] = {"all": quick(measured), "test": quick(test)}
    results["speed"] = round(speed([one.item.damaged for one in test]), 2)
    results["corpus"], results["test"] = to_dict(whole, propose=True), to_dict(held_out, propose=True)
    for part in (results["corpus"], results["test"]):
        del part["seconds"]
    written = {
        "test": as_markdown(tables(held_out, propose=True)),
        "all": as_markdown(tables(whole, by=["category"])),
    }
    slips = load_slips(ROOT / "corpus")
    if arguments.clean:
        pages = list(clean_pages(arguments.clean))
        clean = measure_all(pages, repair)
        resources = resources_for(options)
        seeded = tuple((regime, measure_all(sample(pages, regime, SEED, resources), repair)) for regime in REGIMES)
        beside = Evaluation(options, (), clean, seeded, slips=slips)
        results["clean"] = {"signature": beside.signature, **to_dict(beside)["harm"]}
        results["seeded"] = to_dict(beside)["seeded"]
        written["clean"] = as_markdown([harm_table(beside), damage_table(beside)])
    if arguments.peers:
        results["peers"] = json.loads(arguments.peers.read_text(encoding="utf-8"))
    if "peers" in results:
        written["peers"] = as_markdown(peer_tables(results["peers"], held_out))
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    record = to_record(whole.rules, with_external(harm(measured, slips), results.get("clean")), whole.signature)
    MEASURED.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    written["signature"] = f"```\n{whole.signature}\n```\n"
    page = PAGE.read_text(encoding="utf-8")
    for name, text in written.items():
        page = fill(page, name, text)
    PAGE.write_text(page, encoding="utf-8")


def with_external(own: Harm, external: dict[str, Any] | None) -> Harm:
    """The harm done to our clean documents and to the external prose of this run, or of the last that had any."""
    if external is None:
        return own
    applied = Counter(own.applied_by_rule) + Counter(external["applied_by_rule"])
    return replace(own, words=own.words + external["words"], applied_by_rule=dict(applied))


def fill(page: str, name: str, text: str) -> str:
    """The page with what stands between `<!-- NAME -->` and `<!-- /NAME -->` replaced."""
    pattern = re.compile(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not pattern.search(page):
        raise SystemExit(f"{PAGE}: there is no <!-- {name} --> … <!-- /{name} -->")
    return pattern.sub(lambda match: f"{match[1]}\n{text}\n{match[2]}", page)


def peer_tables(peers: list[dict[str, Any]], own: Evaluation) -> list[Table]:
    """Tool by category, and what each tool does to sound text and to the clock."""
    categories = [str(count.category) for count in own.categories if count.category and count.gold]
    rows = [("fixer fix", *_corrected(to_dict(own)["categories"], categories, "corrected"))]
    rows.append(
        ("fixer fix --suggestions", *_corrected(to_dict(own)["categories"], categories, "corrected_with_suggestions"))
    )
    rows += [(peer["name"], *_corrected(peer["categories"], categories, "corrected")) for peer in peers]
    note = "Per cent of the defects of the test documents that read right afterwards."
    by_category = Table("Corrected, tool by category", ("-tool", *categories, "all"), tuple(rows), note)
    applied = [count for count in own.rules if count.trust is Trust.APPLY]
    right, harmful = sum(one.right for one in applied), sum(one.harmful for one in applied)
    edits = sum(one.findings for one in applied)
    rows = [
        (
            "fixer fix",
            str(edits),
            str(right),
            str(harmful),
            percent(right / edits),
            rate(own.harm.rate(Trust.APPLY)),
            _speed(own.words, own.seconds / 2),
        )
    ]
    for peer in peers:
        rows.append(
            (
                peer["name"],
                str(peer["edits"]),
                str(peer["right"]),
                str(peer["harmful"]),
                percent(peer["right"] / peer["edits"] if peer["edits"] else None),
                rate(peer["harm"]),
                f"{peer['words_per_second']:,.0f}",
            )
        )
    columns = ("-tool", "edits", "right", "harmful", "precision", "edits per 10,000 clean words", "words per second")
    settings = "  \n".join(f"{peer['name']} {peer['version']}: {peer['settings']}" for peer in peers)
    return [by_category, Table("What the edits are worth", columns, tuple(rows), settings)]


def _corrected(data: dict[str, Any], categories: list[str], key: str) -> list[str]:
    out = []
    for name in (*categories, "all"):
        row = data.get(name)
        out.append(percent(row[key] / row["gold"]) if row and row["gold"] else "–")
    return out


def _speed(words: int, seconds: float) -> str:
    return f"{words / seconds:,.0f}" if seconds else "–"


if __name__ == "__main__":
    main()
