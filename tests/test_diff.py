"""`check --diff` replaces altered words with the words on record and changes no other byte."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.frozen import frozen_record
from support.lake import run_cli

from tajikcli.draft.patch import Edit, applied, unified_diff

if TYPE_CHECKING:
    from pathlib import Path

RIGHT, ALTERED = "Tajikistan is our ally", "Tajikistan is our closest ally"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository to work in."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def applied_by_git(diff: str) -> None:
    """Let git apply a diff without fixing it."""
    command = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(command, input=diff.encode(), check=True)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", f"x\n\n“{ALTERED},” he said.\n", f"x\n\n“{RIGHT},” he said.\n"),
        ("a.md", f"\ufeffx\r\n\t“{ALTERED}.”\r\nlast\tone", f"\ufeffx\r\n\t“{RIGHT}.”\r\nlast\tone"),
        ("a.md", f"“{ALTERED}”", f"“{RIGHT}”"),
        ("a.md", f"\ufeff“{ALTERED}”\r", f"\ufeff“{RIGHT}”\r"),
        ("a.md", f"> *{ALTERED}*\n> — V. Putin\n", f"> *{RIGHT}*\n> — V. Putin\n"),
        ("a.md", "“Tajikistan is our\r\nclosest,\r\nally.”\r\n", "“Tajikistan is our\r\nally.”\r\n"),
        ("a.md", "> Tajikistan is our\n> closest\n> ally.\n", "> Tajikistan is our ally.\n"),
        ("a.md", "“Tajikistan is *our closest* ally”\n", "“Tajikistan is *our* ally”\n"),
        ("a.md", "“Our relations are most constructive”", "“Our relations are very constructive”"),
        ("a.md", "“Our relations are constructive and”", "“Our relations are very constructive and”"),
        ("a b.txt", f"«{ALTERED}»\x0b\x0c\n\x85\u2028x\n", f"«{RIGHT}»\x0b\x0c\n\x85\u2028x\n"),
        ('ü".html', f"<p>“{ALTERED}” &amp; so</p>", f"<p>“{RIGHT}” &amp; so</p>"),
        ("a.html", "<p>&ldquo;Tajikistan is <b>our closest</b> ally&rdquo;", "<p>&ldquo;Tajikistan is <b>our</b> ally&rdquo;"),
        ("a.html", "<q>Tajikistan is our&nbsp;closest ally</q>", "<q>Tajikistan is our&nbsp;ally</q>"),
        (
            "a.md",
            "".join(f"Line {number}.\n" for number in range(30)) + f"“{ALTERED}”\nb\nc\nd\n“{ALTERED}”\n" + "e\n" * 20 + f"“{ALTERED}”",
            "".join(f"Line {number}.\n" for number in range(30)) + f"“{RIGHT}”\nb\nc\nd\n“{RIGHT}”\n" + "e\n" * 20 + f"“{RIGHT}”",
        ),
    ],
)  # fmt: skip
def test_git_applies_the_diff_and_a_second_check_finds_nothing_altered(
    name: str, before: str, after: str, repository: Path
) -> None:
    """Line endings, byte order marks, tabs, markup and the end of the file stay unchanged."""
    draft = repository / name
    draft.write_bytes(before.encode())
    answer = run_cli("check", name, "--diff")
    assert answer.code == 1
    assert draft.read_bytes() == before.encode(), "tajik itself writes nothing"
    applied_by_git(answer.out)
    assert draft.read_bytes() == after.encode()
    assert [
        one["verdict"] for one in run_cli("check", name, "--json").json if one["verdict"] == "altered"
    ] == []
    assert run_cli("check", name, "--diff").out == ""


def test_a_folder_of_drafts_gets_one_diff(repository: Path) -> None:
    """The diff has each file by its path; accepted findings stay."""
    (repository / "one").mkdir()
    for name in ("one/a.md", "b.md", "c.md"):
        (repository / name).write_text(f"“{ALTERED}”\n", encoding="utf-8")
    (repository / "c.md").write_text("“Tajikistan is our dearest ally”\n", encoding="utf-8")
    accepted = repository / "accepted.jsonl"
    accepted.write_text(run_cli("check", "c.md", "--format", "jsonl").out, encoding="utf-8")
    answer = run_cli("check", ".", "--diff", "--baseline", accepted)
    applied_by_git(answer.out)
    assert [path.read_text(encoding="utf-8") for path in (repository / "one/a.md", repository / "b.md")] == [
        f"“{RIGHT}”\n"
    ] * 2
    assert "dearest" in (repository / "c.md").read_text(encoding="utf-8")
    os.chdir("one")
    (repository / "one" / "a.md").write_text(f"“{ALTERED}”\n", encoding="utf-8")
    applied_by_git(run_cli("check", repository / "one" / "a.md", "--diff").out)
    assert (repository / "one" / "a.md").read_text(encoding="utf-8") == f"“{RIGHT}”\n"
    assert "outside the working directory" in run_cli("check", repository / "c.md", "--diff").err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.md", f"\ufeff“{ALTERED}”".encode("utf-16-le"), "its encoding is utf-16-le; a diff needs UTF-8"),
        ("a.html", f'<meta charset="cp1251"><p>“{ALTERED}”'.encode("cp1251"), "its encoding is cp1251"),
        ("a.html", f'<img alt="“{ALTERED}”">'.encode(), ""),
        ("b.html", b"<p>\xe2\x80\x9cTajikistan is our <img alt=closest> ally\xe2\x80\x9d", "edit the words by hand"),
    ],
)  # fmt: skip
def test_quotations_that_a_diff_cannot_change_are_reported(
    name: str, data: bytes, told: str, repository: Path
) -> None:
    """A line on stderr reports it, and the diff does not propose anything wrong."""
    (repository / name).write_bytes(data)
    answer = run_cli("check", name, "--diff")
    assert answer.out == ""
    assert told in answer.err


_PARTNER = "a reliable ally and a strong economic partner"


@pytest.mark.parametrize(
    "text",
    [
        f"Putin said Tajikistan is “not {_PARTNER}.”",
        "Putin said Tajikistan was “never a reliable ally”.",
        f"Putin said Russia is not “{_PARTNER.replace('strong', 'weak')}”.",
        f"Putin said China “is {_PARTNER.replace('strong', 'weak')}”.",
        "They were “developing at a good pace and very constructive”.",
        f"Putin never said “Tajikistan is {_PARTNER.replace('strong', 'weak')}”.",
    ],
)
def test_words_on_record_are_not_inserted_where_they_do_not_fit(text: str, repository: Path) -> None:
    """The sentence of the draft has a different subject, a negation or a verb of its own, or the words cross the end of a sentence."""
    (repository / "a.md").write_text(f"{text}\n", encoding="utf-8")
    assert [one["verdict"] for one in run_cli("check", "a.md", "--json").json] == ["altered"]
    answer = run_cli("check", "a.md", "--diff")
    assert answer.out == ""
    assert "edit the words by hand" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        "Tajikistan ranks first among Russia's trade and economic partners",
        "Tajikistan ranks second in terms of investments",
        "Tajikistan is our ally and a trusted friend",
    ],
)
def test_words_on_record_are_not_cut_at_a_guess(words: str, repository: Path) -> None:
    """If the first or the last word is not on record, nothing says where the record's words begin or end: only a person can cut them."""
    (repository / "a.md").write_text(f"Putin said: “{words}”.\n", encoding="utf-8")
    (finding,) = run_cli("check", "a.md", "--json").json
    assert finding["verdict"] == "altered"
    answer = run_cli("check", "a.md", "--diff")
    assert answer.out == ""
    assert "the record has another word where the quotation begins or ends" in answer.err
    (statement,) = run_cli("show", finding["statement"], "--json").json
    _, before, behind = f". {statement['text']} ".partition(f". {finding['record_text']}")
    assert before, "it begins with a sentence"
    if not words.endswith(("partners", "investments")):
        assert behind.startswith((".", " ")), "it ends with a sentence"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tajikistan is “a reliable ally and a big economic partner”.", f"Tajikistan is “{_PARTNER}”."),
        ("He said it is “a trusty ally and a strong economic partner”.", f"He said it is “{_PARTNER}”."),
        ("He called Tajikistan “a reliable friend and a strong economic partner”.", f"He called Tajikistan “{_PARTNER}”."),
    ],
)  # fmt: skip
def test_a_fragment_gets_the_words_on_record_where_they_fit(
    before: str, after: str, repository: Path
) -> None:
    """The draft's own subject and verb stay."""
    (repository / "a.md").write_text(f"{before}\n", encoding="utf-8")
    applied_by_git(run_cli("check", "a.md", "--diff").out)
    assert (repository / "a.md").read_text(encoding="utf-8") == f"{after}\n"


@pytest.mark.parametrize(
    "words", [["--json"], ["--format", "csv"], ["--faults"], ["--text", "x"], ["--fields", "text"]]
)
def test_a_diff_is_not_a_list_of_findings(words: list[str], repository: Path) -> None:
    """Options that cannot be combined with it are refused."""
    (repository / "a.md").write_text("x", encoding="utf-8")
    answer = run_cli("check", "--diff", *words, *([] if "--text" in words else ["a.md"]))
    assert (answer.code, answer.out) == (2, "")
    assert "--diff and --" in answer.err


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_altered_quotation_becomes_the_words_on_record(data: st.DataObject, repository: Path) -> None:
    """Words may be changed, added, left out or moved; nothing changes outside the marks."""
    quote = data.draw(st.sampled_from(frozen_record().quotes()))
    words = quote.text.split()
    if len(words) < 6 or any(mark in quote.text for mark in "\"“”'’"):
        return
    words = words[:25]
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(1, len(words) - 2))
        change = data.draw(st.sampled_from(["replace", "insert", "drop"]))
        if change == "replace":
            words[place] = "quite"
        elif change == "insert":
            words.insert(place, "really")
        elif len(words) > 5:
            del words[place]
    around = st.text(st.sampled_from("ab .,\t\r\n\ufeff\u2028*_"), max_size=20)
    end = data.draw(st.sampled_from(["\n", "\r\n", ""]))
    head, tail = data.draw(around), data.draw(around)
    between = data.draw(st.sampled_from([" ", "\n", "\r\n"]))
    before = f"{head}\n\n“{between.join(words)}” he\n\n{tail}{end}"
    draft = repository / "draft.txt"
    draft.write_bytes(before.encode())
    answer = run_cli("check", "draft.txt", "--diff")
    if not answer.out:
        return
    applied_by_git(answer.out)
    now = draft.read_bytes().decode()
    assert now.partition("“")[0] == before.partition("“")[0]
    assert now.rpartition("”")[2] == before.rpartition("”")[2]
    assert "altered" not in run_cli("check", "draft.txt").out


texts = st.text(st.sampled_from("ab\r\n\t \ufeff"), max_size=60)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts.filter(bool), data=st.data())
def test_any_edits_of_any_text_are_applied_by_git(text: str, data: st.DataObject, repository: Path) -> None:
    """The diff has the same effect as the edits."""
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    edits = [
        Edit(start, end, data.draw(st.text(st.sampled_from("xy\n"), max_size=4))) for start, end in pairs
    ]
    wanted = applied(text, edits)
    path = repository / "file"
    path.write_bytes(text.encode())
    diff = "".join(unified_diff("file", text, edits))
    if wanted in {text, ""}:
        return
    applied_by_git(diff)
    assert path.read_bytes() == wanted.encode()
