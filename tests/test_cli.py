"""The command line as a user meets it: what goes where, and with which status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DAMAGED = "Il est sorti en mars,, le modèle est gratuit.\n"
REPAIRED = "Il est sorti en mars, le modèle est gratuit.\n"


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
        assert path.read_bytes() == text.replace(",,", ",").encode(encoding)


def test_check_prints_findings_and_ends_with_one(page: Path) -> None:
    status, out, err = _fixer("check", "page.txt", "--format", "jsonl", cwd=page.parent)
    assert status == 1
    finding = json.loads(out)
    keys = "file line column end_line end_column start end text replacement alternatives rule category mqm trust"
    assert list(finding)[:17] == [*keys.split(), "confidence", "message", "origin"]
    assert (finding["file"], finding["line"], finding["start"]) == ("page.txt", 1, DAMAGED.index(",,"))
    assert (finding["text"], finding["replacement"]) == (",,", ",")
    assert (finding["rule"], finding["category"], finding["trust"]) == ("doubled-punctuation", "typography", "apply")
    assert "1 edit ready" in err
    assert _fixer("check", "-", stdin=REPAIRED.encode())[0] == 0


@pytest.mark.parametrize("format", ["text", "json", "sarif", "github", "rdjson"])
def test_every_format_has_the_finding(page: Path, format: str) -> None:
    status, out, _ = _fixer("check", str(page), "--format", format)
    assert status == 1
    assert "doubled-punctuation" in out.decode()
    if format not in ("text", "github"):
        assert json.loads(out)


def test_columns_in_the_units_of_each_format(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("😀 x\u0301 " + DAMAGED, encoding="utf-8")
    start = len("😀 x\u0301 Il est sorti en mars")
    column = json.loads(_fixer("check", str(path), "--format", "jsonl")[1])["column"]
    assert column == start + 1
    sarif = json.loads(_fixer("check", str(path), "--format", "sarif")[1])["runs"][0]
    assert sarif["columnKind"] == "utf16CodeUnits"
    region = sarif["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["startColumn"] == start + 2
    rdjson = json.loads(_fixer("check", str(path), "--format", "rdjson")[1])
    byte = len("😀 x\u0301 Il est sorti en mars".encode())
    assert rdjson["diagnostics"][0]["location"]["range"]["start"]["column"] == byte + 1


def test_the_diff_applies(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    lines = [f"Ligne {n}." for n in range(30)]
    lines[3] = lines[20] = DAMAGED.strip()
    path.write_text("\n".join(lines), encoding="utf-8")  # without a line break at the end
    status, out, _ = _fixer("diff", "a.txt", cwd=tmp_path)
    assert status == 1
    subprocess.run(["git", "apply", "-"], input=out, cwd=tmp_path, check=True)
    assert path.read_text(encoding="utf-8") == "\n".join(lines).replace(",,", ",")
    assert _fixer("diff", "a.txt", cwd=tmp_path)[:2] == (0, b"")


@pytest.mark.parametrize(
    "name",
    ["a b/c d.txt", "été/où.txt", "tab\tname.txt", "line\nname.txt", 'quo"te.txt', "back\\slash.txt", "./sub/../a.txt"],
)
def test_the_diff_of_any_name_applies(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    (tmp_path / "sub").mkdir()
    path.parent.mkdir(exist_ok=True)
    for named in (name, str(path)):
        path.write_bytes(DAMAGED.encode())
        patch = _fixer("diff", named, cwd=tmp_path)[1]
        subprocess.run(["git", "apply", "-"], input=patch, cwd=tmp_path, check=True)
        assert path.read_bytes() == REPAIRED.encode()
        path.write_bytes(DAMAGED.encode())
        subprocess.run(["patch", "-s", "--binary", "-p1"], input=patch, cwd=tmp_path, check=True)
        assert path.read_bytes() == REPAIRED.encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "windows-1252", "utf-8:surrogateescape"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_diff_applies_in_the_encoding_of_the_file(tmp_path: Path, encoding: str, newline: str) -> None:
    path = tmp_path / "été.txt"
    by = "windows-1252" if ":" in encoding else encoding
    path.write_bytes(DAMAGED.replace("\n", newline).encode(by))
    patch = _fixer("diff", "--encoding", encoding, "--ignore", "encoding", path.name, cwd=tmp_path)[1]
    subprocess.run(["git", "apply", "-"], input=patch, cwd=tmp_path, check=True)
    assert path.read_bytes() == REPAIRED.replace("\n", newline).encode(by)


def test_a_repair_that_the_encoding_cannot_hold_is_an_error_and_not_a_loss(tmp_path: Path) -> None:
    path, glossary = tmp_path / "a.txt", tmp_path / "g.yaml"
    path.write_bytes(DAMAGED.encode("cp1252"))
    glossary.write_text("version: 1\nentries:\n  - {id: g, term: grâtuit等, wrong: [{form: gratuit, trust: apply}]}\n")
    for command in (["fix"], ["fix", "-i"], ["diff"]):
        status, out, err = _fixer(*command, "--encoding", "cp1252", "--glossary", str(glossary), str(path))
        assert (status, out) == (3, b"")
        assert "a.txt: the repaired text has '等'" in err
    assert path.read_bytes() == DAMAGED.encode("cp1252")


def test_the_word_diff_marks_words_and_no_color_is_honoured(page: Path) -> None:
    _, out, _ = _fixer("diff", "--words", "page.txt", cwd=page.parent, NO_COLOR="1")
    assert out.decode() == "page.txt:1: Il est sorti en [-mars,,-]{+mars,+} le modèle est gratuit.\n"


def test_selection(page: Path) -> None:
    assert _fixer("fix", "--ignore", "doubled-punctuation", str(page))[1].decode() == DAMAGED
    assert _fixer("fix", "--select", "term", str(page))[1].decode() == DAMAGED
    status, _, err = _fixer("fix", "--select", "spelling", str(page))
    assert status == 2
    assert "no rule or category 'spelling'" in err


def test_configuration_is_found_upward_and_flags_add_to_it(page: Path) -> None:
    (page.parent / "sub").mkdir()
    (page.parent / "fixer.toml").write_text('ignore = ["doubled-punctuation"]\n')
    assert _fixer("fix", "../page.txt", cwd=page.parent / "sub")[1].decode() == DAMAGED
    (page.parent / "fixer.toml").write_text('colour = "red"\n')
    status, _, err = _fixer("fix", "page.txt", cwd=page.parent)
    assert status == 2
    assert "fixer.toml: there is no option 'colour'" in err
    (page.parent / "fixer.toml").write_text("select = [\n")
    assert _fixer("fix", "page.txt", cwd=page.parent)[0] == 2


def test_a_configuration_that_is_no_table_or_has_a_mark(page: Path) -> None:
    project = page.parent / "pyproject.toml"
    for content, problem in (("tool = 1\n", "'tool' is a table"), ("[tool]\nfixer = 1\n", "'fixer' is a table")):
        project.write_text(content)
        status, _, err = _fixer("fix", "page.txt", cwd=page.parent)
        assert status == 2
        assert problem in err
    (page.parent / "fixer.toml").write_text('\ufeffignore = ["doubled-punctuation"]\n', encoding="utf-8")
    assert _fixer("fix", "page.txt", cwd=page.parent)[1].decode() == DAMAGED


def test_what_is_wrong_with_the_task_is_said_once_and_not_of_a_file(page: Path) -> None:
    for options in (["--typography", "klingon"], ["--glossary", "absent.yaml"]):
        status, out, err = _fixer("diff", *options, "page.txt", "page.txt", cwd=page.parent)
        assert (status, out) == (2, b"")
        assert options[1] in err
        assert err.count("\n") == 1
        assert "page.txt" not in err


def test_a_suppression_comment_in_code_is_an_example(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"```\n<!-- fixer: off -->\n```\n\n{DAMAGED}", encoding="utf-8")
    assert _fixer("fix", str(path))[1].decode().endswith(REPAIRED)
    assert b"silences nothing" not in _fixer("check", str(path))[1]


def test_a_comment_is_called_unused_only_if_its_rules_were_at_work(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{REPAIRED}\n<!-- fixer: ignore doubled-punctuation -->\n", encoding="utf-8")
    assert b"unused-suppression" in _fixer("check", "--ignore", "term", str(path))[1]
    for options in ("--select=term", "--ignore=doubled-punctuation", "--ignore=unused-suppression", "--ignore=markup"):
        assert b"unused-suppression" not in _fixer("check", options, str(path))[1]


def test_suppression_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    comment = "<!-- fixer: ignore doubled-punctuation -->\n"
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


def _shell(command: str, cwd: Path) -> tuple[int, str]:
    """Status and output of a shell command in which $FIXER is the program."""
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**os.environ, "FIXER": f"{sys.executable} -m fixer", "PYTHONPATH": str(Path(__file__).parent.parent)},
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_streams_that_are_closed_or_full(page: Path) -> None:
    status, said = _shell("$FIXER fix - <&-", page.parent)
    assert status == 3
    assert "standard input is closed" in said
    status, said = _shell("$FIXER fix page.txt >&-", page.parent)
    assert status == 3
    assert "standard output is closed" in said
    for lost in ("2>&-", "2>/dev/full"):
        assert _shell(f"$FIXER fix page.txt {lost}", page.parent) == (0, REPAIRED)
        assert _shell(f"$FIXER fix absent.txt {lost}", page.parent) == (3, "")
    assert _shell("$FIXER fix page.txt -o /dev/stdout 2>/dev/null | cat", page.parent) == (0, REPAIRED)


def test_a_defect_of_a_rule_leaves_its_file_alone_and_the_others_are_done(page: Path) -> None:
    crash = (
        "import fixer.cli, fixer.cli.common as common; run = common.run\n"
        "def crash(document, *rest):\n"
        "    if 'panne' in document.text: raise IndexError('oops')\n"
        "    return run(document, *rest)\n"
        "common.run = crash; fixer.cli.main()\n"
    )
    (page.parent / "panne.txt").write_text("En panne.\n")
    done = subprocess.run(
        [sys.executable, "-c", crash, "fix", "-i", "panne.txt", "page.txt"],
        cwd=page.parent,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        check=False,
    )
    assert done.returncode == 3
    assert "panne.txt: the work on this file failed with IndexError: oops" in done.stderr
    assert "Traceback" not in done.stderr
    assert page.read_text(encoding="utf-8") == REPAIRED


def test_reports_of_odd_names_and_characters(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/a\xff b.txt"
    Path(os.fsdecode(name)).write_bytes(b"\x1b[31m" + DAMAGED.encode())
    for format in ("text", "jsonl", "json", "sarif", "github", "rdjson"):
        status, out, _ = _fixer("check", "--format", format, os.fsdecode(name))
        assert status == 1
        assert b"\x1b" not in out
        if format == "sarif":
            location = json.loads(out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
            assert location["artifactLocation"]["uri"].endswith("/a%FF%20b.txt")


def test_rules_and_explain() -> None:
    status, out, _ = _fixer("rules")
    assert status == 0
    assert b"run-together" in out
    status, out, _ = _fixer("explain", "run-together")
    assert status == 0
    assert b"category run-together" in out
    assert _fixer("explain", "run-togther")[0] == 2
