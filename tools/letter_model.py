"""Train the letter model: what a word of French, of English, or a name looks like, seen or not.

Witten-Bell interpolation over letter sequences of up to ORDER letters, trained on words (not running text), since it is
asked about words that nobody has seen. `^` opens a word, `$` closes it, digits are `0`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

ORDER = 5
#: Sequences rarer than that back off.
LEAST = 3
#: Cost of a character that was never seen.
STRANGE = 9.0


def letter_costs(words: Iterable[str]) -> tuple[dict[str, float], dict[str, float]]:
    """Costs of letter sequences (of the last letter after the others) and back-off costs of contexts."""
    counts: Counter[str] = Counter()
    for word in words:
        text = f"^{word}$"
        for end in range(1, len(text)):
            for start in range(max(0, end - ORDER + 1), end + 1):
                counts[text[start : end + 1]] += 1
    followers: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for sequence, count in counts.items():
        followers[sequence[:-1]] += 1
        totals[sequence[:-1]] += count
    shares: dict[str, float] = {}
    for sequence in sorted(counts, key=len):
        context, shorter = sequence[:-1], sequence[1:]
        lower = shares[shorter] if shorter else 1 / (followers[""] + 1)
        novelty = followers[context]
        shares[sequence] = (counts[sequence] + novelty * lower) / (totals[context] + novelty)
    kept = {s for s, n in counts.items() if n >= LEAST or len(s) == 1}
    contexts = {s[:-1] for s in kept}
    costs = {s: -math.log(shares[s]) for s in kept}
    backoff = {c: -math.log(followers[c] / (totals[c] + followers[c])) for c in contexts if c in kept}
    return costs, backoff


def word_cost(word: str, costs: Mapping[str, float], backoff: Mapping[str, float]) -> float:
    """Cost of a whole word by its letters; the same arithmetic as `fixer.french.letters`."""
    text, total = f"^{word}$", 0.0
    for end in range(1, len(text)):
        for start in range(max(0, end - ORDER + 1), end + 1):
            seen = costs.get(text[start : end + 1])
            if seen is not None:
                total += seen
                break
            total += backoff.get(text[start:end], 0.0)
        else:
            total += STRANGE
    return total
