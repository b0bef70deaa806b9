"""Repeat marks of every kind until a text has `SIZE` characters, and check it: nothing may hang.

The output has the seconds of processor time for each shape, the slowest first. Run it by hand with a larger
size: `python -m support.shapes 1000000` in tests/.
"""

from __future__ import annotations

import sys
import time

from support.frozen import checker
from tajikcli.documents import Document

SIZE = 30_000
SHAPES = (
    *("<!-- a -->\n", "“", "„", "“ab ", '"ab ', "„ab ", "«ab ", "'ab ", "‘ab ", "‹a", "”a ", "a'", "a’s "),
    *("“ab cd\n\n", "«ab cd\n\n", '"ab cd\n\n', "“ab cd”\n\n", "> “a b c\n", "> a\n\n", ">", "- “a b c\n"),
    *('<a b="', "<a b='", "<a", "<", "<!", "<![", "<!--", "</a ", "<div>", "<p hidden>a", "<div hidden><a>"),
    *(
        "<del>a",
        "<q>a",
        "<sup>1",
        "<blockquote>",
        "<nav>a",
        "<table><td>a",
        "<tr><td>1",
        "<code>a",
        "<textarea>",
        "<img alt='a b'>",
    ),
    *(
        "[",
        "]",
        "[a](",
        "[a][",
        "[a]: b\n",
        "![",
        "[^1]",
        "`a ``b ",
        "``` a\n",
        "*a **b ",
        "_a __b ",
        "~a ~~b ",
        "\\",
    ),
    *("&amp;", "&#x", "&#8220;", "&", "|a", "| a | 1 |\n", "# a\n", "1. a\n", "***\n", "---"),
    *(
        "“one two three four” said Putin. ",
        "“one two three four” said Putin and ",
        "“one two three four” ",
        "“1 2 3” ",
    ),
    *("Putin Rahmon said ", "of Putin, ", "said ", "Putin: ", "Abc, ", "Abc ", ";", "“a b” — Путин сказал: "),
    *(
        " ",
        "\n",
        " \n",
        "\t",
        "\u00ad",
        "\u200b",
        "a\u0301",
        "\ufffd",
        "а́",
        "1",
        "1,000 ",
        ". ",
        "...",
        "… ",
        "—",
        "- ",
    ),
    *(
        "“a … b … ",
        "“[a] b [c] ",
        "“(a) b ",
        "“Tajikistan is a reliable ally [x] ",
        "Tajikistan is a reliable ally ",
    ),
    *(
        "the the ",
        "“the of and ” ",
        "a-\n",
        "Trade grew by 20 percent to 1.79 billion dollars. ",
        "trade grew 20 percent, ",
    ),
)


def seconds(unit: str, size: int, *, html: bool) -> float:
    """Return the time for a text that consists of one repeated part."""
    start = time.process_time()
    checker().check(Document("-", unit * (size // len(unit)), html))
    return time.process_time() - start


def main() -> None:
    """Print a line for each shape, as Markdown and as HTML."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    checker().check(Document("-", "warm", html=False))
    times = {(unit, html): seconds(unit, size, html=html) for unit in SHAPES for html in (False, True)}
    for (unit, html), took in sorted(times.items(), key=lambda one: -one[1]):
        sys.stdout.write(f"{took:7.2f} s  {'html' if html else 'text'}  {unit!r}\n")


if __name__ == "__main__":
    main()
