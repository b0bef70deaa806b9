"""Drafts: the text that readers see is judged, and every character has its position in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tajikcli.draft.read import read_draft


def seen(text: str, *, html: bool = False) -> list[str]:
    return [" ".join(paragraph.text.split()) for paragraph in read_draft(text, html=html).paragraphs]


def struck(words: str) -> str:
    return "".join(f"{char}\u0336" if char.isalnum() else char for char in words)


MARKDOWN = [
    ("is `not` our", ["is not our"]),
    ("is ``a ` b`` our", ["is a \u02ee b our"]),
    ("a `code\nspan` over lines", ["a code span over lines"]),
    ("an ` alone", ["an ` alone"]),
    ("~~our ally~~ is", [f"{struck('our ally')} is"]),
    ("~one~ and ~~~ and ~ two", [f"{struck('one')} and ~~~ and ~ two"]),
    ("![not](x.png) our", ["not our"]),
    ("[our](http://x.example/not 'never') ally", ["our ally"]),
    ("[our][a] [ally] [b]\n\n[a]: http://x.example/not\n[ally]: http://x.example", ["our ally [b]"]),
    ("see https://x.example/not now", ["see https://x.example/not now"]),
    ("see <https://x.example/not> now", ["see https://x.example/not now"]),
    ("*our* **ally** __is__ _good_ ***so***", ["our ally is good so"]),
    ("2 * 3 * 4 and snake_case_name and a*", ["2 * 3 * 4 and snake_case_name and a*"]),
    (r"\*our\* \ally", [r"*our* \ally"]),
    ("&lt;b&gt; &amp; &#8220;x&#x201d; &nosuch;", ["<b> & “x” &nosuch;"]),
    ("is <!-- not --> our", ["is our"]),
    ("is <!-- not\nat all --> our", ["is our"]),
    ("One.\n\n<!-- not\n\nat all -->\n\nTwo.", ["One.", "Two."]),
    ("a < b and c > d", ["a < b and c > d"]),
    ("is <span hidden>not</span> our", ["is our"]),
    ("is <b style='display: none'>not</b> our", ["is our"]),
    ("is <del>not</del> our", [f"is {struck('not')} our"]),
    ("> one\ntwo\n\nthree", ["one two", "three"]),
    ("> one\n- two", ["one", "two"]),
    ("- > one\ntwo\n- > three", ["one two", "three"]),
    ("1. > > one\n   > two", ["one two"]),
    ("> - one\n> - two", ["- one", "- two"]),  # a dash may precede the name below a quotation
    ("word[^1] and [1]\n\n[^1]: Note.", ["word and [1]", ": Note."]),
    ("# Head\ntext", ["Head", "text"]),
    ("```\nnot\n```\ntext", ["not", "text"]),
    ('a ![b](c "d")![e] f', ["a b![e] f"]),
]


@pytest.mark.parametrize(("text", "paragraphs"), MARKDOWN, ids=[text for text, _ in MARKDOWN])
def test_markdown_is_read_as_it_is_shown(text: str, paragraphs: list[str]) -> None:
    """No mark hides a word that readers see, and no invisible word counts."""
    assert seen(text) == paragraphs


HTML = [
    *(
        (f"<p>is <{name}>not</{name}> our", ["is not our"])
        for name in ("code", "button", "textarea", "noscript", "b")
    ),
    ("<p>is <svg><text>not</text></svg> our", ["is not our"]),
    ("<p>is <nav>not</nav> our", ["is", "not", "our"]),
    ("<p>is <table><tr><td>not</table> our", ["is", "not", "our"]),
    ("<table><tr><td>Trade<td> $1<tr><td>Quota<td>2</table>our", ["| Trade | $1 | | Quota | 2 |", "our"]),
    ("<table><tr><th><th>2024</tr><tr><td>\nTrade</td><td><p>$1</p></table>", ["| | 2024 | | Trade | $1 |"]),
    ("<table><tr><td>Putin:<td>ally<tr><td>Is it?<td>not", ["Putin:", "ally", "Is it?", "not"]),
    ("<table><tr><td>“our<td>ally”<tr><td>is<p>not<td>our", ["“our", "ally”", "is", "not", "our"]),
    ("<dl><dt>Trade<dd>$1<dt>Quota<dd>2</dl>", ["| Trade | $1 |", "| Quota | 2 |"]),
    ("<p>is <img alt=not> our", ["is not our"]),
    ("<p>is <input type=submit value=not> our", ["is not our"]),
    *((f"<p>is <{name}>not</{name}> our", [f"is {struck('not')} our"]) for name in ("del", "s", "strike")),
    ("<p>is <i style='text-decoration:line-through'>no <i>x</i> t</i> our", [f"is {struck('no x t')} our"]),
    ("<p>is <!-- not --> our", ["is our"]),
    ("<p>is <!-- not <p>--> our", ["is our"]),
    ("<p>is <!--> our", ["is our"]),
    ("<p>is <span hidden>not</span> our", ["is our"]),
    ("<p>is <div hidden><p>not</div> our", ["is", "our"]),
    ("<p hidden>not<p>our", ["our"]),
    ("<ul><li hidden>not<li>our</ul>", ["our"]),
    ("<div><p hidden>not</div>our", ["our"]),
    ("<p>is <ruby>our<rp>(<rt>not<rp>)</ruby> ally", ["is our ally"]),
    ("<p>is <ruby>our<rp>(</rp><rt>not</rt><rp>)</rp></ruby> ally", ["is our ally"]),
    ("<p>ally<sup>1</sup>, 10<sup>3</sup>, 1<sup>st</sup>", ["ally¹, 10³, 1st"]),
    ("<p>a &lt; b &amp c &#8220;d&rdquo; &#x202e;e", ["a < b & c “d” \ufffde"]),
    ("<p>a<br>b<p>c", ["a b", "c"]),
    ("<p>is <b style='x-display:none'>not</b> our", ["is not our"]),
    ("<p>is <b style='display:none; display:block'>not</b> our", ["is not our"]),
    ("<p>is <b style='/*display:none*/'>not</b> our", ["is not our"]),
    ("<p>is <b style='display:/**/none'>not</b> our", ["is our"]),
    ("<p>is <b style='display:none!important; display:block'>not</b> our", ["is our"]),
    ("<p>is <b style='visibility: hidden'>not</b> our", ["is our"]),
    ("<p>is <input value=not> our", ["is not our"]),
    ("<p>is <!-- a --!>not<!---->our", ["is notour"]),
    ("<svg/><p>our", ["our"]),
    ("<svg><title/></svg><p>our", ["our"]),
    ("<p hidden>is our ally, said nobody", ["is our ally, said nobody"]),
    ("<h1 hidden>not<h2>our", ["our"]),
    ("<title>x</title><script>if (a < b) 'c'</script><style>p{}</style><p>d", ["d"]),
    ("<p>a<![ b</p>", ["a"]),
    ("<p title='a > b' x=>c</p>", ["c"]),
    ("<p>one <b two", ["one"]),
    ("<form><p>a</form>", ["a"]),
]


@pytest.mark.parametrize(("page", "paragraphs"), HTML, ids=[page for page, _ in HTML])
def test_a_page_is_read_as_a_browser_shows_it(page: str, paragraphs: list[str]) -> None:
    """Controls, cells and code are visible; comments and hidden elements are not."""
    assert seen(page, html=True) == paragraphs


def test_an_unclosed_frame_of_a_page_hides_no_article() -> None:
    """Text after an unclosed <nav> is read as part of the article."""
    paragraphs = read_draft("<nav>a<p>b<p>c", html=True).paragraphs
    assert [(one.text, one.aside) for one in paragraphs] == [("a", False), ("b", False), ("c", False)]
    paragraphs = read_draft("<nav>a</nav><p>b<p>c", html=True).paragraphs
    assert [(one.text, one.aside) for one in paragraphs] == [("a", True), ("b", False), ("c", False)]


def test_a_mark_of_two_characters_moves_links_and_keeps_positions() -> None:
    """The words between the marks, and a link behind them, have their places in the file."""
    source = "''one'' and [''two''](https://x.example/) three"
    (paragraph,) = read_draft(source, html=False).paragraphs
    assert paragraph.text == '"one" and "two" three'
    ((start, end, _),) = paragraph.links
    assert paragraph.text[start:end] == '"two"'
    for word in ("one", "two", "three"):
        assert paragraph.place(paragraph.text.index(word)) == source.index(word)


@example("&a1", True)  # noqa: FBT003
@example("a&#38a b", False)  # noqa: FBT003
@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("ab \n\\`*_~<>!-[](){}#&;\"'/=|1."), max_size=120), st.booleans())
def test_every_word_has_its_position_in_the_file(text: str, html: bool) -> None:  # noqa: FBT001 - Hypothesis gives it so
    """The first letter of each visible word is at its position in the file."""
    for paragraph in read_draft(text, html=html).paragraphs:
        for match in re.finditer(r"[ab]", paragraph.text):
            place = paragraph.place(match.start())
            assert text[place] == match[0] or text[place : place + 4] in {"<img", "<inp"}
