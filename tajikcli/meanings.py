"""Other words, in any language, for the words of a question, from the vocabulary (`tajikcli.language.concepts`)."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import SCRIPTS, script_of, together
from tajikcli.language.terms import ANY, COLUMNS, begun_by, related_to, term, words_of
from tajikcli.parts import Parts
from tajikcli.words import STOP, stem, stems_by_word

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

OTHER = 0.75  # the weight of another word for the same thing
WHOLE = 0.9  # its weight if it replaces several words of the question
AMBIGUITY = 0.25
AKIN = 0.4  # the weight of a word for a related thing
# The terms of a concept are listed from the usual to the remote, and each counts for less than the one before it.
_FARTHER, _FARTHEST = 0.03, 0.4  # by how much, and the minimum
_REMOTE = 12  # the number of terms before one that is no longer another word for the same thing
_LONG_STEM = 8  # the minimum number of letters of a stem that may differ by one letter
_SHORTEST = 3  # the minimum number of letters by which terms are looked up


class Related(Parts):
    """The other words for a word of a question.

    Attributes:
        forms: their forms, each with its weight from 0 to 1.
        doubtful: those that stand only for what the word rarely means.
        idiom: whether the word belongs to a term whose meaning is not that of its words (`see each other`).
    """

    forms: dict[str, float]
    doubtful: frozenset[str]
    idiom: bool


def related(
    question: Sequence[str],
    languages: Sequence[str] = (),
    telling: Collection[int] = (),
    on_record: Callable[[Iterable[str]], set[str]] = set,
) -> list[Related]:
    """Return the other words for each word of a question.

    Args:
        question: its words in order, folded.
        languages: codes of the languages by which texts of the record are stemmed, in addition to the first of each script.
        telling: the positions of words that have weight although another language has them among its words without weight.
        on_record: returns those of some stems that the record has; the forms of the other words consist of these.

    Returns:
        For each word, the forms of the other words: stems, separated by spaces if a term has several words.
    """
    meant: list[list[tuple[int, int]]] = [[] for _ in question]
    idioms: set[int] = set()
    for start, size, number in _meant(question, telling):
        span = range(start, start + size)
        if any(question[place] in STOP for place in span):
            idioms.update(span)
        for place in span:
            meant[place].append((size, number))
    known = _forms({number for concepts in meant for _, number in concepts}, languages, on_record)
    rare = [_rare(word, concepts) for word, concepts in zip(question, meant, strict=True)]
    return [
        Related(
            forms=_weighed(concepts, known),
            doubtful=frozenset(form for number in rare[place] for form in known[number]).difference(
                *(known[number] for _, number in concepts if number not in rare[place])
            ),
            idiom=place in idioms,
        )
        for place, concepts in enumerate(meant)
    ]


def akin(question: Sequence[str], place: int, languages: Sequence[str] = ()) -> dict[str, float]:
    """Return the forms of concepts that are related to the concepts of a question's word, each with its weight.

    Args:
        question: the words of the question in order, folded.
        place: the position of the word.
        languages: as for `related`.
    """
    numbers = {
        other
        for start, size, number in _meant(question)
        if start <= place < start + size
        for other in related_to(number)
    }
    return {form: AKIN for forms in _forms(sorted(numbers), languages).values() for form in forms}


def _rare(word: str, concepts: Sequence[tuple[int, int]]) -> set[int]:
    """Return the concepts that a word rarely means, because it is a remote term of them and a usual one of another.

    Args:
        word: the word, folded.
        concepts: as for `_weighed`.
    """
    own = set(_stems_of(word).values())
    places = {number: _place(word[:_SHORTEST], own, number) for size, number in concepts if size == 1}
    is_usual = min(places.values(), default=_REMOTE) < _REMOTE
    return {number for number, place in places.items() if is_usual and place >= _REMOTE}


def _place(begun: str, own: set[str], number: int) -> int:
    """Return the number of terms of a concept before the first with one of the given stems; 0 if there is none."""
    return min(
        (
            place
            for terms in words_of(number)
            for place, one in enumerate(terms)
            if one.startswith(begun) and " " not in one and _shares(one, own)
        ),
        default=0,
    )


def _weighed(concepts: Sequence[tuple[int, int]], known: Mapping[int, dict[str, int]]) -> dict[str, float]:
    """Return the forms of some concepts, each with its weight.

    Args:
        concepts: for each concept, the number of words of the question that it covers, and its own number. A
            word with many meanings may not have this meaning, so a term that shares fewer of its concepts has
            a lower weight.
        known: the forms of each concept, as `_forms` returns them.
    """
    single = [number for size, number in concepts if size == 1]
    several = [number for size, number in concepts if size > 1]
    fits = _shared(single, OTHER, known)
    for form, fit in _shared(several, WHOLE, known).items():
        fits[form] = max(fits.get(form, 0.0), fit)
    return fits


def _shared(numbers: Sequence[int], most: float, known: Mapping[int, dict[str, int]]) -> dict[str, float]:
    """Return the forms of some concepts, with a lower weight if fewer of the concepts have them, or only as a remote term."""
    often: dict[str, int] = {}
    first: dict[str, int] = {}
    for number in numbers:
        for form, place in known[number].items():
            often[form] = often.get(form, 0) + 1
            first[form] = min(place, first.get(form, place))
    shares = {count: most * (count / len(numbers)) ** AMBIGUITY for count in set(often.values())}
    return {form: shares[count] * max(1 - _FARTHER * first[form], _FARTHEST) for form, count in often.items()}


def is_known(word: str) -> bool:
    """Return whether a folded word is in the vocabulary, in any of its forms."""
    own = set(_stems_of(word).values())
    return any(_shares(other, own) for beginning in _beginnings(own) for other, _ in begun_by(beginning))


def _shares(word: str, own: set[str]) -> bool:
    """Return whether a word of the vocabulary has one of the given stems."""
    return any(_alike(one, other) for one in own for other in _stems_of(word).values())


def _alike(one: str, other: str) -> bool:
    """Return whether two stems are equal, or belong to forms of one long word.

    A stemmer may cut the forms of a word in different places.

    Snowball cuts one form to `таджикиста` and the others to `таджикистан`, and of the verbs that lose a suffix in the
    present, the present to `экспортир` and the infinitive to `экспортирова`.
    """
    if one == other:
        return True
    if one[:_SHORTEST] != other[:_SHORTEST]:  # most pairs
        return False
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if not long.startswith(short):
        return False
    return (len(one) >= _LONG_STEM and len(long) - len(short) == 1) or (
        len(short) >= _SHORTEST and long[len(short) :] in _verb_suffixes()
    )


@lru_cache(maxsize=1)
def _verb_suffixes() -> frozenset[str]:
    return frozenset(together().verb_suffixes)


def _meant(question: Sequence[str], telling: Collection[int] = ()) -> Iterator[tuple[int, int, int]]:
    """Yield the terms in a question: the position of the first word, the number of words, and the concept of the term."""
    stems = [_stems_of(word) for word in question]
    there: dict[tuple[int, str, tuple[str, ...]], bool] = {}  # because many concepts have the same term
    for place, word in enumerate(question):
        if word in STOP and place not in telling:
            continue
        own = set(stems[place].values())
        seen = set()
        for beginning in _beginnings(own):
            terms = [
                term(text, other)
                for other, texts in begun_by(beginning)
                if _shares(other, own)
                for text in texts
            ]
            for number, language, at, words in sorted(terms, key=lambda one: one[0]):
                start = place - at
                if start < 0 or start + len(words) > len(question) or (start, len(words), number) in seen:
                    continue
                asked = start, language, words
                if asked not in there:
                    there[asked] = _has(stems, *asked)
                if there[asked]:
                    seen.add((start, len(words), number))
                    yield start, len(words), number


def _has(question: Sequence[dict[str, str]], start: int, language: str, words: Sequence[str]) -> bool:
    """Return whether a question has a term at a position.

    Args:
        question: the stems of its words.
        start: the position.
        language: the code of the term's language, or `ANY`.
        words: the words of the term.
    """
    for code in COLUMNS if language == ANY else (language,):
        for place, word in enumerate(words, start):
            if not _alike(question[place].get(code, ""), _stems_of(word).get(code, word)):
                break
        else:
            return True
    return False


@lru_cache(maxsize=20_000)
def _stems_of(word: str) -> dict[str, str]:
    """Return the stems of a word by the languages of the vocabulary to which it may belong."""
    if not word[0].isalpha():
        return dict.fromkeys(COLUMNS, word)
    script = script_of(word)
    return {code: stem(word, code) for code in COLUMNS if SCRIPTS[code] == script}


def _beginnings(own: set[str]) -> list[str]:
    """Return the beginnings of words with one of these stems, because stemmers may change a last letter (`countri`)."""
    return sorted({one.lstrip(".")[: max(_SHORTEST, len(one) - 1)] for one in own})


def _forms(
    numbers: Iterable[int], languages: Sequence[str], on_record: Callable[[Iterable[str]], set[str]] = set
) -> dict[int, dict[str, int]]:
    """Return the forms by which each of some concepts is found, each with the number of terms of the same language before its term.

    Args:
        numbers: the numbers of the concepts.
        languages: as for `related`.
        on_record: as for `related`.
    """
    columns = {number: words_of(number) for number in numbers}
    found: dict[int, dict[str, int]] = {number: {} for number in columns}
    for column, code in enumerate(COLUMNS):
        said = set(" ".join(chain.from_iterable(terms[column] for terms in columns.values())).split())
        for language in ("", code) if code in languages else ("",):
            stemmed = stems_by_word(said, SCRIPTS[code], language)
            there = on_record(stemmed.values())
            heard = {word for word, one in stemmed.items() if one in there}
            for number, forms in found.items():
                terms = columns[number][column]
                several = [one for one in terms if " " in one and heard.issuperset(one.split())]
                for words in (*heard.intersection(terms), *several):
                    form = stemmed.get(words) or " ".join([stemmed[word] for word in words.split()])
                    forms[form] = min(terms.index(words), forms.get(form, len(terms)))
    return found


def is_light(word: str) -> bool:
    """Return whether a folded word, in any of its forms, says little by itself."""
    begun = word[:_SHORTEST]
    _, *rests = f" {together().light_words} ".split(f" {begun}")
    listed = [begun + rest.partition(" ")[0] for rest in rests]
    return word in listed or any(stem(one) == stem(word) for one in listed if one[:_SHORTEST] == begun)
