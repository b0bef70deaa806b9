"""The reader reads valid files as written, and reports every fault at its position."""

from __future__ import annotations

import gc
import os
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.lake import LAKE, lake
from support.tables import table

from tajikcli.errors import InputError, TajikError, UnsoundRecordError
from tajikcli.index.build import build
from tajikcli.model.knowledge import (
    EvidenceEntry,
    FigureEntry,
    KnowledgeFile,
    LinkEntry,
    StatementEntry,
)
from tajikcli.model.relations import Relation
from tajikcli.paths import knowledge_files
from tajikcli.reader import events, rules
from tajikcli.reader.archive import lint_record
from tajikcli.reader.faults import Fault, Guesses
from tajikcli.reader.files import examine, locate_faults, read, read_content

if TYPE_CHECKING:
    from pathlib import Path

    from tajikcli.problems import Problem

# The record without anything that causes warnings, and with a short address.
SOUND = re.sub("(?:/a-rather-long-part)+", "/a", LAKE.replace("  silent: {name: Never Spoke}\n", ""))

WHOLE: list[tuple[str, bytes, list[str]]] = [
    ("empty", b"", ["1:1: the file is empty; expected a mapping with the keys meeting, sources, statements"]),
    ("white space", b" \n\n", ["1:1: the file is empty"]),
    ("byte order mark", b"\xef\xbb\xbf", ["1:1: the file is empty"]),
    ("comments", b"# nothing\n# yet\n", ["1:1: the file is empty"]),
    ("empty document", b"---\n", ["1:1: the file is empty"]),
    ("list", b"# a\n- b\n", ["2:1: the file contains a list; expected a mapping"]),
    ("text", b"hello", ["1:1: the file contains only text; expected a mapping"]),
    ("null", b"~", ["1:1: the file contains only text; expected a mapping"]),
    ("a bare alias", b"*a", ["1:1: '*a' is an alias"]),
    ("an anchor", b"&a\n" + SOUND.encode(), ["1:1: '&a' is an anchor"]),
    ("a tag", b"!!map\n" + SOUND.encode(), ["1:1: '!!map' is a tag"]),
    ("two documents", SOUND.encode() + b"---\na: b\n", ["76:1: a second YAML document starts here"]),
    (
        "text after the end",
        SOUND.encode() + b"...\nfoo: bar\n",
        ["77:1: invalid YAML … expected the file to end"],
    ),
    ("another YAML", b"%YAML 2.0\n---\n" + SOUND.encode(), ["1:1: invalid YAML …"]),
    ("Latin-1", "meeting:\n  title: Vé".encode("latin-1"), ["2:11: byte 0xe9 is not valid UTF-8"]),
    ("Windows-1251", "a: b\nж: г".encode("cp1251"), ["2:1: byte 0xe6 is not valid UTF-8"]),
    ("columns in characters", "Орлова: ".encode() + b"\xff", ["1:9: byte 0xff is not valid UTF-8"]),
    ("UTF-8 cut short", "title: é".encode()[:-1], ["1:8: byte 0xc3 is not valid UTF-8"]),
    ("surrogates", b"a: \xed\xa0\x80", ["1:4: byte 0xed is not valid UTF-8"]),
    ("UTF-16", SOUND.encode("utf-16"), ["1:1: the file seems to be UTF-16 or UTF-32 … save it as UTF-8"]),
    ("UTF-16 without a mark", SOUND.encode("utf-16-le"), ["1:1: the file seems to be UTF-16 or UTF-32"]),
    ("UTF-16, big end first", SOUND.encode("utf-16-be"), ["1:1: the file seems to be UTF-16 or UTF-32"]),
    ("UTF-32", SOUND.encode("utf-32"), ["1:1: the file seems to be UTF-16 or UTF-32"]),
    (
        "line separators only",
        SOUND.replace("\n", "\u2028").encode(),
        ["1:9: control characters are not allowed; remove U+2028"],
    ),
    (
        "NULs only",
        b"\0" * 9,
        [f"1:{column}: control characters are not allowed; remove U+0000" for column in range(1, 10)],
    ),
    (
        "it is empty",
        b"{}",
        [f"1:1: a knowledge file needs the key '{key}'" for key in ("meeting", "sources", "statements")],
    ),
    ("deep lists", b"[" * 9999, ["1:13: nested more than 12 levels deep"]),
    (
        "deep lists after a mark",
        b"\xef\xbb\xbf# \xc3\xa9\r\n" + b"[" * 9999,
        ["2:13: nested more than 12 levels deep"],
    ),
    ("deep lists in lists", b"[a, {b: [" + b"[" * 9999, ["1:19: nested more than 12 levels deep"]),
    ("deep mappings", b"{a: " * 9999, ["1:49: nested more than 12 levels deep"]),
    ("deep lists, then a fault", b"[" * 20 + b'"\\q', ["1:13: nested more than 12 levels deep"]),
    (
        "deep blocks",
        "\n".join(" " * n + "a:" for n in range(200)).encode(),
        ["13:13: nested more than 12 levels deep"],
    ),
    (
        "deep keys",
        b"? " * 9999,
        ["1:3: a list or mapping is used as a key", "1:25: nested more than 12 levels deep"],
    ),
    (
        "no source",
        b"meeting: {id: a, title: b, date: 2024}\nsources: {}\nstatements: []\n",
        ["2:10: no source is defined"],
    ),
]


def told(content: str | bytes) -> list[Problem]:
    """Return the problems of a file named `f`."""
    return examine(content.encode() if isinstance(content, str) else content, "f").problems


def assert_told(problems: list[Problem], expected: list[str]) -> None:
    """Assert that the problems are exactly the expected ones, in order."""
    shown = [str(problem).removeprefix("f:") for problem in problems]
    assert len(shown) == len(expected), shown
    for line, fragments in zip(shown, expected, strict=True):
        place, _, rest = fragments.partition(": ")
        assert line.startswith(f"{place}: "), line
        for fragment in rest.split(" …"):
            assert fragment.strip() in line, line


@table("edits.yaml", "problems", "old", "new")
def test_every_fault_is_reported_once_at_its_position(problems: list[str], old: str, new: str) -> None:
    """One mistake in a valid file is reported at its key or value, and causes no other problem."""
    assert old in SOUND
    assert_told(told(SOUND.replace(old, new, 1)), problems)


def test_an_unknown_key_gets_the_list_of_unused_keys() -> None:
    """The message lists all keys that the statement may have and does not have yet."""
    (problem,) = told(SOUND.replace("    when: yesterday", "    wehn_said: yesterday"))
    taken = {"id", "kind", "speaker", "topics", "text", "hedges", "links"}
    fields = [str(field.encode_name) for field in msgspec.structs.fields(StatementEntry)]
    free = [name for name in fields if name not in taken]
    assert problem.message.endswith(f"expected one of {', '.join(free)}"), problem.message


@pytest.mark.parametrize(("content", "expected"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE])
def test_a_file_that_is_not_a_knowledge_file_gets_a_message_about_its_content(
    content: bytes, expected: list[str]
) -> None:
    """For any bytes, the message says what they look like and what was expected."""
    assert_told(told(content), expected)


def test_all_problems_of_a_file_are_reported_in_order_of_line() -> None:
    """A repeated key, an invalid date, an unknown topic and a missing key are all reported."""
    content = (
        SOUND.replace("title: Lake talks", "title: Lake talks\n  title: Again", 1)
        .replace('"2031-05-04"', "2031-13-04")
        .replace("topics: [trade]", "topics: [trde]", 1)
        .replace("    kind: quote\n", "", 1)
    )
    expected = [
        "4:3: duplicate key 'title'",
        "11:16: '2031-13-04' is not in the calendar … did you mean '2031-04-13'?",
        "34:14: unknown topic 'trde'; did you mean trade?",
        "40:5: a statement needs the key 'kind'",
    ]
    assert_told(told(content), expected)


def test_a_cyrillic_letter_in_a_slug_is_named() -> None:
    """It looks like a Latin letter, so that the slug and the suggestion look the same."""
    content = SOUND.replace("speaker: orlova", "speaker: orlov\u0430", 1)
    (problem,) = told(content)
    assert "is 'orlov\u0430', with the Cyrillic letter '\u0430'; expected" in problem.message
    assert problem.message.endswith("did you mean 'orlova'?")


def test_a_valid_file_has_no_problem_and_is_read_as_written(tmp_path: Path) -> None:
    """Numbers keep their digits, texts their words, and a figure's `from` its name."""
    path = tmp_path / "lake.yaml"
    path.write_text(SOUND, encoding="utf-8")
    content = read_content(str(path), "lake.yaml")
    assert examine(content, "lake.yaml").problems == []
    knowledge = read(content, "lake.yaml")
    assert knowledge.meeting.date == "2031-05-03"
    assert knowledge.statements[0].figures[0].value == "1.20"
    assert knowledge.statements[0].figures[0].period == "2031"
    assert knowledge.source_of(knowledge.statements[1]) == "herald-2031-05-04"


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\n"])
def test_line_endings_of_any_system_are_read(ending: str) -> None:
    """Files from Windows and old Macs have the same content."""
    assert told(SOUND.replace("\n", ending)) == []


def test_a_byte_order_mark_is_not_a_fault_and_shifts_no_column() -> None:
    """Windows editors write one at the start."""
    assert told("\ufeff" + SOUND) == []
    assert_told(told("\ufeff" + SOUND.replace("meeting:", "meetin:")), ["1:1: unknown key 'meetin'"])


@pytest.mark.parametrize(
    "text",
    [
        "null",
        "~",
        "no",
        "yes",
        "012",
        "1:30",
        "1.10",
        "0x1F",
        "1e3",
        ".inf",
        "2031-05-03",
        "true",
        "Null",
        "<<",
        "=",
    ],
)
@pytest.mark.parametrize("quoted", [False, True])
def test_a_text_is_what_it_looks_like(text: str, quoted: bool) -> None:  # noqa: FBT001 - a table's column
    """A text, quoted or not, never becomes a different YAML type or an empty value."""
    written = f'"{text}"' if quoted else text
    content = SOUND.replace("Lake House, Northshire", written).replace("Мы довольны", written)
    knowledge = read(content.encode(), "f")
    assert knowledge.meeting.place == text
    assert knowledge.statements[2].text == text


def test_null_causes_a_warning_where_no_value_may_be_meant() -> None:
    """A text that says `null` would be printed, so there is a warning."""
    problems = told(SOUND.replace("yesterday evening", "null"))
    assert_told(problems, ["44:11: warning: 'when' is the text 'null'; leave the key out if it has no value"])


def test_white_space_is_folded_including_no_break_spaces() -> None:
    """A text that is broken over several lines becomes one line of words."""
    folded = SOUND.replace(
        "text: Trade grew by nearly a fifth,",
        "text: >\n      Trade\u00a0grew by\n      nearly  a\n\n      fifth,",
    )
    assert (
        read(folded.encode(), "f").statements[0].text
        == "Trade grew by nearly a fifth, to 1.2 billion dollars."
    )


def test_a_file_of_nested_aliases_is_refused() -> None:
    """Aliases are reported and not followed, so the size of the file limits the work."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    problems = told("\n".join(lines))
    assert sum("alias" in problem.message for problem in problems) == 290


def test_control_characters_are_reported_wherever_they_are() -> None:
    """Raw, escaped, in keys or in comments, they never reach a terminal."""
    for char in "\0\x07\x1b\x7f\x85\x9b\u2028\u2029\u202e\u2066":
        for written in (char, f"\\u{ord(char):04x}"):
            content = SOUND.replace("place: Lake House, Northshire", f'place: "Lake{written}House"')
            problems = told(content)
            assert len(problems) == 1, problems
            assert problems[0].line == 5
            assert f"U+{ord(char):04X}" in problems[0].message
            assert problems[0].message.isprintable()


def test_odd_line_breaks_do_not_shift_the_lines_after_them() -> None:
    """Editors count only newlines; libyaml also counts U+0085, U+2028 and U+2029."""
    content = SOUND.replace("place: Lake House, Northshire", "place: Lake\u2028House # \x85 \u2029").replace(
        "url:", "ulr:"
    )
    assert_told(
        told(content),
        [
            "5:14: control characters are not allowed; remove U+2028",
            "5:23: control characters are not allowed; remove U+0085",
            "5:25: control characters are not allowed; remove U+2029",
            "11:5: unknown key 'ulr'",
        ],
    )


def test_columns_are_right_after_a_character_that_was_removed() -> None:
    """Faults at the ends of lines have their position on disk."""
    content = SOUND.replace("label: Trade and economy, aliases", "label: Tr\0ade, alias\x01s")
    assert_told(
        told(content),
        [
            "21:20: control characters are not allowed; remove U+0000",
            "21:26: unknown key 'aliass'",
            "21:31: control characters are not allowed; remove U+0001",
        ],
    )


def test_a_wrong_section_does_not_cause_faults_in_references_to_it() -> None:
    """Consequences of a reported fault are not reported."""
    for wrong in ("speakers: []\nx:", "speakrs:", "speakers: x\nx:"):
        messages = [problem.message for problem in told(SOUND.replace("speakers:", wrong, 1))]
        assert not [message for message in messages if "no speaker 'orlova'" in message], messages


def test_many_faults_are_reported_without_comparing_all_with_all() -> None:
    """Suggestions stop after a limit for each file, but all faults are reported."""
    guesses = Guesses()
    many = [f"name-{number}" for number in range(1000)]
    answers = [guesses.nearest("name-1", many) for _ in range(200)]
    assert answers[0]
    assert not answers[-1]
    statements = "".join(
        f"  - {{id: s-{n}, kind: quote, text: x, links: [{{to: t-{n}, as: restates}}]}}\n"
        for n in range(3000)
    )
    problems = [problem for problem in told(SOUND + statements) if problem.severity == "error"]
    assert len(problems) == 3000


def test_reading_leaves_the_garbage_collector_as_it_was() -> None:
    """It is paused while a file is read, and only if it was on."""
    for turn in (gc.disable, gc.enable):
        turn()
        with pytest.raises(UnsoundRecordError):
            read(b"", "f")
        assert gc.isenabled() is (turn is gc.enable)


def test_the_error_of_an_invalid_file_has_every_problem() -> None:
    """A script gets the same problems as a person, without warnings."""
    with pytest.raises(UnsoundRecordError) as caught:
        read(SOUND.replace("trade]", "trde]").encode(), "lake.yaml")
    assert [problem.line for problem in caught.value.problems] == [33, 42, 51, 56]
    assert str(caught.value).splitlines()[0].startswith("lake.yaml:33:14: unknown topic 'trde'")


def test_a_fault_without_a_position_in_the_file_is_reported_near_it() -> None:
    """If the file does not have the path, the problem is at the nearest key or mapping."""
    faults = [Fault(("statements", 0, "nowhere", 3), "x"), Fault(("nowhere",), "y"), Fault((), "z")]
    assert [problem[1:3] for problem in locate_faults(SOUND.encode(), "f", faults)] == [
        (29, 5),
        (1, 1),
        (1, 1),
    ]


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    """A missing file or a folder causes an input error, not a traceback."""
    (tmp_path / "x.yaml").mkdir()
    with pytest.raises(InputError, match="no such file"):
        read_content(str(tmp_path / "nowhere.yaml"), "nowhere.yaml")
    with pytest.raises(InputError, match="is a directory"):
        read_content(str(tmp_path / "x.yaml"), "x.yaml")
    with pytest.raises(InputError, match="cannot be read"):
        read_content("a\0b", "a")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    """The message has the system's reason."""
    path = lake(tmp_path)
    path.chmod(0)
    with pytest.raises(InputError, match="permission denied"):
        read_content(str(path), "lake.yaml")


def test_a_file_larger_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger's file cannot use more than the documented limit."""
    path = lake(tmp_path)
    monkeypatch.setattr("tajikcli.reader.files.MOST_BYTES", 1024**2)
    path.write_bytes(b"#" * (1024**2 + 1))
    with pytest.raises(InputError, match="larger than 1 MiB"):
        read_content(str(path), "lake.yaml")


def test_files_of_a_record_that_contradict_each_other_are_reported(tmp_path: Path) -> None:
    """A slug means the same thing in every file, and a link to another file needs a target."""
    (tmp_path / "a.yaml").write_text(SOUND, encoding="utf-8")
    other = (
        SOUND.replace("lake-2031", "hill-2032")
        .replace("Vera Orlova", "Olga Orlova")
        .replace("to: trade-growth", "to: lake-2031/trade-grwth")
    )
    (tmp_path / "b.yaml").write_text(other, encoding="utf-8")
    files = knowledge_files([str(tmp_path)])
    problems = lint_record(files).problems
    assert [problem[1:3] for problem in problems] == [(15, 18), (75, 18)]
    assert "'orlova' is 'Olga Orlova' here and 'Vera Orlova' in" in problems[0].message
    assert "did you mean lake-2031/trade-growth?" in problems[1].message
    with closing(sqlite3.connect(":memory:")) as index, pytest.raises(UnsoundRecordError):
        build(index, files)


def test_one_meeting_has_one_file(tmp_path: Path) -> None:
    """Two files about one meeting would give two statements the same id."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(SOUND, encoding="utf-8")
    problems = lint_record(knowledge_files([str(tmp_path)])).problems
    assert [problem[1:3] for problem in problems] == [(2, 7)]
    assert "already contains the meeting 'lake-2031'" in problems[0].message


def test_the_faults_of_every_file_of_a_record_are_reported(tmp_path: Path) -> None:
    """A fault in the first file does not hide faults in the second."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(SOUND.replace("trade]", "trde]"), encoding="utf-8")
    files = knowledge_files([str(tmp_path)])
    with closing(sqlite3.connect(":memory:")) as index, pytest.raises(UnsoundRecordError) as caught:
        build(index, files)
    assert (
        len(caught.value.problems)
        == len([p for p in lint_record(files).problems if p.severity == "error"])
        == 8
    )


def assert_tellable(content: bytes) -> None:
    """Assert that a file is valid or has faults at positions that exist, without an exception."""
    problems = examine(content, "f").problems
    lines = content.count(b"\n") + content.count(b"\r") + 1
    for problem in problems:
        assert 1 <= problem.line <= lines + 1
        assert problem.column >= 1
        assert problem.message.isprintable()
    assert len(set(problems)) == len(problems)
    assert [p[1:3] for p in problems] == sorted(p[1:3] for p in problems)
    try:
        read(content, "f")
    except TajikError:
        assert any(problem.severity == "error" for problem in problems)
    else:
        assert all(problem.severity == "warning" for problem in problems)


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_any_bytes_are_read_or_reported(content: bytes) -> None:
    """Any bytes cause only tajik's own errors."""
    assert_tellable(content)


_YAML = st.text(st.sampled_from("ab:-?*&!|>%@`'\"#,[]{} \n\t\r\\~<=1\0\x85\u2028\ufeffж"), max_size=60)


@given(_YAML)
@settings(max_examples=500)
def test_any_yaml_is_read_or_reported(text: str) -> None:
    """The special characters of YAML may come in any order."""
    assert_tellable(text.encode())


@given(st.integers(0, len(SOUND)), st.integers(0, 40), _YAML)
@settings(max_examples=500)
def test_any_mistake_in_a_valid_file_is_reported(start: int, length: int, new: str) -> None:
    """A part of the file is removed or added."""
    assert_tellable((SOUND[:start] + new + SOUND[start + length :]).encode())


_VALUES = [
    "",
    "x",
    "null",
    "~",
    "[]",
    "{}",
    "[x]",
    "{a: b}",
    "[[x]]",
    "{}: {}",
    "*a",
    "&a x",
    "!!null",
    "<<: {}",
    "-1",
    '"\\x1b"',
    "''",
]


@given(st.lists(st.tuples(st.integers(0, 120), st.sampled_from(_VALUES)), min_size=1, max_size=4))
@settings(max_examples=300)
def test_any_value_in_any_place_is_read_or_reported(edits: list[tuple[int, str]]) -> None:
    """Every value is replaced with a list, a mapping, an alias or nothing."""
    content = SOUND
    for place, value in edits:
        ends = [number for number, char in enumerate(content) if char in ":,"]
        at = ends[place % len(ends)] + 1
        end = next((n for n in range(at, len(content)) if content[n] in "\n,]}"), at)
        content = f"{content[:at]} {value}{content[end:]}"
    assert_tellable(content.encode())


def test_the_same_events_come_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """If PyYAML was built without libyaml, reading is slower but gives the same result."""
    import yaml

    monkeypatch.setattr(events, "_Parser", yaml.SafeLoader)
    assert told(SOUND) == []
    assert_told(told(SOUND.replace("topics: [trade]", "topics: [trde]", 1)), ["33:14: unknown topic 'trde'"])
    assert_told(
        told("a: \0"),
        [
            "1:1: unknown key 'a'",
            *(f"1:1: a knowledge file needs the key '{k}'" for k in ("meeting", "sources", "statements")),
            "1:4: control characters are not allowed; remove U+0000",
        ],
    )


_SELDOM = st.sampled_from([None, None, None, "12", ""])
_FIGURES = st.builds(
    FigureEntry,
    measure=st.sampled_from(["two-way-trade", "two-way-trade", "nobody", "", None]),
    value=st.sampled_from(["12", "1.5", "", None]),
    from_=_SELDOM,
    to=_SELDOM,
    change=_SELDOM,
    direction=st.sampled_from([None, None, None, "up"]),
    scale=st.sampled_from([None, "million"]),
    unit=st.sampled_from(["USD", "percent", "rank", "", None]),
    approx=st.sampled_from([None, "about"]),
    period=st.sampled_from([None, "2030", "2030-13", ""]),
)
_SLUGS = st.sampled_from(["orlova", "trade", "aland-presidency", "herald-2031-05-04", "nobody", ""])


@settings(max_examples=500)
@given(
    st.builds(
        StatementEntry,
        id=st.just("new"),
        kind=st.sampled_from(["quote", "paraphrase", "narration", ""]),
        text=st.just("Words"),
        source=st.none() | _SLUGS,
        speaker=st.none() | _SLUGS,
        via=st.lists(_SLUGS, max_size=2),
        topics=st.lists(_SLUGS, max_size=3),
        said=st.none() | st.sampled_from(["2031-05-03", "2031-13"]),
        evidence=st.lists(
            st.sampled_from(["a few words", "nine words are one more than the model takes"]).map(
                EvidenceEntry
            ),
            max_size=2,
        ),
        figures=st.lists(_FIGURES, max_size=2),
        links=st.lists(st.just(LinkEntry(to="nowhere", relation=Relation.RESTATES)), max_size=1),
    )
)
def test_a_statement_that_passes_quickly_breaks_no_rule(statement: StatementEntry) -> None:
    """The fast check only accepts statements without faults."""
    knowledge = read(SOUND.encode(), "lake.yaml")
    assert isinstance(knowledge, KnowledgeFile)
    references = rules._References(knowledge, {"new": 0})
    if rules._surely_sound(knowledge)(statement):
        assert list(rules._statement(statement, references, ("statements", 0))) == []


@settings(max_examples=500)
@given(_FIGURES)
def test_a_figure_that_passes_quickly_breaks_no_rule(figure: FigureEntry) -> None:
    knowledge = read(SOUND.encode(), "lake.yaml")
    if rules._is_plain(figure, knowledge):
        references = rules._References(knowledge, {})
        assert list(rules._figure(figure, ())) == []
        assert list(references.check("measure", figure.measure, ())) == []


def test_most_statements_pass_quickly() -> None:
    """These are quotes with a topic and a speaker, and facts with evidence."""
    knowledge = read(SOUND.encode(), "lake.yaml")
    fact, quote, *_ = knowledge.statements
    assert fact.figures
    is_sound = rules._surely_sound(knowledge)
    assert is_sound(msgspec.structs.replace(fact, said="2031-05"))
    assert is_sound(msgspec.structs.replace(quote, links=[]))
