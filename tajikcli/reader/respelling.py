"""Suggestions ("did you mean") for values of a knowledge file that do not fit the pattern of their field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.language.transliteration import as_it_looks, in_latin
from tajikcli.text import fold_name
from tajikcli.written_dates import respell

if TYPE_CHECKING:
    from collections.abc import Iterator

_GUESSED = 200  # the number of characters of an invalid value to respell; some patterns take quadratic time


def respellings(value: str, pattern: str) -> list[str]:
    """Return the values that a text may have been meant to be, the most likely first.

    Args:
        value: the text as written.
        pattern: the pattern that it has to match.
    """
    guesses = _respelled(value) if len(value) <= _GUESSED else ()
    return list(dict.fromkeys(guess for guess in guesses if re.search(pattern, guess)))


def _respelled(value: str) -> Iterator[str]:
    """Yield values that `value` may have been meant to be, the most likely first; they may not fit the pattern."""
    start, mark, end = re.sub(r"(?:(?<!\s)\s+)?(?:\u2013|\u2014|\.\.+|\s-\s|/)\s*", "/", value).partition("/")
    if mark:
        first = respell(start) or start
        last = respell(end) or end
        yield f"{first}/{last}"
        if len(last) == 2 < len(first):  # the short form in ISO 8601 of `2024-01/2024-09`
            yield f"{first}/{first[:-2]}{last}"
    if respelt := respell(value):
        yield respelt
    number = re.sub(r"^[^\d.,+-]+|\s*([^\d]+)$", "", value.replace("\u2212", "-")).removeprefix("+")
    number = re.sub(r"(?<=\d)[\s'_](?=\d{3})", "", number)
    if number.startswith("."):
        yield f"0{number}"
    if number.count(",") == 1 and "." not in number:
        yield number.replace(",", ".")
    if number.count(".") > 1 or (number.count(".") == 1 and number.find(",") > number.find(".")):
        yield number.replace(".", "").replace(",", ".")
    yield number.replace(",", "")
    if re.fullmatch(r"[\d.]+[eE]\+?\d{1,2}", value):
        mantissa, _, exponent = value.casefold().partition("e")
        whole, _, part = mantissa.partition(".")
        if len(part) <= int(exponent):
            yield whole + part + "0" * (int(exponent) - len(part))
    if "." in value and "://" not in value:
        yield f"https://{value}"
    yield value.replace(" ", "%20")
    yield value.casefold()
    yield value.replace("_", "-")
    yield f"sha256:{value.casefold()}"
    if "/" not in value:
        yield as_slug(value)


def as_slug(value: str) -> str:
    """Return a text as a slug."""
    return re.sub(r"[^a-z0-9]+", "-", in_latin(as_it_looks(fold_name(value)))).strip("-")


def cyrillic(value: str) -> str:
    """Return the Cyrillic letters of a value that look like Latin letters beside its Latin ones."""
    looks = as_it_looks(value.casefold())
    return "".join(
        dict.fromkeys(char for char, other in zip(value.casefold(), looks, strict=True) if char != other)
    )


def beside(value: str) -> str:
    """Return the key to add to the number so that the meaning of `value` stays the same."""
    tail = re.search(r"(thousand|million|billion|trillion|%)$", value.casefold())
    if tail is None:
        return ""
    return ", with unit: percent" if tail[0] == "%" else f", with scale: {tail[0]}"
