"""From one mood to another in the person that instructions are written in, the second of the plural.

    imperative("cliquer", tags)    -> "cliquez"        infinitive("cliquez", tags)   -> "cliquer"
    subjunctive("cliquez", tags)   -> "cliquiez"       participle("cliquer", tags)   -> "cliqué"

Candidates are made from the endings of the school grammars (Grevisse, Le bon usage, § 789 ff.); a form counts only if
the lexicon has it in that mood. None if there is no such form.
"""

from __future__ import annotations

from functools import lru_cache

from fixer.french.concord import Tags

_IRREGULAR = {
    "faire": "faites",
    "dire": "dites",
    "être": "soyez",
    "avoir": "ayez",
    "savoir": "sachez",
    "prendre": "prenez",
    "apprendre": "apprenez",
    "comprendre": "comprenez",
    "reprendre": "reprenez",
    "résoudre": "résolvez",
    "voir": "voyez",
    "prévoir": "prévoyez",
    "revoir": "revoyez",
    "croire": "croyez",
    "vouloir": "veuillez",
    "ouvrir": "ouvrez",
    "rouvrir": "rouvrez",
    "courir": "courez",
}
_INFINITIVES = {imperative: infinitive for infinitive, imperative in _IRREGULAR.items()} | {
    "avez": "avoir",
    "êtes": "être",
    "savez": "savoir",
    "voulez": "vouloir",
    "pouvez": "pouvoir",
    "devez": "devoir",
    "défaites": "défaire",
    "refaites": "refaire",
}
_SUBJUNCTIVES = {
    "faites": "fassiez",
    "avez": "ayez",
    "êtes": "soyez",
    "savez": "sachiez",
    "pouvez": "puissiez",
    "dites": "disiez",
}
#: Ending of the infinitive, ending of the imperative; the first that gives an imperative of the lexicon counts.
_ENDINGS = (
    ("er", "ez"),
    ("ir", "issez"),
    ("ir", "ez"),
    ("crire", "crivez"),
    ("ire", "isez"),
    ("indre", "ignez"),
    ("aître", "aissez"),
    ("evoir", "evez"),
    ("re", "ez"),
)
_SUBJUNCTIVE_ENDING = "iez"


@lru_cache(maxsize=4096)
def imperative(infinitive: str, tags: Tags) -> str | None:
    """The form in -ez that gives an order: `définir` -> `définissez`."""
    known = _IRREGULAR.get(infinitive)
    if known:
        return known
    for ending, other in _ENDINGS:
        stem = infinitive.removesuffix(ending)
        if stem != infinitive and len(stem) >= 1 and {"impe", "2pl"} <= tags(stem + other):
            return stem + other
    return None


@lru_cache(maxsize=4096)
def infinitive(form: str, tags: Tags) -> str | None:
    """The infinitive of a second person plural of the present: `définissez` -> `définir`; None if two are possible."""
    known = _INFINITIVES.get(form)
    if known:
        return known
    found = set()
    for ending, other in _ENDINGS:
        stem = form.removesuffix(other)
        if stem != form and len(stem) >= 1 and "inf" in tags(stem + ending):
            found.add(stem + ending)
    if len(found) > 1:
        found = {one for one in found if imperative(one, tags) == form}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def subjunctive(form: str, tags: Tags) -> str | None:
    """The subjunctive of a second person plural of the present: `utilisez` -> `utilisiez`."""
    known = _SUBJUNCTIVES.get(form)
    if known:
        return known
    new = form.removesuffix("ez") + _SUBJUNCTIVE_ENDING
    return new if form.endswith("ez") and {"spre", "2pl"} <= tags(new) else None


@lru_cache(maxsize=4096)
def participle(infinitive: str, tags: Tags) -> str | None:
    """The masculine participle of a verb in -er: `installer` -> `installé`."""
    new = infinitive.removesuffix("er") + "é"
    return new if infinitive.endswith("er") and "ppas" in tags(new) else None
