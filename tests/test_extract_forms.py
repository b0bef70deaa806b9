"""The forms in which texts name persons, label turns, count things and measure periods, and what `extract` asks about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.drafts import draft, figures, quotes

if TYPE_CHECKING:
    from pathlib import Path


def roles(value: dict[str, Any]) -> dict[str, str]:
    return {slug: one.get("role", "") for slug, one in value["speakers"].items()}


def test_a_label_of_a_turn_may_have_an_office_in_capitals(tmp_path: Path) -> None:
    """`states` in it is not a verb; a sentence with a colon in it is not a label; a line with a time belongs to nobody."""
    text = """\
Talks in Oslo

PRESIDENT OF THE UNITED STATES OF AMERICA KARL LIND: Thank you all.

Hope that our trade goes on to develop: it is 3 billion dollars.

PRESIDENT OF NORWAY JON BERG: Welcome to Oslo.

Q Mr. President, will you come again?

PRESIDENT LIND: Of course.

END
12:48 P.M.
"""
    value = draft(tmp_path, text)
    assert quotes(value) == [
        ("lind", "Thank you all. Hope that our trade goes on to develop: it is 3 billion dollars."),
        ("berg", "Welcome to Oslo."),
        ("", "Mr. President, will you come again?"),
        ("lind", "Of course."),
    ]
    assert roles(value) == {
        "lind": "President of the United States of America",
        "berg": "President of Norway",
    }


@pytest.mark.parametrize(
    ("sentence", "slug", "role"),
    [
        ("US President Karl Lind said that he is glad.", "lind", "US President"),
        ("U.S. President Karl Lind said that he is glad.", "lind", "U.S. President"),
        ("UK Foreign Secretary Anna Lind said that she is glad.", "lind", "UK Foreign Secretary"),
        ("По словам главы МИД РФ Карла Линдова, он рад.", "lindov", "глава МИД РФ"),
        (
            "Премьер Государственного совета Китайской Народной Республики Ван Линь заявил, что рад.",
            "lin",
            "Премьер Государственного совета Китайской Народной Республики",
        ),
        ("Раис Республики Татарстан Карл Линдов заявил, что рад.", "lindov", "Раис Республики Татарстан"),
    ],
)
def test_the_country_of_an_office(sentence: str, slug: str, role: str, tmp_path: Path) -> None:
    """It may be initials, have several words, or be a state that is not a country; none of this is part of the name."""
    assert roles(draft(tmp_path, f"Report\n\n{sentence}\n")) == {slug: role}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "The President of Norway, Karl Lind, praised the Swedish foreign minister and said he was glad.",
            "President of Norway",
        ),
        (
            "The President of Norway, Karl Lind, met the President of Sweden, Jon Berg. Lind said he was glad.",
            "President of Norway",
        ),
        (
            "Президент Норвегии, Карл Линдов, встретил президента Швеции. Линдов сказал, что рад.",
            "Президент Норвегии",
        ),
        (
            "The president of Norway, Karl Lind, the foreign minister, and others met. Lind said he was glad.",
            "",
        ),
        ("Karl Lind, who succeeded the president of Sweden, said he was glad.", ""),
        ("Karl Lind, praised by the president of Sweden, said he was glad.", ""),
        ("Karl Lind, the husband of the queen of Norway, said he was glad.", ""),
        ("Карл Линдов, сменивший президента Швеции, сказал, что рад.", ""),
        ("Карл Линдов, брат президента Швеции, сказал, что рад.", ""),
        ("Карл Линдов, бародари президенти Шветсия, гуфт, ки шод аст.", ""),
        (
            "Karl Lind, the newly elected president of Norway, said he was glad.",
            "newly elected president of Norway",
        ),
        ("Karl Lind, a former Swedish minister, said he was glad.", "former Swedish minister"),
        ("Карл Линдов, новый президент Норвегии, сказал, что рад.", "новый президент Норвегии"),
        ("Карл Линдов, собиқ президенти Шветсия, гуфт, ки шод аст.", "собиқ президенти Шветсия"),
    ],
)
def test_only_words_that_describe_an_office_are_part_of_a_role(
    sentence: str, role: str, tmp_path: Path
) -> None:
    """What somebody does, or whose relative somebody is, is no office; one before the name and a comma is the person's."""
    assert list(roles(draft(tmp_path, f"Report\n\n{sentence}\n")).values())[:1] == [role]


def test_a_person_may_be_called_by_the_first_word_of_the_name(tmp_path: Path) -> None:
    """The slug is the word that the text uses, and it is an alias."""
    text = "China’s President Wen Linping met guests.\n\n“Our relations are better than ever,” said Wen, who left.\n"
    value = draft(tmp_path, text)
    assert quotes(value) == [("wen", "Our relations are better than ever")]
    assert value["speakers"]["wen"]["name"] == "Wen Linping"


def test_a_byline_is_not_the_speaker_of_the_next_paragraph(tmp_path: Path) -> None:
    """A name that is not on record counts only in the paragraph of the quotation."""
    text = "Talks\n\nHarbour Staff\n\nPrime Minister Karl Lind on Tuesday said he wants a “very big trade deal”.\n"
    assert "Harbour Staff" not in {one["name"] for one in draft(tmp_path, text)["speakers"].values()}


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("The sides signed 40 cooperation agreements.", {"value": "40", "unit": "agreements"}),
        (
            "Some 700 million Indian voters chose.",
            {"value": "700", "scale": "million", "unit": "voters", "approx": "about"},
        ),
        (
            "В этом году страны поставят рекорд товарооборота — 40 миллиардов долларов.",
            {"value": "40", "scale": "billion", "unit": "USD", "period": "2031"},
        ),
        (
            "За 10 месяцев текущего года экспорт вырос на 10% к базе прошлого года.",
            {"change": "10", "unit": "percent", "period": "2031-01/2031-10"},
        ),
        (
            "Some seventy-five schools opened this year.",
            {"value": "75", "unit": "schools", "approx": "about", "period": "2031"},
        ),
        ("Trade grew by five percent.", {"change": "5", "unit": "percent"}),
        (
            "In January-October trade grew by 12 percent.",
            {"change": "12", "unit": "percent", "period": "2031-01/2031-10"},
        ),
        (
            "За девять месяцев товарооборот вырос на 12 процентов.",
            {"change": "12", "unit": "percent", "period": "2031-01/2031-09"},
        ),
        (
            "Дар семоҳаи якуми соли ҷорӣ гардиши савдо 40 фоиз афзуд.",
            {"change": "40", "unit": "percent", "period": "2031-01/2031-03"},
        ),
        (
            "Дар нӯҳ моҳи соли ҷорӣ гардиши савдо 40 фоиз афзуд.",
            {"change": "40", "unit": "percent", "period": "2031-01/2031-09"},
        ),
        ("Over nine months trade grew by 12 percent.", {"change": "12", "unit": "percent"}),
        ("Since 2028 trade has grown by 12 percent.", {"change": "12", "unit": "percent"}),
        ("They delivered 2000 tractors.", {"value": "2000", "unit": "tractors"}),
        ("Страна передала 2000 тракторов.", {"value": "2000", "unit": "tractors"}),
        ("The 2028 talks raised trade by 12 percent.", {"change": "12", "unit": "percent", "period": "2028"}),
        ("They signed 22 business agreements.", {"value": "22", "unit": "agreements"}),
        ("No fewer than 120 schools opened.", {"value": "120", "unit": "schools", "approx": "at-least"}),
        ("Not more than 120 schools opened.", {"value": "120", "unit": "schools", "approx": "up-to"}),
        ("Открылось не меньше 120 школ.", {"value": "120", "unit": "schools", "approx": "at-least"}),
        ("Открылось не больше 120 школ.", {"value": "120", "unit": "schools", "approx": "up-to"}),
        (
            "Торговля выросла не более чем на 12 процентов.",
            {"change": "12", "unit": "percent", "approx": "up-to"},
        ),
        (
            "Торговля выросла не менее чем на 12 процентов.",
            {"change": "12", "unit": "percent", "approx": "at-least"},
        ),
        ("На бештар аз 120 мактаб кушода шуд.", {"value": "120", "unit": "schools", "approx": "up-to"}),
        (
            "Der Handel wuchs um nicht mehr als 12 Prozent.",
            {"change": "12", "unit": "percent", "approx": "up-to"},
        ),
        (
            "Торговля выросла более чем на 12 процентов.",
            {"change": "12", "unit": "percent", "approx": "over"},
        ),
        ("A fall of 12 percent in exports, not a rise, was reported.", {"change": "-12", "unit": "percent"}),
        ("Trade did not fall; it rose by 12 percent.", {"change": "12", "unit": "percent"}),
        ("Exports fell, but trade rose by 12 percent.", {"change": "12", "unit": "percent"}),
        ("Trade rose, but exports fell by 12 percent.", {"change": "-12", "unit": "percent"}),
        ("Торговля не упала, а выросла на 12 процентов.", {"change": "12", "unit": "percent"}),
        ("В январе-июне торговля выросла на 12 процентов.", {"change": "12", "unit": "percent"}),
        ("Содирот 18 фоиз коҳиш ёфт.", {"change": "-18", "unit": "percent"}),
        ("Содирот нисбат ба соли 2029 18 фоиз камтар буд.", {"change": "-18", "unit": "percent"}),
        (
            "Over three million Swedes trace their roots to Oslo.",
            {"value": "3", "scale": "million", "unit": "swedes", "approx": "over"},
        ),
        ("As of May 2031, they had 12 boats.", {"value": "12", "unit": "boats", "period": "2031-05"}),
        ("Trade rose by another 46 percent.", {"change": "46", "unit": "percent"}),
        ("Содирот боз 18 фоиз зиёд шуд.", {"change": "18", "unit": "percent"}),
        (
            "В стране отмечен рост почти под 20 процентов.",
            {"change": "20", "unit": "percent", "approx": "almost"},
        ),
        ("They held a 40-minute meeting.", {"value": "40", "unit": "minutes"}),
        ("A 40-strong group came by 12 boats.", {"value": "12", "unit": "boats"}),
        ("Ten days ago, the Group of Twenty met with 12 guests.", {"value": "12", "unit": "guests"}),
        ("Десять дней назад приехали 12 гостей, а 20 дней назад никто.", {"value": "12", "unit": "гостей"}),
        ("Norway sold 3 billion cubic metres.", {"value": "3", "scale": "billion", "unit": "cubic metres"}),
        ("The park covers 20 square kilometres.", {"value": "20", "unit": "square kilometres"}),
        ("The farm has 20 sq. km of land.", {"value": "20", "unit": "square km"}),
        ("The plant made 14 gigawatt hours.", {"value": "14", "unit": "gigawatt hours"}),
        ("Trains made 20 passenger kilometres.", {"value": "20", "unit": "passenger kilometres"}),
        ("They worked a 40-hour week.", {"value": "40", "unit": "hours"}),
        ("They made 12 short films.", {"value": "12", "unit": "films"}),
        ("Продано 3 млрд куб. м газа.", {"value": "3", "scale": "billion", "unit": "cubic metres"}),
        ("Продано 3 млрд кубических метров.", {"value": "3", "scale": "billion", "unit": "cubic metres"}),
        ("Парк занимает 20 кв. км.", {"value": "20", "unit": "square kilometres"}),
        ("Станция дала 14 кВт⋅ч за час.", {"value": "14", "unit": "квт⋅ч"}),
        (
            "Ширкат 3 миллиард метри мукааб фурӯхт.",
            {"value": "3", "scale": "billion", "unit": "cubic metres"},
        ),
    ],
)
def test_a_figure_has_the_thing_counted_and_its_year(
    sentence: str, figure: dict[str, str], tmp_path: Path
) -> None:
    """A noun that describes the next one is not counted, and a year applies across a dash."""
    value = draft(tmp_path, f"Report of the day\n\nDecember 19, 2031\n\n{sentence}\n")
    (found,) = figures(value)
    found.pop("measure", None)
    assert found == figure


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Freight fell by 6 percent last year, to about 2 million tonnes.", "cargo"),
        ("Грузооборот снизился на 6 процентов, до 2 миллионов тонн.", "cargo"),
        ("Боркашонӣ 6 фоиз кам шуда, ба 2 миллион тонна расид.", "cargo"),
        ("Freight fell by 6 percent last year, and the park grew by 20 square kilometres.", ""),
        ("Norway sent 40 tonnes of fish.", ""),
        ("Станция дала 14 кВт⋅ч за час.", ""),
        ("The talks took 3 hours.", ""),
        ("Norway sent 40 boats.", "boats"),
    ],
)
def test_a_unit_of_measurement_is_no_measure(sentence: str, measure: str, tmp_path: Path) -> None:
    """What a change led to has the measure of the change; otherwise the draft asks what was measured."""
    *_, last = (one for one in draft(tmp_path, f"Report\n\n{sentence}\n")["statements"] if one.get("figures"))
    assert last["figures"][0].get("measure", "") == measure
    assert ("figures.0.measure" in [ask["field"] for ask in last.get("asks", ())]) is (not measure)


def test_a_short_word_that_multiplies_no_unit_leaves_the_unit_open(tmp_path: Path) -> None:
    text = "Отчёт\n\nНорвегия продала 3 млрд куб. в Осло.\n"
    (fact,) = (one for one in draft(tmp_path, text)["statements"] if one.get("figures"))
    assert "unit" not in fact["figures"][0]
    assert "figures.0.unit" in [ask["field"] for ask in fact["asks"]]


@pytest.mark.parametrize(
    ("sentence", "field", "candidates"),
    [
        ("The talks settled 5–6 disputed questions.", "figures.0.value", ["5", "6"]),
        ("Trade grew by 20–25% in 2030.", "figures.0.value", ["20", "25"]),
    ],
)
def test_a_range_is_a_question(sentence: str, field: str, candidates: list[str], tmp_path: Path) -> None:
    """A knowledge file has one value, and the program does not choose it."""
    value = draft(tmp_path, f"Report\n\n{sentence}\n")
    (fact,) = [one for one in value["statements"] if one.get("figures")]
    assert {"value", "change"}.isdisjoint(fact["figures"][0])
    assert [ask["candidates"] for ask in fact["asks"] if ask["field"] == field] == [candidates]


def test_an_amount_without_a_unit_is_a_question(tmp_path: Path) -> None:
    """The unit of the amount before it is the candidate."""
    text = "Report\n\nTrade was 61 billion dollars in 2030 and will reach 66 billion.\n"
    first, second = (one for one in draft(tmp_path, text)["statements"] if one.get("figures"))
    assert "unit" not in second["figures"][0]
    assert {"field": "figures.0.unit", "candidates": ["USD"]} in second["asks"]
    assert first["figures"][0]["unit"] == "USD"


def test_a_number_that_another_is_compared_with_counts_the_same_things(tmp_path: Path) -> None:
    """`last year` belongs to the second number, so the first one has the year of its own clause."""
    text = "Report of the day\n\nDecember 19, 2031\n\nSeventy-five schools opened this year, compared with 72 last year.\n"
    assert [(one["value"], one["unit"], one["period"]) for one in figures(draft(tmp_path, text))] == [
        ("75", "schools", "2031"),
        ("72", "schools", "2030"),
    ]


def test_the_year_so_far_is_a_question(tmp_path: Path) -> None:
    """A report of March may count to the end of February or to its day."""
    text = "Report of the day\n\nMarch 19, 2031\n\nTrade grew by 12 percent since the start of the year.\n"
    (fact,) = [one for one in draft(tmp_path, text)["statements"] if one.get("figures")]
    (ask,) = [one for one in fact["asks"] if one["field"] == "figures.0.period"]
    assert ask["candidates"] == ["2031-01/2031-02", "2031-01/2031-03"]


@pytest.mark.parametrize(
    ("sentence", "period", "asked"),
    [
        ("The bridge will cost 20 million euros and open in 2034.", None, ["2034"]),
        ("The firm will have 40 schools and open in 2034.", None, ["2034"]),
        ("Trade reached 3 billion dollars and the tunnel opened in 2029.", None, ["2029"]),
        ("The tunnel opened in 2029 and trade reached 3 billion dollars.", None, ["2029"]),
        ("The ship carried 20 tonnes and sank in March 2029.", None, ["2029-03"]),
        ("Exports rose by 5 percent and that minister retired last year.", None, ["2030"]),
        ("Lind said exports rose by 5 percent and that he would retire in 2035.", None, ["2035"]),
        ("Мост обойдётся в 20 миллионов евро и откроется в 2034 году.", None, ["2034"]),
        ("Линдов сказал, что экспорт вырос на 5 процентов и что он уйдёт в 2035 году.", None, ["2035"]),
        ("Савдо ба 3 миллиард доллар расид ва нақб соли 2029 кушода шуд.", None, ["2029"]),
        ("Norway exported 20 tonnes of fish and meat in 2029.", "2029", None),
        ("Норвегия продала 20 тонн рыбы и мяса в 2029 году.", "2029", None),
        ("Trade rose and reached 3 billion dollars in 2029.", "2029", None),
        ("In 2029 the tunnel opened and trade reached 3 billion dollars.", "2029", None),
        ("Trade reached 3 billion dollars in 2029 and a tunnel opened in 2030.", "2029", None),
    ],
)
def test_the_year_of_another_predicate_is_a_question(
    sentence: str, period: str | None, asked: list[str] | None, tmp_path: Path
) -> None:
    """`and` before a verb begins one; between nouns it does not, and a year before the first verb applies to both."""
    text = f"Report of the day\n\nDecember 19, 2031\n\n{sentence}\n"
    (fact,) = [one for one in draft(tmp_path, text)["statements"] if one.get("figures")]
    assert fact["figures"][0].get("period") == period
    asks = (ask["candidates"] for ask in fact.get("asks", ()) if ask["field"] == "figures.0.period")
    assert next(asks, None) == asked


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2029 exports rose by 5 percent and imports grew by 6 percent.",
        "В 2029 году экспорт вырос на 5 процентов и импорт вырос на 6 процентов.",
    ],
)
def test_the_subject_of_another_predicate_is_not_what_a_figure_measures(
    sentence: str, tmp_path: Path
) -> None:
    found = [one["measure"] for one in figures(draft(tmp_path, f"Report\n\n{sentence}\n"))]
    assert found == ["exports", "imports"]


def test_a_label_may_stand_alone_above_the_words(tmp_path: Path) -> None:
    """A paragraph that tells what one of the speakers said is nobody's words, and a header is not a label."""
    text = """\
Talks in Oslo

Contact: the press office

KARL LIND, PRESIDENT OF SWEDEN, CHAIRMAN OF "DAWN":

Thank you all.

Berg said that they are glad too.

JON BERG, PRESIDENT OF NORWAY:

Welcome to Oslo.

We opened 40 schools.
"""
    value = draft(tmp_path, text)
    assert quotes(value) == [("lind", "Thank you all."), ("berg", "Welcome to Oslo. We opened 40 schools.")]


def test_an_ending_is_not_part_of_a_name_that_the_text_has_without_it(tmp_path: Path) -> None:
    """In Tajik, the object of a verb has an ending."""
    text = "Хабари рӯз\n\nМеҳмонон раиси Шветсия Карл Линдовро диданд.\n\n«Мо аз ҳамкорӣ қаноатмандем», - гуфт президенти Шветсия Карл Линдов.\n"
    assert draft(tmp_path, text)["speakers"]["lindov"]["name"] == "Карл Линдов"


def test_a_headline_with_a_figure_of_the_text_is_not_drafted_twice(tmp_path: Path) -> None:
    """A figure that only the headline has is drafted."""
    text = "Trade may reach 15 billion dollars, with 40 ships\n\nLind said that trade may reach 15 billion dollars.\n"
    assert [one["value"] for one in figures(draft(tmp_path, text))] == ["40", "15"]


def test_the_country_may_follow_the_name_of_its_president(tmp_path: Path) -> None:
    """Both presidents are known, and the plural of their office is nobody's name."""
    text = (
        "Talks\n\nThe presidents of Sweden and Norway met.\n\n"
        "Swedish President Karl Lind and President Jon Berg of Norway took part. “We are glad,” Berg said. “So are we,” Lind said.\n"
    )
    value = draft(tmp_path, text)
    assert roles(value) == {"lind": "President of Sweden", "berg": "President of Norway"}
    assert not any(one.get("aliases") for one in value["speakers"].values())


def test_the_companion_of_a_speaker_is_not_the_speaker(tmp_path: Path) -> None:
    """In Tajik, the person with whom somebody talks stands before the verb of saying."""
    text = (
        "Хабари рӯз\n\nПрезиденти Шветсия Карл Линдов ба шаҳр омад.\n\n"
        "Ӯ зимни суҳбат бо президенти Норвегия Юн Бергов гуфт, шаҳр дигар шудааст.\n"
    )
    (fact,) = [one for one in draft(tmp_path, text)["statements"] if one["kind"] == "paraphrase"]
    assert fact["speaker"] == ""
    assert "speaker" in [ask["field"] for ask in fact["asks"]]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("4 мая 2031 года, Осло", "2031-05-04"),
        ("May 4, 2031\nhttps://example.org/ferry", "2031-05-04"),
        ("Осло, 4 апреля 2031 года", "2031-04-04"),
        ("4-уми апрели соли 2031, Осло. \u2013 Меҳмонон омаданд.", "2031-04-04"),
    ],
)
def test_a_line_with_a_date_and_a_place_or_an_address_gives_the_date(
    line: str, date: str, tmp_path: Path
) -> None:
    """Such a line stands at the beginning of an official report."""
    value = draft(tmp_path, f"Report of the day\n\n{line}\n\nThe harbour has a new ferry.\n")
    assert [one["published"] for one in value["sources"].values()] == [date]


def test_a_rank_in_digits_is_not_a_count(tmp_path: Path) -> None:
    """In Russian, the noun is then in the singular."""
    text = "Отчёт\n\nОни встретились на 13 заседании совета и на 5 саммите, где было 12 стран.\n"
    assert [(one["value"], one["unit"]) for one in figures(draft(tmp_path, text))] == [("12", "countries")]


def test_the_verb_of_a_sentence_is_not_part_of_an_office(tmp_path: Path) -> None:
    """In Tajik, it follows the country of the office."""
    text = "Хабар\n\nКарл Линдов, раиси ҷумҳури Шветсия, бо Юн Бергов, раиси ҷумҳури Норвегия мулоқот кард. Бергов гуфт, ки шод аст.\n"
    assert roles(draft(tmp_path, text))["bergov"] == "раиси ҷумҳури Норвегия"


def test_an_agency_is_not_a_person(tmp_path: Path) -> None:
    """Two capitals inside a word belong to an abbreviation, even after an office."""
    text = "Хабар\n\n«Мы идем в порт, а не в гору», — цитирует шведского лидер МорТА.\n"
    (quote,) = [one for one in draft(tmp_path, text)["statements"] if one["kind"] == "quote"]
    assert quote["speaker"] == ""


@pytest.mark.parametrize(
    "line", ["Source: Harbour Herald with agencies", "Фото: Карл Линдов встречает гостей в порту."]
)
def test_a_credit_and_a_caption_make_no_claim(line: str, tmp_path: Path) -> None:
    """No statement is drafted for them, and `verify --complete` does not need one."""
    value = draft(tmp_path, f"Report\n\nThe harbour has a new ferry.\n\n{line}\n")
    assert len(value["statements"]) == 1


def test_talks_are_a_topic_of_a_statement_that_has_no_other(tmp_path: Path) -> None:
    """Its id then comes from the words of the sentence."""
    text = "Report\n\nThe two presidents met in the harbour.\n\nAt the talks they discussed trade.\n"
    first, second = draft(tmp_path, text)["statements"]
    assert (first["topics"], first["id"]) == (["diplomacy"], "presidents-harbour")
    assert second["topics"] == ["trade"]


def test_a_number_of_times_is_not_counted(tmp_path: Path) -> None:
    """Neither twice as much nor the day of a date is a figure."""
    text = "Хабари рӯз\n\nВохӯрӣ 3-юми апрел сурат гирифт ва гардиши мол 2 баробар афзуд, гуфт Карл Линдов.\n"
    assert figures(draft(tmp_path, text)) == []


def test_the_meeting_is_that_of_the_persons_named_most_often(tmp_path: Path) -> None:
    """A spokesman with an office is not one of them."""
    text = (
        "Report\n\nPresident of Sweden Karl Lind met President of Norway Jon Berg. Lind said that trade grows. "
        "Berg said that it falls. Lind and Berg said goodbye.\n\nSpokesman Olaf Moe said that they had dined.\n"
    )
    assert draft(tmp_path, text)["meeting"]["title"] == "Talks between Karl Lind and Jon Berg"


def test_the_title_of_a_meeting_is_a_question_if_no_sentence_says_that_the_two_met(tmp_path: Path) -> None:
    """A sentence about talks may name both without saying so."""
    text = (
        "Report\n\nPresident of Sweden Karl Lind said before his meeting with guests that President of Norway Jon Berg is ill. "
        "Berg said that he is well.\n"
    )
    value = draft(tmp_path, text)
    (ask,) = [one for one in value["asks"] if one["field"] == "meeting.title"]
    assert (value["meeting"]["title"], ask["candidates"]) == ("", ["Talks between Karl Lind and Jon Berg"])


def test_a_pronoun_means_the_only_person_of_the_sentence_before(tmp_path: Path) -> None:
    """If the sentence before names somebody else as well, the speaker is a question."""
    text = "Report\n\nPresident of Sweden Karl Lind said that trade grows{}. He added that 40 ships come every day.\n"
    alone = draft(tmp_path, text.format(""))["statements"][-1]
    assert (alone["speaker"], alone.get("asks")) == ("lind", None)
    both = draft(tmp_path, text.format(", and President of Norway Jon Berg agreed"))["statements"][-1]
    assert both["speaker"] == ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "OSLO, December 25, 2024, Wire – Trade in 2023 reached 2 billion dollars.",
            {"value": "2", "period": "2023"},
        ),
        ("OSLO, December 25, 2024 - The quota is 1,000 places.", {"value": "1000"}),
        ("On 5 December 2024 exports fell to 300 tonnes – a record.", {"value": "300", "period": "2024"}),
        ("Oslo raised its quota to 1,000 places, up from 900.", {"from": "900", "to": "1000"}),
        ("Квота выросла до 1000 мест с 900.", {"from": "900", "to": "1000"}),
        ("The quota rose to 1,000 places from 2023.", {"value": "1000", "period": "2023"}),
    ],
)
def test_the_date_of_a_dateline_is_not_a_period_and_a_change_may_name_its_start_last(
    sentence: str, expected: dict[str, Any], tmp_path: Path
) -> None:
    (figure,) = figures(draft(tmp_path, f"Report\n\nTalks took place in Oslo.\n\n{sentence}\n"))
    assert {key: figure[key] for key in ("value", "from", "to", "period") if key in figure} == expected


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The harbour leader, Karl Lind, said trade grew.", "lind"),
        ("Nyborg promised that trade would grow.", ""),
        ("The Palace said trade grew.", ""),
    ],
)
def test_a_report_of_somebodys_words_is_never_the_sources_own_claim(
    sentence: str, speaker: str, tmp_path: Path
) -> None:
    """If the subject of the verb of saying is not known, the draft asks who it is."""
    text = f"Report\n\nPresident of Sweden Karl Lind came to the harbour. Lind said he was glad. {sentence}\n"
    fact = draft(tmp_path, text)["statements"][-1]
    assert (fact["kind"], fact["speaker"]) == ("paraphrase", speaker)
    assert speaker or any(ask["field"] == "speaker" for ask in fact["asks"])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # The figure before a change has the measure of the one after it, and not its period.
        (
            "Industry made up 52 percent of output last year, up from 48 percent a year before.",
            [("production", "52", "percent", "2030"), ("production", "48", "percent", "2029")],
        ),
        (
            "Exports grew to 2.1 billion euros in 2030, compared with 1.8 billion euros for trade in 2029.",
            [("exports", "2.1", "EUR", "2030"), ("exports", "1.8", "EUR", "2029")],
        ),
        (
            "Exports reached 52 percent in 2030, up from 48 percent.",
            [("exports", "52", "percent", "2030"), ("exports", "48", "percent", None)],
        ),
        # A number without a noun is a figure whose unit is a question, but not the number of a page.
        ("Trade could reach 5,000 by 2035.", [("trade", "5000", None, "2035")]),
        ("Lind expects over 300, as page 300 says.", [(None, "300", None, None)]),
        # Percentage points are not percent, and a year that another is compared with is not the period.
        (
            "Inflation fell by 3.8 percentage points in 2030.",
            [("inflation", "-3.8", "percentage points", "2030")],
        ),
        (
            "Инфляция выросла на 2 п.п. по сравнению с 2029 годом.",
            [("inflation", "2", "percentage points", None)],
        ),
        (
            "Таваррум дар соли 2030 нисбат ба соли 2029 3,8 банди фоизӣ камтар буд.",
            [("inflation", "3.8", "percentage points", "2030")],
        ),
        # Only the word for the things counted, or a word before the number, names what is counted.
        ("Some 40 people signed agreements.", [("people", "40", "people", None)]),
        ("They have 12 valid foreign investment (FI) projects.", [("projects", "12", "projects", None)]),
        ("They built 120 ports, and the number of students rose.", [("ports", "120", "ports", None)]),
        (
            "The number of students rose, and two of the 116 countries left.",
            [("countries", "116", "countries", None)],
        ),
        ("They have projects worth 5 million dollars.", [(None, "5", "USD", None)]),
        (
            "Приехали 12 компаний, а доля выросла до 60 процентов.",
            [("companies", "12", "companies", None), (None, "60", "percent", None)],
        ),
        ("Работают 600 совместных предприятий.", [("companies", "600", "companies", None)]),
        # A part of a year that is not understood is not the whole year in the next clause either.
        (
            "За неполные восемь месяцев 2030 года экспорт вырос, составив 3 млрд долларов.",
            [("exports", "3", "USD", None)],
        ),
        # A verb behind a number is not the thing counted, and `to` behind a change is not `up to`.
        ("Рақами мо то соли 2035 бояд ба 150 ҳазор расад.", [(None, "150", None, "2035")]),
        # Signs of currencies before an amount
        ("Trade grew to RM6.162 million.", [("trade", "6.162", "MYR", None)]),
        ("Trade grew to HK$5 million.", [("trade", "5", "HKD", None)]),
        ("Trade grew to EUR 12 million.", [("trade", "12", "EUR", None)]),
        ("Trade grew to S$3 million.", [("trade", "3", None, None)]),
        ("Trade grew to \u20b9300 crore.", [("trade", None, "INR", None)]),
    ],
)
def test_a_figure_has_what_its_clause_says_and_the_rest_is_asked(
    sentence: str, expected: list[tuple[str | None, ...]], tmp_path: Path
) -> None:
    """A missing measure, value or unit is a question."""
    value = draft(tmp_path, f"Report\n\nNORTHSHIRE, May 4, 2031. /Herald/. Talks took place.\n\n{sentence}\n")
    facts = [one for one in value["statements"] if "figures" in one]
    found = [
        tuple(
            one["figures"][0].get(key, one["figures"][0].get("change") if key == "value" else None)
            for key in ("measure", "value", "unit", "period")
        )
        for one in facts
    ]
    assert found == expected
    for fact, (measure, number, unit, _) in zip(facts, expected, strict=True):
        asked = {ask["field"].rpartition(".")[2] for ask in fact.get("asks", ())}
        given = {"measure": measure, "value": number, "unit": unit}
        assert asked == {key for key, one in given.items() if one is None}


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("en", "The visit followed an official state ceremony in Oslo.", None),
        ("en", "The United States welcomed the first talks.", None),
        ("ru", "Министр передал тёплые слова приветствия от президента Швеции Карла Линдова.", None),
        ("ru", "Мост готов. Об этом президент Швеции Карл Линдов заявил на встрече.", "lindov"),
        ("ru", "Мост готов. Об этом заявил президент Швеции Карл Линдов на встрече.", "lindov"),
    ],
)
def test_a_sentence_has_a_speaker_only_if_it_says_who_speaks(
    language: str, sentence: str, speaker: str | None, tmp_path: Path
) -> None:
    """A noun or a name is no verb of saying, greetings from somebody are brought by somebody else, and `said this` belongs to the sentence before."""
    known = {
        "en": "President of Sweden Karl Lind came. Lind said he was glad.",
        "ru": "Президент Швеции Карл Линдов приехал. Линдов сказал, что рад.",
    }
    value = draft(tmp_path, f"Report\n\n{known[language]}\n\n{sentence}\n")
    facts = value["statements"][2:]
    assert len(facts) == 1
    assert (facts[0].get("speaker") or None) == speaker
    assert speaker or facts[0]["kind"] == "narration" or facts[0]["asks"]


def test_the_narrators_words_inside_quotation_marks_are_never_quoted_whatever_their_verb(
    tmp_path: Path,
) -> None:
    """The words between the dashes name a speaker of the text after a verb that need not be one of saying."""
    text = (
        "Паромы\n\nПрезидент Швеции Карл Линдов приехал. "
        "«Есть паром, - обратил внимание Линдов. - Суда мы ремонтируем сами».\n"
    )
    assert [words for _, words in quotes(draft(tmp_path, text))] == [
        "Есть паром",
        "Суда мы ремонтируем сами",
    ]


def test_numbers_in_a_line_that_claims_nothing_are_no_figures(tmp_path: Path) -> None:
    """The rates in the menu of a page are no statement of the article."""
    text = "Report\n\n$ 91.29 -0.06\n\nBR 90.06 +0.64%\n\nTrade grew by 20 percent.\n"
    assert [figure.get("change") for figure in figures(draft(tmp_path, text))] == ["20"]


@pytest.mark.parametrize(
    "opening",
    [
        "As Norwegian chancellor, Jon Berg flew to Oslo. Berg said he was glad.",
        "The talks were held with the president of Norway, Jon Berg, in Oslo. Berg said he was glad.",
    ],
)
def test_a_pronoun_is_never_taken_for_somebody_else_because_its_person_has_no_office_beside_the_name(
    opening: str, tmp_path: Path
) -> None:
    """A full name after a comma, or whose last name is beside a verb of saying, is a person's."""
    text = f"Report\n\nPresident of Sweden Karl Lind came. Lind spoke.\n\n{opening} He praised the “gift of good friends and neighbours”.\n"
    assert [(speaker, words[:4]) for speaker, words in quotes(draft(tmp_path, text))] == [("berg", "gift")]


@pytest.mark.parametrize(
    ("sentence", "slug", "some"),
    [
        ("Turnover grew by 12 percent.", "trade", {"turnover", "trade turnover", "commerce"}),
        ("За девять месяцев товарооборот вырос на 12 процентов.", "trade", {"товарооборот"}),
        ("Дар семоҳаи якум гардиши савдо 40 фоиз афзуд.", "trade", {"гардиши савдо"}),
        ("They signed 22 business agreements.", "agreements", {"documents"}),
        ("They delivered 2000 tractors.", "tractors", set()),
    ],
)
def test_a_measure_has_the_words_of_the_text_and_other_words_in_its_language(
    sentence: str, slug: str, some: set[str], tmp_path: Path
) -> None:
    """Without them, `check` would know only the label, which no draft in another language has."""
    value = draft(tmp_path, f"Report of the day\n\nDecember 19, 2031\n\n{sentence}\n")
    aliases = value["measures"][slug].get("aliases", [])
    assert some <= set(aliases)
    assert bool(some) == bool(aliases)
    assert len(aliases) == len(set(aliases))


@pytest.mark.parametrize(
    ("sentence", "figure", "asked"),
    [
        (
            "We want trade to reach 3 billion dollars by 2040.",
            {"measure": "trade-goal", "value": "3", "scale": "billion", "unit": "USD", "period": "2040"},
            None,
        ),
        (
            "The two countries plan to bring trade to 3 billion dollars by 2040.",
            {"measure": "trade-goal", "value": "3", "scale": "billion", "unit": "USD", "period": "2040"},
            None,
        ),
        (
            "К 2040 году товарооборот планируется довести до 3 млрд долларов.",
            {"measure": "trade-goal", "value": "3", "scale": "billion", "unit": "USD", "period": "2040"},
            None,
        ),
        (
            "Стороны намерены увеличить товарооборот до 3 млрд долларов к 2040 году.",
            {"measure": "trade-goal", "value": "3", "scale": "billion", "unit": "USD", "period": "2040"},
            None,
        ),
        (
            "Ҷонибҳо мехоҳанд гардиши савдоро то соли 2040 ба 3 миллиард доллар расонанд.",
            {"measure": "trade-goal", "value": "3", "scale": "billion", "unit": "USD", "period": "2040"},
            None,
        ),
        (
            "They set the goal of bringing trade to $3 billion.",
            {"value": "3", "scale": "billion", "unit": "USD"},
            ["trade-goal", "trade"],
        ),
        (
            "Trade grew by 20 percent in 2030, as planned.",
            {"measure": "trade", "change": "20", "unit": "percent", "period": "2030"},
            None,
        ),
        (
            "Trade reached 2 billion dollars in 2030, and they want more.",
            {"measure": "trade", "value": "2", "scale": "billion", "unit": "USD", "period": "2030"},
            None,
        ),
        (
            "Next year 82 teachers will work in Oslo.",
            {"measure": "teachers", "value": "82", "unit": "teachers", "period": "2032"},
            None,
        ),
    ],
)
def test_a_goal_has_a_measure_of_its_own(
    sentence: str, figure: dict[str, str], asked: list[str] | None, tmp_path: Path
) -> None:
    """What somebody wants to reach is compared with goals, never with what was reached; without a year, it is a question."""
    value = draft(tmp_path, f"Report of the day\n\nDecember 19, 2031\n\n{sentence}\n")
    (fact,) = [one for one in value["statements"] if one.get("figures")]
    assert fact["figures"] == [figure]
    questions = [ask["candidates"] for ask in fact.get("asks", ()) if ask["field"] == "figures.0.measure"]
    assert questions == ([asked] if asked else [])
    for slug in asked or [figure["measure"]]:
        assert (
            value["measures"][slug]["label"]
            == f"{slug.removesuffix('-goal').capitalize()}{' to be reached' * slug.endswith('-goal')}"
        )


def test_the_leader_of_a_country_is_not_its_foreign_minister(tmp_path: Path) -> None:
    """The text names no president of the country, so the words for its leader are nobody's alias."""
    text = (
        "Talks\n\nSwedish Foreign Minister Karl Lind came with Robin Holm and met Norwegian President Jon Berg.\n\n"
        "The Swedish leader said that he was glad. “It was a long day,” the Swedish leader added.\n"
    )
    value = draft(tmp_path, text)
    assert all("aliases" not in one for one in value["speakers"].values())
    assert "lind" not in {speaker for speaker, _ in quotes(value)}


def test_a_polite_pronoun_is_not_part_of_a_name(tmp_path: Path) -> None:
    """In Russian it may have a capital."""
    text = "Интервью\n\nК.Линд: По просьбе президента Швеции Нильса Берга Вы едете в Осло?\n\nК.Дан: Да, Нильс Берг просил.\n"
    value = draft(tmp_path, text)
    assert all("Вы" not in one["name"].split() for one in value["speakers"].values())


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        ("Monday, 19 April 2032\nHome / Politics / Ferry opens\n\nFerry opens in Oslo\n", "Ferry opens in Oslo", ""),
        ("The Grey House\nOffice of the Press Secretary\nFor Immediate Release\n", None, ""),
        ("Ferry opens in Oslo\nHarbour Herald\nMay 17, 2031\n", "Ferry opens in Oslo", "2031-05-17"),
    ],
)  # fmt: skip
def test_the_lines_above_a_report_are_read_one_by_one(
    head: str, title: str | None, published: str, tmp_path: Path
) -> None:
    """The date of a page, a path or a letterhead is no headline, and a date far from the dateline is a question."""
    value = draft(
        tmp_path, f"{head}\nOSLO, May 17. /Harbour news/. The talks on the ferry ended late at night.\n"
    )
    (source,) = value["sources"].values()
    assert (source.get("title"), source["published"]) == (title, published)
    assert [one["kind"] for one in value["statements"]] == ["narration"]


def test_a_stage_direction_is_no_statement(tmp_path: Path) -> None:
    """It is neither among the words of a turn nor a claim."""
    text = (
        "KARL LIND: (As interpreted.) Thank you all.\n\n(Laughter.)\n\nJON BERG: We agree with Karl Lind.\n"
    )
    value = draft(tmp_path, text)
    assert [one["text"] for one in value["statements"]] == ["Thank you all.", "We agree with Karl Lind."]


def test_to_behind_a_change_is_not_up_to(tmp_path: Path) -> None:
    """`До` may mean either."""
    text = "Отчёт\n\nОбъём торговли вырос на 40% — до 22 млрд долларов, а билет стоит до 300 рублей. Страна готова нарастить экспорт до 7 млрд евро.\n"
    approximations = [one.get("approx") for one in figures(draft(tmp_path, text))]
    assert approximations == [None, None, "up-to", None]


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://example.org/2031/05/04/ferry">', "https://example.org/2031/05/04/ferry"),
        ('<meta property="og:url" content="https://example.org/2031/05/04/ferry">', "https://example.org/2031/05/04/ferry"),
        ('<link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/b">', None),
        ('<link rel="canonical" href="https://example.org/">', None),
        ('<link rel="canonical" href="/2031/05/04/ferry">', None),
        ('<link rel="canonical" href="http://[x/2031/05/04/ferry">', None),
        ('<link rel="canonical" href="https://ann:secret@example.org/2031/05/04/ferry">', None),
    ],
)  # fmt: skip
def test_a_page_may_give_its_own_address(head: str, url: str | None, tmp_path: Path) -> None:
    """It is in the draft if it is complete and the only one, and the date in it counts as that of `--url`."""
    page = f"<html><head><title>Ferry</title>{head}</head><body><h1>Ferry opens in Oslo</h1><p>The ferry opens and everybody is glad.</p></body></html>"
    value = draft(tmp_path, page, name="page.html")
    (source,) = value["sources"].values()
    assert source.get("url") == url
    assert source["published"] == ("2031-05-04" if url else "")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Norwegian and US presidents, Karl Lind and Jon Berg, met in Oslo.",
            {"lind": "President of Norway", "berg": "US President"},
        ),
        (
            "Presidents of Norway and Sweden Karl Lind and Jon Berg met in Oslo.",
            {"lind": "President of Norway", "berg": "President of Sweden"},
        ),
        (
            "Президенты Норвегии и Швеции Карл Линд и Юн Берг встретились, сообщил корреспондент РИО Гавань.",
            {"lind": "Президент Норвегии", "berg": "Президент Швеции"},
        ),
        ("Вазири рушди иқтисод Карл Линд ба Осло омад.", {"lind": "Вазири рушди иқтисод"}),
    ],
)
def test_two_persons_may_have_one_office_in_the_plural(
    sentence: str, expected: dict[str, str], tmp_path: Path
) -> None:
    """The first country is that of the first person; an agency is not a person."""
    text = f"Report\n\n{sentence}\n\n“We met with Lind and with Berg,” Lind said. “So did we,” Berg said.\n"
    found = roles(draft(tmp_path, text))
    assert {slug: role for slug, role in found.items() if role} == expected
    assert found.keys() <= {"lind", "berg"}


def test_the_first_candidate_is_the_last_speaker_before_the_sentence(tmp_path: Path) -> None:
    """It is not the last speaker of the text; the name of a section above a report is no statement."""
    text = (
        "Паром готов к работе\n\nНовости страны\n\nПрезидент Норвегии Карл Линд встретился с президентом Швеции Юном Бергом.\n\n"
        "«Паром готов к работе», — сказал Линд, встретив Берга. Он также отметил, что построено 12 объектов.\n\n«Мы этому очень рады», — сказал Берг.\n"
    )
    value = draft(tmp_path, text)
    assert [one["label"] for one in value["measures"].values()] == ["Объектов"]
    (asked,) = [
        ask["candidates"]
        for one in value["statements"]
        for ask in one.get("asks", ())
        if ask["field"] == "speaker"
    ]
    assert asked == ["lind", "berg"]
    assert all(
        "Новости" not in item["exact"] for one in value["statements"] for item in one.get("evidence", ())
    )


def test_a_possible_date_of_publication_gives_candidates(tmp_path: Path) -> None:
    """They are those of the meeting's date and of periods such as `last year`."""
    text = "The ports in May\n\n/Herald, 4 May 2031, or 6 May 2031/\n\nLast year, trade rose to 5 billion dollars, the ministers said at the talks.\n"
    value = draft(tmp_path, text)
    (fact,) = [one for one in value["statements"] if one.get("figures")]
    assert [ask["candidates"] for ask in fact["asks"] if ask["field"] == "figures.0.period"] == [["2030"]]
    asks = {
        ask["field"].rpartition(".")[2]: ask["candidates"] for ask in value["asks"] if "candidates" in ask
    }
    assert asks["published"] == asks["date"] == ["2031-05-04", "2031-05-06"]


def test_a_short_line_inside_a_quotation_ends_no_paragraph(tmp_path: Path) -> None:
    """The line above it may be a headline."""
    text = "Talks in Oslo\nPresident of Sweden Karl Lind came to the harbour. “We met\nBerg there and talked to him for a whole day,” Lind said.\n"
    value = draft(tmp_path, text)
    assert quotes(value) == [("lind", "We met Berg there and talked to him for a whole day")]
    assert [one["title"] for one in value["sources"].values()] == ["Talks in Oslo"]
