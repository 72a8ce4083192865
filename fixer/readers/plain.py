"""Plain text. Even here some stretches are no prose: URLs, e-mail addresses, code in backticks, HTML comments."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.document import Kind, Region
from fixer.text import Span

# A URL ends before blanks, quotation marks, angle brackets, CJK text (`https://example.org的文档`) and the closing
# punctuation of the sentence around it. `(` is part of it only with its partner: `…/wiki/Python_(langage)`.
URL = regex.compile(
    r"""(?<![a-zA-Z])(?:https?|ftps?|wss?|file|ssh|git|s3|mailto|tel|data):(?://)?
        (?:[^\s<>"'`«»“”‘’()\[\]{}|\\^\p{Han}\p{Hiragana}\p{Katakana}，。、；：（）【】《》]
          |\((?:[^\s<>()]{0,200})\))++
        (?<![.,;:!?*_])(?<!://)(?<!:)
      | (?<![\w.+-])[A-Za-z0-9][\w.+-]{0,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}(?<!-)""",
    regex.VERBOSE,
)
_GLUED_URL = regex.compile(r"(?:https?|ftp)://[^\s<>\"'`«»“”()\[\]{}|\\^\p{Han}，。、；：（）【】《》]+(?<![.,;:!?*_])")
_CODE = regex.compile(r"(?<!`)(`{1,3})(?!`)([^`\r\n]{1,300})(?<!`)\1(?!`)")
COMMENT = regex.compile(r"<!--(?:[^-]|-(?!->))*+-->")


def links(text: str) -> Iterator[Region]:
    """URLs and e-mail addresses, also one with a word glued to its front (`voirhttps://example.org`)."""
    if "://" in text or "mailto:" in text or "@" in text:
        for pattern in (URL, _GLUED_URL):
            for match in pattern.finditer(text):
                yield Region(Span(*match.span()), Kind.LINK)


def cut_plain(text: str) -> Iterator[Region]:
    if "`" in text:
        for match in _CODE.finditer(text):
            yield Region(Span(*match.span()), Kind.CODE)
    if "<!--" in text:
        for match in COMMENT.finditer(text):
            yield Region(Span(*match.span()), Kind.COMMENT)
    yield from links(text)
