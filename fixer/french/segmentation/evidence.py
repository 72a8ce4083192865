"""From two readings of a token to numbers: what speaks for a lost space and what against.

The features are few and mean something; `confidence` weighs them. All are computed from the token, its neighbours'
keys and what the document knows (`count`: how often this very token occurs in it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fixer.french.language_model import LanguageModel
from fixer.french.segmentation.boundaries import Sort, sort_of
from fixer.french.segmentation.lattice import Path, Reading
from fixer.french.segmentation.units import HOLE, WORDS, Kind, Unit

#: Little words that are glued more often than others and are seldom part of another word.
FUNCTION = frozenset(
    """à au aux avec ce ces cet cette comme dans de des donc du elle elles en entre est et il ils je la le les leur
    leurs mais ne ni nos notre nous on ont ou où par pas plus pour quand que qui sa sans se ses si son sont sous sur
    tous     tout toute très un une vers via vos votre vous y""".split()
)

#: First parts of French words, which are words by themselves too: suréchantillonnage, contre-, non-, sous-.
PREFIXES = frozenset(
    """a ab ad anti après arrière auto avant bi bio ciné co com con contre cyber dé des dis en entre ex extra géo hyper
    hypo il im in info inter intra ir macro mal mé méga méta mi micro mini mono multi més néo non outre par para per
    pluri poly post pour pré pro pseudo quasi ré re rétro sans semi servo sous sub super supra sur sus techno télé
    thermo tout tra trans tri ultra uni vidéo vice""".split()
)

#: Last parts that are words too but more often suffixes: tokenis-able, tokenis-ions, réent-rainer.
SUFFIXES = frozenset(
    """able ables age ages aient ais ait al ale ales ant ante antes ants as aux e ence ences ent er era erai eras ère
    ères ers es et ette ettes eur eurs euse eux ez fiant if ifs ing ion ions ique iques ise ises isme ismes iste istes
    ité ités ive ives ment ments on ons ont oir ose oses ou ra rions s se ses son té tés tion tions tique tiques ture
    tures ure ures x""".split()
)

#: What is said before the name of a thing of code: `la méthode addViolation`.
ANNOUNCERS = frozenset(
    """argument arguments attribut attributs balise bibliothèque champ chaîne classe classes clé commande composant
    composants constante contrôleur directive directives énumération erreur événement exception fichier fichiers
    fonction fonctions hook instance instruction interface l'attribut l'option macro méthode méthodes module modules
    objet objets option options package paquet paramètre paramètres propriété propriétés répertoire service structure
    type types valeur variable variables""".split()
)

NAMES = (
    "bias llr context cuts letter pair rarest left_function right_function both_function english unknown name "
    "capitalised prefix suffix count reused upper_first bare_noun two_nouns left_part right_part inflected "
    "seen seen_outside word_like english_outside announced left_cost right_cost left_length right_length length "
    "right_opens left_foreign right_foreign left_french right_french joined accented begins versions identifiers"
).split()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The features of a candidate, and the sort of its most treacherous boundary."""

    sort: Sort
    values: tuple[float, ...]


def words_of(path: Path) -> list[Unit]:
    """The units of a path that are words."""
    return [unit for unit in path.units if unit.kind in WORDS]


def sorts_of(text: str, path: Path, soft: frozenset[int]) -> list[Sort]:
    """The sorts of the boundaries where the path has lost a space."""
    found = []
    for left, right in zip(path.units, path.units[1:], strict=False):
        if right.start in path.cuts:
            sort = sort_of(text, right.start, left, right)
            if sort is not None:
                found.append(Sort.MARKUP if right.start in soft else sort)
    return found


#: From the most reliable to the most treacherous.
_ORDER = [Sort.MARKUP, Sort.OPAQUE, Sort.HAN, Sort.VENDOR, Sort.CLOSE, Sort.CAPITAL, Sort.ACRONYM, Sort.DIGIT]
_ORDER += [Sort.WORD_OPEN, Sort.STOP, Sort.LETTERS]


_SURE = frozenset([Sort.MARKUP, Sort.OPAQUE, Sort.HAN, Sort.VENDOR])


def gather(
    text: str,
    reading: Reading,
    free: Reading,
    model: LanguageModel,
    before: str,
    after: str,
    count: int,
    reused: int,
    tags: Mapping[str, frozenset[str]],
    soft: frozenset[int] = frozenset(),
) -> Evidence | None:
    """The evidence for the split reading; `free` is the reading without its neighbours,
    `before` and `after` are their keys."""
    path = reading.split
    if path is None:
        return None
    sorts = sorts_of(text, path, soft)
    sort = max((Sort.MARKUP, *sorts), key=_ORDER.index)
    # beside code spans and markup a second lost space says nothing against the first
    cuts = len(path.cuts) - sum(other in _SURE for other in sorts)
    words = words_of(path)
    whole = reading.whole.cost if reading.whole else path.cost + 25.0
    llr = whole - path.cost
    free_llr = llr
    if free.split is not None and free.whole is not None:
        free_llr = free.whole.cost - free.split.cost
    beside = _beside_cuts(text, path)
    facts = _Facts(text, model, tags)
    lengths = [unit.end - unit.start for pair in beside for unit in pair]
    costs = [model.unigram_cost(unit.key) for unit in words if unit.kind in (Kind.FRENCH, Kind.ENGLISH, Kind.NAME)]
    at_cuts = [unit for pair in beside for unit in pair]
    lefts, rights = [a for a, _ in beside], [b for _, b in beside]
    values = (
        1.0,
        _clip(llr, 30.0),
        _clip(llr - free_llr, 10.0),
        float(max(0, cuts - 1)),
        float(any(unit.end - unit.start == 1 and text[unit.start] not in "àÀ" for unit in at_cuts)),
        float(min(lengths, default=9) == 2),
        max(costs, default=21.0) - 10.0,
        float(any(facts.function(unit) for unit in lefts)),
        float(any(facts.function(unit) for unit in rights)),
        float(any(facts.function(a) and facts.function(b) for a, b in beside)),
        float(sum(unit.kind is Kind.ENGLISH for unit in at_cuts)) / 2,
        float(sum(unit.kind is Kind.UNKNOWN for unit in words)),
        float(any(unit.kind is Kind.NAME for unit in at_cuts)),
        float(any(unit.kind is Kind.FRENCH and text[unit.start].isupper() for unit in at_cuts)),
        float(any(facts.prefixed(a, b) for a, b in beside)),
        float(any(facts.suffixed(a, b) for a, b in beside)),
        float(min(count, 4)),
        float(min(reused, 2)),
        float(text[0].isupper()),
        float(any(facts.bare_noun(b) for b in rights)),
        float(any(facts.bare_noun(a) and facts.bare_noun(b) for a, b in beside)),
        max((facts.as_part(a) for a in lefts), default=0.0),
        max((facts.as_part(b) for b in rights), default=0.0),
        float(any(facts.inflected(unit) for unit in at_cuts)),
        sum(model.seen(a.key, b.key) for a, b in beside if a.key and b.key) / max(1, len(beside)),
        facts.seen_outside(path, before, after),
        facts.word_like(reading.whole),
        float(model.foreign(before)) + float(model.foreign(after)),
        float(before in ANNOUNCERS),
        max((facts.cost(unit) for unit in lefts), default=0.0),
        max((facts.cost(unit) for unit in rights), default=0.0),
        float(min((unit.end - unit.start for unit in lefts), default=0)),
        float(min((unit.end - unit.start for unit in rights), default=0)),
        float(len(text)),
        float(any(text[unit.start].isupper() and facts.function(unit) for unit in rights)),
        float(sum(facts.foreign(unit) for unit in lefts)),
        float(sum(facts.foreign(unit) for unit in rights)),
        float(sum(facts.purely_french(unit) for unit in lefts)),
        float(sum(facts.purely_french(unit) for unit in rights)),
        float(sum(unit.kind is Kind.JOINER for unit in path.units)),
        float(not text.replace(HOLE, "").isascii()),
        float(before == "."),
        float(any(unit.kind is Kind.MODEL for unit in at_cuts)),
        float(any(unit.kind is Kind.IDENTIFIER for unit in at_cuts)),
    )
    assert len(values) == len(NAMES)
    return Evidence(sort, values)


def _beside_cuts(text: str, path: Path) -> list[tuple[Unit, Unit]]:
    """The word units left and right of each cut (the mark between them is left out)."""
    out = []
    for cut in path.cuts:
        left = next((u for u in reversed(path.units) if u.end <= cut and u.kind in WORDS), None)
        right = next((u for u in path.units if u.start >= cut and u.kind in WORDS), None)
        if left is not None and right is not None:
            out.append((left, right))
    return out


@dataclass(frozen=True, slots=True)
class _Facts:
    """Questions about the units of one token."""

    text: str
    model: LanguageModel
    tags: Mapping[str, frozenset[str]]

    def spelled(self, unit: Unit) -> str:
        return self.text[unit.start : unit.end]

    def function(self, unit: Unit) -> bool:
        return unit.kind is Kind.FRENCH and self.spelled(unit).lower() in FUNCTION

    def bare_noun(self, unit: Unit) -> bool:
        """A noun or adjective in lower case that is no little word."""
        word = self.spelled(unit)
        return (
            unit.kind is Kind.FRENCH
            and word.islower()
            and not self.function(unit)
            and bool(self.tags.get(unit.key, _NONE) & {"nom", "adj"})
        )

    def inflected(self, unit: Unit) -> bool:
        """Plural, feminine adjective, conjugated verb: forms that no identifier is made of."""
        found = self.tags.get(unit.key, _NONE)
        return unit.kind is Kind.FRENCH and bool(found) and not found & {"sg", "inv", "inf"}

    def prefixed(self, left: Unit, right: Unit) -> bool:
        """`sur` + `apprentissage` is a word to be; `sur` + `le` is not."""
        return (
            self.spelled(left).lower() in PREFIXES
            and self.text[right.start].islower()
            and not self.function(right)
            and right.end - right.start > 3
        )

    def suffixed(self, left: Unit, right: Unit) -> bool:
        """`token` + `ise`: a known stem and what may be its suffix."""
        return self.spelled(right) in SUFFIXES and self.text[left.end - 1].islower() and not self.function(left)

    def as_part(self, unit: Unit) -> float:
        """How usual the word is inside of identifiers, 0 to 10."""
        if unit.start and self.text[unit.start - 1] in "'’":
            return 0.0
        return max(0.0, 14.0 - self.model.part_cost(self.spelled(unit).lower()))

    def seen_outside(self, path: Path, before: str, after: str) -> float:
        """How many of the pairs that the split makes with its neighbours are known ones."""
        keys = [unit.key for unit in path.units if unit.kind in WORDS or unit.kind is Kind.ELISION]
        if not keys:
            return 0.0
        return float(bool(keys[0]) and self.model.seen(before, keys[0])) + float(
            bool(keys[-1]) and self.model.seen(keys[-1], after)
        )

    def word_like(self, whole: Path | None) -> float:
        """Cost per letter of the token as one word: low for what looks like a word."""
        if whole is None:
            return 4.0
        return min(4.0, whole.cost / max(4, len(self.text)))

    def cost(self, unit: Unit) -> float:
        """Cost of the word by itself; what no lexicon has costs most."""
        return self.model.unigram_cost(unit.key) if unit.key and unit.kind is not Kind.UNKNOWN else 22.0

    def foreign(self, unit: Unit) -> bool:
        """English or a name, and no French word."""
        return unit.kind in (Kind.ENGLISH, Kind.NAME) and not self.tags.get(unit.key)

    def purely_french(self, unit: Unit) -> bool:
        """French, and unusual in identifiers."""
        return unit.kind is Kind.FRENCH and self.as_part(unit) < 4.0


_NONE: frozenset[str] = frozenset()


def _clip(value: float, most: float) -> float:
    return max(-most, min(most, value))
