"""What a short English text that a machine left is called in French: labels of pages, verbs of instructions, words.

The table is `fixer/data/en-fr.tsv`, written by hand: kind (`label`, `verb`, `word`), English in lower case, French.
Senses are separated by commas, likeliest first.

    label("Table of Contents") -> "Table des matières"
    verb("parse")              -> Verb("analyser", "analysez", "analyse")
    word("provider")           -> ("fournisseur",)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from fixer.french.inflection import conjugate
from fixer.french.tables import DATA
from fixer.french.words import straight


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms that open an instruction or tell what a tool does."""

    infinitive: str
    imperative: str
    present: str


def label(text: str) -> str | None:
    """The French of a label, in its style of capitals (`BACK TO TOP`, `back to top`); None if it is not listed."""
    key = straight(text.strip())
    french = _table()["label"].get(key.lower())
    if french is None:
        return None
    if key.isupper() and len(key) > 1:
        return french.upper()
    return french[0].lower() + french[1:] if key[0].islower() else french


def verb(english: str) -> Verb | None:
    """The French of a verb in its base form, in lower case; None if it is not listed."""
    infinitive = _table()["verb"].get(english)
    if infinitive is None:
        return None
    head, space, rest = infinitive.partition(" ")
    for ending, imperative, present in _IRREGULAR:
        if head.endswith(ending):
            stem = head.removesuffix(ending)
            return Verb(infinitive, stem + imperative + space + rest, stem + present + space + rest)
    forms = conjugate(infinitive)
    return Verb(infinitive, forms["pres2p"], forms["pres3s"])


def word(english: str) -> tuple[str, ...]:
    """The French of a word in lower case, likeliest first; empty if it is not listed."""
    french = _table()["word"].get(english)
    return tuple(french.split(", ")) if french else ()


_IRREGULAR = (
    ("uire", "uisez", "uit"),
    ("crire", "crivez", "crit"),
    ("cevoir", "cevez", "çoit"),
    ("suivre", "suivez", "suit"),
    ("joindre", "joignez", "joint"),
    ("lire", "lisez", "lit"),
    ("clure", "cluez", "clut"),
    ("mouvoir", "mouvez", "meut"),
    ("voir", "voyez", "voit"),
    ("voyer", "voyez", "voie"),
    ("servir", "servez", "sert"),
    ("soudre", "solvez", "sout"),
    ("croître", "croissez", "croît"),
    ("faire", "faites", "fait"),
    ("ouvrir", "ouvrez", "ouvre"),
    ("traire", "trayez", "trait"),
    ("courir", "courez", "court"),
    ("prédire", "prédisez", "prédit"),
    ("naître", "naissez", "naît"),
)
"""Endings of irregular infinitives: second person plural, third person singular."""


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, str]]:
    """Kind -> English -> French. Read once a process."""
    table: dict[str, dict[str, str]] = {"label": {}, "verb": {}, "word": {}}
    for line in (DATA / "en-fr.tsv").read_text("utf-8").splitlines():
        kind, english, french = line.split("\t")
        table[kind][english] = french
    return table
