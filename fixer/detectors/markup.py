"""Tags, attributes and keys of a page's front matter that were translated as if they were prose.

* names of tags: `<gigne>` for `<figure>`, `<tableau classe="…">` for `<table>`; attributes inside of real tags:
  `<div classe="note">`, `<a cible="_blank">`;
* keys of the front matter: `statut:`, `mise en page:`, beside English ones or each other.

All of these are protected, so they are flagged with the original as an alternative; where the format knows no tags the
original is suggested. Left alone: tags that a text uses for its variables (`<nom>`), a key inside of the text.
Commands, protocols, programs, paths and marks of Markdown have rules of their own (`translated-command`,
`translated-protocol`, `translated-code`, `broken-path`, `broken-markdown`).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._original import original
from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_TAGS = {
    "tableau": "table", "corps": "body", "tête": "head", "titre": "title", "étendue": "span", "portée": "span",
    "lien": "a", "bouton": "button", "formulaire": "form", "entrée": "input", "saisie": "input", "fort": "strong",
    "détails": "details", "résumé": "summary", "légende": "caption", "en-tête": "header", "principal": "main",
    "étiquette": "label", "sélectionner": "select", "toile": "canvas", "vidéo": "video", "chiffre": "figure",
    "gigne": "figure", "figurine": "figure", "légende de figure": "figcaption", "liste": "ul", "paragraphe": "p",
    "pied de page": "footer", "cadre": "iframe", "modèle": "template", "ligne": "tr", "cellule": "td",
    "rubrique": "section", "marque": "mark", "navigation": "nav", "côté": "aside", "citation": "blockquote",
    "légende de la figure": "figcaption", "figlégende": "figcaption", "durée": "span", "envergure": "span",
    "source vidéo": "source", "champs": "fieldset", "image": "img", "scénario": "script", "méta": "meta",
}  # fmt: skip
_ATTRIBUTES = {
    "classe": "class", "identifiant": "id", "cible": "target", "largeur": "width", "hauteur": "height",
    "titre": "title", "valeur": "value", "espace réservé": "placeholder", "alignement": "align", "aligner": "align",
    "tapez": "type", "source": "src", "texte alternatif": "alt", "bordure": "border", "couleur": "color",
    "nom": "name", "données": "data",
    "contenu": "content", "requis": "required", "désactivé": "disabled",
    "action ": "action", "méthode": "method", "pour": "for", "langue": "lang", "rôle": "role", "cacher": "hidden",
}  # fmt: skip
_HTML = (
    "a abbr article aside audio b blockquote body br button canvas code col div em embed fieldset figcaption "
    "figure footer "
    "form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label legend li link main mark meta nav ol option p "
    "picture pre script section select small source span strong style sub summary sup svg table tbody td textarea "
    "tfoot "
    "th thead title tr u ul video"
).split()
_KEYS = {
    "statut": "status", "titre": "title", "étiquettes": "tags", "balises": "tags", "mots-clés": "keywords",
    "auteur": "author", "auteurs": "authors", "brouillon": "draft", "icône": "icon", "couverture": "cover",
    "caché": "hidden", "masqué": "hidden", "mise en page": "layout", "disposition": "layout", "poids": "weight",
    "catégorie": "category", "catégories": "categories", "résumé": "summary", "langue": "lang",
    "la description": "description", "barre latérale": "sidebar", "ordre": "order", "lien permanent": "permalink",
    "pseudonymes": "aliases", "alias de": "aliases", "limace": "slug", "identifiant": "id",
    "dernière mise à jour": "updated",
    "sous-titre": "subtitle", "bannière": "banner", "vignette": "thumbnail", "en vedette": "featured",
    "publié": "published",
    "commentaires": "comments", "extrait": "excerpt", "épingler": "pin", "licence": "license", "sujet": "topic",
}  # fmt: skip
_ANY_TAG = pattern(r"<(/?)(?P<gap>[ ]?)(?P<name>\p{L}[\p{L}\d]{1,15})(?=[ >/])[^<>\n]{0,300}>")
_KNOWN = frozenset(
    "svg path g circle rect line polyline polygon defs use text tspan math mi mo mn mrow mfrac msup msub msubsup mtext "
    "kbd var samp cite q s u i em tt del ins dfn wbr ruby rt rp bdo bdi address area audio base map object param "
    "colgroup caption center dl dt dd font big dialog datalist optgroup output progress meter noscript slot template "
    "think answer tool thinking hgroup search data time track portal marquee strike frame frameset applet acronym dir "
    "lineargradient stop filter mask pattern symbol view style".split()
)
_COMPONENTS = frozenset(
    "button form input link table select header footer main nav label section title video audio canvas text image "
    "template option menu head html body script style code a p object data time dialog progress summary details stack "
    "slot base map col source track portal svg path g circle rect line pattern filter mask symbol view stop use var "
    "param frame article aside embed iframe legend meta output small".split()
)
"""Names that components of programs have as well: `<Table>`."""
_HOMES = {"thead": "table", "tbody": "table", "tr": "table", "td": "tr", "th": "tr", "li": "ul", "img": "figure"}
_NEXT = pattern(r"[^<>]*>\s*<([a-z][a-z\d]*)")
_BROKEN_TAG = pattern(r"</[-–]\s?([a-z][a-z\d]*)\s?>")
_ENGLISH_KEYS = pattern(
    r"^(?:title|description|layout|date|tags|author|authors|slug|status|draft|category|categories|permalink|weight|id|"
    r"sidebar\w*|lang|summary|keywords|icon|cover|order)[ ]?:",
    regex.MULTILINE,
)
_TAG = pattern(
    rf"<(/?)(?P<name>{'|'.join(sorted(map(regex.escape, _TAGS), key=len, reverse=True))})(?=[ "
    rf">/])[^<>\n]{{0,200}}>"
)
_REAL_TAG = pattern(rf"<(?:{'|'.join(_HTML)})[ ][^<>]{{1,400}}>")
_ATTRIBUTE = pattern(
    rf"(?<=[ ])({'|'.join(sorted(map(regex.escape, _ATTRIBUTES), key=len, reverse=True))})(?=[ ]?=[ ]?[\"'«“])"
)
_QUOTED = pattern(r"(?<=[a-z-]{2,20}[ ]?)=[ ]?[«“][ \u00a0]?([^«»“”<>\n]{0,200}?)[ \u00a0]?[»”]")
_KEY = pattern(rf"^({'|'.join(map(regex.escape, _KEYS))})[ \u00a0]?:", regex.MULTILINE)
_FENCE_OF_KEYS = pattern(
    r"\A(?:\* \* \*|—{1,3}|- - -|___)[ \t]*\r?\n(?:[ \t]*\r?\n)?(?:#+ )?\p{L}[\w -]{1,20} ?: ",
    needs=("* * *", "—", "- - -", "___"),
)


@rule("markup", Category.MARKUP, Stage.GLYPH, "translated tags, attributes and keys of the front matter", Trust.SUGGEST)
def markup(document: Document, resources: Resources) -> Iterator[Finding]:
    text = document.text
    if "<" in text:
        for match in _TAG.finditer(text):
            if _translated(text, match):
                yield from original(
                    document, *match.span("name"), _TAGS[match["name"]], "the name of a tag that was translated"
                )
        yield from _unknown_tags(document, resources)
        if "=" in text:
            yield from _attributes(document)
    for region in document.regions:
        if region.kind is Kind.FRONT_MATTER:
            yield from _keys(document, region.span.start, region.span.end)
    if lost := _FENCE_OF_KEYS.match(text):
        yield from original(document, *lost.span(), None, "a front matter that lost its marks")


def _tag(
    document: Document, match: regex.Match[str], new: str, what: str, confidence: float = 0.85
) -> Iterator[Finding]:
    """The whole tag, or its name if it has attributes."""
    start, end = match.span() if "=" not in match.group() else match.span("name")
    if start == match.start():
        new = f"<{match[1]}{new}{' /' if match.group().endswith('/>') else ''}>"
    yield from original(document, start, end, new, what, confidence=confidence)


def _translated(text: str, match: regex.Match[str]) -> bool:
    """True for a French name that is used like a tag: it closes, is closed or has attributes."""
    name = match["name"]
    return name in _TAGS and bool(match[1] or f"</{name}" in text or "=" in match.group())


def _unknown_tags(document: Document, resources: Resources) -> Iterator[Finding]:
    """Tags that were garbled: `<gigne>`, `</gigcaption>`; and real ones with a capital, `<Figcaption>`.

    A name that no language of tags has is garbled beside an image, or if it is closed like a real tag.
    """
    text = document.text
    for match in _ANY_TAG.finditer(text):
        if document.region_at(match.start()).kind is Kind.CODE or _translated(text, match):
            continue
        name = match["name"].lower()
        if name in _HTML or name in _KNOWN:
            capital = match["name"][0].isupper() and not match["name"].isupper()
            if capital and not match["gap"] and name not in _COMPONENTS and "className=" not in text:
                yield from _tag(document, match, name, "the name of a tag with a capital")
            continue
        following = _NEXT.match(text, match.end("name"))
        near = text[max(0, match.start() - 200) : match.end() + 200].lower()
        if following and following[1] in _HOMES and following[1] != "img":
            yield from _tag(document, match, _HOMES[following[1]], "the name of a tag that was garbled")
        elif "<img" in near or "figcaption" in near:
            new = "figcaption" if "caption" in name else "figure"
            yield from _tag(document, match, new, "the name of a tag that was garbled", confidence=0.75)
    for match in _BROKEN_TAG.finditer(text):
        yield from original(document, *match.span(), f"</{match[1]}>", "a tag that was garbled")


def _attributes(document: Document) -> Iterator[Finding]:
    text = document.text
    for tag in _REAL_TAG.finditer(text):
        for match in _ATTRIBUTE.finditer(text, *tag.span()):
            new = _ATTRIBUTES[match[1]]
            yield from original(document, *match.span(1), new, "an attribute that was translated")
        for match in _QUOTED.finditer(text, *tag.span()):
            yield from original(document, *match.span(), f'="{match[1]}"', "an attribute in other quotation marks")


def _keys(document: Document, start: int, end: int) -> Iterator[Finding]:
    matches = list(_KEY.finditer(document.text, start, end))
    if len(matches) == 1 and matches[0][1] in ("titre", "auteur", "langue", "résumé", "licence", "sujet", "publié"):
        matches = matches if _ENGLISH_KEYS.search(document.text, start, end) else []
    for match in matches:
        yield from original(document, *match.span(1), _KEYS[match[1]], "a key of the front matter that was translated")
