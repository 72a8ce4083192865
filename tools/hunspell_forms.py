"""Expand a Hunspell dictionary into the inflected forms it accepts, each with its morphology.

Only what the French dictionary of Dicollecte uses is supported: two-character flags (`FLAG long`),
`NEEDAFFIX`, suffixes, and prefixes that are not elisions (the elided `l'`, `d'`, `qu'` forms are left
out on purpose: the tokenizer cuts at the apostrophe, so `l'homme` is looked up as `homme`).

    for form, tags in expand(Path("fr.aff"), Path("fr.dic")): ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Elision prefixes carry one of these; the rest of the prefixes are units (`kilo`, `méga`).
_APOSTROPHE = "'"


@dataclass(frozen=True)
class Affix:
    """One rule line: strip `strip`, add `add`, if the stem matches `condition`."""

    strip: str
    add: str
    flags: tuple[str, ...]
    condition: re.Pattern[str]
    tags: frozenset[str]


@dataclass(frozen=True)
class Affixes:
    """The affix file: rules by flag, and the flag that says `this stem is no word by itself`."""

    suffixes: dict[str, list[Affix]]
    prefixes: dict[str, list[Affix]]
    need_affix: str


#: The dictionary says `infi`; grammars and this project say `inf`.
_RENAMED = {"infi": "inf"}


def _flags(text: str) -> tuple[str, ...]:
    return tuple(text[i : i + 2] for i in range(0, len(text), 2))


def _tags(fields: list[str]) -> frozenset[str]:
    """`po:v1_it____a is:mas` -> {'verbe', 'mas'}; the other fields are not morphology."""
    tags: set[str] = set()
    for field in fields:
        kind, _, value = field.partition(":")
        if kind in ("po", "is") and value:
            tags.add(_RENAMED.get(value, "verbe" if re.match(r"v\d", value) else value.rstrip("!")))
    return frozenset(tags)


def read_affixes(path: Path) -> Affixes:
    """Parse the affix file."""
    suffixes: dict[str, list[Affix]] = {}
    prefixes: dict[str, list[Affix]] = {}
    need = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if not parts:
            continue
        if parts[0] == "NEEDAFFIX":
            need = parts[1]
        if parts[0] not in ("SFX", "PFX") or len(parts) < 5:
            continue
        add, _, more = parts[3].partition("/")
        strip = "" if parts[2] == "0" else parts[2]
        add = "" if add == "0" else add
        end = "$" if parts[0] == "SFX" else ""
        start = "" if parts[0] == "SFX" else "^"
        rule = Affix(strip, add, _flags(more), re.compile(start + parts[4] + end), _tags(parts[5:]))
        table = suffixes if parts[0] == "SFX" else prefixes
        table.setdefault(parts[1], []).append(rule)
    return Affixes(suffixes, prefixes, need)


def expand(aff: Path, dic: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Every accepted form with its tags; a form comes once for each reading."""
    affixes = read_affixes(aff)
    for line in dic.read_text(encoding="utf-8").splitlines()[1:]:
        head, *fields = line.split()
        word, _, flags = head.partition("/")
        yield from _inflect(affixes, word, _flags(flags), _tags(fields))


def _inflect(
    affixes: Affixes, word: str, flags: tuple[str, ...], tags: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    if affixes.need_affix not in flags:
        yield word, tags
    for flag in flags:
        for rule in affixes.suffixes.get(flag, ()):
            if word.endswith(rule.strip) and rule.condition.search(word):
                form = word[: len(word) - len(rule.strip)] + rule.add
                yield from _inflect(affixes, form, rule.flags, _inflected(tags, rule.tags))
        for rule in affixes.prefixes.get(flag, ()):
            if _APOSTROPHE in rule.add:
                continue
            if word.startswith(rule.strip) and rule.condition.search(word):
                form = rule.add + word[len(rule.strip) :]
                yield from _inflect(affixes, form, rule.flags, tags | rule.tags)


#: What an inflection says replaces what the lemma said: `rapide` is:mas + is:fem -> fem.
_EXCLUSIVE = (frozenset({"mas", "fem", "epi"}), frozenset({"sg", "pl", "inv"}))


def _inflected(lemma: frozenset[str], suffix: frozenset[str]) -> frozenset[str]:
    kept = set(lemma)
    for group in _EXCLUSIVE:
        if suffix & group:
            kept -= group
    return frozenset(kept | suffix)
