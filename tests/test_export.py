"""`tajik export sqlite`: a database as users of Datasette expect it, opened in a real Datasette."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support.frozen import frozen_record
from support.lake import archive, lake, run_cli

from tajikcli import open_record
from tajikcli.repository.export.tables import TABLES, VIEWS

STATEMENTS = frozen_record().statements()


def exported(folder: Path, *words: str | Path, record: Path | None = None) -> Path:
    path = folder / "out.db"
    answer = run_cli(*(("--file", record) if record else ()), "export", "sqlite", path, *words)
    assert (answer.code, answer.out) == (0, ""), answer.err
    return path


def asked(path: Path, sql: str, *values: object) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, values).fetchall()


def test_every_statement_is_exported_with_everything_on_record_about_it(tmp_path: Path) -> None:
    """Each row has the values that other commands print."""
    path = exported(tmp_path)
    rows = asked(path, "SELECT id, kind, text, speaker, source, claim, hedges FROM statements ORDER BY rowid")
    assert rows == [
        (
            f"{one.meeting}/{one.id}",
            one.kind,
            one.text,
            one.speaker,
            one.source,
            one.claim and f"{one.meeting}/{one.claim}",
            json.dumps(list(one.hedges), ensure_ascii=False),
        )
        for one in STATEMENTS
    ]
    for table, found in (
        ("statement_topics", [topic for one in STATEMENTS for topic in one.topics]),
        ("statement_relays", [relay for one in STATEMENTS for relay in one.via]),
        ("figures", [figure for one in STATEMENTS for figure in one.figures]),
        ("evidence", [words for one in STATEMENTS for words in one.evidence]),
        ("links", [link for one in STATEMENTS for link in one.links]),
    ):
        assert asked(path, f"SELECT count(*) FROM {table}") == [(len(found),)], table
    assert asked(path, "PRAGMA foreign_key_check") == []
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]
    assert asked(path, "SELECT count(*) FROM links WHERE target IS NULL") == [(0,)]


def test_every_table_has_a_primary_key(tmp_path: Path) -> None:
    """A statement has each topic once, and one relay at each position."""
    path = exported(tmp_path)
    keys = {
        table.name: asked(path, "SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", table.name)
        for table in TABLES
    }
    assert all(keys.values()), keys
    assert keys["statement_topics"] == [("statement",), ("topic",)]
    assert keys["statement_relays"] == [("statement",), ("position",)]


def test_figures_are_as_written_and_amounts_are_numbers(tmp_path: Path) -> None:
    """A program can add amounts, and a reader sees the source's notation."""
    path = exported(tmp_path)
    found = asked(
        path,
        "SELECT value, scale, amount, typeof(amount), figure FROM figures WHERE statement LIKE '%/trade-volume'",
    )
    assert found == [("1.79", "billion", 1790000000, "integer", "1.79 billion USD")]
    written = {str(one.amount) for row in STATEMENTS for one in row.figures if one.amount is not None}
    assert {
        str(amount) for (amount,) in asked(path, "SELECT amount FROM figures WHERE amount NOTNULL")
    } == written


def test_the_views_say_who_said_it_through_whom_and_where(tmp_path: Path) -> None:
    """The view of quotes has only quotes."""
    path = exported(tmp_path)
    quotes = [one for one in STATEMENTS if one.kind == "quote"]
    assert [text for (text,) in asked(path, "SELECT text FROM quotes")] == [one.text for one in quotes]
    assert asked(path, "SELECT count(*) FROM facts") == [(len(STATEMENTS) - len(quotes),)]
    ((speaker, role, via, url),) = asked(
        path, "SELECT speaker, role, via, url FROM quotes WHERE id = 'igora-2024/putin-quota'"
    )
    assert (speaker, role, via) == ("Vladimir Putin", "President of Russia", "Kremlin")
    assert "#:~:text=" in url


def test_claims_combine_the_accounts_of_several_sources(tmp_path: Path) -> None:
    """A claim has all of its accounts and the number of their sources."""
    path = exported(tmp_path)
    heads = {one.claim for one in STATEMENTS if one.claim}
    assert asked(path, "SELECT count(*) FROM claims") == [(len(heads),)]
    for claim, accounts in asked(path, "SELECT id, accounts FROM claims"):
        assert accounts == sum(one.claim == claim.rpartition("/")[2] for one in STATEMENTS)


def test_filters_choose_and_nothing_dangles(tmp_path: Path) -> None:
    """A statement that is left out is known only by its id, and unused definitions are left out, too."""
    path = exported(tmp_path, "trade", "--kind", "quote", "--speaker", "putin")
    quotes = frozen_record().quotes("trade", speaker="putin")
    assert asked(path, "SELECT count(*) FROM statements") == [(len(quotes),)]
    assert asked(path, "SELECT slug FROM speakers") == [("putin",)]
    assert asked(path, "PRAGMA foreign_key_check") == []
    links = asked(path, "SELECT target, target_id FROM links")
    assert links
    exported_ids = {id_ for (id_,) in asked(path, "SELECT id FROM statements")}
    assert all(target == (id_ if id_ in exported_ids else None) for target, id_ in links)


def test_an_archive_keeps_its_meetings_apart(tmp_path: Path) -> None:
    """Two statements with the same short id have two rows."""
    folder = archive(tmp_path)
    path = exported(tmp_path, record=folder)
    assert {row for (row,) in asked(path, "SELECT id FROM statements WHERE id LIKE '%/trade-growth'")} == {
        "lake-2031/trade-growth",
        "hill-2032/trade-growth",
    }
    assert asked(path, "SELECT count(*) FROM meetings") == [(2,)]
    with open_record(folder) as record:
        assert asked(path, "SELECT count(*) FROM statements") == [(len(record.statements()),)]


def test_a_link_to_a_merged_statement_leads_to_the_one_that_has_it(tmp_path: Path) -> None:
    """This includes links from another file that still has the old id."""
    folder = archive(tmp_path)
    lake_file, hill_file = sorted(folder.iterdir())
    text = lake_file.read_text(encoding="utf-8")
    lake_file.write_text(
        text.replace("- id: trade-growth\n", "- id: trade-growth\n    was: [trade-rose]\n"), encoding="utf-8"
    )
    hill = hill_file.read_text(encoding="utf-8")
    assert "trade-growth" in hill
    hill += "    links: [{to: lake-2031/trade-rose, as: corrects}]\n"
    hill_file.write_text(hill, encoding="utf-8")
    answer = run_cli("lint", folder)
    if answer.code:
        pytest.fail(answer.out + answer.err)
    path = exported(tmp_path, record=folder)
    assert ("lake-2031/trade-growth",) in asked(path, "SELECT target FROM links WHERE relation = 'corrects'")


def test_an_empty_answer_is_an_empty_database(tmp_path: Path) -> None:
    """A note names the filter that excluded everything."""
    path = tmp_path / "out.db"
    answer = run_cli("export", "sqlite", path, "--since", "2031")
    assert answer.code == 0
    assert "0 statements written" in answer.err
    assert "2031" in answer.err
    assert asked(path, "SELECT count(*) FROM statements") == [(0,)]


def test_the_queries_of_the_documentation_find_something(tmp_path: Path) -> None:
    """They run unchanged."""
    page = (Path(__file__).parents[1] / "docs" / "data.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```sql\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    path = exported(tmp_path)
    queries = [query for query in block.split(";") if query.strip()]
    assert len(queries) == 3
    for query in queries:
        assert asked(path, query), query


# Files are written completely or not at all.


def test_only_a_database_of_ours_is_ever_replaced(tmp_path: Path) -> None:
    """A script may run again; a database or a text that tajik did not write stays unchanged."""
    path = exported(tmp_path)
    exported(tmp_path, "trade")
    assert asked(path, "SELECT count(*) FROM statements")[0][0] < len(STATEMENTS)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    text = tmp_path / "notes.txt"
    text.write_text("mine", encoding="utf-8")
    for taken in (other, text, tmp_path):
        answer = run_cli("export", "sqlite", taken)
        assert (answer.code, answer.out) == (2, "")
        assert "exists and was not written by tajik export" in answer.err
        answer = run_cli("export", "sqlite", tmp_path / "new.db", "--metadata", taken)
        assert answer.code == 2
        assert not (tmp_path / "new.db").exists()
    assert asked(other, "SELECT name FROM sqlite_master") == [("mine",)]
    assert text.read_text(encoding="utf-8") == "mine"


def test_a_database_that_another_program_is_writing_to_is_left_alone(tmp_path: Path) -> None:
    """SQLite would apply another program's pending changes to the new database."""
    path = exported(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("DELETE FROM links")
        assert run_cli("export", "sqlite", path).code == 2


def test_an_output_that_cannot_be_written_is_reported_in_one_line(tmp_path: Path) -> None:
    """The exit code is 74, as for any output, and no file is left behind."""
    answer = run_cli("export", "sqlite", tmp_path / "nowhere" / "out.db")
    assert (answer.code, answer.out) == (74, "")
    assert answer.err.count("\n") == 1
    assert "cannot be written: no such file or directory" in answer.err
    assert run_cli("export", "sqlite", tmp_path / "a.db", "--metadata", tmp_path / "a.db").code == 2
    assert [path.name for path in tmp_path.glob("*.db")] == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
def test_a_full_disk_leaves_the_old_database(tmp_path: Path) -> None:
    """There is no other file beside it."""
    path = exported(tmp_path, "trade")
    before = path.read_bytes()
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"
        "from tajikcli.cli import main; main()"
    )
    run_cli("topics")  # creates the index
    done = subprocess.run(
        [sys.executable, "-c", code, "export", "sqlite", path],
        capture_output=True,
        check=False,
        encoding="utf-8",
        # Coverage data could not be written, either.
        env={name: value for name, value in os.environ.items() if not name.startswith("COV")},
    )
    assert (done.returncode, done.stdout) == (74, "")
    assert done.stderr.count("\n") == 1
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".out")] == []


@pytest.mark.skipif(os.name == "nt", reason="sends an interrupt")
def test_an_interrupt_leaves_the_old_database(tmp_path: Path) -> None:
    """The interrupt comes while the new database is being written to a temporary file."""
    path = exported(tmp_path, "trade")
    before = path.read_bytes()
    many = lake(tmp_path)
    with many.open("a", encoding="utf-8") as file:
        file.writelines(
            f"  - {{id: many-{n}, kind: quote, speaker: berg, text: We say {n}}}\n" for n in range(20_000)
        )
    assert run_cli("--file", many, "topics").code == 0  # creates the index
    started = subprocess.Popen(
        [sys.executable, "-m", "tajikcli", "--file", many, "export", "sqlite", path],
        stderr=subprocess.PIPE,
    )
    while not list(tmp_path.glob(".out.db.*.tmp")) and started.poll() is None:
        time.sleep(0.001)
    started.send_signal(signal.SIGINT)
    _, told = started.communicate()
    assert (started.returncode, told) == (130, b"tajik: interrupted\n")
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".out")] == []


# Tests with a real Datasette.


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return Datasette's response to each address, for a database with its metadata."""
    datasette = pytest.importorskip(
        "datasette.app", reason="datasette is not installed here; .ci/run installs it"
    )
    folder = tmp_path_factory.mktemp("datasette")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAJIK_CACHE_DIR", str(folder / "cache"))
        patch.setenv("TAJIK_FACTS", str(frozen_record()._paths[0]))
        path = exported(folder, "--metadata", folder / "metadata.json")
    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))

    async def ask() -> dict[str, str]:
        instance = datasette.Datasette([str(path)], metadata=metadata)
        await instance.invoke_startup()
        answers = {}
        for address in (
            *ADDRESSES,
            *(f"/out/{name}" for name in (*(table.name for table in TABLES), *VIEWS)),
        ):
            answer = await instance.client.get(address)
            assert answer.status_code == 200, (address, answer.text)
            answers[address] = answer.text
        return answers

    return asyncio.run(ask())


ROW = "/out/statements/igora-2024~2Ftrade-volume"
LABELS = "/out/statements.json?_shape=array&_labels=on&id=igora-2024/trade-volume"
TOPICS = "/out/statement_topics.json?_shape=array&_labels=on&statement=igora-2024/trade-volume"
SEARCHED = "/out/statements.json?_shape=array&_search=investments&kind=quote"
FACETS = "/out/statements.json?_facet=speaker&_labels=on&_size=0"
ADDRESSES = ("/", "/out", ROW, LABELS, TOPICS, SEARCHED, FACETS)


def test_datasette_opens_every_table_and_view(pages: dict[str, str]) -> None:
    """The pages have the descriptions from the metadata."""
    for table in TABLES:
        page = pages[f"/out/{table.name}"]
        assert table.holds.partition(":")[0].split("'")[0] in page.replace("&#39;", "'")
        for column in table.columns:
            assert f'data-column="{column.name}"' in page
    assert "Talks between Emomali Rahmon and Vladimir Putin at Igora" in pages["/"]


def test_datasette_follows_foreign_keys(pages: dict[str, str]) -> None:
    """The page of a row links to the rows that refer to it, and references are shown by name."""
    for table in ("figures", "evidence", "statement_topics", "statement_relays"):
        assert f"/out/{table}?statement=igora-2024/trade-volume" in pages[ROW].replace("~2F", "/").replace(
            "%2F", "/"
        )
    (row,) = json.loads(pages[LABELS])
    assert row["speaker"] == {"value": "rahmon", "label": "Emomali Rahmon"}
    assert row["source"]["label"] == "Asia-Plus, 2024-12-25"
    assert row["claim"]["label"] == row["text"]
    assert {topic["topic"]["label"] for topic in json.loads(pages[TOPICS])} == {"Trade and economy"}


def test_datasette_searches_and_counts(pages: dict[str, str]) -> None:
    """It searches the words of quotes, and has facets by the speaker's name."""
    found = json.loads(pages[SEARCHED])
    assert found
    assert all("investments" in row["text"] for row in found)
    facets = json.loads(pages[FACETS])["facet_results"]
    results = facets.get("results", facets)["speaker"]["results"]
    assert {result["label"]: result["count"] for result in results}["Vladimir Putin"] == sum(
        one.speaker == "putin" for one in STATEMENTS
    )


def test_metadata_that_somebody_wrote_is_left_alone(tmp_path: Path) -> None:
    """Metadata that tajik wrote is replaced."""
    path, metadata = tmp_path / "out.db", tmp_path / "metadata.json"
    assert run_cli("export", "sqlite", path, "--metadata", metadata).code == 0
    assert run_cli("export", "sqlite", path, "--metadata", metadata).code == 0
    metadata.write_text('{"title": "mine"}', encoding="utf-8")
    before = path.read_bytes()
    assert run_cli("export", "sqlite", path, "trade", "--metadata", metadata).code == 2
    assert metadata.read_text(encoding="utf-8") == '{"title": "mine"}'
    assert path.read_bytes() == before


def test_search_reads_words_of_any_script(tmp_path: Path) -> None:
    """Case and accents make no difference."""
    path = exported(tmp_path, record=lake(tmp_path))
    for (text,) in asked(path, "SELECT text FROM statements"):
        word = max(text.split(), key=len).strip(".,“”«»")
        found = asked(
            path, "SELECT count(*) FROM statements_fts WHERE statements_fts MATCH ?", f'"{word.upper()}"'
        )
        assert found[0][0], word
