"""The engine: detect, resolve, apply, and again until a pass changes nothing.

Later passes see repaired text, so their findings are carried back to the original: a finding of any pass is reported
in the coordinates of the text that came in, and a replacement that rests on earlier edits contains them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain

from fixer.detectors import all_rules
from fixer.document import Document
from fixer.errors import ProtectedError, UnstableError, UsageError
from fixer.finding import Finding, Rule, Trust
from fixer.options import Options
from fixer.readers import read
from fixer.resolve import Plan, Rejected, order, resolve
from fixer.resources import Resources, resources_for
from fixer.suppression import UNUSED, Suppression, silence, suppressions, unused
from fixer.taxonomy import Category
from fixer.text import Alignment, Edit, Span, apply, compose

MAX_PASSES = 12


@dataclass(frozen=True)
class Result:
    """What came in, what goes out, and why. All findings and edits are in the coordinates of `before`."""

    before: Document
    after: Document
    passes: int
    edits: tuple[Edit, ...]
    applied: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    rejected: tuple[Rejected, ...]

    @property
    def text(self) -> str:
        return self.after.text

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, in reading order."""
        return tuple(sorted((*self.applied, *self.remaining), key=lambda f: (f.span, f.stage, f.rule)))


def signature(options: Options) -> str:
    """What a result rests on: version, number and hash of the rules, hash of the glossaries."""
    from hashlib import blake2b

    from fixer import __version__

    names = ",".join(f"{rule.id}:{rule.trust}" for rule in selected_rules(options))
    digest = blake2b(names.encode(), digest_size=4).hexdigest()
    return f"fixer {__version__}|rules {digest}|glossaries {resources_for(options).glossary.hash[:8]}"


def selected_rules(options: Options) -> tuple[Rule, ...]:
    """The rules that the options choose. Raises UsageError for a name that is no rule and no category."""
    rules = all_rules()
    known = {rule.id for rule in rules} | {str(category) for category in Category} | {UNUSED}
    for name in (*options.select, *options.ignore):
        if name not in known:
            raise UsageError(f"there is no rule or category '{name}'; `fixer rules` lists them")
    return tuple(rule for rule in rules if _chosen(rule.id, rule.category, options))


def _chosen(id: str, category: Category, options: Options) -> bool:
    names = {id, str(category)}
    return (not options.select or bool(names & set(options.select))) and not names & set(options.ignore)


def run(
    document: Document,
    options: Options | None = None,
    threshold: Trust = Trust.APPLY,
    notify: Callable[[str], None] = lambda step: None,
) -> Result:
    """Repair a document with every finding trusted at least as much as `threshold`.

    `notify` is told each step of the work, for a progress display.
    Repairs that undo each other are left open, as flags. Raises UnstableError if the passes do not settle even so,
    ProtectedError if a rule edits protected text.
    """
    options = options or Options()
    rules = selected_rules(options)
    quarrels: frozenset[Quarrel] = frozenset()
    for _ in range(_ROUNDS):
        outcome = _settle(document, rules, resources_for(options), threshold, notify, quarrels)
        if isinstance(outcome, Result):
            return outcome
        quarrels |= outcome
    raise UnstableError(_unsettled(quarrels))


_ROUNDS = 4
Quarrel = tuple[str, str, str | None]
"""A repair that another one undoes: its rule, the text it changes, and what it makes of it."""


def _settle(
    document: Document,
    rules: Sequence[Rule],
    resources: Resources,
    threshold: Trust,
    notify: Callable[[str], None],
    quarrels: frozenset[Quarrel],
) -> Result | frozenset[Quarrel]:
    """Pass after pass until nothing is left to repair; the quarrels, if the passes go round in a circle.

    Repairs that quarrel are no repairs: each party is sure that the other is wrong. They are left to a person.
    """
    current = document
    edits: tuple[Edit, ...] = ()
    applied: list[tuple[Finding, ...]] = []
    accepted: list[tuple[Finding, ...]] = []
    texts = [document.text]
    plan = Plan((), (), ())
    for number in range(1, MAX_PASSES + 1):
        found = _detect(current, rules, resources, partial(_tell, notify, number))
        findings = [_left_open(finding, quarrels) for finding in found]
        plan = resolve((f for f in findings if f.trust >= threshold), _keeper(current, resources))
        lift = _Lift(document, current, edits)
        if not plan.edits:
            remaining = tuple(sorted((lift(finding) for finding in findings), key=order))
            return Result(document, current, number, edits, tuple(chain(*applied)), remaining, plan.rejected)
        applied.append(tuple(lift(finding) for finding in plan.accepted))
        edits = compose(edits, plan.edits)
        text = apply(current.text, plan.edits)
        accepted.append(plan.accepted)
        if text in texts:
            return _quarrels(chain(*accepted[texts.index(text) :]))
        texts.append(text)
        current = replace(read(text, current.format, current.path), first=document)
    raise UnstableError(_unsettled(_quarrels(plan.accepted)))


def _quarrels(findings: Iterable[Finding]) -> frozenset[Quarrel]:
    return frozenset((finding.rule, finding.text, finding.replacement) for finding in findings)


def _left_open(finding: Finding, quarrels: frozenset[Quarrel]) -> Finding:
    """The finding, with its repair as a mere possibility if another rule would undo it."""
    if not finding.edits or (finding.rule, finding.text, finding.replacement) not in quarrels:
        return finding
    possible = (finding.replacement or "", *finding.alternatives)
    return replace(finding, edits=(), alternatives=possible, trust=Trust.FLAG)


def _tell(notify: Callable[[str], None], number: int, rule: str) -> None:
    notify(f"pass {number}, {rule}")


def _unsettled(quarrels: Iterable[Quarrel]) -> str:
    rules = ", ".join(sorted({rule for rule, _, _ in quarrels}))
    return f"the repair does not settle: {rules} undo each other; nothing was changed. Use --ignore with one of them."


def _detect(
    document: Document, rules: Sequence[Rule], resources: Resources, notify: Callable[[str], None]
) -> list[Finding]:
    found: list[Finding] = []
    for rule in rules:
        notify(rule.id)
        for finding in rule.findings(document, resources):
            for edit in finding.edits:
                if not document.editable(edit):
                    line, column = document.line_column(edit.span.start)
                    raise ProtectedError(f"{rule.id} would edit protected text at {line}:{column}; please report this")
            found.append(finding)
    comments = suppressions(document)
    if comments:
        found, used = silence(found, comments)
        if _chosen(UNUSED, Category.MARKUP, resources.options):
            found += unused(document, (one for one in comments if one not in used and _judged(one, rules)))
    return sorted(set(found), key=order)


def _judged(comment: Suppression, rules: Sequence[Rule]) -> bool:
    """Whether all the rules that a comment is about are at work: else it may well silence something another time."""
    return all(rule in rules for rule in all_rules() if comment.concerns(rule.id, rule.category))


def _keeper(document: Document, resources: Resources) -> Callable[[Finding], str | None]:
    """A test whether a finding breaks a name that the glossary keeps.

    Touching the name's edge is allowed, as for a join; so is deleting it whole, with the sentence that is said twice,
    and moving it, as in `Copilote GitHub` → `GitHub Copilot`.
    """
    spans: list[Span] | None = None

    def broken(finding: Finding) -> str | None:
        nonlocal spans
        if spans is None:
            spans = sorted(resources.glossary.protected_spans(document.prose))
        for edit in finding.edits:
            index = bisect_right(spans, edit.span) - 1
            for span in spans[max(0, index) : index + 2]:
                name = span.of(document.text)
                kept = name in (finding.replacement or "") or (not edit.new and edit.span.contains(span))
                if span.overlaps(edit.span) and not kept:
                    return name
        return None

    return broken


@dataclass(frozen=True)
class _Lift:
    """Carries findings of an edited text back to the original."""

    before: Document
    now: Document
    edits: tuple[Edit, ...]

    @cached_property
    def alignment(self) -> Alignment:
        return Alignment(self.edits)

    def __call__(self, finding: Finding) -> Finding:
        if not self.edits:
            return finding
        span = self.alignment.origin(finding.span)
        reach, inner = self.alignment.reach(finding.span)
        edits = finding.edits
        if edits and inner:
            # The repair rests on earlier ones: what the original needs is the whole of them.
            now = reach.of(self.now.text)
            edits = (Edit(span, apply(now, [edit.shift(-reach.start) for edit in edits])),)
        elif edits:
            edits = tuple(Edit(self.alignment.origin(edit.span), edit.new) for edit in edits)
            # An insertion where an earlier edit deleted something takes that deletion with it: `.»` to ` »`.
            spans = [span, *(edit.span for edit in edits)]
            span = Span(min(one.start for one in spans), max(one.end for one in spans))
        head = self.now.text[reach.start : finding.span.start]
        tail = self.now.text[finding.span.end : reach.end]
        return replace(
            finding,
            span=span,
            edits=edits,
            alternatives=tuple(head + other + tail for other in finding.alternatives),
            text=span.of(self.before.text),
            place=self.before.place(span),
        )
