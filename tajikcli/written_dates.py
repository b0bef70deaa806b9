"""Dates in words: for English output, for search, and for dates in notations other than ISO 8601."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from tajikcli.dates import days
from tajikcli.language.all_languages import together
from tajikcli.language.english import ENGLISH
from tajikcli.language.forms import any_of
from tajikcli.text import fold_letters, fold_space

MONTHS = list(ENGLISH.months)  # because answers are in English


def months(text: str) -> str:
    """Return the years and English months of a date or interval, as words for search.

    Args:
        text: a date or interval in the form that `days` takes.
    """
    words = []
    for date_ in text.split("/"):
        year, _, rest = date_.partition("-")
        words += [year, MONTHS[int(rest[:2]) - 1]] if rest else [year]
    return " ".join(words)


def years_in(text: str, year: int) -> list[str]:
    """Return the years that a text names relative to its own year (`next year`).

    Args:
        text: the text.
        year: the year of the text.
    """
    lowered = text.casefold()
    if not any(word in lowered for word in telling()):
        return []
    relative = together().relative_years
    return [str(year + relative[fold_space(match[0])]) for match in _relative().finditer(fold_letters(text))]


@lru_cache(maxsize=1)
def telling() -> list[str]:
    """Return parts of words in lower case; every text in which `years_in` finds a year has one of them inside a word.

    Looking for them first takes a tenth of the time.
    """
    phrases = [phrase.split() for phrase in together().relative_years]
    common = Counter(word for phrase in phrases for word in phrase)
    words = {max(phrase, key=lambda word: (common[word], word)) for phrase in phrases}
    return sorted(word for word in words if not any(other in word for other in words - {word}))


@lru_cache(maxsize=1)
def _relative() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(together().relative_years)})\b")


def respell(text: str) -> str | None:
    """Return the ISO form of a date in a different common notation, or None.

    It understands `20241224`, `24.12.2024`, `2024/12/24`, `2024.12.24`, missing zeros, a time of day after an
    ISO date, and English
    months (`24 December 2024`, `Dec. 2024`). It never guesses between day and month (`04/05/2024` gives None).

    Args:
        text: the date as written.

    Returns:
        The date in the form that `days` takes.
    """
    written = re.sub(r"(?<=\d)[T ]\d\d:\d\d.*", "", text.strip())
    months = re.findall(r"[a-z]+", written.casefold())
    if len(months) == 1 and len(months[0]) >= 3:
        return _by_month(months[0], re.findall(r"\d+", written))
    numbers = re.findall(r"[0-9]+", written)
    if re.search(r"[^0-9./\s-]", written):
        return None
    if re.fullmatch(r"[0-9]{8}", written):
        return _sound([written[:4], written[4:6], written[6:]])
    if not 2 <= len(numbers) <= 3:
        return None
    if len(numbers[0]) == 4:
        parts = numbers
    elif len(numbers[-1]) == 4 and (
        "." in written or len(numbers) == 2 or (len(numbers[0]) <= 2 and int(numbers[0]) > 12)
    ):
        parts = numbers[::-1]
    else:
        return None
    return _sound(parts)


def _by_month(name: str, numbers: list[str]) -> str | None:
    month = next((number for number, full in enumerate(MONTHS, 1) if full.startswith(name)), None)
    years = [number for number in numbers if len(number) == 4]
    days_of_month = [number for number in numbers if len(number) <= 2]
    if month is None or len(years) != 1 or len(days_of_month) > 1 or len(numbers) > 2:
        return None
    return _sound([years[0], str(month), *days_of_month])


def _sound(parts: list[str]) -> str | None:
    candidate = "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
    try:
        days(candidate)
    except ValueError:
        return None
    return candidate


def written_out(text: str) -> str:
    """Return a date in English: `24 December 2024`, `December 2024`, `2024`.

    Args:
        text: a date, or two dates separated by `/`.
    """
    return " to ".join(map(_written_out, text.split("/")))


def _written_out(text: str) -> str:
    year, *rest = text.split("-")
    month = [MONTHS[int(rest[0]) - 1].capitalize()] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])
