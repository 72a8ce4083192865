"""How many wrong names, terms and glosses are found, and what good prose suffers.

    python bench/terms.py --cases terms.jsonl --seed damaged.txt findings.jsonl --clean prose.txt …

A case is *detected* if a finding touches its wrong rendering, *right* if the text has the right form after the first
proposal of one finding, or of all.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

import fixer
from fixer.finding import Finding, Trust


def squash(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace("\u00a0", " ").split())


def proposals(finding: Finding, context: str) -> list[str]:
    new = [finding.replacement] if finding.edits else []
    return [
        context[: finding.span.start] + other + context[finding.span.end :]
        for other in (*[n for n in new if n is not None], *finding.alternatives)
    ]


def judge_case(case: dict[str, str], options: dict[str, object]) -> tuple[bool, bool, bool]:
    """Detected; right form first; a wrong replacement applied."""
    context, wrong, right = case["context"], case["wrong"], case["right"]
    start = context.find(wrong)
    if start < 0:
        context, start = f"{context} {wrong}", len(context) + 1
    end = start + len(wrong)
    found = [f for f in fixer.check(context, **options) if f.span.start < end and start < f.span.end]
    if not found:
        return False, False, False
    flag_only = right.startswith("(")
    expected = squash(right.split(" (")[0])
    whole = fixer.fix(context, suggestions=True, **options).text  # `Flux d'air, préfet` takes two repairs
    firsts = [p for f in found for p in proposals(f, context)[:1]]
    good = flag_only or any(expected in squash(p) for p in (whole, *firsts))
    bad = any(f.trust is Trust.APPLY and expected not in squash(proposals(f, context)[0]) for f in found if f.edits)
    return True, good, bad


def cases(path: Path, options: dict[str, object], verbose: bool) -> None:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        if case.get("debatable"):
            continue
        detected, good, bad = judge_case(case, options)
        table[case["kind"]].update(all=1, detected=detected, right=good, harm=bad)
        if (verbose and not good) or bad:
            mark = "HARM" if bad else "seen" if detected else "miss"
            print(f"  {mark} {case['kind']:10} {case['wrong']!r} -> {case['right']!r} | {case['context']!r}")
    for kind, row in table.items():
        print(
            f"cases {kind:10} {row['all']:3}  detected {row['detected']:3}  right {row['right']:3}  harm {row['harm']}"
        )


def seed(text_path: Path, gold_path: Path, options: dict[str, object], verbose: bool) -> None:
    text = text_path.read_text("utf-8")
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found = fixer.check(text, **options)
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for line in gold_path.read_text("utf-8").splitlines():
        gold = json.loads(line)
        if gold["category"] not in ("entity", "term", "gloss-leak", "inconsistency"):
            continue
        start, end = (starts[gold["line"] - 1] + gold[key] for key in ("start", "end"))
        here = [f for f in found if f.span.start < end and start < f.span.end and _ours(f)]
        first = [f.replacement or (f.alternatives or ("",))[0] for f in here]
        right = bool(here) and (
            gold["replacement"] is None or any(_agree(text, f, start, end, gold["replacement"]) for f in here)
        )
        table[gold["category"]].update(all=1, detected=bool(here), right=right)
        if verbose and not right:
            print(
                f"  {'seen' if here else 'miss'} {gold['line']:3} {gold['text']!r} -> {gold['replacement']!r} {first}"
            )
    for kind, row in table.items():
        print(f"seed  {kind:10} {row['all']:3}  detected {row['detected']:3}  right {row['right']:3}")


def _ours(finding: Finding) -> bool:
    return str(finding.category) in ("entity", "term", "gloss-leak", "inconsistency", "duplicate", "grammar")


def _agree(text: str, finding: Finding, start: int, end: int, expected: str) -> bool:
    low, high = min(start, finding.span.start), max(end, finding.span.end)
    wanted = squash(text[low:start] + expected + text[end:high])
    return any(
        squash(text[low : finding.span.start] + p + text[finding.span.end : high]) == wanted
        or squash(expected) in squash(p)
        for p in (finding.replacement or "", *finding.alternatives)
        if p or finding.edits
    )


def clean(paths: list[Path], options: dict[str, object], verbose: bool) -> None:
    totals: Counter[str] = Counter()
    for path in paths:
        text = path.read_text("utf-8")
        row: Counter[str] = Counter(words=len(text.split()))
        for finding in fixer.check(text, **options):
            row[str(finding.trust)] += 1
            row[f"{finding.rule}:{finding.trust}"] += 1
            if verbose and finding.trust is not Trust.FLAG:
                around = text[max(0, finding.span.start - 40) : finding.span.end + 40].replace("\n", "⏎")
                print(
                    f"  {finding.trust} {finding.rule} {finding.text!r} -> {finding.replacement!r}"
                    f" {finding.origin} | {around}"
                )
        totals.update(row)
    words = totals.pop("words")
    rates = {key: round(1e4 * count / words, 2) for key, count in sorted(totals.items())}
    print(f"clean {words} words; per 10,000: {rates}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--seed", type=Path, nargs=2)
    parser.add_argument("--clean", type=Path, nargs="+", default=[])
    parser.add_argument("--select", nargs="*", default=[], help="rules and categories; by default all")
    parser.add_argument("-v", "--verbose", action="store_true")
    arguments = parser.parse_args()
    options: dict[str, object] = {"select": tuple(arguments.select)}
    if arguments.cases:
        cases(arguments.cases, options, arguments.verbose)
    if arguments.seed:
        seed(*arguments.seed, options, arguments.verbose)
    if arguments.clean:
        clean(arguments.clean, options, arguments.verbose)


if __name__ == "__main__":
    main()
