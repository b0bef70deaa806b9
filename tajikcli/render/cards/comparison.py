"""A comparison: contradictions, figures, and claims whose accounts vary, each shown once."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from tajikcli.figures import amount_in_words
from tajikcli.ids import full_id
from tajikcli.model.relations import Relation
from tajikcli.render.cards.claims import account_line, beside, head
from tajikcli.render.cards.figures import same
from tajikcli.render.cards.parts import QUIET, id_of, number, plain_text, words
from tajikcli.render.layout import Line
from tajikcli.text import counted, displayed, hedged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from tajikcli.model import rows
    from tajikcli.model.names import Names
    from tajikcli.model.pages import ComparisonPage
    from tajikcli.render.layout import Part

_COLUMN = 10  # the column of implied amounts
_LEFT_OUT = {"conflicts": "conflicts", "implied": "implied amounts", "linked": "linked statements"}
_UNDATED = "no period given: not compared"
_COUNTED = {
    Relation.RESTATES: ("account", " saying the same thing"),
    Relation.TRANSLATES: ("translation", ""),
}


def page(shown: ComparisonPage, names: Names) -> Iterator[Part]:
    """Yield a summary line, contradictions, figures, claims whose accounts vary, and the numbers of everything else."""
    report = shown.comparison
    linked = Counter(one["relation"] for one in report["linked"])
    contradictions = len(report["conflicts"]) + report["left_out"]["conflicts"]
    about = " and ".join(map(displayed, shown.about)) or "All topics"
    counts = f"{counted(contradictions, 'contradiction')}, {counted(linked[Relation.VARIES], 'variation')}"
    yield Text(about, style="bold").append(f" · {counts}", style="not bold")
    known: set[str] = set()  # statements on the page
    yield from _section("Contradictions", _contradictions(shown, names, known))
    yield from _section("Corrections", _corrections(report, names, known))
    yield from _section("Figures", _figures(shown, names, known))
    yield from _section("Claims whose accounts vary", _variations(report, names, known))
    yield from _counts(report, linked)


def _section(title: str, parts: Iterator[Part]) -> Iterator[Part]:
    """Yield the parts of a section after its title, if there are any."""
    is_first = True
    for part in parts:
        if is_first:
            yield Text()
            yield Text(title, style="bold underline")
        if not is_first or not isinstance(part, Text) or part.plain:  # no empty line after the title
            yield part
        is_first = False


def _contradictions(shown: ComparisonPage, names: Names, known: set[str]) -> Iterator[Part]:
    """Yield statements with the statements that contradict them and with their varying accounts, then conflicting figures."""
    varying: dict[str, list[rows.Statement]] = {}
    for linked in _linked(shown.comparison, Relation.VARIES):
        account, of = linked["statements"]
        varying.setdefault(_name(of), []).append(account)
    for name, pairs in groupby(shown.declared, key=lambda pair: _name(pair[0])):
        one, other = next(pairs)
        yield from _once(one, names, known)
        for contradicted in (other, *(second for _, second in pairs)):
            yield beside(Relation.CONFLICTS, contradicted, names, is_known=_name(contradicted) in known)
            known.add(_name(contradicted))
        for account in varying.get(name, ()):
            if _name(account) not in known:
                yield account_line(account, one, names)
                known.add(_name(account))
    for figure in shown.rivals:
        yield from same(figure, names, known=known)


def _once(statement: rows.Statement, names: Names, known: set[str]) -> Iterator[Part]:
    """Yield a statement, or only its id if it is already on the page."""
    name = _name(statement)
    if name in known:
        yield Text(f"{id_of(statement, names)}, above", style=QUIET)
    else:
        known.add(name)
        yield from head(statement, words(statement), names)


def _corrections(report: rows.Comparison, names: Names, known: set[str]) -> Iterator[Part]:
    for linked in _linked(report, Relation.CORRECTS):
        one, other = linked["statements"]
        yield from _once(one, names, known)
        yield beside(Relation.CORRECTS, other, names, is_known=_name(other) in known)
        known.add(_name(other))


def _figures(shown: ComparisonPage, names: Names, known: set[str]) -> Iterator[Part]:
    """Yield the figures of each measure, followed by their implications."""
    report = shown.comparison
    implied: dict[str, list[Text]] = {}
    for rest, pace in zip(report["implied"], shown.paces, strict=True):
        implied.setdefault(rest["measure"], []).append(plain_text(_implied(rest, pace)))
    varied = dict(_varied(report, names))
    for measure, figures in groupby(shown.figures, key=lambda one: one.figure["measure"]):
        for figure in figures:
            yield from same(figure, names, known=known, varied=varied, undated=_UNDATED)
        yield from _following(implied.pop(measure or "", ()))
    for left in implied.values():
        yield from _following(left)


def _varied(report: rows.Comparison, names: Names) -> Iterator[tuple[str, Text]]:
    """Yield statements that vary a claim, by full id, each with the head's id and any figures not yet listed."""
    listed = {
        statement
        for measure in report["figures"]
        if len(measure["accounts"]) > 1
        for account in measure["accounts"]
        for statement in account["statements"]
    }
    for linked in _linked(report, Relation.VARIES):
        account, of = linked["statements"]
        told = Text(f"{Relation.VARIES} ", style="bold").append(id_of(of, names), style="not bold")
        if of["id"] not in listed and of["figures"]:
            told.append(", ", style="not bold").append_text(Text(", ").join(map(number, of["figures"])))
        yield _name(account), told


def _following(implied: Iterable[Text]) -> Iterator[Line]:
    for told in implied:
        yield Line(told, label=Text("implied", style="bold"), left=2, column=_COLUMN)


def _implied(rest: rows.Implied, pace: Decimal) -> str:
    """Return the implication of two amounts in words, with its ratio to the shorter period."""
    whole, part = (_amount(figure, rest["unit"]) for figure in (rest["whole"], rest["part"]))
    told = f"{amount_in_words(rest['amount'])} {rest['unit']} for {rest['period']}: {whole} less {part}"
    if rest["amount"] < 0:
        return f"{told}; the two figures cannot both be right"
    return f"{told}, {float(pace):.1f} times the daily pace of {rest['part']['period']}"


def _amount(figure: rows.NamedFigure, unit: str) -> str:
    """Return the amount of a figure with the hedges of its source."""
    hedges = f" ({hedged(figure['hedges'])})" if figure["hedges"] else ""
    return f"{amount_in_words(figure['amount'] or 0)} {unit}{hedges}"


def _variations(report: rows.Comparison, names: Names, known: set[str]) -> Iterator[Part]:
    """Yield claims with the accounts that vary, except those already on the page."""
    claims: dict[str, list[rows.Linked]] = {}
    for linked in _linked(report, Relation.VARIES):
        if _name(linked["statements"][0]) not in known:
            claims.setdefault(_name(linked["statements"][1]), []).append(linked)
    for accounts in claims.values():
        of = accounts[0]["statements"][1]
        yield from _once(of, names, known)
        for linked in accounts:
            yield account_line(linked["statements"][0], of, names)


def _counts(report: rows.Comparison, linked: Counter[Relation]) -> Iterator[Part]:
    """Yield the number of results that the page does not list."""
    told = [
        f"{counted(linked[relation], noun)}{more}"
        for relation, (noun, more) in _COUNTED.items()
        if linked[relation]
    ]
    single = sum(len(measure["accounts"]) == 1 for measure in report["figures"])
    if single:
        told.append(f"{counted(single, 'measure')} with one account")
    if told:
        yield Text()
        yield Text(f"Not listed: {', '.join(told)}", style=QUIET)
    for key, count in report["left_out"].items():
        if count:
            yield Text(f"{count:,} more {_LEFT_OUT[key]}, not listed", style="bold yellow")


def _linked(report: rows.Comparison, relation: Relation) -> Iterator[rows.Linked]:
    return (one for one in report["linked"] if one["relation"] == relation)


def _name(statement: rows.Statement) -> str:
    return full_id(statement["meeting"], statement["id"])
