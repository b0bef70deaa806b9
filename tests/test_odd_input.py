"""Unusual or malicious drafts, sources and knowledge files are refused in one line, or read as readers see them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.lake import LAKE, lake, run_cli
from test_hostile import record, write

from tajikcli.documents import Document, read_document
from tajikcli.draft.read import read_draft
from tajikcli.proof.numbers import numbers
from tajikcli.text import has_visible, in_json, is_control

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from support.lake import Answer

QUOTE = "Tajikistan is a reliable ally"


def checked(folder: Path, page: str | bytes, name: str = "page.html") -> Answer:
    """Check a draft and return the answer as JSON."""
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return run_cli("check", path, "--json")


# HTML.


@pytest.mark.parametrize(
    "odd",
    [
        "<![ b",
        "<![endif]",
        "<![if !mso]>",
        "<![CDATA[ x ]]>",
        "<![x[ y ]]>",
        "<![",
        "<!",
        "<!x>",
        "<!doctype [",
        "<!ENTITY x 'y'>",
        "</>",
        "<?php x ?>",
        "<a b=&#99999999999999999999999;>",
        f"<a b='&#{'1' * 5000};'>",
        f"&#{'1' * 5000};",
        f"&#x{'f' * 5000};",
        "&#xD800;",
        "&#0;",
        "<!-->",
        "<!--->",
        "<a/b='c'/=d>",
        "<\0>",
    ],
)
def test_odd_markup_hides_nothing_that_readers_see(odd: str, tmp_path: Path) -> None:
    if "\0" in odd:
        assert checked(tmp_path, f"<p>{odd}</p>").code == 3  # no text at all
        return
    # Browsers skip it, up to its `>` at the latest.
    answer = checked(tmp_path, f"<p>a{odd} b</p>\n<p>“{QUOTE},” Putin said.</p>")
    assert answer.code == 0, answer.err
    assert [row["verdict"] for row in answer.json] == ["verbatim"]


@pytest.mark.parametrize("odd", ["<!-- never closed", "<a href='x", "<![ b", "<?x", "</p", "<!x"])
def test_an_unclosed_element_hides_the_rest_as_in_browsers(odd: str, tmp_path: Path) -> None:
    answer = checked(tmp_path, f"<p>“{QUOTE},” Putin said.</p>{odd} “Not a word of this”")
    assert [row["verdict"] for row in answer.json] == ["verbatim"]


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            ["<", ">", "!", "[", "]", "-", "--", "/", "&", "#", "x", "1" * 30, ";", "'", '"', "=", "a", "p", "q", " ", "?",
             "script", "<!--", "<![", "CDATA[", "blockquote", "cite", "\n", "doctype", "svg", "\u202e", "&#x202e;"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_any_markup_is_read(parts: list[str]) -> None:
    """Nothing raises an assertion of HTMLParser, and every character has a position in the file."""
    source = "<p>" + "".join(parts)
    draft = read_draft(source, html=True)
    for paragraph in draft.paragraphs:
        for offset in range(len(paragraph.text)):
            assert 0 <= paragraph.place(offset) < len(source)


@pytest.mark.parametrize("reference", ["&#x202e;", "&rlm;", "&#x2066;", "&#xE0041;", "&#12;", "&#x9b;"])
@pytest.mark.parametrize("name", ["page.html", "draft.md"])
def test_no_character_reference_in_a_draft_controls_the_terminal(
    reference: str, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    text = f"“Not {reference} a {reference} word of it,” Putin said."
    path.write_text(f"<p>{text}</p>" if name == "page.html" else text, encoding="utf-8")
    lines: list[list[str | Path]] = [["verify", "asia-plus", path, "--json"]]
    lines += [["check", path, "--format", format_] for format_ in ("json", "jsonl", "csv", "yaml", "plain")]
    for words in lines:
        answer = run_cli(*words)
        assert answer.code == 1
        assert not [char for char in answer.out.replace("\r\n", "\n") if is_control(char)]


# Encodings.


@pytest.mark.parametrize(
    "label",
    ["undefined", "idna", "rot13", "base64", "hex", "zlib", "punycode", "utf-7", "unicode_escape", "utf-32",
     "raw_unicode_escape", "mbcs", "oem", "x" * 3000, "utf-8-sig", "cp037", "...", "replacement", "x-user-defined"],
)  # fmt: skip
def test_a_page_in_an_encoding_that_the_web_does_not_have_is_refused_in_one_line(
    label: str, tmp_path: Path
) -> None:
    page = f'<meta charset="{label}"><p>“{QUOTE},” Putin said. caf'.encode() + b"\xe9</p>"
    answer = checked(tmp_path, page)
    assert answer.code == 3
    message = json.loads(answer.err)["error"]["message"]
    assert "the page names an unknown encoding" in message
    assert len(message) < 300


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("WINDOWS-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("iso-8859-5", "iso-8859-5"),
        ("ibm866", "cp866"),
        # decoded as browsers do it, quotation marks do not become control characters
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_browsers_take_its_label_for(
    label: str, encoding: str, tmp_path: Path
) -> None:
    marks = "“”" if encoding == "cp1252" else "«»" if encoding == "cp1251" else '""'
    name = "Putin" if encoding == "cp1252" else "Путин"
    words = f"{marks[0]}{QUOTE}{marks[1]} {name} caf\xe9".encode(encoding, "replace")
    answer = checked(tmp_path, f'<meta charset="{label}">'.encode() + b"<p>" + words + b"</p>")
    assert answer.code == 0, answer.err
    assert [row["verdict"] for row in answer.json] == ["verbatim"]


def test_a_page_that_can_be_read_as_ascii_is_never_utf_16(tmp_path: Path) -> None:
    answer = checked(tmp_path, b'<meta charset="utf-16">\n<p>caf\xe9</p>')
    assert answer.code == 3
    assert "line 2 is not valid UTF-8" in answer.err


# Numbers.


@pytest.mark.parametrize("digits", [29, 41, 999, 5000, 1_000_000])
@pytest.mark.parametrize("shape", ["{}", "0.{}", "{}.5", "${} billion", "from 1 to {}", "{} percent"])
def test_a_number_of_any_length_is_a_number(digits: int, shape: str) -> None:
    written = shape.format("1" * digits)
    (number,) = numbers(f"{written} of trade")
    low, high = number.amounts[0] - number.precisions[0], number.amounts[-1] + number.precisions[-1]
    assert low <= high


def test_a_draft_with_a_number_of_a_million_digits_is_checked(tmp_path: Path) -> None:
    path = lake(tmp_path)
    draft = tmp_path / "draft.txt"
    draft.write_text(f"Turnover reached ${'1' * 1_000_000} billion.", encoding="utf-8")
    answer = run_cli("--file", path, "check", draft, "--json")
    assert (answer.code, answer.json) == (0, []), answer.err
    assert "far from every figure on record" in answer.err
    assert len(answer.err) < 2_000


def test_no_digit_of_a_long_number_is_rounded_away(tmp_path: Path) -> None:
    """Arithmetic with 28 digits would treat two numbers with 30 digits as equal."""
    path = lake(tmp_path)
    for number, verdict in (
        ("123456789012345678901234567890", "agrees"),
        ("123456789012345678901234567891", "differs"),
    ):
        draft = tmp_path / "draft.txt"
        draft.write_text(f"The school has at least {number} pupils.", encoding="utf-8")
        answer = run_cli("--file", path, "check", draft, "--json")
        assert [row["verdict"] for row in answer.json] == [verdict]


@settings(max_examples=200)
@given(st.decimals(min_value=0, max_value=10**12, places=4), st.sampled_from(["", " thousand", " billion"]))
def test_a_number_is_worth_exactly_its_digits(value: Decimal, scale: str) -> None:
    (number,) = numbers(f"{value}{scale}")
    factor = {"": 1, " thousand": 1000, " billion": 10**9}[scale]
    assert number.amounts == (value * factor,)
    assert number.precisions[0] * 20000 == factor


# Knowledge files.


@pytest.mark.parametrize(
    "nothing",
    ["\u200b", "\u2060\u200d", "\u00ad", "\u3164", "\u115f\u1160", "\uffa0", "\u2800", "\u0301", "\ufe0f", "\u180e", "\u034f",
     "\u200b \u200b", "\U000e0101", "\u2062"],
)  # fmt: skip
def test_a_name_or_a_text_that_nobody_can_see_is_refused(nothing: str, tmp_path: Path) -> None:
    assert not has_visible(nothing)
    for field in (
        *(("meeting", key) for key in ("title", "place")),
        *(("sources", key) for key in ("title", "publisher")),
        *(("speakers", key) for key in ("name", "role", "aliases")),
        ("relays", "name"),
        ("topics", "label"),
        ("measures", "label"),
        *(("statements", key) for key in ("text", "when", "hedges", "keywords", "evidence", "unit")),
    ):
        answer = run_cli("--file", write(tmp_path, record(field, nothing)), "statements")
        assert (answer.code, answer.out) == (3, ""), field
        assert "this text is invisible" in answer.err


@pytest.mark.parametrize(
    "something", ["a", "я", "ҷ", "日本", "é", "e\u0301", "…", "«»", "€", "1", "😀", "ا", "๑"]
)
def test_any_visible_text_is_accepted(something: str, tmp_path: Path) -> None:
    assert has_visible(something)
    assert (
        run_cli("--file", write(tmp_path, record(("statements", "text"), something)), "statements").code == 0
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://user:secret@example.org/a",
        "https://user@example.org",
        "https://:secret@example.org",
        "https://example.org:x/",
        "https://example.org:99999/",
        "https://",
        "https:///path",
        "https://?q",
        "https://#f",
        "https://:80/",
        "https://./",
        "https://[::1",
        "https://[x]/",
        "https://exa\u200bmple.org/",
        "https://example.org/\u2060a",
        "https://example.org/\u3164",
        "https://example.org/\ufe0f",
        "https://example.org/\u00ad",
        "https://\u200b/",
    ],
)
def test_a_deceptive_address_is_refused(address: str, tmp_path: Path) -> None:
    content = record(None, "x")
    content["sources"]["s"]["url"] = address
    path = write(tmp_path, content)
    answer = run_cli("--file", path, "sources")
    assert (answer.code, answer.out) == (3, "")
    assert re.search(r"'url' ", answer.err)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c@d#e@f",
        "https://пример.рф/страница/й",
        "https://ru.wikipedia.org/wiki/Игора_(курорт)",
        "https://[2001:db8::1]/a",
        "https://127.0.0.1/",
        "https://medium.com/@user/post",
        "https://example.org?q",
        "https://a/",
    ],
)
def test_ordinary_addresses_are_accepted(address: str, tmp_path: Path) -> None:
    content = record(None, "x")
    content["sources"]["s"]["url"] = address
    answer = run_cli("--file", write(tmp_path, content), "sources", "--json")
    assert answer.json[0]["url"] == address


def test_a_long_wrong_value_is_reported_at_once(tmp_path: Path) -> None:
    """A value of 20,000 characters gets no suggestion."""
    value = "1" + "a" * 19_990 + "1"
    figures = f"- {{direction: up, period: {value}}}\n      " * 20  # each suggestion would take half a minute
    path = tmp_path / "long.yaml"
    path.write_text(LAKE.replace("- {direction: down}\n      ", figures), encoding="utf-8")
    answer = run_cli("lint", path)
    assert answer.code == 1
    assert answer.out.count("'period' is '1aaa") == 20


# Other formats.


@pytest.mark.parametrize(
    "text",
    [
        '"=1+1',
        "'=1+1",
        "''=1+1",
        '" =1+1',
        "“=1+1”",
        "\u200b=1+1",
        " \u2060@SUM(A1)",
        '"+1+1',
        "'-1+1",
        "`=1",
        "«=1»",
        "‘=1’",
        '"\uff1d1',
    ],
)
def test_no_cell_is_a_formula_after_its_quotation_mark(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, record(("statements", "text"), text))
    answer = run_cli("--file", path, "statements", "--format", "csv", "--fields", "text")
    (row,) = list(csv.reader(io.StringIO(answer.out)))[1:]
    assert row[0].startswith("'")
    assert row[0][1:] == " ".join(text.split())


@pytest.mark.parametrize("text", ['"Yes" = no', "'tis = so", "“We agree”", "a=1", "-5", "- 5"])
def test_other_cells_stay_as_they_are(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, record(("statements", "text"), text))
    answer = run_cli("--file", path, "statements", "--format", "csv", "--fields", "text")
    (row,) = list(csv.reader(io.StringIO(answer.out)))[1:]
    assert row[0] == ("'- 5" if text == "- 5" else text)  # a dash is a minus


@pytest.mark.parametrize(
    "text",
    ["see https://evil.example/a", "HTTP://EVIL.example", "www.evil.example", "(www.evil.example)", "a@evil.example",
     "ftp://evil.example", "mailto:a@evil.example", "xhttps://evil.example", "https://a_b.example/c_d"],
)  # fmt: skip
def test_no_bare_address_in_markdown_turns_into_a_link(text: str, tmp_path: Path) -> None:
    """No renderer sees `://`, `www.` or `@` without a backslash before it."""
    path = write(tmp_path, record(None, text))
    for words in (
        ["statements"],
        ["topics"],
        ["speakers"],
        ["sources"],
        ["figures", "--fields", "text,unit"],
    ):
        answer = run_cli("--file", path, *words, "--format", "markdown")
        assert answer.code == 0
        unescaped = re.sub(r"\\.", "", answer.out)
        assert not re.search(r"://|\bwww\.|@", unescaped, re.IGNORECASE), words
        assert text in re.sub(r"\\(.)", r"\1", answer.out)


# The assumptions of these tests.


@given(st.text(st.characters(codec=None), max_size=40))
def test_json_without_control_characters_says_the_same(text: str) -> None:
    escaped = in_json(json.dumps([text, {text: text}], ensure_ascii=False))
    assert json.loads(escaped) == [text, {text: text}]
    assert not [char for char in escaped if is_control(char)]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=60))
def test_a_document_has_no_character_that_controls_a_terminal(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"<meta charset='iso-8859-5'><p>\xff" + data.replace(b"\0", b""))
    document = read_document(str(path))
    assert isinstance(document, Document)
    assert not [char for char in document.text if is_control(char)]
