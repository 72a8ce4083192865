"""Units of other formats. Inside the project an offset counts code points; here is the one place that converts."""

from __future__ import annotations

import json
from typing import Any


def utf16_length(text: str) -> int:
    """UTF-16 code units (SARIF, LSP): a code point beyond the basic plane, such as an emoji, counts two."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf8_length(text: str) -> int:
    """UTF-8 bytes (rdjson); a lone surrogate counts the one byte that it stands for."""
    return len(text.encode("utf-8", "surrogateescape" if _escaped(text) else "surrogatepass"))


def _escaped(text: str) -> bool:
    return all("\udc80" <= character <= "\udcff" for character in text if "\ud800" <= character <= "\udfff")


def line_before(text: str, position: int) -> str:
    """The part of the line that stands before `position`."""
    start = max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1
    return text[start:position]


def dump(value: Any, indent: int | None = None) -> str:
    """JSON in readable UTF-8; only lone surrogates, which UTF-8 cannot hold, are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text) if _surrogates(text) else text


def _surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
