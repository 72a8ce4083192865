"""HTML: tags, comments and character references are markup, the contents of code elements are code, the rest is prose.

A tokenizer in the manner of the HTML standard, section 13.2.5, on the original string: nothing is parsed into a tree
and nothing is rendered back, so what is not edited stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from fixer.document import Kind, Region
from fixer.lazy import pattern
from fixer.readers.plain import links
from fixer.text import Span

# Attributes are matched possessively, and at most a hundred of them: what is never closed must not make the search
# quadratic.
_TAG = r"""<(?P<close>/?)(?P<name>[A-Za-z][^\s/<>]*+)
           (?P<attributes>(?:[^<>"']++|"[^"]*+"|'[^']*+'){0,200}+)>"""
_TOKEN = pattern(
    rf"""(?P<comment><!--)
       | (?P<declaration><[!?][A-Za-z\[][^<>]*+>)
       | (?P<tag>{_TAG})
       | (?P<reference>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)""",
    regex.VERBOSE,
)

CODE_ELEMENTS = frozenset("code pre kbd samp var tt script style textarea svg math template noscript object".split())
_RAW = frozenset("script style textarea".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_NO_TRANSLATION = pattern(r"""\btranslate\s*=\s*["']?no\b|\bclass\s*=\s*["'][^"']*\bnotranslate\b""", regex.I)


def cut_html(text: str) -> Iterator[Region]:
    """The protected regions of an HTML page or fragment; links stand at the end."""
    yield from markup(text)
    yield from links(text)


def markup(text: str) -> Iterator[Region]:
    """Tags, comments, character references and the contents of code elements, in order."""
    if "<" not in text and "&" not in text:
        return
    position = 0
    unclosed: set[str] = set()  # elements that no end tag follows: looked for once, or the search would be quadratic
    while match := _TOKEN.search(text, position):
        start, end = match.span()
        position = end
        if match["comment"]:
            closing = -1 if "!--" in unclosed else text.find("-->", start + 2)
            if closing < 0:
                unclosed.add("!--")
            else:
                position = max(end, closing + 3)
                yield Region(Span(start, position), Kind.COMMENT)
            continue
        yield Region(Span(start, end), Kind.MARKUP)
        if not match["tag"] or match["close"] or match["attributes"].endswith("/"):
            continue
        name = match["name"].lower()
        if name in unclosed or not (
            name in CODE_ELEMENTS or (name not in _VOID and _NO_TRANSLATION.search(match["attributes"]))
        ):
            continue
        end_tag = _end_tag(text, end, name)
        if end_tag is None:
            unclosed.add(name)
        elif end_tag > end:
            yield Region(Span(end, end_tag), Kind.CODE)
            position = end_tag


def _end_tag(text: str, position: int, name: str) -> int | None:
    """Where the end tag of the element opened before `position` starts; None if it is never closed."""
    depth = 1
    for match in _same_element(name).finditer(text, position):
        if match[1]:
            depth -= 1
        elif name not in _RAW:
            depth += 1
        if not depth:
            return match.start()
    return None


@cache
def _same_element(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"<(/?){regex.escape(name)}(?=[\s/>])", regex.IGNORECASE)
