"""Which forms of an entry a text may show, and the right form in the same slot.

A slot names an inflection: `sg`, `pl`, a slot of a verb (`ppfp`), or of an adjective (`ms`, `fp`). Wrong forms are
enumerated when the glossary is compiled, right ones are made when they are needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.french.inflection import VERB_SLOTS, conjugate, feminines, plural, plural_phrase, plural_variants
from fixer.glossary.model import Entry, Kind, Wrong

ADJECTIVE_SLOTS = ("ms", "fs", "mp", "fp")
SLOTS = ("sg", "pl", *VERB_SLOTS, *ADJECTIVE_SLOTS)


def _adjective(word: str, slot: str) -> str:
    head, space, rest = word.partition(" ")
    if slot[0] == "f":
        head = feminines(head)[0]
    return (plural(head) if slot[1] == "p" else head) + space + rest


def wrong_forms(entry: Entry, wrong: Wrong) -> Iterator[tuple[str, str]]:
    """(surface, slot) of a wrong form: the form itself, and its inflections unless they are switched off."""
    # A name rendered by a common noun is inflected as one: *unités de traitement de tenseurs* for *TPU*.
    inflected = wrong.inflect and (entry.kind is Kind.TERM or wrong.form[0].islower())
    if inflected and entry.pos == "verb":
        seen = set()
        for slot, form in conjugate(wrong.form).items():
            if form not in seen:
                seen.add(form)
                yield form, slot
        return
    if inflected and entry.pos == "adj":
        for slot in ADJECTIVE_SLOTS:
            yield _adjective(wrong.form, slot), slot
        return
    if entry.plural and wrong.form in (wrong.plural, plural_phrase(entry.term)):
        yield wrong.form, "pl"
        return
    yield wrong.form, "sg"
    if wrong.plural:
        yield wrong.plural, "pl"
    elif inflected and entry.pos == "noun":
        for form in sorted(plural_variants(wrong.form)):
            yield form, "pl"


def right_forms(entry: Entry) -> Iterator[tuple[str, str]]:
    """(surface, slot) of the right and the allowed forms of an entry."""
    for form in (entry.term, *entry.allowed):
        if entry.kind is Kind.TERM and entry.pos == "verb":
            yield from ((surface, slot) for slot, surface in conjugate(form).items())
        elif entry.kind is Kind.TERM and entry.pos == "adj":
            yield from ((_adjective(form, slot), slot) for slot in ADJECTIVE_SLOTS)
        else:
            yield form, "sg"
            if entry.kind is Kind.TERM:
                yield from ((surface, "pl") for surface in sorted(plural_variants(form)))
    if entry.plural:
        yield entry.plural, "pl"


def right_form(entry: Entry, slot: str) -> tuple[str, bool]:
    """The right form in a slot, and whether the entry gives it: a plural that it does not is only derived."""
    if entry.kind is Kind.TERM and entry.pos == "verb":
        forms = conjugate(entry.term)
        return forms.get(slot, entry.term), slot in forms
    if entry.kind is Kind.TERM and entry.pos == "adj":
        return _adjective(entry.term, slot), True
    if slot != "pl" or entry.kind is Kind.ENTITY:
        return entry.term, True
    return entry.plural or plural_phrase(entry.term), entry.plural is not None
