"""Words are spotted in a text exactly as the regular expressions for them find them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tajikcli.language.all_languages import LANGUAGES
from tajikcli.language.forms import any_of
from tajikcli.language.spotting import Worded, Words
from tajikcli.proof.measured.amounts import Amount, OnRecord, says
from tajikcli.proof.measured.figures import Amounts
from tajikcli.proof.measured.wording import Bound, Part
from tajikcli.proof.numbers import Number, month_of, months_in

if TYPE_CHECKING:
    from tajikcli.language.base import Language

WORDS = ["ferry", "ferr*", "rose by", "one-third", "größte", "№", "паром*", "Isle", "up"]
PATTERN = rf"(?:\b|(?=№))(?:{any_of(WORDS)}|\d+(?:st|nd))(?!\w)(?!-)"
PARTS = [
    "ferry",
    "Ferries",
    "FERRY",
    "ferry-boat",
    "rose",
    "by",
    "one-third",
    "One-Thirds",
    "GRÖSSTE",
    "größte",
]
PARTS += [
    "№",
    "паромы",
    "ПАРОМ",
    "\u0130sle",
    "isle",
    "ſup",
    "up",
    "-",
    " ",
    "1st",
    "22nd",
    "2",
    "_up",
    "é",
    ".",
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join), st.sampled_from(["", " "]))
def test_words_are_found_wherever_their_expression_matches(text: str, between: str) -> None:
    """No match is missed, whatever the case and the marks beside it."""
    asked = between.join([text, text[::-1], text])
    plain = re.compile(PATTERN, re.IGNORECASE)
    worded = Worded(PATTERN, WORDS, digits=True)
    expected = [match.span() for match in plain.finditer(asked)]
    assert [match.span() for match in worded.finditer(asked)] == expected
    first = worded.search(asked)
    assert (first and first.span()) == (expected[0] if expected else None)


def test_a_list_that_is_made_later_is_found_in_a_text_that_has_been_read() -> None:
    """Modules with lists are imported when they are needed, and texts are remembered."""
    text = "the quokka, a ferry-boat and the Quokkas"
    assert not Words("quagga").may_be_in(text)
    later = Worded(r"\bquokka\w*", ["quokka*"])
    assert [match[0] for match in later.finditer(text)] == ["quokka", "Quokkas"]


SIZES = st.decimals(min_value=-200, max_value=200, places=1) | st.sampled_from(
    [Decimal(0), Decimal(100), Decimal("1e9"), Decimal("100.5"), Decimal(12345678901234567890123456789012)]
)
BOUNDS = st.none() | st.builds(Bound, st.booleans(), st.booleans(), st.booleans())


@given(st.lists(SIZES, max_size=12), SIZES.map(abs), st.integers(-3, 3), BOUNDS, st.booleans())
def test_amounts_are_found_by_their_size_as_by_comparing_each(
    sizes: list[Decimal],
    written: Decimal,
    places: int,
    bound: Bound | None,
    rough: bool,  # noqa: FBT001 - hypothesis passes it by its name
) -> None:
    """The amounts that agree are those that agree one by one, and a bound leaves open those that lie beyond it."""
    number = Number(0, 1, None, (written,), (Decimal(5).scaleb(places),))
    figure: OnRecord = OnRecord({"approx": None, "unit": "teachers"}, "s", "2031")  # type: ignore[typeddict-item]
    amounts = Amounts(Amount(size, Part.LEVEL, figure) for size in sizes)
    told = [(one, says(number, one, bound, rough=rough)) for one in amounts.all]
    near = amounts.agreeing(number, bound, rough=rough)
    beyond = list(amounts.beyond(number, bound, rough=rough))
    assert [one for one, same in near if same] == [one for one, same in told if same]
    open_ = [id(one) for one, same in near if same is None] + [id(one) for one in beyond]
    assert sorted(open_) == sorted(id(one) for one, same in told if same is None)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_every_name_of_a_month_has_a_number(language: Language) -> None:
    """Letters with accents count, as in a German text, and the expressions for periods find the name."""
    for name, number in language.months.items():
        written = name.replace("*", "")
        assert month_of(written) == month_of(written.upper()) == number
        assert [one[:2] for one in months_in(f"{written}-{written}")] == [(number, number)]
