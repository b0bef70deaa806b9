"""Speakers: each rule, sentence frames, dialogues and transcripts; unclear cases are reported as unclear."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.frozen import FROZEN, checker
from support.lake import run_cli
from support.tables import read, table

from tajikcli.documents import Document
from tajikcli.draft.read import read_draft
from tajikcli.proof.dialogue import speech_in
from tajikcli.proof.quotation import quotations
from tajikcli.proof.speakers.naming import Names
from tajikcli.proof.speakers.rules import RULES
from tajikcli.proof.speakers.sentence import read_sentence
from tajikcli.proof.speakers.transcript import turns
from tajikcli.proof.speakers.view import views

if TYPE_CHECKING:
    from pathlib import Path

    from tajikcli.proof.speakers.mention import Mention

STRANGERS = Names([], [])


@table("attributions.yaml", "text", "attributions")
def test_no_misattribution_passes_and_no_correct_attribution_raises_an_alarm(
    text: str, attributions: list[str]
) -> None:
    found = checker().check(Document("-", text, html=False))
    assert [one["attribution"] for one in found if one["finding"] == "quotation"] == attributions


@table("pronouns.yaml", "text", "speakers")
def test_a_pronoun_means_the_person_that_the_text_shows_or_nobody(
    text: str, speakers: list[str | None]
) -> None:
    found = checker().check(Document("-", text, html=False))
    told = [one["speaker"] for one in found if one["finding"] == "quotation"]
    assert [one and one.rsplit(None, 1)[-1] for one in told] == [
        one and one.rsplit(None, 1)[-1] for one in speakers
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("so king told us", ["king"]),
        ("So king told us", ["king"]),
        ("so the king told us", []),
        ("so king told Berg", ["berg"]),
        ("so an told us", []),
    ],
)
def test_a_name_needs_no_capital_if_no_word_around_it_has_one(text: str, named: list[str]) -> None:
    names = Names([("King", "king"), ("An", "an"), ("Berg", "berg")], [])
    words = text.split()
    assert [found[1] for at in range(len(words)) if (found := names.at(words, at))] == named


def decided(text: str) -> tuple[str, Mention]:
    """Return the rule that decides the speaker of the only quotation in a text, and its result."""
    paragraphs = read_draft(text, html=False).paragraphs
    (quotation,) = quotations(paragraphs)
    sentence = read_sentence(
        text[: quotation.start - 1] + "\ufffc" + text[quotation.end + 1 :], [quotation.text[-1]], STRANGERS
    )
    (view,) = views(sentence)
    return next((rule.__name__, found) for rule in RULES if (found := rule(view)) is not None)


@table("rules.yaml", "rule", "text", "who")
def test_each_rule_finds_the_speaker(rule: str, text: str, who: str | None) -> None:
    name, mention = decided(text)
    assert (name, mention.who) == (rule, who)


def test_every_rule_has_a_case() -> None:
    assert {row["rule"] for row in read("rules.yaml")} == {rule.__name__ for rule in RULES}


@table("dialogue.yaml", "text", "speech")
def test_speech_after_dashes_is_found(text: str, speech: list[str]) -> None:
    found = speech_in([text]).get(0, [])
    assert [text[start:end] for start, end in found] == speech


@table("transcripts.yaml", "text", "turns")
def test_turns_of_a_transcript_are_quotations_by_their_speakers(text: str, turns: list[list[str]]) -> None:
    found = checker().check(Document("-", text, html=False))
    assert [[one["speaker"], one["text"]] for one in found if one["finding"] == "quotation"] == turns


def test_a_text_without_speakers_on_record_is_not_a_transcript() -> None:
    paragraphs = read_draft("Anna Lind: We build.\n\nOla Berg: We do.", html=False).paragraphs
    assert turns(paragraphs, STRANGERS) == []


WOMAN = """
meeting: {id: hill-2031, title: Talks on a hill, date: 2031-05-04}
sources: {hill-news-2031-05-04: {publisher: Hill News, published: 2031-05-04, url: "https://example.org/hill", language: en}}
speakers:
  lind: {name: Anna Lind, role: President of Aland, gender: female}
  berg: {name: Ola Berg, role: President of Norway, gender: male}
topics: {ferry: {label: The ferry}}
statements:
  - {id: lind-ferry, kind: quote, speaker: lind, topics: [ferry], text: We build the ferry ourselves, source: hill-news-2031-05-04}
"""


def test_the_gender_on_record_shows_whom_a_pronoun_means(tmp_path: Path) -> None:
    record, draft = tmp_path / "hill.yaml", tmp_path / "draft.md"
    record.write_text(WOMAN, "utf-8")
    for pronoun, attribution in (("she", "agrees"), ("he", "differs")):
        draft.write_text(f"Berg met Lind. “We build the ferry ourselves,” {pronoun} said.", "utf-8")
        (found,) = json.loads(run_cli("--file", record, "check", draft, "--json").out)
        assert found["attribution"] == attribution


def test_unclear_findings_can_be_allowed(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("“Tajikistan is a reliable ally.” Rahmon somersaulted.", "utf-8")
    assert run_cli("--file", FROZEN, "check", draft).code == 1
    assert run_cli("--file", FROZEN, "check", draft, "--allow-unclear").code == 0
    draft.write_text("“Tajikistan is a reliable ally,” Rahmon said.", "utf-8")
    assert run_cli("--file", FROZEN, "check", draft, "--allow-unclear").code == 1
