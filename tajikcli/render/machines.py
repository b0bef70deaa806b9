"""Answers for pipes and files: JSON, lines of JSON, CSV, YAML, Markdown, and plain text for `cut`.

JSON goes out as the index holds it, untouched; the others are made from it.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tajikcli.figures import phrase
from tajikcli.text import fold_space, in_json, printable, with_hedges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from json import JSONDecoder

    from tajikcli.render import Sheet

Row = dict[str, Any]


def write(sheet: Sheet, format_: str, fields: Sequence[str] | None) -> bool:
    """Print a sheet in one of the machines' formats; tell whether it had a row."""
    counted = _Counted(sheet.rows)
    for chunk in _WRITERS[format_](counted, sheet, fields):
        sys.stdout.write(chunk)
    return counted.some


def write_report(layout: str, report: Row, format_: str) -> None:
    """Print a report: as one JSON object, or as lines of plain text, the kind of each in its first column."""
    if format_ == "json":
        sys.stdout.write(f"{_encoded(report)}\n")
        return
    for line in _REPORTS[layout](report):
        sys.stdout.write("\t".join(map(cell, line)) + "\n")


def _verification(report: Row) -> Iterator[Sequence[object]]:
    yield "edition", report["edition"]
    for told in report["statements"]:
        yield told["status"], told["id"], told["exact"], told["nearest"]
    yield "coverage", report["coverage"]
    for left in report["uncovered"]:
        yield "uncovered", f"{left['paragraph']}.{left['sentence']}", left["text"]
    if report["unsearched"]:
        yield "unsearched", report["unsearched"]


def _comparison(report: Row) -> Iterator[Sequence[object]]:
    for measure in report["figures"]:
        for one in measure["accounts"]:
            said = (one["period"], one["value"], one["change"], one["speaker"], one["via"], one["source"])
            yield "figure", measure["measure"], *said, one["statements"], one["hedges"]
    linked = {
        frozenset(f"{one['meeting']}/{one['id']}" for one in pair["statements"]) for pair in report["linked"]
    }
    for conflict in report["conflicts"]:
        if not conflict["figures"]:
            if frozenset(conflict["statements"]) not in linked:  # which are told with their texts
                yield "conflicts", *conflict["statements"]
            continue
        pair = [f"{one['figure']} ({reference(one)})" for one in conflict["figures"]]
        yield "conflict", conflict["measure"], conflict["period"], *pair
    for rest in report["implied"]:
        from_ = [
            f"{one['figure']} {one['period']} ({reference(one)})" for one in (rest["whole"], rest["part"])
        ]
        yield "implied", rest["measure"], rest["period"], f"{rest['amount']} {rest['unit']}", *from_
    for one in report["uncompared"]:
        yield "uncompared", one["measure"], one["figure"], reference(one), "no period on record"
    for pair in report["linked"]:
        first, second = pair["statements"]
        texts = (with_hedges(one["text"], one["hedges"]) for one in (first, second))
        yield pair["relation"], first["id"], second["id"], *texts
    for key, count in report["left_out"].items():
        if count:
            yield "left out", key, count


def reference(figure: Row) -> str:
    """Return the statement that a figure is from, and the reservations that its source gives it with."""
    return with_hedges(figure["statement"], figure["hedges"])


_REPORTS: dict[str, Callable[[Row], Iterator[Sequence[object]]]] = {
    "verification": _verification,
    "comparison": _comparison,
}


class _Counted:
    """Passes rows on and remembers whether there were any."""

    def __init__(self, rows: Iterable[str]) -> None:
        self._rows = rows
        self.some = False

    def __iter__(self) -> Iterator[str]:
        for row in self._rows:
            self.some = True
            yield row


def decoded(row: str) -> Row:
    """Return a row's values; numbers that are not whole keep every digit."""
    answer: Row = _decoder(_decimal).decode(row)
    return answer


def written(row: str) -> Row:
    """Return a row's values for a page, on which nothing is calculated: numbers that are not whole as they are written."""
    answer: Row = _decoder(str).decode(row)
    return answer


@lru_cache(maxsize=2)
def _decoder(parse_float: Callable[[str], Any]) -> JSONDecoder:
    from json import JSONDecoder  # noqa: PLC0415 - JSON goes out as it is, and needs none

    return JSONDecoder(parse_float=parse_float)


def _decimal(text: str) -> Any:
    from decimal import Decimal  # noqa: PLC0415 - rare, and its import is not free

    return Decimal(text)


def _encoded(value: object) -> str:
    """Return a value as JSON text, decimals as numbers."""
    import msgspec  # noqa: PLC0415 - not for the common way, which prints what the index holds

    try:
        return in_json(msgspec.json.Encoder(decimal_format="number").encode(value).decode())
    except UnicodeEncodeError:  # a path with bytes that are no text
        from json import dumps  # noqa: PLC0415 - as above

        return dumps(value)


def _chosen(rows: Iterable[str], fields: Sequence[str] | None) -> Iterator[str]:
    if fields is None:
        yield from rows
    else:
        for row in rows:
            values = decoded(row)
            yield _encoded({field: values[field] for field in fields})


def _json(rows: Iterable[str], _: Sheet, fields: Sequence[str] | None) -> Iterator[str]:
    before = "["
    for row in _chosen(rows, fields):
        yield f"{before}\n{row}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _jsonl(rows: Iterable[str], _: Sheet, fields: Sequence[str] | None) -> Iterator[str]:
    for row in _chosen(rows, fields):
        yield f"{row}\n"


def _plain(rows: Iterable[str], sheet: Sheet, fields: Sequence[str] | None) -> Iterator[str]:
    if sheet.layout == "show" and fields is None:
        before = ""
        for row in rows:
            yield before
            for key, value in decoded(row).items():
                yield f"{key}\t{cell(value)}\n"
            before = "\n"
        return
    if sheet.layout == "problems" and fields is None:
        for row in rows:
            yield f"{cell(problem_line(decoded(row)))}\n"
        return
    if sheet.layout == "findings" and fields is None:
        for row in rows:
            values = decoded(row)
            yield "\t".join(map(cell, (_place(values), *(values[key] for key in sheet.columns[2:])))) + "\n"
        return
    columns = fields or sheet.columns
    for row in rows:
        values = decoded(row)
        yield "\t".join(cell(values[column]) for column in columns) + "\n"


def _place(values: Row) -> str:
    return ":".join(str(values[key]) for key in ("file", "line", "column") if key in values)


def _github(rows: Iterable[str], _: Sheet, __: Sequence[str] | None) -> Iterator[str]:
    """Yield the faults among findings as annotations (GitHub's workflow commands)."""
    for row in rows:
        values = decoded(row)
        told = fault(values)
        if told:
            place = ",".join(
                f"{key}={_in_property(values[name])}"
                for key, name in (("file", "file"), ("line", "line"), ("col", "column"))
                if name in values
            )
            yield f"::error {place},title={_in_property('tajik: ' + told[0])}::{_in_command(told[1])}\n"


def fault(values: Row) -> tuple[str, str] | None:
    """Return what is at fault with a finding, as a title and a sentence; None where nothing is."""
    verdict, text, record = values["verdict"], cell(values["text"]), cell(values["record_text"])
    by = f" [{with_hedges(values['statement'], values['hedges'])}]" if values["statement"] else ""
    if values["accepted"]:
        return None
    if values["finding"] == "figure":
        return ("figure differs", f"{text}; on record: {record}") if verdict == "differs" else None
    if verdict == "unclear":
        lost = "; ".join(
            f"{name} {cell(one[key])}"
            for one in values["differences"]
            for key, name in (("text", "put in:"), ("record", "left out:"))
            if one[key]
        )
        return "unclear", f"{text} / on record{by}: {record}" + (f" / {lost}" if lost else "")
    if verdict == "altered":
        return "altered", f"{text} / on record{by}: {record}"
    if verdict == "paraphrase":
        return "paraphrase", f"{text} / nobody is on record with these words; a fact{by}: {record}"
    if verdict == "not_found":
        return "not found", f"{text} / nobody is on record with these words"
    if values["attribution"] == "differs":
        return (
            "speaker differs",
            f"{text} / the text names {values['speaker']}, the record another speaker{by}",
        )
    return None


def _in_command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(value: object) -> str:
    return _in_command(printable(str(value))).replace(":", "%3A").replace(",", "%2C")


def problem_line(values: Row) -> str:
    """Return a problem as `file:line:column: message`."""
    mark = "warning: " if values["severity"] == "warning" else ""
    return f"{values['file']}:{values['line']}:{values['column']}: {mark}{values['message']}"


def cell(value: object) -> str:
    """Return a value as one cell of plain text: no tab, no line break, lists with commas between."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_item(item) for item in value)
    return printable(fold_space(str(value)))


def _item(item: object) -> str:
    if not isinstance(item, dict):
        return cell(item)
    if "record" in item:
        return cell(f"{item['text'] or '∅'} / {item['record'] or '∅'}")
    if "exact" in item:
        return cell(item["exact"])
    if "as" in item:
        return cell(f"{item['as']} {item['to']}")
    return cell(" ".join(part for part in (item["measure"], phrase(item), item["period"]) if part))


def _csv(rows: Iterable[str], sheet: Sheet, fields: Sequence[str] | None) -> Iterator[str]:
    import csv  # noqa: PLC0415 - for this format only
    import io  # noqa: PLC0415 - as csv

    columns = fields or sheet.keys
    line = io.StringIO(newline="")
    writer = csv.writer(line)
    writer.writerow(columns)
    for row in rows:
        values = decoded(row)
        writer.writerow(_csv_cell(values[column]) for column in columns)
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # what a spreadsheet may take for one's beginning
# What may stand before it: white space but for what counts itself, quotation marks, characters that nobody sees.
_NO_FORMULA = "^(?:[^\\S\t\r\n]|[\"'`\u00ab\u00bb\u2018-\u201f\u00ad\u200b-\u200f\u2060-\u2064\ufeff])+"


def _csv_cell(value: object) -> object:
    if isinstance(value, (list, dict)):
        return _encoded(value)
    if isinstance(value, str):
        value = printable(value)
        # A spreadsheet would run it as a formula; some pass over what stands before its beginning.
        if re.sub(_NO_FORMULA, "", value, count=1)[:1] in _FORMULA and not _is_number(value):
            return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def _markdown(rows: Iterable[str], sheet: Sheet, fields: Sequence[str] | None) -> Iterator[str]:
    columns = fields or sheet.columns or sheet.keys
    yield f"| {' | '.join(columns)} |\n| {' | '.join('---' for _ in columns)} |\n"
    for row in rows:
        values = decoded(row)
        yield f"| {' | '.join(_escaped(cell(values[column])) for column in columns)} |\n"


def _escaped(text: str) -> str:
    """Return text in which Markdown and HTML find nothing to act on, no address to make a link of either."""
    escaped = "".join(f"\\{char}" if char in "\\`*_[]<>|~#&$@" else char for char in text)
    return re.sub(_ADDRESS, r"\\\g<0>", escaped)


_ADDRESS = r"(?i)(?<=\bwww)[.]|:(?=//)"


def _yaml(rows: Iterable[str], _: Sheet, fields: Sequence[str] | None) -> Iterator[str]:
    from tajikcli.render.block import dumped  # noqa: PLC0415 - for this format only

    some = False
    for row in rows:
        some = True
        values = decoded(row)
        yield dumped({field: values[field] for field in fields or values})
    if not some:
        yield "[]\n"


_WRITERS: dict[str, Callable[[Iterable[str], Sheet, Sequence[str] | None], Iterator[str]]] = {
    "json": _json,
    "jsonl": _jsonl,
    "plain": _plain,
    "csv": _csv,
    "markdown": _markdown,
    "yaml": _yaml,
    "github": _github,
}
