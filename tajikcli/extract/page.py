"""The metadata of a page, from JSON-LD, `<meta>`, `<time>` and its headings."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from tajikcli.extract.dates import dates_in
from tajikcli.language.all_languages import LANGUAGES
from tajikcli.text import fold_letters, fold_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_NODES = 20_000  # the maximum number of objects in JSON-LD
_LONGEST = 300  # the maximum number of characters of a title, a name or a date
# The names of dates of publication on pages, the most reliable first. `date` alone is often the date of the last change.
_OF_PUBLICATION = (
    *("article:published_time", "og:article:published_time", "article:published", "og:published_time"),
    *("datepublished", "rnews:datepublished", "publisheddate", "published_time", "publication_date"),
    *("publish-date", "publish_date", "publishdate", "published-date", "pubdate", "pub_date", "pub-date"),
    *("dc.date.issued", "dcterms.issued", "dc.issued", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created"),
    *("sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "bt:pubdate", "rbpubdate", "shareaholic:article_published_time"),
    *("article.published", "article_date_original", "originalpublicationdate", "displaydate", "firstpublished", "article:post_date"),
    *("citation_publication_date", "date.created", "datecreated", "created", "date_published", "prism.publicationdate", "timestamp"),
)  # fmt: skip
# Those that pages also use for the date of a document or a file; one of them alone is not enough.
_OF_DOCUMENTS = frozenset(
    {
        "dc.date",
        "dcterms.date",
        "dcterms.created",
        "dc.date.created",
        "created",
        "datecreated",
        "date.created",
        "timestamp",
    }
)
_PERHAPS = (
    "date",
    "doc_date",
    "article:modified_time",
    "og:updated_time",
    "last-modified",
    "dc.date.modified",
)
_ARTICLE = re.compile("article|posting|report|news|webpage", re.IGNORECASE)
_CLASS_OF_TIME = re.compile(r"publi|posted|entry-date|post-date|article.?date|pubdate|created", re.IGNORECASE)
_CLASS_OF_CHANGE = re.compile(r"updat|modif|comment|related|sidebar|expire|event", re.IGNORECASE)
_SHOWING_DATES = "[class*=date], [class*=Date], [class*=time], [class*=publish], [class*=posted], [id*=date]"
_SHORT = 80  # the maximum number of characters of an element that shows a date
_MOST_ELEMENTS = 200  # the maximum number of such elements
_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
# The time after a date, in UTC.
_UTC = re.compile(r"[T ](?P<hour>\d\d)(?::?\d\d?){1,2}(?:\.\d{1,9})?\s?(?:Z|[+-]00:?00)", re.IGNORECASE)


class Stamp(NamedTuple):
    """A date on a page.

    Attributes:
        iso: the date, in ISO 8601.
        sure: whether the page says that it is the date of publication.
        seen: whether readers see it and see no other date of its kind.
        hour: the hour, if the time is given in UTC; the local date of the page may then differ.
        weak: whether its name may also mean the date of a document.
        moment: the same time in UTC, if it is given with its difference from UTC.
        headed: whether the only heading is directly above it, so that it is the date of the article unless the text says otherwise.
    """

    iso: str
    sure: bool = False
    seen: bool = False
    hour: int | None = None
    weak: bool = False
    moment: str | None = None
    headed: bool = False


class Page:
    """The metadata of a page."""

    def __init__(self, page: str) -> None:
        from resiliparse.parse.html import HTMLTree

        tree = HTMLTree.parse(page)
        self._meta: dict[str, list[str]] = {}
        # The dates of `<time>`, and whether each is explicitly the date of publication or of something else.
        self._times: list[tuple[bool, bool, Stamp]] = []
        self._marked: list[str] = []  # texts marked as the date of publication
        self._shown: list[
            Stamp
        ] = []  # the dates in short elements whose names say that they are dates of publication
        self._nodes: list[dict[str, Any]] = []
        self._headings: list[str] = []
        self._addresses: list[str] = []  # that the page gives as its own
        self._title = fold_space(tree.title or "")[:_LONGEST]
        self.language: str | None = None
        self._is_below = False  # whether the element that is read is directly below a heading
        root = tree.document
        if root is None:
            return
        # As a tuple, because going through the collection itself takes quadratic time.
        found = root.query_selector_all("html, meta, link, script, time, h1, p, [itemprop=datePublished]")
        for element in found[:]:
            self._note(element)
        for element in root.query_selector_all(_SHOWING_DATES)[:_MOST_ELEMENTS]:
            shown = fold_space(element.text or "")
            if len(shown) <= _SHORT and not _CLASS_OF_CHANGE.search(element.getattr("class") or ""):
                self._shown += _stamps([shown])

    def _note(self, element: Any) -> None:
        tag = element.tag
        if tag == "html":
            code = (element.getattr("lang") or "").casefold()[:2]
            self.language = code if any(code == one.code for one in LANGUAGES) else self.language
        elif tag == "script":
            if "ld+json" in (element.getattr("type") or "").casefold():
                self._nodes += _nodes(element.text)
        elif tag == "link":
            if (element.getattr("rel") or "").casefold() == "canonical":
                self._addresses.append((element.getattr("href") or "").strip())
        elif tag == "p":
            self._is_below = self._is_below and len(fold_space(element.text or "")) <= _SHORT
        elif tag == "h1":
            self._is_below = True
            self._headings.append(fold_space(element.text or "")[:_LONGEST])
        elif tag == "time":
            about = f"{element.getattr('class') or ''} {element.getattr('itemprop') or ''}"
            about += " pubdate" if element.hasattr("pubdate") else ""
            if stamp := stamp_of(element.getattr("datetime") or element.text):
                says = bool(_CLASS_OF_TIME.search(about))
                written = stamp_of(element.text or "")
                is_read = written is not None and written.iso == stamp.iso
                stamp = stamp._replace(headed=is_read and self._is_below)
                self._times.append((says, bool(_CLASS_OF_CHANGE.search(about)), stamp))
        if tag != "meta" and (element.getattr("itemprop") or "").casefold() == "datepublished":
            self._marked.append(element.getattr("datetime") or element.getattr("content") or element.text)
        if tag == "meta":
            name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop") or ""
            content = fold_space(element.getattr("content") or "")[:_LONGEST]
            if name and content:
                self._meta.setdefault(name.casefold(), []).append(content)

    def dates(self) -> Iterator[Stamp]:
        """Yield the dates of publication of the page, the most reliable first."""
        articles = [node for node in self._nodes if _ARTICLE.search(str(node.get("@type", "")))]
        written: list[tuple[object, bool]] = [(node.get("datePublished"), False) for node in articles]
        for name in _OF_PUBLICATION:
            written += [(one, name in _OF_DOCUMENTS) for one in self._meta.get(name, ())[:1]]
        for one, weak in (*written, *((one, False) for one in self._marked[:1])):
            yield from (stamp._replace(sure=True, weak=weak) for stamp in _stamps([one]))
        yield from self._seen()

    def shown(self) -> set[str]:
        """Return all dates that the page shows, in ISO 8601; some may belong to other articles."""
        return {one.iso for one in self._shown} | {
            one.iso for _, is_other, one in self._times if not is_other
        }

    def _seen(self) -> Iterator[Stamp]:
        """Yield the dates that readers see beside the article; a date is sure if the page says so or if two kinds of elements agree."""
        says = [one for says, is_other, one in self._times if says and not is_other]
        plain = [one for _, is_other, one in self._times if not is_other]
        shown = {one.iso for one in self._shown}
        agreed = len(shown) == 1 and {one.iso for one in plain} == shown
        for stamps, is_sure in ((says, True), (plain, agreed), (self._shown, agreed)):
            only = len({one.iso for one in stamps}) == 1
            yield from (
                one._replace(sure=is_sure and only, seen=only, headed=one.headed and only)
                for one in stamps[:1]
            )
        for name in _PERHAPS:
            yield from _stamps(self._meta.get(name, ()))

    def address(self) -> str | None:
        """Return the address that the page gives as its own, if it gives only one that is complete and not the home page."""
        given = {*self._addresses, *self._meta.get("og:url", ())}
        (only, *others) = sorted(given) or [""]
        return only if not others and is_address(only) and _OF_A_PAGE.match(only) else None

    def publisher(self) -> str | None:
        """Return the publisher of the page."""
        for node in self._nodes:
            publisher = node.get("publisher")
            publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
            name = publisher.get("name") if isinstance(publisher, dict) else publisher
            if isinstance(name, str) and name.strip() and "://" not in name:
                return fold_space(name)[:_LONGEST]
        for key in (
            "og:site_name",
            "application-name",
            "dc.publisher",
            "publisher",
            "twitter:app:name:iphone",
        ):
            if key in self._meta and "://" not in self._meta[key][0]:
                return self._meta[key][0]
        return None

    def title(self, publisher: str | None) -> str | None:
        """Return the headline, without the name of the site after it."""
        told = [str(node["headline"]) for node in self._nodes if isinstance(node.get("headline"), str)]
        told += self._meta.get("og:title", [])[:1]
        if len(self._headings) == 1:  # the visible heading
            heading = self._headings[0]
            if heading and (not told or any(heading in fold_space(one) for one in (*told, self._title))):
                return heading
        named = [fold_space(one) for one in (*told, self._title) if one.strip()]
        if not named:
            return self._headings[0] if self._headings else None
        shorter = re.split(" (?:[|\u2013\u2014\u00b7\u00bb:-]|::) ", named[0])
        if len(shorter) > 1 and publisher and fold_letters(publisher) in fold_letters(shorter[-1]):
            return (
                named[0][: named[0].rfind(shorter[-1])].rstrip(" |\u2013\u2014\u00b7\u00bb:-")[:_LONGEST]
                or None
            )
        return named[0][:_LONGEST]


def is_address(text: str) -> bool:
    """Return whether a text may be the address of a source on record."""
    import msgspec

    from tajikcli.model.knowledge import Url

    try:
        msgspec.convert(text, Url)
        urlsplit(text)  # which refuses `http://[`
    except (msgspec.ValidationError, ValueError):
        return False
    return True


_OF_A_PAGE = re.compile(r"https?://[^/?#]+/[^?#]*\w")  # not of a home page


def _nodes(text: str) -> list[dict[str, Any]]:
    """Return the objects of a JSON-LD script, at any depth; empty if it is not JSON."""
    try:
        waiting: list[Any] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    while waiting and len(found) < _MOST_NODES:
        value = waiting.pop(0)
        if isinstance(value, dict):
            found.append(value)
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
        elif isinstance(value, list):
            waiting += [inner for inner in value[:_MOST_NODES] if isinstance(inner, dict | list)]
    return found


def _stamps(values: Iterable[object]) -> Iterator[Stamp]:
    for value in values:
        if isinstance(value, str) and (stamp := stamp_of(value)):
            yield stamp


def stamp_of(text: str) -> Stamp | None:
    """Return the only date in a short text."""
    short = text[:_LONGEST]
    match = _ISO.match(short)
    written = f"{match[1]}-{match[2]}-{match[3]}" if match else short
    found = {one.iso for one in dates_in(written)}
    if len(found) != 1:
        return None
    hour = _UTC.match(short, match.end()) if match else None
    return Stamp(found.pop(), hour=int(hour["hour"]) if hour else None, moment=_moment(short))


def _moment(written: str) -> str | None:
    """Return a time in UTC if it is written with its difference from UTC."""
    from datetime import UTC, datetime

    try:
        time = datetime.fromisoformat(written.strip())
        return time.astimezone(UTC).isoformat() if time.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
