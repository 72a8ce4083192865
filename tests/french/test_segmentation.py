"""The lattice, the gate and the special shapes, below the detector."""

from __future__ import annotations

from itertools import pairwise

import pytest

from fixer.french.apostrophes import lost_apostrophe
from fixer.french.language_model import language_model
from fixer.french.letters import letter_model
from fixer.french.lexicon import lexicon
from fixer.french.segmentation import gate
from fixer.french.segmentation.splitter import Splitter, document_names, first_key, last_key
from fixer.french.segmentation.vendors import cut
from fixer.french.segmentation.visible import Piece, curl, see


def split(text: str, before: str = ".", after: str = ".") -> str:
    """The likeliest reading with spaces, whatever its confidence."""
    found = Splitter(lexicon(), language_model(), letter_model()).judge(text, before, after)
    if found is None:
        return text
    cuts = [0, *found.path.cuts, len(text)]
    return " ".join(text[a:b] for a, b in pairwise(cuts))


@pytest.mark.parametrize(
    ("glued", "words"),
    [
        ("froiderépondre", "froide répondre"),
        ("laarithmétiquela", "la arithmétique la"),
        ("l'IALe", "l'IA Le"),
        ("DeepSeek-V3est", "DeepSeek-V3 est"),
        ("modéliserconstruire(modifications", "modéliser construire (modifications"),
        ("intégrésmodulesetexternal", "intégrés modules et external"),
        ("pré-entraînéscommencementLes", "pré-entraînés commencement Les"),
        ("États-Unisexagérer", "États-Unis exagérer"),
        ("paramètretop_k", "paramètre top_k"),
    ],
)
def test_where_the_cuts_are(glued: str, words: str) -> None:
    assert split(glued) == words


@pytest.mark.parametrize(
    "token",
    [
        "maison,",
        "«modèle»",
        "l'utilisateur",
        "GPU.",
        "16Go",
        "3e",
        "1er",
        "d'API",
        "peut-être",
        "…",
        "hyperparamètres",
        "H100",
    ],
)
def test_plain_tokens(token: str) -> None:
    assert gate.plain(token, lexicon())


@pytest.mark.parametrize(
    "token", ["a=b", "~/bin", "C:\\x", "#tag", "x^2", "list[int]", "--help", "/usr/bin", "std::vec"]
)
def test_tokens_of_code(token: str) -> None:
    assert gate.code_like(token)


@pytest.mark.parametrize(
    ("token", "maker"),
    [
        ("Anthropicclaude-sonnet-4-5", "Anthropic"),
        ("Azurephi-4", "Azure"),
        ("OpenAIgpt-4o", "OpenAI"),
        ("Minimaxminimax-m1", "Minimax"),
    ],
)
def test_makers_before_models(token: str, maker: str) -> None:
    path = cut(token, lexicon())
    assert path is not None
    assert token[: path.cuts[0]] == maker


@pytest.mark.parametrize(
    "token", ["Kimi-K2-Thinking", "Qwen3-30B-A3B", "ResNet-50", "Word2vec-2", "Metavers-2", "CamemBERT-base-2"]
)
def test_models_without_makers(token: str) -> None:
    assert cut(token, lexicon()) is None


def test_a_document_knows_its_names() -> None:
    counts = {"Zorblax": 3, "dansle": 2, "modèle": 9, "Unique": 1}
    assert set(document_names(counts, lexicon(), language_model(), letter_model())) == {"Zorblax"}


def test_keys_of_neighbours() -> None:
    assert last_key("fin de l'IA") == "ia"
    assert first_key("1,5 million") == "0"
    assert last_key("") == first_key("") == "."


def test_markup_is_seen_through() -> None:
    seen = see(
        [Piece(10, "<b>", "markup"), Piece(13, "loi", "prose"), Piece(16, "</b>", "markup"), Piece(20, "Au", "prose")],
        0,
    )
    assert seen.text == "loiAu"
    assert seen.soft == {3}
    assert seen.places[3] == 20, "after the tag that closes"


def test_an_opening_marker_takes_the_space_before_it() -> None:
    seen = see([Piece(0, "le**gras**", "prose")], 0)
    assert seen.text == "legras"
    assert seen.places[2] == 2


def test_straight_quotes_turn_by_parity() -> None:
    text = 'dit "oui" et "non"'
    quotes = [i for i, char in enumerate(text) if char == '"']
    assert curl(text, 0, quotes) == "dit “oui” et “non”"


@pytest.mark.parametrize(
    ("before", "word", "after", "at"),
    [
        ("sur", "lintelligence", "artificielle", 1),
        (",", "quil", "a", 2),
        ("patron", "dAnthropic", ",", 1),
        ("de", "lindustrie", ".", 1),
    ],
)
def test_lost_apostrophes(before: str, word: str, after: str, at: int) -> None:
    lost = lost_apostrophe(word, before, after, lexicon(), language_model(), letter_model(), series=True)
    assert lost is not None
    assert lost.at == at
    assert lost.odds > 0


@pytest.mark.parametrize("word", ["lexer", "dataset", "sName", "nElements", "maison", "iPhone", "listeners"])
def test_no_apostrophe_was_lost(word: str) -> None:
    assert lost_apostrophe(word, "le", "est", lexicon(), language_model(), letter_model(), series=True) is None
