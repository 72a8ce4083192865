"""Diffs, drawn from the edits themselves: nothing is compared, so a diff cannot show what was not done."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fixer.lazy import pattern
from fixer.text import Edit, Span, apply

CONTEXT = 3

_LINE = pattern(r"[^\n]*(?:\n|\Z)")
_UNSAFE = pattern(r'[\x00-\x1f\x7f"\\]')


@dataclass(frozen=True)
class _Change:
    """Whole lines first..last (from 0, end exclusive) of the old text, and what stands there now."""

    first: int
    last: int
    new: tuple[str, ...]


def header(path: str, colour: bool = False) -> str:
    """The two lines that name the file, as git writes them: quoted if need be, a tab after a name with blanks."""
    name = path.lstrip("/")
    end = "\t\n" if " " in name else "\n"
    paint = _Paint(colour)
    return paint.head(f"--- {_quoted(f'a/{name}')}{end}") + paint.head(f"+++ {_quoted(f'b/{name}')}{end}")


def _quoted(name: str) -> str:
    if not _UNSAFE.search(name):
        return name
    return '"' + _UNSAFE.sub(lambda match: f"\\{ord(match[0]):03o}", name) + '"'


def unified(text: str, edits: Sequence[Edit], colour: bool = False) -> Iterator[str]:
    """The hunks of a unified diff that `git apply` and `patch -p1` accept; each item is a line with its line break.

    Lines end at LF alone, as for those tools; a CR before it is part of the line.
    """
    old = [match[0] for match in _LINE.finditer(text) if match[0]]
    changes = list(_changes(text, old, edits))
    if not changes:
        return
    paint = _Paint(colour)
    shift = 0
    for hunk in _hunks(changes):
        low = max(0, hunk[0].first - CONTEXT)
        high = min(len(old), hunk[-1].last + CONTEXT)
        body: list[str] = []
        grown = sum(len(change.new) - (change.last - change.first) for change in hunk)
        position = low
        for change in hunk:
            body += [" " + line for line in old[position : change.first]]
            body += [paint.minus(_ended("-" + line)) for line in old[change.first : change.last]]
            body += [paint.plus(_ended("+" + line)) for line in change.new]
            position = change.last
        body += [_ended(" " + line) for line in old[position:high]]
        yield paint.place(f"@@ -{_range(low, high - low)} +{_range(low + shift, high - low + grown)} @@\n")
        yield from body
        shift += grown


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _range(start: int, count: int) -> str:
    return f"{start + 1 if count else start},{count}"


def _changes(text: str, old: list[str], edits: Sequence[Edit]) -> Iterator[_Change]:
    """The edits line by line: edits that share a line, or join two, are one change."""
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    group: list[Edit] = []
    first = last = 0

    def change() -> _Change | None:
        low, high = starts[first], starts[last]
        lines = tuple(m[0] for m in _LINE.finditer(apply(text[low:high], [edit.shift(-low) for edit in group])) if m[0])
        return _Change(first, last, lines) if lines != tuple(old[first:last]) else None

    for edit in sorted(edits):
        begin = min(bisect_right(starts, edit.span.start) - 1, max(0, len(old) - 1))
        # A deleted line break pulls the next line in.
        end = min(len(old), bisect_right(starts, edit.span.end) if edit.span.end else 1)
        if group and begin < last:
            last = max(last, end)
        else:
            if group and (one := change()):
                yield one
            group, first, last = [], begin, end
        group.append(edit)
    if group and (one := change()):
        yield one


def _hunks(changes: list[_Change]) -> Iterator[list[_Change]]:
    """Changes whose contexts meet share a hunk."""
    hunk = [changes[0]]
    for change in changes[1:]:
        if change.first - hunk[-1].last > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def words(path: str, text: str, edits: Sequence[Edit], colour: bool = False) -> Iterator[str]:
    """The changed lines with the changed words marked: `[-old-]{+new+}`, or colours on a terminal."""
    paint = _Paint(colour)
    number, counted = 1, 0
    lines: dict[int, list[Edit]] = {}
    for edit in sorted(edits):
        number += text.count("\n", counted, edit.span.start)
        counted = edit.span.start
        lines.setdefault(number, []).append(edit)
    for number, group in lines.items():
        start = text.rfind("\n", 0, group[0].span.start) + 1
        end = text.find("\n", group[-1].span.end)
        end = len(text) if end < 0 else end
        out, position = "", start
        for old, new in _whole_words(text, group, Span(start, end)):
            out += text[position : old.start]
            out += paint.minus(f"[-{old.of(text)}-]" if not colour else old.of(text)) if old.of(text) else ""
            out += paint.plus(f"{{+{new}+}}" if not colour else new) if new else ""
            position = old.end
        yield paint.place(f"{path}:{number}: ") + out + text[position:end] + "\n"


def _whole_words(text: str, edits: Sequence[Edit], limit: Span) -> Iterator[tuple[Span, str]]:
    """The edits of a line widened to blanks on both sides, and joined where they meet."""
    widened: list[tuple[Span, list[Edit]]] = []
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        while start > limit.start and not text[start - 1].isspace():
            start -= 1
        while end < limit.end and not text[end].isspace():
            end += 1
        if widened and widened[-1][0].end >= start:
            span, group = widened.pop()
            widened.append((Span(span.start, end), [*group, edit]))
        else:
            widened.append((Span(start, end), [edit]))
    for span, group in widened:
        yield span, apply(span.of(text), [edit.shift(-span.start) for edit in group])


class _Paint:
    """ANSI colours, or none."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def _with(self, code: str, text: str) -> str:
        if not self.colour:
            return text
        body = text.removesuffix("\n")
        return f"\x1b[{code}m{body}\x1b[0m{text[len(body) :]}"

    def head(self, text: str) -> str:
        return self._with("1", text)

    def place(self, text: str) -> str:
        return self._with("36", text)

    def minus(self, text: str) -> str:
        return self._with("31", text)

    def plus(self, text: str) -> str:
        return self._with("32", text)
