"""`tajik check`: altered words never pass as verbatim, and the words on record support every verdict."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.frozen import checker, frozen_record
from support.lake import LAKE, run_cli
from support.tables import table

from tajikcli.documents import Document
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from tajikcli.model.rows import Finding

QUOTES = frozen_record().quotes()


def judged(words: str) -> Finding:
    (finding,) = checker().check_words(words)
    return finding


def found(text: str, *, html: bool = False) -> list[Finding]:
    return checker().check(Document("-", text, html))


@table("verdicts.yaml", "words", "verdict", "statement")
def test_the_verdict_is_the_first_that_applies(words: str, verdict: str, statement: str | None) -> None:
    """Every word counts; white space, punctuation and the case of the first letter do not."""
    finding = judged(words)
    assert (finding["verdict"], finding["statement"]) == (verdict, statement)


def test_words_that_differ_are_shown_side_by_side() -> None:
    """The finding shows which words have to change."""
    finding = judged("Tajikistan ranks third among our trade and economic partners")
    assert (
        finding["record_text"]
        == "The Russian Federation ranks first among Tajikistan's trade and economic partners"
    )
    assert finding["differences"] == [
        {"text": "Tajikistan", "record": "Federation"},
        {"text": "third", "record": "first"},
        {"text": "our", "record": "Tajikistan's"},
    ]


fragments = st.sampled_from(QUOTES).flatmap(
    lambda quote: st.tuples(
        st.just(quote),
        st.integers(0, max(0, len(quote.text.split()) - 3)).flatmap(
            lambda start: st.tuples(st.just(start), st.integers(start + 3, start + 25))
        ),
    )
)


@settings(max_examples=150)
@given(fragments)
def test_any_run_of_words_of_a_quote_is_verbatim(fragment: tuple[Any, tuple[int, int]]) -> None:
    """No true quotation gets a false verdict, and no quotation of three or more words is too short.

    It is unclear only if its sentence has more words, some of which change the meaning.
    """
    quote, (start, end) = fragment
    words = quote.text.split()[start:end]
    verdicts = (
        {"verbatim"} if len([word for word in words if word[:1].isalnum()]) > 2 else {"verbatim", "too_short"}
    )
    finding = judged(" ".join(words))
    around = re.split(r"(?<=[.;:])\s", quote.text)
    whole = any(" ".join(words).strip(".;:") == sentence.strip(".;:") for sentence in around)
    if finding["verdict"] == "unclear" and not whole:
        assert TURNING.search(finding["differences"][0]["record"])
        return
    assert finding["verdict"] in verdicts


# The words in the frozen record's quotes that may change the meaning of words beside them, as a person reads them.
TURNING = re.compile(
    r"\b(?:not|never|stop|two|too|little|few|about|only|a small|1,000|first|albeit|generally|слишком|мало|all|some)\b",
    re.IGNORECASE,
)
# Words as a reader sees them, which are runs of letters and digits; this does not depend on the code under
# test.
PLAIN_WORDS = re.compile(r"\w+")


def stands_on_record(text: str) -> bool:
    """Return whether a quote on record has the words of a text in a row, using a separate regular expression."""
    mine = f" {' '.join(PLAIN_WORDS.findall(text))} "
    mine = mine[:2].casefold() + mine[2:]
    for quote in QUOTES:
        theirs = PLAIN_WORDS.findall(quote.text)
        for place in range(len(theirs)):
            rest = f" {' '.join(theirs[place:])} "
            if (rest[:2].casefold() + rest[2:]).startswith(mine):
                return True
    return False


@settings(max_examples=300)
@given(fragments, st.data())
def test_no_altered_quotation_is_ever_verbatim(
    fragment: tuple[Any, tuple[int, int]], data: st.DataObject
) -> None:
    """With a word replaced, added, left out or moved, a text is verbatim only if the record has these words in order."""
    quote, (start, end) = fragment
    words = quote.text.split()[start:end]
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(
        st.sampled_from(["not", "never", "first", "third", "10,000", "Russia", "не", "a", "[x]", "…"])
    )
    how = data.draw(st.sampled_from(["replace", "insert", "drop", "swap"]))
    if how == "replace":
        words[place] = other
    elif how == "insert":
        words.insert(place, other)
    elif how == "drop":
        del words[place]
    else:
        words.insert(0, words.pop(place))
    text = " ".join(words)
    assert judged(text)["verdict"] != "verbatim" or stands_on_record(text)


@table("quotations.yaml", "text", "quoted")
def test_quotations_are_found_by_their_marks(text: str, quoted: list[str]) -> None:
    """Four conventions of marks, nested quotations, several paragraphs and block quotes are found; apostrophes are not."""
    assert [one["text"] for one in found(text)] == quoted


@table("predicates.yaml", "text", "verdict")
def test_words_about_another_country_or_denied_words_are_unclear(text: str, verdict: str) -> None:
    assert [one["verdict"] for one in found(text)] == [verdict]


PAGES = [
    ("<p>He said <q>one two three</q> &amp; left.</p>", ["one two three"]),
    ("<p>He said &ldquo;one <b>two</b> three&rdquo;.</p>", ["one two three"]),
    ("<blockquote><p>One two three.</p><cite>Vladimir Putin</cite></blockquote>", ["One two three."]),
    ("<nav>“one two three”</nav><script>“one two three”</script><p>“four five six”</p>", ["four five six"]),
    ("<p>“one two<br>three”</p>", ["one two three"]),
    ("<p>“one two three</p><p>“four five six”</p>", ["one two three four five six"]),
]


@pytest.mark.parametrize(("page", "quoted"), PAGES, ids=[page for page, _ in PAGES])
def test_quotations_of_a_page_are_found(page: str, quoted: list[str]) -> None:
    """The visible text of HTML counts, including <q> and <blockquote>."""
    assert [one["text"] for one in found(page, html=True)] == quoted


def test_quotations_inside_an_unknown_quotation_are_judged_too() -> None:
    """An altered quotation inside an invented one gets a verdict and its own speaker."""
    text = "Putin said: “Everyone heard Rahmon say ‘Russia is Tajikistan’s main strategic rival’ last week.”"
    outer, inner = found(text)
    assert (outer["verdict"], outer["speaker"]) == ("not_found", "putin")
    assert (inner["verdict"], inner["speaker"], inner["column"]) == ("altered", "rahmon", 41)


def test_a_block_quote_belongs_to_the_person_who_signs_it() -> None:
    """A name below a block quote, or in <cite>, names the speaker."""
    words = "Tajikistan is a reliable ally"
    assert found(f"> {words}\n> — Vladimir Putin")[0]["attribution"] == "agrees"
    assert found(f"> {words}\n> — Emomali Rahmon")[0]["attribution"] == "differs"
    for marks in ("", '"'):
        for cited in (
            "Emomali Rahmon",
            "— <cite>Emomali Rahmon, Igora</cite>",
            "Rahmon in <cite>TASS</cite>, 2024",
        ):
            page = f"<blockquote><p>{marks}{words}{marks}</p><footer>{cited}</footer></blockquote>"
            (one,) = found(page, html=True)
            assert one["attribution"] == "differs"


def test_line_and_column_are_those_of_the_file() -> None:
    """An editor can jump to the words."""
    (one,) = found("A line.\n\nThen **he** said\n“a reliable ally and a strong economic partner”.")
    assert (one["line"], one["column"]) == (4, 2)
    (one,) = found("<html>\n<p>&nbsp;He said\n  &laquo;one two three&raquo;", html=True)
    assert (one["line"], one["column"]) == (3, 10)


def test_a_missing_closing_mark_is_reported_with_its_line(tmp_path: Path) -> None:
    """An unclosed quotation is reported, and judged up to the end that its sentence shows."""
    draft = tmp_path / "draft.md"
    draft.write_text('One.\n\n"Our relations are very constructive, Putin said.\n', encoding="utf-8")
    answer = run_cli("check", str(draft), "--json")
    assert f"{draft}:3:1: the closing quotation mark is missing" in answer.err
    assert [(one["text"], one["verdict"]) for one in answer.json] == [
        ("Our relations are very constructive", "verbatim")
    ]


def test_a_speaker_other_than_the_one_on_record_is_reported() -> None:
    """The right words from the wrong speaker are a fault."""
    (one,) = found("“Tajikistan is a reliable ally,” Rahmon said.")
    assert (one["verdict"], one["speaker"], one["attribution"]) == ("verbatim", "rahmon", "differs")
    (one,) = found("“Tajikistan is a reliable ally,” Sergei Lavrov said.")
    assert (one["verdict"], one["speaker"], one["attribution"]) == ("verbatim", "Sergei Lavrov", "differs")
    (one,) = found("“Tajikistan is a reliable ally.”")
    assert (one["speaker"], one["attribution"]) == (None, "unnamed")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("“Tajikistan is a reliable ally,” Putin said.", 0),
        ("“Tajikistan is a reliable ally.”", 0),
        ("“I know you often … criticize us,” Putin said.", 0),
        ("It was “so so”. Trade grew by 10.1 percent.", 0),
        ("Nothing to check.", 0),
        ("“Tajikistan is a reliable friend,” Putin said.", 1),
        ("“Tajikistan is a reliable ally,” Rahmon said.", 1),
        ("“The moon is made of cheese,” Putin said.", 1),
        ("“Putin and Rahmon last met in November at the summit in Astana,” he said.", 1),
        ("Trade grew by 30 percent.", 1),
    ],
)
def test_the_exit_code_says_whether_the_text_has_faults(text: str, code: int, tmp_path: Path) -> None:
    """For a pre-commit hook, it is 1 if words, a speaker or a figure are not as on record."""
    draft = tmp_path / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    assert run_cli("check", str(draft)).code == code


@pytest.mark.parametrize(
    ("figures", "summary"),
    [
        ("Trade grew by 30 percent. Trade grew by almost 20 percent.", "2 figures: 1 agrees, 1 differs"),
        ("Trade grew by 30 percent. Trade grew by 40 percent.", "2 figures: 2 differ"),
        ("Trade grew by almost 20 percent. Teachers will go from 72 to 82.", "2 figures: 2 agree"),
    ],
)
def test_the_summary_has_a_plural_verb_for_several_figures(
    figures: str, summary: str, tmp_path: Path
) -> None:
    """The verdict of one figure is its name."""
    draft = tmp_path / "draft.txt"
    draft.write_text(figures, encoding="utf-8")
    assert summary in run_cli("check", str(draft)).err


def test_a_finding_stays_accepted_until_its_words_change(tmp_path: Path) -> None:
    """A baseline is the output of check: it accepts the same finding at any position, and no other finding."""
    draft, kept = tmp_path / "draft.md", tmp_path / "accepted.jsonl"
    draft.write_text(
        "They were “chosen by chance”, he said. “Tajikistan is a reliable foe.”", encoding="utf-8"
    )
    answer = run_cli("check", draft, "--format", "jsonl")
    assert (answer.code, len(answer.out.splitlines())) == (1, 2)
    kept.write_text(answer.out, encoding="utf-8")
    assert run_cli("check", draft, "--baseline", kept).code == 0
    draft.write_text("New. " + draft.read_text(encoding="utf-8"), encoding="utf-8")
    answer = run_cli("check", draft, "--baseline", kept, "--json")
    assert (answer.code, [one["accepted"] for one in answer.json]) == (0, [True, True])
    assert "2 accepted by the baseline" in answer.err
    assert run_cli("check", draft, "--baseline", kept, "--format", "github").out == ""
    assert "(accepted)" in run_cli("check", draft, "--baseline", kept, "--format", "table").out
    draft.write_text("They were “chosen by chance”, Rahmon said.", encoding="utf-8")  # another speaker
    assert run_cli("check", draft, "--baseline", kept).code == 1
    draft.write_text("“Tajikistan is a reliable enemy.”", encoding="utf-8")
    assert run_cli("check", draft, "--baseline", kept).code == 1


def test_a_correct_finding_is_never_shown_as_accepted(tmp_path: Path) -> None:
    """Only a fault can be accepted."""
    draft = tmp_path / "draft.md"
    draft.write_text("“Tajikistan is a reliable ally,” Putin said.", encoding="utf-8")
    kept = tmp_path / "accepted.jsonl"
    kept.write_text(run_cli("check", draft, "--format", "jsonl").out, encoding="utf-8")
    assert run_cli("check", draft, "--baseline", kept, "--json").json[0]["accepted"] is False


@pytest.mark.parametrize("line", ["{}", "[]", "3", "x", '{"finding": []}', "[" * 10_000])
def test_an_invalid_baseline_is_refused_in_one_line(line: str, tmp_path: Path) -> None:
    """A wrong file does not accept anything by mistake."""
    kept = tmp_path / "accepted.jsonl"
    kept.write_text(f"\n{line}\n", encoding="utf-8")
    answer = run_cli("check", "--text", "one two three", "--baseline", kept)
    assert (answer.code, answer.out) == (3, "")
    assert (
        f"{kept}: line 2 is not a finding; expected the output of `tajik check --format jsonl`" in answer.err
    )


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("They were not “chosen by chance”.", ["verbatim"]),
        ("They were “chosen by chance”.", ["unclear"]),
        ("Putin did not say that they were “chosen by chance”.", ["unclear"]),
        ("Putin did not say “chosen by chance”.", ["unclear"]),
        ("They were not many. “Chosen by chance”, he said.", ["unclear"]),
        ("“Tajikistan is “not” our ally.”", ["altered"]),
        ("Putin said he did “not” “completely agree with you”.", ["too_short", "unclear"]),
        ("Putin said he would “never” “completely agree with you”.", ["too_short", "unclear"]),
        (
            "Putin said that Tajikistan is “not” “a reliable ally and a strong economic partner”.",
            ["too_short", "unclear"],
        ),
        (
            "Таджикистан – «не» «надежный союзник и хороший экономический партнер», сказал Путин.",
            ["too_short", "unclear"],
        ),
        ("Trade rose by about “20 percent, while cultural and humanitarian connections”.", ["verbatim"]),
        ("Their trade grew “20 percent, while cultural and humanitarian connections”.", ["unclear"]),
    ],
)
def test_a_negation_in_the_draft_itself_is_not_lost(text: str, verdicts: list[str]) -> None:
    """A negation directly before the mark has the same effect as one after it."""
    assert [one["verdict"] for one in found(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("“Tajikistan is `not` our ally.”", False),
        ("“Tajikistan is ![not](x.png) our ally.”", False),
        ("“Tajikistan is https://not.example our ally.”", False),
        ("“Tajikistan is ~~our ally~~.”", False),
        ("~~“Tajikistan is our ally.”~~", False),
        ("| “Tajikistan is | not | our ally.” |", False),
        *(
            (f"<p>“Tajikistan is <{name}>not</{name}> our ally.”</p>", True)
            for name in (
                "code",
                "pre",
                "button",
                "svg",
                "textarea",
                "nav",
                "noscript",
                "td",
                "select",
                "form",
            )
        ),
        ("<p>“Tajikistan is <del>our ally</del>.”</p>", True),
    ],
)
def test_words_that_readers_see_are_judged(text: str, html: bool) -> None:  # noqa: FBT001 - parametrized
    """Neither Markdown nor HTML can hide words from the check that it shows to readers."""
    (one,) = found(text, html=html)
    assert one["verdict"] in {"altered", "not_found"}


def test_a_quotation_without_its_closing_mark_is_unclear() -> None:
    """If the end is unknown, the quotation may be incomplete."""
    (one,) = found("He said: “Tajikistan is our ally")
    assert one["verdict"] == "unclear"
    (one,) = found("“Tajikistan is our ally.\n\nThe Russian Federation is the foremost trading partner.”")
    assert one["text"].endswith("foremost trading partner.")


def test_annotations_have_no_keys_to_choose() -> None:
    answer = run_cli("check", "--text", "a b c d", "--format", "github", "--fields", "id")
    assert (answer.code, answer.out) == (2, "")
    assert "--format github and --fields cannot be combined" in answer.err


def test_formats_that_contradict_each_other_are_refused_before_the_draft_is_read(tmp_path: Path) -> None:
    answer = run_cli("check", str(tmp_path / "absent.md"), "--json", "--format", "table")
    assert (answer.code, answer.out) == (2, "")
    assert "--json and --format table cannot be combined" in answer.err


def test_github_gets_an_annotation_for_each_fault_and_for_nothing_else(tmp_path: Path) -> None:
    """The output consists of workflow commands with escaped syntax."""
    draft = tmp_path / "a,b%c.md"
    draft.write_text(
        "“Tajikistan is a reliable ally,” Putin said.\n\n“Tajikistan is a 100% reliable ally,” he said.",
        encoding="utf-8",
    )
    answer = run_cli("check", str(draft), "--format", "github")
    (line,) = answer.out.splitlines()
    assert line.startswith(
        f"::error file={tmp_path}/a%2Cb%25c.md,line=3,endLine=3,col=2,endColumn=37,title=tajik%3A altered::"
    )
    assert "100%25 reliable ally" in line
    assert "on record (Vladimir Putin, putin-relations): Tajikistan is a reliable ally" in line


def test_the_heading_of_a_right_quotation_names_the_wrong_speaker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In formats for people, no green `verbatim` is above a fault."""
    monkeypatch.chdir(tmp_path)
    draft = Path("draft.md")
    draft.write_text("“Tajikistan is a reliable ally,” Rahmon said.", encoding="utf-8")
    page = " ".join(run_cli("check", draft, "--format", "table").out.split())
    assert (
        "draft.md:1:2 speaker differs: Asia-Plus, 2024-12-25 attributes these words to another speaker"
        in page
    )
    assert "verbatim" not in page
    assert "the text names Emomali Rahmon, but the record names Vladimir Putin" in page
    annotation = run_cli("check", draft, "--format", "github").out
    assert "title=tajik%3A speaker differs::" in annotation
    assert "the text names Emomali Rahmon, but the record names Vladimir Putin" in annotation
    assert (
        "| Tajikistan is a reliable ally | Vladimir Putin |"
        in run_cli("check", draft, "--format", "markdown").out
    )


def test_faults_come_first_on_the_page_and_alone_with_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader in a hurry sees the faults first; programs get the order of the text."""
    monkeypatch.chdir(tmp_path)
    draft = Path("draft.md")
    draft.write_text(
        "“Tajikistan is a reliable ally,” Putin said.\n\n“Tajikistan is our closest ally,” Putin said.",
        encoding="utf-8",
    )
    page = run_cli("check", draft, "--format", "table").out
    assert page.index("draft.md:3:2") < page.index("draft.md:1:2")
    assert [one["line"] for one in run_cli("check", draft, "--json").json] == [1, 3]
    for format_ in ("table", "plain", "jsonl", "csv", "markdown", "yaml", "github"):
        answer = run_cli("check", draft, "--faults", "--format", format_)
        assert answer.code == 1
        assert "closest" in answer.out
        assert "reliable" not in answer.out
    assert "2 quotations: 1 verbatim, 1 altered" in run_cli("check", draft, "--faults").err
    draft.write_text("“Tajikistan is a reliable ally,” Putin said.", encoding="utf-8")
    assert run_cli("check", draft, "--faults", "--json").json == []


@pytest.mark.parametrize(
    ("text", "html", "end"),
    [
        ("He said “one two three”.", False, (1, 23)),
        ("He said “one\ntwo *three*”.", False, (2, 11)),
        ("<p>&laquo;one two three&hellip;&raquo;</p>", True, (1, 32)),
        ("> one two three\n> — Vladimir Putin", False, (1, 16)),
        ("“one two\n\n“three four”", False, (3, 12)),
    ],
)
def test_a_finding_has_the_end_of_its_words(text: str, html: bool, end: tuple[int, int]) -> None:  # noqa: FBT001 - parametrized
    """An editor can select the words, because the column is the one after the last character."""
    (one,) = found(text, html=html)
    assert (one["end_line"], one["end_column"]) == end


def test_a_figure_has_its_end() -> None:
    """The keys are the same as for a quotation."""
    text = "Trade grew by 30 percent."
    (one,) = found(text)
    assert text[one["column"] - 1 : one["end_column"] - 1] == one["text"] == "30 percent"


def test_the_page_shows_no_words_of_the_draft_in_quotation_marks(tmp_path: Path) -> None:
    """Only words that a source prints are in quotation marks."""
    draft = tmp_path / "draft.md"
    draft.write_text("“Tajikistan is our closest ally,” Putin said.", encoding="utf-8")
    page = run_cli("check", str(draft), "--format", "table").out
    assert "“Tajikistan is our ally”" in page
    assert "“Tajikistan is our closest ally" not in page
    assert "trend-putin-ally" in page


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7 x", "this is a PDF"),
        (b"\x89PNG\r\n", "this is a picture"),
        (b"PK\x03\x04", "an office document"),
        (b"a\nb\xff", "line 2 is not valid UTF-8"),
        (b"a\0b", "null characters"),
    ],
)
def test_a_file_that_is_not_text_is_refused_in_one_line(content: bytes, told: str, tmp_path: Path) -> None:
    """Bytes that cannot be read as text get no verdict."""
    path = tmp_path / "draft"
    path.write_bytes(content)
    answer = run_cli("check", str(path))
    assert (answer.code, answer.out) == (3, "")
    assert told in answer.err


def test_other_encodings_are_read_if_they_are_declared(tmp_path: Path) -> None:
    """A page in windows-1251 declares it, and a byte order mark does so as well."""
    path = tmp_path / "page.html"
    path.write_bytes(
        '<meta charset="windows-1251"><p>«Наши отношения очень конструктивные»</p>'.encode("cp1251")
    )
    assert json.loads(run_cli("check", str(path), "--json").out)[0]["verdict"] == "verbatim"
    path.write_bytes("\ufeff“Our relations are very constructive”".encode("utf-16-le"))
    assert json.loads(run_cli("check", str(path), "--json").out)[0]["verdict"] == "verbatim"


def test_very_common_words_are_found_too(tmp_path: Path) -> None:
    """The index leaves out words such as `what do you`; a quotation may have no others."""
    path = tmp_path / "lake.yaml"
    path.write_text(LAKE.replace("Мы довольны", "What do you say to that"), encoding="utf-8")
    answer = run_cli("--file", path, "check", "--text", "what do you say", "--json")
    assert answer.json[0]["verdict"] == "verbatim"


@settings(max_examples=200)
@given(
    st.text(alphabet=st.sampled_from("ab \n\"“”‘’'«»„“.,>*_[]()<>/&;…-—1 3%$Putin said"), max_size=200),
    st.booleans(),
)
def test_any_text_gets_an_answer(text: str, html: bool) -> None:  # noqa: FBT001 - Hypothesis gives it so
    """Whatever a draft contains, each finding has a position in it."""
    lines = text.split("\n")
    for one in found(text, html=html):
        assert 1 <= one["line"] <= len(lines)
        assert 1 <= one["column"] <= len(lines[one["line"] - 1]) + 1


@pytest.mark.bundled
@pytest.mark.parametrize(
    ("words", "nearest", "similar"),
    [
        ("Tajikistan is our closest ally", "trend-putin-ally", "closest-ally"),
        (
            "Our relations are very constructive and are developing dynamically",
            "putin-relations",
            "izvestia-relations-dynamic",
        ),
        ("Tajikistan is a good economic partner", "putin-relations", "kremlin-economic-partner"),
        ("trade turnover increasing by almost 20 percent", "trend-rahmon-year", "trade-growth"),
    ],
)
def test_altered_words_that_other_statements_have_are_shown_with_them(
    words: str, nearest: str, similar: str
) -> None:
    """The differing words count in their surroundings, and not wherever else the nearest quote has them."""
    with open_rows([str(Path(__file__).parents[1] / "facts.yaml")]) as rows:
        (finding,) = rows.checker().check_words(words)
    assert (finding["verdict"], finding["statement"]) == ("altered", nearest)
    assert similar in {one["statement"] for one in finding["also"]}


@pytest.mark.parametrize(
    ("words", "differs"),
    [
        ("I completely agree, with you", [("agree, with", "agree with")]),
        ("There was an increase last year and there will be another", [("year and", "year, and")]),
        ("very constructive and are developing at a good pace; Tajikistan is a reliable ally", []),
        ("quota - 1,000 students - for education", []),
        ("с вами полностью согласен, и, безусловно, будем наращивать", [("вами", "Вами")]),
        ("с Вами полностью согласен, и, безусловно, будем наращивать", []),
    ],
)
def test_a_comma_or_a_polite_capital_that_only_one_text_has_is_shown(
    words: str, differs: list[tuple[str, str]]
) -> None:
    """Either can change the meaning, so the finding shows both texts; another mark in the place of a comma is not shown."""
    finding = judged(words)
    assert finding["verdict"] == "verbatim"
    assert [(one["text"], one["record"]) for one in finding["differences"]] == differs
