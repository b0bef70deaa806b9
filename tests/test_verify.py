"""`tajik verify`: words that a source still contains, words that have changed, and sentences that are not on record."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import pytest
from support.contract import validator_of
from support.lake import run_cli

from tajikcli.proof.evidence import SourceText, normalise

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """\
Trade has grown by almost a fifth, officials said. The figures were shared by President Orlova.

“We are satisfied with how our trade develops – slowly, yet surely,” Orlova said. It rained.

The next talks are due in 2032. “Bring [warm] boats,” somebody joked.
"""
RECORD = """\
meeting: {id: lake-2031, title: Lake talks, date: 2031-05-03}
sources:
  herald: {title: Talks at the lake, publisher: Harbour Herald, language: en}
  other: {publisher: Other Post, language: en}
speakers:
  orlova: {name: Vera Orlova}
statements:
  - id: growth
    kind: narration
    text: Trade went up.
    evidence: [{exact: grown by almost a fifth}, {exact: shared by President Orlova}]
  - {id: words, kind: quote, speaker: orlova, text: "We are satisfied with how our trade develops – slowly, yet surely"}
  - {id: boats, kind: quote, speaker: orlova, text: "Bring [warm] boats"}
"""


@pytest.fixture
def verified(tmp_path: Path) -> Any:
    """Verify a text against the invented record, and return the exit code and the report."""
    record = tmp_path / "record.yaml"
    record.write_text(RECORD, encoding="utf-8")

    def verify(text: str, *options: str, name: str = "source.txt") -> tuple[int, Any]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        answer = run_cli("--file", record, "verify", "herald", path, "--json", *options)
        return answer.code, answer.json

    return verify


def statuses(report: Any) -> dict[str, str]:
    return {told["id"]: told["status"] for told in report["statements"]}


def test_words_that_the_source_still_contains_are_found(verified: Any) -> None:
    """The command exits with 0, and lists sentences without a statement, those with numbers first."""
    code, report = verified(SOURCE)
    assert code == 0
    assert statuses(report) == {"growth": "found", "words": "found", "boats": "found"}
    assert report["uncovered"] == [
        {"paragraph": 3, "sentence": 1, "text": "The next talks are due in 2032."},
        {"paragraph": 2, "sentence": 2, "text": "It rained."},
    ]
    assert report["coverage"] == 66.7
    validator_of("verify").validate(report)


@pytest.mark.parametrize(
    ("old", "new"),
    [("“", "«"), ("”", '"'), ("–", "—"), (" by almost", "\n  by\u00a0almost"), ("\n\n", "\n\n\n\n")],
)
def test_marks_dashes_and_white_space_do_not_matter(verified: Any, old: str, new: str) -> None:
    """A text whose typography differs is not a different edition."""
    code, report = verified(SOURCE.replace(old, new))
    assert code == 0
    assert set(statuses(report).values()) == {"found"}


def test_paragraphs_may_move(verified: Any) -> None:
    """Words are found at any position."""
    assert verified("\n\n".join(reversed(SOURCE.split("\n\n"))))[0] == 0


@pytest.mark.parametrize(
    ("old", "new", "changed", "now"),
    [
        ("almost a fifth", "almost a third", "growth", "grown by almost a third"),
        ("President Orlova", "President Orlov", "growth", "shared by President Orlov"),
        (
            "yet surely",
            "but surely",
            "words",
            "We are satisfied with how our trade develops - slowly, but surely",
        ),
        ("[warm]", "(warm)", "boats", "Bring (warm) boats"),
    ],
)
def test_changed_words_are_reported_with_the_current_ones(
    verified: Any, old: str, new: str, changed: str, now: str
) -> None:
    """Brackets and every letter count, and the exit code is 1."""
    code, report = verified(SOURCE.replace(old, new))
    assert code == 1
    (told,) = [told for told in report["statements"] if told["status"] == "changed"]
    assert (told["id"], told["nearest"]) == (changed, now)


def test_an_added_negation_is_shown(tmp_path: Path) -> None:
    """The report does not show a passage of other statements, and does not cut off the important word."""
    record, source = tmp_path / "record.yaml", tmp_path / "source.txt"
    record.write_text(
        RECORD
        + "  - {id: ally, kind: narration, text: x, evidence: [{exact: Aland is a reliable ally}]}\n"
        + "  - {id: other, kind: narration, text: y, evidence: [{exact: Aland is reliable ally}]}\n"
        + "  - {id: agree, kind: narration, text: z, evidence: [{exact: I completely agree with you}]}\n",
        encoding="utf-8",
    )
    text = (
        SOURCE
        + "\n\nHe said Aland is not a reliable ally. Aland is reliable ally, they said. I do not completely agree with you.\n"
    )
    source.write_text(text, encoding="utf-8")
    report = run_cli("--file", record, "verify", "herald", source, "--json").json
    told = {one["id"]: (one["status"], one["nearest"]) for one in report["statements"]}
    assert told["ally"] == ("changed", "Aland is not a reliable ally")
    assert told["agree"] == ("changed", "I do not completely agree with you")
    assert told["other"] == ("found", None)
    assert "He said Aland is not a reliable ally." in [left["text"] for left in report["uncovered"]]
    source.write_text(SOURCE + "\n\nAland is reliable ally, they said.\n", encoding="utf-8")
    report = run_cli("--file", record, "verify", "herald", source, "--json").json
    assert {one["id"]: one["status"] for one in report["statements"]}["ally"] == "lost"


def test_words_that_are_gone_are_lost(verified: Any) -> None:
    """If nothing similar is left, the exit code is 1, and there are no nearest words."""
    code, report = verified(SOURCE.replace("“Bring [warm] boats,” somebody joked.", ""))
    assert code == 1
    assert statuses(report)["boats"] == "lost"
    assert report["statements"][2]["nearest"] is None


def test_a_word_is_not_found_inside_another() -> None:
    """`172` does not contain `72`, and `really` does not contain `ally`."""
    text = SourceText("It is really 172 or 725.")
    assert text.find("72") == []
    assert text.find("ally") == []
    assert len(text.find("172 or")) == 1


def test_complete_makes_a_gap_a_fault(verified: Any) -> None:
    """This is for records that must cover every sentence."""
    assert verified(SOURCE, "--complete")[0] == 1
    covered = SOURCE.replace("It rained.", "").replace("The next talks are due in 2032. ", "")
    assert verified(covered, "--complete")[0] == 0


def test_the_edition_is_recognised_by_its_digest(tmp_path: Path) -> None:
    """It is unpinned with a line to paste, then the same, then different."""
    record, source = tmp_path / "record.yaml", tmp_path / "source.txt"
    record.write_text(RECORD, encoding="utf-8")
    source.write_text(SOURCE, encoding="utf-8")
    first = run_cli("--file", record, "verify", "herald", source, "--json")
    assert first.json["edition"] == "unpinned"
    digest = first.err.split("digest: ")[1].strip()
    assert digest == SourceText(SOURCE).digest
    record.write_text(
        RECORD.replace("Herald, language", f"Herald, digest: '{digest}', language"), encoding="utf-8"
    )
    assert run_cli("--file", record, "verify", "herald", source, "--json").json["edition"] == "same"
    source.write_text(SOURCE.replace("rained", "snowed"), encoding="utf-8")
    other = run_cli("--file", record, "verify", "herald", source, "--json")
    assert (other.code, other.json["edition"]) == (0, "differs")


def test_only_the_article_of_a_page_counts(verified: Any) -> None:
    """The text is that of a browser's reader view."""
    paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in SOURCE.split("\n\n"))
    page = (
        "<html><head><title>Herald</title><script>var x = 1;</script></head><body><nav><ul><li><a href='/'>Start 2031</a></li>"
        f"<li><a href='/news'>News</a></li></ul></nav><main><article>{paragraphs}</article></main>"
        "<footer>Subscribe to 12 newsletters</footer></body></html>"
    )
    code, report = verified(page, name="page.html")
    assert code == 0
    assert [left["text"] for left in report["uncovered"]] == ["The next talks are due in 2032.", "It rained."]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"%PDF-1.4", "this is a PDF"), (b"\xff\xd8\xff\xe0", "a picture"), (b"  \n", "it is empty")],
)
def test_a_file_that_is_not_text_is_a_clear_error(content: bytes, told: str, tmp_path: Path) -> None:
    """There is one line on stderr, and the exit code is 3."""
    path = tmp_path / "source"
    path.write_bytes(content)
    answer = run_cli("verify", "asia-plus", path)
    assert (answer.code, answer.out) == (3, "")
    assert told in answer.err


def test_both_sides_are_normalised_in_the_same_way() -> None:
    """This covers composed and decomposed letters, marks, dashes and white space; brackets stay."""
    assert normalise("«Ё»\u00a0–  [e\u0308]") == "'Ё' - [ë]"


def test_the_page_shows_what_changed(tmp_path: Path) -> None:
    """A reader sees both wordings and the count."""
    record, source = tmp_path / "record.yaml", tmp_path / "source.txt"
    record.write_text(RECORD, encoding="utf-8")
    source.write_text(SOURCE.replace("a fifth", "a third"), encoding="utf-8")
    page = run_cli("--file", record, "verify", "herald", source, "--format", "table").out
    for part in (
        "on record  grown by almost a fifth",
        "now        grown by almost a third",
        "2 of 3 statements found",
    ):
        assert part in page


@pytest.mark.parametrize("name", ["Vera Orlova", "V. Orlova"])
def test_a_stub_of_new_words_names_the_speaker_on_record(name: str, tmp_path: Path) -> None:
    """The full name of a speaker on record beside a quotation does not add another speaker."""
    record, article = tmp_path / "record.yaml", tmp_path / "article.txt"
    record.write_text(RECORD, encoding="utf-8")
    article.write_text(
        f'{name} told Berg she was "ready to discuss matters". Trade grew, according to Orlova.',
        encoding="utf-8",
    )
    stubs = run_cli("--file", record, "verify", "herald", article, "--stubs").out
    assert "speaker: orlova\n" in stubs
    assert "orlova-2" not in stubs
    assert "name:" not in stubs
