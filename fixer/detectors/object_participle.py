"""The participle behind *avoir* and its object: `une application que vous avez envoyé`, `vous avez lancés un service`.

It agrees with an object that stands before it and with nothing else. English has no such agreement, so a machine leaves
the masculine singular, or guesses.

* Behind *que*, the participle takes the gender and number of the noun before it: `une application que vous avez
  envoyée`; only where that noun is the antecedent beyond doubt (`un`, `cette`, or no other noun before it).
* With its object behind it, it stays as it is: `vous avez lancé un service`.

Left alone: *que* that is no pronoun (`une fois que vous avez installé le paquet`, `le fait que …`), participles before
an infinitive (`la page que vous avez voulu lire`), *fait*, *pu*, *dû*, and `les heures que vous avez travaillé`.

Suggested, in a text that a machine made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fixer.detectors._origin import unless_slips
from fixer.detectors._owners import ownerless
from fixer.detectors._shared import code_like, mistranslated, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.concord import agree
from fixer.french.lexicon import Lexicon
from fixer.french.nominal import DETERMINED, is_noun, noun_readings, readings
from fixer.lazy import simple_pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_HAVE = "ai|as|a|avons|avez|ont|avais|avait|avions|aviez|avaient|aurez|aurons|auront"
_BEHIND_QUE = simple_pattern(
    r"(?<![\w-])(?P<det>[^\W\d_]+['’ ])(?P<noun>[^\W\d_]{3,}) qu(?:e |['’])"
    r"(?:j['’]|nous |vous |ils? |elles? |on |n['’])?"
    rf"(?P<have>(?<=['’ ])(?:{_HAVE})) (?P<adverb>déjà |bien |vous-mêmes? )?(?P<participle>[^\W\d_]{{4,}})"
    r"(?= ?[.,;:)\n]| (?:à|dans|sur|pour|avec|par|en|au|aux|lors|et|est|sont|ici|avant|après|depuis|sous)\b)"
)
_WITH_OBJECT = simple_pattern(
    r"(?<![\w’-])(?:[Vv]ous (?:avez|aviez|aurez)|[Nn]ous (?:avons|avions|aurons)|"
    r"(?:[Ii]l|[Ee]lle|[Oo]n) (?:a|avait|aura)|(?:[Ii]ls|[Ee]lles) (?:ont|avaient|auront)) "
    r"(?P<participle>[^\W\d_]{4,}) (?:une?|la|le|les|votre|vos|ce|cette|ces|notre|nos|leur|leurs|son|sa|ses)"
    r" (?P<object>[^\W\d_]{3,})"
)
_SURE = frozenset(["un ", "une ", "cette ", "ce ", "cet "])
_NO_ANTECEDENT = frozenset(
    "fois fait cas principe idée preuve raison moment jour temps instant condition sorte façon manière heure heures "
    "mois minutes secondes jours années semaines euros chose ainsi impression certitude hypothèse espoir".split()
)
_TIMES = frozenset("jour mois semaine année matin soir fois moment heure nuit".split())
_OF_CLAUSE = frozenset("principe fait idée hypothèse".split())
_UNCHANGED = frozenset(
    "fait laissé voulu pensé cru travaillé dormi marché couru coûté valu pesé vécu duré mesuré".split()
)


@rule(
    "object-participle",
    Category.GRAMMAR,
    Stage.SENTENCE,
    "a participle unlike its object: `que … envoyé`",
    Trust.SUGGEST,
)
def object_participle(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from unless_slips(document, resources, _disagreements(document, resources))


def _disagreements(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, lexicon = document.prose, resources.lexicon
    for shape, right in ((_BEHIND_QUE, _behind_que), (_WITH_OBJECT, _with_object)):
        for match in shape.finditer(prose):
            word = match["participle"]
            known = lexicon.tags(word)
            if "ppas" not in known or known & {"inv", "prep"} or word in _UNCHANGED:
                continue
            new = right(prose, match, lexicon)
            span = Span(*match.span("participle"))
            if new is None or new == word or code_like(prose, span) or mistranslated(document, resources, span.start):
                continue
            message = f"agrees with the object before it, and with no other: “{new}”"
            yield from repair(document, span.start, span.end, new, message, Trust.SUGGEST, 0.85)


def _behind_que(prose: str, match: re.Match[str], lexicon: Lexicon) -> str | None:
    """The participle in the gender and number of the antecedent."""
    noun, determiner = match["noun"], match["det"].lower().replace("’", "'")
    known = lexicon.tags(noun)
    said = DETERMINED.get(determiner.strip())
    if said is None or noun in _NO_ANTECEDENT or not is_noun(noun, known):
        return None
    fits = said & noun_readings(noun, known)
    written = readings(lexicon.tags(match["participle"]))
    if len(fits) != 1 or written & fits:
        return None
    if determiner not in _SURE and not ownerless(prose, match.start("det"), written, lexicon.tags):
        return None
    reading = min(fits)
    return agree(match["participle"], reading[0], plural=reading[1] == "p", tags=lexicon.tags)


def _with_object(prose: str, match: re.Match[str], lexicon: Lexicon) -> str | None:
    """The masculine singular, before an object; None where *que* or a pronoun may be the object."""
    written = readings(lexicon.tags(match["participle"]))
    if not written or "ms" in written or match["object"] in _TIMES:
        return None
    before = prose[max(0, match.start() - 40) : match.start()].lower().replace("’", "'").split()
    if (
        before
        and before[-1].startswith(("qu", "dont", "combien"))
        and (len(before) < 2 or before[-2] not in _OF_CLAUSE)
    ):
        return None
    return agree(match["participle"], "m", plural=False, tags=lexicon.tags)
