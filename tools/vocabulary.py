"""Write the vocabulary as search reads it: `concepts.txt`, folded and in one file, and `concept_words.txt`. Run `make vocabulary`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import tajikcli.language
from tajikcli.language.all_languages import LANGUAGES
from tajikcli.language.folding import fold_letters
from tajikcli.language.months_and_units import MONTHS, WEEKDAYS
from tajikcli.language.names_of_countries import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LANGUAGE = Path(tajikcli.language.__file__).parent
FOLDER = LANGUAGE / "vocabulary"
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")


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


def word_list(compiled: str) -> str:
    """Return the words of a compiled vocabulary, sorted, each in a line with its positions in bytes.

    Args:
        compiled: the text of `concepts.txt`.
    """
    places: dict[str, list[str]] = {}
    start = 0
    for line in compiled.splitlines(keepends=True):
        if line[0] != "#":
            for word in _WORD.finditer(line):
                place = start + len(line[: word.start()].encode())
                places.setdefault(word[0], []).append(str(place))
        start += len(line.encode())
    return "".join(f"{word} {' '.join(at)}\n" for word, at in sorted(places.items()))


if __name__ == "__main__":
    text = compiled()
    (LANGUAGE / "concepts.txt").write_text(text, encoding="utf-8", newline="\n")
    (LANGUAGE / "concept_words.txt").write_text(word_list(text), encoding="utf-8", newline="\n")
