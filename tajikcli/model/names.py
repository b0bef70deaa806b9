"""The names that pages show instead of slugs."""

from __future__ import annotations

from tajikcli.model.shown import Shown


class Names(Shown):
    """The names for slugs, for people.

    Attributes:
        speakers: names of speakers by slug.
        relays: names of relays by slug.
        sources: `publisher, date` of sources by slug.
        publishers: the same, but only the publisher if it has no other source on record.
        addresses: addresses of sources by slug, if on record.
        meetings: number of meetings in the record.
    """

    speakers: dict[str, str]
    relays: dict[str, str]
    sources: dict[str, str]
    publishers: dict[str, str]
    addresses: dict[str, str]
    meetings: int
