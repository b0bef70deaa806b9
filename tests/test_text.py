"""Text as it is compared, matched and printed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tajikcli.text import fold_letters, fold_name, fold_space, is_control, nearest, printable, visible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two-way trade", "two-way-trade"),
        ("TWO WAY  TRADE", "two-way-trade"),
        ("Ҷумҳурии Тоҷикистон", "Чумхурии Точикистон"),
        ("Эмомалӣ Раҳмон", "эмомали рахмон"),
        ("Семён", "Семен"),
        ("Рахмо\u0301н", "рахмон"),
        ("Élysée", "elysee"),
        ("E\u0301lyse\u0301e", "elysee"),
        ("İstanbul", "istanbul"),
        ("Nguyễn", "nguyen"),
        ("Straße", "STRASSE"),
        ("Asia\u2011Plus", "asia plus"),
        ("trade\u00a0volume", "trade volume"),
    ],
)
def test_one_name_in_two_spellings_is_one_name(one: str, other: str) -> None:
    """Case, punctuation, accents and a missing Tajik keyboard make no difference."""
    assert fold_name(one) == fold_name(other)


@given(
    st.text(
        st.sampled_from("aZ9 .,“”—«»éÉßиИйЙёЁїЇғҒӣӢӯӮҳҲҷҶқҚ\u0301\u0306\u0308\u0304\u00a0ŉİǅ"), max_size=12
    )
)
def test_letters_are_folded_one_by_one_however_quickly_it_is_done(text: str) -> None:
    """Letters become lower case; Latin letters lose accents, and Tajik letters become the similar Russian ones."""
    tajik = {"ғ": "г", "ӣ": "и", "қ": "к", "ӯ": "у", "ҳ": "х", "ҷ": "ч", "ё": "е"}
    expected = ""
    for char in unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()):
        base = unicodedata.normalize("NFD", char)[0] if "LATIN" in unicodedata.name(char, "") else char
        expected += "" if unicodedata.combining(char) else tajik.get(char, base)
    assert fold_letters(text) == expected


@pytest.mark.parametrize(("one", "other"), [("май", "маи"), ("Лавров", "Лаврова"), ("trade", "trade-2")])
def test_two_names_stay_two(one: str, other: str) -> None:
    """Russian й is a separate letter, because word forms depend on it."""
    assert fold_name(one) != fold_name(other)
    assert fold_letters("Й") == "й"


_LETTERS = st.text(st.characters(max_codepoint=0x4FF) | st.sampled_from("ềßİΐ\u0301\u0306"), max_size=20)


@given(_LETTERS)
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folding a folded name does not change it, so either side of a comparison may be folded."""
    assert fold_name(fold_name(text)) == fold_name(text)
    assert fold_space(fold_space(text)) == fold_space(text)


@given(_LETTERS)
def test_case_makes_no_difference(text: str) -> None:
    """Folding gives the same result for a name in capitals."""
    folded = fold_name(text)
    assert fold_name(folded.upper()) == fold_name(folded.upper().lower())


@given(st.text())
def test_printed_text_controls_no_terminal(text: str) -> None:
    """Every control character becomes visible, and all other text stays unchanged."""
    shown = printable(text)
    assert not [char for char in shown if is_control(char) or char == "\r"]
    assert visible(text).isprintable()
    if text.isprintable():
        assert shown == visible(text) == text


def test_invisible_characters_are_shown_as_escapes() -> None:
    """This covers terminal escapes, bidirectional controls and undecodable bytes; in messages, also zero-width characters."""
    assert printable("a\x1b[31m\u202eb\udcffc\td") == "a\\x1b[31m\\u202eb\\udcffc\td"
    assert printable("a\u00a0b\u200bc") == "a\u00a0b\u200bc"
    assert visible("a\u200bc\n") == "a\\u200bc\\n"


def test_the_nearest_is_suggested_and_nothing_far_away() -> None:
    """A beginning, a typing error and a different case are recognised, up to the limit."""
    topics = ["trade", "tradition", "labour-migration", "security"]
    assert nearest("trde", topics) == ["trade"]
    assert nearest("lab", topics) == ["labour-migration"]
    assert nearest("TRADE", topics)[0] == "trade"
    assert nearest("quantum", topics) == []
    assert nearest("", topics) == []
    assert len(nearest("trad", topics, limit=1)) == 1


@given(st.text(max_size=30), st.lists(st.text(max_size=10), max_size=8), st.integers(1, 4))
def test_a_suggestion_is_one_of_the_choices(word: str, choices: list[str], limit: int) -> None:
    """Every suggestion exists, whatever the input is."""
    found = nearest(word, choices, limit)
    assert len(found) <= limit
    assert set(found) <= set(choices)
