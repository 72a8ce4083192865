"""The command line as a user meets it: what goes where, and with which status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DAMAGED = "Il est sorti en 2023.Le modèle est gratuit.\n"
REPAIRED = "Il est sorti en 2023. Le modèle est gratuit.\n"


def _fixer(*arguments: str, cwd: Path | None = None, stdin: bytes = b"", **environment: str) -> tuple[int, bytes, str]:
    done = subprocess.run(
        [sys.executable, "-m", "fixer", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), **environment},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.decode()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(DAMAGED, encoding="utf-8")
    return path


def test_version_and_help() -> None:
    assert _fixer("--version")[1].startswith(b"fixer 0.")
    status, out, _ = _fixer("--help")
    assert status == 0
    assert b"explain" in out


def test_fix_to_standard_output_with_the_summary_apart(page: Path) -> None:
    status, out, err = _fixer("fix", "page.txt", cwd=page.parent)
    assert (status, out.decode()) == (0, REPAIRED)
    assert err.startswith("1 edit applied; 0 suggestions and 0 flags waiting")
    assert _fixer("fix", "--quiet", "page.txt", cwd=page.parent)[2] == ""


def test_fix_reads_standard_input() -> None:
    status, out, _ = _fixer("fix", "-", stdin=DAMAGED.encode())
    assert (status, out.decode()) == (0, REPAIRED)


def test_fix_writes_to_a_file_or_in_place(page: Path) -> None:
    assert _fixer("fix", str(page), "-o", str(page.parent / "out.txt"))[:2] == (0, b"")
    assert (page.parent / "out.txt").read_text(encoding="utf-8") == REPAIRED
    assert page.read_text(encoding="utf-8") == DAMAGED
    assert _fixer("fix", "--in-place", str(page))[0] == 0
    assert page.read_text(encoding="utf-8") == REPAIRED
    before = page.stat().st_mtime_ns
    assert _fixer("fix", "--in-place", str(page))[0] == 0
    assert page.stat().st_mtime_ns == before, "without an edit nothing is written"


def test_fix_keeps_encoding_mark_and_line_breaks(tmp_path: Path) -> None:
    text = DAMAGED.replace("\n", "\r\n") + "Fin"
    for encoding, flags in (("utf-8-sig", []), ("utf-16", []), ("cp1252", ["--encoding", "cp1252"])):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.encode(encoding))
        assert _fixer("fix", "--in-place", *flags, str(path))[0] == 0
        assert path.read_bytes() == text.replace("2023.Le", "2023. Le").encode(encoding)


def test_check_prints_findings_and_ends_with_one(page: Path) -> None:
    status, out, err = _fixer("check", "page.txt", "--format", "jsonl", cwd=page.parent)
    assert status == 1
    finding = json.loads(out)
    keys = "file line column end_line end_column start end text replacement alternatives rule category mqm trust"
    assert list(finding)[:17] == [*keys.split(), "confidence", "message", "origin"]
    assert (finding["file"], finding["line"], finding["start"]) == ("page.txt", 1, DAMAGED.index("2023"))
    assert (finding["text"], finding["replacement"]) == ("2023.Le", "2023. Le")
    assert (finding["rule"], finding["category"], finding["trust"]) == ("run-together", "run-together", "apply")
    assert "1 edit ready" in err
    assert _fixer("check", "-", stdin=REPAIRED.encode())[0] == 0


@pytest.mark.parametrize("format", ["text", "json", "sarif", "github", "rdjson"])
def test_every_format_has_the_finding(page: Path, format: str) -> None:
    status, out, _ = _fixer("check", str(page), "--format", format)
    assert status == 1
    assert "2023. Le" in out.decode()
    if format not in ("text", "github"):
        assert json.loads(out)


def test_columns_in_the_units_of_each_format(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("😀 e\u0301 " + DAMAGED, encoding="utf-8")
    start = len("😀 e\u0301 Il est sorti en ")
    column = json.loads(_fixer("check", str(path), "--format", "jsonl")[1])["column"]
    assert column == start + 1
    sarif = json.loads(_fixer("check", str(path), "--format", "sarif")[1])["runs"][0]
    assert sarif["columnKind"] == "utf16CodeUnits"
    region = sarif["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["startColumn"] == start + 2
    rdjson = json.loads(_fixer("check", str(path), "--format", "rdjson")[1])
    byte = len("😀 e\u0301 Il est sorti en ".encode())
    assert rdjson["diagnostics"][0]["location"]["range"]["start"]["column"] == byte + 1


def test_the_diff_applies(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    lines = [f"Ligne {n}." for n in range(30)]
    lines[3] = lines[20] = DAMAGED.strip()
    path.write_text("\n".join(lines), encoding="utf-8")  # without a line break at the end
    status, out, _ = _fixer("diff", "a.txt", cwd=tmp_path)
    assert status == 1
    subprocess.run(["git", "apply", "-"], input=out, cwd=tmp_path, check=True)
    assert path.read_text(encoding="utf-8") == "\n".join(lines).replace("2023.Le", "2023. Le")
    assert _fixer("diff", "a.txt", cwd=tmp_path)[:2] == (0, b"")


def test_the_word_diff_marks_words_and_no_color_is_honoured(page: Path) -> None:
    _, out, _ = _fixer("diff", "--words", "page.txt", cwd=page.parent, NO_COLOR="1")
    assert out.decode() == "page.txt:1: Il est sorti en [-2023.Le-]{+2023. Le+} modèle est gratuit.\n"


def test_selection(page: Path) -> None:
    assert _fixer("fix", "--ignore", "run-together", str(page))[1].decode() == DAMAGED
    assert _fixer("fix", "--select", "typography", str(page))[1].decode() == DAMAGED
    status, _, err = _fixer("fix", "--select", "spelling", str(page))
    assert status == 2
    assert "no rule or category 'spelling'" in err


def test_configuration_is_found_upward_and_flags_add_to_it(page: Path) -> None:
    (page.parent / "sub").mkdir()
    (page.parent / "fixer.toml").write_text('ignore = ["run-together"]\n')
    assert _fixer("fix", "../page.txt", cwd=page.parent / "sub")[1].decode() == DAMAGED
    (page.parent / "fixer.toml").write_text('colour = "red"\n')
    status, _, err = _fixer("fix", "page.txt", cwd=page.parent)
    assert status == 2
    assert "fixer.toml: there is no option 'colour'" in err
    (page.parent / "fixer.toml").write_text("select = [\n")
    assert _fixer("fix", "page.txt", cwd=page.parent)[0] == 2


def test_suppression_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    comment = "<!-- fixer: ignore run-together -->\n"
    path.write_text(comment + DAMAGED + "\n" + DAMAGED, encoding="utf-8")
    assert _fixer("fix", str(path))[1].decode() == comment + DAMAGED + "\n" + REPAIRED
    path.write_text(f"<!-- fixer: off -->\n{DAMAGED}\n<!-- fixer: on -->\n{DAMAGED}", encoding="utf-8")
    assert _fixer("fix", str(path))[1].decode().endswith(REPAIRED)
    path.write_text(comment + REPAIRED, encoding="utf-8")
    status, out, _ = _fixer("check", str(path))
    assert status == 1
    assert b"silences nothing" in out


def test_several_files_the_worst_counts_and_the_others_are_done(page: Path) -> None:
    (page.parent / "bad.txt").write_bytes(b"caf\xe9")
    (page.parent / "other.txt").write_text(DAMAGED, encoding="utf-8")
    files = ["page.txt", "bad.txt", "absent.txt", "other.txt"]
    for jobs in ("1", "2"):
        (page.parent / "other.txt").write_text(DAMAGED, encoding="utf-8")
        status, _, err = _fixer("fix", "--in-place", "--jobs", jobs, *files, cwd=page.parent)
        assert status == 3
        assert "bad.txt:1:4: byte 0xE9 at offset 3" in err
        assert "absent.txt: cannot be read" in err
        assert (page.parent / "other.txt").read_text(encoding="utf-8") == REPAIRED


def test_a_folder_is_read_recursively(page: Path) -> None:
    (page.parent / "sub").mkdir()
    (page.parent / "sub" / "b.md").write_text(DAMAGED, encoding="utf-8")
    status, out, _ = _fixer("check", ".", "--format", "jsonl", cwd=page.parent)
    assert status == 1
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["page.txt", "sub/b.md"]
    (page.parent / "empty").mkdir()
    assert _fixer("check", "empty", cwd=page.parent)[0] == 3


def test_wrong_usage(page: Path) -> None:
    for arguments in (["fix"], ["fix", "--nothing", str(page)], ["fixx"], ["fix", str(page), "-o", "x", "-i"]):
        assert _fixer(*arguments, cwd=page.parent)[0] == 2
    assert _fixer("fix", str(page), str(page))[0] == 2
    assert _fixer("fix", "--as", "word", str(page))[0] == 2


def test_a_full_disk_and_a_missing_folder(page: Path) -> None:
    assert _fixer("fix", str(page), "-o", str(page.parent / "absent" / "x.txt"))[0] == 3
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "fixer", "fix", str(page)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    assert "No space left" in done.stderr.decode()


def test_rules_and_explain() -> None:
    status, out, _ = _fixer("rules")
    assert status == 0
    assert b"run-together" in out
    status, out, _ = _fixer("explain", "run-together")
    assert status == 0
    assert b"category run-together" in out
    assert _fixer("explain", "run-togther")[0] == 2
