"""Build `fixer/data/` from pinned packages and from the counts in `tools/counts/`. Reproducible, byte for byte.

    apt-get download hunspell-fr-comprehensive=1:7.0-1 scowl=2020.12.07-2
    for package in *.deb; do dpkg -x "$package" unpacked; done
    python tools/build_lexicon.py unpacked [COUNTS [OUT]]

COUNTS (default `tools/counts`) may be the counts without one source, to measure on that source; OUT is `fixer/data`.

What goes in, and why so much of it, is told in `docs/run-together.md`.
"""

from __future__ import annotations

import json
import math
import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import marisa_trie
from hunspell_forms import expand
from letter_model import letter_costs, word_cost

from fixer.french.tables import COST_UNIT

HERE = Path(__file__).parent
COUNTS = HERE / "counts"
DATA = HERE.parent / "fixer" / "data"

#: SCOWL sizes: 70 is what a large spelling dictionary holds; rarer proper names would make rubbish splittable.
SCOWL = {"words": 70, "upper": 60, "abbreviations": 50, "proper-names": 50}
#: English words of descriptions of software that SCOWL does not have (`async`, `numpy`) must be that frequent.
LEAST_TECHNICAL = 25
#: Names: forms with capitals; an English word with a capital is no name.
LEAST_NAME = 5
#: How a name is written; `AWS's` and `Token-efficient` are not names.
_NAME = re.compile(r"(?=.*[A-Za-z])[\w+#]{2,}(?:[.-][A-Z0-9][\w+#]*|\.[a-z]{2,5})*")
#: Costs of meeting a word that the counts lack: French, English in the scale of its table, a name in that of its own.
NEW_FRENCH, NEW_ENGLISH, NEW_NAME = 4.0, 1.0, 1.0
Letters = tuple[dict[str, float], dict[str, float]]
#: What a name of the list made by hand counts for.
CURATED = 20
#: Absolute discounting of pair counts (Ney et al. 1994).
DISCOUNT = 0.75
#: The letters that are words by themselves.
_ONE_LETTER = frozenset("aàyôAÀYÔI")


def quantise(cost: float) -> int:
    """Natural-log cost to a byte."""
    return max(0, min(255, round(cost * COST_UNIT)))


def read_counts(name: str) -> Counter[str]:
    """A table of `tools/counts`."""
    rows = (line.rsplit("\t", 1) for line in (COUNTS / f"{name}.tsv").read_text("utf-8").splitlines())
    return Counter({word: int(count) for word, count in rows})


def save_costs(name: str, costs: Mapping[str, float]) -> marisa_trie.Trie:
    """A trie and the costs of its keys."""
    trie = save_trie(name, costs)
    table = bytearray(len(trie))
    for word, number in trie.items():
        table[number] = quantise(costs[word])
    (DATA / f"{name}.costs").write_bytes(table)
    return trie


def save_trie(name: str, words: Iterable[str]) -> marisa_trie.Trie:
    """A trie of the words, sorted so that the file is always the same."""
    trie = marisa_trie.Trie(sorted(words))
    trie.save(str(DATA / f"{name}.trie"))
    return trie


def french_forms(hunspell: Path) -> dict[str, frozenset[str]]:
    """Form -> tags over all readings; signs and single letters are no words."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for form, tags in expand(hunspell / "fr.aff", hunspell / "fr.dic"):
        if "1isg" in tags:  # `modelè`, only before -je
            continue
        if re.fullmatch(r"[^\W\d_][^\W_]*(?:[-'.][^\W_]+)*", form) and (len(form) > 1 or form in _ONE_LETTER):
            forms[form] |= tags
    return {form: frozenset(tags) for form, tags in forms.items()}


def save_french(forms: Mapping[str, frozenset[str]], words: Counter[str], letters: Letters) -> None:
    """Trie, costs, tag number of each form, and the tag sets."""
    trie = save_costs("french", at_most(french_costs(forms, words), letters, NEW_FRENCH))
    sets = sorted({tuple(sorted(tags)) for tags in forms.values()})
    number_of = {tags: number for number, tags in enumerate(sets)}
    table = array("H", [0] * len(trie))
    for form, number in trie.items():
        table[number] = number_of[tuple(sorted(forms[form]))]
    if sys.byteorder == "big":
        table.byteswap()
    (DATA / "french.tags").write_bytes(table.tobytes())
    (DATA / "french.tagsets.json").write_text(json.dumps(sets, ensure_ascii=False, indent=None) + "\n", "utf-8")


def english_words(scowl: Path) -> set[str]:
    """SCOWL up to the sizes above, American and British spelling."""
    words: set[str] = set()
    for path in sorted(scowl.iterdir()):
        match = re.fullmatch(r"(english|american|british)-(words|upper|abbreviations|proper-names)\.(\d+)", path.name)
        if match and int(match[3]) <= SCOWL[match[2]]:
            for word in path.read_text("latin-1").split():
                if "'" not in word and (len(word) > 1 or word in _ONE_LETTER):
                    words.add(word)
    return words


def save_pairs(words: Counter[str], pairs: Counter[str]) -> None:
    """The bigram model: costs of the pairs, and the back-off of each word that opens one."""
    total = sum(words.values())
    kept: defaultdict[str, list[int]] = defaultdict(list)
    for pair, count in pairs.items():
        kept[pair.split(" ")[0]].append(count)
    free = {w: 1 - sum(c - DISCOUNT for c in counts) / words[w] for w, counts in kept.items()}
    costs: dict[str, float] = {}
    for pair, count in pairs.items():
        first, second = pair.split(" ")
        costs[pair] = -math.log((count - DISCOUNT) / words[first] + free[first] * words[second] / total)
    save_costs("pairs", costs)
    trie = marisa_trie.Trie()
    trie.load(str(DATA / "words.trie"))
    table = bytearray(len(trie))
    for word, share in free.items():
        table[trie[word]] = quantise(-math.log(share))
    (DATA / "words.backoff").write_bytes(table)


def save_letters(words: Iterable[str]) -> Letters:
    """The letter model: sequences with their costs, and the back-off of those that are contexts."""
    costs, backoff = letter_costs(re.sub(r"\d", "0", word) for word in sorted(words))
    trie = save_costs("letters", costs)
    table = bytearray(len(trie))
    for context, cost in backoff.items():
        table[trie[context]] = quantise(cost)
    (DATA / "letters.backoff").write_bytes(table)
    return costs, backoff


def at_most(table: Mapping[str, float], letters: Letters, new: float) -> dict[str, float]:
    """The costs, but none higher than that of a new word of its kind with these letters.

    A word that the counts lack (`puces`) is still likelier than the same letters would be as a word nobody has seen.
    """
    return {
        word: min(cost, new + word_cost(re.sub(r"\d", "0", word.lower()), *letters)) for word, cost in table.items()
    }


def french_costs(forms: Mapping[str, frozenset[str]], words: Counter[str]) -> dict[str, float]:
    """Costs of the forms: counted ones by their count, others by how often forms of their morphology are new.

    Good and Turing: the words of a class seen once say how much of the text the unseen ones of that class make up, so
    an unseen infinitive (`réentraîner`) is far likelier than an unseen `réentraînassions`.
    """
    total = sum(words.values())
    once: Counter[frozenset[str]] = Counter()
    unseen: Counter[frozenset[str]] = Counter()
    for form, tags in forms.items():
        count = words[form.lower()]
        once[tags] += count == 1
        unseen[tags] += count == 0
    rate = (sum(once.values()) + 1) / (sum(unseen.values()) + 1)
    costs = {}
    for form, tags in forms.items():
        count = words[form.lower()]
        expected = count or (once[tags] + 20 * rate) / (unseen[tags] + 20)
        costs[form] = -math.log(expected / total)
    return costs


def costs_of(words: Iterable[str], counts: Counter[str]) -> dict[str, float]:
    """-log of the relative frequency; a word never counted is taken for half seen."""
    total = sum(counts.values())
    return {word: -math.log((counts[word] or 0.5) / total) for word in words}


def main(arguments: list[str]) -> None:
    """See the module's docstring."""
    global COUNTS, DATA
    root = Path(arguments[0]) / "usr/share"
    COUNTS, DATA = (Path(given) for given in (*arguments[1:], *(COUNTS, DATA)[len(arguments) - 1 :]))
    DATA.mkdir(exist_ok=True)
    words, pairs = read_counts("words"), read_counts("pairs")
    english_counts, name_counts = read_counts("english"), read_counts("english_names")
    french = french_forms(root / "hunspell")
    english = english_words(root / "dict/scowl")
    english |= {w for w, n in english_counts.items() if n >= LEAST_TECHNICAL and w.isalpha() and len(w) > 2}
    names = all_names(name_counts, english, english_counts, french)
    letters = save_letters({word.lower() for word in (*french, *english, *names)})
    save_french(french, words, letters)
    save_costs("english", at_most(costs_of(english, english_counts + name_counts), letters, NEW_ENGLISH))
    save_costs("names", at_most(costs_of(names, names), letters, NEW_NAME))
    save_costs("words", costs_of(words, words))
    parts = read_counts("identifier_parts")
    save_costs("parts", costs_of(parts, parts))
    save_pairs(words, pairs)


def all_names(
    counts: Counter[str], english: set[str], english_counts: Counter[str], french: Mapping[str, frozenset[str]]
) -> Counter[str]:
    """Names with their counts: of descriptions of software, of French prose, and of the list made by hand."""
    names = Counter({w: n for w, n in counts.items() if n >= LEAST_NAME})
    names.update(read_counts("names"))
    names.update(dict.fromkeys((COUNTS / "curated_names.txt").read_text("utf-8").split(), CURATED))
    names = Counter({w: n for w, n in names.items() if is_name(w, n, english, english_counts, french)})
    written_lower = {w.lower(): n for w, n in names.items() if n >= CURATED and len(w) > 3 and w.isalpha()}
    for word, count in written_lower.items():  # `searxng`, `qwen`: as in the names of packages and models
        if word not in english and word not in french:
            names[word] = max(1, count // 5)
    return names


def is_name(
    word: str, count: int, english: set[str], english_counts: Counter[str], french: Mapping[str, frozenset[str]]
) -> bool:
    """A form that is not just an English or French word with a capital: `LangChain`, `GPU`; not `Vector`."""
    if not _NAME.fullmatch(word):
        return False
    lower = word.lower()
    if lower not in english and lower not in french:
        return True
    return (not word.istitle() and word != lower) or count > 3 * english_counts[lower] + 50 * (lower in french)


if __name__ == "__main__":
    main(sys.argv[1:])
