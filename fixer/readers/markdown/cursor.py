"""A place in a line that knows its column, since tabs stop at every fourth one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Cursor:
    """A place in a line, which knows its column: a tab may be used up in part."""

    text: str
    position: int
    end: int
    column: int = 0

    def indentation(self) -> int:
        """The columns of blanks before the next character."""
        column, at = self.column, self.position
        while at < self.end and self.text[at] in " \t":
            column += 4 - column % 4 if self.text[at] == "\t" else 1
            at += 1
        return column - self.column

    def skip(self, columns: int) -> None:
        """Go over at most so many columns of blanks; a tab that is wider stays, its columns counted."""
        goal = self.column + columns
        while self.column < goal and self.position < self.end and self.text[self.position] in " \t":
            width = 4 - self.column % 4 if self.text[self.position] == "\t" else 1
            if self.column + width > goal:
                self.column = goal
                return
            self.column += width
            self.position += 1

    def advance(self, count: int) -> None:
        self.position += count
        self.column += count

    def blank(self) -> bool:
        return not self.text[self.position : self.end].strip()
