"""*Ils* for *elles*: `Lorsque les fonctionnalités sont terminées, ils sont fusionnés`.

English *they* has no gender, and *ils* is what an engine takes for it. Where a subordinate clause opens the sentence
and has one plural noun phrase, which is feminine, the pronoun behind its comma stands for that: *elles*. The participle
of its verb follows: `elles sont fusionnées`. The same for *elles* behind a masculine.

Left alone: a clause with another plural, a masculine one, a number or a name that *ils* may stand for, or with two
subjects that make a plural (`le client et la clé`); a pronoun that is there already; and a sentence behind one that has
a plural subject of the pronoun's gender (`Les clients …. Si les clés manquent, ils …`). Suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.concord import agree
from fixer.french.lexicon import Lexicon
from fixer.french.sentences import sentence_at
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_CLAUSE = pattern(
    r"(?:Lorsque|Quand|Si|Dès que|Une fois que|Bien que|Comme|Puisque|Tant que|Après que|Même si|Parce que|Tandis que|"
    r"Pendant que|Alors que|Étant donné que|Avant que) (?P<clause>(?:les|[csdmnv]es|vos|nos|leurs|toutes les|tous les|"
    r"certaine?s|plusieurs) [^.!?;:,()«»\n]{5,120}), (?P<pronoun>ils|elles)(?= )"
    r"(?: (?:ne |n['’])?(?:sont|seront|étaient|seraient|restent|deviennent|soient|ont été|"
    r"(?:peuvent|doivent|pourront|devront|vont|devraient|pourraient) être)"
    r"(?: (?:pas|plus|ensuite|alors|automatiquement|également|toujours|souvent|généralement|aussi|donc|tous|déjà))?"
    r" (?P<participle>\p{L}+))?"
)
_WORD = pattern(r"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*+['’]?|\S")
_NUMBERS = frozenset(
    "deux trois quatre cinq six dix cent mille plusieurs certains tous ceux eux ils elles celles".split()
)


@rule("pronoun-gender", Category.GRAMMAR, Stage.SENTENCE, "*ils* for *elles* behind a feminine plural", Trust.SUGGEST)
def pronoun_gender(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, words = document.prose, resources.lexicon
    if ", ils " not in prose and ", elles " not in prose:
        return
    for match in _CLAUSE.finditer(prose):
        gender = _only_plural(match["clause"], words)
        said = "f" if match["pronoun"] == "elles" else "m"
        if gender is None or gender == said or _rival_before(prose, match.start(), said, words):
            continue
        pronoun = "elles" if gender == "f" else "ils"
        start, end = match.span("pronoun")
        new = pronoun
        participle = match["participle"]
        if participle and {"ppas", "adj"} & words.tags(participle):
            agreed = agree(participle, gender, plural=True, tags=words.tags)
            if agreed is None:
                continue
            new, end = pronoun + prose[end : match.start("participle")] + agreed, match.end("participle")
        message = f"“{match['pronoun']}” stands for a {'feminine' if gender == 'f' else 'masculine'}: “{pronoun}”"
        yield from repair(document, start, end, new, message, Trust.SUGGEST, 0.8)


def _only_plural(clause: str, words: Lexicon) -> str | None:
    """The gender of the plural nouns of a clause, if all have the same and no other words may be meant."""
    genders: set[str] = set()
    coordinated = False
    for index, match in enumerate(_WORD.finditer(clause)):
        word = match.group()
        if word.lower() in _NUMBERS or not word[0].isalpha() or word[0].isupper():
            return None
        coordinated = coordinated or word in ("et", "ou")
        tags = words.tags(word)
        if not tags and index:
            return None
        if "nom" in tags and {"pl", "inv"} & tags and not {"det", "prep", "mg", "prn"} & tags:
            genders.add(_gender(tags))
        elif coordinated and "nom" in tags and "sg" in tags and "mas" in tags:
            return None
    return genders.pop() if len(genders) == 1 and genders != {"?"} else None


def _gender(tags: frozenset[str]) -> str:
    genders = tags & {"mas", "fem", "epi"}
    return {frozenset({"fem"}): "f", frozenset({"mas"}): "m"}.get(genders, "?")


def _rival_before(prose: str, start: int, said: str, words: Lexicon) -> bool:
    """True if the sentence before has a plural noun, or the pronoun, that the pronoun may go on with."""
    if start < 2 or "\n" in prose[max(0, start - 2) : start]:
        return False
    before = sentence_at(prose, start - 2).of(prose)
    for word in regex.findall(r"[\p{L}\p{M}]+", before):
        tags = words.tags(word.lower())
        if word.lower() == ("elles" if said == "f" else "ils"):
            return True
        if "nom" in tags and "pl" in tags and ({"fem", "epi"} if said == "f" else {"mas", "epi"}) & tags:
            return True
    return False
