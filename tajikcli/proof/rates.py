"""Rates: the time for which an amount counts, `per day` in `50,000 barrels of oil a day`."""

from __future__ import annotations

from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of

_RATES = wordings().rates
# At most three words between the thing counted and its rate: `tonnes of oil a day`.
_RATE = OnFirstUse(rf"(?:\s[^\W\d_]{{1,30}}){{0,3}}?\s(?P<rate>{any_of(_RATES)})(?!\w)")
_OF_UNIT = OnFirstUse(rf"\s(?P<rate>{any_of(_RATES)})$")


def rate_behind(text: str, end: int) -> tuple[str, int] | None:
    """Return the time for which an amount counts, behind the thing counted, with the offset of its end: `per day` for `a day`.

    Args:
        text: the text.
        end: the offset of the end of the thing counted.
    """
    match = _RATE.compiled.match(text, end)
    return (rate_of(match["rate"]) or "", match.end()) if match else None


def without_rate(unit: str) -> tuple[str, str | None]:
    """Return the thing of a unit, and its rate: `barrels` and `per day` of `barrels per day`."""
    match = _OF_UNIT.compiled.search(unit)
    return (unit[: match.start()], rate_of(match["rate"])) if match else (unit, None)


def rate_of(words: str) -> str | None:
    """Return the time that words as written mean: `per day` for `daily`; None if they are no rate."""
    return _RATES.get(" ".join(words.casefold().split()))
