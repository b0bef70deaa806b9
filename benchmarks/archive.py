"""Make archives for measurements: seeded, so that every run has the same data, with word frequencies as in natural language.

Word frequencies follow Zipf's law over 30,000 words (rank times frequency is constant), because the cost of a search is the cost of
its frequent words. The words are invented, in Latin or Cyrillic letters.
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
_LONG_AGO = 1_700_000_000  # seconds since the epoch, well before any index is built


def vocabulary(script: str = "latin", size: int = 30_000) -> list[str]:
    """Return distinct invented words; the most frequent are the first and shortest."""
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
    """Write an article with a number of words and return its path; it has one quotation in 90 words, like news.

    Of ten quotations, six are on record, three have a changed word, and one is invented. Every fourth paragraph also has a
    figure.
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
    """Write the current text of a source, with nine tenths of the words that a file cites, and return its path."""
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
    """Write an archive, unless it exists, and return its path.

    Args:
        path: the folder.
        files: number of files.
        each: number of statements in each file.
        scripts: the members of `SCRIPTS` in which the files are written, in turn.
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
    """Make a file look as if it had last changed long ago, or a number of seconds later."""
    os.utime(path, (_LONG_AGO + later, _LONG_AGO + later))
