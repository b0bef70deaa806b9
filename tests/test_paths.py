"""The files that a record consists of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from support.lake import lake

from tajikcli.errors import InputError
from tajikcli.paths import bundled_record, knowledge_files, record_paths

if TYPE_CHECKING:
    from pathlib import Path


def shown(*paths: str) -> list[str]:
    """Return the files of a record by names that a user would recognise."""
    return [file.shown for file in knowledge_files(paths)]


def test_a_folder_is_every_yaml_file_below_it_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hidden files and folders are skipped, and a folder with the name of a file counts as a folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.yaml", "a.yml", "c.txt", ".d.yaml", "e.yaml/f.yaml", ".g/h.yaml", "i/j/k.yaml"):
        path = tmp_path / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert shown("archive") == [
        os.path.join("archive", *name.split("/"))
        for name in ("a.yml", "b.yaml", "e.yaml/f.yaml", "i/j/k.yaml")
    ]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """The second name may be its folder, a different path or a link; messages use the first name."""
    path = lake(tmp_path)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    around = os.path.join(str(tmp_path), ".", path.name)
    assert shown(str(path), around, str(link), str(tmp_path)) == [str(path)]


def test_a_folder_that_contains_itself_does_not_cause_an_endless_loop(tmp_path: Path) -> None:
    """Folders behind a symbolic link are skipped."""
    path = lake(tmp_path)
    (tmp_path / "loop.yaml").symlink_to(tmp_path)
    assert shown(str(tmp_path)) == [str(path)]


def test_a_change_can_be_detected(tmp_path: Path) -> None:
    """Size, times and inode are those of the file."""
    path = lake(tmp_path)
    (file,) = knowledge_files([str(path)])
    status = path.stat()
    assert (file.path, file.size, file.mtime_ns, file.ctime_ns, file.inode) == (
        str(path),
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
        status.st_ino,
    )


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nowhere.yaml", "nowhere.yaml: no such file or folder"),
        ("empty", "empty: this folder has no knowledge files; expected at least one"),
        ("", "'': the path is empty"),
        ("a\0b", "cannot be read"),
        ("x" * 5000, "cannot be read: file name too long"),
        ("file.txt/x.yaml", "cannot be read: not a directory"),
        ("pipes", "pipe.yaml: not a file or folder"),
        ("pipes/pipe.yaml", "pipe.yaml: not a file or folder"),
        ("broken", "gone.yaml: no such file"),
    ],
)
def test_a_path_that_is_not_a_record_gets_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, reason: str
) -> None:
    """The message names the exact path, even inside a folder."""
    monkeypatch.chdir(tmp_path)
    for folder in ("empty", "pipes", "broken"):
        (tmp_path / folder).mkdir()
    (tmp_path / "file.txt").touch()
    os.mkfifo(tmp_path / "pipes" / "pipe.yaml")
    (tmp_path / "broken" / "gone.yaml").symlink_to("nowhere")
    with pytest.raises(InputError) as caught:
        knowledge_files([path])
    assert reason in str(caught.value)


@pytest.mark.bundled
def test_the_paths_named_come_before_the_environment_and_that_before_the_bundled_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`--file` overrides `TAJIK_FACTS`, which may list several paths."""
    assert record_paths() == [bundled_record()]
    monkeypatch.setenv("TAJIK_FACTS", os.pathsep.join(["a.yaml", "", "b"]))
    assert record_paths() == ["a.yaml", "b"]
    assert record_paths(["c"]) == ["c"]
