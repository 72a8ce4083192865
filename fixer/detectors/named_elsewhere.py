"""Common nouns that translate a name which the document itself gives.

An engine that renders *Flask* as *flacon* leaves it alone in code, in addresses and in links: ``pip install flask``,
`https://github.com/pallets/flask`, beside *une application de flacon*. So a noun that technical French hardly uses, and
that translates back into a name standing somewhere in the document, is that name. Names of two words are found in the
same way: *noyau sémantique* in a text that links to `semantic-kernel`.

Suggested; a single noun or a name in one word only in a text that a machine made. Left alone: words that the field
uses (*vecteur*, *fichier*), verbs, what stands in code itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from fixer.detectors._origin import machine_made
from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.lexicon import Lexicon
from fixer.french.words import unaccented
from fixer.glossary import Glossary
from fixer.glossary.bilingual import LINKS, stem, translations
from fixer.glossary.context import in_code
from fixer.glossary.cover import Cover, Shields
from fixer.glossary.english import Concept, entry_of, names
from fixer.glossary.replace import repair_as
from fixer.glossary.select import select
from fixer.glossary.skeleton import squash
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_NAME = pattern(r"[A-Za-z][A-Za-z0-9]*(?:[-_. ][A-Za-z0-9]+)?")
_WORD = pattern(r"[^\W\d_]{3,}")
_GAP = pattern(r"[ \u00a0](?:(?:de|du|des|à)[ \u00a0](?:la[ \u00a0]|l['’])?|d['’])?")
_RARE = 8.0
"""Occurrences per million words of technical French up to which a noun is out of place there."""
_TWICE = 2
_CONFIDENCE = 0.75


@rule("entity-elsewhere", Category.ENTITY, Stage.TERM, "nouns that translate a name the document has", Trust.SUGGEST)
def entity_elsewhere(document: Document, resources: Resources) -> Iterator[Finding]:
    named = _named(document, resources.glossary, resources.lexicon)
    if not named:
        return
    covered = _explained(document, resources)
    right = Shields(hit.span for hit in resources.glossary.matches(document.prose) if hit.wrong is None)
    translated = machine_made(document, resources)
    for span, name in _renderings(document.prose, named, resources.lexicon):
        if covered.overlaps(span) or right.cover(span) or in_code(document.prose, span):
            continue
        if not translated and (len(name.stems) == 1 or not {" ", "-"} & set(name.term)):
            continue
        repaired = repair_as(document.prose, span, entry_of(name, resources.glossary), resources.lexicon.tags)
        if repaired and all(map(document.editable, repaired.edits)):
            message = f"“{span.of(document.text)}” translates “{name.term}”, which this document names elsewhere"
            yield Finding(repaired.span, message, repaired.edits, trust=Trust.SUGGEST, confidence=_CONFIDENCE)


def _explained(document: Document, resources: Resources) -> Cover:
    """What the glossary replaces or keeps itself."""
    wrong = (hit.span for hit in select(resources.glossary, document.prose, resources.lexicon.tags))
    return Cover((*wrong, *resources.glossary.protected_spans(document.prose)))


def _named(document: Document, glossary: Glossary, words: Lexicon) -> Mapping[tuple[str, ...], Concept]:
    """Stems -> the names that the document has, in its code, addresses and links, or more than once in its prose."""
    known = names(glossary)
    found: Counter[str] = Counter()
    for region in document.regions:
        text = region.span.of(document.text)
        weight = 1 if region.kind is Kind.PROSE else _TWICE
        for match in _NAME.finditer(text):
            for part in {match.group(), *match.group().replace("_", " ").replace("-", " ").split()}:
                key = squash(part)
                if key and (weight > 1 or not words.french(part.lower())):
                    found[key] += weight
    often = (known.spelt(key) for key, count in found.items() if count >= _TWICE)
    return {concept.stems: concept for concept in often if concept is not None}


def _renderings(prose: str, named: Mapping[tuple[str, ...], Concept], words: Lexicon) -> Iterator[tuple[Span, Concept]]:
    """The nouns, and pairs of words, that render one of the names."""
    stems = {part for key in named for part in key}
    spots = []
    for match in _WORD.finditer(prose):
        word = match.group().lower()
        if word not in LINKS:
            senses = (frozenset(map(stem, translations(word))) & stems) - {stem(unaccented(word))}
            spots.append((match.start(), match.end(), word, senses))
    done = 0
    for (start, end, word, senses), (after, last, second, others) in pairwise(
        [*spots, (len(prose),) * 2 + ("", frozenset())]
    ):
        if start < done or not senses:
            continue
        name = None
        both = others and _GAP.fullmatch(prose, end, after) and not _seen(words, word, second)
        if both and _may_name(word, words) and _may_name(second, words):
            name = next((named[key] for b in others for a in senses for key in ((b, a), (a, b)) if key in named), None)
        if name is not None:
            done = last
            yield Span(start, last), name
        elif _is_odd(word, words) and prose[start].islower():
            whole = (name for name in sorted(translations(word)) if name != unaccented(word))  # *gate* is no GAT
            single = next((named[(name,)] for name in whole if (name,) in named), None)
            if single is not None:
                yield Span(start, end), single


def _may_name(word: str, words: Lexicon) -> bool:
    """False for a verb: *il est courant d'exprimer* is no Common Voice."""
    tags = words.tags(word)
    return not tags or bool(tags & {"nom", "adj"})


def _seen(words: Lexicon, first: str, second: str) -> bool:
    return words.frequency(first) > _COMMON and words.frequency(second) > _COMMON


_COMMON = 100.0


def _is_odd(word: str, words: Lexicon) -> bool:
    """True for a French noun that technical prose hardly has."""
    tags = words.tags(word)
    return (
        "nom" in tags
        and not tags & {"inf", "ppas", "ppre"}
        and max(map(words.frequency, (word, word.removesuffix("s")))) <= _RARE
    )
