"""Compiles the annotated documents of `corpus/annotated/` into damaged text, reference and gold findings.

    python tools/build_corpus.py            # write corpus/dev and corpus/test
    python tools/build_corpus.py --check    # change nothing; end with status 1 if anything is invalid or out of date

The annotated file is the source: `⟦damaged⇒reference¦category¦trust¦alternatives⟧` marks one defect (see
corpus/ANNOTATION.md). Offsets in `gold.jsonl` are code points of `damaged.*`.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from fixer.finding import Trust
from fixer.taxonomy import Category

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
MARK = regex.compile(r"⟦(?P<old>[^⟦⟧⇒¦]*)⇒(?P<new>[^⟦⟧⇒¦]*)¦(?P<fields>[^⟦⟧⇒]*)⟧")
HEADER = {"title", "domain", "genre", "source", "clean"}
DOMAINS = {"ai", "software", "hardware", "networks", "security", "cloud", "mathematics", "policy"}
GENRES = {"article", "readme", "tutorial", "release-note", "faq", "forum", "interview"}


class Invalid(Exception):
    """A mark or header that cannot be compiled; the message says where."""


@dataclass(frozen=True)
class Mark:
    """One annotated defect, in coordinates of the damaged text."""

    start: int
    end: int
    old: str
    new: str
    category: Category
    trust: Trust
    others: tuple[str, ...]


@dataclass(frozen=True)
class Compiled:
    meta: dict[str, str]
    damaged: str
    reference: str
    gold: list[dict[str, Any]]


def compile_document(source: str, where: str) -> Compiled:
    """The three texts of an annotated one. Raises Invalid."""
    head, _, body = source.partition("%%%%\n")
    meta = dict(line[2:].strip().split(": ", 1) for line in head.splitlines() if line.startswith("%%"))
    if set(meta) != HEADER:
        raise Invalid(f"{where}: the header has {sorted(meta)}, not {sorted(HEADER)}")
    for key, allowed in (("domain", DOMAINS), ("genre", GENRES), ("clean", {"yes", "no"})):
        if meta[key] not in allowed:
            raise Invalid(f"{where}: {key} is '{meta[key]}', not one of {sorted(allowed)}")
    damaged, reference, gold = compile_body(body, where)
    if (meta["clean"] == "yes") == bool(gold):
        raise Invalid(f"{where}: clean is {meta['clean']} but there are {len(gold)} findings")
    return Compiled(meta, damaged, reference, gold)


def compile_body(body: str, where: str) -> tuple[str, str, list[dict[str, Any]]]:
    """(damaged text, reference, gold findings) of a text with marks. Raises Invalid."""
    marks, damaged, reference = _marks(body, where)
    return damaged, reference, _gold(damaged, marks)


def _marks(body: str, where: str) -> tuple[list[Mark], str, str]:
    marks: list[Mark] = []
    damaged = reference = ""
    position = 0
    for match in MARK.finditer(body):
        between = body[position : match.start()]
        damaged, reference = damaged + between, reference + between
        line = body.count("\n", 0, match.start()) + 1
        category, trust, *others = match["fields"].split("¦")
        if category not in set(Category) or trust.upper() not in Trust.__members__ or len(others) > 1:
            raise Invalid(f"{where}, line {line} of the text: cannot read the mark {match[0]}")
        if match["old"] == match["new"]:
            raise Invalid(f"{where}, line {line} of the text: the mark {match[0]} changes nothing")
        alternatives = tuple(others[0].split("|")) if others else ()
        start, end = len(damaged), len(damaged) + len(match["old"])
        marks.append(
            Mark(start, end, match["old"], match["new"], Category(category), Trust[trust.upper()], alternatives)
        )
        damaged, reference = damaged + match["old"], reference + match["new"]
        position = match.end()
    rest = body[position:]
    damaged, reference = damaged + rest, reference + rest
    if stray := regex.search("[⟦⟧⇒¦]", damaged):
        raise Invalid(f"{where}: a mark is broken near {damaged[max(0, stray.start() - 30) : stray.end() + 30]!r}")
    return marks, damaged, reference


def _gold(damaged: str, marks: list[Mark]) -> list[dict[str, Any]]:
    """The findings: marks of words run together that share a token are one finding, as wide as the token."""
    out: dict[tuple[int, int, str], dict[str, Any]] = {}
    for mark in marks:
        start, end = mark.start, mark.end
        if mark.category is Category.RUN_TOGETHER:
            while start and not damaged[start - 1].isspace():
                start -= 1
            while end < len(damaged) and not damaged[end].isspace():
                end += 1
        key = (start, end, mark.category)
        same = [m for m in marks if m.category == mark.category and start <= m.start and m.end <= end]
        new = _replace(damaged, start, end, same)
        others = [
            _replace(damaged, start, end, [m if m is not mark else _with(m, o) for m in same]) for o in mark.others
        ]
        line = damaged.count("\n", 0, start) + 1
        entry = out.setdefault(
            key,
            {
                "start": start,
                "end": end,
                "line": line,
                "text": damaged[start:end],
                "category": str(mark.category),
                "trust": str(min(m.trust for m in same)),
                "replacement": new if min(m.trust for m in same) > Trust.FLAG else None,
                "accept": [],
            },
        )
        entry["accept"] += [other for other in others if other not in entry["accept"]]
    return sorted(out.values(), key=lambda one: (one["start"], one["end"], one["category"]))


def _with(mark: Mark, new: str) -> Mark:
    return Mark(mark.start, mark.end, mark.old, new, mark.category, mark.trust, ())


def _replace(damaged: str, start: int, end: int, marks: list[Mark]) -> str:
    out, position = "", start
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        out += damaged[position : mark.start] + mark.new
        position = mark.end
    return out + damaged[position:end]


def outputs(source: Path) -> dict[Path, str]:
    """The files that an annotated document compiles to, with their contents. Raises Invalid."""
    compiled = compile_document(source.read_text(encoding="utf-8"), str(source.relative_to(CORPUS)))
    folder = CORPUS / source.parent.name / source.stem
    meta = {"id": source.stem, **compiled.meta}
    return {
        folder / f"damaged{source.suffix}": compiled.damaged,
        folder / f"reference{source.suffix}": compiled.reference,
        folder / "gold.jsonl": "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in compiled.gold),
        folder / "meta.json": json.dumps(meta, ensure_ascii=False) + "\n",
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    problems: list[str] = []
    wanted: dict[Path, str] = {}
    for source in sorted((CORPUS / "annotated").glob("*/*.*")):
        try:
            wanted |= outputs(source)
        except Invalid as error:
            problems.append(str(error))
    for path, text in wanted.items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if check:
            problems.append(f"{path.relative_to(CORPUS)} is out of date")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    stale = [p for split in ("dev", "test") for p in (CORPUS / split).glob("*/*") if p not in wanted]
    for path in stale:
        problems.append(f"{path.relative_to(CORPUS)} has no source") if check else path.unlink()
    for problem in problems:
        print(problem, file=sys.stderr)
    findings = sum(text.count("\n") for path, text in wanted.items() if path.name == "gold.jsonl")
    print(f"{len(wanted) // 4} documents, {findings} findings")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
