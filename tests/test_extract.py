"""A draft contains everything that its text says, asks about the rest, and invents nothing."""

from __future__ import annotations

import io
import json
import re
import sys
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml
from support.drafts import draft, figures, quotes, write
from support.lake import Answer, lake, run_cli

from tajikcli.extract.people import people_in
from tajikcli.language.all_languages import LANGUAGES
from tajikcli.language.all_reports import REPORTS

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """\
Ferry line between Aland and Borduria opens in June

NORTHSHIRE, May 4, 2031. /Harbour Herald/. President of Aland Vera Orlova met Prime Minister of Borduria Jon Berg at Lake House on May 3.

“We are satisfied with how our trade develops,” Orlova said after the talks. She added that two-way trade grew by almost 20 percent last year, to 1.2 billion dollars.

“The ferry is a matter of weeks. It will carry 400 passengers a day,” Berg said. He reportedly wants a second one.
"""
TRANSCRIPT = """\
Meeting with Prime Minister of Norway Jon Berg

President of Sweden Vera Lind: Good afternoon, colleagues.

Our trade reached $3 billion in 2030. I am glad.

Prime Minister of Norway Jon Berg (as interpreted): Thank you. We have 12 joint projects.

Vera Lind: Welcome.
"""
RUSSIAN = """\
Президент Швеции рассказал о паромах

СТОКГОЛЬМ, 4 мая 2031 г. /ТАСС/. Президент Швеции Карл Линдов провёл переговоры с премьер-министром Норвегии Юном Бергом.

«Наш товарооборот вырос на 12 процентов и достиг 3,5 млрд долларов», — сообщил Линдов. По словам Берга, в стране учатся 400 студентов.

«Паром пойдёт в июне», — добавил шведский президент.
"""
TAJIK = """\
Президенти Шветсия бо меҳмонон вохӯрд

Президенти Шветсия Карл Линдов гуфт, ки гардиши савдо ба 3 миллиард доллар расид.

«Мо аз ҳамкорӣ қаноатмандем», - гуфт Линдов.
"""


def asked(value: dict[str, Any]) -> list[str]:
    """Return the fields of the questions."""
    fields = [ask["field"] for owner in (value, *value["statements"]) for ask in owner.get("asks", ())]
    return [*fields, *("text" for one in value["statements"] if not one["text"])]


def finished(text: str) -> str:
    """Return a draft with an answer to each question, as an editor might write it: the first candidate, or any text."""
    given = {
        "speaker": "orlova",
        "meeting.title": "Talks",
        "meeting.date": "2031",
        "figures.0.measure": "trade",
    }
    given |= {
        "figures.0.period": "2030",
        "sources.source.publisher": "Somebody",
        "sources.source.published": "2031",
    }

    def answered(match: re.Match[str]) -> str:
        candidates = re.search(r"candidates: \[([^\],]+)", match[0])
        answer = candidates[1] if candidates else given.get(match["field"], "It is so.")
        return f"{match[0][:-1]}, answer: {answer}}}"

    text = re.sub(r"(?m)^    text:$", "    text: It is so.", text)
    return re.sub(r"\{field: (?P<field>[\w.-]+)(?:, [^{}]*)?\}", answered, text)


def test_a_draft_has_everything_that_the_text_says(tmp_path: Path) -> None:
    """It has the source, the speakers with offices, each quote with its speaker, and each figure with its period."""
    value = draft(tmp_path, ARTICLE, "--url", "https://example.org/2031/05/04/ferry")
    (slug,) = value["sources"]
    source = value["sources"][slug]
    assert slug == "harbour-herald-2031-05-04"
    assert source["title"] == "Ferry line between Aland and Borduria opens in June"
    assert (source["publisher"], source["published"], source["language"]) == (
        "Harbour Herald",
        "2031-05-04",
        "en",
    )
    assert value["meeting"]["date"] == "2031-05-03"
    assert value["speakers"] == {
        "orlova": {"name": "Vera Orlova", "role": "President of Aland"},
        "berg": {"name": "Jon Berg", "role": "Prime Minister of Borduria"},
    }
    assert quotes(value) == [
        ("orlova", "We are satisfied with how our trade develops"),
        ("berg", "The ferry is a matter of weeks. It will carry 400 passengers a day"),
    ]
    assert figures(value) == [
        {"measure": "trade", "change": "20", "unit": "percent", "approx": "almost", "period": "2030"},
        {"measure": "trade", "value": "1.2", "scale": "billion", "unit": "USD", "period": "2030"},
        {"measure": "passengers", "value": "400", "unit": "passengers"},
    ]
    in_quote = next(one for one in value["statements"] if one.get("figures", [{}])[0].get("value") == "400")
    berg = next(one for one in value["statements"] if one["kind"] == "quote" and one["speaker"] == "berg")
    assert in_quote["links"] == [{"to": berg["id"], "as": "part-of"}]
    assert [one["hedges"] for one in value["statements"] if "hedges" in one] == [["reportedly"]]


def test_a_draft_counts_its_parts_and_is_valid_except_for_its_questions(tmp_path: Path) -> None:
    """The counts are on stderr; lint reports only open questions, and queries refuse the draft."""
    answer = run_cli("extract", write(tmp_path, ARTICLE))
    assert answer.code == 0
    counted = re.fullmatch(r"tajik: 2 quotes, 3 figures, 7 statements; (\d+) questions\n", answer.err)
    assert counted is not None
    path = write(tmp_path, answer.out, "draft.yaml")
    problems = run_cli("lint", path, "--json").json
    assert {one["message"].partition(" about")[0] for one in problems} == {"open question"}
    assert len(problems) == int(counted[1])
    refused = run_cli("--file", path, "facts")
    assert (refused.code, refused.out) == (3, "")
    assert f"{counted[1]} questions are open" in refused.err


@pytest.mark.parametrize(
    "text", [ARTICLE, TRANSCRIPT, RUSSIAN, TAJIK], ids=["article", "transcript", "ru", "tg"]
)
def test_a_finished_draft_is_a_record_that_covers_its_source(text: str, tmp_path: Path) -> None:
    """The text has every quote and each `exact` once, and every sentence has a statement."""
    article = write(tmp_path, text)
    out = run_cli("extract", article).out
    value = yaml.load(out, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    folded = " ".join(text.split())
    for one in value["statements"]:
        assert one["kind"] != "quote" or one["text"] in folded
        for item in one.get("evidence", ()):
            assert folded.count(item["exact"]) == 1
            assert len(item["exact"].split()) <= 8
        assert one["kind"] == "quote" or one["text"] == "", "a program writes no paraphrase"
    record = write(tmp_path, finished(out), "record.yaml")
    linted = run_cli("lint", record)
    assert linted.code == 0, linted.out
    (slug,) = value["sources"]
    verified = run_cli("--file", record, "verify", slug, article, "--complete", "--json")
    assert verified.code == 0, verified.out
    assert verified.json["edition"] == "same"


def test_the_turns_of_a_transcript_are_quotes(tmp_path: Path) -> None:
    """Turns are quoted in full, without remarks in brackets before them; their figures are facts."""
    value = draft(tmp_path, TRANSCRIPT)
    assert quotes(value) == [
        ("lind", "Good afternoon, colleagues. Our trade reached $3 billion in 2030. I am glad."),
        ("berg", "Thank you. We have 12 joint projects."),
        ("lind", "Welcome."),
    ]
    assert {slug: one["role"] for slug, one in value["speakers"].items()} == {
        "lind": "President of Sweden",
        "berg": "Prime Minister of Norway",
    }
    assert [
        (one["speaker"], one["figures"][0]["value"]) for one in value["statements"] if "figures" in one
    ] == [
        ("lind", "3"),
        ("berg", "12"),
    ]


def test_a_russian_article(tmp_path: Path) -> None:
    """Names are in the nominative, slugs in Latin letters, units in English, and offices find their holders."""
    value = draft(tmp_path, RUSSIAN)
    assert value["speakers"]["lindov"]["name"] == "Карл Линдов"
    assert quotes(value) == [
        ("lindov", "Наш товарооборот вырос на 12 процентов и достиг 3,5 млрд долларов"),
        ("lindov", "Паром пойдёт в июне"),
    ]
    assert figures(value) == [
        {"measure": "trade", "change": "12", "unit": "percent"},
        {"measure": "trade", "value": "3.5", "scale": "billion", "unit": "USD"},
        {"measure": "students", "value": "400", "unit": "students"},
    ]
    (source,) = value["sources"].values()
    assert (source["language"], source["published"], source["publisher"]) == ("ru", "2031-05-04", "ТАСС")


def test_a_tajik_article(tmp_path: Path) -> None:
    """The draft has the speaker, the quote and the figure."""
    value = draft(tmp_path, TAJIK)
    assert quotes(value) == [("lindov", "Мо аз ҳамкорӣ қаноатмандем")]
    assert [(one["value"], one["scale"], one["unit"]) for one in figures(value)] == [("3", "billion", "USD")]
    (source,) = value["sources"].values()
    assert source["language"] == "tg"


@pytest.mark.parametrize(
    ("sentence", "when", "via"),
    [
        ("«Мы рады парому и всем гостям», — сказал Линдов, передаёт РИА Новости.", None, {"ria-novosti": "РИА Новости"}),
        ("«Мы рады парому и всем гостям», — сказал в пятницу Линдов.", "в пятницу", {}),
        ("“We are glad to have the ferry,” Lindov said on Monday evening, TASS reported.", "on Monday evening", {"tass": "TASS"}),
        ("“We are glad to have the ferry,” Lindov said. The ship came on Monday.", None, {}),
        ("“We are glad to have the ferry,” Lindov said, and the ministry reports that it is paid.", None, {}),
    ],
)  # fmt: skip
def test_when_and_via_are_in_the_sources_own_words(
    sentence: str, when: str | None, via: dict[str, str], tmp_path: Path
) -> None:
    """They are used only if they are beside the verb of saying."""
    value = draft(tmp_path, f"Report\n\nPresident Karl Lindov / Президент Карл Линдов came.\n\n{sentence}\n")
    (quote,) = [one for one in value["statements"] if one["kind"] == "quote"]
    assert quote.get("when") == when
    assert {slug: one["name"] for slug, one in value.get("relays", {}).items()} == via
    assert quote.get("via", []) == list(via)


def test_an_official_russian_transcript(tmp_path: Path) -> None:
    """Initials mean the person whose full name is elsewhere, in any case; a question has no speaker."""
    text = """\
Переговоры с Президентом Швеции Карлом Линдовым

В столице состоялись переговоры Ивана Берга с Президентом Шведского Королевства Карлом Линдовым.

24 мая 2031 года, 18:30, Осло

И.Берг: Очень рад Вас видеть. Товарооборот составил 1,7 миллиарда долларов.

К.Линдов: Спасибо большое!

Вопрос: А когда будет паром?

И.Берг: Скоро.

<…>
"""
    value = draft(tmp_path, text)
    assert quotes(value) == [
        ("berg", "Очень рад Вас видеть. Товарооборот составил 1,7 миллиарда долларов."),
        ("lindov", "Спасибо большое!"),
        ("", "А когда будет паром?"),
        ("berg", "Скоро."),
    ]
    assert value["speakers"]["berg"]["name"] == "Иван Берг"
    assert value["speakers"]["lindov"] == {"name": "Карл Линдов", "role": "Президент Шведского Королевства"}
    (source,) = value["sources"].values()
    assert source["published"] == "2031-05-24"


def test_no_speaker_is_named_without_a_rule(tmp_path: Path) -> None:
    """If there are two presidents, “the president” is unclear, and the candidates are the persons in the text."""
    text = ARTICLE.replace("Prime Minister of Borduria", "President of Borduria").replace(
        "Orlova said", "the president said"
    )
    value = draft(tmp_path, text)
    first = next(one for one in value["statements"] if one["kind"] == "quote")
    assert first["speaker"] == ""
    (ask,) = first["asks"]
    assert (ask["field"], set(ask["candidates"])) == ("speaker", {"orlova", "berg"})


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Trade fell by 3.5 percent.", {"change": "-3.5", "unit": "percent"}),
        ("The number of teachers rises from 72 to 82.", {"from": "72", "to": "82", "unit": "teachers"}),
        ("Russia supplies about 90% of the oil.", {"value": "90", "unit": "percent", "approx": "about"}),
        ("More than 36,000 students came.", {"value": "36000", "unit": "students", "approx": "over"}),
        ("Exports were $1.618 billion in 2024.", {"value": "1.618", "scale": "billion", "unit": "USD", "period": "2024"}),
        ("Trade rose to 5 billion euros in January-September 2024.", {"value": "5", "scale": "billion", "unit": "EUR", "period": "2024-01/2024-09"}),
        ("The country ranks second among investors.", {"value": "2", "unit": "rank"}),
        ("Торговля выросла до 2,355 трлн рублей.", {"value": "2.355", "scale": "trillion", "unit": "RUB"}),
        ("Trade reached 1 billion 800 million dollars.", {"value": "1.8", "scale": "billion", "unit": "USD"}),
        ("Савдо ба 1 миллиарду 800 миллион доллар расид.", {"value": "1.8", "scale": "billion", "unit": "USD"}),
        ("Товарооборот составил 20 млрд российских рублей.", {"value": "20", "scale": "billion", "unit": "RUB"}),
    ],
)  # fmt: skip
def test_a_figure_is_as_its_sentence_gives_it(sentence: str, figure: dict[str, str], tmp_path: Path) -> None:
    """It has the number, scale, unit, approximation and period that the sentence gives, and nothing else."""
    (found,) = figures(draft(tmp_path, f"{sentence}\n\nNothing else is said here at all.\n"))
    found.pop("measure", None)
    assert found == figure


@pytest.mark.parametrize(
    "sentence",
    [
        "They met on May 3, 2031, at 10:30.",
        "The G20 and COVID-19 were discussed.",
        "It was the 14th meeting.",
        "By 2030 all will be well.",
        "Call 112 at once.",
        "Онҳо 21-уми феврал вохӯрданд.",
    ],
)
def test_a_number_that_counts_nothing_is_not_a_figure(sentence: str, tmp_path: Path) -> None:
    """This covers dates, times, names and ordinals."""
    assert figures(draft(tmp_path, f"{sentence}\n\nNothing else is said here at all.\n")) == []


PAGE = """<!doctype html><html lang="en"><head><title>Ferry opens | Harbour Herald</title>%s</head><body><nav>Menu of “many words here” and more</nav>
<article><h1>Ferry opens</h1><p>The ministers of both countries met at the lake and talked about many things for a long time.</p>
<p>“We are glad about the ferry,” Minister Vera Orlova said. The talks were good and everybody went home in the evening.</p></article></body></html>"""


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-05-04T12:00:00Z"}]}</script>', "2031-05-04"),
        ('<meta property="article:published_time" content="2031-05-04T23:00:00Z">', ""),
        ('<meta property="article:published_time" content="2031-05-04T23:00:00Z"><meta name="pubdate" content="2031-05-05">', "2031-05-05"),
        ('<meta property="article:published_time" content="2031-05-04T12:00:00Z"><meta name="pubdate" content="2031-05-05">', ""),
        ('<meta name="pubdate" content="2031-05-04"><meta property="article:modified_time" content="2031-05-02">', ""),
        ('<meta property="article:published_time" content="2031-05-04T10:00:00+03:00">', "2031-05-04"),
        ('<meta itemprop="datePublished" content="4 May 2031">', "2031-05-04"),
        ('<script type="application/ld+json">{broken</script><meta name="pubdate" content="20310504">', "2031-05-04"),
        ('<meta property="article:published_time" content="2031-05-04"><meta name="dc.date" content="2030-01-01">', ""),
        ('<meta property="article:modified_time" content="2031-05-04">', ""),
        ('<meta property="article:published_time" content="04/05/2031">', ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_date_of_publication_is_certain_or_a_question(head: str, published: str, tmp_path: Path) -> None:
    """Contradictory metadata, a time in UTC near midnight, and the date of a change do not give a date."""
    value = draft(tmp_path, PAGE % head, name="page.html")
    (slug,) = value["sources"]
    source = value["sources"][slug]
    assert source["published"] == published
    assert (f"sources.{slug}.published" in asked(value)) == (not published)
    assert source["title"] == "Ferry opens"
    assert quotes(value) == [("orlova", "We are glad about the ferry")]


def test_into_reuses_the_names_of_a_record_and_does_not_change_it(tmp_path: Path) -> None:
    """Slugs, topics and measures are the record's, ids are new, and a question suggests a similar claim."""
    record = lake(tmp_path)
    before = record.read_bytes()
    known = yaml.load(before, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    text = ARTICLE.replace("400 passengers a day", "trade and 400 passengers a day")
    value = draft(tmp_path, text, "--into", str(record))
    assert record.read_bytes() == before
    assert value["meeting"] == known["meeting"]
    assert value["speakers"]["orlova"] == known["speakers"]["orlova"]
    (slug,) = value["sources"]
    assert {one["source"] for one in value["statements"]} == {slug}
    assert slug not in known["sources"]
    ids = {one["id"] for one in value["statements"]}
    assert ids.isdisjoint(one["id"] for one in known["statements"])
    assert set(value.get("topics", ())) <= set(known["topics"])
    assert set(value.get("topics", ())) > set()
    pasted = {**known, "sources": {**known["sources"], **value["sources"]}}
    for section in ("speakers", "measures"):
        pasted[section] = {**known.get(section, {}), **value.get(section, {})}
    pasted["statements"] = [*known["statements"], *value["statements"]]
    path = write(tmp_path, yaml.safe_dump(pasted, allow_unicode=True), "pasted.yaml")
    messages = {
        one["message"].partition(" about")[0]
        for one in run_cli("lint", path, "--json").json
        if one["severity"] == "error"
    }
    assert messages == {"open question"}


def test_a_similar_claim_on_record_is_suggested(tmp_path: Path) -> None:
    """A question suggests both links; the program does not link anything itself."""
    record = write(
        tmp_path,
        finished(run_cli("extract", write(tmp_path, ARTICLE)).out).replace(
            "text: It is so.", "text: Two-way trade grew by almost 20 percent."
        ),
        "record.yaml",
    )
    value = draft(
        tmp_path,
        "Report\n\nOrlova said that two-way trade grew by 20 percent.\n\nNothing else was said there.\n",
        "--into",
        str(record),
    )
    asks = [ask for one in value["statements"] for ask in one.get("asks", ()) if ask["field"] == "links"]
    assert asks
    assert all(
        re.fullmatch("restates [a-z0-9-]+", ask["candidates"][0])
        and ask["candidates"][1].startswith("varies ")
        for ask in asks
    )
    assert not any("links" in one for one in value["statements"])


def test_stubs_cover_the_sentences_that_the_record_lacks(tmp_path: Path) -> None:
    """Pasted into the record, they complete it, and a second run prints none."""
    article = write(tmp_path, ARTICLE)
    whole = finished(run_cli("extract", article).out)
    head, _, statements = whole.partition("statements:\n")
    first, *_ = statements.split("\n\n")
    record = write(tmp_path, f"{head}statements:\n{first}\n", "record.yaml")
    slug = "harbour-herald-2031-05-04"
    answer = run_cli("--file", record, "verify", slug, article, "--stubs")
    assert answer.code == 0
    stubs = yaml.load(answer.out, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    assert len(stubs["statements"]) == 6
    assert "meeting" not in stubs
    assert not set(stubs.get("measures", ())) & set(yaml.safe_load(head)["measures"])
    pasted = record.read_text(encoding="utf-8") + finished(answer.out.partition("statements:\n")[2])
    record.write_text(pasted, encoding="utf-8")
    assert run_cli("lint", record).code == 0
    again = run_cli("--file", record, "verify", slug, article, "--stubs", "--complete")
    assert (again.code, again.out) == (0, "")
    assert run_cli("--file", record, "verify", slug, article, "--stubs", "--json").code == 2


def test_standard_input_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dash is optional."""
    expected = run_cli("extract", write(tmp_path, ARTICLE)).out
    for words in ((), ("-",)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
        assert run_cli("extract", *words).out == expected


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is empty"),
        (b"  \n\n\t", "it is empty"),
        (b"<html><body></body></html>", "this page has no article"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"caf\xe9 au lait", "is not valid UTF-8"),
        (b'<html><meta charset="klingon"><p>caf\xe9</html>', "unknown encoding 'klingon'"),
        (b"<div>" * 5_000 + b"deep", "nested more than"),
        (
            b"<p " + b" ".join(b'a%d="1 2"' % at for at in range(10_001)) + b">wide",
            "more than 10,000 attributes",
        ),
        (b"a\0b", "null characters"),
    ],
)
def test_a_file_that_is_not_text_gets_one_clear_line(content: bytes, told: str, tmp_path: Path) -> None:
    """The exit code is 3, and stdout is empty."""
    path = tmp_path / "file"
    path.write_bytes(content)
    answer = run_cli("extract", path)
    assert (answer.code, answer.out) == (3, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1


def test_faults_of_the_record_or_the_command_are_reported(tmp_path: Path) -> None:
    """A record that is a draft or does not exist cannot be extended."""
    article = write(tmp_path, ARTICLE)
    open_ = write(tmp_path, run_cli("extract", article).out, "draft.yaml")
    assert "questions are open" in run_cli("extract", article, "--into", open_).err
    assert run_cli("extract", article, "--into", open_).code == 3
    assert run_cli("extract", article, "--into", tmp_path / "nowhere.yaml").code == 3
    assert run_cli("extract", tmp_path / "nowhere.txt").code == 3
    for address in ("example.org", "ftp://example.org/a", "https://user:word@example.org/"):
        wrong = run_cli("extract", article, "--url", address)
        assert (wrong.code, wrong.out) == (2, ""), address


def test_a_text_with_nothing_in_it_has_no_statements(tmp_path: Path) -> None:
    """It still gives a valid draft."""
    answer = run_cli("extract", write(tmp_path, "2031\n\n* * *\n"))
    assert (answer.code, answer.err.partition(";")[0]) == (0, "tajik: 0 quotes, 0 figures, 0 statements")
    assert sound_but_for_questions(answer, tmp_path)


def sound_but_for_questions(answer: Answer, folder: Path) -> bool:
    """Return whether the only faults of a draft are open questions."""
    problems = run_cli("lint", write(folder, answer.out, "hostile.yaml"), "--json").json
    return all(one["message"].startswith("open question") or one["severity"] == "warning" for one in problems)


HOSTILE = {
    "yaml": 'Title: {a: [b]}\n\n"- &x !!python/object: {a: *x} # “no”, \'yes\': |" said Vera Orlova, the minister.\n\n\u201c]}, answer: yes {\u201d President Jon Berg said. It is 5% of: [a, b].\n',
    "marks": '"' * 3_000 + "\n\n" + "\u201c" * 3_000 + "\n\nSomebody said it to them all.\n",
    "numbers": " ".join(["$1.5 billion, 20% of 3,000 students,"] * 400) + ".\n\nSomebody said it to them all.\n",
    "names": "\n\n".join(f"President Vera Orlova{n}a Xu{'b' * n} said it was so." for n in range(60)),
    "offices": "President " * 3_000 + "said so to them.",
    "labels": "\n\n".join(f"Vera Lind: {'word ' * n}" for n in range(60)),
    "one line": "word " * 40_000,
    "capitals": "Aaa Bbb " * 5_000,
    "long turn": "Vera Lind: Yes.\n\nJon Berg: " + "We are glad to be here today. " * 500 + "\n\nVera Lind: No.",
    "json": '<html><head><script type="application/ld+json">' + "[" * 50_000 + "</script></head><body><article><p>The ministers met at the lake and talked about many things for a long time.</p></article>",
    "controls": "<html><head><title>\x1b[31mred\u202e</title></head><body><article><p>The \x1b]0;ministers\x07 met at the lake &#x202e; and talked about many things for long.</p></article>",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_gives_a_valid_draft(name: str, tmp_path: Path) -> None:
    """It causes no fault, does not break the structure of the file, and does not control the terminal."""
    answer = run_cli("extract", write(tmp_path, HOSTILE[name]))
    assert answer.code == 0, answer.err
    assert sound_but_for_questions(answer, tmp_path)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", answer.out)


def test_a_text_of_a_hundred_thousand_words_is_a_draft(tmp_path: Path) -> None:
    """Each statement has its own id."""
    paragraphs = [
        f"President Vera Orlova said on day {number} that trade item {number} grew by {number % 90 + 2} percent. "
        f"“We are glad about item {number}, and so is everybody,” she said.\n\n"
        for number in range(4_200)
    ]
    value = draft(tmp_path, "".join(paragraphs))
    ids = [one["id"] for one in value["statements"]]
    assert len(ids) == len(set(ids)) >= 2 * len(paragraphs)


def test_every_language_has_the_wording_of_its_reports() -> None:
    """Without these words, a language would be read with the words of others."""
    assert [one.code for one in REPORTS] == [one.code for one in LANGUAGES]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Президент Швеции встретился с лидером Норвегии Эмомали Рахмоном.", {"Эмомали Рахмон"}),
        ("Премьер Швеции принял президента Норвегии Николая Берга.", {"Николай Берг"}),
        ("Он говорил с министром обороны Швеции Юрием Линдским.", {"Юрий Линдский"}),
        ("Он написал канцлеру Швеции Анне Берг. Анна Берг ответила, сообщила Анна Берг.", {"Анна Берг"}),
        ("Переговоры премьера Швеции Ивана Головченко с королём Норвегии Карлом.", {"Иван Головченко"}),
    ],
)
def test_a_russian_name_is_in_the_nominative(sentence: str, names: set[str]) -> None:
    """The office beside it, or its other forms, indicate its case; a name without a case ending stays as it is."""
    found = {person.name: person.doubts for person in people_in([sentence])}
    assert names <= found.keys()
    assert not any(found[name] for name in names)


def test_a_name_without_a_certain_nominative_is_a_question(tmp_path: Path) -> None:
    """The form in the text is an alias, and the probable name is a candidate."""
    value = draft(
        tmp_path, "Отчёт\n\nПо словам президента Швеции Нарендры Моди, торговля растёт.\n\nЭто всё.\n"
    )
    assert value["speakers"]["modi"]["name"] == ""
    assert "Нарендры Моди" in value["speakers"]["modi"]["aliases"]
    (ask,) = [ask for ask in value["asks"] if ask["field"] == "speakers.modi.name"]
    assert ask["candidates"] == ["Нарендра Моди", "Нарендры Моди"]


def test_a_sentence_before_a_colon_is_not_a_turn_and_a_pronoun_is_not_a_speaker(tmp_path: Path) -> None:
    """Words in quotation marks after `she went on:` are a quotation, not a turn of somebody called `She went on`."""
    text = """\
President of Aland Vera Orlova said: "We are glad about the ferry."

She added: "It will sail in June and in July."

She said: "It was a matter of weeks, no more."
"""
    value = draft(tmp_path, text)
    assert value["speakers"].keys() == {"orlova"}
    assert quotes(value)[0] == ("orlova", "We are glad about the ferry.")
    assert {speaker for speaker, _ in quotes(value)} <= {"orlova", ""}


@pytest.mark.parametrize(
    ("label", "called"),
    [
        ("Вопрос", "Вопрос"),
        ("Вопрос (адресован Н.Бергу)", "Вопрос"),
        ("Вопрос корреспондента газеты", "Вопрос корреспондента газеты"),
        ("Корреспондент", "Корреспондент"),
        ("Савол", "Савол"),
    ],
)
def test_a_journalists_question_in_a_transcript_has_no_speaker(
    label: str, called: str, tmp_path: Path
) -> None:
    """Its label is not a name, nobody is a candidate, and a speaker may begin a sentence with the same word."""
    text = f"Переговоры\n\nК.Линд: Рад всем.\n\n{label}: Когда?\n\nК.Линд: Скоро. Вопрос решён.\n\n{label}: Где?\n\nН.Берг: Здесь.\n"
    value = draft(tmp_path, text)
    assert quotes(value) == [
        ("lind", "Рад всем."),
        ("", "Когда?"),
        ("lind", "Скоро. Вопрос решён."),
        ("", "Где?"),
        ("berg", "Здесь."),
    ]
    asks = [ask for one in value["statements"] for ask in one.get("asks", ()) if ask["field"] == "speaker"]
    assert asks == 2 * [{"field": "speaker", "question": f"Who is meant by “{called}”"}]


def test_a_name_in_capitals_and_a_dash_begin_a_turn(tmp_path: Path) -> None:
    """Some transcripts have a dash where others have a colon."""
    text = "Интервью\n\nИВАН БЕРГ – Мы рады.\n\nКАРЛ ЛИНДОВ – Чему вы рады?\n\nИ. БЕРГ – Парому.\n"
    assert quotes(draft(tmp_path, text)) == [
        ("berg", "Мы рады."),
        ("lindov", "Чему вы рады?"),
        ("berg", "Парому."),
    ]


def test_the_narrators_words_inside_a_quotation_are_not_the_speakers(tmp_path: Path) -> None:
    """They stand between dashes, with a verb of saying; dashes around the speaker's own words stay."""
    text = (
        "Президент Швеции Карл Линдов принял гостей.\n\n"
        "«Мы рады парому, – сказал он. – Он пойдёт в июне».\n\n"
        "«Паром – и это важно – пойдёт и в июле», – добавил Линдов.\n"
    )
    assert [words for _, words in quotes(draft(tmp_path, text))] == [
        "Мы рады парому",
        "Он пойдёт в июне",
        "Паром – и это важно – пойдёт и в июле",
    ]


def test_a_topic_needs_a_word_in_the_statement(tmp_path: Path) -> None:
    """A figure does not have the topics of the quotation around it, and general words do not show a topic."""
    text = (
        "President of Aland Vera Orlova said, “Trade is a good thing for our colleagues. We have 12 friends there now.”\n\n"
        "They agreed with colleagues that 20 percent is a good anniversary.\n"
    )
    value = draft(tmp_path, text)
    topics = [one.get("topics", []) for one in value["statements"]]
    assert topics == [["trade"], [], []]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The heads of both states will also consider joint work in the north.", "will also consider"),
        ("Trade between the two countries grew last year by almost 20 percent.", "grew"),
        ("Some 36,000 young students from Aland study there.", "students"),
    ],
)
def test_the_evidence_has_the_essential_word_of_the_claim(sentence: str, words: str, tmp_path: Path) -> None:
    """It has the predicate of a sentence and, for a figure, the counted things or the word for the rise."""
    (one,) = draft(tmp_path, f"Report\n\n{sentence}\n")["statements"]
    assert words in one["evidence"][0]["exact"]


def test_a_measure_on_record_is_reused_only_for_figures_like_its_own(tmp_path: Path) -> None:
    """A rank is never in billions; if a figure may belong to several measures, each measure is a candidate."""
    record = write(
        tmp_path,
        """
meeting: {id: m, title: Talks, date: 2031}
sources:
  s: {publisher: Herald, language: en, published: 2031}
measures:
  rank: {label: Rank in investment}
  volume: {label: Volume of investment, aliases: [investment]}
  quota: {label: Quota of students}
  abroad: {label: Students abroad}
statements:
  - {id: a, kind: narration, text: A., figures: [{measure: rank, value: 2, unit: rank}], evidence: [{exact: a}]}
  - {id: b, kind: narration, text: B., figures: [{measure: volume, value: 1, scale: billion, unit: USD}], evidence: [{exact: b}]}
""",
        "record.yaml",
    )
    text = "Report\n\nRank: investment reached $3 billion.\n\nAbout 400 students came to Aland.\n\nThe number of students abroad is 500 students.\n"
    value = draft(tmp_path, text, "--into", str(record))
    first, second, third = [one for one in value["statements"] if one.get("figures")]
    assert first["figures"][0]["measure"] == "volume"
    assert third["figures"][0]["measure"] == "abroad"
    (ask,) = [ask for ask in second["asks"] if ask["field"] == "figures.0.measure"]
    assert ask["candidates"] == ["quota", "abroad"]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("The presidents met in Northshire on Monday.", ["Northshire"]),
        ("Переговоры президентов прошли в Москве.", ["Москва"]),
        ("Мулоқот дар шаҳри Хуҷанд баргузор шуд.", ["Хуҷанд"]),
        ("The presidents met in June in Sweden.", []),
    ],
)
def test_the_place_of_a_meeting_is_named_in_its_sentences(
    sentence: str, places: list[str], tmp_path: Path
) -> None:
    """A country or a month is not a place, and a dateline only says where the text was written."""
    value = draft(tmp_path, f"Report\n\nBERLIN, May 4, 2031. /Herald/. {sentence}\n\nThis is all.\n")
    offered = [one for ask in value["asks"] if ask["field"] == "meeting.place" for one in ask["candidates"]]
    assert offered == ([*places, "Berlin"] if places else [])


def test_a_sentence_that_only_names_the_speaker_is_evidence_of_the_fact_before(tmp_path: Path) -> None:
    """The fact has the speaker, and both sentences are covered by it."""
    text = (
        "Паромы\n\nТорговля двух стран выросла. Об этом сообщил президент Швеции Карл Линдов.\n\n"
        "Паром пойдёт в июне. Это важно, добавил Линдов.\n"
    )
    first, *others = draft(tmp_path, text)["statements"]
    assert (first["kind"], first["speaker"]) == ("paraphrase", "lindov")
    assert len(first["evidence"]) == 2
    assert len(others) == 2
    assert all(len(one["evidence"]) == 1 for one in others)


def test_the_schema_that_a_draft_names_for_an_editor_can_be_written_with_the_command_below_it(
    tmp_path: Path,
) -> None:
    """In a fresh folder there is no schema; the draft names the command that writes it, and an editor then shows only open questions."""
    first, second, *_ = run_cli("extract", write(tmp_path, ARTICLE)).out.splitlines()
    command, _, file = second.rpartition(": tajik ")[2].partition(" > ")
    assert first == f"# yaml-language-server: $schema={file}"
    schema = json.loads(run_cli(*command.split()).out)
    shown = list(jsonschema.Draft202012Validator(schema).iter_errors(draft(tmp_path, ARTICLE)))
    assert {one.instance if one.validator != "required" else one.message for one in shown} == {
        "",
        "'answer' is a required property",
    }


def test_an_address_instead_of_a_file_is_answered_with_the_command_for_a_saved_page() -> None:
    """No page is read from the network; the message says in one line how to extract a page."""
    answer = run_cli("extract", "https://example.org/a")
    assert (answer.code, answer.out) == (2, "")
    assert "Save the page and run: tajik extract FILE --url https://example.org/a" in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Trade turnover grew by 15 percent.", "differs"),
        ("Turnover grew by 12 percent.", "agrees"),
        ("Two-way trade grew by 15 percent.", "differs"),
    ],
)
def test_check_judges_figures_with_an_extracted_record(words: str, verdict: str, tmp_path: Path) -> None:
    """The words for a measure in another article may differ from those of the source."""
    article = "Report of the day\n\nDecember 19, 2031\n\nMutual turnover grew by 12 percent in 2031.\n"
    record = write(tmp_path, finished(run_cli("extract", write(tmp_path, article)).out), "record.yaml")
    found = run_cli("--file", record, "check", write(tmp_path, words, "draft.md"), "--json").json
    assert [one["verdict"] for one in found if one["finding"] == "figure"] == [verdict]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("OSLO, Norway, May 4", "2031-05-04"),
        ("Осло, 4 мая", "2031-05-04"),
        ("OSLO, Norway, May 5", ""),
        ("The talks took place on May 4", ""),
    ],
)
def test_a_place_and_a_day_confirm_the_only_time_of_a_page(line: str, published: str, tmp_path: Path) -> None:
    """A `<time>` alone may be that of anything on the page."""
    page = f"<html><body><h1>Talks in Oslo today</h1><time datetime='2031-05-04T12:00:00+01:00'>noon</time><p>{line}</p><p>Karl Lind met guests.</p></body></html>"
    (source,) = draft(tmp_path, page, name="a.html")["sources"].values()
    assert source["published"] == published


@pytest.mark.parametrize(
    ("below", "published"),
    [
        ("<time>May 4, 2031</time><p>Karl Lind met guests on May 3.</p>", "2031-05-04"),
        ("<p>By Ada Holm</p><time datetime='2031-05-04'>May 4, 2031</time><p>Lind met guests.</p>", "2031-05-04"),
        ("<time>May 4, 2031</time><p>Karl Lind met guests on May 9.</p>", ""),
        ("<time>May 4, 2031</time><p>Lind met guests on 5 May 2031.</p>", ""),
        ("<time>May 4, 2031</time><p>OSLO, Norway, May 1</p><p>Karl Lind met guests.</p>", ""),
        ("<time>May 4, 2031</time><p>Lind met guests.</p><time>May 7, 2031</time>", ""),
        (f"<p>{'Karl Lind met guests. ' * 5}</p><time>May 4, 2031</time>", ""),
    ],
)  # fmt: skip
def test_the_only_date_of_a_page_directly_below_its_heading_is_that_of_publication(
    below: str, published: str, tmp_path: Path
) -> None:
    """If the text has a later day, or another date is on the page, it may be that of anything."""
    page = f"<html><body><h1>Talks in Oslo today</h1>{below}<p>They talked about many things for long.</p></body></html>"
    (source,) = draft(tmp_path, page, name="a.html")["sources"].values()
    assert source["published"] == published


@pytest.mark.parametrize(
    ("utc", "published"),
    [("2031-05-05T02:14:00Z", "2031-05-04"), ("2031-05-05T03:14:00Z", "")],
)
def test_a_local_time_and_the_same_time_in_utc_are_one_date(utc: str, published: str, tmp_path: Path) -> None:
    """The page is of the local day; another time in UTC may be that of a later version."""
    data = '{"@type": "NewsArticle", "datePublished": "2031-05-04T22:14:00-04:00"}'
    page = (
        f'<html><head><meta property="article:published_time" content="{utc}">'
        f'<script type="application/ld+json">{data}</script></head><body><h1>Talks in Oslo today</h1>'
        "<p>They talked about many things for long.</p></body></html>"
    )
    (source,) = draft(tmp_path, page, name="a.html")["sources"].values()
    assert source["published"] == published


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Oslo, 4 May 2031. The minister met guests.", "2031-05-04"),
        ("4 мая 2031 года, ОСЛО. Министр встретил гостей.", "2031-05-04"),
        ("Осло, 4 майи соли 2031. Вазир меҳмонҳоро пазируфт.", "2031-05-04"),
        ("The accord was signed in Oslo, 4 May 2031. The minister met guests.", ""),
        ("On 4 May 2031. The minister met guests.", ""),
    ],
)
def test_a_place_and_a_date_before_a_full_stop_are_a_dateline(
    line: str, published: str, tmp_path: Path
) -> None:
    (source,) = draft(tmp_path, f"Report of the day\n\n{line}\n")["sources"].values()
    assert source["published"] == published


@pytest.mark.parametrize(
    ("sentence", "candidates"),
    [
        ("Talks began, an Oslo Times correspondent reports.", ["Oslo Times"]),
        ("Переговоры начались, передаёт корреспондент Oslo.no.", ["Oslo.no"]),
        ("Музокирот оғоз шуд, хабар медиҳад хабарнигори «Ховар».", ["Ховар"]),
        ("Talks began, a correspondent reports.", []),
    ],
)
def test_the_employer_of_a_correspondent_may_be_the_publisher(
    sentence: str, candidates: list[str], tmp_path: Path
) -> None:
    asks = draft(tmp_path, f"Report of the day\n\n{sentence}\n")["asks"]
    assert [ask.get("candidates", []) for ask in asks if ask["field"].endswith(".publisher")] == [candidates]


def test_the_id_of_a_statement_has_no_word_for_an_amount(tmp_path: Path) -> None:
    text = "Отчёт\n\nПо словам Карла Линдова, «девять миллиардов процентов поможет нашим школьникам».\n"
    (one,) = (one for one in draft(tmp_path, text)["statements"] if one["kind"] == "quote")
    assert not {"milliardov", "protsentov"} & set(one["id"].split("-"))
