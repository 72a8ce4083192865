"""Reading glossary files: YAML with a closed set of keys, every error quoting file:line:column and the offending text.

The nodes of the YAML tree are read, not the values a YAML loader makes of them: a node knows its place, and `term: No`
or `term: 1.0` stays the text that was written (YAML 1.1 would make them `False` and a number).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from fixer.errors import GlossaryError
from fixer.french.words import unaccented
from fixer.glossary.model import GENDERS, PARTS_OF_SPEECH, TRUSTS, TYPES, Case, Entry, Example, Kind, Wrong
from fixer.glossary.named_contexts import MARK, Contexts, expanded, united

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

TOP = ("version", "domain", "contexts", "names", "entries", "keep")
ENTRY = (
    "id term kind type translate gender plural pos source allowed domain wrong fuzzy tests "
    "trust case near not_near inflect because"
).split()
WRONG = "form trust case near not_near gender plural inflect because".split()
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHARED = ("trust", "case", "near", "not_near", "inflect", "because")  # of an entry: defaults of its wrong forms


@dataclass(frozen=True)
class GlossaryFile:
    """What one file says. `entries` hold the fields that are written, for merging; every one has `id`."""

    name: str
    domain: str | None = None
    entries: tuple[Mapping[str, Any], ...] = ()
    keep: tuple[str, ...] = ()
    contexts: Contexts = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def slug(text: str) -> str:
    """An identifier for a term: ASCII, lower case, hyphens: `Loi d'échelle` -> `loi-d-echelle`."""
    return re.sub(r"[^a-z0-9]+", "-", unaccented(text).lower().replace("+", " plus ")).strip("-") or "x"


@dataclass
class _Reader:
    """Reads one file; its methods raise GlossaryError that quotes the node's place."""

    name: str
    lines: list[str]
    seen: dict[str, int] = field(default_factory=dict)

    def error(self, node: yaml.Node, problem: str) -> GlossaryError:
        mark = node.start_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return GlossaryError(f"{self.name}:{mark.line + 1}:{mark.column + 1}: {problem}\n    {line.strip()}")

    def mapping(self, node: yaml.Node, what: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """Key -> (key node, value node). Fails on other nodes and on a key written twice."""
        if not isinstance(node, yaml.MappingNode):
            raise self.error(node, f"{what} must be a mapping (`key: value`)")
        out: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            name = self.text(key, "a key")
            if name in out:
                raise self.error(key, f"'{name}' is written twice in {what}")
            out[name] = (key, value)
        return out

    def closed(self, node: yaml.Node, what: str, keys: Iterable[str]) -> dict[str, yaml.Node]:
        """A mapping with no other keys than `keys`."""
        known = tuple(keys)
        out: dict[str, yaml.Node] = {}
        for name, (key, value) in self.mapping(node, what).items():
            if name not in known:
                raise self.error(key, f"unknown key '{name}' in {what}{_nearest(name, known)}")
            out[name] = value
        return out

    def text(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.error(node, f"{what} must be a text")
        value = str(node.value).strip()
        if value in ("", "~"):
            raise self.error(node, f"{what} is empty")
        return value

    def texts(self, node: yaml.Node, what: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        if isinstance(node, yaml.SequenceNode):
            return tuple(dict.fromkeys(self.text(item, f"an item of {what}") for item in node.value))
        return (self.text(node, what),)

    def flag(self, node: yaml.Node, what: str) -> bool:
        value = self.text(node, what).lower()
        if value not in ("true", "false", "yes", "no", "on", "off"):
            raise self.error(node, f"{what} must be true or false, not '{value}'")
        return value in ("true", "yes", "on")

    def one_of(self, node: yaml.Node, what: str, values: Iterable[str]) -> str:
        allowed = tuple(values)
        value = self.text(node, what)
        if value not in allowed:
            raise self.error(node, f"{what} must be one of {', '.join(allowed)}, not '{value}'")
        return value

    def items(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        """The items of a list; what is left empty is a list of none."""
        if isinstance(node, yaml.ScalarNode) and node.value == "":
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(node, f"{what} must be a list (`- …`)")
        return list(node.value)

    def lists(self, node: yaml.Node, what: str) -> dict[str, tuple[str, ...]]:
        """Lists that have a name: the words of a context, the names of a field."""
        out: dict[str, tuple[str, ...]] = {}
        for name, (key, value) in self.mapping(node, f"{what}s").items():
            if not _SLUG.fullmatch(name):
                raise self.error(key, f"the name of a {what} must be ASCII letters, digits and hyphens")
            out[name] = self.texts(value, f"{what} '{name}'")
            if any(word.startswith(MARK) for word in out[name]):
                raise self.error(value, f"{what} '{name}' must hold words, not other lists")
        return out

    def conditions(self, nodes: Mapping[str, yaml.Node]) -> dict[str, Any]:
        """The fields that an entry and a wrong form share."""
        out: dict[str, Any] = {}
        for name, read in _CONDITIONS.items():
            if name in nodes:
                out[name] = read(self, nodes[name])
        return out

    def wrong(self, node: yaml.Node, defaults: Mapping[str, Any]) -> Wrong:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return Wrong(self.text(node, "a wrong form"), line=line, **defaults)
        nodes = self.closed(node, "a wrong form", WRONG)
        if "form" not in nodes:
            raise self.error(node, "a wrong form needs 'form'")
        values = {**defaults, **self.conditions(nodes), "form": self.text(nodes["form"], "form")}
        if "gender" in nodes:
            values["gender"] = self.one_of(nodes["gender"], "gender", GENDERS)
        if "plural" in nodes:
            values["plural"] = self.text(nodes["plural"], "plural")
        return Wrong(line=line, **values)

    def test(self, node: yaml.Node) -> Example:
        nodes = self.closed(node, "a test", ("from", "to", "keep"))
        if set(nodes) == {"keep"}:
            return Example(self.text(nodes["keep"], "keep"))
        if set(nodes) == {"from", "to"}:
            return Example(self.text(nodes["from"], "from"), self.text(nodes["to"], "to"))
        raise self.error(node, "a test has either 'from' and 'to', or 'keep'")

    def entry(self, node: yaml.Node, domain: str | None) -> dict[str, Any]:
        """The fields that are written; a new entry is checked for what it needs when files are merged."""
        nodes = self.closed(node, "an entry", ENTRY)
        out: dict[str, Any] = {"origin": f"{self.name}:{node.start_mark.line + 1}"}
        for name in ("id", "term", "plural", "domain"):
            if name in nodes and not (name == "term" and _deletes(nodes)):
                out[name] = self.text(nodes[name], name)
        if "id" not in out:
            if "term" not in out:
                raise self.error(node, "an entry needs 'id' or 'term'")
            out["id"] = slug(out["term"])
        if not _SLUG.fullmatch(out["id"]):
            raise self.error(nodes["id"], f"id must be ASCII letters, digits and hyphens, e.g. {slug(out['id'])}")
        if _deletes(nodes):
            out["term"] = ""
        if out["id"] in self.seen:
            raise self.error(node, f"id '{out['id']}' is already used in line {self.seen[out['id']]}")
        self.seen[out["id"]] = node.start_mark.line + 1
        if domain:
            out.setdefault("domain", domain)
        for name, values in (("type", TYPES), ("gender", GENDERS), ("pos", PARTS_OF_SPEECH)):
            if name in nodes:
                out[name] = self.one_of(nodes[name], name, values)
        if "kind" in nodes:
            out["kind"] = Kind(self.one_of(nodes["kind"], "kind", Kind))
        for name in ("translate", "fuzzy"):
            if name in nodes:
                out[name] = self.flag(nodes[name], name)
        if "allowed" in nodes:
            out["allowed"] = self.texts(nodes["allowed"], "allowed")
        if "source" in nodes:
            for language, value in self.closed(nodes["source"], "source", ("zh", "en")).items():
                out[language] = self.texts(value, f"source.{language}")
        if "wrong" in nodes:
            defaults = self.conditions(nodes)
            out["wrong"] = tuple(self.wrong(item, defaults) for item in self.items(nodes["wrong"], "wrong"))
        if "tests" in nodes:
            out["tests"] = tuple(self.test(item) for item in self.items(nodes["tests"], "tests"))
        return out


_CONDITIONS: dict[str, Callable[[_Reader, yaml.Node], Any]] = {
    "trust": lambda reader, node: reader.one_of(node, "trust", TRUSTS),
    "case": lambda reader, node: Case(reader.one_of(node, "case", Case)),
    "near": lambda reader, node: reader.texts(node, "near"),
    "not_near": lambda reader, node: reader.texts(node, "not_near"),
    "inflect": lambda reader, node: reader.flag(node, "inflect"),
    "because": lambda reader, node: reader.text(node, "because"),
}


def _deletes(nodes: Mapping[str, yaml.Node]) -> bool:
    """True for a gloss that is only taken out: `type: gloss` with `term: ""`."""
    return "term" in nodes and nodes["term"].value == "" and "type" in nodes and nodes["type"].value == "gloss"


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), 1)
    return f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(known)}"


def _flat(reader: _Reader, pairs: Mapping[str, tuple[yaml.Node, yaml.Node]]) -> Iterator[Mapping[str, Any]]:
    """Entries of a file that says just `wrong: right` a line."""
    entries: dict[str, dict[str, Any]] = {}
    for wrong, (key, value) in pairs.items():
        right = reader.text(value, f"the right form of '{wrong}'")
        if right == wrong:
            raise reader.error(key, f"'{wrong}' would be corrected to itself")
        line = key.start_mark.line + 1
        entry = entries.setdefault(
            slug(right), {"id": slug(right), "term": right, "origin": f"{reader.name}:{line}", "wrong": ()}
        )
        entry["wrong"] += (Wrong(wrong, line=line),)
        if right[:1].isupper():
            entry["kind"] = Kind.ENTITY
    yield from entries.values()


def parse(text: str, name: str) -> GlossaryFile:
    """The glossary of a YAML text; `name` is quoted in errors. Raises GlossaryError."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name
        quoted = text.splitlines()[mark.line].strip() if mark and mark.line < len(text.splitlines()) else ""
        raise GlossaryError(f"{place}: not valid YAML: {error.problem}\n    {quoted}") from error
    except yaml.YAMLError as error:
        raise GlossaryError(f"{name}: not valid YAML: {error}") from error
    if root is None:
        return GlossaryFile(name)
    reader = _Reader(name, text.splitlines())
    pairs = reader.mapping(root, "a glossary")
    if not set(pairs) & {"version", "contexts", "names", "entries", "keep"} and all(
        isinstance(value, yaml.ScalarNode) for _, value in pairs.values()
    ):
        return GlossaryFile(name, entries=tuple(_flat(reader, pairs)))
    nodes = reader.closed(root, "a glossary", TOP)
    if "version" in nodes and (version := reader.text(nodes["version"], "version")) != "1":
        raise reader.error(nodes["version"], f"this fixer reads version 1 of glossaries, not {version}")
    domain = reader.text(nodes["domain"], "domain") if "domain" in nodes else None
    entries = reader.items(nodes["entries"], "entries") if "entries" in nodes else []
    keep = reader.texts(nodes["keep"], "keep") if "keep" in nodes else ()
    contexts = reader.lists(nodes["contexts"], "context") if "contexts" in nodes else {}
    names = reader.lists(nodes["names"], "field of name") if "names" in nodes else {}
    return GlossaryFile(name, domain, tuple(reader.entry(node, domain) for node in entries), keep, contexts, names)


def decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(f"{name}:{line}: a glossary must be UTF-8; byte {data[error.start]:#x} is not") from error


def merge(
    files: Iterable[GlossaryFile],
    base: Callable[[str], Entry | None] = lambda _: None,
    contexts: Contexts | None = None,
) -> dict[str, Entry]:
    """One entry an id, later files overriding, conditions in plain words. Raises GlossaryError.

    `base` and `contexts` are the entries and the named contexts of a layer below.
    """
    files = tuple(files)
    known_contexts = united((contexts or {}, *(file.contexts for file in files)))
    merged: dict[str, Entry] = {}
    for file in files:
        for fields in file.entries:
            known = merged.get(fields["id"]) or base(fields["id"])
            if known is not None:
                merged[fields["id"]] = known.overridden(fields)
            elif "term" in fields:
                merged[fields["id"]] = Entry(**fields)
            else:
                raise GlossaryError(f"{fields['origin']}: entry '{fields['id']}' needs 'term': no other file has it")
    return {id: expanded(entry, known_contexts) for id, entry in merged.items()}
