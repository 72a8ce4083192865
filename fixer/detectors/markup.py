"""Markup and code that were translated as if they were prose.

Names of tags (`<tableau>` for `<table>`), keys of a page's front matter (`statut:`), verbs of HTTP before a path
(``OBTENIR`/api/jobs` ``) and its headers (`Autorisation : Porteur`), keywords of SQL (`EXPLIQUER ANALYSER`),
commands (`pip installer`, `ripsync vérifier`), names in code (`taille_de_lot`), paths with
spaces and translated folders (`../. gitbook / actifs /`), links whose two halves were parted (`[texte] (https://…)`).

The original is suggested where one alone is possible and the place may be edited. In code, tags and front matter, which
are protected, it is flagged with the original as an alternative.

Left alone: tags that a text uses for its variables (`<nom>`), capitals in prose (`OÙ ALLER`), a key inside of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import repair
from fixer.detectors.glossary_terms import translated
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
    "rubrique": "section",
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
    "NON NULL": "NOT NULL", "ASPIRER": "VACUUM", "UNION TOUT": "UNION ALL",
    "LECTURE RÉPÉTABLE": "REPEATABLE READ", "LECTURE VALIDÉE": "READ COMMITTED", "LECTURE ENGAGÉE": "READ COMMITTED",
    "LECTURE NON VALIDÉE": "READ UNCOMMITTED", "LECTURE NON ENGAGÉE": "READ UNCOMMITTED",
}  # fmt: skip
_PACKAGES = "pip3?|npm|yarn|brew|apt|apt-get|dnf|yum|cargo|composer|gem"
_HEADERS = {
    "Autorisation": "Authorization", "Type de contenu": "Content-Type", "Longueur du contenu": "Content-Length",
    "Accepter": "Accept", "Contrôle du cache": "Cache-Control", "Contrôle de cache": "Cache-Control", "Hôte": "Host",
    "Agent utilisateur": "User-Agent", "Réessayer après": "Retry-After",
}  # fmt: skip
_SCHEMES = {"Porteur": "Bearer", "Basique": "Basic", "Jeton": "Token"}
_COMMANDS = (
    (rf"(?:{_PACKAGES}) ", ("installer", "installez"), "install"),
    ("(?:apt|apt-get|brew|dnf|yum|npm) ", ("mettre à jour", "mise à jour", "mettre à niveau"), "update"),
    ("git ", ("cloner", "clonez"), "clone"),
    ("git ", ("pousser", "poussez"), "push"),
    ("(?:git|docker) ", ("tirer", "tirez"), "pull"),
    ("git ", ("bissecter", "bissection"), "bisect"),
    ("git ", ("fusionner", "fusionnez"), "merge"),
    ("git ", ("rebaser", "rebasage"), "rebase"),
    ("git ", ("ajouter", "ajoutez"), "add"),
    ("git ", ("réinitialiser",), "reset"),
    ("kubectl ", ("exécuter",), "exec"),
    ("kubectl ", ("obtenir",), "get"),
    ("kubectl ", ("appliquer",), "apply"),
    ("kubectl ", ("décrire",), "describe"),
    (r"(?<=[`$]\s*)", ("infusion", "brassage"), "brew"),
    (r"(?<=`)", ("faire test", "faire tests", "faire installer", "faire construire"), None),
    ("[Bb]ranche `?", ("principal", "maître"), "main"),
    ("git ", ("valider", "commettre", "engager"), "commit"),
    ("(?:docker|docker compose|npm|cargo) ", ("exécuter", "exécutez", "courir"), "run"),
    ("(?:docker|cargo|npm run|go) ", ("construire", "construisez"), "build"),
    ("apt-", ("obtenir",), "get"),
    ("", ("miam/dnf", "miam install"), None),
    (r"(?:macOS|Mac) \(", ("infusion", "brassage"), "brew"),
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
_HEADER = pattern(rf"(?<=`)({'|'.join(_HEADERS)}) ?: ?(?:({'|'.join(_SCHEMES)}) (?=[\w<${{]))?(?=[\w<${{*/])")
_VERB_IN_CODE = pattern(r"(?<=`)([a-z][a-z\d-]{1,14}) (\p{Ll}{4,}(?:er|ir|re))(?=[ `])")
_NAME_IN_CODE = pattern(
    r"(?:(?<=`)|(?<=<code>))(?:\{\{ ?)?+(\p{Ll}++(?:_\p{Ll}++)*?_d(?:e|u|es)(?:_\p{Ll}++)++)(?= ?\}\}| ?(?:`|</code>))"
)
_PATH = pattern(
    r"(?<![\p{L}\p{N}./])\.{1,2}/(?:\.? ?[\p{L}\p{N}_-]{2,30} ?/ ?){1,8}"
    r"(?:[\p{L}\p{N}_-]{1,60}(?:\.\p{L}{2,5})?)?"
)
_FOLDERS = {"actifs": "assets", "atouts": "assets", "ressources": "resources", "images": "images", "source": "source"}
_LINK = pattern(
    r"(?<=\[[^\[\]\n]{3,80})\](?: |（ ?| （ ?)\("
    r"(?=https?://|\.{0,2}/|#|(?:[\w-]++/)*+[\w-]++\.(?:md|html?|rst|txt|pdf|php|ipynb)[)#])"
)


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
    if ":" in text and "`" in text:
        for match in _HEADER.finditer(text):
            header = _HEADERS[match[1]] + ": " + (_SCHEMES[match[2]] + " " if match[2] else "")
            yield from _original(document, Span(*match.span()), header, "a header of HTTP")
    yield from _in_code(document, resources)
    for words, shape, new in _COMMAND:
        if any(word in text for word in words):
            for match in shape.finditer(text):
                english = new or _words_of_commands(match[1])
                yield from _original(document, Span(*match.span(1)), english, "a part of a command")
    yield from _paths(document)
    if "] (" in text:
        for match in _LINK.finditer(text):
            yield from repair(document, *match.span(), "](", "the two halves of a link", Trust.SUGGEST, 0.9)


def _words_of_commands(french: str) -> str:
    for word, english in (("miam", "yum"), ("faire", "make"), ("installer", "install"), ("construire", "build")):
        french = french.replace(word, english)
    return french


def _in_code(document: Document, resources: Resources) -> Iterator[Finding]:
    """Commands and names in code spans of a damaged text that only a translator can have made French.

    `ripsync vérifier`: a program in lower case, then a French infinitive. `taille_de_lot`: a name that no block of code
    of the text has. Authors who write French name their variables so as well, but not in a text full of such wounds.
    """
    text, words = document.text, resources.lexicon
    found: list[tuple[Span, str, float]] = []
    for match in _VERB_IN_CODE.finditer(text) if "`" in text else ():
        if "inf" in words.tags(match[2]) and not words.english(match[2]) and not words.french(match[1]):
            found.append((Span(*match.span(2)), "a part of a command that was translated", 0.8))
    for match in _NAME_IN_CODE.finditer(text) if "_d" in text else ():
        if text.count(match[1]) == 1 and all(map(words.french, match[1].split("_"))):
            found.append((Span(*match.span(1)), "a name in code that was translated", 0.7))
    if found and translated(document, resources):
        for span, what, confidence in found:
            yield Finding(span, f"“{span.of(text)}” is {what}", confidence=confidence)


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
