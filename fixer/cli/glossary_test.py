"""Accepting the suggestions of the glossary's own rules: what the tests of entries are run through."""

from __future__ import annotations

from fixer.detectors.gloss_leak import gloss_leak
from fixer.detectors.glossary_terms import entity, term
from fixer.document import Document
from fixer.finding import Trust
from fixer.resolve import resolve
from fixer.resources import Resources
from fixer.text import apply

_PASSES = 4


def accepted(text: str, resources: Resources) -> str:
    """The text after the trusted and the suggested edits of names, terms and glosses, until nothing changes."""
    for _ in range(_PASSES):
        document = Document.plain(text)
        found = [f for rule in (entity, term, gloss_leak) for f in rule.findings(document, resources)]
        edits = resolve(f for f in found if f.trust >= Trust.SUGGEST).edits
        if not edits:
            break
        text = apply(text, edits)
    return text
