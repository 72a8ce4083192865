"""Suppression comments inside a document.

`<!-- fixer: ignore RULE … -->` silences those rules (or categories; all without a name) on its own line and, when it
stands alone on a line, on the next one that is not blank. `<!-- fixer: off RULE … -->` … `<!-- fixer: on -->` silences
a stretch. A comment that silences nothing is reported, so that it does not outlive its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fixer.document import Document, Kind
from fixer.finding import Finding, Trust
from fixer.lazy import pattern
from fixer.taxonomy import Category
from fixer.text import Span

UNUSED = "unused-suppression"

_COMMENT = pattern(r"<!--\s*+fixer:\s*+(?P<verb>ignore|off|on)(?P<names>(?:[\s,]++[a-z][a-z0-9-]*+)*+)\s*+-->")


@dataclass(frozen=True)
class Suppression:
    comment: Span
    covers: Span
    names: frozenset[str]

    def silences(self, finding: Finding) -> bool:
        """Whether the finding reaches into what is covered, and is of a rule or category that is named."""
        reaches = self.covers.overlaps(finding.span) or self.covers.start == finding.span.start
        return reaches and self.concerns(finding.rule, finding.category)

    def concerns(self, rule: str, category: Category) -> bool:
        return not self.names or rule in self.names or category in self.names


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """The suppression comments of a document, with what each covers. In code such a comment is an example."""
    text = document.text
    if "fixer:" not in text:
        return ()
    found: list[Suppression] = []
    opened: list[tuple[Span, frozenset[str]]] = []
    for match in _COMMENT.finditer(text):
        comment = Span(*match.span())
        if document.region_at(comment.start).kind is not Kind.COMMENT:
            continue
        names = frozenset(match["names"].replace(",", " ").split())
        if match["verb"] == "ignore":
            found.append(Suppression(comment, _lines_covered(document, comment), names))
        elif match["verb"] == "off":
            opened.append((comment, names))
        else:
            found += [Suppression(start, Span(start.start, comment.end), of) for start, of in opened]
            opened = []
    found += [Suppression(start, Span(start.start, len(text)), of) for start, of in opened]
    return tuple(found)


def _lines_covered(document: Document, comment: Span) -> Span:
    line = document.line_column(comment.start)[0]
    here = document.line_span(line)
    if here.of(document.text).strip() != comment.of(document.text):
        return here
    following = line + 1
    while following < document.line_count and not document.line_span(following).of(document.text).strip():
        following += 1
    end = document.line_span(following).end if following <= document.line_count else here.end
    return Span(here.start, end)


def silence(
    findings: Iterable[Finding], suppressed: tuple[Suppression, ...]
) -> tuple[list[Finding], frozenset[Suppression]]:
    """The findings that no comment silences, and the comments that silenced something."""
    kept: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        hits = [one for one in suppressed if one.silences(finding)]
        used.update(hits)
        if not hits:
            kept.append(finding)
    return kept, frozenset(used)


def unused(document: Document, idle: Iterable[Suppression]) -> Iterator[Finding]:
    """A flag for each comment that silences nothing."""
    for one in idle:
        yield Finding(
            one.comment,
            "this comment silences nothing: remove it",
            trust=Trust.FLAG,
            rule=UNUSED,
            category=Category.MARKUP,
            text=one.comment.of(document.text),
            place=document.place(one.comment),
        )
