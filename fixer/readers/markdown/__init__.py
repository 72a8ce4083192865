"""Markdown (CommonMark 0.31 with front matter and tables), cut on the original string and never rendered.

`blocks.py` follows the block structure line by line (https://spec.commonmark.org/0.31.2/#phase-1-block-structure) and
hands over two things: protected stretches, and the inline content of each leaf as pieces of lines. `inline.py` finds
the protected stretches inside that content: code spans, link targets, autolinks, raw HTML.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.document import Region
from fixer.readers.markdown.blocks import blocks
from fixer.readers.markdown.inline import html_regions, inline_regions
from fixer.readers.plain import links


def cut_markdown(text: str) -> Iterator[Region]:
    """The protected regions of a Markdown text; links stand at the end."""
    for block in blocks(text):
        if block.protected:
            yield block.protected
        yield from html_regions(text, block.pieces) if block.html else inline_regions(text, block.pieces)
    yield from links(text)
