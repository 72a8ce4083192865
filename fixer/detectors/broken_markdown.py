"""Marks of Markdown that were spaced out, glued or replaced, so that nothing renders them any more.

* links and images in two halves: `[texte] (https://…)`, `! [alt](image.png)`, `!\\[](image.png)`;
* a fence behind text, `Exemple :```sql`: what follows is no code block, and everything after it is inside out;
* a list item without its space among items that have it: `-Installation`;
* emphasis taken apart: `* * Texte * *`, `_ texte _`; a heading's marks taken apart: `# # Titre`;
* tasks and rules of tables: `- [] tâche`, `| — | — |`;
* tags with spaces: `< br / >`, `</ div>`.

Applied where the text shows elsewhere how it writes them; else suggested. Left alone: a parenthesis behind brackets
that is no address, negative numbers, dashes of a dialogue.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._original import original
from fixer.detectors._shared import repair
from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_TARGET = (
    r"(?=https?://|\.{0,2}/|#|(?:[\w-]++/)*+[\w-]++\.(?:md|html?|rst|txt|pdf|php|ipynb|png|jpe?g|gif|svg|webp)[)#])"
)
_LINK = pattern(rf"(?<=\[[^\[\]\n]{{2,80}})\](?: |（ ?| （ ?)\({_TARGET}")
_WHOLE_LINK = pattern(r"\[[^\[\]\n]{2,80}\]\([^()\s]+\)")
_TARGET_SPACES = pattern(r"(?<=\[[^\[\]\n]{2,80}\]\() +(?=https?://[^\s()]+ ?\))")
_INSIDE_TARGET = pattern(
    r"(?<=\]\(https?://[^\s()\"']{4,300}) +(?=[?&=#/-][^\s()\"']{1,300}\))|"
    r"(?<=\]\(https?://[^\s()\"']{4,300}[?&=#/_-]) +(?=[^\s()\"']{1,300}\))"
)
_IMAGE = pattern(
    r"(?<![\p{L}\p{N}\u00a0] ?)(?:! \[|!\\\[|\\!\[|！ ?\[)(?=[^\[\]\n]{0,200}\] "
    r"?\([^()\n]{0,100}(?:\([^()\n]*\)[^()\n]*){0,9}\.(?:png|jpe?g|gif|svg|webp))"
)
_FENCE = pattern(r"(?<=[^\s`>][ \t]*)```[a-z][\w+#-]*+(?=[ \t]*\r?\n)")
_NEAR = 2000
_ITEM = pattern(
    r"^([ \t]*+)([-+•])(?=\p{Lu}\p{Ll}|[*`]{0,2}\p{Lu}|\p{Ll}{3,} |\[[^\]\n]+\]\()",
    regex.MULTILINE,
    needs=("-", "+", "•"),
)
_SPACED_ITEM = pattern(r"^[ \t]*+([-+•])[ \t]+\S", regex.MULTILINE)
_TAKEN_APART = pattern(r"(?<![*\\\w])\* \* ?(?P<body>[^*\n]{2,200}?) ?\* \*(?![*\w])")
_UNDERLINED = pattern(r"(?<![\w_])_ (?P<body>(?=[^_\n]*\p{L})[^_\n ][^_\n]{2,400}?) _(?![\w_])")
_STARRED = pattern(
    r"(?<=\p{L}{2}['’,:;]? )\* (?P<body>\p{L}{3}[^*\n\d=+/]{0,160}(?<=\p{L}{2})) ?\*(?=[ .,;:)]|"
    r"\r?$)",
    regex.MULTILINE,
)
_ANCHOR = pattern(r"(?<=\p{L} )\(# ?\p{Ll}[\p{L}'’ -]{3,60}\)")
_HEADING = pattern(r"^[ ]{0,3}(#{1,5}(?: #{1,5})+)(?= [^#\n])", regex.MULTILINE)
_TASK = pattern(r"(?<=^[ \t]*[-*+] )\[(?:| x|x | x )\](?= \S)", regex.MULTILINE | regex.IGNORECASE)
_TABLE_RULE = pattern(r"^[ \t]*\|(?:[ \t]*:?[-—–]{1,}:?[ \t]*\|)+[ \t]*\r?$", regex.MULTILINE)
_TAGS = (
    "br|hr|p|b|i|u|a|em|strong|div|span|code|pre|table|tr|td|th|ul|ol|li|img|sup|sub|h[1-6]|body|head|html|script|"
    "style|"
    "section|figure|figcaption|details|summary|kbd|blockquote"
)
_TAG = pattern(rf"<(?:[ ]/[ ]?|/[ ]|[ ])((?i:{_TAGS}))[ ]?/?[ ]?>|<((?i:{_TAGS}))[ ]*/[ ]>|<((?i:{_TAGS}))[ ]>")


@rule(
    "broken-markdown",
    Category.MARKUP,
    Stage.GLYPH,
    "links, images, fences, lists and tags that lost their form: `[texte] (https://…)`",
)
def broken_markdown(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    markdown = document.format == "markdown"
    habit = markdown and _WHOLE_LINK.search(document.text) is not None
    sure = Trust.APPLY if habit else Trust.SUGGEST
    if "[" in prose:
        for match in _LINK.finditer(document.text):
            yield from repair(document, *match.span(), "](", "the two halves of a link", sure, 0.96)
        for match in _IMAGE.finditer(document.text):
            trust = Trust.APPLY if markdown and "\\" not in match.group() else Trust.SUGGEST
            yield from repair(document, *match.span(), "![", "the two halves of an image", trust, 0.96)
        for match in _TARGET_SPACES.finditer(document.text):
            yield from original(document, *match.span(), "", "a space before an address")
        for match in _INSIDE_TARGET.finditer(document.text):
            yield from original(document, *match.span(), "", "a space inside of an address")
        for match in _TASK.finditer(prose):
            new = "[x]" if "x" in match.group().lower() else "[ ]"
            yield from repair(document, *match.span(), new, "the box of a task", Trust.SUGGEST, 0.9)
    if "(#" in prose:
        for match in _ANCHOR.finditer(prose):
            message = f"“{match.group()}” is what is left of a link"
            yield Finding(Span(*match.span()), message, alternatives=("",), confidence=0.8)
    if "```" in document.text and markdown:
        yield from _fences(document)
    yield from _items(document)
    if "* *" in prose:
        for match in _TAKEN_APART.finditer(prose):
            new = f"**{match['body'].strip()}**"
            trust = Trust.APPLY if markdown and "**" in prose else Trust.SUGGEST
            yield from repair(document, *match.span(), new, "emphasis that was taken apart", trust, 0.95)
    for shape, mark in ((_UNDERLINED, "_"), (_STARRED, "*")):
        for match in shape.finditer(prose) if f"{mark} " in prose and markdown else ():
            line = prose[prose.rfind("\n", 0, match.start()) + 1 : match.end()]
            if line.count(mark) == 2 or mark == "_":
                edits = ((match.start(), match.start("body"), mark), (match.end("body"), match.end(), mark))
                yield from _both(document, match, edits)
    for shape, sign in ((_HEADING, "# #"), (_TABLE_RULE, "|")):
        for match in shape.finditer(prose) if sign in prose else ():
            new = regex.sub("[—–]+", "---", match.group()) if shape is _TABLE_RULE else match[1].replace(" ", "")
            group = 0 if shape is _TABLE_RULE else 1
            yield from repair(document, *match.span(group), new, "marks that were taken apart", Trust.SUGGEST, 0.9)
    yield from _tags(document)


def _both(document: Document, match: regex.Match[str], changes: tuple[tuple[int, int, str], ...]) -> Iterator[Finding]:
    edits = tuple(Edit(Span(start, end), new) for start, end, new in changes)
    if all(map(document.editable, edits)):
        message = "emphasis with a space on the wrong side"
        yield Finding(Span(*match.span()), message, edits, trust=Trust.SUGGEST, confidence=0.85)


def _fences(document: Document) -> Iterator[Finding]:
    """A fence behind text; the reader sees the code behind it where a line of backticks closes it."""
    text = document.text
    for match in _FENCE.finditer(text):
        region = document.region_at(match.start())
        if region.kind is Kind.CODE and region.span.start == match.start():
            newline = "\r\n" if text.startswith("\r", match.end()) else "\n"
            edit = Edit(Span(match.start(), match.start()), newline * 2)
            message = "a fence begins its own line"
            yield Finding(Span(*match.span()), message, (edit,), trust=Trust.APPLY, confidence=0.96)


def _items(document: Document) -> Iterator[Finding]:
    prose = document.prose
    for match in _ITEM.finditer(prose):
        before = prose[max(0, match.start() - _NEAR) : match.start()].rstrip().rpartition("\n")[2]
        after = prose[match.end() : match.end() + _NEAR].partition("\n")[2].lstrip("\r\n").partition("\n")[0]
        sibling = any(found and found[1] == match[2] for found in map(_SPACED_ITEM.match, (before, after)))
        alike = any(found and found[2] == match[2] for found in map(_ITEM.match, (before, after)))
        if sibling or alike:
            trust = Trust.APPLY if sibling and document.format == "markdown" else Trust.SUGGEST
            yield from repair(document, *match.span(2), match[2] + " ", "an item of a list has a space", trust, 0.95)


def _tags(document: Document) -> Iterator[Finding]:
    if "<" not in document.text:
        return
    for match in _TAG.finditer(document.text):
        tag = match.group().replace(" ", "").lower()
        single = len(tag.strip("</>")) == 1
        closed = tag.startswith("</") or f"</{match[1] or match[2] or match[3]}" in document.text.replace(" ", "")
        if (closed or not single) and document.region_at(match.start()).kind is Kind.PROSE:
            yield from original(document, *match.span(), tag, "a tag with spaces inside")
