"""Print answers on a terminal: a card for each, or the selected fields as a table."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from tajikcli.render.console import Terminal, page_width, print_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Literal, TypeVar

    from rich.table import Table

    from tajikcli.model.names import Names
    from tajikcli.model.streams import Answers
    from tajikcli.render.views import Report, View

    _Row = TypeVar("_Row", bound=Mapping[str, object])
    _Shown = TypeVar("_Shown")

_MOST_ROWS = 500  # the number of rows of a table to print in one part


def write(
    view: View[_Row, _Shown],
    answers: Answers[_Row, _Shown],
    fields: Sequence[str] | None,
    names: Callable[[], Names],
) -> bool:
    """Print answers for people, and return whether there were any."""
    terminal = Terminal()
    if fields is not None:
        return _write_table(terminal, answers.rows(), fields)
    width, known = page_width(terminal), names()
    some = False
    for shown in answers.shown():
        card = view.card(shown, known)
        if some and not view.is_dense:
            sys.stdout.write("\n")
        for part in card if isinstance(card, Iterator) else (card,):
            print_part(terminal, part, width)
        some = True
    return some


def write_report(view: Report[_Row, _Shown], shown: _Shown, names: Callable[[], Names]) -> None:
    """Print a report for people."""
    terminal = Terminal()
    for part in view.page(shown, names()):
        print_part(terminal, part, page_width(terminal))


def _write_table(terminal: Terminal, answers: Iterable[Mapping[str, object]], columns: Sequence[str]) -> bool:
    """Print selected fields as a table, in parts if it is long, because Rich needs a hundred times the memory of its output."""
    from tajikcli.render.plain import columns_of

    numbers = dict.fromkeys(columns, True)
    rows = []
    for row in answers:
        numbers = {
            column: is_number and isinstance(row[column], int) for column, is_number in numbers.items()
        }
        rows.append(list(columns_of(row, columns)))
    if len(rows) <= _MOST_ROWS:
        if rows:
            terminal.rich.print(_table(rows, columns, numbers))
        return bool(rows)

    def printed(part: Sequence[Sequence[str]]) -> list[str]:
        with terminal.rich.capture() as text:
            terminal.rich.print(_table(part, columns, numbers))
        return text.get().splitlines(keepends=True)

    # The widest cells are added to every part, so that it has the column widths of the whole table; their
    # rows and the head are then cut off.
    widest = list(_widest(rows, len(columns)))
    tail = printed(widest)
    head = tail[: len(tail) - len(printed([*widest, *widest])) + len(tail)]
    sys.stdout.write("".join(head))
    for start in range(0, len(rows), _MOST_ROWS):
        lines = printed([*rows[start : start + _MOST_ROWS], *widest])
        sys.stdout.write("".join(lines[len(head) : len(lines) - len(tail) + len(head)]))
    return True


def _widest(rows: Sequence[Sequence[str]], columns: int) -> Iterator[Sequence[str]]:
    """Yield the rows that determine the width of each column: those with its longest text and its longest word."""
    for place in range(columns):
        texts = [row[place] for row in rows]
        yield rows[max(range(len(rows)), key=lambda number: cell_len(texts[number]))]
        yield rows[
            max(range(len(rows)), key=lambda number: max(map(cell_len, texts[number].split()), default=0))
        ]


def _table(rows: Sequence[Sequence[str]], columns: Sequence[str], numbers: Mapping[str, bool]) -> Table:
    """Return rows as a table; long cells wrap."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1))
    for column in columns:
        justify: Literal["left", "right"] = "right" if numbers[column] else "left"
        table.add_column(column, justify=justify, no_wrap=numbers[column], overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table
