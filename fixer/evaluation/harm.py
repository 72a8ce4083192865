"""What sound text suffers: everything that a rule would do to prose that needs nothing.

Human prose holds real slips of its authors, and repairing one is no harm. A person who has looked at an edit can say
so: `slips.tsv` beside the documents lists such edits by a hash of their surroundings (the prose itself may not be ours
to copy). Edits that nobody has looked at count as harm, so that the figures are an upper bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from fixer.errors import FileError
from fixer.evaluation.corpus import Item, count_words
from fixer.evaluation.measure import Measured
from fixer.finding import Finding, Trust
from fixer.readers import reader_for
from fixer.readers.codec import decode
from fixer.text import Edit, Span, apply

PAGE_WORDS = 1500
"""A long plain text is read in pages of about so many words: rules that remember a document meet pages, not books."""

PER = 10_000

CONTEXT = 24
"""Characters on both sides of an edit by which it is known again."""


@dataclass(frozen=True)
class Harm:
    """What was done to `words` of clean text: findings by trust, and applied edits by rule.

    `slips_by_rule` are applied edits that a person found right; they are not counted in the other two.
    """

    words: int
    findings: dict[Trust, int]
    applied_by_rule: dict[str, int]
    slips_by_rule: dict[str, int] = field(default_factory=dict)

    def rate(self, trust: Trust) -> float | None:
        """Findings of one trust per 10,000 words."""
        return PER * self.findings[trust] / self.words if self.words else None


def harm(measured: Iterable[Measured], slips: Container[str] = frozenset()) -> Harm:
    """The harm done to the clean ones among the documents."""
    clean = [one for one in measured if one.item.clean]
    found = [(judged.finding, one.item) for one in clean for judged in one.judged]
    right = [finding for finding, item in found if finding.edits and fingerprint(item.damaged, finding.edits) in slips]
    wrong = [finding for finding, item in found if finding not in right]
    return Harm(
        sum(one.item.words for one in clean),
        {trust: sum(1 for finding in wrong if finding.trust is trust) for trust in reversed(Trust)},
        _applied(wrong),
        _applied(right),
    )


def _applied(findings: Iterable[Finding]) -> dict[str, int]:
    return dict(sorted(Counter(finding.rule for finding in findings if finding.trust is Trust.APPLY).items()))


def fingerprint(text: str, edits: Sequence[Edit]) -> str:
    """A hash of a repair and of the words around it, which does not tell the words."""
    start, end = min(edit.span.start for edit in edits), max(edit.span.end for edit in edits)
    window = Span(max(0, start - CONTEXT), min(len(text), end + CONTEXT))
    after = apply(window.of(text), [edit.shift(-window.start) for edit in edits])
    return blake2b(f"{window.of(text)}\0{after}".encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def load_slips(path: Path) -> frozenset[str]:
    """The fingerprints of `slips.tsv` in a folder or the nearest one above it; none without such a file."""
    for folder in (path.resolve(), *path.resolve().parents):
        file = folder / "slips.tsv"
        if file.is_file():
            rows = file.read_text(encoding="utf-8").splitlines()
            return frozenset(row.split("\t")[0] for row in rows if row and not row.startswith("#"))
    return frozenset()


def clean_pages(paths: Sequence[str]) -> Iterator[Item]:
    """Clean text files as documents without a defect; a folder stands for its text files. Raises FileError."""
    for path in paths:
        files = sorted(p for p in Path(path).rglob("*") if p.suffix in (".txt", ".md", ".html"))
        for file in files if Path(path).is_dir() else [Path(path)]:
            yield from _pages(file)


def _pages(path: Path) -> Iterator[Item]:
    try:
        text, _ = decode(path.read_bytes(), str(path))
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {error.strerror or error}") from None
    format = reader_for(str(path)).name
    for number, page in enumerate(_cut(text) if format == "text" else [text], 1):
        yield Item(f"{path.name}, page {number}", "clean", format, page, page, ())


def _cut(text: str) -> Iterator[str]:
    page, words = "", 0
    for line in text.splitlines(keepends=True):
        page += line
        words += count_words(line)
        if words >= PAGE_WORDS:
            yield page
            page, words = "", 0
    if page.strip():
        yield page
