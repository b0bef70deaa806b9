"""The commands answer a question or report that they cannot."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.lake import HILL, LAKE, archive, lake, run_cli

from tajikcli.commands import COMMANDS, GROUPS
from tajikcli.environment import ENVIRONMENT
from tajikcli.exits import MEANINGS
from tajikcli.render import FORMATS, GITHUB

if TYPE_CHECKING:
    from pathlib import Path

FACTS = ["trade-growth", "fish-fell", "berg-schools"]
QUOTES = ["orlova-satisfied", "orlova-pleased"]
ALL = ["trade-growth", "orlova-satisfied", "orlova-pleased", "fish-fell", "berg-schools"]

ASKED = [
    ("facts", FACTS),
    ("quotes", QUOTES),
    ("statements", ALL),
    ("statements --kind narration", ["fish-fell"]),
    ("statements --kind narration --kind quote", [*QUOTES, "fish-fell"]),
    ("facts trade", ["trade-growth", "fish-fell"]),
    ("facts fish school", ["fish-fell", "berg-schools"]),
    ("facts trade fish", ["trade-growth", "fish-fell"]),
    ("statements --speaker berg", ["berg-schools"]),
    ("statements --speaker orlova --speaker berg", ["trade-growth", *QUOTES, "berg-schools"]),
    ("statements --source vestnik-2031-06", ["orlova-pleased", "fish-fell"]),
    ("statements --via mill-agency", ["berg-schools"]),
    ("statements --via aland-presidency", ["trade-growth", "berg-schools"]),
    ("statements --meeting lake-2031", ALL),
    ("statements --lang en", ["trade-growth", "orlova-satisfied", "berg-schools"]),
    ("statements --lang RU-cyrl", ["orlova-pleased", "fish-fell"]),
    ("statements --since 2031", ALL),
    ("statements --since 2031-05-03", ["trade-growth", *QUOTES, "fish-fell"]),
    ("statements --since 2031-06", ["fish-fell"]),
    ("statements --since 2031-06-15", ["fish-fell"]),
    ("statements --since 2032", []),
    ("statements --until 2031", ALL),
    ("statements --until 2031-05", ["trade-growth", *QUOTES, "berg-schools"]),
    ("statements --until 2031-05-02", ["berg-schools"]),
    ("statements --since 2031-05-02 --until 2031-05-02", ["berg-schools"]),
    ("statements --limit 2", ALL[:2]),
    ("statements --limit 0", []),
    ("statements --limit 99999999999999999999", ALL),
    ("facts trade --speaker orlova --source herald --via aland-presidency --lang en", ["trade-growth"]),
    ("facts trade --since 2031-06 --limit 1 --meeting lake-2031", ["fish-fell"]),
    ("quotes fish", []),
]


@pytest.mark.parametrize(("asked", "ids"), ASKED, ids=[asked for asked, _ in ASKED])
def test_filters_work_alone_and_together(asked: str, ids: list[str], tmp_path: Path) -> None:
    """A statement matches one value of each filter, and the order is that of the record."""
    answer = run_cli("--file", lake(tmp_path), *asked.split(), "--json")
    assert answer.code == 0
    assert [row["id"] for row in answer.json] == ids


@pytest.mark.parametrize(
    ("option", "spellings"),
    [
        ("--speaker", ["orlova", "Orlova", "VERA ORLOVA", "вера орлова", "ВЕРА  ОРЛОВА", "Orlowa"]),
        ("--speaker", ["berg", "Jón Berg", "jon berg", "JÓN BERG"]),
        ("--source", ["herald-2031-05-04", "HERALD", "harbour herald", "Talks at the lake"]),
        ("--source", ["vestnik-2031-06", "вестник озера", "vestnik"]),
        ("--via", ["aland-presidency", "администрация", "official website of the president of aland"]),
        ("--meeting", ["lake-2031", "LAKE 2031", "lake talks"]),
    ],
)
def test_a_name_is_matched_in_any_case_and_script(option: str, spellings: list[str], tmp_path: Path) -> None:
    """A slug, a name and an alias select the same statements."""
    path = lake(tmp_path)
    answers = [run_cli("--file", path, "statements", option, name, "--json") for name in spellings]
    assert {answer.code for answer in answers} == {0}
    assert len({answer.out for answer in answers}) == 1
    assert answers[0].json


@pytest.mark.parametrize("topic", ["trade", "Trade", "TRADE AND ECONOMY", "commerce", "Economy", "ТОРГОВЛЯ"])
def test_a_topic_is_found_by_slug_label_and_alias(topic: str, tmp_path: Path) -> None:
    """`economy` and `торговля` mean `trade`."""
    path = lake(tmp_path)
    assert run_cli("--file", path, "facts", topic) == run_cli("--file", path, "facts", "trade")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("facts trde", "unknown topic 'trde'; did you mean trade?"),
        ("facts zzz", "unknown topic 'zzz'; 'tajik topics' lists them"),
        ("quotes --speaker orlofa", "did you mean orlova?"),
        ("quotes --speaker zzz", "'tajik speakers' lists them"),
        ("figures --source herold", "did you mean herald-2031-05-04?"),
        ("facts --via mill-agancy", "did you mean mill-agency?"),
        ("facts --meeting lake-2032", "did you mean lake-2031?"),
        ("facts --lang fr", "unknown language 'fr'"),
        ("show trade-grwth", "did you mean trade-growth?"),
        ("show lake-2031/trade-grwth", "did you mean lake-2031/trade-growth"),
        ("show trade-growth nothing-at-all", "unknown id 'nothing-at-all'"),
        ("facts --fields txt", "unknown key 'txt'; did you mean text?"),
        ("topics --fields qqq", "unknown key 'qqq'; expected one of slug, "),
        ("facts --since 2031-13", "'2031-13' is not in the calendar"),
        ("facts --since 24.12.2031", "did you mean 2031-12-24?"),
        ("facts --until 2031-01/2031-02", "is an interval"),
        ("facts --until yesterday", "'yesterday' is not a date"),
        ("facts --since 2031-06 --until 2031-05", "swap the dates"),
        ("facts --limit -1", "--limit"),
        ("facts --limit some", "--limit"),
        ("statements --kind word", "--kind"),
        ("facts --kind quote", "tajik statements --kind"),
        ("facts --format xml", "--format"),
        ("facts --spaeker orlova", "--speaker"),
        ("facts --format csv --json", "--json and --format csv cannot be combined"),
        ("show", "ID"),
        ("fcts", "unknown command 'fcts'; did you mean facts?"),
        ("trade", "unknown command 'trade' (see 'tajik --help')"),
        ("--speaker orlova facts", "come after it"),
        ("facts --file x.yaml", "tajik --file PATH COMMAND"),
    ],
)
def test_a_usage_error_exits_2_with_one_helpful_line(words: str, told: str, tmp_path: Path) -> None:
    """A misspelt value never gives an empty answer."""
    answer = run_cli("--file", lake(tmp_path), *words.split())
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert answer.err.startswith(("tajik: ", '{"error": '))
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "option", ["--speaker", "--source", "--via", "--meeting", "--lang", "--since", "--until", "--fields"]
)
def test_an_empty_value_is_a_usage_error(option: str, tmp_path: Path) -> None:
    """A script with an unset variable does not get everything by accident."""
    answer = run_cli("--file", lake(tmp_path), "facts", option, "")
    assert (answer.code, answer.out) == (2, "")


def test_a_usage_error_is_json_if_json_is_requested(tmp_path: Path) -> None:
    """A script can read the suggestion from stderr."""
    for words in (["--json"], ["--format", "json"], ["--format=jsonl"]):
        answer = run_cli("--file", lake(tmp_path), "facts", "trde", *words)
        assert answer.out == ""
        error = json.loads(answer.err)["error"]
        assert (error["code"], error["what"], error["did_you_mean"]) == (2, "topic", ["trade"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("quotes fish", "none of the 2 quotes is about fish"),
        ("facts school --speaker orlova", "the only fact about school is not by orlova"),
        ("facts trade --speaker berg", "none of the 2 facts about trade is by berg"),
        (
            "facts --source vestnik --via mill-agency",
            "the only fact from vestnik-2031-06 is not via mill-agency",
        ),
        ("quotes --speaker silent", "none of the 2 quotes is by silent"),
        ("quotes --since 2032", "none of the 2 quotes is dated 2032-01-01 or later"),
        (
            "statements --until 2030 --lang en",
            "none of the 3 statements in en is dated 2030-12-31 or earlier",
        ),
        ("figures --speaker silent", "none of the 7 figures is by silent"),
        (
            "statements --kind narration --speaker orlova",
            "the only statement of kind narration is not by orlova",
        ),
        ("facts --limit 0", "the limit is 0"),
    ],
)
def test_an_empty_answer_names_the_filter_that_excluded_everything(
    words: str, told: str, tmp_path: Path
) -> None:
    """An empty answer is a success, and a note explains it."""
    answer = run_cli("--file", lake(tmp_path), *words.split())
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"tajik: {answer.err[7:]}"
    assert told in answer.err


def test_a_kind_that_is_not_on_record_is_named(tmp_path: Path) -> None:
    """If there are other statements on record, “no statements” would be wrong."""
    path = tmp_path / "hill.yaml"
    path.write_text(
        HILL.replace(", links: [{to: lake-2031/trade-growth, as: corrects}]", ""), encoding="utf-8"
    )
    answer = run_cli("--file", path, "statements", "--kind", "narration")
    assert answer.err == "tajik: none of the 2 statements is of kind narration\n"


@pytest.mark.parametrize(("words", "code"), [("facts trade", 0), ("quotes fish", 1), ("facts --limit 0", 1)])
def test_exit_status_tells_a_script_whether_there_was_anything(words: str, code: int, tmp_path: Path) -> None:
    """With `-e`, an empty answer exits with 1."""
    for option in ("-e", "--exit-status"):
        assert run_cli("--file", lake(tmp_path), *words.split(), option).code == code


def test_topics_speakers_sources_and_meetings_are_listed_with_their_counts(tmp_path: Path) -> None:
    """The lists include entries without statements."""
    path = lake(tmp_path)
    counts = {
        command: {
            row.get("slug", row.get("id")): (row["statements"], row["facts"], row["quotes"])
            for row in run_cli("--file", path, command, "--json").json
        }
        for command in ("meetings", "topics", "speakers", "sources")
    }
    assert counts == {
        "meetings": {"lake-2031": (5, 3, 2)},
        "topics": {"trade": (4, 2, 2), "fish": (1, 1, 0), "school": (1, 1, 0)},
        "speakers": {"orlova": (3, 1, 2), "berg": (1, 1, 0), "silent": (0, 0, 0)},
        "sources": {"herald-2031-05-04": (3, 2, 1), "vestnik-2031-06": (2, 1, 1)},
    }


def test_show_gives_statements_in_the_order_asked_for(tmp_path: Path) -> None:
    """Short and full ids have the same effect."""
    answer = run_cli("--file", lake(tmp_path), "show", "fish-fell", "lake-2031/trade-growth", "--json")
    assert [row["id"] for row in answer.json] == ["fish-fell", "trade-growth"]


def test_show_prints_everything_on_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows the speaker, relay, source, words, figures, and links in both directions."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    path = lake(tmp_path)
    whole = " ".join(run_cli("--file", path, "show", "trade-growth", terminal=True).out.split())
    for part in (
        "Vera Orlova → Official website of the President of Aland → Harbour Herald, 2031-05-04",
        "almost a fifth",
        "1.20 billion USD",
        "up by almost 20 percent",
        "conflicts with berg-schools",
    ):
        assert part in whole
    other = " ".join(run_cli("--file", path, "show", "orlova-pleased", terminal=True).out.split())
    assert "translated by orlova-satisfied" in other


def test_an_archive_is_one_record(tmp_path: Path) -> None:
    """The meetings of a folder are queried together, `--meeting` selects one, and aliases are combined."""
    folder = archive(tmp_path)
    assert [row["id"] for row in run_cli("--file", folder, "meetings", "--json").json] == [
        "lake-2031",
        "hill-2032",
    ]
    both = run_cli("--file", folder, "facts", "barter", "--speaker", "во", "--json").json
    assert [(row["meeting"], row["id"]) for row in both] == [
        ("lake-2031", "trade-growth"),
        ("hill-2032", "trade-growth"),
    ]
    one = run_cli("--file", folder, "statements", "торговля", "--meeting", "hill talks", "--json").json
    assert [row["id"] for row in one] == ["trade-growth"]


def test_in_an_archive_a_speaker_keeps_position_and_role(tmp_path: Path) -> None:
    """A later file with fewer details does not remove any."""
    rows = run_cli("--file", archive(tmp_path), "speakers", "--json").json
    assert [row["slug"] for row in rows] == ["orlova", "berg", "silent", "orlov"]
    assert rows[0]["role"] == "President of Aland"
    assert rows[0]["aliases"] == ["Вера Орлова", "Orlowa", "ВО"]


def test_an_ambiguous_name_is_refused_with_its_meanings(tmp_path: Path) -> None:
    """The command does not choose between two meanings."""
    folder = archive(tmp_path)
    for words, meanings in (
        (("show", "trade-growth"), "lake-2031/trade-growth, hill-2032/trade-growth"),
        (("quotes", "--speaker", "Orlowa"), "orlov, orlova"),
        (("quotes", "--source", "harbour herald"), "herald-2031-05-04, herald-2032-01-02"),
    ):
        answer = run_cli("--file", folder, *words)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.endswith(f"is ambiguous; it could be {meanings}\n")
    shown = run_cli("--file", folder, "show", "hill-2032/trade-growth", "--json").json
    assert [row["text"] for row in shown] == ["Trade went on growing."]
    assert run_cli("--file", folder, "show", "hill-words").code == 0


def test_several_files_and_the_environment_name_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--file` may be repeated, and comes before `TAJIK_FACTS`; one file named twice counts once."""
    folder = archive(tmp_path)
    first, second = folder / "1-lake.yaml", folder / "2-hill.yaml"
    both = run_cli("--file", first, "--file", second, "--file", first, "meetings", "--json").json
    assert [row["id"] for row in both] == ["lake-2031", "hill-2032"]
    monkeypatch.setenv("TAJIK_FACTS", str(folder))
    assert len(run_cli("meetings", "--json").json) == 2
    assert len(run_cli("--file", first, "meetings", "--json").json) == 1


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ("name: Vera Orlova", "name: Vera Petrova", "2-hill.yaml:5:", "'orlova' is 'Vera Petrova' here"),
        ("id: hill-2032", "id: lake-2031", "2-hill.yaml:1:", "already contains the meeting 'lake-2031'"),
        (
            "to: lake-2031/trade-growth",
            "to: lake-2031/trade-grwth",
            "2-hill.yaml:10:",
            "did you mean lake-2031/trade-growth",
        ),
        ("label: Trade and economy", "label: Trade", "2-hill.yaml:8:", "the topic 'trade' is 'Trade' here"),
    ],
)
def test_files_that_contradict_each_other_are_refused(
    old: str, new: str, place: str, told: str, tmp_path: Path
) -> None:
    """The fault is reported with its file and line, and there is no answer."""
    folder = archive(tmp_path)
    assert old in HILL
    (folder / "2-hill.yaml").write_text(HILL.replace(old, new), encoding="utf-8")
    answer = run_cli("--file", folder, "facts")
    assert (answer.code, answer.out) == (3, "")
    assert place in answer.err
    assert told in answer.err
    assert run_cli("--file", folder, "lint").code == 1


def test_one_broken_file_of_a_folder_prevents_any_answer(tmp_path: Path) -> None:
    """Answers from half a record would be wrong."""
    folder = archive(tmp_path)
    (folder / "2-hill.yaml").write_text(HILL.replace("kind: quote", "kind: quot"), encoding="utf-8")
    for command in ("facts", "topics", "figures"):
        answer = run_cli("--file", folder, command)
        assert (answer.code, answer.out) == (3, "")
        assert "2-hill.yaml:10:" in answer.err
    told = json.loads(run_cli("--file", folder, "facts", "--json").err)["error"]
    assert told["code"] == 3
    assert told["problems"][0]["line"] == 10


def test_a_missing_record_exits_3(tmp_path: Path) -> None:
    """A missing file and an empty folder are inputs that cannot be read."""
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "none.yaml", tmp_path / "empty"):
        answer = run_cli("--file", path, "facts")
        assert (answer.code, answer.out) == (3, "")
        assert str(path) in answer.err


def test_lint_fails_only_if_there_are_errors(tmp_path: Path) -> None:
    """A warning (`silent` has no statements) is reported but does not change the exit code; an error does."""
    path = lake(tmp_path)
    warned = run_cli("lint", path)
    assert warned.code == 0
    assert "warning: no statement uses the speaker 'silent'" in warned.out
    assert warned.err == "tajik: 1 file checked: 1 warning\n"
    path.write_text(LAKE.replace("  silent: {name: Never Spoke}\n", ""), encoding="utf-8")
    sound = run_cli("lint", path)
    assert sound == (0, "", "tajik: 1 file checked: no problems\n")
    path.write_text(LAKE.replace("kind: quote", "kind: quot"), encoding="utf-8")
    faulty = run_cli("--file", path, "lint", "--json")
    assert faulty.code == 1
    assert [row["severity"] for row in faulty.json].count("error") == 2
    assert run_cli("lint", tmp_path / "none.yaml").code == 3


def test_lint_of_a_valid_file_succeeds_whatever_the_options(tmp_path: Path) -> None:
    """Lint succeeds if it finds nothing, so it has no option `-e`."""
    assert run_cli("lint", lake(tmp_path), "-e").code == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name: str) -> None:
    """`--help` and `-h` include examples."""
    for option in ("--help", "-h"):
        answer = run_cli(name, option)
        assert (answer.code, answer.err) == (0, "")
        assert "  Examples:\n    tajik " in answer.out


def test_tajik_alone_shows_what_to_type_next() -> None:
    """A new user gets the help on stdout."""
    alone = run_cli()
    assert (alone.code, alone.err) == (0, "")
    assert alone == run_cli("--help")
    assert "tajik facts trade" in alone.out
    for name, line in COMMANDS.items():
        assert name in alone.out
        assert line in alone.out


def test_the_help_has_the_commands_in_groups() -> None:
    """Each command is in one group by purpose, and the columns are aligned."""
    help_ = run_cli("--help").out
    places = [help_.index(f"\n{title}:\n") for title in GROUPS]
    assert places == sorted(places)
    for title, commands in GROUPS.items():
        section = help_.partition(f"\n{title}:\n")[2].partition("\n\n")[0]
        assert re.findall(r"^  (\S+)", section, re.MULTILINE) == list(commands)
        assert {line.index(commands[line.split()[0]]) for line in section.splitlines()} == {14}


def test_help_explains_commands_and_topics() -> None:
    """`tajik help COMMAND` prints the same as `tajik COMMAND --help`; a topic lists all of its entries."""
    assert run_cli("help") == run_cli("--help") == run_cli()
    for name in COMMANDS:
        assert run_cli("help", name) == run_cli(name, "--help")
    for topic, listed in (
        ("formats", [*FORMATS, GITHUB]),
        ("exit-codes", list(map(str, MEANINGS))),
        ("environment", list(ENVIRONMENT)),
    ):
        answer = run_cli("help", topic)
        assert (answer.code, answer.err) == (0, "")
        assert re.findall(r"^  (\S+)  ", answer.out, re.MULTILINE)[: len(listed)] == listed
        assert f"tajik help {topic}" in " ".join(run_cli("--help").out.split())


@pytest.mark.parametrize(
    ("topic", "told"),
    [("formatz", "did you mean formats?"), ("chek", "did you mean check?"), ("zzzzzz", "expected a command")],
)
def test_help_for_an_unknown_topic_suggests_others(topic: str, told: str) -> None:
    answer = run_cli("help", topic)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err


def test_the_version_is_printed() -> None:
    """`-V` and `--version` print the version of tajik."""
    for option in ("-V", "--version"):
        assert run_cli(option).out.startswith("tajik ")
