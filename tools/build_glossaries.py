"""Compile the shipped glossaries into the package, so that no user has to wait for it.

    python tools/build_glossaries.py

The result carries a key of all that it was made from; fixer compiles anew, into the user's cache, if it does not fit.
"""

from __future__ import annotations

from fixer.glossary.cache import Source, seal
from fixer.glossary.paths import prebuilt_file, shipped_files


def main() -> None:
    source = Source(shipped_files())
    data = seal(source.key, source.compiled())
    prebuilt_file().write_bytes(data)
    print(f"{prebuilt_file()}: {len(data)} bytes from {len(source.files)} files")


if __name__ == "__main__":
    main()
