"""From an occurrence of a wrong form to the edits that put the right one in its place, in good French.

`repair` gives the edits of the form and of what stands around it (see `fixer.french.agreement`), each as small as it
can be, and whether the result is certainly right French.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from fixer.french.agreement import Phrase, before, says_number
from fixer.french.concord import Tags, after, role
from fixer.french.sentences import sentence_at
from fixer.glossary.inflect import right_form
from fixer.glossary.match import Hit, opens
from fixer.glossary.model import Entry, Kind, Wrong
from fixer.lazy import pattern
from fixer.text import Edit, Span, trim


@dataclass(frozen=True)
class Replacement:
    """`span` covers all edits and the wrong form; `certain` is False where the French around it needs a person."""

    span: Span
    edits: tuple[Edit, ...]
    certain: bool


_BARE = frozenset("organization person product model software language dataset".split())
"""Names of these types take no article in French: *OpenAI*, *Rust*, *GitHub*; *le H100* and *la Silicon Valley* do."""


def head_gender(phrase: str, tags: Tags) -> str | None:
    """The gender of the noun that heads a phrase, its first word; None if it has two or is no noun."""
    head = _head(phrase)
    known = tags(head) or tags(head.lower())
    if "nom" not in known or {"mas", "fem"} <= known or "epi" in known:
        return None
    return "f" if "fem" in known else "m" if "mas" in known else None


def _phrases(hit: Hit, old: str, new: str, plural: bool, tags: Tags) -> tuple[Phrase, Phrase]:
    entry = hit.entry
    was_plural = hit.slot == "pl"
    if entry.kind is Kind.TERM and entry.pos != "noun":
        return Phrase(old), Phrase(new)
    old_gender = (hit.wrong.gender if hit.wrong else None) or head_gender(old, tags)
    bare = entry.kind is Kind.ENTITY and entry.gender is None and entry.type in _BARE
    gender = entry.gender
    if gender is None and not bare:
        gender = "m" if entry.type == "hardware" else head_gender(new, tags) if entry.kind is not Kind.ENTITY else None
    return Phrase(old, old_gender, was_plural), Phrase(new, gender, plural, bare, entry.type in _SURELY_BARE)


def _capital(text: str, hit: Hit, old: str, new: str) -> str:
    """The right form with the capital of its place: a term that opens a sentence or stands in capitals."""
    letters = [c for c in old if c.isalpha()]
    form = hit.wrong.form if hit.wrong else ""
    if (
        len(letters) > 4
        and all(c.isupper() for c in letters)
        and not form.isupper()
        and hit.entry.kind is not Kind.ENTITY
    ):
        return new.upper()
    named = hit.entry.kind is Kind.ENTITY and not new.islower()
    if named or not new[:1].islower() or not old[:1].isupper() or any(c.isupper() for c in new[1:]):
        return new
    if form[:1].isupper() and not opens(text, hit.span.start):
        return new
    return new[0].upper() + new[1:]


def _curly(text: str, old: str) -> bool:
    """True if the text writes the typographic apostrophe."""
    return "’" in old or ("'" not in old and text.count("’") > text.count("'"))


def _slot(text: str, hit: Hit, tags: Tags) -> str:
    """The number that the text shows where the form does not: *les cas de coin*; *des données moqueuses*."""
    if hit.slot not in ("sg", "pl") or hit.entry.kind is not Kind.TERM or hit.entry.pos != "noun":
        return hit.slot
    known = tags(_head(hit.span.of(text)))
    said = _number_before(text, hit.span)
    if hit.slot == "pl":
        return "sg" if "inv" in known and said is False else "pl"
    if "nom" not in known or said is False:
        return "sg"
    plural = "pl" in known and not known & {"sg", "inv"}
    return "pl" if plural or (said and "inv" in known) else "sg"


def _number_before(text: str, span: Span) -> bool | None:
    return says_number(text[max(0, span.start - 80) : span.start])


_SURELY_BARE = frozenset(("organization", "person"))


def _head(phrase: str) -> str:
    """The first word of a phrase."""
    return phrase.replace("'", " ").replace("’", " ").split(" ")[0].split("-")[0]


def repair(text: str, hit: Hit, tags: Tags) -> Replacement | None:
    """The replacement of an occurrence; None if nothing would change."""
    old = hit.span.of(text)
    hit = replace(hit, slot=_slot(text, hit, tags))
    form, filled = right_form(hit.entry, hit.slot)
    if not filled and "sg" not in (known := tags(_head(hit.entry.term))) and "pl" in known:
        form, filled = hit.entry.term, True  # a term that is a plural itself: *écouteurs*
    new = _capital(text, hit, old, form)
    if hit.entry.kind is Kind.ENTITY:
        plural = bool(_number_before(text, hit.span))  # *les États-Unis*, *les Hopper*: a name has no number
        was, now = _phrases(hit, old, new, plural, tags)
        was = replace(was, plural=plural)
        return replace_phrase(text, hit.span, was, now, tags)
    was, now = _phrases(hit, old, new, hit.slot == "pl", tags)
    return replace_phrase(text, hit.span, was, now, tags, certain=filled)


def repair_as(text: str, span: Span, entry: Entry, tags: Tags) -> Replacement | None:
    """The replacement of a near-miss of `entry` at `span`."""
    old = span.of(text)
    return repair(text, Hit(span, entry, Wrong(old), "sg"), tags)


def replace_phrase(
    text: str, span: Span, was: Phrase, now: Phrase, tags: Tags, *, certain: bool = True
) -> Replacement | None:
    """Put `now` for the phrase at `span` and repair what stands around it in its sentence."""
    sentence = sentence_at(text, span.start)
    first, last = min(sentence.start, span.start), max(sentence.end, span.end)
    left = before(text[first : span.start], was, now)
    start = span.start - left.cut
    if was.gender is None:
        was = Phrase(was.text, left.gender, was.plural, was.bare)
    edits = [Edit(Span(start, span.start), left.new), Edit(span, now.text)]
    right = after(text[span.end : last], was, now, tags, role(text[first : span.start], tags))
    edits += [Edit(Span(span.end + a, span.end + b), new) for a, b, new in right.changes]
    if _curly(text, span.of(text)):
        edits = [Edit(edit.span, edit.new.replace("'", "’")) for edit in edits]
    merged = _merge(text, edits)
    if not merged:
        return None
    hull = Span(min(start, merged[0].span.start), max(span.end, merged[-1].span.end))
    return Replacement(hull, merged, certain and left.certain and right.certain)


def _wrapped(old: str, new: str) -> str:
    """A line break inside of the old phrase is kept, at the first space of the new one."""
    line_break = _BREAK.search(old)
    return new.replace(" ", line_break.group(), 1) if line_break else new


_BREAK = pattern(r"\r?\n|\r")


def _merge(text: str, edits: list[Edit]) -> tuple[Edit, ...]:
    """Trimmed edits; what stands before the phrase and the phrase are one."""
    first, second = edits[0], edits[1]
    joined = Edit(Span(first.span.start, second.span.end), first.new + _wrapped(second.span.of(text), second.new))
    out = [trim(text, joined), *(trim(text, edit) for edit in edits[2:])]
    return tuple(sorted(edit for edit in out if edit))
