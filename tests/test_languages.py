"""Every language is complete, agrees with the others on shared words, and recognises forms of words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from support.parties import findings

from tajikcli import open_record
from tajikcli.language.all_languages import LANGUAGES, SCRIPTS, together
from tajikcli.language.all_reports import REPORTS
from tajikcli.language.all_wordings import WORDINGS
from tajikcli.language.base import Language
from tajikcli.language.forms import any_of, nominatives
from tajikcli.language.listed import meaning_of
from tajikcli.language.reports import Reports
from tajikcli.language.wordings import Wordings
from tajikcli.runs import Runs
from tajikcli.words import OTHERS, stems

PARTS = Language.__annotations__
# The parts that every language needs.
NEEDED = (
    *("code", "script", "stop_words", "own_pronouns", "listeners_pronouns", "others_pronouns"),
    *(
        "negations",
        "limiting",
        "approximating",
        "number_words",
        "conditional",
        "subordinating",
        "saying",
        "by_phrases",
    ),
    *(
        "prepositions",
        "pronouns",
        "joining",
        "months",
        "weekdays",
        "scales",
        "percent",
        "currencies",
        "questions",
    ),
    *(
        "titles",
        "function_words",
        "clause_openers",
        "conjunctions",
        "rising",
        "falling",
        "least",
        "range_from",
        "range_to",
    ),
)
AS_WRITTEN = {"capital_pronouns", "institutions", "abbreviations"}
PATTERNS = {
    *(
        "possessives",
        "adverbial_endings",
        "object_endings",
        "verb_endings",
        "currency_owners",
        "goals",
        "forecasts",
        "refuted",
        "other_times",
        "other_measure",
    ),
    "new_clause",
}
each_language = pytest.mark.parametrize("language", LANGUAGES, ids=[one.code for one in LANGUAGES])


def words_in(value: Any) -> list[str]:
    """Return the words and phrases of a part."""
    return value.split() if isinstance(value, str) else list(value)


@each_language
def test_every_language_has_every_part(language: Language) -> None:
    """All parts have the right type, and the required ones are not empty."""
    kinds = {"str": str, "bool": bool, "tuple[str, ...]": tuple}
    for part, written in PARTS.items():
        value = getattr(language, part)
        if written in kinds:
            assert isinstance(value, kinds[written]), part
        elif written.startswith("Mapping"):
            assert isinstance(value, dict), part
        else:
            assert callable(value), part
    assert [part for part in NEEDED if not getattr(language, part)] == []
    assert set(language.months.values()) == set(range(1, 13))
    assert set(language.scales.values()) == {"thousand", "million", "billion", "trillion"}
    assert set(language.questions.values()) <= {
        *(
            "where",
            "when",
            "why",
            "who",
            "change",
            "how-many",
            "before",
            "after",
            "quote",
            "how-often",
            "how-long",
            "what",
        ),
    }


def test_every_language_has_the_wording_of_reports_and_figures_in_the_same_place() -> None:
    """The lists of values are read side by side."""
    codes = [one.code for one in LANGUAGES]
    assert {one.code: one.script for one in LANGUAGES} == SCRIPTS
    assert [*SCRIPTS] == codes
    assert [one.code for one in REPORTS] == codes
    assert [one.code for one in WORDINGS] == codes


@pytest.mark.parametrize("kind", [Language, Reports, Wordings])
def test_the_docstring_describes_each_part_and_nothing_else(kind: type) -> None:
    described = re.findall(r"^        (\w+): ", str(kind.__doc__), re.MULTILINE)
    assert sorted(described) == sorted(kind.__annotations__)


@each_language
def test_words_are_written_as_they_are_looked_up(language: Language) -> None:
    """Words are in lower case and in the script of the language, and occur once; a star is only at the end."""
    letters = {"Latin": r"[^\W\d_\u0400-\u04ff]", "Cyrillic": r"[\u0400-\u04ff]"}[language.script]
    for part, kind in PARTS.items():
        value = getattr(language, part)
        if (
            isinstance(value, bool)
            or callable(value)
            or part in {*PATTERNS, "code", "script", "langid", "families", "apart", "cases", "signs"}
        ):
            continue
        words = words_in(value)
        assert [word for word, count in Counter(words).items() if count > 1] == [], (part, kind)
        for word in words:
            assert part in AS_WRITTEN or word == word.casefold(), (part, word)
            assert re.fullmatch(rf"(?:{letters}|['\u2019. -])+\*?", word), (part, word)


@pytest.mark.parametrize("lists", [*LANGUAGES, *REPORTS, *WORDINGS], ids=lambda one: type(one).__name__)
def test_no_word_is_one_that_a_beginning_in_its_list_already_covers(lists: Any) -> None:
    """No rule would notice the word. An abbreviation covers only itself: `долл.`."""
    short = {word for one in LANGUAGES for word in one.abbreviations.split()}
    for part in type(lists).__annotations__:
        value = getattr(lists, part)
        if part in PATTERNS or isinstance(value, bool) or callable(value):
            continue
        meanings = value if isinstance(value, dict) else dict.fromkeys(words_in(value))
        begun = {word[:-1]: meaning for word, meaning in meanings.items() if str(word).endswith("*")}
        covered = [
            word
            for word, meaning in meanings.items()
            for beginning, same in begun.items()
            if str(word).startswith(beginning) and word != f"{beginning}*" and meaning == same
            if " " not in str(word) and beginning not in short
        ]
        assert covered == [], part


@pytest.mark.parametrize("lists", WORDINGS, ids=lambda one: one.code)
def test_verbs_around_figures_are_in_one_list_each_in_order(lists: Any) -> None:
    written = [getattr(lists, part).split() for part in ("neutral", "neutral_amounts", "no_verbs")]
    assert written == [sorted(words) for words in written]
    assert [word for word, count in Counter(chain(*written)).items() if count > 1] == []


def test_a_missing_or_misspelt_part_is_an_error() -> None:
    """This works like a frozen dataclass; mypy reports the error earlier."""
    parts = {part: getattr(LANGUAGES[0], part) for part in PARTS}
    assert Language(**parts).code == "en"
    with pytest.raises(TypeError, match="saying"):
        Language(**{part: value for part, value in parts.items() if part != "saying"})
    with pytest.raises(TypeError, match="sayings"):
        Language(**{**parts, "sayings": ""})
    with pytest.raises(AttributeError, match="code"):
        LANGUAGES[0].code = "fr"  # type: ignore[misc]


def test_together_the_languages_have_the_words_of_each_and_no_others() -> None:
    whole = together()
    for part in ("saying", "negations", "months", "by_phrases", "currencies"):
        expected = {word for language in LANGUAGES for word in words_in(getattr(language, part))}
        assert set(words_in(getattr(whole, part))) == expected


@pytest.mark.parametrize(
    "part", ["months", "scales", "currencies", "counts", "ordinals", "questions", "folding", "signs"]
)
def test_no_word_has_another_meaning_in_another_language(part: str) -> None:
    """All languages are read at once, so a word with a different value (billion) would cause a false alarm."""
    meanings: dict[str, set[Any]] = {}
    for language in LANGUAGES:
        for word, meaning in getattr(language, part).items():
            meanings.setdefault(word, set()).add(meaning)
    assert {word: said for word, said in meanings.items() if len(said) > 1} == {}


def test_a_stop_word_of_one_language_is_not_a_significant_word_of_another() -> None:
    """Stop words of all languages are dropped from all texts, so none may be a number or a name elsewhere."""
    for language in LANGUAGES:
        others = [one for one in LANGUAGES if one.script == language.script and one is not language]
        for other in others:
            key_words = {
                *other.months,
                *other.weekdays.split(),
                *other.scales,
                *other.currencies,
                *other.titles.split(),
            }
            assert key_words.isdisjoint(language.stop_words.split()), (language.code, other.code)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("march", 3),
        ("марта", 3),
        ("январём", 1),
        ("май", 5),
        ("мае", 5),
        ("маем", 5),
        ("июни", 6),
        ("декабри", 12),
    ],
)
def test_a_month_is_recognised_in_all_its_forms(word: str, number: int) -> None:
    months = together().months
    assert meaning_of(word, months) == number
    assert re.fullmatch(any_of(months), word)


@pytest.mark.parametrize("word", ["мама", "marching", "майор", "майда"])
def test_a_word_that_begins_like_a_month_is_not_one(word: str) -> None:
    assert meaning_of(word, together().months) is None
    assert not re.fullmatch(any_of(together().months), word)


def test_the_longest_of_alternative_words_counts() -> None:
    assert re.match(any_of("per percent proc*"), "percent")
    assert re.fullmatch(any_of(("more than",)), "more \n than")
    assert re.fullmatch(any_of("proc*"), "process")
    assert not re.search(any_of(""), "anything at all")
    assert "korean" in nominatives("koreans")
    assert "казахстан" in nominatives("казахстаном")


TAJIK_TALKS = """\
meeting: {id: varzob-2033, title: Talks in the valley, date: 2033-04-11}
sources:
  khabar: {publisher: Khabar, language: tg}
  vestnik: {publisher: Вестник долины, language: ru}
speakers: {sharif: {name: Sharif}, orlova: {name: Vera Orlova}}
topics: {work: {label: Work}}
statements:
  - id: neighbours
    kind: quote
    speaker: sharif
    source: khabar
    topics: [work]
    text: Мо бо ҳамсояҳоямон роҳҳои нав месозем ва намояндагони ширкатҳоро даъват кардем
  - id: shape
    kind: quote
    speaker: orlova
    source: vestnik
    topics: [work]
    text: Эта форма нам не подходит
"""


@pytest.mark.parametrize(
    "question",
    [
        "роҳ",
        "рох",
        "роҳро",
        "ҳамсоя",
        "хамсоя",
        "намоянда",
        "ширкат",
        "ширкати",
        "месозанд",
        "даъват карданд",
    ],
)
def test_a_tajik_text_is_found_by_other_forms_of_its_words(question: str, tmp_path: Path) -> None:
    """The matching words are marked."""
    path = tmp_path / "record.yaml"
    path.write_text(TAJIK_TALKS, encoding="utf-8")
    with open_record(path) as record:
        found = record.search(question)
        assert [one.id for one in found] == ["neighbours"]


def test_a_russian_text_is_not_read_as_a_tajik_one(tmp_path: Path) -> None:
    """With the Tajik stemmer, `формат` would lose an ending and become `форма`."""
    path = tmp_path / "record.yaml"
    path.write_text(TAJIK_TALKS, encoding="utf-8")
    with open_record(path) as record:
        assert [one.id for one in record.search("форму")] == ["shape"]
        assert record.search("формат") == []


def test_a_text_is_stemmed_only_by_its_own_language() -> None:
    assert "tg" in OTHERS
    assert not {"en", "ru"} & OTHERS
    runs = Runs()
    assert runs.indexed("китобҳоро", "tg").split() == ["китоб"]
    assert runs.indexed("китобҳоро", "tg-Cyrl").split() == ["китоб"]
    assert runs.indexed("китобҳоро", "ru") == runs.indexed("китобҳоро") != "китоб"
    assert "китобхоро" in set(runs.spellings())
    assert "китоб" in stems("китобҳоро", ["tg"])


# German, with which the recipe of CONTRIBUTING was tested


FERRY = Path(__file__).parent / "records" / "ferry.yaml"
_BUILD = "Unsere Länder bauen sie gemeinsam"
_WIND = "Der Wind kommt jeden Tag aus einer anderen Richtung"
GERMAN_QUOTATIONS = [
    (f"„{_BUILD}“, sagte Gruber.", "verbatim", "gruber", "agrees"),
    (f"Gruber sagte: „{_BUILD}.“", "verbatim", "gruber", "agrees"),
    (f"„{_BUILD}“, erklärte Bundeskanzlerin Hanna Gruber.", "verbatim", "gruber", "agrees"),
    (f"Laut Novak: „{_BUILD}.“", "verbatim", "novak", "differs"),
    (f"Gruber dankte Novak: „{_WIND}.“", "verbatim", "gruber", "differs"),
    (f"Hanna Gruber kam gestern. „{_BUILD}“, sagte sie.", "verbatim", "gruber", "agrees"),
    (f"„{_BUILD}“, sagte der Minister Karl Huber.", "verbatim", "Karl Huber", "differs"),
    (f"Novak sagte nicht, „{_WIND}“.", "verbatim", None, "unclear"),
    (f"»{_WIND}«, sagte Novak.", "verbatim", "novak", "agrees"),
    (f"„{_WIND.replace('jeden Tag', 'nie')}“, sagte Novak.", "altered", "novak", "agrees"),
    ("„dass die Fähre noch heuer ablegt“, sagte Gruber.", "unclear", "gruber", "agrees"),
    ("„die Fähre noch heuer ablegt“, sagte Gruber.", "unclear", "gruber", "agrees"),
    (
        "„Wir haben versprochen, dass die Fähre noch heuer ablegt“, sagte Gruber.",
        "altered",
        "gruber",
        "agrees",
    ),
    ("„Häfen liegen so günstig“, sagte Novak.", "unclear", "novak", "agrees"),
]
GERMAN_FIGURES = [
    ("Der Handel stieg um 20 Prozent.", [True]),
    ("Der Handel stieg um 30 Prozent.", [False]),
    ("Der Handel sank um 20 Prozent.", [False]),
    ("Der Handel zwischen Österreich und Slowenien wuchs um 20 Prozent.", [True]),
    ("Der Handel Österreichs mit Slowenien erreichte 25 Mrd. Euro.", [False]),
    ("Der Handel erreichte 24 Milliarden Euro.", [True]),
    ("Der Handel erreichte 24,0 Milliarden Euro.", [True]),
    ("Der österreichische Handel stieg um 30 Prozent.", [False]),
    ("Der deutsche Handel stieg um 30 Prozent.", []),
    ("Der Handel mit Ungarn stieg um 30 Prozent.", []),
    ("Der Handel soll um 30 Prozent steigen.", []),
    ("In den ersten sechs Monaten stieg der Handel um 30 Prozent.", []),
    ("Der Handel erreichte 25.000 Euro.", []),
    ("Der Handel erreichte 24.000.000.000 Euro.", [True]),
]


@pytest.mark.parametrize(
    ("text", "verdict", "speaker", "attribution"),
    GERMAN_QUOTATIONS,
    ids=[case[0] for case in GERMAN_QUOTATIONS],
)
def test_a_german_quotation_is_judged(
    text: str, verdict: str, speaker: str | None, attribution: str, tmp_path: Path
) -> None:
    (one,) = findings(tmp_path, FERRY.read_text(encoding="utf-8"), text)
    assert (one["verdict"], one["speaker"], one["attribution"]) == (verdict, speaker, attribution)


@pytest.mark.parametrize(("text", "agree"), GERMAN_FIGURES, ids=[text for text, _ in GERMAN_FIGURES])
def test_a_german_figure_is_judged_or_left_alone(text: str, agree: list[bool], tmp_path: Path) -> None:
    found = findings(tmp_path, FERRY.read_text(encoding="utf-8"), text)
    assert [one["verdict"] == "agrees" for one in found] == agree


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Land", "gruber-ferry"),
        ("Gast", "gruber-ferry"),
        ("Hafen", "novak-wind"),
        ("günstige Richtungen", "novak-wind"),
    ],
)
def test_a_german_text_is_found_by_other_forms_of_its_words(question: str, first: str) -> None:
    with open_record(FERRY) as record:
        assert [one.id for one in record.search(question)][:1] == [first]
