"""Wrong names and terms that the glossary lists, in any inflection, replaced in good French.

Machine translation renders `Hopper` as *Trémie* and `scaling law` as *loi étendue*. The glossary knows such renderings,
with the context in which they are wrong: *Trémie* near *GPU*, never near *silo*. The replacement repairs the words
around it: `la formation du modèle` becomes `l'entraînement du modèle`, `l'Anthropique` becomes `Anthropic`.

What the entry trusts (`trust: apply`), or what the document has settled on (`fixer.glossary.discourse`), is applied
only if the French around it is certain as well: where a pronoun or a participle further on may have to change its
gender, the whole replaced phrase is suggested. A form that is also good French is flagged with the right form as an
alternative. Names in code, addresses and identifiers stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fixer.detectors._origin import machine_made
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.glossary.context import how_many_stand_in, stands_in
from fixer.glossary.discourse import Sense, sense, settled
from fixer.glossary.match import Evidence, Hit, opens
from fixer.glossary.model import Kind
from fixer.glossary.replace import Replacement, repair
from fixer.glossary.select import opens_like_french, select
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import apply

_CONFIDENCE = {Trust.APPLY: 0.98, Trust.SUGGEST: 0.85, Trust.FLAG: 0.5}


def findings(document: Document, resources: Resources, kinds: frozenset[Kind]) -> Iterator[Finding]:
    """The findings for entries of some kinds; leaked glosses are a matter of their own (`gloss_leak`)."""
    wounded = machine_made(document, resources)
    agreed = senses(document, resources)
    times: Counter[str] = Counter()
    for hit in select(resources.glossary, document.prose, resources.lexicon.tags):
        if hit.evidence in _FAR and not wounded and not _has_field_around(document.prose, hit):
            continue
        if hit.entry.kind in kinds and not hit.entry.is_gloss:
            found = finding_of(document, resources, hit, agreed)
            times[hit.entry.id] += found is not None and found.trust is Trust.SUGGEST
            if found and (wounded or found.trust is not Trust.SUGGEST or times[hit.entry.id] <= _HABIT):
                yield found


def senses(document: Document, resources: Resources) -> frozenset[Sense]:
    """The wrong senses that the document has settled on."""
    prose, tags = document.prose, resources.lexicon.tags
    hits = [hit for hit in select(resources.glossary, prose, tags) if _applies(hit)]
    sure = (hit for hit in hits if (repaired := repair(prose, hit, tags)) and _is_sure(prose, hit, repaired))
    return settled((hit.wrong.form, hit.entry.term) for hit in sure if hit.wrong)


_HABIT = 3
"""A word that the author of a sound text uses again and again (*librairie*) has been shown often enough."""

_FAR = (Evidence.DOCUMENT, Evidence.FIELD)
"""What says little in a text that no machine made: *le champ d'application* on a page with one word of GraphQL."""

_AROUND = 900
"""Characters on either side: about 150 words."""


def _has_field_around(prose: str, hit: Hit) -> bool:
    """True amid words of the field: two for what has the capital of a name inside of a sentence, three for a phrase."""
    if hit.wrong is None:
        return False
    around = prose[max(0, hit.span.start - _AROUND) : hit.span.end + _AROUND]
    if hit.evidence is Evidence.FIELD:
        return how_many_stand_in(around, hit.wrong.near, _PHRASE) >= _PHRASE
    named = hit.entry.kind is Kind.ENTITY and hit.span.of(prose)[:1].isupper()
    return named and not opens(prose, hit.span.start) and how_many_stand_in(around, hit.wrong.near) > 1


_PHRASE = 3


def finding_of(
    document: Document, resources: Resources, hit: Hit, agreed: frozenset[Sense] = frozenset()
) -> Finding | None:
    """The finding of one occurrence; None if its replacement would change nothing. `agreed`: see `senses`."""
    assert hit.wrong is not None  # select() yields wrong forms only
    wrong = hit.wrong
    repaired = repair(document.prose, hit, resources.lexicon.tags)
    origin = hit.entry.where(wrong)
    old = hit.span.of(document.text)
    if repaired is None:
        return None
    reason = f" ({wrong.because})" if wrong.because else ""
    span = repaired.span
    new = apply(span.of(document.text), [edit.shift(-span.start) for edit in repaired.edits])
    doubtful = wrong.trust == "flag" or _is_weak(document, resources, hit)
    if doubtful or not all(map(document.editable, repaired.edits)):
        message = f"“{old}” may stand for “{hit.entry.term}”{reason}"
        return Finding(span, message, alternatives=(new,), confidence=_CONFIDENCE[Trust.FLAG], origin=origin)
    known = _applies(hit) or (hit.evidence is not Evidence.PLACE and sense(wrong.form, hit.entry.term) in agreed)
    trust = Trust.APPLY if known and _is_sure(document.prose, hit, repaired) else Trust.SUGGEST
    what = "name" if hit.entry.kind is Kind.ENTITY else "term"
    message = f"“{old}” is a mistranslated {what}: “{hit.entry.term}”{reason}"
    return Finding(span, message, repaired.edits, trust=trust, confidence=_CONFIDENCE[trust], origin=origin)


def _applies(hit: Hit) -> bool:
    return hit.wrong is not None and hit.wrong.trust == "apply" and hit.evidence is Evidence.NEAR


def _is_sure(prose: str, hit: Hit, repaired: Replacement) -> bool:
    """True if the French around the occurrence is certain, and the form more than another spelling of the term."""
    same = hit.wrong is not None and hit.wrong.form.lower() == hit.entry.term.lower()
    return repaired.certain and not same and not _owes_capital_to_place(prose, hit)


def _owes_capital_to_place(prose: str, hit: Hit) -> bool:
    """True if a name's wrong form is French and has its capital perhaps only because it opens a sentence."""
    named = hit.entry.kind is Kind.ENTITY and hit.wrong is not None and bool(hit.wrong.near)
    return opens_like_french(prose, hit) or (named and opens(prose, hit.span.start))


def _is_weak(document: Document, resources: Resources, hit: Hit) -> bool:
    """True if an occurrence is flagged only: a phrase of the field, or a name alone in a document of another field."""
    if hit.evidence is Evidence.PLACE:
        return hit.wrong is not None and not stands_in(document.prose, hit.wrong.near)
    return hit.evidence is Evidence.FIELD and not machine_made(document, resources)


@rule("entity", Category.ENTITY, Stage.TERM, "names that a machine translated or misspelt")
def entity(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from findings(document, resources, frozenset({Kind.ENTITY}))


@rule("term", Category.TERM, Stage.TERM, "terms of the field in a wrong rendering")
def term(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from findings(document, resources, frozenset({Kind.TERM, Kind.PHRASE}))
