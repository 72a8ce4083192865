"""Programs that were translated: keywords, literals, names and the quotation marks of strings.

* keywords of Python and JavaScript where the rest of the line can only be code: `importer numpy comme np`,
  `pour i dans plage(10)`, `imprimer(f"…")`, `sauf ValueError`;
* literals: `"actif": vrai` in JSON, `retour Faux`, the code span `` `Aucun` ``;
* strings in guillemets or curly quotes: `print(« Bonjour »)`;
* names: `taille_de_lot` in a code span that no block of code of the text has, `ENSEMBLE_PAUSE_À_COUCHE` in prose, the
  subcommand of a program that nobody knows (`ripsync vérifier`);
* the language of a fenced block: ` ```frapper` for *bash*.

Code is protected, so these are flags; the original stands as an alternative where one alone is possible. Left alone:
pseudo-code (`si x alors`), programs that their author wrote in French, the words that a reader shall fill in
(`VOTRE_CLÉ`).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._origin import machine_made
from fixer.detectors._original import in_code, in_whole_spans, original
from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_LINE = r"^[ \t>$]*+(?:>>> |\.\.\. |`)?"
_WORD_BY_WORD = {"importer": "import", "comme": "as", "depuis": "from", "à partir de": "from", "de": "from"}
_KEYWORDS = (
    (rf"{_LINE}\Kimporter [\w.]+ comme (?=\w+`?[ \t]*\r?$)", None),
    (rf"{_LINE}\K(?:depuis|de|à partir de) [a-zA-Z_][\w.]* importer(?=[ ][\w*])", None),
    (rf"{_LINE}\Kimporter(?= [a-z][\w.]*`?[ \t]*\r?$)", None),
    (rf"{_LINE}\K(?:import|importer) (?:\{{[^}}\n]*\}}|\w+) de(?= ['\"])", None),
    (r"pour(?= \w+(?:, ?\w+)? (?:dans|in) (?:la )?(?:plage|range|énumérer|enumerate|zip|len)\()", "for"),
    (r"(?<=\bfor \w+ |\bpour \w+ )dans(?: la)?(?= (?:plage|range|énumérer|enumerate)\()", "in"),
    (r"(?<=\b(?:in|dans|dans la) )plage(?=\()", "range"),
    (r"(?<![\w.])imprimer(?=\(f?[\"'«“])", "print"),
    (rf"{_LINE}\K(?:définir|déf)(?= \w+\([^()\n]*\)(?: ?->.*)? ?:)", "def"),
    (rf"{_LINE}\Ksauf(?= (?:Exception|[A-Z]\w+Error)\b)", "except"),
    (rf"{_LINE}\K(?:lever|soulever|augmenter)(?= (?:Exception|[A-Z]\w+Error)\()", "raise"),
    (rf"{_LINE}\Ksi(?= __?(?:nom|name)__? ?==)", "if"),
    (r"(?<=\b(?:si|if) )__nom__(?= ?==)", "__name__"),
    (r"(?<=== ?[\"'])__principal__", "__main__"),
    (r"(?<=\b(?:const|let|var|=) ?(?:\w+ = )?)attend(?:re|ez)(?= \w+[.(])", "await"),
    (r"(?<![\w.])console ?\. ?(?:journal|enregistrer)(?=\()|(?<![\w.])console\. log(?=\()", "console.log"),
    (rf"{_LINE}\K(?:exporter|export) par défaut(?= \w)|{_LINE}\Kexporter default", "export default"),
    (r"(?<==> ?\{?[ ]?|^[ \t]*)retour(?= (?:Vrai|Faux|Aucun|vrai|faux|nul|\w+[\w.]*[(;]))", "return"),
)
_ENGLISH = pattern(rf"\b(?:{'|'.join(sorted(_WORD_BY_WORD, key=len, reverse=True))})\b")
_CODE_WORDS = tuple((pattern(shape, regex.MULTILINE), new) for shape, new in _KEYWORDS)
_LITERALS = {
    "vrai": "true", "Vrai": "True", "VRAI": "TRUE", "faux": "false", "Faux": "False", "FAUX": "FALSE", "nul": "null",
    "nulle": "null", "Aucun": "None", "aucun": "none", "indéfini": "undefined",
}  # fmt: skip
_WORDS = "|".join(_LITERALS)
_LITERAL = pattern(
    rf"(?<=[\w\"'] ?[:=] ?|\breturn |\bretour(?:ner)? |=)({_WORDS})(?=[ \t]*(?:[,}})\];]|\r?$))", regex.MULTILINE
)
_LITERAL_SPAN = pattern(rf"(?<=(?<!`)`)({_WORDS})(?=`)")
_STRING = pattern(
    r"(?<=[(=,:\[{][ \t]?|\becho |\breturn |-[mHd] )(?:«[ \u00a0\u202f]?[^«»\n`]{0,80}?[ \u00a0\u202f]?»|"
    r"“[^“”\n`]{0,80}”)"
    r"(?=[ \t]?(?:[),;\]}]|\r?$))",
    regex.MULTILINE,
)
_FENCES = {
    "frapper": "bash", "coup": "bash", "fracasser": "bash", "coquille": "shell", "texte": "text",
    "texte brut": "text", "texte clair": "text", "rouille": "rust", "rubis": "ruby", "rapide": "swift", "aller": "go",
    "piton": "python", "fichier docker": "dockerfile", "différence": "diff", "démarque": "markdown",
    "javascript réagir": "jsx", "cible-c": "objective-c", "balisage": "markup",
    "sirène": "mermaid",
    "requête": "sql",
}  # fmt: skip
_FENCE = pattern(
    rf"^[ \t>]*(?:`{{3,}}|~{{3,}})[ ]?({'|'.join(_FENCES)})[ \t]*\r?$",
    regex.MULTILINE,
)
_BRANCHES = {"principal": "main", "maître": "master"}
_BRANCH = pattern(r"(?<=\b[Bb]ranches? [`«“*]{0,2}[ \u00a0]?)(principal|maître)(?!\w)")
_FRENCH_SPAN = pattern(
    r"(?<=(?<!`)`)(?:(?:par|sans|avec|en|la|le|les|l['’]|une?|des?|du|à la)(?: (?=\p{Ll})|(?<=['’]))\p{Ll}{3,}(?: "
    r"\p{Ll}{2,}){0,3})(?=`(?!`))"
)
_GIT_WORDS = {"amont": "upstream", "origine": "origin", "distant": "remote", "fusion": "merge", "maître": "master"}
_GIT_WORD = pattern(
    rf"(?<=(?<!`)`)({'|'.join(_GIT_WORDS)})(?=`(?!`))|(?<=\bgit (?:remote add|push|pull|fetch|"
    rf"merge) )({'|'.join(_GIT_WORDS)})(?![\w/])"
)
_SPANS = {"par défaut": "default", "en amont": "upstream", "la source": "source"}
_VERB_IN_CODE = pattern(r"(?<=`)([a-z][a-z\d-]{1,14}) (\p{Ll}{4,}(?:er|ir|re))(?=[ `])")
_NAME_IN_CODE = pattern(
    r"(?:(?<=`)|(?<=<code>))(?:\{\{ ?)?+(\p{Ll}++(?:_\p{Ll}++)*?_(?:d(?:e|u|es)|à|la|le|par|"
    r"pour)(?:_\p{Ll}++)++)(?= ?\}\}| ?(?:`|</code>))"
)
_CONSTANT = pattern(r"(?<![\w/@.$-])(?=[\p{Lu}\d_]*[ÀÂÇÉÈÊËÎÏÔÛÙÜ])\p{Lu}{2,}(?:_[\p{Lu}\d]+)+(?![\w-])")
_BLANKS = pattern(r"VOTRE|VOS_|MON_|MA_|MES_|TON_|TA_|TES_|ICI|NOM_|REMPLACER|CLÉ_API|MOT_DE_PASSE|ADRESSE|UTILISATEUR")


@rule(
    "translated-code",
    Category.MARKUP,
    Stage.GLYPH,
    "keywords, literals and names of programs that were translated",
    Trust.SUGGEST,
)
def translated_code(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from in_whole_spans(document, _findings(document, resources))


def _findings(document: Document, resources: Resources) -> Iterator[Finding]:
    text = document.text
    for region in document.regions:
        if region.kind is Kind.CODE:
            yield from _program(document, region.span.start, region.span.end)
    if "`" in text:
        for match in _LITERAL_SPAN.finditer(text):
            if text.count(f"`{_LITERALS[match[1]]}`") or machine_made(document, resources):
                yield from original(document, *match.span(1), _LITERALS[match[1]], "a literal that was translated")
    if "```" in text or "~~~" in text:
        for match in _FENCE.finditer(text):
            yield from original(document, *match.span(1), _FENCES[match[1]], "the language of a block of code")
    yield from _names(document, resources)


def _program(document: Document, start: int, end: int) -> Iterator[Finding]:
    text = document.text
    for shape, new in _CODE_WORDS:
        for match in shape.finditer(text, start, end):
            english = new or _ENGLISH.sub(lambda word: _WORD_BY_WORD[word.group()], match.group())
            yield from original(document, *match.span(), english, "a keyword that was translated")
    for match in _LITERAL.finditer(text, start, end):
        yield from original(document, *match.span(1), _LITERALS[match[1]], "a literal that was translated")
    if "«" in text or "“" in text:
        for match in _STRING.finditer(text, start, end):
            new = f'"{match.group().strip("«»“”").strip()}"'
            yield from original(document, *match.span(), new, "a string in typographic quotation marks")


def _names(document: Document, resources: Resources) -> Iterator[Finding]:
    """Names of a damaged text that only a translator can have made French.

    `ripsync vérifier`: a program in lower case, then a French infinitive. `taille_de_lot`: a name that no block of code
    of the text has. Authors who write French name their variables so as well, but not in a text full of such wounds.
    """
    text, words = document.text, resources.lexicon
    found: list[Finding] = []
    for match in _VERB_IN_CODE.finditer(text) if "`" in text else ():
        if "inf" in words.tags(match[2]) and not words.english(match[2]) and not words.french(match[1]):
            yield from original(
                document, *match.span(2), None, "a part of a command that was translated", confidence=0.7
            )
    for match in _FRENCH_SPAN.finditer(text) if "`" in text else ():
        if all(map(words.french, regex.split(r"[ '’]", match.group()))):
            new = _SPANS.get(match.group())
            yield from original(document, *match.span(), new, "a name in code that was translated", confidence=0.75)
    for match in _GIT_WORD.finditer(text) if "git" in text.lower() else ():
        yield from original(document, *match.span(), _GIT_WORDS[match.group()], "a name of Git that was translated")
    for match in _BRANCH.finditer(text) if "ranche" in text else ():
        yield from original(
            document,
            *match.span(1),
            _BRANCHES[match[1]],
            "the name of a branch that was translated",
        )
    for match in _NAME_IN_CODE.finditer(text) if "_" in text else ():
        if text.count(match[1]) == 1 and all(map(words.french, match[1].split("_"))):
            found += original(document, *match.span(1), None, "a name in code that was translated", confidence=0.7)
    for match in _CONSTANT.finditer(text) if "_" in text else ():
        if not (in_code(document, match.start()) or _BLANKS.search(match.group())):
            yield from original(document, *match.span(), None, "a name in code that was translated", confidence=0.7)
    if found and machine_made(document, resources):
        yield from found
