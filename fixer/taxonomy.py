"""What kinds of damage there are, and what the outside world calls them.

`mqm` are slugs of MQM-Core dimension and type (https://themqm.org); `its` are the values of ITS 2.0
`locQualityIssueType` (https://www.w3.org/TR/its20/#lqissue-typevalues).
"""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    RUN_TOGETHER = "run-together"
    ENTITY = "entity"
    TERM = "term"
    GLOSS_LEAK = "gloss-leak"
    UNTRANSLATED_ZH = "untranslated-zh"
    UNTRANSLATED_EN = "untranslated-en"
    ENCODING = "encoding"
    TYPOGRAPHY = "typography"
    DUPLICATE = "duplicate"
    HALLUCINATION = "hallucination"
    INCONSISTENCY = "inconsistency"
    PLACEHOLDER = "placeholder"
    MARKUP = "markup"
    GRAMMAR = "grammar"

    @property
    def mqm(self) -> str:
        return _MQM[self]

    @property
    def its(self) -> str:
        return _ITS[self]


_MQM = {
    Category.RUN_TOGETHER: "linguistic-conventions/spelling",
    Category.ENTITY: "terminology/wrong-term",
    Category.TERM: "terminology/wrong-term",
    Category.GLOSS_LEAK: "accuracy/addition",
    Category.UNTRANSLATED_ZH: "accuracy/untranslated",
    Category.UNTRANSLATED_EN: "accuracy/untranslated",
    Category.ENCODING: "design-and-markup/character-formatting",
    Category.TYPOGRAPHY: "linguistic-conventions/punctuation",
    Category.DUPLICATE: "accuracy/addition",
    Category.HALLUCINATION: "accuracy/addition",
    Category.INCONSISTENCY: "terminology/inconsistent-use-of-terminology",
    Category.PLACEHOLDER: "accuracy/mistranslation",
    Category.MARKUP: "design-and-markup/markup-tag",
    Category.GRAMMAR: "linguistic-conventions/grammar",
}

_ITS = {
    Category.RUN_TOGETHER: "whitespace",
    Category.ENTITY: "inconsistent-entities",
    Category.TERM: "terminology",
    Category.GLOSS_LEAK: "addition",
    Category.UNTRANSLATED_ZH: "untranslated",
    Category.UNTRANSLATED_EN: "untranslated",
    Category.ENCODING: "characters",
    Category.TYPOGRAPHY: "typographical",
    Category.DUPLICATE: "duplication",
    Category.HALLUCINATION: "addition",
    Category.INCONSISTENCY: "inconsistency",
    Category.PLACEHOLDER: "other",
    Category.MARKUP: "markup",
    Category.GRAMMAR: "grammar",
}
