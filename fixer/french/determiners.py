"""The words before a noun that change with it: articles, contractions, demonstratives, possessives, early adjectives.

`determiner("ce", "m", plural=False, vowel=True)` is `cet`. A *lemma* is the masculine singular; `du` and `au` are the
article *le* together with *de* and *à*, so that `de la` and `du` are two forms of one lemma.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """What a determiner says about its noun; `gender` is None where it says nothing."""

    lemma: str
    gender: str | None
    plural: bool


_FORMS: dict[str, tuple[str, str, str, str]] = {
    # lemma: masculine, masculine before a vowel, feminine, plural
    "le": ("le", "l'", "la", "les"),
    "du": ("du", "de l'", "de la", "des"),
    "au": ("au", "à l'", "à la", "aux"),
    "ce": ("ce", "cet", "cette", "ces"),
    "mon": ("mon", "mon", "ma", "mes"),
    "ton": ("ton", "ton", "ta", "tes"),
    "son": ("son", "son", "sa", "ses"),
    "un": ("un", "un", "une", "des"),
    "aucun": ("aucun", "aucun", "aucune", "aucuns"),
    "quelque": ("quelque", "quelque", "quelque", "quelques"),
    "chaque": ("chaque", "chaque", "chaque", "chaque"),
    "notre": ("notre", "notre", "notre", "nos"),
    "votre": ("votre", "votre", "votre", "vos"),
    "leur": ("leur", "leur", "leur", "leurs"),
    "plusieurs": ("plusieurs", "plusieurs", "plusieurs", "plusieurs"),
}
_FEMININE_PLURAL = {"aucun": "aucunes"}
_VOWEL_FEMININE = {"le": "l'", "du": "de l'", "au": "à l'", "mon": "mon", "ton": "ton", "son": "son"}

#: Adjectives that stand before the noun: masculine, before a vowel, feminine, masculine plural, feminine plural.
_ADJECTIVES = """
premier premier première premiers premières
dernier dernier dernière derniers dernières
nouveau nouvel nouvelle nouveaux nouvelles
beau bel belle beaux belles
vieux vieil vieille vieux vieilles
grand grand grande grands grandes
petit petit petite petits petites
bon bon bonne bons bonnes
mauvais mauvais mauvaise mauvais mauvaises
gros gros grosse gros grosses
long long longue longs longues
court court courte courts courtes
haut haut haute hauts hautes
seul seul seule seuls seules
même même même mêmes mêmes
autre autre autre autres autres
prochain prochain prochaine prochains prochaines
ancien ancien ancienne anciens anciennes
vrai vrai vraie vrais vraies
certain certain certaine certains certaines
différent différent différente différents différentes
divers divers diverse divers diverses
meilleur meilleur meilleure meilleurs meilleures
principal principal principale principaux principales
second second seconde seconds secondes
deuxième deuxième deuxième deuxièmes deuxièmes
troisième troisième troisième troisièmes troisièmes
simple simple simple simples simples
double double double doubles doubles
jeune jeune jeune jeunes jeunes
large large large larges larges
véritable véritable véritable véritables véritables
éventuel éventuel éventuelle éventuels éventuelles
quel quel quelle quels quelles
tel tel telle tels telles
tout tout toute tous toutes
"""


def _adjectives() -> tuple[dict[str, tuple[str, ...]], dict[str, Form]]:
    rows = {row[0]: tuple(row) for row in map(str.split, _ADJECTIVES.strip().splitlines())}
    known: dict[str, Form] = {}
    for lemma, (masculine, vowel, feminine, plural_m, plural_f) in rows.items():
        epicene = masculine == feminine
        for form, gender, plural in (
            (plural_f, "f", True),
            (plural_m, "m", True),
            (feminine, "f", False),
            (vowel, "m", False),
            (masculine, "m", False),
        ):
            known[form] = Form(lemma, None if epicene else gender, plural)
    return rows, known


_ROWS, ADJECTIVES = _adjectives()
"""Form -> what it says, for adjectives before the noun. *gros*, *divers* are read as singular."""


def _determiners() -> dict[str, Form]:
    out: dict[str, Form] = {}
    for lemma, (masculine, vowel, feminine, plural) in _FORMS.items():
        epicene = masculine == feminine
        out[plural] = Form(lemma, None, True)
        for form, gender in ((feminine, "f"), (vowel, "m"), (masculine, "m")):
            ambiguous = epicene or form in _VOWEL_FEMININE.values()
            out[form] = Form(lemma, None if ambiguous else gender, lemma == "plusieurs")
    out["des"] = Form("des", None, True)
    return out


DETERMINERS = _determiners()
"""Form -> what it says. `de l'`, `à la` are met as two words; `des` is a lemma of its own (*un* or *de* + *les*)."""


def determiner(lemma: str, gender: str, *, plural: bool, vowel: bool) -> str:
    """The form of a determiner; `vowel` if the next word elides. `l'`, `d'l'` carry their apostrophe."""
    if lemma == "des":
        lemma = "du"
    masculine, before_vowel, feminine, plurals = _FORMS[lemma]
    if plural:
        return _FEMININE_PLURAL.get(lemma, plurals) if gender == "f" else plurals
    if gender == "f":
        return _VOWEL_FEMININE.get(lemma, feminine) if vowel else feminine
    return before_vowel if vowel else masculine


def adjective(lemma: str, gender: str, *, plural: bool, vowel: bool) -> str:
    """The form of an adjective before its noun: `adjective("nouveau", "m", plural=False, vowel=True)` is `nouvel`."""
    masculine, before_vowel, feminine, plural_m, plural_f = _ROWS[lemma]
    if plural:
        return plural_f if gender == "f" else plural_m
    return feminine if gender == "f" else before_vowel if vowel else masculine
