"""What a generator of sites replaces by a box, a tab or a picture, with its name translated or its marks spaced out.

* the kind of a note: `> [! REMARQUE]` for `[!NOTE]`, `:::Conseil` for `:::tip`;
* tags of a template and their values: `{% indice style="succès" %}`, `{% finint %}`, `{% EndHint%}`;
* short names of emoji: `: rocket:`, `:fusée:`.

Suggested. Left alone: `:::conseil` in lower case, which sites written in French define for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._original import original
from fixer.detectors._shared import repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_EMOJI = (
    "rocket|warning|star2?|fire|bulb|books?|memo|tada|sparkles|zap|white_check_mark|heavy_check_mark|x|heart|bug|"
    "wrench|"
    "hammer|package|lock|key|link|mag|gear|construction|point_right|point_down|information_source|exclamation|question|"
    "thumbsup|wave|pushpin|eyes|art|computer|floppy_disk|chart_with_upwards_trend|page_facing_up|globe_with_meridians"
)
_SHORT_NAME = pattern(rf"(?<![\w:])(?:: ({_EMOJI}) ?:|:({_EMOJI}) :)(?![\w:])")
_EMOJI_IN_FRENCH = {
    "fusée": "rocket", "avertissement": "warning", "étoile": "star", "feu": "fire", "ampoule": "bulb", "livre": "book",
    "livres": "books", "mémo": "memo", "étincelles": "sparkles", "coche_blanche": "white_check_mark", "cœur": "heart",
    "bogue": "bug", "clé": "key", "marteau": "hammer", "paquet": "package", "engrenage": "gear", "lien": "link",
    "point_droit": "point_right", "ordinateur": "computer", "verrouiller": "lock", "cadenas": "lock", "loupe": "mag",
}  # fmt: skip
_TRANSLATED_NAME = pattern(rf"(?<![\w:/]):({'|'.join(_EMOJI_IN_FRENCH)}):(?![\w:/])")
_KINDS = {
    "REMARQUE": "NOTE", "NOTER": "NOTE", "NOTES": "NOTE", "CONSEIL": "TIP", "ASTUCE": "TIP", "POURBOIRE": "TIP",
    "AVERTISSEMENT": "WARNING", "ATTENTION": "CAUTION", "PRUDENCE": "CAUTION", "MISE EN GARDE": "CAUTION",
    "INFORMATIONS": "INFO", "INFORMATION": "INFO", "EXEMPLE": "EXAMPLE", "CITATION": "QUOTE",
}  # fmt: skip
_KIND = "|".join(_KINDS)
_KIND_NAME = "|".join(map(str.capitalize, _KINDS))
_ADMONITION = pattern(
    rf"(?<=^[ \t]*(?:>[ ]?)+)\[ ?! ?(?P<kind>(?i:{_KIND}))s?[ ]?:?[\]}}]|(?<=^[ \t]*(?::{{3,}}[ ]?|!!! "
    rf"))(?P<named>{_KIND_NAME})"
    r"(?=[ \t\[]|\r?$)",
    regex.MULTILINE,
)
_SPACED_KIND = pattern(
    r"(?<=^[ \t]*(?:>[ ]?)+)(?:\[ ! ?|\[! )(NOTE|TIP|WARNING|IMPORTANT|CAUTION|INFO)[ ]?\]", regex.MULTILINE
)
_LIQUID = {
    "indice": "hint", "conseil": "hint", "finint": "endhint", "endint": "endhint", "fin de l'indice": "endhint",
    "indice de fin": "endhint", "fin d'indice": "endhint", "indice final": "endhint", "findindice": "endhint",
    "onglets": "tabs", "onglet": "tab", "intégrer": "embed", "fin du code": "endcode", "code de fin": "endcode",
    "brut": "raw", "inclure": "include", "fin si": "endif", "finsi": "endif", "pour": "for", "si": "if",
    "contenu-réf": "content-ref", "fichier": "file", "étape": "step", "mise en évidence": "highlight",
}  # fmt: skip
_TEMPLATE = pattern(
    rf"(?<=\{{% ?)({'|'.join(sorted(map(regex.escape, _LIQUID), key=len, reverse=True))})(?=[ ]?(?:\w+ ?=|%\}}| "
    rf"\w+ %\}}))"
)
_STYLE = {
    "succès": "success",
    "avertissement": "warning",
    "attention": "warning",
    "information": "info",
    "informations": "info",
}
_CAPITAL = pattern(r"(?<=\{% ?)(?:End[A-Z]?\w+|Hint|Tabs|Tab|Embed|Code|Raw|If|For|Include)(?=[ ]?%\}| \w+ ?=)")
_EQUALS = pattern(r"(?<=\{% ?\w+ (?:\w+=\"[^\"\n]*\" )?\w+) = (?=[\"«“])")
_VALUE = pattern(rf"(?<=\{{% ?\w+ style ?= ?[\"«“ ]{{1,2}})({'|'.join(_STYLE)})(?=[ \"»”])")


@rule(
    "template-tag",
    Category.MARKUP,
    Stage.GLYPH,
    "notes, tags of templates and names of emoji that were translated: `{% indice %}`",
    Trust.SUGGEST,
)
def template_tag(document: Document, resources: Resources) -> Iterator[Finding]:
    text = document.text
    if ":" in text:
        for match in _SHORT_NAME.finditer(document.prose):
            new = match.group().replace(" ", "")
            yield from repair(document, *match.span(), new, "the short name of an emoji", Trust.SUGGEST, 0.9)
        for match in _TRANSLATED_NAME.finditer(document.prose):
            new = _EMOJI_IN_FRENCH[match[1]]
            yield from repair(document, *match.span(1), new, "the short name of an emoji", Trust.SUGGEST, 0.9)
    for match in _ADMONITION.finditer(text) if "!" in text or ":::" in text else ():
        kind = match["kind"] or match["named"]
        new = _KINDS[kind.upper()]
        new = f"[!{new}]" if match["kind"] else new.lower()
        yield from original(document, *match.span(), new, "the kind of a note that was translated")
    for match in _SPACED_KIND.finditer(text) if "!" in text and ">" in text else ():
        yield from original(document, *match.span(), f"[!{match[1]}]", "the kind of a note")
    if "{%" in text:
        for match in _TEMPLATE.finditer(text):
            yield from original(document, *match.span(), _LIQUID[match[1]], "a tag of a template that was translated")
        for match in _CAPITAL.finditer(text):
            yield from original(document, *match.span(), match.group().lower(), "a tag of a template with a capital")
        for match in _EQUALS.finditer(text):
            yield from original(document, *match.span(), "=", "an attribute of a template with spaces")
        for match in _VALUE.finditer(text):
            yield from original(document, *match.span(), _STYLE[match[1]], "a value that was translated")
