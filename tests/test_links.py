"""Links in drafts: a misquotation is reported if its link does not lead to the source on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.frozen import checker
from support.lake import run_cli

from tajikcli.documents import Document
from tajikcli.draft.links import Addresses

if TYPE_CHECKING:
    from pathlib import Path

TREND = "https://en.trend.az/casia/tajikistan/3986239.html"
TASS = "https://tass.com/politics/1892239"
ALTERED = "Tajikistan is our closest ally"


@pytest.mark.parametrize(
    ("text", "html", "link", "sourcing"),
    [
        (f"[“{ALTERED}”]({TASS}), he said.", False, TASS, "differs"),
        (f"“Tajikistan is our [closest ally]({TASS} 'a title')”, he said.", False, TASS, "differs"),
        (f"“{ALTERED},” Putin [told]({TASS}) reporters.", False, TASS, "differs"),
        (f"“{ALTERED}.” ([TASS]({TASS}))", False, TASS, "differs"),
        (f"“{ALTERED}” ([TASS][t])\n\n[t]: <{TASS}>", False, TASS, "differs"),
        (f"“{ALTERED}”, {TASS}.", False, TASS, "differs"),
        (f"“{ALTERED}”, <{TASS}> has it.", False, TASS, "differs"),
        (f"“{ALTERED}”, says [the agency]({TREND}).", False, TREND, "agrees"),
        (f"“{ALTERED}”, [Putin]({TASS}) told [them]({TREND}).", False, TREND, "agrees"),
        (f"“{ALTERED}”, he said. The [talks]({TASS}) went on.", False, None, None),
        (f"The [talks]({TASS}) are over. “{ALTERED}”, he said.", False, None, None),
        (f"“{ALTERED}”, he said; “So it is not”, says [he]({TASS}).", False, None, None),
        (f"“{ALTERED}” ([here](#there), [mail](mailto:a@b.c))", False, None, None),
        ("“Tajikistan is a reliable ally” ([TASS](https://tass.com/politics/1892239))", False, TASS, None),
        (f'<p><a href="{TASS}">“{ALTERED}”</a></p>', True, TASS, "differs"),
        (f'<p><q cite="{TASS}">{ALTERED}</q></p>', True, TASS, "differs"),
        (f'<blockquote cite="{TASS}"><p>{ALTERED}</p></blockquote>', True, TASS, "differs"),
        (
            f'<blockquote>{ALTERED}<footer><a href="{TASS}">TASS</a></footer></blockquote>',
            True,
            TASS,
            "differs",
        ),
    ],
)
def test_the_link_of_a_misquotation_is_reported(
    text: str,
    html: bool,  # noqa: FBT001 - parametrized
    link: str | None,
    sourcing: str | None,
) -> None:
    """A link on the words counts first, then links in the sentence; links of correct quotations are not judged."""
    one = checker().check(Document("-", text, html))[0]
    assert (one["link"], one["sourcing"]) == (link, sourcing)


def test_every_format_for_people_says_so(tmp_path: Path) -> None:
    """The output names the source to which the link leads, if it is on record."""
    draft = tmp_path / "draft.md"
    draft.write_text(f"[“{ALTERED}”]({TASS}), Putin said.", encoding="utf-8")
    told = f"the link leads to another source (tass-2024-12-24): {TASS}"
    assert told in run_cli("check", draft, "--format", "table").out.replace("\n  ", " ")
    assert told in run_cli("check", draft, "--format", "github").out


@pytest.mark.parametrize(
    ("address", "sources"),
    [
        ("http://www.herald.example/a/", ["herald"]),
        ("HTTPS://Herald.Example/a?utm_source=x#:~:text=words", ["herald"]),
        ("//m.herald.example/a", ["herald"]),
        ("https://web.archive.org/web/20240101000000/https://herald.example/a", ["herald"]),
        ("https://web.archive.org/web/2024id_/https:/herald.example/a", ["herald"]),
        ("https://herald.example/b", []),
        ("https://herald.example.org/a", []),
        ("https://post.example/?id=7", ["post"]),
        ("https://post.example/?page=2&id=7", ["post"]),
        ("https://post.example/?id=70", []),
        ("https://[broken", []),
        ("https://" * 1000, []),
    ],
)
def test_the_address_of_a_source_is_recognised_in_any_spelling(address: str, sources: list[str]) -> None:
    """Scheme, www, tracking parameters, fragments and archives do not matter; paths and significant queries do."""
    known = Addresses([("https://herald.example/a", "herald"), ("https://post.example/?id=7", "post")])
    assert known.sources_at(address) == sources
