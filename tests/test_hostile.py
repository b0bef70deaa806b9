"""A record, a draft or a source from a stranger is only data, in every field and every format."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.lake import run_cli

from tajikcli.render import FORMATS, GITHUB
from tajikcli.text import has_visible, is_control

if TYPE_CHECKING:
    from pathlib import Path

ESCAPES = [
    "\x1b[31mred",
    "\x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x9b31mred",
    "right\u202eleft",
    "\u2066isolate",
    "\x07bell",
    "back\x08space",
    "\x7fdelete",
]
MARKUP = [
    "[red]x[/red]",
    "[link=https://evil.example]x[/link]",
    "[/]",
    ":smile:",
    "<script>alert(1)</script>",
    "</td><img src=x onerror=alert(1)>",
    "](javascript:alert(1))",
    "`x` | *y* _z_ ~~w~~ # &![i](u)",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "%s %d {} {0} ${x}",
    "::error::x",
    "quote\" and '",
    "a\\tb\\n",
    "{}",
    "zero\u200bwidth",
    "e\u0301 combining \u0301\u0301\u0301",
]
FIELDS = [
    ("meeting", "title"),
    ("meeting", "place"),
    ("sources", "title"),
    ("sources", "publisher"),
    ("speakers", "name"),
    ("speakers", "role"),
    ("speakers", "aliases"),
    ("relays", "name"),
    ("topics", "label"),
    ("measures", "label"),
    ("statements", "text"),
    ("statements", "when"),
    ("statements", "hedges"),
    ("statements", "keywords"),
    ("statements", "evidence"),
    ("statements", "unit"),
]
COMMANDS = [
    "statements",
    "show one",
    "figures",
    "search hostile",
    "meetings",
    "topics",
    "speakers",
    "sources",
    "cite one",
]


def record(field: tuple[str, str] | None, value: str) -> dict[str, Any]:
    """Return a record with a hostile text in one of its fields, or in all fields if no field is given."""

    def text(section: str, key: str, usual: str) -> str:
        return value if field in {None, (section, key)} else usual

    return {
        "meeting": {
            "id": "m",
            "title": text("meeting", "title", "Talks"),
            "date": "2031",
            "place": text("meeting", "place", "Lake"),
        },
        "sources": {
            "s": {
                "publisher": text("sources", "publisher", "Herald"),
                "title": text("sources", "title", "A title"),
                "language": "en",
                "url": "https://example.org/",
            }
        },
        "speakers": {
            "v": {
                "name": text("speakers", "name", "Vera"),
                "role": text("speakers", "role", "President"),
                "aliases": [text("speakers", "aliases", "V")],
            }
        },
        "relays": {"r": {"name": text("relays", "name", "Office")}},
        "topics": {"t": {"label": text("topics", "label", "Trade")}},
        "measures": {"c": {"label": text("measures", "label", "Catch")}},
        "statements": [
            {
                "id": "one",
                "kind": "paraphrase",
                "speaker": "v",
                "via": ["r"],
                "topics": ["t"],
                "text": text("statements", "text", "A hostile text."),
                "when": text("statements", "when", "yesterday"),
                "hedges": [text("statements", "hedges", "reportedly")],
                "keywords": [text("statements", "keywords", "hostile")],
                "evidence": [{"exact": text("statements", "evidence", "some words")}],
                "figures": [{"measure": "c", "value": "1", "unit": text("statements", "unit", "fish")}],
            }
        ],
    }


def write(folder: Path, content: dict[str, Any]) -> Path:
    path = folder / "record.yaml"
    unshared = json.loads(json.dumps(content))  # PyYAML writes an anchor for an object that occurs twice
    path.write_text(yaml.safe_dump(unshared, allow_unicode=True), encoding="utf-8")
    return path


def steers(text: str) -> list[str]:
    """Return the characters of an output that a terminal would obey."""
    return [char for char in text if is_control(char) or char == "\r"]


@pytest.mark.parametrize("hostile", ESCAPES)
@pytest.mark.parametrize("field", FIELDS, ids=[".".join(field) for field in FIELDS])
def test_no_escape_sequence_in_a_record_reaches_the_terminal(
    field: tuple[str, str], hostile: str, tmp_path: Path
) -> None:
    """A record that has one is refused, and the message shows it as an escape."""
    answer = run_cli("--file", write(tmp_path, record(field, hostile)), "statements")
    assert (answer.code, answer.out) == (3, "")
    assert steers(answer.err) == []


@pytest.mark.parametrize("hostile", MARKUP)
@pytest.mark.parametrize("format_", FORMATS)
def test_no_markup_of_a_record_is_obeyed_in_any_format(format_: str, hostile: str, tmp_path: Path) -> None:
    """This covers markup of Rich, Markdown, HTML and spreadsheets, in every field and every command."""
    path = write(tmp_path, record(None, hostile))
    for command in COMMANDS:
        options = () if command.startswith("cite") else ("--format", format_)
        answer = run_cli("--file", path, *command.split(), *options)
        assert answer.code == 0, (command, answer.err)
        assert steers(answer.out.replace("\r\n", "\n") if format_ == "csv" else answer.out) == []
        if format_ == "csv" and options:
            for row in csv.reader(io.StringIO(answer.out)):
                assert not [
                    cell for cell in row if cell[:1] in "=+-@\t\r" and cell[:1] and not cell[1:].isdecimal()
                ]
        if format_ == "markdown" and options:
            for line in answer.out.splitlines():
                unescaped = re.sub(r"\\.", "", line)
                assert "<" not in unescaped
                assert "](" not in unescaped


def test_only_web_addresses_are_accepted(tmp_path: Path) -> None:
    """Addresses with javascript:, file: or data: are refused."""
    for url in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "HTTPS://example.org/a b"):
        content = record(None, "x")
        content["sources"]["s"]["url"] = url
        assert run_cli("--file", write(tmp_path, content), "sources").code == 3


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("hostile", [*ESCAPES, *MARKUP])
@pytest.mark.parametrize("format_", [*FORMATS, GITHUB])
def test_nothing_in_a_draft_or_a_source_controls_the_terminal(
    format_: str, hostile: str, tmp_path: Path
) -> None:
    """Words and escape sequences are shown as text, and the file name is not a command."""
    name = "".join(char for char in hostile if char not in "/\0")[:40]
    draft = tmp_path / f"{name}.md"
    draft.write_text(
        f"“{hostile} a reliable ally and {hostile}” {hostile} said. {hostile}\n", encoding="utf-8"
    )
    answer = run_cli("check", draft, "--format", format_)
    assert answer.code in {0, 1, 2}  # with one file, csv, json and yaml do not need the name of the file
    assert steers(answer.out.replace("\r\n", "\n") if format_ == "csv" else answer.out) == []
    assert steers(answer.err) == []
    if format_ in {"table", "plain", "json"}:
        verified = run_cli("verify", "asia-plus", draft, "--format", format_)
        assert verified.code in {0, 1, 3}
        assert steers(verified.out + verified.err) == []
    if format_ == GITHUB:
        assert all(line.startswith("::error file=") for line in answer.out.splitlines())


words = st.text(
    alphabet=st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Cn", "Co"),
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff\ufffe\uffff",
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: has_visible(text) and not any(map(is_control, text)))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(words, min_size=1, max_size=4),
    numbers=st.lists(
        st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9),
        max_size=3,
    ),
    slugs=st.lists(
        st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8})", fullmatch=True), min_size=4, max_size=4, unique=True
    ),
)
def test_any_record_survives_the_round_trip(
    texts: list[str], numbers: list[Any], slugs: list[str], tmp_path: Path
) -> None:
    """From YAML to the index, to JSON and back to YAML, every value stays the same to the last digit."""
    content = record(None, "x")
    statement = content["statements"][0]
    content["statements"] = [
        {
            **statement,
            "id": f"{slugs[0]}-{number}",
            "text": text,
            "when": text,
            "hedges": [text],
            "figures": [{"measure": "c", "value": str(value), "unit": "fish"} for value in numbers],
        }
        for number, text in enumerate(texts)
    ]
    path = write(tmp_path, content)
    answer = run_cli("--file", path, "statements", "--json")
    assert answer.code == 0, answer.err
    rows = json.loads(answer.out)
    folded = [" ".join(text.split()) for text in texts]
    assert [row["text"] for row in rows] == folded
    assert [row["when"] for row in rows] == folded
    assert [[figure["value"] for figure in row["figures"]] for row in rows] == [
        [str(value) for value in numbers]
    ] * len(texts)
    written = run_cli("--file", path, "statements", "--format", "yaml")
    again = yaml.safe_load(written.out)
    assert [row["text"] for row in again] == folded
    assert [[str(figure["value"]) for figure in row["figures"]] for row in again] == [
        [str(value) for value in numbers]
    ] * len(texts)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_give_an_answer_or_a_clear_error(data: bytes, tmp_path: Path) -> None:
    """As a record, a draft or a source, they never cause a traceback or exit code 70."""
    path = tmp_path / "input"
    path.write_bytes(data)
    for asked in (
        ("--file", path, "facts"),
        ("lint", path),
        ("check", path),
        ("verify", "asia-plus", path),
    ):
        answer = run_cli(*asked)
        assert answer.code in {0, 1, 3}, (asked, answer.err)
        assert "bug" not in answer.err
