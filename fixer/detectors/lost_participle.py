"""An auxiliary before a verb that cannot follow it: `est utilise`, `ont été configurer`, `seront appliquent`.

What stands behind *être* and *avoir* is a participle. A machine that loses an accent, or takes the verb of another
sentence, leaves a verb in the present or an infinitive there: `est utilise` → `est utilisé`, `j'ai installer` →
`j'ai installé`. (`verb-form` looks after *vous avez* and its like.)

The participle agrees with the subject if that opens the clause or is a pronoun, else in number with *être*; the other
gender is an alternative, as is the reflexive verb (`sont trouve`: *se trouvent*). Verbs whose participle is not made
by rule (`est contient`) are flagged, and so is *être* before an infinitive with an object: `le but est installer le
paquet` wants *d'installer*.

Left alone: words that are nouns or adjectives as well (`est complète`), *soit … soit*, the letter *a* (`le point a
touche`), *l'est*, a clause that ends in *être* (`le laisser là où il est permet de`), and texts that people wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._origin import unless_slips
from fixer.detectors._shared import code_like
from fixer.detectors._subjects import Subject, antecedent, subjects
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.concord import Tags, agree
from fixer.french.foreign import foreign_at
from fixer.french.inflection import conjugate
from fixer.french.lexicon import Lexicon
from fixer.french.nominal import FINITE
from fixer.french.persons import other_person
from fixer.lazy import simple_pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_BE = (
    "est|sont|était|étaient|sera|seront|serait|seraient|fut|furent|êtes|sommes|suis|être|étant|"
    "(?:a|ont|avait|avaient|aura|auront|aurait|auraient|ait|aient|avoir|ayant) été"
)
_HAVE = "ont|avait|avaient|aura|auront|aurait|auraient|avez|avons|ai|aviez|avions|aurez|ayez|ayant|avoir"
_AFTER = simple_pattern(
    rf"(?<![\w-])(?<![^jJnN]['’])((?:il|elle|on|qui|y) a|{_HAVE}|(?P<be>{_BE}))"
    r"(?: (?:pas|plus|jamais|toujours|déjà|encore|aussi|bien|alors|ensuite|souvent|également|automatiquement))?"
    r" (?P<verb>[^\W\d_A-Z]{4,})(?![\w'’(/-]|\.\w)"
)
_OTHERS = frozenset("nom adj adv prep det ppas ppre mg npr".split())
_ENDED = simple_pattern(r"\b(?:(?:où|que|qu['’]|comme|quels?|quelles?)(?: ?\w+['’]?)?|ce qui)\Z")
_WITHOUT_OBJECT = simple_pattern(
    r" ?(?:[.,;:)\n]|\Z|(?:par|dans|sur|en|à|au|aux|avec|sous|lors|depuis|selon|via|comme|après|avant|\w+ment)\b)"
)
_SHORT = frozenset("peut peuvent doit doivent sont avons avez ont avait avaient étaient était".split())
_BY_VERB_FORM = frozenset("avez avons ont aviez avait avaient aura aurez ayez".split())
_MANY = frozenset("sont étaient seront seraient furent sommes ont avaient auront auraient aient".split())


@rule("lost-participle", Category.GRAMMAR, Stage.SENTENCE, "an auxiliary before a verb: `est utilise`", Trust.SUGGEST)
def lost_participle(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from unless_slips(document, resources, _disagreements(document, resources))


def _disagreements(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, lexicon = document.prose, resources.lexicon
    known: dict[int, Subject] | None = None
    for match in _AFTER.finditer(prose):
        verb, span = match["verb"], Span(*match.span("verb"))
        tags = lexicon.tags(verb)
        if tags & _OTHERS or not tags & (FINITE | {"inf"}) or verb in _SHORT or _ends_clause(prose, match.start()):
            continue
        if code_like(prose, span) or foreign_at(prose, span.start, lexicon):
            continue
        if "inf" in tags and match[1] in _BY_VERB_FORM:
            continue
        participle = _participle(verb, lexicon.tags)
        if "inf" in tags and match["be"] and not _passive(prose, match["be"], match.start(), span.end):
            if prose.endswith("peut ", max(0, match.start() - 5), match.start()):
                continue  # `vous voudrez peut être changer`
            participle = None
        if participle is None:
            yield Finding(span, f"“{verb}” cannot stand behind “{match[1]}”", confidence=0.8)
            continue
        if known is None:
            known = {subject.row[subject.verb].start: subject for subject in subjects(prose, lexicon)}
        forms = _forms(participle, match.start(), match["be"], prose, known, lexicon) if match["be"] else [participle]
        whole = Span(match.start(1), span.end)
        lead = prose[whole.start : span.start]
        plain = match["be"] if lead.strip() == match["be"] else None
        others = tuple(lead + form for form in forms[1:]) + _reflexive(verb, plain, lexicon.tags)
        yield _finding(document, whole, span, forms[0], others)


def _finding(document: Document, whole: Span, span: Span, new: str, others: tuple[str, ...]) -> Finding:
    edit = Edit(span, new)
    edits = (edit,) if document.editable(edit) else ()
    message = f"a participle stands behind the auxiliary: “{new}”"
    return Finding(whole, message, edits, others, trust=Trust.SUGGEST, confidence=0.85)


def _ends_clause(prose: str, start: int) -> bool:
    """True if what stands before may be a clause that ends in *être*: `là où il est`, `ce qui est`; and for *l'est*."""
    return _ENDED.search(prose[max(0, start - 24) : start].rstrip()) is not None


def _passive(prose: str, be: str, start: int, end: int) -> bool:
    """True if *être* and an infinitive are a passive: `doivent être configurer`, `est représenter par`."""
    if be.endswith("été"):
        return True
    if be == "être" and not prose.endswith("peut ", max(0, start - 5), start):
        return prose[max(0, start - 1) : start] == " "
    return _WITHOUT_OBJECT.match(prose, end) is not None and be != "être"


def _participle(verb: str, tags: Tags) -> str | None:
    """The masculine singular participle of the verb in -er, or of a regular one, whose form this is."""
    if "inf" in tags(verb):
        made = [conjugate(verb).get("ppms", "")]
    else:
        stem = next((verb[: -len(end)] for end in ("ent", "es", "ez", "e") if verb.endswith(end)), "")
        made = [stem + "é", *(stem[:-1] + "é" for double in ("ll", "tt") if stem.endswith(double))]
        head, grave, tail = stem.rpartition("è")
        made += [f"{head}é{tail}é", f"{head}e{tail}é"] if grave else []
        made += [stem[:-1] + "yé"] if stem.endswith("i") else []
        made += [verb[:-1]] if verb.endswith(("it", "ut")) else []
    return next((form for form in made if {"ppas", "mas", "sg"} <= tags(form)), None)


def _forms(participle: str, start: int, be: str, prose: str, known: dict[int, Subject], lexicon: Lexicon) -> list[str]:
    """The participle as the subject wants it, the likeliest form first."""
    subject = known.get(start)
    before = prose[max(0, start - 30) : start].lower().replace("'", " ").replace("’", " ").split()[-2:]
    plural = be.split()[0] in _MANY or (be == "être" and bool(before) and "3pl" in lexicon.tags(before[-1]))
    fits = subject.fits if subject else antecedent(prose, start, lexicon.tags)[0]
    pronouns = {"il": "m", "ils": "m", "elle": "f", "elles": "f"}
    genders = next((pronouns[word] for word in reversed(before) if word in pronouns), "mf")
    if len({reading[0] for reading in fits}) == 1:
        genders = min(fits)[0]
    made = [agree(participle, gender, plural=plural, tags=lexicon.tags) for gender in genders]
    return [form for form in made if form] or [participle]


def _reflexive(verb: str, be: str | None, tags: Tags) -> tuple[str, ...]:
    """`sont trouve`: *se trouvent*; `seront appliquent`: *s'appliquent*."""
    if be not in ("est", "sont", "sera", "seront") or not tags(verb) & {"3sg", "3pl"}:
        return ()
    right = ("3pl" in tags(verb)) == (be in _MANY)
    form = verb if right else other_person(verb, tags)
    return (("s'" if form[0] in "aeiouéèêâîôûh" else "se ") + form,) if form else ()
