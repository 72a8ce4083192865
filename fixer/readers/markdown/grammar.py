"""The patterns of Markdown's block structure, each anchored where it is tried: how a fence or a heading begins."""

from __future__ import annotations

import regex

from fixer.lazy import pattern

LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
FENCE = pattern(r"(`{3,})[^`\r\n]*$|(~{3,})[^\r\n]*$", regex.MULTILINE)
# A fence behind text, which engines leave so (`Exemple :```sql`). For CommonMark it is none, and the line that should
# close it opens one: all that follows would be inside out.
GLUED_FENCE = pattern(r"(?<=[^\s`>][ \t]*)```[a-z][\w+#-]*(?=[ \t]*[\r\n])")
ATX = pattern(r"#{1,6}(?=[ \t]|[\r\n]|$)")
BREAK = pattern(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)(?=[\r\n]|$)")
SETEXT = pattern(r"(?:=+|-+)[ \t]*(?=[\r\n]|$)")
BULLET = pattern(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t\r\n]|$)")
TABLE_RULE = pattern(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?=[\r\n]|$)")
DEFINITION = pattern(r"\[(?:[^\[\]\\\r\n]|\\.)+\]:[ \t]*(?:<[^<>\r\n]*>|[^\s<]\S*)(?=[ \t]*(?:[\r\n]|$)|[ \t]+[\"'(])")
FRONT_MATTER = pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?:.*?(?:\r\n|\r|\n))??\1[ \t]*(?=[\r\n]|\Z)", regex.DOTALL)

BLOCK_ELEMENTS = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
    "title tr track ul"
).replace(" ", "|")
# The seven kinds of HTML block, in the order of the specification: how each begins, and how it ends (None: blank line).
HTML_KINDS: tuple[tuple[regex.Pattern[str], regex.Pattern[str] | None], ...] = tuple(
    (pattern(start, regex.IGNORECASE), pattern(end, regex.IGNORECASE) if end else None)
    for start, end in (
        (r"<(?:script|pre|style|textarea)(?=[\s>]|$)", r"</(?:script|pre|style|textarea)>"),
        (r"<!--", r"-->"),
        (r"<\?", r"\?>"),
        (r"<![A-Z]", r">"),
        (r"<!\[CDATA\[", r"\]\]>"),
        (rf"</?(?:{BLOCK_ELEMENTS})(?=[\s>]|/>|$)", None),
        (
            r"""(?:<[A-Z][A-Z0-9-]*(?:\s+[A-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*/?>"""
            r"""|</[A-Z][A-Z0-9-]*\s*>)[ \t]*(?=[\r\n]|$)""",
            None,
        ),
    )
)
