"""The block structure of Markdown: which stretches of which lines are code, HTML, markup or inline content.

A line is read from the left: the containers that are still open (quotes, list items) take their markers and
indentation, new ones may open, and what is left belongs to a leaf: a fence, an indented code block, an HTML block, a
heading, a paragraph. Tabs stop at columns of four, as the specification asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from fixer.document import Kind, Region
from fixer.readers.markdown.cursor import Cursor
from fixer.readers.markdown.grammar import (
    ATX,
    BREAK,
    BULLET,
    DEFINITION,
    FENCE,
    FRONT_MATTER,
    GLUED_FENCE,
    HTML_KINDS,
    LINE,
    SETEXT,
    TABLE_RULE,
)
from fixer.text import Span


@dataclass
class _Container:
    """A block quote (`indent` is None) or a list item, whose content starts `indent` columns in."""

    indent: int | None
    empty: bool = False  # a list item that began with a blank line and has no content yet


@dataclass
class _State:
    """What is open while the lines are read."""

    containers: list[_Container] = field(default_factory=list)
    fence: tuple[str, int, int] | None = None  # its character, its length, its indentation
    html: regex.Pattern[str] | str | None = None  # what ends the HTML block; "blank" for a blank line
    html_lines: list[Span] = field(default_factory=list)
    paragraph: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Block:
    """A protected stretch, or a leaf with inline content: the pieces of lines that spell it; or both, in that order."""

    protected: Region | None = None
    pieces: tuple[Span, ...] = ()
    html: bool = False  # the pieces are raw HTML, where no Markdown counts


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in order: protected regions, and the inline content of a leaf as pieces of lines."""
    start = 0
    if match := FRONT_MATTER.match(text):
        yield Block(Region(Span(0, match.end()), Kind.FRONT_MATTER))
        start = match.end()
    state = _State()
    for match in LINE.finditer(text, start):
        if match.start() == match.end():
            break
        yield from _line(state, text, match.start(), match.end())
    yield from _close(state)


def _close(state: _State) -> Iterator[Block]:
    """End the open leaf."""
    if state.paragraph:
        yield Block(pieces=tuple(state.paragraph))
        state.paragraph = []
    if state.html_lines:
        yield Block(pieces=tuple(state.html_lines), html=True)
        state.html_lines = []
    state.html = None


def _line(state: _State, text: str, start: int, end: int) -> Iterator[Block]:
    cursor = Cursor(text, start, end)
    matched = _continue_containers(state, cursor)
    lazy = matched < len(state.containers)
    if lazy and (state.fence or state.html):
        # A fence or HTML block ends with the container that holds it.
        state.fence = None
        yield from _close(state)
    if lazy and cursor.blank():
        # A blank line closes quotes that it does not continue.
        yield from _close(state)
        del state.containers[matched:]
        return
    if not lazy and state.fence:
        yield _fence_line(state, cursor)
        return
    if not lazy and state.html is not None:
        yield from _html_line(state, cursor)
        return
    yield from _new_blocks(state, cursor, matched)


def _continue_containers(state: _State, cursor: Cursor) -> int:
    """Go over what belongs to open containers; how many of them go on."""
    for index, container in enumerate(state.containers):
        indentation = cursor.indentation()
        if container.indent is None:
            if indentation > 3 or cursor.text[cursor.position + _blanks(cursor) :][:1] != ">":
                return index
            _quote_marker(cursor)
        elif cursor.blank():
            if container.empty:
                return index
        elif indentation >= container.indent:
            cursor.skip(container.indent)
            container.empty = False
        else:
            return index
    return len(state.containers)


def _blanks(cursor: Cursor) -> int:
    at = cursor.position
    while at < cursor.end and cursor.text[at] in " \t":
        at += 1
    return at - cursor.position


def _quote_marker(cursor: Cursor) -> None:
    cursor.skip(cursor.indentation())
    cursor.advance(1)
    if cursor.indentation():
        cursor.skip(1)


def _fence_line(state: _State, cursor: Cursor) -> Block:
    assert state.fence is not None
    character, length, indent = state.fence
    if cursor.indentation() <= 3:
        rest = cursor.text[cursor.position : cursor.end].strip()
        if len(rest) >= length and not rest.strip(character):
            state.fence = None
            return _code(cursor)
    cursor.skip(min(indent, cursor.indentation()))
    return _code(cursor)


def _code(cursor: Cursor) -> Block:
    return Block(Region(Span(cursor.position, cursor.end), Kind.CODE))


def _html_line(state: _State, cursor: Cursor) -> Iterator[Block]:
    if state.html == "blank":
        if cursor.blank():
            yield from _close(state)
            return
        state.html_lines.append(Span(cursor.position, cursor.end))
        return
    state.html_lines.append(Span(cursor.position, cursor.end))
    assert state.html is not None
    assert not isinstance(state.html, str)
    if state.html.search(cursor.text, cursor.position, cursor.end):
        yield from _close(state)


def _new_blocks(state: _State, cursor: Cursor, matched: int) -> Iterator[Block]:
    """Open what the rest of the line opens; a paragraph may go on lazily when nothing does."""
    opened = False
    # A thematic break goes to the end of its line: looked for only there, or `- - - … word` would be quadratic.
    rule_from = cursor.position + len(cursor.text[cursor.position : cursor.end].rstrip("-*_ \t\r\n"))
    while True:
        indentation = cursor.indentation()
        if cursor.blank():
            yield from _close(state)
            if not opened:
                del state.containers[matched:]
            return
        in_paragraph = bool(state.paragraph) and not opened
        if indentation >= 4:
            if in_paragraph:
                break
            yield from _close(state)
            del state.containers[matched:]
            cursor.skip(4)
            yield _code(cursor)
            return
        at = cursor.position + _blanks(cursor)
        whole = in_paragraph and matched == len(state.containers)
        if cursor.text[at] == ">":
            yield from _open(state, matched)
            _quote_marker(cursor)
            state.containers.append(_Container(None))
        elif whole and SETEXT.match(cursor.text, at):
            yield from _close(state)
            yield Block(Region(Span(at, cursor.end), Kind.MARKUP))
            return
        elif at >= rule_from and BREAK.match(cursor.text, at):
            yield from _open(state, matched)
            yield Block(Region(Span(at, cursor.end), Kind.MARKUP))
            return
        elif (bullet := BULLET.match(cursor.text, at)) and _may_interrupt(bullet, cursor, whole):
            yield from _open(state, matched)
            state.containers.append(_list_item(cursor, bullet))
        elif _begins_leaf(cursor, at, in_paragraph):
            yield from _open(state, matched)
            yield from _leaf(state, cursor, at)
            return
        else:
            break
        matched = len(state.containers)
        opened = True
    if opened or not state.paragraph:
        yield from _open(state, matched)
    start = cursor.position + _blanks(cursor)
    if not state.paragraph and (match := DEFINITION.match(cursor.text, start)):
        yield Block(Region(Span(start, match.end()), Kind.LINK))
        start = match.end()
        if not cursor.text[start : cursor.end].strip():
            return
    if state.paragraph and (match := TABLE_RULE.match(cursor.text, start)) and match.end() > start + 2:
        yield Block(Region(Span(start, match.end()), Kind.MARKUP))
        return
    if glued := _glued_fence(cursor, start):
        state.paragraph.append(Span(start, glued))
        yield from _open_glued(state, cursor, glued)
        return
    state.paragraph.append(Span(start, cursor.end))


def _glued_fence(cursor: Cursor, start: int) -> int | None:
    """Where a fence begins behind the text of a line, if a line further down closes it."""
    if "`" not in cursor.text[start : cursor.end]:
        return None
    fence = GLUED_FENCE.search(cursor.text, start, cursor.end)
    if not fence or "`" in cursor.text[start : fence.start()] or cursor.text.rfind("\n```") < cursor.end - 1:
        return None
    return fence.start()


def _open_glued(state: _State, cursor: Cursor, at: int) -> Iterator[Block]:
    """Begin such a fence. Its code stands at the margin, outside of the list item that its text belongs to."""
    yield from _close(state)
    following = Cursor(cursor.text, cursor.end, len(cursor.text)).indentation()
    if any(container.indent is not None and container.indent > following for container in state.containers):
        state.containers.clear()
    state.fence = ("`", 3, 0)
    yield Block(Region(Span(at, cursor.end), Kind.CODE))


def _open(state: _State, matched: int) -> Iterator[Block]:
    """Close the leaf and the containers that the line did not continue."""
    yield from _close(state)
    del state.containers[matched:]


def _may_interrupt(bullet: regex.Match[str], cursor: Cursor, in_paragraph: bool) -> bool:
    """An empty item, or a number other than 1, does not interrupt a paragraph."""
    if not in_paragraph:
        return True
    return bool(cursor.text[bullet.end() : cursor.end].strip()) and bullet[1] in (None, "1")


def _list_item(cursor: Cursor, bullet: regex.Match[str]) -> _Container:
    indentation = cursor.indentation()
    width = bullet.end() - bullet.start()
    cursor.skip(indentation)
    cursor.advance(width)
    after = cursor.indentation()
    empty = cursor.blank()
    if empty or after > 4:
        after = 1
    cursor.skip(after)
    return _Container(indentation + width + after, empty)


def _html_kind(cursor: Cursor, at: int, in_paragraph: bool) -> tuple[bool, regex.Pattern[str] | None]:
    """Whether an HTML block begins here, and what ends it. A lone tag does not interrupt a paragraph."""
    if cursor.text[at] == "<":
        for begins, ends in HTML_KINDS[: 6 if in_paragraph else 7]:
            if begins.match(cursor.text, at, cursor.end):
                return True, ends
    return False, None


def _begins_leaf(cursor: Cursor, at: int, in_paragraph: bool) -> bool:
    """Whether a heading, a fence or an HTML block begins here."""
    return bool(
        ATX.match(cursor.text, at)
        or FENCE.match(cursor.text, at, cursor.end)
        or _html_kind(cursor, at, in_paragraph)[0]
    )


def _leaf(state: _State, cursor: Cursor, at: int) -> Iterator[Block]:
    """Begin that leaf; what spans further lines stays open."""
    text, end = cursor.text, cursor.end
    if heading := ATX.match(text, at):
        glued = _glued_fence(cursor, heading.end())
        yield Block(pieces=(Span(heading.end(), glued or end),))
        if glued:
            yield from _open_glued(state, cursor, glued)
    elif fence := FENCE.match(text, at, end):
        mark = fence[1] or fence[2]
        state.fence = (mark[0], len(mark), cursor.indentation())
        yield Block(Region(Span(at, end), Kind.CODE))
    else:
        _, ends = _html_kind(cursor, at, in_paragraph=False)
        state.html_lines.append(Span(cursor.position, end))
        state.html = ends or "blank"
        if ends and ends.search(text, at, end):
            yield from _close(state)
