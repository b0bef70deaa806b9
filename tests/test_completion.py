"""Completion: shells offer names from the record in use, and nothing if there is an error."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.lake import archive, indexed, lake, run_cli

from tajikcli.render.views import VIEWS, View
from tajikcli.schemas import output_schema

BIN = Path(sys.executable).parent


def completed(
    folder: Path, line: str, *, facts: Path | None = None, shell: str = "zsh"
) -> tuple[list[str], str]:
    """Complete a line as a shell does, and return the lines of the answer and stderr; its last word is unfinished."""
    environment = {
        **os.environ,
        "_TAJIK_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
        "TAJIK_CACHE_DIR": str(folder / "cache"),
        **({"TAJIK_FACTS": str(facts)} if facts else {}),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tajikcli"],
        capture_output=True,
        check=False,
        env=environment,
        encoding="utf-8",
    )
    return ran.stdout.strip().splitlines(), ran.stderr


def values(folder: Path, line: str, facts: Path | None = None) -> list[str]:
    lines, err = completed(folder, line, facts=facts)
    assert err == ""
    return lines[1::3]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record and, in the cache of `completed`, its index."""
    folder = tmp_path_factory.mktemp("completion")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAJIK_CACHE_DIR", str(folder / "cache"))
        indexed(lake(folder))
    return folder


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("tajik fi", ["figures"]),
        ("tajik facts --spea", ["--speaker"]),
        ("tajik facts tr", ["trade"]),
        ("tajik facts trade ", ["fish", "school"]),
        ("tajik quotes --speaker o", ["orlova"]),
        ("tajik quotes --source he", ["herald-2031-05-04"]),
        ("tajik quotes --via a", ["aland-presidency"]),
        ("tajik quotes --lang r", ["ru-cyrl"]),
        ("tajik quotes --meeting l", ["lake-2031"]),
        ("tajik show trade", ["trade-growth"]),
        ("tajik show lake-2031/tr", ["lake-2031/trade-growth"]),
        ("tajik cite orlova-s", ["orlova-satisfied"]),
        ("tajik verify v", ["vestnik-2031-06"]),
        ("tajik facts --format js", ["json", "jsonl"]),
        ("tajik facts --fields id,tex", ["id,text"]),
        ("tajik figures --fields am", ["amount", "amount_from", "amount_to", "amount_change"]),
        ("tajik check --fields ver", ["verdict"]),
        ("tajik facts nosuch", []),
        ("tajik nosuch x", []),
    ],
)
def test_each_word_is_completed_from_the_record_in_use(line: str, offered: list[str], known: Path) -> None:
    """This covers commands, options, topics, speakers, sources, relays, languages, meetings, ids, formats and keys."""
    assert values(known, line, known / "lake.yaml") == offered


@pytest.mark.parametrize("command", [name for name, view in VIEWS.items() if isinstance(view, View)])
def test_every_key_of_an_answer_is_completed_and_no_other(command: str, known: Path) -> None:
    """The keys are those of `tajik schema output` and of the printed answer."""
    definitions = output_schema()["$defs"]
    named = definitions[command]["items"]["$ref"].rpartition("/")[2]
    offered = values(known, f"tajik {command} --fields ", known / "lake.yaml")
    assert offered == list(definitions[named]["properties"])


def test_file_comes_before_the_environment(tmp_path: Path) -> None:
    """The order is the same as for answers."""
    assert "hill-words" in values(tmp_path, f"tajik --file {archive(tmp_path)} show h", lake(tmp_path))


def test_each_completion_has_a_description(tmp_path: Path) -> None:
    """These are labels, names, the beginning of a statement, or the description of the command."""
    lines, _ = completed(tmp_path, "tajik facts t", facts=lake(tmp_path))
    assert lines == ["plain", "trade", "Trade and economy"]
    lines, _ = completed(tmp_path, "tajik show berg", facts=lake(tmp_path))
    assert lines[2].startswith("Jón Berg counted")


@pytest.mark.parametrize("content", ["nonsense: [", "\0", ""])
def test_nothing_is_printed_if_the_record_has_errors(content: str, tmp_path: Path) -> None:
    """The user has not run a command yet, so there is no output and no error."""
    path = tmp_path / "bad.yaml"
    path.write_text(content, encoding="utf-8")
    assert completed(tmp_path, "tajik facts t", facts=path) == ([], "")
    assert completed(tmp_path, "tajik facts t", facts=tmp_path / "missing.yaml") == ([], "")


def test_a_large_record_is_not_indexed_for_a_tab(tmp_path: Path) -> None:
    """Work that takes seconds is left for the first query."""
    record = lake(tmp_path)
    text = record.read_text(encoding="utf-8") + "  - {id: x, kind: quote, speaker: berg, text: x}\n"
    record.write_text(text + "# filling\n" * 200_000, encoding="utf-8")
    assert completed(tmp_path, "tajik facts t", facts=record) == ([], "")


def shell(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not here")
    return found


def in_shell(name: str, script: str, folder: Path) -> str:
    """Run a script in a real shell with the completion script of tajik."""
    path = folder / f"completion.{name}"
    path.write_text(run_cli("completion", name).out, encoding="utf-8")
    lake(folder)
    environment = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "TAJIK_FACTS": str(folder / "lake.yaml"),
        "SCRIPT": str(path),
        "TERM": "xterm",
    }
    options = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[name]
    ran = subprocess.run(
        [shell(name), *options, "-c", script],
        capture_output=True,
        check=False,
        env=environment,
        encoding="utf-8",
        timeout=60,
    )
    return ran.stdout + ran.stderr


def test_bash_completes(tmp_path: Path) -> None:
    """This uses the real shell with the script from `tajik completion bash`."""
    script = (
        'source "$SCRIPT"; COMP_WORDS=(tajik facts tr); COMP_CWORD=2; $(complete -p tajik | sed "s/.*-F \\([^ ]*\\).*/\\1/") tajik;'
        ' echo "<${COMPREPLY[*]}>"'
    )
    assert in_shell("bash", script, tmp_path) == "<trade>\n"


def test_fish_completes_and_explains(tmp_path: Path) -> None:
    """Explanations may contain commas, and keys are completed after a comma."""
    script = 'source "$SCRIPT"; complete -C "tajik facts tr"; complete -C "tajik ver"; complete -C "tajik facts --fields id,tex"'
    assert in_shell("fish", script, tmp_path).splitlines() == [
        "trade\tTrade and economy",
        "verify\tcheck whether a source still contains the words the record cites",
        "id,text",
    ]


def test_zsh_completes_and_explains(tmp_path: Path) -> None:
    """The test presses Tab in a pseudo-terminal."""
    folder = tmp_path / "functions"
    folder.mkdir()
    script = f"""
        cp "$SCRIPT" {folder}/_tajik
        zmodload zsh/zpty
        zpty -b inner zsh -f -i
        zpty -w inner 'PROMPT=; fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -d {folder}/dump; setopt nolistbeep'
        sleep 1
        zpty -n -w inner $'tajik facts \\t\\t'
        out=
        for turn in {{1..50}}; do
          sleep 0.1
          while zpty -r -t inner more; do out+=$more; done
          [[ $out == *Schools* ]] && break
        done
        print -r -- $out
    """
    assert "Trade and economy" in in_shell("zsh", script, tmp_path)
