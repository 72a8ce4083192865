"""Splitters that `run_together.py` compares, each a function from text to text that may only insert spaces.

The other tools are wrapped to their advantage: they get the French data they ship, their answers are used only on
tokens that Hunspell's French forms do not know (alone they break sound words), marks around a token are kept from them.
They are fetched, not dependencies:

    python -m venv peers && peers/bin/pip install wordninja-enhanced==3.2.0 wordninja-pp==0.3.1 symspellpy==6.10.1 .
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

Splitter = Callable[[str], str]

_TOKEN = re.compile(r"\S+")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_KNOWN_ENOUGH = re.compile(r"[\W\d_]*|[A-Z0-9]+s?")


def fixer(suggestions: bool = False) -> Splitter:
    """Our own detector: what it applies, or with its suggestions."""
    from fixer.detectors.run_together import run_together
    from fixer.finding import Trust
    from fixer.options import Options
    from fixer.readers import read
    from fixer.resources import resources_for
    from fixer.text import Edit, apply

    least = Trust.SUGGEST if suggestions else Trust.APPLY

    def split(text: str) -> str:
        found = run_together.findings(read(text, "text"), resources_for(Options()))
        edits = [edit for finding in found if finding.trust >= least for edit in finding.edits]
        return apply(text, [Edit.insert(edit.span.start, " ") for edit in edits])

    return split


def wordninja_enhanced() -> Splitter:
    import wordninja_enhanced

    model = wordninja_enhanced.LanguageModel(language="fr")
    return _gated(lambda core: " ".join(model.split(core)))


def wordninja_pp() -> Splitter:
    import wordninja

    model = wordninja.LanguageModel("fr")
    return _gated(lambda core: " ".join(model.split(core)))


def symspell() -> Splitter:
    from symspellpy import SymSpell

    words = SymSpell(max_dictionary_edit_distance=0, prefix_length=7)
    for word, count in _french_counts().items():
        words.create_dictionary_entry(word, count)
    return _gated(lambda core: words.word_segmentation(core, max_edit_distance=0).segmented_string)


def hunspell() -> Splitter:
    """Hunspell's own first suggestion, where it inserts spaces alone."""
    import subprocess

    pipe = subprocess.Popen(
        ["hunspell", "-a", "-d", "fr_FR", "-i", "UTF-8"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert pipe.stdin is not None
    assert pipe.stdout is not None
    stdin, stdout = pipe.stdin, pipe.stdout
    stdout.readline()

    @cache
    def suggest(core: str) -> str:
        stdin.write(f"^{core}\n")
        stdin.flush()
        answers = list(iter(lambda: stdout.readline().strip(), ""))
        first = next((re.search(r"^& .*?: ([^,]+)", answer) for answer in answers if answer[0] == "&"), None)
        return first[1] if first else core

    return _gated(suggest)


SPLITTERS: dict[str, Callable[[], Splitter]] = {
    "fixer": fixer,
    "fixer+suggestions": lambda: fixer(suggestions=True),
    "wordninja-enhanced": wordninja_enhanced,
    "wordninja-pp": wordninja_pp,
    "symspell": symspell,
    "hunspell": hunspell,
}


@cache
def _french_counts() -> dict[str, int]:
    """SymSpell ships no French: it gets the counts our own model has."""
    from pathlib import Path

    table = Path(__file__).parent.parent / "tools" / "counts" / "words.tsv"
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    return {word: int(count) for word, count in rows if word.isalpha()}


def _gated(split: Callable[[str], str]) -> Splitter:
    from fixer.french.lexicon import lexicon

    words = lexicon()

    @cache
    def token(text: str) -> str:
        core = _CORE.search(text)
        if not core or words.french(core.group()) or _KNOWN_ENOUGH.fullmatch(core.group()):
            return text
        found = split(core.group()).strip()
        if "".join(found.split()) != core.group():  # it may only insert spaces
            return text
        return text[: core.start()] + found + text[core.end() :]

    return lambda text: _TOKEN.sub(lambda match: token(match.group()), text)
