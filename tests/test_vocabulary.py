"""The vocabulary: any word for a concept finds any other, and similar words for other concepts stay separate."""

from __future__ import annotations

import ast
import re
import runpy
import subprocess
import sys
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.lake import LAKE, lake, run_cli
from support.tables import read

import tajikcli.language
from tajikcli.language.all_languages import LANGUAGES, joined
from tajikcli.language.combined import COMBINED
from tajikcli.language.known_words import is_known_word
from tajikcli.language.terms import COLUMNS
from tajikcli.meanings import related
from tajikcli.words import folded, searchable

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
LANGUAGE = Path(tajikcli.language.__file__).parent
SUBJECTS = sorted((LANGUAGE / "vocabulary").glob("*.txt"))
CASES = read("meanings.yaml")
SCRIPTS = {"en": r"[^\u0400-\u04ff]", "ru": r"[\u0400-\u04ff\W\d]", "tg": r"[\u0400-\u04ff\W\d]"}

each_subject = pytest.mark.parametrize("path", SUBJECTS, ids=[path.stem for path in SUBJECTS])


def found_by(term: str) -> set[str]:
    """Return the stems by which the words of a question match besides their own; a term has spaces between its stems."""
    return {form for one in related(folded(term)) for form in one.forms}


def stems_of(term: str) -> str:
    return " ".join(searchable(folded(term)).split())


@pytest.mark.parametrize("line", CASES["same"], ids=[line[0] for line in CASES["same"]])
def test_any_word_for_a_concept_finds_any_other(line: list[str]) -> None:
    """This holds within each language and between languages."""
    missing = [
        (one, other)
        for one, other in permutations(line, 2)
        if stems_of(other) != stems_of(one) and stems_of(other) not in found_by(one)
    ]
    assert missing == []


@pytest.mark.parametrize("pair", CASES["apart"], ids=[" ".join(pair) for pair in CASES["apart"]])
def test_words_that_only_look_alike_do_not_find_each_other(pair: list[str]) -> None:
    one, other = pair
    assert stems_of(one) != stems_of(other)
    assert stems_of(other) not in found_by(one)
    assert stems_of(one) not in found_by(other)


@each_subject
def test_a_subject_says_what_it_is_and_each_line_has_a_column_for_each_language(path: Path) -> None:
    """A line has each word once, in the script of its column, and files are small enough to read."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ")
    assert len(lines) < 120
    for line in lines:
        columns = line.split(" | ")
        assert len(columns) == len(COLUMNS), line
        for code, column in zip(COLUMNS, columns, strict=True):
            terms = column.split(", ")
            assert all(terms), line
            assert len({term.casefold() for term in terms}) == len(terms), line
            assert re.fullmatch(rf"{SCRIPTS[code]}+", column), (code, line)


def test_no_concept_is_listed_twice() -> None:
    """Two lines with the same beginning are a concept that was added twice."""
    heads = [
        line.split(" | ")[0]
        for path in SUBJECTS
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    ]
    assert len(heads) > 1_200
    assert len(set(heads)) == len(heads)


def test_the_folded_vocabulary_is_up_to_date_with_its_files() -> None:
    """If this fails, run `make vocabulary`."""
    tool = ROOT / "tools" / "vocabulary.py"
    if not tool.exists():
        pytest.skip("only a checkout has it")
    compiled = runpy.run_path(str(tool))["compiled"]()
    assert (LANGUAGE / "concepts.txt").read_text(encoding="utf-8") == compiled
    looked_up = runpy.run_path(str(ROOT / "tools" / "terms.py"))["compiled"](compiled)
    assert {name: (LANGUAGE / name).read_text(encoding="utf-8") for name in looked_up} == looked_up


def test_search_has_the_words_of_the_languages_as_they_are() -> None:
    """If this fails, run `make vocabulary`."""
    for part, combined in COMBINED.items():
        value = joined([getattr(one, part) for one in LANGUAGES])
        assert combined == (" ".join(value.split()) if isinstance(value, str) else value), part


def test_related_concepts_are_concepts() -> None:
    """Each concept is named by its first words, and each line has an effect."""
    heads = {
        line.split(" | ")[0].split(", ")[0].lower()
        for path in SUBJECTS
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    }
    lines = [
        line.lower().split(", ")
        for line in (LANGUAGE / "related.txt").read_text(encoding="utf-8").splitlines()
        if line[0] != "#"
    ]
    assert len(lines) > 150
    assert [word for line in lines for word in line if word not in heads] == []
    assert all(1 < len(line) == len(set(line)) for line in lines)
    assert len({tuple(line) for line in lines}) == len(lines)


@pytest.mark.parametrize(
    "word", ["penguin", "penguins", "hovercraft", "vaccinated", "planned", "hurried", "falconry"]
)
def test_an_english_word_is_recognised_in_its_forms(word: str) -> None:
    assert is_known_word(word)


@pytest.mark.parametrize("word", ["studnets", "goverment", "embasy", "qouta", "teachres"])
def test_a_typing_error_is_not_a_word(word: str) -> None:
    assert not is_known_word(word)


@pytest.mark.parametrize("command", [("facts", "trade"), ("quotes",), ("show", "trade-growth"), ("topics",)])
def test_commands_that_do_not_search_do_not_read_the_vocabulary(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    """This holds even if the index has to be built."""
    lists = ("concepts.txt", "known_words.txt", "related.txt", "terms.txt", "concept_terms.txt")
    opened = _opened_by(command, lake(tmp_path))
    assert [name for name in opened if name.endswith(lists) or "language/vocabulary" in name] == []


def test_a_search_for_words_on_record_reads_no_language(tmp_path: Path) -> None:
    """What it needs of all languages is in one file; importing each would take longer than the search."""
    command, record = ("search", "trade", "growth"), lake(tmp_path)
    _opened_by(command, record)  # to build the index
    read = [Path(name).name.partition(".")[0] for name in _opened_by(command, record)]
    assert "combined" in read
    assert {"english", "german", "russian", "tajik"}.isdisjoint(read)


def _opened_by(command: Sequence[str], record: Path) -> list[str]:
    """Return the names of the files that a command about a record opens."""
    script = (
        "import sys, io\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "from tajikcli.cli import main\n"
        "try:\n"
        f"    main(['--file', {str(record)!r}, *{command!r}])\n"
        "except SystemExit:\n"
        "    pass\n"
        "print(opened, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={"TAJIK_CACHE_DIR": str(record.parent / "cache"), "PATH": ""},
    )
    assert done.stdout
    opened: list[str] = ast.literal_eval(done.stderr.splitlines()[-1])
    return opened


def test_lint_warns_about_keywords_that_search_does_not_need(tmp_path: Path) -> None:
    """These repeat words of the text or synonyms from the vocabulary; other keywords cause no warning."""
    path = tmp_path / "lake.yaml"
    path.write_text(
        LAKE.replace(
            "evidence: [{exact: улов упал}]",
            "evidence: [{exact: улов упал}]\n    keywords: [catch, decline, regatta]",
        ),
        encoding="utf-8",
    )
    warned = [row["message"] for row in run_cli("lint", path, "--json").json]
    assert [
        re.findall("keyword '(.*?)' repeats (?:words that )?(the \\w+)", message)
        for message in warned
        if "keyword" in message
    ] == [
        [("catch", "the text")],
        [("decline", "the vocabulary")],
    ]
