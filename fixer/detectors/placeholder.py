"""What a translation pipeline or a web site left in the text and no author wrote.

* masks of a censored or protected stretch: `soumis à une XXXX`, `août XNUMX`, `__PROTÉGÉ_14__`, `⟦3⟧`;
* keys of an interface that were never resolved, alone in a line or a cell: `overview.base_url`;
* filler text: `Lorem ipsum dolor sit amet`;
* the voice of the translator: `Voici la traduction :`, `Traduit avec DeepL`;
* site furniture, as a line of its own: `Pas de commentaires...`, `© déclaration de droits d'auteur`.

Only the source knows what belongs there, so these are flagged. Left alone: Roman numerals (`chapitre XXX`, `XXe
siècle`), identifiers with words in them (`__init__`), keys inside of a sentence, where they are its subject.

Names of icons that an extractor wrote out (`GGUFarrow-up-right`, `tagQu'est-ce`) have their own rule: glued to a word,
an icon name of several parts can only go; alone in a line, or of one part, its deletion is suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_MASK = pattern(r"(?<![\p{L}\p{N}_.\-/$#@])(XXX++|XX)(?![\p{L}\p{N}_\-/]|\.\p{L})")
_ROMAN_CONTEXT = pattern(
    r"(?:chapitre|livre|tome|volume|partie|acte|scène|annexe|article|siècle|section|titre|n[°º]|psaume|légion|"
    r"Louis|Jean|Benoît|super bowl)s? \Z",
    regex.IGNORECASE,
)
_X_NUMBER = pattern(r"X+NUMX++(?:e|er|ème|s)?\b")
_PROTECTED = pattern(
    r"(?:__|@@|\[\[|\{\{|⟦)?(?<![\p{L}\p{N}])(?:PROT[EÉ]G[EÉ]E?|PROTECTED|PLACEHOLDER|ESPACE_R[EÉ]SERV[EÉ]|NOTRANSLATE|"
    r"BALISE|MASQUE|KEEP|DNT)_?\d++(?:__|@@|\]\]|\}\}|⟧)?|⟦/?\d++⟧|\{\{\d++\}\}|__[\p{Lu}]{2,20}_\d{1,5}__"
)
_KEY = pattern(
    r"^[ \t]*+(?:[#>*+\-|]++[ \t]++)?(?:\*\*)?"
    r"((?:[a-z][a-z\d]*+(?:[_\-][a-z\d]++)*+\.){1,5}[a-z][a-z\d]*+(?:_[a-z\d]++)++)"
    r"(?:\*\*)?[ \t|]*+$",
    regex.MULTILINE,
)
_PLAIN_KEY = pattern(
    r"^[ \t\ufffc]*+((?:[a-z][a-z\d]++\.){2,4}(?!(?:org|com|net|io|fr|py|js|ts|json|md|txt|html|dev|ai|cn|eu|be|ch)\b)"
    r"[a-z][a-z\d]++)[ \t\ufffc]*+\r?$",
    regex.MULTILINE,
)
_LOREM = pattern(r"\blorem ipsum\b[^.\n]{0,100}+", regex.IGNORECASE)
_VOICE = pattern(
    r"\b(?:Voici la traduction (?:française|en français|du texte|demandée)\b[^\n.]{0,60}+|"
    r"Traduit (?:avec|par) (?:www\.)?(?:DeepL|Google Traduction|Google Translate)\b[^\n]{0,50}+|"
    r"En tant que modèle de langage,|"
    r"(?:N\.D\.T|NDT) ?: ?à vérifier)"
)
_FURNITURE = pattern(
    r"^[ \t#>*\-\ufffc]*+("
    r"pas (?:encore )?de commentaires?(?: pour le moment| pour l['’]instant)?[ .…!]*+|"
    r"vous devez être connectée? pour (?:commenter|répondre)[^\n\ufffc]{0,40}+|"
    r"lire la suite[ .…]*+(?:\([^)\n]{1,30}\))?|"
    r"(?:poster|publier) une réponse[^\n\ufffc]{0,60}+|temps de lecture : (?:%d|\d+) minutes?|"
    r"cette page vous a-t-elle été utile[^\n\ufffc]{0,30}+|aucun commentaire\b[ .…!]*+|laisser un commentaire|"
    r"©[^\n]{0,12}(?:déclaration|copyright|droits? d['’]auteur|tous droits)[^\n]{0,60}+|"
    r"(?:article|texte|contenu) (?:sous )?copyright [^\n]{0,120}+|[^\n]{0,90}prière de ne pas reproduire[^\n]{0,60}+|"
    r"[^\n]{0,60}\btous droits réservés\b[^\n]{0,40}+|"
    r"articles? (?:connexes?|similaires?|liés|associés|recommandés)|lectures? (?:complémentaires? )?recommandées?|"
    r"(?:article|billet|page) (?:précédente?|suivante?) ?:?|précédent ?[|/] ?suivant|"
    r"partager (?:cet article|sur (?:facebook|twitter|x|linkedin|wechat|weibo))|suivez-nous[^\n]{0,40}+|"
    r"cliquez (?:ici )?pour (?:développer|afficher la suite|en savoir plus)[ .…]*+|"
    r"(?:vues|j['’]aime|lectures) ?: ?\d[\d.,k ]*+|scannez (?:le )?(?:code )?qr[^\n]{0,60}+|"
    r"ce document a été traduc?ido[^\n]{0,120}+|ce document a été traduit (?:du chinois )?par (?:une )?ia[^\n]{0,80}+"
    r")[ \t\ufffc]*+\r?$",
    regex.IGNORECASE | regex.MULTILINE,
)
_FURNITURE_HINT = pattern(
    r"comment|©|copyright|reprodui|droits r|articles? (?:con|sim|li|ass|rec)|recommand|récédent|uivant|artager|uivez|"
    r"liquez|vues|aime|ectures|cannez|document a été|connect|ire la suite|réponse|temps de lecture|utile",
    regex.IGNORECASE,
)


@rule("placeholder", Category.PLACEHOLDER, Stage.SENTENCE, "masks, unresolved keys and site furniture", Trust.FLAG)
def placeholder(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if "XX" in prose:
        yield from _masks(prose)
    for hints, shape, what in (
        (("NUMX",), _X_NUMBER, "a number that was masked for the engine"),
        (("_", "⟦", "{{"), _PROTECTED, "a mark that protected something from the engine"),
        (("_",), _KEY, "a key that was never replaced by its text"),
        ((".",), _PLAIN_KEY, "a key that was never replaced by its text"),
        (("orem ipsum", "OREM IPSUM", "orem Ipsum"), _LOREM, "filler text"),
        (("raduction ", "Traduit ", "modèle de langage", "N.D.T", "NDT"), _VOICE, "the translator, not the author"),
    ):
        if any(hint in prose for hint in hints):
            for match in shape.finditer(prose):
                yield _flag(match, what)
    if _FURNITURE_HINT.search(prose):
        for match in _FURNITURE.finditer(prose):
            yield _flag(match, "furniture of the site, not part of the text")


def _flag(match: regex.Match[str], what: str, confidence: float = 0.95) -> Finding:
    span = Span(*match.span(1)) if match.re.groups and match[1] else Span(*match.span())
    return Finding(span, f"“{match.group().strip()[:60]}”: {what}", confidence=confidence)


def _masks(prose: str) -> Iterator[Finding]:
    """`XXX` and longer; `XX` only in a text that holds longer ones, as elsewhere it may be a size or a numeral."""
    matches = [m for m in _MASK.finditer(prose) if not _ROMAN_CONTEXT.search(prose, max(0, m.start() - 12), m.start())]
    masked = any(len(match[1]) > 3 for match in matches) or sum(len(match[1]) == 3 for match in matches) > 1
    least = 2 if masked else 3
    for match in matches:
        if len(match[1]) >= least:
            yield _flag(match, "a mask: the source had something here")


_ICON_NAMES = (
    r"(?:arrow|chevron|caret|angle|circle|square|triangle|file|folder|book|code|cloud|user|lock|bell|hand|face|cart|"
    r"magnifying|ellipsis|grip|paper|star|clock|calendar|envelope|message|comment|thumbs|wand|pen|trash|gear|right|up)"
)
_ICON_PARTS = (
    r"(?:up|down|left|right|exclamation|info|check|question|xmark|plus|minus|play|pause|from|to|square|circle|open|lines|"
    r"code|bracket|user|magic|sparkles|plane|glass|pointer|bottom|top|dots|vertical|horizontal|half|stroke|fill|outline|"
    r"triangle|link|external|alt|dollar|bolt)"
)
_ICON = pattern(rf"{_ICON_NAMES}(?:-{_ICON_PARTS}){{1,5}}(?![\w\-])")
_GLUED_ICON = pattern(
    r"^([ \t]*+(?:[#>*+\-]++[ \t]++|\d{1,2}\.[ \t]++)?)(hashtag|tag|link|copy|anchor|pencil)(?=\p{Lu}\p{Ll})",
    regex.MULTILINE,
)


@rule("icon-name", Category.PLACEHOLDER, Stage.GLYPH, "the name of an icon written out: `GGUFarrow-up-right`")
def icon_name(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if "-" in prose:
        for match in _ICON.finditer(prose):
            before, after = prose[max(0, match.start() - 1) : match.start()], prose[match.end() : match.end() + 1]
            if before.isalnum() or (before in ("\ufffc", ")", "]") and match.group().count("-") > 1):
                yield _delete(document, match, Trust.APPLY, 0.97)
            elif before in ("", "\n") and after in ("", "\n", "\r"):
                yield _delete(document, match, Trust.SUGGEST, 0.9)
    if any(name in prose for name in ("tag", "link", "copy", "anchor", "pencil")):
        for match in _GLUED_ICON.finditer(prose):
            message = f"“{match[2]}” is the name of an icon"
            yield from repair(document, *match.span(2), "", message, Trust.SUGGEST, 0.9)


def _delete(document: Document, match: regex.Match[str], trust: Trust, confidence: float) -> Finding:
    message = f"“{match.group()}” is the name of an icon"
    return next(
        repair(document, *match.span(), "", message, trust, confidence),
        Finding(Span(*match.span()), message, confidence=confidence),
    )
