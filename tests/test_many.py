"""Many drafts at once: every file of a folder is checked, even if another one cannot be read, and JSON names each."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml
from support.lake import run_cli

from tajikcli.documents import drafts_in
from tajikcli.render import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

RIGHT = "“Tajikistan is a reliable ally,” Putin said."
ALTERED = "“Tajikistan is our closest ally,” Putin said."
WRONG = "“Tajikistan is a reliable ally,” Rahmon said."


def folder(path: Path, count: int = 30) -> Path:
    """Create a folder with drafts in it and in subfolders, some of which cannot be read."""
    for number in range(count):
        below = path / f"{number // 10}"
        below.mkdir(parents=True, exist_ok=True)
        text = (RIGHT, ALTERED, WRONG)[number % 3]
        (below / f"{number:04}.md").write_text(f"{text}\n\nDraft {number}.\n", encoding="utf-8")
    (path / "0" / "broken.txt").write_bytes(b"\xff broken")
    (path / "0" / "scan.pdf").write_bytes(b"%PDF-1.7")
    (path / "0" / "picture.png").write_bytes(b"\x89PNG")
    (path / ".hidden.md").write_text(ALTERED, encoding="utf-8")
    (path / "loop").symlink_to(path)
    return path


def test_a_folder_means_its_texts_and_those_in_its_subfolders(tmp_path: Path) -> None:
    """Files are sorted by name; hidden files, pictures and linked folders are skipped, but a PDF is reported."""
    names = [
        os.path.relpath(file, tmp_path) for file in drafts_in([str(folder(tmp_path, 3)), "-", "no.such"])
    ]
    assert names[:5] == [f"0/{name}" for name in ("0000.md", "0001.md", "0002.md", "broken.txt", "scan.pdf")]
    assert len(names) == 7


def test_a_file_that_cannot_be_read_is_reported_and_the_rest_is_checked(tmp_path: Path) -> None:
    """Each file and the whole have a summary, and the exit code says that the answer is incomplete."""
    answer = run_cli("check", folder(tmp_path, 3))
    assert answer.code == 3
    assert [line.split("\t")[:3] for line in answer.out.splitlines()] == [
        [f"{tmp_path}/0/0000.md:1:2", "verbatim", "agrees"],
        [f"{tmp_path}/0/0001.md:1:2", "altered", "agrees"],
        [f"{tmp_path}/0/0002.md:1:2", "verbatim", "differs"],
    ]
    assert answer.err.splitlines() == [
        f"tajik: {tmp_path}/0/0000.md: 1 quotation: 1 verbatim",
        f"tajik: {tmp_path}/0/0001.md: 1 quotation: 1 altered",
        f"tajik: {tmp_path}/0/0002.md: 1 quotation: 1 verbatim; 1 attributed to the wrong speaker",
        f"tajik: {tmp_path}/0/broken.txt: line 1 is not valid UTF-8; save the file as UTF-8",
        f"tajik: {tmp_path}/0/scan.pdf: this is a PDF; convert it first: pdftotext {tmp_path}/0/scan.pdf {tmp_path}/0/scan.txt",
        "tajik: 3 files checked, 2 with faults; 2 files not readable; 3 quotations: 2 verbatim, 1 altered; 1 attributed to the wrong speaker",
    ]


def test_words_have_a_summary_too() -> None:
    """Every check prints a summary line."""
    answer = run_cli("check", "--text", "Tajikistan is our closest ally")
    assert answer.err == "tajik: 1 quotation: 1 altered\n"


def test_faults_lists_only_files_with_faults(tmp_path: Path) -> None:
    """A thousand correct drafts do not print a thousand lines."""
    answer = run_cli("check", folder(tmp_path, 3), "--faults")
    assert "0000.md" not in answer.out + answer.err
    assert "0001.md: 1 quotation: 1 altered" in answer.err


@pytest.mark.parametrize("format_", [*FORMATS, "github"])
def test_several_files_are_distinguished_in_every_format(format_: str, tmp_path: Path) -> None:
    """Each finding names its file."""
    drafts = [tmp_path / "a.md", tmp_path / "b.md"]
    for draft in drafts:
        draft.write_text(ALTERED, encoding="utf-8")
    answer = run_cli("check", *drafts, "--format", format_)
    assert answer.code == 1
    if format_ == "json":
        named = [one["file"] for one in answer.json]
    elif format_ == "jsonl":
        named = [json.loads(line)["file"] for line in answer.out.splitlines()]
    elif format_ == "yaml":
        named = [one["file"] for one in yaml.safe_load(answer.out)]
    elif format_ == "csv":
        named = [one["file"] for one in csv.DictReader(io.StringIO(answer.out))]
    else:
        flat = answer.out.replace("\n", "").replace("\\", "")
        named = [str(draft) for draft in drafts if str(draft) in flat]
    assert named == [str(draft) for draft in drafts]


def test_a_text_without_a_file_has_no_file_in_json(tmp_path: Path) -> None:
    """The key exists and is null."""
    assert run_cli("check", "--text", "Tajikistan is a reliable ally", "--json").json[0]["file"] is None
    draft = tmp_path / "a.md"
    draft.write_text(RIGHT, encoding="utf-8")
    assert run_cli("check", draft, "--json").json[0]["file"] == str(draft)


def test_an_unreadable_file_is_a_json_error_if_json_is_requested(tmp_path: Path) -> None:
    """A script can see which file it is, and stdout stays valid."""
    answer = run_cli("check", folder(tmp_path, 3), "--json")
    objects = [json.loads(line) for line in answer.err.splitlines() if line.startswith("{")]
    told = [one["error"] for one in objects if "error" in one]
    summaries = [one["summary"]["file"] for one in objects if "summary" in one]
    assert summaries == [f"{tmp_path}/0/{number:04}.md" for number in range(3)]
    assert [error["path"] for error in told] == [f"{tmp_path}/0/broken.txt", f"{tmp_path}/0/scan.pdf"]
    assert {error["code"] for error in told} == {3}
    assert len(answer.json) == 3


def test_a_single_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    """There is one error and no summary."""
    (tmp_path / "a.md").write_bytes(b"\xff")
    answer = run_cli("check", tmp_path / "a.md")
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (3, "", 1)
    empty = tmp_path / "empty"
    empty.mkdir()
    answer = run_cli("check", empty)
    assert answer.code == 3
    assert "has no drafts" in answer.err


def test_several_processes_find_the_same_in_the_same_order(tmp_path: Path) -> None:
    """`--jobs` changes only the time."""
    drafts = folder(tmp_path, 60)
    alone, together = (
        subprocess.run(
            [sys.executable, "-m", "tajikcli", "check", str(drafts), "--json", "--jobs", jobs],
            capture_output=True,
            check=False,
        )
        for jobs in ("1", "3")
    )
    assert alone.returncode == together.returncode == 3
    assert together.stdout == alone.stdout
    assert together.stderr == alone.stderr
    assert len(json.loads(together.stdout)) == 60


def test_a_file_is_printed_before_the_next_one_is_read(tmp_path: Path) -> None:
    """A file that is a slow pipe does not delay the findings of the file before it."""
    (tmp_path / "a.md").write_text(ALTERED * 40, encoding="utf-8")
    os.mkfifo(tmp_path / "b.md")
    command = [sys.executable, "-m", "tajikcli", "check", str(tmp_path / "a.md"), str(tmp_path / "b.md")]
    with subprocess.Popen(
        [*command, "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["file"] == str(tmp_path / "a.md")
        (tmp_path / "b.md").write_text(RIGHT, encoding="utf-8")
        *_, last = process.stdout.read().splitlines()
    assert json.loads(last)["file"] == str(tmp_path / "b.md")


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    """Ten times as many large files need hardly more memory."""
    sentences = "Nothing in marks, {}. " + "Nothing in marks, and no number. " * 9
    for number in range(30):
        (tmp_path / f"{number:03}.md").write_text(sentences.format(number) * 300, encoding="utf-8")
    files = sorted(map(str, tmp_path.iterdir()))
    assert _peak(files) < _peak(files[:3]) + 1_000


def _peak(files: list[str]) -> int:
    """Return the peak memory, in kilobytes, of a process that checks files."""
    code = (
        "import resource, sys\n"
        "from tajikcli.cli import main\n"
        "try:\n    main(['check', '--format', 'jsonl', *sys.argv[1:]])\n"
        "except SystemExit:\n    pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *files], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True
    )
    return int(ran.stderr.splitlines()[-1])


def test_progress_is_shown_on_a_terminal_and_is_gone_at_the_end(tmp_path: Path) -> None:
    """It is one line on stderr and never part of the answer."""
    for number in range(300):
        (tmp_path / f"{number}.md").write_text("Nothing in marks. " * 2000, encoding="utf-8")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tajikcli", "check", str(tmp_path), "--faults", "--json"],
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        assert process.stdout is not None
        assert process.stdout.read() == b"[]\n"
    os.close(ours)
    assert b"\r\x1b[Kchecking: " in shown
    *_, last = shown.split(b"\x1b[K")
    assert last.startswith(b"tajik: 300 files checked, 0 with faults")
