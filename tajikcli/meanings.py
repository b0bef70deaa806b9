"""What the words of a question mean: other words for it, in any language, from the vocabulary (`tajikcli.language.concepts`)."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import LANGUAGES, script_of
from tajikcli.language.concepts import COLUMNS, concept, meanings
from tajikcli.words import STOP, folded, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tajikcli.language.concepts import Meaning

_LONG = 3  # letters of a word that a term can't lose without being another term: `heads of state` is no head
OTHER = 0.75  # what another word for the same is worth
WHOLE = 0.9  # what it is worth where it stands for several words of the question
AMBIGUITY = 0.25
_LONG_STEM = 8  # letters of a stem that may have one more or one less
_SHORTEST = 3  # letters that terms are looked up by, at least


class Related(NamedTuple):
    """The other words for what a word of a question stands for.

    Attributes:
        forms: what they can be found by, each with how well it fits, from 0 to 1.
        idiom: whether the word stands in a term that means something else than its words do (`see each other`).
    """

    forms: dict[str, float]
    idiom: bool


def related(question: Sequence[str], languages: Sequence[str] = ()) -> list[Related]:
    """Return the other words for what each word of a question stands for.

    Args:
        question: its words in order, folded.
        languages: codes of languages that texts of the record are stemmed by, besides the first of each script.

    Returns:
        For each word what the others can be found by: stems, those of a term of several words with spaces between.
    """
    meant: list[list[tuple[int, int]]] = [[] for _ in question]
    idioms: set[int] = set()
    for start, size, number in _meant(question):
        span = range(start, start + size)
        if any(question[place] in STOP for place in span):
            idioms.update(span)
        for place in span:
            meant[place].append((size, number))
    return [
        Related(_weighed(concepts, tuple(languages)), idiom=place in idioms)
        for place, concepts in enumerate(meant)
    ]


def _weighed(concepts: Sequence[tuple[int, int]], languages: tuple[str, ...]) -> dict[str, float]:
    """Return the forms of some concepts, each with how well it fits.

    Args:
        concepts: of how many words of the question each is, and its number. A word that stands for many things may not stand
            for this one: what has fewer of its concepts fits less well.
        languages: as `related` takes them.
    """
    fits: dict[str, float] = {}
    several = [number for size, number in concepts if size > 1]
    single = [number for size, number in concepts if size == 1]
    often = Counter(form for number in single for form in _forms(number, languages))
    for form, count in often.items():
        fits[form] = OTHER * (count / len(single)) ** AMBIGUITY
    for number in several:
        fits.update(dict.fromkeys(_forms(number, languages), WHOLE))
    return fits


def is_known(word: str) -> bool:
    """Tell whether a folded word stands in the vocabulary, in any of its forms."""
    own = set(_stems_of(word).values())
    return any(True for beginning in _beginnings(own) for _ in meanings(beginning, _sharing(own)))


def _sharing(own: set[str]) -> Callable[[str], bool]:
    """Return what tells whether a word has one of some stems."""
    return lambda word: any(_alike(one, other) for one in own for other in _stems_of(word).values())


def _alike(one: str, other: str) -> bool:
    """Tell whether two stems are one, or are of one long word whose forms a stemmer cuts at two places.

    Snowball makes `таджикиста` of one form and `таджикистан` of the others.
    """
    return one == other or (
        len(one) >= _LONG_STEM and abs(len(one) - len(other)) == 1 and one[: len(other)] == other[: len(one)]
    )


def _meant(question: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield which words of a question are a term: the place of the first, how many they are, and the term's concept."""
    stems = [_stems_of(word) for word in question]
    for place, word in enumerate(question):
        if word in STOP:
            continue
        own = set(stems[place].values())
        seen = set()
        for beginning in _beginnings(own):
            for meaning in meanings(beginning, _sharing(own)):
                start, size = _span(meaning, stems, place)
                if size and (start, size, meaning.concept) not in seen:
                    seen.add((start, size, meaning.concept))
                    yield start, size, meaning.concept


def _span(meaning: Meaning, question: Sequence[dict[str, str]], place: int) -> tuple[int, int]:
    """Return where a question has the whole term that a word of it stands in: the first word's place, and how many they are.

    A term is looked up by the first of its words that carries weight. Where a question has it not, it has no words.
    """
    words = _words(meaning.term.text)
    at = len(_words(meaning.term.text[: meaning.start]))
    start = place - at
    if start < 0 or any(word not in STOP for word in words[:at]):
        return place, 0
    there = question[start : start + len(words)]
    codes = [meaning.term.language] if meaning.term.language else COLUMNS
    for code in codes:
        if len(there) == len(words) and all(
            _alike(one.get(code, ""), _stems_of(word).get(code, word))
            for one, word in zip(there, words, strict=True)
        ):
            return start, len(words)
    return place, 0


@lru_cache(maxsize=20_000)
def _stems_of(word: str) -> dict[str, str]:
    """Return the stems of a word by the languages of the vocabulary that it may be of."""
    if not word[0].isalpha():
        return dict.fromkeys(COLUMNS, word)
    script = script_of(word)
    return {code: stem(word, code) for code in COLUMNS if _SCRIPTS[code] == script}


_SCRIPTS = {language.code: language.script for language in LANGUAGES}


def _beginnings(own: set[str]) -> list[str]:
    """Return what words with one of these stems begin with: stemmers may change a last letter (`countri`)."""
    return sorted({one.lstrip(".")[: max(_SHORTEST, len(one) - 1)] for one in own})


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a folded text."""
    plain = text.replace("-", " ")
    return tuple(plain.split() if plain.replace(" ", "").isalpha() else folded(text))


@lru_cache(maxsize=1_000)
def _forms(number: int, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a concept can be found by in a record."""
    forms: dict[str, None] = {}
    for term in concept(number):
        whole = _words(term.text)
        told = [word for word in whole if word not in STOP]
        # Of `heads of state` no head is left, nor of `left out` a leaving; `at night` is the night.
        if not told or (
            len(told) == 1 and (whole[-1] != told[0] or any(len(word) > _LONG for word in whole[:-1]))
        ):
            continue
        forms[" ".join(map(_plain_stem, told))] = None
        for code in languages:
            if code == term.language:
                forms[" ".join([stem(word, code) for word in told])] = None
    return tuple(forms)


@lru_cache(maxsize=20_000)
def _plain_stem(word: str) -> str:
    return stem(word) if word[0].isalpha() else word
