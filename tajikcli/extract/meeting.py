"""Draft the meeting of a text: the data in its sentences about talks, and questions about the rest."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tajikcli.extract.dates import dates_in, days_without_year
from tajikcli.extract.places import places_in
from tajikcli.extract.slugs import slug_of
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import WORD, any_of
from tajikcli.model.knowledge import AskEntry, Meeting
from tajikcli.proof.speech import AND, PREPOSITIONS, VERBS
from tajikcli.text import fold_letters, fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.extract.cast import Cast
    from tajikcli.extract.head import Head
    from tajikcli.extract.people import Person

MEETING = re.compile(rf"\b(?:{any_of(reports().meeting_words)})\b", re.IGNORECASE)
_FAR, _NEAR = 10, 4  # the number of words between two names, and after them, that say that the two met
_MOST_CANDIDATES = 4


def meeting_of(sentences: Iterable[str], head: Head, cast: Cast) -> tuple[Meeting, list[AskEntry]]:
    """Return the meeting of a text, with questions for what the text does not state.

    Args:
        sentences: the sentences of the text.
        head: the data of the text as a whole.
        cast: its speakers.
    """
    about = [sentence for sentence in sentences if MEETING.search(sentence)]
    dates = _dates(about, head.published)
    date = dates[0] if len(dates) == 1 else ""
    leaders = cast.leading()
    year = (date or head.published or (dates[0] if dates else ""))[:4]
    # A dateline says where the text was written, so it names the meeting only if the text names no leaders.
    words = [slug_of(person.called) for person in leaders] or [slug_of(head.place or "")]
    identity = "-".join(filter(None, (*words, year))) or "meeting"
    titles = [f"Talks between {' and '.join(person.name for person in leaders)}"] if len(leaders) > 1 else []
    is_sure = titles and all(_is_whole(person, cast) for person in leaders)
    title = titles[0] if is_sure and any(_met(sentence, cast, leaders) for sentence in about) else ""
    titles = titles or ([head.title] if head.title else [])
    asks = [] if title else [_ask("meeting.title", titles)]
    if not date:
        shown = [head.published] if head.published else head.candidates.get("published", [])
        asks.append(_ask("meeting.date", [*dates, *shown]))
    places = _places(about, head.language, cast)
    if places:  # only then is the dateline a candidate
        asks.append(_ask("meeting.place", [*places, *filter(None, [head.place])]))
    return Meeting(id=identity, title=title, date=date, place="" if places else None), asks


def _is_whole(person: Person, cast: Cast) -> bool:
    """Return whether a name has a first name, not only its initial, and is certain."""
    words = person.name.split()
    doubtful = {cast.speakers[slug].name for slug in cast.doubts}
    return len(words) > 1 and all(len(word.rstrip(".")) > 1 for word in words) and person.name not in doubtful


def _met(sentence: str, cast: Cast, leaders: Sequence[Person]) -> bool:
    """Return whether a sentence says that two persons met: `Lind met Berg`, `Lind and Berg held talks`.

    Args:
        sentence: the sentence.
        cast: the speakers.
        leaders: the two persons.
    """
    words = WORD.findall(sentence)
    folded = [fold_letters(word) for word in words]
    found = [(at, *match[:2]) for at in range(len(words)) if (match := cast.names.at(words, at))]
    wanted = {person.name for person in leaders}
    for (at, size, who), (then, width, other) in pairwise(_longest(found)):
        named = {cast.speakers[slug].name for slug in (who, other) if slug in cast.speakers}
        between, behind = folded[at + size : then], folded[then + width : then + width + _NEAR]
        if named != wanted or len(between) > _FAR or not VERBS.isdisjoint(between):
            continue
        joined = not (AND | PREPOSITIONS).isdisjoint(between)
        if MEETING.search(" ".join(words[at + size : then])):
            return True
        if joined and MEETING.search(" ".join(words[then + width : then + width + len(behind)])):
            return True
    return False


def _longest(found: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return names without those inside a longer one."""
    kept: list[tuple[int, int, str]] = []
    for one in found:
        if not kept or one[0] >= kept[-1][0] + kept[-1][1]:
            kept.append(one)
    return kept


def _ask(field: str, candidates: Sequence[str]) -> AskEntry:
    return AskEntry(field, candidates=list(dict.fromkeys(candidates))[:_MOST_CANDIDATES])


def _places(about: Iterable[str], language: str | None, cast: Cast) -> list[str]:
    """Return the places named in sentences about a meeting."""
    people = {fold_name(word) for one in cast.speakers.values() for word in one.name.split()}
    found = (place for sentence in about for place in places_in(sentence, language))
    return [place for place in dict.fromkeys(found) if people.isdisjoint(map(fold_name, place.split()))]


def _dates(about: Iterable[str], published: str | None) -> list[str]:
    """Return the dates in sentences about a meeting, up to the date of publication."""
    found: dict[str, None] = {}
    for sentence in about:
        found.update(dict.fromkeys(one.iso for one in dates_in(sentence)))
        if published:
            days = days_without_year(sentence)
            found.update(dict.fromkeys(f"{published[:4]}{one.iso[1:]}" for one in days))
    return [one for one in found if not published or one <= published][:_MOST_CANDIDATES]
