"""Write tajikcli/language/concepts.txt, the folded vocabulary that search reads, in one file. Run `make vocabulary`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import tajikcli.language
from tajikcli.language.all_languages import LANGUAGES
from tajikcli.language.folding import fold_letters
from tajikcli.language.months_and_units import MONTHS, WEEKDAYS
from tajikcli.language.names_of_countries import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FOLDER = Path(tajikcli.language.__file__).parent / "vocabulary"


def compiled() -> str:
    """Return the whole vocabulary, with a line for each concept, and a line with `#` and the name before each subject."""
    lines = [""]
    for path in sorted(FOLDER.glob("*.txt")):
        lines.append(f"#{path.stem}")
        lines += [
            fold_letters(line)
            for line in path.read_text(encoding="utf-8").splitlines()
            if line[:1] not in {"", "#"}
        ]
    lines += ["#listed", *map(fold_letters, (*NAMES.strip().splitlines(), *_listed())), ""]
    return "\n".join(lines)


def _listed() -> Iterator[str]:
    """Yield a line for each month, weekday, scale and currency."""
    for number in range(1, 13):
        yield _line(word for months in MONTHS.values() for word, of in months.items() if of == number)
    days = [WEEKDAYS[language.code].split() for language in LANGUAGES]
    # without words that have a second meaning
    own = [set(language.weekdays.split()) for language in LANGUAGES]
    for named in zip(*days, strict=True):
        yield _line(day for day, known in zip(named, own, strict=True) if day in known)
    yield from _by_meaning([language.scales for language in LANGUAGES])
    yield from _by_meaning([language.currencies for language in LANGUAGES])


def _by_meaning(lists: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Yield a line for each meaning of words in several languages."""
    meant: dict[str, list[str]] = {}
    for words in lists:
        for word, meaning in words.items():
            meant.setdefault(meaning, [meaning]).append(word)
    yield from map(_line, meant.values())


def _line(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word.removesuffix("*") for word in words))


if __name__ == "__main__":
    sys.stdout.write(compiled())
