"""Verbs of the third person, singular and plural: `permet` <-> `permettent`, `sera` <-> `seront`.

Forms are made by their endings (Grevisse, Le bon usage, § 789 ff.) and kept if the dictionary has them in the same
tense, so that what is no verb is never made.
"""

from __future__ import annotations

from fixer.french.nominal import Tags

_FORMS = {
    "est": "sont",
    "a": "ont",
    "va": "vont",
    "fait": "font",
    "soit": "soient",
    "ait": "aient",
    "fut": "furent",
    "eut": "eurent",
    "peut": "peuvent",
    "veut": "veulent",
    "sait": "savent",
    "doit": "doivent",
    "dit": "disent",
}
_IRREGULAR = _FORMS | {plural: singular for singular, plural in _FORMS.items()}
_ENDINGS = (
    ("ait", "aient"),
    ("ra", "ront"),
    ("ient", "iennent"),
    ("oit", "oivent"),
    ("oit", "oient"),
    ("end", "ennent"),
    ("e", "ent"),
    ("it", "issent"),
    ("it", "ivent"),
    ("it", "isent"),
    ("et", "ettent"),
    ("d", "dent"),
    ("ut", "uvent"),
    ("t", "tent"),
    ("t", "ent"),
)
_TENSES = frozenset("ipre iimp ipsi ifut cond spre simp".split())
_OTHER_READINGS = frozenset("nom adj adv prep det ppas inf mg npr ppre".split())


def number(verb: str, tags: Tags) -> str | None:
    """`s` or `p` for a form that can be nothing but a verb in the third person of that number; else None."""
    if verb in _IRREGULAR and verb not in ("dit", "fait"):
        return "s" if verb in _FORMS else "p"
    known = tags(verb)
    if known & _OTHER_READINGS or ("3sg" in known) == ("3pl" in known):
        return None
    return "s" if "3sg" in known else "p"


def other_person(verb: str, tags: Tags) -> str | None:
    """The verb in the other number; None if no form or several are possible."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    known = tags(verb)
    here, there = (0, 1) if "3sg" in known else (1, 0)
    want = ("3sg", "3pl")[there]
    found = []
    for pair in _ENDINGS:
        if verb.endswith(pair[here]):
            form = verb[: len(verb) - len(pair[here])] + pair[there]
            there_known = tags(form)
            if want in there_known and there_known & known & _TENSES and form not in found:
                found.append(form)
    return found[0] if len(found) == 1 or (found and here == 0 and found[0].endswith(("issent", "aient"))) else None
