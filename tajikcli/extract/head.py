"""Find the head of a text: its title, publisher, date and language, in the metadata of a page or in the text itself.

If two parts of a page contradict each other, or if there is only weak evidence, the value stays open and the
values found are candidates.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from tajikcli.extract.dates import Dated, dates_in, days_without_year
from tajikcli.language.all_languages import LANGUAGES, together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of
from tajikcli.text import fold_letters, fold_space, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ALL = together()
_REPORTS = reports()
_MOST_NODES = 20_000  # the maximum number of objects in JSON-LD
_LONGEST = 300  # the maximum number of characters of a title or a name
_LONGEST_TITLE = 30  # the maximum number of words of a first line that may be a title
_FIRST = 400  # the number of characters at the start of a text in which its date is searched
_NEAR = 30  # the maximum number of characters between a word such as `published` and its date
_LEAST_WORDS = 5  # the number of words that identify a language
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
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/_.-]?(\d\d)[/_.-]?(\d\d)(?=[/_.-]|$)")
_PUBLISHED = re.compile(rf"\b(?:{any_of(_REPORTS.published)})\b[^\n]{{0,{_NEAR}}}$", re.IGNORECASE)
_CHANGED = re.compile(rf"\b(?:{any_of(_REPORTS.updated)})\b[^\n]{{0,{_NEAR}}}$", re.IGNORECASE)
_CAPITALS = r"[^\W\d_a-z\u00df-\u00ff\u0430-\u045f\u0491-\u04ff]"
# `TASHKENT, May 27. /TASS/.`, `BERLIN, Sept. 28 (Xinhua) --`, and the same in other languages and with other dashes.
_DATELINE = re.compile(
    rf"\s*(?P<place>{_CAPITALS}{{2,}}(?:[ .-]{_CAPITALS}+){{0,4}})(?:,\s*(?P<day>[^/(\u2013\u2014-]{{3,40}}?))?[.,]?\s*"
    r"(?:/(?P<one>[^/\n]{2,40})/|\((?P<two>[^()\n]{2,40})\)|[\u2013\u2014-]{1,2}\s*(?P<three>[^\W\d_][\w-]{1,30}(?:\s[^\W\d_][\w-]{1,30}){0,2})\.\s)"
)


class Head(NamedTuple):
    """The known facts about a text as a whole; None if a fact is not certain.

    Attributes:
        title: the headline.
        publisher: the publisher.
        published: the date of publication, in ISO 8601.
        language: the ISO 639-1 code of the language.
        place: the place in the dateline.
        candidates: possible values, by attribute.
    """

    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    place: str | None
    candidates: dict[str, list[str]]


def head_of(page: str | None, paragraphs: Sequence[str], url: str | None) -> Head:
    """Return the head of a text.

    Args:
        page: the HTML of the page; None for a plain text.
        paragraphs: the paragraphs of the text.
        url: its address, if it is known.
    """
    told = _Page(page) if page is not None else None
    dateline = _DATELINE.match(next((one for one in paragraphs if _DATELINE.match(one)), ""))
    published, dates = _published(told, paragraphs, url, dateline)
    publisher, names = _publisher(told, url, dateline)
    title = (told.title(publisher) if told else None) or _first_line(paragraphs)
    candidates = {"published": dates, "publisher": names}
    return Head(
        title,
        publisher,
        published,
        language_of(" ".join(paragraphs)) or (told.language if told else None),
        _named(dateline["place"]) if dateline else None,
        {key: values for key, values in candidates.items() if values},
    )


class _Page:
    """The metadata of a page."""

    def __init__(self, page: str) -> None:
        from resiliparse.parse.html import HTMLTree

        tree = HTMLTree.parse(page)
        self._meta: dict[str, list[str]] = {}
        self._times: list[
            tuple[bool, bool, str]
        ] = []  # whether it is explicit, whether it is the date of a change, the date
        self._marked: list[str] = []  # texts marked as the date of publication
        self._shown: list[str] = []  # the dates in short elements with a name for such dates
        self._nodes: list[dict[str, Any]] = []
        self._headings: list[str] = []
        self._title = fold_space(tree.title or "")[:_LONGEST]
        self.language: str | None = None
        root = tree.document
        if root is None:
            return
        for element in root.query_selector_all("html, meta, script, time, h1, [itemprop=datePublished]"):
            self._note(element)
        for element in root.query_selector_all(_SHOWING_DATES)[:_MOST_ELEMENTS]:
            shown = fold_space(element.text or "")
            if len(shown) <= _SHORT and not _CLASS_OF_CHANGE.search(element.getattr("class") or ""):
                self._shown += _isos([shown])

    def _note(self, element: Any) -> None:
        tag = element.tag
        if tag == "html":
            code = (element.getattr("lang") or "").casefold()[:2]
            self.language = code if any(code == one.code for one in LANGUAGES) else self.language
        elif tag == "script":
            if "ld+json" in (element.getattr("type") or "").casefold():
                self._nodes += _nodes(element.text)
        elif tag == "h1":
            self._headings.append(fold_space(element.text or "")[:_LONGEST])
        elif tag == "time":
            about = f"{element.getattr('class') or ''} {element.getattr('itemprop') or ''}"
            about += " pubdate" if element.hasattr("pubdate") else ""
            if iso := _iso(element.getattr("datetime") or element.text):
                says = bool(_CLASS_OF_TIME.search(about))
                self._times.append((says, bool(_CLASS_OF_CHANGE.search(about)), iso))
        if tag != "meta" and (element.getattr("itemprop") or "").casefold() == "datepublished":
            self._marked.append(element.getattr("datetime") or element.getattr("content") or element.text)
        if tag == "meta":
            name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop") or ""
            content = fold_space(element.getattr("content") or "")[:_LONGEST]
            if name and content:
                self._meta.setdefault(name.casefold(), []).append(content)

    def dates(self) -> Iterator[tuple[str, bool]]:
        """Yield the dates of publication of the page, the most reliable first, and whether each is certain."""
        articles = [node for node in self._nodes if _ARTICLE.search(str(node.get("@type", "")))]
        written = [node.get("datePublished") for node in articles]
        for name in _OF_PUBLICATION:
            written += self._meta.get(name, ())[:1]
        for one in (*written, *self._marked[:1]):
            yield from ((iso, True) for iso in _isos([one]))
        yield from self._seen()

    def _seen(self) -> Iterator[tuple[str, bool]]:
        """Yield the dates that readers see beside the article."""
        says = [iso for told, _, iso in self._times if told]
        yield from ((iso, True) for iso in says[:1])
        plain = [iso for _, of_change, iso in self._times if not of_change]
        yield from ((iso, len(set(plain)) == 1) for iso in plain[:1])
        yield from ((iso, len(set(self._shown)) == 1) for iso in self._shown[:1])
        for name in _PERHAPS:
            yield from ((iso, False) for iso in _isos(self._meta.get(name, ())))

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


def _isos(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str) and (iso := _iso(value)):
            yield iso


def _iso(text: str) -> str | None:
    """Return the only date in a short text."""
    short = text[:_LONGEST]
    match = _ISO.match(short)
    written = f"{match[1]}-{match[2]}-{match[3]}" if match else short
    found = {one.iso for one in dates_in(written)}
    return found.pop() if len(found) == 1 else None


def _published(
    told: _Page | None, paragraphs: Sequence[str], url: str | None, dateline: re.Match[str] | None
) -> tuple[str | None, list[str]]:
    """Return the date of publication, or None and the candidates."""
    sure: list[str] = []
    perhaps: list[str] = []
    for iso, is_sure in told.dates() if told else ():
        (sure if is_sure else perhaps).append(iso)
    address = _IN_ADDRESS.search(urlsplit(url).path if url else "")
    in_address = next(iter(_isos(["-".join(address.groups())])), None) if address else None
    if in_address:
        sure.append(in_address)
    year = in_address[:4] if in_address else None
    in_text, doubtful = _in_text(paragraphs, dateline, year)
    sure += in_text if not sure else [one for one in in_text if one in sure]
    perhaps += [*in_text, *doubtful]
    if not sure:
        return None, list(dict.fromkeys(perhaps))
    first = sure[0]
    # Pages give dates in different time zones, so dates one day apart count as equal.
    if any(_days_apart(first, one) > 1 for one in sure):
        return None, list(dict.fromkeys([*sure, *perhaps]))
    return first, []


def _days_apart(one: str, other: str) -> int:
    from datetime import date

    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _in_text(
    paragraphs: Sequence[str], dateline: re.Match[str] | None, year: str | None
) -> tuple[list[str], list[str]]:
    """Return the dates that a text gives as its date of publication, and the dates that may be it."""
    beginning = _beginning(paragraphs)
    sure, perhaps = [], []
    for one in dates_in(beginning):
        before = beginning[: one.start].rpartition("\n")[2]
        if _CHANGED.search(before):
            perhaps.append(one.iso)
        elif _says_published(before) or _stands_alone(beginning, one):
            sure.append(one.iso)
        else:
            perhaps.append(one.iso)
    for paragraph in paragraphs:  # including its end
        if len(paragraph) < _FIRST:
            sure += [one.iso for one in dates_in(paragraph) if _says_published(paragraph[: one.start])]
    if dateline is not None and dateline["day"]:
        sure += [one.iso for one in dates_in(dateline["day"])]
    if dateline is not None and dateline["day"] and year:
        sure += [f"{year}{day.iso[1:]}" for day in days_without_year(dateline["day"])]
    different = dict.fromkeys(sure)
    return (list(different), perhaps) if len(different) == 1 else ([], [*different, *perhaps])


def _says_published(before: str) -> bool:
    return bool(_PUBLISHED.search(before)) and not _CHANGED.search(before)


def _beginning(paragraphs: Sequence[str]) -> str:
    text = ""
    for paragraph in paragraphs:
        if len(text) > _FIRST:
            break
        text += paragraph[: _FIRST * 2] + "\n"
    return text


def _stands_alone(text: str, one: Dated) -> bool:
    """Return whether a line has only a date, a time of day and a day of the week."""
    line = text[text.rfind("\n", 0, one.start) + 1 : one.start]
    end = text.find("\n", one.end)
    rest = f"{line} {text[one.end : end if end >= 0 else len(text)]}"
    words = [word for word in re.findall(r"[^\W\d_]{3,}", rest) if fold_letters(word) not in _BESIDE_DATES]
    # A place may precede or follow a time of day.
    return not words or (
        bool(_TIME.search(rest)) and len(words) <= _PLACE and all(word[0].isupper() for word in words)
    )


_TIME = re.compile(r"\b\d{1,2}:\d\d\b")
_PLACE = 3  # the maximum number of words of a place
_BESIDE_DATES = word_set(fold_letters(f"{_ALL.weekdays} {_REPORTS.year_words} {_REPORTS.published_words}"))


def _publisher(
    told: _Page | None, url: str | None, dateline: re.Match[str] | None
) -> tuple[str | None, list[str]]:
    """Return the publisher of a text, or None and the candidates."""
    name = told.publisher() if told else None
    if name:
        return name, []
    if dateline:
        agency = dateline["one"] or dateline["two"] or dateline["three"]
        if agency and not any(True for _ in days_without_year(agency)):
            return agency.strip(), []
    host = (urlsplit(url).hostname or "") if url else ""
    return None, [host.removeprefix("www.")] if host else []


def _first_line(paragraphs: Sequence[str]) -> str | None:
    """Return the first line of a text if it is a headline: short, and not a sentence that ends with a full stop."""
    first = (
        fold_space(paragraphs[0].strip().partition("\n")[0]).lstrip("#= ").rstrip("# ") if paragraphs else ""
    )
    if not first or len(first.split()) > _LONGEST_TITLE or first[-1] in ".:;," or len(paragraphs) == 1:
        return None
    return None if _DATELINE.match(first) else first[:_LONGEST]


def _named(capitals: str) -> str:
    """Return a name in capitals with the capitals that it has elsewhere."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), capitals.strip(" .-"))


def language_of(text: str) -> str | None:
    """Return the language of most short words in a text; None if it cannot be identified."""
    words = re.findall(r"[^\W\d_]+", text[:50_000].casefold())
    counts = {language.code: 0 for language in LANGUAGES}
    for language in LANGUAGES:
        known = _little_words(language.code)
        counts[language.code] = sum(word in known for word in words)
        # Letters that occur in only one language have the same weight.
        own = set(language.folding) if language.folding else set()
        counts[language.code] += 2 * sum(not own.isdisjoint(word) for word in words)
    best, second = sorted(counts.values(), reverse=True)[:2]
    if best < _LEAST_WORDS or best < 2 * second or best < len(words) // 10:
        return None
    return max(counts, key=counts.__getitem__)


def _little_words(code: str) -> frozenset[str]:
    language = next(one for one in LANGUAGES if one.code == code)
    words = f"{language.stop_words} {language.function_words} {language.conjunctions} {language.articles}"
    return frozenset(words.split())
