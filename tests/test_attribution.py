"""Whom a text names as the speaker of its quotations: never a guess."""

from __future__ import annotations

import pytest
from frozen import checker

from tajikcli.documents import Document

# A text, and the speaker of each of its quotations.
NAMED: list[tuple[str | None, ...]] = [
    ("“Tajikistan is a reliable ally,” Putin said.", "putin"),
    ("“Tajikistan is a reliable ally,” said Putin.", "putin"),
    ("“Tajikistan is a reliable ally,” said Russian President Vladimir Putin.", "putin"),
    ('According to Putin, Tajikistan is "a reliable ally and a strong economic partner."', "putin"),
    ("Putin: “Tajikistan is a reliable ally.”", "putin"),
    ("Rahmon: “Our main strategic partner”; Putin: “Tajikistan is a reliable ally.”", "rahmon", "putin"),
    ("Rahmon: “Our main strategic partner”, Putin: “Tajikistan is a reliable ally.”", "rahmon", "putin"),
    ("Putin told Rahmon: “Tajikistan is a reliable ally.”", "putin"),
    ("Putin met Rahmon. “Tajikistan is a reliable ally,” he said.", None),
    ("Putin arrived on Tuesday. “Tajikistan is a reliable ally,” he said.", "putin"),
    ("Putin arrived on Tuesday. “Tajikistan is a reliable ally,” the Russian president said.", "putin"),
    (
        "“Tajikistan is a reliable ally,” Putin said, calling it “a strong economic partner”.",
        "putin",
        "putin",
    ),
    ("“Tajikistan is a reliable ally,” Sergei Lavrov said.", "Sergei Lavrov"),
    ("“Tajikistan is a reliable ally,” Lavrov told reporters.", "Lavrov"),
    ("“Tajikistan is a reliable ally.”", None),
    ("“Tajikistan is a reliable ally,” Putin told Rahmon.", "putin"),
    ("“Tajikistan is a reliable ally,” Rahmon told Putin.", "rahmon"),
    ("After talks with Rahmon, Putin said: “Tajikistan is a reliable ally.”", "putin"),
    ("Rahmon, who met Putin, said Russia was “the main strategic partner”.", "rahmon"),
    ("Rahmon, speaking after Putin, said Russia was “the main strategic partner”.", "rahmon"),
    ("“A reliable ally,” said Putin, and “a main strategic partner,” replied Rahmon.", "putin", "rahmon"),
    ("'Tajikistan is a reliable ally,' Putin said. It's the ally's view.", "putin"),
    ("‘Tajikistan is a reliable ally,’ Putin said about the two countries’ ties.", "putin"),
    ("Путин заявил: «Наши отношения очень конструктивные».", "putin"),
    ("По словам Путина, «наши отношения очень конструктивные».", "putin"),
    ("«Наши отношения очень конструктивные», — сказал Путину Рахмон.", "rahmon"),
    ("«Наши отношения очень конструктивные», — отметил президент России Владимир Путин.", "putin"),
    ("Путин гуфт: «Муносибатҳои мо хеле созандаанд».", "putin"),
    ("Ба гуфтаи Путин, «муносибатҳои мо хеле созандаанд».", "putin"),
    ("“Tajikistan is a reliable ally,” the Kremlin said.", None),
    ("“Tajikistan is a reliable ally,” TASS reported.", None),
    ("“Tajikistan is a reliable ally,” the statement said.", None),
    (
        "“Tajikistan is a reliable ally,” the Russian president's spokesman Dmitry Peskov said.",
        "Dmitry Peskov",
    ),
    ("Putin was quoted as saying that Tajikistan is “a reliable ally and partner”.", "putin"),
    ("TASS quoted Putin as saying: “Tajikistan is a reliable ally.”", "putin"),
    ("Putin described Tajikistan as “a reliable ally and a strong economic partner”.", "putin"),
    ("Tajikistan was described by Putin as “a reliable ally and a strong economic partner”.", "putin"),
    ("The Russian president praised what he called “a reliable ally and partner”.", "putin"),
    (
        "Rahmon opened the talks.\n\n“Russia is the main strategic partner,” the Tajik leader said. “We are satisfied with everything.”",
        "rahmon",
        "rahmon",
    ),
    ("Putin said:\n\n> Tajikistan is a reliable ally and a strong economic partner.", "putin"),
    ("> Tajikistan is a reliable ally and a strong economic partner.\n> — Vladimir Putin", "putin"),
    ("“Tajikistan is a reliable ally and a strong economic partner” — Vladimir Putin", "putin"),
    ("“Our relations are very constructive.\n\n“Tajikistan is a reliable ally,” Putin said.", "putin"),
    ("Rahmon said the talks went well. Putin agreed: “Tajikistan is a reliable ally.”", "putin"),
    (
        '"Tajikistan is a reliable ally," Rahmon said, quoting nobody. "I completely agree with you," Putin said.',
        "rahmon",
        "putin",
    ),
    ("Ushakov, an aide to Putin, said “pressing issues of migration policy” would come up.", "ushakov"),
    ("Kremlin aide Yury Ushakov said “pressing issues of migration policy” would come up.", "ushakov"),
    ("President Putin, speaking to Rahmon, said: “I completely agree with you.”", "putin"),
    (
        "“I completely agree with you,” President Vladimir Putin of Russia told his Tajik counterpart.",
        "putin",
    ),
    ("Addressing Rahmon, the Russian leader said: “I completely agree with you.”", "putin"),
    ("“I completely agree with you,” Putin was reported to have said.", "putin"),
    ("“I completely agree with you”, stressed the President of the Russian Federation.", None),
    ("In his words, “I completely agree with you.”", None),
    ("Putin noted that ties are strong. In his words, “I completely agree with you.”", "putin"),
    (
        "Putin noted that ties are strong. He said “I completely agree with you.” He added that “we will undoubtedly expand this.”",
        "putin",
        "putin",
    ),
    ("<p>“I completely agree with you,” Putin said.</p>", "putin"),
    ('Emomali Rahmon stated that "Russia is Tajikistan\'s main strategic partner".', "rahmon"),
    ('"We will undoubtedly expand this joint work", Putin promised Rahmon.', "putin"),
    ('Speaking at Igora, Tajikistan\'s Rahmon said "Russia is the main strategic partner".', "rahmon"),
    ('"Russia is the main strategic partner," Rahmon said after meeting Putin.', "rahmon"),
    ('"Russia is the main strategic partner," said Rahmon after Putin had welcomed him.', "rahmon"),
    ("Putin's words “I completely agree with you” were noted.", "putin"),
    ("He said “I completely agree with you.”", None),
    ('Rahmon told Putin: "Tajikistan is a reliable ally"', "rahmon"),
    ('Rahmon replied to Putin: "Tajikistan is a reliable ally"', "rahmon"),
    ("Путин сообщил Рахмону: «Таджикистан – это наш надежный союзник»", "putin"),
    ('Rahmon thanked him. "Tajikistan is a reliable ally," the Russian leader said.', "putin"),
    (
        'Putin listened to Rahmon and answered. "We are generally satisfied," the Tajik leader told Putin.',
        "rahmon",
    ),
    (
        'According to Putin, "Tajikistan is a reliable ally". "We are generally satisfied," according to Rahmon.',
        "putin",
        "rahmon",
    ),
    (
        'As Putin said, "Tajikistan is a reliable ally"; as Rahmon put it, "We are generally satisfied".',
        "putin",
        "rahmon",
    ),
    ('The phrase "pressing issues of migration policy" was used by Ushakov; Putin did not speak.', "ushakov"),
    (
        'Putin said: "I completely agree with you" and "we are generally satisfied", while Rahmon said nothing.',
        "putin",
        "putin",
    ),
    ('Rahmon spoke of a good year, and Putin of "Tajikistan is a reliable ally".', "putin"),
    ('Putin said something. Merkel arrived. "Tajikistan is a reliable ally", she said.', None),
    ('Putin spoke to Mr Rahmon. She said: "Tajikistan is a reliable ally"', None),
    ('Putin said he was glad. The minister added: "Tajikistan is a reliable ally"', None),
    ('Putin said he was glad. The president added: "Tajikistan is a reliable ally"', "putin"),
    ('Putin and Rahmon said: "Tajikistan is a reliable ally"', None),
    ('Igor Rahmonov, a farmer, said: "Tajikistan is a reliable ally"', "Igor Rahmonov"),
    ('"Tajikistan is a reliable ally." So said Rahmon.', "rahmon"),
    ('> "Tajikistan is a reliable ally"\n>\n> — Vladimir Putin', "putin"),
    ("> Tajikistan is a reliable ally\n>\n> — Vladimir Putin", "putin"),
    ('Officials said: "Tajikistan is a reliable ally"', None),
    ('Yesterday Putin said: "Tajikistan is a reliable ally"', "putin"),
    ('Meanwhile Rahmon said: "Tajikistan is a reliable ally"', "rahmon"),
    ('Addressing Rahmon, Putin said: "Tajikistan is a reliable ally"', "putin"),
    ('Moscow said: "Tajikistan is a reliable ally"', None),
    ('Putin, Rahmon and Ushakov met. "Tajikistan is a reliable ally," Putin said.', "putin"),
    ("“Tajikistan is a reliable ally,” said Putin and left.", "putin"),
]


@pytest.mark.parametrize("case", NAMED, ids=[str(case[0]) for case in NAMED])
def test_the_speaker_is_whom_the_text_names(case: tuple[str | None, ...]) -> None:
    """From verbs of saying before and behind, `according to`, colons, titles and pronouns, in three languages."""
    text, *speakers = case
    assert text is not None
    found = checker().check(Document("-", text, html=text.startswith("<p")))
    assert [one["speaker"] for one in found if one["finding"] == "quotation"] == speakers
