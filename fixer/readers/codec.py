"""Bytes to text and back, losslessly: the encoding and the byte order mark are remembered, nothing is guessed."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from fixer.errors import FileError, UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What the first bytes of common binary formats are; a NUL in the first kilobyte of an 8-bit file says the same.
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b", b"BM\x00", b"RIFF")


@dataclass(frozen=True)
class Codec:
    """`name` as Python knows it, `errors` strict or surrogateescape, `bom` the bytes in front of the text."""

    name: str = "utf-8"
    errors: str = "strict"
    bom: bytes = b""

    def encode(self, text: str) -> bytes:
        """Raises FileError for a character that the encoding does not have."""
        try:
            return self.bom + text.encode(self.name, self.errors)
        except UnicodeEncodeError as error:
            character = error.object[error.start]
            raise FileError(
                f"the encoding {self.name} has no {character!r} (U+{ord(character):04X}); write with --encoding utf-8"
            ) from None


def parse_encoding(encoding: str) -> tuple[str, str]:
    """`NAME` or `NAME:surrogateescape` as name and error handling. Raises UsageError for an unknown encoding."""
    name, _, errors = encoding.partition(":")
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        raise UsageError(f"there is no encoding '{name}'; try utf-8, windows-1252, utf-16, gb18030") from None
    if errors not in ("", "strict", "surrogateescape"):
        raise UsageError(f"after the encoding stands ':surrogateescape' or nothing, not ':{errors}'")
    return name, errors or "strict"


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, Codec]:
    """The text of a file and how to write it back: `encoding` if given, else by the byte order mark, else UTF-8.

    Raises FileError for binary data and for bytes that the encoding does not allow, with their offset.
    """
    name, errors = parse_encoding(encoding) if encoding else ("utf-8", "strict")
    bom = b""
    for mark, marked in _MARKS:
        same = encoding is None or codecs.lookup(name).name.removesuffix("-le").removesuffix("-be") in (
            marked.removesuffix("-le").removesuffix("-be"),
            "utf-8-sig",
        )
        if data.startswith(mark) and same:
            name, bom = marked, mark
            break
    if not bom and encoding is None and (data.startswith(_BINARY) or b"\0" in data[:1024]):
        raise FileError(f"{path}: this is no text but a binary file; if it is text, say so with --encoding")
    try:
        return data[len(bom) :].decode(name, errors), Codec(name, errors, bom)
    except UnicodeDecodeError as error:
        offset = len(bom) + error.start
        line = data.count(b"\n", 0, offset) + 1
        column = offset - (data.rfind(b"\n", 0, offset) + 1) + 1
        raise FileError(
            f"{path}:{line}:{column}: byte 0x{data[offset]:02X} at offset {offset} is not {name}; "
            f"name the file's encoding, for example --encoding windows-1252"
        ) from None
    except UnicodeError as error:
        raise FileError(f"{path}: cannot be read as {name}: {error}") from None
