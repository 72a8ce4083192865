"""Words that were cut behind an accent: `le systè me`, `cré é es par`, `pour accé der`.

A text that was taken out of a PDF, whose accents are glyphs of their own, loses the word behind each of them. The parts
together are a French word, and one of them alone is none. Two halves that are words themselves (`monté es`) are put
together only where the text has other cuts that are beyond doubt, and never has these two side by side.

Applied from the second such cut in a text, as one may be a slip of another kind; a lone one is suggested.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from fixer.detectors._shared import repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_ACCENTS = "àâäéèêëîïôöùûüç"
_CUT = pattern(
    rf"(?<![\p{{L}}'’-])\p{{L}}{{0,14}}[{_ACCENTS}](?= \p{{Ll}})(?: \p{{Ll}}{{0,8}}[{_ACCENTS}])*+"
    rf"(?: \p{{Ll}}{{1,12}})?+(?![\p{{L}}'’-])",
    needs=tuple(f"{accent} " for accent in _ACCENTS),
)
_ENOUGH = 2


@dataclass(frozen=True)
class _Cut:
    span: Span
    word: str
    torn: bool
    """True if a part of it is no word: *systè*, *rielles*."""


@rule("split-word", Category.ENCODING, Stage.GLYPH, "words cut behind an accent: `le systè me`")
def split_word(document: Document, resources: Resources) -> Iterator[Finding]:
    found = list(_cuts(document.prose, resources))
    sure = [cut for cut in found if cut.torn]
    certain = len(sure) >= _ENOUGH
    for cut in found if certain else sure:
        trust = Trust.APPLY if certain else Trust.SUGGEST
        message = f"one word that was cut: “{cut.word}”"
        yield from repair(document, cut.span.start, cut.span.end, cut.word, message, trust, 0.96)


def _cuts(prose: str, resources: Resources) -> Iterator[_Cut]:
    words, model = resources.lexicon, resources.language_model
    for match in _CUT.finditer(prose):
        parts = match.group().split(" ")
        ranges = ((a, b) for a in range(len(parts) - 1) for b in range(len(parts), a + 1, -1))
        for first, end in ranges:
            joined = "".join(parts[first:end])
            if not words.french(joined.lower()):
                continue
            known = [words.french(part.lower()) for part in parts[first:end]]
            seen = any(model.seen(a.lower(), b) for a, b in pairwise(parts[first:end]))
            if not all(known) or not seen:
                start = match.start() + sum(len(part) + 1 for part in parts[:first])
                yield _Cut(Span(start, start + len(" ".join(parts[first:end]))), joined, not all(known))
            break
