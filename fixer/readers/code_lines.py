"""Code in plain text, where nothing says that it is: fenced blocks, prompts, indented blocks that look like code.

An indented block is code if most of its lines carry signs that prose does not end or begin with: a brace or semicolon
at the end, a prompt, an option, an assignment, a call. Indented prose, a list or a quotation, stays prose.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.document import Kind, Region
from fixer.lazy import pattern
from fixer.text import Span

_FENCED = pattern(r"^(?P<fence>```|~~~)[^`\r\n]*+$(?:(?!^(?P=fence))(?s:.))*+^(?P=fence)[ \t]*$", regex.MULTILINE)
_PROMPT = pattern(
    r"^[ \t]*+(?:\$[ \t](?=[a-z./~])|(?:>>>|PS>|C:\\>)[ \t]\S)[^\r\n]*",
    regex.MULTILINE,
    needs=("$", ">>>", "PS>", "C:\\>"),
)
_INDENTED = pattern(r"(?:^(?=[ ]{2}|\t)[ \t]++\S[^\r\n]*+(?:\r\n|\r|\n|\Z))++", regex.MULTILINE, needs=("  ", "\t"))
_LINE = pattern(r"[^\r\n]+")
_SIGNS = pattern(
    r"""[;{}\\]\s*$                          # the end of a statement or of a block's head
      | ^\s*(?:[}\])]|//|/\*|\#!|@\w+$)      # the end of a block, a comment, a decorator
      | \s--?[a-z][\w-]*(?=[\s=]|$)          # an option of a command
      | ^\s*[\w.\[\]"'-]+\s?(?:=|:=|\+=)\s?\S   # an assignment
      | \w\([^()]*\)\s*:?\s*$                # a call, or the head of a function
      | ^\s*[\w-]+:\s*(?:$|[\w./"'-]+$)      # a key of YAML with one word
      | ->|=>|::|&&|\|\|""",
    regex.VERBOSE,
)


def code_lines(text: str) -> Iterator[Region]:
    """Regions of code, in any order."""
    if "```" in text or "~~~" in text:
        for match in _FENCED.finditer(text):
            yield Region(Span(*match.span()), Kind.CODE)
    for match in _PROMPT.finditer(text):
        yield Region(Span(*match.span()), Kind.CODE)
    for match in _INDENTED.finditer(text):
        lines = _LINE.findall(match.group())
        if 2 * sum(_SIGNS.search(line) is not None for line in lines) > len(lines):
            yield Region(Span(*match.span()), Kind.CODE)
