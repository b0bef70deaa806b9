"""Search results as a page shows them: each claim once, and conflicting figures of one measure and period together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.model.pages import FoundClaim
from tajikcli.model.streams import Stored
from tajikcli.repository.grouping import CLAIMS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from tajikcli.model import rows

_ACCOUNTS = (
    f"SELECT count(*) FROM link WHERE relation IN ({CLAIMS}) AND to_meeting = :meeting AND to_id IN"
    " (SELECT :id UNION SELECT merged.id FROM merged JOIN statement USING (seq)"
    " WHERE statement.meeting = :meeting AND statement.id = :id)"
)


def by_claim(
    connection: sqlite3.Connection, texts: Sequence[str], marks: Callable[[str], Sequence[tuple[int, int]]]
) -> Iterator[FoundClaim]:
    """Yield search results claim by claim: the best result of each claim at its position, followed by the others.

    Claims with a different figure of the same measure and period follow immediately.

    Args:
        connection: a connection to the index.
        texts: the statements as JSON texts, best match first.
        marks: returns the positions in a text of the words searched for.
    """
    claims: dict[tuple[str, str], list[int]] = {}
    figures: dict[tuple[object, ...], dict[tuple[str, str], None]] = {}
    counted: dict[tuple[str, str], dict[tuple[object, ...], None]] = {}
    for place, hit in enumerate(_rows(texts)):
        claim = hit["meeting"], hit["claim"] or hit["id"]
        claims.setdefault(claim, []).append(place)
        for figure in hit["figures"]:
            if figure["measure"] is None:
                continue
            of = _counted(figure)
            figures.setdefault(of, {})[claim] = None
            counted.setdefault(claim, {})[of] = None
    for claim in _together(claims, figures, counted):
        best, *others = claims[claim]
        (hit,) = _rows([texts[best]])
        more = 0
        if hit["claim"]:
            named = {"meeting": claim[0], "id": claim[1]}
            (accounts,) = connection.execute(_ACCOUNTS, named).fetchone()
            more = int(accounts) - len(others)
        yield FoundClaim(hit, marks(hit["text"]), _rows([texts[place] for place in others]), more)


def _together(
    claims: dict[tuple[str, str], list[int]],
    figures: dict[tuple[object, ...], dict[tuple[str, str], None]],
    counted: dict[tuple[str, str], dict[tuple[object, ...], None]],
) -> Iterator[tuple[str, str]]:
    """Yield claims in their order, each followed by those with figures of the same measure and period."""
    told: set[tuple[str, str]] = set()
    for claim in claims:
        for one in (claim, *(rival for of in counted.get(claim, ()) for rival in figures.pop(of, ()))):
            if one not in told:
                told.add(one)
                yield one


def _counted(figure: rows.Figure) -> tuple[object, ...]:
    """Return a value that is equal for figures that contradict each other if they differ."""
    return figure["measure"], figure["period"], figure["unit"], figure["change"] is not None


def _rows(texts: Sequence[str]) -> Iterator[rows.Hit]:
    stored: Stored[rows.Hit] = Stored(texts)
    return stored.shown()
