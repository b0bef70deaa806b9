"""Find the head of a text: its title, publisher, date and language, in the metadata of a page or in the text itself.

If two parts of a page contradict each other, or if there is only weak evidence, the value stays open and the
values found are candidates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tajikcli.extract.dates import days_without_year
from tajikcli.extract.page import Page
from tajikcli.extract.published import is_only_a_date, published
from tajikcli.language.all_languages import LANGUAGES
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import any_of
from tajikcli.proof.sentences import claims_something
from tajikcli.text import fold_space

if TYPE_CHECKING:
    from collections.abc import Sequence

_REPORTS = reports()
_LONGEST = 300  # the maximum number of characters of a title or a name
_LONGEST_TITLE = 30  # the maximum number of words of a first line that may be a title
_TOP = 5  # the number of paragraphs that may precede a headline
_LEAST_OF_A_LINE = 6  # fewer words that claim nothing in each of the first two lines are a letterhead
_LEAST_WORDS = 5  # the minimum number of words that identify a language
_LEAST_WITHOUT_OTHERS = 3  # the same if no word is of another language
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
        address: the address.
        candidates: possible values, by attribute.
    """

    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    place: str | None
    address: str | None
    candidates: dict[str, list[str]]


def head_of(page: str | None, paragraphs: Sequence[str], url: str | None) -> Head:
    """Return the head of a text.

    Args:
        page: the HTML of the page; None for a plain text.
        paragraphs: the paragraphs of the text.
        url: its address, if it is known.
    """
    told = Page(page) if page is not None else None
    url = url or (told.address() if told else None)
    dateline = _DATELINE.match(next((one for one in paragraphs if _DATELINE.match(one)), ""))
    language = language_of(" ".join(paragraphs)) or (told.language if told else None)
    date, dates = published(told, paragraphs, url, dateline, language)
    publisher, names = _publisher(told, url, dateline, paragraphs)
    title = (told.title(publisher) if told else None) or _first_line(paragraphs)
    candidates = {"published": dates, "publisher": names}
    return Head(
        title,
        publisher,
        date,
        language,
        _named(dateline["place"]) if dateline else None,
        url,
        {key: values for key, values in candidates.items() if values},
    )


def _publisher(
    told: Page | None, url: str | None, dateline: re.Match[str] | None, paragraphs: Sequence[str]
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
    own = (_CORRESPONDENT.search(one) for one in paragraphs)
    names = [match["behind"] or match["before"] for match in own if match]
    return None, list(
        dict.fromkeys([name.rstrip(".") for name in names[:1]] + [host.removeprefix("www.")] * bool(host))
    )


_NAME = r"(?-i:[A-Z\u0401\u0410-\u042f\u04b2\u049a\u04b6][\w.-]{1,30}(?:\s[A-Z\u0401\u0410-\u042f\u04b2\u049a\u04b6][\w.-]{1,30}){0,2})"
_RELAYING = any_of(_REPORTS.relaying)
# `передаёт корреспондент Agency`, `an Agency correspondent reports`
_CORRESPONDENT = re.compile(
    rf"(?:(?<!\w)(?:{_RELAYING})\s(?:[^\W\d_]{{1,20}}\s)?(?:{any_of(_REPORTS.correspondents)})\s[\u00ab\u201c\"]?(?P<behind>{_NAME})"
    rf"|(?<!\w)(?P<before>{_NAME})\s(?:{any_of(_REPORTS.correspondents)})\s(?:{_RELAYING})(?!\w))",
    re.IGNORECASE,
)


def _first_line(paragraphs: Sequence[str]) -> str | None:
    """Return the first line of a text if it is a headline: short, and not a sentence that ends with a full stop.

    A date or a path (`Home / Politics / …`) above it is not a headline, and neither is a letterhead.
    """
    lines = [
        fold_space(one.strip().partition("\n")[0]).lstrip("#= ").rstrip("# ") for one in paragraphs[:_TOP]
    ]
    while lines and (is_only_a_date(lines[0]) or lines[0].count(" / ") > 1):
        del lines[0]
    if len(lines) > 1 and not any(map(_may_be_a_headline, lines[:2])):
        return None  # `The White House`, `For Immediate Release`
    first = lines[0] if lines else ""
    if not first or len(first.split()) > _LONGEST_TITLE or first[-1] in ".:;," or len(paragraphs) == 1:
        return None
    return None if _DATELINE.match(first) else first[:_LONGEST]


def _may_be_a_headline(line: str) -> bool:
    """Return whether a line may be more than a name in a letterhead."""
    return claims_something(line) or len(line.split()) >= _LEAST_OF_A_LINE or not line[-1:].isalnum()


def _named(capitals: str) -> str:
    """Return a name that is all in capitals, with only the capitals that it has elsewhere."""
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
    least = _LEAST_WORDS if second else _LEAST_WITHOUT_OTHERS
    if best < least or best < 2 * second or best < len(words) // 10:
        return None
    return max(counts, key=counts.__getitem__)


def _little_words(code: str) -> frozenset[str]:
    language = next(one for one in LANGUAGES if one.code == code)
    words = f"{language.stop_words} {language.function_words} {language.conjunctions} {language.articles}"
    return frozenset(words.split())
