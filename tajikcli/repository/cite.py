"""Cite statements, or words of a quote exactly as the source prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.errors import UseError
from tajikcli.ids import full_id
from tajikcli.model.relations import Relation
from tajikcli.proof.addresses import is_of_the_web
from tajikcli.proof.citation import SenseError, WordsError, quoted
from tajikcli.proof.styles import STYLES, WITHOUT_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tajikcli.model.rows import Statement
    from tajikcli.proof.citation import Citation
    from tajikcli.repository.rows import Rows


def cite(
    rows: Rows, ids: Sequence[str], *, style: str, words: str | None, notice: Callable[[str], None]
) -> str:
    """Return a citation of statements.

    Args:
        rows: the record.
        ids: the ids of the statements.
        style: one of `proof.styles.STYLES`.
        words: words of a quote to put in quotation marks.
        notice: called with a message if an id was merged into another one.

    Raises:
        TajikError: as `Record.cite`.
    """
    if style not in STYLES:
        raise UseError(f"unknown style '{style}'; expected one of {', '.join(STYLES)}")
    if words is not None and style in WITHOUT_WORDS:
        raise UseError(
            f"an entry of style '{style}' describes the whole source and cannot quote words;"
            " expected one of the styles line, markdown, pandoc, latex or ris"
        )
    citations = rows.citations(ids, notice)
    if words is not None:
        if len(citations) != 1:
            raise UseError("words take exactly one id")
        citations = [_quoting(rows, citations[0], words)]
    return STYLES[style](citations)


def address_of(rows: Rows, name: str, *, archived: bool, notice: Callable[[str], None]) -> str:
    """Return the address at which a browser shows the words that a statement rests on.

    Args:
        rows: the record.
        name: the id of the statement.
        archived: whether to return the address of the source's archived copy.
        notice: called with a message if the id was merged into another one.

    Raises:
        UnknownValueError, AmbiguousValueError: the id stands for no statement, or for several.
        UseError: the record has no such address, or it is not a web address.
    """
    (citation,) = rows.citations([name], notice)
    slug = citation.source["slug"]
    address = citation.archived if archived else citation.address
    if address is None:
        what, other = ("archived copy", "") if archived else ("address", "; try --archived")
        raise UseError(f"no {what} of the source '{slug}' is on record{other if citation.archived else ''}")
    if not is_of_the_web(address):  # a record without errors has no other addresses
        raise UseError(f"the address of the source '{slug}' does not start with http:// or https://")
    return address


def _quoting(rows: Rows, citation: Citation, words: str) -> Citation:
    """Return a citation that quotes some words of its statement.

    Args:
        rows: the record, for a suggestion if the words are not in the statement.
        citation: the citation of a statement.
        words: the words to quote.

    Raises:
        UseError: the statement is a fact, it does not have these words, or their meaning changes when they
            are quoted alone.
    """
    statement = citation.statement
    if statement["kind"] != "quote":
        raise UseError(
            f"'{statement['id']}' is a fact, which is not in the speaker's words, and cannot be cited in quotation marks{_instead(rows, statement)}"
        )
    try:
        return citation._replace(words=quoted(statement["text"], words))
    except SenseError as more:
        raise UseError(
            f"in '{statement['id']}' these words change their meaning when quoted alone; quote more: {more}"
        ) from None
    except WordsError:
        (found,) = rows.checker().check_words(words, statement["speaker"])
        nearest = ""
        is_same = found["statement"] in {statement["id"], full_id(statement["meeting"], statement["id"])}
        if is_same and found["record_text"]:
            nearest = f"; it has: {found['record_text']}"
        elif found["verdict"] == "verbatim":
            nearest = f"; they do in {found['statement']}"
        raise UseError(f"these words do not occur as given in '{statement['id']}'{nearest}") from None


def _instead(rows: Rows, statement: Statement) -> str:
    """Return advice to cite the quote that a fact is part of."""
    for link in statement["links"]:
        if link["as"] == Relation.PART_OF:
            (whole,) = rows.rows_by_id([full_id(statement["meeting"], link["to"])]).rows()
            if whole["kind"] == "quote":
                return f"; it is part of the quote {link['to']}: tajik cite {link['to']} --words …"
    return "; no quote on record contains it"
