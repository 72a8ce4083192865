"""What stands right behind a link: `[Coqui xttsv2](…)et`, `[l'article](…)-- un résumé`.

A link that a machine moved or filled loses the space behind it. Most such joins are found by `run-together`, which
reads the word of the link and the one behind it together; where the first is no word at all (`xttsv2et`), it sees one
strange word. But no word goes on behind a link with *et*, *pour* or *dans*: these are put apart whatever the link says.

Applied. Left alone: the ending of a plural (`[commit](…)s`), a word that merely begins so (`[api](…)etcd`).
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.segmentation.evidence import FUNCTION
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_END = pattern(r"(?<=\]\([^()\s]{1,400}\)|</a>)(?:(?P<word>\p{Ll}{2,})(?![\p{L}\d_'’-])|(?P<dash>--|–|—)(?= ))")


@rule("link-end", Category.RUN_TOGETHER, Stage.SPLIT, "a word right behind a link: `[la page](…)pour`")
def link_end(document: Document, resources: Resources) -> Iterator[Finding]:
    text = document.text
    if "](" not in text and "</a>" not in text:
        return
    for match in _END.finditer(text):
        if match["word"] and match["word"] not in FUNCTION:
            continue
        edit = Edit.insert(match.start(), " ")
        if document.region_at(match.start()).kind is Kind.PROSE and document.editable(edit):
            message = f"a space is lost between the link and “{match.group()}”"
            yield Finding(Span(*match.span()), message, (edit,), trust=Trust.APPLY, confidence=0.97)
