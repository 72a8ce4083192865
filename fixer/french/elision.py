"""Before which words *le, la, de, que…* lose their vowel, and the pairs of forms that differ in it.

`elides("IA")` is true (*l'IA*), `elides("yaourt")` and `elides("GPU")` are false. Rules and exceptions after Grevisse,
Le bon usage, § 45-50 (elision), § 48 (aspirated h); for acronyms, usage: only one that begins with a vowel letter
elides (*l'API*, *l'USB*, *l'OTAN*), one that is merely spelt with a vowel sound does not (*le LLM*, *de SQL*).
"""

from __future__ import annotations

from functools import lru_cache

from fixer.french.words import unaccented
from fixer.lazy import simple_pattern

_ASPIRATED = tuple(
    """hachi hache hacha hachu hacho haché hache hack haddock hagard haie haillon hain haï hair halage hale hall
    halo halte hamac hamburger hameau hamp hamster hanap hanch hand hangar hanneton hans hant happ harang
    haras harcel hard harem hareng hargn haricot harnach harnais haro harp hasard hasch hash hat hauban
    haubert hauss haut hav hayon heaume head heap hein henn heraut here herisse heriss hernie heron heros hers
    hetr heurt hibou hic hid hierarch high hi-fi hip-hop hippie hiss hit hobby hobereau hoch hockey hold
    holland homard hongr hong honni hont hook hop hoquet hord horion hors host hot hott houblon houe houill
    houl houpp hous houx hub hublot huch hue huguenot huit hul huns hupp hurl huron hussard hutt""".split()
)
"""Beginnings, without accents, of words with an aspirated h, among them English words used in French (*le hub*)."""

_MUTE = tuple(
    """haleine hallucin hallali halog halter heroin heroiq heroism hippocamp hippodrom hippopot historique
    histoire histo hospita hostil hote hotel hotelier herit herm hermet herbe heredit heresi hotesse
    hotellerie""".split()
)
"""Beginnings that look like the above and have a mute h."""

_MUTE_NAMES = frozenset(
    "hélène henri henriette hector hercule hérault hippolyte homère horace hippocrate haïti".split()
)
_NO_ELISION = frozenset(
    "oui ouistiti ouistitis ouija ouais ouaté onze onzième onzièmes uhlan ululement ululer yeti yéti".split()
)
_Y_ELIDES = frozenset("yeux yeuse yeuses yonne yèble y".split())
_VOWELS = "aeiouàâäéèêëîïôöùûüœæ"
_FIRST = simple_pattern(r"[^\W_]+(?:-[^\W_]+)*")

ELIDED = {
    "de": "d'",
    "que": "qu'",
    "je": "j'",
    "me": "m'",
    "te": "t'",
    "se": "s'",
    "ne": "n'",
    "lorsque": "lorsqu'",
    "puisque": "puisqu'",
    "quoique": "quoiqu'",
}
"""Words that elide whatever follows them; articles and demonstratives are determiners (see `agreement`)."""

FULL = {elided: full for full, elided in ELIDED.items()}


@lru_cache(maxsize=4096)
def elides(phrase: str) -> bool:
    """True if *le* or *de* is elided before this phrase: `intelligence`, `OpenAI`, `H100` (no), `yaourt` (no)."""
    match = _FIRST.search(phrase)
    if match is None or not match.group()[0].isalpha():
        return False
    word = match.group()
    lower = word.lower()
    first = lower[0]
    if lower in _NO_ELISION:
        return False
    if first == "h":
        return _mute_h(word, lower)
    if first == "y":
        # A semi-vowel before a vowel (*le yaourt*, *de YouTube*), a vowel before a consonant (*l'ytterbium*, *d'Yves*).
        return lower in _Y_ELIDES or (len(lower) > 1 and lower[1] not in _VOWELS and not word.isupper())
    return first in _VOWELS


def _mute_h(word: str, lower: str) -> bool:
    """Names and acronyms in H are pronounced with it or take both forms (*de Hopper*, *le HBM*); words decide."""
    if lower in _MUTE_NAMES:
        return True
    if word[0].isupper() and (not lower.isalpha() or not word[1:].islower() or not _french_h(lower)):
        return False
    plain = unaccented(lower)
    return plain.startswith(_MUTE) or not plain.startswith(_ASPIRATED)


def _french_h(lower: str) -> bool:
    """A capitalised word in h that is an ordinary French word opening a sentence, rather than a name."""
    return unaccented(lower).startswith(_MUTE) or lower.endswith(
        ("ment", "tion", "ité", "ique", "isme", "isation", "eur")
    )


def elide(word: str, following: str) -> str:
    """A word of `ELIDED` and what stands between it and `following`: (`de`, `IA`) -> `d'`, (`que`, `GPU`) -> `que `."""
    return ELIDED[word] if elides(following) else word + " "
