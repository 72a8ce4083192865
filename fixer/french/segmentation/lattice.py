"""The cheapest readings of a token: as it stands, and with spaces lost.

A path through the token is a row of units. Some follow each other without a space by right (`l'` + `homme`, a word and
its comma, the parts of a compound); any other two words side by side cost a lost space. The difference between the
cheapest path without a lost space and the cheapest with one is the evidence for a join.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fixer.french.language_model import LanguageModel
from fixer.french.segmentation.units import WORDS, Kind, Unit, Units


@dataclass(frozen=True, slots=True)
class Path:
    """Units in a row; `cuts` are the offsets where a space was lost."""

    units: tuple[Unit, ...]
    cuts: tuple[int, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The token as it stands (None if it cannot stand), and with spaces lost: best and second best."""

    whole: Path | None
    split: Path | None
    second: Path | None


class _State:
    """The end of a path: its last unit, and the key that the next unit is judged by."""

    __slots__ = ("back", "cost", "cut", "cuts", "key", "kind", "new", "unit")

    def __init__(
        self, cost: float, unit: Unit | None, kind: int, key: str, cut: bool, cuts: int, back: _State | None
    ) -> None:
        self.cost = cost
        self.unit = unit
        self.kind = kind
        self.key = key
        self.cut = cut
        self.cuts = cuts
        self.back = back
        self.new = 0.0


#: How many paths are kept at a place: the bigram model may turn the order of two.
_BEAM = 4
#: More lost spaces than that in one token is no token.
_MOST_CUTS = 6
#: A path that is so much dearer than the best one to the same place is given up.
_HOPELESS = 14.0
#: Paths that are looked at for the second best.
_CANDIDATES = 8

SpaceCost = Callable[[str, int, Unit, Unit], "float | None"]
Spans = list["list[Unit] | None"]

_FREE, _LOST, _NEVER = 0, 1, 2


def _follow(last: Kind, unit: Kind) -> int:
    """Whether two kinds stand side by side by right, only with a space lost, or never."""
    if last is Kind.ELISION:
        return _NEVER if unit is Kind.CLOSE else _FREE
    if last in (Kind.OPEN, Kind.JOINER):
        return _NEVER if last is unit is Kind.JOINER else _FREE
    if Kind.HAN in (last, unit) and Kind.UNKNOWN in (last, unit):
        # `回收ees`: the end of a word of which the rest was not translated
        return _FREE if unit is Kind.UNKNOWN else _LOST
    if unit in (Kind.CLOSE, Kind.JOINER):
        return _FREE
    return _LOST if unit in WORDS or unit in (Kind.OPEN, Kind.ELISION) else _NEVER


_FOLLOW = tuple(
    tuple(_follow(Kind(last), Kind(unit)) if last and unit else _FREE for unit in range(len(Kind) + 1))
    for last in range(len(Kind) + 1)
)
_IS_WORD = tuple(kind in WORDS for kind in range(len(Kind) + 1))


def read(
    text: str,
    units: Units,
    model: LanguageModel,
    space: SpaceCost,
    before: str,
    after: str | None,
    spans: Spans | None = None,
) -> Reading:
    """The readings of `text` between the keys `before` and `after` (None: unknown, not counted).

    `spans` remembers the units of each position from one reading of the same text to the next.
    """
    size = len(text)
    if spans is None:
        spans = [None] * size
    whole: list[list[_State]] = [[] for _ in range(size + 1)]
    split: list[list[_State]] = [[] for _ in range(size + 1)]
    whole[0].append(_State(0.0, None, 0, before, False, 0, None))
    bigram = model.bigram_cost
    for position in range(size):
        states = _best(whole[position]) + _best(split[position])
        if not states:
            continue
        found = spans[position]
        if found is None:
            found = spans[position] = units.at(text, position)
        for state in states:
            row = _FOLLOW[state.kind]
            state.new = model.backoff_cost(state.key)
            for unit in found:
                relation = row[unit.kind]
                cost = state.cost + unit.cost
                cut = False
                if relation:
                    if relation == _NEVER or state.cuts == _MOST_CUTS or state.unit is None:
                        continue
                    lost = space(text, position, state.unit, unit)
                    if lost is None:
                        continue
                    cost += lost
                    cut = True
                key = unit.key
                if unit.in_model:
                    cost += bigram(state.key, key)
                elif _IS_WORD[unit.kind]:
                    cost += state.new  # as any pair that was never seen
                if not key:
                    key = "" if _IS_WORD[unit.kind] else state.key
                cuts = state.cuts + cut
                (split if cuts else whole)[unit.end].append(_State(cost, unit, unit.kind, key, cut, cuts, state))
    wholes, splits = _ends(whole[size], model, after), _ends(split[size], model, after)
    first = _path(*splits[0]) if splits else None
    second = None
    for end in splits[1:_CANDIDATES]:
        other = _path(*end)
        if first is not None and other.cuts != first.cuts:
            second = other
            break
    return Reading(_path(*wholes[0]) if wholes else None, first, second)


def _best(states: list[_State]) -> list[_State]:
    """The cheapest states, no two with the same key."""
    if len(states) < 2:
        return states
    states.sort(key=_cost)
    out: list[_State] = []
    keys: set[str] = set()
    hopeless = states[0].cost + _HOPELESS
    for state in states:
        if state.cost > hopeless:
            break
        if state.key not in keys:
            keys.add(state.key)
            out.append(state)
            if len(out) == _BEAM:
                break
    return out


def _cost(state: _State) -> float:
    return state.cost


def _ends(states: list[_State], model: LanguageModel, after: str | None) -> list[tuple[float, _State]]:
    """The paths that may end here with their whole costs, cheapest first."""
    ends = []
    for state in states:
        if state.kind != Kind.ELISION:
            cost = state.cost
            if after is not None:
                cost += model.bigram_cost(state.key, after) if state.key else model.unigram_cost(after)
            ends.append((cost, state))
    ends.sort(key=_first)
    return ends


def _first(end: tuple[float, _State]) -> float:
    return end[0]


def _path(cost: float, state: _State) -> Path:
    units: list[Unit] = []
    cuts: list[int] = []
    at: _State | None = state
    while at is not None and at.unit is not None:
        units.append(at.unit)
        if at.cut:
            cuts.append(at.unit.start)
        at = at.back
    return Path(tuple(reversed(units)), tuple(reversed(cuts)), cost)
