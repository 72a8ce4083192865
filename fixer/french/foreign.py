"""Runs of another language in Latin script inside of French prose, told by their function words.

A run is a row of words that the other language has; French words end it. It counts if it holds function words that
French does not have (`the`, `with`, `traducido del chino`). The words of a language alone prove nothing: French
technical prose is full of English nouns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fixer.french.lexicon import Lexicon
from fixer.french.scripts import cjk_share
from fixer.french.sentences import sentence_at
from fixer.lazy import pattern, simple_pattern
from fixer.text import Span

FUNCTION_WORDS = {
    "English": frozenset(
        "the of and to with this that these those your you is are was were be been being from by how what which when "
        "where who why will would can could should may might must not it its they their them we our us he his she her "
        "into onto about all any some there here have has had do does did if then than but at an or my i'm don't "
        "it's you're let's without within between through using use learn get make never more most no so".split()
    ),
    "Spanish": frozenset(
        "el los del al por para con una este esta estos estas como más pero sus fue ser está están sido aún traducido "
        "muy también cuando donde porque sobre ha han lo chino ía nuestro nuestra".split()
    ),
    "German": frozenset(
        "der das und ist nicht mit für auf den dem ein eine einen einem einer wird werden von zu im auch sich bei "
        "nach wie oder über durch können".split()
    ),
    "Italian": frozenset(
        "il della delle degli dei gli sono anche questo questa questi che nella nelle dalla dal alla alle più "
        "perché come essere stato".split()
    ),
    "Portuguese": frozenset(
        "não uma são você vocês dos das pelo pela também está estão foi ser isso isto mais seu sua uns nas".split()
    ),
}
_FRENCH_TOO = frozenset("on or me as a an but dos des".split())
_WORD = pattern(r"[\p{L}\p{M}\p{N}]++(?:['’\-][\p{L}\p{N}]++)*+|[^\s\p{L}\p{N}]")
_GAP = frozenset(",-'’:&/+")
_GRAMMAR = frozenset({"mg"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch in another language; `functions` are the function words that give it away."""

    span: Span
    language: str
    functions: tuple[str, ...]
    words: int


_TELLING = (
    "the with this that your you how from are is of and to by what which when will can not using "
    "it was were never some any must should has have had more alone everywhere "
    "del por para los una traducido und der das nicht für della sono gli não uma você"
).split()
_OPENING = "The This Your How To What You Stay Never Do Press Any Some No It Users Thanks".split()
# One literal character in front lets `re` leap from one to the next.
_HINTS = (
    simple_pattern(rf" (?:{'|'.join(_TELLING)})[ ,.:;]", needs=tuple(f" {word}" for word in _TELLING)),
    simple_pattern(rf"[\[\ufffc](?:{'|'.join(_TELLING)}) ", needs=("[", "\ufffc")),
    simple_pattern(rf"[\n ](?:{'|'.join(_OPENING)}) ", needs=tuple(f"{word} " for word in _OPENING)),
)


def hints(text: str) -> list[int]:
    """Where there is a word that French does not have; the lines of these are worth a look."""
    return sorted(match.start() + 1 for pattern in _HINTS for match in pattern.finditer(text))


def runs(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Run]:
    """The runs of other languages in a stretch of text; one has at least two words.

    Words that both languages have (`multiple documents`) belong to a run that goes on after them, never to its edges.
    """
    row: list[tuple[int, int, str]] = []
    last = 0
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        foreign = _foreign(word, lexicon)
        if foreign or (row and _shared(word, lexicon)):
            row.append((match.start(), match.end(), word))
            last = len(row) if foreign else last
            continue
        yield from _run(row[:last])
        row, last = [], 0
    yield from _run(row[:last])


_MOSTLY = 0.3
_LONGEST = 400


def foreign_at(text: str, position: int, lexicon: Lexicon) -> bool:
    """True if the sentence around `position` is Chinese, or what stands right before it is another language.

    French puts a space before `!`, English does not: `No more spaghetti prompts!` is not a fault of spacing.
    """
    span = sentence_at(text, max(0, position - 1))
    start, end = max(span.start, position - _LONGEST), min(max(span.end, position), position + _LONGEST)
    if cjk_share(text[start:end]) > _MOSTLY:
        return True
    return any(
        run.span.end == position and (run.words > 2 or run.span.start == start)
        for run in runs(text, start, position, lexicon)
    )


def _foreign(word: str, lexicon: Lexicon) -> bool:
    if not word[0].isalpha():
        return False
    lower = word.lower().replace("’", "'")
    if any(lower in words for words in FUNCTION_WORDS.values()):
        return True
    rare = lexicon.english(lower) and lexicon.frequency(lower) < 20
    return not lexicon.french(lower) or rare


def _shared(word: str, lexicon: Lexicon) -> bool:
    if not word[0].isalpha():
        return word in _GAP or word.isdigit()
    return lexicon.english(word) and not _GRAMMAR & lexicon.tags(word.lower())


def _run(row: list[tuple[int, int, str]]) -> Iterator[Run]:
    while row and not row[0][2][0].isalpha():
        row = row[1:]
    while row and not row[-1][2][0].isalpha():
        row = row[:-1]
    words = [word.lower().replace("’", "'") for _, _, word in row if word[0].isalpha()]
    if len(words) < 2:
        return
    best: str = ""
    found: tuple[str, ...] = ()
    for language, telling in FUNCTION_WORDS.items():
        here = tuple(word for word in words if word in telling and word not in _FRENCH_TOO)
        if len(here) > len(found):
            best, found = language, here
    if found:
        yield Run(Span(row[0][0], row[-1][1]), best, found, len(words))
