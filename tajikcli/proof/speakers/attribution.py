"""Find the speaker to whom a text attributes each of its quotations.

Rules look at each quotation in its own sentence. Cases that depend on earlier sentences (pronouns,
titles, quotations without a speaker) are resolved by a context that is carried forward over the sentences. If the text names nobody, there is no
result; the speaker is never guessed.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.quotation import quotations, signature
from tajikcli.proof.speakers.context import fold
from tajikcli.proof.speakers.earlier import Context, after_somebody, begin_paragraph, pass_over, restart
from tajikcli.proof.speakers.mention import REFERRING_KINDS, Kind, Mention
from tajikcli.proof.speakers.neighbours import named_beside, named_in_notes, noted_below, stands_alone
from tajikcli.proof.speakers.persons import persons
from tajikcli.proof.speakers.pieces import pieces_near
from tajikcli.proof.speakers.pointing import is_answer, is_on_topic, only_points
from tajikcli.proof.speakers.reference import DOUBTFUL, NOBODY, Speaker, meaning
from tajikcli.proof.speakers.rules import local_speaker
from tajikcli.proof.speakers.sentence import MOST_SHORT, Sentence, read_sentence
from tajikcli.proof.speakers.signatures import (
    is_signature,
    named_with_listener,
    signed_below,
    signed_by,
    signed_on_next_line,
)
from tajikcli.proof.speakers.surnames import surnames_in
from tajikcli.proof.speakers.surroundings import may_name, needed_from, persons_near, pointed_back, titles_in
from tajikcli.proof.speakers.transcript import turns
from tajikcli.proof.speakers.view import views
from tajikcli.proof.speech import (
    AND,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.proof.quotation import Quotation
    from tajikcli.proof.speakers.naming import Attributed, Names


class Naming(NamedTuple):
    """The speaker to whom a text attributes a quotation.

    Attributes:
        who: the speaker; None if the text does not say who speaks.
        doubt: whether somebody who cannot be identified is said to speak, or not to speak.
        near: the persons named in the sentence and in the previous one.
        framed: whether the text says that somebody speaks the words.
        body: the name of a body on record that speaks, or relays words of others.
    """

    who: Attributed | None = None
    doubt: bool = False
    near: tuple[Attributed, ...] = ()
    framed: bool = False
    body: str | None = None


def spoken(paragraphs: Sequence[Paragraph], names: Names) -> tuple[list[Quotation], list[Naming]]:
    """Return the quotations of a draft in order, including turns of a transcript, each with the speaker that the text names.

    Args:
        paragraphs: the draft's paragraphs.
        names: the names of speakers.
    """
    said = turns(paragraphs, names)
    stretches: dict[int, list[tuple[int, int]]] = {}
    for one, _ in said:
        stretches.setdefault(one.paragraph, []).append((one.start, one.end))
    quoted = [
        one
        for one in quotations(paragraphs)
        if not any(start < one.end and one.start < end for start, end in stretches.get(one.paragraph, ()))
        and not is_signature(one, paragraphs, names)
    ]
    pairs = [*zip(quoted, attributions(paragraphs, quoted, names), strict=True)]
    pairs += [(one, Naming(who, doubt=who is None, framed=True)) for one, who in said]
    pairs.sort(key=lambda pair: (pair[0].paragraph, pair[0].start))
    return [one for one, _ in pairs], [naming for _, naming in pairs]


def attributions(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation], names: Names
) -> list[Naming]:
    """Return the speaker to whom the text attributes each quotation.

    Args:
        paragraphs: the paragraphs of the draft.
        quotations: its quotations, in order.
        names: the names of speakers.
    """
    if not quotations:
        return []
    pieces = list(pieces_near(paragraphs, quotations))
    read = {
        number: read_sentence(piece.text, piece.closings, names)
        for number, piece in enumerate(pieces)
        if piece.quotations and not piece.block
    }
    local = {number: _local(one) for number, one in read.items()}
    asking = [
        number
        for number, piece in enumerate(pieces)
        if piece.block or (number in local and _asks(local[number]))
    ]
    surnames = surnames_in(paragraphs, local.values()) if local else frozenset()
    found: list[Naming] = [Naming()] * len(quotations)
    context, done = Context(surnames=surnames), -1
    needed = needed_from(pieces, asking)
    for number, piece in enumerate(pieces):
        if number in needed:
            if done != number - 1:
                context = restart(context)
            if number == 0 or pieces[number - 1].paragraph != piece.paragraph:
                context = begin_paragraph(context)
            done = number
        elif not piece.quotations:
            continue
        if piece.block:
            (quotation,) = piece.quotations
            paragraph = paragraphs[piece.paragraph]
            signed = signature(paragraph.text)
            name = paragraph.cite or (paragraph.text[signed:] if signed is not None else "")
            found[quotation] = Naming(signed_by(name, names) or context.announced, framed=True)
            continue
        if number not in read:
            if may_name(piece.text, names):
                context = fold(context, read_sentence(piece.text, (), names), (), names)
            else:
                context = pass_over(context)
            continue
        one = read[number]
        begins = number == 0 or pieces[number - 1].paragraph != piece.paragraph
        speakers = [_resolved(mention, one, context, names, begins=begins) for mention in local[number]]
        if one.has_only_quotations and all(speaker == NOBODY for speaker in speakers):
            speakers = pointed_back(pieces, number, context, names) or speakers
        near: tuple[Attributed, ...] = ()
        if any(speaker.who is None for speaker in speakers):  # otherwise nobody asks who is near
            around = context if number in needed else Context(surnames=surnames)
            holders = [meaning(title, one, around, names) for title in titles_in(one)]
            near = persons_near(one, around, pieces, number, names) + tuple(
                each.who for each in holders if each.who
            )
            if not near and (holders or around.titled):  # `The ambassador was brief: “…”`
                speakers = [each._replace(doubt=each.who is None) for each in speakers]
        for quotation, speaker, mention in zip(piece.quotations, speakers, local[number], strict=False):
            if found[quotation].who is None and not found[quotation].doubt:
                framed = found[quotation].framed or mention is not None or speaker.who is not None
                found[quotation] = Naming(speaker.who, speaker.doubt, near, framed, speaker.body)
        if number in needed:
            context = _context_after(context, one, local[number], speakers, names)
    _look_beside(found, paragraphs, quotations, names)
    return found


def _look_beside(
    found: list[Naming], paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation], names: Names
) -> None:
    """Add what the lines beside the quotations without a speaker show: a signature below, or persons named beside them."""
    quoting = Counter(at for one_ in quotations for at in {one_.paragraph, one_.last})
    noted_anywhere = named_in_notes(paragraphs, names)
    for number, quotation_ in enumerate(quotations):
        if found[number].who is not None:
            continue
        if not found[number].doubt:
            noted, named = noted_below(paragraphs, quotation_, names)
            if noted is not None:
                found[number] = Naming(noted, framed=True)
                continue
            signed = signed_on_next_line(
                paragraphs[quotation_.last].text,
                quotation_.start if quotation_.paragraph == quotation_.last else 0,
                quotation_.end,
                names,
            )
            if signed is not None:
                found[number] = Naming(signed, framed=True)
                continue
            found[number] = found[number]._replace(near=(*found[number].near, *named, *noted_anywhere))
        if stands_alone(paragraphs, quotation_):
            cited = paragraphs[quotation_.last].cite
            behind = paragraphs[quotation_.last + 1 : quotation_.last + 2]
            below = signed_by(cited, names) if cited else signed_below(behind[0], names) if behind else None
            below = below or named_with_listener(paragraphs, quotation_, quoting, names)
            if below is not None:
                found[number] = Naming(below, framed=True)
                continue
        if quoting[quotation_.paragraph] == quoting[quotation_.last] == 1:
            beside = named_beside(paragraphs, quotation_, quoting, names)
            found[number] = found[number]._replace(near=(*found[number].near, *beside))


@lru_cache(maxsize=MOST_SHORT)
def _local(one: Sentence) -> Sequence[Mention | None]:
    """Return the speakers of a sentence's quotations by the rules; without one, a quotation has the speaker of its neighbours."""
    found: list[Mention | None] = [local_speaker(view) for view in views(one)]
    for place in range(1, len(found)):
        if _goes_on(one, place) or is_on_topic(one, place):
            found[place] = found[place - 1] = found[place - 1] or found[place]
        elif found[place] is None and not _parted(one, place):
            found[place] = found[place - 1]
    for place in range(len(found) - 2, -1, -1):
        if found[place] is None and not _parted(one, place + 1):
            found[place] = found[place + 1]
    return found


def _goes_on(one: Sentence, place: int) -> bool:
    """Return whether only `and` separates a quotation from the one before it."""
    between = one.folded[one.signs[place - 1] + 1 : one.signs[place]]
    return bool(AND.intersection(between)) and not set(between) - AND - {","}


def _parted(one: Sentence, place: int) -> bool:
    """Return whether a semicolon separates a quotation from the one before it."""
    return ";" in one.words[one.signs[place - 1] : one.signs[place]]


def _context_after(
    context: Context,
    one: Sentence,
    mentions: Sequence[Mention | None],
    speakers: Sequence[Speaker],
    names: Names,
) -> Context:
    """Return the context after a sentence with quotations; after words of somebody without a name, he or she may be meant."""
    after = fold(context, one, [speaker.who for speaker in speakers], names)
    somebody = any(
        mention is not None and mention.kind is Kind.SOMEBODY and speaker.who is None
        for mention, speaker in zip(mentions, speakers, strict=False)
    )
    return after_somebody(after) if somebody else after


def _asks(speakers: Iterable[Mention | None]) -> bool:
    """Return whether the speakers of a sentence's quotations depend on earlier sentences."""
    return any(speaker is None or speaker.kind in REFERRING_KINDS for speaker in speakers)


def _resolved(
    mention: Mention | None, one: Sentence, context: Context, names: Names, *, begins: bool
) -> Speaker:
    if mention is not None:
        return meaning(mention, one, context, names)
    if context.asked and is_answer(one) and not persons(one, context):
        return DOUBTFUL  # `Lind asked about ties. The answer: “…”`
    if one.has_only_quotations or only_points(one) or (len(one.signs) == 1 and is_on_topic(one, 0)):
        return Speaker(context.speaking or context.announced or (context.carried if begins else None))
    return NOBODY
