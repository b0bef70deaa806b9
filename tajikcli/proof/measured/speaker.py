"""Find the speaker whom a sentence names for a figure: `Orlova said trade grew by 20 percent`, `According to Orlova, …`.

The words that give the figure are replaced by the sign for a quotation, so the rules for speakers of quotations apply,
and a pronoun or a title means the person whom the sentences before it allow.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_wordings import wordings
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.proof.measured.cited import cited_in_next, cited_in_sentence
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speakers.context import fold
from tajikcli.proof.speakers.earlier import Context, begin_paragraph
from tajikcli.proof.speakers.marks import QUOTE, TOKEN
from tajikcli.proof.speakers.mention import REFERRING_KINDS
from tajikcli.proof.speakers.naming import bare
from tajikcli.proof.speakers.owners import according_to, owner_of_words
from tajikcli.proof.speakers.reference import NOBODY, meaning
from tajikcli.proof.speakers.rules import local_speaker
from tajikcli.proof.speakers.sentence import read_sentence
from tajikcli.proof.speakers.verbs import is_saying, may_say
from tajikcli.proof.speakers.view import views
from tajikcli.proof.speech import BY, OBJECTS, OF_TOPICS, POINTING, SUBORDINATE, WORDS_OF

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.proof.speakers.mention import Mention
    from tajikcli.proof.speakers.naming import Names
    from tajikcli.proof.speakers.sentence import Sentence

_COMMA = ","  # between the words and a name with a verb of saying that interrupts or follows them
_COLON = ":"  # between a name and the words that follow it
_WORD = re.compile(r"[^\W\d_]+")
_FAR = 300  # characters around a figure in which its speaker is looked for
_POINTING = 6  # the maximum number of words of a sentence that only says who said what is before it
_EARLIER = 1_500  # the number of characters before a figure's sentence that are searched for the person whom a pronoun means
# A name that signs a sentence, in brackets or after a dash, and one after a word for a source.
_NAME = r"(?P<name>[^\u2014\u2013().;:,]{2,60})\)?[.\s]*"
_SIGNATURE = re.compile(rf"\s?(?:[\u2014\u2013-]{{1,2}}\s?|\(){_NAME}")
_SOURCE = OnFirstUse(rf"(?i)\b(?:{any_of(together().source_nouns)})\s?:\s?{_NAME}\Z")
_ABOUT_THIS = OnFirstUse(rf"\W{{0,3}}(?:{any_of(wordings().about_this)})\b")
# A quotation whose words are blanked out.
_BLANKED = re.compile(r"[\"\u201c\u00ab\u201e]\s{2,}[.!?\u2026]?[\"\u201d\u201c\u00bb]")


class Told(NamedTuple):
    """The person to whom a text attributes a figure.

    Attributes:
        who: the slug of the speaker on record; None if no rule finds one.
        near: the speakers on record whom the sentence names before the figure, if somebody says something and
            no rule finds who.
    """

    who: str | None = None
    near: frozenset[str] = frozenset()


class _Found(NamedTuple):
    """The mention of a speaker, with its sentence."""

    mention: Mention
    one: Sentence


class Spans(NamedTuple):
    """The positions of a figure in its sentence.

    Attributes:
        words: the start and end of the words that give it: its number, and the name of its measure.
        number: the start and end of its number.
    """

    words: tuple[int, int]
    number: tuple[int, int]


class Around(NamedTuple):
    """The text around a sentence, with quotations blanked out.

    Attributes:
        earlier: the paragraphs before the sentence; the last one ends where the sentence begins.
        later: the text of the paragraph after the sentence.
    """

    earlier: Sequence[str] = ()
    later: str = ""


def figure_speaker(text: str, spans: Spans, names: Names, around: Around) -> Told:
    """Return the person to whom a sentence attributes a figure.

    Args:
        text: the sentence.
        spans: the positions of the figure in it.
        names: the names of speakers.
        around: the text around the sentence.
    """
    start, end = spans.words
    before = (*around.earlier, text[: spans.number[0]])
    cited = cited_in_sentence(text, *spans.number, names, lambda: context_after(before, names))
    told = Told(cited) if cited is not None else _in_sentence(text, start, end, names, around.earlier)
    if told.who is not None or told.near:
        return told
    behind = text[end : end + _FAR]
    signed = _signed(_SIGNATURE.fullmatch(behind) or _SOURCE.compiled.search(behind), names)
    if signed is not None:
        return Told(signed)
    return _in_next(around, text, names) or told


def _signed(match: re.Match[str] | None, names: Names) -> str | None:
    """Return the speaker whose name alone stands after a figure: `Trade grew by 20 percent — Orlova`, `… (source: Orlova)`."""
    words = TOKEN.findall(match["name"]) if match else []
    named = names.at(words, 0) if words else None
    return named[1] if named is not None and named[0] == len(words) else None


def _in_next(around: Around, text: str, names: Names) -> Told | None:
    """Return the person to whom the next sentence attributes a figure: `This was announced by Orlova`, `Об этом сообщила Орлова`."""
    later = around.later[:_FAR]
    spans = sentence_spans(later)
    if not spans:
        return None
    (_, end), *_ = spans
    before = (*around.earlier, text)
    following = later[:end]
    cited = cited_in_next(following, names, lambda: context_after(before, names))
    cited = cited or _signed(_SOURCE.compiled.match(following.strip()), names)
    if cited is not None:
        return Told(cited)
    begun = _ABOUT_THIS.compiled.match(later)
    if begun is not None:
        found = _found(f"{QUOTE}, {later[begun.end() : end]}", _COMMA, names)
    elif _only_points_back(following):
        found = _found(f"{QUOTE}, {following.strip()}", _COMMA, names)
    else:
        return None
    who = meaning(*found, Context(), names).who if found is not None else None
    return Told(who.who) if who is not None and who.known else None


def _only_points_back(sentence: str) -> bool:
    """Return whether a short sentence without figures only says who said what is before it: `So says Orlova.`, `That is what Orlova claimed.`."""
    words = [*map(bare, _WORD.findall(sentence))]
    return (
        bool(words)
        and len(words) <= _POINTING
        and words[0] in POINTING
        and not any(map(str.isdigit, sentence))
    )


def _in_sentence(text: str, start: int, end: int, names: Names, earlier: Sequence[str]) -> Told:
    """Return the person to whom the sentence of a figure attributes it."""
    before, behind = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    inside = text[start:end][:_FAR].split(_COMMA)
    one = read_sentence(before, (), names)
    tried = [(_frame(before, one), "", "")]
    tried += [("", _COMMA, part) for part in (*behind.split(_COMMA, 2)[1:2], *inside[1:-1])]
    is_of_another = False
    for framed, closing, part in tried:
        found = _found(f"{framed}{QUOTE} {part}".strip(), closing, names) if framed or part else None
        if found is None:
            continue
        context = Context()
        if found.mention.kind in REFERRING_KINDS:
            # `Orlova was pleased: trade, she said, grew`: the sentence itself may name the person.
            context = context_after(earlier if framed else (*earlier, before), names)
        speaker = meaning(*found, context, names)
        if speaker.who is not None and speaker.who.known:
            return Told(speaker.who.who)
        if speaker.doubt and found.mention.kind in REFERRING_KINDS and context.present:
            return _near(person.who for person in context.present if person.known)
        is_of_another = is_of_another or not found.mention.known
    if is_of_another or not any(_tells(one, place) for place in range(len(one.words))):
        return Told()
    near = (mention.who for mention in one.mentions if mention.known and not mention.possessive)
    return _near(who for who in near if who is not None and who in names.slugs)


def _tells(one: Sentence, place: int) -> bool:
    """Return whether a verb tells of a figure: a verb of saying, or any verb that may be one before a preposition for a topic (`boasted of`)."""
    behind = one.folded[place + 1 : place + 2]
    return is_saying(one, place) or (not OF_TOPICS.isdisjoint(behind) and may_say(one, place))


def _near(slugs: Iterable[str]) -> Told:
    return Told(near=frozenset(slugs))


def context_after(texts: Sequence[str], names: Names) -> Context:
    """Return the persons to whom a sentence may refer after some paragraphs.

    Args:
        texts: the paragraphs, with quotations blanked out; only the last 1,500 characters count.
        names: the names of speakers.
    """
    context, left, chosen = Context(), _EARLIER, list[str]()
    for text in reversed(texts):
        if left <= 0:
            break
        chosen.append(text[-left:])
        left -= len(text)
    for text in reversed(chosen):
        context = begin_paragraph(context)
        marked = _BLANKED.sub(QUOTE, text)
        for start, end in sentence_spans(marked):
            sentence = marked[start:end]
            one = read_sentence(sentence, ("",) * sentence.count(QUOTE), names)
            mentions = [local_speaker(view) for view in views(one)]
            speakers = [meaning(each, one, context, names) if each else NOBODY for each in mentions]
            context = fold(context, one, [each.who for each in speakers], names)
    return context


def _found(text: str, closing: str, names: Names) -> _Found | None:
    """Return the mention of the speaker of the quotation in a text."""
    one = read_sentence(f"{text}." if text[-1].isalpha() else text, (closing,), names)
    (view,) = views(one)
    is_told = any(is_saying(one, place) for place in range(len(one.words))) or according_to(view) is not None
    is_told = is_told or owner_of_words(view) is not None or _has_only_verb_and_name(one)
    if not is_told and _COLON not in one.words:
        return None
    mention = local_speaker(view)
    return _Found(mention, one) if mention is not None else None


def _has_only_verb_and_name(one: Sentence) -> bool:
    """Return whether the sentence of a quotation only has a name and one other word, which may be a verb of saying: `“…”, reckoned Orlova`."""
    rest = [
        place
        for place, word in enumerate(one.words)
        if word[0].isalnum()
        and not any(each.start <= place < each.end for each in one.mentions if each.known)
    ]
    return len(rest) == 1 and may_say(one, rest[0])


def _frame(before: str, one: Sentence) -> str:
    """Return the words before a figure up to the verb of saying and its object: `Orlova told Berg` for `Orlova told Berg that the`."""
    places = [match.end() for match in TOKEN.finditer(before)]
    last = -1
    for place in range(len(one.words)):
        if is_saying(one, place):
            last = place
        elif one.folded[place] in SUBORDINATE and last >= 0:
            return f"{before[: places[place - 1]]} "
    ends = [
        mention.end
        - 1
        + (mention.possessive and not WORDS_OF.isdisjoint(one.folded[mention.end : mention.end + 1]))
        for mention in one.mentions
        if mention.known
    ]
    ends += [
        after
        for place, word in enumerate(one.folded)
        for phrase in BY.get(word, ())
        if (after := place + len(phrase)) < len(one.words) and one.folded[after] in OBJECTS
    ]
    last = max([last, *ends])
    if last < 0:
        return ""
    comma = last + 1 < len(one.words) and one.words[last + 1] in {_COMMA, _COLON}
    return f"{before[: places[last + comma]]} "
