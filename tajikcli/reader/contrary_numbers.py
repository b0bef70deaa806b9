"""Find numbers, periods and directions in the text and the evidence of a fact that contradict its figures.

Two numbers are only compared if they have the same unit, and a number that any figure or evidence of the fact explains is no
contradiction: a rounded number, the difference of two numbers, a fraction for a percentage, `doubled` for 100 percent.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.amounts import has_an_amount
from tajikcli.extract.codes import no_amounts
from tajikcli.extract.dates import dates_in
from tajikcli.extract.movement import approximation, is_change, is_from_to, is_limit, moves, rises_to
from tajikcli.extract.periods import period_of
from tajikcli.extract.things import unit_behind
from tajikcli.extract.years import years_in
from tajikcli.figures import ZEROS
from tajikcli.proof.all_numbers import all_numbers
from tajikcli.proof.grammar import THAT
from tajikcli.proof.measured.ranking import ranks_worded
from tajikcli.proof.measured.times import compared_years, relative_times, times_in
from tajikcli.proof.measured.verdict import ROUGHLY
from tajikcli.proof.measured.wording import Part, worded
from tajikcli.proof.multiples import TIMES
from tajikcli.proof.number_words import has_rank_words
from tajikcli.proof.numbers import MONEY, NOT_COUNTED, Number, is_date
from tajikcli.reader.claims import in_words
from tajikcli.reader.faults import Fault
from tajikcli.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model.knowledge import FigureEntry, KnowledgeFile, StatementEntry
    from tajikcli.proof.measured.wording import Bound
    from tajikcli.reader.faults import Path

_PER_CENT, _RANK = "percent", "rank"
_HUNDRED = 100
_MOST = 100  # figures or numbers of one fact; a fact that has more was not written by hand
_EXACTLY = Decimal(0)
_ROUNDED = Decimal("0.05")  # the maximum error of a rounded number, as a share
_LOWER, _UPPER = frozenset({"over", "at-least"}), frozenset({"almost", "under", "up-to"})
_DIGIT = re.compile(r"\d")
_KEYS = {"value": "value", "from_": "from", "to": "to", "change": "change"}
_TOGETHER: tuple[set[str], ...] = ({"value"}, {"change"}, {"from", "to"})


class _Given(NamedTuple):
    """A number in a text.

    Attributes:
        text: the text.
        number: the number in it.
        unit: its unit, or the things that it counts, as a unit; None if the text does not name them.
        scales: the numbers of zeros that may belong to it; several if the text ends with it, so that its scale may be cut off.
    """

    text: str
    number: Number
    unit: str | None
    scales: tuple[int, ...] = (0,)

    @property
    def written(self) -> str:
        """The number as written, with the word for its unit."""
        return self.text[self.number.start : self.number.end].strip()

    def equals(self, other: Decimal, precision: Decimal = _EXACTLY) -> bool:
        """Return whether it, or one number of a range, is another amount, within the rounding of its last digit."""
        return any(self.amount_equals(at, other, precision) for at in range(len(self.number.amounts)))

    def amount_equals(self, at: int, other: Decimal, precision: Decimal = _EXACTLY) -> bool:
        """Return whether one of its amounts is another amount."""
        off = (abs(self.number.amounts[at].scaleb(zeros) - other) for zeros in self.scales)
        return min(off) <= min(precision, _ROUNDED * other)

    @property
    def is_word_for_share(self) -> bool:
        """Whether it is a fraction or a multiple in words, which give a percentage only roughly."""
        return self.unit in {_PER_CENT, TIMES} and not self.written[:1].isdigit()


class _Figure(NamedTuple):
    """A figure of a fact, with its numbers as plain amounts, by their keys."""

    path: Path
    entry: FigureEntry
    amounts: dict[str, Decimal]

    @property
    def difference(self) -> Decimal | None:
        """The size of the change, if the figure has both ends."""
        ends = self.amounts.get("from"), self.amounts.get("to")
        return None if ends[0] is None or ends[1] is None else (ends[1] - ends[0]).copy_abs()

    @property
    def has_direction(self) -> bool:
        """Whether its ends say that something grew or fell; a better rank is a smaller number."""
        ends = self.amounts.get("from"), self.amounts.get("to")
        return None not in ends and ends[0] != ends[1] and self.entry.unit != _RANK

    @property
    def factor(self) -> Decimal | None:
        """The factor of a change, such as 1.2 for a rise of 20 percent."""
        if "from" in self.amounts:
            return self.amounts["to"] / self.amounts["from"] if self.amounts["from"] else None
        is_share = self.entry.unit == _PER_CENT and "change" in self.amounts
        return 1 + self.amounts["change"] / _HUNDRED if is_share else None


def contrary_numbers(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a warning for each number, period or direction of a fact that contradicts another part of the fact.

    Args:
        knowledge: content of valid shape.
    """
    for place, entry in enumerate(knowledge.statements):
        if entry.kind == "quote" or not (entry.figures or _has_digits(entry)):
            continue
        if len(entry.evidence) <= _MOST and len(entry.figures) <= _MOST:
            yield from _one_of_each(
                _Fact(("statements", place), entry, _published(knowledge, entry)).faults()
            )


def _one_of_each(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the first warning about each part of a figure, because the text and the evidence may have the same words, and all others."""
    seen: set[Path] = set()
    for fault in faults:
        if fault.path not in seen or "figures" not in fault.path:
            yield fault
        seen.add(fault.path)


def _has_digits(entry: StatementEntry) -> bool:
    """Return whether both the text and the evidence of a fact have digits, so that a fact without figures may have two numbers."""
    return bool(_DIGIT.search(entry.text)) and any(_DIGIT.search(item.exact) for item in entry.evidence)


def _published(knowledge: KnowledgeFile, entry: StatementEntry) -> str | None:
    """Return the date from which words such as `last year` are counted; None if it may not be the year of the words."""
    source = knowledge.sources.get(knowledge.source_of(entry))
    published = (source.published if source else None) or ""
    is_same = all(date[:4] == published[:4] for date in (knowledge.meeting.date, entry.said or published))
    return published if is_same and published else None


class _Fact:
    """A fact with its figures, the numbers of its evidence, and the date of its source."""

    def __init__(self, path: Path, entry: StatementEntry, published: str | None) -> None:
        self._path, self._entry, self._published = path, entry, published
        self._ranked = any(figure.unit == _RANK for figure in entry.figures)
        self._figures = [
            _Figure((*path, "figures", at), figure, amounts)
            for at, figure in enumerate(entry.figures)
            if (amounts := _amounts(figure))
        ]
        self._text = _numbers_of(entry.text, ranked=self._ranked)
        self._evidence = [
            one._replace(scales=_scales(one))
            for item in entry.evidence
            for one in _numbers_of(item.exact, ranked=self._ranked)
        ]

    def faults(self) -> Iterator[Fault]:
        """Yield the contradictions of the fact."""
        in_text = self._text
        if not (self._figures or self._evidence) or len(in_text) > _MOST or len(self._evidence) > _MOST:
            return
        for figure in self._figures:
            yield from self._against_evidence(figure)
            yield from self._at_another_time(figure)
        for given in in_text:
            yield from self._unexplained(given, in_text)
        for figure in self._figures:
            for where, numbers in (("text", in_text), ("evidence", self._evidence)):
                yield from self._at_other_ends(where, numbers, figure)
                for given in numbers:
                    if _states(given, figure):
                        yield from self._contrary(where, given, figure)

    def _against_evidence(self, figure: _Figure) -> Iterator[Fault]:
        """Yield a warning if the evidence has another number with the unit of a figure, and not the number of the figure."""
        near = [one for one in self._evidence if _is_comparable(one, figure)] or self._only_count(figure)
        same = [one for one in near if not _is_other_money(one, figure)]
        missing = [
            key for key, amount in figure.amounts.items() if not any(_is_exactly(one, amount) for one in same)
        ]
        others = [
            one for one in near if not any(_explains(other, one, exactly=True) for other in self._figures)
        ]
        if missing and others:
            yield self._differs((*figure.path, missing[-1]), "evidence", others[-1].written, figure)

    def _only_count(self, figure: _Figure) -> Sequence[_Given]:
        """Return the number of the evidence if it is the only one, counts something, and so does the only figure.

        The source may have another word for the things counted: `15 agreements` for 15 documents.
        """
        is_count = figure.entry.unit not in NOT_COUNTED and "change" not in figure.amounts
        is_only = is_count and len(self._entry.figures) == len(figure.amounts) == len(self._evidence) == 1
        return self._evidence if is_only and self._evidence[0].number.unit is None else ()

    def _at_another_time(self, figure: _Figure) -> Iterator[Fault]:
        """Yield a warning if evidence that has only a time has another one than a figure, and the text does not have the time of the figure."""
        period = figure.entry.period
        if not period or any(_agree(year[0], period) for year in years_in(self._entry.text)):
            return
        for item in self._entry.evidence:
            if not years_in(item.exact) or _numbers_of(item.exact, ranked=False):
                continue
            found = _period(_Given(item.exact, _number_at_end(item.exact), None), self._published)
            if found and not _agree(found, period):
                yield self._at_period("evidence", found, item.exact, figure)

    def _unexplained(self, given: _Given, others: Sequence[_Given]) -> Iterator[Fault]:
        """Yield a warning if neither figures nor evidence explain a number of the text, but one of them has the same unit.

        Args:
            given: the number.
            others: all numbers of the text.
        """
        if any(_explains(figure, given) for figure in self._figures):
            return
        if any(_is_same(one, given) for one in self._evidence):
            return
        path = (*self._path, "text")
        figure = next((one for one in self._figures if _is_comparable(given, one)), None)
        other = next((one for one in self._evidence if _same_unit(given.unit, one.unit)), None)
        if figure is not None and not any(_states(one, figure) for one in others):
            yield self._differs(path, "text", given.written, figure)
        elif figure is not None or other is not None:
            message = f"the text has “{given.written}”, but neither the figures nor the evidence have it; expected a number that one of them has"
            yield Fault(path, message, severity="warning")

    def _contrary(self, where: str, given: _Given, figure: _Figure) -> Iterator[Fault]:
        """Yield a warning if words around a number contradict the direction, the approximation or the period of its figure."""
        period = _period(given, self._published) if figure.entry.period else None
        if period and not _agree(period, figure.entry.period or ""):
            yield self._at_period(where, period, given.text, figure)
        if "change" in figure.amounts and is_change(given.text, given.number):
            up, down = moves(given.text, given.number)
            falls = figure.amounts["change"] < 0
            if down not in {up, falls}:
                yield self._differs(
                    (*figure.path, "change"),
                    where,
                    "a decrease" if down else "an increase",
                    figure,
                    "direction",
                )
        yield from self._approximated(where, given, figure)

    def _at_other_ends(self, where: str, numbers: Sequence[_Given], figure: _Figure) -> Iterator[Fault]:
        """Yield a warning if numbers are at the other ends of a change than in its figure, or if it goes the other way.

        Args:
            where: what has the numbers, `text` or `evidence`.
            numbers: all numbers of the text or of the evidence.
            figure: the figure.
        """
        if not figure.has_direction:
            return
        placed = [(one, _is_at_its_end(one, figure)) for one in numbers]
        swapped = [one for one, same in placed if same is False]
        right = [one for one, same in placed if same]
        if swapped and not right:
            one = swapped[0]
            part = "" if len(one.number.amounts) > 1 else f" as its {_wording(one, moved=True)[0].value}"
            yield self._differs((*figure.path, "from"), where, f"“{one.written}”{part}", figure, "ends")
            return
        rising = {way for one in right if (way := rises_to(one.text, one.number)) is not None}
        if rising == {figure.amounts["to"] < figure.amounts["from"]}:
            words = "an increase" if True in rising else "a decrease"
            yield self._differs((*figure.path, "to"), where, words, figure, "direction")

    def _approximated(self, where: str, given: _Given, figure: _Figure) -> Iterator[Fault]:
        """Yield a warning if the words before the number of a figure approximate it in another way, or only one of them does.

        An `exact` may begin behind the word, and the text may have rounded the number itself.
        """
        path, approx = (*figure.path, "approx"), figure.entry.approx
        read = approximation(given.text, given.number)
        if approx is None and (where == "text" or read is None):
            return
        bound = _wording(given)[1]
        opposite = {True: _UPPER, False: _LOWER}
        if bound is not None and approx in opposite[bound.least]:
            least = "a lower bound" if bound.least else "an upper bound"
            yield self._differs(path, where, least, figure, "approximation")
        elif approx is None and read == "up-to":
            stated = (given, *(one for one in self._text if _states(one, figure)))
            if any(is_limit(one.text, one.number) for one in stated):
                yield self._differs(path, where, f"the approximation {read}", figure, "approximation")
        elif approx is None:
            # The verb of `by more than 20 percent` may be cut off. A word that only extract reads has other meanings, too.
            _, bound, rough = _wording(given, moved=True)
            if rough or bound is not None:
                yield self._differs(path, where, f"the approximation {read}", figure, "approximation")
        elif where == "text" and not _is_approximated(given) and self._evidence_approximates(figure):
            yield self._differs((*self._path, "text"), where, "no approximation", figure, "approximation")

    def _evidence_approximates(self, figure: _Figure) -> bool:
        """Return whether the words of the source can be read, because there are others for it: `20 percent or so`."""
        return any(_states(one, figure) and _is_approximated(one) for one in self._evidence)

    def _at_period(self, where: str, period: str, text: str, figure: _Figure) -> Fault:
        """Return the warning about a period, with the words for it if they are relative: `last year`."""
        relative = relative_times(text)
        words = f" (“{relative[0]}”)" if len(relative) == 1 and not years_in(text) else ""
        return self._differs((*figure.path, "period"), where, f"the period {period}{words}", figure, "period")

    def _differs(self, path: Path, where: str, words: str, figure: _Figure, what: str = "number") -> Fault:
        shown = f"“{words}”" if what == "number" else words
        verb = "gives" if what == "period" else "has"
        message = f"the {where} {verb} {shown}, but the figure is {in_words(figure.entry)}; expected the same {what}"
        return Fault(path, message, severity="warning")


def _amounts(figure: FigureEntry) -> dict[str, Decimal]:
    """Return the numbers of a figure, in plain units, by their keys; empty for a figure that breaks the rules about its keys."""
    zeros = ZEROS[figure.scale]
    written = {key: getattr(figure, name) for name, key in _KEYS.items()}
    amounts = {key: Decimal(number).scaleb(zeros) for key, number in written.items() if number is not None}
    return amounts if amounts.keys() in _TOGETHER and figure.direction is None else {}


def _numbers_of(text: str, *, ranked: bool) -> list[_Given]:
    """Return the numbers of a text, without dates, times of day and codes.

    Args:
        text: the text.
        ranked: whether to look for ranks, too.
    """
    found = [(number, number.unit) for number in all_numbers(text)] if has_an_amount(text) else []
    if any(unit is None for _, unit in found):
        taken = no_amounts(text)
        found = [
            (number, unit)
            for number, unit in found
            if unit is not None
            or (
                not any(start < number.end and number.start < end for start, end in taken)
                and not is_date(text, number)
            )
        ]
    given = []
    for number, unit in found:
        things = unit_behind(text, number.end) if unit is None else None
        given.append(_Given(text, number, (things and things[0]) or unit))
    if ranked and has_rank_words(text):
        positions = (one.number for one in ranks_worded(text) if one.alone or one.superlative)
        given += [_Given(text, number, number.unit) for number in positions]
    return given


def _scales(given: _Given) -> tuple[int, ...]:
    """Return the numbers of zeros that may belong to a number of an `exact`, which may end before the word for its scale: `to $2`."""
    is_cut = given.unit in MONEY and given.number.end == len(given.text) and given.written[-1].isdigit()
    return tuple(ZEROS.values()) if is_cut else (0,)


def _same_unit(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and (one == other or stem(one) == stem(other))


def _is_comparable(given: _Given, figure: _Figure) -> bool:
    """Return whether a number has the unit of a figure, so that it is the figure or contradicts it."""
    unit = figure.entry.unit
    if given.unit == TIMES:
        return figure.factor is not None and "change" in figure.amounts
    if given.unit in MONEY and unit in MONEY:
        return given.unit == unit or any(_is_exactly(given, amount) for amount in figure.amounts.values())
    if given.unit is None and "from" in figure.amounts and unit not in NOT_COUNTED:
        return len(given.number.amounts) == 2 or _wording(given)[0] in {Part.START, Part.END}
    return _same_unit(given.unit, unit)


def _is_other_money(given: _Given, figure: _Figure) -> bool:
    return given.unit in MONEY and figure.entry.unit in MONEY and given.unit != figure.entry.unit


def _is_exactly(given: _Given, amount: Decimal) -> bool:
    """Return whether a number is an amount; a fraction in words is a rounded percentage."""
    precision = given.number.precisions[0] if given.is_word_for_share else _EXACTLY
    return given.equals(amount.copy_abs(), precision)


def _states(given: _Given, figure: _Figure) -> bool:
    """Return whether a number is that of a figure."""
    return _same_unit(given.unit, figure.entry.unit) and _explains(figure, given)


def _is_at_its_end(given: _Given, figure: _Figure) -> bool | None:
    """Return whether a text has one of the ends of a figure's change at the same end, not at the other; None if it has neither.

    A number that no word marks as the start or the end may be at the same end, and counts so.
    """
    pair = figure.amounts["from"], figure.amounts["to"]
    counts = not {given.unit, figure.entry.unit} & (NOT_COUNTED - {None})
    if len(given.number.amounts) > 1:
        if not (
            is_from_to(given.text, given.number) and (counts or _same_unit(given.unit, figure.entry.unit))
        ):
            return None
        found = [
            all(given.amount_equals(at, end, given.number.precisions[at]) for at, end in enumerate(ends))
            for ends in (pair, pair[::-1])
        ]
    elif _same_unit(given.unit, figure.entry.unit) or (counts and given.unit is None):
        stated = [given.amount_equals(0, end, given.number.precisions[0]) for end in pair]
        part = _wording(given, moved=True)[0]
        is_other = (stated[0] and part is Part.END) or (stated[1] and part is Part.START)
        found = [any(stated) and not is_other, is_other]
    else:
        return None
    return None if found[0] is found[1] else found[0]


def _explains(figure: _Figure, given: _Given, *, exactly: bool = False) -> bool:
    """Return whether a number agrees with a figure.

    Args:
        figure: the figure.
        given: the number.
        exactly: whether it must not be rounded.
    """
    if given.unit == TIMES:
        factor = figure.factor or Decimal(0)
        return factor > 0 and any(given.equals(many, ROUGHLY * many) for many in (factor, 1 / factor))
    if _is_other_money(given, figure):
        return False
    known = [one.copy_abs() for one in figure.amounts.values()]
    if figure.difference is not None:
        known.append(figure.difference)
    is_pair = len(figure.amounts) == len(given.number.amounts)
    return (all if is_pair else any)(
        any(given.amount_equals(at, other, _EXACTLY if exactly else precision) for other in known)
        for at, precision in enumerate(given.number.precisions)
    )


def _is_same(one: _Given, other: _Given) -> bool:
    """Return whether a number of the text may be one of the evidence, rounded or not.

    Args:
        one: the number of the evidence.
        other: that of the text.
    """
    if one.unit in MONEY and other.unit in MONEY and one.unit != other.unit:
        return False
    rounded = max(*one.number.precisions, *other.number.precisions)
    return all(one.equals(amount, rounded) for amount in other.number.amounts)


def _is_approximated(given: _Given) -> bool:
    """Return whether words beside a number say that it is not exact."""
    _, bound, rough = _wording(given)
    return rough or bound is not None or approximation(given.text, given.number) is not None


def _wording(given: _Given, *, moved: bool = False) -> tuple[Part, Bound | None, bool]:
    """Return the role of a number, its bound, and whether words say that it is not exact.

    Args:
        given: the number.
        moved: whether something grows or falls, even if no word says so.
    """
    number = given.number
    found = worded(
        given.text,
        number.start,
        number.end,
        moves=moved or any(moves(given.text, number)),
        percent=number.unit == _PER_CENT,
    )
    return found.part, found.bound, found.rough


def _period(given: _Given, published: str | None) -> str | None:
    """Return the period that a text gives for a number.

    None if it names none, or several, or one that is that of something else: of a comparison (`more than in 2023`), of the
    words themselves (`said in December that`), or a day.

    Args:
        given: the number.
        published: the date from which `last year` is counted; None if it is not known.
    """
    number = given.number
    begins = max((match.end() for match in THAT.compiled.finditer(given.text, 0, number.start)), default=0)
    text = given.text[begins:]
    is_relative = any(isinstance(one, int) and one for one in times_in(text))
    if compared_years(text) or (is_relative and published is None) or any(dates_in(text)):
        return None
    placed = number._replace(start=number.start - begins, end=number.end - begins)
    return period_of(text, placed, published, alone=True)


def _number_at_end(text: str) -> Number:
    """Return a number without characters at the end of a text that has only a time."""
    return Number(len(text), len(text), None, (), ())


def _agree(one: str, other: str) -> bool:
    """Return whether two periods agree: the same, or one is within the other and gives only years or days."""
    first, second = one.split("/"), other.split("/")
    if len(first[0]) == len(second[0]) == len("2024-01"):
        return (first[0], first[-1]) == (second[0], second[-1])
    size = min(len(first[0]), len(second[0]))
    starts = max(first[0][:size], second[0][:size])
    return starts <= min(first[-1][:size], second[-1][:size])
