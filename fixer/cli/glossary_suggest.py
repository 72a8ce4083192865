"""Candidates for the glossary in a text: what a translator may want to teach fixer after reading a page.

Three sources, ranked by how often they occur and how sure they are: near-misses of known names; names in several
spellings; capitalised words and sequences that no lexicon knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fixer.detectors.glossary_fuzzy import entity_fuzzy, term_fuzzy
from fixer.detectors.inconsistency import name_spelling
from fixer.document import Document
from fixer.glossary.context import in_code
from fixer.glossary.cover import Cover
from fixer.glossary.edit import entry_lines
from fixer.glossary.load import slug
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.text import Span

_SEQUENCE = pattern(r"(?<![\w.])\p{Lu}[\w’'-]*\w(?:[ \u00a0]\p{Lu}[\w-]*\w)*")
_CONTEXT = 40


@dataclass(frozen=True)
class Candidate:
    """`right` is a proposal; None where a person has to say what the name is."""

    wrong: str
    right: str | None
    why: str
    count: int
    context: str

    @property
    def rank(self) -> tuple[float, str]:
        return (-(self.count + (10 if self.right else 0)), self.wrong)


def candidates(documents: Iterable[Document], resources: Resources) -> list[Candidate]:
    """The candidates of all documents, best first, each wrong form once."""
    found: dict[str, Candidate] = {}
    for document in documents:
        for candidate in (*_near(document, resources), *_unknown(document, resources)):
            known = found.get(candidate.wrong)
            if known is None or known.right is None:
                found[candidate.wrong] = candidate
    return sorted(found.values(), key=lambda candidate: candidate.rank)


def _near(document: Document, resources: Resources) -> list[Candidate]:
    out = []
    for rule, why in (
        (entity_fuzzy, "near a known name"),
        (term_fuzzy, "near a known term"),
        (name_spelling, "varies"),
    ):
        for f in rule.findings(document, resources):
            right = f.replacement or next(iter(f.alternatives), None)
            out.append(Candidate(f.text, right, why, document.prose.count(f.text), _around(document, f.span)))
    return out


def _unknown(document: Document, resources: Resources) -> list[Candidate]:
    lexicon, glossary, prose = resources.lexicon, resources.glossary, document.prose
    explained = Cover((*(hit.span for hit in glossary.matches(prose)), *glossary.protected_spans(prose)))
    counts: Counter[str] = Counter()
    places: dict[str, Span] = {}
    for match in _SEQUENCE.finditer(prose):
        span = Span(*match.span())
        words = match.group().replace("\u00a0", " ").split(" ")
        odd = [w for w in words if not lexicon.known(w) and not glossary.knows_word(w.lower()) and not w.isupper()]
        if odd and not explained.overlaps(span) and not in_code(prose, span):
            counts[match.group()] += 1
            places.setdefault(match.group(), span)
    return [Candidate(w, None, "unknown name", n, _around(document, places[w])) for w, n in counts.items()]


def _around(document: Document, span: Span) -> str:
    start, end = max(0, span.start - _CONTEXT), span.end + _CONTEXT
    return " ".join(document.text[start:end].split())


def paste(found: Sequence[Candidate]) -> str:
    """YAML to paste into a glossary; a name without a proposal is a comment that asks for it."""
    lines = ["version: 1", "entries:"]
    for candidate in sorted(found, key=lambda c: slug(c.right or c.wrong)):
        lines.append(f"  # {candidate.why}, {candidate.count}×: … {candidate.context} …")
        if candidate.right and candidate.right != candidate.wrong:
            right = candidate.right
            fields = {"id": slug(right), "term": right, "wrong": [candidate.wrong]}
            lines += entry_lines(fields)
        else:
            lines.append(f"  # - {{id: {slug(candidate.wrong)}, term: ?, wrong: [{candidate.wrong}]}}")
    return "\n".join(lines) + "\n"
