"""Words of HTTP, SQL and media types that were translated.

* verbs of HTTP before a path or an address (``OBTENIR`/api/jobs` ``, `PUBLIER/api/books`), behind *méthode* or
  *requête*, in a list of verbs, alone in a code span: `OBTENIR` is *GET*;
* headers: `Autorisation : Porteur <jeton>`, `"Type de contenu": "application/json"`;
* media types: `application / json`, `texte/html`;
* keywords of SQL: `EXPLIQUER ANALYSER`, `SÉLECTIONNER * DE`, `OÙ id = 3` behind another keyword.

The original is suggested; in code it is an alternative of the flag. Left alone: capitals of a sentence (`OÙ ALLER ?
IL FAUT SUPPRIMER`), `Supprimer /tmp/x` as an instruction.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._original import in_code, in_whole_spans, original
from fixer.detectors._shared import line_around
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_VERBS = {
    "OBTENIR": "GET", "OBTENEZ": "GET", "RECEVOIR": "GET", "PUBLIER": "POST", "POSTER": "POST", "POSTE": "POST",
    "PUBLICATION": "POST", "ENVOYER": "POST", "METTRE À JOUR": "PUT", "METTRE": "PUT", "PLACER": "PUT",
    "SUPPRIMER": "DELETE", "EFFACER": "DELETE", "SUPPRESSION": "DELETE", "CORRIGER": "PATCH", "CORRECTIF": "PATCH",
    "PATCHER": "PATCH", "RAPIÉCER": "PATCH", "TÊTE": "HEAD", "CONNECTER": "CONNECT",
}  # fmt: skip
_FRENCH = "|".join(sorted(_VERBS, key=len, reverse=True))
_ENGLISH = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS"
_SURE = "OBTENIR|OBTENEZ|PUBLIER|POSTER|SUPPRIMER|METTRE|PATCHER|CORRECTIF|RAPIÉCER|EFFACER"
_BEFORE_PATH = pattern(
    rf"(?<![\p{{L}}\d_])(?:({_FRENCH})(?= ?`?/[\p{{L}}{{:]| ?`?https?://| ?`?(?:l['’])?api/)|"
    rf"(?<=(?:^|\|) ?)({_FRENCH.title()})(?= ?`?/ ?(?:[Aa][Pp][Ii]|v\d)\b))",
    regex.MULTILINE,
)
_NAMED = pattern(
    rf"(?<=(?:requêtes?|méthodes?|demandes?|appels?|verbes?|opérations?|HTTP|-X|--request|method|méthode)"
    rf"(?: HTTP)?[\"']? ?:? ?[\"'`«“]?[ \u00a0]?)({_SURE}|POSTE)(?![\p{{L}}\d_'’]| [\p{{Lu}}]{{2}})"
)
_LIST = pattern(
    rf"(?<![\p{{L}}\d_])(?:{_ENGLISH}|{_FRENCH})(?:(?:[`*]{{0,2}}(?: ?[,/|] ?| et | ou )[`*]{{0,2}})(?:{_ENGLISH}|"
    rf"{_FRENCH}))"
    r"{1,6}(?![\p{L}\d_])"
)
_IN_LIST = pattern(rf"(?<![\p{{L}}])({_FRENCH})(?![\p{{L}}])")
_ALONE = pattern(rf"(?<=(?<!`)`)({_SURE})(?=`)")
_HEADERS = {
    "Autorisation": "Authorization", "Type de contenu": "Content-Type", "Type-contenu": "Content-Type",
    "Contenu-Type": "Content-Type", "Longueur du contenu": "Content-Length", "Accepter": "Accept",
    "Contrôle du cache": "Cache-Control", "Contrôle de cache": "Cache-Control", "Hôte": "Host",
    "Agent utilisateur": "User-Agent", "Réessayer après": "Retry-After", "Localisation": "Location",
}  # fmt: skip
_SCHEMES = {"Porteur": "Bearer", "Basique": "Basic", "Jeton": "Token"}
_HEADER = pattern(
    rf"(?<=[`\"']|^)({'|'.join(_HEADERS)})(?P<close>[\"']?)[ \u00a0]?: ?(?P<open>[\"']?)"
    rf"(?:(?P<scheme>{'|'.join(_SCHEMES)}) (?=[\w<${{\[]))?(?=[\w<${{*/])",
    regex.MULTILINE,
)
_BEARER = pattern(r"(?<!\w)[Aa]utorisation[ \u00a0]?: ([Pp]orteur|[Bb]asique) (?=`|\*\*|[{<$])")
_SCHEME = pattern(r"(?<=Authorization[\"']?:[ \"'`f]{1,4})(Porteur|Basique|Jeton) (?=[\w<${\[])")
_MEDIA = pattern(
    r"(?<![\p{L}\d/.])(?:(?:application|multipart|text|image|audio|video) ?/ ?(?:json|xml|html|plain|octet-stream|"
    r"javascript|css|csv|pdf|form-data|x-www-form-urlencoded|markdown|mpeg|event-stream)|"
    r"(?:texte|demande|candidature)/(?:html|plain|brut|csv|json)|multipart/données de formulaire|"
    r"texte/flux d['’]événements)(?![\p{L}\d/])"
)
_MEDIA_WORDS = {
    "texte": "text", "brut": "plain", "demande": "application", "candidature": "application",
    "données de formulaire": "form-data", "flux d'événements": "event-stream",
}  # fmt: skip
_SQL = {
    "EXPLIQUER ANALYSER": "EXPLAIN ANALYZE", "EXPLIQUER": "EXPLAIN", "SÉLECTIONNER": "SELECT",
    "SÉLECTIONNEZ": "SELECT", "INSÉRER DANS": "INSERT INTO", "METTRE À JOUR": "UPDATE", "SUPPRIMER DE": "DELETE FROM",
    "CRÉER TABLE": "CREATE TABLE", "CRÉER UNE TABLE": "CREATE TABLE", "CRÉER LA TABLE": "CREATE TABLE",
    "CRÉER UN TABLEAU": "CREATE TABLE", "CRÉER UN INDEX": "CREATE INDEX", "CRÉER INDEX": "CREATE INDEX",
    "CRÉER UNE BASE DE DONNÉES": "CREATE DATABASE", "CRÉER UNE VUE": "CREATE VIEW",
    "MODIFIER TABLE": "ALTER TABLE", "MODIFIER LA TABLE": "ALTER TABLE", "SUPPRIMER LA TABLE": "DROP TABLE",
    "SUPPRIMER TABLE": "DROP TABLE", "GROUPER PAR": "GROUP BY", "GROUPE PAR": "GROUP BY", "REGROUPER PAR": "GROUP BY",
    "TRIER PAR": "ORDER BY", "COMMANDER PAR": "ORDER BY", "COMMANDE PAR": "ORDER BY", "ORDRE PAR": "ORDER BY",
    "JOINTURE GAUCHE": "LEFT JOIN", "REJOINDRE À GAUCHE": "LEFT JOIN", "JOINTURE DROITE": "RIGHT JOIN",
    "JOINTURE INTERNE": "INNER JOIN", "JOINTURE EXTERNE": "OUTER JOIN", "JOINTURE CROISÉE": "CROSS JOIN",
    "CLÉ PRIMAIRE": "PRIMARY KEY", "CLÉ ÉTRANGÈRE": "FOREIGN KEY",
    "NON NULL": "NOT NULL", "PAS NULL": "NOT NULL", "ASPIRER": "VACUUM", "UNION TOUT": "UNION ALL",
    "SÉLECTIONNER DISTINCT": "SELECT DISTINCT", "SUBVENTION": "GRANT", "RÉVOQUER": "REVOKE",
    "LECTURE RÉPÉTABLE": "REPEATABLE READ", "LECTURE VALIDÉE": "READ COMMITTED", "LECTURE ENGAGÉE": "READ COMMITTED",
    "LECTURE NON VALIDÉE": "READ UNCOMMITTED", "LECTURE NON ENGAGÉE": "READ UNCOMMITTED",
    "SÉRIALISABLE": "SERIALIZABLE",
}  # fmt: skip
_QUERY = pattern(rf"(?<![\p{{L}}])({'|'.join(sorted(_SQL, key=len, reverse=True))})(?![\p{{L}}])")
_SIGN = pattern(
    r"[*=;`]|\b(?:SELECT|FROM|WHERE|EXPLAIN|TABLE|SQL|PostgreSQL|MySQL|SQLite|requêtes?|query|index|isol\w+|READ|"
    r"COMMITTED)\b"
)
_STATEMENTS = (
    "SELECT", "SÉLECTIONNER", "UPDATE", "DELETE", "METTRE À JOUR", "SUPPRIMER", "INSERT INTO", "INSÉRER DANS",
)  # fmt: skip
_STATEMENT = pattern(rf"(?<![\p{{L}}])(?:{'|'.join(_STATEMENTS)})\b[^\n;]{{1,200}}", needs=_STATEMENTS)
_PARTS = (
    (pattern(r"(?<=(?:SELECT|SÉLECTIONNER|DELETE|SUPPRIMER)\b[^\n;]{0,120}[ \u00a0])(?:DEPUIS|À PARTIR DE|DE)(?= "
             r"[\w\"`\[]+)"), "FROM"),
    (pattern(r"(?<=\s)OÙ(?= .{0,30}?(?:[=<>]| IN | EN | LIKE | COMME | IS ))"), "WHERE"),
    (pattern(r"(?<=\s)(?:REJOINDRE|JOINDRE|JOINTURE)(?= \w+)"), "JOIN"),
    (pattern(r"(?<=\s)VALEURS(?= ?\()"), "VALUES"),
    (pattern(r"(?<=\s)LIMITE(?= \d)"), "LIMIT"),
    (pattern(r"(?<=(?:UPDATE|METTRE À JOUR) \w+ )(?:DÉFINIR|ENSEMBLE)(?= \w+ ?=)"), "SET"),
)  # fmt: skip
_BATCHES = {
    "ALLER": "GO", "RECONFIGURER": "RECONFIGURE", "COMMENCER": "BEGIN", "DÉBUT": "BEGIN", "FIN": "END",
    "VALIDER": "COMMIT", "ENGAGER": "COMMIT", "COMMETTRE": "COMMIT", "ANNULER": "ROLLBACK", "EXÉCUTER": "EXECUTE",
    "UTILISER": "USE", "DÉCLARER": "DECLARE", "IMPRIMER": "PRINT",
}  # fmt: skip
_BATCH = pattern(
    r"^(?:[ \t]*|\d> )(?:(ALLER|RECONFIGURER|COMMENCER|DÉBUT|FIN|VALIDER|ENGAGER|COMMETTRE|ANNULER)(?=;?[ \t]*\r?$)|"
    r"(EXÉCUTER)(?= \w+_\w)|(UTILISER)(?= \w+;?[ \t]*\r?$)|(DÉCLARER)(?= @)|(IMPRIMER)(?= [N@']))",
    regex.MULTILINE,
)
"""Statements that are a line of their own in a block of code."""
_LOWER = pattern(
    r"(?<=[«“\"`][ \u00a0]?|\*\*)[Ss]électionner(?= (?:\*|[\w, ]{1,60}?)[ ](?:FROM|à partir de|de|depuis) \w)",
    needs=("électionner ",),
)


@rule(
    "translated-protocol",
    Category.MARKUP,
    Stage.GLYPH,
    "verbs of HTTP, headers, media types and keywords of SQL that were translated",
    Trust.SUGGEST,
)
def translated_protocol(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from in_whole_spans(document, _findings(document))


def _findings(document: Document) -> Iterator[Finding]:
    text = document.text
    yield from _http(document)
    if ":" in text:
        for match in _HEADER.finditer(text):
            scheme = _SCHEMES[match["scheme"]] + " " if match["scheme"] else ""
            if match["close"] or in_code(document, match.start(1)) or scheme:
                header = f"{_HEADERS[match[1]]}{match['close']}: {match['open']}{scheme}"
                yield from original(document, *match.span(), header, "a header of HTTP that was translated")
        for match in _BEARER.finditer(text):
            header = f"Authorization: {_SCHEMES[match[1].capitalize()]} "
            if not in_code(document, match.start()):
                yield from original(document, *match.span(), header, "a header of HTTP that was translated")
        for match in _SCHEME.finditer(text):
            yield from original(document, *match.span(1), _SCHEMES[match[1]], "a scheme of HTTP that was translated")
    if "/" in text:
        for match in _MEDIA.finditer(text):
            kind, _, form = match.group().replace("’", "'").partition("/")
            new = "/".join(_MEDIA_WORDS.get(part.strip(), part.strip()) for part in (kind, form))
            yield from original(document, *match.span(), new, "a media type that was translated or spaced out")
    yield from _sql(document)


def _http(document: Document) -> Iterator[Finding]:
    text, what = document.text, "a verb of HTTP that was translated"
    if not any(verb in text or verb.title() in text for verb in _VERBS):
        return
    seen: set[Span] = set()
    for shape in (_BEFORE_PATH, _NAMED, _ALONE):
        for match in shape.finditer(text):
            place = Span(*match.span())
            if place not in seen:
                seen.add(place)
                gap = (
                    " " if not in_code(document, place.start) and text[place.end : place.end + 1] in ("/", "`") else ""
                )
                gap = "" if shape is _ALONE else gap
                yield from original(document, place.start, place.end, _VERBS[match.group().upper()] + gap, what)
    for several in _LIST.finditer(text):
        for match in _IN_LIST.finditer(text, *several.span()):
            if Span(*match.span()) not in seen and _english(several.group()):
                yield from original(document, *match.span(), _VERBS[match[1]], what)


def _english(listed: str) -> bool:
    """True if a list of capitals is one of verbs of HTTP: one is English, or `OBTENIR` is among them."""
    return "OBTENIR" in listed or any(verb in listed for verb in ("GET", "PUT", "DELETE", "PATCH", "POST,", "POST "))


def _sql(document: Document) -> Iterator[Finding]:
    text, what = document.text, "a keyword of SQL that was translated"
    if any(word in text for word in _SQL):
        for match in _QUERY.finditer(text):
            start, end = line_around(text, Span(*match.span()), 160)
            line = (text[start : match.start()] + text[match.end() : end]).replace(" NULL", "")
            several = " " in match[1] and any(map(str.islower, line))
            if (several or _SIGN.search(line) or _QUERY.search(line)) and not _shouting(line):
                yield from original(document, *match.span(), _SQL[match[1]], what)
    for match in _BATCH.finditer(text) if any(word in text for word in _BATCHES) else ():
        group = match.lastindex or 0
        if in_code(document, match.start(group)):
            yield from original(document, *match.span(group), _BATCHES[match[group]], what)
    for statement in _STATEMENT.finditer(text):
        if not any(map(str.islower, statement.group())):
            continue
        for shape, new in _PARTS:
            for match in shape.finditer(text, *statement.span()):
                yield from original(document, *match.span(), new, what)
    for match in _LOWER.finditer(text):
        yield from original(document, *match.span(), "SELECT", what)


def _shouting(line: str) -> bool:
    """True if the rest of the line is in capitals as well, and has no sign of code."""
    letters = [sign for sign in line if sign.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.8 * len(letters) and not set("*=;`(") & set(line)
