"""The promises of check hold for any countries and people: no code is specific to the bundled record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.lake import run_cli
from support.parties import ARMENIA, IRAN, SENEGAL, findings, written

if TYPE_CHECKING:
    from pathlib import Path


def test_a_name_that_folds_to_its_own_slug_is_known_as_written(tmp_path: Path) -> None:
    """The slug `awa-diop` does not replace the name Awa Diop."""
    (one,) = findings(tmp_path, SENEGAL, "“The river brings rice to both of our capitals,” Awa Diop said.")
    assert (one["verdict"], one["speaker"], one["attribution"]) == ("verbatim", "awa-diop", "differs")
    (one,) = findings(tmp_path, SENEGAL, "“We climb the hill together every single day,” Awa Diop said.")
    assert (one["speaker"], one["attribution"]) == ("awa-diop", "agrees")


def test_a_last_name_means_its_bearer(tmp_path: Path) -> None:
    """A report names people by their last name, whether or not the record has it as an alias."""
    (one,) = findings(tmp_path, SENEGAL, "“We climb the hill together every single day,” Diop said.")
    assert (one["speaker"], one["attribution"]) == ("awa-diop", "agrees")
    (one,) = findings(tmp_path, SENEGAL, "“The river brings rice to both of our capitals,” Diop said.")
    assert (one["speaker"], one["attribution"]) == ("awa-diop", "differs")
    namesake = SENEGAL.replace("name: Tran Van Minh", "name: Minh Diop")
    (one,) = findings(tmp_path, namesake, "“The river brings rice to both of our capitals,” Diop said.")
    assert one["speaker"] not in {"awa-diop", "minh"}


def test_a_measure_that_folds_to_its_own_slug_is_known_as_written(tmp_path: Path) -> None:
    """The slug `two-way-trade` does not replace the label Two-way trade."""
    content = SENEGAL.replace(", aliases: [trade]", "")
    (one,) = findings(tmp_path, content, "Two-way trade reached $25 billion.")
    assert (one["finding"], one["verdict"]) == ("figure", "differs")


def test_a_block_quote_continues_where_markdown_continues_it(tmp_path: Path) -> None:
    """Readers see a second line without `>` as the speaker's words, so it is checked as such."""
    true = "> We climb the hill\ntogether every single day\n\nText."
    false = "> We climb the hill\ntogether every single night\n\nText."
    assert [one["verdict"] for one in findings(tmp_path, SENEGAL, true)] == ["verbatim"]
    assert [one["verdict"] for one in findings(tmp_path, SENEGAL, false)] == ["altered"]


_NIGHT = "We climb the hill together every single night"
BLOCKS = [
    (f"- > {_NIGHT}", ["altered"]),
    (f"1. > {_NIGHT}", ["altered"]),
    ("* > We climb the hill\ntogether every single night", ["altered"]),
    (f"> - {_NIGHT}", ["altered"]),
    (f"> \u2014 {_NIGHT}", ["altered"]),
    ("> \u2014 We climb the hill tonight", ["altered"]),
    (
        "> - We climb the hill together every single day\n> - The river brings rice to both of our capitals",
        ["verbatim"] * 2,
    ),
    (f"> - We climb the hill together every single day\n> - {_NIGHT}", ["verbatim", "altered"]),
    (
        "> We climb the hill together every single day\n> - Awa Diop, President of Senegal, at the summit in Hanoi",
        ["verbatim"],
    ),
    (
        "> We climb the hill together every single day\n>\n> - the press service of the President",
        ["verbatim"],
    ),
]


@pytest.mark.parametrize(("text", "verdicts"), BLOCKS, ids=[text for text, _ in BLOCKS])
def test_a_block_quote_in_a_list_or_with_a_dash_is_checked(
    text: str, verdicts: list[str], tmp_path: Path
) -> None:
    """A list may contain a block quote or be inside one, and a dash begins speech as well as a signature."""
    assert [one["verdict"] for one in findings(tmp_path, SENEGAL, text)] == verdicts


def test_every_way_to_write_a_name_is_kept(tmp_path: Path) -> None:
    """Two aliases that differ by a hyphen are two names in a text and one in a filter."""
    content = SENEGAL.replace("name: Awa Diop,", "name: Awa-Marie Diop, aliases: [Awa Marie Diop],")
    for name in ("Awa-Marie Diop", "Awa Marie Diop"):
        (one,) = findings(tmp_path, content, f"“We climb the hill together every single day,” {name} said.")
        assert (one["speaker"], one["attribution"]) == ("awa-diop", "agrees"), name
    found = run_cli(
        "--file", written(tmp_path, content), "quotes", "--speaker", "awa marie diop", "--fields", "id"
    )
    assert (found.code, found.out) == (0, "diop-hill\n")


# A sentence, and for each judged figure, whether it agrees with the 24 billion dollars and 20 % on record.
FIGURES = {
    SENEGAL: [
        *(
            (f"{country} trade rose 30%.", [])
            for country in ("Kazakh", "Brazilian", "Tajik", "Russian", "Chinese", "US")
        ),
        *(
            (f"{country} trade rose 30%.", [])
            for country in ("U.S.", "EU", "World", "Global", "South Korean", "Saudi", "Polish")
        ),
        ("Russia's trade rose 30%.", []),
        ("Trade with China rose 30%.", []),  # although the title of a source names it
        ("China's trade rose 30%.", []),
        ("Sino-Vietnamese trade rose 30%.", []),
        ("Trade rose 30%.", [False]),
        ("Vietnamese trade rose 30%.", [False]),
        ("Senegalese trade rose 30%.", [False]),
        ("Today Vietnamese trade rose 30%.", [False]),
        ("Trade of the Senegalese with the Vietnamese rose 20%.", [True]),
        ("Vietnam's trade with Senegal reached $24 billion.", [True]),
        ("Vietnamese-Senegalese trade reached $25 billion.", [False]),
        ("Trade reached 25 billion US dollars.", [False]),
    ],
    ARMENIA: [
        ("Товарооборот вырос на 30%.", [False]),
        ("Товарооборот Казахстана с Арменией вырос на 30%.", [False]),
        ("Казахстанско-армянский товарооборот вырос на 20%.", [True]),
        ("Армянский товарооборот вырос на 30%.", [False]),
        ("Российско-китайский товарооборот вырос на 30%.", []),
        ("Китайский товарооборот вырос на 30%.", []),
        ("Товарооборот китайских компаний вырос на 30%.", []),
        ("Товарооборот с Таджикистаном вырос на 30%.", []),
        ("Мировой товарооборот вырос на 30%.", []),
        ("Товарооборот достиг 25 млрд долларов США.", [False]),
        ("Товарооборот за первые шесть месяцев вырос на 30%.", []),
    ],
    IRAN: [
        ("Савдо 30 фоиз афзоиш ёфт.", [False]),
        ("Савдо 20 фоиз афзоиш ёфт.", [True]),
        ("Савдои Эрон бо Афғонистон 30 фоиз афзуд.", [False]),
        ("Савдои Эрон бо Афғонистон 20 фоиз афзуд.", [True]),
        ("Савдои эронӣ 30 фоиз афзуд.", [False]),
        ("Савдои Қазоқистон 30 фоиз афзуд.", []),
        ("Савдои Русия ба 25 миллиард доллар расид.", []),
        ("Савдо бо Чин 30 фоиз афзуд.", []),
        ("Савдо бо Тоҷикистон 30 фоиз афзуд.", []),
        ("Гардиши мол ба 24 миллиард доллар расид.", [True]),
        ("Гардиши мол ба 25 миллиард доллар расид.", [False]),
        ("Савдо ба 25 млрд доллари ИМА расид.", [False]),
    ],
}


@pytest.mark.parametrize(
    ("content", "sentence", "agree"),
    [(content, *case) for content, cases in FIGURES.items() for case in cases],
    ids=[case[0] for cases in FIGURES.values() for case in cases],
)
def test_figures_of_the_parties_are_judged_and_those_of_others_are_not(
    content: str, sentence: str, agree: list[bool], tmp_path: Path
) -> None:
    """The record names the parties; a list of the world's countries has the names of all others."""
    found = findings(tmp_path, content, sentence)
    assert [one["verdict"] == "agrees" for one in found if one["finding"] == "figure"] == agree


def test_a_country_in_the_name_of_a_measure_is_not_another_country(tmp_path: Path) -> None:
    """`French teachers` may be the things counted."""
    content = SENEGAL.replace("aliases: [trade]", "aliases: [trade with France]")
    (one,) = findings(tmp_path, content, "Trade with France rose 30%.")
    assert one["verdict"] == "differs"


_RIVER = "The river brings rice to both of our capitals"
_HILL = "Мы каждый день вместе поднимаемся на этот холм"
# A text, and the speaker of each quotation, which is never a person who listens or is thanked or greeted.
LISTENERS: dict[str, list[tuple[str | None, ...]]] = {
    SENEGAL: [
        (f"He told Awa Diop: “{_RIVER}.”", None),
        (f"The guest told Awa Diop: “{_RIVER}.”", None),
        (f"An adviser assured President Awa Diop that “{_RIVER}”.", None),
        (f"The delegation informed Awa Diop: “{_RIVER}.”", None),
        (f"“{_RIVER},” he told Awa Diop.", None),
        (f"“{_RIVER},” he told Awa Diop. “{_RIVER},” he added.", None, None),
        (f"He thanked Awa Diop: “{_RIVER}.”", None),
        (f"He thanked Awa Diop and said: “{_RIVER}.”", None),
        (f"He greeted Awa Diop with the words “{_RIVER}”.", None),
        (f"The crowd welcomed Awa Diop: “{_RIVER}.”", None),
        (f"The crowd cheered Awa Diop and shouted “{_RIVER}”.", None),
        (f"The guest thanked Awa Diop. “{_RIVER},” he said.", None),
        (f"The guest greeted him. “{_RIVER},” he said.", None),
        (f"Tran Van Minh greeted her. “{_RIVER},” she said.", None),
        (f"Addressing Awa Diop, the guest said: “{_RIVER}.”", None),
        (f"Addressing Awa Diop, she said: “{_RIVER}.”", None),
        (f"In talks with Awa Diop, she said: “{_RIVER}.”", None),
        (f"She spoke to Awa Diop. “{_RIVER},” she said.", None),
        (f"In a letter to Awa Diop: “{_RIVER}.”", None),
        (f"Awa Diop was told: “{_RIVER}.”", None),
        (f"Awa Diop was told that “{_RIVER}”.", None),
        (f"Awa Diop was greeted with the words “{_RIVER}”.", None),
        (f"She warned Awa Diop: “{_RIVER}.”", None),
        (f"The minister promised Awa Diop: “{_RIVER}.”", None),
        (f"The minister asked Awa Diop:\n\n> {_RIVER}", None),
        (f"Tran Van Minh told Awa Diop: “{_RIVER}.”", "minh"),
        (f"Tran Van Minh thanked Awa Diop and said: “{_RIVER}.”", "minh"),
        (f"Tran Van Minh, who thanked Awa Diop, said: “{_RIVER}.”", "minh"),
        (f"Tran Van Minh, having thanked Awa Diop, said: “{_RIVER}.”", "minh"),
        (f"Thanking Awa Diop, Tran Van Minh said: “{_RIVER}.”", "minh"),
        (f"Tran Van Minh welcomed Awa Diop, who said: “{_RIVER}.”", "awa-diop"),
        (f"Tran Van Minh greeted Awa Diop with the words “{_RIVER}”.", "minh"),
        (f"Tran Van Minh was told by Awa Diop: “{_RIVER}.”", "awa-diop"),
        (f"“{_RIVER},” Awa Diop was told by Tran Van Minh.", "minh"),
        (f"“{_RIVER},” warned Awa Diop.", "awa-diop"),
        (f"“{_RIVER},” promised President Awa Diop.", "awa-diop"),
        (f"Asked about it, Awa Diop said: “{_RIVER}.”", "awa-diop"),
        (f"A smiling Awa Diop said: “{_RIVER}.”", "awa-diop"),
        (f"Awa Diop was greeted by crowds and said: “{_RIVER}.”", "awa-diop"),
        (f"Awa Diop arrived. She thanked Tran Van Minh. “{_RIVER},” she said.", "awa-diop"),
        (f"She insisted that Awa Diop had said “{_RIVER}”.", "awa-diop"),
        (f"Reporters heard Awa Diop say: “{_RIVER}.”", "awa-diop"),
        (f"A senior aide quoted Awa Diop as saying “{_RIVER}”.", "awa-diop"),
        (f"Awa Diop said “{_RIVER}”, and the guest told her “{_RIVER}”.", "awa-diop", None),
        (f"Awa Diop said the guest had told Tran Van Minh “{_RIVER}”.", None),
        (f"Awa Diop said that she had been told “{_RIVER}”.", None),
        (f"Tran Van Minh, whom Awa Diop thanked, said “{_RIVER}”.", "minh"),
    ],
    ARMENIA: [
        (f"Он сказал Смаилову: «{_HILL}».", None),
        (f"Гость сказал Алихану Смаилову: «{_HILL}».", None),
        (f"Он поблагодарил Смаилова: «{_HILL}».", None),
        (f"Он поблагодарил Смаилова. «{_HILL}», — сказал он.", None),
        (f"Гость поприветствовал Смаилова словами «{_HILL}».", None),
        (f"Сообщили Смаилову: «{_HILL}».", None),
        (f"Гость заверил Смаилова: «{_HILL}».", None),
        (f"«{_HILL}», — сказал гость Смаилову.", None),
        (f"«{_HILL}», — сказал он Лаврову.", None),
        (f"Он сказал Лаврову: «{_HILL}».", None),
        (f"Он поблагодарил Лаврова: «{_HILL}».", None),
        (f"В письме Смаилову: «{_HILL}».", None),
        (f"Обращаясь к Смаилову, он сказал: «{_HILL}».", None),
        (f"«{_HILL}», — сказал Смаилову Саркисян.", "sarkisyan"),
        (f"Саркисян поблагодарил Смаилова: «{_HILL}».", "sarkisyan"),
        (f"Саркисян поблагодарил Смаилова и сказал: «{_HILL}».", "sarkisyan"),
        (f"Смаилова поблагодарил Саркисян: «{_HILL}».", "sarkisyan"),
        (f"Смаилову ответил Саркисян: «{_HILL}».", "sarkisyan"),
        (f"«{_HILL}», — сказал Смаилов.", "alikhan-smailov"),
        (f"Смаилов сказал Саркисяну: «{_HILL}».", "alikhan-smailov"),
        (f"Смаилов, которого поблагодарил Саркисян, сказал: «{_HILL}».", "alikhan-smailov"),
        (f"По словам Алихана Смаилова, «{_HILL}».", "alikhan-smailov"),
        (f"После встречи со Смаиловым Саркисян сказал: «{_HILL}».", "sarkisyan"),
    ],
}


@pytest.mark.parametrize(
    ("content", "case"),
    [(content, case) for content, cases in LISTENERS.items() for case in cases],
    ids=[str(case[0]) for cases in LISTENERS.values() for case in cases],
)
def test_a_listener_is_never_the_speaker(content: str, case: tuple[str | None, ...], tmp_path: Path) -> None:
    """An object of a verb, a dative or an accusative is never the speaker; without another person, there is no speaker."""
    text, *speakers = case
    assert text is not None
    found = findings(tmp_path, content, text)
    assert [one["speaker"] for one in found if one["finding"] == "quotation"] == speakers


def test_a_slug_that_is_a_common_word_names_nobody_in_lower_case(tmp_path: Path) -> None:
    """The slug `an` of Nguyen Van An is not the article."""
    content = (
        SENEGAL.replace("  minh:", "  an:")
        .replace("speaker: minh", "speaker: an")
        .replace("Tran Van Minh,", "Nguyen Van An,")
    )
    (one,) = findings(tmp_path, content, f"“{_RIVER},” said an aide.")
    assert (one["speaker"], one["attribution"]) == (None, "unclear")  # somebody without a name speaks
    (one,) = findings(tmp_path, content, f"“{_RIVER},” An said.")
    assert (one["speaker"], one["attribution"]) == ("an", "agrees")


_TEPPA = "Мо ҳар рӯз якҷоя ба ин теппа мебароем"
_DARYO = "Дарё ба ҳар ду пойтахти мо биринҷ меорад"
# For each record, a text with the verdict, speaker and attribution of its quotations.
QUOTED: dict[str, list[tuple[str, tuple[str, str | None, str | None]]]] = {
    SENEGAL: [
        (f"“{_RIVER},” Tran Van Minh said.", ("verbatim", "minh", "agrees")),
        (f"“{_RIVER.replace('rice', 'wheat')},” Minh said.", ("altered", "minh", "agrees")),
        ("“The river brings … to both of our capitals,” Minh said.", ("unclear", "minh", "agrees")),
        ("“We never climb the hill together,” said Awa Diop.", ("altered", "awa-diop", "agrees")),
        ("“The lake is frozen for half a year here,” said Awa Diop.", ("not_found", "awa-diop", None)),
    ],
    ARMENIA: [
        (f"«{_HILL}», — заявил Алихан Смаилов.", ("verbatim", "alikhan-smailov", "agrees")),
        (f"«{_HILL}», — заявил Арам Саркисян.", ("verbatim", "sarkisyan", "differs")),
        (
            f"«{_HILL.replace('каждый день', 'никогда не')}», — заявил Смаилов.",
            ("altered", "alikhan-smailov", "agrees"),
        ),
        ("По словам Саркисяна, «река приносит … в обе наши столицы».", ("unclear", "sarkisyan", "agrees")),
    ],
    IRAN: [
        (f"«{_TEPPA}», гуфт Наврӯзӣ.", ("verbatim", "navruzi", "agrees")),
        (f"«{_TEPPA}», - гуфт Дилором Наврӯзӣ.", ("verbatim", "navruzi", "agrees")),
        (f"Ба гуфтаи Наврӯзӣ, «{_TEPPA}».", ("verbatim", "navruzi", "agrees")),
        (f"Наврӯзӣ таъкид кард: «{_TEPPA}».", ("verbatim", "navruzi", "agrees")),
        (f"Сабур гуфт: «{_TEPPA}».", ("verbatim", "sabur", "differs")),
        (f"Наврӯзӣ ба Сабур гуфт: «{_DARYO}».", ("verbatim", "navruzi", "differs")),
        (f"Сабур гуфт: «{_DARYO.replace('биринҷ', 'гандум')}».", ("altered", "sabur", "agrees")),
        ("Сабур гуфт: «Дарё ба ҳар ду пойтахт … меорад».", ("altered", "sabur", "agrees")),
    ],
}


@pytest.mark.parametrize(
    ("content", "text", "expected"),
    [(content, *case) for content, cases in QUOTED.items() for case in cases],
    ids=[case[0] for cases in QUOTED.values() for case in cases],
)
def test_quotations_are_judged_in_any_record(
    content: str, text: str, expected: tuple[str, str | None, str | None], tmp_path: Path
) -> None:
    """This is tested in English, Russian and Tajik, with countries and people that no code knows."""
    (one,) = findings(tmp_path, content, text)
    assert (one["verdict"], one["speaker"], one["attribution"]) == expected
