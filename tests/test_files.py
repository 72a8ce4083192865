"""Which files are read, and how one is written."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from fixer.errors import FileError
from fixer.files import expand, read_bytes, write_atomically


def _names(root: Path, *paths: str) -> list[str]:
    return [str(Path(str(one)).relative_to(root)) for one in expand(paths or [str(root)], [".txt", ".md"])]


def test_a_folder_gives_its_known_files_in_order(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c.png", "sub/d.txt", "node_modules/e.md", ".git/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert _names(tmp_path) == ["a.txt", "b.md", "sub/d.txt"]


def test_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("brouillon*\n/build/\n")
    (tmp_path / "sub" / "build").mkdir(parents=True)
    (tmp_path / "build").mkdir()
    (tmp_path / "sub" / ".gitignore").write_text("!brouillon-garde.txt\n")
    for name in (
        "a.txt",
        "brouillon.txt",
        "build/x.txt",
        "sub/build/y.txt",
        "sub/brouillon-garde.txt",
        "sub/brouillon.md",
    ):
        (tmp_path / name).write_text("x")
    expected = ["a.txt", "sub/brouillon-garde.txt", "sub/build/y.txt"]
    assert _names(tmp_path) == expected
    assert _names(tmp_path, str(tmp_path / "sub")) == expected[1:]


def test_a_line_of_a_gitignore_that_is_no_pattern_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("!\n\\\nb.txt\n")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x")
    assert _names(tmp_path) == ["a.txt"]


def test_a_folder_reached_through_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "real" / "a.txt").write_text("x")
    (tmp_path / "real" / "b.txt").symlink_to("a.txt")
    (tmp_path / "real" / ".gitignore").write_text("/c.txt\n")
    monkeypatch.chdir(tmp_path / "link")
    for folder in (".", "../link", str(tmp_path / "link")):
        assert [Path(str(one)).name for one in expand([folder], [".txt"])] == ["a.txt", "b.txt"]


def test_a_file_that_is_named_is_read_whatever_its_extension(tmp_path: Path) -> None:
    assert list(expand([str(tmp_path / "x.dat")], [".txt"])) == [str(tmp_path / "x.dat")]


def test_writing_keeps_the_mode_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("avant")
    path.chmod(0o640)
    write_atomically(str(path), "après".encode())
    assert path.read_text(encoding="utf-8") == "après"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["a.txt"]


def test_the_longest_possible_name(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".txt")
    write_atomically(str(path), b"x")
    assert path.read_bytes() == b"x"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    (tmp_path / "stdout").symlink_to(f"/proc/self/fd/{writing}")  # as /dev/stdout is
    write_atomically(str(tmp_path / "stdout"), b"x")
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        assert stream.read() == b"x"


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("avant")
    (tmp_path / "lien.txt").symlink_to("a.txt")
    write_atomically(str(tmp_path / "lien.txt"), b"apres")
    assert (tmp_path / "lien.txt").is_symlink()
    assert (tmp_path / "a.txt").read_text() == "apres"


def test_an_interruption_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("avant")

    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(str(path), b"apres")
    assert path.read_text() == "avant"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_full_disk_is_an_error_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("avant")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="No space left on device; the file is unchanged"):
        write_atomically(str(path), b"apres")
    assert path.read_text() == "avant"


def test_what_cannot_be_read_or_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"absent\.txt: cannot be read: No such file"):
        read_bytes(str(tmp_path / "absent.txt"))
    with pytest.raises(FileError, match=r"cannot be written: No such file"):
        write_atomically(str(tmp_path / "absent" / "a.txt"), b"x")


def test_a_read_only_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("avant")
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *arguments: False)  # the superuser may write everything
    with pytest.raises(FileError, match="read-only"):
        write_atomically(str(path), b"apres")
