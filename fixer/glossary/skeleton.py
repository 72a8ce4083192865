"""What is left of a name when an engine has made it look French, and keys under which near-misses meet.

`skeleton` undoes what happens to names in translation: accents (`Laténode`), a mute e (`Terraforme`), -ique for -ic
(`Anthropique`), a space or hyphen inside (`Deep Seek`), doubled letters. `neighbourhood` lists a skeleton and all
strings with one letter less: two words at most one edit apart share a key (the idea of SymSpell), so a near-miss is
found by look-up, whatever the number of names.
"""

from __future__ import annotations

from fixer.french.inflection import LINKS
from fixer.french.words import unaccented
from fixer.lazy import simple_pattern

_NOISE = simple_pattern(r"[^a-z0-9]+")
_RULES = (
    (simple_pattern(r"ph"), "f"),
    (simple_pattern(r"qu|q|ck"), "k"),
    (simple_pattern(r"c(?=[eiy])"), "s"),
    (simple_pattern(r"c(?!h)"), "k"),
    (simple_pattern(r"th"), "t"),
    (simple_pattern(r"y"), "i"),
    (simple_pattern(r"([a-z])\1+"), r"\1"),
    (simple_pattern(r"e$"), ""),
)
MIN_LENGTH = 5


def squash(text: str) -> str:
    """Lower-case ASCII letters and digits alone: `DeepSeek-V3` -> `deepseekv3`."""
    return _NOISE.sub("", unaccented(text).lower())


def skeleton(text: str) -> str:
    """`Anthropique`, `anthropic` -> `antropik`."""
    out = squash(text)
    for pattern, new in _RULES:
        out = pattern.sub(new, out)
    return out


def neighbourhood(key: str) -> frozenset[str]:
    """The key and everything with one letter less; short keys have too many neighbours and stay alone."""
    if len(key) < MIN_LENGTH:
        return frozenset({key})
    return frozenset({key, *(key[:i] + key[i + 1 :] for i in range(len(key)))})


_WORD = simple_pattern(r"[^\W_]+")


def content_words(folded: str) -> tuple[str, ...]:
    """The words of a folded term that carry its meaning, without their plural: `lois d'échelle` -> `loi`, `échelle`."""
    return tuple(stem(word) for word in _WORD.findall(folded) if is_content(word))


def is_content(word: str) -> bool:
    return len(word) > 2 and word not in LINKS and word not in _ARTICLES


_ARTICLES = frozenset("les des une un la le aux son sa ses".split())


def stem(word: str) -> str:
    """Without the marks of plural and feminine that a near-term may differ in."""
    for ending, new in (("eaux", "eau"), ("aux", "al"), ("ées", "é"), ("ée", "é"), ("és", "é")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + new
    return word[:-1] if word[-1:] in "sx" and len(word) > 3 else word
