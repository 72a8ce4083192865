"""Compile the French-English dictionary into the package.

    python tools/build_dictionary.py

`tools/dictionary/fr-en.tsv` has a French lemma and its English words a line. The trie that comes out leads from a lemma
to its words, and from the content words of a lemma of several words to the same; see `fixer.glossary.bilingual`.
"""

from __future__ import annotations

from pathlib import Path

import marisa_trie

from fixer.french.tables import DATA
from fixer.glossary.bilingual import PHRASE, START, content

SOURCE = Path(__file__).parent / "dictionary" / "fr-en.tsv"


def entries(text: str) -> list[tuple[str, bytes]]:
    """The keys of the trie and their values: English words, comma-separated."""
    out: dict[str, bytes] = {}
    for line in text.splitlines():
        lemma, english = line.split("\t")
        out[lemma] = english.encode()
        words = content(lemma)
        if len(words) > 1:
            out.setdefault(PHRASE + " ".join(words), english.encode())
            out[START + words[0]] = b""
    return sorted(out.items())


def main() -> None:
    found = entries(SOURCE.read_text(encoding="utf-8"))
    marisa_trie.BytesTrie(found).save(str(DATA / "fr-en.trie"))
    print(f"{len(found)} keys")


if __name__ == "__main__":
    main()
