"""The Python interface: `open_record` gives scripts the answers of the command line as typed objects."""

from __future__ import annotations

import doctest
import inspect
import io
import json
import multiprocessing
import os
import pickle
import pydoc
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from support.lake import HILL, LAKE, archive, lake, run_cli

import tajikcli
from tajikcli import Record, open_record
from tajikcli import errors as errors_
from tajikcli.errors import (
    AmbiguousValueError,
    InputError,
    TajikError,
    UnknownValueError,
    UnsoundRecordError,
    UseError,
)
from tajikcli.model.answers import Statement
from tajikcli.repository.query import KINDS, Query, conditions
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from pathlib import Path


# Each query of the interface, with valid arguments.
QUESTIONS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("facts", "quotes", "statements", "figures", "compare"), ()),
    **dict.fromkeys(("meetings", "topics", "speakers", "sources", "relays", "measures"), ()),
    **dict.fromkeys(("search", "show", "check", "cite"), ("x",)),
    "verify": ("x", os.devnull),
}


def as_json(rows: Any) -> Any:
    """Return typed answers in the form of JSON."""
    return json.loads(msgspec.json.Encoder(decimal_format="number").encode(rows))


def test_a_script_gets_what_the_command_line_prints(tmp_path: Path) -> None:
    """The command line and Python give the same answers."""
    path = lake(tmp_path)
    with open_record(path) as record:
        for command, rows in (
            ("facts", record.facts()),
            ("quotes", record.quotes()),
            ("statements", record.statements()),
            ("figures", record.figures()),
            ("meetings", record.meetings()),
            ("topics", record.topics()),
            ("speakers", record.speakers()),
            ("sources", record.sources()),
            ("show fish-fell", record.show("fish-fell")),
            ("search how the trade grew", record.search("how the trade grew")),
            ("compare trade", record.compare("trade")),
        ):
            assert as_json(rows) == run_cli("--file", path, *command.split(), "--json").json
            assert rows


def test_a_script_compares_verifies_and_cites_as_the_command_line_does(tmp_path: Path) -> None:
    """Reports and citations are the same, too."""
    path, text = lake(tmp_path), tmp_path / "article.txt"
    text.write_text("Trade grew by almost a fifth, as shared by President Orlova.", encoding="utf-8")
    with open_record(path) as record:
        assert as_json(record.compare("trade")) == run_cli("--file", path, "compare", "trade", "--json").json
        verified = run_cli("--file", path, "verify", "herald-2031-05-04", text, "--json").json
        assert as_json(record.verify("herald-2031-05-04", text)) == verified
        assert record.cite("trade-growth") + "\n" == run_cli("--file", path, "cite", "trade-growth").out
        bibtex = run_cli("--file", path, "cite", "trade-growth", "fish-fell", "--as", "bibtex").out
        assert record.cite("trade-growth", "fish-fell", style="bibtex") + "\n" == bibtex
        with pytest.raises(UseError, match="unknown style 'apa'; expected one of line"):
            record.cite("trade-growth", style="apa")
        with pytest.raises(UseError, match="words take exactly one id"):
            record.cite("trade-growth", "fish-fell", words="grew")


def test_a_script_checks_many_texts_with_what_the_first_has_read(tmp_path: Path) -> None:
    """The second check does not query the index for data that the first has read."""
    with open_record(lake(tmp_path)) as record:
        text = "“We are satisfied with how our trade develops,” Orlova said."
        first = record.check(text)
        asked: list[str] = []
        with record._asked() as rows:
            rows._connection.set_trace_callback(asked.append)
        assert record.check(text) == first
        assert asked == ["PRAGMA data_version"]  # the query whether the index has changed
        assert record.check(f"<p>{text}", html=True)[0].verdict == first[0].verdict


def test_a_check_notices_changes_in_the_index(tmp_path: Path) -> None:
    """A server that keeps a record open checks against the latest contents of its file."""
    path = lake(tmp_path)
    draft = "“The mill stands still tonight,” Orlova said."
    with open_record(path) as record:
        assert [finding.verdict for finding in record.check(draft)] == ["not_found"]
        statement = "  - {id: mill, kind: quote, speaker: orlova, topics: [trade], text: The mill stands still tonight}\n"
        path.write_text(path.read_text(encoding="utf-8") + statement, encoding="utf-8")
        run_cli("--file", path, "facts")  # updates the index in place
        assert [finding.verdict for finding in record.check(draft)] == ["verbatim"]


def test_amounts_of_reports_are_exact(tmp_path: Path) -> None:
    """Amounts are decimals, as in rows, and `compare` computes with the written numbers."""
    path = tmp_path / "lake.yaml"
    path.write_text(
        LAKE.replace("change: -3.50, unit: percent", "value: 3.55, unit: tonnes"), encoding="utf-8"
    )
    with open_record(path) as record:
        assert [figure.amount for figure in record.compare("fish").uncompared] == [Decimal("3.55"), None]


def test_relays_and_measures_are_listed_with_their_counts(tmp_path: Path) -> None:
    """Each has the number of its statements, and a statement with two figures of a measure counts once."""
    with open_record(lake(tmp_path)) as record:
        assert [as_json(relay) for relay in record.relays()] == [
            {
                "slug": "aland-presidency",
                "name": "Official website of the President of Aland",
                "aliases": ["Администрация"],
                "statements": 2,
                "facts": 2,
                "quotes": 0,
            },
            {
                "slug": "mill-agency",
                "name": "Mill Agency",
                "aliases": [],
                "statements": 1,
                "facts": 1,
                "quotes": 0,
            },
        ]
        assert [(measure.slug, measure.label, measure.statements) for measure in record.measures()] == [
            ("two-way-trade", "Two-way trade", 1),
            ("catch", "Catch", 1),
            ("pupils", "Pupils", 1),
        ]
        assert record.measures()[0].aliases == ("turnover",)
        for relay in record.relays():
            assert len(record.statements(via=relay.slug)) == relay.statements


def everything(record: Record) -> list[Any]:
    """Return the answers of a record to all queries."""
    return [
        record.statements(),
        record.figures("trade"),
        record.search("trade grew"),
        record.check("“We are satisfied with how our trade develops,” Orlova said."),
        record.compare("trade"),
        record.measures(),
    ]


@pytest.mark.parametrize("kept", [True, False])
def test_threads_share_a_record(kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a case
    """Queries run in parallel if the index is cached, and in turn if it is in memory."""
    if not kept:
        monkeypatch.setenv("TAJIK_CACHE_DIR", str(lake(tmp_path) / "no-folder"))
    with open_record(lake(tmp_path)) as record:
        expected = everything(record)
        together = threading.Barrier(4, timeout=30)

        def ask(_: int) -> list[list[Any]]:
            together.wait()
            return [everything(record) for _ in range(5)]

        with ThreadPoolExecutor(4) as pool:
            for answers in pool.map(ask, range(4)):
                assert answers == [expected] * 5


def test_simultaneous_queries_have_a_connection_each(tmp_path: Path) -> None:
    """The number of connections does not exceed the number of simultaneous queries, however many threads there are."""
    with open_record(lake(tmp_path)) as record:
        with record._asked() as first, record._asked() as second:
            assert first._connection is not second._connection
        with record._asked() as again:
            assert again in {first, second}


def test_an_index_that_was_replaced_is_not_mixed_with_the_one_in_use(tmp_path: Path) -> None:
    """All threads get the same answers: none reads an older or newer version of the file than another."""
    path = lake(tmp_path)
    with open_record(path) as record:
        run_cli("cache", "clear")
        path.write_text(LAKE.replace("Trade grew by nearly", "Trade rose by nearly"), encoding="utf-8")
        run_cli("--file", path, "facts")
        with record._asked() as rows:
            assert rows.another() is None
        with ThreadPoolExecutor(4) as pool:
            texts = {pool.submit(record.show, "trade-growth").result()[0].text for _ in range(8)}
        assert texts == {"Trade grew by nearly a fifth, to 1.2 billion dollars."}


def test_a_query_may_run_while_another_one_calls_its_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This includes an index in memory, which has one connection."""
    path = lake(tmp_path)
    monkeypatch.setenv("TAJIK_CACHE_DIR", str(path / "no-folder"))
    path.write_text(
        LAKE.replace("- id: trade-growth", "- id: trade-growth\n    was: [trade-rose]"), encoding="utf-8"
    )
    heard: list[str] = []
    with open_record(path) as record:

        def notice(sentence: str) -> None:
            heard.append(f"{sentence}: {record.show('trade-growth')[0].kind}")

        record.cite("trade-rose", notice=notice)
    assert heard == ["'trade-rose' was merged into trade-growth: paraphrase"]


def test_a_pickled_record_is_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker gets absolute paths and reads the files itself."""
    lake(tmp_path)
    monkeypatch.chdir(tmp_path)
    with open_record("lake.yaml") as record:
        pickled = pickle.dumps(record)
        expected = everything(record)
        with multiprocessing.get_context("spawn").Pool(1) as workers:
            assert workers.map(everything, [record]) == [expected]
    monkeypatch.chdir("/")
    monkeypatch.delenv("TAJIK_FACTS", raising=False)
    with pickle.loads(pickled) as again:  # noqa: S301 - our own
        assert everything(again) == expected


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system knows no fork")
def test_a_fork_opens_the_record_for_itself(tmp_path: Path) -> None:
    """Two processes never share a connection, and the record gives the child and the parent the same answers."""
    script = """
import os, sys
from tajikcli import open_record
with open_record(sys.argv[1]) as record:
    expected = record.statements()
    with record._asked() as rows:
        ours = id(rows)
    child = os.fork()
    if not child:
        with record._asked() as rows:
            os._exit(record.statements() != expected or id(rows) == ours)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    subprocess.run([sys.executable, "-c", script, str(lake(tmp_path))], check=True, timeout=60)


CLOSED = r"^this record is closed; open it again with open_record\(\)$"


@pytest.mark.parametrize("question", [*QUESTIONS])
def test_a_closed_record_says_so(question: str, tmp_path: Path) -> None:
    """In any thread, the error is a sentence from tajik, not an error of SQLite."""
    with open_record(lake(tmp_path)) as record:
        record.facts()
    ask = partial(getattr(record, question), *QUESTIONS[question])
    with pytest.raises(UseError, match=CLOSED):
        ask()
    with ThreadPoolExecutor(1) as pool, pytest.raises(UseError, match=CLOSED):
        pool.submit(ask).result()
    record.close()


@pytest.mark.parametrize("kept", [True, False])
def test_closing_lets_queries_in_progress_finish(
    kept: bool,  # noqa: FBT001 - a case
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A thread that waits for a connection gets an error that says that the record is closed."""
    if not kept:
        monkeypatch.setenv("TAJIK_CACHE_DIR", str(lake(tmp_path) / "no-folder"))
    record = open_record(lake(tmp_path))
    expected = record.facts()
    is_asked = threading.Event()

    def ask() -> int:
        for count in range(1_000_000):
            try:
                assert record.facts() == expected
            except UseError as error:
                assert re.match(CLOSED, str(error))  # noqa: PT017 - any other error fails the test
                return count
            is_asked.set()
        return 0

    with ThreadPoolExecutor(4) as pool:
        counts = [pool.submit(ask) for _ in range(4)]
        assert is_asked.wait(30)
        record.close()
        assert any(count.result(timeout=30) for count in counts)


def test_the_filters_are_those_of_the_command_line(tmp_path: Path) -> None:
    """A filter takes one value or several; an empty list and None mean no filter."""
    with open_record(lake(tmp_path)) as record:

        def ids(rows: list[Statement]) -> list[str]:
            return [row.id for row in rows]

        assert ids(record.facts("торговля", speaker="Вера Орлова")) == ["trade-growth"]
        assert ids(record.statements(speaker=["berg", "orlova"], lang="en", limit=2)) == [
            "trade-growth",
            "orlova-satisfied",
        ]
        assert ids(record.statements(kind="narration")) == ["fish-fell"]
        assert ids(record.statements(kind=["narration", "quote"], source="vestnik")) == [
            "orlova-pleased",
            "fish-fell",
        ]
        assert ids(record.statements(since="2031-06")) == ["fish-fell"]
        assert ids(record.facts(via="mill-agency", meeting="lake-2031", until="2031")) == ["berg-schools"]
        assert ids(record.facts(speaker=None, via=[], since=None)) == ids(record.facts())
        assert record.quotes("fish") == []
        assert record.facts(limit=0) == []


def test_answers_are_typed_and_exact(tmp_path: Path) -> None:
    """The values are tuples, decimals and None, as the types declare."""
    with open_record(str(lake(tmp_path))) as record:
        fact = record.show("fish-fell")[0]
        assert isinstance(fact, Statement)
        assert (fact.speaker, fact.said, fact.topics) == (None, "2031-06", ("fish", "trade"))
        assert fact.figures[2].from_ == "19.1"
        assert fact.figures[2].amount_from == Decimal("19.1")
        assert record.quotes()[0].links[0].relation == "translates"
        assert record.figures("school")[0].amount == Decimal(123456789012345678901234567890)
        with pytest.raises(AttributeError):
            fact.text = "other"  # type: ignore[misc]  # the test is that it cannot be set


def test_show_keeps_the_order_asked_for(tmp_path: Path) -> None:
    """The id of an answer finds the same answer."""
    with open_record(lake(tmp_path)) as record:
        assert [row.id for row in record.show("fish-fell", "lake-2031/trade-growth")] == [
            "fish-fell",
            "trade-growth",
        ]
        assert record.show(record.facts()[0].id) == record.facts()[:1]
        assert record.show() == []


def test_each_error_says_what_a_script_can_act_on(tmp_path: Path) -> None:
    """Each error has a type, the wrong value, and the possible values."""
    with open_record(archive(tmp_path)) as record:
        with pytest.raises(UnknownValueError, match="did you mean trade") as unknown:
            record.facts("trde")
        assert (unknown.value.what, unknown.value.value, unknown.value.nearest) == (
            "topic",
            "trde",
            ("trade",),
        )
        with pytest.raises(AmbiguousValueError) as ambiguous:
            record.show("trade-growth")
        assert ambiguous.value.meanings == ("lake-2031/trade-growth", "hill-2032/trade-growth")
        bad: list[dict[str, Any]] = [
            {"since": "soon"},
            {"until": ""},
            {"limit": -1},
            {"since": "2032", "until": "2031"},
        ]
        for wrong in bad:
            with pytest.raises(UseError):
                record.facts(**wrong)
        unheard: list[dict[str, Any]] = [{"kind": "word"}, {"lang": "xx"}, {"speaker": ""}, {"via": "nobody"}]
        for values in unheard:
            with pytest.raises(UnknownValueError):
                record.statements(**values)
        with pytest.raises(TypeError):
            record.facts(speakers="orlova")  # type: ignore[call-arg]  # the test is that mypy sees it, too


def test_a_record_that_cannot_be_opened_gives_the_reason(tmp_path: Path) -> None:
    """A missing file and a file with errors cause different errors, both from tajik."""
    with pytest.raises(InputError, match="no such file"):
        open_record(tmp_path / "none.yaml")
    path = tmp_path / "hill.yaml"
    path.write_text(HILL, encoding="utf-8")
    with pytest.raises(UnsoundRecordError) as unsound:
        open_record(path)
    assert [(problem.file, problem.line) for problem in unsound.value.problems] == [(str(path), 10)]
    assert issubclass(UnsoundRecordError, TajikError)


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    """A file and its folder do not contradict each other."""
    folder = archive(tmp_path)
    with open_record(folder / "1-lake.yaml", folder) as record:
        assert [meeting.id for meeting in record.meetings()] == ["lake-2031", "hill-2032"]


def test_links_are_found_from_either_end(tmp_path: Path) -> None:
    """This includes links between meetings."""
    with open_rows([str(archive(tmp_path))]) as rows:
        assert rows.backlinks("lake-2031", "trade-growth") == [
            ("lake-2031", "berg-schools", "conflicts"),
            ("hill-2032", "hill-words", "corrects"),
        ]
        assert rows.backlinks("hill-2032", "trade-growth") == []


def test_a_query_without_filters_has_no_condition() -> None:
    """Other statements do not slow the answer."""
    assert conditions(Query()) == ("statement", "1", [])
    assert conditions(Query(kinds=KINDS[::-1])) == ("statement", "1", [])


def test_values_never_become_sql(tmp_path: Path) -> None:
    """Any input is treated as a value."""
    with open_record(lake(tmp_path)) as record:
        for hostile in ("' OR 1=1 --", 'trade" OR ""="', "%", "_____", "x'); DROP TABLE statement; --"):
            with pytest.raises(UnknownValueError):
                record.facts(hostile)
            with pytest.raises(UnknownValueError):
                record.show(hostile)
        assert len(record.statements()) == 5


def test_the_package_names_what_it_offers() -> None:
    """`from tajikcli import …` offers the record and its errors, and no other name."""
    errors = {name for name in tajikcli.__all__ if name.endswith("Error")}
    assert set(tajikcli.__all__) - errors == {"Record", "open_record"}
    assert all(issubclass(getattr(tajikcli, name), TajikError) for name in errors)
    raised = {
        name
        for name, value in vars(errors_).items()
        if isinstance(value, type) and issubclass(value, TajikError)
    }
    assert errors == raised
    assert tajikcli.Record is Record
    assert not hasattr(tajikcli, "open_records")


def test_help_shows_the_interface_and_nothing_else() -> None:
    """It shows every query, `close`, and the methods that Python needs."""
    offered = {name for name, _ in inspect.getmembers(Record) if not name.startswith("_")}
    assert offered == {*QUESTIONS, "check_many", "close"}
    shown = re.sub(".\b", "", pydoc.render_doc(Record))  # without bold text
    methods = set(re.findall(r"^ \|  (\w+)\(", shown, re.MULTILINE))
    assert methods == {
        "Record",
        *QUESTIONS,
        "check_many",
        "close",
        "__enter__",
        "__exit__",
        "__init__",
        "__reduce__",
    }
    assert "connection" not in shown


PUBLIC = [open_record, *(getattr(Record, name) for name in (*QUESTIONS, "close"))]
ASKED_BY_SCRIPTS = [open_record, *(getattr(Record, name) for name in QUESTIONS)]


@pytest.mark.parametrize("function", PUBLIC, ids=lambda function: function.__name__)
def test_every_query_is_documented(function: Any) -> None:
    """`help` explains each query."""
    assert inspect.getdoc(function)


@pytest.mark.parametrize("function", ASKED_BY_SCRIPTS, ids=lambda function: function.__name__)
def test_every_example_in_a_docstring_runs(
    function: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each query has an example that works when pasted."""
    monkeypatch.setenv("TAJIK_FACTS", str(_with_names_of_examples(lake(tmp_path))))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("Trade grew by almost a fifth.", encoding="utf-8")
    found = doctest.DocTestParser().get_examples(inspect.getdoc(function) or "")
    assert found
    names: dict[str, Any] = {}
    with redirect_stdout(io.StringIO()):
        for example in found:
            exec(example.source, names)  # noqa: S102 - the test runs them


def _with_names_of_examples(path: Path) -> Path:
    """Give the invented record the names and words that the examples look for in the bundled record."""
    text = path.read_text(encoding="utf-8")
    for ours, theirs in (
        ("name: Jón Berg", "name: Jón Berg, aliases: [Putin]"),
        ("label: Schools", "label: Schools, aliases: [migration]"),
        ("ru-Cyrl", "ru"),
        ("publisher: Harbour Herald", "publisher: Asia-Plus"),
    ):
        text = text.replace(ours, theirs)
    text += "  - {id: putin-relations, kind: quote, speaker: berg, topics: [trade], text: A reliable ally of the lake}\n"
    path.write_text(text, encoding="utf-8")
    return path
