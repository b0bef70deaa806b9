"""Group the names of a text by person, full names with last names, and leave out names that nothing shows to be a person's."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import has_cases, nominatives

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tajikcli.extract.names import Seen


def without_openers(seen: list[Seen]) -> list[Seen]:
    """Return names without a word whose capital only begins a sentence: `Переговоры Путина`."""
    elsewhere: dict[str, set[tuple[str, ...]]] = {}
    for one in seen:
        if not one.first:
            for form in forms_of(one.words[-1]):
                elsewhere.setdefault(form, set()).add(one.words)
    found = []
    for one in seen:
        if one.first and len(one.words) > 1 and one.office is None:
            others = {words for form in forms_of(one.words[-1]) for words in elsewhere.get(form, ())}
            if others and not any(same_name(one.words, words) for words in others) and len(one.words) == _TWO:
                one = one._replace(words=one.words[1:])  # noqa: PLW2901 - shorter by a word
        found.append(one)
    return found


def parted(seen: Sequence[Seen]) -> list[Seen]:
    """Return names with two persons' names in a row apart, of whom one says something to the other: `сказал Линд Бергу`, if neither changes in the dative.

    Each of the two is elsewhere in the text with a first name, and the words together are not.
    """
    full: dict[str, dict[tuple[str, ...], None]] = {}
    for one in seen:
        if len(one.words) > 1:
            for form in forms_of(one.words[-1]):
                full.setdefault(form, {})[one.words] = None
    found: list[Seen] = []
    for one in seen:
        cut = next((at for at in range(1, len(one.words)) if _are_two(one.words, at, full)), 0)
        if cut and one.office is None:
            found.append(one._replace(words=one.words[:cut]))
            found.append(one._replace(words=one.words[cut:], says=False, first=False, case=None))
        else:
            found.append(one)
    return found


def _are_two(words: tuple[str, ...], cut: int, full: Mapping[str, Iterable[tuple[str, ...]]]) -> bool:
    """Return whether the words before and after a position are names of two persons.

    Args:
        words: the words of a name.
        cut: the position.
        full: full names, by the forms of their last words.
    """
    bearers: list[tuple[str, ...]] = []
    for part in (words[:cut], words[cut:]):
        names = (one for form in forms_of(part[-1]) for one in islice(full.get(form, ()), _MOST_BEARERS))
        others = (one for one in names if one != words and not _are_same_words(one, words))
        bearer = next((one for one in others if len(part) == 1 or same_name(one, part)), None)
        if bearer is None:
            return False
        bearers.append(bearer)
    return not same_name(*bearers)


def _are_same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two names have the same words in any order: `Lind Karl`, `Karl Lind`."""
    return len(one) == len(other) and all(
        any(not forms_of(a).isdisjoint(forms_of(b)) for b in other) for a in one
    )


_MOST_BEARERS = 20  # the number of full names with one last name that are compared
_TWO = 2  # the number of words: a capitalised word that begins a sentence, and a last name


def same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two names with the same number of words may be forms of one."""
    if len(one) != len(other):
        return False
    return all(
        not nominatives(fold_letters(a)).isdisjoint(nominatives(fold_letters(b)))
        if has_cases(a)
        else fold_letters(a) == fold_letters(b)
        for a, b in zip(one, other, strict=True)
    )


def is_base(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether a name may be the nominative of another."""
    return len(one) == len(other) and all(
        fold_letters(a) in nominatives(fold_letters(b)) for a, b in zip(one, other, strict=True)
    )


class _Groups:
    """Names grouped by person, found by the forms of their last word."""

    def __init__(self) -> None:
        self.all: list[list[Seen]] = []
        self._by_last: dict[str, list[list[Seen]]] = {}
        self._by_first: dict[str, list[list[Seen]]] = {}  # of full names
        self._written: dict[int, set[tuple[str, ...]]] = {}  # the different names of each group

    def of(self, words: Sequence[str]) -> list[list[Seen]]:
        """Return the groups with a name that has the same last word as these words."""
        found = [group for form in forms_of(words[-1]) for group in self._by_last.get(form, ())]
        return list({id(group): group for group in found}.values())

    def beginning(self, word: str) -> list[list[Seen]]:
        """Return the groups with a full name that begins with a word."""
        found = [group for form in forms_of(word) for group in self._by_first.get(form, ())]
        return list({id(group): group for group in found}.values())

    def names(self, group: list[Seen]) -> set[tuple[str, ...]]:
        """Return the different names of a group."""
        return self._written[id(group)]

    def add(self, one: Seen, group: list[Seen] | None) -> None:
        """Add a name to a group, or to a new one."""
        if group is None:
            group = []
            self.all.append(group)
        group.append(one)
        written = self._written.setdefault(id(group), set())
        if one.words in written:
            return
        written.add(one.words)
        for form in forms_of(one.words[-1]):
            groups = self._by_last.setdefault(form, [])
            if not any(each is group for each in groups):
                groups.append(group)
        for form in forms_of(one.words[0]) if len(one.words) > 1 else ():
            self._by_first.setdefault(form, []).append(group)


@lru_cache(maxsize=10_000)
def forms_of(word: str) -> frozenset[str]:
    """Return the possible nominatives of a word of a name, folded; the word itself if it has no cases."""
    folded = fold_letters(word)
    return nominatives(folded) if has_cases(word) else frozenset({folded})


def joined(seen: Sequence[Seen]) -> list[list[Seen]]:
    """Return the names of each person together, full names with last names."""
    groups = _Groups()
    full = [one for one in seen if len(one.words) > 1]
    for one in sorted(full, key=lambda each: each.office is None):
        likely = groups.of(one.words)
        same = (g for g in likely if any(same_name(words, one.words) for words in groups.names(g)))
        short = (g for g in likely if any(_initials_fit(words, one.words) for words in groups.names(g)))
        groups.add(one, next(same, None) or (next(short, None) if one.office is None else None))
    for one in seen:
        if len(one.words) == 1:
            bearers = groups.of(one.words)
            if len(bearers) == 1:
                groups.add(one, bearers[0])
            elif not bearers and one.says and len(first := groups.beginning(one.words[0])) == 1:
                groups.add(one, first[0])  # `Xi` for Xi Jinping
            elif not bearers and (one.office or one.says):
                groups.add(one, None)
    return [
        group
        for group in groups.all
        if any(map(_shows_a_person, group)) or _is_often_speaking(group) or _speaks_with_a_full_name(group)
    ]


def _shows_a_person(one: Seen) -> bool:
    """Return whether a name is clearly a person's: by an office, or by a first name and a verb of saying."""
    return one.office is not None or (one.says and len(one.words) > 1)


def _is_often_speaking(group: Sequence[Seen]) -> bool:
    """Return whether a single word is a person's name, judging by how often it is beside a verb of saying."""
    return sum(one.says for one in group) > 1 or (
        any(one.says and not one.first for one in group) and len(group) > 2
    )


def _speaks_with_a_full_name(group: Sequence[Seen]) -> bool:
    """Return whether a name beside a verb of saying is the last name of a full name: `Friedrich Merz came. … Merz said`."""
    return any(one.says for one in group) and any(len(one.words) > 1 for one in group)


def _initials_fit(full: Sequence[str], short: Sequence[str]) -> bool:
    """Return whether a name with initials may be short for a longer name: `V. Putin`."""
    return all(len(word.rstrip(".")) == 1 for word in short[:-1]) and full[0][0] == short[0][0]
