"""What is said twice.

* `repeated-words`: a word, a phrase or a sentence directly followed by itself: `de de`, `de code de code de code`,
  `… similaire à ces tâches). raisonnement similaire à ces tâches).` Engines loop, and pages glue two versions of one
  sentence. A repeated article or preposition, a loop of three, and an exact repeat of three words or more are applied
  (the second copy goes); other words are suggested.
* `repeated-sentence`: two neighbours that say the same in nearly the same words (`Par exemple, l'API est 10 fois moins
  chère que … Par exemple, le prix de l'API est 10 fois moins élevé que …`), and a long paragraph that comes back
  word for word. Suggested, with the other version shown.
* `echo`: in a text that a machine has damaged, a phrase that comes back within the same or the next clause, or a
  sentence that starts over in its middle (`alors que celle de Claude La formation de Claude coûte …`). Flagged.

Left alone: what French doubles (`nous nous`, `vous vous`, `très très`, `faire faire`, `si si`), a pronoun after an
imperative (`dites-le le matin`), numbers, single letters, lines of tables and lists, refrains that come three times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from fixer.detectors._origin import unless_authored
from fixer.detectors._shared import damaged, line_around, repair
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.repeats import Repeat, Words, repeats, words
from fixer.french.sentences import sentences
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_NEVER_TWICE = frozenset(
    "le la les l d de du des un une et ou à au aux dans par pour sur avec ce cet cette ces mon son sa ses leur leurs "
    "notre votre vos qui dont où est sont était il elle ils on se ne pas que qu sans sous vers chez entre mais donc "
    "car comme plus moins aussi être avoir".split()
)
_MAY_DOUBLE = frozenset(
    "nous vous très si non oui tout tous bien faire trop plus peu petit grand en bla ha hé ho hop toc tic tac ta pour "
    "est etc in on new long vite là blanc y a i ii x s no bye coucou allô pan cui ron bip".split()
)
_NEEDS_THOUGHT = frozenset("est la le les pour plus être en dans sur".split())
"""`du côté est est`, `mettez-la la première`: likely a slip, but there are sentences with both."""

_LIST_LINE = pattern(r"[ \t]*+(?:[-*+•|>#]|\d{1,3}[.)])")
_SHORTEST_ECHO = 6
_NEAR = 24
_RESTART = pattern(r"(?<=[\p{Ll}\d] )(?:L[ae]s? |Une? |Des |L['’])\p{Ll}{3,}+(?: \p{Ll}++| d['’])")
_LEAST_WORDS = 7
_ALIKE = 0.78


@lru_cache(maxsize=2)
def _found(prose: str, text: str) -> tuple[list[str], list[Repeat], dict[int, Span]]:
    """The words, what comes again, and where the words at the edges of that stand."""
    listed = Words.of(prose, text)
    found = list(repeats(listed.keys, _SHORTEST_ECHO))
    edges: set[int] = set()
    for repeat in found:
        gap, last = repeat.gap, repeat.start + repeat.gap * ((repeat.end - repeat.start) // repeat.gap) - 1
        edges |= {repeat.start - gap, repeat.start - 1, repeat.start, repeat.start + gap - 1, last, repeat.end - 1}
    return listed.keys, found, listed.spans(edges)


@rule("repeated-words", Category.DUPLICATE, Stage.SENTENCE, "a word, phrase or sentence directly followed by itself")
def repeated_words(document: Document, resources: Resources) -> Iterator[Finding]:
    slips = []
    for finding in _repeated_words(document):
        if len(finding.span.of(document.text).split()) <= _SLIP:
            slips.append(finding)
        else:
            yield finding
    yield from unless_authored(document, resources, slips)


_SLIP = 2
"""Words that an author may have typed twice: *un un*; nobody types a sentence twice."""


def _repeated_words(document: Document) -> Iterator[Finding]:
    keys, found, places = _found(document.prose, document.text)
    for repeat in found:
        if not repeat.adjacent:
            continue
        gap, copies = repeat.gap, (repeat.end - repeat.start) // repeat.gap
        first = Span(places[repeat.start - gap].start, places[repeat.start - 1].end)
        second = Span(places[repeat.start].start, places[repeat.start + gap - 1].end)
        trust = _trust(document.prose, keys[repeat.start - gap : repeat.start], copies + 1, first, second)
        if trust is not None:
            end = places[repeat.start + gap * copies - 1].end
            times = "twice" if copies == 1 else f"{copies + 1} times"
            message = f"“{first.of(document.text)[:80]}” is said {times} in a row"
            confidence = 0.97 if trust is Trust.APPLY else 0.8
            yield from repair(document, first.end, end, "", message, trust, confidence)


def _trust(prose: str, unit: list[str], times: int, first: Span, second: Span) -> Trust | None:
    """How sure it is that a unit said `times` times in a row is a slip; None if it may be meant."""
    between = prose[first.end : second.start]
    said = prose[first.start : second.end]
    if "\n" in said or not any(len(word) > 1 and word.isalpha() for word in unit):
        return None
    if len(unit) == 1:
        return _word_trust(prose, unit[0], first, second)
    if sum(len(word) for word in unit) < 6 or not any(len(word) > 3 and word.isalpha() for word in unit):
        return None
    if any(sign in said for sign in "_=*{}<>|\\+") or HOLE in said:
        return None
    if any(stop in between for stop in ".?!") and prose[first.start] != prose[second.start]:
        return None  # `… des objets récursifs. Les objets récursifs sont …` is how explanations go on
    if len(unit) == 2 and times == 2:
        superlative = unit[0] in ("le", "la", "les") and prose[second.end :].startswith((" plus", " moins"))
        meant = between.strip() or unit[0] == "à" or set(unit) <= _MAY_DOUBLE or superlative
        return None if meant else Trust.SUGGEST
    if any(mark in between for mark in ",;|:/→-–—―(") and len(unit) < 6:
        return None
    letters = sum(word.isalpha() for word in unit)
    whole = not any(stop in first.of(prose) for stop in ".?!")  # else the period may have been cut in mid-sentence
    return Trust.APPLY if letters * 2 > len(unit) and letters >= 2 and whole else Trust.SUGGEST


def _word_trust(prose: str, word: str, first: Span, second: Span) -> Trust | None:
    before = prose[max(0, first.start - 1) : first.start]
    between = prose[first.end : second.start]
    if not between.isspace() or len(between) > 1 or HOLE in word or before in ("-", "'", "’"):
        return None
    after = prose[second.end : second.end + 1]
    acronym = len(word) > 2 and second.of(prose).isupper() and first.of(prose).isupper()
    if (
        (prose[second.start].isupper() and not acronym)
        or word in _MAY_DOUBLE
        or (after and after not in " .,;:!?)»\"\n\r'’\u00a0")
    ):
        return None
    if word in _NEVER_TWICE:
        return Trust.SUGGEST if word in _NEEDS_THOUGHT else Trust.APPLY
    return None if len(word) < 3 else Trust.SUGGEST


@rule(
    "repeated-sentence",
    Category.DUPLICATE,
    Stage.SENTENCE,
    "neighbouring sentences that say the same, paragraphs that come back",
    Trust.SUGGEST,
)
def repeated_sentence(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    for first, second in pairwise(sentences(prose)):
        if first.end < second.start and "\n" in prose[first.end : second.start]:
            continue
        yield from _alike(document, first, second)
    yield from _paragraphs(document)


def _alike(document: Document, first: Span, second: Span) -> Iterator[Finding]:
    one, two = document.prose[first.start : first.end], document.prose[second.start : second.end]
    shorter, longer = sorted((len(one), len(two)))
    if shorter < 35 or longer > 3 * shorter or longer > 600 or one[:4] != two[:4]:
        return
    left, right = words(one), words(two)
    right = right[: len(left) + 4] if len(right) > len(left) else right
    if min(len(left), len(right)) < _LEAST_WORDS or HOLE in one + two:
        return
    from rapidfuzz.distance import Indel  # only neighbours that may say the same need it

    if Indel.normalized_similarity(left, right) < _ALIKE or _numbers(left) - _numbers(right) or _opposed(left, right):
        return
    drop, keep = (first, second) if len(one) <= len(two) else (second, first)
    start, end = (drop.start, second.start) if drop is first else (first.end, drop.end)
    message = f"says nearly the same as its neighbour: “{keep.of(document.text)[:160]}”"
    yield from repair(document, start, end, "", message, Trust.SUGGEST, 0.75)


def _numbers(words: list[str]) -> set[str]:
    return {word for word in words if word[0].isdigit()}


def _opposed(left: list[str], right: list[str]) -> bool:
    """True if the two differ in what makes a pair of cases: `if it is … if it is not`, `the first … the second`."""
    different = set(left) ^ set(right)
    return bool(
        different
        & set(
            "pas non sans ni jamais premier première second seconde deuxième troisième gauche droite vrai faux true "
            "false avant après début fin haut bas minimum maximum min max entrée sortie inférieur supérieur inférieure "
            "supérieure plus moins".split()
        )
    )


def _paragraphs(document: Document) -> Iterator[Finding]:
    """Paragraphs of 25 words or more that stand twice, word for word; what stands three times is a refrain."""
    seen: Counter[str] = Counter()
    places: list[tuple[str, int]] = []
    start = 0
    for line in document.text.split("\n"):
        if len(line) >= 120 and not _LIST_LINE.match(line) and len(line.split()) >= 25:
            seen[line.strip()] += 1
            places.append((line, start))
        start += len(line) + 1
    first: dict[str, int] = {}
    for line, start in places:
        key = line.strip()
        if seen[key] == 2 and key in first:
            line_number = document.line_column(first[key])[0]
            message = f"this paragraph already stands at line {line_number}"
            yield from repair(document, start, start + len(line.rstrip("\r")), "", message, Trust.SUGGEST, 0.75)
        first.setdefault(key, start)


@rule("echo", Category.DUPLICATE, Stage.SENTENCE, "a phrase that comes back within its own clause", Trust.SUGGEST)
def echo(document: Document, resources: Resources) -> Iterator[Finding]:
    if not damaged(document):
        return
    prose = document.prose
    keys, found, places = _found(prose, document.text)
    done = 0
    for repeat in found:
        start, end = repeat.start - repeat.gap, repeat.end
        span = Span(places[start].start, places[end - 1].end)
        unit = keys[repeat.start : end]
        if repeat.adjacent or len(unit) < _SHORTEST_ECHO or span.start < done or "\n" in span.of(prose):
            continue
        if start and keys[start - 1][0].isdigit():
            continue  # `5 millions de dollars au lieu de 10 … 50 millions de dollars au lieu de 100` compares
        if sum(len(word) > 3 or word[0].isdigit() for word in unit) >= 3 and repeat.gap - len(unit) <= _NEAR:
            said = document.text[places[repeat.start].start : span.end]
            yield Finding(span, f"“{said[:80]}” comes back within a few words", confidence=0.7)
            done = span.end
    yield from _restarts(document)
    yield from _debris(document)


def _restarts(document: Document) -> Iterator[Finding]:
    """`alors que celle de Claude La formation de Claude coûte`: the sentence starts over with words it has used."""
    prose = document.prose
    for match in _RESTART.finditer(prose):
        start, _ = line_around(prose, Span(*match.span()), 300)
        earlier = prose[start : match.start()]
        stop = max(earlier.rfind(mark) for mark in (". ", "? ", "! ")) + 1
        if match.group().lower() in earlier[stop:].lower():
            message = f"the sentence starts over: “{match.group()}” is said before"
            yield Finding(Span(*match.span()), message, confidence=0.7)


def _debris(document: Document) -> Iterator[Finding]:
    """A short sentence of words that the one before it has just said: what was left of a second translation."""
    prose = document.prose
    for first, second in pairwise(sentences(prose)):
        if len(second) > 100 or "\n" in prose[first.end : second.start]:
            continue
        said, again = set(words(first.of(prose))), words(second.of(prose))
        if len(again) >= 6 and sum(word in said for word in again) >= 0.85 * len(again):
            message = f"“{second.of(document.text)}” says again what the sentence before it says"
            yield from repair(document, first.end, second.end, "", message, Trust.SUGGEST, 0.7)
