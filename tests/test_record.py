"""The Python door: `open_record` gives scripts the answers of the command line, typed."""

from __future__ import annotations

import doctest
import inspect
import io
import json
from contextlib import redirect_stdout
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from lake import HILL, archive, lake, run

import tajikcli
from tajikcli import Record, open_record
from tajikcli.errors import (
    AmbiguousValueError,
    InputError,
    TajikError,
    UnknownValueError,
    UnsoundRecordError,
    UseError,
)
from tajikcli.model.answers import Statement
from tajikcli.repository import record as door
from tajikcli.repository.query import KINDS, Query, conditions

if TYPE_CHECKING:
    from pathlib import Path


def as_json(rows: Any) -> Any:
    """Return typed answers as JSON has them."""
    return json.loads(msgspec.json.Encoder(decimal_format="number").encode(rows))


def test_a_script_gets_what_the_command_line_prints(tmp_path: Path) -> None:
    """One record, one answer, whatever the door."""
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
        ):
            assert as_json(rows) == run("--file", path, *command.split(), "--json").json
            assert rows


def test_a_script_compares_verifies_and_cites_as_the_command_line_does(tmp_path: Path) -> None:
    """The reports and the citations are the same as well."""
    path, text = lake(tmp_path), tmp_path / "article.txt"
    text.write_text("Trade grew by almost a fifth, as shared by President Orlova.", encoding="utf-8")
    with open_record(path) as record:
        assert as_json(record.compare("trade")) == run("--file", path, "compare", "trade", "--json").json
        verified = run("--file", path, "verify", "herald-2031-05-04", text, "--json").json
        assert as_json(record.verify("herald-2031-05-04", text)) == verified
        assert record.cite("trade-growth") + "\n" == run("--file", path, "cite", "trade-growth").out
        bibtex = run("--file", path, "cite", "trade-growth", "fish-fell", "--as", "bibtex").out
        assert record.cite("trade-growth", "fish-fell", style="bibtex") + "\n" == bibtex
        with pytest.raises(UseError, match="there is no style 'apa'; expected one of line"):
            record.cite("trade-growth", style="apa")
        with pytest.raises(UseError, match="words are of one statement"):
            record.cite("trade-growth", "fish-fell", words="grew")


def test_a_script_checks_many_texts_with_what_the_first_has_read(tmp_path: Path) -> None:
    """The second check asks the index nothing that the first has asked."""
    with open_record(lake(tmp_path)) as record:
        text = "“We are satisfied with how our trade develops,” Orlova said."
        first = record.check(text)
        asked: list[str] = []
        record._connection.set_trace_callback(asked.append)
        assert record.check(text) == first
        assert asked == []
        assert record.check(f"<p>{text}", html=True)[0].verdict == first[0].verdict


@pytest.mark.parametrize("question", ["facts", "search", "check", "compare", "topics", "show", "cite"])
def test_a_closed_record_says_so(question: str, tmp_path: Path) -> None:
    """An error of tajik's own in a sentence, not one of SQLite's."""
    with open_record(lake(tmp_path)) as record:
        record.facts()
    with pytest.raises(TajikError, match=r"this record is closed; open it again with open_record\(\)"):
        getattr(record, question)(*(["x"] if question in {"search", "check", "show", "cite"} else []))
    record.close()


def test_the_filters_are_those_of_the_command_line(tmp_path: Path) -> None:
    """One value or several; nothing and None are no filter."""
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
    """Tuples, decimals and None, as the type says."""
    with open_record(str(lake(tmp_path))) as record:
        fact = record.show("fish-fell")[0]
        assert isinstance(fact, Statement)
        assert (fact.speaker, fact.said, fact.topics) == (None, "2031-06", ("fish", "trade"))
        assert fact.figures[2].from_ == "19.1"
        assert fact.figures[2].amount_from == Decimal("19.1")
        assert record.quotes()[0].links[0].relation == "translates"
        assert record.figures("school")[0].amount == Decimal(123456789012345678901234567890)
        with pytest.raises(AttributeError):
            fact.text = "other"  # type: ignore[misc]  # that it can't be set is the promise


def test_show_keeps_the_order_asked_for(tmp_path: Path) -> None:
    """And an answer can be asked for again by its id."""
    with open_record(lake(tmp_path)) as record:
        assert [row.id for row in record.show("fish-fell", "lake-2031/trade-growth")] == [
            "fish-fell",
            "trade-growth",
        ]
        assert record.show(record.facts()[0].id) == record.facts()[:1]
        assert record.show() == []


def test_each_error_says_what_a_script_can_act_on(tmp_path: Path) -> None:
    """Typed, with the value and what would have been right."""
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
        for wrong in ({"since": "soon"}, {"until": ""}, {"limit": -1}, {"since": "2032", "until": "2031"}):
            with pytest.raises(UseError):
                record.query(**wrong)
        unheard: list[dict[str, Any]] = [{"kind": "word"}, {"lang": "xx"}, {"speaker": ""}, {"via": "nobody"}]
        for values in unheard:
            with pytest.raises(UnknownValueError):
                record.query(**values)
        with pytest.raises(TypeError):
            record.facts(speakers="orlova")  # type: ignore[call-arg]  # that mypy sees it too is the promise


def test_a_record_that_can_not_be_opened_says_why(tmp_path: Path) -> None:
    """A missing file and an unsound one are different errors, and both are tajik's."""
    with pytest.raises(InputError, match="no such file"):
        open_record(tmp_path / "none.yaml")
    path = tmp_path / "hill.yaml"
    path.write_text(HILL, encoding="utf-8")
    with pytest.raises(UnsoundRecordError) as unsound:
        open_record(path)
    assert [(problem.file, problem.line) for problem in unsound.value.problems] == [(str(path), 10)]
    assert issubclass(UnsoundRecordError, TajikError)


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    """A file and the folder it is in are no contradiction."""
    folder = archive(tmp_path)
    with open_record(folder / "1-lake.yaml", folder) as record:
        assert [meeting.id for meeting in record.meetings()] == ["lake-2031", "hill-2032"]


def test_links_are_found_from_either_end(tmp_path: Path) -> None:
    """Also across meetings."""
    with open_record(archive(tmp_path)) as record:
        assert record.backlinks("lake-2031", "trade-growth") == [
            ("lake-2031", "berg-schools", "conflicts"),
            ("hill-2032", "hill-words", "corrects"),
        ]
        assert record.backlinks("hill-2032", "trade-growth") == []


def test_a_query_without_filters_has_no_condition() -> None:
    """What is not asked about does not slow the answer."""
    assert conditions(Query()) == ("statement", "1", [])
    assert conditions(Query(kinds=KINDS[::-1])) == ("statement", "1", [])


def test_values_never_become_sql(tmp_path: Path) -> None:
    """Whatever is typed is a value."""
    with open_record(lake(tmp_path)) as record:
        for hostile in ("' OR 1=1 --", 'trade" OR ""="', "%", "_____", "x'); DROP TABLE statement; --"):
            with pytest.raises(UnknownValueError):
                record.facts(hostile)
            with pytest.raises(UnknownValueError):
                record.show(hostile)
        assert len(record.statements()) == 5


def test_the_package_names_what_it_offers() -> None:
    """`from tajikcli import …` knows the record and the errors that it raises, and no other name."""
    errors = {name for name in tajikcli.__all__ if name.endswith("Error")}
    assert set(tajikcli.__all__) - errors == {"Record", "open_record"}
    assert all(issubclass(getattr(tajikcli, name), TajikError) for name in errors)
    assert tajikcli.Record is door.Record
    assert not hasattr(tajikcli, "open_records")


PUBLIC = [
    open_record,
    *(member for name, member in inspect.getmembers(Record, inspect.isfunction) if name[0] != "_"),
]
ASKED_BY_SCRIPTS = [
    open_record,
    *(getattr(Record, name) for name in ("facts", "quotes", "statements", "figures", "show")),
    *(getattr(Record, name) for name in ("meetings", "topics", "speakers", "sources")),
]


@pytest.mark.parametrize("function", PUBLIC, ids=lambda function: function.__name__)
def test_every_question_is_documented(function: Any) -> None:
    """`help` says what each is for."""
    assert inspect.getdoc(function)


@pytest.mark.parametrize("function", ASKED_BY_SCRIPTS, ids=lambda function: function.__name__)
def test_every_example_in_a_docstring_runs(
    function: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each question has an example, and it works when pasted."""
    monkeypatch.setenv("TAJIK_FACTS", str(_with_names_of_examples(lake(tmp_path))))
    found = doctest.DocTestParser().get_examples(inspect.getdoc(function) or "")
    assert found
    names: dict[str, Any] = {}
    with redirect_stdout(io.StringIO()):
        for example in found:
            exec(example.source, names)  # noqa: S102 - running them is the test


def _with_names_of_examples(path: Path) -> Path:
    """Give the invented record the names that the examples ask the bundled one for."""
    told = path.read_text(encoding="utf-8")
    told = told.replace("name: Jón Berg", "name: Jón Berg, aliases: [Putin]")
    told = told.replace("label: Schools", "label: Schools, aliases: [migration]").replace("ru-Cyrl", "ru")
    path.write_text(told, encoding="utf-8")
    return path
