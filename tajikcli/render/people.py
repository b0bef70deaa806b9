"""Answers for a terminal: the words first, who and where quiet beneath, figures that stand out.

Colour carries meaning and nothing else: green for words as printed, yellow for what a source says was
said, blue for a source's own voice, bold magenta for figures. Only the terminal's own sixteen colours, so that dark and
light themes both serve. Everything from the record goes through `Text`: Rich takes no markup from data.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from tajikcli.figures import amount_in_words, phrase
from tajikcli.model.verdicts import Verdict
from tajikcli.render.machines import cell, decoded, reference, written
from tajikcli.text import fold_space, hedged, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from tajikcli.render import Sheet
    from tajikcli.repository.rows import Names, Rows

_KIND = {"quote": "green", "paraphrase": "yellow", "narration": "blue"}
_FIGURE = "bold magenta"
_QUIET = "dim"
_LETTER = 2  # columns that the widest one takes
_WIDEST = 96  # a longer line is hard to read on, however wide the terminal
_NARROW = 70  # columns that a table of accounts needs
_MOST_ROWS = 500  # of a table that is printed in one part
_FEW = 5  # files that an index names on the page
_PADDING = re.compile(r"(?<! ) +((?:\x1b\[0m)?)$", re.MULTILINE)
_INVERSE = {
    "restates": "restated by",
    "translates": "translated by",
    "conflicts": "conflicts with",
    "corrects": "corrected by",
    "part-of": "contains",
}
_LEFT_OUT = {"conflicts": "conflicts", "implied": "implied amounts", "linked": "linked statements"}
_FORWARD = {"conflicts": "conflicts with", "part-of": "part of"}


def write(sheet: Sheet, fields: Sequence[str] | None, record: Rows | None) -> bool:
    """Print a sheet for people; tell whether it had a row."""
    console = _console()
    if fields is not None:
        rows = [[values[field] for field in fields] for values in map(decoded, sheet.rows)]
        _write_table(console, rows, fields)
        return bool(rows)
    width = min(console.width, _WIDEST)
    one = _problem if sheet.layout == "problems" else _layout(sheet, record)
    some = False
    for row in map(written, sheet.rows):
        if sheet.layout == "problems":
            console.print(one(row), soft_wrap=True)
        else:
            if some:
                sys.stdout.write("\n")
            _print(console, one(row), width)
        some = True
    return some


def _print(console: Console, part: RenderableType, width: int) -> None:
    """Print a part of a page in so many columns."""
    # Of texts only the lines matter, and Rich's console takes three times as long to lay them out as to print them.
    lines = _lines_of(console, part, width)
    if lines is None:
        with console.capture() as printed:
            console.print(part, width=width)
        # Rich fills lines up with spaces, which nobody wants in a copied text.
        sys.stdout.write(_PADDING.sub(r"\1", printed.get()))
    elif console.color_system is None:
        sys.stdout.write("".join(f"{(' ' * left + line.plain).rstrip(' ')}\n" for left, line in lines))
    else:
        page = Text(end="")
        for left, line in lines:
            line.rstrip()
            page.append(" " * left if line else "").append_text(line).append("\n")
        console.print(page, soft_wrap=True, end="")


def _lines_of(
    console: Console, part: RenderableType, width: int, left: int = 0
) -> list[tuple[int, Text]] | None:
    """Return the lines of texts, of groups of them, and of what is moved to the right; None where there is anything else.

    Args:
        console: where they are printed.
        part: what they are of.
        width: columns that they may take.
        left: columns that are left free before each.

    Returns:
        Each line with the columns before it.
    """
    if isinstance(part, Text):
        return [
            (left, line)
            for line in part.wrap(console, max(width - left, _LETTER), overflow=part.overflow or "fold")
        ]
    if isinstance(part, Group):
        lines: list[tuple[int, Text]] = []
        for one in part.renderables:
            inner = _lines_of(console, one, width, left)
            if inner is None:
                return None
            lines += inner
        return lines
    if isinstance(part, Padding) and not (part.top or part.bottom or part.right):
        return _lines_of(console, part.renderable, width, left + part.left)
    return None


def write_report(layout: str, report: dict[str, Any], record: Rows) -> None:
    """Print a report for people."""
    console = _console()
    width = min(console.width, _WIDEST)
    for part in {"verification": _verification, "comparison": _comparison}[layout](report, record):
        _print(console, part, width)


def _verification(report: dict[str, Any], _: Rows) -> Iterator[RenderableType]:
    """Yield what became of a source's statements: the faults one by one, the rest as a count."""
    from tajikcli.proof.alignment import differences  # noqa: PLC0415 - other pages need none
    from tajikcli.proof.tokens import words_of  # noqa: PLC0415 - as differences

    for told in report["statements"]:
        if told["status"] == "found":
            continue
        head = Text(told["status"], style="red")
        head.append(f"  {_clean(told['id'])}", style="not bold default")
        exact = _plain(told["exact"])
        parts: list[RenderableType] = [head]
        if told["nearest"]:
            now = _plain(told["nearest"])
            differ = differences(exact.plain, words_of(exact.plain), now.plain, words_of(now.plain))
            _highlight(exact, [one.text for one in differ], "bold red")
            _highlight(now, [one.record for one in differ], "bold green")
            parts.append(_beneath(Text("on record  ", style=_QUIET).append_text(exact)))
            parts.append(_beneath(Text("there now  ", style=_QUIET).append_text(now)))
        else:
            parts.append(_beneath(Text("on record  ", style=_QUIET).append_text(exact)))
        yield Group(*parts, Text())
    if report["uncovered"]:
        yield Text("sentences with no statement, those with a quotation or a number first", style=_QUIET)
        for left in report["uncovered"]:
            place = Text(f"{left['paragraph']}.{left['sentence']}", style="bold cyan")
            yield Padding(
                place.append(f"  {_clean(left['text'])}", style="not bold default"),
                (0, 0, 0, 2),
                expand=False,
            )
        yield Text()
    if report["unsearched"]:
        told = f"{report['unsearched']:,} of the lost statements were not looked for in changed words: it would take too long"
        yield Text(told, style="yellow")
        yield Text()
    found = sum(told["status"] == "found" for told in report["statements"])
    text = Text(f"{found} of {len(report['statements'])} statements found", style="bold")
    text.append(
        f" · {report['coverage']:g} % of the sentences are on record · edition: {report['edition']}",
        style="not bold",
    )
    yield text


def _comparison(report: dict[str, Any], record: Rows) -> Iterator[RenderableType]:
    """Yield a table for each measure with what follows from it, then linked statements side by side."""
    page = _Page(record, None)
    following = _following(report)
    for measure in report["figures"]:
        slug = measure["measure"]
        if len(measure["accounts"]) == 1:
            continue  # nothing to set it beside
        head = Text(_clean(measure["measure_label"]), style="bold cyan")
        values = {one["value"] for one in measure["accounts"]} - {None}
        if len(values) > 1:
            head.append(
                f": {len(values)} different values, each true only with its period and its source",
                style="not bold default",
            )
        yield head
        table = page.accounts if _console().width >= _NARROW else page.accounts_in_lines
        yield Padding(table(measure["accounts"]), (0, 0, 0, 2))
        for part in following.get(slug, ()):
            yield Padding(part, (0, 0, 0, 2))
        yield Text()
    for pair in report["linked"]:
        yield page.pair(pair)
        yield Text()
    for key, count in report["left_out"].items():
        if count:
            yield Text(f"{count:,} more {_LEFT_OUT[key]} are not listed", style="bold yellow")


def _following(report: dict[str, Any]) -> dict[str, list[Text]]:
    """Return what follows from the figures of each measure."""
    following: dict[str, list[Text]] = {}

    def add(measure: str, head: str, style: str, told: str) -> None:
        text = Text(head, style=style).append(_clean(told), style="not bold default")
        following.setdefault(measure, []).append(text)

    for conflict in report["conflicts"]:
        one, other = conflict["figures"]
        told = f"{conflict['period']}: {one['figure']} ({reference(one)}) against {other['figure']} ({reference(other)})"
        add(conflict["measure"], "conflict  ", "bold red", told)
    for rest in report["implied"]:
        add(rest["measure"], "implied  ", "bold yellow", _implied(rest))
    left: dict[str, list[str]] = {}
    for one in report["uncompared"]:
        left.setdefault(one["measure"], []).append(f"{one['figure']} ({reference(one)})")
    for measure, figures in left.items():
        add(measure, "no period  ", "bold yellow", f"{', '.join(figures)}: compared with none")
    return following


def _implied(rest: dict[str, Any]) -> str:
    """Return in words what two amounts imply, and how that compares with the time before."""
    whole, part = rest["whole"], rest["part"]
    amount = f"{amount_in_words(rest['amount'])} {rest['unit']}"
    told = f"{whole['figure']} in {whole['period']} less {part['figure']} in {part['period']} leaves {amount} for {rest['period']}"
    if rest["amount"] < 0:
        return f"{told}: the two can't both be right"
    daily = rest["amount"] / rest["days"] * rest["days_of_part"] / part["amount"] if part["amount"] else 0
    pace = f"{float(daily):.1f} times the daily pace of {part['period']}"
    return f"{told}: {pace} ({reference(whole)}, {reference(part)})"


class _Console(Console):
    """Leaves a reader that has gone to the command line's boundary, where Rich would exit 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def _console() -> Console:
    # Rich itself honours FORCE_COLOR, TERM=dumb and COLUMNS; of NO_COLOR it would keep bold and dim.
    return _Console(
        file=sys.stdout,
        highlight=False,
        markup=False,
        emoji=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )


def _layout(sheet: Sheet, record: Rows | None) -> Callable[[dict[str, Any]], RenderableType]:
    if record is None:
        return _index if sheet.layout == "kept" else _definition
    page = _Page(record, sheet.marks)
    return {"statements": page.brief, "show": page.whole, "figures": page.figure, "findings": page.finding}[
        sheet.layout
    ]


class _Page:
    """Lays statements out with the names that people read.

    Args:
        record: what knows the names and the links.
        marks: tells where in a text the words stand that were asked for.
    """

    def __init__(self, record: Rows, marks: Callable[[str], list[tuple[int, int]]] | None) -> None:
        self._record = record
        self._marks = marks
        self._names: Names = record.names()

    def brief(self, row: dict[str, Any]) -> RenderableType:
        """Return a statement with its figures and its chain."""
        words = _words(row)
        if self._marks is not None:
            for start, end in self._marks(words.plain):
                words.stylize("bold underline", start, end)
        parts: list[RenderableType] = [words]
        if row["figures"]:
            parts.append(_beneath(_figures(row["figures"])))
        parts.append(_beneath(self._origin(row)))
        return Group(*parts)

    def figure(self, row: dict[str, Any]) -> RenderableType:
        """Return a figure with its measure, its period and its chain."""
        text = _figure(row, none="no measure named")
        if not row["period"]:
            text.append(" · no period named", style="not bold default")
        return Group(text, _beneath(self._origin({**row, "id": row["statement"]})))

    def whole(self, row: dict[str, Any]) -> RenderableType:
        """Return a statement with all that is on record of it."""
        from rich.table import Table  # noqa: PLC0415 - a fifth of Rich's import, and most answers need none

        facts = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        facts.add_column(style=_QUIET, no_wrap=True)
        facts.add_column(overflow="fold", ratio=1)

        def line(label: str, value: RenderableType | None) -> None:
            if value:
                facts.add_row(Text(label), value)

        line("figures", _lines(_figure(figure) for figure in row["figures"]))
        line("chain", self._chain(row))
        line("hedged", _plain(", ".join(row["hedges"])))
        said = row["said"] or ""
        when = f"in the source's words: {row['when']}" if row["when"] else ""
        line("when", _plain(" · ".join(part for part in (said, when) if part)))
        line("topics", _plain(", ".join(row["topics"])))
        if row["kind"] == "quote":
            line("rests on", _plain("its own words, as the source prints them"))
        line("rests on", _lines(Text(f"… {_clean(item['exact'])} …") for item in row["evidence"]))
        address = self._names.addresses.get(row["source"])
        line("source", _lines(Text(text) for text in (row["source"], address) if text))
        line("linked", _lines(self._linked(row), between="\n\n"))
        return Group(_words(row), Text(), Padding(facts, (0, 0, 0, 2)))

    def finding(self, row: dict[str, Any]) -> RenderableType:
        """Return a quotation or figure of a text that was checked, and what the record has in its place."""
        verdict = Verdict.of(row["verdict"])
        head = Text(
            ":".join(_clean(str(row[key])) for key in ("file", "line", "column") if key in row), style="bold"
        )
        head.append("  ")
        head.append(verdict.in_words, style=verdict.style)
        statement = None
        if row["statement"]:
            statement = written(next(self._record.rows_by_id([row["statement"]])))
        source = self._names.sources[statement["source"]] if statement else ""
        head.append(f": {verdict.meaning.format(source=_clean(source))}", style="not bold default")
        if row["accepted"]:
            head.append(" (accepted)", style="not bold green")
        parts: list[RenderableType] = [head]
        text = _plain(row["text"])
        _highlight(text, [item["text"] for item in row["differences"]], "bold red")
        parts.append(_beneath(text))
        if row["record_text"] and verdict is not Verdict.VERBATIM:
            record = _plain(row["record_text"])
            _highlight(record, [item["record"] for item in row["differences"]], "bold green")
            if statement and statement["kind"] == "quote" and row["finding"] == "quotation":
                record = Text("“").append_text(record).append("”")
            parts.append(_beneath(Text("on record: ", style=_QUIET).append_text(record)))
        if verdict is Verdict.UNCLEAR:
            for key, name in (("text", "put in: "), ("record", "left out: ")):
                words = " · ".join(_clean(item[key]) for item in row["differences"] if item[key])
                if words:
                    parts.append(_beneath(Text(name, style=_QUIET).append(words)))
        if verdict is Verdict.ALTERED and row["differences"]:
            pairs = (
                tuple(_clean(item[key]) or "(nothing)" for key in ("text", "record"))
                for item in row["differences"]
            )
            told = " · ".join(f"{ours} → {theirs}" for ours, theirs in pairs)
            parts.append(_beneath(Text("differs: ", style=_QUIET).append(told)))
        if statement and row["finding"] == "quotation":
            parts.append(_beneath(self._origin(statement)))
        if row["attribution"] == "differs":
            name = self._names.speakers.get(row["speaker"], row["speaker"])
            named = Text("the text names ", style="red").append(_clean(name), style="bold")
            parts.append(
                _beneath(named.append(f", the record {_clean((statement or {}).get('speaker_name') or '')}"))
            )
        return Group(*parts)

    def accounts(self, rows: Sequence[dict[str, Any]]) -> RenderableType:
        """Return a measure's figures as a table: period, value, change, who says it, through whom, which source."""
        from rich.table import Table  # noqa: PLC0415 - as in whole

        table = Table(box=None, pad_edge=False, header_style=_QUIET, padding=(0, 2, 0, 0))
        for name in ("period", "value", "change", "who says it, through whom, where"):
            table.add_column(name, overflow="fold", no_wrap=name == "period")
        for row in rows:
            period = Text(_clean(row["period"])) if row["period"] else Text("none named", style="yellow")
            values = (Text(_clean(row[key] or ""), style=_FIGURE) for key in ("value", "change"))
            table.add_row(period, *values, _with_hedges(Text(self._path(row)), row))
        return table

    def accounts_in_lines(self, rows: Sequence[dict[str, Any]]) -> RenderableType:
        """Return a measure's figures one below the other, for a screen that has no room for a table."""
        parts: list[RenderableType] = []
        for row in rows:
            figures = Text(
                _clean(" · ".join(row[key] for key in ("value", "change") if row[key])), style=_FIGURE
            )
            figures.append(f"  {_clean(row['period'] or 'no period named')}", style="not bold default")
            parts += [figures, _beneath(_with_hedges(Text(self._path(row), style=_QUIET), row))]
        return Group(*parts)

    def pair(self, pair: dict[str, Any]) -> RenderableType:
        """Return two linked statements, the words that differ marked in each."""
        first, second = pair["statements"]
        head = Text(_clean(self._reference(first)), style="bold")
        colour = "bold red" if pair["relation"] == "conflicts" else "bold cyan"
        head.append(f" {_FORWARD.get(pair['relation'], pair['relation'])} ", style=colour)
        head.append(_clean(self._reference(second)), style="bold")
        parts: list[RenderableType] = [head]
        for row, key in ((first, "text"), (second, "record")):
            words = _words(row)
            _highlight(words, [one[key] for one in pair["differences"]], "bold underline")
            origin = _with_hedges(self._chain(row), row)
            parts += [_beneath(words), Padding(origin, (0, 0, 0, 4), expand=False)]
        return Group(*parts)

    def _origin(self, row: dict[str, Any]) -> Text:
        text = _with_hedges(self._chain(row), row)
        text.append(f" · {self._reference(row)}", style=_QUIET)
        return text

    def _path(self, row: dict[str, Any]) -> str:
        """Return who said it, through whom, and where it stands, for people to read."""
        names = [row["speaker_name"]] if row["speaker_name"] else []
        names += [self._names.relays[slug] for slug in row["via"]]
        return _clean(" → ".join([*names, self._names.sources[row["source"]]]))

    def _chain(self, row: dict[str, Any]) -> Text:
        text = Text(style=_QUIET)
        text.append(row["kind"], style=f"not dim {_KIND[row['kind']]}")
        text.append(f" · {self._path(row)}")
        return text

    def _reference(self, row: dict[str, Any]) -> str:
        return f"{row['meeting']}/{row['id']}" if self._names.meetings > 1 else row["id"]

    def _linked(self, row: dict[str, Any]) -> Iterable[Text]:
        for link in row["links"]:
            meeting, _, short = link["to"].rpartition("/")
            yield self._neighbour(_FORWARD.get(link["as"], link["as"]), meeting or row["meeting"], short)
        for link in self._record.backlinks(row["meeting"], row["id"]):
            yield self._neighbour(_INVERSE[link.relation], link.meeting, link.id)

    def _neighbour(self, relation: str, meeting: str, short: str) -> Text:
        other = written(next(self._record.rows_by_id([f"{meeting}/{short}"])))
        text = Text(f"{relation} ")
        text.append(self._reference(other), style="bold")
        text.append("\n")
        text.append_text(_words(other))
        text.append("\n")
        text.append_text(_with_hedges(self._chain(other), other))
        return text


def _highlight(text: Text, parts: Iterable[str], style: str) -> None:
    """Mark parts of a text, which stand in it in this order."""
    start = 0
    for part in filter(None, map(_clean, parts)):
        place = text.plain.find(part, start)
        if place >= 0:
            start = place + len(part)
            text.stylize(style, place, start)


def _words(row: dict[str, Any]) -> Text:
    """Return a statement's text: quotation marks around words as printed, and around nothing else."""
    if row["kind"] != "quote":
        return _plain(row["text"])
    text = Text("“", style=_KIND["quote"])
    text.append(_clean(row["text"]))
    text.append("”")
    return text


def _with_hedges(text: Text, row: dict[str, Any]) -> Text:
    """Return where words are from, with the reservations that the source gives them with."""
    if row["hedges"]:
        text.append(f" · {_clean(hedged(row['hedges']))}", style="not dim italic")
    return text


def _figures(figures: Sequence[dict[str, Any]]) -> Text:
    return Text("\n").join(_figure(figure) for figure in figures)


def _figure(figure: dict[str, Any], none: str = "") -> Text:
    text = Text(_clean(phrase(figure)), style=_FIGURE)
    about = " · ".join(part for part in (figure["measure_label"] or none, figure["period"]) if part)
    if about:
        text.append(f"  {_clean(about)}", style="not bold default")
    return text


def _definition(row: dict[str, Any]) -> RenderableType:
    """Return a meeting, topic, speaker or source: what to type for it, what it is, how much there is."""
    text = Text(_clean(row.get("slug") or row["id"]), style="bold cyan")
    name = row.get("label") or row.get("name") or row.get("title")
    if name:
        text.append(f"  {_clean(name)}", style="not bold default")
    quiet = [
        row[key] for key in ("role", "publisher", "published", "language", "date", "place") if row.get(key)
    ]
    quiet += [f"{row[key]} {key if row[key] != 1 else key.removesuffix('s')}" for key in ("facts", "quotes")]
    lines = [Text(_clean(" · ".join(quiet)))]
    if row.get("aliases"):
        lines.append(_plain(f"also {', '.join(row['aliases'])}"))
    if row.get("url"):
        lines.append(Text(_clean(row["url"]), overflow="fold"))
    beneath = Text("\n").join(lines)
    beneath.stylize(_QUIET)
    return Group(text, _beneath(beneath))


def _index(row: dict[str, Any]) -> RenderableType:
    """Return an index that is kept: where, how large, of which files."""
    held = f"{row['bytes']:,} bytes · {row['statements']:,} statements of {len(row['files']):,} files"
    named = row["files"][:_FEW]
    more = [f"and {len(row['files']) - _FEW:,} more"] if len(row["files"]) > _FEW else []
    beneath = Text("\n".join(_clean(line) for line in (held, *named, *more)), style=_QUIET, overflow="fold")
    return Group(Text(_clean(row["path"]), style="bold cyan", overflow="fold"), _beneath(beneath))


def _beneath(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2), expand=False)


def _problem(row: dict[str, Any]) -> Text:
    place = f"{row['file']}:{row['line']}:{row['column']}: "
    text = Text(_clean(place), style="bold")
    text.append(
        f" {row['severity']}: ", style="not bold red" if row["severity"] == "error" else "not bold yellow"
    )
    text.append(_clean(row["message"]), style="not bold")
    return text


def _lines(texts: Iterable[Text], between: str = "\n") -> Text | None:
    joined = Text(between).join(texts)
    return joined if joined.plain else None


def _plain(text: str) -> Text:
    return Text(_clean(text))


def _clean(text: str) -> str:
    return printable(fold_space(text))


def _write_table(console: Console, rows: Sequence[Sequence[Any]], columns: Sequence[str]) -> None:
    """Print chosen fields as a table; a long one in parts, since Rich keeps a hundred times what it prints."""
    if not rows:
        return
    numbers = [all(isinstance(row[place], int) for row in rows) for place in range(len(columns))]
    if len(rows) <= _MOST_ROWS:
        console.print(_table(rows, columns, numbers))
        return

    def printed(part: Sequence[Sequence[Any]]) -> list[str]:
        with console.capture() as text:
            console.print(_table(part, columns, numbers))
        return text.get().splitlines(keepends=True)

    # With the widest cells in it, every part is as wide in its columns as the whole; their rows and the head are cut off.
    widest = list(_widest(rows, len(columns)))
    tail = printed(widest)
    head = tail[: len(tail) - len(printed([*widest, *widest])) + len(tail)]
    sys.stdout.write("".join(head))
    for start in range(0, len(rows), _MOST_ROWS):
        lines = printed([*rows[start : start + _MOST_ROWS], *widest])
        sys.stdout.write("".join(lines[len(head) : len(lines) - len(tail) + len(head)]))


def _widest(rows: Sequence[Sequence[Any]], columns: int) -> Iterator[Sequence[Any]]:
    """Yield the rows that make each column as wide as it is: those with its longest text and its longest word."""
    for place in range(columns):
        texts = [cell(row[place]) for row in rows]
        yield rows[max(range(len(rows)), key=lambda number: cell_len(texts[number]))]
        yield rows[
            max(range(len(rows)), key=lambda number: max(map(cell_len, texts[number].split()), default=0))
        ]


def _table(rows: Sequence[Sequence[Any]], columns: Sequence[str], numbers: Sequence[bool]) -> Table:
    """Return rows as a table; long cells wrap."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - as in whole
    from rich.table import Table  # noqa: PLC0415 - as in whole

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1))
    for column, number in zip(columns, numbers, strict=True):
        table.add_column(column, justify="right" if number else "left", no_wrap=number, overflow="fold")
    for row in rows:
        table.add_row(*(_plain(cell(value)) for value in row))
    return table
