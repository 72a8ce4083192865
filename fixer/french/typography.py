"""House styles of French typography: one table each, with its source.

They differ in the space before high punctuation, inside guillemets and between thousands. All three write guillemets
for quotations, a curved apostrophe, an ellipsis in one character and short ordinals (`1er`, `2e`).
"""

from __future__ import annotations

from dataclasses import dataclass

NO_BREAK = "\u00a0"
NARROW = "\u202f"


@dataclass(frozen=True)
class HouseStyle:
    """`before` maps a mark to the space before it (empty: none); `inside` is the space inside of guillemets."""

    name: str
    source: str
    before: dict[str, str]
    inside: str
    thousands: str


STYLES = {
    style.name: style
    for style in (
        HouseStyle(
            "imprimerie-nationale",
            "Imprimerie nationale, Lexique des règles typographiques en usage, « Espacements » et « Guillemets »",
            {":": NO_BREAK, ";": NARROW, "!": NARROW, "?": NARROW, "%": NO_BREAK},
            NO_BREAK,
            NARROW,
        ),
        HouseStyle(
            "quebec",
            "Office québécois de la langue française, Vitrine linguistique, « Espacement avant et après les signes »",
            {":": NO_BREAK, ";": "", "!": "", "?": "", "%": NO_BREAK},
            NO_BREAK,
            NO_BREAK,
        ),
        HouseStyle(
            "suisse",
            "Guide du typographe (Groupe de Lausanne), « Espaces » et « Guillemets »",
            {":": NARROW, ";": NARROW, "!": NARROW, "?": NARROW, "%": NARROW},
            NARROW,
            NARROW,
        ),
    )
}
