"""Makes archives to measure on: seeded, so that every run has the same, and with words as frequent as in language.

Word frequencies follow Zipf's law over thirty thousand words (rank times frequency is constant), since search costs what
its frequent words cost. The words are invented, of Latin or of Cyrillic letters.
"""

from __future__ import annotations

import itertools
import os
import random
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SEED = 20241224
SCRIPTS = ("latin", "cyrillic")
_LETTERS = {
    "latin": ("bdfgklmnprstvz", ("a", "e", "i", "o", "u", "an", "er", "il", "on")),
    "cyrillic": ("бдфгклмнпрствз", ("а", "е", "и", "о", "у", "ан", "ер", "ил", "он")),
}
TOPICS = ["trade", *(f"topic-{number}" for number in range(2, 21))]
SPEAKERS = [f"speaker-{number}" for number in range(1, 51)]
_LONG_AGO = 1_700_000_000  # seconds since the epoch: not within two seconds of being indexed


def vocabulary(script: str = "latin", size: int = 30_000) -> list[str]:
    """Return distinct invented words, the most frequent first and shortest."""
    consonants, endings = _LETTERS[script]
    syllables = [consonant + ending for consonant in consonants for ending in endings]
    words: dict[str, None] = {}
    for length in range(2, 6):
        for chosen in itertools.islice(_shuffled(syllables, length), size):
            words["".join(chosen)] = None
            if len(words) == size:
                return list(words)
    return list(words)


def _shuffled(syllables: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    dice = random.Random(SEED + length)
    while True:
        yield tuple(dice.choices(syllables, k=length))


class _Writer:
    def __init__(self, script: str) -> None:
        self._dice = random.Random(SEED)
        self._words = vocabulary(script)
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self._words) + 1)))

    def _text(self, length: int) -> str:
        return " ".join(self._dice.choices(self._words, cum_weights=self._weights, k=length))

    def definitions(self, meeting: str, year: int) -> str:
        topics = "\n".join(
            f"  {slug}: {{label: Subject of {slug}, aliases: [alias-{slug}, предмет-{slug}]}}"
            for slug in TOPICS
        )
        speakers = "\n".join(f"  {slug}: {{name: Person {slug}, role: President}}" for slug in SPEAKERS)
        return (
            f"meeting:\n  id: {meeting}\n  title: Talks of {meeting}\n  date: {year}-05-03\n  place: Lake House\n"
            f"sources:\n  herald-{meeting}:\n    publisher: Harbour Herald\n    published: {year}-05-04\n"
            f"    url: https://example.org/{meeting}\n    language: en\n"
            f"speakers:\n{speakers}\nrelays:\n  press-office: {{name: Press office}}\ntopics:\n{topics}\n"
            "measures:\n  two-way-trade: {label: Two-way trade}\nstatements:\n"
        )

    def statement(self, number: int) -> str:
        dice = self._dice
        quote = number % 3 == 0
        lines = [
            f"  - id: statement-{number}",
            f"    kind: {'quote' if quote else 'paraphrase'}",
            f"    speaker: {SPEAKERS[min(int(dice.expovariate(0.12)), len(SPEAKERS) - 1)]}",
            f"    topics: [{', '.join(dict.fromkeys(dice.choices(TOPICS, k=2)))}]",
            f"    text: {self._text(24)}.",
        ]
        if number % 4 == 0:
            lines.append("    via: [press-office]")
        if not quote:
            lines += [
                f"    keywords: [{self._text(1)}, {self._text(1)}]",
                f"    evidence: [{{exact: {self._text(5)}}}]",
            ]
            if number % 5 == 0:
                value = f"{dice.randint(1, 999)}.{dice.randint(0, 99):02}"
                lines.append(
                    f"    figures: [{{measure: two-way-trade, value: {value}, scale: million, unit: USD, period: 2024}}]"
                )
        return "\n".join(lines) + "\n"


def article(path: Path, size: int, quotes: list[str], speakers: list[str]) -> Path:
    """Write an article of so many words and return its path: a quotation in ninety words, as news has it.

    Of ten quotations six are on record as they stand, three have a word changed, and one is invented; every fourth
    paragraph has a figure besides.
    """
    dice = random.Random(SEED)
    words = vocabulary()
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))
    paragraphs: list[str] = []
    written = 0
    while written < size:
        filling = dice.choices(words, cum_weights=weights, k=72)
        text = f"{' '.join(filling[:40]).capitalize()}. {' '.join(filling[40:]).capitalize()}."
        whole = dice.choice(quotes).split()
        start = dice.randrange(max(1, len(whole) - 12))
        quoted = whole[start : start + 12]
        fate = len(paragraphs) % 10
        if fate in {1, 4, 7}:
            quoted[dice.randrange(len(quoted))] = dice.choice(words)
        elif fate == 9:
            quoted = dice.choices(words, cum_weights=weights, k=12)
        text += f" “{' '.join(quoted)},” {dice.choice(speakers)} said."
        if fate % 4 == 0:
            text += f" Two-way trade came to {dice.randint(1, 9)}.{dice.randint(10, 99)} billion dollars."
        paragraphs.append(text)
        written += len(text.split())
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return path


def source(path: Path, knowledge: Path) -> Path:
    """Write the text of a source as it is now and return its path: nine of ten of the words that a file cites."""
    dice = random.Random(SEED)
    words = vocabulary()
    content = knowledge.read_text(encoding="utf-8")
    cited = re.findall(r"kind: quote\n.*\n.*\n    text: (.*)", content) + re.findall(
        r"exact: ([^}]*)", content
    )
    paragraphs = [
        f"{' '.join(dice.choices(words, k=20)).capitalize()}. {text.removesuffix('.').capitalize()}."
        for number, text in enumerate(cited)
        if number % 10
    ]
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return path


def folder(path: Path, files: int, each: int, scripts: Sequence[str] = ("latin",)) -> Path:
    """Write an archive of so many files with so many statements each, unless it is there, and return its path.

    Args:
        path: the folder.
        files: how many files.
        each: how many statements in each.
        scripts: those of `SCRIPTS` that the files are written in, by turns.
    """
    if not (path / "done").exists():
        path.mkdir(parents=True, exist_ok=True)
        writers = [_Writer(script) for script in scripts]
        for number in range(files):
            writer = writers[number % len(writers)]
            content = writer.definitions(f"meeting-{number:04}", 2000 + number % 30)
            content += "".join(writer.statement(one) for one in range(each))
            (path / f"{number:04}.yaml").write_text(content, encoding="utf-8")
        for name in os.listdir(path):
            settle(path / name)
        (path / "done").touch()
    return path


def settle(path: Path, later: int = 0) -> None:
    """Let a file look as if it had last changed long ago, or so many seconds after that."""
    os.utime(path, (_LONG_AGO + later, _LONG_AGO + later))
