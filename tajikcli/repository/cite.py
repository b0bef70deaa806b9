"""Citing words of a statement: only those of a quote, just as it prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.errors import UseError
from tajikcli.proof.citation import SenseError, WordsError, quoted

if TYPE_CHECKING:
    from tajikcli.model import rows
    from tajikcli.proof.citation import Citation
    from tajikcli.repository.record import Record


def quoting(record: Record, citation: Citation, words: str) -> Citation:
    """Return a citation that quotes some of its statement's words.

    Args:
        record: what the statement is on record in, for what to say where the words do not stand in it.
        citation: of a statement.
        words: what to quote.

    Raises:
        UseError: the statement is a fact, or does not have these words, or they say something else without others.
    """
    statement = citation.statement
    if statement["kind"] != "quote":
        raise UseError(
            f"'{statement['id']}' is a fact, in our words, and can't be cited in quotation marks{_instead(record, statement)}"
        )
    try:
        return citation._replace(words=quoted(statement["text"], words))
    except SenseError as more:
        raise UseError(
            f"in '{statement['id']}' these words depend on others, and say something else without them; quote more: {more}"
        ) from None
    except WordsError:
        (found,) = record.checker().check_words(words)
        nearest = ""
        if (
            found["statement"] in {statement["id"], f"{statement['meeting']}/{statement['id']}"}
            and found["record_text"]
        ):
            nearest = f"; it has: {found['record_text']}"
        elif found["verdict"] == "verbatim":
            nearest = f"; they do in {found['statement']}"
        raise UseError(f"these words don't stand so in '{statement['id']}'{nearest}") from None


def _instead(record: Record, statement: rows.Statement) -> str:
    """Say which quote a fact is part of."""
    for link in statement["links"]:
        if link["as"] == "part-of":
            target = link["to"] if "/" in link["to"] else f"{statement['meeting']}/{link['to']}"
            if next(record.rows_by_id([target]).rows())["kind"] == "quote":
                return f"; it is part of the quote {link['to']}: tajik cite {link['to']} --words …"
    return "; no quote on record has it"
