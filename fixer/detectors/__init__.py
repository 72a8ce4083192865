"""The detectors, one file a defect. They are found by walking this package: adding one is adding its file."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from fixer.finding import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the package, by id. Raises ValueError if two share an id."""
    rules: dict[str, Rule] = {}
    for module in iter_modules(__path__):
        for value in vars(import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, Rule):
                if rules.get(value.id, value) is not value:
                    raise ValueError(f"two rules are called {value.id}")
                rules[value.id] = value
    return tuple(rules[key] for key in sorted(rules))
