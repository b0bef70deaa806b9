"""Find who speaks in a turn whose label is only an office, such as `THE PRESIDENT`: the only holder whom the heading names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.extract.turns import bare_label, speaker_of
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import WORD, any_of
from tajikcli.proof.grammar import ARTICLES, FUNCTION_WORDS
from tajikcli.proof.speech import AND, PREPOSITIONS
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.extract.people import Person
    from tajikcli.extract.turns import Turn

_ALL, _REPORTS = together(), reports()
_POST = re.compile(rf"(?<![\w-])(?:{any_of(_REPORTS.posts)})(?![\w-])", re.IGNORECASE)
_BY = re.compile(rf"(?<!\w)(?:{any_of(_REPORTS.authored)})\s", re.IGNORECASE)
_OF = word_set(fold_letters(_ALL.of))
_NO_NAMES = AND | PREPOSITIONS | ARTICLES | FUNCTION_WORDS | _OF
_MOST_OF_A_NAME = 3  # words


def holders(turns: Sequence[Turn], paragraphs: Sequence[str]) -> dict[str, Person]:
    """Return the persons whose office alone is the label of a turn, by that label.

    Args:
        turns: the turns of a transcript.
        paragraphs: the paragraphs of the text; those before the first turn are its heading.
    """
    labels = {bare_label(turn.label): office for turn in turns if (office := _office(turn.label))}
    if not labels:
        return {}
    named = [one for line in paragraphs[: turns[0].first] for one in _named(line)]
    found: dict[str, Person] = {}
    for label, office in labels.items():
        names = {fold_letters(name): name for post, name in named if post == office}
        person = (
            speaker_of(f"{office.title()} {next(iter(names.values())).title()}") if len(names) == 1 else None
        )
        if person is not None:
            found[label] = person
    return found


def _office(label: str) -> str:
    """Return the office that a label consists of, with or without an article, folded; empty if it has other words."""
    words = [word for word in fold_letters(bare_label(label)).split() if word not in ARTICLES]
    return " ".join(words) if _POST.fullmatch(" ".join(words)) else ""


def _named(line: str) -> list[tuple[str, str]]:
    """Return the offices in a line, folded, each with the name behind it, if the line says that the words are theirs: `Remarks by`.

    In `Remarks on the meeting with President Berg`, somebody else speaks.
    """
    found = []
    by = _BY.search(line)
    for match in _POST.finditer(line, by.end() if by else len(line)):
        between = (
            {fold_letters(word) for word in WORD.findall(line[by.end() : match.start()])} if by else set()
        )
        if not between.isdisjoint(PREPOSITIONS - _OF - AND):
            break
        words: list[str] = []
        at = match.end()
        for word in WORD.finditer(line, at):
            is_next = line[at : word.start()].isspace()
            if not is_next or fold_letters(word[0]) in _NO_NAMES or not word[0][0].isupper():
                break
            words.append(word[0])
            at = word.end()
        if words and len(words) <= _MOST_OF_A_NAME:
            found.append((fold_letters(match[0]), " ".join(words)))
    return found
