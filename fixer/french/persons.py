"""Verbs of the third person, singular and plural: `permet` <-> `permettent`, `sera` <-> `seront`.

Forms are made by their endings (Grevisse, Le bon usage, § 789 ff.) and kept if the dictionary has them in the same
tense, so that what is no verb is never made.
"""

from __future__ import annotations

from fixer.french.concord import Tags

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
_ENDINGS = tuple(
    pair.split("/")
    for pair in "aît/aissent ait/aient ra/ront tient/tiennent vient/viennent quiert/quièrent "
    "prend/prennent met/mettent bat/battent çoit/çoivent voit/voient croit/croient résout/résolvent suffit/suffisent "
    "duit/duisent suit/suivent lit/lisent crit/crivent vit/vivent fuit/fuient clut/cluent vaut/valent court/courent "
    "sert/servent sort/sortent part/partent dort/dorment sent/sentent ment/mentent rompt/rompent ut/urent it/issent "
    "it/irent d/dent e/ent".split()
)
"""Singular and plural endings, the particular ones first: *écrit*, *remplit*."""
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
    for pair in _ENDINGS:
        if verb.endswith(pair[here]):
            form = verb[: len(verb) - len(pair[here])] + pair[there]
            if want in tags(form) and tags(form) & known & _TENSES:
                return form
    return None
