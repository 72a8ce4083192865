"""What is left where a protected span was moved away: `en un seul appel à .`, `le résultat de .`

An engine that protects code puts it back at another place of the sentence, glued to a word there, and leaves its
preposition behind: `pourrait `ReadAsync`ne pas être reçu en un seul appel à .` Nothing governed by a preposition or an
article can be a full stop, so the sentence is flagged; if one span alone stands in it, the alternative moves it back.

The text of a link may have lost its last word: `[d'](x.md)authentification`; it is suggested to go back in.

The other way round, the stop of a sentence may have slipped into the code: `la variable `hôte.` Modifiez-la`.

Left alone: a stop without a blank before it (`ça dépend de.`), and texts without code or markup, where what was lost
may be a formula that the format does not carry.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.detectors._shared import repair
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_LEFT = pattern(
    rf"(?P<span>{HOLE}++)(?P<between>[^{HOLE}.!?\n]{{2,160}}?\b(?:à|de|du|des|aux?|le|la|les|un|une|avec|par|dans|"
    rf"sur))[ ]\.(?=\s|$)"
)
_LINK = pattern(
    rf"(?<!!)\[(?P<text>[^\[\]\n]{{0,30}}(?:['’]|\b(?:de|du|des|la|le|les|à|au|aux|sur|sur la|sur "
    rf"le)))(?P<end>\]){HOLE}++"
    r"(?P<word> ?(?P<bare>\p{L}[\p{L}-]{2,}))(?![\p{L}'’(])"
)
_TRAILING = pattern(
    rf"(?<!!)(?<=\[[^\[\]\n]{{3,80}}\p{{L}})(?P<word> (?:de|du|des|à|aux?|pour|avec|"
    rf"par))\]{HOLE}++(?=[.,;:)]| (?:dans|pour|et|ou|afin|qui|que|est|sont|avec|sur) |\s*\r?\n|\s*$)"
)
_STOP = pattern(r"(?<=(?<!`)`\p{L}{3,20}(?:\\\))?)\.(?=`(?!`)(?:\s|$))")
_EMPTY = pattern(r"«[ \u00a0\u202f]?»|“”", needs=("«", "“”"))


@rule(
    "moved-span",
    Category.MARKUP,
    Stage.SENTENCE,
    "a preposition whose code span was moved: `un appel à .`",
    Trust.SUGGEST,
)
def moved_span(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, text = document.prose, document.text
    if " ." in prose and HOLE in prose:
        for match in _LEFT.finditer(prose):
            code = text[match.start("span") : match.end("span")]
            if code[:1] in "`<" and code.count("`") in (0, 2):
                alternatives = (f"{match['between'].lstrip()} {code}.",)
                message = f"“{match['between'][-30:]} .” has lost what it governs, perhaps {code}"
                yield Finding(Span(*match.span()), message, alternatives=alternatives, confidence=0.85)
    for match in _LINK.finditer(prose) if "](" in text else ():
        elided = match["text"][-1] in "'’"
        tags = resources.lexicon.tags(match["bare"])
        noun = not tags or ("nom" in tags and not tags & {"prep", "det", "adv", "conj", "con"})
        if text[match.end("end")] == "(" and (match["word"][0] != " " if elided else noun):
            gap = "" if elided else " "
            edits = (
                Edit(Span(match.start("end"), match.start("end")), gap + match["bare"]),
                Edit(Span(*match.span("word")), ""),
            )
            message = f"the text of the link goes on with “{match['bare']}”"
            yield Finding(Span(*match.span()), message, edits, trust=Trust.SUGGEST, confidence=0.85)
    for match in _TRAILING.finditer(prose) if "](" in text else ():
        if text[match.end("word") + 1] == "(":
            message = f"the text of the link ends with “{match['word'].strip()}”"
            yield from repair(document, *match.span("word"), "", message, Trust.SUGGEST, 0.8)
    if ".`" in text:
        for match in _STOP.finditer(text):
            yield Finding(Span(*match.span()), "the stop of the sentence stands inside of the code", confidence=0.7)
    for match in _EMPTY.finditer(prose):
        yield Finding(Span(*match.span()), "quotation marks that lost what stood in them", confidence=0.8)
