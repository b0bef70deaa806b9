"""Numbers in a sentence: amounts with their units, ranks, and the months to which they are assigned."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import numeric

from tajikcli.figures import ZEROS
from tajikcli.language.all_languages import LANGUAGES, together
from tajikcli.language.all_wordings import WORDINGS, wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.language.listed import Meaning, meaning_of
from tajikcli.language.spotting import Worded, Words, has_digits
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NUMBER = (
    r"\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d+(?:[.,]\d+)?"  # the German notation: 1.790.000,50
)
_VULGAR = "\u00bc-\u00be\u2150-\u215e"  # `½`
DASHES = frozenset("-\u2013\u2014")
_JOINED = re.compile(r"-\d+-\d")
# `72-90 teachers`; but not a score, a telephone number, or the days of a date.
_HYPHEN = re.compile(
    r"(?<![\w.,:/+-])\d{1,3}(?:[.,]\d{1,3}){0,4}(-)"
    r"(?=(?:\d{2,3}|\d[.,]\d{1,3})(?:[.,]\d{1,3}){0,4}(?![\w/:-]|[.,]\d))"
)
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_ALL, _WORDINGS = together(), wordings()


def _abbreviable(words: Iterable[str]) -> str:
    """Return words as regular-expression alternatives, abbreviations with their full stop."""
    short = _ALL.abbreviations.casefold().split()
    alone = any_of(word for word in words if word.removesuffix("*") not in short)
    stopped = any_of(word for word in words if word.removesuffix("*") in short)
    return rf"(?:{alone})\b|(?:{stopped})\b\.?"


_SCALE = _abbreviable(_ALL.scales)
_SCALES_WITH_COMMA = {
    word: True
    for one, wording in zip(LANGUAGES, WORDINGS, strict=True)
    for word in one.scales
    if wording.decimal_mark == "," and word not in LANGUAGES[0].scales
}
PERCENT = rf"(?:{any_of(_ALL.percent)})\b"
CURRENCY = rf"(?:(?:{'|'.join(_ALL.currency_owners)})\s)?(?P<currency>{_abbreviable(_ALL.currencies)})"
_CLAIM = re.compile(
    rf"(?:(?<![\w.,-])|(?<=[\s(]-)|(?<=[^\W\d]{{4}}-)(?=\d+-(?:{PERCENT})))(?:(?P<range>{any_of(_ALL.range_from)})\s+)?"
    r"(?P<sign>(?:US|USD\s?)?\$|USD\s|\u20ac|\u20bd|\u00a3|\u00a5)?\s?"
    rf"(?P<number>(?:{_NUMBER})[{_VULGAR}]?)(?![\d])"
    rf"(?:\s?-?(?P<scale>{_SCALE})(?!\w|(?<=\s[a-z])-\d))?"  # not `12 B-52 bombers`
    rf"(?:\s?(?P<first_percent>%|{PERCENT}))?"
    rf"(?(range)(?:\s+(?:{any_of(_ALL.range_to)})\s+(?P<to_sign>(?:US)?\$|\u20ac|\u20bd|\u00a3)?\s?"
    rf"(?P<to>{_NUMBER})(?:\s?-?(?P<to_scale>{_SCALE})(?!\w))?)?)"
    rf"(?:\s?-?(?P<percent>%|\u2030|{PERCENT})"
    rf"|\s{CURRENCY})?",
    re.IGNORECASE,
)
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "eur": "EUR",
    "rub": "RUB",
    "usd": "USD",
    "usd$": "USD",
    "\u20ac": "EUR",
    "\u20bd": "RUB",
    "\u00a3": "GBP",
    "\u00a5": "CNY",
}
_SIGN = any_of(_CURRENCIES)
# The unit of the number in a cell or behind a colon: `| Trade, $bn | 1.08 |`, `| Товарооборот, млрд долл. | 2024 | 1,6 |`
_UNIT_BEFORE = OnFirstUse(
    rf"(?:(?P<sign>{_SIGN})\s?(?P<sign_scale>{_SCALE})?|(?:\b(?P<scale>{_SCALE})\s)?\b{CURRENCY}|(?P<percent>%|\b{PERCENT}))\)?"
    r"\s?(?:\|[^|]{0,40})?[|:]\s?$"
)
_LABELLED = 100  # the number of characters before a number that may be its label
_CELL_ENDS = re.compile(r"\s*+(?:[|;]|(?:\.\s*+)?$)")
# Units of figures that do not count things.
PERMILLE = "permille"  # no figure on record has this unit
NOT_COUNTED = frozenset({*_CURRENCIES.values(), *_ALL.currencies.values(), "percent", PERMILLE, "rank", None})
MONEY = NOT_COUNTED - {None, "percent", PERMILLE, "rank"}
_ORDINAL = rf"(?:{any_of(_ALL.ordinals)}|\d{{1,2}}(?:{any_of(_ALL.ordinal_endings)}))"
_SUPERLATIVE = rf"[- ](?:{any_of(_ALL.superlatives)})\b"
_RANK = re.compile(
    rf"\b(?:{any_of(_ALL.ranking)})\s+(?:(?:{any_of(_ALL.as_saying)})\s+)?(?:(?:{any_of(_ALL.articles)})\s+)?(?P<first>{_ORDINAL})\b"
    rf"|\b(?P<second>{_ORDINAL}){_SUPERLATIVE}",
    re.IGNORECASE,
)
_OF_RANKS = (*_ALL.ranking.split(), *_ALL.superlatives)
_ARROW = re.compile(r"\s?(?:[\u2192\u27f6\u2794\u21d2]|[-\u2013=]>)\s?")
_AND = re.compile(rf"\s(?:(?:{any_of(_ALL.joining)})\s)?")
_THOUSAND = Decimal(500)  # half a unit of the last digit of a number of thousands
_MOST_DIGITS = 1_000  # before or after a decimal point; a knowledge file has 40 at most
_BEFORE = 30  # the number of characters before the first digit of a number that belong to it: `between US$`
_SPACES, _GROUPED = re.compile("[ \u00a0\u202f]"), re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_DIGIT, _DIGITS = re.compile(r"\d"), re.compile(r"\d+")
_MONTHS = {fold_letters(word): number for word, number in {**_ALL.months, **_WORDINGS.short_months}.items()}
MONTH = rf"(?:{any_of(_ALL.months)}|(?:{any_of(_WORDINGS.short_months)})\b\.?)"
MONTHS_WRITTEN = [f"{month.removesuffix('*')}*" for month in (*_ALL.months, *_WORDINGS.short_months)]
_SPAN_OF_MONTHS = Worded(
    rf"\b(?P<first>{MONTH})\s*(?:[-\u2013\u2014]|{any_of(_ALL.month_joiners)})\s*(?P<last>{MONTH})\b"
    rf"|\b(?:{any_of(f'{_ALL.first} {_WORDINGS.spans}')})\s+(?P<count>{any_of(_ALL.counts)}|\d{{1,2}})\s+(?:{any_of(_ALL.months_word)})\b",
    [*MONTHS_WRITTEN, *f"{_ALL.first} {_WORDINGS.spans}".split()],
)
# After such a span: `10.1% in nine months, 19.1% in ten`.
_BARE_SPAN = Worded(
    rf"\b(?:{any_of(f'{_ALL.month_prepositions} {_WORDINGS.spans}')})\s+(?P<count>{any_of(_ALL.counts)}|\d{{1,2}})(?=\s*[,;.\u2013\u2014-](?!\d)|\s*$)",
    f"{_ALL.month_prepositions} {_WORDINGS.spans}",
)
# With its last month: `in the ten months to October`.
_SPAN_TO_MONTH = Worded(
    rf"\b(?P<count>{any_of(_ALL.counts)}|\d{{1,2}})\s+(?:{any_of(_ALL.months_word)})\s+(?:{any_of(f'{_ALL.range_to} {_WORDINGS.until}')})\s+(?P<last>{MONTH})\b",
    [*_ALL.counts],
    digits=True,
)
# Between two months with a word before the first: `between January and October`.
_BETWEEN_MONTHS = Worded(
    rf"\b(?:{any_of(_ALL.range_from)})\s+(?P<first>{MONTH})\s+(?:{any_of(_ALL.range_to)})\s+(?P<last>{MONTH})\b",
    _ALL.range_from,
)
# Every period has one of these words.
_PERIODS = Words(
    [
        *MONTHS_WRITTEN,
        *f"{_ALL.months_word} {_WORDINGS.halves} {_WORDINGS.quarters}".split(),
    ]
)
_ORDINALS = {**_ALL.ordinals, **_WORDINGS.ordinals}
_PART_OF_YEAR = Worded(
    rf"\b(?P<which>{any_of(_ORDINALS)}|[1-4](?:{any_of(_ALL.ordinal_endings)})?)\s+"
    rf"(?:(?P<half>{any_of(_WORDINGS.halves)})|(?P<quarter>{any_of(_WORDINGS.quarters)}))\b"
    rf"|\b(?:{any_of(_ALL.first)})\s+(?P<quarters>{any_of(_ALL.counts)}|[23])\s+(?:{any_of(_WORDINGS.quarters)})\b"
    # In Tajik the ordinal follows.
    rf"|\b(?:(?P<half_before>{any_of(_WORDINGS.halves)})|(?:{any_of(_WORDINGS.quarters)}))\s+(?P<which_behind>{any_of(_ORDINALS)})\b",
    [*_ORDINALS, *_ALL.first.split(), *_WORDINGS.halves.split(), *_WORDINGS.quarters.split()],
    digits=True,
)
_ONE_MONTH = Worded(
    rf"(?<!\d )\b(?:{any_of(_ALL.month_prepositions)})\s+(?P<first>{MONTH})\b(?!\s+\d{{1,2}}\b)",
    _ALL.month_prepositions,
)
# Before the last month of a period whose first month is not given: `by October`.
_OPEN_PERIOD = Worded(rf"\b(?:{any_of(_WORDINGS.until)})\s+{MONTH}\b(?!\s+\d{{1,2}}\b)", _WORDINGS.until)

_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_DATE = 40  # the maximum number of characters of a date before its year
_MONTH_BEHIND = re.compile(
    rf"(?:[-\u2013\u2014]\d{{1,2}})?(?:{any_of(_ALL.ordinal_endings)})?\.?\s+(?:(?:{any_of(_ALL.of)})\s+)?(?:{MONTH})\b",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"\b(?:{MONTH})\.?\s+$", re.IGNORECASE)
# A year belongs to a date if a month in digits follows it, or if a month (with a day) precedes it.
_ISO = re.compile(r"(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?(?!\w)")
_OF_A_MONTH = re.compile(
    rf"\b(?:{MONTH})\.?(?:\s+[0-3]?\d(?:{any_of(_ALL.ordinal_endings)})?)?,?\s+$", re.IGNORECASE
)


class Number(NamedTuple):
    """A number in a sentence, or a range of two numbers.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        unit: `percent`, `rank`, a currency, or None for a count.
        amounts: one number, or both numbers of `from … to …`, as plain numbers.
        precisions: for each amount, half a unit of its last digit.
        vague: whether the words do not say how many: `hundreds`.
    """

    start: int
    end: int
    unit: str | None
    amounts: tuple[Decimal, ...]
    precisions: tuple[Decimal, ...]
    vague: bool = False


def numbers(sentence: str) -> list[Number]:
    """Return the amounts in a sentence with their units: `$1.79 billion`, `20 percent`, `from 72 to 82`."""
    found: list[Number] = []
    for match in _written(_with_dashes(sentence) if "-" in sentence else sentence):
        scales = [_meant(match[group], _ALL.scales) for group in ("scale", "to_scale")]
        is_percent = bool(match["percent"] or match["first_percent"])
        label = _label(sentence, match)
        if label is not None:
            scales[0] = _meant(label["scale"] or label["sign_scale"], _ALL.scales)
            is_percent = bool(label["percent"])
        if not scales[0] and not is_percent and _DOTTED.fullmatch(match["number"]):
            continue  # a thousands separator in one language, a decimal comma in another
        if not match["to"] and _JOINED.match(sentence, match.end("number")):
            continue  # a telephone number, or a date
        if match["to"] and not scales[0]:  # from 1.5 to 1.79 billion
            scales[0] = scales[1]
        written = [
            (match[group], scale)
            for group, scale in zip(("number", "to"), scales, strict=True)
            if match[group]
        ]
        # The word belongs only to languages with a decimal comma: `1,618 млрд`.
        scale = label["scale"] if label is not None else match["scale"]
        has_comma = _meant(scale, _SCALES_WITH_COMMA) is not None
        amounts, precisions = zip(*(_amount(*one, comma=has_comma) for one in written), strict=True)
        unit = None
        if is_percent:
            unit = PERMILLE if match["percent"] == "\u2030" else "percent"
        elif match["sign"] or match["to_sign"]:
            unit = _CURRENCIES.get((match["sign"] or match["to_sign"]).strip().casefold())
        elif match["currency"]:
            unit = _meant(match["currency"], _ALL.currencies)
        elif label is not None:
            unit = _CURRENCIES.get((label["sign"] or "").casefold()) or _meant(
                label["currency"], _ALL.currencies
            )
        start = match.start("sign") if match["sign"] else match.start("number")
        if match["to"]:
            start = match.start("range")
        number = Number(start, match.end(), unit, amounts, precisions)
        if found and sentence[found[-1].end : start] in DASHES:
            found[-1] = _with_unit_of(number, found[-1], ZEROS[scales[0]])
            if unit == "percent":  # several changes are on record, and both ends of a range may be among them
                found[-1], number = found[-1]._replace(vague=True), number._replace(vague=True)
        found.append(number)
    return joined(sentence, found)


def _with_unit_of(last: Number, first: Number, zeros: int) -> Number:
    """Return the first number of a range with the unit and the scale of its last: `$1.3-1.4 billion`, `10-20 percent`."""
    if first.precisions[0] >= _THOUSAND or first.amounts[0] >= _THOUSAND:
        zeros = 0  # it has a scale of its own
    amounts, precisions = (
        tuple(one.scaleb(zeros) for one in two) for two in (first.amounts, first.precisions)
    )
    return first._replace(unit=first.unit or last.unit, amounts=amounts, precisions=precisions)


def _with_dashes(sentence: str) -> str:
    """Return a sentence with a dash in place of the hyphen between two numbers, unless these are days of a date."""
    parts, end = [], 0
    for match in _HYPHEN.finditer(sentence):
        behind = _DIGITS.match(sentence, match.end())
        if (
            behind is None
            or _MONTH_BEHIND.match(sentence, behind.end())
            or _MONTH_BEFORE.search(sentence[max(0, match.start() - 20) : match.start()])
        ):
            continue
        parts += [sentence[end : match.start(1)], "\u2013"]
        end = match.end()
    return "".join([*parts, sentence[end:]])


def _written(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the numbers in digits in a sentence, which is searched only from a little before each first digit."""
    at = 0
    while (digit := _DIGIT.search(sentence, at)) is not None:
        match = _CLAIM.search(sentence, max(at, digit.start() - _BEFORE))
        if match is None:
            return
        yield match
        at = match.end()


def _label(sentence: str, number: re.Match[str]) -> re.Match[str] | None:
    """Return the unit in the label of a number that has none, in a table or behind a colon; None if there is none."""
    groups = ("range", "sign", "scale", "percent", "first_percent", "currency")
    before = sentence[max(0, number.start() - 2) : number.start()].rstrip()
    if not before.endswith(("|", ":")) or any(map(number.__getitem__, groups)):
        return None
    if not _CELL_ENDS.match(sentence, number.end()):
        return None
    return _UNIT_BEFORE.compiled.search(sentence, max(0, number.start() - _LABELLED), number.start())


def joined(sentence: str, found: Iterable[Number]) -> list[Number]:
    """Return numbers in their order, those that are one amount, or a change, as one number: `1 billion 790 million dollars`, `72 → 82`."""
    kept: list[Number] = []
    for number in found:
        if kept and _goes_on(sentence, kept[-1], number):
            whole = kept.pop()
            amounts = (whole.amounts[0] + number.amounts[0],)
            kept.append(number._replace(start=whole.start, amounts=amounts))
        elif kept and _leads_to(sentence, kept[-1], number):
            first = kept.pop()
            both = (*first.amounts, *number.amounts), (*first.precisions, *number.precisions)
            kept.append(Number(first.start, number.end, number.unit or first.unit, *both))
        else:
            kept.append(number)
    return kept


def _leads_to(sentence: str, first: Number, last: Number) -> bool:
    """Return whether an arrow leads from a number to another: `72 → 82 teachers`."""
    return (
        len(first.amounts) == len(last.amounts) == 1
        and first.unit in {None, last.unit}
        and _ARROW.fullmatch(sentence, first.end, last.start) is not None
    )


def _goes_on(sentence: str, whole: Number, part: Number) -> bool:
    """Return whether two numbers are one amount."""
    return (
        whole.unit is None
        and len(whole.amounts) == len(part.amounts) == 1
        and _AND.fullmatch(sentence, whole.end, part.start) is not None
        and whole.precisions[0] >= _THOUSAND
        and part.amounts[0] < 2 * whole.precisions[0]
        and part.precisions[0] >= _THOUSAND / 1000
    )


def is_date(sentence: str, number: Number) -> bool:
    """Return whether a number is a day or a year: `24 December`, `December 24`, `in 2024`."""
    if number.unit is not None:
        return False
    written = sentence[number.start : number.end]
    return bool(
        _YEAR.fullmatch(written)
        or _MONTH_BEHIND.match(sentence, number.end)
        or _MONTH_BEFORE.search(sentence, max(0, number.start - 20), number.start)
    )


def is_year_of_date(sentence: str, number: Number) -> bool:
    """Return whether a number is the year of a date: `25 December 2024`, `December 25, 2024`, `2024-12-25`."""
    written = sentence[number.start : number.end]
    return _YEAR.fullmatch(written) is not None and bool(
        _ISO.match(sentence, number.start)
        or _OF_A_MONTH.search(sentence, max(0, number.start - _LONGEST_DATE), number.start)
    )


def has_a_number(text: str) -> bool:
    """Return whether a text may contain a figure; faster than a search."""
    return has_digits(text) or any(map(text.casefold().__contains__, _OF_RANKS))


def ranks(sentence: str) -> Iterator[Number]:
    """Yield the ranks in a sentence: `ranks second`, `third-largest`."""
    for match in _RANK.finditer(sentence):
        name = "first" if match["first"] else "second"
        word = match[name].casefold()
        rank = _ALL.ordinals.get(word) or int(_DIGITS.findall(word)[0])
        yield Number(match.start(name), match.end(name), "rank", (Decimal(rank),), (Decimal(0),))


def _meant(word: str | None, meanings: Mapping[str, Meaning]) -> Meaning | None:
    """Return the meaning of a word as written, which may be an abbreviation with a full stop; None without a word."""
    return meaning_of(word.casefold().rstrip("."), meanings) if word else None


def _amount(written: str, scale: str | None, *, comma: bool = False) -> tuple[Decimal, Decimal]:
    """Return a number as a plain amount, and half a unit of its last digit.

    Args:
        written: the number, in digits.
        scale: its scale.
        comma: whether a comma is a decimal mark.
    """
    plain = _SPACES.sub("", written)
    if not plain[-1].isdecimal():
        fraction = Decimal(str(round(numeric(plain[-1]), 3))).scaleb(ZEROS[scale])
        amount, precision = _amount(plain[:-1], scale, comma=comma)
        return amount + fraction, precision / 100
    if not (comma and plain.count(",") == 1) and _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    whole, _, part = plain.replace(",", ".").partition(".")
    if len(whole) > _MOST_DIGITS:
        return Decimal("Infinity"), Decimal(0)  # larger than anything on record, so its digits do not matter
    part = part[:_MOST_DIGITS]
    # The number is built from its digits, because arithmetic would round a number with more than 28 digits.
    exponent = ZEROS[scale] - len(part)
    return Decimal((0, tuple(map(int, whole + part)), exponent)), Decimal((0, (5,), exponent - 1))


class Months(NamedTuple):
    """The months to which a sentence assigns its figures.

    Attributes:
        first: the first month, 1 to 12.
        last: the last month.
        start: offset of the first character of the words for the months.
        end: offset after their last character.
    """

    first: int
    last: int
    start: int
    end: int


def months_in(sentence: str) -> list[Months]:
    """Return the months to which a sentence assigns its figures, with the offsets of the words for them.

    A sentence may assign its figures to several periods: `10.1% in January-September and 19.1% in January-October`.
    """
    if not _PERIODS.may_be_in(sentence):
        return []
    for pattern in (_SPAN_TO_MONTH, _BETWEEN_MONTHS, _SPAN_OF_MONTHS, _PART_OF_YEAR, _ONE_MONTH):
        found = [
            Months(*months, match.start(), match.end())
            for match in pattern.finditer(sentence)
            if (months := _months(match)) is not None
        ]
        if found and pattern is _SPAN_OF_MONTHS:
            ends = {one.end for one in found}
            bare = (match for match in _BARE_SPAN.finditer(sentence) if match.end() not in ends)
            found += [Months(1, _count(match["count"]), match.start(), match.end()) for match in bare]
            found.sort(key=lambda one: one.start)
        if found:
            return found
    return []


def parts_of_year(sentence: str) -> list[tuple[int, int]]:
    """Return the offsets of words for a part of a year, whose numbers are no amounts: `the first half`, `the third quarter`."""
    return [match.span() for match in _PART_OF_YEAR.finditer(sentence)]


def open_periods(sentence: str) -> list[int]:
    """Return the offsets of words for periods whose first month a sentence does not give: `by October`."""
    return (
        [match.start() for match in _OPEN_PERIOD.finditer(sentence)] if _PERIODS.may_be_in(sentence) else []
    )


def _months(found: re.Match[str]) -> tuple[int, int] | None:
    named = found.groupdict()
    if which := named.get("which") or named.get("which_behind"):
        number = _ORDINALS.get(which.casefold()) or int(_DIGITS.findall(which)[0])
        size = 6 if named["half"] or named["half_before"] else 3
        return ((number - 1) * size + 1, number * size) if number * size <= 12 else None
    if quarters := named.get("quarters"):
        return (1, 3 * _count(quarters)) if _count(quarters) <= 4 else None
    if named.get("count"):
        count, last = _count(named["count"]), named.get("last")
        # `the twelve months to September` begin in October.
        return ((month_of(last) - min(count, 12)) % 12 + 1, month_of(last)) if last else (1, count)
    return month_of(named["first"]), month_of(named.get("last") or named["first"])


def _count(written: str) -> int:
    """Return a number of months in words or digits."""
    return _ALL.counts.get(written.casefold()) or int(written)


def month_of(word: str) -> int:
    """Return the number of a month, 1 to 12, given a match of `MONTH`."""
    number = meaning_of(fold_letters(word).rstrip("."), _MONTHS)
    assert number is not None  # the pattern consists of the words for them
    return number
