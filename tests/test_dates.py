"""Dates in ISO 8601, as precise as a source."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - Hypothesis reads it

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tajikcli.dates import days
from tajikcli.written_dates import respell


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2024-12-24", "2024-12-24", "2024-12-24"),
        ("2024-01/2024-09", "2024-01-01", "2024-09-30"),
        ("2023/2024-02-03", "2023-01-01", "2024-02-03"),
    ],
)
def test_a_date_covers_its_first_to_its_last_day(text: str, first: str, last: str) -> None:
    """An imprecise date covers its whole period."""
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "2024/",
        "/2024",
        "2024-13",
        "2024-00",
        "2024-02-30",
        "2024-12-00",
        "0000",
        "24",
        "2024-1",
        "2024-12-24\n",
        "٢٠٢٤",
        "2024-09/2024-01",
        "2024/2023",
        "2024/2025/2026",
        "2024-12-24T10:00",
        " 2024",
        "-2024",
        "20241224",
    ],
)
def test_a_date_that_is_not_in_the_calendar_is_refused(text: str) -> None:
    """This covers impossible dates, intervals that end before they start, and texts that are not dates."""
    with pytest.raises(ValueError, match=r"is not|ends before"):
        days(text)


@given(st.dates())
def test_every_day_is_a_date_within_its_month_and_year(day: date) -> None:
    """A day is covered by its month, and a month by its year."""
    text = f"{day:%d}"
    full = f"{day.year:04}-{day.month:02}-{text}"
    assert days(full) == (full, full)
    month, year = days(full[:7]), days(full[:4])
    assert year[0] <= month[0] <= full <= month[1] <= year[1]


@given(st.text())
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """A text that is not a date only causes a ValueError."""
    try:
        first, last = days(text)
    except ValueError:
        return
    assert first <= last


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("24.12.2024", "2024-12-24"),
        ("4.5.2024", "2024-05-04"),
        ("2024/12/24", "2024-12-24"),
        ("2024.12.24", "2024-12-24"),
        ("2024-1-5", "2024-01-05"),
        ("2024 12", "2024-12"),
        ("12.2024", "2024-12"),
        ("12/2024", "2024-12"),
        ("24/12/2024", "2024-12-24"),
        ("20241224", "2024-12-24"),
        ("24 December 2024", "2024-12-24"),
        ("December 24, 2024", "2024-12-24"),
        ("Dec. 2024", "2024-12"),
        ("2024-12-24T10:00:00Z", "2024-12-24"),
        ("2024-12-24 10:00", "2024-12-24"),
        ("04/05/2024", None),
        ("12/24/2024", None),
        ("31.02.2024", None),
        ("2024-13-01", None),
        ("May", None),
        ("24 Foo 2024", None),
        ("1 2 3 2024", None),
        ("yesterday", None),
        ("24", None),
        ("", None),
    ],
)
def test_a_date_in_another_notation_is_understood_and_never_guessed(text: str, meant: str | None) -> None:
    """If day and month could be swapped, there is no suggestion."""
    assert respell(text) == meant


@given(st.text(st.sampled_from("0123456789./- :TDecmbr,٣"), max_size=20))
def test_a_suggestion_is_a_date(text: str) -> None:
    """A suggestion is itself valid."""
    meant = respell(text)
    if meant is not None:
        days(meant)
        assert respell(meant) in {meant, None}
