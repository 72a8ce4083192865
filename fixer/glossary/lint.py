"""What can be wrong with glossaries that load: contradictions that would make repairs fight each other.

Order within a file, wrong forms that lead to two terms, terms that correct to themselves, chains (a wrong form that is
somebody's right term), forms that matching can never find, entries without a test.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fixer.french.lexicon import lexicon
from fixer.glossary.fold import fold_form
from fixer.glossary.load import GlossaryFile
from fixer.glossary.model import Case, Entry, Kind, Wrong


@dataclass(frozen=True)
class Problem:
    """`where` is `file:line`."""

    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text}"


def lint(entries: Sequence[Entry], files: Iterable[GlossaryFile] = ()) -> list[Problem]:
    """Every problem, by file and line. `files` are asked for their order, `entries` for everything else."""
    found = [
        *_order(files),
        *_self(entries),
        *_chains(entries),
        *_duplicates(entries),
        *_unreachable(entries),
        *_common(entries),
        *_tests(entries),
    ]
    return sorted(set(found), key=lambda problem: (_place(problem.where), problem.text))


def _place(where: str) -> tuple[str, int]:
    file, _, line = where.rpartition(":")
    return file, int(line) if line.isdigit() else 0


def _order(files: Iterable[GlossaryFile]) -> Iterator[Problem]:
    for file in files:
        previous = ""
        for fields in file.entries:
            if fields["id"] < previous:
                yield Problem(
                    fields["origin"], f"'{fields['id']}' must stand before '{previous}': entries are sorted by id"
                )
            previous = max(previous, fields["id"])
        for field, names in file.names.items():
            if list(names) != sorted(names, key=str.casefold):
                yield Problem(f"{file.name}:0", f"names: those of '{field}' must be sorted")
        if list(file.keep) not in (sorted(file.keep), sorted(file.keep, key=lambda name: (name.lower(), name))):
            yield Problem(f"{file.name}:0", "keep: the names must be sorted")


def _key(form: str, case: Case) -> str:
    return form if case is Case.EXACT else fold_form(form)


def _forms(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Wrong]]:
    for entry in entries:
        yield from ((entry, wrong) for wrong in entry.wrong if wrong.trust != "off")


def _self(entries: Sequence[Entry]) -> Iterator[Problem]:
    for entry, wrong in _forms(entries):
        if wrong.form in (entry.term, entry.plural, *entry.allowed):
            yield Problem(entry.where(wrong), f"{entry.id}: '{wrong.form}' is corrected to itself, or is allowed")


def _chains(entries: Sequence[Entry]) -> Iterator[Problem]:
    """A wrong form that is another entry's right term makes two rules undo or follow each other."""
    terms = {form: entry for entry in entries for form in (entry.term, entry.plural, *entry.allowed) if form}
    for entry, wrong in _forms(entries):
        other = terms.get(wrong.form)
        if other is not None and other.id != entry.id and not wrong.near and wrong.trust != "flag":
            yield Problem(
                entry.where(wrong), f"{entry.id}: '{wrong.form}' is the right term of '{other.id}' ({other.origin})"
            )


def _duplicates(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Two terms for one wrong form need conditions that tell them apart."""
    by_form: dict[str, list[tuple[Entry, Wrong]]] = defaultdict(list)
    for entry, wrong in _forms(entries):
        if wrong.trust != "flag":
            by_form[_key(wrong.form, wrong.case)].append((entry, wrong))
    for pairs in by_form.values():
        first, first_wrong = pairs[0]
        for entry, wrong in pairs[1:]:
            where = entry.where(wrong)
            if entry.id == first.id:
                if _same_conditions(first_wrong, wrong):
                    yield Problem(where, f"{entry.id}: '{wrong.form}' is listed twice")
            elif entry.term != first.term and not _told_apart(first_wrong, wrong):
                yield Problem(
                    where, f"'{wrong.form}' leads to '{entry.term}' and to '{first.term}' ({first.where(first_wrong)})"
                )


def _same_conditions(a: Wrong, b: Wrong) -> bool:
    return a.form == b.form and (a.near, a.not_near, a.case) == (b.near, b.not_near, b.case)


def _told_apart(a: Wrong, b: Wrong) -> bool:
    """True if no word satisfies the conditions of both."""
    if not a.near or not b.near:
        return False
    return not {fold_form(word) for word in a.near} & {fold_form(word) for word in b.near}


def _unreachable(entries: Sequence[Entry]) -> Iterator[Problem]:
    for entry, wrong in _forms(entries):
        if not wrong.form[0].isalnum() and not entry.is_gloss:
            yield Problem(entry.where(wrong), f"{entry.id}: '{wrong.form}' must begin with a letter or a digit")
        infinitive = wrong.form.split(" ")[0].endswith(("er", "ir", "re"))
        if entry.kind is Kind.TERM and entry.pos == "verb" and wrong.inflect and not infinitive:
            yield Problem(entry.where(wrong), f"{entry.id}: '{wrong.form}' is no infinitive; add `inflect: false`")
    for entry in entries:
        if entry.kind is Kind.TERM and entry.pos == "noun" and entry.wrong and entry.gender is None:
            yield Problem(entry.origin, f"{entry.id}: a noun needs `gender` (m or f), or `pos`")


_EVERYWHERE = 190
"""Occurrences per million words above which no condition makes a wrong form of a word (*chose*, *clé*)."""


def _common(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Words of good French need a context in which they are wrong; the commonest ones cannot be told at all."""
    words = lexicon()
    for entry, wrong in _forms(entries):
        ordinary = " " not in wrong.form and wrong.form.islower() and words.tags(wrong.form)
        if not ordinary or wrong.case is Case.EXACT:
            continue
        if words.frequency(wrong.form) > _EVERYWHERE and (wrong.trust != "flag" or not wrong.near):
            problem = f"{entry.id}: '{wrong.form}' is too common a word; leave it out, or use `trust: flag` with `near`"
            yield Problem(entry.where(wrong), problem)
        elif not wrong.near and wrong.trust != "flag":
            yield Problem(entry.where(wrong), f"{entry.id}: '{wrong.form}' is a French word; it needs `near`")


def _tests(entries: Sequence[Entry]) -> Iterator[Problem]:
    for entry in entries:
        listed = [wrong for wrong in entry.wrong if wrong.trust in ("apply", "suggest")]
        if listed and not any(test.after is not None for test in entry.tests):
            yield Problem(entry.origin, f"{entry.id}: no test with `from` and `to`")
