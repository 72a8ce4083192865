"""The form in -ez and the infinitive in each other's place: `vous pouvez utilisez`, `afin de créez`, `si vous créer`.

They sound alike, and an engine that translates a sentence piece by piece takes one for the other. Where a word before
the verb leaves one form alone, the other is put right:

* an infinitive behind a preposition (`pour`, `sans`, `afin de`, `à`, `de`), a modal verb (`vous pouvez`, `il faut`,
  `permet de`), `veuillez` and `ne pas`; pronouns may stand between: `pour vous connectez`;
* an infinitive with its pronoun where it goes on with one: `vous pouvez créer un fichier et ajoutez-le`;
* a form in -ez behind a conjunction and *vous*: `lorsque vous créer`. Not behind `comment`, `où`, `quand`, which take
  an infinitive (`comment vous connecter`), nor where *que* restricts (`il ne peut que vous aider`);
* a participle behind `avoir`: `vous avez installer`.

Left alone: a form behind a comma (`si vous le pouvez, utilisez …`), a verb that is a noun as well (`rendez-vous`),
words in quotation marks, names and code. Suggested: the word before the verb may be the slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from regex import IGNORECASE

from fixer.detectors._shared import mistranslated, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.elision import elides
from fixer.french.moods import imperative, infinitive, participle
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_MODAL = (
    r"(?:peux|peut|pouvez|pouvons|peuvent|pourrez|pourra|pourront|pourriez|pourrait|dois|doit|devez|devons|doivent|"
    r"devrez|devra|devront|devriez|devrait|voulez|souhaitez|désirez|préférez|faut|faudra|veuillez|"
    r"permet(?:tent|tra|trait|tant)? de)"
)
_ADVERB = (
    r"(?:(?:pas|plus|jamais|également|aussi|maintenant|ensuite|désormais|simplement|facilement|donc|toujours|alors|"
    r"directement|bien|enfin|même|encore|d['’]abord|seulement|uniquement|rapidement) )"
)
_FOR = r"(?:pour|sans|afin de|avant de|au lieu de)"
_ORDER = r"(?P<verb>(?!chez\b|assez\b|nez\b)\p{Ll}{2,}ez)(?![\p{L}\p{N}_'’*`»-])"
_EDGE = r"(?<![\p{L}\p{N}'’_«.-])"
_AS_INFINITIVE = (
    pattern(rf"{_EDGE}{_MODAL} {{1,2}}{_ADVERB}?{_ORDER}", IGNORECASE),
    pattern(rf"{_EDGE}{_FOR} (?:ne pas )?(?P<pronoun>(?:vous|les|la|le|y) )?{_ORDER}", IGNORECASE),
    pattern(rf"{_EDGE}(?:à|de|ne (?:pas|jamais|plus|rien)) {_ORDER}", IGNORECASE),
)
_PARTICIPLE_AS_INFINITIVE = pattern(
    rf"{_EDGE}(?:{_MODAL}|afin de|avant de|au lieu de) {_ADVERB}?(?P<verb>\p{{Ll}}{{2,}}é)(?![\p{{L}}\p{{N}}_'’*`»-])",
    IGNORECASE,
)
_AND_ORDER = pattern(
    rf"{_EDGE}(?:{_MODAL}|[Ii]l suffit de) {_ADVERB}?(?P<first>\p{{Ll}}{{2,}}(?:er|ir|re)) "
    r"[^.!?;:,()\n]{1,80}? (?:et|puis|ou) (?P<verb>\p{Ll}{2,}(?:ez|tes)-(?P<object>le|la|les|vous))"
    r"(?![\p{L}\p{N}_'’-])",
    needs=("ez-le", "ez-la", "ez-vous", "tes-l", "tes-vous"),
)
_AUXILIARIES = frozenset("avez êtes pouvez devez voulez allez savez faites aurez serez pourrez devrez".split())
_AS_ORDER = pattern(
    rf"{_EDGE}(?:si|lorsque|puisque|dont|tandis que|dès que|pendant que|après que|tant que|une fois que|parce que) "
    r"vous (?P<verb>\p{Ll}{2,}(?:er|ir|re))(?![\p{L}\p{N}_'’*`»-])",
    IGNORECASE,
)
_AS_PARTICIPLE = pattern(
    rf"{_EDGE}(?:avez|avons|ont|aviez|avait|avaient|aura|aurez|ayez) (?P<adverb>{_ADVERB}|déjà )?"
    r"(?P<verb>\p{Ll}{2,}er)(?![\p{L}\p{N}_'’*`»-])",
    IGNORECASE,
    needs=tuple(f"{end} " for end in "avez avons ont viez vait vaient aura aurez ayez".split()),
)


@rule(
    "verb-form", Category.GRAMMAR, Stage.SENTENCE, "`pouvez utilisez`, `afin de créez`, `si vous créer`", Trust.SUGGEST
)
def verb_form(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, words = document.prose, resources.lexicon
    if "ez" in prose:
        for shape in _AS_INFINITIVE:
            for match in shape.finditer(prose):
                verb = match["verb"].lower()
                tags = words.tags(verb)
                if not {"2pl", "ipre"} <= tags or {"nom", "prep"} & tags:
                    continue
                if verb in _AUXILIARIES and ("pronoun" in match.groupdict() and match["pronoun"]):
                    continue
                new = infinitive(verb, words.tags)
                yield from _said(document, resources, match.span("verb"), new, match.group())
        for match in _AND_ORDER.finditer(prose):
            new = infinitive(match["verb"].partition("-")[0], words.tags)
            if new and "inf" in words.tags(match["first"]):
                elided = match["object"] in ("le", "la") and elides(new)
                new = f"l'{new}" if elided else f"{match['object']} {new}"
                yield from _said(document, resources, match.span("verb"), new, match.group())
    for match in _PARTICIPLE_AS_INFINITIVE.finditer(prose):
        verb = match["verb"].lower()
        new = verb.removesuffix("é") + "er"
        if "ppas" in words.tags(verb) and "nom" not in words.tags(verb) and "inf" in words.tags(new):
            yield from _said(document, resources, match.span("verb"), new, match.group())
    for match in _AS_ORDER.finditer(prose):
        if match["verb"].islower() and words.tags(match["verb"]) == {"inf", "verbe"}:
            new = imperative(match["verb"], words.tags)
            yield from _said(document, resources, match.span("verb"), new, match.group())
    for match in _AS_PARTICIPLE.finditer(prose):
        if match["verb"].islower() and words.tags(match["verb"]) == {"inf", "verbe"}:
            new = participle(match["verb"], words.tags)
            yield from _said(document, resources, match.span("verb"), new, match.group())


def _said(
    document: Document, resources: Resources, verb: tuple[int, int], new: str | None, written: str
) -> Iterator[Finding]:
    if new and not mistranslated(document, resources, verb[0]):
        yield from repair(document, *verb, new, f"“{written[-60:]}” calls for “{new}”", Trust.SUGGEST, 0.9)
