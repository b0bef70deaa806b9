"""The sides of a meeting: its hosts, who come from the country where it takes place, and its guests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.countries import countries_named
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    import sqlite3

_MOST = 500  # the maximum number of speakers to examine


class Sides(NamedTuple):
    """The speakers of both sides, as in the table `search`; both are empty if the record does not tell them apart."""

    hosts: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()


def sides_of(connection: sqlite3.Connection) -> Sides:
    """Return the sides of the meeting on record.

    A speaker belongs to the country of the office. If the title of the meeting names some speakers, only these are the sides.

    Args:
        connection: a connection to the index.

    Returns:
        The sides; empty if the record has several meetings, if its place names no country, or if all speakers are from one side.
    """
    meetings = connection.execute(
        "SELECT name, json_extract(detail, '$.place') FROM entity WHERE kind = 'meeting' LIMIT 2"
    ).fetchall()
    there = countries_named([meetings[0][1] or ""]) if len(meetings) == 1 else frozenset()
    if not there:
        return Sides()
    speakers = connection.execute(
        "SELECT slug, name, json_extract(detail, '$.role') FROM entity WHERE kind = 'speaker' LIMIT ?",
        (_MOST,),
    ).fetchall()
    title = set(fold_letters(meetings[0][0]).split())
    titled = [speaker for speaker in speakers if not title.isdisjoint(fold_letters(speaker[1]).split())]
    hosts: list[str] = []
    guests: list[str] = []
    for slug, _, role in titled or speakers:
        home = countries_named([role or ""])
        if home:
            (guests if home.isdisjoint(there) else hosts).append(f"s:{slug}")
    return Sides(tuple(hosts), tuple(guests)) if hosts and guests else Sides()
