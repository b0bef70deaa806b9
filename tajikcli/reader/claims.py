"""The rules of claims: each claim is a star, with one head and the accounts that link to it by `restates` or `varies`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.figures import ZEROS, phrase
from tajikcli.ids import split_id
from tajikcli.model.relations import CLAIMING, Relation
from tajikcli.reader.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from tajikcli.model.knowledge import FigureEntry, KnowledgeFile, LinkEntry, StatementEntry
    from tajikcli.reader.faults import Path

_SHOWN = 4  # the number of ids of a cycle to list in a message


class _Naming(NamedTuple):
    """A link from an account to the head of its claim: the numbers of both statements, and the position of the link."""

    account: int
    position: int
    head: int


def broken_claims(knowledge: KnowledgeFile, ids: Mapping[str, int]) -> Iterator[Fault]:
    """Yield a fault for each link that prevents a claim from being a star.

    Links to unknown statements and invalid links are skipped, because other rules report them.

    Args:
        knowledge: the content as structs.
        ids: the number of each statement by its id.
    """
    targets = _Targets(knowledge, ids)
    named: dict[int, _Naming] = {}
    claiming: list[_Naming] = []
    conflicting: list[_Naming] = []
    for number, statement in enumerate(knowledge.statements):
        for position, link in enumerate(statement.links) if statement.links else ():
            path: Path = ("statements", number, "links", position)
            if link.relation in CLAIMING and statement.kind != "quote" and targets.is_abroad(link):
                message = f"'{link.to}' belongs to another meeting; expected a fact from this meeting"
                yield Fault((*path, "to"), message)
                continue
            target = targets.number_of(link)
            if target is None or target == number:
                continue
            other = knowledge.statements[target]
            kinds: set[str] = {statement.kind, other.kind}
            if link.relation == Relation.CONFLICTS and "quote" not in kinds:
                conflicting.append(_Naming(number, position, target))
            elif link.relation in CLAIMING and "" not in kinds:  # an invalid kind is empty here
                faults = list(_ends(statement, other, link, path))
                yield from faults
                if faults or statement.kind == "quote":
                    continue
                first = named.setdefault(number, naming := _Naming(number, position, target))
                if first is naming:
                    claiming.append(naming)
                else:
                    head = knowledge.statements[first.head].id
                    message = f"'{statement.id}' is already an account of '{head}'; an account has one head, so keep one of the links"
                    yield Fault((*path, "to"), message)
    stars = _Stars(knowledge, {naming.account: naming.head for naming in claiming})
    for naming in claiming:
        if message := stars.no_head(naming):
            yield Fault(("statements", naming.account, "links", naming.position, "to"), message)
    for naming in conflicting:
        if message := stars.no_conflict(naming):
            yield Fault(("statements", naming.account, "links", naming.position, "to"), message)


def doubtful_claims(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a warning for each `restates` link whose account has a figure that the head does not have.

    Args:
        knowledge: content of valid shape.
    """
    targets = _Targets(knowledge, {entry.id: number for number, entry in enumerate(knowledge.statements)})
    for number, statement in enumerate(knowledge.statements):
        if not statement.figures:
            continue
        for position, link in enumerate(statement.links):
            target = targets.number_of(link) if link.relation == Relation.RESTATES else None
            if target is None:
                continue
            head = knowledge.statements[target]
            given = {same_figure(figure) for figure in head.figures}
            other = next((figure for figure in statement.figures if same_figure(figure) not in given), None)
            if other is not None:
                theirs = ", ".join(map(in_words, head.figures))
                there = f"in '{head.id}' it is {theirs}" if theirs else f"'{head.id}' has no figure"
                message = f"the figure here is {in_words(other)}, but {there}; did you mean 'as: varies'?"
                yield Fault(("statements", number, "links", position, "as"), message, severity="warning")


def same_figure(figure: FigureEntry) -> Hashable:
    """Return a value that is the same for equal figures, such as `1080` million and `1.08` billion."""
    zeros = ZEROS[figure.scale]
    numbers = tuple(
        None if number is None else Fraction(number) * 10**zeros
        for number in (figure.value, figure.from_, figure.to, figure.change)
    )
    return (*numbers, figure.measure, figure.direction, figure.unit, figure.approx, figure.period)


def in_words(figure: FigureEntry) -> str:
    """Return a figure in words, with its period."""
    words = phrase(
        {
            "measure": figure.measure,
            "measure_label": None,
            "value": figure.value,
            "from": figure.from_,
            "to": figure.to,
            "change": figure.change,
            "direction": figure.direction,
            "scale": figure.scale,
            "unit": figure.unit,
            "approx": figure.approx,
            "period": figure.period,
            "amount": None,
            "amount_from": None,
            "amount_to": None,
            "amount_change": None,
        }
    )
    return f"{words} ({figure.period})" if figure.period else words


class _Targets:
    """The targets of links that are in the same file."""

    def __init__(self, knowledge: KnowledgeFile, ids: Mapping[str, int]) -> None:
        self._here, self._ids, self._merged = {"", knowledge.meeting.id}, ids, knowledge.merged()

    def is_abroad(self, link: LinkEntry) -> bool:
        """Return whether a link leads to another meeting."""
        return split_id(link.to)[0] not in self._here

    def number_of(self, link: LinkEntry) -> int | None:
        """Return the number of the statement that a link leads to, or None if it is not in this file."""
        meeting, short = split_id(link.to)
        return self._ids.get(self._merged.get(short, short)) if meeting in self._here else None


def _ends(statement: StatementEntry, other: StatementEntry, link: LinkEntry, path: Path) -> Iterator[Fault]:
    """Yield a fault unless a link joins an account and a head of one speaker; quotes may restate quotes."""
    if statement.kind == other.kind == "quote":
        if link.relation == Relation.VARIES:
            message = f"'{statement.id}' and '{other.id}' are quotes, but 'varies' links two facts; did you mean 'restates'?"
            yield Fault((*path, "as"), message)
        return
    if "quote" in {statement.kind, other.kind}:
        quote, fact = (statement, other) if statement.kind == "quote" else (other, statement)
        hint = (
            "did you mean 'part-of'?"
            if fact is statement
            else f"link a fact that is part of '{quote.id}' instead"
        )
        message = f"'{link.relation}' links two facts or two quotes, but '{quote.id}' is a quote and '{fact.id}' is a fact; {hint}"
        yield Fault((*path, "as"), message)
        return
    if "" not in {statement.speaker, other.speaker} and statement.speaker != other.speaker:
        message = (
            f"'{statement.id}' has {_speaker(statement)} but '{other.id}' has {_speaker(other)}; expected a fact with"
            f" {_speaker(statement)}, or no link"
        )
        yield Fault((*path, "to"), message)


def _speaker(statement: StatementEntry) -> str:
    return f"the speaker {statement.speaker}" if statement.speaker else "no speaker"


class _Stars:
    """The head of each account, even if several links lead to it."""

    def __init__(self, knowledge: KnowledgeFile, heads: Mapping[int, int]) -> None:
        self._knowledge, self._heads = knowledge, heads
        self._ends: dict[int, int | None] = {}  # None if the links form a cycle
        self._in_cycles: set[int] = set()
        self._cycles: dict[int, str] = {}  # the message about each cycle, by its first statement

    def no_head(self, naming: _Naming) -> str:
        """Return a message if the statement that an account links to is itself an account, otherwise an empty text."""
        if naming.head not in self._heads:
            return ""
        named, end = self._id(naming.head), self._end(naming.head)
        if end is not None:
            return f"'{named}' is itself an account; link to its head, '{self._id(end)}'"
        if naming.account in self._in_cycles:
            return self._cycles.get(naming.account, "")
        return f"'{named}' is itself an account, and its links form a cycle; link to a head"

    def no_conflict(self, naming: _Naming) -> str:
        """Return a message if a conflict is not between the heads of two claims, otherwise an empty text."""
        one, other = naming.account, naming.head
        ends = self._end(one), self._end(other)
        if None in ends or ends == (one, other):
            return ""
        if ends[0] == ends[1]:
            claim = self._id(ends[0] or 0)
            return f"'{self._id(one)}' and '{self._id(other)}' belong to the same claim, '{claim}', so they cannot conflict; expected facts from two claims"
        account, head = (other, ends[1]) if ends[1] != other else (one, ends[0])
        advice = "link to" if account == other else "move the link to"
        return f"'{self._id(account)}' is an account, but only heads can conflict; {advice} its head, '{self._id(head or 0)}'"

    def _end(self, number: int) -> int | None:
        """Return the statement at the end of a chain of links, or None if they form a cycle."""
        way: dict[int, None] = {}
        while number in self._heads and number not in self._ends and number not in way:
            way[number] = None
            number = self._heads[number]
        if number in way:
            self._close(list(way)[list(way).index(number) :])
        end = None if number in way else self._ends.get(number, number)
        self._ends.update(dict.fromkeys(way, end))
        return end

    def _close(self, cycle: list[int]) -> None:
        """Remember a cycle, which is reported once, at the first of its statements in the file."""
        start = cycle.index(min(cycle))
        names = [self._id(number) for number in (*cycle[start:], *cycle[:start])]
        way = " → ".join([*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else []), names[0]])
        self._in_cycles.update(cycle)
        self._cycles[min(cycle)] = f"these links form a cycle: {way}; expected one head without such a link"

    def _id(self, number: int) -> str:
        return self._knowledge.statements[number].id
