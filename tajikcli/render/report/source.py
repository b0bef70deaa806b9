"""The report of `verify`: the text of a source with its statements, faults first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tajikcli.render.report.pieces import paragraphs_of, parted
from tajikcli.render.report.templates import foot, head, template
from tajikcli.text import counted, displayed

if TYPE_CHECKING:
    from typing import TextIO

    from tajikcli.model.reported import ReportedSource

_LOOKS = {"lost": "fault", "changed": "fault", "found": "fine"}
_NOTE = (
    "this page contains the text of the source, which belongs to its publisher; do not publish it, and give it only to"
    " people who may read that text."
)


def write(file: TextIO, shown: ReportedSource) -> None:
    """Write the page.

    Args:
        file: the output.
        shown: the source and its verification.
    """
    report = shown.verification
    placed = {mark.number for paragraph in shown.paragraphs for mark in paragraph.marks}
    cards = [_card(number, shown, is_linked=number in placed) for number in range(len(report["statements"]))]
    cards.append({"id": "no-statement", "look": "doubt", "verdict": "no statement", "is_linked": False})
    faults = [card for card in cards[:-1] if card["is_fault"]]
    title = f"{displayed(shown.name)}, compared with the record"
    found = len(report["statements"]) - len(faults)
    summary = (
        f"{found} of {counted(len(report['statements']), 'statement')} found in {displayed(shown.file)};"
        f" {report['coverage']:g} % of the sentences are on record; edition: {report['edition']}."
    )
    file.write(head(title, summary, _NOTE))
    if faults:
        file.write('<nav aria-labelledby="faults">\n<h2 id="faults">Faults</h2>\n<ol>\n')
        for card in faults:
            values = {"id": card["id"], "place": card["statement"], "verdict": card["verdict"]}
            file.write(template("fault.html").render(words=displayed(card["words"]), **values) + "\n")
        file.write("</ol>\n</nav>\n")
    file.write('<main id="text">\n')
    parts = template("source.html").generate(
        lost=[card for card in faults if not card["is_linked"]],
        paragraphs=paragraphs_of(shown.paragraphs, cards),
        cards=cards,
        uncovered=[displayed(one["text"]) for one in report["uncovered"]],
        unsearched=report["unsearched"],
    )
    file.writelines(parts)
    file.write(foot())


def _card(number: int, shown: ReportedSource, *, is_linked: bool) -> dict[str, Any]:
    statement, differences = shown.verification["statements"][number], shown.differences[number]
    return {
        "id": f"s{number}",
        "look": _LOOKS[statement["status"]],
        "is_fault": statement["status"] != "found",
        "is_linked": is_linked,
        "verdict": statement["status"],
        "statement": statement["id"],
        "words": statement["exact"] or "",
        "record": parted(statement["exact"] or "", [one["text"] for one in differences]),
        "now": parted(statement["nearest"] or "", [one["record"] for one in differences]),
    }
