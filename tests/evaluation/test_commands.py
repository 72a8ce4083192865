"""`fixer eval` and `fixer score` as a user meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _fixer(*arguments: str, cwd: Path, stdin: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "fixer", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two documents: one damaged, one clean."""
    texts = {
        "one": (
            "Il est sorti en 2023. Le modÃ¨le est gratuit.\nIl coûte peu.\n",
            "Il est sorti en 2023. Le modèle est gratuit.\nIl coûte peu.\n",
        ),
        "two": ("Le prix baisse.\n", "Le prix baisse.\n"),
    }
    for name, (damaged, reference) in texts.items():
        folder = tmp_path / "corpus" / "test" / name
        folder.mkdir(parents=True)
        (folder / "damaged.txt").write_text(damaged, encoding="utf-8")
        (folder / "reference.txt").write_text(reference, encoding="utf-8")
        (folder / "meta.json").write_text("{}", encoding="utf-8")
        (folder / "gold.jsonl").write_text("", encoding="utf-8")
    gold = {
        "start": 25,
        "end": 32,
        "text": "modÃ¨le",
        "category": "encoding",
        "trust": "apply",
        "replacement": "modèle",
    }
    (tmp_path / "corpus" / "test" / "one" / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    return tmp_path


def test_eval_as_json(corpus: Path) -> None:
    status, out, _ = _fixer("eval", "--format", "json", "--propose", "--damage", "1", cwd=corpus)
    data = json.loads(out)
    assert status == 0
    assert data["documents"] == 2
    assert data["categories"]["encoding"]["corrected"] == 1
    assert data["categories"]["encoding"]["apply"]["recall"] == 1.0
    assert data["scores"]["rows"]["fix"]["TER"]["value"] == 0
    assert data["scores"]["rows"]["do nothing"]["TER"]["value"] > 0
    assert data["error_score"]["before"] > data["error_score"]["after"] == 0
    assert data["harm"]["per_10000_words"]["apply"] == 0
    assert data["contract"]
    assert "|documents " in data["signature"]


def test_eval_is_deterministic_but_for_time(corpus: Path) -> None:
    runs = [json.loads(_fixer("eval", "--format", "json", cwd=corpus)[1]) for _ in range(2)]
    for run in runs:
        del run["seconds"]
    assert runs[0] == runs[1]


def test_eval_as_table_and_as_markdown(corpus: Path) -> None:
    status, out, err = _fixer("eval", "corpus/test", "--by", "category", cwd=corpus)
    assert (status, err) == (0, "")
    assert out.startswith("Defects by category\n")
    assert "Findings by rule" not in out
    assert "do nothing" in out
    assert "2 documents, " in out
    markdown = _fixer("eval", "--format", "markdown", "--quick", cwd=corpus)[1]
    assert "| encoding | 1 |" in markdown
    assert "do nothing" not in markdown


def test_eval_lists_what_is_missed(corpus: Path) -> None:
    status, out, _ = _fixer("eval", "--show", "missed", "--ignore", "encoding", cwd=corpus)
    assert status == 0
    assert out.startswith("one:1:26: missed [encoding, apply] 'modÃ¨le' -> 'modèle'")


def test_eval_of_what_is_no_corpus(tmp_path: Path) -> None:
    status, out, err = _fixer("eval", str(tmp_path), cwd=tmp_path)
    assert (status, out) == (3, "")
    assert "no annotated documents there" in err
    assert "Traceback" not in err


def test_score_with_a_baseline(corpus: Path) -> None:
    folder = corpus / "corpus" / "test" / "one"
    arguments = ("score", "reference.txt", "--reference", "reference.txt", "--baseline", "damaged.txt")
    status, out, _ = _fixer(*arguments, cwd=folder)
    assert status == 0
    rows = [line.split()[:2] for line in out.splitlines()[2:5]]
    assert [row[0] for row in rows] == ["do", "hypothesis", "reference"]
    assert "aligned:line" in out
    data = json.loads(_fixer(*arguments, "--format", "json", "--align", "whole", cwd=folder)[1])
    assert data["rows"]["hypothesis"]["TER"]["value"] == 0
    assert data["segments"] == 1


def test_score_reads_standard_input_once(corpus: Path) -> None:
    folder = corpus / "corpus" / "test" / "one"
    status, out, _ = _fixer("score", "-", "--reference", "reference.txt", cwd=folder, stdin=b"Il est sorti.\n")
    assert status == 0
    assert "aligned:whole" in out
    assert _fixer("score", "-", "--reference", "-", cwd=folder)[0] == 2


def test_score_of_a_missing_file(tmp_path: Path) -> None:
    status, _, err = _fixer("score", "a.txt", "--reference", "b.txt", cwd=tmp_path)
    assert status == 3
    assert "a.txt: cannot be read" in err
