"""Find the speaker to whom a text attributes each of its quotations.

Rules look at each quotation in its own sentence. Cases that depend on earlier sentences (pronouns, titles,
quotations without a speaker)
are resolved by a context that is carried forward over the sentences. If the text names nobody, there is no
result; the speaker is never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.countries import countries_named, is_adjective
from tajikcli.proof.grammar import FINITE, begins_subordinate
from tajikcli.proof.quotation import quotations, signature
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speakers.context import fold
from tajikcli.proof.speakers.earlier import Context, after_somebody, begin_paragraph, pass_over, restart
from tajikcli.proof.speakers.mentions import QUOTE, REFERRING_KINDS, Kind, Mention
from tajikcli.proof.speakers.naming import Attributed, bare
from tajikcli.proof.speakers.neighbours import is_name_and_office, named_beside, noted_below, stands_alone
from tajikcli.proof.speakers.persons import persons
from tajikcli.proof.speakers.reference import NOBODY, Speaker, meaning
from tajikcli.proof.speakers.rules import local_speaker
from tajikcli.proof.speakers.sentence import Sentence, is_object, read_sentence
from tajikcli.proof.speakers.transcript import turns
from tajikcli.proof.speakers.view import views
from tajikcli.proof.speech import (
    AGREEING,
    AND,
    ASKING,
    DETERMINERS,
    OPENERS,
    POINTING,
    PREPOSITIONS,
    RANKS,
    REFERRING,
    REPLYING,
    SUBJECTS,
    SUBORDINATE,
    UTTERED,
    VERBS,
    WHO,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.proof.quotation import Quotation
    from tajikcli.proof.speakers.naming import Names

_FAR_PARAGRAPHS = 5  # the number of paragraphs over which a pronoun can refer back
_LONGEST_WORD = 14  # the number of letters of a preposition, with some to spare
_LONGEST = 1_000  # the maximum number of characters of a sentence, without its quotations
_POINTING = 4  # the maximum number of words and marks of a phrase that points at a quotation
_OBJECT = 6  # the number of words after a verb of saying within which its clause begins
_NEAR = 80  # the number of characters after a quotation that show whether it ends the sentence around it
# characters after the last mark in a quotation: spaces, or the end of an inner quotation
_INNER = " \t\n\u00a0'\"\u2019\u201d\u201c\u00bb"
_OPENING = re.compile(r"\s{0,9}[\"\u201c\u00ab\u201e]")
_WORD = re.compile(r"[^\W_]+")
_CLAUSE_END = re.compile(r"[.,;:!?]")
_SENTENCE_END = re.compile(r"[!?:\"\u201c]|\.\s")
_CAPITAL_INSIDE = re.compile(r"\W[A-Z\u0400-\u042f\u0490-\u04ff]")
# A capitalised word that no capital of a sentence explains: `told Sanders`, but not `Friends came`.
_NAME_INSIDE = re.compile(r"(?:[^\W\d_],?|[,?!][\"\u201d\u2019]) ([A-Z][a-z]+s)\b")
_CAPITAL = r"A-Z\u00c0-\u00de\u0400-\u042f\u0490-\u04ff"
_FULL_NAME = re.compile(
    # It begins with a set of characters, for which `re` searches quickly; no letter precedes it.
    rf"([{_CAPITAL}](?<!\w.)\w*)\.? (?:[{_CAPITAL}]\. )?((?:[{_CAPITAL}]['\u2019])?[{_CAPITAL}]\w+(?:['\u2019-][^\W\d_]+)*)"
)


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


class _Piece(NamedTuple):
    """A sentence of the text, or a block quote.

    Attributes:
        paragraph: number of its paragraph.
        text: its words, with a sign in place of each quotation; empty for a block quote.
        quotations: numbers of the quotations that begin or end in it.
        closings: the last mark inside each quotation.
        block: whether it is a block quote.
    """

    paragraph: int
    text: str
    quotations: Sequence[int] = ()
    closings: Sequence[str] = ()
    block: bool = False


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
        and not _is_signature(one, paragraphs, names)
    ]
    pairs = [*zip(quoted, attributions(paragraphs, quoted, names), strict=True)]
    pairs += [(one, Naming(who, framed=True)) for one, who in said]
    pairs.sort(key=lambda pair: (pair[0].paragraph, pair[0].start))
    return [one for one, _ in pairs], [naming for _, naming in pairs]


def _is_signature(one: Quotation, paragraphs: Sequence[Paragraph], names: Names) -> bool:
    """Return whether a paragraph of a block quote only has the name and office of the person quoted before it."""
    return (
        one.block
        and one.paragraph == one.last > 0
        and paragraphs[one.paragraph - 1].quoted
        and is_name_and_office(one.text, names)
    )


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
    pieces = list(_pieces(paragraphs, quotations))
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
    surnames = _surnames(paragraphs, local.values()) if local else frozenset()
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
            found[quotation] = Naming(_signed(name, names) or context.announced, framed=True)
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
    for number, quotation_ in enumerate(quotations):
        if found[number].who is not None:
            continue
        if not found[number].doubt:
            noted, named = noted_below(paragraphs, quotation_, names)
            if noted is not None:
                found[number] = Naming(noted, framed=True)
                continue
            found[number] = found[number]._replace(near=(*found[number].near, *named))
        if quotation_.last + 1 < len(paragraphs) and stands_alone(paragraphs, quotation_):
            below = _signed_below(paragraphs[quotation_.last + 1], names)
            if below is not None:
                found[number] = Naming(below, framed=True)
                continue
        if quoting[quotation_.paragraph] == quoting[quotation_.last] == 1:
            beside = named_beside(paragraphs, quotation_, quoting, names)
            found[number] = found[number]._replace(near=(*found[number].near, *beside))


def _local(one: Sentence) -> list[Mention | None]:
    """Return the speakers of a sentence's quotations by the rules; without one, a quotation has the speaker of its neighbours."""
    found: list[Mention | None] = [local_speaker(view) for view in views(one)]
    for place in range(1, len(found)):
        if _goes_on(one, place):
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
    if one.has_only_quotations or _only_points(one):
        return Speaker(context.speaking or context.announced or (context.carried if begins else None))
    return NOBODY


def _only_points(one: Sentence) -> bool:
    """Return whether a sentence only points at its quotations with a word and a colon: `This: “…”`, `Вот что: «…»`."""
    sign = one.signs[0]
    return (
        len(one.signs) == 1
        and 0 < sign <= _POINTING
        and one.words[sign - 1] == ":"
        and all(word in POINTING | ASKING for word in one.folded[: sign - 1])
        and not any(word[0].isalnum() for word in one.words[sign + 1 :])
    )


def _pointed_back(pieces: Sequence[_Piece], number: int, context: Context, names: Names) -> list[Speaker]:
    """Return the speaker of a quotation that stands alone if the next sentence points back to it: `“….” So said Lind`, `«…». Об этом заявил Линд`.

    A sentence that only names people makes the speaker unclear.
    """
    behind = pieces[number + 1] if number + 1 < len(pieces) else None
    if behind is None or behind.quotations or behind.block or behind.paragraph > pieces[number].paragraph + 1:
        return []
    first = _WORD.search(behind.text)
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
    one: Sentence, context: Context, pieces: Sequence[_Piece], number: int, names: Names
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
    pieces: Sequence[_Piece], number: int, names: Names, context: Context
) -> tuple[Attributed, ...]:
    """Return the persons in the next sentence if it says of the words who spoke them: `They were spoken by Lind`."""
    behind = pieces[number + 1] if number + 1 < len(pieces) else None
    if behind is None or behind.paragraph != pieces[number].paragraph or behind.quotations or behind.block:
        return ()
    first = _WORD.search(behind.text)
    if first is None or bare(first[0]) not in POINTING | SUBJECTS:
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


def _needed(pieces: Sequence[_Piece], asking: Iterable[int]) -> AbstractSet[int]:
    """Return the numbers of the sentences to read, from a few paragraphs before a sentence that depends on earlier ones."""
    needed: set[int] = set()
    for number in asking:
        first = number
        while first > 0 and pieces[first - 1].paragraph >= pieces[number].paragraph - _FAR_PARAGRAPHS:
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
    return bool(words) and names.at(words, 0) is not None


def _surnames(
    paragraphs: Sequence[Paragraph], speakers: Iterable[Sequence[Mention | None]]
) -> AbstractSet[str]:
    """Return the last words of the full names, and of the names with titles, in a text.

    This includes names in the position of a speaker that end like plurals, unless the text has their
    singular: `Sanders`, not `Republicans`.
    """
    found: set[str] = set()
    for paragraph in paragraphs:
        text = paragraph.text
        for match in _pairs_of_names(text):
            first = bare(match[1])
            if (
                first in RANKS
                or (
                    (len(first) == 1 or text[match.end(1)] != ".")  # otherwise, a sentence may end there
                    and first not in OPENERS
                    and not is_adjective(first)
                    and not countries_named([f"{match[1]} {match[2]}"])
                    and not _governs(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
                )
            ):
                found.add(match[2])
    names = {
        mention.who
        for one in speakers
        for mention in one
        if mention is not None and mention.kind is Kind.UNSURE and mention.who is not None
    }
    plurals = {
        name for name in names if name.endswith("s") and " " not in name and not is_adjective(bare(name[:-1]))
    }
    if plurals - found:
        words = {word for paragraph in paragraphs for word in _WORD.findall(paragraph.text)}
        inside = {word for paragraph in paragraphs for word in _NAME_INSIDE.findall(paragraph.text)}
        found.update(name for name in plurals if name[:-1] not in words and name in inside)
    return frozenset(map(bare, found))


def _pairs_of_names(text: str) -> Iterator[re.Match[str]]:
    """Yield the pairs of capitalised words in a text: `Senator Anna` and `Anna Lind` of `Senator Anna Lind`."""
    match = _FULL_NAME.search(text)
    while match is not None:
        yield match
        match = _FULL_NAME.search(text, match.start(2))


def _governs(before: str) -> bool:
    """Return whether the word before a name of two capitalised words makes it a place or a thing instead of a person."""
    word = bare(before.rsplit(None, 1)[-1]) if before[-1:] == " " and before.strip() else ""
    return word in PREPOSITIONS or word in DETERMINERS


def _pieces(paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation]) -> Iterator[_Piece]:
    """Yield the sentences near quotations, with signs in place of the quotations, and the block quotes."""
    standing: dict[int, list[int]] = {}  # the quotations that begin or end in each paragraph
    covered: dict[int, list[tuple[int, int]]] = {}
    for number, one in enumerate(quotations):
        for at in dict.fromkeys((one.paragraph, one.last)):
            standing.setdefault(at, []).append(number)
        for at in range(one.paragraph, one.last + 1):
            begin = one.start if at == one.paragraph else 0
            end = one.end if at == one.last else len(paragraphs[at].text)
            covered.setdefault(at, []).append((begin, end))
    near = {at + off for at in standing for off in range(-_FAR_PARAGRAPHS, 2)}
    for at, paragraph in enumerate(paragraphs):
        if at not in near or paragraph.aside:
            continue
        here = standing.get(at, [])
        if here and quotations[here[0]].block:
            yield _Piece(at, "", here[:1], block=True)
            continue
        begins = [quotations[number].start if quotations[number].paragraph == at else 0 for number in here]
        around, signs = _around(paragraph.text, covered.get(at, ()), frozenset(begins))
        if not here and QUOTE in around:
            continue  # a paragraph in the middle of a long quotation
        done = 0
        for start, end in _bounded(around, sentence_spans(around)):
            first = done
            while done < len(here) and signs[done][0] < end:
                done += 1
            yield _Piece(at, around[start:end], here[first:done], [sign[1] for sign in signs[first:done]])


def _bounded(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield sentences, with overlong ones in parts, because the speaker is searched in the whole sentence."""
    for start, end in spans:
        begin = start
        while end - begin > _LONGEST:
            cut = text.rfind(" ", begin + _LONGEST // 2, begin + _LONGEST)
            cut = cut if cut >= 0 else begin + _LONGEST
            yield begin, cut
            begin = cut
        yield begin, end


def _around(
    text: str, covered: Iterable[tuple[int, int]], starts: AbstractSet[int]
) -> tuple[str, list[tuple[int, str]]]:
    """Return a paragraph with a sign in place of each quotation, with the positions of the signs and the last mark inside each quotation.

    A final full stop or question mark inside the quotation is kept after the sign, because it ends the sentence around it.
    """
    parts: list[str] = []
    places: list[tuple[int, str]] = []
    done = size = 0
    for begin, end in sorted(covered):
        before = text[done : max(done, begin - 1)]
        parts.append(before)
        size += len(before)
        closing = text[max(begin, end - _NEAR) : end].rstrip(_INNER)[-1:]
        if begin in starts:
            places.append((size, closing))
        after = text[end + 1 : end + 1 + _NEAR]
        follows = after.lstrip()[:1]
        ends = closing in ".!?" and (follows.isupper() or follows in '\u201c\u00ab"\u201e') and closing != ""
        sign = QUOTE + ("." if ends and not _inverted(after, closing) else "")
        parts.append(sign)
        size += len(sign)
        done = min(len(text), end + 1)
    parts.append(text[done:])
    return "".join(parts), places


def _inverted(after: str, closing: str) -> bool:
    """Return whether the words after a quotation name its speaker: `Putin said`, `President Rahmon added`, `Lind, a guest, asked`."""
    if _OPENING.match(after):
        return False
    mark = _CLAUSE_END.search(after)
    if closing == "." and mark is not None and mark[0] == "?":
        return False
    if closing == ".":
        words = [bare(word) for word in _WORD.findall(after[: mark.start() if mark is not None else None])]
        verb = next(
            (
                at
                for at, word in enumerate(words[:5])
                if word in VERBS and not (at and words[at - 1] in PREPOSITIONS)  # `looking at notes`
            ),
            None,
        )
        answers = verb is not None and verb > 0 and words[verb] in REPLYING | AGREEING
        return verb is not None and not answers and not _has_own_words(words[verb + 1 :])
    clause = _SENTENCE_END.split(after, maxsplit=1)[0]
    return any(bare(word) in VERBS for word in _WORD.findall(clause)[:12])


def _has_own_words(behind: Sequence[str]) -> bool:
    """Return whether a clause with the words said follows a verb of saying: `Putin said that he was glad`, `he told Lind she was right`."""
    for place, word in enumerate(behind[:_OBJECT]):
        if word in SUBORDINATE or word in SUBJECTS - WHO or (place and word in FINITE):
            return True
        if word in PREPOSITIONS or begins_subordinate(word):
            return False
    return False


def _signed_below(paragraph: Paragraph, names: Names) -> Attributed | None:
    """Return the person named by a paragraph below a quotation that has only a dash, a name and an office."""
    signed = signature(paragraph.text)
    if signed is None and paragraph.quoted and is_name_and_office(paragraph.text, names):
        signed = 0
    if signed is None or paragraph.text[:signed].strip():
        return None
    if not paragraph.quoted and not is_name_and_office(paragraph.text, names):
        return None
    return _signed(paragraph.text, names)


def _signed(name: str, names: Names) -> Attributed | None:
    """Return the speaker named by a line below a block quote."""
    words = re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*", name)
    for place in range(len(words)):
        match = names.at(words, place)
        if match:
            return Attributed(match[1], known=True)
    capital = [word for word in words if word[:1].isupper()]
    return Attributed(" ".join(capital[:3]), known=False) if len(capital) > 1 else None
