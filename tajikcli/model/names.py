"""What people read instead of slugs."""

from __future__ import annotations

from typing import NamedTuple


class Names(NamedTuple):
    """What slugs are called, for people to read.

    Attributes:
        speakers: names of speakers by slug.
        relays: names of relays by slug.
        sources: `publisher, date` of sources by slug.
        publishers: the same of sources whose publisher has others on record; of the others the publisher alone.
        addresses: addresses of sources by slug, where on record.
        meetings: how many meetings the record has.
    """

    speakers: dict[str, str]
    relays: dict[str, str]
    sources: dict[str, str]
    publishers: dict[str, str]
    addresses: dict[str, str]
    meetings: int
