"""Run the peers on the annotated documents and judge their edits as our own are judged.

python bench/peers/run.py PEERS_ENV --out peers.json [--split test|dev|all] [--clean PROSE…] [--only NAME…]
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixer.document import HOLE, Document
from fixer.evaluation.corpus import Item, load_corpus
from fixer.evaluation.counts import by_category, by_rule
from fixer.evaluation.harm import clean_pages, harm
from fixer.evaluation.measure import Measured, Repair, measure
from fixer.finding import Finding, Trust
from fixer.readers import read
from fixer.taxonomy import Category
from fixer.text import Edit, Span, rewrite

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "corpus"


@dataclass(frozen=True)
class Peer:
    """A row of the table: what to run, and the settings that are stated beside it."""

    id: str
    name: str
    version: str
    settings: str


PEERS = (
    Peer("hunspell", "Hunspell", "1.7.1", "dictionary fr (Dicollecte 7.0), first suggestion"),
    Peer("hunspell-splits", "Hunspell, splits", "1.7.1", "the first suggestion that only inserts blanks or hyphens"),
    Peer("nuspell", "nuspell", "5.1.2", "the same dictionary, first suggestion"),
    Peer("grammalecte", "Grammalecte", "2.1.2", "defaults, spelling included, first suggestion"),
    Peer("grammalecte-grammar", "Grammalecte, no typography", "2.1.2", "typographic options off, spelling included"),
    Peer("wordninja", "wordninja-enhanced", "3.2.0", "French model, rejoin"),
    Peer("wordninja-gated", "wordninja-enhanced, gated", "3.2.0", "rejoin on words unknown to Hunspell"),
    Peer(
        "symspell-gated", "symspellpy, gated", "6.10.1", "word_segmentation with our counts, words unknown to Hunspell"
    ),
    Peer("ftfy", "ftfy", "6.3.1", "quotes left curled, no normalization"),
    Peer("french-typo", "french-typo", "1.6.1", "no markup for blanks or ordinals"),
    Peer("codespell", "codespell", "2.4.3", "its English dictionary, the only one"),
    Peer("languagetool", "LanguageTool", "", "French, first suggestion"),
)


def ask(peer: Peer, environment: Path, texts: Sequence[str]) -> tuple[list[dict[str, Any]], float]:
    """The peer's answers, and the processor time it took after loading."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    command = [str(environment / "bin" / "python"), str(HERE / "wrap.py"), peer.id]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{peer.name}: {done.stderr[-2000:]}")
    *answers, last = [json.loads(line) for line in done.stdout.splitlines()]
    return answers, last["seconds"]


def edits_of(answer: dict[str, Any], text: str) -> Iterator[Edit]:
    """The edits of an answer, as small as they can be; of a whole text, from the difference of its words."""
    if "edits" in answer:
        for start, end, new in answer["edits"]:
            yield from rewrite(text, Span(start, end), new)
        return
    old, new = re.findall(r"\s+|\w+|.", text), re.findall(r"\s+|\w+|.", answer["text"])
    starts = [0]
    for piece in old:
        starts.append(starts[-1] + len(piece))
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from rewrite(text, Span(starts[i1], starts[i2]), "".join(new[j1:j2]))


def as_repair(answer: dict[str, Any], shown: str) -> Repair:
    """The answer as if it were ours; edits of what was not shown are dropped."""

    def repair(document: Document) -> tuple[tuple[Finding, ...], tuple[Edit, ...], tuple[Edit, ...]]:
        edits = tuple(sorted({edit for edit in edits_of(answer, shown) if document.editable(edit)}))
        findings = tuple(
            Finding(
                edit.span,
                "",
                (edit,),
                trust=Trust.APPLY,
                rule="peer",
                category=Category.TYPOGRAPHY,
                text=edit.span.of(document.text),
            )
            for edit in edits
        )
        return findings, edits, edits

    return repair


def judge(peer: Peer, environment: Path, items: Sequence[Item]) -> dict[str, Any]:
    shown = [read(item.damaged, item.format).prose.replace(HOLE, " ") for item in items]
    answers, seconds = ask(peer, environment, shown)
    measured: list[Measured] = [
        measure(item, as_repair(answer, text)) for item, answer, text in zip(items, answers, shown, strict=True)
    ]
    rules = by_rule(measured)
    return {
        "name": peer.name,
        "version": peer.version,
        "settings": peer.settings,
        "categories": {
            str(count.category or "all"): {"gold": count.gold, "corrected": count.corrected}
            for count in by_category(measured)
        },
        "edits": sum(count.findings for count in rules),
        "right": sum(count.right for count in rules),
        "neutral": sum(count.neutral for count in rules),
        "harmful": sum(count.harmful for count in rules),
        "harm": round(harm(measured).rate(Trust.APPLY) or 0, 2),
        "clean_words": harm(measured).words,
        "words_per_second": round(sum(item.words for item in items) / max(seconds, 1e-3)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("environment", type=Path, help="the folder that fetch.sh made")
    parser.add_argument("--out", type=Path, required=True, help="where to write the results")
    parser.add_argument("--split", choices=["test", "dev", "all"], default="test")
    parser.add_argument("--clean", nargs="*", default=[], help="clean French prose to measure harm on")
    parser.add_argument("--only", nargs="*", default=[], help="run these peers alone")
    arguments = parser.parse_args()
    items = [item for item in load_corpus(CORPUS) if arguments.split in ("all", item.split)]
    items += clean_pages(arguments.clean)
    rows = []
    for peer in PEERS:
        if peer.id == "languagetool" and "LANGUAGETOOL_JAR" not in os.environ:
            continue
        if arguments.only and peer.id not in arguments.only:
            continue
        rows.append(judge(peer, arguments.environment, items))
        row = rows[-1]
        print(f"{peer.name}: {row['right']} of {row['edits']} edits right, {row['harmful']} harmful")
    arguments.out.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
