"""Judge whether the omissions and insertions of a quotation may change its meaning.

There are only a few rules; in case of doubt, the result is `unclear`:

1. Leaving out whole sentences between complete sentences is harmless.
2. A bracket is harmless if it adds an article, says `sic`, names the thing that a pronoun stands for in words
that occur earlier in the same quote, completes the name of a person on record, replaces a comma with `and`,
or repeats the words that it replaces. 3. These change the meaning: an omitted negation; an inserted negation,
limiting word or number; a bracket that replaces a content word; a bracket before a part of a word. 4.
Everything else may change the meaning.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.forms import without_possessive
from tajikcli.proof.fragments import loses_a_negation
from tajikcli.proof.grammar import (
    ARTICLES,
    FUNCTION_WORDS,
    PRONOUNS_OF_LISTENER,
    PRONOUNS_OF_OTHERS,
    PRONOUNS_OF_SPEAKER,
    is_number,
    limits,
)
from tajikcli.proof.speech import AND
from tajikcli.proof.tokens import OMISSION
from tajikcli.text import fold_letters
from tajikcli.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.proof.candidate import Candidate
    from tajikcli.proof.speakers.naming import Names
    from tajikcli.proof.tokens import Token

_MOST_PIECES = 40  # the maximum number of pieces of a quotation with omissions; a real quotation has fewer
_LONGEST_ENDING = 3  # the maximum number of letters of an ending in brackets: `expand[ed]`
_CLOSES = {"[": "]", "(": ")"}
_CUTTING = frozenset({OMISSION, *_CLOSES})  # the forms of tokens that begin a cut
_MOST_PLACES = 200  # the maximum number of positions at which a piece is tried


class Harm(IntEnum):
    """The possible effect of an omission or a bracket on the meaning."""

    NONE = 0
    POSSIBLE = 1
    CERTAIN = 2


class Joint(NamedTuple):
    """A gap between two pieces of a quotation, before the first piece or after the last.

    Attributes:
        brackets: the tokens inside each pair of square brackets.
        omitted: whether an omission is marked in the gap.
        prefixed: whether a bracket directly precedes the rest of a word (`[un]reliable`).
        suffixed: whether a bracket directly follows the beginning of a word (`expand[ed]`).
    """

    brackets: list[tuple[Token, ...]]
    omitted: bool = False
    prefixed: bool = False
    suffixed: bool = False

    @property
    def inserted(self) -> list[Token]:
        """The tokens in all brackets."""
        return [token for bracket in self.brackets for token in bracket]


class Gap(NamedTuple):
    """The part of a text on record where a quotation leaves out or adds words.

    Attributes:
        candidate: the text on record.
        first: the first token that is left out; None before the first piece.
        last: the token after the last one that is left out; None after the last piece.
    """

    candidate: Candidate
    first: int | None
    last: int | None

    @property
    def forms(self) -> list[str]:
        """The words that are left out between two pieces."""
        return [] if self.first is None or self.last is None else self.candidate.forms[self.first : self.last]

    @property
    def replaced(self) -> list[str]:
        """The words that a bracket replaces; at an end of the quotation, the rest of the sentence."""
        if self.first is None:
            assert self.last is not None
            return self.candidate.forms[self.candidate.sentence_of(self.last)[0] : self.last]
        if self.last is None:
            return self.candidate.forms[self.first : self.candidate.sentence_of(self.first - 1)[1]]
        return self.forms

    @property
    def is_before_a_limit(self) -> bool:
        """Whether a limiting word follows: `a few` is more than `few`."""
        forms = self.candidate.forms
        return self.last is not None and self.last < len(forms) and limits(forms[self.last])

    @property
    def is_at_a_comma(self) -> bool:
        """Whether only a comma is left out."""
        return bool(self.last) and not self.forms and "," in self.candidate.between(self.last or 0)

    @property
    def has_content(self) -> bool:
        """Whether any omitted word is a content word."""
        return any(form[0].isalnum() and form.casefold() not in FUNCTION_WORDS for form in self.forms)


class Cuts(NamedTuple):
    """A quotation as pieces of a text, with the gaps between them.

    Attributes:
        pieces: the tokens of each piece.
        joints: one before each piece, and one after the last.
    """

    pieces: list[list[Token]]
    joints: list[Joint]

    @property
    def is_whole(self) -> bool:
        """Whether no words are left out or added."""
        return len(self.pieces) == 1 and not any(joint.brackets for joint in self.joints)

    @property
    def own(self) -> list[Token]:
        """All tokens outside brackets."""
        return [token for piece in self.pieces for token in piece]


def cuts_of(tokens: Sequence[Token]) -> Cuts:
    """Return the places where a quotation leaves out or adds words.

    Args:
        tokens: the tokens of the quotation; brackets that are never closed are ordinary tokens.
    """
    if tokens and _CUTTING.isdisjoint([token.form for token in tokens]):  # as most quotations
        return Cuts([list(tokens)], [Joint([]), Joint([])])
    pieces: list[list[Token]] = [[]]
    joints: list[Joint] = [Joint([])]
    place = 0
    closing = _closings(tokens)
    while place < len(tokens):
        token = tokens[place]
        end = closing.get(place)
        if token.form != OMISSION and end is None:
            pieces[-1].append(token)
            place += 1
            continue
        if pieces[-1]:
            pieces.append([])
            joints.append(Joint([]))
        joint = joints[-1]
        if end is None:
            joints[-1] = joint._replace(omitted=True)
            place += 1
            continue
        behind = tokens[end + 1 : end + 2]
        joint.brackets.append(tuple(tokens[place + 1 : end]))
        joints[-1] = joint._replace(
            prefixed=joint.prefixed
            or bool(behind and behind[0].start == tokens[end].end and behind[0].is_word),
            suffixed=joint.suffixed
            or (place > 0 and tokens[place - 1].end == token.start and tokens[place - 1].is_word),
        )
        place = end + 1
    if pieces[-1]:
        joints.append(Joint([]))
    else:
        pieces.pop()
    return Cuts(pieces, joints)


def _closings(tokens: Sequence[Token]) -> dict[int, int]:
    """Return the closing bracket for each opening bracket, square or round; only the outer ones of nested brackets."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token.form in {"[", "("}:
            opened.append(place)
        elif opened and token.form == _CLOSES[tokens[opened[-1]].form]:
            begin = opened.pop()
            if not opened:
                closing[begin] = place
    return closing


def arranged(cuts: Cuts, candidate: Candidate) -> list[int] | None:
    """Return the positions of a quotation's pieces in a text, in order; the first possible position for each.

    Args:
        cuts: the quotation.
        candidate: the text on record.

    Returns:
        The first token of each piece; None if the text does not have the pieces in order.
    """
    if not 0 < len(cuts.pieces) <= _MOST_PIECES:
        return None
    found, end = [], 0
    for piece in cuts.pieces:
        place = next(candidate.places_of([token.form for token in piece], end), None)
        if place is None:
            return None
        found.append(place)
        end = place + len(piece)
    return found


def arranged_harmlessly(cuts: Cuts, candidate: Candidate, names: Names | None) -> Iterator[list[int]]:
    """Yield the positions of the pieces in a text, in order, at which no omission or insertion changes the meaning.

    Args:
        cuts: the quotation.
        candidate: the text on record.
        names: the names of speakers on record.

    Yields:
        The first token of each piece; one result for each position of the last piece.
    """
    if not 0 < len(cuts.pieces) <= _MOST_PIECES:
        return
    ways: list[list[int]] = []
    for number, piece in enumerate(cuts.pieces):
        forms = [token.form for token in piece]
        joint = cuts.joints[number]
        reached: list[list[int]] = []
        for place in _first(candidate.places_of(forms)):
            if number == 0:
                if harm(joint, Gap(candidate, None, place), names) is Harm.NONE:
                    reached.append([place])
                continue
            size = len(cuts.pieces[number - 1])
            for way in ways:
                if way[-1] + size <= place and (
                    harm(joint, Gap(candidate, way[-1] + size, place), names) is Harm.NONE
                ):
                    reached.append([*way, place])
                    break
        ways = reached
        if not ways:
            return
    last = len(cuts.pieces[-1])
    for way in ways:
        if harm(cuts.joints[-1], Gap(candidate, way[-1] + last, None), names) is Harm.NONE:
            yield way


def _first(places: Iterator[int]) -> Iterator[int]:
    for _, place in zip(range(_MOST_PLACES), places, strict=False):
        yield place


def harm(joint: Joint, gap: Gap, names: Names | None) -> Harm:
    """Return the possible effect of an omission or of brackets on the meaning.

    Args:
        joint: the omission and the brackets.
        gap: the corresponding part of the text on record.
        names: the names of speakers on record.
    """
    worst = max(
        (_harm_of_bracket(bracket, joint, gap, names) for bracket in joint.brackets), default=Harm.NONE
    )
    replaces = bool(joint.brackets) and not joint.omitted
    if gap.first is None or gap.last is None or (replaces and worst is Harm.NONE):
        return worst
    if not gap.forms:  # an omission is marked but nothing is left out
        return max(worst, Harm.POSSIBLE) if joint.omitted else worst
    begins = gap.candidate.begins_sentence
    if not replaces and begins(gap.first) and begins(gap.last):
        return worst
    lost = loses_a_negation(gap.candidate, gap.first, gap.last)
    return Harm.CERTAIN if lost else max(worst, Harm.POSSIBLE)


def _harm_of_bracket(bracket: Sequence[Token], joint: Joint, gap: Gap, names: Names | None) -> Harm:
    """Return the possible effect of a bracket on the meaning."""
    words = [token.form for token in bracket if token.is_word]
    folded = [word.casefold() for word in words]
    if folded == ["sic"]:
        return Harm.NONE
    if not words:
        return Harm.POSSIBLE  # a mark or a symbol
    if any(map(limits, words)) or any(map(is_number, words)) or joint.prefixed:
        return Harm.CERTAIN
    if joint.suffixed:
        return Harm.POSSIBLE if sum(map(len, words)) <= _LONGEST_ENDING else Harm.CERTAIN
    if len(words) != len(bracket):
        return Harm.POSSIBLE  # a symbol
    if _repeats(folded, gap.replaced):
        return Harm.NONE
    if gap.has_content and not joint.omitted:
        return Harm.CERTAIN
    if (
        (len(folded) == 1 and folded[0] in ARTICLES and not gap.forms and not gap.is_before_a_limit)
        or (len(folded) == 1 and folded[0] in AND and gap.is_at_a_comma)
        or _names_a_pronoun(words, gap, names)
        or (names is not None and _completes_a_name(words, gap, names))
    ):
        return Harm.NONE
    return Harm.POSSIBLE


def _repeats(folded: Sequence[str], replaced: Sequence[str]) -> bool:
    """Return whether a bracket has exactly the words that it replaces, except for function words."""
    if list(folded) == [form.casefold() for form in replaced]:
        return True
    content = {stem(fold_letters(word)) for word in folded if word not in FUNCTION_WORDS}
    theirs = {stem(fold_letters(form)) for form in replaced if form.casefold() not in FUNCTION_WORDS}
    return bool(content) and content == theirs and not any(map(limits, replaced))


def _names_a_pronoun(words: Sequence[str], gap: Gap, names: Names | None) -> bool:
    """Return whether a bracket names the thing that an adjacent or replaced pronoun stands for."""
    candidate, places = gap.candidate, []
    if gap.first and not gap.forms:
        places.append(gap.first - 1)
    if gap.first is not None and gap.replaced and (gap.last is None or len(gap.forms) == 1):
        places.append(gap.first)
    if gap.first is None and gap.replaced and gap.last is not None:
        places.append(gap.last - 1)
    content = [without_possessive(word) for word in words if word.casefold() not in FUNCTION_WORDS]
    return bool(content) and any(
        _stands_for(candidate.lower[place], content, candidate.forms[:place], candidate.speaker, names)
        for place in places
    )


def _stands_for(
    pronoun: str, content: Sequence[str], before: Sequence[str], speaker: str | None, names: Names | None
) -> bool:
    """Return whether a pronoun stands for the thing that words name.

    `I` and `we` are the speaker or the speaker's country; `you` is another person on record; other pronouns
    stand for something
    that the same quote has named before.
    """
    if pronoun in PRONOUNS_OF_OTHERS:
        named = {stem(fold_letters(form)) for form in before}
        return all(stem(fold_letters(word)) in named for word in content)
    if names is None or speaker is None:
        return False
    own = [names.is_part(word, speaker) for word in content]
    if pronoun in PRONOUNS_OF_SPEAKER:
        return all(own)
    if pronoun in PRONOUNS_OF_LISTENER:
        return not any(own) and any(
            all(names.is_part(word, slug) for word in content) for slug in names.slugs - {speaker}
        )
    return False


def _completes_a_name(words: Sequence[str], gap: Gap, names: Names) -> bool:
    """Return whether a bracket has other names, or the title, of a person on record whose name is directly beside it."""
    if gap.forms:
        return False
    forms = gap.candidate.forms
    beside = [
        place for place in (gap.last, (gap.first or 0) - 1) if place is not None and 0 <= place < len(forms)
    ]
    for place in beside:
        named = names.at(forms, place)
        if named is not None and all(
            names.is_part(word, named[1]) or word.casefold() in FUNCTION_WORDS for word in words
        ):
            return True
    return False
