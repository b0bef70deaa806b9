"""The cost of inputs: no input with repeated marks or many parts hangs or exhausts the memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.lake import run_cli

from tajikcli.proof.comparison import rests
from tajikcli.proof.evidence import SourceText
from tajikcli.proof.rivals import Number, conflicts, span

# Packages whose patterns are not linear yet.
TESTS = Path(__file__).parent
SECONDS = 60  # seconds of processor time; linear code needs only a few
MEMORY = 2**30
HEAD = """\
meeting: {id: lake-2031, title: Lake talks, date: 2031-05-03}
sources: {herald: {publisher: Harbour Herald, language: en}}
measures: {trade: {label: Two-way trade}}
statements:
"""


def bounded(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run tajik in a process with limits for time and memory."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    command = [sys.executable, "-m", "tajikcli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)


def test_no_pattern_hangs_on_marks_that_are_repeated() -> None:
    """Every regular expression in every module is found automatically, and has a time limit for each text."""
    done = subprocess.run(
        [sys.executable, "-m", "support.patterns"],
        cwd=TESTS,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
        env={**os.environ},
    )
    *slow, count = done.stdout.splitlines()
    assert int(count) > 80
    assert slow == []


def test_no_draft_hangs_check() -> None:
    """Repeated marks of every kind, in Markdown and HTML, take seconds in total."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    done = subprocess.run(
        [sys.executable, "-m", "support.shapes"],
        cwd=TESTS,
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=limit,
        # A tracer would use most of the time limit.
        env={name: value for name, value in os.environ.items() if not name.startswith("COV")},
    )
    assert len(done.stdout.splitlines()) > 150


@pytest.mark.parametrize("name", ["page.md", "page.html", "page"])
def test_comments_at_the_head_of_a_text_cost_nothing(name: str, tmp_path: Path) -> None:
    """Thirty of them once took forever."""
    path = tmp_path / name
    path.write_text("<!-- a -->\n" * 5_000 + "Nothing was said.\n", encoding="utf-8")
    for asked in (("check", path), ("verify", "asia-plus", path)):
        assert bounded(*asked).returncode in {0, 1, 3}


def test_a_file_of_null_characters_is_refused(tmp_path: Path) -> None:
    """As a record, a draft or a source, it gets one or a few clear lines."""
    path = tmp_path / "nothing.yaml"
    path.write_bytes(bytes(20_000_000))
    for asked in (("lint", path), ("--file", path, "facts"), ("check", path), ("verify", "asia-plus", path)):
        answer = bounded(*asked)
        assert answer.returncode in {1, 3}, answer.stderr
        assert len((answer.stdout + answer.stderr).splitlines()) < 30


def test_thousands_of_figures_of_one_measure_are_compared_and_what_is_not_listed_is_counted(
    tmp_path: Path,
) -> None:
    """There would be twelve million pairs."""
    path = tmp_path / "record.yaml"
    path.write_text(
        HEAD
        + "".join(
            f"  - {{id: s{number}, kind: narration, text: Some text., evidence: [{{exact: some text}}],"
            f" figures: [{{measure: trade, value: {number}0, unit: USD, period: 2031}}]}}\n"
            for number in range(5_000)
        ),
        encoding="utf-8",
    )
    report = run_cli("--file", path, "compare", "--json").json
    assert len(report["conflicts"]) == 10_000
    assert report["left_out"] == {"conflicts": 5_000 * 4_999 // 2 - 10_000, "implied": 0, "linked": 0}
    assert (
        "12,487,500 more conflicts, not listed" in run_cli("--file", path, "compare", "--format", "table").out
    )
    assert "left out\tconflicts\t12487500" in run_cli("--file", path, "compare", "--format", "plain").out


PERIODS = st.sampled_from(["2031", "2031-01/2031-12", "2031-01", "2031-01/2031-03", "2031-12", None])
WRITTEN = st.sampled_from(["1", "1.0", "1.05", "2", "2.00", "3", "-1", "0", "19", "20", "21"])


NUMBERS: tuple[Number, ...] = ("value", "from", "to", "change")


@st.composite
def figures(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return figures of one measure, many of which are similar."""
    found = []
    for number in range(draw(st.integers(0, 14))):
        keys = draw(st.sampled_from([("value",), ("value",), ("change",), ("from", "to")]))
        figure: dict[str, Any] = dict.fromkeys(
            ("value", "from", "to", "change", "amount", "amount_from", "amount_to", "amount_change")
        )
        for key in keys:
            written = draw(WRITTEN)
            figure |= {key: written, "amount" if key == "value" else f"amount_{key}": Decimal(written)}
        figure["unit"] = draw(st.sampled_from(["USD", "USD", "EUR", "rank"]))
        figure["approx"] = draw(st.sampled_from([None, None, "about", "over", "almost", "at-least", "up-to"]))
        figure["period"] = draw(PERIODS)
        found.append({**figure, "number": number})
    return found


@given(figures(), st.integers(0, 30))
def test_listed_and_omitted_conflicts_are_all_that_comparing_every_pair_finds(
    given_: list[Any], most: int
) -> None:
    """Every pair is compared by the ranges that the help gives."""
    same_days = {"2031-01/2031-12": "2031"}
    said = [tuple(one[key] for key in one if key != "number") for one in given_]
    apart = set()
    for one in given_:
        for other in given_[one["number"] + 1 :]:
            shape = [key for key in NUMBERS if one[key] is not None]
            comparable = (
                one["period"]
                and other["period"]
                and same_days.get(one["period"], one["period"])
                == same_days.get(other["period"], other["period"])
                and one["unit"] == other["unit"]
                and shape == [key for key in NUMBERS if other[key] is not None]
            )
            for key in shape if comparable else ():
                (low, high), (least, greatest) = span(one, key), span(other, key)
                below, above = max(low, least), min(high, greatest)
                if below > above or (below == above and low != high and least != greatest):
                    apart.add((said[one["number"]], said[other["number"]]))
    found, more = conflicts(given_, 1_000)
    numbered: list[tuple[Any, Any]] = [(pair.one, pair.other) for pair in found]
    listed = {(said[one["number"]], said[other["number"]]) for one, other in numbered}
    assert more == 0
    assert listed <= apart
    assert {frozenset(map(_meant, pair)) for pair in listed} >= {
        frozenset(map(_meant, pair)) for pair in apart if _amounts_differ(*pair)
    }
    few, more = conflicts(given_, most)
    assert more > 0 or few == found
    assert len(few) <= 2 * most
    everything, none = rests(given_, 1_000)
    some, more = rests(given_, most)
    assert (none, some, len(some) + more) == (0, everything[:most], len(everything))


def _meant(figure: tuple[Any, ...]) -> tuple[Any, ...]:
    return figure[4:]  # 1 and 1.0 are one account, of which the first is reported


def _amounts_differ(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    return one[4:8] != other[4:8]  # figures with the same number, one with more digits, are reported once


words = st.sampled_from(["a", "b", "a,", "(b)", "ab", "1", "1,1", "— a", "…", "é"])


@given(st.lists(words, max_size=40).map(" ".join), st.lists(words, min_size=1, max_size=3).map(" ".join))
def test_words_are_found_at_any_position_as_whole_words(text: str, wanted: str) -> None:
    """Overlapping positions are found, and positions inside a word are not."""
    source = SourceText(text)
    inside = source.normalised
    sought = wanted.replace("…", "...").replace("—", "-")
    expected = [
        (start, start + len(sought))
        for start in range(len(inside))
        if inside.startswith(sought, start)
        and not (start and inside[start - 1].isalnum() and inside[start].isalnum())
        and not inside[start + len(sought) - 1 : start + len(sought)].isalnum()
        * inside[start + len(sought) : start + len(sought) + 1].isalnum()
    ]
    assert source.find(wanted) == expected


def test_a_long_repetitive_source_is_verified(tmp_path: Path) -> None:
    """It has 200,000 words that repeat words of the record thousands of times."""
    path = tmp_path / "source.txt"
    sentence = "Trade between Tajikistan and Russia is growing, and 1,000 students study there. "
    path.write_text(sentence * 17_000, encoding="utf-8")
    answer = bounded("verify", "asia-plus", path, "--json")
    assert answer.returncode == 1, answer.stderr


def test_a_deeply_nested_page_is_refused_as_a_source(tmp_path: Path) -> None:
    """Extracting its article takes longer for deeper elements."""
    path = tmp_path / "page.html"
    path.write_text("<div>" * 200 + "Nothing was said." + "</div>" * 200, encoding="utf-8")
    assert bounded("verify", "asia-plus", path).returncode == 1
    path.write_text("<div>" * 100_000 + "Nothing was said.", encoding="utf-8")
    answer = bounded("verify", "asia-plus", path)
    assert (answer.returncode, answer.stdout) == (3, "")
    assert "nested more than 250 levels deep" in answer.stderr
