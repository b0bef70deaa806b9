"""Questions of a draft: a draft is never treated as a record, and an answer has the same effect as a value in its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml
from support.lake import run_cli

from tajikcli.schemas import knowledge_schema

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
meeting: {id: pier-2031, title: Pier talks, date: 2031-05-03}
sources: {herald: {publisher: Harbour Herald, language: en}}
speakers: {orlova: {name: Vera Orlova}, berg: {name: Jon Berg}}
topics: {trade: {label: Trade}}
measures: {turnover: {label: Turnover}}
statements:
"""
QUOTE = "  - {id: orlova-glad, kind: quote, speaker: orlova, topics: [trade], text: We are glad}\n"
OF_BERG = QUOTE.replace("speaker: orlova", "speaker: berg")
FACT = """\
  - id: turnover
    kind: paraphrase
    speaker: orlova
    topics: [trade]
    figures: [{measure: turnover, value: 5, unit: EUR}]
    evidence: [{exact: grew to five euros}]
"""
TEXT = "    asks: [{field: text, question: In our words%s}]\n"


def draft(folder: Path, text: str) -> Path:
    path = folder / "draft.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    """Return the problems that lint reports, without the path."""
    return [
        f"{one['line']}:{one['column']}: {one['message']}" for one in run_cli("lint", path, "--json").json
    ]


def test_lint_lists_each_open_question_with_its_place_and_candidates(tmp_path: Path) -> None:
    """Lint lists every open question and exits with 1."""
    asks = (
        "    asks:\n      - {field: text, question: In our words}\n"
        "      - {field: when, question: When, candidates: [today, on Monday]}\n"
    )
    path = draft(tmp_path, HEAD + FACT + asks)
    assert problems(path) == [
        "14:9: open question about 'text': In our words",
        "15:9: open question about 'when': When [today, on Monday]",
    ]
    answer = run_cli("lint", path)
    assert (answer.code, answer.err) == (1, "tajik: 1 file checked: 2 open questions\n")


def test_lint_counts_errors_and_open_questions_separately(tmp_path: Path) -> None:
    """A draft without errors has none in the summary, and an error is not hidden among the questions."""
    path = draft(tmp_path, (HEAD + FACT + TEXT % "").replace("unit: EUR", "unt: EUR"))
    assert run_cli("lint", path).err == "tajik: 1 file checked: 1 error, 1 open question\n"


@pytest.mark.parametrize("words", ["facts", "search euros", "topics", "show turnover", "check --text glad"])
def test_every_query_refuses_a_draft_and_counts_its_questions(words: str, tmp_path: Path) -> None:
    """A query exits with 3, prints one line on stderr, and prints nothing on stdout."""
    path = draft(tmp_path, HEAD + FACT + TEXT % "" + FACT.replace("id: turnover", "id: again") + TEXT % "")
    answer = run_cli("--file", path, *words.split())
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.count("\n") == 1
    assert "2 questions are open" in answer.err
    assert f"{path}:13:12: " in answer.err


def test_a_draft_whose_questions_are_answered_is_a_record(tmp_path: Path) -> None:
    """Answers move to their fields: a text, a list, a path into a list, and a path into the head of the file."""
    head = "asks: [{field: meeting.place, question: Where?, answer: Pier 4}, {field: sources.herald.published, question: When, answer: 2031-05-04}]\n"
    fact = FACT.replace("    topics: [trade]\n", "").replace(
        "    evidence: [{exact: grew to five euros}]\n", ""
    )
    asks = """\
    asks:
      - {field: text, question: In our words, answer: "Orlova said turnover grew to 5 euros."}
      - {field: topics, question: About what?, answer: [trade]}
      - {field: figures.0.period, question: Of when?, answer: 2030}
      - {field: evidence, question: Which words?, answer: [grew to five euros]}
      - {field: links, question: Of which quote?, answer: part-of orlova-glad}
"""
    path = draft(tmp_path, head + HEAD + fact + asks + QUOTE)
    assert run_cli("lint", path).code == 0
    (fact_,) = run_cli("--file", path, "show", "turnover", "--json").json
    assert fact_["text"] == "Orlova said turnover grew to 5 euros."
    assert fact_["topics"] == ["trade"]
    assert fact_["figures"][0]["period"] == "2030"
    assert [one["exact"] for one in fact_["evidence"]] == ["grew to five euros"]
    assert fact_["links"][0]["as"] == "part-of"
    (meeting,) = run_cli("--file", path, "meetings", "--json").json
    assert meeting["place"] == "Pier 4"


def test_a_single_answer_is_enough_for_a_list(tmp_path: Path) -> None:
    """A single topic needs no brackets."""
    asks = "    asks: [{field: topics, question: About?, answer: trade}, {field: text, question: In our words, answer: It grew.}]\n"
    path = draft(tmp_path, HEAD + FACT.replace("    topics: [trade]\n", "") + asks)
    assert run_cli("lint", path).code == 0


@pytest.mark.parametrize(
    ("field", "answer", "told"),
    [
        ("speaker", "orlov", "unknown speaker 'orlov'; did you mean orlova?"),
        ("topics", "[trade, trde]", "unknown topic 'trde'; did you mean trade?"),
        ("said", "24.12.2024", "'said' is '24.12.2024'; expected an ISO 8601 date, as precise as the source"),
        ("figures.0.approx", "roughly", "'approx' is 'roughly'; expected one of"),
        (
            "evidence",
            "one two three four five six seven eight nine",
            "'exact' has 9 words; expected at most 8",
        ),
        (
            "links",
            "restates",
            "the answer is not a link; expected a relation and an id, such as 'restates trade-growth'",
        ),
        ("links", "restates nowhere", "unknown statement 'nowhere'"),
        ("when", "{a: b}", "the answer is a mapping; expected a text, or a list of texts"),
        ("when", "[today, tomorrow]", "the answer is a list; 'when' takes a text"),
        (
            "figures",
            "5 EUR",
            "the answer is not a figure; expected one question for each of its fields, such as 'figures.0.value'",
        ),
    ],
)
def test_an_answer_obeys_the_rules_of_its_field(field: str, answer: str, told: str, tmp_path: Path) -> None:
    """An answer obeys the rules of its field, and a fault is reported at the answer."""
    fact = "".join(
        line for line in FACT.splitlines(keepends=True) if not line.strip().startswith(f"{field}:")
    )
    asks = f"    text: It grew.\n    asks:\n      - field: {field}\n        question: What?\n        answer: {answer}\n"
    text = HEAD + fact + asks
    line = text.splitlines().index(f"        answer: {answer}") + 1
    found = problems(draft(tmp_path, text))
    assert [one for one in found if told in one and one.startswith(f"{line}:")], found


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("txt", "the question is about 'txt', which is not a field of a statement; did you mean 'text'?"),
        ("figures.1.period", "but there is no item 1; items are counted from 0"),
        ("figures.0.perod", "which is not a field of a figure; did you mean 'period'?"),
        ("links.0.to", "but 'links' is not in the file or has no fields"),
        ("text.0", "but 'text' is not in the file or has no fields"),
        ("was.0.x", "but 'was' is not in the file or has no fields"),
        ("asks", "which is not a field of a statement"),
        ("Text!", "'field' is 'Text!'; expected the field for the answer"),
        (f"figures.{'9' * 90}.unit", "but there is no item 999"),
        ("9" * 9_000, "has 9,000 characters"),
    ],
)
def test_a_question_about_no_field_is_a_fault(field: str, told: str, tmp_path: Path) -> None:
    """The fault is reported whether or not the question has an answer."""
    for answer in ("", ", answer: x"):
        asks = f"    text: It grew.\n    asks: [{{field: '{field}', question: What?{answer}}}]\n"
        found = problems(draft(tmp_path, HEAD + FACT + asks))
        assert [one for one in found if told in one], found


def test_an_open_question_causes_no_other_fault(tmp_path: Path) -> None:
    """An open question is reported in one line, and no rule also complains about its field."""
    paraphrase = "  - {id: a, kind: paraphrase, topics: [trade], text: It grew., evidence: [{exact: grew}], asks: [{field: speaker, question: Who?}]}\n"
    bare = "  - {id: b, topics: [trade], speaker: berg, asks: [{field: kind, question: Whose words?}, {field: text, question: Which?}, {field: evidence, question: Where?}]}\n"
    head = "asks: [{field: meeting.date, question: When}]\n" + HEAD.replace(", date: 2031-05-03", "")
    assert ["open question" in one for one in problems(draft(tmp_path, head + paraphrase + bare))] == [
        True
    ] * 5


@pytest.mark.parametrize(
    "asks", ["asks: []", "asks: text", "asks: [text]", "asks: [{field: text}]", "keywords: [a]"]
)
def test_a_missing_text_without_a_question_is_a_fault(asks: str, tmp_path: Path) -> None:
    """Deleting a question does not fill its field."""
    path = draft(tmp_path, HEAD + FACT + f"    {asks}\n" + FACT.replace("id: turnover", "id: again"))
    assert any("needs the key 'text'" in one for one in problems(path))
    assert run_cli("lint", path).code == 1


def test_an_empty_field_without_a_question_is_a_fault(tmp_path: Path) -> None:
    """A draft also writes optional keys that are empty, so that lint fails until somebody decides about them."""
    unsigned = QUOTE.replace("speaker: orlova", "speaker: ").rstrip("}\n")
    asked = draft(
        tmp_path,
        HEAD + unsigned + ", asks: [{field: speaker, question: Who?, candidates: [orlova, berg]}]}\n",
    )
    assert problems(asked) == ["7:90: open question about 'speaker': Who? [orlova, berg]"]
    answered = draft(
        tmp_path, HEAD + unsigned + ", asks: [{field: speaker, question: Who?, answer: berg}]}\n"
    )
    assert run_cli("--file", answered, "quotes", "--json").json[0]["speaker"] == "berg"
    deleted = draft(tmp_path, HEAD + unsigned + "}\n")
    assert run_cli("lint", deleted).code == 1


def test_a_question_may_leave_its_words_to_its_field(tmp_path: Path) -> None:
    """Lint then says what the field asks for; the question is as open as one with words."""
    path = draft(tmp_path, HEAD + FACT.replace("text:", "text: #", 1) + "    asks: [{field: text}]\n")
    assert (
        "open question about 'text': What does the source say, in your own words?"
        in run_cli("lint", path).out
    )
    assert run_cli("--file", path, "facts").code == 3


def test_one_question_may_ask_for_the_text_of_each_statement(tmp_path: Path) -> None:
    """It is open for each statement without a text, at the place for the text, and closed when all have one."""
    second = FACT.replace("id: turnover", "id: again")
    asks = "asks: [{field: statements.*.text}]\n"
    path = draft(tmp_path, asks + HEAD + OF_BERG + FACT + "    text:\n" + second)
    lines = (asks + HEAD + OF_BERG + FACT).count("\n") + 1
    told = "open question about 'text': What does the source say, in your own words?"
    assert problems(path) == [f"{lines}:5: {told}", f"{lines + 1}:5: {told}"]
    assert "2 questions are open" in run_cli("--file", path, "facts").err
    written = draft(tmp_path, asks + HEAD + OF_BERG + FACT + "    text: It grew.\n")
    assert run_cli("lint", written).code == 0
    assert run_cli("--file", written, "facts", "--json").json[0]["text"] == "It grew."
    deleted = draft(tmp_path, HEAD + OF_BERG + FACT + "    text:\n")
    assert run_cli("lint", deleted).code == 1


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("{field: statements.*.txt}", "did you mean 'text'?"),
        ("{field: statements.*.text, answer: It grew.}", "write each answer into its statement"),
        ("{field: statements.*}", "which has no fields"),
        ("{field: sources.*.title}", "is not in the file or has no fields"),
    ],
)
def test_a_question_about_each_statement_names_one_key(ask: str, told: str, tmp_path: Path) -> None:
    """Another form of it is a fault, in one line."""
    path = draft(tmp_path, f"asks: [{ask}]\n" + HEAD + OF_BERG + FACT + "    text: It grew.\n")
    found = problems(path)
    assert len(found) == 1, found
    assert told in found[0], found


def test_two_values_for_one_field_are_a_fault(tmp_path: Path) -> None:
    """A field may repeat the value of its answer; an open question beside a value is also reported."""
    for answer, code in (("orlova", 0), ("berg", 1), ("", 1)):
        asks = f", asks: [{{field: speaker, question: Who?, answer: {answer}}}]}}\n"
        path = draft(tmp_path, HEAD + QUOTE.rstrip("}\n") + asks)
        assert run_cli("lint", path).code == code, answer
    assert "'speaker' has a value: if it is right, remove the question" in problems(path)[1]


def test_the_schema_knows_a_question_about_each_statement() -> None:
    """With it, a statement may lack its text; without it, none may."""
    value: Any = yaml.load(HEAD + FACT, Loader=yaml.SafeLoader)
    value["meeting"]["date"] = "2031-05-03"
    validator = jsonschema.Draft202012Validator(knowledge_schema())
    assert not validator.is_valid(value)
    value["asks"] = [{"field": "statements.*.text", "answer": "-"}]
    assert validator.is_valid(value)
    del value["statements"][0]["id"]
    assert not validator.is_valid(value)


def test_a_comment_is_never_data(tmp_path: Path) -> None:
    """A comment has no effect, whatever it says."""
    path = draft(tmp_path, HEAD + QUOTE + "    # asks: [{field: text, question: In our words}]\n# text: no\n")
    assert run_cli("lint", path).code == 0


@pytest.mark.parametrize(
    ("asks", "fits"),
    [
        ("[{field: text, question: In our words, answer: It grew.}]", True),
        ("[{field: text, question: In our words, answer: [It grew.]}]", True),
        ("[{field: text, question: In our words, answer: }]", False),
        ("[{field: text, question: In our words}]", False),
        ("[{field: when, question: When, answer: today}]", False),
        ("[{field: text, answer: It grew.}]", True),
        ("[{field: text}]", False),
        ("[{question: In our words, answer: It grew.}]", False),
        ("[]", False),
    ],
)
def test_the_schema_knows_questions(asks: str, fits: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a table's column
    """An editor underlines open questions, and a missing text that has no question."""
    text = HEAD + FACT + f"    asks: {asks}\n"
    value: Any = yaml.load(text, Loader=yaml.SafeLoader)
    value["meeting"]["date"] = "2031-05-03"
    validator = jsonschema.Draft202012Validator(knowledge_schema())
    assert validator.is_valid(value) == fits
    del value["meeting"]["date"]
    assert not validator.is_valid(value)
    value["asks"] = [{"field": "meeting.date", "question": "When?", "answer": "2031-05-03"}]
    assert validator.is_valid(value) == fits
    del value["sources"]["herald"]["publisher"]
    assert not validator.is_valid(value)
    assert tmp_path.exists()


def test_a_fact_that_rests_on_a_quote_has_the_speaker_of_the_quote(tmp_path: Path) -> None:
    """A draft asks for the speaker once, at the quote; until it is answered, the fact is no further fault."""
    fact = FACT.replace("    speaker: orlova\n", "    text: Orlova said turnover grew to 5 euros.\n")
    fact += "    links: [{to: orlova-glad, as: part-of}]\n"
    quote = QUOTE.replace("speaker: orlova", "asks: [{field: speaker}]")
    asked = draft(tmp_path, HEAD + fact + quote)
    assert run_cli("lint", asked).err == "tajik: 1 file checked: 1 open question\n"
    path = draft(tmp_path, HEAD + fact + quote.replace("field: speaker", "field: speaker, answer: orlova"))
    assert run_cli("lint", path).code == 0
    (shown,) = run_cli("--file", path, "show", "turnover", "--json").json
    assert shown["speaker"] == "orlova"
