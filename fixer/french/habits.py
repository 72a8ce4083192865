"""How a text writes: what it does consistently is its habit, and a habit is no error.

French typography wants a no-break space before `: ; ! ? %`; most pages have a plain space, some none at all. A detector
asks here what the text does before it calls anything a slip.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from fixer.lazy import pattern

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"
SPACES = " \u00a0\u202f"
HIGH_MARKS = ":;!?»%"

_HIGH = pattern(r"[:;!?]++(?=\s|\*\*|\Z)", needs=(":", ";", "!", "?"))
_ENDS = "\"')]»*\ufffc"
_PERCENT = pattern(r"(?<=\d)([ \u00a0\u202f]?)%(?![\w%])", needs=("%",))
_GUILLEMET = pattern(r"«([ \u00a0\u202f]?)[^»\n]", needs=("«",))
_DASH = pattern(r"(?<=[\p{L}\d\"'»).,%]) ([-–—]) (?=[\p{L}\d\"«(])", needs=(" - ", " – ", " — "))


@dataclass(frozen=True)
class Spacing:
    """How often a text has a space before (inside of, for guillemets) a mark, and how often none."""

    spaced: int = 0
    bare: int = 0
    space: str = NO_BREAK

    @property
    def small(self) -> bool:
        """True if the text is too short to have a habit."""
        return self.spaced + self.bare <= 3

    @property
    def rare(self) -> bool:
        """True if the space is missing here and there only, in a text that otherwise has it."""
        return (self.spaced >= 5 and self.bare * 50 <= self.spaced) or self.firm

    @property
    def firm(self) -> bool:
        """True if the text has the space always but once, and often enough to be a habit."""
        return self.spaced >= 5 and self.bare <= 1


@dataclass(frozen=True)
class Habits:
    """The spacing of a text, mark by mark, and the dash it sets between words (None: it sets none)."""

    marks: dict[str, Spacing]
    dash: str | None

    def before(self, mark: str) -> str:
        """The space to put before (`«`: after) a mark: as the text does at this one, then elsewhere, then no-break."""
        own = self.marks[mark]
        return own.space if own.spaced else self.marks["all"].space


@lru_cache(maxsize=4)
def habits(prose: str) -> Habits:
    """The habits of a text; linear in its length."""
    counts: dict[str, dict[str, int]] = {mark: dict.fromkeys(["", *SPACES], 0) for mark in ":;!?%«"}
    for match in _HIGH.finditer(prose):
        at = match.start()
        space = prose[at - 1] if at and prose[at - 1] in SPACES else ""
        before = prose[at - 1 - len(space) : at - len(space)]
        if before.isalnum() or (before and before in _ENDS):
            counts[prose[at]][space] += 1
    for match in _PERCENT.finditer(prose):
        counts["%"][match[1]] += 1
    for match in _GUILLEMET.finditer(prose):
        counts["«"][match[1]] += 1
    counts["all"] = {space: sum(counts[mark][space] for mark in ":;!?%«") for space in ["", *SPACES]}
    dashes = [0, 0, 0]
    for match in _DASH.finditer(prose):
        dashes["-–—".index(match[1])] += 1
    return Habits(
        {mark: _spacing(count) for mark, count in counts.items()},
        "-–—"[dashes.index(max(dashes))] if any(dashes) else None,
    )


def _spacing(count: dict[str, int]) -> Spacing:
    spaced = sum(count[space] for space in SPACES)
    space = max(SPACES, key=lambda candidate: count[candidate]) if spaced else NO_BREAK
    return Spacing(spaced, count[""], space)
