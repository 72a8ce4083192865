"""One peer in a process of its own: `python wrap.py NAME < texts.jsonl > answers.jsonl`.

Reads `{"text": …}` a line; writes `{"text": …}` or `{"edits": [[start, end, new], …]}` a line, and last
`{"seconds": …}`, the processor time (its own and its children's) without loading. Runs in the peers' environment and
imports nothing of ours.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

Edits = list[tuple[int, int, str]]
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def hunspell(words: Iterable[str]) -> dict[str, list[str]]:
    """The suggestions for each unknown word, by one run of the program."""
    return _ispell(["hunspell", "-a", "-d", "fr_FR", "-i", "UTF-8"], sorted(set(words)))


def _ispell(command: list[str], words: list[str]) -> dict[str, list[str]]:
    """The pipe protocol of Ispell: a line `& word count offset: suggestions` or `# word offset` for what is unknown."""
    done = subprocess.run(
        command, input="".join(f"^{word}\n" for word in words), capture_output=True, text=True, check=True
    )
    unknown: dict[str, list[str]] = {}
    answers = iter(done.stdout.splitlines()[1:])
    for word in words:
        for line in iter(lambda: next(answers, ""), ""):
            if line[0] == "&" and line.split()[1] == word:
                unknown[word] = line.partition(": ")[2].split(", ")
            elif line[0] == "#" and line.split()[1] == word:
                unknown[word] = []
    return unknown


def nuspell(words: Iterable[str]) -> dict[str, list[str]]:
    listed = sorted(set(words))
    done = subprocess.run(
        ["nuspell", "-d", "fr_FR", "--encoding=UTF-8"],
        input="\n".join(listed) + "\n",
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    found = re.findall(
        r"^(?:Enter some text: )?(?:& Wrong: (\S+?)\. How about: (.*)|# Wrong: (\S+?)\. No)", done.stdout, re.M
    )
    return {word or bare: suggestions.split(", ") if word else [] for word, suggestions, bare in found}


def spelling(
    unknown: Callable[[Iterable[str]], dict[str, list[str]]], only_splits: bool
) -> Callable[[list[str]], list[Edits]]:
    """Apply the first suggestion for every unknown word, or the first that only inserts blanks and hyphens."""

    def work(texts: list[str]) -> list[Edits]:
        known = unknown(match.group() for text in texts for match in WORD.finditer(text))
        return [[edit for match in WORD.finditer(text) for edit in choose(match, known)] for text in texts]

    def choose(match: re.Match[str], known: dict[str, list[str]]) -> Edits:
        suggestions = known.get(match.group(), [])
        if only_splits:
            suggestions = [one for one in suggestions if re.sub("[ -]", "", one) == re.sub("[ -]", "", match.group())]
        return [(*match.span(), suggestions[0])] if suggestions else []

    return work


def gated(split: Callable[[str], str]) -> Callable[[list[str]], list[Edits]]:
    """A splitter that is shown only the words that Hunspell does not know."""

    def work(texts: list[str]) -> list[Edits]:
        words = sorted({match.group() for text in texts for match in WORD.finditer(text)})
        command = ["hunspell", "-l", "-d", "fr_FR", "-i", "UTF-8"]
        done = subprocess.run(command, input="\n".join(words), capture_output=True, text=True, check=True)
        unknown = set(done.stdout.split("\n"))
        out = []
        for text in texts:
            found = [match for match in WORD.finditer(text) if match.group() in unknown]
            out.append([(*match.span(), split(match.group())) for match in found])
        return out

    return work


def grammalecte(typography: bool) -> Callable[[list[str]], list[Edits]]:
    import grammalecte as library

    checker = library.GrammarChecker("fr")
    if not typography:
        checker.gce.setOptions(
            dict.fromkeys(("typo", "apos", "esp", "nbsp", "tu", "unit", "num", "html", "liga"), False)
        )

    def paragraph(text: str, offset: int) -> Edits:
        grammar, words = checker.getParagraphErrors(text, bSpellSugg=True)
        found = [
            (e["nStart"] + offset, e["nEnd"] + offset, e["aSuggestions"][0])
            for e in (*grammar, *words)
            if e["aSuggestions"]
        ]
        return disjoint(found)

    def work(texts: list[str]) -> list[Edits]:
        return [[e for m in re.finditer(r"[^\n]+", text) for e in paragraph(m.group(), m.start())] for text in texts]

    return work


def disjoint(edits: Edits) -> Edits:
    out: Edits = []
    for edit in sorted(edits):
        if not out or edit[0] >= out[-1][1]:
            out.append(edit)
    return out


def wordninja(gate: bool) -> Callable[[list[str]], list[Edits] | list[str]]:
    import wordninja_enhanced

    model = wordninja_enhanced.LanguageModel("fr")
    return gated(model.rejoin) if gate else lambda texts: [model.rejoin(text) for text in texts]


def symspell() -> Callable[[list[str]], list[Edits]]:
    """With the French counts of this project, as the package ships none."""
    from symspellpy import SymSpell

    model = SymSpell(max_dictionary_edit_distance=0, prefix_length=7)
    counts = Path(__file__).parents[2] / "tools" / "counts" / "words.tsv"
    for line in counts.read_text(encoding="utf-8").splitlines():
        word, _, count = line.partition("\t")
        if word.isalpha():
            model.create_dictionary_entry(word, int(count))
    return gated(lambda word: str(model.word_segmentation(word, max_edit_distance=0).segmented_string))


def ftfy() -> Callable[[list[str]], list[str]]:
    from ftfy import TextFixerConfig, fix_text

    config = TextFixerConfig(uncurl_quotes=False, normalization=None, explain=False)
    return lambda texts: [fix_text(text, config) for text in texts]


def french_typo() -> Callable[[list[str]], list[str]]:
    from french_typo import format_text

    return lambda texts: [format_text(text, add_nbsp_enabled=False, format_sup_numbers_enabled=False) for text in texts]


def codespell() -> Callable[[list[str]], list[str]]:
    def work(texts: list[str]) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / f"{number}.txt" for number in range(len(texts))]
            for path, text in zip(paths, texts, strict=True):
                path.write_text(text, encoding="utf-8", newline="")
            program = Path(sys.executable).parent / "codespell"
            subprocess.run(
                [program, "--write-changes", "--quiet-level", "63", folder], capture_output=True, check=False
            )
            return [path.read_bytes().decode() for path in paths]

    return work


def languagetool() -> Callable[[list[str]], list[Edits]]:
    jar = os.environ["LANGUAGETOOL_JAR"]

    def one(text: str) -> Edits:
        command = ["java", "-jar", jar, "--language", "fr", "--json", "-"]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        units = [0]
        for character in text:  # its offsets count UTF-16 units
            units.append(units[-1] + 1 + (ord(character) > 0xFFFF))
        place = {unit: number for number, unit in enumerate(units)}
        return disjoint(
            [
                (place[m["offset"]], place[m["offset"] + m["length"]], m["replacements"][0]["value"])
                for m in json.loads(done.stdout)["matches"]
                if m["replacements"]
            ]
        )

    return lambda texts: [one(text) for text in texts]


PEERS: dict[str, Callable[[], Callable[[list[str]], list[Edits] | list[str]]]] = {
    "hunspell": lambda: spelling(hunspell, only_splits=False),
    "hunspell-splits": lambda: spelling(hunspell, only_splits=True),
    "nuspell": lambda: spelling(nuspell, only_splits=False),
    "grammalecte": lambda: grammalecte(typography=True),
    "grammalecte-grammar": lambda: grammalecte(typography=False),
    "wordninja": lambda: wordninja(gate=False),
    "wordninja-gated": lambda: wordninja(gate=True),
    "symspell-gated": symspell,
    "ftfy": ftfy,
    "french-typo": french_typo,
    "codespell": codespell,
    "languagetool": languagetool,
}


def main() -> None:
    texts = [json.loads(line)["text"] for line in sys.stdin]
    with contextlib.redirect_stdout(sys.stderr):
        work = PEERS[sys.argv[1]]()
        before = os.times()
        answers = work(texts)
        after = os.times()
    for answer in answers:
        print(json.dumps({"text": answer} if isinstance(answer, str) else {"edits": answer}))
    print(json.dumps({"seconds": sum(after[:4]) - sum(before[:4])}))


if __name__ == "__main__":
    main()
