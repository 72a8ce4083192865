"""Chinese (Japanese, Korean) that the machine left in French.

From a whole sentence to half a word (`seront回收ees`), in titles, link texts, table cells and page descriptions. A
reader who does not know Chinese is told what the span holds: the concepts that the glossary knows, with their
French, the numbers and the names. A span that is exactly one known concept gets it as a suggestion; anything else
needs a translator, so it is flagged.

Legitimate, and left alone: an original name in parentheses after its French or English (`DeepSeek (深度求索)`), a
quoted string (`saisir « 领取兑换码 »`), a cited title (`《人工智能发展报告》`), the name of a language in a menu
(`简体中文`), an identifier (`千问_qwen`), a line that greets in several scripts, and whatever stands in code or in an
address.

The second rule turns full-width and ideographic punctuation inside of French (`FAISS、Annoy`, `modèle：rapide`) into
French punctuation, where the text on both sides is French: there is nothing else it could become.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import line_around
from fixer.document import Document, Kind
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.habits import habits
from fixer.french.scripts import CJK, cjk_share, foreign_spans, language
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_QUOTED = pattern(
    r"«[^»\n]{1,300}»|“[^”\n]{1,300}”|\"[^\"\n]{1,300}\"|‘[^’\n]{1,80}’|(?<!\w)'[^'\n]{1,80}'(?!\w)|`[^`\n]{1,300}`"
)
_BRACKETED = pattern(r"\([^()\n]{1,80}\)|（[^（）\n]{1,80}）")
_NAMED_BEFORE = pattern(r"(?r)[\p{L}\p{N}\"»”*_’')\ufffc`][ \u00a0]?")
_TITLE = pattern(r"《[^》\n]{1,120}》")
_ADDRESS = pattern(r"(?:://|mailto:)[^\s\p{Han}]*+ ?\Z")
_ARTICLE = pattern(r"\b(?:une?|l[ea]s?|d(?:es|u)|ce(?:t|tte)?|aux?) ?`?\Z")
_LANGUAGES = frozenset(
    "简体中文 繁體中文 繁体中文 正體中文 中文 中文版 简体 繁體 汉语 漢語 普通话 粵語 日本語 한국어 中文文档".split()
)
_SENTENCE_MARK = pattern(r"[。，！？；]")
_LATIN_NAME = pattern(r"[A-Za-z][\w.+#-]*+")
_NUMBER = pattern(r"\d[\d.,]*+")
_SCRIPTS = (pattern(r"\p{Hangul}"), pattern(r"[\u3040-\u30ff]"), pattern(r"\p{Han}"))
_LONGEST_ORIGINAL = 16


@rule(
    "untranslated-zh",
    Category.UNTRANSLATED_ZH,
    Stage.SENTENCE,
    "Chinese, Japanese or Korean left in the text",
    Trust.SUGGEST,
)
def untranslated_zh(document: Document, resources: Resources) -> Iterator[Finding]:
    text = _searched(document)
    for span in foreign_spans(text):
        if not _legitimate(text, span):
            yield _leftover(document, span, resources)


def _searched(document: Document) -> str:
    """The prose and, as flags edit nothing, what is protected but read by people.

    That is the front matter with its titles and descriptions, and a code span that an article announces: in
    "un `字段密钥` aléatoire" the machine took a noun for code.
    """
    shown = [
        region.span
        for region in document.regions
        if region.kind is Kind.FRONT_MATTER
        or (
            region.kind is Kind.CODE
            and _ARTICLE.search(document.text, max(0, region.span.start - 8), region.span.start)
        )
    ]
    if not shown:
        return document.prose
    pieces = []
    position = 0
    for span in shown:
        pieces += [document.prose[position : span.start], span.of(document.text)]
        position = span.end
    return "".join([*pieces, document.prose[position:]])


def _leftover(document: Document, span: Span, resources: Resources) -> Finding:
    left = span.of(document.text)
    concepts = resources.glossary.find_zh(left)
    what = language(left)
    core = left.strip("，。：；、（）【】《》「」“” ")
    if len(concepts) == 1 and concepts[0][0].of(left) == core and core == left:
        before = document.text[max(0, span.start - 1) : span.start]
        after = document.text[span.end : span.end + 1]
        french = (" " if before.isalnum() else "") + concepts[0][1] + (" " if after.isalnum() else "")
        edit = Edit(span, french)
        if document.editable(edit):
            message = f"“{left}” is {what} for “{concepts[0][1]}”"
            return Finding(span, message, (edit,), trust=Trust.SUGGEST, confidence=0.85)
    message = f"{what} left untranslated ({len(left)} characters)"
    known = [f"{place.of(left)} = {french}" for place, french in concepts]
    numbers = _NUMBER.findall(left)
    names = _LATIN_NAME.findall(left)
    for label, items in (("it mentions", known), ("names", names), ("numbers", numbers)):
        if items:
            message += f"; {label}: {', '.join(dict.fromkeys(items))}"
    return Finding(span, message, trust=Trust.FLAG, confidence=0.97)


def _legitimate(text: str, span: Span) -> bool:
    left = span.of(text)
    if left in _LANGUAGES:
        return True
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    if "_" in (before, after) and _identifier(text, span):
        return True
    if _ADDRESS.search(text, max(0, span.start - 200), span.start) or text.startswith('"`', span.end):
        return True
    if before == "`" and _ARTICLE.search(text, max(0, span.start - 9), span.start - 1):
        return False
    line_start, line_end = line_around(text, span)
    # Far quotes and brackets are not looked for: an original name or a literal string is short.
    start, end = max(line_start, span.start - 310), min(line_end, span.end + 310)
    if line_end - line_start < 400 and all(script.search(text, line_start, line_end) for script in _SCRIPTS):
        return True
    for title in _TITLE.finditer(text, start, end):
        if title.start() < span.end and span.start < title.end():
            return True
    if _quoted(text, span, line_start, start, end):
        return True
    for bracket in _BRACKETED.finditer(text, max(start, span.start - 90), min(end, span.end + 90)):
        if bracket.start() < span.end and span.start < bracket.end():
            inside = bracket.group()[1:-1]
            named = _NAMED_BEFORE.match(text, line_start, bracket.start()) is not None
            return named and len(left) <= _LONGEST_ORIGINAL + 2 and not _SENTENCE_MARK.search(inside)
    return False


def _quoted(text: str, span: Span, line_start: int, start: int, end: int) -> bool:
    """True if the span is (nearly) the whole of a quotation, so that it is quoted as it is."""
    if text.count('"', line_start, start) % 2:
        start = text.find('"', start, span.start) + 1 or start
    for quotation in _QUOTED.finditer(text, start, end):
        if quotation.start() > span.start:
            return False
        if span.end <= quotation.end() and span.start < quotation.end():
            return cjk_share(quotation.group()[1:-1]) >= 0.5
    return False


def _identifier(text: str, span: Span) -> bool:
    around = text[max(0, span.start - 20) : span.start] + " " + text[span.end : span.end + 20]
    return regex.search(r"[A-Za-z]_ | _[A-Za-z]", around) is not None


_FULL_WIDTH = pattern(r"[\u3000-\u3003\u3008-\u3011\u3014\u3015\uff01-\uff5e]")
_POINT = pattern(r"[ \u00a0]?([\u3001\u3002\uff01\uff05\uff0c\uff1a\uff1b\uff1f])[ \u00a0]?")
_PAIR = pattern(r"[ \u00a0]?([（【《「『])([^（）【】《》「」『』\n]{1,120})([）】》」』])[ \u00a0]?")
_ASCII = pattern(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0b\uff0d\uff0f\uff1d\uff20\uff3f\uff5e]++")
_IS_CJK = pattern(rf"[{CJK}]")
_OPEN = {"（": "(", "【": "[", "《": "«", "「": "«", "『": "«"}
_CLOSE = {"）": ")", "】": "]", "》": "»", "」": "»", "』": "»"}


@rule(
    "full-width-punctuation",
    Category.TYPOGRAPHY,
    Stage.GLYPH,
    "Chinese punctuation inside of French: `、`, `：`, `（）`",
)
def full_width_punctuation(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    if not _FULL_WIDTH.search(prose):
        return
    for match in _ASCII.finditer(prose):
        if _french_around(prose, *match.span()):
            new = "".join(chr(ord(character) - 0xFEE0) for character in match.group())
            yield from _becomes(document, (Edit(Span(*match.span()), new),))
    for match in _PAIR.finditer(prose):
        if (_french_around(prose, *match.span()) and not _IS_CJK.search(match[2])) or _original_name(prose, match):
            yield from _becomes(document, _bracket_edits(prose, match))
    for match in _POINT.finditer(prose):
        if _french_around(prose, *match.span()):
            yield from _becomes(document, (Edit(Span(*match.span()), _point(prose, match)),))


def _becomes(document: Document, edits: tuple[Edit, ...]) -> Iterator[Finding]:
    if edits and all(document.editable(edit) for edit in edits):
        span = Span(edits[0].span.start, edits[-1].span.end)
        message = f"“{span.of(document.text).strip()[:40]}” holds Chinese punctuation"
        yield Finding(span, message, edits, trust=Trust.APPLY, confidence=0.97)


def _french_around(prose: str, start: int, end: int) -> bool:
    """True if there is text before, and no Chinese on either side."""
    before, after = prose[max(0, start - 1) : start], prose[end : end + 1]
    if _IS_CJK.match(before) or _IS_CJK.match(after) or not (before.strip() or after.strip()):
        return False
    clause = _CLAUSE.split(prose[max(0, start - 120) : start])[-1]
    return len(_IS_CJK.findall(clause)) <= len(_LATIN.findall(clause))  # `请更新 Cargo.lock。` is Chinese


_CLAUSE = pattern(r"[。！？\r\n]|[.!?] ")
_LATIN = pattern(r"[\p{Latin}\p{N}]++")


def _original_name(prose: str, match: regex.Match[str]) -> bool:
    """True for `DeepSeek（深度求索）`: the brackets belong to the French sentence around the name."""
    return match[1] == "（" and _french_around(prose, *match.span()) and len(match[2]) <= _LONGEST_ORIGINAL


def _point(prose: str, match: regex.Match[str]) -> str:
    mark = {"、": ",", "。": ".", "，": ",", "：": ":", "；": ";", "！": "!", "？": "?", "％": "%"}[match[1]]
    after = prose[match.end() : match.end() + 1]
    tail = "" if not after or after in "\r\n)]»\"'”.,;" else " "
    if mark in ",.":
        return mark + tail
    return habits(prose).before(mark) + mark + tail


def _bracket_edits(prose: str, match: regex.Match[str]) -> tuple[Edit, ...]:
    before, after = prose[max(0, match.start() - 1) : match.start()], prose[match.end() : match.end() + 1]
    head = " " if before and not before.isspace() and before not in "([«'’" else ""
    tail = " " if after and (after.isalnum() or after in '(["«\ufffc') else ""
    opening, closing = _OPEN[match[1]], _CLOSE[match[3]]
    if opening == "«":
        space = habits(prose).before("«")
        opening, closing = opening + space, space + closing
    return (
        Edit(Span(match.start(), match.start(2)), head + opening),
        Edit(Span(match.end(2), match.end()), closing + tail),
    )
