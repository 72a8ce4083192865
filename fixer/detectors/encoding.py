"""Characters that were lost or changed on the way.

* UTF-8 read as Windows-1252, Latin-1, Latin-9, Windows-1250, ISO 8859-16 or Mac Roman, once or more: `modÃ¨le`,
  `modĂ¨le`, `mod√®le` (`encoding`). The run turns back into the letters it was, which is no guess: it decodes.
* `�`, where a byte could not be read: repaired when a single French word has that shape, else flagged (`encoding`).
* Letters with a combining accent, ligatures of a typeface (`ﬁn`), control characters of Windows-1252, characters
  nobody sees inside of words: zero-width spaces, soft hyphens, marks of order (`invisible-character`).
* Entities of HTML in plain text: `&nbsp;`, `d&#39;IA`, `&amp;eacute;` (`html-entity`).

Left alone: an example quoted in a text on encodings (`« Ã© »`, a sample between spaces in a sentence that says UTF-8);
joiners between emoji; entities in Markdown and HTML, where they are syntax, and in texts that quote them; the quotes
and apostrophes of the author, which are never "uncurled"; everything already in order, as nothing is normalised but
what is repaired.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from unicodedata import normalize

import regex

from fixer.detectors._shared import line_around, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.lexicon import Lexicon
from fixer.french.mojibake import mojibake
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_ABOUT_ENCODING = pattern(
    r"encod|UTF-?8|Latin-?1|ISO.?8859|unicode|mojibake|octet|codage|jeu de caract", regex.IGNORECASE
)
_LOST = pattern(r"[\p{L}'’-]*+\ufffd[\p{L}'’\ufffd-]*+")
_LOST_LETTERS = ("é", "è", "ê", "à", "â", "ç", "î", "ï", "ô", "û", "ù", "ë", "œ", "’", "É", "À")
_MOST_LOST = 2


@rule("encoding", Category.ENCODING, Stage.GLYPH, "characters decoded wrongly: `modÃ¨le`, `syst�me`")
def encoding(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    for span, decoded in mojibake(prose):
        if not _sample(prose, span):
            word = _word_around(prose, span)
            new = prose[word.start : span.start] + decoded + prose[span.end : word.end]
            message = f"“{word.of(prose)}” is “{new}” decoded wrongly"
            yield from repair(document, span.start, span.end, decoded, message, confidence=0.99)
    if "\ufffd" in prose:
        for match in _LOST.finditer(prose):
            span = Span(*match.span())
            if not _sample(prose, span):
                yield from _lost(document, span, resources.lexicon)


def _word_around(prose: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > max(0, span.start - 20) and prose[start - 1].isalnum():
        start -= 1
    while end < min(len(prose), span.end + 20) and prose[end].isalnum():
        end += 1
    return Span(start, end)


def _sample(prose: str, span: Span) -> bool:
    """True for an example in a sentence about encodings: no letter touches it, or a quotation holds it."""
    before, after = prose[max(0, span.start - 1) : span.start], prose[span.end : span.end + 1]
    if before.isalpha() or after.isalpha():
        quoted = prose[max(0, span.start - 12) : span.start] + prose[span.end : span.end + 12]
        if not any(quote in quoted for quote in '"«»“”`'):
            return False
    start, end = line_around(prose, span, 300)
    return _ABOUT_ENCODING.search(prose, start, end) is not None


def _lost(document: Document, span: Span, words: Lexicon) -> Iterator[Finding]:
    """`syst�me`: the letter that makes a French word; two lost letters at most are looked for."""
    damaged = span.of(document.prose)
    message = f"“{damaged}” has lost a character"
    holes = damaged.count("\ufffd")
    candidates: list[str] = []
    if holes <= _MOST_LOST and len(damaged) > holes + 1:
        pieces = damaged.split("\ufffd")
        for letters in product(_LOST_LETTERS, repeat=holes):
            word = pieces[0] + "".join(letter + piece for letter, piece in zip(letters, pieces[1:], strict=True))
            if words.french(word) and word.islower() == damaged.islower():
                candidates.append(word)
    candidates.sort(key=words.frequency, reverse=True)
    alone = len(candidates) == 1 or (
        len(candidates) > 1 and words.frequency(candidates[1]) == 0 < words.frequency(candidates[0])
    )
    if candidates and alone and len(damaged) >= 4:
        yield from repair(
            document, span.start, span.end, candidates[0], f"{message}: “{candidates[0]}”", Trust.APPLY, 0.97
        )
    elif candidates:
        found = repair(
            document, span.start, span.end, candidates[0], f"{message}: “{candidates[0]}”?", Trust.SUGGEST, 0.8
        )
        for finding in found:
            yield Finding(
                span, finding.message, finding.edits, tuple(candidates[1:4]), Trust.SUGGEST, finding.confidence
            )
    else:
        yield Finding(span, message, confidence=0.97)


_ODD_CHARACTER = pattern(
    r"[\u0300-\u036f\ufb00-\ufb06\u0080-\u009f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff"
    r"\x00-\x08\x0b\x0e-\x1f\x7f]"
)
_COMBINED = pattern(r"\p{L}[\u0300-\u036f]++")
_LIGATURE = pattern(r"[\ufb00-\ufb06]")
_CONTROL = pattern(r"[\x80-\x9f]")
_UNSEEN = pattern(r"[\u00ad\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff\x00-\x08\x0b\x0e-\x1f\x7f]++")
_LETTERS_BEFORE = pattern(r"(?r)\p{L}++")
_LETTERS_AFTER = pattern(r"\p{L}++")


@rule("invisible-character", Category.ENCODING, Stage.GLYPH, "combining accents, ligatures, characters nobody sees")
def invisible_character(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if not _ODD_CHARACTER.search(prose):
        return
    for match in _COMBINED.finditer(prose):
        new = normalize("NFC", match.group())
        message = f"“{new}” is written as a letter and a separate accent"
        yield from repair(document, *match.span(), new, message, confidence=0.99)
    for match in _LIGATURE.finditer(prose):
        new = normalize("NFKC", match.group())
        yield from repair(document, *match.span(), new, f"“{new}” is written as one character of a typeface")
    for match in _CONTROL.finditer(prose):
        new = bytes([ord(match.group())]).decode("windows-1252", errors="ignore")
        code = f"U+{ord(match.group()):04X}"
        yield from repair(document, *match.span(), new, f"{code} is “{new}” of Windows-1252, not decoded", Trust.APPLY)
    for match in _UNSEEN.finditer(prose):
        if match.start() == 0 and match.group() == "\ufeff":
            continue
        code = " ".join(f"U+{ord(character):04X}" for character in match.group()[:3])
        yield from repair(document, *match.span(), _gap(prose, match, resources), f"{code} cannot be seen here")


def _gap(prose: str, match: regex.Match[str], resources: Resources) -> str:
    """A space if what cannot be seen is all that parts two words, else nothing."""
    before = _LETTERS_BEFORE.match(prose, max(0, match.start() - 30), match.start())
    after = _LETTERS_AFTER.match(prose, match.end(), match.end() + 30)
    if not before or not after or "\u00ad" in match.group():
        return ""
    words = resources.lexicon
    left, right = before.group(), after.group()
    return " " if not words.known(left + right) and words.known(left) and words.known(right) else ""


_ENTITY = pattern(
    r"&(?:amp;)?(#\d{2,6}|#x[\da-fA-F]{2,5}|nbsp|amp|quot|apos|lsquo|rsquo|ldquo|rdquo|laquo|raquo|hellip|ndash|mdash|"
    r"euro|deg|copy|reg|trade|middot|times|rarr|larr|thinsp|ensp|emsp|oelig|OElig|"
    r"[aeiouyAEIOUYcCnN](?:acute|grave|circ|uml|cedil|tilde))(?:;| ?;)"
)


@rule("html-entity", Category.ENCODING, Stage.GLYPH, "entities of HTML shown as text: `&nbsp;`, `d&#39;IA`")
def html_entity(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if "&" not in prose:
        return
    from html import unescape  # a table of two thousand names, for texts that hold an entity

    plain = document.format == "text"
    for match in _ENTITY.finditer(prose):
        doubled = match.group().startswith("&amp;") and match[1] != "amp"
        if not plain and not doubled:
            continue
        new = unescape(f"&{match[1]};")
        before, after = prose[max(0, match.start() - 1) : match.start()], prose[match.end() : match.end() + 1]
        quoted = prose[max(0, match.start() - 2) : match.start()].strip()[-1:] in tuple("\"'«`“(,") and prose[
            match.end() : match.end() + 2
        ].strip()[:1] in tuple("\"'»`”),")
        used = before.isalnum() or after.isalnum() or before in " .!?;:»)" or match.start() == 0
        if quoted or not new or (new.startswith("&") and match[1] != "amp"):
            continue
        sure = before.isalnum() or after.isalnum() or match[1] == "amp"
        if used:
            message = f"“{match.group()}” is “{new}” written as an entity of HTML"
            yield from repair(
                document, *match.span(), new, message, Trust.APPLY if sure else Trust.SUGGEST, 0.97 if sure else 0.8
            )
