"""Whether words that translate back into a name are that name in their document, or good French.

The evidence, strongest first: a label among names of its field; a half that was left in English; a capital inside of a
sentence on words that technical French does not use, or does not put together, in the company of names.
"""

from __future__ import annotations

from itertools import pairwise

from fixer.detectors._labels import HEADINGS, is_among_names
from fixer.detectors._origin import machine_made
from fixer.document import Document
from fixer.french.lexicon import Lexicon
from fixer.french.words import unaccented
from fixer.glossary import Glossary
from fixer.glossary.backtranslate import Rendering
from fixer.glossary.english import Concept
from fixer.glossary.fields import company
from fixer.glossary.match import opens
from fixer.glossary.skeleton import squash
from fixer.lazy import pattern
from fixer.resources import Resources

FIELD = 2
"""So many concepts of a field must the document hold before its odd words are taken for names or terms of it."""

_COMMON = 10.0
"""Occurrences per million words above which a word with a capital is rather a title or a label than a name."""


def is_name(document: Document, resources: Resources, rendering: Rendering, name: Concept, is_label: bool) -> bool:
    """True if the words of a rendering are rather the name than French; `is_label`: they fill a cell or a bold head."""
    prose, known = document.prose, resources.lexicon
    letters = [word for word in rendering.words if word.isalpha()]
    if is_label and is_among_names(resources.glossary, prose, rendering, name):
        return True
    verbatim = any(_is_verbatim(word, name.term, known) for word in letters)
    reordered = all(word.lower() in name.term.lower() for word in letters)
    translated = machine_made(document, resources)
    if reordered and not (is_label and translated):
        return False  # *l'ORM Doctrine* is good French
    if is_label and len(letters) > 1 and verbatim:
        return True
    if (accented := _is_accented(letters, name, known)) or _is_frenchified(letters, name, known):
        if accented and translated and len(letters[0]) >= _LONG:
            return True
        return company(resources.glossary, prose).of(name.fields, but=name.term) > 0
    inside = not opens(prose, _without_article(prose, rendering.span.start))
    if not rendering.span.of(prose)[:1].isupper() or _says_something(letters, known, inside and translated):
        return False
    around = company(resources.glossary, prose)
    if len(letters) == 1:
        sure = translated or not is_only_listed(name, resources.glossary)
        odd = inside and _is_odd_word(letters[0], known) and not _SURNAME.search(prose[: rendering.span.start][-40:])
        return odd and sure and (around.of(name.fields) >= FIELD or around.size() > 2 * FIELD)
    if is_only_listed(name, resources.glossary):
        enough = FIELD if translated else FIELD + 1
        if around.of(name.fields, but=name.term) < enough:
            return False
    return verbatim or (
        _is_odd_phrase(rendering, resources, common=is_label and translated)
        and (inside or not _is_word(name, known))
        and around.size() >= (1 if inside else FIELD)
    )


def _is_odd_phrase(rendering: Rendering, resources: Resources, common: bool) -> bool:
    """True for words that technical French does not put together; common words, only if `common`."""
    known, words = resources.lexicon, rendering.words
    if all(known.frequency(word) > _COMMON for word in words if word.isalpha()) and not common:
        return False
    return not all(resources.language_model.seen(a, b) for a, b in pairwise(words))


def _is_word(name: Concept, known: Lexicon) -> bool:
    """True for a name that is an English word (*Snowflake*): its translation may well be meant."""
    return name.term[1:].islower() and known.english(name.term.lower())


def _is_accented(words: list[str], name: Concept, known: Lexicon) -> bool:
    """True for a name whose letters have got accents: *Néovim*, *mégaparsec*."""
    word = words[0] if len(words) == 1 else ""
    return word != unaccented(word) and squash(word) == squash(name.term) and not known.known(word)


def _is_frenchified(words: list[str], name: Concept, known: Lexicon) -> bool:
    """True for a coined name that has got a French ending: *Hypercorne* is Hypercorn, *Micronaute* Micronaut."""
    word = words[0].lower() if len(words) == 1 else ""
    coined = word.endswith("e") and not known.known(word) and not known.english(word)
    return coined and len(word) >= _LONG and word[:-1] == name.term.lower()  # a plural may be meant: *Teleports*


_LONG = 6
"""Letters of a name that cannot be met by chance."""


def is_only_listed(name: Concept, glossary: Glossary) -> bool:
    """True for one of the many names by field, which need the company of their field; false for an entry."""
    return name.id is None and name.term not in glossary.names


def _says_something(words: list[str], known: Lexicon, inside: bool) -> bool:
    """True for a name with a verb that stands as verbs stand in French: *Vue utilise…*, *Utiliser Vue*."""
    for word in words:
        tags = known.tags(word.lower())
        if "verbe" not in tags or tags & {"nom", "adj", "ppas"}:
            continue
        if not (inside and word[:1].isupper()) and not ("inf" in tags and inside):
            return True
    return False


def _is_verbatim(word: str, name: str, known: Lexicon) -> bool:
    """True for a word with a capital that the name has as it is: *Git* in `Moyeu Git`, no acronym: *client HTTP*."""
    return (
        word[:1].isupper()
        and not word.isupper()
        and word.lower() in name.lower()
        and (known.name(word) or not known.french(word))
    )


_ARTICLE = pattern(r"(?:^|(?<=[\s|*_«\"(]))(?:L(?:es?|a)[ \u00a0]|L['’]|Une?[ \u00a0]|Des[ \u00a0]|Votre[ \u00a0])$")
_SURNAME = pattern(r"[\p{L}’'-]\W[\W]?\p{Lu}\p{Ll}+ $")
"""A capital before, as of a first name: *Debora Pape*."""
_QUARTERS = frozenset("nord sud est ouest".split())


def _without_article(prose: str, position: int) -> int:
    """Where the article before a position stands, if it opens a sentence: *Le Cerveau* as a title."""
    found = _ARTICLE.search(prose[max(0, position - 8) : position])
    return position - len(found.group()) if found else position


def _is_odd_word(word: str, known: Lexicon) -> bool:
    """True for a French word that no text of the field uses, and that is nothing else."""
    return (
        not word.isupper()
        and "nom" in known.tags(word.lower())
        and word.lower() not in _QUARTERS | HEADINGS
        and not known.english(word)
        and "npr" not in known.tags(word)
        and known.frequency(word) <= _COMMON
    )
