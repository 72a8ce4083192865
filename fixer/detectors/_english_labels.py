"""Is a label English? Its words are, most of them are no French, and French does not put words in this order."""

from __future__ import annotations

from fixer.french.foreign import FUNCTION_WORDS
from fixer.french.lexicon import Lexicon
from fixer.lazy import pattern
from fixer.resources import Resources

_PART = pattern(r"[A-Za-z]+(?:['’][a-z]+)?")
_MOSTLY = 0.6
_LINKING = FUNCTION_WORDS["English"] - frozenset("on or me as a an but no us".split())


def is_english_label(label: str, resources: Resources) -> bool:
    """True for `Wrong Answers`, `Partial Ordering`, `Read-Your-Writes`; not for a name, nor an acronym."""
    if label.isupper() or label in resources.glossary.listed:
        return False
    words = resources.lexicon
    parts = _PART.findall(label)
    if len(parts) < 2:
        return False
    plain = [part.lower() for part in parts]
    own = [part for part, low in zip(parts, plain, strict=True) if not _is_name(part, low, words)]
    if len(own) < 2 or not all(words.english(part) for part in own):
        return False
    foreign = [part for part in own if not words.french(part.lower())]
    if " " not in label:
        return label[0].isupper() and any(part in _LINKING for part in plain[1:-1]) and not words.frequency(label)
    if len(foreign) >= _MOSTLY * len(own):
        return True
    same_case = all(part[0].isupper() for part in parts) or label.islower()
    return len(foreign) * 2 >= len(own) and same_case and _in_english_order(parts, words)


def _is_name(part: str, lower: str, words: Lexicon) -> bool:
    return part.isupper() or (words.name(part) and not words.english(lower))


def _in_english_order(parts: list[str], words: Lexicon) -> bool:
    """True if the head stands last: a noun that only a noun of English qualifies, or a gerund (`Vertical Merging`)."""
    last = parts[-1].lower()
    if not words.french(last):
        return last.endswith("ing")
    return "nom" in words.tags(last) and "adj" not in words.tags(last)
