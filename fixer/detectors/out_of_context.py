"""Fragments that were translated out of their context.

An engine that is given a bold or linked phrase alone translates it as a dictionary would: an infinitive, a bare noun, a
saying. Dropped between two sentences, it belongs to neither: `… aux blocages. accent excessif La loi …`, `cela.plus
puissantRapport prix/performance`. The whole clause is flagged, so that an editor sees what is to be rewritten.

Looked for only in texts that show other damage, after a full stop that no capital follows, and where no finite verb
makes a sentence of the words. Headings, items of lists and quotations begin lines and are not touched.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._shared import damaged
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.fragments import fragment_at
from fixer.french.sentences import ABBREVIATIONS
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_START = pattern(r"(?<=(\p{L}{3,})[\"»”)]?\. ?)(?=\p{Ll}{2})")


@rule("out-of-context", Category.GRAMMAR, Stage.SENTENCE, "a fragment that belongs to no sentence", Trust.FLAG)
def out_of_context(document: Document, resources: Resources) -> Iterator[Finding]:
    if not damaged(document):
        return
    prose = document.prose
    for match in _START.finditer(prose):
        if match[1].lower() in ABBREVIATIONS:
            continue
        fragment = fragment_at(prose, match.start(), resources.lexicon)
        if fragment is not None and " " in fragment.of(prose).strip():
            said = fragment.of(document.text).strip()
            yield Finding(
                fragment, f"“{said[:80]}” belongs to no sentence: translated out of its context", confidence=0.7
            )
