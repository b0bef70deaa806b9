"""`tajik cite`: citations that other programs can read, with only the source's words in quotation marks."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.frozen import frozen_record
from support.lake import archive, lake, run_cli

from tajikcli.proof.citation import SenseError, WordsError, quoted

STATEMENTS = frozen_record().statements()
IDS = [statement.id for statement in STATEMENTS]

TWO_RUNS = "text=reaching%20US%241.79%20billion&text=these%20figures%20were%20shared%20by%20President%20Emomali%20Rahmon"


def cited(*words: str) -> str:
    answer = run_cli("cite", *words)
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def test_a_line_has_speaker_role_chain_title_publisher_date_and_address() -> None:
    """The line can be pasted and has its parts in this order."""
    line = cited("regnum-promise")
    parts = (
        "Vladimir Putin",
        "President of Russia",
        "paraphrased",
        "via Kremlin",
        "said on 24 December 2024",
        "Путин пообещал",
        "Regnum",
        "24 December 2024",
        "https://",
    )
    places = [line.index(part) for part in parts[:-2]]
    places += [line.rindex(part) for part in parts[-2:]]
    assert places == sorted(places)


def test_markdown_is_a_link() -> None:
    """It links to the page at the words; a source without a title has its publisher's name."""
    assert "in: [Tajik President To Hold" in cited("menafn-agenda", "--as", "markdown")
    assert "in: [Trend News Agency](https://en.trend.az/" in cited("trend-putin-ally", "--as", "markdown")


def test_the_address_opens_the_page_at_the_exact_words() -> None:
    """The fragment has short words in full, long ones by both ends, and a fact's evidence; it escapes hyphens and commas."""
    assert (
        cited("putin-relations", "--words", "a reliable ally")
        .strip()
        .endswith("#:~:text=a%20reliable%20ally")
    )
    fragment = cited("putin-relations").strip().partition("#:~:text=")[2]
    first, last = map(unquote, fragment.split(","))
    (text,) = [one.text for one in STATEMENTS if one.id == "putin-relations"]
    assert text.startswith(first)
    assert text.endswith(last)
    assert cited("trade-volume").strip().endswith("#:~:" + TWO_RUNS)
    assert "trust%2Dbased" in cited("security-trust")


@pytest.mark.parametrize("words", ["a reliable ally", "A  reliable ally", "reliable ally and a strong"])
def test_words_of_a_quote_are_cited_as_it_prints_them(words: str) -> None:
    """The white space and the first letter may differ from the quote."""
    (text,) = [one.text for one in STATEMENTS if one.id == "putin-relations"]
    line = cited("putin-relations", "--words", words)
    inside = line[line.index("“") + 1 : line.index("”")]
    assert inside in text
    assert inside.casefold().split() == words.casefold().split()


@pytest.mark.parametrize(
    ("statement", "words", "told"),
    [
        ("putin-relations", "a dependable ally", "it has: a reliable ally"),
        (
            "putin-relations",
            "reliable partner of the moon",
            "these words do not occur as given in 'putin-relations'",
        ),
        ("putin-relations", "a reliable … strong economic partner", "do not occur as given"),
        ("putin-relations", "we are generally satisfied", "they do in rahmon-strategic-partner"),
        ("putin-relations", "", "do not occur as given"),
        ("relations-pace", "good pace", "is a fact, which is not in the speaker's words"),
        ("relations-pace", "good pace", "part of the quote putin-relations"),
        ("trade-volume", "1.79 billion", "no quote on record contains it"),
    ],
)
def test_other_words_are_refused_with_a_correction(statement: str, words: str, told: str) -> None:
    """Words in quotation marks never differ from the source, and a fact is never in quotation marks."""
    answer = run_cli("cite", statement, "--words", words)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err


def test_nothing_is_invented(tmp_path: Any) -> None:
    """If the record has no author, title, date or address, neither does the citation."""
    path = lake(tmp_path)
    assert (
        cited_from(path, "orlova-pleased") == "Vera Orlova, President of Aland, in: Вестник озера, June 2031"
    )
    assert cited_from(path, "fish-fell") == "in: Вестник озера, June 2031".removeprefix("in: ")
    items = json.loads(cited_from(path, "orlova-pleased", "--as", "csl-json"))
    assert items[0]["issued"] == {"date-parts": [[2031, 6]]}
    assert not {"title", "URL", "author"} & items[0].keys()


def cited_from(path: Any, *words: str) -> str:
    answer = run_cli("--file", path, "cite", *words)
    assert answer.code == 0
    return answer.out.strip()


def test_ids_of_an_archive_are_found_by_their_full_form(tmp_path: Any) -> None:
    """Each source of an archive has an entry."""
    text = cited_from(archive(tmp_path), "lake-2031/trade-growth", "hill-2032/hill-words", "--as", "bibtex")
    assert text.count("@online{") == 2


def test_words_with_a_different_meaning_out_of_context_are_refused() -> None:
    """Words for which check says unclear are not cited."""
    answer = run_cli("cite", "trend-putin-plan", "--words", "chosen by chance")
    assert (answer.code, answer.out) == (2, "")
    assert "quote more: not chosen by chance" in answer.err
    assert run_cli("cite", "trend-putin-plan", "--words", "they were not chosen by chance").code == 0


@given(st.sampled_from([one for one in STATEMENTS if one.kind == "quote"]), st.data())
def test_the_words_quoted_are_always_in_the_quote(quote: Any, data: st.DataObject) -> None:
    """Any run of words from a quote is cited as the quote prints it."""
    words = quote.text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    some = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    try:
        inside = quoted(quote.text, some)
    except WordsError:
        assert not any(char.isalnum() for char in some)
        return
    except SenseError as more:
        inside = str(more)  # including the words on which its meaning depends
    assert inside in " ".join(quote.text.split())
