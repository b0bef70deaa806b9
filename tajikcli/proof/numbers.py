"""Numbers in a sentence: amounts with their units, ranks, and the months that they are said to be of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.dates import MONTHS
from tajikcli.figures import ZEROS

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_SCALES = {
    "thousand": r"thousand|k|тыс(?:яч[аи]?|\.)?|ҳазор",
    "million": r"million|mln|mn|m|миллион(?:а|ов)?|млн\.?",
    "billion": r"billion|bln|bn|b|миллиард(?:а|ов)?|млрд\.?",
    "trillion": r"trillion|trn|tn|триллион(?:а|ов)?|трлн\.?",
}
_SCALE = "|".join(f"(?P<{name}{{0}}>(?:{words}))" for name, words in _SCALES.items())
_CLAIM = re.compile(
    r"(?<![\w.,-])(?:(?P<range>from|between|с|от|аз)\s+)?"
    r"(?P<sign>(?:US|USD\s?)?\$|USD\s|\u20ac|\u20bd|\u00a3|\u00a5)?\s?"
    rf"(?P<number>{_NUMBER})(?![\d])"
    rf"(?:\s?-?(?:{_SCALE.format('')})(?!\w))?"
    rf"(?:\s?(?P<first_percent>%|percent\b|per\s+cent\b))?"
    r"(?(range)(?:\s+(?:to|and|до|то)\s+(?P<to_sign>(?:US)?\$|\u20ac|\u20bd|\u00a3)?\s?"
    rf"(?P<to>{_NUMBER})(?:\s?-?(?:{_SCALE.format('_to')})(?!\w))?)?)"
    r"(?:\s?-?(?P<percent>%|\u2030|percent\b|per\s+cent\b|pct\b|процент\w*|фоиз\w*)"
    r"|\s(?:(?:U\.?S\.?|American|США)\s)?(?P<currency>dollars?\b|USD\b|долл\w*\.?|euros?\b|евро\b|rou?bles?\b|руб\w*\.?))?",
    re.IGNORECASE,
)
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "usd$": "USD",
    "\u20ac": "EUR",
    "\u20bd": "RUB",
    "\u00a3": "GBP",
    "\u00a5": "CNY",
}
# Units of figures that count no things.
NOT_COUNTED = frozenset({*_CURRENCIES.values(), "percent", "rank", None})
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_RANK = re.compile(
    rf"\brank(?:s|ed|ing)?\s+(?:as\s+)?(?:the\s+)?(?P<first>{_ORDINAL})\b"
    rf"|\b(?P<second>{_ORDINAL})[- ](?:largest|biggest|most important)\b",
    re.IGNORECASE,
)
BIGGEST = re.compile(r"[- ](?:largest|biggest|most important)\b", re.IGNORECASE)
_MOST_DIGITS = 1_000  # before or behind a number's point; a knowledge file has 40 at most
_DIGIT = re.compile(r"\d")
_RUSSIAN_MONTHS = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма[йяе]",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
]
_MONTH = "|".join(
    [*MONTHS, *(f"{month}\\w*" if not month.endswith("]") else month for month in _RUSSIAN_MONTHS)]
)
_SPAN_OF_MONTHS = re.compile(
    rf"\b(?P<first>{_MONTH})\s*(?:[-\u2013\u2014]|to|through|until|till|по|и)\s*(?P<last>{_MONTH})\b"
    r"|\bfirst\s+(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})\s+months\b",
    re.IGNORECASE,
)
_ONE_MONTH = re.compile(
    rf"(?<!\d )\b(?:in|during|for|за|в)\s+(?P<first>{_MONTH})\b(?!\s+\d{{1,2}}\b)", re.IGNORECASE
)
_COUNTS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]


class Number(NamedTuple):
    """A number in a sentence, or a range of two.

    Attributes:
        start: offset of its first character.
        end: offset behind its last one.
        unit: `percent`, `rank`, a currency, or None for a count.
        amounts: one number, or the two of `from … to …`, in plain units.
        precisions: for each half a unit of the last digit that was given.
    """

    start: int
    end: int
    unit: str | None
    amounts: tuple[Decimal, ...]
    precisions: tuple[Decimal, ...]


def numbers(sentence: str) -> list[Number]:
    """Return the amounts that a sentence names, with their units: `$1.79 billion`, `20 percent`, `from 72 to 82`."""
    found = []
    for match in _CLAIM.finditer(sentence):
        scales = [
            next((scale for scale in _SCALES if match[f"{scale}{suffix}"]), None) for suffix in ("", "_to")
        ]
        if match["to"] and not scales[0]:  # from 1.5 to 1.79 billion
            scales[0] = scales[1]
        written = [
            (match[group], scale)
            for group, scale in zip(("number", "to"), scales, strict=True)
            if match[group]
        ]
        amounts, precisions = zip(*(_amount(*one) for one in written), strict=True)
        unit = None
        if match["percent"] or match["first_percent"]:
            unit = "percent"
        elif match["sign"] or match["to_sign"]:
            unit = _CURRENCIES.get((match["sign"] or match["to_sign"]).strip().casefold())
        elif match["currency"]:
            word = match["currency"].casefold()
            unit = (
                "USD"
                if word.startswith(("dol", "usd", "дол"))
                else "EUR"
                if word.startswith(("eu", "ев"))
                else "RUB"
            )
        start = match.start("sign") if match["sign"] else match.start("number")
        if match["to"]:
            start = match.start("range")
        found.append(Number(start, match.end(), unit, amounts, precisions))
    return found


def has_a_number(text: str) -> bool:
    """Tell whether there may be a figure in a text: quicker than looking for one."""
    if _DIGIT.search(text):
        return True
    folded = text.casefold()
    return any(word in folded for word in ("rank", "largest", "biggest", "most important"))


def ranks(sentence: str) -> Iterator[Number]:
    """Yield the ranks that a sentence names: `ranks second`, `third-largest`."""
    for match in _RANK.finditer(sentence):
        name = "first" if match["first"] else "second"
        word = match[name].casefold()
        rank = _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word.rstrip("stndrh"))
        yield Number(match.start(name), match.end(name), "rank", (Decimal(rank),), (Decimal(0),))


def _amount(written: str, scale: str | None) -> tuple[Decimal, Decimal]:
    """Return a number as plain amount, and half a unit of its last digit."""
    plain = re.sub("[ \u00a0\u202f]", "", written)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    whole, _, part = plain.replace(",", ".").partition(".")
    if len(whole) > _MOST_DIGITS:
        return Decimal("Infinity"), Decimal(0)  # more than anything on record, whatever its digits
    part = part[:_MOST_DIGITS]
    # Put together from its digits: arithmetic would round what has more than 28 of them.
    exponent = ZEROS[scale] - len(part)
    return Decimal((0, tuple(map(int, whole + part)), exponent)), Decimal((0, (5,), exponent - 1))


def months_named(sentence: str) -> tuple[int, int] | None:
    """Return the first and last month that a sentence says its figures are of."""
    found = _SPAN_OF_MONTHS.search(sentence)
    if found is not None:
        if found["count"]:
            count = found["count"].casefold()
            return 1, int(count) if count.isdecimal() else _COUNTS.index(count)
        return _month(found["first"]), _month(found["last"])
    found = _ONE_MONTH.search(sentence)
    return (_month(found["first"]), _month(found["first"])) if found else None


def _month(word: str) -> int:
    folded = word.casefold()
    if folded in MONTHS:
        return MONTHS.index(folded) + 1
    return next(number for number, begins in enumerate(_RUSSIAN_MONTHS, 1) if re.match(begins, folded))
