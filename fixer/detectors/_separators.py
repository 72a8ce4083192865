"""What belongs between two words whose space was lost: a space, or the mark that went with it.

A label of a list item (`- Nombre de pucesDeepSeek possède`) lost its colon with its bold face; where a sentence begins,
a full stop may have gone too. The space alone is always the smallest repair, the mark is the better one if the document
shows how it writes its labels.
"""

from __future__ import annotations

import regex

from fixer.document import Document
from fixer.french.segmentation.evidence import FUNCTION
from fixer.lazy import pattern
from fixer.text import Span

SPACE = " "

_ITEM = pattern(r"[ \t]*(?:[-*+•–·]|\d{1,2}[.)]|[a-z][.)])[ \t]+(?=\S)")
_LABELLED = pattern(
    r"^[ \t]*(?:[-*+•–·]|\d{1,2}[.)])[ \t]+(?:[^\s:.;!?]+[ \t]+){0,9}?"
    r"[^\s:.;!?]+(?P<colon>[ \u00a0\u202f]?:)[ \u00a0](?![ \u00a0:])",
    regex.MULTILINE,
)
#: Words and characters that a label has at most.
_LONGEST_LABEL, _LONGEST_ITEM = 9, 200
#: French sets a space before the colon; a document that hardly ever does is followed.
_HABIT = 0.9
_SEVERAL = 4
_OPENERS = frozenset(
    """Le La Les Un Une Des L D Il Elle Ils Elles On Ce Cela Cette Ces Cet C Ceci En Au Aux Dans Par Pour Avec Sans
    Sous Sur Si Bien Lorsque Quand Comme Mais Or Donc Ainsi Nous Vous Je Notre Votre Son Sa Ses Leur Leurs De Du À Après
    Avant Afin Chaque Tout Toutes Tous Selon Lors Plus Bien Qui Que""".split()
)


class Separators:
    """Chooses separators for the joins of one document."""

    def __init__(self, document: Document) -> None:
        self._prose = document.prose
        labels = [match["colon"] for match in _LABELLED.finditer(document.prose)]
        tight = sum(label[0] == ":" for label in labels)
        habit = len(labels) >= _SEVERAL and tight > _HABIT * len(labels)
        self._colon = (": " if habit else " : ") if labels else None

    def choose(self, at: int, line: Span, right: str, first: bool) -> tuple[str, tuple[str, ...]]:
        """The separator to insert at `at`, and other plausible ones.

        `right` is the word after it; `first` tells whether no other join precedes in the line.
        """
        near = at - line.start <= _LONGEST_ITEM
        left = self._prose[line.start if near else at - 2 : at].rstrip()
        if not right[:1].isupper() or left[-1:] in ".,;:!?…":
            return SPACE, ()
        if first and near and self._is_label(left):
            return (self._colon, (SPACE, ". ")) if self._colon else (SPACE, (" : ",))
        opens = right.rstrip("'’") in _OPENERS
        return SPACE, ((". ",) if opens else ())

    def _is_label(self, left: str) -> bool:
        item = _ITEM.match(left)
        if not item:
            return False
        label = left[item.end() :]
        words = label.split()
        if len(words) > _LONGEST_LABEL or regex.search(r"[.:;!?]\s", label):
            return False
        return words[-1].lower() not in FUNCTION  # `doit pas|Des` goes on
