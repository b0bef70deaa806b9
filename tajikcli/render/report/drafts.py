"""The report of `check`: each draft with its findings, faults first."""

from __future__ import annotations

import shutil
import tempfile
from typing import TYPE_CHECKING, Any

from tajikcli.model.faults import heading, is_faulty, meaning
from tajikcli.model.verdicts import Verdict
from tajikcli.render.faults import misattributed, misled
from tajikcli.render.report.pieces import paragraphs_of, parted
from tajikcli.render.report.templates import foot, head, template
from tajikcli.text import counted, displayed, hedged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self, TextIO

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.reported import ReportedDraft, ReportedFinding
    from tajikcli.model.verdicts import Attribution

_LOOKS = {"red": "fault", "yellow": "doubt", "green": "fine"}
_MEMORY = 1 << 20  # the number of characters to keep in memory before they go to the disk


class DraftsReport:
    """Collects drafts as they are checked, and writes the page at the end, when the number of faults is known.

    Args:
        names: the names that people read instead of slugs.
        is_several: whether there may be several drafts; if so, those without a fault are collapsed.
    """

    def __init__(self, names: Names, *, is_several: bool) -> None:
        self._names, self._is_several = names, is_several
        self._faults = tempfile.SpooledTemporaryFile(_MEMORY, "w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - closed by __exit__
        self._drafts = tempfile.SpooledTemporaryFile(_MEMORY, "w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - as above
        self._number = 0
        self._some = False
        self._unread: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._faults.close()
        self._drafts.close()

    def add(self, draft: ReportedDraft) -> None:
        """Add a draft."""
        self._number += 1
        cards = [
            _card(found, f"d{self._number}-{place}", self._names, is_word=draft.is_word)
            for place, found in enumerate(draft.findings)
        ]
        file = "standard input" if draft.file == "-" else displayed(draft.file)
        for card in cards:
            if card["is_fault"]:
                self._some = True
                place = f"{file}, {card['place']}" if self._is_several else card["place"]
                values = {"id": card["id"], "place": place, "verdict": card["verdict"]}
                self._faults.write(template("fault.html").render(words=_short(card["words"]), **values))
                self._faults.write("\n")
        page = template("draft.html").generate(
            id=f"d{self._number}",
            file=file,
            in_words=draft.in_words,
            is_folded=self._is_several and not any(card["is_fault"] for card in cards),
            paragraphs=paragraphs_of(draft.paragraphs, cards),
            cards=cards,
            not_judged=list(_not_judged(draft, cards)),
        )
        for part in page:
            self._drafts.write(part)

    def add_unread(self, error: str) -> None:
        """Add a file that cannot be read, with the reason."""
        self._unread.append(displayed(error))

    def write(self, file: TextIO, summary: str) -> None:
        """Write the page.

        Args:
            file: the output.
            summary: a summary of the texts and findings.
        """
        title = "Quotations and figures, checked against the record"
        file.write(head(title, summary))
        if self._some:
            file.write('<nav aria-labelledby="faults">\n<h2 id="faults">Faults</h2>\n<ol>\n')
            self._faults.seek(0)
            shutil.copyfileobj(self._faults, file)
            file.write("</ol>\n</nav>\n")
        file.write('<main id="text">\n')
        if self._unread:
            file.write(template("unread.html").render(unread=self._unread))
        if not self._some:
            file.write("<p>No faults were found.</p>\n")
        self._drafts.seek(0)
        shutil.copyfileobj(self._drafts, file)
        file.write(foot())


def _not_judged(draft: ReportedDraft, cards: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the parts of a draft that got no verdict."""
    for card in cards:
        if not card["is_linked"]:
            yield f"{card['place']}: {card['words']} ({card['meaning']})"
    for one in draft.not_judged:
        yield f"{_place(one, is_word=draft.is_word)}: {displayed(one['text'])} ({one['reason']})"
    yield from draft.notices


def _card(found: ReportedFinding, name: str, names: Names, *, is_word: bool) -> dict[str, Any]:
    """Return the data of a finding's card."""
    row, statement, address = found
    headed = heading(row)
    source = names.sources.get(statement["source"], "") if statement else ""
    is_quotation = row["finding"] == "quotation"
    verdict = Verdict.of(row["verdict"])
    differing = row["differences"] if verdict is not Verdict.VERBATIM else []
    return {
        "id": name,
        "look": _look(row, headed),
        "is_fault": is_faulty(row),
        "is_linked": verdict is not Verdict.TOO_SHORT or headed is not verdict,
        "is_accepted": row["accepted"],
        "verdict": headed.in_words if is_quotation else f"figure {headed.in_words}",
        "meaning": meaning(row).format(source=displayed(source)),
        "place": _place(row, is_word=is_word),
        "words": displayed(row["text"]),
        "text": parted(row["text"], [one["text"] for one in differing]),
        "record_label": "On record, as a fact" if verdict is Verdict.PARAPHRASE else "On record",
        "record": parted(row["record_text"] or "", [one["record"] for one in differing]),
        "is_quote": is_quotation and statement is not None and statement["kind"] == "quote",
        "more": list(_more(row, verdict)),
        "origin": _origin(statement, names) if statement else "",
        "statement": row["statement"],
        "address": address if address and address.startswith(("https://", "http://")) else None,
    }


def _place(one: rows.Finding | rows.NotJudged, *, is_word: bool) -> str:
    """Return a position in words: `line 3, column 5`, or in a Word document `paragraph 3, character 5`."""
    line, column = ("paragraph", "character") if is_word else ("line", "column")
    return f"{line} {one['line']}, {column} {one['column']}"


def _look(row: rows.Finding, headed: Verdict | Attribution) -> str:
    return "fine" if row["accepted"] else _LOOKS[headed.style]


def _more(row: rows.Finding, verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Yield details of a finding, each with a label and a sentence."""
    added = " · ".join(displayed(one["text"]) for one in row["differences"] if one["text"])
    left_out = " · ".join(displayed(one["record"]) for one in row["differences"] if one["record"])
    if added and verdict is Verdict.UNCLEAR:
        yield "Added", added
    if left_out and verdict is Verdict.UNCLEAR:
        yield "Left out", left_out
    if verdict is Verdict.VERBATIM and row["differences"]:
        pairs = (f"{displayed(one['text'])} → {displayed(one['record'])}" for one in row["differences"])
        yield "Punctuation", " · ".join(pairs)
    speaker = misattributed(row)
    if speaker:
        yield "Speaker", speaker
    elsewhere = misled(row)
    if elsewhere:
        yield "Link", displayed(elsewhere)


def _origin(statement: rows.Statement, names: Names) -> str:
    """Return the speaker, the relays and the source, with the hedges of the source."""
    chain = [statement["speaker_name"]] if statement["speaker_name"] else []
    chain += [names.relays[slug] for slug in statement["via"]]
    told = f"{statement['kind']} · {' → '.join([*chain, names.sources[statement['source']]])}"
    if statement["hedges"]:
        told += f" · {hedged(statement['hedges'])}"
    return displayed(told)


def _short(words: str, most: int = 160) -> str:
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def summary_of(in_words: str, faults: int) -> str:
    """Return the sentence below the title of a report."""
    return f"{counted(faults, 'fault')}. {in_words[:1].upper()}{in_words[1:]}."
