"""Labels of a text that render names: the cells of a column, the bold heads of a list.

What fills a cell tells more than a word of a sentence: *Fusée*, *Marée* and *Déformation* in one column, with Tokio and
Serde in the text, are Rocket, Tide and Warp.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from fixer.glossary import Glossary
from fixer.glossary.backtranslate import Rendering, labels
from fixer.glossary.cover import Cover
from fixer.glossary.english import Concept
from fixer.glossary.fields import company
from fixer.lazy import pattern
from fixer.text import Span

_FIELD = 2
_SIBLINGS = 2
_MANY = 4
"""Names of one field in a document that speak for a label as much as one beside it does."""


def is_among_names(glossary: Glossary, prose: str, rendering: Rendering, name: Concept) -> bool:
    """True for a label among names of its field: in its column or list, and all over the document.

    The other labels of the column that render names of the field speak for it as well.
    """
    if len(rendering.words) == 1 and rendering.words[0].lower() in HEADINGS:
        return False
    around = company(glossary, prose)
    siblings = _column(prose, rendering.span) or (_block(prose, rendering.span),)
    renderings = Cover(siblings)

    def stands_among(field: str) -> bool:
        beside = around.of(frozenset((field,)), siblings, name.term)
        beside += len({o.span for o in labelled(glossary, prose) if _speaks_for(o, rendering, field, renderings)})
        everywhere = around.of(frozenset((field,)), but=name.term)
        return everywhere > 0 and beside + (everywhere >= _MANY) >= _SIBLINGS and beside > 0

    return any(map(stands_among, name.fields))


HEADINGS = frozenset(
    """objectif objectifs but limite limites cible cibles statut état support lien liens fil flux réseau gamme boîtier
    unité équipe équipes élément éléments plan rapide bande cadre échange mot source sources magasin fournisseur
    contrôleur formulaire formulaires repère repères outil outils nom type types description version licence langue
    plateforme exemple commentaire auteur titre date taille prix score rang portée usage format modèle modèles bon bien
    excellent moyen mauvais faible élevé oui non gratuit payant commercial libre
    """.split()
)
"""Words that head tables and items of lists; that they render a name (*source*: Spring) means nothing there."""


def _speaks_for(other: Rendering, rendering: Rendering, field: str, siblings: Cover) -> bool:
    renders = other.span != rendering.span and any(field in concept.fields for concept in other.concepts)
    return renders and siblings.overlaps(other.span)


@lru_cache(maxsize=4)
def labelled(glossary: Glossary, prose: str) -> tuple[Rendering, ...]:
    """The labels of a text that render some name, in order."""
    return tuple(labels(prose, glossary))


def _block(prose: str, span: Span) -> Span:
    """The lines around a place up to the next empty ones: its table, its list."""
    start, end = prose.rfind("\n\n", 0, span.start), prose.find("\n\n", span.end)
    return Span(max(start, 0), end if end >= 0 else len(prose))


def _column(prose: str, span: Span) -> tuple[Span, ...]:
    """The cells of the column that a place of a table is in, without its head; none outside of a table."""
    block = _block(prose, span)
    rows = [Span(*row.span()) for row in _ROW.finditer(prose, block.start, block.end)]
    own = next((row for row in rows if row.contains(span)), None)
    if own is None:
        return ()
    at = prose.count("|", own.start, span.start)
    columns = [_cells(prose, row) for row in rows if not _RULE.fullmatch(prose, row.start, row.end)]
    return tuple(cells[at] for cells in columns[1:] if at < len(cells))


_ROW = pattern(r"(?m)^[^\n|]*\|[^\n]*$")
_RULE = pattern(r"[\s|:-]*")


def _cells(prose: str, row: Span) -> list[Span]:
    """The cells of a row of a table, with what stands before its first mark."""
    marks = [row.start, *(at + 1 for at in range(row.start, row.end) if prose[at] == "|"), row.end + 1]
    return [Span(start, end - 1) for start, end in pairwise(marks)]
