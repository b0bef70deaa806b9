"""The links of a draft: find the link of a quotation, and decide whether two addresses belong to the same page."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from tajikcli.draft.paragraphs import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.draft.paragraphs import Paragraph

_BARE = re.compile(r"\bhttps?://[^\s<>\"\u00ab\u00bb\u201c-\u201f]{3,2000}")
_ENDING = ".,;:!?)]}'\u2019\u2026"  # characters that usually follow a bare address and do not belong to it
_ARCHIVED = re.compile(r"https?:/{1,2}\S+")
_LONGEST, _MOST = (
    300,
    20,
    # the number of characters of a link's text that must overlap a stretch; the number of links beside words that count
)
_SUBDOMAINS = re.compile(r"^(?:www\d?|m|mobile|amp)\.")


class Links:
    """The links of a paragraph, with a search for the links beside given words.

    Args:
        paragraph: the paragraph; bare addresses in it are links, too.
    """

    def __init__(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        self._whole = [link for link in paragraph.links if link.end - link.start >= len(text)]
        links = [link for link in paragraph.links if link.end - link.start < len(text)]
        self._links = sorted([*links, *_bare(text)])
        self._starts = [link.start for link in self._links]

    def beside(self, start: int, end: int, first: int, last: int) -> list[str]:
        """Return the addresses to which words link, the nearest first.

        These are links on the words or inside them; if there are none, links in the surrounding stretch;
        otherwise links in the whole paragraph.

        Args:
            start: offset of the first of the words.
            end: offset after the last.
            first: offset of the surrounding stretch, which may name the source.
            last: offset after it.
        """
        near = self._links[bisect_left(self._starts, first - _LONGEST) : bisect_left(self._starts, last)]
        on_it = [link for link in near if link.start <= end and start <= link.end]
        beside = on_it or sorted(
            (link for link in near if first <= link.start and link.end <= last),
            key=lambda link: max(link.start - end, start - link.end),
        )
        return list(dict.fromkeys(link.address for link in (*beside, *self._whole)))[:_MOST]


def _bare(text: str) -> Iterator[Link]:
    if "://" in text:
        for match in _BARE.finditer(text):
            address = match[0].rstrip(_ENDING)
            yield Link(match.start(), match.start() + len(address), address)


class Addresses:
    """The addresses of sources on record.

    Args:
        known: the address and slug of each source.

    Attributes:
        sources: the slugs.
    """

    def __init__(self, known: Sequence[tuple[str, str]]) -> None:
        self._pages: dict[tuple[str, str], list[tuple[frozenset[tuple[str, str]], str]]] = {}
        self.sources = frozenset(slug for _, slug in known)
        for address, slug in known:
            page = _page(address)
            if page is not None:
                self._pages.setdefault(page[:2], []).append((page[2], slug))

    def sources_at(self, address: str) -> list[str]:
        """Return the sources at an address, which may have a fragment or tracking parameters, or be an archived copy."""
        archived = _ARCHIVED.search(address, address.find("://") + 3)
        return self._at(address) or (self._at(_whole(archived[0])) if archived else [])

    def _at(self, address: str) -> list[str]:
        page = _page(address)
        if page is None:
            return []
        return [slug for query, slug in self._pages.get(page[:2], ()) if query <= page[2]]


def _whole(address: str) -> str:
    """Return an address inside the address of an archive, which may have reduced two slashes to one."""
    return re.sub("^(https?):/+", r"\1://", unquote(address))


def _page(address: str) -> tuple[str, str, frozenset[tuple[str, str]]] | None:
    """Return the parts of host, path and query of an address that distinguish pages."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removesuffix(".")
    except ValueError:
        return None
    if not host:
        return None
    return (
        _SUBDOMAINS.sub("", host),
        unquote(parts.path).rstrip("/").casefold(),
        frozenset(parse_qsl(parts.query[:2000])),
    )
