"""The text as matching sees it: lower case, straight apostrophes, plain single spaces, no hyphens, nothing invisible.

`Folded.origin` carries a position of the folded text back. Wrong forms are folded by the same function, so `d’échelle`,
`d'échelle` and, at a line's end, `d'échelle` broken over two wrapped lines are one. A ligature is kept: forms are
listed in both spellings instead, because `œ` folded to `oe` would move every position after it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from fixer.lazy import simple_pattern

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("’ʼ‘´`", "'"),
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003\u3000\t", " "),
        **dict.fromkeys("\u2010\u2011", "-"),
    }
)
_HYPHEN = simple_pattern(r"(?<=[^\W_])-(?=[^\W_])")
_SPECIAL = simple_pattern(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad]+|[ \n\r]{2,}|[\n\r]")
_WRAP = simple_pattern(r"[ ]*\r?\n(?:[ ]*>)?[ ]*")
_LONG_LINE = 50


@dataclass(frozen=True)
class Folded:
    """A folded text and where its pieces come from."""

    text: str
    source: str
    _here: tuple[int, ...] = ()
    _there: tuple[int, ...] = ()

    def origin(self, position: int) -> int:
        """The position in the source of a position of the folded text."""
        index = bisect_right(self._here, position) - 1
        return position if index < 0 else self._there[index] + position - self._here[index]

    def end(self, position: int) -> int:
        """The position in the source of the end of a match, which lies behind its last character."""
        return self.origin(position - 1) + 1 if position else 0


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=4)
def fold(text: str) -> Folded:
    """The folded text. A line break becomes a space where the line is wrapped, and stays elsewhere."""
    return _fold(text)


def _fold(text: str) -> Folded:
    same = _HYPHEN.sub(" ", _lower(text.translate(_SAME_LENGTH)))
    pieces: list[str] = []
    here: list[int] = []
    there: list[int] = []
    done = length = 0
    for match in _SPECIAL.finditer(same):
        run = match.group()
        if run[0] not in " \n\r":
            new = ""
        elif "\n" not in run and "\r" not in run:
            new = " "
        else:
            new = " " if _wrapped(same, match) else "\n"
        if new == run:
            continue
        pieces += (same[done : match.start()], new)
        length += match.start() - done + len(new)
        done = match.end()
        here.append(length)
        there.append(done)
    if not pieces:
        return Folded(same, text)
    pieces.append(same[done:])
    return Folded("".join(pieces), text, tuple(here), tuple(there))


def _wrapped(text: str, match: re.Match[str]) -> bool:
    """True if the line break is one of a hard-wrapped paragraph: a long line that stops in mid-sentence."""
    if not _WRAP.fullmatch(match.group()) or match.end() >= len(text) or not match.start():
        return False
    start = text.rfind("\n", 0, match.start()) + 1
    if match.start() - start < _LONG_LINE or text[match.start() - 1] in ".:;!?|":
        return False
    return text[match.end()].isalnum()


def plain(text: str) -> str:
    """With straight apostrophes, ordinary hyphens and single spaces; capitals and hyphens stay."""
    return " ".join(
        _SPECIAL.sub(lambda m: "" if m.group()[0] not in " \n\r" else " ", text.translate(_SAME_LENGTH)).split()
    )


def fold_form(form: str) -> str:
    """A wrong or right form, folded as the text is."""
    return _fold(form.strip()).text


def spellings(folded: str) -> tuple[str, ...]:
    """A folded form with its ligatures written in both ways."""
    forms = {folded, folded.replace("œ", "oe").replace("æ", "ae"), folded.replace("oe", "œ")}
    return tuple(sorted(forms))
