"""Command lines that were translated as if they were prose.

* a subcommand behind its program: `sudo apt installer git`, `git cloner`, `flask --app site exécuter`;
* a command turned into a noun phrase: `mise à jour sudo apt`, `installation npm`, `clone git https://…`;
* a program whose name is an English word: `miam install` (yum), `boucle -X POST` (curl), `faire test` (make);
* a program with the capital of a sentence: `Sudo Systemctl Status nginx`.

In a sentence the program must stand where a command can begin: in code, at the start of a line, behind a colon, a
quotation mark or *tapez*; human authors do write `sur Docker exécuter la commande`. The original is suggested; in code,
which is protected, it is an alternative of the flag.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._commands import FRENCH, PROGRAMS, subcommand
from fixer.detectors._original import in_code, in_whole_spans, original
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_PROGRAM = "|".join(sorted(PROGRAMS, key=len, reverse=True))
_FRENCH = "|".join(sorted(map(regex.escape, FRENCH), key=len, reverse=True))
# Where a command can begin: a line with its marks of lists, prompts and tables, a delimiter, a verb that announces it.
_BEGIN = (
    r"(?:^[ \t>*+|$#%\-]*+(?:\d{1,2}[.)] )?|[`«“\"'(;&|,]\s?|(?<!\p{L}):\s|:\s|"
    r"(?:[Tt]apez|[Ee]xécutez|[Ll]ancez|[Uu]tilisez|[Ss]aisissez|[Ee]ntrez|[Ff]aites|commandes?)(?: :)? |<code>)"
)
_SUDO = r"(?P<sudo>(?:[Ss]udo (?:-\w+ )?)?)"
_OPTIONS = r"(?:[ ]--?[a-zA-Z][\w-]*+(?:[= ](?!-)[\w./:@-]++(?=[ ]))?){0,4}"
_VERB = pattern(rf"(?<![\p{{L}}\d_/.-])(?P<program>(?i:{_PROGRAM})){_OPTIONS} (?P<verb>{_FRENCH})(?![\p{{L}}\d_'’/-])")
_BEFORE = pattern(rf"(?:{_BEGIN}|(?:&&|;|\|) ?){_SUDO}\Z", regex.MULTILINE)
_FAR = 80
_COMPOSE = pattern(rf"(?<=\bdocker )(?:composer|compose) (?P<verb>{_FRENCH}|vers le haut|vers le bas)(?![\p{{L}}'’])")
_INVERTED = pattern(
    rf"(?:^[ \t>*$#%\-]*+|`)(?P<phrase>(?P<verb>(?i:{_FRENCH}|clone|test|build))(?: (?:de |d['’]|du |avec ))?"
    rf" ?(?P<sudo>(?:[Ss]udo )?)(?P<program>(?i:{_PROGRAM})))(?P<rest>[ ]?(?:--?[a-z]|https?:|git@|\.|`|\r?$)|(?=[ "
    rf"]*\r?$))",
    regex.MULTILINE,
)
_RENAMED = (
    ("miam", r"miam(?=/dnf\b| (?:-y )?(?:install|update|remove|{french})\b)", "yum"),
    ("infusion", r"infusion(?= (?:install|update|upgrade|tap|{french})\b)|(?<=(?:macOS|Mac) \()infusion(?=\))", "brew"),
    ("brass", r"(?:brassage|brasser)(?= (?:install|update|upgrade|tap|{french})\b)", "brew"),
    ("boucle", r"{begin}\Kboucle(?= (?:-[a-zA-Z]|--\w|https?:|\"https?:))", "curl"),
    ("chat", r"{begin}\Kchat(?= (?:[\w./~-]*\.\w{{2,5}}|[/~]\S*|<<|>) ?(?:\r?$|`|[|<>]))", "cat"),
    ("tuer", r"{begin}(?:sudo )?\Ktuer(?= -\d| -[A-Z]| \$| \d{{3,}})", "kill"),
    ("toucher", r"{begin}(?:sudo )?\Ktoucher(?= [\w./~-]+\.\w{{1,5}}(?:\r?$|`))", "touch"),
    ("trouver", r"{begin}(?:sudo )?\Ktrouver(?= (?:\.|/|~)\S* -\w)", "find"),
    ("exporter", r"{begin}\Kexporter(?= [A-Z][A-Z_\d]+=)", "export"),
    ("écho", r"{begin}\Kécho(?= [\"'$])", "echo"),
    ("queue", r"{begin}(?:sudo )?\Kqueue(?= -(?:f|n|\d))", "tail"),
    ("tête", r"{begin}\Ktête(?= -(?:n|c|\d))", "head"),
    ("fil", r"{begin}\Kfil(?= (?:add|dev|build|install|start|{french})(?:\r?$|`| --?\w| [@a-z]))", "yarn"),
    ("ud", r"{begin}\K(?:nœud|noeud)(?= (?:[\w./-]+\.(?:js|mjs|ts)\b|-v\b|--version))", "node"),
    ("copier", r"{begin}\Kcopier(?= [^\s`]*[./][^\s`]* [^\s`]*[./])", "copy"),
    ("cargaison", r"{begin}\Kcargaison(?= (?:run|build|test|{french})\b)", "cargo"),
    ("pépin", r"{begin}\Kpépin(?=3? (?:install|{french})\b)", "pip"),
    (
        "faire",
        r"{begin}(?:sudo )?\Kfaire(?= (?:install|tests?|all|clean|build|installer|nettoyer|construire)(?:`|\r?$| -|"
        r" &&))",
        "make",
    ),
)
"""Programs whose names are words of English: a word to look for first, the translated name in its place, the name."""
_NAMES = tuple(
    (word, pattern(shape.format(begin=r"(?:^[ \t$#%>]*+|`|&& |; )", french=_FRENCH), regex.MULTILINE), new)
    for word, shape, new in _RENAMED
)
_CAPITALISED = pattern(
    r"(?:^[ \t]*+(?:\$ )?|(?<!`)`)(?:(?P<program>Git|Npm|Pip3?|Docker|Yarn|Cargo|Kubectl|Apt|Brew|Conda|Go|Make)"
    rf"(?= (?:{'|'.join(sorted(set(FRENCH.values()) | {'ci', 'rm', 'mv', 'ps', 'exec'}, key=len, reverse=True))})\b)|"
    r"(?P<tool>Cd|Mkdir|Ls|Rm|Cp|Mv|Chmod|Curl|Wget|Ssh|Python3?|Node|Touch)(?= (?:[./~-]|https?:|[\w-]+[./])))",
    regex.MULTILINE,
)
_RUN_LAST = pattern(
    r"(?:^[ \t]*+(?:\$ )?|(?<!`)`)(?P<phrase>(?P<script>\p{L}[\p{L} ]{2,24}?)(?: de| d['’])?[ ](?P<run>(?:npm|yarn|"
    r"pnpm|bun) run))"
    r"(?=[ \t]*\r?$|`)",
    regex.MULTILINE,
)
_SCRIPTS = {
    "graine": "seed",
    "développer": "develop",
    "développement": "dev",
    "construction": "build",
    "charpie": "lint",
}
_ANY = (*PROGRAMS, *(word for word, _, _ in _RENAMED), "cd ", "mkdir", "ls ", "rm ", "cp ", "mv ", "chmod", "ssh")
"""Without one of these nothing is a command, and the long patterns need not even be made."""
_WITH_SUBCOMMANDS = ("yum", "brew", "yarn", "cargo", "pip", "make")
_AFTER = pattern(rf"{_OPTIONS} (?P<verb>{_FRENCH})(?![\p{{L}}\d_'’-])")
_CAPITAL = pattern(rf"(?:^[ \t$#%>*\-]*+|`)\K(?P<line>Sudo (?i:{_PROGRAM})(?![\w-])(?: [\w.-]++)?)", regex.MULTILINE)
_ARTICLE = pattern(
    r"\s(?:l[ea]s?|l['’]|une?|d[eu]s?|d['’]|cett?e|ces|vo(?:s|tre)|no(?:s|tre)|et|ou|pour|dans|sur|en)\b"
)


@rule(
    "translated-command",
    Category.MARKUP,
    Stage.GLYPH,
    "commands that were translated: `sudo apt installer`, `installation npm`",
    Trust.SUGGEST,
)
def translated_command(document: Document, resources: Resources) -> Iterator[Finding]:
    yield from in_whole_spans(document, _findings(document))


def _findings(document: Document) -> Iterator[Finding]:
    text = document.text
    lower = text.lower()
    if not any(name in lower for name in _ANY):
        return
    for match in _VERB.finditer(text):
        if match["verb"][:7] != "compose" and _is_command(document, match):
            new = subcommand(match["program"].lower(), match["verb"])
            yield from original(document, *match.span("verb"), new, "a part of a command that was translated")
    for match in _COMPOSE.finditer(text):
        new = {"vers le haut": "up", "vers le bas": "down"}.get(match["verb"]) or subcommand("docker", match["verb"])
        yield from original(document, match.start(), match.end(), f"compose {new}", "a translated part of a command")
    yield from _inverted(document)
    for word, shape, new in _NAMES:
        for match in shape.finditer(text) if word in text else ():
            yield from original(document, *match.span(), new, "the name of a program that was translated")
            if new in _WITH_SUBCOMMANDS and (verb := _AFTER.match(text, match.end())):
                english = subcommand(new, verb["verb"])
                yield from original(document, *verb.span("verb"), english, "a part of a command that was translated")
    for match in _CAPITALISED.finditer(text):
        place = match.span("program") if match["program"] else match.span("tool")
        if in_code(document, place[0]):
            yield from original(document, *place, text[slice(*place)].lower(), "a program with a capital")
    for match in _RUN_LAST.finditer(text) if " run" in text else ():
        if in_code(document, match.start("phrase")):
            script = _SCRIPTS.get(match["script"].lower())
            whole = f"{match['run']} {script}" if script else None
            yield from original(document, *match.span("phrase"), whole, "a command that was translated")
    for match in _CAPITAL.finditer(text):
        yield from original(document, *match.span("line"), match["line"].lower(), "a command with capitals")


def _is_command(document: Document, match: regex.Match[str]) -> bool:
    """A command can begin there, and in prose no French sentence goes on behind the verb: `npm installer le paquet`."""
    start = max(document.text.rfind("\n", 0, match.start()) + 1, match.start() - _FAR)
    before = document.text[start : match.start()]
    if not _BEFORE.search(before if len(before) < _FAR else "x" + before):
        return False
    if in_code(document, match.start("verb")):
        return True
    return _ARTICLE.match(document.text, match.end()) is None and match["program"].islower()


def _inverted(document: Document) -> Iterator[Finding]:
    """`mise à jour sudo apt` -> `sudo apt update`; in prose only before an option or an address, or with `sudo`."""
    for match in _INVERTED.finditer(document.text):
        verb, program = match["verb"].lower(), match["program"].lower()
        whole = (
            document.text[match.end("phrase") : match.end("phrase") + 1] in ("", "\n", "\r")
            and match["phrase"].islower()
        )
        sure = match["sudo"] or match["rest"].strip("` .\n") or (whole and _among_commands(document.text, match))
        if not (in_code(document, match.start("phrase")) or sure):
            continue
        new = f"{match['sudo'].lower()}{program} {verb if verb not in FRENCH else subcommand(program, verb)}"
        yield from original(document, *match.span("phrase"), new, "a command that was translated")


def _among_commands(text: str, match: regex.Match[str]) -> bool:
    """True if the line before or after is a command of the same program: `npm start` above `test npm`."""
    start = match.start("phrase")
    before = text[max(0, start - 200) : start].rstrip().rpartition("\n")[2]
    after = text[match.end("phrase") : match.end("phrase") + 200].lstrip().partition("\n")[0]
    return any(line.lstrip("*-$> ").startswith(match["program"] + " ") for line in (before, after))
