"""Words of a question that stand for something else than their letters say: mistyped names, sides of a meeting, words of two languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.lake import run_cli
from support.tables import read

from tajikcli.repository.rows import open_rows

SOCHI = Path(__file__).parent / "records" / "sochi-2023.yaml"
RECORD = """
meeting: {id: fjord-2031, title: Talks between Vera Orlova and Jon Berg, date: 2031-05-03, place: "Bergen, Norway"}
sources: {gazette: {publisher: Fjord Gazette, language: en}}
speakers:
  berg: {name: Jon Berg, role: Prime Minister of Norway}
  orlova: {name: Vera Orlova, role: President of Finland}
  aide: {name: Tom Lund, role: Adviser to the Prime Minister of Norway}
topics: {talks: {label: Talks}}
statements:
  - {id: host, kind: paraphrase, topics: [talks], speaker: berg, text: Berg said the fishery is in good order., evidence: [{exact: order}]}
  - {id: guest, kind: paraphrase, topics: [talks], speaker: orlova, text: Orlova said the fishery is in good order., evidence: [{exact: order}]}
  - {id: aide, kind: paraphrase, topics: [talks], speaker: aide, text: Lund said the fishery is in good order., evidence: [{exact: order}]}
  - {id: water, kind: narration, topics: [talks], text: The water of the fjord is clean., evidence: [{exact: clean}]}
  - {id: school, kind: narration, topics: [talks], text: The education of pilots was discussed., evidence: [{exact: pilots}]}
"""


@pytest.fixture(scope="module")
def fjord(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of a meeting whose place is in the country of one speaker."""
    path = tmp_path_factory.mktemp("fjord") / "fjord.yaml"
    path.write_text(RECORD, encoding="utf-8")
    return path


def first(path: Path, question: str) -> str:
    """Return the id of the best match."""
    answer = run_cli("--file", path, "search", question, "--json")
    assert answer.code == 0, answer.err
    return str(answer.json[0]["id"])


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("what did the host say about the fishery", "host"),
        ("what did the visitor say about the fishery", "guest"),
        ("the guest told his host about the fishery", "guest"),
        ("что сказал гость о рыболовстве", "guest"),
        ("мизбон дар бораи моҳидорӣ чӣ гуфт", "host"),
    ],
)
def test_the_host_comes_from_the_country_of_the_meeting(question: str, best: str, fjord: Path) -> None:
    """The first of both is the one who speaks, and an adviser whom the title does not name is neither."""
    assert first(fjord, question) == best


def test_without_a_place_in_the_country_of_a_speaker_nobody_is_the_host(fjord: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(RECORD.replace("Bergen, Norway", "Kazan, Russia"), encoding="utf-8")
    answer = run_cli("--file", elsewhere, "search", "fjord host")
    assert "'host' does not occur in the record" in answer.err
    assert "does not occur" not in run_cli("--file", fjord, "search", "fishery host").err


def test_a_noun_of_tajik_is_heard_although_russian_has_it_as_a_preposition(fjord: Path) -> None:
    assert first(fjord, "Оё дар бораи об баҳс карданд?") == "water"
    answer = run_cli("--file", fjord, "search", "говорили об образовании")
    assert answer.code == 0
    assert "school" in answer.out
    assert "water" not in answer.out


@pytest.mark.parametrize("question", ["Путен", "Путену", "Пытин"])
def test_a_mistyped_name_is_not_taken_for_another_word_with_its_stem(question: str) -> None:
    """A stemmer cuts the first to the stem of the Russian word for a way."""
    assert run_cli("search", question).err.startswith("tajik: showing results for: Путин\n")


@pytest.mark.parametrize("question", ["путем", "пути", "Путина", "Путники", "Путину"])
def test_forms_of_other_words_and_of_the_name_itself_are_not_corrected(question: str) -> None:
    assert "showing results for" not in run_cli("search", question).err


@pytest.mark.parametrize("word", ["билет", "туда", "хотят", "чизе", "сделать", "лиры"])
def test_a_short_word_of_a_script_without_a_list_of_words_is_rarely_mistyped(word: str) -> None:
    """These words differ by one letter from words of the vocabulary (`балет`), but not by a slip."""
    assert run_cli("search", word).err.startswith(f"tajik: '{word}' does not occur in the record\n")


@pytest.mark.parametrize(
    ("word", "instead"),
    [("росии", "россии"), ("квоата", "квота"), ("квтоа", "квота"), ("инвистиции", "инвестиции")],
)
def test_a_letter_too_many_a_swap_and_a_letter_that_sounds_alike_are_slips(word: str, instead: str) -> None:
    assert run_cli("search", word).err.startswith(f"tajik: showing results for: {instead}\n")


def test_a_correction_is_the_form_that_is_nearest_to_what_was_typed() -> None:
    answer = run_cli("search", "Teachrs", "quoota")
    assert answer.err.startswith("tajik: showing results for: Teachers quota\n")


def test_a_verb_and_its_preposition_are_told_if_no_statement_has_their_meaning() -> None:
    """Without them, all statements about Rahmon would have all the words."""
    answer = run_cli("search", "who came with Rahmon")
    assert answer.err.splitlines()[-1].startswith("tajik: no statement contains all the words")
    hits = run_cli("--file", SOCHI, "search", "who came with Erdogan", "--json").json
    assert hits[0]["id"] == "so-emine"


@pytest.mark.parametrize("question", ["has commerce gone up", "by what margin did commerce go up"])
def test_words_without_weight_may_mean_something_together(question: str) -> None:
    """`Go` and `up` say nothing alone, but `go up` is a rise."""
    hits = run_cli("search", question, "--json").json
    assert "growth" in hits[0]["id"]


HALLS = """
meeting: {id: halls, title: Talks, date: 2031-05-03, place: "Ulvik, Norway"}
sources: {gazette: {publisher: Gazette, language: en}}
topics: {talks: {label: Talks}}
statements:
  - {id: oslo, kind: narration, topics: [talks], text: The ministers had talks in Oslo before the talks of the presidents., evidence: [{exact: Oslo}]}
  - {id: ulvik, kind: narration, topics: [talks], text: The presidents met in Ulvik shortly after noon., evidence: [{exact: Ulvik}]}
  - {id: hours, kind: narration, topics: [talks], text: The presidents met for three hours., evidence: [{exact: three hours}]}
  - {id: year, kind: narration, topics: [talks], text: The presidents also met in the year 2030., evidence: [{exact: "2030"}]}
"""


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("where did the meeting take place", "ulvik"),
        ("где прошла встреча", "ulvik"),
        ("мулоқот дар куҷо баргузор шуд", "ulvik"),
        ("how long did the presidents meet", "hours"),
        ("сколько длилась встреча", "hours"),
        ("вохӯрӣ чӣ қадар давом кард", "hours"),
    ],
)
def test_a_question_about_the_meeting_itself_is_answered_by_its_place_and_length(
    question: str, best: str, tmp_path: Path
) -> None:
    """A town that no list has is a place if the record says that the meeting is there, and a year is no length."""
    path = tmp_path / "halls.yaml"
    path.write_text(HALLS, encoding="utf-8")
    assert first(path, question) == best


def test_how_much_more_asks_for_a_change() -> None:
    hits = run_cli("search", "how much more did the two countries trade", "--json").json
    assert "growth" in hits[0]["id"]


def test_a_verb_in_the_present_is_no_typing_error(fjord: Path) -> None:
    """Its stem lacks the suffix of the infinitive, which is in the vocabulary."""
    answer = run_cli("--file", fjord, "search", "что Берг экспортирует")
    assert "showing results for" not in answer.err
    assert "'экспортирует' does not occur in the record" in answer.err


def test_a_statement_with_a_rare_sense_of_a_word_is_not_presented_as_its_answer(tmp_path: Path) -> None:
    rows = read("rare_senses.yaml")
    path = tmp_path / "senses.yaml"
    texts = list(dict.fromkeys(text for _, text in rows))
    said = "".join(
        f"  - {{id: s{number}, kind: narration, topics: [talks], text: {text}, evidence: [{{exact: home}}]}}\n"
        for number, text in enumerate(texts)
    )
    path.write_text(HALLS.partition("  - ")[0] + said, encoding="utf-8")
    wrong = []
    with open_rows([str(path)]) as record:
        for word, text in rows:
            found = record.found(word, record.query(limit=len(texts)))
            ids = [hit["id"] for hit in found.hits.rows()][: found.complete]
            if f"s{texts.index(text)}" in ids:
                wrong.append((word, text))
    assert wrong == []
