"""Find the quotations of a text with their speakers: turns of a transcript, or words in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from tajikcli.draft.paragraphs import Paragraph, Run
from tajikcli.extract.listeners import may_be_meant, pronouns_in, quoted_by
from tajikcli.extract.slugs import slug_of
from tajikcli.extract.subjects import goes_on, speaker_before
from tajikcli.extract.turns import bare_label, is_of_others, speaker_of
from tajikcli.language.forms import has_cases
from tajikcli.model.knowledge import Speaker
from tajikcli.model.verdicts import Verdict
from tajikcli.proof.quotation import quotations
from tajikcli.proof.speakers.attribution import attributions
from tajikcli.proof.speakers.naming import names_body
from tajikcli.proof.speech import PREPOSITIONS, PRONOUNS, REFERRING, VERBS, WORDS_OF, looks_like_verb
from tajikcli.proof.unspoken import Marked, is_named_beside, names_a_work
from tajikcli.text import fold_letters, fold_space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.extract.cast import Cast
    from tajikcli.extract.turns import Turn
    from tajikcli.model.knowledge import StatementEntry
    from tajikcli.proof.quotation import Quotation
    from tajikcli.proof.speakers.attribution import Naming
    from tajikcli.proof.speakers.naming import Attributed

_LONGEST = 5_000  # the maximum number of characters of a statement's text
_AROUND = 400  # the number of characters around a quotation in which the source may hedge
_LONGEST_SENTENCE = 1_000  # the number of characters beside a quotation that may belong to its sentence
_LEAST = 3  # this many words are a quotation even without a speaker
_OPENING = ' "\u00ab\u201c\u201e'
_MARKS = " ,\"'\u201d\u2019\u00bb"
_SENTENCE_ENDS = frozenset(".!?\u2026")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]+")
_INSERTION = re.compile(
    r"(?<!\s)[,!?\u2026]?\s++[\u2013\u2014-]\s++(?P<told>[^\u2013\u2014]{3,100}?)[.,]?\s++[\u2013\u2014-]\s++"
)
_MOST_INSERTED = 8  # words
_TELLING = VERBS - WORDS_OF


class Quote:
    """A quotation of a text.

    Args:
        parts: its words, by paragraph.
        spans: the paragraph, the start and the end of each part.
        speaker: the slug of the speaker; None if no strong rule applies.
        candidates: the possible speakers.
        around: the sentence around it, without its words.

    Attributes:
        is_unclear: whether the words around it name several persons who may speak it.
        is_of_body: whether its only candidate is a body, such as a ministry.
        asker: the label before the words of somebody without a name (`Question`); None if there is none.
        statements: the statements made from it.
    """

    def __init__(
        self,
        parts: list[str],
        spans: list[tuple[int, int, int]],
        speaker: str | None,
        candidates: list[str],
        around: str,
    ) -> None:
        self.parts, self.spans, self.speaker, self.candidates, self.around = (
            parts,
            spans,
            speaker,
            candidates,
            around,
        )
        self.is_unclear = self.is_of_body = False
        self.asker: str | None = None
        self.statements: list[StatementEntry] = []

    @property
    def text(self) -> str:
        """Its words, with folded white space."""
        return " ".join(self.parts)

    @property
    def places(self) -> list[tuple[int, int]]:
        """The paragraph and offset of each part."""
        return [(at, start) for at, start, _ in self.spans]


class Standing:
    """The positions of quotations in a text.

    Args:
        quotes: the quotations.
    """

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._spans: dict[int, list[tuple[int, int, Quote]]] = {}
        for quote in quotes:
            for at, start, end in quote.spans:
                self._spans.setdefault(at, []).append((start, end, quote))
        for spans in self._spans.values():
            spans.sort(key=itemgetter(0))

    def around(self, paragraph: int, offset: int) -> Quote | None:
        """Return the quotation around an offset in a paragraph; None if there is none."""
        spans = self._spans.get(paragraph, ())
        at = bisect_right(spans, offset, key=itemgetter(0)) - 1
        return spans[at][2] if at >= 0 and offset < spans[at][1] else None


def quotes_in(paragraphs: Sequence[str], cast: Cast) -> list[Quote]:
    """Return the quotations of a text, in order.

    Args:
        paragraphs: its paragraphs.
        cast: its speakers; a speaker who is named only beside a quotation is added.
    """
    if cast.turns:
        return [quote for turn in cast.turns for quote in _turn(turn, paragraphs, cast)]
    shown = [Paragraph(text, [Run(0, 0)]) for text in paragraphs]
    found = quotations(shown)
    speakers = attributions(shown, found, cast.names)
    quotes = [quote for turn in cast.set_off for quote in _turn(turn, paragraphs, cast)]
    labelled = {turn.first for turn in cast.set_off}
    last: Quote | None = None
    for one, speaker in zip(found, speakers, strict=True):
        if one.paragraph in labelled:
            continue
        quote = _quote(one, speaker, paragraphs, cast, last)
        if quote is not None:
            quotes.append(quote)
            last = quote
    quotes.sort(key=lambda one: one.spans[0])
    for quote in quotes:
        _leave_out_cut_words(quote)
    return [
        one
        for at, one in enumerate(quotes)
        if not any(
            _is_rest(one, other, paragraphs) for other in quotes[max(0, at - 1) : at + 2] if other is not one
        )
    ]


def _leave_out_cut_words(quote: Quote) -> None:
    """Leave out the parts that are only a word or two of a sentence whose rest is another part: `We, - he said, - are glad to …`."""
    following = [*quote.parts[1:], ""]
    whole = [at for at, part in enumerate(quote.parts) if not _is_cut(part, following[at])]
    if any(len(_WORDS.findall(quote.parts[at])) >= _LEAST for at in whole):
        quote.parts = [quote.parts[at] for at in whole]
        quote.spans = [quote.spans[at] for at in whole]


def _is_cut(words: str, following: str) -> bool:
    """Return whether words are too few to be compared, and only the beginning or the end of a sentence, without a number.

    Args:
        words: the words.
        following: those behind the narrator's words; empty if there are none.
    """
    goes_on = words[:1].islower() or following[:1].islower()
    is_short = len(_WORDS.findall(words)) < _LEAST and not _DIGIT.search(words)
    return goes_on and is_short and words[-1] not in _SENTENCE_ENDS


def _is_rest(one: Quote, other: Quote, paragraphs: Sequence[str]) -> bool:
    """Return whether a quotation is only a word or two of the sentence that another one has: `“We,” he said, “are glad to …”`."""
    if one.speaker is None or one.speaker != other.speaker or len(_WORDS.findall(other.text)) < _LEAST:
        return False
    first, second = sorted([one.spans[0], other.spans[0]])
    if first[0] != second[0] or not _is_cut(one.text, other.text if one.spans[0] == first else ""):
        return False
    return _SENTENCE_ENDS.isdisjoint(paragraphs[first[0]][first[2] : second[1]])


def _turn(turn: Turn, paragraphs: Sequence[str], cast: Cast) -> list[Quote]:
    """Return a turn as a quotation, or as several if it is longer than a statement may be."""
    speaker = cast.of_label(turn.label)
    quotes: list[Quote] = []
    parts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    for at in range(turn.first, turn.last + 1):
        start = turn.start if at == turn.first else 0
        for begin, end in _cut(paragraphs[at], start):
            part = paragraphs[at][begin:end]
            if parts and sum(map(len, parts)) + len(parts) + len(part) > _LONGEST:
                quotes.append(Quote(parts, spans, speaker, [], ""))
                parts, spans = [], []
            parts.append(part)
            spans.append((at, begin, end))
    quotes.append(Quote(parts, spans, speaker, [], ""))
    if is_of_others(turn.label):
        for quote in quotes:
            quote.asker = bare_label(turn.label)
    return quotes


def _cut(text: str, start: int) -> list[tuple[int, int]]:
    """Return the positions at which an overlong paragraph is cut: after a sentence, or after a word."""
    pieces = []
    while len(text) - start > _LONGEST:
        end = text.rfind(". ", start, start + _LONGEST) + 1 or text.rfind(" ", start, start + _LONGEST)
        if end <= start:
            end = start + _LONGEST
        pieces.append((start, end))
        start = end + (text[end : end + 1] == " ")
    return [*pieces, (start, len(text))]


def _quote(
    one: Quotation, naming: Naming, paragraphs: Sequence[str], cast: Cast, last: Quote | None
) -> Quote | None:
    parts, spans = [], []
    for at in range(one.paragraph, one.last + 1):
        text = paragraphs[at]
        start = (
            one.start if at == one.paragraph else len(text) - len(text.lstrip(' \u201c\u00ab\u201e"\u00bb'))
        )
        end = one.end if at == one.last else len(text)
        part = text[start:end].strip()
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if not one.closed:  # the closing mark is of another kind
            part = part.rstrip(_MARKS)
        for begin, stop in _without_insertions(part, cast):
            own = part[begin:stop].removesuffix(",").rstrip()
            if own:
                parts.append(fold_space(own))
                spans.append((at, start + begin, start + begin + len(own)))
    if not parts or not one.ends:
        return None
    ahead = paragraphs[one.paragraph][max(0, one.start - 1 - _LONGEST_SENTENCE) : max(0, one.start - 1)]
    before = ahead.rpartition(". ")[2]
    behind = paragraphs[one.last][one.end + 1 : one.end + 1 + _LONGEST_SENTENCE].partition(". ")[0]
    around = f"{before} {behind}"
    between = _between(last, one, paragraphs)
    named = _slug(naming.who, cast, paragraphs[one.paragraph] + paragraphs[one.last])
    if named is None:
        named = speaker_before(before, naming, _still_speaking(last, between, cast), cast)
    same = goes_on(ahead.rstrip(_OPENING), around, cast) if named is None or last is not None else None
    named = named or same
    is_spoken = named is not None or naming.framed
    is_term = named is None and len(_WORDS.findall(" ".join(parts))) == 1  # `agreed to find “synergies”`
    if is_term or _is_name(parts, paragraphs[one.paragraph], one, is_spoken=is_spoken):
        return None
    near = [one.who for one in naming.near if one.known]
    if (
        named is not None
        and named != same
        and (unclear := _unclear(last, (before, behind), named, between, cast))
    ):
        quote = Quote(parts, spans, None, unclear, around[-_AROUND:])
        quote.is_unclear = True
        return quote
    if (
        named is None
        and len(near) == len(naming.near) == 1
        and len(parts) > 1
        and _is_told_of_it(paragraphs, spans)
    ):
        named = near[0]  # `We work, - he said. - We do.`, and one person is named before
    quote = Quote(parts, spans, named, near, around[-_AROUND:])
    if named is None and naming.who is not None and not naming.who.known and names_body(naming.who.who):
        quote.is_of_body = True
        quote.candidates = [_body(naming.who.who, f"{before} {behind}", cast)]
    return quote


def _body(name: str, around: str, cast: Cast) -> str:
    """Return the slug of a body that speaks; in a language with cases, its name is in the nominative unless a preposition precedes it."""
    words = around.split()
    first = name.split(maxsplit=1)[0]
    before = next((words[at - 1] for at, word in enumerate(words) if at and word.strip(_MARKS) == first), "")
    return cast.body(name, nominative=not has_cases(first) or fold_letters(before) not in PREPOSITIONS)


def _between(last: Quote | None, one: Quotation, paragraphs: Sequence[str]) -> str | None:
    """Return the words between the quotation before and another one in the same paragraph or the next; None if it is not near."""
    if last is None or one.paragraph - last.spans[-1][0] > 1:
        return None
    at, _, end = last.spans[-1]
    if at == one.paragraph:
        between = paragraphs[at][end : one.start]
    else:
        between = f"{paragraphs[at][end:]} {paragraphs[one.paragraph][: one.start]}"
    return between if len(between) <= _LONGEST_SENTENCE else None


def _still_speaking(last: Quote | None, between: str | None, cast: Cast) -> str | None:
    """Return the speaker of the quotation before, if nobody else is named between it and another one."""
    if last is None or last.speaker is None or between is None:
        return None
    return last.speaker if set(cast.mentioned(between)) <= {last.speaker} else None


def _unclear(
    last: Quote | None, around: tuple[str, str], named: str, between: str | None, cast: Cast
) -> list[str]:
    """Return the persons who may speak a quotation, if they are several.

    Args:
        last: the quotation before.
        around: the words of the sentence before and after the quotation.
        named: the speaker by the rules of attribution.
        between: the words between the two quotations.
        cast: the speakers.
    """
    if several := quoted_by(around[1], cast):
        return several
    if last is None or between is None:
        return []
    pronouns = pronouns_in(" ".join(around), cast)
    if not pronouns:
        return []
    if last.is_unclear:
        return last.candidates
    others = may_be_meant(pronouns[0], f"{last.around} {between}", named, cast)
    return [named, *others] if others else []


def _without_insertions(part: str, cast: Cast) -> list[tuple[int, int]]:
    """Return the positions of the speaker's words between the narrator's words: `We work, - he said. - We do.` has two parts."""
    pieces, start = [], 0
    for match in _INSERTION.finditer(part):
        words = _WORDS.findall(match["told"])
        if _tells(words) or (_begins_with_verb(words) and cast.mentioned(match["told"])):
            pieces.append((start, match.start()))
            start = match.end()
    return [*pieces, (start, len(part))]


def _is_told_of_it(paragraphs: Sequence[str], spans: Sequence[tuple[int, int, int]]) -> bool:
    """Return whether a pronoun is the speaker in the narrator's words between two parts of a quotation."""
    return any(
        at == then
        and not PRONOUNS.isdisjoint(fold_letters(word) for word in _WORDS.findall(paragraphs[at][end:start]))
        for (at, _, end), (then, start, _) in pairwise(spans)
    )


def _begins_with_verb(words: Sequence[str]) -> bool:
    """Return whether the narrator's words begin with a verb of any meaning: `- drew attention Berg -`, in Russian."""
    first = fold_letters(words[0]) if words and words[0].islower() else ""
    return len(words) <= _MOST_INSERTED and has_cases(first or "a") and looks_like_verb(first)


def _tells(words: Sequence[str]) -> bool:
    """Return whether a short text has a verb of saying beside a name, a title or a pronoun."""
    folded = [fold_letters(word) for word in words]
    return len(words) <= _MOST_INSERTED and any(
        word in _TELLING
        and any(
            words[beside][0].isupper() or folded[beside] in REFERRING
            for beside in (place - 1, place + 1)
            if 0 <= beside < len(words)
        )
        for place, word in enumerate(folded)
    )


def _slug(speaker: Attributed | None, cast: Cast, beside: str) -> str | None:
    """Return the slug of the speaker whom a strong rule names; a person named only here by first and last name is added.

    Args:
        speaker: the person whom the rule names.
        cast: the speakers.
        beside: the paragraphs of the quotation; a name in other paragraphs may be a byline or a headline.
    """
    if speaker is None:
        return None
    if speaker.known:
        return speaker.who
    if speaker.who not in fold_space(beside):
        return None
    words = speaker.who.split()
    person = speaker_of(speaker.who)
    if len(words) < 2 or person is None or person.name != speaker.who:
        return None  # not the name of a person: a university, a newspaper
    same = next((slug for slug, one in cast.speakers.items() if one.name == speaker.who), None)
    if same is not None:
        return same
    slug = cast.taken.free(slug_of(words[-1]) or "speaker")
    cast.speakers[slug] = Speaker(speaker.who)
    return slug


def _is_name(parts: Sequence[str], paragraph: str, one: Quotation, *, is_spoken: bool) -> bool:
    """Return whether words in quotation marks are a name, a title or a term instead of a quotation.

    Such words are short and have no speaker, or begin with a capital in the middle of a sentence.
    """
    before = paragraph[max(0, one.start - 1 - _LONGEST_SENTENCE) : max(0, one.start - 1)]
    marked = Marked(" ".join(parts), before, is_spoken, Verdict.NOT_FOUND)
    if names_a_work(marked) or is_named_beside(marked):
        return True
    words = _WORDS.findall(" ".join(parts))
    if len(words) >= _LEAST and (is_spoken or len(words) > 2 * _LEAST):
        return False
    if not words:
        return True
    before = before.rstrip()
    inside_a_sentence = bool(before) and before[-1] not in ".!?:\u2014\u2013-,"
    if inside_a_sentence and words[0][0].isupper() and words[0] != "I":
        return True
    return not is_spoken and len(words) < 2 * _LEAST
