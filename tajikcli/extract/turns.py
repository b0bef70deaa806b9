"""Find the turns of a transcript, in which a speaker's name and a colon precede the words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.names import HONORIFICS
from tajikcli.extract.people import people_in
from tajikcli.language.all_reports import reports
from tajikcli.proof.sentences import claims_something
from tajikcli.proof.speech import VERBS, WORDS_OF
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.extract.people import Person

_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:\n]{0,119}?)\s*:\s+(?=\S)")
# A name in capitals may be followed by a dash.
_LABEL_IN_CAPITALS = re.compile(
    r"\s*(?P<label>[^\W\d_][^:\n\u2013\u2014]{0,60}?)\s+[\u2013\u2014-]{1,2}\s+(?=\S)"
)
# People without a name, with or without a colon.
_LABEL_OF_OTHERS = re.compile(rf"\s*(?P<label>{'|'.join(reports().turns_of_others)})[:.]?\s+(?=[^\W\d_])")
_ASIDE = re.compile(r"\s{0,20}[(\[][^()\[\]]{1,80}[)\]]")  # `(as interpreted)`, `(Laughter.)`
_SIGN = re.compile(r"<[^<>]{0,20}>|[*\u2026. _-]{1,20}|\[[^\[\]]{1,20}\]")  # the text that is left out
_MOST_WORDS = 14  # the maximum number of words of a label
_LEAST_TURNS = 2
_TELLING = VERBS - WORDS_OF
_SHARE = 0.5  # the minimum share of a transcript's paragraphs that belong to a turn


class Turn(NamedTuple):
    """The words of one speaker until the next speaker begins.

    Attributes:
        label: the speaker's name as written before the words.
        first: number of its first paragraph.
        start: offset of the first word in that paragraph.
        last: number of its last paragraph.
    """

    label: str
    first: int
    start: int
    last: int


def turns_in(paragraphs: Sequence[str]) -> list[Turn]:
    """Return the turns of a transcript; empty if the text is not a transcript."""
    labels = {number: match for number, paragraph in enumerate(paragraphs) if (match := _label(paragraph))}
    if len(labels) < _LEAST_TURNS:
        return []
    for number, paragraph in enumerate(paragraphs):
        if number not in labels and (match := _LABEL_OF_OTHERS.match(paragraph)):
            labels[number] = match
    repeated = Counter(bare_label(match["label"]).split()[-1].casefold() for match in labels.values())
    if len(repeated) == len(labels) and len(labels) < 2 * _LEAST_TURNS and len(paragraphs) > 3 * len(labels):
        return []  # this is an article that has colons here and there
    turns: list[Turn] = []
    for number, paragraph in enumerate(paragraphs):
        match = labels.get(number)
        if match:
            aside = _ASIDE.match(paragraph, match.end())
            start = aside.end() if aside else match.end()
            start += len(paragraph[start:]) - len(paragraph[start:].lstrip())
            if start < len(paragraph):
                turns.append(Turn(match["label"], number, start, number))
        elif turns and turns[-1].last == number - 1 and not _is_of_nobody(paragraph):
            turns[-1] = turns[-1]._replace(last=number)
    spoken = sum(turn.last - turn.first + 1 for turn in turns)
    return turns if spoken >= _SHARE * len(paragraphs) else []


def _is_of_nobody(paragraph: str) -> bool:
    """Return whether a paragraph belongs to no turn: a sign for text left out, or a line such as `END 12:48 P.M.`."""
    is_line = any(char.isdigit() for char in paragraph) and not claims_something(paragraph)
    return bool(_SIGN.fullmatch(paragraph.strip())) or is_line


def _label(paragraph: str) -> re.Match[str] | None:
    """Return the label at the start of a paragraph; None if there is none."""
    match = _LABEL_IN_CAPITALS.match(paragraph)
    if match and match["label"].isupper() and _names_somebody(match["label"]):
        return match
    match = _LABEL.match(paragraph)
    return match if match and _names_somebody(match["label"]) else None


def bare_label(label: str) -> str:
    """Return a label without the words in brackets."""
    return " ".join(_ASIDE.sub(" ", label).split()) or label


def _names_somebody(label: str) -> bool:
    bare = bare_label(label)
    words = bare.split()
    if len(words) > _MOST_WORDS or bare[-1] in '.!?\u00bb\u201d"':
        return False
    person = speaker_of(bare)
    known = _words(f"{person.name} {person.role or ''}") if person else set()
    rest = [word for word in fold_letters(bare).split() if word.strip(".,") not in known]
    if not _TELLING.isdisjoint(rest):
        return False  # `The minister said:` begins a sentence
    if person is None:
        return bare.isupper() and len(words) <= 3
    # A capital at the beginning of a sentence does not make a name: `Hope that our trade grows:`.
    is_one_word = person.role is None and len(person.name.split()) == 1
    return not is_one_word or all(word in HONORIFICS for word in rest)


def _words(text: str) -> set[str]:
    return {word.strip(".,") for word in fold_letters(text).split()}


def speaker_of(label: str) -> Person | None:
    """Return the person whom a label names if it has no other words."""
    people = people_in([f"{bare_label(label)} :"], labelled=True)
    return people[0] if len(people) == 1 else None
