"""What a quotation leaves out and puts in, and whether that may turn its sense.

Few rules, each of which errs towards doubt:

1. Whole sentences left out between complete ones are harmless.
2. A bracket is harmless that adds an article, says `sic`, names what a pronoun stands for in words that the same quote
   has before it, completes the name of somebody on record, puts `and` for a comma, or repeats what it replaces.
3. A negation left out, a negation, a limiting word or a number put in, a bracket in the place of a content word, and a
   bracket before part of a word change the sense.
4. Everything else may turn it.
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

_MOST_PIECES = 40  # of a quotation with omissions; more is no quotation
_LONGEST_ENDING = 3  # letters of an ending in brackets: `expand[ed]`
_CLOSES = {"[": "]", "(": ")"}
_MOST_PLACES = 200  # at which a piece is looked for


class Harm(IntEnum):
    """What an omission or a bracket may do to the sense."""

    NONE = 0
    POSSIBLE = 1
    CERTAIN = 2


class Joint(NamedTuple):
    """What stands between two pieces of a quotation, before its first one or behind its last one.

    Attributes:
        brackets: the tokens inside each pair of square brackets.
        omitted: whether an omission is marked there.
        prefixed: whether a bracket stands right before the rest of a word (`[un]reliable`).
        suffixed: whether one stands right behind the beginning of a word (`expand[ed]`).
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
    """What a text on record has where a quotation leaves words out or puts words in.

    Attributes:
        candidate: the text on record.
        first: the first token that is left out; None before the first piece.
        last: the token behind the last one; None behind the last piece.
    """

    candidate: Candidate
    first: int | None
    last: int | None

    @property
    def forms(self) -> list[str]:
        """The words left out between two pieces."""
        return [] if self.first is None or self.last is None else self.candidate.forms[self.first : self.last]

    @property
    def replaced(self) -> list[str]:
        """What a bracket there stands in place of: at an end of the quotation, the rest of the sentence."""
        if self.first is None:
            assert self.last is not None
            return self.candidate.forms[self.candidate.sentence_of(self.last)[0] : self.last]
        if self.last is None:
            return self.candidate.forms[self.first : self.candidate.sentence_of(self.first - 1)[1]]
        return self.forms

    @property
    def is_before_a_limit(self) -> bool:
        """Whether the word behind it limits: `a few` are more than `few`."""
        forms = self.candidate.forms
        return self.last is not None and self.last < len(forms) and limits(forms[self.last])

    @property
    def is_at_a_comma(self) -> bool:
        """Whether nothing is left out there but a comma."""
        return bool(self.last) and not self.forms and "," in self.candidate.between(self.last or 0)

    @property
    def has_content(self) -> bool:
        """Whether any of the words left out says more than grammar needs."""
        return any(form[0].isalnum() and form.casefold() not in FUNCTION_WORDS for form in self.forms)


class Cuts(NamedTuple):
    """A quotation as the pieces that it takes from a text, and what stands between them.

    Attributes:
        pieces: the tokens of each piece.
        joints: one before each piece, and one behind the last.
    """

    pieces: list[list[Token]]
    joints: list[Joint]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out or put in between words."""
        return len(self.pieces) == 1 and not any(joint.brackets for joint in self.joints)

    @property
    def own(self) -> list[Token]:
        """All tokens that no brackets stand around."""
        return [token for piece in self.pieces for token in piece]


def cuts_of(tokens: Sequence[Token]) -> Cuts:
    """Return where a quotation leaves words out and puts words in.

    Args:
        tokens: of the quotation; brackets that are never closed are tokens like any other.
    """
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
    """Return for each opening bracket, square or round, where it closes; of nested ones, for the outer ones only."""
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
    """Return where the pieces of a quotation stand in a text, in order; the first place of each that is possible.

    Args:
        cuts: the quotation.
        candidate: the text on record.

    Returns:
        The token that each piece begins with; None where they do not stand in it in order.
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
    """Yield the ways in which the pieces stand in a text in order, and nothing left out or put in turns the sense.

    Args:
        cuts: the quotation.
        candidate: the text on record.
        names: what speakers on record are called.

    Yields:
        The token that each piece begins with; one way for each place of the last piece.
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
    """Return what an omission or brackets may do to the sense.

    Args:
        joint: the omission and the brackets.
        gap: what the text on record has there.
        names: what speakers on record are called.
    """
    worst = max(
        (_harm_of_bracket(bracket, joint, gap, names) for bracket in joint.brackets), default=Harm.NONE
    )
    replaces = bool(joint.brackets) and not joint.omitted
    if gap.first is None or gap.last is None or (replaces and worst is Harm.NONE):
        return worst
    if not gap.forms:  # an omission is marked where nothing is left out
        return max(worst, Harm.POSSIBLE) if joint.omitted else worst
    begins = gap.candidate.begins_sentence
    if not replaces and begins(gap.first) and begins(gap.last):
        return worst
    lost = loses_a_negation(gap.candidate, gap.first, gap.last)
    return Harm.CERTAIN if lost else max(worst, Harm.POSSIBLE)


def _harm_of_bracket(bracket: Sequence[Token], joint: Joint, gap: Gap, names: Names | None) -> Harm:
    """Return what a bracket may do to the sense."""
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
    """Tell whether a bracket has the words that it replaces and no others, function words aside."""
    if list(folded) == [form.casefold() for form in replaced]:
        return True
    content = {stem(fold_letters(word)) for word in folded if word not in FUNCTION_WORDS}
    theirs = {stem(fold_letters(form)) for form in replaced if form.casefold() not in FUNCTION_WORDS}
    return bool(content) and content == theirs and not any(map(limits, replaced))


def _names_a_pronoun(words: Sequence[str], gap: Gap, names: Names | None) -> bool:
    """Tell whether a bracket names what a pronoun stands for: beside it, or in its place."""
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
    """Tell whether a pronoun stands for what words name.

    `I` and `we` are whoever speaks, or the country that they speak for; `you` is somebody else on record; other
    pronouns stand for what the same quote has named before.
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
    """Tell whether a bracket has other names or the title of somebody on record who is named right beside it."""
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
