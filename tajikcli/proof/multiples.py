"""Find multiples: `doubled`, `grew threefold`, `by a factor of three`, `вырос в 1,5 раза`, `ду баробар`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tajikcli.language.all_wordings import WORDINGS, wordings
from tajikcli.language.forms import OnFirstUse, any_of, meaning_of
from tajikcli.language.spotting import Worded, Words
from tajikcli.proof.number_words import CARDINAL, CARDINALS, HALVES, whole_number
from tajikcli.proof.numbers import Number

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDINGS = wordings()
TIMES = "times"  # the unit of a multiple, which no figure on record has
_ALONE = {**_WORDINGS.multiplied, **_WORDINGS.multiples}
_MOST = 3  # words of a number behind its first
_COUNT = rf"(?:{CARDINAL}(?:[ -]{CARDINAL}){{0,{_MOST}}}|\d{{1,4}}(?:[.,]\d{{1,3}})?)"
# The words behind a number, in languages without and with a word before it.
_BEHIND_ALONE, _BEHIND_BOTH = (
    any_of(" ".join(one.times_behind for one in WORDINGS if bool(one.times_before) is both))
    for both in (False, True)
)
_MULTIPLE = Worded(
    rf"\b(?:(?P<alone>{any_of(_ALONE)})"
    rf"|(?:(?P<factor>(?:{any_of(_WORDINGS.factors)})\s)|(?P<before>(?:{any_of(_WORDINGS.times_before)}) )|)"
    rf"(?P<count>{_COUNT}(?(factor)|(?:\s(?:{any_of(_WORDINGS.and_a_half)}))?))"
    rf"(?(factor)|[\s-]?(?(before)(?:{_BEHIND_BOTH})|(?:{_BEHIND_ALONE}))))\b(?!-)",
    [*_ALONE, *CARDINALS, *HALVES, *_WORDINGS.times_before.split(), *_WORDINGS.factors],
    digits=True,
)
# Every multiple is one of these words, or ends with one of the second list: `twice`, `threefold`, `3-fold`.
_BEHIND = tuple(_WORDINGS.times_behind.split())
_WHOLE = Words([*(word for word in _ALONE if not any(map(word.__contains__, _BEHIND))), *_WORDINGS.factors])
_HALF = Decimal("0.5")
_HALF_BEHIND = OnFirstUse(rf"\s(?:{any_of(_WORDINGS.and_a_half)})$")
_JOINTS = re.compile(r"[\s-]+")


def multiples(sentence: str) -> Iterator[Number]:
    """Yield the multiples in a sentence; the amount of each is the factor."""
    if not (_WHOLE.may_be_in(sentence) or any(map(sentence.casefold().__contains__, _BEHIND))):
        return
    for match in _MULTIPLE.finditer(sentence):
        if match["alone"]:
            over, _, under = (meaning_of(match["alone"].casefold(), _ALONE) or "1").partition("/")
            factor, precision = Decimal(over) / Decimal(under or 1), _HALF
        else:
            factor, precision = _counted(match["count"])
        yield Number(match.start(), match.end(), TIMES, (factor,), (precision,))


def is_complete(sentence: str, number: Number) -> bool:
    """Return whether a multiple is itself a verb of change: `doubled`, but not `twofold`."""
    written = sentence[number.start : number.end].casefold()
    return meaning_of(written, _WORDINGS.multiplied) is not None


def _counted(written: str) -> tuple[Decimal, Decimal]:
    """Return the factor in words or digits, with a half behind it, and half of its last unit."""
    half = _HALF_BEHIND.compiled.search(written)
    if half:
        factor, _ = _counted(written[: half.start()])
        return factor + _HALF, _HALF / 10
    if written[0].isdecimal():
        factor = Decimal(written.replace(",", "."))
        return factor, Decimal(5).scaleb(min(0, int(factor.as_tuple().exponent)) - 1)
    words = _JOINTS.split(written.casefold())
    return whole_number(words) or Decimal(0), _HALF / 10 if words[-1] in HALVES else _HALF
