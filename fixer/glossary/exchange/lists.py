"""Lists of corrections for tools that know no context: Vale, codespell, typos.

Only wrong forms that are applied or suggested without conditions travel: with `near` lost, *Trémie* would always become
*Hopper*. codespell and typos know single words alone.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator

from fixer.errors import GlossaryError
from fixer.glossary.load import decode, slug
from fixer.glossary.model import Entry, Wrong


def _unconditional(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        for wrong in entry.wrong:
            if entry.term and wrong.trust in ("apply", "suggest") and not wrong.near and not wrong.not_near:
                yield wrong.form, entry.term


def write(entries: list[Entry], format: str) -> str:
    pairs = dict(_unconditional(entries))
    if format == "vale":
        return _vale(pairs)
    words = {wrong: term for wrong, term in pairs.items() if re.fullmatch(r"[^\W\d_]+", wrong)}
    if format == "codespell":
        # A trailing comma tells codespell that the correction is for a person to confirm.
        return "".join(f"{wrong.lower()}->{term},\n" for wrong, term in sorted(words.items()))
    lines = ["[default.extend-words]", *(f"{_toml(w.lower())} = {_toml(t)}" for w, t in sorted(words.items()))]
    return "\n".join(lines) + "\n"


def _vale(pairs: dict[str, str]) -> str:
    lines = [
        "extends: substitution",
        "message: \"Use '%s' instead of '%s'.\"",
        "level: warning",
        "ignorecase: false",
        "swap:",
    ]
    lines += [
        f"  {json.dumps(re.escape(wrong), ensure_ascii=False)}: {json.dumps(t, ensure_ascii=False)}"
        for wrong, t in sorted(pairs.items())
    ]
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def read(data: bytes, file: str, format: str) -> list[Entry]:
    text = decode(data, file)
    pairs = _typos(text, file) if format == "typos" else _codespell(text, file)
    entries: dict[str, Entry] = {}
    for number, (wrong, term) in pairs:
        id = slug(term)
        fields = {"term": term, "wrong": (Wrong(wrong, line=number),), "origin": f"{file}:{number}"}
        entries[id] = entries[id].overridden(fields) if id in entries else Entry(id=id, **fields)  # type: ignore[arg-type]
    return list(entries.values())


def _codespell(text: str, file: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """`wrong->right`, `wrong->right1, right2, reason`: the first correction counts."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        wrong, arrow, right = line.partition("->")
        if not arrow or not right.strip(" ,"):
            raise GlossaryError(f"{file}:{number}: codespell's lists read `wrong->right`: {line}")
        yield number, (wrong.strip(), right.split(",")[0].strip())


def _typos(text: str, file: str) -> Iterator[tuple[int, tuple[str, str]]]:
    try:
        words = tomllib.loads(text).get("default", {}).get("extend-words", {})
    except tomllib.TOMLDecodeError as error:
        raise GlossaryError(f"{file}: not valid TOML: {error}") from error
    yield from ((0, (wrong, right)) for wrong, right in words.items() if wrong != right)
