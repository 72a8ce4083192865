"""Markup and code that were translated as if they were prose.

Names of tags (`<tableau>` for `<table>`), keys of a page's front matter (`statut:`), verbs of HTTP before a path
(``OBTENIR`/api/jobs` ``), keywords of SQL (`EXPLIQUER ANALYSER`), commands (`pip installer`, `miam/dnf`), paths with
spaces and translated folders (`../. gitbook / actifs /`), links whose two halves were parted (`[texte] (https://…)`).

The original is suggested where one alone is possible and the place may be edited. In code, tags and front matter, which
are protected, it is flagged with the original as an alternative.

Left alone: tags that a text uses for its variables (`<nom>`), capitals in prose (`OÙ ALLER`), a key inside of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import repair
from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_TAGS = {
    "tableau": "table", "corps": "body", "tête": "head", "titre": "title", "étendue": "span", "portée": "span",
    "lien": "link", "bouton": "button", "formulaire": "form", "entrée": "input", "saisie": "input", "fort": "strong",
    "détails": "details", "résumé": "summary", "légende": "caption", "en-tête": "header", "principal": "main",
    "étiquette": "label", "sélectionner": "select", "toile": "canvas", "vidéo": "video", "chiffre": "figure",
    "gigne": "figure", "figurine": "figure", "légende de figure": "figcaption", "liste": "ul", "paragraphe": "p",
    "pied de page": "footer", "cadre": "iframe", "modèle": "template", "ligne": "tr", "cellule": "td",
}  # fmt: skip
_KEYS = {
    "statut": "status", "titre": "title", "étiquettes": "tags", "balises": "tags", "mots-clés": "keywords",
    "auteur": "author", "auteurs": "authors", "brouillon": "draft", "icône": "icon", "couverture": "cover",
    "caché": "hidden", "masqué": "hidden", "mise en page": "layout", "poids": "weight", "catégorie": "category",
    "catégories": "categories", "résumé": "summary", "langue": "lang", "la description": "description",
    "barre latérale": "sidebar", "ordre": "order",
}  # fmt: skip
_VERBS = {
    "OBTENIR": "GET", "PUBLIER": "POST", "POSTER": "POST", "POSTE": "POST", "METTRE": "PUT", "SUPPRIMER": "DELETE",
    "EFFACER": "DELETE", "CORRIGER": "PATCH", "CORRECTIF": "PATCH", "TÊTE": "HEAD",
}  # fmt: skip
_SQL = {
    "EXPLIQUER ANALYSER": "EXPLAIN ANALYZE", "EXPLIQUER": "EXPLAIN", "SÉLECTIONNER": "SELECT",
    "INSÉRER DANS": "INSERT INTO", "METTRE À JOUR": "UPDATE", "SUPPRIMER DE": "DELETE FROM",
    "CRÉER TABLE": "CREATE TABLE",
    "CRÉER UNE TABLE": "CREATE TABLE", "CRÉER INDEX": "CREATE INDEX", "MODIFIER TABLE": "ALTER TABLE",
    "GROUPER PAR": "GROUP BY", "TRIER PAR": "ORDER BY", "COMMANDER PAR": "ORDER BY", "JOINTURE GAUCHE": "LEFT JOIN",
    "JOINTURE INTERNE": "INNER JOIN", "CLÉ PRIMAIRE": "PRIMARY KEY", "CLÉ ÉTRANGÈRE": "FOREIGN KEY",
    "NON NULL": "NOT NULL", "ASPIRER": "VACUUM",
}  # fmt: skip
_PACKAGES = "pip3?|npm|yarn|brew|apt|apt-get|dnf|yum|cargo|composer|gem"
_COMMANDS = (
    (rf"(?:{_PACKAGES}) ", ("installer", "installez"), "install"),
    ("(?:apt|apt-get|brew|dnf|yum|npm) ", ("mettre à jour", "mise à jour", "mettre à niveau"), "update"),
    ("git ", ("cloner", "clonez"), "clone"),
    ("git ", ("pousser", "poussez"), "push"),
    ("(?:git|docker) ", ("tirer", "tirez"), "pull"),
    ("git ", ("valider", "commettre", "engager"), "commit"),
    ("(?:docker|docker compose|npm|cargo) ", ("exécuter", "exécutez", "courir"), "run"),
    ("(?:docker|cargo|npm run|go) ", ("construire", "construisez"), "build"),
    ("apt-", ("obtenir",), "get"),
    ("", ("miam/dnf", "miam install"), None),
    (r"(?:macOS|Mac) \(", ("infusion", "brassage"), "Homebrew"),
)
_TAG = pattern(rf"<(/?)({'|'.join(sorted(map(regex.escape, _TAGS), key=len, reverse=True))})(?=[ >/])[^<>\n]{{0,200}}>")
_KEY = pattern(rf"^({'|'.join(map(regex.escape, _KEYS))})[ \u00a0]?:", regex.MULTILINE)
_VERB = pattern(rf"(?<![\p{{L}}])({'|'.join(_VERBS)})(?= ?`?/[\p{{L}}{{]| ?`?https?://)")
_QUERY = pattern(rf"(?<![\p{{L}}])({'|'.join(sorted(_SQL, key=len, reverse=True))})(?![\p{{L}}])")
_QUERY_SIGN = pattern(
    r"[*=;`]|\b(?:SELECT|FROM|WHERE|EXPLAIN|TABLE|SQL|PostgreSQL|MySQL|requête|requêtes|query|index)\b"
)
_COMMAND = tuple(
    (words, pattern(rf"({'|'.join(words)})(?<=(?<![\p{{L}}-])(?:{tool})\1)(?![\p{{L}}])"), new)
    for tool, words, new in _COMMANDS
)
_PATH = pattern(
    r"(?<![\p{L}\p{N}./])\.{1,2}/(?:\.? ?[\p{L}\p{N}_-]{2,30} ?/ ?){1,8}"
    r"(?:[\p{L}\p{N}_-]{1,60}(?:\.\p{L}{2,5})?)?"
)
_FOLDERS = {"actifs": "assets", "atouts": "assets", "ressources": "resources", "images": "images", "source": "source"}
_LINK = pattern(r"\](?: |（ ?| （ ?)\((?=https?://|\.{0,2}/|#)")


@rule(
    "markup",
    Category.MARKUP,
    Stage.GLYPH,
    "translated tags, keys, verbs of HTTP, SQL, commands and paths",
    Trust.SUGGEST,
)
def markup(document: Document, resources: Resources) -> Iterator[Finding]:
    text = document.text
    if "<" in text:
        for match in _TAG.finditer(text):
            name = match[2]
            if match[1] or f"</{name}" in text or "=" in match.group():
                yield from _original(document, Span(*match.span(2)), _TAGS[name], "the name of a tag")
    yield from _keys(document)
    if any(verb in text for verb in _VERBS):
        for match in _VERB.finditer(text):
            yield from _original(document, Span(*match.span()), _VERBS[match[1]], "a verb of HTTP")
    if any(word in text for word in _SQL):
        for match in _QUERY.finditer(text):
            line = text[max(0, match.start() - 120) : match.end() + 120]
            if _QUERY_SIGN.search(line.replace(match.group(), "")) or " " in match[1]:
                yield from _original(document, Span(*match.span()), _SQL[match[1]], "a keyword of SQL")
    for words, shape, new in _COMMAND:
        if any(word in text for word in words):
            for match in shape.finditer(text):
                english = new or match[1].replace("miam", "yum")
                yield from _original(document, Span(*match.span(1)), english, "a part of a command")
    yield from _paths(document)
    if "] (" in text:
        for match in _LINK.finditer(text):
            yield from repair(document, *match.span(), "](", "the two halves of a link", Trust.SUGGEST, 0.9)


def _keys(document: Document) -> Iterator[Finding]:
    for region in document.regions:
        if region.kind is Kind.FRONT_MATTER:
            for match in _KEY.finditer(document.text, region.span.start, region.span.end):
                yield from _original(document, Span(*match.span(1)), _KEYS[match[1]], "a key of the front matter")


def _paths(document: Document) -> Iterator[Finding]:
    if "./" not in document.text:
        return
    for match in _PATH.finditer(document.text):
        path = match.group()
        if " /" not in path and "/ " not in path and "/. " not in path:
            continue
        new = path.rstrip().replace("/. ", "/.").replace(" /", "/").replace("/ ", "/")
        for french, english in _FOLDERS.items():
            new = new.replace(f"/{french}/", f"/{english}/")
        yield from _original(document, Span(match.start(), match.start() + len(path.rstrip())), new, "a path")


def _original(document: Document, span: Span, new: str, what: str) -> Iterator[Finding]:
    """The original suggested, or, in what is protected, flagged."""
    message = f"“{span.of(document.text)}” is {what} that was translated: “{new}”"
    if regex.search(r"\S", document.prose[span.start : span.end].replace("\ufffc", "")):
        yield from repair(document, span.start, span.end, new, message, Trust.SUGGEST, 0.85)
    else:
        yield Finding(span, message, alternatives=(new,), confidence=0.85)
