"""Reports to share: a page that shows every finding, and in a real browser makes no requests and runs no scripts."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from support.chromium import Page, chromium, needs_chromium
from support.lake import LAKE, run_cli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DRAFT = """# 5 < 6 & more

“Tajikistan is a reliable ally,” Putin said. It was “so so”.

“Tajikistan is our closest ally,” Putin said.

“Tajikistan is a reliable ally,” Rahmon said. They were “chosen by chance”.
"""
# Contents of a draft or a file name that may try to run a script or to reach a server when somebody reads the
# report.
HOSTILE = [
    "<script>window.ran = 1</script>",
    "<img src=http://127.0.0.1:9/a onerror='window.ran = 1'>",
    "<svg onload=window.ran=1>",
    "</style><style>@import 'http://127.0.0.1:9/b'; * { display: none }</style>",
    "<link rel=stylesheet href=http://127.0.0.1:9/c>",
    "<meta http-equiv=refresh content='0; url=http://127.0.0.1:9/d'>",
    "<iframe src=http://127.0.0.1:9/e></iframe>",
    "<base href=http://127.0.0.1:9/>",
    '"><b onmouseover="window.ran=1" autofocus onfocus="window.ran=1" tabindex=0>',
    "{{ 7 * 7 }} {% raw %} {# x #} ${7*7}",
    "--></main></body></html><script>window.ran = 1</script>",
    "&lt;script&gt;window.ran = 1&lt;/script&gt;",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    """One Chromium for all tests in this file."""
    with chromium() as page:
        yield page


def report(folder: Path, text: str = DRAFT, name: str = "draft.md") -> Path:
    """Write a draft, check it, and return the report."""
    draft, page = folder / name, folder / "report.html"
    draft.write_text(text, encoding="utf-8")
    assert run_cli("check", draft, "--report", page).code in {0, 1}
    return page


def test_the_report_shows_each_finding_with_both_sides(tmp_path: Path) -> None:
    """It has the text of the draft, the verdict, the differences, the chain, and a link to the words in the source."""
    page = report(tmp_path).read_text(encoding="utf-8")
    assert "5 &lt; 6 &amp; more" in page
    assert "Tajikistan is our <del>closest</del> ally," in page
    assert "<ins>not</ins> chosen by chance" in page
    assert "quote · Vladimir Putin → Trend News Agency, 2024-12-25" in page
    assert (
        'href="https://en.trend.az/casia/tajikistan/3986239.html#:~:text=Tajikistan%20is%20our%20ally"'
        in page
    )
    assert "the text names Emomali Rahmon, but the record names Vladimir Putin" in page
    assert re.search(r"Not judged</h3>\s*<ul>\s*<li>line 3, column \d+: so so ", page)


def test_faults_come_first_and_the_rest_is_collapsed(tmp_path: Path) -> None:
    """A list of the faults comes before the text, and correct findings are collapsed."""
    page = report(tmp_path).read_text(encoding="utf-8")
    faults = page[page.index('id="faults"') : page.index("<main")]
    assert re.findall(r"<strong>([^<]*)</strong>", faults) == ["altered", "speaker differs", "unclear"]
    assert re.findall(
        r'<details class="folded fine"[^>]*>\s*<summary><span class="verdict">([^<]*)', page
    ) == ["verbatim"]


def test_the_report_of_several_files_has_each_and_names_unreadable_ones(tmp_path: Path) -> None:
    """Files without a fault are collapsed."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "right.md").write_text("“Tajikistan is a reliable ally,” Putin said.", encoding="utf-8")
    (tmp_path / "a" / "wrong.md").write_text("“Tajikistan is a reliable foe,” Putin said.", encoding="utf-8")
    (tmp_path / "a" / "broken.md").write_bytes(b"\xff")
    out = tmp_path / "out.html"
    assert run_cli("check", tmp_path / "a", "--report", out).code == 3
    page = out.read_text(encoding="utf-8")
    assert "broken.md: line 1 is not valid UTF-8" in page
    assert page.count("<summary>Show the text</summary>") == 1
    assert "2 files checked, 1 with faults; 1 file not readable" in page
    assert f"{tmp_path}/a/wrong.md, line 1, column 2</a> <strong>altered</strong>" in page


def test_the_report_of_verify_has_the_sources_text_and_says_so(tmp_path: Path) -> None:
    """Faults come first, sentences without a statement are marked, and a note says to whom the text belongs."""
    record, source, out = tmp_path / "lake.yaml", tmp_path / "source.txt", tmp_path / "out.html"
    record.write_text(LAKE, encoding="utf-8")
    statements = run_cli("--file", record, "statements", "--source", "herald", "--json").json
    words = [one["text"] if one["kind"] == "quote" else one["evidence"][0]["exact"] for one in statements]
    text = ". ".join(words[1:]) + ". Nobody has ever said <this> & that before today."
    source.write_text(text, encoding="utf-8")
    answer = run_cli("--file", record, "verify", "herald", source, "--report", out, "--json")
    page = out.read_text(encoding="utf-8")
    note = page[page.index('<p class="note">') : page.index("</header>")]
    assert "the text of the source" in note
    assert "publisher" in note
    assert "Nobody has ever said &lt;this&gt; &amp; that before today." in page
    for statement in answer.json["statements"]:
        assert f"<code>{statement['id']}</code>" in page
    faults = page[page.index('id="faults"') : page.index("<main")]
    wrong = [one["id"] for one in answer.json["statements"] if one["status"] != "found"]
    assert wrong
    assert re.findall(r'<a href="#s\d+">([^<]*)</a>', faults) == wrong


@pytest.mark.parametrize("place", ["folder", "missing/report.html", "draft.md", "-", "link.html"])
def test_a_report_never_replaces_an_input_or_a_folder(place: str, tmp_path: Path) -> None:
    """A folder, a missing path, or the draft itself is refused before anything is checked."""
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.html").symlink_to(draft)
    answer = run_cli("check", draft, "--report", "-" if place == "-" else tmp_path / place)
    assert (answer.code, answer.out) == (74, "")
    assert draft.read_text(encoding="utf-8") == DRAFT
    assert len(answer.err.splitlines()) == 1


def test_a_report_is_written_completely_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the disk is full, the previous report stays, and there is no other file."""
    draft, out = tmp_path / "draft.md", tmp_path / "report.html"
    draft.write_text(DRAFT, encoding="utf-8")
    out.write_text("last time", encoding="utf-8")
    out.chmod(0o640)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        answer = run_cli("check", draft, "--report", out)
    assert answer.code == 74
    assert "report.html: cannot be written: no space left on device" in answer.err
    assert out.read_text(encoding="utf-8") == "last time"
    assert {path.name for path in tmp_path.iterdir() if "report" in path.name} == {"report.html"}
    assert run_cli("check", draft, "--report", out).code == 1
    assert "closest" in out.read_text(encoding="utf-8")
    assert out.stat().st_mode & 0o777 == 0o640
    assert {path.name for path in tmp_path.iterdir() if "report" in path.name} == {"report.html"}


def test_a_report_cannot_be_combined_with_options_without_a_file(tmp_path: Path) -> None:
    """A report needs a file, so --text and --diff are refused."""
    for words in (["--text", "one two three"], ["--diff", "x.md"]):
        assert run_cli("check", *words, "--report", tmp_path / "out.html").code == 2
    assert not (tmp_path / "out.html").exists()


@needs_chromium
@pytest.mark.parametrize("html", [False, True])
def test_nothing_hostile_runs_or_reaches_a_server(html: bool, tmp_path: Path, browser: Page) -> None:  # noqa: FBT001 - parametrized
    """This holds for the text of a draft, its quotations, speakers and file name."""
    text = "\n\n".join(
        f"“Tajikistan is a reliable ally {one} of ours {one}” {one} said. [“a reliable ally {one}”](javascript:ran=1) `{one}`"
        for one in HOSTILE
    )
    if html:
        text = "".join(f"<p>{line.replace('<', '&lt;')}</p>{line}" for line in text.split("\n\n"))
    page = report(tmp_path, text, "<img src=x onerror=ran=1>.html" if html else "<script>ran=1<a>.md")
    browser.open(page, width=800)
    assert browser.requests == [page.as_uri()]
    assert browser.violations == []
    assert browser.ask("typeof window.ran") == "undefined"
    assert (
        browser.ask(
            "document.querySelectorAll('script, img, iframe, link, base, svg, form, [onload], [onerror]').length"
        )
        == 0
    )
    assert browser.ask("[...document.links].every(link => /^(#|https?:)/.test(link.getAttribute('href')))")
    assert browser.ask("document.querySelectorAll('style').length") == 1
    if not html:
        assert "{{ 7 * 7 }}" in browser.ask("document.body.innerText")
    assert browser.ask("getComputedStyle(document.body).display") == "block"


@needs_chromium
def test_a_script_that_got_in_would_not_run(tmp_path: Path, browser: Page) -> None:
    """The security policy of the page is a second line of defence."""
    page = report(tmp_path)
    text = page.read_text(encoding="utf-8")
    inserted = "<script>window.ran = 1</script><img src='http://127.0.0.1:9/a' onerror='window.ran = 1'><style>h1 { color: red }</style>"
    page.write_text(text.replace("</header>", f"{inserted}</header>"), encoding="utf-8")
    browser.open(page, width=800)
    assert browser.ask("typeof window.ran") == "undefined"
    assert len(browser.violations) >= 3
    assert browser.ask("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 0, 0)"


LONG = "“Tajikistan is a reliable " + "W" * 400 + " ally” https://example.org/" + "x" * 300 + "\n\n"


@needs_chromium
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_the_report_is_readable_at_two_widths_in_light_and_dark(
    width: int, dark: bool, tmp_path: Path, browser: Page  # noqa: FBT001 - parametrized
) -> None:  # fmt: skip
    """Nothing overflows, no text is too small, and every colour has enough contrast (WCAG AA)."""
    browser.open(report(tmp_path, DRAFT + LONG), width=width, dark=dark)
    assert browser.ask("document.documentElement.scrollWidth") <= width
    assert browser.ask(SMALLEST) >= 13
    assert browser.ask(CONTRAST) >= 4.5
    ground = browser.ask("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") is not dark


SMALLEST = "Math.min(...[...document.querySelectorAll('body *')].map(one => parseFloat(getComputedStyle(one).fontSize)))"
# The lowest contrast between the text of any element and the nearest background, as defined in WCAG 2.2.
CONTRAST = """(() => {
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const light = text => rgb(text).slice(0, 3)
    .map(one => one / 255).map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = one => {
    for (; one; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor;
      if (rgb(color)[3] !== 0) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const own = one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  return Math.min(...[...document.querySelectorAll('body *')].filter(own).map(one => {
    const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }));
})()"""


@needs_chromium
def test_no_meaning_depends_on_colour_alone(tmp_path: Path, browser: Page) -> None:
    """Marks have different underlines, deleted and inserted words look different, and each verdict is also a word."""
    browser.open(report(tmp_path), width=1280)
    lines = browser.ask(
        "[...document.querySelectorAll('mark a')].map(one => getComputedStyle(one).textDecorationStyle)"
    )
    assert set(lines) == {"dotted", "wavy", "double"}
    assert browser.ask("getComputedStyle(document.querySelector('del')).textDecorationLine") == "line-through"
    assert browser.ask("getComputedStyle(document.querySelector('ins')).textDecorationLine") == "underline"
    assert browser.ask("[...document.querySelectorAll('.verdict')].every(one => one.textContent.trim())")


@needs_chromium
def test_a_keyboard_and_a_screen_reader_find_their_way(tmp_path: Path, browser: Page) -> None:
    """There are landmarks, consecutive headings, names for cards, working links, and a way to skip the list."""
    browser.open(report(tmp_path), width=1280)
    assert browser.ask("document.documentElement.lang") == "en"
    tree = browser.call("Accessibility.getFullAXTree")["nodes"]
    roles = {node["role"]["value"] for node in tree if "role" in node}
    assert {
        "banner",
        "navigation",
        "main",
        "contentinfo",
        "article",
        "heading",
        "deletion",
        "insertion",
        "mark",
    } <= roles
    levels = browser.ask("[...document.querySelectorAll('h1, h2, h3, h4')].map(one => +one.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert browser.ask(
        "[...document.querySelectorAll('article, section, nav')].every(one => document.getElementById(one.getAttribute('aria-labelledby')))"
    )
    assert browser.ask(
        "[...document.querySelectorAll('a[href^=\"#\"]')].every(one => document.getElementById(one.getAttribute('href').slice(1)))"
    )
    assert browser.ask(
        "new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size === document.querySelectorAll('[id]').length"
    )
    browser.press("Tab")
    assert browser.ask("document.activeElement.textContent") == "Skip to the text"
    assert browser.ask("document.activeElement.getBoundingClientRect().left") >= 0
    browser.press("Tab")
    browser.press("Enter")
    assert browser.ask("document.querySelector(':target .verdict').textContent") == "altered"


@needs_chromium
def test_on_paper_nothing_is_collapsed_and_addresses_are_written_out(tmp_path: Path, browser: Page) -> None:
    """A printed page shows everything, because readers cannot open collapsed parts."""
    browser.open(report(tmp_path), width=800, printed=True, dark=True)
    assert browser.ask("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.ask(
        "document.querySelector('details .card').checkVisibility({contentVisibilityAuto: true})"
    )
    assert browser.ask("document.querySelector('details .card').getBoundingClientRect().height") > 20
    assert "https://" in browser.ask(
        "getComputedStyle(document.querySelector('.address'), '::after').content"
    )


@needs_chromium
def test_the_report_of_verify_makes_no_requests_either(tmp_path: Path, browser: Page) -> None:
    """The text of a source is as untrusted as a draft."""
    record, source, out = tmp_path / "lake.yaml", tmp_path / "source.txt", tmp_path / "out.html"
    record.write_text(LAKE, encoding="utf-8")
    source.write_text("\n\n".join(f"{one} said 20 percent." for one in HOSTILE), encoding="utf-8")
    run_cli("--file", record, "verify", "herald", source, "--report", out)
    for width in (360, 1280):
        browser.open(out, width=width)
        assert browser.requests == [out.as_uri()]
        assert browser.violations == []
        assert browser.ask("typeof window.ran") == "undefined"
        assert browser.ask("document.documentElement.scrollWidth") <= width
        assert browser.ask(CONTRAST) >= 4.5
