"""One token, its neighbours, a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fixer.french.language_model import LanguageModel
from fixer.french.letters import LetterModel
from fixer.french.lexicon import Lexicon
from fixer.french.segmentation import assurance, boundaries, caution, confidence, evidence, lattice, vendors
from fixer.french.segmentation.evidence import Evidence
from fixer.french.segmentation.lattice import Path, Reading
from fixer.french.segmentation.units import Unit, Units
from fixer.french.words import UNIT, key
from fixer.lazy import simple_pattern

_NAME = simple_pattern(r"[^\W\d_][\w.+#-]*\w")

#: Without its neighbours a token must not be that far from a join, or they are not even asked.
_HOPELESS = -9.0
#: French little words begin no identifier: what looks like one after them may be a name (`pourAgentflow`).
_LINKED = simple_pattern(
    r"(?:à|au|aux|avec|chez|dans|depuis|des|du|est|et|leurs?|notre|nos|par|pour|que|sans|ses|sous|sur|une?|vers|votre)"
    r"(?=[A-ZÀ-Þ][^\W\d_]{2})"
)
_HOPELESS_LINKED = -25.0


def _hopeless(text: str) -> float:
    return _HOPELESS_LINKED if _LINKED.match(text) else _HOPELESS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A token that may be run together: its likeliest reading with spaces, the next one, and the odds."""

    text: str
    path: Path
    second: Path | None
    evidence: Evidence
    confidence: float


class Splitter:
    """Judges tokens; `extra` are names that this document or its glossary knows, with a cost each."""

    def __init__(
        self, lexicon: Lexicon, model: LanguageModel, letters: LetterModel, extra: Mapping[str, float] | None = None
    ) -> None:
        self._lexicon = lexicon
        self._model = model
        self._units = Units(model, letters, extra)
        self._free: dict[str, tuple[Reading, list[list[Unit] | None]]] = {}

    def judge(
        self, text: str, before: str, after: str, count: int = 1, reused: int = 0, soft: frozenset[int] = frozenset()
    ) -> Candidate | None:
        """The verdict on a token between two keys; None if no space can have been lost in it.

        `count`: how often the document has this very token; `reused`: how many of its unknown parts it has elsewhere.
        `soft`: offsets with markup, where spaces are lost more easily.
        """
        vendor = vendors.cut(text, self._lexicon)
        if vendor is not None:
            return Candidate(text, vendor, None, vendors.EVIDENCE, confidence.probability(vendors.EVIDENCE))
        space = boundaries.with_markup(soft) if soft else boundaries.space_cost
        known = self._free.get(text) if not soft else None
        if known is None:
            spans: list[list[Unit] | None] = [None] * len(text)
            known = lattice.read(text, self._units, self._model, space, "", None, spans), spans
            if not soft:
                self._free[text] = known
        free, spans = known
        if free.split is None or (free.whole is not None and free.whole.cost - free.split.cost < _hopeless(text)):
            return None
        reading = lattice.read(text, self._units, self._model, space, before, after, spans)
        found = evidence.gather(
            text, reading, free, self._model, before, after, count, reused, self._tags(reading), soft
        )
        if found is None or reading.split is None:
            return None
        sure = max(confidence.probability(found), assurance.floor(text, reading.split, before, count, self._lexicon))
        if soft:
            sure = max(sure, assurance.at_markup(text, reading.split, soft, self._lexicon))
        if len(reading.split.cuts) > 1 and free.whole is not None and free.whole.cost - free.split.cost < _HOPELESS:
            sure = min(sure, caution.DOUBTFUL)
        if sure > caution.UNLIKELY:
            most = caution.ceiling(text, reading.split, before, self._lexicon, self._model)
            sure = sure if most >= caution.DOUBTFUL and soft.issuperset(reading.split.cuts) else min(sure, most)
        if len(reading.split.cuts) > 1 and not soft and sure < confidence.APPLY:
            sure = max(sure, self._one_by_one(text, reading.split, before, after))
        return Candidate(text, reading.split, reading.second, found, sure)

    def _one_by_one(self, text: str, path: Path, before: str, after: str) -> float:
        """The least confidence of the cuts of a token, each judged between the one before it and the one after it."""
        least = 1.0
        edges = (0, *path.cuts, len(text))
        for start, cut, end in zip(edges, edges[1:], edges[2:], strict=False):
            left = last_key(text[:start]) if start else before
            right = first_key(text[end:]) if end < len(text) else after
            part = self.judge(text[start:end], left, right)
            if part is None or part.path.cuts != (cut - start,):
                return 0.0
            least = min(least, part.confidence)
        return least

    def free(self, text: str) -> Reading:
        """The readings of a token without its neighbours."""
        return lattice.read(text, self._units, self._model, boundaries.space_cost, "", None)

    def _tags(self, reading: Reading) -> dict[str, frozenset[str]]:
        if reading.split is None:
            return {}
        return {unit.key: self._lexicon.tags(unit.key) for unit in reading.split.units if unit.key}


#: A name that only this document knows costs as much as a rare one of the lists.
DOCUMENT_NAME = 9.0
_TWICE = 2
#: A token that is that much better split is no name, however often it occurs.
_GLUED = 3.0


def document_names(
    counts: Mapping[str, int], lexicon: Lexicon, model: LanguageModel, letters: LetterModel
) -> dict[str, float]:
    """The words that no lexicon has and the document uses twice or more, as names with their costs.

    A document has a memory: what recurs is its vocabulary. But a join may recur as well (`herePour`), so what is
    clearly better split does not count.
    """
    judge = Splitter(lexicon, model, letters)
    found = {}
    for word, count in counts.items():
        if count >= _TWICE and len(word) > _TWICE and _NAME.fullmatch(word) and not lexicon.known(word):
            free = judge.free(word)
            if free.split is None or free.whole is None or free.whole.cost - free.split.cost < _GLUED:
                found[word] = DOCUMENT_NAME
    return found


def last_key(text: str) -> str:
    """The key of the last unit of a text; `.` if there is none."""
    found = "."
    for match in UNIT.finditer(text):
        found = key(match.group(), match.lastgroup or "mark")
    return found


def first_key(text: str) -> str:
    """The key of the first unit of a text; `.` if there is none."""
    match = UNIT.search(text)
    return key(match.group(), match.lastgroup or "mark") if match else "."
