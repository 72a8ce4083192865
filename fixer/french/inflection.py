"""Plurals of nouns and adjectives, feminines, and the conjugation of regular verbs, by rule.

The rules are those of the school grammars (Grevisse, Le bon usage, § 520 ff., 546 ff., 789 ff.). They generate; whether
a form exists is for the lexicon. `conjugate` covers -er verbs with their spelling changes, -ir verbs like *finir*, -re
verbs like *rendre*, and the few irregular ones that terms are made of (*mettre*, *faire*, *prendre*, *tenir*).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from fixer.lazy import pattern

_PLURAL_X = frozenset("bijou caillou chou genou hibou joujou pou tuyau noyau boyau joyau".split())
_PLURAL_ALS = frozenset("aval bal cal carnaval chacal festival final fractal naval natal récital régal".split())
_PLURAL_AUX = frozenset("bail corail émail soupirail travail vitrail".split())
_PLURAL_EUS = frozenset("bleu pneu émeu".split())


def plural(word: str) -> str:
    """The plural of a noun or adjective: `loi` -> `lois`, `réseau` -> `réseaux`, `neuronal` -> `neuronaux`."""
    lower = word.lower()
    if not word[-1:].isalpha() or lower[-1] in "sxz" or (word.isupper() and len(word) > 1):
        return word
    if lower.endswith(("eau", "au", "eu")) and lower not in _PLURAL_EUS | {"landau", "sarrau"}:
        return word + "x"
    if lower in _PLURAL_X:
        return word + "x"
    if lower.endswith("al") and lower not in _PLURAL_ALS:
        return word[:-1] + "ux"
    if lower in _PLURAL_AUX:
        return word[:-2] + "ux"
    return word + "s"


#: Between a head and its complement; what follows keeps its number: *lois d'échelle*, *modèles de grande langue*.
LINKS = frozenset(
    "à au aux de du des d en par pour sur sous sans avec dans entre contre vers et ou que qui the of".split()
)


def _pieces(phrase: str) -> list[str]:
    """Words and what stands between them, alternately."""
    out = [""]
    for char in phrase:
        if char.isalnum() == (len(out) % 2 == 1):
            out[-1] += char
        else:
            out.append(char)
    return out


def plural_phrase(phrase: str) -> str:
    """The plural of a multiword term: the words before the first link: `loi de mise` -> `lois de mise`."""
    return _pluralise(phrase, tail=False)


def plural_variants(phrase: str) -> frozenset[str]:
    """Every plural that a text may show: also with the last adjective in the plural, `lois de mise étendues`."""
    variants = {_pluralise(phrase, tail=False), _pluralise(phrase, tail=True)}
    head, hyphen, last = phrase.partition("-")
    if hyphen and " " not in phrase and "-" not in last:
        variants.add(f"{head}-{plural(last)}")  # *demi-conducteurs*, *sous-réseaux*
    return frozenset(variants) - {phrase}


def _pluralise(phrase: str, *, tail: bool) -> str:
    pieces = _pieces(phrase)
    words = range(0, len(pieces), 2)
    linked = False
    for index in words:
        word = pieces[index]
        if word.lower() in LINKS or (index + 1 < len(pieces) and pieces[index + 1] in ("'", "’")):
            linked = index > 0
        elif word and (not linked or (tail and index == words[-1])):
            pieces[index] = plural(word)
    return "".join(pieces)


def feminines(word: str) -> tuple[str, ...]:
    """Candidates for the feminine of an adjective or participle, likeliest first: `étendu` -> `étendue`."""
    if word.endswith("e"):
        return (word,)
    out = []
    for ending, replacements in _FEMININE:
        if word.endswith(ending):
            out += [word[: len(word) - len(ending)] + new for new in replacements]
    return (*out, word + "e")


_FEMININE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("teur", ("trice", "teuse")),
    ("eur", ("euse",)),
    ("eux", ("euse",)),
    ("oux", ("ouse", "ouce")),
    ("aux", ("ausse",)),
    ("if", ("ive",)),
    ("ef", ("ève",)),
    ("uf", ("uve",)),
    ("el", ("elle",)),
    ("eil", ("eille",)),
    ("ul", ("ulle",)),
    ("ien", ("ienne",)),
    ("éen", ("éenne",)),
    ("on", ("onne",)),
    ("er", ("ère",)),
    ("et", ("ette", "ète")),
    ("as", ("asse",)),
    ("os", ("osse",)),
    ("ès", ("esse",)),
    ("ic", ("ique",)),
    ("anc", ("anche",)),
    ("ong", ("ongue",)),
    ("rec", ("recque",)),
    ("ais", ("aîche",)),
    ("ec", ("èche",)),
    ("eau", ("elle",)),
    ("ou", ("olle",)),
)


def masculines(word: str) -> tuple[str, ...]:
    """Candidates for the masculine of a feminine form: `majeure` -> `majeur`, `première` -> `premier`."""
    out = []
    if word.endswith("e"):
        out.append(word[:-1])
    for ending, replacements in _FEMININE:
        for new in replacements:
            if word.endswith(new):
                out.append(word[: len(word) - len(new)] + ending)
    return tuple(dict.fromkeys(out))


_PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
_TENSES_ER = {
    "pres": ("e", "es", "e", "ons", "ez", "ent"),
    "impf": ("ais", "ais", "ait", "ions", "iez", "aient"),
    "past": ("ai", "as", "a", "âmes", "âtes", "èrent"),
    "subj": ("e", "es", "e", "ions", "iez", "ent"),
}
_TENSES_IR = {
    "pres": ("is", "is", "it", "issons", "issez", "issent"),
    "impf": ("issais", "issais", "issait", "issions", "issiez", "issaient"),
    "past": ("is", "is", "it", "îmes", "îtes", "irent"),
    "subj": ("isse", "isses", "isse", "issions", "issiez", "issent"),
}
_TENSES_RE = {
    "pres": ("s", "s", "", "ons", "ez", "ent"),
    "impf": _TENSES_ER["impf"],
    "past": ("is", "is", "it", "îmes", "îtes", "irent"),
    "subj": _TENSES_ER["subj"],
}
_FUTURE = {
    "futr": ("ai", "as", "a", "ons", "ez", "ont"),
    "cond": ("ais", "ais", "ait", "ions", "iez", "aient"),
}

#: Slots of a verb: `inf`, `ppre`, the participles, and tense + person.
PARTICIPLES = ("ppms", "ppfs", "ppmp", "ppfp")
VERB_SLOTS = ("inf", "ppre", *PARTICIPLES, *(t + p for t in (*_TENSES_ER, *_FUTURE) for p in _PERSONS))

# Stem of the singular present, of the plural present, of the third person plural, of the future, past stem, participle.
_IRREGULAR = {
    "mettre": ("met", "mett", "mett", "mettr", "m", "mis"),
    "prendre": ("prend", "pren", "prenn", "prendr", "pr", "pris"),
    "tenir": ("tien", "ten", "tienn", "tiendr", "t", "tenu"),
    "venir": ("vien", "ven", "vienn", "viendr", "v", "venu"),
}


@lru_cache(maxsize=512)
def conjugate(infinitive: str) -> dict[str, str]:
    """Slot -> form for a verb, or for a phrase that begins with one (`mettre à l'échelle`); only `inf` if unknown."""
    verb, space, rest = infinitive.partition(" ")
    forms = _conjugate(verb)
    return {slot: form + space + rest for slot, form in forms.items()}


def _conjugate(verb: str) -> dict[str, str]:
    for base, stems in _IRREGULAR.items():
        if verb.endswith(base):
            return _with_stems(verb, verb[: -len(base)], stems, "" if base.endswith("re") else "s")
    if verb.endswith("er") and verb not in ("aller", "envoyer", "renvoyer"):
        return _first_group(verb)
    if verb.endswith("ir") and not verb.endswith(("oir", "frir", "vrir", "ortir", "artir", "entir", "ourir", "dormir")):
        stem = verb[:-2]
        return _regular(verb, stem, stem, verb, _TENSES_IR, stem + "issant", stem + "i")
    if verb.endswith(("andre", "endre", "ondre", "erdre", "ordre")):
        stem = verb[:-2]
        return _regular(verb, stem, stem, verb[:-1], _TENSES_RE, stem + "ant", stem + "u")
    return {"inf": verb}


def _participles(participle: str) -> dict[str, str]:
    plural_m = participle if participle.endswith("s") else participle + "s"
    return dict(zip(PARTICIPLES, (participle, participle + "e", plural_m, participle + "es"), strict=True))


def _regular(
    verb: str,
    stem: str,
    strong: str,
    future: str,
    tenses: Mapping[str, tuple[str, ...]],
    ppre: str,
    participle: str,
) -> dict[str, str]:
    """`strong` is the stem before a silent ending (`entraîn-e`, `jett-e`), `stem` the other (`jet-ons`)."""
    out = {"inf": verb, "ppre": ppre, **_participles(participle)}
    for tense, endings in tenses.items():
        for person, ending in zip(_PERSONS, endings, strict=True):
            silent = ending in ("e", "es", "ent")
            out[tense + person] = _join(strong if silent else stem, ending)
    for tense, endings in _FUTURE.items():
        for person, ending in zip(_PERSONS, endings, strict=True):
            out[tense + person] = future + ending
    return out


def _join(stem: str, ending: str) -> str:
    """Keep the sound of c and g before a and o: *lançons*, *mangeons*."""
    if ending[:1] in ("a", "o", "â"):
        if stem.endswith("c"):
            return stem[:-1] + "ç" + ending
        if stem.endswith("g"):
            return stem + "e" + ending
    return stem + ending


#: Verbs in -eler, -eter that take a grave accent instead of a double consonant (Grevisse § 789).
_GRAVE = ("achet", "gel", "model", "pel", "cel", "harcel", "cisel", "démantel", "martel", "halet", "crochet", "écartel")
_MUTE_E = pattern(r"(.*)e([bcdglmnprstv])$")
_ACUTE_E = pattern(r"(.*)é([bcdfglmnprstv]|[bcdfgptv][lr]|gn|qu|gu|ch)$")


def _before_mute(head: str) -> bool:
    """False where the e is part of a vowel: *s'enquérir* is no model for *créer*; the u of *étiqueter* is silent."""
    return head[-1:] not in "aeéiou" or head.endswith(("qu", "gu"))


def _first_group(verb: str) -> dict[str, str]:
    """*j'appelle*, *j'achète*, *je lève*; *je génère*, but *je générerai*; *je déploie*."""
    stem = verb[:-2]
    strong, future = stem, verb
    if stem.endswith(("oy", "uy", "ay")):
        strong = stem[:-1] + "i"
        future = strong + "er"
    elif acute := _ACUTE_E.match(stem):
        strong = f"{acute[1]}è{acute[2]}"
    elif len(stem) > 2 and (mute := _MUTE_E.match(stem)) and _before_mute(mute[1]):
        double = (mute[2] in "lt" and not stem.endswith(_GRAVE)) or stem.endswith("appel")
        strong = stem + mute[2] if double else f"{mute[1]}è{mute[2]}"
        future = strong + "er"
    return _regular(verb, stem, strong, future, _TENSES_ER, _join(stem, "ant"), stem + "é")


def _with_stems(verb: str, prefix: str, stems: tuple[str, ...], ending: str) -> dict[str, str]:
    singular, plural_, third, future, past, participle = (prefix + stem for stem in stems)
    thirds = {"": singular, "s": singular + "t"}
    present = (singular + "s", singular + "s", thirds[ending], plural_ + "ons", plural_ + "ez", third + "ent")
    out = {"inf": verb, "ppre": plural_ + "ant", **_participles(participle)}
    in_past = ("ins", "ins", "int", "înmes", "întes", "inrent") if ending else _TENSES_RE["past"]
    for person, form, past_ending in zip(_PERSONS, present, in_past, strict=True):
        out["pres" + person] = form
        out["past" + person] = past + past_ending
    for person, imperfect, subjunctive in zip(_PERSONS, _TENSES_ER["impf"], _TENSES_ER["subj"], strict=True):
        out["impf" + person] = plural_ + imperfect
        out["subj" + person] = (plural_ if subjunctive in ("ions", "iez") else third) + subjunctive
    for tense, endings in _FUTURE.items():
        for person, future_ending in zip(_PERSONS, endings, strict=True):
            out[tense + person] = future + future_ending
    return out
