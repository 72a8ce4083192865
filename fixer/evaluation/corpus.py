"""The annotated documents that the rules are measured on.

A document is a folder with `damaged.txt` (or `.md`, `.html`), `reference.*` beside it, `gold.jsonl` (the findings of an
editor) and `meta.json`. Outside of the gold findings the two texts are the same: that is checked, and it is what makes
the exact alignment of the two possible.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

from fixer.errors import FileError
from fixer.finding import Trust
from fixer.readers import EXTENSIONS
from fixer.taxonomy import Category
from fixer.text import Edit, Span, apply, trim


@dataclass(frozen=True)
class Gold:
    """A defect that an editor marked in the damaged text. `replacement` is None where only the source could tell."""

    span: Span
    text: str
    category: Category
    trust: Trust
    replacement: str | None
    accept: tuple[str, ...] = ()

    @cached_property
    def options(self) -> tuple[tuple[Edit, ...], ...]:
        """The accepted repairs, each as the smallest edits that can be made one without the other."""
        texts = [self.replacement, *self.accept] if self.replacement is not None else list(self.accept)
        return tuple(edits for text in dict.fromkeys(texts) if (edits := self.pieces(text)))

    def pieces(self, new: str) -> tuple[Edit, ...]:
        """The edits that turn the marked text into `new`.

        Each lost space of a token is a repair of its own, and so is each misread character; a wrong name is replaced
        as a whole or not at all.
        """
        start = self.span.start
        if self.category in (Category.RUN_TOGETHER, Category.ENCODING):
            return tuple(edit.shift(start) for edit in _strokes(self.text, new))
        edit = trim(self.text, Edit(Span(0, len(self.text)), new))
        return (edit.shift(start),) if edit else ()


def _strokes(old: str, new: str) -> Iterator[Edit]:
    """The single insertions and deletions between two texts; neighbours are one edit."""
    pending: Edit | None = None
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            continue
        edit = Edit(Span(step.src_start, step.src_end), new[step.dest_start : step.dest_end])
        if pending and pending.span.end == edit.span.start:
            edit = Edit(Span(pending.span.start, edit.span.end), pending.new + edit.new)
        elif pending:
            yield pending
        pending = edit
    if pending:
        yield pending


@dataclass(frozen=True)
class Item:
    """One annotated document. Raises FileError from `alignment` if the gold does not explain the reference."""

    id: str
    split: str
    format: str
    damaged: str
    reference: str
    gold: tuple[Gold, ...]
    path: str = ""

    @property
    def clean(self) -> bool:
        return not self.gold and self.damaged == self.reference

    @cached_property
    def words(self) -> int:
        return count_words(self.damaged)

    @cached_property
    def clusters(self) -> tuple[Span, ...]:
        """The stretches that gold findings cover, those that overlap as one; in order."""
        out: list[Span] = []
        for span in sorted(gold.span for gold in self.gold):
            if out and (span.start < out[-1].end or span == out[-1]):
                out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
            else:
                out.append(span)
        return tuple(out)

    @cached_property
    def alignment(self) -> tuple[tuple[Span, Span], ...]:
        """Each cluster of the damaged text with its stretch of the reference."""
        pattern, position = "", 0
        for cluster in self.clusters:
            known = self._known(cluster)
            pattern += re.escape(self.damaged[position : cluster.start])
            pattern += "(.*?)" if known is None else f"({re.escape(known)})"
            position = cluster.end
        match = re.fullmatch(pattern + re.escape(self.damaged[position:]), self.reference, re.DOTALL)
        if not match:
            raise FileError(f"{self.path or self.id}: the reference differs from the damaged text outside of the gold")
        return tuple((span, Span(*match.span(number))) for number, span in enumerate(self.clusters, 1))

    def _known(self, cluster: Span) -> str | None:
        """What a cluster becomes, if one finding with a repair is all that is in it."""
        inside = [gold for gold in self.gold if cluster.contains(gold.span)]
        return inside[0].replacement if len(inside) == 1 else None

    def in_reference(self, position: int, *, closing: bool = False) -> int:
        """Where a place of the damaged text, outside of the clusters, stands in the reference.

        What the reference inserts at this very place follows it, or precedes it if the place is `closing`.
        """
        shift = 0
        for old, new in self.alignment:
            if old.end > position or (old == Span(position, position) and not closing):
                break
            shift = new.end - old.end
        return position + shift

    def expected(self, stretch: Span) -> str:
        """The reference of a stretch of the damaged text that cuts no cluster, with what is inserted at its edges."""
        return self.reference[self.in_reference(stretch.start) : self.in_reference(stretch.end, closing=True)]


def count_words(text: str) -> int:
    """The words of a text: runs of letters or digits."""
    return sum(1 for _ in re.finditer(r"\w+", text))


def load_corpus(path: Path) -> tuple[Item, ...]:
    """Every annotated document at or below a folder, by split and id. Raises FileError."""
    folders = sorted(meta.parent for meta in path.rglob("meta.json"))
    if not folders:
        raise FileError(f"{path}: no annotated documents there (folders with damaged.*, reference.* and gold.jsonl)")
    return tuple(load_item(folder) for folder in folders)


def load_item(folder: Path) -> Item:
    """One annotated document. Raises FileError for what is missing or does not fit together."""
    damaged = _only(folder, "damaged")
    text = _text(damaged)
    gold = tuple(_golds(folder / "gold.jsonl", text))
    kind = EXTENSIONS.get(damaged.suffix, "text")
    return Item(folder.name, folder.parent.name, kind, text, _text(_only(folder, "reference")), gold, str(folder))


def _only(folder: Path, stem: str) -> Path:
    found = sorted(folder.glob(f"{stem}.*"))
    if len(found) != 1:
        raise FileError(f"{folder}: {len(found)} files called {stem}.*, there must be one")
    return found[0]


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(f"{path}: cannot be read: {error}") from None


def _golds(path: Path, text: str) -> Iterable[Gold]:
    for number, line in enumerate(_text(path).splitlines(), 1):
        try:
            yield _gold(json.loads(line), text)
        except (KeyError, ValueError) as error:
            raise FileError(f"{path}:{number}: {error}") from None


def _gold(row: dict[str, Any], text: str) -> Gold:
    span = Span(row["start"], row["end"])
    if span.of(text) != row["text"]:
        raise ValueError(f"the text at {span.start}..{span.end} is {span.of(text)!r}, not {row['text']!r}")
    trust = Trust[row["trust"].upper()]
    accept = tuple(row.get("accept", ()))
    return Gold(span, row["text"], Category(row["category"]), trust, row["replacement"], accept)


def segments(item: Item, results: Iterable[tuple[Edit, ...]]) -> tuple[list[str], list[str], list[list[str]]]:
    """Damaged text, reference and results (each given as edits of the damaged text), cut alike.

    A cut is made after a line of the damaged text wherever no gold finding and no edit reaches across its end.
    """
    edits_of = [sorted(edits) for edits in results]
    barriers = [*item.clusters, *(edit.span for edits in edits_of for edit in edits)]
    blocked = {at for span in barriers for at in (range(span.start + 1, span.end) if len(span) else (span.start,))}
    cuts = [match.end() for match in re.finditer("\n", item.damaged) if match.end() not in blocked]
    bounds = [0, *(cut for cut in cuts if cut < len(item.damaged)), len(item.damaged)]
    columns: list[list[str]] = [[] for _ in range(2 + len(edits_of))]
    for start, end in pairwise(bounds):
        texts = [item.damaged[start:end], item.expected(Span(start, end))]
        for edits in edits_of:
            inside = [e.shift(-start) for e in edits if start <= e.span.start and e.span.end <= end]
            texts.append(apply(texts[0], inside))
        if any(text.strip() for text in texts):
            for column, text in zip(columns, texts, strict=True):
                column.append(text.strip())
    return columns[0], columns[1], columns[2:]
