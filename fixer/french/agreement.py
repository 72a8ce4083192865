"""Repairing the French before a replaced noun phrase; `concord` looks at what stands behind it.

    before("de la ", Phrase("formation", "f"), Phrase("entraînement", "m"))  ->  cut "de la ", write "de l'"

Pure functions. Each says whether its repair is *certain*; what is not may be proposed, never made silently. Only
closed classes are touched: articles and contractions, demonstratives, possessives, a few adjectives before the noun.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from fixer.french.determiners import ADJECTIVES, DETERMINERS, Form, adjective, determiner
from fixer.french.elision import ELIDED, FULL, elides
from fixer.french.words import straight
from fixer.lazy import pattern


@dataclass(frozen=True)
class Phrase:
    """A noun phrase, or another phrase (gender None).

    `bare`: a name that takes no article, as a company's; `sure`: without exception.
    """

    text: str
    gender: str | None = None
    plural: bool = False
    bare: bool = False
    sure: bool = True


@dataclass(frozen=True)
class Left:
    """Replace the last `cut` characters before the phrase by `new`. `gender`: what they said of the old phrase."""

    cut: int
    new: str
    certain: bool = True
    gender: str | None = None


_TOKEN = pattern(r"[^\W\d_]+['’]?|\S")
_QUOTES = pattern(r"(?:[\"“*_]{1,3}|«[ \u00a0\u202f]?)$")
_NUMBER = pattern(
    r"(?:(?<!\d)(?!0*[01][ \u00a0])\d[\d \u00a0\u202f.]*"
    r"|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille))[ \u00a0]$",
    regex.IGNORECASE,
)
_REACH = 60
_PREPOSITIONS = {"de": "du", "à": "au"}
_ALL = {"tous": ("m", "f"), "toutes": ("f", "m")}


@dataclass
class _Words:
    """The words that end `left`, in order, each with its place."""

    words: list[tuple[str, int]]

    def lower(self, index: int) -> str:
        return straight(self.words[index][0].lower()) if -len(self.words) <= index else ""


def _tail(left: str) -> _Words:
    """The run of words directly before the phrase: only single spaces and apostrophes between them."""
    text = left[-_REACH:]
    shift = len(left) - len(text)
    words: list[tuple[str, int]] = []
    end = len(text)
    for match in reversed(list(_TOKEN.finditer(text))):
        between = text[match.end() : end]
        token = match.group()
        elided = token[-1] in "'’"
        if not token[0].isalpha() or between not in (("",) if elided else (" ", "\u00a0")):
            break
        words.insert(0, (token, shift + match.start()))
        end = match.start()
    return _Words(words)


def before(left: str, old: Phrase, new: Phrase) -> Left:
    """How the text before a replaced phrase changes. `left` ends where the phrase starts."""
    quote = _QUOTES.search(left, max(0, len(left) - _REACH))
    if quote:
        inner = before(left[: quote.start()], old, new)
        if inner.cut == 0:
            return inner
        return Left(inner.cut + len(quote.group()), inner.new + quote.group(), inner.certain, inner.gender)
    tail = _tail(left)
    count = 0
    while tail.lower(-1 - count) in ADJECTIVES and not (count == 0 and tail.lower(-1) in ("tout", "tous")):
        count += 1
    adjectives = [ADJECTIVES[tail.lower(-1 - i)] for i in reversed(range(count))]
    here = tail.lower(-1 - count)
    if here in DETERMINERS:
        return _determined(left, tail, count, adjectives, old, new)
    if count:
        return _adjectives_only(left, tail, count, adjectives, old, new)
    return _elision(left, tail, new)


def says_number(left: str) -> bool | None:
    """Whether the determiner that ends `left` is a plural one: *les*, *des nouveaux*, *632*; None if there is none."""
    left = left[-_REACH:]
    if _NUMBER.search(left):
        return True
    tail = _tail(_QUOTES.sub("", left))
    count = 0
    while tail.lower(-1 - count) in ADJECTIVES:
        count += 1
    form = DETERMINERS.get(tail.lower(-1 - count))
    return form.plural if form else None


def _elision(left: str, tail: _Words, new: Phrase) -> Left:
    """`de IA` -> `d'IA`, `qu'GPU` -> `que GPU`; nothing else stands before the phrase."""
    word = tail.lower(-1)
    full = FULL.get(word, word)
    if full not in ELIDED:
        return Left(0, "")
    written, start = tail.words[-1]
    wanted = elides(new.text)
    if wanted == (word in FULL):
        return Left(0, "")
    return Left(len(left) - start, _like(written, ELIDED[full] if wanted else full + " "))


def _like(written: str, new: str) -> str:
    """With the capital, and the kind of apostrophe, of what it replaces."""
    if "’" in written:
        new = new.replace("'", "’")
    return new[:1].upper() + new[1:] if written[:1].isupper() else new


def _said(forms: list[Form]) -> str | None:
    genders = {form.gender for form in forms if form.gender}
    return genders.pop() if len(genders) == 1 else None


def _adjectives_only(left: str, tail: _Words, count: int, forms: list[Form], old: Phrase, new: Phrase) -> Left:
    """`premières formations` without a determiner: a heading, or after a preposition."""
    said = _said(forms)
    gender = new.gender or said or old.gender
    if gender is None or (said is None and old.gender is None):
        return Left(0, "", certain=new.gender is None, gender=said)
    start = tail.words[-count][1]
    new_left = _written_adjectives(tail, count, forms, gender, new)
    if new_left == left[start:]:
        return Left(0, "", gender=said)
    return Left(len(left) - start, new_left, gender=said)


def _written_adjectives(tail: _Words, count: int, forms: list[Form], gender: str, new: Phrase) -> str:
    out = ""
    for index, form in enumerate(forms):
        written = tail.words[len(tail.words) - count + index][0]
        last = index == count - 1
        word = adjective(form.lemma, gender, plural=new.plural, vowel=last and elides(new.text))
        out += _like(written, word) + " "
    return out


def _determined(left: str, tail: _Words, count: int, forms: list[Form], old: Phrase, new: Phrase) -> Left:
    written, start = tail.words[-1 - count]
    said_by = DETERMINERS[tail.lower(-1 - count)]
    lemma = said_by.lemma
    said = _said([said_by, *forms])
    gender = new.gender or said or old.gender
    if lemma == "le" and tail.lower(-2 - count) in _PREPOSITIONS and not said_by.plural:
        lemma = _PREPOSITIONS[tail.lower(-2 - count)]
        written, start = tail.words[-2 - count]
        if "’" in tail.words[-1 - count][0]:
            written += "’"
    if new.bare and not count:
        return _bare(left, start, written, lemma, said_by, said, new)
    certain = True
    if gender is None:
        certain = new.plural or not (elides(new.text) is False and said_by.gender is None)
        gender = "m"
    if said_by.plural != new.plural:
        certain = False
    start, head = _all_of(tail, count, said_by, start, gender, new)
    adjectives = _written_adjectives(tail, count, forms, gender, new)
    vowel = elides(adjectives or new.text)
    if said_by.plural and new.plural:
        word = left[tail.words[-1 - count][1] :].split()[0] if lemma == said_by.lemma else ""
        article = _like(written, determiner(lemma, gender, plural=True, vowel=vowel)) if lemma != "des" else word
    else:
        article = _like(written, determiner(lemma, gender, plural=new.plural, vowel=vowel))
    if article[-1:] not in ("'", "’"):
        article += " "
    result = head + article + adjectives
    if result == left[start:]:
        return Left(0, "", certain, said)
    return Left(len(left) - start, result, certain, said)


def _all_of(tail: _Words, count: int, said: Form, start: int, gender: str, new: Phrase) -> tuple[int, str]:
    """`toutes les formations` -> `tous les entraînements`: where the change starts, and the word with its space."""
    word = tail.lower(-2 - count)
    if said.plural and new.plural and word in _ALL:
        written, start = tail.words[-2 - count]
        return start, _like(written, "toutes" if gender == "f" else "tous") + " "
    return start, ""


def _bare(left: str, start: int, written: str, lemma: str, said_by: Form, said: str | None, new: Phrase) -> Left:
    """A name that takes no article: `l'Anthropique` -> `Anthropic`, `de la Profondeur` -> `de DeepSeek`."""
    prepositions = {"le": None, "du": "de", "au": "à", "des": "de"}
    if lemma not in prepositions:
        gender = said or "m"
        article = _like(written, determiner(lemma, gender, plural=False, vowel=elides(new.text)))
        article += "" if article[-1] in "'’" else " "
        return Left(len(left) - start, article, certain=False, gender=said)
    preposition = prepositions[lemma]
    certain = not said_by.plural and new.sure
    if preposition is None:
        return Left(len(left) - start, "", certain, said)
    word = ELIDED[preposition] if preposition == "de" and elides(new.text) else preposition + " "
    return Left(len(left) - start, _like(written, word), certain, said)
