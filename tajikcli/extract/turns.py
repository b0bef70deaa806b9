"""Find the turns of a transcript, in which a speaker's name and a colon precede the words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.names import HONORIFICS
from tajikcli.extract.people import people_in
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import WORD, nominatives
from tajikcli.proof.sentences import claims_something
from tajikcli.proof.speech import VERBS, WORDS_OF
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tajikcli.extract.people import Person

_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:\n]{0,119}?)\s*:\s+(?=\S)")
# The words follow in the next paragraph.
_LABEL_ALONE = re.compile(r"\s*(?P<label>[^\W\d_][^:\n]{0,159}?)\s*:\s*$")
_OFFICES = 2  # the number of parts of a label with a name and its first office
_OPENING = '"\u201c\u201e\u00ab'
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
    for number, (paragraph, following) in enumerate(pairwise(paragraphs)):
        match = _LABEL_ALONE.match(paragraph)
        if (
            match
            and following.lstrip()[:1] not in _OPENING
            and _names_somebody(_first_office(match["label"]))
        ):
            labels[number] = match
    if len(labels) < _LEAST_TURNS:
        return []
    for number, paragraph in enumerate(paragraphs):
        if number not in labels and (match := _LABEL_OF_OTHERS.match(paragraph)):
            labels[number] = match
    repeated = Counter(bare_label(match["label"]).split()[-1].casefold() for match in labels.values())
    if len(repeated) == len(labels) and len(labels) < 2 * _LEAST_TURNS and len(paragraphs) > 3 * len(labels):
        return []  # this is an article that has colons here and there
    labels = _without_headers(labels, paragraphs)
    reported = {form for match in labels.values() for form in _forms_of_last(match["label"])}
    turns: list[Turn] = []
    heading: re.Match[str] | None = None  # a label whose words are in the next paragraph
    for number, paragraph in enumerate(paragraphs):
        match = labels.get(number)
        if match and match.end() == len(paragraph):
            heading = match
        elif heading and not match:
            turns.append(Turn(_first_office(heading["label"]), number, 0, number))
            heading = None
        elif match:
            aside = _ASIDE.match(paragraph, match.end())
            start = aside.end() if aside else match.end()
            start += len(paragraph[start:]) - len(paragraph[start:].lstrip())
            if start < len(paragraph):
                turns.append(Turn(match["label"], number, start, number))
        elif turns and turns[-1].last == number - 1 and not _is_of_nobody(paragraph):
            is_own = turns[-1].start > 0 or not _reports(paragraph, reported)
            turns[-1] = turns[-1]._replace(last=number if is_own else turns[-1].last)
    turns = [_without_direction(turn, paragraphs) for turn in turns]
    spoken = sum(turn.last - turn.first + 1 + (turn.start == 0) for turn in turns)
    others = set(range(len(paragraphs))).difference(
        number for turn in turns for number in range(turn.first, turn.last + 1)
    )
    told = sum(
        claims_something(paragraphs[number]) for number in others
    )  # not a letterhead, a place or a date
    return turns if spoken >= _SHARE * (len(paragraphs) - len(others) + told) else []


def words_set_off(paragraphs: Sequence[str]) -> list[Turn]:
    """Return the paragraphs of a report that are somebody's words without quotation marks: `Karl Lind, President of Sweden: Yes`.

    The label has a full name and an office. A single one may be a caption if the words behind it do not speak of the speaker.
    """
    found = []
    for number, paragraph in enumerate(paragraphs):
        match = _LABEL.match(paragraph)
        label = _first_office(match["label"]) if match else ""
        if (
            match is None
            or "," not in label
            or paragraph[match.end()] in _OPENING
            or not _names_somebody(label)
        ):
            continue
        person = speaker_of(label)
        is_sure = person is not None and person.role and len(person.name.split()) > 1
        if is_sure and paragraph.rstrip()[-1] in ".!?\u2026":
            found.append(Turn(label, number, match.end(), number))
    speaks = any(
        fold_letters(word) in _OWN
        for turn in found
        for word in WORD.findall(paragraphs[turn.first], turn.start)
    )
    return found if speaks or len(found) >= _LEAST_TURNS else []


_OWN = word_set(fold_letters(together().own_pronouns))


def _without_headers(labels: dict[int, re.Match[str]], paragraphs: Sequence[str]) -> dict[int, re.Match[str]]:
    """Return labels without those at the beginning that are a single word and name nobody: `Contact: White House`."""
    kept = dict(labels)
    for number in sorted(labels):
        words = WORD.findall(labels[number]["label"])
        if len(words) > 1 or words[0].isupper():
            break
        name = fold_letters(words[0])
        others = {
            word
            for at, one in enumerate(paragraphs)
            for word in WORD.findall(one if at != number else one[len(words[0]) :])
        }
        if any(name in nominatives(fold_letters(word)) for word in others if word[0].isupper()):
            break
        del kept[number]
    return kept


def _first_office(label: str) -> str:
    """Return a label without the offices after the first one: `Karl Lind, President of Sweden, chairman of "Dawn"`."""
    return ",".join(label.split(",")[:_OFFICES])


def _forms_of_last(label: str) -> frozenset[str]:
    """Return the last name in a label, folded."""
    person = speaker_of(_first_office(bare_label(label)))
    return frozenset({fold_letters(person.last_name)} if person else ())


def _reports(paragraph: str, last_names: Collection[str]) -> bool:
    """Return whether a paragraph tells what one of the speakers said, instead of being that person's words."""
    words = [fold_letters(word) for word in WORD.findall(paragraph)]
    return any(
        not nominatives(word).isdisjoint(last_names)
        and not _TELLING.isdisjoint(words[max(0, place - _FAR) : place + _FAR])
        for place, word in enumerate(words)
    )


_FAR = 4  # words between a name and the verb of saying


def _without_direction(turn: Turn, paragraphs: Sequence[str]) -> Turn:
    """Return a turn without a stage direction at its end: `(Laughter.)`."""
    is_direction = turn.last > turn.first and _ASIDE.fullmatch(paragraphs[turn.last].strip())
    return turn._replace(last=turn.last - 1) if is_direction else turn


def _is_of_nobody(paragraph: str) -> bool:
    """Return whether a paragraph belongs to no turn: a sign for text left out, or a line such as `END 12:48 P.M.`."""
    # `END`, `END 12:48 P.M.`
    may_be_line = any(char.isdigit() for char in paragraph) or paragraph.isupper()
    is_line = may_be_line and paragraph[-1:] not in "!?\u2026" and not claims_something(paragraph)
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
    if is_of_others(bare):
        return True
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


def is_of_others(label: str) -> bool:
    """Return whether a label is one for people without a name: `Question`, `Вопрос корреспондента`."""
    words = WORD.findall(bare_label(label))
    return bool(words) and fold_letters(words[0]) in _ASKERS


_ASKERS = word_set(fold_letters(f"{reports().askers} {' '.join(reports().turns_of_others)}"))


def _words(text: str) -> set[str]:
    return {word.strip(".,") for word in fold_letters(text).split()}


def speaker_of(label: str) -> Person | None:
    """Return the person whom a label names if it has no other words; None if it is a label for people without a name."""
    if is_of_others(label):
        return None
    people = people_in([f"{bare_label(label)} :"], labelled=True)
    return people[0] if len(people) == 1 else None
