"""What several detectors ask: does this document look damaged, and is a fault an accident or the way it was made?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from fixer.document import Document
from fixer.finding import Finding, Trust
from fixer.french.words import capital_inside
from fixer.glossary.select import select
from fixer.lazy import pattern, simple_pattern
from fixer.resources import Resources
from fixer.text import Span, rewrite

_WORDS_PER_WOUND = 1500
_ACCIDENTS = 2

_WORD = simple_pattern(r"[^\W\d_]+")
_GLUED = pattern(
    r"(?:Les?|La|Une?|Des|Ils?|Elles?|Dans|Cela|Par|Pour)(?<=(?:\p{Ll}{2}|\p{Ll}\.)\p{Lu}\p{Ll}{0,4})(?=[ ’'])"
)
"""Words glued to the next sentence: `l'IALe développement`."""
_WOUNDS = (
    # the same without a capital: `fautes.la mentalité`
    pattern(r"\.l(?:a|e|es) (?<=\p{Ll}\.\p{Ll}++ )", needs=(".l",)),
    pattern(r":[ \u00a0]:(?=\s)(?<=[\p{L}\"»)]\.?: ?:)", needs=(": :", ":\u00a0:")),
    pattern(r"\.\.(?= ?:|[ \n])(?<=\p{L}\.\.)", needs=("..",)),
    pattern(r"\bX(?:X{2,5}|NUMX)\b", needs=("XXX", "XNUMX")),
    pattern(r"[\u4e00-\u9fff]{4,}"),
)


@lru_cache(maxsize=4)
def _damaged(prose: str) -> bool:
    wounds = sum(1 for pattern in _WOUNDS for _ in pattern.finditer(prose))
    wounds += sum(1 for _ in _GLUED.finditer(prose)) if capital_inside(prose) else 0
    return wounds >= 2 and wounds * _WORDS_PER_WOUND >= prose.count(" ")


@lru_cache(maxsize=4)
def vocabulary(prose: str) -> frozenset[str]:
    """The different words of a text."""
    return frozenset(_WORD.findall(prose))


def damaged(document: Document) -> bool:
    """True if the text shows the wounds of machine translation: glued sentences, doubled colons, masks, Chinese.

    In such a text what could be a habit of its author (`20%`) is one more thing that the machine left.
    """
    return _damaged(document.original.prose)


def repair(
    document: Document,
    start: int,
    end: int,
    new: str,
    message: str,
    trust: Trust = Trust.APPLY,
    confidence: float = 0.97,
) -> Iterator[Finding]:
    """The finding that start..end should read `new`; nothing if that changes nothing or touches what is protected."""
    span = Span(start, end)
    edits = rewrite(document.text, span, new)
    if edits and all(document.editable(edit) for edit in edits):
        yield Finding(span, message, edits, trust=trust, confidence=confidence)


def accidents(
    document: Document, findings: Iterable[Finding], most: int = _ACCIDENTS, habit: int | None = None
) -> Iterator[Finding]:
    """The findings of one kind; suggested only if an otherwise sound document has more than `most` of them.

    A rare fault is an accident. A fault on every page of a sound text is how that text was made: its markup was taken
    out, or its author writes so. With more than `habit` of them there is nothing to say.
    """
    found: Sequence[Finding] = list(findings)
    if len(found) <= most or damaged(document):
        yield from found
        return
    if habit is not None and len(found) > habit:
        return
    for finding in found:
        yield replace(finding, trust=min(finding.trust, Trust.SUGGEST), confidence=min(finding.confidence, 0.8))


_CODE = pattern(
    r"[{}\\]|[);]\s*+\Z|\w\(|\w\[\d|\s(?:=|==|\+=|:=|!=|<-|->|=>|&&|\|\||<<|>>)\s|\w=\S|::\w|"
    r"\A\s*+(?:\$|>>>|//|/\*|#!|--\s|def |import |from \w+ import |class \w+[:(])|\s--?[a-z][\w-]*+(?:\s|=)|"
    r"\b[a-z]+(?:_[a-z\d]+)+\b"
)


_SENTENCE_WORD = pattern(
    r"(?<![\p{L}_])(?:l[ea]s?|une?|d(?:e|es|u)|et|est|sont|qui|que|pour|dans|avec|vous|aux?)(?![\p{L}_(])"
)
_SENTENCE = 2
"""A line with so many small French words is a sentence, though a `max_tokens` or a `fit()` may stand in it."""


def code_like(text: str, span: Span) -> bool:
    """True if the line of a span reads like code: `nom = systeme()`, `$ faire --tout`, `for (donnee in liste) {`.

    A page that was copied as plain text has its programs among its sentences, with nothing around them.
    """
    start, end = line_around(text, span, 300)
    line = text[start:end]
    return _CODE.search(line) is not None and len(_SENTENCE_WORD.findall(line)) < _SENTENCE


def mistranslated(document: Document, resources: Resources, position: int) -> bool:
    """True if the word at `position` belongs to a wrong form of the glossary, which another word will replace.

    What stands before it agrees with the new word then: in `le itinéraire`, for a *route*, the elision is no repair.
    """
    hits = select(resources.glossary, document.prose, resources.lexicon.tags)
    return any(hit.span.start <= position < hit.span.end for hit in hits)


def line_around(text: str, span: Span, reach: int = 2000) -> tuple[int, int]:
    """Where the line of a span begins and ends, looking no farther than `reach`, so that a huge line costs no more."""
    start = text.rfind("\n", max(0, span.start - reach), span.start) + 1 or max(0, span.start - reach)
    end = text.find("\n", span.end, span.end + reach)
    return start, end if end >= 0 else min(len(text), span.end + reach)
