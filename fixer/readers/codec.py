"""Bytes to text and back, losslessly: the encoding and the byte order mark are remembered, nothing is guessed."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from fixer.errors import FileError, UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What the first bytes of common binary formats are; a NUL in the first kilobyte of an 8-bit file says the same. (A
# signature that is text, as RIFF is, could begin an article about the format; such files have a NUL soon.)
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF", b"\x1f\x8b")

# Encodings that write a byte order mark of their own, and what they are in a file that has none.
_UNMARKED = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


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
                f"the repaired text has {character!r} ({unicodedata.name(character, 'no name')}), which {self.name} "
                f"lacks; convert the file to UTF-8 first, or leave the rule out with --ignore"
            ) from None


def parse_encoding(encoding: str) -> tuple[str, str]:
    """`NAME` or `NAME:surrogateescape` as name and error handling. Raises UsageError for an unknown encoding."""
    name, _, errors = encoding.partition(":")
    try:
        "".encode(name)
        b"".decode(name)
    except (LookupError, ValueError):
        raise UsageError(f"there is no encoding '{name}'; try utf-8, windows-1252, utf-16, gb18030") from None
    if errors not in ("", "strict", "surrogateescape"):
        raise UsageError(f"after the encoding stands ':surrogateescape' or nothing, not ':{errors}'")
    return name, errors or "strict"


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, Codec]:
    """The text of a file and how to write it back: `encoding` if given, else by the byte order mark, else UTF-8.

    Raises FileError for binary data, for bytes that the encoding does not allow, with their offset, and for an encoding
    in which the file could not be written back as it was (one with shift states that may be spelt in several ways).
    """
    name, errors = parse_encoding(encoding) if encoding else ("utf-8", "strict")
    bom, marked = next(((mark, named) for mark, named in _MARKS if data.startswith(mark)), (b"", name))
    if encoding and _family(name) != _family(marked):
        bom, marked = b"", name
    if not bom and encoding is None and (data.startswith(_BINARY) or b"\0" in data[:1024]):
        raise FileError(f"{path}: this is no text but a binary file; if it is text, say so with --encoding")
    codec = Codec(marked if bom else _UNMARKED.get(codecs.lookup(name).name, name), errors, bom)
    try:
        text = data[len(bom) :].decode(codec.name, errors)
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
    if encoding and not _same_again(codec, text, data):
        raise FileError(f"{path}: cannot be written back as it was in {name}; convert the file to UTF-8 first")
    return text, codec


def _family(name: str) -> str:
    """`utf-16` for each of its byte orders, `utf-8` for that with a mark."""
    return codecs.lookup(name).name.removesuffix("-sig").removesuffix("-le").removesuffix("-be")


def _same_again(codec: Codec, text: str, data: bytes) -> bool:
    try:
        return codec.encode(text) == data
    except FileError:
        return False
