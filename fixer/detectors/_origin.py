"""Did a machine translate this document? Some faults are an author's habit, and one more wound in a translation.

What people do not write is counted: wrong renderings that the glossary is sure of, each once; words glued to code
spans, emphasis with its spaces inside, masks. A rendering whose field is that of the document, if not of the sentence,
is three quarters of a sign; half of one is what people do as well: a word that many French authors use in a wrong sense
(*librairie*), a misspelling (*ChatGTP*).

One sign in four hundred words is enough, as nothing is applied for it: so are found nine of ten sections that this was
tried on, half of those of other sites, and two of a hundred texts that people wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from fixer.detectors._shared import damaged
from fixer.document import Document, Kind
from fixer.finding import Finding, Trust
from fixer.french.words import unaccented
from fixer.glossary.match import Evidence, Hit
from fixer.glossary.model import Kind as EntryKind
from fixer.glossary.select import select
from fixer.lazy import pattern
from fixer.resources import Resources

_SURE = 1.0
_SLIP = 0.5
_OF_FIELD = 0.75
_WORDS_PER_SIGN = 400
_SPACED_MARKUP = pattern(
    r"(?m)\*\* [^*\n]{2,60}? \*\*|^[ \t]*[-*+] \*\* |\]\s\(https?:|<\s/?\s?\w+\s?>|<\s?/\s\w+>",
    needs=("** ", "(http", "<"),
)
_MASK = pattern(r"\bXNUMX\b|\bXX{2,5}\b|__PROT[ÉE]G[ÉE]_\d+__", needs=("XXX", "XNUMX", "__PROT"))


def machine_made(document: Document, resources: Resources) -> bool:
    """True if the document is badly translated as a whole.

    In such a text the words that give a rendering away need not stand in the same sentence.
    """
    if damaged(document):
        return True
    signs = _signs(document.original, resources)
    return signs >= _SURE and signs * _WORDS_PER_SIGN >= document.original.prose.count(" ")


def unless_slips(document: Document, resources: Resources, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a rule of grammar, unless they are the slips of an author, which are other tools' job.

    There is about one in 1,250 words of the notes of a course. A text of less than a hundred words tells nothing about
    itself.
    """
    found = list(findings)
    short = document.original.prose.count(" ") < _TOO_SHORT
    if short or (found and machine_made(document, resources)):
        yield from found


def unless_authored(document: Document, resources: Resources, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a rule, at most suggested in a text that a person wrote: *un un checkpoint* is its author's slip.

    It is to be repaired, but nobody is there to see it done, and the page was not in need of repair.
    """
    found = list(findings)
    sound = document.original.prose.count(" ") >= _TOO_SHORT and bool(found) and not machine_made(document, resources)
    for finding in found:
        yield replace(finding, trust=min(finding.trust, Trust.SUGGEST)) if sound else finding


_TOO_SHORT = 100


@lru_cache(maxsize=4)
def _signs(document: Document, resources: Resources) -> float:
    prose = document.prose
    forms: dict[tuple[str, str], float] = {}
    for hit in select(resources.glossary, prose, resources.lexicon.tags):
        if hit.wrong is not None and hit.wrong.trust != "flag":
            rendering = (hit.entry.id, hit.wrong.form)
            forms[rendering] = max(_weight(hit, prose), forms.get(rendering, 0))
    glued = min(2.0, _glued(document) / 2)
    spaced = min(1.0, len(_SPACED_MARKUP.findall(document.text)) / 2)
    lowered = _SLIP * len(_lowered_names(document, resources))
    return sum(forms.values()) + glued + spaced + lowered + min(1, len(_MASK.findall(prose)))


def _lowered_names(document: Document, resources: Resources) -> frozenset[str]:
    """The names that lost a capital inside, as engines write them: *Openai*, *Bytedance*."""
    found = set[str]()
    for hit in resources.glossary.matches(document.prose):
        here, term = hit.span.of(document.prose), hit.entry.term
        named = hit.wrong is None and hit.entry.kind is EntryKind.ENTITY and term[:1].isupper() and not term.isupper()
        if named and here != term and here == term.capitalize() and here.isalpha() and here not in _WRITTEN_SO:
            found.add(term)
    return frozenset(found)


_WRITTEN_SO = frozenset(
    "Github Gitlab Javascript Typescript Wordpress Linkedin Youtube Paypal Mysql Postgresql Powershell Macos Numpy "
    "Pytorch Tensorflow Vmware Graphql Nodejs Iphone Android".split()
)
"""Names whose capitals people forget as well."""


def _weight(hit: Hit, prose: str) -> float:
    """How much of a sign an occurrence is; a plain word in lower case may be its author's own mistake."""
    if hit.wrong is not None and _root(hit.wrong.form) == _root(hit.entry.term):
        return _SLIP  # *ChatGTP*, *dévelopeur*: people misspell
    if hit.evidence is not Evidence.NEAR:
        return _OF_FIELD
    plain = hit.entry.kind is not EntryKind.ENTITY and " " not in hit.span.of(prose)
    return 0.5 if plain and hit.wrong is not None and hit.wrong.trust != "apply" else 1.0


def _root(phrase: str) -> str:
    return unaccented(phrase)[:4].lower()


def _glued(document: Document) -> int:
    """How many code spans stand against a word: ``utilisez`pip`pour``, but not the plural of ``les `int`s``."""
    text = document.text
    count = 0
    for region in document.regions:
        if region.kind is Kind.CODE and text[region.span.start : region.span.start + 1] == "`":
            before, after = text[region.span.start - 1 : region.span.start], text[region.span.end : region.span.end + 2]
            count += before.islower() or (after[:1].isalpha() and not (after[:1] == "s" and not after[1:].isalpha()))
    return count
