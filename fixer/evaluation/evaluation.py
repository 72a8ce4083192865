"""A whole evaluation, from documents to numbers; what the report prints, the contract judges and the guard compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from fixer.engine import selected_rules, signature
from fixer.evaluation.calibration import Calibration, calibration
from fixer.evaluation.contract import Clause, Proposal, contract, proposals
from fixer.evaluation.corpus import Item
from fixer.evaluation.counts import CategoryCount, RuleCount, by_category, by_rule
from fixer.evaluation.damage import Regime
from fixer.evaluation.harm import Harm, harm
from fixer.evaluation.measure import Measured
from fixer.evaluation.mqm import ErrorScore, error_score
from fixer.evaluation.scores import Scores
from fixer.options import Options


@dataclass(frozen=True)
class Evaluation:
    """Annotated documents that were measured; clean pages, seeded damage and scores if they were asked for."""

    options: Options
    measured: tuple[Measured, ...]
    pages: tuple[Measured, ...] = ()
    seeded: tuple[tuple[Regime, tuple[Measured, ...]], ...] = ()
    scores: Scores | None = None
    slips: frozenset[str] = frozenset()

    @cached_property
    def categories(self) -> tuple[CategoryCount, ...]:
        return by_category(self.measured)

    @cached_property
    def rules(self) -> tuple[RuleCount, ...]:
        return by_rule(self.measured)

    @cached_property
    def harm(self) -> Harm:
        """On the clean documents of the corpus and on the clean pages."""
        return harm((*self.measured, *self.pages), self.slips)

    @cached_property
    def error_score(self) -> ErrorScore:
        return error_score(self.measured)

    @cached_property
    def calibration(self) -> Calibration | None:
        return calibration(self.measured)

    @cached_property
    def contract(self) -> tuple[Clause, ...]:
        return contract(selected_rules(self.options), self.rules, self.harm)

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        return proposals(self.contract, self.rules)

    @property
    def words(self) -> int:
        return sum(one.item.words for one in self.measured)

    @property
    def seconds(self) -> float:
        """Processor time of the repairs alone, of all documents and pages, with suggestions and without."""
        return sum(one.seconds for one in (*self.measured, *self.pages))

    @cached_property
    def signature(self) -> str:
        """Version, rules, glossaries, data and documents: equal signatures mean equal numbers."""
        texts = digest_items([one.item for one in (*self.measured, *self.pages)])
        return f"{signature(self.options)}|data {digest_data()}|documents {texts}"


def digest_items(items: Sequence[Item]) -> str:
    """A hash of the texts and gold findings that were measured."""
    state = blake2b(digest_size=4)
    for item in items:
        state.update(repr((item.id, item.damaged, item.reference, item.gold)).encode("utf-8", "surrogatepass"))
    return state.hexdigest()


def digest_data() -> str:
    """A hash of the language data, without the measurements that are kept beside it."""
    state = blake2b(digest_size=4)
    for path in sorted((Path(__file__).parent.parent / "data").glob("*")):
        if path.is_file() and path.suffix not in (".py", ".json"):
            state.update(path.name.encode() + path.read_bytes())
    return state.hexdigest()
