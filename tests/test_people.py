"""Pages on a terminal: words stay unchanged, no line is too wide, and there is colour only if wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from support.lake import LAKE, archive, lake, run_cli

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = [
    *("facts", "quotes", "statements", "figures", "meetings", "topics", "speakers", "sources", "lint"),
    "show trade-growth orlova-satisfied orlova-pleased fish-fell berg-schools",
    "statements --fields id,text,figures",
    "figures --fields amount,figure,text",
    "sources --fields slug,url",
]


@pytest.fixture(autouse=True)
def _a_colourful_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")


def seen(path: Path, words: str) -> str:
    """Return the visible text without colours."""
    answer = run_cli("--file", path, *words.split(), terminal=True)
    assert answer.code == 0
    return re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", answer.out)


@pytest.mark.parametrize("width", [40, 60, 100, 200])
@pytest.mark.parametrize("words", [words for words in COMMANDS if words != "lint"])
def test_no_line_is_wider_than_the_terminal(
    words: str, width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the terminal wraps an address, which has its own line and can be copied."""
    monkeypatch.setenv("COLUMNS", str(width))
    for path in (lake(tmp_path), *([archive(tmp_path)] if not words.startswith("show") else [])):
        lines = seen(path, words).splitlines()
        assert lines
        assert max(cell_len(line) for line in lines if not re.fullmatch(r" *https?://\S+", line)) <= width


def test_a_place_in_a_file_is_one_line_that_editors_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page never breaks `file:line:column`, however narrow the terminal is."""
    monkeypatch.setenv("COLUMNS", "40")
    path = lake(tmp_path)
    assert re.match(rf"{re.escape(str(path))}:\d+:\d+:\s+warning: no\s+statement", seen(path, "lint"))


@pytest.mark.parametrize("width", ["40", "60", "100", "200"])
def test_every_word_is_there_at_every_width(
    width: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wrapping moves words but does not lose any."""
    monkeypatch.setenv("COLUMNS", width)
    folded = " ".join(seen(lake(tmp_path), "statements").split())
    for text in (
        "Trade grew by nearly a fifth, to 1.2 billion dollars.",
        "“=We are satisfied, [red]all[/red] of us :smile:”",
        "[bold]The catch[/bold] fell :smile: a little | <b>really</b> *so* `far`.",
        "Jón Berg counted the pupils of every school at the lake.",
        "“Мы довольны”",
    ):
        assert text in folded


@pytest.mark.parametrize("width", ["1", "2", "3", "9"])
@pytest.mark.parametrize("plain", ["", "1"])
def test_every_letter_is_shown_even_if_there_is_no_room_for_a_word(
    width: str, plain: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wide letter takes two columns; with one column left, it is neither dropped nor an error."""
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setenv("NO_COLOR", plain)
    path = lake(tmp_path)
    said = path.read_text(encoding="utf-8").replace("Мы довольны", "貿易 довольны")
    path.write_text(said, encoding="utf-8")
    letters = "".join(seen(path, "statements").split())
    assert "“貿易довольны”" in letters


@pytest.mark.parametrize(
    "words", [words for words in COMMANDS if " " not in words]
)  # tables pad their columns with spaces
def test_a_coloured_line_ends_with_its_last_letter(words: str, tmp_path: Path) -> None:
    """A copied page has no spaces at the ends of lines."""
    assert not [line for line in seen(lake(tmp_path), words).splitlines() if line.endswith(" ")]


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            "[bold]x[/bold]",
            "[/]",
            "[link=https://example.org]x[/link]",
            ":smile:",
            ":100:",
            "=1+1",
            "@SUM(A1)",
        ),
        *(
            "-1+1",
            "\\[x]",
            "{0} %s $HOME",
            "<script>x</script>",
            "https://example.org/x",
            "1.20 billion",
            "…",
        ),
    ],
)
def test_nothing_in_a_text_is_taken_for_markup(hostile: str, tmp_path: Path) -> None:
    """Brackets, emoji codes and formulas stay unchanged in statements and tables."""
    path = lake(tmp_path)
    path.write_text(LAKE.replace("Мы довольны", f"'{hostile}'"), encoding="utf-8")
    for words in ("quotes", "show orlova-pleased", "show orlova-satisfied"):
        assert f"“{hostile}”" in seen(path, words)
    assert f"  {hostile} " in f" {seen(path, 'quotes --fields id,text')} "


@pytest.mark.parametrize("words", COMMANDS)
def test_no_color_disables_escape_sequences(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """According to https://no-color.org, the variable counts if it is set and not empty."""
    path = lake(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = run_cli("--file", path, *words.split(), terminal=True).out
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", plain)
    assert "\x1b" not in plain
    assert plain == seen(path, words)


def test_there_is_colour_if_it_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets colours; a pipe does not, even with the format for people."""
    path = lake(tmp_path)
    assert "\x1b[" in run_cli("--file", path, "facts", terminal=True).out
    assert "\x1b[" not in run_cli("--file", path, "facts", "--format", "table").out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in run_cli("--file", path, "facts", terminal=True).out


@pytest.mark.parametrize("format_", ["plain", "json", "jsonl", "csv", "markdown", "yaml"])
def test_a_terminal_does_not_change_output_for_programs(format_: str, tmp_path: Path) -> None:
    """`--format json` prints the same on a terminal and in a pipe."""
    words = ("--file", lake(tmp_path), "statements", "--format", format_)
    assert run_cli(*words, terminal=True) == run_cli(*words)


def test_the_chain_names_the_relays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has names, not slugs: the speaker, the relays from the nearest to the speaker, and the source."""
    monkeypatch.setenv("COLUMNS", "200")
    path = lake(tmp_path)
    folded = " ".join(seen(path, "facts").split())
    chain = "Jón Berg → Mill Agency → Official website of the President of Aland → Harbour Herald"
    assert f" {chain} " in folded
    assert " Вестник озера " in folded
    assert f" paraphrase · {chain}, 2031-05-04 " in " ".join(seen(path, "show berg-schools").split())


def test_a_hedge_is_never_left_out(tmp_path: Path) -> None:
    """Pages show the source's reservations."""
    path = lake(tmp_path)
    for words in ("quotes", "show orlova-satisfied"):
        assert "reportedly" in seen(path, words)


def test_the_id_shown_is_the_one_to_type(tmp_path: Path) -> None:
    """It is short if there is one meeting, and full if there are several."""
    assert "lake-2031/" not in seen(lake(tmp_path), "facts")
    shown = re.findall(r"(?:lake|hill)-203\d/[a-z-]+", seen(archive(tmp_path), "facts"))
    assert list(dict.fromkeys(shown)) == [
        "lake-2031/trade-growth",
        "lake-2031/berg-schools",  # this statement contradicts it
        "lake-2031/fish-fell",
        "hill-2032/trade-growth",
    ]
