"""Does a glossary of 100,000 entries cost more a page than one of 100?

    python bench/glossary_scale.py [--sizes 100 1000 10000 100000]

Entries are made of random words; the text holds a few of their wrong forms among ordinary French words. What is timed
is one pass of matching and of the fuzzy search over the text, with the glossary open and its look-ups warm.
"""

from __future__ import annotations

import argparse
import random
import time

from fixer.french.lexicon import lexicon
from fixer.glossary import Entry, Glossary, Kind, Wrong
from fixer.glossary.compile import build
from fixer.glossary.cover import Cover
from fixer.glossary.fuzzy import names, terms
from fixer.glossary.select import select
from fixer.glossary.store import Layer

_SYLLABLES = (
    "ba be bi bo da de di do fa fe fi ka ke ki ko la le li ma me mi na ne ni pa pe ra re ri sa se ta te ti".split()
)
_COMMON = (
    "le modèle calcule une réponse pour chaque question et les données restent dans un fichier que le serveur lit "
    "avant de répondre à la demande du client sans attendre la fin de la page"
).split()
_WORDS = 50_000


def _word(random_: random.Random, syllables: int) -> str:
    return "".join(random_.choice(_SYLLABLES) for _ in range(syllables))


def _entries(size: int, random_: random.Random) -> dict[str, Entry]:
    out = {}
    for number in range(size):
        term = _word(random_, 4).capitalize()
        wrong = f"{_word(random_, 3)} {random_.choice(('de', 'à'))} {_word(random_, 3)}"
        kind = Kind.ENTITY if number % 2 else Kind.TERM
        out[f"e{number}"] = Entry(f"e{number}", term, kind, gender="m", wrong=(Wrong(wrong),), fuzzy=number % 2 == 1)
    return out


def _text(entries: dict[str, Entry], random_: random.Random) -> str:
    chosen = random_.choices(list(entries.values()), k=_WORDS // 200)
    words = random_.choices(_COMMON, k=_WORDS)
    for entry in chosen:
        words[random_.randrange(_WORDS)] = entry.wrong[0].form
        words[random_.randrange(_WORDS)] = entry.term[:-1]
    return " ".join(words)


def _time(size: int) -> tuple[float, float, float, float]:
    random_ = random.Random(size)
    entries = _entries(size, random_)
    start = time.perf_counter()
    data = build(entries, [])
    built = time.perf_counter() - start
    start = time.perf_counter()
    glossary = Glossary((Layer(data),), (frozenset(),))
    tags, known = lexicon().tags, lexicon().known
    select(glossary, "Un mot.", tags)
    opened = time.perf_counter() - start
    best_exact = best_fuzzy = float("inf")
    for turn in range(3):
        text = _text(entries, random_) + " fin" * turn
        start = time.perf_counter()
        select(glossary, text, tags)
        best_exact = min(best_exact, time.perf_counter() - start)
        start = time.perf_counter()
        list(names(text, glossary, known, Cover()))
        list(terms(text, glossary, Cover()))
        best_fuzzy = min(best_fuzzy, time.perf_counter() - start)
    return built, opened, best_exact, best_fuzzy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000, 100_000])
    print(f"{'entries':>8} {'compile s':>10} {'open ms':>8} {'exact ms':>9} {'fuzzy ms':>9}   ({_WORDS} words)")
    for size in parser.parse_args().sizes:
        built, opened, exact, fuzzy = _time(size)
        print(f"{size:8} {built:10.2f} {1000 * opened:8.1f} {1000 * exact:9.1f} {1000 * fuzzy:9.1f}")


if __name__ == "__main__":
    main()
