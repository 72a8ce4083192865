"""Shapes that look like joins and often are none: what is never cut, and what is at most suggested.

The forest judges by numbers; these are the classes of words that made it wrong on human prose, each with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fixer.french.lexicon import Lexicon
from fixer.french.segmentation.evidence import FUNCTION, PREFIXES
from fixer.french.segmentation.lattice import Path
from fixer.french.segmentation.units import WORDS, Kind, Unit

#: The confidence of what is at most suggested, of what is not worth a question, and of what is refused.
DOUBTFUL, UNLIKELY, NEVER = 0.8, 0.5, 0.0

#: `fichier.exe`, `test-sortie.txt`, `example.com`: an extension or a domain, not the next sentence.
_EXTENSIONS = frozenset(
    """ai app bat bin bz2 cc cfg cloud co com conf cpp cs css csv dat db dev dll doc docx env eu exe fr gif git gov
    go gz htm html ico ini io ipynb jar java jpeg jpg js json jsx key lock log md mjs mp3 mp4 net numpy org parquet pdf
    php     pkl png ppt pptx ps1 py pyc pyd pyw rb rs rst sh so sql sqlite svg
    tar tex tgz toml ts tsv tsx txt vue wav webp
    whl xls xlsx xml yaml yml zip""".split()
)
#: Prefixes that make new words every day: surapprentissage, désenregistrer, sous-ensemble without its hyphen.
_PRODUCTIVE = frozenset(
    """anti auto co contre cyber dé dés ex extra hyper infra inter intra macro méga méta micro mini mono multi néo non
    para poly post pré pro proto pseudo quasi ré re rétro semi sous super supra sur télé trans ultra uni""".split()
)
#: Little words that surnames end in: Nikolaou, Dupré on.
_NAME_ENDINGS = frozenset(["a", "an", "au", "en", "es", "est", "et", "on", "ou", "un", "y", "le", "la", "de", "des"])
#: How many times as frequent in French a word must be to count as French alone.
_RATHER = 0.25
_ELLIPSIS = re.compile(r"\W*(?:\.\.|…)")
_LIST = re.compile(r"\.\.\.,|,\.\.|,…")
_ARGUMENTS = re.compile(r"\W*[\w.]+\([^()]*,\W*")
_PATH = re.compile(r"(?:[/_]|(?<!-)-(?!-)).*(?:[/_]|(?<!-)-(?!-))")


def ceiling(text: str, path: Path, lexicon: Lexicon) -> float:
    """The highest confidence that the split may have."""
    if _ELLIPSIS.match(text) or _LIST.search(text):
        return NEVER
    lowest = DOUBTFUL if _PATH.search(text) and _foreign_parts(text, path) else 1.0
    for left, mark, right in _cuts(path):
        a, b = text[left.start : left.end], text[right.start : right.end]
        if mark is not None:
            lowest = min(lowest, _after_mark(text, a, text[mark.start], b, left, lexicon))
        elif right.kind is not Kind.OPEN:
            lowest = min(lowest, _words(text, left, right, lexicon))
        elif _ARGUMENTS.fullmatch(text) and not sure_french(a, lexicon):
            lowest = DOUBTFUL  # Tuple(slices,
    return lowest


def _cuts(path: Path) -> Iterator[tuple[Unit, Unit | None, Unit]]:
    """Each cut: the word before it, the mark between if there is one, and the unit after it."""
    for at in range(1, len(path.units)):
        right = path.units[at]
        if right.start not in path.cuts:
            continue
        mark = path.units[at - 1] if path.units[at - 1].kind is Kind.CLOSE else None
        left = next((unit for unit in reversed(path.units[:at]) if unit.kind in WORDS), path.units[at - 1])
        if right.kind is Kind.ELISION and at + 1 < len(path.units):
            continue
        yield left, mark, right


def _after_mark(text: str, before: str, mark: str, after: str, left: Unit, lexicon: Lexicon) -> float:
    if mark == "." and after.lower() in _EXTENSIONS:
        return NEVER
    if mark in ")]":
        inside = before.lower()
        if inside in PREFIXES or inside in _PRODUCTIVE or lexicon.french(before + after):
            return NEVER  # (dé)référencement, (Ge)Force
    if mark == "," and left.kind in (Kind.NUMBER, Kind.MODEL):
        return NEVER  # A1,A2 and 1,image
    return 1.0


def _words(text: str, left: Unit, right: Unit, lexicon: Lexicon) -> float:
    """Two words without a mark between them."""
    a, b = text[left.start : left.end], text[right.start : right.end]
    if {left.kind, right.kind} & {Kind.OPAQUE, Kind.HAN, Kind.DASH, Kind.NUMBER, Kind.MODEL}:
        return 1.0
    if a[-1].islower() and b[0].islower():
        return _lower(a, b, left, lexicon)
    if not (b[0].isupper() and a[-1:].isalpha()) or a.isupper() or _little(b, lexicon):
        return 1.0
    if a[0].islower():
        sure = sure_french(a, lexicon) or sure_french(b, lexicon) or not lexicon.english(a) or not lexicon.english(b)
        return 1.0 if sure and a != "on" else DOUBTFUL  # onMounted, addViolation
    if _little(a, lexicon) or text[left.start - 1 : left.start] in ("'", "’"):
        return 1.0
    tags = lexicon.tags(b)
    if "prep" in tags or (tags and not tags & {"nom", "adj", "npr", "patr"}):
        return 1.0  # DonnéesDepuis, InstallationVoir: a sentence begins
    if right.kind is Kind.NAME and lexicon.tags(a) & {"inf", "impe"}:
        return 1.0  # VérifierPinecone
    return DOUBTFUL  # NeuralProphète, AdresseIp: two capitals are how identifiers and brands are written


def _little(word: str, lexicon: Lexicon) -> bool:
    return word.lower() in FUNCTION and lexicon.french(word)


def _lower(a: str, b: str, left: Unit, lexicon: Lexicon) -> float:
    """Two words in lower case."""
    if a.lower() in _PRODUCTIVE and b not in FUNCTION:
        return UNLIKELY
    if not sure_french(a, lexicon) and not sure_french(b, lexicon):
        return DOUBTFUL  # timeslices, onfocus: English makes such words
    proper = a[0].isupper() and left.kind is Kind.ENGLISH and not lexicon.english(a.lower()) and not lexicon.name(a)
    return DOUBTFUL if proper and b in _NAME_ENDINGS else 1.0


def sure_french(word: str, lexicon: Lexicon) -> bool:
    """French, and not rather English, by how often technical prose of either language has it."""
    if not lexicon.french(word):
        return False
    if word.lower() in FUNCTION or not lexicon.english(word.lower()):
        return True
    return lexicon.frequency(word) > _RATHER * lexicon.english_frequency(word.lower())


def _foreign_parts(text: str, path: Path) -> bool:
    return any(unit.kind in WORDS and unit.kind is not Kind.FRENCH for unit in path.units)
