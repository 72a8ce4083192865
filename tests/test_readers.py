"""Readers other than Markdown, and the way from bytes to text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.document import HOLE, Kind
from fixer.errors import FileError, UsageError
from fixer.readers import read, reader_for
from fixer.readers.codec import decode, parse_encoding


def _protected(text: str, format: str) -> list[tuple[str, str]]:
    return [(str(r.kind), r.span.of(text)) for r in read(text, format).regions if r.kind is not Kind.PROSE]


def test_plain_text_protects_links_and_code() -> None:
    text = "Voir https://exemple.fr/wiki/Python_(langage), `x = 1` ou ecrire@exemple.fr."
    assert _protected(text, "text") == [
        ("link", "https://exemple.fr/wiki/Python_(langage)"),
        ("code", "`x = 1`"),
        ("link", "ecrire@exemple.fr"),
    ]


def test_plain_text_protects_blocks_of_code() -> None:
    text = (
        "Ajoutez ceci :\n\n    table inet filtre {\n        chain entree {\n"
        "            policy drop;\n        }\n    }\n"
        "\nPuis lancez :\n$ nft -f regles.conf\n```\nlecture.Ecriture\n```\n"
        "    Une citation en retrait,\n    qui reste de la prose.\n"
    )
    code = [shown for kind, shown in _protected(text, "text") if kind == "code"]
    assert code[0].startswith("    table inet")
    assert code[0].endswith("}\n")
    assert code[1:] == ["$ nft -f regles.conf", "```\nlecture.Ecriture\n```"]


def test_a_word_glued_to_a_url_stays_prose() -> None:
    assert _protected("voirhttps://exemple.fr/page.", "text") == [("link", "https://exemple.fr/page")]


def test_html_protects_tags_references_comments_and_code() -> None:
    text = '<p class="a>b">Un&nbsp;mot <code>du <b>code</b></code><!-- note --><script>if (a < b) {}</script></p>'
    assert _protected(text, "html") == [
        ("markup", '<p class="a>b">'),
        ("markup", "&nbsp;"),
        ("markup", "<code>"),
        ("code", "du <b>code</b>"),
        ("markup", "</code>"),
        ("comment", "<!-- note -->"),
        ("markup", "<script>"),
        ("code", "if (a < b) {}"),
        ("markup", "</script></p>"),
    ]


def test_html_respects_what_is_not_to_be_translated() -> None:
    assert ("code", "Trémie") in _protected('<span translate="no">Trémie</span> Trémie', "html")
    assert ("code", "Trémie") in _protected('<i class="x notranslate">Trémie</i>', "html")


@pytest.mark.parametrize(
    "opening", ["<code>", '<a href="', "<!--", "`", "<pre><code>", "&", "[a](", "**", "$a_", "- ", "> "]
)
@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_what_is_never_closed_does_not_make_the_cut_slow(opening: str, format: str) -> None:
    text = opening * 20_000 + "fin"
    assert len(read(text, format).prose) == len(text)


def test_the_view_hides_protected_text_and_keeps_line_breaks() -> None:
    document = read("a `b`\r\n```\nc\n```\n", "markdown")
    assert document.prose == f"a {HOLE * 3}\r\n{HOLE * 3}\n{HOLE}\n{HOLE * 3}\n"


def test_a_lone_surrogate_is_a_replacement_character_in_the_view() -> None:
    assert read("mod\udce8le \ud800", "text").prose == "mod\ufffdle \ufffd"


def test_the_format_comes_from_the_name_or_is_given() -> None:
    assert reader_for("a/B.MD").name == "markdown"
    assert reader_for("a.unknown").name == "text"
    assert reader_for("a.md", "text").name == "text"
    with pytest.raises(UsageError, match="the formats are text, markdown, html"):
        reader_for("a.md", "word")


TEXT = st.text(st.characters(codec="utf-8"), max_size=50).filter(lambda t: "\0" not in t and not t.startswith("\ufeff"))


@given(TEXT, st.sampled_from([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]))
def test_a_byte_order_mark_decides_and_is_kept(text: str, mark: bytes) -> None:
    names = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
    data = mark + text.encode(names[mark])
    decoded, codec = decode(data, "x")
    if not (mark == b"\xff\xfe" and text.startswith("\0")):
        assert decoded == text
    assert codec.encode(decoded) == data


@given(st.binary(max_size=60).filter(lambda data: not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))))
def test_undecodable_bytes_survive_when_asked_for(data: bytes) -> None:
    text, codec = decode(data, "x", "utf-8:surrogateescape")
    assert codec.encode(text) == data


def test_undecodable_bytes_are_named_with_their_place() -> None:
    with pytest.raises(FileError, match=r"f\.txt:2:4: byte 0xE9 at offset 9 is not utf-8.*--encoding windows-1252"):
        decode(b"trois\nabc\xe9", "f.txt")


def test_binary_files_are_refused() -> None:
    for data in (b"%PDF-1.7\n...", b"PK\x03\x04abc", b"abc\0def"):
        with pytest.raises(FileError, match="binary"):
            decode(data, "f")


def test_text_that_begins_like_a_binary_format_is_text() -> None:
    for text in ("RIFF est un format de conteneur.", "GIF89a, de 1989, ajoute la transparence.", "BM, le bitmap."):
        assert decode(text.encode(), "f")[0] == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-16-be"])
def test_a_byte_order_mark_is_neither_added_nor_lost(encoding: str) -> None:
    marks = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16": b"\xff\xfe", "utf-32": b"\xff\xfe\0\0", "utf-16-be": b"\xfe\xff"}
    plain = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, encoding)
    for mark in (b"", marks.get(encoding, b"\xff\xfe")):
        data = mark + "été 😀".encode(plain)
        text, codec = decode(data, "x", encoding)
        assert (text, codec.encode(text)) == ("été 😀", data)


def test_an_encoding_that_spells_a_text_in_several_ways_is_refused_unless_it_comes_out_the_same() -> None:
    assert decode("été".encode("utf-7"), "f", "utf-7")[0] == "été"
    with pytest.raises(FileError, match="f: cannot be written back as it was in utf-7"):
        decode(b"+AOk-t+AOk-+AOk-", "f", "utf-7")


@pytest.mark.parametrize("encoding", ["base64", "rot13", "undefined"])
def test_a_codec_that_is_no_encoding_is_a_usage_error(encoding: str) -> None:
    with pytest.raises(UsageError, match=f"no encoding '{encoding}'"):
        parse_encoding(encoding)


def test_an_unknown_encoding_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="no encoding 'klingon'"):
        parse_encoding("klingon")
    with pytest.raises(UsageError, match="surrogateescape"):
        parse_encoding("utf-8:ignore")


def test_a_character_that_the_encoding_lacks_is_an_error_not_a_loss() -> None:
    _, codec = decode("é".encode("cp1252"), "x", "windows-1252")
    with pytest.raises(FileError, match=r"has '等'.*which windows-1252 lacks"):
        codec.encode("等")
