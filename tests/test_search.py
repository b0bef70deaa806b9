"""Search answers questions in any spelling and of any length, with any text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.frozen import frozen_record, frozen_rows
from support.lake import LAKE, archive, lake, run_cli

from tajikcli import open_record
from tajikcli import runs as runs_module
from tajikcli.runs import Runs
from tajikcli.words import folded, stems, words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "spellings",
    [
        ("teacher", "teachers", "Teachers'"),
        ("investments", "investor", "investors"),
        ("1.79", "1,79", "$1.79"),
        ("1000", "1,000", "1 000"),
        ("Путин квота", "Путина квоты", "ПУТИНУ КВОТУ"),
        ("Тоҷикистон мактаб", "Точикистон мактаб"),
    ],
)
def test_spellings_that_are_the_same_to_a_reader_find_the_same(spellings: tuple[str, ...]) -> None:
    rows = frozen_rows()
    answers = [rows.found(text, rows.query()) for text in spellings]
    # `$1.79` also asks for dollars; the statements with all the words are the same.
    found = [[hit["id"] for hit in one.hits.rows()][: one.complete or None] for one in answers]
    assert found[0]
    assert found == [found[0]] * len(found)


def test_question_words_carry_no_weight() -> None:
    record = frozen_record()
    plain = [hit.id for hit in record.search("strategic partner")]
    assert [hit.id for hit in record.search("who is the strategic partner, and what was it?")] == plain


def test_all_words_come_before_some_and_a_note_says_which(tmp_path: Path) -> None:
    path = lake(tmp_path)
    both = run_cli("--file", path, "search", "trade grew catch")
    assert both.err == (
        "tajik: no statement contains all the words; the best match lacks 'catch'; showing 4 that contain some\n"
    )
    all_words = run_cli("--file", path, "search", "trade grew fifth --")
    assert "the first contains all the words" in all_words.err
    assert all_words.out.splitlines()[0].split("\t")[1] == "trade-growth"


def test_a_note_does_not_count_only_the_statements_shown() -> None:
    """The search ends at its limit, so only a number below the limit counts all matches."""
    few = run_cli("search", "education", "quota", "--kind", "quote", "--limit", "1")
    assert few.err == "tajik: showing the best match, which contains all the words or synonyms\n"
    many = run_cli("search", "education", "quota", "--limit", "2")
    assert many.err == "tajik: showing the 2 best matches, which contain all the words or synonyms\n"
    some = run_cli("search", "education", "quota", "--limit", "9")
    assert some.err.startswith("tajik: showing the 9 best matches: the first ")
    every = run_cli("search", "textbooks", "--limit", "50")
    assert every.err == f"tajik: {len(every.out.splitlines())} statements contain all the words or synonyms\n"


def test_mistyped_words_are_replaced_with_the_nearest_and_a_note_says_so(tmp_path: Path) -> None:
    """A question may have several mistyped words."""
    path = lake(tmp_path)
    answer = run_cli("--file", path, "search", "trade", "grwe", "sattisfied")
    assert answer.code == 0
    assert answer.err.startswith("tajik: showing results for: trade grew satisfied\n")
    assert answer.out == run_cli("--file", path, "search", "trade", "grew", "satisfied").out


def test_a_typing_error_that_begins_with_another_word_is_corrected() -> None:
    """`teach` is not what `teachrs` means, although its letters begin it."""
    answer = run_cli("search", "teachrs")
    assert answer.err.startswith("tajik: showing results for: teachers\n")
    assert answer.out == run_cli("search", "teachers").out


def test_an_unknown_option_is_not_a_search_word(tmp_path: Path) -> None:
    wrong = run_cli("--file", lake(tmp_path), "search", "trade", "--speker", "orlova")
    assert (wrong.code, wrong.out) == (2, "")
    assert "--speaker" in wrong.err


def test_search_obeys_the_filters(tmp_path: Path) -> None:
    found = run_cli(
        "--file",
        archive(tmp_path),
        "search",
        "trade",
        "--speaker",
        "orlova",
        "--meeting",
        "hill-2032",
        "--json",
    )
    assert [row["id"] for row in found.json] == ["trade-growth"]
    quotes = run_cli(
        "--file", lake(tmp_path), "search", "trade satisfied catch", "--kind", "quote", "--json"
    ).json
    assert quotes
    assert {row["kind"] for row in quotes} == {"quote"}
    assert len(run_cli("--file", lake(tmp_path), "search", "trade", "--limit", "1", "--json").json) == 1


def test_the_words_asked_for_are_marked(tmp_path: Path) -> None:
    path = lake(tmp_path)
    (best, *_) = run_cli("--file", path, "search", "satisfied", "--json").json
    assert best["snippet"] == "=We are **satisfied**, [red]all[/red] of us :smile:"
    assert best["score"] > 0
    plain = run_cli("--file", path, "search", "satisfied", "--limit", "1").out
    assert best["text"] in plain  # a line that is copied from here has the source's words, without marks
    shown = run_cli("--file", path, "search", "satisfied", "--format", "table", terminal=True)
    assert "\x1b[1;4msatisfied" in shown.out


def test_a_long_text_is_shown_around_the_words(tmp_path: Path) -> None:
    path = lake(tmp_path)
    text = "far " * 200 + "needle " + "away " * 200
    statement = f"  - {{id: long, kind: quote, speaker: berg, topics: [fish], text: {text}}}\n"
    path.write_text(path.read_text(encoding="utf-8") + statement, encoding="utf-8")
    (best, *_) = run_cli("--file", path, "search", "needle", "--json").json
    assert best["snippet"].startswith("… far ")
    assert best["snippet"].endswith(" away …")
    assert "**needle**" in best["snippet"]
    assert len(best["snippet"]) < 350


@given(st.text(max_size=60) | st.text("\"'*-:()^~AND OR NOT NEAR+{}[]x1.,", max_size=40))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_safe(text: str) -> None:
    for hit in frozen_record().search(text):
        assert hit.snippet.replace("**", "").strip("… ") in hit.text


def test_a_question_may_have_ten_thousand_words() -> None:
    assert frozen_record().search(" ".join(f"teacher{number} teachers" for number in range(10_000)))


@given(st.text(max_size=80))
def test_words_are_at_the_positions_given(text: str) -> None:
    """The marked words of a text have the same stems as the question."""
    for word in words(text):
        assert tuple(stems(text[word.start : word.end])) == word.forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,000", ["1000"]),
        ("1,618", ["1618", "1.618"]),
        ("1.08bn", ["1.08", "billion"]),
        ("36 000", ["36000"]),
        ("1 234 567,5", ["1234567.5"]),
        ("in 2024 100 men", ["2024", "100", "men"]),
        ("24 1000", ["24", "1000"]),
        ("36\u00a0000", ["36000"]),
        ("almost 20%", ["almost", "20", "percent"]),
        ("Тоҷикистон", ["точикистон"]),
        ("надёжный", ["надежн"]),
        ("grew growth grown", ["grow", "grow", "grow"]),
    ],
)
def test_words_and_numbers_have_one_form(text: str, expected: list[str]) -> None:
    assert stems(text) == expected


def test_numbers_beside_each_other_are_not_read_as_one(tmp_path: Path) -> None:
    """`1 000` is one number; 19 and 180 in a figure are two, and so are numbers in two keywords or pieces of evidence."""
    content = LAKE.replace("from: 19.1, to: 18,", "from: 19, to: 180,").replace(
        "evidence: [{exact: улов упал}]",
        "evidence: [{exact: fell by 21}, {exact: 250 tons}]\n    keywords: [22, 347]",
    )
    path = tmp_path / "lake.yaml"
    path.write_text(content, encoding="utf-8")
    with open_record(path) as record:
        for joined in ("19180", "19 180", "21250", "22347"):
            assert not record.search(joined), joined
        for number in ("19", "180", "21", "250", "22", "347"):
            assert [hit.id for hit in record.search(number)] == ["fish-fell"], number


# Pieces of texts whose meaning depends on their neighbours: digits with separators, marks, and letters with
# another form.
_PIECES = [
    "1",
    "12",
    "000",
    " ",
    "\u00a0",
    "\u202f",
    "\n",
    ".",
    ",",
    "-",
    "\u0301",
    "e",
    "İ",
    "ҷ",
    "й",
    "Trade",
    "ſ",
    "%",
    "_",
    "the",
]


_APART = ["1", "000", " ", "\u00a0", "\u0301", ",", "e"]


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
    | st.lists(st.sampled_from(_APART), max_size=8).map("".join)
)
@settings(max_examples=500)
def test_questions_and_texts_have_the_same_stems(text: str) -> None:
    """A record looks up its words run by run, and a question reads them as a whole; the results agree."""
    runs = Runs()
    assert runs.indexed(text).split() == stems(text)
    assert runs.spellings() == sorted({word for word in folded(text) if len(word) > 2 and word.isalpha()})


def test_texts_keep_their_stems_when_remembered_words_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record with more different words than are remembered is indexed like any other."""
    monkeypatch.setattr(runs_module, "_MOST_RUNS", 3)
    runs = Runs(["year"])
    texts = ("Trade grew to 1 000 units.", "“Years” of (growth), 2,5 per year", "The plan: grow next year!")
    for text in texts * 2:
        found, may_tell = runs.indexed_with_parts(text)
        assert found.split() == stems(text)
        assert may_tell
    assert runs.spellings() == sorted(
        {word for word in folded(" ".join(texts)) if len(word) > 2 and word.isalpha()}
    )


def test_the_answer_is_json_that_scripts_can_read(tmp_path: Path) -> None:
    lines = run_cli("--file", lake(tmp_path), "search", "trade", "--format", "jsonl").out.splitlines()
    assert [list(json.loads(line))[-2:] for line in lines] == [["snippet", "score"]] * len(lines)


RECORD = """
meeting: {id: port-2031, title: Port talks, date: 2031-05-03, place: Harbour House}
sources:
  gazette: {publisher: Port Gazette, language: en}
  izvestia: {publisher: "Izvestia, as carried by a site", language: ru}
speakers:
  yurev: {name: Yuri Yurev, role: Aide to the President of Aland}
  rahmonov: {name: Vera Rakhmon, role: President of Borland}
topics: {talks: {label: Talks}}
statements:
  - {id: trust, kind: narration, topics: [talks], text: Military cooperation goes on in a trust-based manner., evidence: [{exact: trust-based}]}
  - {id: soon, kind: narration, topics: [talks], text: Military experts expect a treaty before long., evidence: [{exact: before long}]}
  - {id: place, kind: narration, topics: [talks], text: The presidents met at the Harbour House residence., evidence: [{exact: Harbour House}]}
  - {id: day, kind: narration, topics: [talks], text: The presidents met on 3 May 2031., evidence: [{exact: on 3 May}]}
  - {id: chair, kind: narration, topics: [talks], text: Borland will take the chair next year., evidence: [{exact: the chair}]}
  - {id: mayor, kind: narration, topics: [talks], text: The re-elected mayor spoke., evidence: [{exact: re-elected}]}
  - {id: seventy, kind: narration, topics: [talks], text: There are 72 organizations in the port., evidence: [{exact: "72"}]}
  - {id: said, kind: quote, topics: [talks], speaker: yurev, text: we will not stand in the way of anybody}
  - {id: aide, kind: paraphrase, topics: [talks], speaker: yurev, text: Yurev said nobody will be stopped., evidence: [{exact: nobody}]}
  - {id: izv, kind: narration, source: izvestia, topics: [talks], text: The harbour is deep., evidence: [{exact: глубока}]}
  - {id: builders, kind: narration, topics: [talks], text: Chinese builders have worked in Norway., evidence: [{exact: in Norway}]}
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record without keywords."""
    path = tmp_path_factory.mktemp("port") / "port.yaml"
    path.write_text(RECORD, encoding="utf-8")
    return path


def asked(path: Path, *words: str) -> tuple[list[str], list[str]]:
    """Return the ids that a question finds, and the notes."""
    answer = run_cli("--file", path, "search", *words, "--json")
    assert answer.code == 0
    return [row["id"] for row in answer.json], [
        note.removeprefix("tajik: ") for note in answer.err.splitlines()
    ]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("army collaboration", "trust"),
        ("военное сотрудничество", "trust"),
        ("ҳамкории низомӣ", "trust"),
        ("where did they meet", "place"),
        ("где встретились", "place"),
        ("дар куҷо вохӯрданд", "place"),
        ("when did they meet", "day"),
        ("когда встретились", "day"),
        ("chairmanship in 2032", "chair"),
        ("seventy-two organisations", "seventy"),
        ("did Izvestia write about the harbour", "izv"),
        ("Известия о гавани", "izv"),
        ("Юрий Юрьев", "aide"),
        ("Yury", "aide"),
    ],
)
def test_a_question_needs_no_keywords(question: str, first: str, port: Path) -> None:
    """Synonyms, other languages, places, dates, numbers in words, publishers and names in another script are found."""
    found, _ = asked(port, question)
    assert first in found[:1] or (first == "aide" and found[0] == "said")


def test_the_exact_words_put_a_quote_first(port: Path) -> None:
    """They are four words in a row, or words in quotation marks."""
    assert asked(port, "will anybody stand in the way of military experts")[0][0] == "said"
    assert asked(port, '"the way of" military experts expect a treaty')[0][0] == "said"
    assert asked(port, "military experts expect a way")[0][0] == "soon"


@pytest.mark.parametrize("question", ["military base", "long military", "military bases"])
def test_a_word_inside_another_or_in_a_set_phrase_does_not_match(question: str, port: Path) -> None:
    found, notes = asked(port, question)
    assert found
    assert notes[-1].startswith("no statement contains all the words")


@pytest.mark.parametrize("question", ["base treaty", "база договор"])
def test_a_word_only_inside_another_finds_no_statement(question: str, port: Path) -> None:
    """`Trust-based` is neither found nor marked for `base`."""
    found, _ = asked(port, question)
    assert "soon" in found
    assert "trust" not in found
    answer = run_cli("--file", port, "search", "military", "база", "--json")
    marked = next(row["snippet"] for row in answer.json if row["id"] == "trust")
    assert "based" in marked
    assert "**based**" not in marked


def test_a_participle_behind_a_prefix_is_a_word_of_its_own(port: Path) -> None:
    """`Re-elected` is elected again, but `trust-based` is no base."""
    found, notes = asked(port, "which mayor was elected")
    assert found[0] == "mayor"
    assert "no statement" not in notes[-1]


@pytest.mark.parametrize(
    ("question", "contained"),
    [
        ("How many Norwegians work in China?", False),
        ("do norwegians work in the china", False),
        ("Сколько норвежцев работает в Китае?", False),
        ("How many Chinese builders work in Norway?", True),
        ("do chinese builders work in norway", True),
        ("Who works in Norway?", True),
        ("builders in China", True),
    ],
)
def test_a_statement_about_the_opposite_direction_does_not_contain_all_words(
    question: str,
    contained: bool,  # noqa: FBT001 - a column
    port: Path,
) -> None:
    """`Norwegians in China` are not `Chinese in Norway`; without a second country, no direction is opposite."""
    found, notes = asked(port, question)
    assert found[0] == "builders"
    assert any("contain" in note and "no statement" not in note for note in notes) == contained


def test_the_participle_of_a_compound_is_found_as_written(port: Path) -> None:
    found, notes = asked(port, "trust-based military")
    assert found[0] == "trust"
    assert notes == ["1 statement contains all the words or synonyms"] or notes[-1].startswith(
        f"{len(found)} statements: the first contains"
    )


@pytest.mark.parametrize("question", ["military pipeline", "penguin treaty", "военный водопровод", "saffron"])
def test_if_a_word_and_its_synonyms_do_not_occur_the_first_line_says_so(question: str, port: Path) -> None:
    """No statement is presented as containing all the words."""
    found, notes = asked(port, question)
    assert "does not occur in the record" in notes[0]
    assert not any(
        "contain all" in note or "contains all the words" in note.partition("no statement")[0]
        for note in notes
    )
    assert found or notes[-1] == "no statement contains any of these words"


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("military base", "; the best match lacks 'base';"),  # which one text has only inside `trust-based`
        ("saffron treaty base", "; the best match lacks 'base';"),
        ("saffron military", ";"),  # the first note already says that it does not occur
    ],
)
def test_a_note_names_the_words_that_the_best_match_lacks(question: str, lacks: str, port: Path) -> None:
    _, notes = asked(port, question)
    assert notes[-1].startswith(f"no statement contains all the words{lacks}")
    assert "saffron" not in notes[-1]


def test_a_note_names_only_some_of_many_missing_words(port: Path) -> None:
    _, notes = asked(port, "military treaty mayor builders norway china cooperation experts base elected")
    assert notes[-1].count("'") == 10
    assert ", and " in notes[-1]


@pytest.mark.parametrize(
    "question", ["is Tajikistan poor", "what does Putin say about Goethe", "бедный ли Таджикистан"]
)
def test_a_statement_that_shares_only_a_name_comes_near_no_answer(question: str) -> None:
    """Almost all statements have these names, so a statement with nothing else is no answer, but is shown."""
    answer = run_cli("search", question, "--json")
    assert answer.json
    assert answer.err.splitlines()[-1].startswith(
        "tajik: no statement contains all the words, or comes near an answer"
    )


def test_a_statement_with_half_of_the_question_comes_near_an_answer() -> None:
    assert "comes near" not in run_cli("search", "price of oil products", "--json").err


@pytest.mark.parametrize(
    ("question", "instead"),
    [
        ("militray cooperaton", "military cooperation"),
        ("traety expcet", "treaty expect"),
    ],
)
def test_several_typing_errors_are_corrected_at_once(question: str, instead: str, port: Path) -> None:
    found, notes = asked(port, question)
    assert notes[0] == f"showing results for: {instead}"
    assert found == asked(port, instead)[0]


@pytest.mark.parametrize("word", ["past", "porch", "deer", "Iran"])
def test_a_known_word_is_never_corrected(word: str, port: Path) -> None:
    """A similar word does not replace it: past and port, porch and port, deer and deep."""
    _, notes = asked(port, word)
    assert not any(note.startswith("showing results") for note in notes)


def test_a_note_says_who_somebody_is(port: Path) -> None:
    assert asked(port, "who is Yury Yurev")[1][0] == "Yuri Yurev: Aide to the President of Aland"
    assert not any("Aide" in note for note in asked(port, "who met")[1])


def test_a_long_question_is_answered_as_fast_as_a_short_one(port: Path) -> None:
    """One has ten thousand words of the vocabulary, another repeats one word."""
    words = ["trade", "border", "teacher", "the", "переговоры", "музокирот"]
    assert asked(port, " ".join(words * 2_000)) is not None


def test_a_country_in_a_different_case_is_not_corrected(tmp_path: Path) -> None:
    """The search replaces it neither with another country nor with any other word."""
    answer = run_cli("--file", lake(tmp_path), "search", "инвестиции", "Китая")
    assert "showing results for" not in answer.err
    assert "'Китая' does not occur in the record" in answer.err


@pytest.mark.parametrize(
    "question",
    [
        "trade in the first nine months",
        "trade over three quarters",
        "товарооборот за 9 месяцев",
        "савдо дар нуҳ моҳ",
    ],
)
def test_months_counted_from_january_mean_the_period_up_to_the_last(question: str) -> None:
    found = [hit.id for hit in frozen_record().search(question)]
    assert found[0].endswith("january-september")


def test_a_volume_is_an_amount_and_not_an_increase() -> None:
    found = [hit.id for hit in frozen_record().search("volume of mutual trade January-September 2024")]
    assert found[0] in {"tass-trade-january-september", "trend-trade-january-september"}


TALKS = """
meeting: {id: talks, title: Talks, date: 2031-05-03, place: Aland}
sources: {gazette: {publisher: Gazette, language: en}}
topics: {talks: {label: Talks}}
statements:
  - {id: planned, kind: narration, phase: before, topics: [talks], text: The presidents are to meet on Monday., evidence: [{exact: Monday}]}
  - {id: former, kind: narration, phase: background, topics: [talks], text: The presidents met in January., evidence: [{exact: January}]}
  - {id: day, kind: narration, topics: [talks], text: The presidents held talks on 3 May., evidence: [{exact: 3 May}]}
  - {id: next, kind: narration, phase: before, topics: [talks], text: The presidents will meet on 7 June., evidence: [{exact: 7 June}]}
  - {id: resort, kind: narration, topics: [talks], text: The presidents dined at a mountain resort., evidence: [{exact: resort}]}
  - {id: right, kind: narration, topics: [talks], text: The ministers turned right along the river., evidence: [{exact: right}]}
  - {id: treaty, kind: narration, topics: [talks], text: The ministers signed a treaty., evidence: [{exact: a treaty}]}
  - {id: pupils, kind: narration, topics: [talks], text: Ministers visited pupils., evidence: [{exact: pupils}]}
"""


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with statements of all phases."""
    path = tmp_path_factory.mktemp("talks") / "talks.yaml"
    path.write_text(TALKS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "question",
    [
        "when was the meeting",
        "When did the meeting take place?",
        "когда состоялась встреча",
        "кай вохӯрӣ баргузор шуд",
    ],
)
def test_when_is_answered_by_the_date_of_the_meeting(question: str, talks: Path) -> None:
    """Announcements and background do not come before it, even if they contain the word `meet` itself."""
    assert asked(talks, question)[0][0] == "day"


def test_a_word_that_says_little_does_not_outweigh_one_that_says_much(talks: Path) -> None:
    """One statement has `right along`, the other `treaty`."""
    assert asked(talks, "right along the lines of the treaty")[0][0] == "treaty"


def test_a_word_that_does_not_occur_prefers_statements_about_related_things(talks: Path) -> None:
    """The notes still say that the word does not occur and that no statement contains all the words."""
    found, notes = asked(talks, "which hotel did the presidents choose")
    assert found[0] == "resort"
    assert notes[0] == "'hotel' does not occur in the record"
    assert notes[-1].startswith("no statement contains all the words")
    assert notes[-1].endswith("that contain some, or related words")


def test_a_question_without_any_known_word_finds_nothing(talks: Path) -> None:
    found, notes = asked(talks, "hotel")
    assert found == []
    assert notes == ["'hotel' does not occur in the record", "no statement contains any of these words"]


def test_a_long_form_in_cyrillic_is_not_corrected(talks: Path) -> None:
    """No list has all forms of Russian words: `приедет` is not `прилет`."""
    assert not any(note.startswith("showing results") for note in asked(talks, "президенты приедут")[1])


def test_a_verb_with_a_particle_does_not_match_the_particle(talks: Path) -> None:
    """`Agree` and `go along` mean the same; `along` does not."""
    found, _ = asked(talks, "did the ministers agree")
    assert found[0] != "right"


ENVOYS = """
meeting: {id: envoys, title: Talks, date: 2031-05-03, place: Aland}
sources: {gazette: {publisher: Gazette, language: en}}
speakers:
  falk: {name: Nora Falk, role: Ambassador of Aland}
  holm: {name: Per Holm, role: Minister of Transport}
  berg: {name: Liv Berg, role: Minister of Health}
topics: {talks: {label: Talks}}
statements:
  - {id: calm, kind: paraphrase, speaker: falk, topics: [talks], text: Falk called for calm., evidence: [{exact: calm}]}
  - {id: bridge, kind: paraphrase, speaker: holm, topics: [talks], text: Holm praised the new bridge., evidence: [{exact: bridge}]}
  - {id: rooms, kind: paraphrase, speaker: berg, topics: [talks], text: Berg counted the rooms of an embassy., evidence: [{exact: rooms}]}
  - {id: lantern, kind: narration, topics: [talks], text: A lantern lay in the hall., evidence: [{exact: lantern}]}
  - {id: violin, kind: narration, topics: [talks], text: A violin lay in the hall., evidence: [{exact: violin}]}
"""


@pytest.fixture(scope="module")
def envoys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with one ambassador and two ministers."""
    path = tmp_path_factory.mktemp("envoys") / "envoys.yaml"
    path.write_text(ENVOYS, encoding="utf-8")
    return path


@pytest.mark.parametrize("question", ["what did the ambassador say", "что сказал посол", "сафир чӣ гуфт"])
def test_an_office_that_one_speaker_holds_names_this_speaker(question: str, envoys: Path) -> None:
    assert asked(envoys, question)[0][0] == "calm"


def test_an_office_that_several_speakers_hold_names_all_of_them(envoys: Path) -> None:
    found, _ = asked(envoys, "what did the minister say")
    assert set(found[:2]) == {"bridge", "rooms"}


@pytest.mark.parametrize(
    "question",
    [
        "could you tell me about the bridge, please, or not",
        "I would like to know about the bridge",
        "скажите, пожалуйста, о bridge",
    ],
)
def test_phrases_that_only_frame_a_question_have_no_weight(question: str, envoys: Path) -> None:
    plain, _ = asked(envoys, "bridge")
    assert asked(envoys, question)[0] == plain
