"""Invisible characters and decomposed letters change no finding: readers do not see them."""

from __future__ import annotations

import json
import random
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from support.frozen import checker
from support.tables import DATA, read
from test_draft_banks import SHORT
from test_frames import BANK, texts

from tajikcli.documents import Document, harmless
from tajikcli.draft.read import read_draft
from tajikcli.repository.baseline import Baseline
from tajikcli.repository.extract import extract
from tajikcli.repository.mending import patch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INVISIBLE = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u2060\u200b")
VOWELS = "аеёиоуыэюя"
PLACES = {"line", "column", "end_line", "end_column"}
EVERY = 23  # a sample, to stay fast

FRAMES = [
    text
    for language, frames in BANK["frames"].items()
    for number, frame in enumerate(frames)
    if number % EVERY == 0
    for text, _ in list(texts(frame, language, number))[number % 4 :][:1]
]
DRAFTS = [row["text"] for bank in sorted(DATA.glob("drafts_*.yaml")) for row in read(bank.name)[::EVERY]]
TEXTS = [*FRAMES, *(row["text"] for row in SHORT[::EVERY]), *DRAFTS]

Hidden = tuple[str, list[int]]  # a text, and for each position before, the position after


def sprinkled(text: str) -> Hidden:
    """Put invisible characters between letters; which ones depends on the text only."""
    choice = random.Random(text)  # noqa: S311
    return changed(text, lambda before, after: choice.choice(INVISIBLE) if joined(before, after) else "")


def joined(before: str, after: str) -> bool:
    return before.isalpha() and after.isalpha()


def before_words(text: str) -> Hidden:
    """Put an invisible character before each word."""
    return changed(text, lambda before, after: "\u200b" if before == " " and after.isalpha() else "")


def stressed(text: str) -> Hidden:
    """Put a stress accent on each Russian vowel."""
    return changed(text, lambda before, _: "\u0301" if before.casefold() in VOWELS else "")


def changed(text: str, put: Callable[[str, str], str]) -> Hidden:
    """Return a text with characters put between each two of its characters."""
    parts, moved, size = [], [], 0
    for before, after in zip("\n" + text, text + "\n", strict=True):
        parts.append(put(before, after) if before != "\n" else "")
        size += len(parts[-1])
        moved.append(size)
        parts.append(after)
        size += 1
    return "".join(parts)[:-1], moved


def decomposed(text: str) -> Hidden:
    """Return a text as macOS writes it, with accents as separate characters."""
    parts = [unicodedata.normalize("NFD", char) for char in text]
    moved = [0]
    for part in parts:
        moved.append(moved[-1] + len(part))
    return "".join(parts), moved


def at(text: str, line: int, column: int) -> int:
    """Return the offset of a line and column."""
    starts = [0, *(number + 1 for number, char in enumerate(text) if char == "\n")]
    return starts[line - 1] + column - 1


def findings(text: str) -> list[tuple[dict[str, Any], int]]:
    """Return what a text's findings say, with their positions, and what is not judged."""
    examined = checker().examine(Document("-", text, html=False))
    told: list[Any] = [one.finding for one in examined.found]
    return [
        (
            {key: value for key, value in one.items() if key not in PLACES},
            at(text, one["line"], one["column"]),
        )
        for one in (*told, *examined.not_judged)
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_what_readers_do_not_see_changes_no_finding(text: str) -> None:
    """Verdict, speaker and words are the same, and each finding is at the same letter of the file."""
    told = findings(text)
    for way in (sprinkled, before_words, stressed, decomposed):
        hidden, moved = way(text)
        if hidden != text:
            assert findings(harmless(hidden)) == [(said, moved[place]) for said, place in told], way.__name__


ALLY = "Tajikistan is a reliable ally and a strong economic partner"
READ = [
    ("Put\u00adin and Rah\u200b\u2060mon", "Putin and Rahmon"),
    ("Put&shy;in and Rah&#8203;mon", "Putin and Rahmon"),
    ("вы&#x438;&#x306; Пу&#x0301;тин", "вый Путин"),
    ("и\u00ad\u0306 у\u0304\u0301 о\u0301", "й ӯ\u0301 о"),
    ("\u200bone\n\u200btwo\u200b", "one\ntwo"),
    ("rela\u00ad\ntions\u00ad \nof", "rela\u00ad\ntions\u00ad \nof"),  # visible hyphens
    ("8\u00ad2 and 1\u20602", "82 and 12"),
    ("b\u0301 cafe\u0301", "b\u0301 caf\u00e9"),
    ("a" + "\u0316\u0301" * 20, "a" + "\u0316\u0301" * 20),
]


@pytest.mark.parametrize(("written", "shown"), READ, ids=[ascii(written) for written, _ in READ])
def test_a_paragraph_has_the_letters_that_readers_see(written: str, shown: str) -> None:
    """A soft hyphen at the end of a line is one of them."""
    for source, html in ((written, False), (f"<p>{written}", True)):
        (paragraph,) = read_draft(source, html=html).paragraphs
        assert paragraph.text == shown
        for offset, char in enumerate(shown):
            if char.isascii() and char != "\n":
                assert source[paragraph.place(offset)] in {char, "&"} | set(
                    unicodedata.normalize("NFD", char)
                )


def test_an_invisible_paragraph_is_none() -> None:
    assert [one.text for one in read_draft("<p>a<p>&#8203;<p>b", html=True).paragraphs] == ["a", "b"]


def test_a_letter_stands_for_all_of_its_characters_in_the_file() -> None:
    """Links behind a letter move with it; a letter whose characters have markup between them is not text of the file."""
    source = "Но\u0301вый [ты\u00adсячи](https://x.example/)"
    (paragraph,) = read_draft(source, html=False).paragraphs
    assert paragraph.text == "Новый тысячи"
    ((start, end, _),) = paragraph.links
    assert paragraph.text[start:end] == "тысячи"
    at_o = paragraph.text.index("о")
    assert (paragraph.place(at_o), paragraph.place_behind(at_o + 1)) == (1, 3)
    (split,) = read_draft("<p>и<b>\u0306</b> й", html=True).paragraphs
    assert split.text == "й й"
    assert next(split.pieces(0, 1)).size == 0


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u061c", "\x01"])
def test_a_character_that_changes_the_order_or_look_of_a_quotation_still_alters_it(mark: str) -> None:
    text = harmless(f"“{ALLY.replace('reliable', f'reli{mark}able')},” Putin said.")
    (finding,) = checker().check(Document("-", text, html=False))
    assert finding["verdict"] == "altered"


def test_a_mark_of_direction_is_invisible_only_if_it_reorders_nothing() -> None:
    """Behind a mark for right to left, `12 34` would look like `34 12`."""
    assert harmless("said \u200ePutin\u200e, \u200fRahmon") == "said \u200bPutin\u200b, \u200bRahmon"
    assert harmless("a \u200f12 34") == "a \ufffd12 34"


@pytest.mark.parametrize("mark", ["", "\u00ad", "\u200b", "\u2060\u200b"])
def test_a_diff_replaces_a_word_with_its_invisible_characters(mark: str) -> None:
    text = f"“{ALLY.replace('reliable', f'reli{mark}abel{mark}')},” Putin said."
    document = Document("draft.md", text, html=False, written=text)
    told, left = patch(checker(), document, checker().examine(document))
    assert not left
    assert f"+“{ALLY},” Putin said." in told


def test_a_baseline_of_an_earlier_version_accepts_words_with_invisible_characters(tmp_path: Path) -> None:
    (finding,) = checker().check(
        Document("-", "“Tajikistan is no reliable ally at all,” Putin said.", html=False)
    )
    earlier = {**finding, "text": finding["text"].replace("reliable", "reli\u00adable")}
    path = tmp_path / "accepted.jsonl"
    path.write_text(json.dumps(earlier), encoding="utf-8")
    assert Baseline(str(path)).accepts(finding)


ARTICLE = """Таджикистан – надёжный союзник

«Наши отношения очень конструктивные и развиваются динамично», – сказал Владимир Путин на встрече с Эмомали Рахмоном 24 декабря 2024 года.

Первый заместитель сказал: в стране работают 92 российских учителя. Товарооборот вырос на 20 процентов до 1,79 млрд долларов.
"""


@pytest.mark.parametrize(
    "way", [decomposed, lambda text: changed(text, lambda *pair: "\u00ad" * joined(*pair))]
)
def test_a_drafted_record_is_the_same_without_what_readers_do_not_see(way: Callable[[str], Hidden]) -> None:
    """Its digest is that of the text, so that `verify` finds its words."""
    plain, hidden = (extract(Document("-", text, html=False)).text for text in (ARTICLE, way(ARTICLE)[0]))
    assert "speaker: putin" in plain
    assert hidden == plain
