"""What a translation pipeline or a web site left in the text and no author wrote.

* masks of a censored or protected stretch: `soumis à une XXXX`, `août XNUMX`, `__PROTÉGÉ_14__`, `⟦3⟧`, dates that
  nobody filled in (`le XX novembre`, `XXXX-XX-XX`, `__DATE__`);
* keys of an interface that were never resolved, alone in a line or a cell (`overview.base_url`), or inside of a
  sentence if both of their ends are words of interfaces (`rubrique downloads.title`);
* in a damaged text, a variable of a template alone in its line: `{{ author.name }}`;
* filler text: `Lorem ipsum dolor sit amet`;
* the voice of the translator: `Voici la traduction :`, `Traduit avec DeepL`;
* site furniture, as a line of its own: `Pas de commentaires...`, `© déclaration de droits d'auteur`, the description of
  a badge (`insigne de construction`).

Only the source knows what belongs there, so these are flagged. Left alone: Roman numerals (`chapitre XXX`, `XXe
siècle`), identifiers with words in them (`__init__`), other
keys inside of a sentence, where they are its subject (`df.index`), date masks that show a format.

Names of icons that an extractor wrote out (`GGUFarrow-up-right`, `tagQu'est-ce`) have their own rule: glued to a word,
an icon name of several parts can only go; alone in a line, or of one part, its deletion is suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import damaged, repair
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
    r"^[ \t\ufffc]*+(?:[#>*+\-|]++[ \t]++)?(?:\*\*)?"
    r"((?:[a-z][a-z\d]*+(?:[_\-][a-z\d]++)*+\.){1,5}[a-z][a-z\d]*+(?:_[a-z\d]++)++)"
    r"(?:\*\*)?[ \t|\ufffc]*+\r?$",
    regex.MULTILINE,
)
_PLAIN_KEY = pattern(
    r"^[ \t\ufffc]*+((?:[a-z][a-z\d]++\.){2,4}(?!(?:org|com|net|io|fr|py|js|ts|json|md|txt|html|dev|ai|cn|eu|be|ch)\b)"
    r"[a-z][a-z\d]++)[ \t\ufffc]*+\r?$",
    regex.MULTILINE,
)
_INTERFACE_KEY = pattern(
    r"(?<![\p{L}\p{N}_./@:-])(?:overview|downloads?|docs|footer|header|nav|navbar|sidebar|home|homepage|common|pricing|"
    r"about|hero|i18n|landing|breadcrumbs?|cta|toc)\.(?:[a-z][a-z\d_]*+\.){0,3}"
    r"(?:title|subtitle|label|heading|faq|index|description|caption|button|tooltip|placeholder|cta|notice|message|text|"
    r"intro|summary|link|cookies|legal|contact|[a-z]++_(?:title|label|text|notice|button|link))(?![\p{L}\p{N}_(/-]|\.\w)"
)
_DATE_MASK = pattern(
    r"(?<![\p{L}\p{N}_/-])(?:XXXX[-/]XX[-/]XX|XX[-/.]XX[-/.]XXXX|XX?(?= (?:janvier|février|mars|avril|mai|juin|juillet|"
    r"août|septembre|octobre|novembre|décembre)\b)|__(?:DATE|ANN[EÉ]E|YEAR|NOM|NAME|TITRE|TITLE|AUTEUR|AUTHOR|LIEN)__)"
    r"(?![\p{L}\p{N}_/-])"
)
_FORMAT = pattern(r"forma|forme|modèle|macro|préproc|siècle|style", regex.IGNORECASE)
_TEMPLATE = pattern(r"^[ \t\ufffc]*+(\{\{ ?[a-z][\w.]*+ ?\}\})[ \t\ufffc]*+\r?$", regex.MULTILINE)
_NUMBERED = pattern(r"(?:pages?|figure|tableau|version|équation|étape)[ \u00a0]\Z", regex.IGNORECASE)
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
    r"(?:insigne|badge) (?:de |d['’])(?:construction|compilation|build|version|licence|couverture|état|statut)|"
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
    r"liquez|vues|aime|nsigne|badge|ectures|cannez|document a été|connect|ire la suite|réponse|temps de lecture|utile",
    regex.IGNORECASE,
)


@rule("placeholder", Category.PLACEHOLDER, Stage.SENTENCE, "masks, unresolved keys and site furniture", Trust.FLAG)
def placeholder(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    wounded = damaged(document)
    if "XX" in prose:
        yield from _masks(prose, wounded)
    if "XX" in prose or "X " in prose or "__" in prose:
        for match in _DATE_MASK.finditer(prose):
            if not _FORMAT.search(prose, max(0, match.start() - 40), match.start()):
                yield _flag(match, "a mask where a date or a name was meant")
    if wounded and "{{" in prose:
        for match in _TEMPLATE.finditer(prose):
            yield _flag(match, "a variable that the template did not fill in")
    for hints, shape, what in (
        (("NUMX",), _X_NUMBER, "a number that was masked for the engine"),
        (("_", "⟦", "{{"), _PROTECTED, "a mark that protected something from the engine"),
        (("_",), _KEY, "a key that was never replaced by its text"),
        ((".",), _PLAIN_KEY, "a key that was never replaced by its text"),
        ((".",), _INTERFACE_KEY, "a key that was never replaced by its text"),
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


def _masks(prose: str, wounded: bool) -> Iterator[Finding]:
    """`XXX` and longer; `XX` only in a text that holds longer ones, as elsewhere it may be a size or a numeral.

    In a damaged text `la page XX` is one too.
    """
    matches = [m for m in _MASK.finditer(prose) if not _ROMAN_CONTEXT.search(prose, max(0, m.start() - 12), m.start())]
    masked = any(len(match[1]) > 3 for match in matches) or sum(len(match[1]) == 3 for match in matches) > 1
    least = 2 if masked else 3
    for match in matches:
        counted = wounded and _NUMBERED.search(prose, max(0, match.start() - 12), match.start())
        if len(match[1]) >= least or counted:
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
