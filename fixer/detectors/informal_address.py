"""*Tu* in a text that says *vous*: `Fais-le`, `De quoi as-tu besoin`.

English has one *you*, and an engine that translates sentence by sentence now and then takes the familiar one.

* an order with its pronoun at the beginning of a sentence: `Fais-le`, `Utilise-les`, `Connecte-toi`; without one the
  form of most verbs is that of a description (`Utilise un cache`) and stays;
* *tu* behind its verb, `as-tu besoin`, and before it, `tu peux`, in a text that a machine made.

Only in a text that addresses its reader as *vous*, and hardly ever as *tu*. Left alone: quotations, as somebody else
speaks there. Suggested with the form of *vous*, flagged where it is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

import regex

from fixer.detectors._origin import machine_made
from fixer.detectors._shared import line_around, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.foreign import foreign_at
from fixer.french.lexicon import Lexicon
from fixer.french.moods import imperative
from fixer.lazy import pattern, simple_pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_FORMAL = simple_pattern(r"\b[Vv](?:ous|otre|os)\b")
_FAMILIAR = simple_pattern(
    r"(?<![-'’\w])(?:[Tt]u|[Tt]oi|[Tt]es|[Tt]on|[Tt]a|te) (?=[a-zéèêàâ])|(?<![-\w])t['’](?=\w)|-t(?:u|oi)\b"
)
_MANY = 3
_FEW = 2
_ORDER = pattern(
    r"(?:(?<=^|[.!?] )|(?<=[.!?]\n))(?P<verb>\p{Lu}\p{Ll}{2,})-(?P<pronoun>le|la|les|moi|lui|leur|toi)(?![\p{L}'’-])",
    regex.MULTILINE,
)
_TU = pattern(
    r"(?<![\p{L}'’_«\"“-])(?:[Tt]u (?:(?:ne|n['’]|l['’]|les?|la|y|en) ?)?(?P<verb>\p{Ll}{2,})|"
    r"(?P<before>\p{Lu}?\p{Ll}+)-tu)(?![\p{L}-])"
)
_IRREGULAR = {
    "fais": "faites", "dis": "dites", "mets": "mettez", "prends": "prenez", "lis": "lisez", "as": "avez", "es": "êtes",
    "peux": "pouvez", "veux": "voulez", "dois": "devez", "sais": "savez", "vois": "voyez", "vas": "allez",
    "reçois": "recevez", "choisis": "choisissez", "viens": "venez", "obtiens": "obtenez", "écris": "écrivez",
    "pourras": "pourrez", "seras": "serez", "auras": "aurez", "connais": "connaissez", "ouvre": "ouvrez",
}  # fmt: skip


@rule("informal-address", Category.GRAMMAR, Stage.SENTENCE, "*tu* in a text of *vous*: `Fais-le`", Trust.SUGGEST)
def informal_address(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, words = document.prose, resources.lexicon
    if "-" not in prose and "tu " not in prose:
        return
    if len(_FORMAL.findall(prose)) < _MANY or len(_FAMILIAR.findall(prose)) > _FEW:
        return
    made = cache(partial(machine_made, document, resources))
    for match in _ORDER.finditer(prose):
        verb = match["verb"].lower()
        tags = words.tags(verb)
        formal = _formal(verb, words)
        if {"impe", "2sg"} <= tags and formal and not _quoted(prose, match.start()):
            pronoun = "vous" if match["pronoun"] == "toi" else match["pronoun"]
            new = f"{formal.capitalize()}-{pronoun}"
            yield from repair(document, *match.span(), new, "*tu* in a text of *vous*", Trust.SUGGEST, 0.85)
    for match in _TU.finditer(prose):
        group = "before" if match["before"] else "verb"
        verb = match[group].lower()
        if _quoted(prose, match.start()) or not (match["before"] or made()):
            continue
        if "2sg" not in words.tags(verb) or foreign_at(prose, match.start(), words):
            continue
        formal = _formal(verb, words)
        if formal is None:
            yield Finding(Span(*match.span()), "*tu* in a text of *vous*", confidence=0.8)
            continue
        formal = formal.capitalize() if match[group][0].isupper() else formal
        if match["before"]:
            new = f"{formal}-vous"
        else:
            subject = "Vous" if match.group()[0] == "T" else "vous"
            new = subject + prose[match.start() + 2 : match.start("verb")] + formal
        yield from repair(document, *match.span(), new, "*tu* in a text of *vous*", Trust.SUGGEST, 0.85)


def _quoted(prose: str, position: int) -> bool:
    """True inside of quotation marks that were opened in the line."""
    before = prose[line_around(prose, Span(position, position))[0] : position]
    return before.rfind("«") > before.rfind("»") or before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _formal(verb: str, words: Lexicon) -> str | None:
    """The second person plural of the present: `utilises`, `utilise` -> `utilisez`."""
    known = _IRREGULAR.get(verb)
    if known:
        return known
    stem = verb.removesuffix("s")
    infinitive = stem + "r"
    if stem.endswith("e") and "inf" in words.tags(infinitive):
        return imperative(infinitive, words.tags)
    return None
