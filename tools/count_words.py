"""Count the words and word pairs of clean French prose, and the words of English descriptions of software.

    python tools/count_words.py french  OUT_DIR TEXT.txt…     words.tsv, pairs.tsv, names.tsv
    python tools/count_words.py english OUT_DIR LINES.txt…    english.tsv, english_names.tsv

A French text called `NAME.code.txt` holds identifiers among its prose: only its French words are counted.

The texts are not part of the project, the counts are (`tools/counts/`): they are facts, sorted, one a line. A text may
be counted only if its licence asks nothing of what is derived from it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from fixer.french.lexicon import lexicon
from fixer.french.words import UNIT, key

#: Rarer pairs teach little that their words do not.
LEAST_PAIR = 2
#: A name must be written with its capitals that often, inside of sentences, and nearly always.
LEAST_NAME, NAME_SHARE = 2, 0.85

_STOPS = frozenset(".!?:;•|")
_PLAIN = re.compile(r"[«\"(\[]*([^\W\d_]+(?:['’-][^\W\d_]+)*|)[.,;:!?…)\]»\"]*")
_ENGLISH = re.compile(r"[^\W_]+(?:[.+#'’-]+[^\W_]+)*|[.!?:;|]+|\S")


def without_code(line: str) -> str:
    """The line with every token that is not plainly French words and punctuation cut out: a stop takes its place."""
    return " ".join(token if _plainly_french(token) else "\n" for token in line.split())


def _plainly_french(token: str) -> bool:
    match = _PLAIN.fullmatch(token)
    return match is not None and (not match[1] or lexicon().french(match[1]))


def count_french(lines: Iterable[str]) -> tuple[Counter[str], Counter[tuple[str, str]], Counter[str], Counter[str]]:
    """Words by key, pairs of keys (`.` opens a paragraph), and forms with capitals, in sentences and in all."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    capitals: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for line in lines:
        previous = "."
        words[previous] += 1
        for match in UNIT.finditer(line):
            kind = match.lastgroup or "mark"
            this = key(match.group(), kind)
            words[this] += 1
            pairs[previous, this] += 1
            if kind == "word":
                forms[match.group().lower()] += 1
                if previous not in _STOPS and previous != '"' and not match.group().islower():
                    capitals[match.group()] += 1
            previous = this
    return words, pairs, capitals, forms


def count_english(lines: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Words in lower case that were written so, and forms with capitals inside of sentences; once a line."""
    lower: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for line in lines:
        opening, seen = True, set()
        for match in _ENGLISH.finditer(line):
            token = match.group()
            if not token[0].isalnum():
                opening = opening or token[0] in _STOPS
                continue
            seen.add((token, opening))
            opening = False
        for token, opens in seen:
            if token.islower():
                lower[token] += 1
            elif not opens:
                capitals[token] += 1
    return lower, capitals


def names_of(capitals: Counter[str], forms: Counter[str]) -> Counter[str]:
    """The forms that are written with their capitals practically always."""
    return Counter(
        {form: n for form, n in capitals.items() if n >= LEAST_NAME and n >= NAME_SHARE * forms[form.lower()]}
    )


def write(path: Path, counts: Counter[str] | Counter[tuple[str, str]], least: int = 1) -> None:
    """One `key<TAB>count` a line, sorted by key."""
    rows = sorted((k if isinstance(k, str) else " ".join(k), n) for k, n in counts.items() if n >= least)
    path.write_text("".join(f"{k}\t{n}\n" for k, n in rows), encoding="utf-8")


def _lines(paths: list[str]) -> Iterable[str]:
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            yield from without_code(line).split("\n") if path.endswith(".code.txt") else (line,)


def main(arguments: list[str]) -> None:
    """See the module's docstring."""
    language, out, *paths = arguments
    directory = Path(out)
    if language == "french":
        words, pairs, capitals, forms = count_french(_lines(paths))
        write(directory / "words.tsv", words)
        write(directory / "pairs.tsv", pairs, LEAST_PAIR)
        write(directory / "names.tsv", names_of(capitals, forms))
    else:
        lower, names = count_english(_lines(paths))
        write(directory / "english.tsv", lower, 3)
        write(directory / "english_names.tsv", names, 5)


if __name__ == "__main__":
    main(sys.argv[1:])
