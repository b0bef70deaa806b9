"""The formats: JSON is the contract, and the others have the same content in their own syntax."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.lake import LAKE, lake, run_cli

from tajikcli.model import answers
from tajikcli.model.names import Names
from tajikcli.model.streams import Stored
from tajikcli.problems import Problem
from tajikcli.render import FORMATS, write
from tajikcli.render.views import TOPICS
from tajikcli.text import fold_space

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTRACT: dict[str, type[msgspec.Struct]] = {
    "facts": answers.Statement,
    "quotes": answers.Statement,
    "statements": answers.Statement,
    "show trade-growth fish-fell": answers.Statement,
    "figures": answers.FigureRow,
    "meetings": answers.Meeting,
    "topics": answers.Topic,
    "speakers": answers.Speaker,
    "sources": answers.Source,
}
COMMANDS = [*CONTRACT, "lint"]
NOTHING = ["facts --limit 0", "quotes fish", "figures --speaker silent", "statements --since 2040"]


def keys(struct: type[msgspec.Struct]) -> list[str]:
    """Return the keys of a struct, with their names in JSON."""
    return [field.encode_name for field in msgspec.structs.fields(struct)]


def answered(path: Path, words: str, format_: str, *more: str) -> str:
    """Return the output of a command in a format."""
    answer = run_cli("--file", path, *words.split(), "--format", format_, *more)
    assert answer.code == 0
    return answer.out


def parsed(path: Path, words: str) -> list[dict[str, Any]]:
    """Return the rows of a command's JSON."""
    rows: list[dict[str, Any]] = json.loads(answered(path, words, "json"))
    return rows


@pytest.mark.parametrize("words", CONTRACT)
def test_json_has_the_keys_of_the_contract_in_their_order(words: str, tmp_path: Path) -> None:
    """Every object, including nested ones, always has all of its keys."""
    rows = parsed(lake(tmp_path), words)
    assert rows
    for row in rows:
        assert list(row) == keys(CONTRACT[words])
        for key, struct in (
            ("figures", answers.Figure),
            ("evidence", answers.Evidence),
            ("links", answers.Link),
        ):
            for item in row.get(key, ()):
                assert list(item) == keys(struct)


def test_the_contract_of_statements_is_what_was_promised() -> None:
    """Scripts use these fifteen keys; new keys may be added, but none may be removed."""
    promised = [
        *("id", "meeting", "kind", "text", "speaker", "speaker_name", "via", "source", "said", "when"),
        *("hedges", "topics", "figures", "evidence", "links"),
    ]
    assert [key for key in keys(answers.Statement) if key in promised] == promised


def test_json_of_lint_has_the_parts_of_a_problem(tmp_path: Path) -> None:
    """File, line and column are separate keys for editors and CI jobs."""
    assert [list(row) for row in parsed(lake(tmp_path), "lint")] == [list(Problem._fields)]


@pytest.mark.parametrize("words", CONTRACT)
def test_json_can_be_read_back_into_the_types(words: str, tmp_path: Path) -> None:
    """The output agrees with `tajikcli.model.answers`."""
    struct = CONTRACT[words]
    msgspec.json.decode(answered(lake(tmp_path), words, "json"), type=list[struct])  # type: ignore[valid-type]  # a type chosen at run time


@pytest.mark.parametrize("words", COMMANDS)
def test_jsonl_is_the_same_line_by_line(words: str, tmp_path: Path) -> None:
    """Each line is one object."""
    path = lake(tmp_path)
    assert [json.loads(line) for line in answered(path, words, "jsonl").splitlines()] == parsed(path, words)


@pytest.mark.parametrize("words", COMMANDS)
def test_json_short_and_long_options_agree(words: str, tmp_path: Path) -> None:
    """`--json` means `--format json`, and both together are allowed."""
    path = lake(tmp_path)
    long = answered(path, words, "json")
    assert run_cli("--file", path, *words.split(), "--json").out == long
    assert answered(path, words, "json", "--json") == long


@pytest.mark.parametrize("words", COMMANDS)
def test_yaml_reads_back_as_the_json_does(words: str, tmp_path: Path) -> None:
    """Dates and numbers that are texts stay texts."""
    path = lake(tmp_path)
    assert yaml.safe_load(answered(path, words, "yaml")) == parsed(path, words)


@pytest.mark.parametrize("words", COMMANDS)
def test_csv_reads_back_with_nested_values_as_json(words: str, tmp_path: Path) -> None:
    """The header has the keys of the contract, and no cell is lost."""
    path = lake(tmp_path)
    rows = parsed(path, words)
    read = list(csv.DictReader(io.StringIO(answered(path, words, "csv"), newline="")))
    assert len(read) == len(rows)
    for cells, row in zip(read, rows, strict=True):
        assert list(cells) == list(row)
        for key, value in row.items():
            if isinstance(value, list):
                assert json.loads(cells[key]) == value
            elif value is None:
                assert cells[key] == ""
            else:
                assert cells[key].removeprefix("'") == str(value)


def test_no_cell_of_csv_is_a_formula(tmp_path: Path) -> None:
    """A spreadsheet shows a text that starts with = and does not compute it; numbers stay numbers."""
    path = lake(tmp_path)
    quotes = list(csv.DictReader(io.StringIO(answered(path, "quotes", "csv"))))
    assert quotes[0]["text"].startswith("'=We")
    figures = list(csv.DictReader(io.StringIO(answered(path, "figures", "csv"))))
    assert figures[3]["change"] == "-3.50"


@pytest.mark.parametrize("words", COMMANDS)
def test_plain_is_one_row_per_line_with_tabs_between_cells(words: str, tmp_path: Path) -> None:
    """`cut -f` and `wc -l` work; `show` prints one key per line instead."""
    path = lake(tmp_path)
    out = answered(path, words, "plain")
    rows = parsed(path, words)
    assert out.endswith("\n")
    if words.startswith("show"):
        records = [dict(line.split("\t") for line in part.splitlines()) for part in out.split("\n\n")]
        assert [list(record) for record in records] == [list(row) for row in rows]
    else:
        lines = out.splitlines()
        assert len(lines) == len(rows)
        assert len({line.count("\t") for line in lines}) == 1
    assert "\x1b" not in out


def test_a_pipe_gets_plain_text_and_a_terminal_gets_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`auto` depends on stdout."""
    monkeypatch.setenv("COLUMNS", "80")
    path = lake(tmp_path)
    assert run_cli("--file", path, "facts").out == answered(path, "facts", "plain")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run_cli("--file", path, "facts", terminal=True).out == answered(path, "facts", "table")


@pytest.mark.parametrize("words", COMMANDS)
def test_markdown_is_one_table_with_a_line_for_each_row(words: str, tmp_path: Path) -> None:
    """Every line has the same number of cells, whatever their content."""
    path = lake(tmp_path)
    lines = answered(path, words, "markdown").splitlines()
    assert len(lines) == len(parsed(path, words)) + 2
    assert len({line.replace("\\|", "").count("|") for line in lines}) == 1
    assert set(lines[1]) == set("| -")


def test_markdown_in_a_text_has_no_effect(tmp_path: Path) -> None:
    """Pipes, tags, emphasis and code in a text are shown and have no effect."""
    assert (
        r"\[bold\]The catch\[/bold\] fell :smile: a little \| \<b\>really\</b\> \*so\* \`far\`."
        in answered(lake(tmp_path), "facts fish", "markdown")
    )


@pytest.mark.parametrize("words", NOTHING)
@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_answer_is_valid_in_every_format(words: str, format_: str, tmp_path: Path) -> None:
    """JSON and YAML have `[]`, CSV and Markdown have the header, and other formats are empty."""
    out = answered(lake(tmp_path), words, format_)
    if format_ in {"json", "yaml"}:
        assert out == "[]\n"
    elif format_ == "csv":
        assert len(list(csv.reader(io.StringIO(out)))) == 1
    elif format_ == "markdown":
        assert len(out.splitlines()) == 2
    else:
        assert out == ""


@pytest.mark.parametrize("words", ["facts", "figures", "show trade-growth"])
def test_fields_chooses_and_orders_keys_in_every_format(words: str, tmp_path: Path) -> None:
    """`--fields text,meeting` prints these two keys in this order."""
    path = lake(tmp_path)
    rows = parsed(path, words)
    more = ("--fields", "text, meeting")
    chosen = json.loads(answered(path, words, "json", *more))
    assert [list(row) for row in chosen] == [["text", "meeting"]] * len(rows)
    assert chosen == [{"text": row["text"], "meeting": row["meeting"]} for row in rows]
    assert yaml.safe_load(answered(path, words, "yaml", *more)) == chosen
    assert [json.loads(line) for line in answered(path, words, "jsonl", *more).splitlines()] == chosen
    assert next(csv.reader(io.StringIO(answered(path, words, "csv", *more)))) == ["text", "meeting"]
    assert answered(path, words, "markdown", *more).startswith("| text | meeting |\n")
    assert answered(path, words, "plain", *more) == "".join(
        f"{row['text']}\t{row['meeting']}\n" for row in rows
    )


@pytest.mark.parametrize("words", COMMANDS)
def test_every_key_can_be_a_field(words: str, tmp_path: Path) -> None:
    """`--fields` with all keys prints the whole object, with every digit."""
    path = lake(tmp_path)
    whole = answered(path, words, "jsonl")
    names = ",".join(json.loads(whole.splitlines()[0]))
    chosen = answered(path, words, "jsonl", "--fields", names)
    assert chosen == whole.replace('": ', '":').replace(', "', ',"')


@pytest.mark.parametrize("format_", FORMATS)
def test_an_unknown_field_is_a_usage_error_in_every_format(format_: str, tmp_path: Path) -> None:
    """Nothing is printed before the field has been checked."""
    answer = run_cli("--file", lake(tmp_path), "facts", "--fields", "id,txet", "--format", format_)
    assert (answer.code, answer.out) == (2, "")
    assert "did you mean text?" in answer.err


@pytest.mark.parametrize("words", ["facts", "figures", "show fish-fell trade-growth berg-schools"])
@pytest.mark.parametrize("format_", FORMATS)
def test_a_fact_is_never_in_quotation_marks(
    words: str, format_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record's words are never presented as a speaker's."""
    monkeypatch.setenv("COLUMNS", "10000")
    path = lake(tmp_path)
    out = answered(path, words, format_)
    for row in parsed(path, words):
        assert row["kind"] != "quote"
        for marks in "“”", "„“", "«»", "‘’":
            assert f"{marks[0]}{row['text']}{marks[1]}" not in out
        if format_ in {"auto", "table", "plain", "markdown"}:
            assert f'"{row["text"]}"' not in out


def test_only_people_see_quotation_marks_around_a_quote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In data, the marks would not belong to the words."""
    monkeypatch.setenv("COLUMNS", "200")
    path = lake(tmp_path)
    assert re.search("“Мы довольны” +orlova-pleased\n", answered(path, "quotes", "table"))
    assert "\tМы довольны\t\n" in answered(path, "quotes", "plain")
    assert [row["text"] for row in parsed(path, "quotes")][1] == "Мы довольны"


# Visible text: no control or format characters, no line separators, no unassigned characters, and at least
# one visible one.
_EMPTY = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that are invisible
TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=200).filter(
    lambda text: any(char not in _EMPTY and unicodedata.category(char)[0] in "LNPS" for char in text)
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text_survives_from_yaml_to_every_format(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """After white space is folded, every byte stays the same, and a text never breaks a row in two."""
    path = tmp_path_factory.mktemp("any") / "lake.yaml"
    path.write_text(LAKE.replace("Мы довольны", json.dumps(text, ensure_ascii=False)), encoding="utf-8")
    expected = fold_space(text)
    assert parsed(path, "quotes")[1]["text"] == expected
    assert (
        json.loads(answered(path, "quotes", "jsonl", "--fields", "text").splitlines()[1])["text"] == expected
    )
    assert yaml.safe_load(answered(path, "quotes", "yaml"))[1]["text"] == expected
    read = list(csv.DictReader(io.StringIO(answered(path, "quotes", "csv"), newline="")))
    assert read[1]["text"] in {expected, f"'{expected}"}
    lines = answered(path, "quotes", "plain").split("\n")
    assert lines[1].split("\t") == ["orlova-pleased", "quote", "Vera Orlova", "vestnik-2031-06", expected, ""]
    assert len(lines) == 3
    assert len(answered(path, "quotes", "markdown").split("\n")) == 5


@pytest.mark.parametrize("format_", [*FORMATS, "table with fields"])
def test_rows_are_printed_as_they_come(format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    """However many rows there are, one is in memory; only a table of fields needs the width of its columns first."""
    printed: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(100):
            printed.append(len(capsys.readouterr().out))
            yield f'{{"slug":"t{number}","label":"x","aliases":[],"statements":1,"facts":1,"quotes":0}}'

    fields = ["slug", "label"] if format_ == "table with fields" else None
    write(TOPICS, Stored(texts()), format_.partition(" ")[0], fields, lambda: Names({}, {}, {}, {}, {}, 0))
    assert (sum(map(bool, printed)) >= 98) is (fields is None)
