"""Lines of a page: each is complete at every width, with its id at the right edge."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from tajikcli.render.layout import Line

WORDS = st.lists(st.text("abяй貿易-", min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join)


def printed(line: Line, width: int) -> list[str]:
    return [" " * left + text.plain for left, text in line.lines(width)]


TEXTS = st.tuples(WORDS, st.text("abc-", max_size=30), st.text("xy", max_size=12))


@given(TEXTS, st.integers(0, 6), st.integers(0, 12), st.integers(2, 100))
@example(("a", "b", ""), 0, 0, 2)
def test_a_line_is_never_wider_than_the_page_and_loses_no_letter(
    texts: tuple[str, str, str], left: int, column: int, width: int
) -> None:
    body, end, label = texts
    line = Line(Text(body), end, label=Text(label) if label else None, left=left, column=column)
    lines = printed(line, width)
    assert max(map(cell_len, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(f"{label}{body}{end}".split())


@given(WORDS, st.text("abc", min_size=1, max_size=20), st.integers(24, 100))
def test_an_id_is_at_the_right_edge_two_spaces_after_the_text_or_below_it(
    body: str, end: str, width: int
) -> None:
    last = printed(Line(Text(body), end), width)[-1]
    assert cell_len(last) == width
    assert last.endswith(f"  {end}") or last.strip() == end
