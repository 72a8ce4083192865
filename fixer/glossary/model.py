"""What a glossary knows: concepts, their right French form, and the wrong renderings by which they are recognised.

A concept is an `Entry`; a rendering that a machine produces for it is a `Wrong`, with the conditions under which it is
one. Entries travel as plain mappings (`to_dict`, `from_dict`) between the YAML files, the compiled form and the
exchange formats; `load` is the only place where they are checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """ENTITY is a name; TERM a concept of the field; PHRASE a fixed expression, or a dictionary gloss."""

    ENTITY = "entity"
    TERM = "term"
    PHRASE = "phrase"


class Case(StrEnum):
    """When letters of different case are the same.

    EXACT: never. SMART: a capital that opens a sentence or a title is no difference. IGNORE: always.
    """

    EXACT = "exact"
    SMART = "smart"
    IGNORE = "ignore"


#: What an entity can be; `gloss` marks a PHRASE as a leaked dictionary gloss.
TYPES = (
    "organization",
    "product",
    "model",
    "person",
    "place",
    "hardware",
    "event",
    "dataset",
    "software",
    "language",
    "gloss",
)
TRUSTS = ("apply", "suggest", "flag", "off")
GENDERS = ("m", "f")
PARTS_OF_SPEECH = ("noun", "verb", "adj", "adv")


@dataclass(frozen=True)
class Wrong:
    """A wrong rendering. `near`: one of these words must stand near; `not_near`: none may. `line` is for messages."""

    form: str
    trust: str = "suggest"
    case: Case = Case.SMART
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    gender: str | None = None
    plural: str | None = None
    inflect: bool = True
    because: str | None = None
    line: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The mapping without what is the default."""
        out: dict[str, Any] = {"form": self.form}
        for name in ("near", "not_near"):
            if values := getattr(self, name):
                out[name] = list(values)
        for name, default in _WRONG_DEFAULTS.items():
            if (value := getattr(self, name)) != default:
                out[name] = value
        return out

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Wrong:
        values = dict(data)
        for name in ("near", "not_near"):
            values[name] = tuple(values.get(name, ()))
        values["case"] = Case(values.get("case", Case.SMART))
        return cls(**values)


_WRONG_DEFAULTS: dict[str, Any] = {
    "trust": "suggest",
    "case": Case.SMART,
    "gender": None,
    "plural": None,
    "inflect": True,
    "because": None,
    "line": 0,
}


@dataclass(frozen=True)
class Example:
    """A test of an entry: `before` becomes `after` with suggestions accepted; without `after` it must stay as it is."""

    before: str
    after: str | None = None

    @property
    def expected(self) -> str:
        return self.before if self.after is None else self.after


@dataclass(frozen=True)
class Entry:
    """A concept. `plural` and `gender` are those of `term`; `origin` is `file:line`."""

    id: str
    term: str
    kind: Kind = Kind.TERM
    type: str | None = None
    translate: bool = True
    gender: str | None = None
    plural: str | None = None
    pos: str = "noun"
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    domain: str | None = None
    wrong: tuple[Wrong, ...] = ()
    fuzzy: bool = False
    tests: tuple[Example, ...] = ()
    origin: str = field(default="", compare=False)

    @property
    def is_gloss(self) -> bool:
        return self.type == "gloss"

    def where(self, wrong: Wrong | None = None) -> str:
        """`file:line` of a wrong form, or of the entry."""
        file = self.origin.rpartition(":")[0]
        return f"{file}:{wrong.line}" if wrong and wrong.line and file else self.origin

    def to_dict(self) -> dict[str, Any]:
        """The mapping without what is the default; `from_dict` reads it."""
        out: dict[str, Any] = {"id": self.id, "term": self.term, "kind": str(self.kind)}
        for name, default in _ENTRY_DEFAULTS.items():
            if (value := getattr(self, name)) != default:
                out[name] = list(value) if isinstance(value, tuple) else value
        if self.wrong:
            out["wrong"] = [wrong.to_dict() for wrong in self.wrong]
        if self.tests:
            out["tests"] = [[test.before, test.after] for test in self.tests]
        return out

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Entry:
        values = dict(data)
        for name in ("zh", "en", "allowed"):
            values[name] = tuple(values.get(name, ()))
        values["kind"] = Kind(values["kind"])
        values["wrong"] = tuple(Wrong.from_dict(wrong) for wrong in values.get("wrong", ()))
        values["tests"] = tuple(Example(before, after) for before, after in values.get("tests", ()))
        return cls(**values)

    def overridden(self, later: Mapping[str, Any]) -> Entry:
        """This entry with the fields of a later file's entry of the same id.

        Single values replace; wrong forms are added, or replace the one of the same form; the other lists are added.
        """
        values = dict(later)
        for name in ("zh", "en", "allowed", "tests"):
            if name in values:
                values[name] = tuple(dict.fromkeys((*getattr(self, name), *values[name])))
        if "wrong" in values:
            forms = {wrong.form: wrong for wrong in self.wrong}
            forms.update((wrong.form, wrong) for wrong in values["wrong"])
            values["wrong"] = tuple(forms.values())
        return replace(self, **values)


_ENTRY_DEFAULTS: dict[str, Any] = {
    "type": None,
    "translate": True,
    "gender": None,
    "plural": None,
    "pos": "noun",
    "zh": (),
    "en": (),
    "allowed": (),
    "domain": None,
    "fuzzy": False,
    "origin": "",
}
