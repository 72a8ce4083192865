"""What agrees with a noun phrase behind it: epithets, predicates, *celle*; see `agreement` for what stands before.

    after(" intensive du modèle", Phrase("formation", "f"), Phrase("entraînement", "m"), tags)  ->  " intensif …"

A change is certain only if nothing further on may have to agree as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import regex

from fixer.french.agreement import Phrase
from fixer.french.determiners import DETERMINERS
from fixer.french.inflection import feminines, masculines
from fixer.french.inflection import plural as plural_of
from fixer.lazy import pattern

Tags = Callable[[str], frozenset[str]]
"""The morphology of a word, as `Lexicon.tags` gives it."""


@dataclass(frozen=True)
class Right:
    """Changes behind the phrase, as (start, end, new) from its end; `certain` is False if more may have to agree."""

    changes: tuple[tuple[int, int, str], ...] = ()
    certain: bool = True


_NEXT = pattern(r"([ \u00a0])([^\W\d_]+(?:-[^\W\d_]+)*)")
_WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADVERBS = frozenset("très plus moins bien peu assez trop également entièrement déjà encore non aussi si mieux".split())
_CONJUNCTIONS = frozenset("et ou".split())
_ECHOES = {
    "f": pattern(r"\b(?:elles?|laquelle|lesquelles|celles?)\b", regex.IGNORECASE),
    "m": pattern(r"\b(?:ils?|lequel|duquel|auquel|lesquels|desquels|auxquels|celui|ceux)\b", regex.IGNORECASE),
}
"""What may stand for a phrase of a gender: *il* never means a *formation*."""
_THAT = {"celle": "celui", "celles": "ceux", "celui": "celle", "ceux": "celles"}
_COPULA = pattern(
    r"\b(?:est|sont|était|étaient|sera|seront|fut|furent|soit|soient|serait|seraient|été|reste|restent|demeure)"
    r"(?: (?:très|plus|moins|bien|déjà|encore|toujours|aussi|souvent|généralement|alors|ainsi|trop|non|pas))*"
    r" ([^\W\d_]+)"
)
_FAR = 8


class Role(Enum):
    """What a phrase is to the words before it, which decides what may agree with it."""

    HEAD = "a noun phrase of its own: la formation est terminée"
    GOVERNED = "behind a preposition, with a determiner: la fin de la formation est prévue"
    COMPLEMENT = "a bare complement or an apposition: la phase de formation, la puce Ascension"


_GOVERNED = pattern(
    r"(?:\b(?:de|à|pour|par|sur|dans|avec|sans|pendant|durant|après|avant|lors de)[ \u00a0](?:l['’]|la |le |les "
    r"|cette |ce |cet |ces |sa |son |ses |leurs? |une? )|\b(?:du|des|aux?)[ \u00a0])$",
    regex.IGNORECASE,
)
_NOUN_BEFORE = pattern(r"([^\W\d_]+(?:-[^\W\d_]+)*)[ \u00a0](?:(?:de|en)[ \u00a0]|d['’])?$")


def role(left: str, tags: Tags) -> Role:
    """The role of the phrase that `left` stands before."""
    if _GOVERNED.search(left[-40:]):
        return Role.GOVERNED
    before = _NOUN_BEFORE.search(left[-60:])
    if before is None or before.group(1).lower() in DETERMINERS:
        return Role.HEAD
    if left.rstrip().lower().endswith((" de", " en")) or left.endswith(("d'", "d’")):
        return Role.COMPLEMENT
    known = tags(before.group(1))
    return Role.COMPLEMENT if "nom" in known and "adj" not in known else Role.HEAD


def after(right: str, old: Phrase, new: Phrase, tags: Tags, role: Role = Role.HEAD) -> Right:
    """How the text behind a replaced phrase changes; `right` is the rest of the sentence."""
    if old.gender is None or new.gender is None:
        return Right(certain=old.plural == new.plural)
    if (old.gender, old.plural) == (new.gender, new.plural):
        return Right()
    changes, position, certain = _epithets(right, old, new, tags)
    if role is Role.COMPLEMENT:  # nothing agrees with it but its own adjectives, and these rather with the noun before
        return Right((), certain and not changes and old.plural == new.plural)
    far = _far(right, position, old, new, tags)
    if role is Role.GOVERNED and any("ppas" in tags(right[start:end]) for start, end, _ in far):
        return Right(tuple(changes), certain=False)  # *la fin de la formation du modèle est prévue*: of either
    copula = _COPULA.search(right, position)
    if role is Role.HEAD and copula and not any(change[0] == copula.start(1) for change in far):
        far += _agreed(copula.start(1), copula.group(1), old, new, tags)
    certain = certain and old.plural == new.plural and not far
    certain = certain and not _ECHOES[old.gender].search(right, position)
    return Right(tuple(sorted(changes + far)), certain)


_Changes = list[tuple[int, int, str]]


def _epithets(right: str, old: Phrase, new: Phrase, tags: Tags) -> tuple[_Changes, int, bool]:
    """Adjectives and participles directly behind: the changes, where they end, and whether all could be made."""
    changes: _Changes = []
    position = 0
    certain = True
    while match := _NEXT.match(right, position):
        word = match.group(2)
        known = tags(word)
        if not (word.lower() in _ADVERBS or (changes and word.lower() in _CONJUNCTIONS)):
            if not _agrees(known, old) or (known & {"3sg", "3pl"} and _governs(right, match.end(), tags)):
                break
            agreed = agree(word, new.gender or "m", plural=new.plural, tags=tags)
            if agreed is None:
                return changes, position, False
            certain = certain and not known & {"3sg", "3pl"}
            if agreed != word:
                changes.append((match.start(2), match.end(2), agreed))
        position = match.end()
    return changes, position, certain


def _governs(right: str, position: int, tags: Tags) -> bool:
    """True if what follows makes a verb of a word that may be one: *la formation dure plus*, *complète le cycle*."""
    following = _NEXT.match(right, position)
    if following is None:
        return right[position : position + 1] == " " and right[position + 1 : position + 2].isdigit()
    return following.group(2).lower() in DETERMINERS or bool(tags(following.group(2)) & {"adv", "det"})


def _far(right: str, position: int, old: Phrase, new: Phrase, tags: Tags) -> _Changes:
    """Words further on that can only mean the old phrase: no noun of its gender and number stands between.

    `formation du modèle terminée`; `la formation du modèle coûte plus que celle du robot`.
    """
    changes: _Changes = []
    previous = ""
    for match in list(_WORD.finditer(right, position))[:_FAR]:
        word = match.group()
        known = tags(word)
        determined = DETERMINERS.get(previous)
        previous = word.lower()
        if (that := _THAT.get(word)) and (word in ("celle", "celles")) == (old.gender == "f"):
            changes.append((match.start(), match.end(), that))
        elif "ppas" in known and "nom" not in known:
            if known & {"3sg", "3pl"} and _governs(right, match.end(), tags):
                break  # *le calcul marginal réduit la latence*
            changes += _agreed(match.start(), word, old, new, tags)
        elif _rival(known, determined.gender if determined else None, old):
            break
    return changes


def _rival(known: frozenset[str], gender: str | None, old: Phrase) -> bool:
    """True for a noun that a later word might mean as well; `gender` is what its determiner says."""
    if "nom" not in known or (("pl" in known) != old.plural and "inv" not in known):
        return False
    if gender:
        return gender == old.gender
    return bool(known & {"fem" if old.gender == "f" else "mas", "epi"})


def _agreed(start: int, word: str, old: Phrase, new: Phrase, tags: Tags) -> _Changes:
    if not _agrees(tags(word), old, strict=True):
        return []
    agreed = agree(word, new.gender or "m", plural=new.plural, tags=tags)
    return [(start, start + len(word), agreed)] if agreed and agreed != word else []


def _agrees(known: frozenset[str], phrase: Phrase, *, strict: bool = False) -> bool:
    """True if a word with these tags can be an adjective or a participle of the phrase."""
    if not known & {"adj", "ppas"} or (known & {"det", "prep"}):
        return False
    gender, other = ("fem", "mas") if phrase.gender == "f" else ("mas", "fem")
    if "epi" in known:
        return not strict
    return gender in known and other not in known and (("pl" in known) == phrase.plural or "inv" in known)


def agree(word: str, gender: str, *, plural: bool, tags: Tags) -> str | None:
    """An adjective or participle in another gender or number: (`terminée`, m) -> `terminé`; None if unsure."""
    known = tags(word)
    want = {"fem" if gender == "f" else "mas", "pl" if plural else "sg"}
    if "epi" in known or (want <= known and not known & ({"mas", "fem"} - want)):
        return word if ("pl" in known) == plural or "inv" in known else _number(word, plural=plural)
    singular = word if known & {"sg", "inv"} else _number(word, plural=False)
    if singular is None:
        return None
    candidates = (singular, *(masculines(singular) if gender == "m" else feminines(singular)))
    found = [form for form in dict.fromkeys(candidates) if _is(tags(form), gender)]
    if not found:
        return None
    return plural_of(found[0]) if plural else found[0]


def _is(known: frozenset[str], gender: str) -> bool:
    return bool(known & {"adj", "ppas"}) and bool(known & {"fem" if gender == "f" else "mas", "epi"})


def _number(word: str, *, plural: bool) -> str | None:
    """The word in the plural, or back in the singular."""
    if plural:
        return plural_of(word)
    if word.endswith("aux"):
        return None
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
