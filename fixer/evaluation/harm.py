"""What sound text suffers: everything that a rule would do to prose that needs nothing.

Clean prose holds a few real slips of its authors, so that the figures are an upper bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fixer.errors import FileError
from fixer.evaluation.corpus import Item, count_words
from fixer.evaluation.measure import Measured
from fixer.finding import Trust
from fixer.readers import reader_for
from fixer.readers.codec import decode

PAGE_WORDS = 1500
"""A long plain text is read in pages of about so many words: rules that remember a document meet pages, not books."""

PER = 10_000


@dataclass(frozen=True)
class Harm:
    """What was done to `words` of clean text: findings by trust, and applied edits by rule."""

    words: int
    findings: dict[Trust, int]
    applied_by_rule: dict[str, int]

    def rate(self, trust: Trust) -> float | None:
        """Findings of one trust per 10,000 words."""
        return PER * self.findings[trust] / self.words if self.words else None


def harm(measured: Iterable[Measured]) -> Harm:
    """The harm done to the clean ones among the documents."""
    clean = [one for one in measured if one.item.clean]
    findings = [judged.finding for one in clean for judged in one.judged]
    return Harm(
        sum(one.item.words for one in clean),
        {trust: sum(1 for finding in findings if finding.trust is trust) for trust in reversed(Trust)},
        dict(sorted(Counter(finding.rule for finding in findings if finding.trust is Trust.APPLY).items())),
    )


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
