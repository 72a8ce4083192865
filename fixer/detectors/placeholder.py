"""What a translation pipeline or a template left in the text and no author wrote.

* masks of a censored or protected stretch: `soumis à une XXXX`, `août XNUMX`, `__PROTÉGÉ_14__`, `⟦3⟧`, `{{_LINE_31_}}`,
  `CODE_BLOCK_2`, `ZXQ12`, `<x id="1"/>`, `█████`; dates that nobody filled in (`le XX novembre`, `XXXX-XX-XX`,
  `__DATE__`);
* keys of an interface that were never resolved, alone in a line, a cell or a link (`overview.base_url`,
  `common.readMore`), or inside of a sentence if both of their ends are words of interfaces (`rubrique
  downloads.title`);
* variables that a program did not fill in: `{{ author.name }}` alone in its line of a damaged text, `%d résultats`;
* `hello` (with it `Bonjour`) and `tooXxx` in a text with several: *the* and *to* as one engine masked them (`le disque
  de hello`);
* filler text: `Lorem ipsum dolor sit amet`;
* the voice of the translator: `Voici la traduction :`, `Traduit avec DeepL`.

Only the source knows what belongs there, so these are flagged. Left alone: Roman numerals (`chapitre XXX`, `XXe
siècle`), identifiers with words in them (`__init__`), other keys inside of a sentence, where they are its subject
(`df.index`), masks that show a format (`au format XX/XX/XXXX`).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import damaged
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
_STRONG = (
    r"PROT[EÉ]G[EÉ]E?|PROTECTED|PLACE_?HOLDER|ESPACE_R[EÉ]SERV[EÉ]|NO_?TRANSLATE|CODE_?BLOCK|INLINE_?CODE|BLOC_DE_CODE|"
    r"CODE_EN_LIGNE|BALISE|MASQUE|KEEP|DNT|TRANSLATE|TRADUIRE"
)
_WEAK = (
    r"TAG|TOKEN|JETON|CODE|LINE|LIGNE|LINK|LIEN|URL|IMG|IMAGE|HTML|MATH|FORMULA|FORMULE|EQ|SEG|SEGMENT|TERM|TERME|VAR|"
    r"VARIABLE|MARK|MARQUE|PH|BLOCK|BLOC|ENTITY|ENTITÉ|TEXT|TEXTE"
)
_PROTECTED = pattern(
    rf"(?:(?:__|@@|\[\[|\{{\{{|⟦|<<) ?_?)?(?<![\p{{L}}\p{{N}}])(?:{_STRONG})[_ ]?\d++(?:__?| ?(?:@@|\]\]|\}}\}}|⟧|"
    rf">>))?|"
    rf"(?:__|@@|\[\[|\{{\{{|⟦|<<<?|%%|##|§§) ?_?(?:{_WEAK})_?\d++_?+ ?(?:__|@@|\]\]|\}}\}}|⟧|>>>?|%%|##|§§)|"
    r"⟦/?\d++⟧|\{\{ ?_?\d++ ?\}\}|@@\d++@@|%%\d++%%|##\d++##|§§?\d++§§|\[\[\d++\]\](?!\()|"
    r"__\p{Lu}[\p{Lu}_]{1,30}_\d{1,5}__|"
    r"(?<![\p{L}\p{N}])(?:ZXQ|XQZ|QZX|ZQX|XZQ|QXZ|ZZZ|XQX|QQQ)_?\d++(?!\p{L})|█{3,}|\[object Object\]"
)
_LEFT_TAG = pattern(r"</?(?:x|g|ph|bx|ex|it|bpt|ept)(?: id=[\"'«“]?[ \u00a0]?\w+[ \u00a0]?[\"'»”]?| ?\d+) ?/?>")
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
_SPACES = (
    r"overview|downloads?|docs|footer|header|nav|navbar|sidebar|home|homepage|common|pricing|about|hero|i18n|landing|"
    r"breadcrumbs?|cta|toc|share|buttons?|labels?|messages?|errors?|pages?|menu|layout|theme|general|global|ui|app|"
    r"auth|"
    r"settings|actions?|forms?|comments?|forum|blog|posts?|articles?|product|cart|checkout|account|profile|faq|"
    r"features?|"
    r"testimonials?|newsletter|cookies?|search|language|locale|translation|site|seo|meta"
)
_ENDS = (
    r"title|subtitle|label|heading|faq|index|description|caption|button|tooltip|placeholder|cta|notice|message|"
    r"text|intro|"
    r"summary|link|cookies|legal|contact|read_?[mM]ore|see_?[mM]ore|learn_?[mM]ore|back_?[tT]o_?[tT]op|copyright|"
    r"submit|"
    r"cancel|save|next|previous|prev|loading|empty|success|locked|closed|header|footer|name|hint|helper"
)
_INTERFACE_KEY = pattern(
    rf"(?<![\p{{L}}\p{{N}}_./@:-])(?:{_SPACES})\.(?:[a-z]\w*+\.){{0,3}}?(?:{_ENDS}|[a-z]++_(?:title|label|text|"
    rf"notice|button|link))"
    r"(?![\p{L}\p{N}_(/-]|\.\w)"
)
_KEY_LINE = pattern(
    rf"^[ \t\ufffc]*+(?:[#>*+\-|]++[ \t]++)?\[?(?:\*\*)?((?:{_SPACES})\.(?:[a-z]\w*\.){{0,4}}[a-z]\w*+|"
    rf"(?:[a-z]\w*+\.){{1,4}}(?:{_ENDS}))(?:\*\*)?\]?[ \t|\ufffc]*+\r?$",
    regex.MULTILINE,
)
_UNFILLED = pattern(r"(?<![\w%\\`])(?:%(?:\d\$)?[sd]|%\(\w+\)[sd]|\{\d\}|\$\{\w+\})(?![\w%])")
_ABOUT_FORMATS = pattern(
    r"format|printf|print|code|chaîne|strf|spécifi|modèle|template|variable|paramètre|argument|remplac|syntaxe|gabarit|"
    r"URL|http|commande|[=;]|\w\(|`",
    regex.IGNORECASE,
)
_DATE_MASK = pattern(
    r"(?<![\p{L}\p{N}_/-])(?:XXXX[-/]XX[-/]XX|XX[-/.]XX[-/.]XXXX|XX?(?= (?:janvier|février|mars|avril|mai|juin|juillet|"
    r"août|septembre|octobre|novembre|décembre)\b)|__(?:DATE|ANN[EÉ]E|YEAR|NOM|NAME|TITRE|TITLE|AUTEUR|AUTHOR|LIEN)__)"
    r"(?![\p{L}\p{N}_/-])"
)
_FORMAT = pattern(r"forma|forme|modèle|macro|préproc|siècle|style", regex.IGNORECASE)
_TEMPLATE = pattern(r"^[ \t\ufffc]*+(\{\{ ?[a-z][\w.]*+ ?\}\})[ \t\ufffc]*+\r?$", regex.MULTILINE)
_NUMBERED = pattern(r"(?:pages?|figure|tableau|version|équation|étape)[ \u00a0]\Z", regex.IGNORECASE)
_HELLO = pattern(
    r"(?<![^\s(\[*])(?:(?:d[eu]|à) )?(?:hello|Hello(?! ?\p{Lu}|[,!.])|(?<=\bde )Hello)(?![,!.] ?\p{Lu})(?=[\s.,;:)\]])|"
    r"(?<=\bde )Hello(?= \p{Lu})|\b[Tt]oo(?!l|th|k)[a-z]{3,}+\b|\btooan?\b|"
    r"(?<=\p{Ll} )Bonjour(?= \p{Ll})"
)
_HELLO_PROOF = pattern(
    r"\b(?:de|dans|à|sur|par|avec|pour|si|que|ou|et|via|sous|installer|configurer|utilisez) hello (?=[\p{Ll}*\[`])|"
    r"\btoo[a-z]{3,}\b"
)
_HELLOS = 2
_SHORT = 70
_LOREM = pattern(r"\blorem ipsum\b[^.\n]{0,100}+", regex.IGNORECASE)
_VOICE = pattern(
    r"\b(?:Voici la traduction (?:française|en français|du texte|demandée)\b[^\n.]{0,60}+|"
    r"Traduit (?:avec|par) (?:www\.)?(?:DeepL|Google Traduction|Google Translate)\b[^\n]{0,50}+|"
    r"En tant que modèle de langage,|"
    r"\[?(?:N\.?D\.?T\.?|Note du traducteur) ?: ?[^\]\n]{0,80}+\]?|Remarque : (?:j['’]ai|la traduction)[^\n]{0,80}+|"
    r"(?:Texte|Traduction) (?:traduite? )?en français :(?=[ ]*$))"
)


_DOTTED = pattern(r"[a-z\d_]\.[a-z]")


@rule(
    "placeholder", Category.PLACEHOLDER, Stage.SENTENCE, "masks, unresolved keys and variables, filler text", Trust.FLAG
)
def placeholder(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    wounded = damaged(document)
    seen: set[int] = set()
    if "XX" in prose:
        yield from _masks(prose)
    if "XX" in prose or "X " in prose or "__" in prose:
        for match in _DATE_MASK.finditer(prose):
            if not _FORMAT.search(prose, max(0, match.start() - 40), match.start()):
                yield _flag(match, "a mask where a date or a name was meant")
    if wounded and "{{" in prose:
        for match in _TEMPLATE.finditer(prose):
            yield _flag(match, "a variable that the template did not fill in")
    dotted = (".",) if _DOTTED.search(prose) else ()
    for hints, shape, what in (
        (("NUMX",), _X_NUMBER, "a number that was masked for the engine"),
        (
            ("_", "⟦", "{{", "@@", "%%", "##", "§", "[[", "Q", "<", "█", "ZZ", "[o"),
            _PROTECTED,
            "a mark that protected something from the engine",
        ),
        (("_",), _KEY, "a key that was never replaced by its text"),
        (dotted, _PLAIN_KEY, "a key that was never replaced by its text"),
        (dotted, _KEY_LINE, "a key that was never replaced by its text"),
        (dotted, _INTERFACE_KEY, "a key that was never replaced by its text"),
        (("orem ipsum", "OREM IPSUM", "orem Ipsum"), _LOREM, "filler text"),
        (
            ("raduction ", "Traduit ", "modèle de langage", "N.D.T", "NDT", "traducteur", "en français :"),
            _VOICE,
            "the translator, not the author",
        ),
    ):
        if any(hint in prose for hint in hints):
            for match in shape.finditer(prose):
                found = _flag(match, what)
                if found.span.start not in seen:
                    seen.add(found.span.start)
                    yield found
    if "<" in document.text:
        for match in _LEFT_TAG.finditer(document.text):
            yield _flag(match, "a mark that protected something from the engine")
    if "hello " in prose and sum(1 for _ in _HELLO_PROOF.finditer(prose)) >= _HELLOS:
        for match in _HELLO.finditer(prose):
            yield _flag(match, "“the” or “to” as an engine masked it, never put back", 0.9)
    if "%" in prose or "{" in prose:
        yield from _unfilled(prose)


def _flag(match: regex.Match[str], what: str, confidence: float = 0.95) -> Finding:
    span = Span(*match.span(1)) if match.re.groups and match[1] else Span(*match.span())
    return Finding(span, f"“{match.group().strip()[:60]}”: {what}", confidence=confidence)


def _unfilled(prose: str) -> Iterator[Finding]:
    """`Temps de lecture : %d minutes`: a short line of words with a variable; not one that speaks of formats."""
    for match in _UNFILLED.finditer(prose):
        start, end = prose.rfind("\n", 0, match.start()) + 1, prose.find("\n", match.end())
        line = prose[start : match.start()] + prose[match.end() : end if end >= 0 else len(prose)]
        if 5 < len(line) < _SHORT and "\ufffc" not in line and not _ABOUT_FORMATS.search(line):
            yield _flag(match, "a variable that nothing filled in", 0.8)


def _masks(prose: str) -> Iterator[Finding]:
    """`XXX` and longer; `XX` only in a text that holds longer ones, as elsewhere it may be a size or a numeral.

    `la page XX` is one too.
    """
    matches = [m for m in _MASK.finditer(prose) if not _ROMAN_CONTEXT.search(prose, max(0, m.start() - 12), m.start())]
    masked = any(len(match[1]) > 3 for match in matches) or sum(len(match[1]) == 3 for match in matches) > 1
    least = 2 if masked else 3
    for match in matches:
        counted = _NUMBERED.search(prose, max(0, match.start() - 12), match.start())
        if len(match[1]) >= least or counted:
            yield _flag(match, "a mask: the source had something here")
