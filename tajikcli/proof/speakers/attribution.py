"""Find the speaker to whom a text attributes each of its quotations.

Rules look at each quotation in its own sentence. Cases that depend on earlier sentences (pronouns,
titles, quotations without a speaker) are resolved by a context that is carried forward over the sentences. If the text names nobody, there is no
result; the speaker is never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.forms import has_cases
from tajikcli.proof.quotation import quotations, signature
from tajikcli.proof.speakers.context import fold
from tajikcli.proof.speakers.earlier import Context, after_somebody, begin_paragraph, pass_over, restart
from tajikcli.proof.speakers.marks import QUOTE, WORD
from tajikcli.proof.speakers.mention import REFERRING_KINDS, Kind, Mention
from tajikcli.proof.speakers.naming import Attributed, bare
from tajikcli.proof.speakers.neighbours import named_beside, named_in_notes, noted_below, stands_alone
from tajikcli.proof.speakers.objects import is_object
from tajikcli.proof.speakers.persons import persons
from tajikcli.proof.speakers.pieces import FAR_PARAGRAPHS, Piece, pieces_near
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
from tajikcli.proof.speakers.transcript import turns
from tajikcli.proof.speakers.verbs import is_saying, may_say
from tajikcli.proof.speakers.view import views
from tajikcli.proof.speech import (
    AND,
    ASKING,
    OPENERS,
    POINTING,
    PREPOSITIONS,
    REFERRING,
    REPLYING,
    SILENT,
    SUBJECTS,
    UTTERED,
    WORDS_OF,
    looks_like_verb,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.proof.quotation import Quotation
    from tajikcli.proof.speakers.naming import Names

_POINTING_OR_ASKING = POINTING | ASKING
_POINTING_BACK = POINTING | SUBJECTS

_NO_TOPIC = REPLYING | WORDS_OF | SILENT
_TOPIC = 6  # the maximum number of words of the topic of a quotation
_POINTING = 4  # the maximum number of words and marks of a phrase that points at a quotation
_CAPITAL_INSIDE = re.compile(r"\W[A-Z\u0400-\u042f\u0490-\u04ff]")


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
    needed = _needed(pieces, asking)
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
            if _may_name(piece.text, names):
                context = fold(context, read_sentence(piece.text, (), names), (), names)
            else:
                context = pass_over(context)
            continue
        one = read[number]
        begins = number == 0 or pieces[number - 1].paragraph != piece.paragraph
        speakers = [_resolved(mention, one, context, names, begins=begins) for mention in local[number]]
        if one.has_only_quotations and all(speaker == NOBODY for speaker in speakers):
            speakers = _pointed_back(pieces, number, context, names) or speakers
        near: tuple[Attributed, ...] = ()
        if any(speaker.who is None for speaker in speakers):  # otherwise nobody asks who is near
            around = context if number in needed else Context(surnames=surnames)
            holders = [meaning(title, one, around, names) for title in _titles(one)]
            near = _near(one, around, pieces, number, names) + tuple(each.who for each in holders if each.who)
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
        if _goes_on(one, place) or _is_on_topic(one, place):
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
    if context.asked and _is_answer(one) and not persons(one, context):
        return DOUBTFUL  # `Lind asked about ties. The answer: “…”`
    if one.has_only_quotations or _only_points(one) or (len(one.signs) == 1 and _is_on_topic(one, 0)):
        return Speaker(context.speaking or context.announced or (context.carried if begins else None))
    return NOBODY


def _is_answer(one: Sentence) -> bool:
    """Return whether a sentence calls its quotations an answer: `The answer: “…”`, `“…,” came the reply`."""
    return not (REPLYING & WORDS_OF).isdisjoint(one.folded)


def _only_points(one: Sentence) -> bool:
    """Return whether a sentence only points at its quotations with a word and a colon: `This: “…”`, `Вот что: «…»`."""
    sign = one.signs[0]
    return (
        len(one.signs) == 1
        and 0 < sign <= _POINTING
        and one.words[sign - 1] == ":"
        and all(word in _POINTING_OR_ASKING for word in one.folded[: sign - 1])
        and not any(word[0].isalnum() for word in one.words[sign + 1 :])
    )


def _is_on_topic(one: Sentence, place: int) -> bool:
    """Return whether only the topic of a quotation is named before it, as in a list of somebody's words: `On schools: “…”`, `— о школах: «…»`."""
    sign = one.signs[place]
    begin = one.signs[place - 1] + 1 if place else 0
    while begin < sign and not one.words[begin][0].isalnum():
        begin += 1
    return (
        begin < sign - 1 <= begin + _TOPIC
        and one.words[sign - 1] == ":"
        and one.folded[begin] in PREPOSITIONS
        and not any(word[0].isalnum() for word in one.words[sign + 1 : sign + 2])
        and not any(begin <= other.start < sign for other in one.mentions)
        and all(one.words[at][0].isalpha() and not _is_of_a_clause(one, at) for at in range(begin, sign - 1))
    )


def _is_of_a_clause(one: Sentence, place: int) -> bool:
    """Return whether a word is a verb, or a noun for words, which may be another's: `In reply: “…”`, `В ответ прозвучало: «…»`."""
    word = one.folded[place]
    is_verb = may_say(one, place) if has_cases(word) else is_saying(one, place)
    return is_verb or word in _NO_TOPIC


def _pointed_back(pieces: Sequence[Piece], number: int, context: Context, names: Names) -> list[Speaker]:
    """Return the speaker of a quotation that stands alone if the next sentence points back to it: `“….” So said Lind`, `«…». Об этом заявил Линд`.

    A sentence that only names people makes the speaker unclear.
    """
    behind = pieces[number + 1] if number + 1 < len(pieces) else None
    if behind is None or behind.quotations or behind.block or behind.paragraph > pieces[number].paragraph + 1:
        return []
    first = WORD.search(behind.text)
    if first is None or bare(first[0]) not in POINTING:
        return []
    text = behind.text[first.start() :]
    joined = read_sentence(f"{QUOTE}, {text[0].lower()}{text[1:]}", [","], names)
    (view,) = views(joined)
    mention = local_speaker(view)
    speaker = meaning(mention, joined, context, names) if mention is not None else NOBODY
    named = persons(joined, context)
    if speaker.who is None:
        speaker = Speaker(None, doubt=bool(named))
    return [speaker] * len(pieces[number].quotations)


def _near(
    one: Sentence, context: Context, pieces: Sequence[Piece], number: int, names: Names
) -> tuple[Attributed, ...]:
    """Return the persons who may seem to be the speaker: those in the sentence, otherwise those in its surroundings."""
    here = persons(one, context)
    if here:
        here += _said_behind(pieces, number, names, context)
    if here or (context.present and not one.has_only_quotations):
        return here or context.present
    around = context.present
    behind = pieces[number + 1] if number + 1 < len(pieces) else None
    if behind is not None and behind.paragraph == pieces[number].paragraph and not behind.quotations:
        around += persons(read_sentence(behind.text, (), names), context)
    return around


def _said_behind(
    pieces: Sequence[Piece], number: int, names: Names, context: Context
) -> tuple[Attributed, ...]:
    """Return the persons in the next sentence if it says of the words who spoke them: `They were spoken by Lind`."""
    behind = pieces[number + 1] if number + 1 < len(pieces) else None
    if behind is None or behind.paragraph != pieces[number].paragraph or behind.quotations or behind.block:
        return ()
    first = WORD.search(behind.text)
    if first is None or bare(first[0]) not in _POINTING_BACK:
        return ()
    said = read_sentence(behind.text, (), names)
    return persons(said, context) if not UTTERED.isdisjoint(said.folded) else ()


def _titles(one: Sentence) -> list[Mention]:
    """Return the titles in a sentence that stand for a person and may be a subject."""
    return [
        mention
        for mention in one.mentions
        if mention.kind in {Kind.TITLE, Kind.SOMEBODY}
        and not mention.possessive
        and not is_object(one, mention)
    ]


def _needed(pieces: Sequence[Piece], asking: Iterable[int]) -> AbstractSet[int]:
    """Return the numbers of the sentences to read, from a few paragraphs before a sentence that depends on earlier ones."""
    needed: set[int] = set()
    for number in asking:
        first = number
        while first > 0 and pieces[first - 1].paragraph >= pieces[number].paragraph - FAR_PARAGRAPHS:
            first -= 1
            if first in needed:
                break
        needed.update(range(first, number + 1))
    return needed


def _may_name(text: str, names: Names) -> bool:
    """Return whether a sentence may name anybody; this is faster than a full analysis."""
    has_capital = not (text.isascii() and text[1:].islower()) and _CAPITAL_INSIDE.search(text)
    if has_capital or text.endswith(":"):
        return True
    if not REFERRING.isdisjoint(text.casefold().split()):
        return True
    words = [word.strip(",.") or word for word in text.split(maxsplit=3)[:3]]
    if not words or names.at(words, 0) is not None:
        return bool(words)
    # `Berg followed`
    if len(words) == 1 or has_cases(words[0]):
        return False
    return bare(words[0]) not in OPENERS and looks_like_verb(bare(words[1]))
