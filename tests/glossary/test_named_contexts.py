"""`near: [$gpu, puce]`: sets of words with a name."""

from __future__ import annotations

from pathlib import Path

import pytest

import fixer
from fixer.errors import GlossaryError
from fixer.glossary.load import merge, parse

_SETS = "contexts:\n  gpu: [CUDA, NVIDIA]\n"
_ENTRY = "entries:\n  - {id: hopper, term: Hopper, kind: entity, wrong: [{form: Trémie, near: [%s]}]}\n"


def near(*texts: str) -> tuple[str, ...]:
    files = [parse(text, f"g{number}.yaml") for number, text in enumerate(texts)]
    return merge(files)["hopper"].wrong[0].near


def test_a_name_stands_for_its_words() -> None:
    assert near(_SETS + _ENTRY % "$gpu, puce") == ("CUDA", "NVIDIA", "puce")


def test_sets_of_one_name_add_up_over_files() -> None:
    assert near(_ENTRY % "$gpu", _SETS, "contexts:\n  gpu: [VRAM, CUDA]\n") == ("CUDA", "NVIDIA", "VRAM")


def test_an_unknown_name_is_quoted_with_its_line_and_a_hint() -> None:
    with pytest.raises(GlossaryError, match=r"g0\.yaml:4: no context is called '\$gpus'; did you mean '\$gpu'"):
        near(_SETS + _ENTRY % "$gpus")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("contexts:\n  GPU!: [CUDA]\n", "ASCII letters"),
        ("contexts:\n  gpu: [$llm]\n", "not other lists"),
        ("contexts: [CUDA]\n", "must be a mapping"),
    ],
)
def test_sets_are_checked(text: str, problem: str) -> None:
    with pytest.raises(GlossaryError, match=problem):
        parse(text, "g.yaml")


def test_a_file_of_your_own_may_use_the_shipped_sets(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "entries:\n  - {term: Zorbon, kind: entity, wrong: [{form: Zorbonne, near: [$gpu], trust: apply}]}\n",
        encoding="utf-8",
    )
    text = "La Zorbonne dépasse les cartes CUDA. Rien de plus n'est dit."
    assert "Zorbon dépasse" in fixer.fix(text, glossary=(str(own),), suggestions=True).text
