"""Names of icons that an extractor wrote out as if they were words: `GGUFarrow-up-right`, `tagQu'est-ce`.

Icon fonts are letters to a machine that reads a page: Font Awesome (`circle-info`), Material (`chevron_right`), classes
(`fa-github`, `icon-rss`). Glued to a word, a name of several parts can only go; alone in its line, or of one part
(`hashtag`, `tag`, `copy` before a heading), its deletion is suggested. Left alone: `play-pause` inside of a sentence,
where it is the name that the author uses, and all code.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_NAMES = (
    r"(?:arrow|arrows|chevron|caret|angle|circle|square|triangle|file|folder|book|code|cloud|user|users|lock|bell|"
    r"hand|face|"
    r"cart|magnifying|ellipsis|grip|paper|star|clock|calendar|envelope|message|comment|thumbs|wand|pen|trash|gear|"
    r"right|up|"
    r"sun|moon|bars|share|rotate|power|shield|graduation|diagram|puzzle|globe|house)"
)
_PARTS = (
    r"(?:up|down|left|right|exclamation|info|check|question|xmark|plus|minus|play|pause|from|to|square|circle|open|"
    r"lines|"
    r"code|bracket|user|magic|sparkles|plane|glass|pointer|bottom|top|dots|vertical|horizontal|half|stroke|fill|"
    r"outline|"
    r"triangle|link|external|alt|dollar|bolt|nodes|pie|line|bar|piece|ring|cap|ul|ol|staggered|bright|bars|gear|"
    r"group|off)"
)
_ICON = pattern(rf"{_NAMES}(?:-{_PARTS}){{1,5}}(?![\w\-])")
_MATERIAL = pattern(
    r"(?:(?:keyboard_)?arrow_(?:forward|back|right|left|upward|downward|drop_down|drop_up|outward)(?:_ios)?|"
    r"keyboard_arrow_(?:down|up|left|right)|chevron_(?:right|left)|content_(?:copy|paste|cut)|expand_(?:more|less)|"
    r"open_in_(?:new|full)|menu_book|check_circle|check_box|more_(?:vert|horiz)|file_(?:download|copy|upload)|"
    r"help_outline|navigate_(?:next|before)|thumb_(?:up|down)|error_outline|info_outline|play_(?:arrow|circle)|"
    r"account_circle|light_mode|dark_mode|cloud_download|star_border|favorite_border|bookmark_border|unfold_more|"
    r"lightbulb_outline|tips_and_updates|school_outline|format_quote|visibility_off|first_page|last_page)"
)
_ONE = "hashtag|tag|link|copy|anchor|pencil|lightbulb|rocket-launch|sparkles|bookmark|permalink"
_GLUED = pattern(rf"^([ \t]*+(?:[#>*+\-]++[ \t]++|\d{{1,2}}\.[ \t]++)?)({_ONE})(?=\p{{Lu}}\p{{Ll}})", regex.MULTILINE)
_CLASS = r"(?:icon|fa[srb]?|mdi|bi|ti|ri|glyphicon|lucide|octicon|feather)-[a-z][a-z-]*+"
_CLASSES = pattern(rf"(?<![\w-]){_CLASS}(?:[ \t]+{_CLASS})++|(?<=^[ \t]*){_CLASS}(?=[ \t]*\r?$)", regex.MULTILINE)
_LONE = ("hashtag", "circle-info", "arrow-up-right", "chevron-right", "content_copy")
_ALONE = pattern(rf"^[ \t]*+({'|'.join(_LONE)})[ \t]*+\r?$", regex.MULTILINE, needs=_LONE)


@rule("icon-name", Category.PLACEHOLDER, Stage.GLYPH, "the name of an icon written out: `GGUFarrow-up-right`")
def icon_name(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    for sign, shape in (("-", _ICON), ("_", _MATERIAL)):
        for match in shape.finditer(prose) if sign in prose else ():
            before, after = prose[max(0, match.start() - 1) : match.start()], prose[match.end() : match.end() + 1]
            glued = before.isalnum() or (
                shape is _MATERIAL and after.isupper() and not before.isalnum() and before != "_"
            )
            if (glued or (before in ("\ufffc", ")", "]") and match.group().count("-") > 1)) and after != "_":
                yield _delete(document, match, Trust.APPLY, 0.97)
            elif _alone(prose, match):
                yield _delete(document, match, Trust.SUGGEST, 0.9)
    if any(name in prose for name in _ONE.split("|")):
        for match in _GLUED.finditer(prose):
            message = f"“{match[2]}” is the name of an icon"
            yield from repair(document, *match.span(2), "", message, Trust.SUGGEST, 0.9)
    if "-" in prose:
        for match in _CLASSES.finditer(prose):
            yield _delete(document, match, Trust.SUGGEST, 0.85)
    for match in _ALONE.finditer(prose):
        if "-" not in match[1] and "_" not in match[1]:
            yield from repair(document, *match.span(1), "", f"“{match[1]}” is the name of an icon", Trust.SUGGEST, 0.85)


def _alone(prose: str, match: regex.Match[str]) -> bool:
    """True if nothing else stands in the line, or in the cell of a table."""
    start = prose.rfind("\n", 0, match.start()) + 1
    end = prose.find("\n", match.end())
    before, after = prose[start : match.start()], prose[match.end() : end if end >= 0 else len(prose)]
    return not before.strip(" \t>*-#|\ufffc") and not after.strip(" \t\r|\ufffc")


def _delete(document: Document, match: regex.Match[str], trust: Trust, confidence: float) -> Finding:
    message = f"“{match.group()}” is the name of an icon"
    return next(
        repair(document, *match.span(), "", message, trust, confidence),
        Finding(Span(*match.span()), message, confidence=confidence),
    )
