"""Words that lost their apostrophe: `lintelligence`, `dAnthropic`, `quil`, `dune taxe`.

The same noisy channel as for lost spaces, with another price: an apostrophe is seldom lost, but a text that lost one
has lost nearly all of them. So the caller counts the certain cases of a document first, and says how many there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fixer.french.language_model import LanguageModel
from fixer.french.letters import LetterModel
from fixer.french.lexicon import Lexicon
from fixer.lazy import simple_pattern

_ELIDED = simple_pattern(
    r"(jusqu|lorsqu|puisqu|quoiqu|qu|[ldjmtsnc])(?=[aàâeéèêëiîïoôöuùûhyœæAÀÂEÉÈÊIÎOÔUYHŒ])(.+)", re.DOTALL
)
#: What a name or an acronym may begin with after `l'` or `d'`: its letters are spelled (`l'IA`, `d'URL`, `l'API`).
_SPELLED_VOWELS = frozenset("AEFHILMNORSX")
#: A word is lost apostrophe's price, in a text that shows no other loss, and in one that does.
_PRICE, _PRICE_IN_SERIES = 9.0, 3.0
_UNKNOWN = 5.5
#: Words that are frequent by themselves (`dans`, `la`, `nos`) are never suspected.
_RARE = 10.5
#: What follows the clitics `j' m' t' s' n' c'`: a verb, `en`, `y`.
_CLITIC = frozenset(["j", "m", "t", "s", "n", "c"])


@dataclass(frozen=True, slots=True)
class Lost:
    """`word[:at]` and `word[at:]` belong together with an apostrophe; `odds` are natural log-odds."""

    at: int
    odds: float


def lost_apostrophe(
    word: str, before: str, after: str, lexicon: Lexicon, model: LanguageModel, letters: LetterModel, series: bool
) -> Lost | None:
    """Where the word lost an apostrophe, between two keys; None if nowhere.

    `series`: the document has other words that certainly lost theirs.
    """
    match = _ELIDED.fullmatch(word[0].lower() + word[1:])
    if not match or len(word) < 3:
        return None
    head, rest = match.groups()
    if not _may_follow(head, rest, lexicon):
        return None
    elided, key = f"{head}'", rest.lower() if rest.islower() else rest
    if lexicon.known(word):
        if not series or not word.islower() or model.unigram_cost(word) < _RARE or "det" in lexicon.tags(before):
            return None
        whole = model.bigram_cost(before, word) + model.bigram_cost(word, after)
    else:
        whole = letters.cost(word) + _UNKNOWN + model.unigram_cost(after)
    price = _PRICE_IN_SERIES if series else _PRICE
    split = model.bigram_cost(before, elided) + model.bigram_cost(elided, key) + model.bigram_cost(key, after)
    return Lost(len(head), whole - split - price)


def _may_follow(head: str, rest: str, lexicon: Lexicon) -> bool:
    """True if French writes `head'` before `rest`, and `rest` is a word."""
    if len(rest) < 2 and rest not in ("a", "y"):
        return False
    if rest[0].isupper():
        if head not in ("l", "d", "qu"):
            return False
        if rest.isupper():
            return rest[0] in _SPELLED_VOWELS and len(rest) <= 5
        return lexicon.name(rest)
    tags = lexicon.tags(rest)
    if head == "c":
        return rest in ("est", "était", "étaient")
    if head in _CLITIC:
        return "verbe" in tags or (rest in ("en", "y", "il", "ils") and head in ("s", "n", "m", "t", "j"))
    return bool(tags)
