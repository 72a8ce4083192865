"""Addresses, paths, file names, options, operators and formulas that were taken apart by spaces, or translated.

* `https: //example.org/x`, `http: // localhost`: an address has no spaces;
* `/ etc / nginx`, `../. gitbook / actifs /`, `src / main.py`, `api/authors / {id}`: a path has none around its slashes,
  and its folders are not translated;
* `fichier. py`, `github. com/outil`, `Node. js`: a name has none before its extension;
* `- -verbose`, `–verbose`, `= =`, `! =`, `$ {NOM}`, `{ 0}`, `% s`, `\\ frac`: what a program reads as one sign.

An address whose host is whole is put together at once; the rest is suggested, or flagged in code. Left alone: slashes
between words (`lecture / écriture`), a full stop before a word, `100 % sûr`.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._original import in_code, original
from fixer.detectors._shared import code_like
from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_ADDRESS = pattern(
    r"(?<![\w/])(?P<scheme>https?|ftp|wss?|ssh|git|redis|mongodb|postgres(?:ql)?|s3)(?P<gap> ?: ?/ ?/ ?)"
    r"(?=(?P<host>(?:[\w-]+\.)+[a-z]{2,10}\b|localhost\b|\d{1,3}(?:\.\d{1,3}){3}|\w+:\w+@|[\w-]+\.))"
)
_HOST = pattern(r"(?<=//(?:[\w-]+\.)*[\w-]+)(?: \. ?|\. )(?=(?:com|org|net|io|fr|ai|dev|co|cn)\b(?!\.? \p{Lu}))")
_COLON = pattern(r"(?<![\w/:])(https?)[ ]?//[ ]?(?=[\w.-]+\.\w|localhost)")
_PACKAGE = pattern(r"(?<![\w./])(?:package|tsconfig|appsettings|launchSettings)\.js(?=[\s*`,;)\]»”]|\.\s)")
_ON = pattern(r"(?<=\b[\w-]{2,30}\.js)(?:sur|on sur|simple sur)\b")
_DOT_FILE = pattern(
    r"(?<=[(«“\"*`/][ \u00a0]?)\. (?=(?:venv|env|git|github|gitbook|gitignore|vscode|bashrc|ssh|npmrc|eslintrc|"
    r"dockerignore|htaccess|tsx?|jsx?)\b(?! ?/))",
    regex.IGNORECASE,
)
_ATTRIBUTE = pattern(
    r"(?<=(?<![\w.])@?(?:app|self|console|df|np|pd|plt|os|sys|torch|document|window|Math|string)) ?\. (?=[a-z_]+[ "
    r"]?[(*`\[])"
)
_AMPERSAND = pattern(r"(?<=\w) \\ & (?=\w)")
_ESCAPED = pattern(r"\\[`*](?:\\?[*`]){2,}|(?:\\\*){2,}\**")
_SITE = pattern(
    r"(?<![\w./@-])(?:www\. ?)?(?:github|gitlab|example|exemple|google|openai|python|docker|npmjs|huggingface|"
    r"readthedocs|"
    r"pypi|stackoverflow|wikipedia|microsoft|amazon|apple|mozilla)(?: \. ?|\. )(?:com|org|net|io|fr|co|ai)(?![\w'’])"
)
_EXTENSION = pattern(
    r"(?<![\w'’.])(?=[\w-]{2,40} ?\.)[a-zA-Z_][\w-]*(?P<gap> ?\. )"
    r"(?P<ext>py|js|jsx|tsx|json|ya?ml|html|css|scss|sh|toml|cfg|conf|ini|csv|xml|txt|md|cpp|ipynb|lock|env|exe|"
    r"dll|sql|php)"
    r"(?![\w'’-])"
)
_STEMS = (
    "fichier config package index main client serveur server script module application page style test setup".split()
)
_DOT_NAMES = pattern(
    r"(?<!\w)(?:ASP|ADO|VB|ML)(?: \. ?|\. )NET(?!\w)|(?<!\w)\. NET(?= (?:Core|Framework)\b|"
    r"(?!\w))|(?<!\w)Socket(?: \. ?|\. )(?:io|IO)(?!\w)"
)
_ROOTS = "usr|etc|var|home|opt|bin|tmp|dev|root|lib|mnt|proc|srv|boot|sbin|sys|run|Users|api|app|src|www"
_SEGMENT = r"[\w.{}$:@*~-]{1,40}"
_ABSOLUTE = pattern(rf"(?<![\w/.<)]|\d ?)(?:~ ?)?/(?P<gap> ?)(?:{_ROOTS})(?![\w])(?: ?/ ?{_SEGMENT})+(?: ?/(?![\w ]))?")
_RELATIVE = pattern(
    r"(?<![\p{L}\p{N}./])(?:\.{1,2}/)+(?:\.? ?[\p{L}\p{N}_-]{2,30} ?/ ?){1,8}"
    r"(?:[\p{L}\p{N}_ -]{1,60}?(?: ?\(\d+\)){0,25} ?\.(?:png|jpe?g|gif|svg|webp)|"
    r"[\p{L}\p{N}_-]{1,60}(?:\.\p{L}{2,5})?)?"
)
_FILE = pattern(
    r"(?<![\w/.])(?!(?:et|ou|de|du|des|à|dans|en|vers) )/?(?:[\w.-]+/)*(?:[\w.-]*[\w-] / ){1,5}(?:[\w-]+\.(?:py|js|"
    r"ts|tsx|json|ya?ml|html|css|sh|toml|cfg|conf|txt|md|cpp|c|h|go|rs|java|php|rb)|"
    r"\{\w+\}|:\w+)(?![\w/])"
)
_NAMED = pattern(
    r"(?<=\b(?:répertoire|dossier|chemin|fichier|dossiers|cd|ls|mkdir)[ ][*`]?)/ (?!(?:et|ou|est|de|du|à|dans|en|"
    r"pour)\b)[\w.-]+(?: ?/ ?[\w.-]+)*+/?"
)
_GITBOOK = pattern(r"\.Git[Bb]ook/(?:Assets/)?|(?<=\.gitbook/)Assets/")
_FOLDERS = {
    "actifs": "assets",
    "atouts": "assets",
    "ressources": "resources",
    "source": "source",
    "bac": "bin",
    "poubelle": "bin",
}
_OPTION = pattern(
    r"(?<=[\w\"'`)\]] |[`(])(?:- -|[–—])(?=[a-z][a-z\d]+(?:-[a-z\d]+)*(?:[=`) \n]|\r?$))",
    regex.MULTILINE,
    needs=("- -", "–", "—"),
)
_OPERATOR = pattern(
    r"(?<=[\w\])\"'] )(?:= =(?: =)?|! = ?=?|< =|> =|& &|\| \||: =|\+ =|- =|= >|- >)(?= ?[\w\"'(\[{$-])",
    needs=("= =", "! =", "< =", "> =", "& &", "| |", ": =", "+ =", "- =", "= >", "- >"),
)
_VARIABLE = pattern(r"(?:\$|(?<=[^\s#])#) \{(?=[\w.]+\})")
_NAMED_VARIABLE = pattern(r"\$ (?=[A-Z][A-Z\d]*_[A-Z_\d]+\b)")
_BRACES = pattern(r"(?<![\w{$])\{ ?(\d)[ ]?\}(?<= \}|\{ \d\})(?![\w}])")
_PRINTF = pattern(r"(?<!\d[ \u00a0]?)%[ \u00a0](?:(\d) ?\$ ?)?([sdf])(?![\w'’])|(?<!\d)%(\d) \$ ?([sdf])(?![\w'’])")
_LATEX = pattern(
    r"\\ (?=(?:frac|sqrt|sum|int|alpha|beta|gamma|delta|theta|lambda|sigma|mathbb|mathbf|mathcal|mathrm|text|cdot|"
    r"times|"
    r"partial|left|right|begin|end|in|log|exp|hat|bar|leq?|geq?|infty|nabla|prod|pi|mu|epsilon)(?![\p{L}]))"
)
_ENTITY = pattern(r"& ?(?=#?\w)(?P<name>nbsp|amp|lt|gt|quot|apos|copy|mdash|ndash|hellip|#\d{2,5}) ?;(?<=& \S* ?;| ;)")
_NEWLINE = pattern(r"(?<=[\p{Ll}.!?:,;)])(?:\\ ?n){1,3}(?=\p{Lu}|[-*•#])|(?<= )\\ n(?= |\r?$)", regex.MULTILINE)


@rule(
    "broken-path",
    Category.MARKUP,
    Stage.GLYPH,
    "addresses, paths, file names, options and operators with spaces inside of them",
)
def broken_path(document: Document, resources: Resources) -> Iterator[Finding]:
    text = document.text
    if "/" in text:
        yield from _addresses(document)
        yield from _paths(document)
    if ". " in text or " ." in text:
        yield from _names(document, resources)
    for sign, shape, what in (
        (" {", _VARIABLE, "a variable with a space inside"),
        ("$ ", _NAMED_VARIABLE, "a variable with a space inside"),
        ("\\ ", _LATEX, "a command of LaTeX with a space inside"),
    ):
        if sign in text:
            for match in shape.finditer(text):
                yield from original(document, *match.span(), match.group().replace(" ", ""), what, confidence=0.9)
    if "%" in text:
        for match in _PRINTF.finditer(text):
            number = match[1] or match[3]
            new = f"%{number + '$' if number else ''}{match[2] or match[4]}"
            yield from original(document, *match.span(), new, "a placeholder with a space inside")
    if "{" in text:
        for match in _BRACES.finditer(text):
            yield from original(document, *match.span(), f"{{{match[1]}}}", "a placeholder with a space inside")
    if "&" in text:
        for match in _ENTITY.finditer(text):
            yield from original(document, *match.span(), f"&{match['name']};", "an entity with a space inside")
        for match in _AMPERSAND.finditer(text):
            yield from original(document, *match.span(), "&", "an escaped sign that was taken apart")
    if "\\" in text:
        for match in _ESCAPED.finditer(document.prose):
            yield from original(document, *match.span(), None, "marks of emphasis that were escaped")
        for match in _NEWLINE.finditer(document.prose):
            yield from original(document, *match.span(), None, "a line break that was written out", confidence=0.7)
    if ".js" in text:
        for match in _PACKAGE.finditer(text) if "npm" in text.lower() or "json" in text.lower() else ():
            yield from original(
                document, *match.span(), f"{match.group()}on", "a file name that lost its end", confidence=0.7
            )
        for match in _ON.finditer(document.prose):
            yield from original(
                document, *match.span(), "on", "the end of “.json”, which was read as a word", Trust.SUGGEST
            )
    yield from _signs(document)


def _addresses(document: Document) -> Iterator[Finding]:
    text = document.text
    for match in _ADDRESS.finditer(text):
        if match["gap"] != "://":
            trust = Trust.SUGGEST if match["host"].endswith((".", "@")) else Trust.APPLY
            new = match["scheme"] + "://"
            yield from original(document, *match.span(), new, "an address with spaces inside", trust, 0.97)
    for match in _COLON.finditer(text):
        yield from original(document, *match.span(), f"{match[1]}://", "an address without its colon")
    for shape in (_HOST, _SITE):
        for match in shape.finditer(text):
            new = match.group().replace(" ", "")
            yield from original(document, *match.span(), new, "an address with spaces inside", confidence=0.9)


def _paths(document: Document) -> Iterator[Finding]:
    text = document.text
    if " /" not in text and "/ " not in text and "/. " not in text:
        return
    taken = -1
    matches = [(match, shape) for shape in (_RELATIVE, _ABSOLUTE, _FILE, _NAMED) for match in shape.finditer(text)]
    for match, shape in sorted(matches, key=lambda found: (found[0].start(), -found[0].end())):
        if match.start() >= taken:
            path = match.group().rstrip()
            if " " not in path or (
                shape is _ABSOLUTE and not match["gap"] and path.count(" / ") < 1 and "/ " not in path
            ):
                continue
            new = path.replace("/. ", "/.").replace(" /", "/").replace("/ ", "/")
            new = new.replace(") .", ").")
            new = _GITBOOK.sub(lambda folder: folder.group().lower(), new)
            for french, english in _FOLDERS.items() if shape is _RELATIVE else ():
                new = new.replace(f"/{french}/", f"/{english}/")
            taken = match.end()
            yield from original(document, match.start(), match.start() + len(path), new, "a path with spaces inside")


def _names(document: Document, resources: Resources) -> Iterator[Finding]:
    text = document.text
    for match in _EXTENSION.finditer(text):
        stem = match.group()[: match.start("gap") - match.start()]
        if not resources.lexicon.french(stem) or stem.lower() in _STEMS:
            new = match.group().replace(" ", "")
            yield from original(document, *match.span(), new, "a file name with a space inside")
    for match in _DOT_FILE.finditer(text):
        yield from original(document, *match.span(), ".", "a file name with a space inside")
    for match in _ATTRIBUTE.finditer(text):
        yield from original(document, *match.span(), ".", "a name of a program with a space inside")
    for match in _DOT_NAMES.finditer(text):
        if " " in match.group():
            new = match.group().replace(" ", "")
            yield from original(document, *match.span(), new, "a name with a space inside", confidence=0.9)


def _signs(document: Document) -> Iterator[Finding]:
    """Options and operators, in code or in lines that read like code."""
    text = document.text
    for shape, what in ((_OPTION, "an option with another hyphen"), (_OPERATOR, "an operator with a space inside")):
        for match in shape.finditer(text):
            span = Span(*match.span())
            kind = document.region_at(span.start).kind
            if kind in (Kind.CODE, Kind.PROSE) and (in_code(document, span.start) or code_like(text, span)):
                new = "--" if shape is _OPTION else match.group().replace(" ", "")
                yield from original(document, span.start, span.end, new, what, confidence=0.8)
