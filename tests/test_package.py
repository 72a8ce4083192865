"""The wheel holds all that is needed: built, installed in a fresh environment and run, it does the main job."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (path,) = out.glob("*.whl")
    return path


def test_the_wheel_holds_data_glossaries_and_notices(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        size = sum(info.file_size for info in archive.infolist())
    assert any(name.startswith("fixer/shipped_glossaries/") and name.endswith(".yaml") for name in names)
    assert any(name.startswith("fixer/data/") and name.endswith(".trie") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert not any(name.startswith(("tests/", "corpus/", "bench/")) for name in names)
    assert size < 25_000_000


def test_the_installed_wheel_runs(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    page = tmp_path / "page.txt"
    page.write_text("Les 50 000 puces Trémie de NVIDIA sont chères.Le prix baisse.\n", encoding="utf-8")
    fixer = tmp_path / "venv" / "bin" / "fixer"
    done = subprocess.run([fixer, "fix", "--suggestions", page], check=True, capture_output=True, cwd=tmp_path)
    assert done.stdout.decode() == "Les 50 000 puces Hopper de NVIDIA sont chères. Le prix baisse.\n"
