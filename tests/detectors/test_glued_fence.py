"""A fence behind text is code for the reader, so that nothing after it is inside out."""

from __future__ import annotations

import pytest

from fixer.document import Kind
from fixer.readers import read

HEADING = "## Requête :```sql\nSELECT 1 ;\n```\n\nLa suite.\n"
ITEM = "- **Exemple** :```js\nf( a )\n```\n\nLa suite.\n"


@pytest.mark.parametrize(("text", "code"), [(HEADING, "```sql\nSELECT 1 ;\n```\n"), (ITEM, "```js\nf( a )\n```\n")])
def test_the_code_is_protected_and_the_rest_is_prose(text: str, code: str) -> None:
    document = read(text, "markdown")
    assert [region.span.of(text) for region in document.regions if region.kind is Kind.CODE] == [code]
    assert "La suite." in document.prose


def test_a_fence_that_nothing_closes_is_none() -> None:
    document = read("Écrivez ```sql\nLa suite.\n", "markdown")
    assert all(region.kind is Kind.PROSE for region in document.regions)
