"""`tajik extract` asks for a speaker, or for a claim, of which the text leaves doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.drafts import draft, quotes

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = """\
Talks in Oslo

OSLO, June 9, 2031. /Harbour news/. Swedish President Robin Lind met Norwegian President Jon Berg in Oslo on June 8.

{}
"""
RUSSIAN = """\
Переговоры в Осло

ОСЛО, 9 июня 2031 года. /Вести гавани/. Президент Швеции Нильс Линд встретился с президентом Норвегии Карлом Бергом в Осло 8 июня.

{}
"""


def drafted(folder: Path, sentence: str) -> dict[str, Any]:
    """Return the draft of a report of a meeting that ends with a sentence."""
    text = RUSSIAN if any("а" <= char <= "я" for char in sentence) else ENGLISH
    return draft(folder, text.format(sentence))


def asked_speakers(value: dict[str, Any]) -> list[set[str]]:
    """Return the candidates of each quote's question for the speaker."""
    return [
        {slug for ask in one.get("asks", ()) if ask["field"] == "speaker" for slug in ask["candidates"]}
        for one in value["statements"]
        if one["kind"] == "quote"
    ]


BOTH = {"lind", "berg"}


@pytest.mark.parametrize(
    ("sentence", "speakers", "asked"),
    [
        ("“Power will flow,” Berg said, quoting Lind. “It is cheap,” he added.", ["", ""], [BOTH, BOTH]),
        ("“The line is ready,” Lind told Berg. “When do we start?” he asked.", ["lind", ""], [set(), BOTH]),
        (
            "“The line is ready,” Berg said to Lind. “When do we start?” he asked.",
            ["berg", ""],
            [set(), BOTH],
        ),
        (
            "“The line is ready,” Berg told Lind. “Do we start?” he asked. “We do,” he added.",
            ["berg", "", ""],
            [set(), BOTH, BOTH],
        ),
        (
            "«Линия готова», — заявил Берг президенту Линду. «Цены не растут», — добавил он.",
            ["berg", ""],
            [set(), BOTH],
        ),
        ("“The line is ready,” Berg said. “We start in May,” he added.", ["berg", "berg"], [set(), set()]),
        (
            "“The line is ready,” Berg said after talks with Lind. “We start in May,” he added.",
            ["berg", "berg"],
            [set(), set()],
        ),
        ("“The line is ready,” Berg said, citing an audit.", ["berg"], [set()]),
        (
            "«Линия готова», — заявил Берг после встречи с Линдом. «Это так», — добавил он.",
            ["berg", "berg"],
            [set(), set()],
        ),
        ("Берг принял президента Нильса Линда, который заявил: «Линия готова».", ["lind"], [set()]),
    ],
)
def test_a_speaker_who_may_be_another_is_asked_for(
    sentence: str, speakers: list[str], asked: list[set[str]], tmp_path: Path
) -> None:
    """A pronoun may mean the listener, and who quotes another does not speak for himself; a person met is neither."""
    value = drafted(tmp_path, sentence)
    assert [speaker for speaker, _ in quotes(value)] == speakers
    assert asked_speakers(value) == asked


@pytest.mark.parametrize(
    "sentence",
    [
        "«Линия готова», — сказал Саркисян Беридзе.",
        "«Линия готова», — сказал Саркисян Нино Беридзе.",
        "«Линия готова», — сказал Саркисян Беридзе. Она согласилась с ним.",
    ],
)
def test_two_surnames_in_a_row_are_two_persons(sentence: str, tmp_path: Path) -> None:
    """A surname that does not change in the dative is the listener's, and no speaker is made of both."""
    head = (
        "Президент Грузии Нино Беридзе встретилась с президентом Армении Арамом Саркисяном в Ереване 8 июня."
    )
    value = draft(tmp_path, f"Переговоры\n\n{head}\n\n{sentence}\n")
    (speaker, _), *_ = quotes(value)
    assert speaker in {"", "sarkisyan"}
    assert set(value["speakers"]) <= {"beridze", "sarkisyan"}
    assert speaker or asked_speakers(value)[0] == {"beridze", "sarkisyan"}


@pytest.mark.parametrize(
    ("sentence", "denial"),
    [
        ("Berg denied that exports fell by 8 percent.", "denied"),
        ("Berg rejected reports that 40 soldiers were killed.", "rejected"),
        ("Берг опроверг, что экспорт упал на 8%.", "опроверг"),
        ("Reports that 40 soldiers were killed are false, Berg said.", "false"),
        ("Reports that 40 soldiers were killed were denied by Berg.", "denied"),
        ("Berg rejected about 40 bids worth 3 million dollars.", ""),
        ("Exports declined by 8 percent.", ""),
        ("Berg said that exports grew by 8 percent and refused to comment.", ""),
    ],
)
def test_a_figure_that_is_denied_is_asked_about(sentence: str, denial: str, tmp_path: Path) -> None:
    """The question and the evidence have the word of denial; a thing rejected, a fall and another refusal are no denials."""
    found = [one for one in drafted(tmp_path, sentence)["statements"] if one.get("figures")]
    assert found
    for one in found:
        asked = [ask["question"] for ask in one.get("asks", ()) if ask["field"] == "figures"]
        assert asked == ([f"Does the text deny this figure (“{denial}”)"] if denial else [])
        assert denial in one["evidence"][0]["exact"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("«Линия готова», — заявил Берг. По его словам, товарооборот вырос на 12%.", "berg"),
        ("«Линия готова», — заявил Берг. По её мнению, товарооборот вырос на 12%.", "berg"),
        ("“The line is ready,” Berg said. In his words, trade rose by 12 percent.", "berg"),
        ("“The line is ready,” Berg said. According to him, trade rose by 12 percent.", "berg"),
        ("“The line is ready,” Berg told Lind. In his view, trade rose by 12 percent.", ""),
        ("In his words, trade rose by 12 percent.", ""),
        ("Berg came. In his term, trade rose by 12 percent.", None),
    ],
)
def test_in_his_words_is_an_attribution(sentence: str, speaker: str | None, tmp_path: Path) -> None:
    """It names the speaker of the sentence before if nobody else is named, otherwise the speaker is asked for."""
    (one,) = (one for one in drafted(tmp_path, sentence)["statements"] if one.get("figures"))
    assert one.get("speaker") == speaker
    assert any(ask["field"] == "speaker" for ask in one.get("asks", ())) == (speaker == "")


@pytest.mark.parametrize(
    ("sentence", "kind", "asked"),
    [
        (
            "Berg thanked Lind for help after the floods, in which 17 people died, and said he was glad.",
            "paraphrase",
            True,
        ),
        ("After the floods, in which 17 people died, Berg said that he was glad.", "narration", False),
        ("Berg visited the port, which has 17 cranes, and said he was glad.", "narration", False),
        ("Berg was told that the port has 17 cranes.", "narration", False),
        ("Берг посетил порт, в котором 17 кранов, и заявил, что рад.", "narration", False),
        ("Berg said that the port, which has 17 cranes, was ready.", "paraphrase", False),
        ("The port, which has 17 cranes, is ready, Berg said.", "paraphrase", False),
    ],
)
def test_a_relative_clause_before_the_verb_of_saying_is_the_narrators(
    sentence: str, kind: str, *, asked: bool, tmp_path: Path
) -> None:
    """If a verb of saying also precedes the clause, the draft asks."""
    (one,) = (one for one in drafted(tmp_path, sentence)["statements"] if one.get("figures"))
    assert one["kind"] == kind
    assert any(ask["field"] == "kind" for ask in one.get("asks", ())) == asked


@pytest.mark.parametrize(
    "sentence",
    ["«Линия готова», — сказал Берг Линду.", "“The line is ready,” Berg said to the press of Oslo."],
)
def test_the_head_of_a_short_report_is_no_statement_and_no_question(sentence: str, tmp_path: Path) -> None:
    """The dateline, with an agency in small letters too, makes no claim; the day beside the place of the meeting is its date."""
    value = drafted(tmp_path, sentence)
    assert {ask["field"] for ask in value["asks"]} <= {"meeting.place", "statements.*.text"}
    assert value["meeting"]["date"] == "2031-06-08"
    exacts = [item["exact"] for one in value["statements"] for item in one.get("evidence", ())]
    assert not [exact for exact in exacts if "2031" in exact]


@pytest.mark.parametrize(
    "sentence",
    [
        "Он выступил на форуме «Швеция и Норвегия вместе в будущее», об этом сказал Берг.",
        "Чунин гуфт Берг дар ҳошияи форуми байнипарлумонии «Шветсия-Норвегия: роҳи нав ба оянда».",
        "Lind said the programme “Teachers for the Ports of Norway” will go on.",
    ],
)
def test_a_name_in_quotation_marks_is_nobodys_words(sentence: str, tmp_path: Path) -> None:
    """It stands directly behind a noun, also in a sentence that says who speaks."""
    assert quotes(drafted(tmp_path, sentence)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Карл ЛИНД, ПРЕЗИДЕНТ ШВЕЦИИ, ГЛАВА ПАРТИИ «ЗАРЯ»: Мы согласны. Паром нужен.\n\nВстреча прошла хорошо.",
            [("lind", "Мы согласны. Паром нужен.")],
        ),
        (
            "Karl Lind, President of Sweden: The ferry is late.\n\nThe talks took a day.\n\nJon Berg, President of Norway: It is not.",
            [("lind", "The ferry is late."), ("berg", "It is not.")],
        ),
        ("Karl Lind, President of Sweden: a life in pictures", []),
        ("Karl Lind, President of Sweden: The ferry is late.\n\nThe talks took a day.", []),
    ],
)
def test_words_set_off_in_a_report_are_quotes(
    text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    """The label has a full name and an office; a single one needs words in which the speaker speaks of himself."""
    story = "Nobody else came to the harbour.\n\nThe sea was calm and cold.\n\nIt rained for the whole day.\n"
    assert quotes(draft(tmp_path, f"Report of the day\n\n{story}\n{text}\n\n{story}")) == expected


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("«Мы, — сказал Берг, — довольны тем, как растёт торговля».", ["довольны тем, как растёт торговля"]),
        ("«Мы построим этот мост, — сказал Берг, — вместе».", ["Мы построим этот мост"]),
        ("«Мы, — сказал Берг, — довольны».", ["Мы", "довольны"]),
        ("«Да! — сказал Берг. — Мы построим этот мост».", ["Да!", "Мы построим этот мост"]),
        (
            "«Мы надеемся на мир, — сказал Берг, — и на новую торговлю».",
            ["Мы надеемся на мир", "и на новую торговлю"],
        ),
        (
            "«На 20 процентов, — сказал Берг, — вырос весь наш экспорт».",
            ["На 20 процентов", "вырос весь наш экспорт"],
        ),
        ("«На 20%, — сказал Берг, — вырос весь наш экспорт».", ["На 20%", "вырос весь наш экспорт"]),
        (
            "«Торговля, — отметил президент Норвегии Карл Берг, — растёт уже третий год».",
            ["растёт уже третий год"],
        ),
    ],
)
def test_a_word_that_the_narrator_cuts_off_is_no_quote(
    sentence: str, words: list[str], tmp_path: Path
) -> None:
    """Too few words to be compared are left out beside the rest of their sentence; a whole sentence and a number are not."""
    assert [text for _, text in quotes(drafted(tmp_path, sentence))] == words


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "“The talks were useful,” the press service said. “Both sides want trade,” the press service added.",
            "Press service",
        ),
        ("“The talks were useful,” the Foreign Ministry said.", "Foreign Ministry"),
        ("“The talks were useful,” Harbour Bank reported.", "Harbour Bank"),
        ("«Переговоры были полезны всем», — сообщила пресс-служба президента.", "Пресс-служба"),
    ],
)
def test_a_body_that_speaks_is_the_only_candidate(sentence: str, name: str, tmp_path: Path) -> None:
    """No person is offered for words that the text gives to a ministry, and the body is a speaker of the draft."""
    value = drafted(tmp_path, sentence)
    asked = asked_speakers(value)
    (slug,) = set.union(*asked)
    assert all(len(one) == 1 for one in asked)
    assert value["speakers"][slug] == {"name": name}
    assert {speaker for speaker, _ in quotes(value)} == {""}


def test_a_body_of_which_the_text_has_one_case_has_a_question_about_its_name(tmp_path: Path) -> None:
    value = drafted(tmp_path, "«Переговоры были полезны всем», — сообщили в пресс-службе президента.")
    ((slug,),) = asked_speakers(value)
    assert value["speakers"][slug] == {"name": "", "aliases": ["Пресс-службе"]}
    assert {"field": f"speakers.{slug}.name", "candidates": ["Пресс-службе"]} in value["asks"]


@pytest.mark.parametrize(
    ("sentence", "slug", "role"),
    [
        (
            "Prime Minister of Norway Karl Lind met his Uzbek counterpart Abdulla Aripov.",
            "aripov",
            "Prime Minister of Uzbekistan",
        ),
        (
            "Prime Minister of Norway Karl Lind flew home. Lind met his Uzbek counterpart Abdulla Aripov.",
            "aripov",
            "Prime Minister of Uzbekistan",
        ),
        (
            "Министр Норвегии Карл Линд встретился со своим узбекским коллегой Лазизом Кудратовым.",
            "kudratov",
            "узбекский министр",
        ),
        (
            "Prime Minister of Norway Karl Lind met his Uzbek counterpart, Abdulla Aripov.",
            "aripov",
            "Prime Minister of Uzbekistan",
        ),
        ("Karl Lind met his Uzbek counterpart Abdulla Aripov.", "aripov", None),
        (
            "President Karl Lind and Foreign Minister Jon Berg met their Uzbek counterparts Abdulla Aripov and Olim Saidov.",
            "aripov",
            None,
        ),
        (
            "Swedish President Karl Lind told Foreign Minister Jon Berg about his Uzbek counterpart Abdulla Aripov.",
            "aripov",
            None,
        ),
    ],
)
def test_the_role_of_a_counterpart_is_asked_with_the_office_of_the_other(
    sentence: str, slug: str, role: str | None, tmp_path: Path
) -> None:
    """A counterpart may have another office, so it is only a candidate, and only if one person can be meant."""
    words = (
        "«Мы договорились обо всём», — сказал Кудратов."
        if sentence[0] > "z"
        else "“We agreed on everything,” Aripov said."
    )
    value = draft(tmp_path, f"Talks\n\nOSLO, June 9, 2031. /Harbour news/. {sentence}\n\n{words}\n")
    assert "role" not in value["speakers"][slug]
    asked = [ask["candidates"] for ask in value["asks"] if ask["field"] == f"speakers.{slug}.role"]
    assert asked == ([[role]] if role else [])


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("REMARKS BY PRESIDENT LIND AND PRIME MINISTER BERG OF NORWAY IN OSLO", "lind"),
        ("Remarks by President Karl Lind", "lind"),
        ("REMARKS BY PRESIDENT LIND AND PRESIDENT BERG", ""),
        ("REMARKS BY THE PRESIDENT AFTER A MEETING WITH PRESIDENT LIND", ""),
        ("REMARKS BY VICE PRESIDENT LIND", ""),
    ],
)
def test_an_office_alone_is_the_label_of_the_only_holder_whose_words_the_heading_announces(
    heading: str, speaker: str, tmp_path: Path
) -> None:
    text = f"""\
Transcript of the talks in Oslo

{heading}

Q: Will you come again?

THE PRESIDENT: Of course we will come again.

PRIME MINISTER BERG: We are glad about that.

THE PRESIDENT: And so are we, President Putin told me.
"""
    said = [who for who, _ in quotes(draft(tmp_path, text))]
    assert said == ["", speaker, "berg", speaker]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("In an interview yesterday Mr Lind said:", "lind"),
        ("In an interview the aide to Mr Lind said:", ""),
    ],
)
def test_a_day_may_precede_the_only_name_before_a_quotation(
    before: str, speaker: str, tmp_path: Path
) -> None:
    text = f"President Karl Lind met guests.\n\n{before} \u201cWe are glad about our talks in Oslo.\u201d\n"
    assert quotes(draft(tmp_path, text)) == [(speaker, "We are glad about our talks in Oslo.")]


def test_those_who_meet_have_turns_in_a_transcript(tmp_path: Path) -> None:
    """A name in their words may be more frequent."""
    text = """\
President Lind: We met President Wen, and Wen is glad. Wen left.

President Berg: I know Wen too. Wen is a friend, and President Wen came.

President Lind: Yes.
"""
    titles = (ask for ask in draft(tmp_path, text)["asks"] if ask["field"] == "meeting.title")
    assert [ask["candidates"] for ask in titles] == [["Talks between Lind and Berg"]]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Министр иностранных дел Китая Ван И сказал: «Мы построим три школы в Осло».", "Ван И"),
        ("Вазири корҳои хориҷии Чин Ван И гуфт: «Мо се мактаб месозем».", "Ван И"),
    ],
)
def test_a_last_name_may_be_a_letter_that_is_also_a_conjunction(
    sentence: str, name: str, tmp_path: Path
) -> None:
    value = draft(tmp_path, f"Отчёт\n\n{sentence}\n")
    assert value["speakers"]["van-i"]["name"] == name
    assert [who for who, _ in quotes(value)] == ["van-i"]


def test_a_tajik_may_has_its_ending_before_the_year(tmp_path: Path) -> None:
    (source,) = draft(tmp_path, "Мулоқоти вазирон дар Осло\n\n14 майи соли 2022\n\nВазирон омаданд.\n")[
        "sources"
    ].values()
    assert source["published"] == "2022-05-14"


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        (
            "Состоялась встреча президентов Швеции и Норвегии Карла Линдова и Ивана Бергова.",
            {"Карл Линдов": "президент Швеции", "Иван Бергов": "президент Норвегии"},
        ),
        (
            "Прошла встреча глав Швеции и Норвегии Карла Линдова и Ивана Бергова.",
            {"Карл Линдов": "глава Швеции", "Иван Бергов": "глава Норвегии"},
        ),
        (
            "Встреча с министрами Швеции и Норвегии Карлом Линдовым и Иваном Берговым прошла.",
            {"Карл Линдов": "министр Швеции", "Иван Бергов": "министр Норвегии"},
        ),
    ],
)
def test_two_persons_may_have_their_offices_in_any_case(
    sentence: str, roles: dict[str, str], tmp_path: Path
) -> None:
    value = draft(
        tmp_path,
        f"Отчёт\n\n{sentence} Линдов и Бергов рады. Линдов сказал, что рад. Бергов сказал, что рад.\n",
    )
    assert {one["name"]: one.get("role") for one in value["speakers"].values()} == roles


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Berg said that trade grew. “We need more water here too,” he said.", "berg"),
        (
            "С начала года торговля растёт, заявил министр Азиз Берг. «Нам здесь нужна вода», — добавил он.",
            "berg",
        ),
        ("Berg said that Lind agreed. “We need more water here too,” he said.", ""),
        ("Berg told an aide of the farm. “We need more water here too,” he said.", ""),
        ("Berg said that a friend was glad. “We need more water here too,” she said.", ""),
        ("Berg said that his wife was glad. “We need more water here too,” she said.", ""),
    ],
)
def test_a_pronoun_means_the_only_person_who_speaks_before_it_in_its_paragraph(
    told: str, speaker: str, tmp_path: Path
) -> None:
    """Somebody in an earlier paragraph is not meant."""
    ahead = "President Robin Lind met Prime Minister Aziz Berg in Oslo. “We want much more of all,” Lind told Berg."
    if "«" in told:
        ahead = "Президент Робин Линд в Осло. «Мы хотим больше всего», — сказал Линд."
    value = draft(tmp_path, f"Report of the day\n\n{ahead}\n\n{told}\n")
    *_, last = quotes(value)
    assert last[0] == speaker


def test_an_office_behind_another_one_is_not_the_role_of_the_name_behind_it(tmp_path: Path) -> None:
    text = "Отчёт\n\nТорговля растёт, заявил пресс-секретарь президента Карл Линд.\n"
    assert draft(tmp_path, text)["speakers"]["lind"].get("role", "") != "президент"


def test_a_capital_with_a_mark_is_a_capital(tmp_path: Path) -> None:
    text = "Talks\n\nPRIME MINISTER STØRE: We are glad.\n\nPRESIDENT LIND: So are we.\n\nPRIME MINISTER STØRE: Yes.\n"
    value = draft(tmp_path, text)
    assert [value["speakers"][who]["name"] for who, _ in quotes(value)] == ["Støre", "Lind", "Støre"]


def test_a_last_name_may_be_the_word_for_a_day_where_days_have_no_capital(tmp_path: Path) -> None:
    text = "Гузориш\n\nВазири энергетика Далер Ҷумъа гуфт, ки савдо зиёд шуд. Рӯзи ҷумъа ӯ баргашт.\n"
    (speaker,) = draft(tmp_path, text)["speakers"].values()
    assert speaker["name"] == "Далер Ҷумъа"
