"""Plain text. Even here some stretches are no prose: URLs, e-mail addresses, code, HTML comments."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.document import Kind, Region
from fixer.lazy import pattern
from fixer.readers.code_lines import code_lines
from fixer.text import Span

# A URL ends before blanks, quotation marks, angle brackets, CJK text (`https://example.org的文档`) and the closing
# punctuation of the sentence around it. `(` is part of it only with its partner: `…/wiki/Python_(langage)`. A web
# address is recognised behind a letter too: the word may be glued to it (`voirhttps://example.org`).
_LINK = pattern(
    r"""(?:(?:https?|ftp)://|(?<![a-zA-Z])(?:ftps|wss?|file|ssh|git|s3)://|(?<![a-zA-Z])(?:mailto|tel|data):(?=\S))
        (?:[^\s<>"'`«»“”‘’()\[\]{}|\\^\p{Han}\p{Hiragana}\p{Katakana}，。、；：（）【】《》]
          |\([^\s<>()]{0,200}\))+
        (?<![.,;:!?*_])(?<!:/)(?<!://)
      | (?<![\w.+-])[A-Za-z0-9][\w.+-]{0,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}(?<!-)""",
    regex.VERBOSE,
)
_CODE = pattern(r"(?<!`)(`{1,3})(?!`)([^`\r\n]{1,300})(?<!`)\1(?!`)")


def links(text: str) -> Iterator[Region]:
    """URLs and e-mail addresses."""
    if ":" in text or "@" in text:
        for match in _LINK.finditer(text):
            yield Region(Span(*match.span()), Kind.LINK)


def cut_plain(text: str) -> Iterator[Region]:
    """The protected regions of a plain text, in any order."""
    yield from code_lines(text)
    if "`" in text:
        for match in _CODE.finditer(text):
            yield Region(Span(*match.span()), Kind.CODE)
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 2)) >= 0:
        yield Region(Span(start, end + 3), Kind.COMMENT)
        start = text.find("<!--", end)
    yield from links(text)
