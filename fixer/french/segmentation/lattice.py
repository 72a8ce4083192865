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


@dataclass(slots=True)
class _State:
    cost: float
    unit: Unit | None
    cut: bool
    back: _State | None
    cuts: int


#: How many paths are kept at a place: the bigram model may turn the order of two.
_BEAM = 4
#: More lost spaces than that in one token is no token.
_MOST_CUTS = 6

SpaceCost = Callable[[str, int, Unit, Unit], "float | None"]


def read(
    text: str,
    units: Units,
    model: LanguageModel,
    space: SpaceCost,
    before: str,
    after: str | None,
    spans: list[list[Unit] | None] | None = None,
) -> Reading:
    """The readings of `text` between the keys `before` and `after` (None: unknown, not counted).

    `spans` remembers the units of each position from one reading of the same text to the next.
    """
    size = len(text)
    if spans is None:
        spans = [None] * size
    # places[position][lost anything?] -> states, cheapest first
    places: list[tuple[list[_State], list[_State]]] = [([], []) for _ in range(size + 1)]
    places[0][0].append(_State(0.0, None, False, None, 0))
    for position in range(size):
        whole, split = places[position]
        if not whole and not split:
            continue
        found = spans[position]
        if found is None:
            found = spans[position] = units.at(text, position)
        for states in (whole, split):
            states.sort(key=lambda state: state.cost)
            for state in _distinct(states):
                for unit in found:
                    _step(places, text, state, unit, model, space, before)
    ends = places[size]
    whole_paths = sorted((_close(s, model, after), i) for i, s in enumerate(ends[0]) if _may_end(s))
    split_paths = sorted((_close(s, model, after), i) for i, s in enumerate(ends[1]) if _may_end(s))
    best = [_path(ends[1][i], cost) for cost, i in split_paths]
    first = best[0] if best else None
    second = next((p for p in best[1:] if first and p.cuts != first.cuts), None)
    return Reading(_path(ends[0][whole_paths[0][1]], whole_paths[0][0]) if whole_paths else None, first, second)


def _distinct(states: list[_State]) -> list[_State]:
    """The cheapest states, no two with the same last unit."""
    out: list[_State] = []
    for state in states:
        if all(state.unit is None or o.unit is None or o.unit.key != state.unit.key for o in out):
            out.append(state)
            if len(out) == _BEAM:
                break
    return out


def _step(
    places: list[tuple[list[_State], list[_State]]],
    text: str,
    state: _State,
    unit: Unit,
    model: LanguageModel,
    space: SpaceCost,
    before: str,
) -> None:
    last = state.unit
    lost = 0.0
    cut = False
    if last is not None and not _follows(last, unit):
        found = space(text, unit.start, last, unit) if _separable(last, unit) else None
        if found is None or state.cuts == _MOST_CUTS:
            return
        lost, cut = found, True
    key = _left_key(state, before)
    cost = state.cost + lost + unit.cost
    if unit.in_model:
        cost += model.bigram_cost(key, unit.key)
    cuts = state.cuts + cut
    places[unit.end][1 if cuts else 0].append(_State(cost, unit, cut, state, cuts))


def _left_key(state: _State, before: str) -> str:
    """The key of the nearest unit to the left that has one."""
    at: _State | None = state
    while at is not None and at.unit is not None:
        if at.unit.key:
            return at.unit.key
        if at.unit.kind in WORDS:
            return ""
        at = at.back
    return before


def _follows(last: Unit, unit: Unit) -> bool:
    """True if the two stand side by side without a space by right."""
    if last.kind in (Kind.ELISION, Kind.OPEN, Kind.JOINER):
        return unit.kind is not Kind.CLOSE or last.kind is not Kind.ELISION
    if last.kind is Kind.CLOSE:
        return unit.kind in (Kind.CLOSE, Kind.JOINER)
    if Kind.HAN in (last.kind, unit.kind) and Kind.UNKNOWN in (last.kind, unit.kind):
        return unit.kind is Kind.UNKNOWN  # `回收ees`: the end of a word of which the rest was not translated
    return unit.kind in (Kind.CLOSE, Kind.JOINER)


def _separable(last: Unit, unit: Unit) -> bool:
    return (last.kind in WORDS or last.kind is Kind.CLOSE) and (
        unit.kind in WORDS or unit.kind in (Kind.OPEN, Kind.ELISION)
    )


def _may_end(state: _State) -> bool:
    return state.unit is not None and state.unit.kind is not Kind.ELISION


def _close(state: _State, model: LanguageModel, after: str | None) -> float:
    if after is None:
        return state.cost
    key = _left_key(state, "")
    return state.cost + (model.bigram_cost(key, after) if key else model.unigram_cost(after))


def _path(state: _State, cost: float) -> Path:
    units: list[Unit] = []
    cuts: list[int] = []
    at: _State | None = state
    while at is not None and at.unit is not None:
        units.append(at.unit)
        if at.cut:
            cuts.append(at.unit.start)
        at = at.back
    return Path(tuple(reversed(units)), tuple(reversed(cuts)), cost)
