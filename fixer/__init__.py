"""fixer repairs machine-translated technical French.

>>> import fixer
>>> fixer.fix("Il est sorti en mars.Le modèle est gratuit.").text
'Il est sorti en mars. Le modèle est gratuit.'

Start reading in `text.py` (spans and edits), then `document.py`, `finding.py`, `engine.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fixer.api import check, fix
    from fixer.document import Document
    from fixer.engine import Result
    from fixer.finding import Finding, Trust

__version__ = "0.1.0"

__all__ = ["Document", "Finding", "Result", "Trust", "check", "fix"]

_HOME = {
    "Document": "fixer.document",
    "Finding": "fixer.finding",
    "Result": "fixer.engine",
    "Trust": "fixer.finding",
    "check": "fixer.api",
    "fix": "fixer.api",
}


def __getattr__(name: str) -> Any:
    """Public names are imported when they are first used, so that `fixer --version` costs next to nothing."""
    if name not in _HOME:
        raise AttributeError(f"module 'fixer' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
