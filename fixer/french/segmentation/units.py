"""The units that a token may be made of: known words, names, numbers, identifiers, and words nobody has seen.

Every unit has a cost, `-log P(kind) - log P(spelling | kind)`, in natural logarithms. `Units.at(text, i)` gives those
that start at a position; which of them fit together is the business of `lattice`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import IntEnum, auto
from typing import NamedTuple

import marisa_trie

from fixer.french.language_model import LanguageModel
from fixer.french.letters import LetterModel
from fixer.french.segmentation.numbered import numbered_name
from fixer.french.words import straight
from fixer.lazy import simple_pattern


class Kind(IntEnum):
    """What a unit is."""

    FRENCH = auto()
    ENGLISH = auto()
    NAME = auto()  # of the lists, of the glossary or of the document
    ACRONYM = auto()  # capitals that no list has
    NUMBER = auto()
    MODEL = auto()  # letters and digits: V3, H800, top5
    IDENTIFIER = auto()  # camelCase, snake_case, dotted, call()
    UNKNOWN = auto()
    ELISION = auto()
    CLOSE = auto()  # marks that stand at the end of a word
    OPEN = auto()  # marks that stand before one
    JOINER = auto()  # hyphen, slash, middle dot
    OPAQUE = auto()  # a code span or a link, whatever is in it
    HAN = auto()  # Chinese left over
    DASH = auto()  # `--` between two clauses


#: Kinds that are words: what a lost space can stand between.
WORDS = frozenset(
    {
        Kind.FRENCH,
        Kind.ENGLISH,
        Kind.NAME,
        Kind.ACRONYM,
        Kind.NUMBER,
        Kind.MODEL,
        Kind.IDENTIFIER,
        Kind.UNKNOWN,
        Kind.OPAQUE,
        Kind.HAN,
        Kind.DASH,
    }
)


class Unit(NamedTuple):
    """`text[start:end]`; `key` is what the language model knows it by."""

    start: int
    end: int
    kind: Kind
    key: str
    cost: float  # beside what the language model says of `key`; see `in_model`
    in_model: bool = True


HOLE = "\ufffc"

_CAPITAL = 2.5  # a capital inside of a sentence
_CAPITALS = 5.0  # a common word all in capitals
_ACRONYM = 6.0
_STRAY = 14.0  # a character that nothing explains
_MODEL = 6.5
_UNKNOWN = 5.5
_UNKNOWN_NAME = 5.5
_IDENTIFIER = 6.5
_ACCENTED = 9.0  # an accent inside of an identifier
_VARIABLE = 8.0  # a letter by itself: `k`, `R`-CNN
_LITTLE_TAIL = 8.0  # two small letters after a number: a word rather (`R1et`)
_NUMBERED_NAME = 9.0  # `base64`, `python3`
_LAST_CAPITAL = 3.0  # a capital that ends a name
_INITIALS = 7.0
_CASED = 0.35  # of a name in a case of its own, each letter

_ELIDED = simple_pattern(r"(?:[ldjmtsnc]|(?:jus|lors|pres|puis|quel|quoi)?qu)['’ʼ](?=\w)", re.IGNORECASE)
_HAN = simple_pattern(r"[\u3400-\u9fff]+")
_LETTERS = simple_pattern(r"[^\W\d_]+")
_UPPER = simple_pattern(r"[A-ZÀ-ÖØ-ÞŒÆ]{2,}")
_NUMBER = simple_pattern(r"\d+(?:[.,]\d+)*")
_MODEL_NAME = simple_pattern(
    r"[A-Za-z]{1,10}\d+(?:\.\d+)*[a-zA-Z]?(?![a-zà-ÿ])|\d+(?:\.\d+)*(?:[A-Z]{1,2}|[a-z])(?![^\W_])"
)
#: The name of a version before a word in lower case: H800|pour, IPv4|sont, G1|vise.
_VERSION = simple_pattern(r"[A-Z][A-Za-z]{0,9}\d+(?:\.\d+)*(?=[a-zà-ÿ]{2})")
#: Lower-case technical names with a number: base64, utf8, i2c, python3.
_NUMBERED = simple_pattern(r"[a-z]+\d+(?![^\W_])")
#: The initial of a title or of a first name: M. Dupont.
_INITIAL = simple_pattern(r"(?:[A-Z]|Mme|Dr)(?=\.\W*$)")
_SNAKE = simple_pattern(r"_*[a-zA-Z][a-zA-Z0-9]*(?:_+[a-zA-Z0-9]+)+(?:\(\))?|_+[a-zA-Z][a-zA-Z0-9]*_*|[a-zA-Z]\w*\(\)")
_LOW = "a-zß-öø-ÿœæ"
_CAP = "A-ZÀ-ÖØ-ÞŒÆ"
_CALL = simple_pattern(r"[A-Za-z_][\w.]*\([^()\s]{0,40}\)")
_CAMEL = simple_pattern(rf"[{_LOW}{_CAP}][{_LOW}0-9]*(?:[{_CAP}]+[{_LOW}0-9]*)+")
_HUMP = simple_pattern(rf"[{_CAP}]+(?![{_LOW}])|[{_CAP}]?[{_LOW}]+|\d+")
_TAIL = simple_pattern(r"[A-Za-z]{0,10}\d(?:[\d._]*\d)?(?:[A-Za-z]{1,2}(?![^\W\d_]))?")
_DOTTED = simple_pattern(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+|\.[a-z]\w+")
_CLOSERS = '.,;:!?…)]}»”"'
_OPENERS = '([{«“"'
_DASH = simple_pattern(r"(?<!-)--(?=[A-ZÀ-Þ][a-zß-ÿœ'’])")
_JOINERS = "-/·‑"
_PLURAL = simple_pattern(r"\((?:s|x|e|es|ne|nes|le|les|e\)\(s|trice|rice|euse)\)")


class Units:
    """Finds units. `extra` are names that only this document or its glossary knows, with their costs."""

    def __init__(self, model: LanguageModel, letters: LetterModel, extra: Mapping[str, float] | None = None) -> None:
        self._model = model
        self._letters = letters
        self._extra = dict(extra or {})
        self._extra_trie = marisa_trie.Trie(self._extra) if self._extra else None

    def at(self, text: str, start: int) -> list[Unit]:
        """The units of `text` that start at `start`."""
        char = text[start]
        if char == HOLE:
            return [Unit(start, start + 1, Kind.OPAQUE, "-", 0.0, False)]
        han = _HAN.match(text, start)
        if han:
            return [Unit(start, han.end(), Kind.HAN, "-", 0.0, False)]
        if start and text[start - 1] == "-" and char.isalnum():
            return [*self._plain(text, start, char), *self._tails(text, start)]
        return self._plain(text, start, char)

    def _plain(self, text: str, start: int, char: str) -> list[Unit]:
        if char.isalpha() or char == "_":
            stray = Unit(start, start + 1, Kind.UNKNOWN, "", _STRAY, False)
            return [*self._words(text, start), stray]
        if char.isdecimal():
            return list(self._numbers(text, start))
        return list(self._marks(text, start))

    def _tails(self, text: str, start: int) -> Iterator[Unit]:
        """Later parts of the name of a model or a package, between hyphens: `claude-sonnet-4-5-32k`."""
        match = _TAIL.match(text, start)
        if match:
            cost = 5.0 + 1.5 * len(match.group()) + (_LITTLE_TAIL if match.group()[-2:].islower() else 0.0)
            yield Unit(start, match.end(), Kind.MODEL, "", cost, False)

    def _marks(self, text: str, start: int) -> Iterator[Unit]:
        char = text[start]
        plural = _PLURAL.match(text, start)
        if plural:
            yield Unit(start, plural.end(), Kind.CLOSE, "", 0.5, False)
        if char in _CLOSERS:
            yield Unit(start, start + 1, Kind.CLOSE, "," if char == "," else ")" if char in ")]}" else ".", 0.0, False)
        if char in _OPENERS:
            yield Unit(start, start + 1, Kind.OPEN, "(", 0.0, False)
        dash = _DASH.match(text, start)
        if dash:
            yield Unit(start, dash.end(), Kind.DASH, "-", 2.0, False)
        if char in _JOINERS:
            yield Unit(start, start + 1, Kind.JOINER, "-", 0.0, False)
        if char == ".":
            dotted = _DOTTED.match(text, start)
            if dotted:
                yield self._identifier(start, dotted.group())

    def _numbers(self, text: str, start: int) -> Iterator[Unit]:
        match = _NUMBER.match(text, start)
        assert match is not None  # a digit is there
        yield Unit(start, match.end(), Kind.NUMBER, "0", 0.0)
        model = _MODEL_NAME.match(text, start)
        if model:
            yield Unit(start, model.end(), Kind.MODEL, "0", _MODEL + 2.0, False)

    def _words(self, text: str, start: int) -> list[Unit]:
        found: list[Unit] = []
        elision = _ELIDED.match(text, start)
        if elision:
            found.append(Unit(start, elision.end(), Kind.ELISION, straight(elision.group().lower()), 0.0))
        rest = straight(text[start : start + 40])
        lower = rest.lower()
        self._known(found, text, start, rest, lower)
        run = _LETTERS.match(text, start)
        if run:
            self._acronyms(found, text, start)
            found.extend(self._unknown(text, start, run.end()))
        self._technical(found, text, start)
        return found

    def _known(self, found: list[Unit], text: str, start: int, rest: str, lower: str) -> None:
        model = self._model
        seen: set[int] = set()
        for word in model.french_prefixes(lower):
            size = len(word)
            penalty = case_penalty(text, start, size)
            if penalty is not None and (size > 1 or text[start] in "aàyôAÀ"):
                seen.add(size)
                found.append(Unit(start, start + size, Kind.FRENCH, word, penalty))
        if rest != lower:
            for word in model.french_prefixes(rest):
                if len(word) not in seen and len(word) > 1 and not word.islower():
                    seen.add(len(word))
                    found.append(Unit(start, start + len(word), Kind.FRENCH, word, 0.0))
        for name in model.name_prefixes(rest):
            if len(name) > 1:
                found.append(Unit(start, start + len(name), Kind.NAME, name, 0.0))
                seen.add(len(name))
        if self._extra_trie is not None:
            for name in self._extra_trie.prefixes(rest):
                found.append(Unit(start, start + len(name), Kind.NAME, name, self._extra[name], False))
                seen.add(len(name))
        for word in (*model.english_prefixes(lower), *(model.english_prefixes(rest) if rest != lower else ())):
            size = len(word)
            penalty = 0.0 if rest.startswith(word) and not word.islower() else case_penalty(text, start, size)
            if size not in seen and size > 1 and penalty is not None:
                seen.add(size)
                found.append(Unit(start, start + size, Kind.ENGLISH, word, penalty * 0.6))

    def _acronyms(self, found: list[Unit], text: str, start: int) -> None:
        match = _UPPER.match(text, start)
        if not match or (start and text[start - 1].isupper()):
            return
        ends = [match.end()]
        after = text[match.end() : match.end() + 2]
        if after[:1].islower():
            ends.append(match.end() - 1)
            if after[0] == "s" and not after[1:].islower():
                ends.append(match.end() + 1)
        for end in ends:
            if 2 <= end - start <= 7:
                found.append(Unit(start, end, Kind.ACRONYM, "", _ACRONYM + 2.4 * (end - start), False))

    def _unknown(self, text: str, start: int, stop: int) -> Iterator[Unit]:
        """A word of no lexicon: up to the end of the letters, or up to a capital."""
        capital = text[start].isupper()
        for end in range(start + 2, stop + 1):
            if end < stop and not (text[end].isupper() and text[end - 1].islower()):
                continue
            word = text[start:end]
            if not (word[1:].islower()):
                continue
            cost = self._letters.cost(word) + (_UNKNOWN_NAME if capital else _UNKNOWN)
            yield Unit(start, end, Kind.UNKNOWN, "", cost, False)

    def _technical(self, found: list[Unit], text: str, start: int) -> None:
        after = text[start + 1 : start + 2]
        if not after.isalpha() and (not start or not text[start - 1].isalnum()):
            found.append(Unit(start, start + 1, Kind.NAME, "", _VARIABLE, False))
        for pattern in (_SNAKE, _DOTTED, _CALL):
            match = pattern.match(text, start)
            if match and (not start or not text[start - 1].isalnum() or not match.group()[0].isdigit()):
                found.append(self._identifier(start, match.group()))
        camel = _CAMEL.match(text, start)
        if camel:
            found.extend(self._camels(start, camel.group()))
        self._versions(found, text, start)
        model = _MODEL_NAME.match(text, start)
        if model and any(c.isupper() for c in model.group()[:1]):
            letters = sum(c.isalpha() for c in model.group())
            found.append(Unit(start, model.end(), Kind.MODEL, "0", _MODEL + 2.0 * letters, False))

    def _versions(self, found: list[Unit], text: str, start: int) -> None:
        if start and text[start - 1].isalnum() and text[start].islower() and not text[start - 1].islower():
            return
        version = _VERSION.match(text, start)
        if version:
            letters = sum(c.isalpha() for c in version.group())
            found.append(Unit(start, version.end(), Kind.MODEL, "0", _MODEL + 2.0 * letters, False))
        numbered = _NUMBERED.match(text, start)
        if numbered:
            known = numbered_name(numbered.group(), self._is_name, self._model.foreign)
            cost = _NUMBERED_NAME if known else _IDENTIFIER + self.hump_cost(numbered.group().rstrip("0123456789"))
            found.append(Unit(start, numbered.end(), Kind.NAME, "", cost, False))
        initial = _INITIAL.match(text, start)
        if initial:
            found.append(Unit(start, initial.end(), Kind.NAME, "", _INITIALS, False))

    def _is_name(self, word: str) -> bool:
        return word in self._model.name_prefixes(word)

    def _camels(self, start: int, text: str) -> Iterator[Unit]:
        """The identifiers that a run of humps may be: two humps or more, from its start, or up to its last capital
        before a small letter (`InnoDB|le`, `VisualVM|ou`)."""
        cost = _IDENTIFIER
        for number, hump in enumerate(_HUMP.finditer(text)):
            capitals = number and text[hump.start() - 1].isupper() and hump.group()[0].isupper()
            if capitals and hump.group()[1:].islower():
                yield Unit(start, start + hump.start() + 1, Kind.IDENTIFIER, "", cost + _LAST_CAPITAL, False)
            cost += self.hump_cost(hump.group().lower())
            if number:
                yield Unit(start, start + hump.end(), Kind.IDENTIFIER, "", cost, False)

    def _identifier(self, start: int, text: str) -> Unit:
        name, bracket, arguments = text.partition("(")
        cost = _IDENTIFIER + sum(self.hump_cost(hump.lower()) for hump in _HUMP.findall(name))
        cost += 0.8 * len(bracket + arguments)
        return Unit(start, start + len(text), Kind.IDENTIFIER, "", cost, False)

    def hump_cost(self, part: str) -> float:
        """Cost of a word inside of an identifier: English is the rule there, French the exception."""
        if not part.isascii():
            return _ACCENTED + min(5.0 + self._letters.cost(part), self._model.unigram_cost(part))
        if part.isdecimal() or len(part) == 1:
            return 3.0
        return min(
            self._model.part_cost(part),
            5.0 + self._letters.cost(part),
            7.0 + self._model.unigram_cost(part),
        )


def case_penalty(text: str, start: int, size: int) -> float | None:
    """What the case of a common word costs; None if a common word is not written so (`mAison`)."""
    word = text[start : start + size]
    if word.islower():
        return 0.0
    if size > 1 and word.isupper():
        return _CAPITALS
    if word[0].isupper() and (size == 1 or word[1:].islower()):
        return _CAPITAL
    return None
