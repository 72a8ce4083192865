"""The glossary as the rest of the project sees it: names to keep, known words, and the matches of a text.

A glossary is a stack of layers: the shipped files, compiled once, and the user's own above. An entry of an upper layer
hides the one of the same id below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from fixer.glossary.fold import fold, fold_form, plain
from fixer.glossary.match import Hit, find
from fixer.glossary.model import Entry, Wrong
from fixer.glossary.store import RIGHT, Layer
from fixer.lazy import simple_pattern
from fixer.text import Span

_WORD = simple_pattern(r"[^\W_]+")
_HAN = simple_pattern(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Glossary:
    """`layers` from below to above; `hidden` holds, for each, the ids that a layer above replaces."""

    layers: tuple[Layer, ...]
    hidden: tuple[frozenset[str], ...]

    @cached_property
    def hash(self) -> str:
        """Of the contents, for the signature of reports."""
        from hashlib import blake2b

        digest = blake2b(digest_size=8)
        for layer in self.layers:
            digest.update(layer.digest.encode())
        return digest.hexdigest()

    def _shown(self) -> Iterator[tuple[Layer, int]]:
        for layer, masked in zip(self.layers, self._masks, strict=True):
            yield from ((layer, number) for number in range(len(layer)) if number not in masked)

    def entries(self) -> Iterator[Entry]:
        """Every entry in force, lower layers first, each layer by id."""
        for layer, number in self._shown():
            yield layer.with_tests(number)

    def glosses(self, text: str) -> Iterator[tuple[str, Entry, Wrong]]:
        """The forms of leaked glosses of dictionaries that a folded text holds, even inside of words."""
        for layer, masked in zip(self.layers, self._masks, strict=True):
            for form, number, index in layer.glosses:
                if form in text and number not in masked:
                    entry = layer.entry(number)
                    yield form, entry, entry.wrong[index]

    @cached_property
    def _masks(self) -> tuple[frozenset[int], ...]:
        pairs = zip(self.layers, self.hidden, strict=True)
        return tuple(frozenset(layer.numbers[id] for id in ids) for layer, ids in pairs)

    def near_names(self, keys: Iterable[str]) -> list[Entry]:
        """The entries that one of the keys leads to (see `skeleton.neighbourhood`), each once."""
        return self._linked("fuzzy", keys)

    def near_terms(self, key: str) -> list[Entry]:
        """The multiword terms with these content words, sorted and joined by spaces."""
        return self._linked("near", (key,))

    def _linked(self, index: str, keys: Iterable[str]) -> list[Entry]:
        found: dict[tuple[int, int], Entry] = {}
        for key in keys:
            for at, layer in enumerate(self.layers):
                trie = getattr(layer, index)
                if key in trie:
                    found.update(
                        ((at, number), layer.entry(number)) for (number,) in trie[key] if number not in self._masks[at]
                    )
        return [found[place] for place in sorted(found)]

    @cached_property
    def near_stems(self) -> frozenset[str]:
        return frozenset[str]().union(*(layer.stems for layer in self.layers))

    def entry(self, id: str) -> Entry | None:
        for layer in reversed(self.layers):
            if id in layer.numbers:
                return layer.with_tests(layer.numbers[id])
        return None

    @cached_property
    def names(self) -> frozenset[str]:
        """What no rule may touch: the `keep` lists and the terms with `translate: false`."""
        return frozenset[str]().union(*(layer.names for layer in self.layers))

    @cached_property
    def fields(self) -> Mapping[str, frozenset[str]]:
        """Field -> names that exist in it, right or wrong to use; they are not protected."""
        out: dict[str, frozenset[str]] = {}
        for layer in self.layers:
            for field, names in layer.fields.items():
                out[field] = out.get(field, frozenset()).union(names)
        return out

    @cached_property
    def listed(self) -> frozenset[str]:
        """Every name that is known: those to keep and those by field."""
        return self.names.union(*self.fields.values())

    def knows_word(self, word: str) -> bool:
        """True for a word, in lower case, of a name to keep or of a right or allowed form."""
        return any(layer.knows_word(word) for layer in self.layers)

    def knows(self, form: str) -> bool:
        """True if a right or allowed form, or a name to keep, is written like this, whatever its capitals."""
        key = fold_form(form)
        return form in self.names or any(
            index == RIGHT for layer in self.layers if key in layer.prefixes(key) for _, index, _ in layer.records(key)
        )

    @cached_property
    def concepts_zh(self) -> Mapping[str, str]:
        """Chinese source term -> right French form."""
        out: dict[str, str] = {}
        for layer in self.layers:
            out.update(layer.zh)
        return out

    @cached_property
    def _zh_starts(self) -> Mapping[str, tuple[str, ...]]:
        starts: dict[str, list[str]] = {}
        for source in sorted(self.concepts_zh, key=len, reverse=True):
            starts.setdefault(source[:2], []).append(source)
        return {key: tuple(sources) for key, sources in starts.items()}

    def find_zh(self, text: str) -> list[tuple[Span, str]]:
        """The longest Chinese terms of a text from left to right, with their French forms."""
        out: list[tuple[Span, str]] = []
        done = 0
        for match in _HAN.finditer(text):
            start = match.start()
            if start < done:
                continue
            for key in (text[start : start + 2], text[start]):
                source = next((s for s in self._zh_starts.get(key, ()) if text.startswith(s, start)), None)
                if source:
                    done = start + len(source)
                    out.append((Span(start, done), self.concepts_zh[source]))
                    break
        return out

    @cached_property
    def _names_from(self) -> Callable[[str], Sequence[tuple[str, str]]]:
        """First folded word -> the names to keep, from that word on: folded and as written, longest first."""

        @lru_cache(maxsize=65536)
        def names_from(head: str) -> Sequence[tuple[str, str]]:
            found = [name for layer in self.layers for name in layer.names_from(head)]
            return sorted(found, key=_length, reverse=True)

        return names_from

    def protected_spans(self, text: str) -> list[Span]:
        """Where `names` stand in a text: whole words, letter by letter, whatever the apostrophes and spaces."""
        return list(_protected(self, text))

    def matches(self, text: str) -> tuple[Hit, ...]:
        """Every occurrence of a wrong, right or allowed form, before case and context are looked at; see `match`."""
        return _matches(self, text)

    def __hash__(self) -> int:
        return hash(tuple(layer.digest for layer in self.layers))


def _length(name: tuple[str, str]) -> int:
    return len(name[0])


@lru_cache(maxsize=8)
def _protected(glossary: Glossary, text: str) -> tuple[Span, ...]:
    folded = fold(text)
    names_from = glossary._names_from
    out: list[Span] = []
    done = 0
    for match in _WORD.finditer(folded.text):
        start = match.start()
        if start < done:
            continue
        for name, written in names_from(match.group()):
            end = start + len(name)
            if not folded.text.startswith(name, start) or (name[-1].isalnum() and folded.text[end : end + 1].isalnum()):
                continue
            span = Span(folded.origin(start), folded.end(end))
            if plain(span.of(text)) == plain(written):
                out.append(span)
                done = end
                break
    return tuple(out)


@lru_cache(maxsize=8)
def _matches(glossary: Glossary, text: str) -> tuple[Hit, ...]:
    return tuple(find(text, glossary.layers, glossary._masks))
