"""One thing written in several ways in one document.

*Names* (`name-spelling`): `DeepSeek V3` beside `DeepSeek-V3`, `Deepseek` beside `DeepSeek`. Spellings that differ only
in capitals, spaces and hyphens are one name. A name that the glossary knows is suggested in its own spelling, another
in the spelling of the majority; without a clear majority the fewer are only flagged.

*Terms* (`term-variation`): a concept of the glossary that appears in its right form, or in a wrong one, and elsewhere
in a rendering that alone would be no alarm: `loi d'échelle` on one page with `loi étendue`. So are two good
forms: `fenêtre contextuelle` beside `fenêtre de contexte`. Flagged in mistranslated texts alone, with the form that the
rest of the document uses.

Left alone: names that are words (`Rust`, `rust`), names of software in lower case (packages: `docker`, `pandas`),
French words before a number (`Étape 4`), code and addresses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from fixer.detectors._origin import machine_made
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.words import Shape, capital_inside, shape
from fixer.glossary.context import in_code
from fixer.glossary.cover import Cover
from fixer.glossary.english import names
from fixer.glossary.inflect import right_form
from fixer.glossary.match import Hit, admits
from fixer.glossary.model import Case, Entry, Kind
from fixer.glossary.select import select
from fixer.glossary.skeleton import squash
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span, rewrite

_VERSIONED = pattern(
    r"(?<![\w./@#-])(?P<base>\p{Lu}[\p{L}]+)[ \u00a0-]?"
    r"(?P<version>\p{L}?\d{1,3}(?:\.\d{1,2})?\p{L}{0,2})(?![\w./-]|,\d)"
)
_PACKAGES = frozenset(("software", "language", "dataset", "product"))
_CASED = pattern(r"(?<![\w./@#-])\p{L}*\p{Lu}[\p{L}\d]{3,}(?![\w/@-]|\.\w)")
_JOINTS = ("/", "-", ".", "_", "@")
_MAJORITY = 2
"""A spelling has the majority if it is this many times as frequent as another."""


@rule(
    "name-spelling", Category.INCONSISTENCY, Stage.TERM, "a name in two spellings in one document", trust=Trust.SUGGEST
)
def name_spelling(document: Document, resources: Resources) -> Iterator[Finding]:
    seen: set[Span] = set()
    explained = Cover(hit.span for hit in select(resources.glossary, document.prose, resources.lexicon.tags))
    for finding in (
        *_known_names(document, resources),
        *_versions(document, resources),
        *_mixed_case(document, resources),
    ):
        if finding.span not in seen and not explained.overlaps(finding.span):
            seen.add(finding.span)
            yield finding


def _known_names(document: Document, resources: Resources) -> Iterator[Finding]:
    """Names of the glossary in other capitals than their own.

    The document has the right ones as well, or a machine made it: engines write *Openai*, people seldom do.
    """
    prose = document.prose
    translated = machine_made(document, resources)
    groups: dict[str, list[Hit]] = defaultdict(list)
    for hit in resources.glossary.matches(prose):
        if hit.wrong is None and hit.entry.kind is Kind.ENTITY:
            groups[hit.entry.term].append(hit)
    for term, hits in groups.items():
        right = sum(hit.span.of(prose) == term for hit in hits)
        others = Counter(hit.span.of(prose) for hit in hits)
        for hit in hits:
            here = hit.span.of(prose)
            part = _in_path(prose, hit.span)
            if here.lower() != term.lower() and _goes_on(prose, hit.span):
                continue
            meant = here in resources.glossary.listed or resources.lexicon.french(here.lower())
            shouted = translated and _is_shouted(prose, hit.span, term)
            lost = (_lost_capitals(here, term) or here.islower() or shouted) and not meant
            known = (lost and translated) or others[here] <= right
            if known and not part and (shouted or _other_capitals(here, hit.entry, resources)):
                yield from _respell(document, hit.span, term, hit.entry.origin, right > 0)


def _lost_capitals(here: str, term: str) -> bool:
    """True for a name in one word that has a capital inside: *Openai*, *Deepseek*."""
    return here[:1].isupper() and here[1:].islower() and any(letter.isupper() for letter in term[1:])


def _is_shouted(prose: str, span: Span, term: str) -> bool:
    """True for a name that got capitals all over, in a line of small letters: *les branches GIT*, *FFMPEG*."""
    here = span.of(prose)
    if not here.isupper() or term.isupper() or here.lower() != term.lower() or len(here) < _SHORTEST:
        return False
    start, end = prose.rfind("\n", 0, span.start) + 1, prose.find("\n", span.end)
    rest = prose[start : span.start] + prose[span.end : end if end >= 0 else len(prose)]
    return sum(map(str.islower, rest)) > 2 * sum(map(str.isupper, rest))


_SHORTEST = 3


def _in_path(prose: str, span: Span) -> bool:
    """True for a part of a path or an identifier: *google/gemma*, *whisper-small*."""
    before, after = prose[max(0, span.start - 1) : span.start], prose[span.end : span.end + 2]
    return before in _JOINTS or (after[:1] in _JOINTS and after[1:].isalnum())


def _goes_on(prose: str, span: Span) -> bool:
    """True if the name is the beginning of another: *WiFi Analyzer*."""
    after = prose[span.end : span.end + 2]
    return after[:1] == " " and after[1:].isupper()


def _other_capitals(here: str, entry: Entry, resources: Resources) -> bool:
    """True if `here` is the name of the entry in wrong capitals, rather than a word or the name of a package."""
    term = entry.term
    if _bare(here) != _bare(term) or here.isupper() or term.islower() or here == term:
        return False
    if here.islower():
        return entry.type not in _PACKAGES and not resources.lexicon.french(here) and here[0] != term[0]
    return here[0].isupper()


def _bare(name: str) -> str:
    """A name without what its spellings differ in: *Wi-Fi*, *WiFi*, *Wi Fi*."""
    return name.lower().translate(_JOINED)


_JOINED = str.maketrans("", "", " -\u00a0")


def _mixed_case(document: Document, resources: Resources) -> Iterator[Finding]:
    """`Javascript`, `Mysql` beside `JavaScript`, `MySQL`: the spelling that the lexicon knows as a name is meant."""
    prose, lexicon = document.prose, resources.lexicon
    groups: dict[str, list[Span]] = defaultdict(list)
    for match in _CASED.finditer(prose) if capital_inside(prose) else ():
        groups[match.group().lower()].append(Span(*match.span()))
    for spans in groups.values():
        forms = Counter(span.of(prose) for span in spans)
        official = [form for form in forms if shape(form) is Shape.MIXED and lexicon.name(form)]
        if len(forms) == 1 or len(official) != 1 or lexicon.french(official[0].lower()):
            continue
        for span in spans:
            often = forms[official[0]] >= forms[span.of(prose)]
            if span.of(prose) != official[0] and often and not _in_path(prose, span):
                yield from _respell(document, span, official[0], None)


def _versions(document: Document, resources: Resources) -> Iterator[Finding]:
    """A name with its version: `GPT-4`, `GPT4`, `GPT 4`."""
    groups: dict[str, list[Span]] = defaultdict(list)
    misspelt: set[str] = set()
    known = names(resources.glossary)
    for match in _VERSIONED.finditer(document.prose) if capital_inside(document.prose) else ():
        base = match["base"]
        span = Span(*match.span())
        if not resources.lexicon.french(base.lower()) and not in_code(document.prose, span):
            groups[(base + match["version"]).lower()].append(span)
            name = known.spelt(squash(base))
            if name is not None and name.term != base:
                misspelt.add(match.group().replace("\u00a0", " "))
    for spans in groups.values():
        forms = Counter(span.of(document.prose).replace("\u00a0", " ") for span in spans)
        if len(forms) > 1:
            candidates = Counter({form: count for form, count in forms.items() if form not in misspelt})
            if candidates:
                yield from _minority(document, spans, forms, candidates)


def _minority(
    document: Document, spans: Sequence[Span], forms: Counter[str], candidates: Counter[str]
) -> Iterator[Finding]:
    """`candidates`: the forms without those that the glossary writes in other capitals (*MinimAx-M1*)."""
    (best, count), (other, second) = [*candidates.most_common(2), ("", 0)][:2]
    if count == second and best.lower() == other.lower():
        best, count = min(best, other), count + 1  # *Kimi K2* rather than *Kimi k2*: capitals sort first
    for span in spans:
        here = span.of(document.prose).replace("\u00a0", " ")
        if here == best or count == second:
            continue
        if count >= _MAJORITY * forms[here] or best.lower() == here.lower():
            yield from _respell(document, span, best, None)
        else:
            yield Finding(span, f"also written “{best}” in this document", alternatives=(best,), confidence=0.6)


def _respell(document: Document, span: Span, new: str, origin: str | None, elsewhere: bool = True) -> Iterator[Finding]:
    edits = rewrite(document.text, span, new)
    if edits and all(map(document.editable, edits)):
        message = f"written “{new}” elsewhere in this document" if elsewhere else f"the name is written “{new}”"
        yield Finding(span, message, edits, trust=Trust.SUGGEST, confidence=0.8, origin=origin)


@rule(
    "acronym-variation", Category.INCONSISTENCY, Stage.TERM, "the letters of an acronym in another order", Trust.SUGGEST
)
def acronym_variation(document: Document, resources: Resources) -> Iterator[Finding]:
    """An acronym that the document introduces, and elsewhere its letters in another order.

    A machine translates the words and forgets the letters, or the other way round: `un « multiplicateur de calcul »
    (MC)`, then `un grand nombre de ces CM`. Only acronyms introduced in parentheses count, and only letters that are
    not introduced or usual themselves.
    """
    prose = document.prose
    introduced = {match.group(1) for match in _INTRODUCED.finditer(prose)}
    by_letters = {"".join(sorted(acronym)): acronym for acronym in sorted(introduced)}
    for match in _ACRONYM.finditer(prose) if introduced else ():
        here = match.group()
        right = by_letters.get("".join(sorted(here)))
        if right and here not in introduced and not resources.glossary.knows(here) and here not in _USUAL:
            yield from _respell(document, Span(*match.span()), right, None)


_INTRODUCED = pattern(r"(?<=[\p{L}\"»”] )\((\p{Lu}{2,5})s?\)", needs=("(",))
_ACRONYM = pattern(r"(?<![\p{L}\d./-])\p{Lu}{2,5}(?![\p{L}\d/]|-\p{L})")
_USUAL = frozenset("AI IA OS SO PC CP IT TI OK CA AC US EU UE".split())


@rule(
    "term-variation",
    Category.INCONSISTENCY,
    Stage.TERM,
    "one concept in several renderings in one document",
    Trust.FLAG,
)
def term_variation(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if not machine_made(document, resources):
        return  # people vary their words
    reported = {hit.span for hit in select(resources.glossary, prose, resources.lexicon.tags)}
    groups: dict[str, list[Hit]] = defaultdict(list)
    every: dict[str, list[Hit]] = defaultdict(list)
    for hit in resources.glossary.matches(prose):
        if hit.entry.kind is Kind.TERM:
            every[hit.entry.id].append(hit)
        if hit.entry.kind is Kind.TERM and " " in hit.span.of(prose):
            groups[hit.entry.id].append(hit)
    yield from _allowed_twice(document, every.values())
    for hits in groups.values():
        known = [hit for hit in hits if hit.wrong is None or hit.span in reported]
        for hit in hits if known else ():
            if hit.wrong is not None and hit.span not in reported and _is_rendering(prose, hit):
                right, _ = right_form(hit.entry, hit.slot)
                if right.lower() == hit.span.of(prose).lower():
                    continue
                message = f"“{hit.span.of(prose)}” may be another rendering of “{hit.entry.term}”, used elsewhere"
                origin = hit.entry.where(hit.wrong)
                yield Finding(hit.span, message, alternatives=(right,), confidence=0.5, origin=origin)


def _allowed_twice(document: Document, groups: Iterable[Sequence[Hit]]) -> Iterator[Finding]:
    """Two allowed forms of one concept with as many words: `fenêtre contextuelle` beside `fenêtre de contexte`.

    An engine that varies its words did not know that it met the concept again. The first of the rarer form is flagged.
    """
    prose = document.prose
    for hits in groups:
        right = [hit for hit in hits if hit.wrong is None and _is_preferred(prose, hit)]
        if not right or not hits[0].entry.translate:
            continue
        term = hits[0].entry.term
        others = [hit for hit in hits if hit.wrong is None and _is_other(prose, hit, term, right)]
        if not others or len(others) > len(right):
            continue  # the form that the text prefers is as good as the glossary's
        hit = others[0]
        new, _ = right_form(hit.entry, hit.slot)
        message = f"“{hit.span.of(prose)}” is “{new}” elsewhere in this document"
        yield Finding(hit.span, message, alternatives=(new,), confidence=0.7, origin=hit.entry.origin)


def _is_other(prose: str, hit: Hit, term: str, right: Sequence[Hit]) -> bool:
    """True for an allowed form as long as the term, in prose, that is no part of the right form."""
    here = hit.span.of(prose)
    inside = any(other.span.contains(hit.span) for other in right)
    return (
        here.islower()
        and _comparable(here, term)
        and not inside
        and here not in hit.entry.en
        and not in_code(prose, hit.span)
    )


def _comparable(here: str, term: str) -> bool:
    """True for two phrases of as many words, or two words of one stem and ending: *quantisation*, *quantification*.

    Other words are no variants: *jeton* is good beside *token*, *fonction* is more than *fonctionnalité*.
    """
    words, others = _CONTENT.findall(here), _CONTENT.findall(term)
    akin = here[:_STEM] == term[:_STEM] and here.rstrip("s")[-_ENDING:] == term[-_ENDING:]
    return len(words) == len(others) and (len(words) > 1 or akin)


_STEM, _ENDING = 5, 4
_CONTENT = pattern(r"\p{L}{4,}+")


def _is_preferred(prose: str, hit: Hit) -> bool:
    right, _ = right_form(hit.entry, hit.slot)
    return hit.span.of(prose).lower() == right.lower()


def _is_rendering(prose: str, hit: Hit) -> bool:
    return hit.wrong is not None and admits(prose, hit, hit.wrong.form, Case.SMART) and not in_code(prose, hit.span)
