"""A verb, or what *être* says of its subject, that does not agree: `les modèles est`, `la valeur est passé`.

A machine that translates in pieces loses the subject before it comes to the verb, or takes the noun beside it.

* **Subject and verb**: determiner, noun, adjectives, complements with *de*, at the start of a clause, then a verb of
  the other number: `si la lumière reçue sont inférieures` → `est inférieure`.
* **The noun before *qui* and its verb**, if no other noun can be meant: `des outils qui permet` → `permettent`.
* **Subject and predicate**: the participle or adjective behind *être* takes the gender and number of such a subject:
  `La valeur de cet argument est passé` → `passée`; so does that of *il, elle, ils, elles*.
* **Être and predicate**: whatever the subject, `sont utilisé` and `a été ajoutés` disagree in themselves.

Left alone: collectives (`une partie des fichiers sont`), *on* and a polite *vous*, `ils se sont succédé`, `sont bon
marché`, words that are nouns in the first place.

Suggested, in a text that a machine made: the subject may be the slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._origin import unless_slips
from fixer.detectors._owners import ownerless
from fixer.detectors._shared import code_like, mistranslated, repair
from fixer.detectors._subjects import Subject, antecedent, subjects
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.concord import Tags, agree
from fixer.french.determiners import ADJECTIVES
from fixer.french.foreign import foreign_at
from fixer.french.lexicon import Lexicon
from fixer.french.nominal import Readings, readings
from fixer.french.persons import number, other_person
from fixer.lazy import simple_pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_BE = frozenset("est sont était étaient sera seront serait seraient fut furent".split())
_HAVE = frozenset("a ont avait avaient aura auront aurait auraient".split())
_PLURAL = "sont|étaient|seront|seraient|soient|furent|(?:ont|avaient|auront|auraient|aient) été"
_SINGULAR = "est|était|sera|serait|fut|(?:a|avait|aura|aurait|ait) été"
_ADVERB = r"(?:pas|plus|jamais|toujours|déjà|encore|aussi|très|trop|bien|alors|ainsi|souvent|également|\w+ment)"
_PREDICATE = simple_pattern(
    rf"(?<![\w'’-])(?:(?:([Ii]ls?|[Ee]lles?) )?(?:(?:ne |n['’]))?)(?:({_PLURAL})|({_SINGULAR}))"
    rf"(?:[ *]{{1,3}}{_ADVERB})?(?: {_ADVERB})?[ *]{{1,3}}([^\W\d_]{{4,}})(?![\w'’(/-]|\.\w)"
)
_WHO = simple_pattern(r"\bqui (?:ne |n['’]|se |s['’])?([^\W\d_]+)(?![\w'’(-])")
_NO_PREDICATE = frozenset("adv prep det mg npr inv detind proind conj".split())
_NEVER_CHANGE = frozenset("standard bien multiplateforme global mieux maximum minimum membre maître".split())
_NOUNS_TOO = ("aire", "aires", "able", "ables", "ible", "ibles", "ieur", "ieurs", "ieure", "ieures", "plet", "plets")
_REFLEXIVE = ("se ", "s'", "s’", "nous ", "vous ", "on ", "on n'", "on n’", "nous ne ", "vous ne ", "on ne ")
_PRONOUNS = {"il": "ms", "elle": "fs", "ils": "mp", "elles": "fp"}


@rule("verb-agreement", Category.GRAMMAR, Stage.SENTENCE, "a verb or predicate unlike its subject", Trust.SUGGEST)
def verb_agreement(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from unless_slips(document, resources, _disagreements(document, resources))


def _disagreements(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, lexicon = document.prose, resources.lexicon
    done: list[Span] = []
    for subject in subjects(prose, lexicon):
        change = _with_subject(prose, subject, lexicon)
        if change and not _elsewhere(document, resources, subject.noun.start):
            done.append(Span(change[0], subject.row[min(subject.verb + 4, len(subject.row) - 1)].end))
            message = f"“{subject.noun.text}” is the subject: “{change[2]}”"
            yield from repair(document, *change, message, Trust.SUGGEST, 0.85)
    for span, verb in _relatives(prose, lexicon):
        if not _elsewhere(document, resources, span.start):
            done.append(span)
            message = f"agrees with the noun before “qui”: “{verb}”"
            yield from repair(document, span.start, span.end, verb, message, Trust.SUGGEST, 0.8)
    for match in _PREDICATE.finditer(prose):
        new = _in_itself(prose, match[1], bool(match[2]), match[4], match.start(), lexicon.tags)
        span = Span(*match.span(4))
        if not new or any(span.start < other.end and other.start < span.end for other in done):
            continue
        if not _elsewhere(document, resources, span.start):
            yield from repair(document, span.start, span.end, new, f"“{match.group()}”: “{new}”", Trust.SUGGEST, 0.85)


def _relatives(prose: str, lexicon: Lexicon) -> Iterator[tuple[Span, str]]:
    """Verbs behind *qui* unlike the only noun it can mean, and what they should be: `des outils qui permet`."""
    tags = lexicon.tags
    for match in _WHO.finditer(prose):
        verb = match[1]
        said = number(verb, tags)
        if said is None or lexicon.english_frequency(verb) > lexicon.frequency(verb):
            continue
        fits, first = antecedent(prose, match.start(1), tags)
        if {reading[1] for reading in fits} != ({"p"} if said == "s" else {"s"}):
            continue
        new = other_person(verb, tags)
        others = frozenset({"ms", "fs"} if said == "s" else {"mp", "fp"})
        if new and ownerless(prose, first, others, tags):
            yield Span(*match.span(1)), new


def _elsewhere(document: Document, resources: Resources, at: int) -> bool:
    """True in code, in another language, and where the glossary puts another word."""
    if mistranslated(document, resources, at) or code_like(document.prose, Span(at, at + 1)):
        return True
    return foreign_at(document.prose, at, resources.lexicon)


def _with_subject(prose: str, subject: Subject, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """The verb and the predicate as the subject wants them: start, end, new."""
    tags, row, verb = lexicon.tags, subject.row, subject.row[subject.verb]
    right = number(verb.text, tags) == ("p" if subject.plural else "s")
    follows = row[subject.verb + 1].text if subject.verb + 1 < len(row) else ""
    if not right and follows and number(follows, tags) is not None:
        return None  # `l'article suivent propose`: no verb, but *suivant*
    if not right and lexicon.english_frequency(verb.text) > lexicon.frequency(verb.text):
        return None  # `deux objets range`
    new_verb: str | None = verb.text if right else other_person(verb.text, tags)
    if new_verb is None or (not right and follows in ("et", "ou")):
        return None
    predicate = _predicate(subject, lexicon)
    if predicate is None:
        return None if right else (verb.start, verb.end, new_verb)
    word = row[predicate]
    known = readings(tags(word.text))
    if known & subject.fits:
        return None if right else (verb.start, verb.end, new_verb)
    new = _agreed(word.text, subject.fits, known, tags)
    if new is None or new == word.text:
        return None if right else (verb.start, verb.end, new_verb)
    if right:
        return word.start, word.end, new
    return verb.start, word.end, new_verb + prose[verb.end : word.start] + new


def _predicate(subject: Subject, lexicon: Lexicon) -> int | None:
    """Where in the row the participle or adjective behind *être* stands."""
    row, index = subject.row, subject.verb + 1
    if row[subject.verb].text in _HAVE:
        if index >= len(row) or row[index].text != "été":
            return None
        index += 1
    elif row[subject.verb].text not in _BE:
        return None
    while index < len(row) and _adverb(row[index].text, lexicon.tags):
        index += 1
    return index if index < len(row) and _may_be_predicate(row[index].text, lexicon.tags) else None


def _adverb(word: str, tags: Tags) -> bool:
    known = tags(word)
    return word in ("pas", "plus", "bien") or ("adv" in known and not known & {"nom", "adj"})


def _may_be_predicate(word: str, tags: Tags) -> bool:
    known = tags(word)
    if word in ADJECTIVES or word in _NEVER_CHANGE or not known & {"adj", "ppas"} or known & {"ppre", "inv"}:
        return False
    if "ppas" in known:
        return "adv" not in known and "det" not in known
    return not known & _NO_PREDICATE and ("nom" not in known or word.endswith(_NOUNS_TOO))


def _agreed(word: str, fits: Readings, written: Readings, tags: Tags) -> str | None:
    """The predicate in a reading of its subject; of two genders, the one that is written."""
    genders = {reading[0] for reading in fits}
    own = {reading[0] for reading in written}
    gender = min(genders & own or genders)
    return agree(word, gender, plural=min(fits).endswith("p"), tags=tags)


def _in_itself(prose: str, pronoun: str | None, plural: bool, word: str, start: int, tags: Tags) -> str | None:
    """What the predicate should be where *être* or a pronoun alone says so."""
    if not _may_be_predicate(word, tags) or prose[max(0, start - 8) : start].lower().endswith(_REFLEXIVE):
        return None
    written = readings(tags(word))
    if pronoun and prose[max(0, start - 3) : start].lower() == "ou ":
        return None
    wanted = frozenset({"mp", "fp"} if plural else {"ms", "fs"})
    if pronoun and _PRONOUNS[pronoun.lower()] in wanted:
        wanted = frozenset({_PRONOUNS[pronoun.lower()]})
    fits, first = antecedent(prose, start, tags)
    if len(fits & wanted) == 1 and written.isdisjoint(fits) and ownerless(prose, first, written, tags):
        wanted = fits & wanted  # `une bibliothèque qui est conçu`
    if written & wanted or not written:
        return None
    wanted = (fits & wanted) or wanted
    new = _agreed(word, wanted, written, tags)
    return new if new != word else None
