"""Figures in a text: judged where measure and unit plainly agree with one on record, and left alone elsewhere."""

from __future__ import annotations

import pytest
from bundled import checker

from tajikcli.documents import Document

# A text, and for each figure that is of a measure on record whether one on record says the same.
CLAIMED: list[tuple[str, list[bool]]] = [
    ("The number of Russian teachers will rise from 72 to 92.", [False]),
    ("Russian teachers will increase from 72 to 82.", [True]),
    ("Trade of $1.97 billion was reported.", [False]),
    ("Trade rose 30% in 2024.", [False]),
    ("Two-way trade rose by almost 20% to $1.79 billion.", [True, True]),
    ("Two-way trade rose by almost 25% to $1.79 billion.", [False, True]),
    ("Trade fell by almost 20%.", [False]),
    ("Trade with China rose 30%.", []),
    ("Kazakh trade with Russia rose 30%.", []),
    ("Trade between Kazakhstan and Uzbekistan rose 30%.", []),
    ("Trade between Russia and Tajikistan rose 30%.", [False]),
    ("Tajikistan's trade with Russia reached $1.8 billion.", [True]),
    ("Tajikistan's trade with Russia reached $2.8 billion.", [False]),
    ("In 2019, trade was $0.9 billion.", []),
    ("The quota for Tajik students is 1,000 places.", []),
    ("Tajikistan has a quota of 10,000 students.", [False]),
    ("Tajikistan has a quota of 1,000 students.", [True]),
    ("More than 36,000 students and postgraduates from Tajikistan study in Russia.", [True]),
    ("More than 46,000 students and postgraduates from Tajikistan study in Russia.", [False]),
    ("Russia supplies about 90% of oil products.", [True]),
    ("Russia supplies about 70% of its oil products.", [False]),
    ("Russian investment amounts to $1.6 billion.", [True]),
    ("Russian investment amounts to $6.1 billion.", [False]),
    ("The leaders aim to bring trade to a target of $5 billion.", []),
    ("Some 3 teachers were ill.", []),
    ("92 Russian teachers will work in Tajikistan.", [False]),
    ("82 Russian educators will work in Tajikistan.", [True]),
    ("Товарооборот вырос на 30%.", [False]),
    ("Товарооборот достиг 1,79 млрд долларов.", [True]),
    ("Товарооборот достиг 1,97 млрд долларов.", [False]),
    ("В Таджикистане работают 72 российских педагога, будет 92 преподавателя.", [True, False]),
    ("Trade accounts for 30% of GDP.", []),
    ("Trade grew 19.1 percent to $1.618 billion in January-October.", [True, True]),
    ("Trade grew 19.1 percent to $1.681 billion in January-October 2024.", [True, False]),
    ("Russia trade hit 2 billion US dollars.", [False]),
    ("Trade turnover grew by nearly 20 percent.", [True]),
    ("Bilateral trade reached 1.79 million dollars.", [False]),
    ("Trade reached $1.79bn, up 20%.", [True, True]),
    ("Trade reached $1.79bn, up 12%.", [True, False]),
    ("Trade and investment rose 30%.", [False]),
    ("The volume of trade stood at US$1.79 billion, an increase of 35 per cent.", [True, False]),
    ("Товарооборот Таджикистана с Китаем составил 3,9 млрд долларов.", []),
    ("Russian investment in Uzbekistan has passed $14 billion.", []),
    ("Kazakhstan supplies 8% of Tajikistan's oil products.", []),
    ("A quota of 500 students from Kyrgyzstan was agreed.", []),
    ("The trade of Russia with CIS countries is $100 billion.", []),
    ("Some 500 teachers of mathematics work in Dushanbe's schools.", []),
    ("Gazprom plans to invest $300 million in exploration.", []),
    ("The trade deficit was $3 billion.", []),
    ("Agricultural trade grew 40%.", []),
    ("Russia's investment in Tajikistan grew by $200 million.", []),
    ("Last year trade between Tajikistan and Russia was $1.5 billion.", []),
    ("Before the war trade was $1 billion.", []),
    ("Trade in the first quarter of 2024 came to $400 million.", []),
    ("Trade turnover with Russia should reach $10 billion.", []),
    ("Trade could grow by 50% in five years.", []),
    ("Trade did not reach $5 billion.", []),
    ("At least 10 Russian teachers fell ill in Tajikistan.", []),
    ("Trade in goods with Iran rose 45%, and trade with Russia rose 20%.", [True]),
    ("Trade was under $2 billion.", [True]),
    ("Trade was over $1.7 billion.", [True]),
    ("Trade in January-October came to $1.08 billion.", [False]),
    ("Trade in January-October came to $1.618 billion.", [True]),
    ("In the first nine months of 2024 trade came to $1.08 billion.", [True]),
    ("In the first nine months of 2024 trade came to $1.8 billion.", [False]),
    ("Число российских учителей увеличится с 72 до 92", [False]),
    ("Работают 92 российских учителя", [False]),
    ("More than 46,000 students from Tajikistan study at Russian universities.", [False]),
    ("More than 36,000 students from Tajikistan study at Russian universities.", [True]),
    ("За январь–сентябрь товарооборот вырос на 10,1% до 1,08 млрд долларов.", [True, True]),
    ("On December 24, Putin said trade had grown 30%.", [False]),
    ("In October trade was $3 billion.", []),
    ("Trade between Russia and Tajikistan, the Kremlin said on Tuesday, rose 30% in 2024.", [False]),
    ("The trade turnover of the two countries exceeded $1.97 billion.", [False]),
    ("Two-way trade, Rahmon said, has grown by 12% to $1.97 billion.", [False, False]),
    ("Russia ranks third among Tajikistan's trade and economic partners.", [False]),
    ("Russia ranks first among Tajikistan's trade and economic partners.", [True]),
    ("Russia is the second largest investor in Tajikistan's economy.", [True]),
    ("Russia is the third-largest investor in Tajikistan.", [False]),
    ("China is the third largest investor in Tajikistan.", []),
    ("Russia is the second largest investor in Tajikistan's economy after China.", []),
    ("The third largest city hosted the investors.", []),
    ("Russia was ranked 4th among trading partners of Tajikistan.", [False]),
]


@pytest.mark.parametrize(("text", "agree"), CLAIMED, ids=[text for text, _ in CLAIMED])
def test_a_figure_is_held_against_those_of_its_measure(text: str, agree: list[bool]) -> None:
    """A wrong figure is told, a rounded one agrees, and another country's, year's or goal's is none of ours."""
    found = checker().check(Document("-", text, html=False))
    assert [one["verdict"] == "agrees" for one in found if one["finding"] == "figure"] == agree


def test_a_figure_inside_a_quotation_is_its_speakers() -> None:
    """What stands in marks is judged as words."""
    found = checker().check(Document("-", "“Trade rose 30%, to $1.97 billion,” Rahmon said.", html=False))
    assert [one["finding"] for one in found] == ["quotation"]


def test_a_wrong_figure_is_told_with_those_on_record() -> None:
    """Whoever mends the text sees what it could say, and where that is from."""
    (found,) = checker().check(Document("-", "The number of teachers will go\nfrom 72 to 92.", html=False))
    assert (found["line"], found["column"], found["text"]) == (2, 1, "from 72 to 92")
    assert "72 → 82 teachers (teachers-increase)" in (found["record_text"] or "")
    assert found["statement"] == "teachers-increase"
