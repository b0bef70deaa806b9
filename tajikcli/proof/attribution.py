"""Who a text names as the speaker of its quotations.

From `X said`, `said X`, `according to X`, `X: …`, a name under a block quote, and a pronoun or title after a name, in English,
Russian and Tajik. Quotations of one sentence share their speaker, and one that follows with nothing between goes on
with it. Where the text names nobody, nobody is named: there is no guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.countries import is_adjective
from tajikcli.language.forms import any_of, has_cases, is_possessive
from tajikcli.proof.naming import (
    INSTITUTIONS,
    Attributed,
    bare,
    is_written_as_name,
)
from tajikcli.proof.quotation import signature
from tajikcli.proof.sentences import sentence_spans
from tajikcli.proof.speech import (
    ADDRESSING,
    ADVERBS,
    AGENTS,
    AND,
    AS_SAYING,
    BE,
    BEFORE_INVERSION,
    BEFORE_TITLES,
    BY,
    DENIALS,
    DETERMINERS,
    GAP,
    HERS,
    HIS,
    LIGHT,
    MONTHS_AND_DAYS,
    NO_PARTICIPLES,
    NOTHING,
    OBJECTS,
    OBJECTS_OR_OWNERS,
    OFFICES,
    OPENERS,
    OWNERS,
    PAST_TENSES,
    PREPOSITIONS,
    PRONOUNS,
    REFERRING,
    STRANGER_PHRASES,
    SUBJECTS,
    TELLING,
    TITLES,
    TITLES_BEFORE_NAMES,
    UTTERED,
    VERBS,
    WHO,
    WHOM,
    WORDS_OF,
)
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.draft.paragraphs import Paragraph
    from tajikcli.proof.naming import Names
    from tajikcli.proof.quotation import Quotation

_QUOTE = "\ufffc"  # stands for a quotation in the text around it
_TOKEN = re.compile(r"\ufffc|[^\W_]+(?:['\u2019-][^\W_]+)*['\u2019]?|[^\s\w]")

_ALL = together()
_ADVERBIAL = re.compile(
    f"(?:{'|'.join(_ALL.adverbial_endings)})$"
)  # what a sentence may begin with before a name
_CAPITAL_INSIDE = re.compile(r"\W[A-Z\u0400-\u042f\u0490-\u04ff]")
_PERSON = re.compile(rf"\b(?:{'|'.join(sorted(REFERRING))})\b|:\s*$", re.IGNORECASE)
_OTHER_CASE = re.compile(f"(?:{'|'.join(_ALL.object_endings)})$")  # how a name ends that is no subject
_PARTICIPLE = re.compile(f"[a-z]{{2}}(?:{any_of(_ALL.participle_endings)})$")
_BEFORE_TITLES = BEFORE_TITLES | {""}
_FAR_PARAGRAPHS = 5  # that a pronoun reaches back over
_LONGEST = 1_000  # characters of a sentence, its quotations not counted
_NEAR = 80  # characters behind a quotation that tell whether it ends the sentence around it
_FAR = 6  # words between a name and its verb


class _Mention(NamedTuple):
    """A person named in a sentence: where, by which words; `who` is a slug, a name as written, or None for a pronoun."""

    start: int
    end: int
    who: str | None
    nominative: bool
    possessive: bool
    known: bool


def attributions(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation], names: Names
) -> list[Attributed | None]:
    """Return for each quotation whom the text names as its speaker.

    Args:
        paragraphs: the draft's paragraphs.
        quotations: its quotations, in order.
        names: what speakers are called.

    Returns:
        One for each quotation; None where the text names nobody.
    """
    standing: dict[int, list[int]] = {}  # the quotations that begin or end in each paragraph
    covered: dict[int, list[tuple[int, int]]] = {}
    for number, one in enumerate(quotations):
        for at in dict.fromkeys((one.paragraph, one.last)):
            standing.setdefault(at, []).append(number)
        for at in range(one.paragraph, one.last + 1):
            begin = one.start if at == one.paragraph else 0
            end = one.end if at == one.last else len(paragraphs[at].text)
            covered.setdefault(at, []).append((begin, end))
    found: list[Attributed | None] = [None] * len(quotations)
    memory = _Memory(names)
    near = {at + off for at in standing for off in range(-_FAR_PARAGRAPHS, 1)}
    for at, paragraph in enumerate(paragraphs):
        if at not in near or paragraph.aside:
            continue
        here = standing.get(at, [])
        if here and quotations[here[0]].block:
            signed = signature(paragraph.text)
            name = paragraph.cite or (paragraph.text[signed:] if signed is not None else "")
            found[here[0]] = _signed(name, names) or memory.announced()
            continue
        begins = [quotations[number].start if quotations[number].paragraph == at else 0 for number in here]
        around, signs = _around(paragraph.text, covered.get(at, ()), frozenset(begins))
        if not here and _QUOTE in around:
            continue  # a paragraph in the middle of a long quotation
        memory.begin_paragraph()
        done = 0
        for start, end in _bounded(around, sentence_spans(around)):
            first = done
            while done < len(here) and signs[done] < end:
                done += 1
            inside = here[first:done]
            if not inside:
                memory.end_sentence(around[start:end])
                continue
            sentence = _Sentence(around[start:end], names, memory)
            for order, number in enumerate(inside):
                found[number] = found[number] or sentence.speaker(order)
            memory.end_sentence((sentence, [found[number] for number in inside]))
    for number, one in enumerate(quotations):
        if found[number] is None and paragraphs[one.last].quoted and one.last + 1 < len(paragraphs):
            found[number] = _signed_below(paragraphs[one.last + 1], names)
    return found


def _bounded(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield sentences, those that are longer than anybody writes in parts: who speaks is looked for everywhere in each."""
    for start, end in spans:
        begin = start
        while end - begin > _LONGEST:
            cut = text.rfind(" ", begin + _LONGEST // 2, begin + _LONGEST)
            cut = cut if cut >= 0 else begin + _LONGEST
            yield begin, cut
            begin = cut
        yield begin, end


def _signed_below(paragraph: Paragraph, names: Names) -> Attributed | None:
    """Return whom a paragraph of a block quote names that has nothing but a dash and a name."""
    signed = signature(paragraph.text) if paragraph.quoted else None
    if signed is None or paragraph.text[:signed].strip():
        return None
    return _signed(paragraph.text, names)


def _around(text: str, covered: Iterable[tuple[int, int]], starts: AbstractSet[int]) -> tuple[str, list[int]]:
    """Return a paragraph with a sign in place of each quotation, and where these signs stand.

    Inside the mark, a final point or question mark is kept behind the sign: it ends the sentence around.
    """
    parts: list[str] = []
    places: list[int] = []
    done = size = 0
    for begin, end in sorted(covered):
        before = text[done : max(done, begin - 1)]
        parts.append(before)
        size += len(before)
        if begin in starts:
            places.append(size)
        closing = text[max(begin, end - _NEAR) : end].rstrip()[-1:]
        after = text[end + 1 : end + 1 + _NEAR]
        follows = after.lstrip()[:1]
        ends = closing in ".!?" and (follows.isupper() or follows in '\u201c\u00ab"\u201e') and closing != ""
        sign = _QUOTE + ("." if ends and not _inverted(after) else "")
        parts.append(sign)
        size += len(sign)
        done = min(len(text), end + 1)
    parts.append(text[done:])
    return "".join(parts), places


def _inverted(after: str) -> bool:
    """Tell whether what follows a quotation says whose it is: `Putin said`, `President Rahmon added`."""
    return any(fold_letters(word) in VERBS for word in re.findall(r"[^\W_]+", after)[:5]) and not re.match(
        r"\s*[\"\u201c\u00ab\u201e]", after
    )


def _signed(name: str, names: Names) -> Attributed | None:
    """Return the speaker that a line under a block quote names."""
    words = re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*", name)
    for place in range(len(words)):
        match = names.at(words, place)
        if match:
            return Attributed(match[1], known=True)
    capital = [word for word in words if word[:1].isupper()]
    return Attributed(" ".join(capital[:3]), known=False) if len(capital) > 1 else None


def _is_light(word: str) -> bool:
    """Tell whether a folded word may stand between a preposition or a verb and the name it governs."""
    return word in LIGHT or is_adjective(word)


class _Memory:
    """Who has been named so far, for pronouns and for quotations that go on.

    Most quotations are attributed in their own sentence: the sentences before it are read only when somebody asks.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        # Sentences not yet read (or read already, with those of their quotations), None where a paragraph begins.
        self._unread: list[str | tuple[_Sentence, list[Attributed | None]] | None] = []
        self._speaking: Attributed | None = None  # in the sentence before, in this paragraph
        self._announced: Attributed | None = None  # by a sentence that ends with a colon
        self._last: Attributed | None = None  # the last one that anything was attributed to
        self._named: list[Attributed] = []  # in the last sentence that named anybody

    def begin_paragraph(self) -> None:
        """Take note that a paragraph begins."""
        self._unread.append(None)

    def end_sentence(self, sentence: str | tuple[_Sentence, list[Attributed | None]]) -> None:
        """Take note of a sentence: its text, or what was read of it and the speakers of its quotations."""
        self._unread.append(sentence)

    def continued(self) -> Attributed | None:
        """Return whose words a sentence goes on with that has nothing but quotations."""
        self._read()
        return self._speaking or self._announced

    def announced(self) -> Attributed | None:
        """Return whose words the sentence before has promised with a colon."""
        self._read()
        return self._announced

    def meant(self) -> Attributed | None:
        """Return whom a pronoun means: the last speaker, or the only person just named."""
        self._read()
        if self._last is not None:
            return self._last
        different = {one.who: one for one in self._named}
        return next(iter(different.values())) if len(different) == 1 else None

    def _read(self) -> None:
        unread, self._unread = self._unread, []
        begins = [place for place, one in enumerate(unread) if one is None]
        if len(begins) > _FAR_PARAGRAPHS:
            unread = unread[begins[-_FAR_PARAGRAPHS] :]
            self._last, self._named = None, []
        for one in unread:
            if one is None:
                self._speaking = None
                continue
            if isinstance(one, str) and not self._may_matter(one):
                self._speaking = self._announced = None
                continue
            sentence, here = (_Sentence(one, self._names, self), []) if isinstance(one, str) else one
            subject = sentence.subject()
            speaker = next((each for each in here if each), None) or subject
            self._speaking = (speaker or self._speaking) if here else subject
            self._announced = sentence.announced()
            if speaker:
                self._last = speaker
            if sentence.named or sentence.means_another:
                # Whoever is only told or thanked something is not whom the next `he` means.
                self._named = sentence.named if sentence.names_a_subject else []
                if not speaker:
                    self._last = None

    def _may_matter(self, text: str) -> bool:
        """Tell whether anybody may be named in a sentence: quicker than reading it."""
        first = text.split(maxsplit=1)[:1]
        return (
            bool(_CAPITAL_INSIDE.search(text) or _PERSON.search(text))
            or not first
            or self._names.at(_TOKEN.findall(first[0]), 0) is not None
        )


class _Sentence:
    """A sentence, quotations as signs in it, and who speaks there."""

    def __init__(self, text: str, names: Names, memory: _Memory) -> None:
        self._words: list[str] = _TOKEN.findall(text)
        self._folded = list(map(bare, self._words))
        self._signs = [place for place, word in enumerate(self._words) if word == _QUOTE]
        self._semicolons = [0, *accumulate(word == ";" for word in self._words)]  # before each word
        self._names, self._memory = names, memory
        self._mentions = self._find_mentions()
        self._objects = {one.who for one in self._mentions if one.who is not None and self._is_object(one)}
        self.named = [Attributed(one.who, one.known) for one in self._mentions if one.who is not None]
        self.means_another = any(map(self._is_object_pronoun, range(len(self._words))))
        self.names_a_subject = not self.means_another and any(
            one.who not in self._objects for one in self.named
        )
        self._gapped_pairs: list[
            tuple[int, Attributed | None]
        ] = []  # those of the quotation right behind them
        self._pairs = self._find_pairs()

    def speaker(self, order: int) -> Attributed | None:
        """Return who speaks the sentence's quotation of this number."""
        if self._pairs and order < len(self._signs):
            while order and self._goes_on(order):
                order -= 1
            sign = self._signs[order]
            for place, who in self._gapped_pairs:
                if place + 1 == sign:
                    return who
            # Of two speakers one of the same clause, then the nearer one; at the same distance the one named behind.
            return min(
                self._pairs,
                key=lambda pair: (self._clauses_between(pair[0], sign), abs(pair[0] - sign), -pair[0]),
            )[1]
        if not self._has_only_quotations:
            return None
        return self._memory.continued()

    def _goes_on(self, order: int) -> bool:
        """Tell whether nothing but `and` stands between a quotation and the one before it."""
        between = self._folded[self._signs[order - 1] + 1 : self._signs[order]]
        return bool(AND.intersection(between)) and not set(between) - AND - {","}

    def _clauses_between(self, one: int, other: int) -> int:
        return abs(self._semicolons[other] - self._semicolons[one])

    def subject(self) -> Attributed | None:
        """Return who is said to have said anything in this sentence."""
        return self._pairs[-1][1] if self._pairs else None

    def announced(self) -> Attributed | None:
        """Return whose words a sentence promises that ends with a colon."""
        if not self._words or self._words[-1] != ":":
            return None
        if self._pairs:
            return self._pairs[-1][1]
        known = [one for one in self.named if one.known]
        subject = len({one.who for one in known}) == 1 and known[0].who not in self._objects
        return known[0] if subject and not self._is_told(len(self._words)) else None

    @cached_property
    def _has_only_quotations(self) -> bool:
        return all(not word[0].isalnum() or word.casefold() in AND for word in self._words if word != _QUOTE)

    def _find_mentions(self) -> list[_Mention]:
        found: list[_Mention] = []
        done = 0
        may_begin = self._names.may_begin
        for place in [number for number, word in enumerate(self._words) if may_begin(word)]:
            mention = self._mention(place) if place >= done else None
            if mention is None:
                continue
            done = mention.end
            if (
                found
                and found[-1].end == mention.start
                and not found[-1].possessive
                and found[-1].who == mention.who
            ):
                mention = found.pop()._replace(end=mention.end, possessive=mention.possessive)
            elif (
                found
                and found[-1].end == mention.start
                and found[-1].known
                and not mention.known
                and mention.who
            ):
                found.pop()  # a title before a name that the record doesn't know
            elif found and found[-1].end == mention.start and found[-1].who is None:
                found.pop()
            found.append(mention)
        return found

    def _mention(self, place: int) -> _Mention | None:
        words = self._words
        named = self._names.at(words, place)
        if named is not None and named[0] == 1 and self._has_another_first_name(place, named[1]):
            return _Mention(
                place,
                place + 1,
                f"{words[place - 1]} {words[place]}",
                nominative=True,
                possessive=False,
                known=False,
            )
        if named is not None:
            size, slug, nominative = named
            end = place + size
            while end < len(words) and words[end][:1].isupper() and self._names.is_part(words[end], slug):
                end += 1
            return _Mention(place, end, slug, nominative, is_possessive(words[end - 1]), known=True)
        folded = self._folded[place]
        if folded in OWNERS and self._folded[place + 1 : place + 2] and self._folded[place + 1] in WORDS_OF:
            return _Mention(place, place + 1, None, nominative=True, possessive=True, known=False)
        if folded in PRONOUNS:
            return _Mention(place, place + 1, None, nominative=True, possessive=False, known=False)
        before = self._folded[place - 1] if place else ""
        if folded in TITLES and before in _BEFORE_TITLES and not words[place][:1].isupper():
            return _Mention(
                place, place + 1, None, nominative=True, possessive=is_possessive(words[place]), known=False
            )
        return self._stranger(place) if words[place][0].isupper() else None

    def _has_another_first_name(self, place: int, slug: str) -> bool:
        """Tell whether a surname on record stands behind a first name that is not its bearer's: `Igor Rahmonov`."""
        if (
            place == 0
            or not is_written_as_name(self._words[place])
            or not is_written_as_name(self._words[place - 1])
        ):
            return False
        before = self._folded[place - 1]
        if (
            before in OPENERS
            or _is_light(before)
            or before in TITLES
            or before in VERBS
            or is_possessive(self._words[place - 1])
        ):
            return False
        if place == 1 and _ADVERBIAL.search(before):
            return False
        return not (
            self._names.is_part(before, slug)
            or self._names.is_other(before)
            or self._names.at(self._words, place - 1)
        )

    def _stranger(self, place: int) -> _Mention | None:
        """Return a capitalised name that the record does not know, next to a verb of saying."""
        if self._folded[place] in OPENERS:
            return None
        words = self._words
        end = place
        while (
            end < len(words)
            and words[end][0].isupper()
            and end - place < 4
            and not self._names.at(words, end)
        ):
            if (
                self._folded[end] in MONTHS_AND_DAYS
                or self._names.is_other(words[end])
                or _is_light(self._folded[end])
            ):
                break
            end += 1
            if is_possessive(words[end - 1]):
                break
        if end == place:
            return None
        name = " ".join(words[place:end])
        if INSTITUTIONS.search(name) or (name.isupper() and len(name) > 1) or is_possessive(words[end - 1]):
            return None
        if self._folded[place] in VERBS or (end - place == 1 and self._folded[place] in TITLES):
            return None
        follows = self._folded[end] if end < len(words) else ""
        precedes = self._folded[place - 1] if place else ""
        adverb = self._folded[end + 1] if end + 1 < len(words) else ""
        by_title = place > 0 and precedes in OFFICES
        if not (
            follows in VERBS
            or (adverb in VERBS and follows in ADVERBS)
            or precedes in VERBS - ADDRESSING
            or follows == ":"
            or by_title
            or any(
                tuple(self._folded[max(0, place - len(phrase)) : place]) == phrase
                for phrase in STRANGER_PHRASES
            )
            or (follows == "," and end - place > 1)
        ):
            return None
        if place == 0 and end == 1 and follows not in VERBS and follows != ":":
            return None
        return _Mention(place, end, name, self._may_be_nominative(place, end), possessive=False, known=False)

    def _may_be_nominative(self, place: int, end: int) -> bool:
        """Tell whether a name that the record doesn't know may be a subject, by how it ends and by the verb beside it."""
        name = self._folded[end - 1]
        if not has_cases(name):
            return True
        beside = [self._folded[at] for at in (place - 1, end) if 0 <= at < len(self._folded)]
        verbs = [word for word in beside if word in VERBS]
        if name.endswith(_ALL.mens_accusatives) and verbs and verbs[0].endswith(_ALL.mens_past_tenses):
            return False
        return not _OTHER_CASE.search(name)

    def _find_pairs(self) -> list[tuple[int, Attributed | None]]:
        """Return who speaks, each with the place of what says so; None where somebody does and it can't be told who."""
        found: list[tuple[int, Attributed | None]] = []
        for place in [number for number, word in enumerate(self._folded) if word in TELLING]:
            word = self._folded[place]
            if word in VERBS:
                if not self._is_denied(place):
                    mention = self._by(place) or self._before(place) or self._behind(place)
                    self._take(found, place, mention)
                    if mention is None and self._is_of_somebody_else(place):
                        found.append((place, None))
            elif word == ":":
                # In `X told Y: …` it is X who speaks; in `X: “…”; Y: “…”` each is followed by their own words.
                sign = bisect_left(self._signs, place)
                after = self._signs[sign - 1] if sign else -1
                if not any(after < pair[0] < place for pair in found):
                    self._take(found, place, self._at_colon(place))
            elif word in AGENTS:
                if self._folded[place - 1] in UTTERED:
                    self._take(found, place, self._next(place + 1, 4))
            elif word in GAP:
                self._take(self._gapped_pairs, place, self._gapped(place))
            for phrase in BY.get(word, ()):
                if tuple(self._folded[place : place + len(phrase)]) == phrase:
                    self._take(found, place, self._next(place + len(phrase), 3, any_case=True))
        if not found and self._signs:
            self._take(found, self._signs[-1], self._after_dash())
        return found

    def _is_denied(self, verb: int) -> bool:
        """Tell whether somebody is said not to have spoken: `did not say`, `said nothing`."""
        before = self._folded[max(0, verb - 2) : verb]
        return bool(DENIALS.intersection(before)) or not NOTHING.isdisjoint(self._folded[verb + 1 : verb + 2])

    def _gapped(self, place: int) -> _Mention | None:
        """Return the name in `and Putin of “…”`, whose verb stands before another name."""
        if self._words[place + 1 : place + 2] != [_QUOTE]:
            return None
        return next(
            (mention for mention in self._mentions if mention.end == place and not mention.possessive), None
        )

    def _is_of_somebody_else(self, verb: int) -> bool:
        """Tell whether a verb of telling has a subject that is no name: `the guest told her`, `she was told`."""
        word = self._folded[verb]
        return (
            word in ADDRESSING
            and not word.endswith(_ALL.gerund_endings)
            and (self._has_subject(verb) or self._is_told(verb + 1))
        )

    def _take(self, found: list[tuple[int, Attributed | None]], place: int, mention: _Mention | None) -> None:
        if mention is not None:
            named = Attributed(mention.who, mention.known) if mention.who is not None else None
            found.append((place, named or self._meant_by(mention)))

    def _meant_by(self, pronoun: _Mention) -> Attributed | None:
        """Return whom a pronoun or a title means, if that may be them: no minister is a president, no `she` Mr Orlov."""
        who = self._antecedent(pronoun)
        if who is None:
            return None
        word = self._folded[pronoun.start]
        if word in TITLES and not (who.known and self._names.is_part(word, who.who)):
            return None
        feminine = self._names.is_feminine(who) if word in HERS or word in HIS else None
        return None if (word in HERS and not feminine) or (word in HIS and feminine) else who

    def _antecedent(self, pronoun: _Mention) -> Attributed | None:
        earlier = [one for one in self._mentions if one.end <= pronoun.start and one.who is not None]
        if len({one.who for one in earlier}) == 1 and earlier[0].who not in self._objects:
            return Attributed(str(earlier[0].who), earlier[0].known)
        meant = self._memory.meant()
        # In `he told her` two are meant, and so are they in `addressing her, he said`.
        return None if meant is None or meant.who in self._objects else meant

    def _by(self, verb: int) -> _Mention | None:
        """Return who stands behind `announced by`."""
        if not AGENTS.isdisjoint(self._folded[verb + 1 : verb + 2]):
            return self._next(verb + 2, 4)
        return None

    def _before(self, verb: int) -> _Mention | None:
        """Return the subject before a verb: not what a preposition or another verb governs, nor an owner's name."""
        if self._folded[verb] in ADDRESSING and self._is_told(verb + 1):
            return None
        for mention in reversed([one for one in self._mentions if one.end <= verb]):
            between = self._words[mention.end : verb]
            if _QUOTE in between or any(word in ".;!?" for word in between):
                return None
            words_between = [word for word in between if word[0].isalnum()]
            commas = between.count(",")
            if mention.possessive:
                if self._folded[verb] in WORDS_OF and len(between) < 3:
                    return mention
                continue
            if self._is_object(mention, verb):
                continue
            if self._folded[verb] in WORDS_OF and self._is_told(verb, mention.end):
                continue
            if commas and not WHOM.isdisjoint(self._folded[self._clause_start(mention) : mention.start]):
                continue  # `Mr Berg, whom she thanked, said`
            if commas == 0 and len(words_between) > _FAR:
                continue
            return None if self._is_one_of_several(mention) else mention
        return None

    def _is_one_of_several(self, mention: _Mention) -> bool:
        """Tell whether a name is joined with another: `Putin and Rahmon said` names no single speaker."""
        before, after = mention.start - 1, mention.end
        if before > 0 and self._folded[before] in AND and any(one.end == before for one in self._mentions):
            return True
        joined = after < len(self._folded) and self._folded[after] in AND
        return joined and any(one.start == after + 1 for one in self._mentions)

    def _is_object(self, mention: _Mention, verb: int | None = None) -> bool:
        """Tell whether a name is governed by a preposition or a verb, or stands in another case than the nominative.

        Args:
            mention: the name.
            verb: the verb whose subject is looked for; none for any.
        """
        if has_cases(self._words[mention.start]) and not mention.nominative:
            return True
        place = mention.start - 1
        while place >= 0 and (_is_light(self._folded[place]) or self._is_title_word(place)):
            place -= 1
        if place < 0:
            return False
        if self._folded[place] in PREPOSITIONS:
            return True
        if self._is_subject_of_what_follows(mention, verb):
            return False
        if self._folded[place] in AND:  # thanked Mrs Orlova and Mr Berg
            other = next((one for one in self._mentions if one.end == place), None)
            return other is not None and self._is_object(other, verb)
        return self._takes_object(place)

    def _is_subject_of_what_follows(self, mention: _Mention, verb: int | None) -> bool:
        """Tell whether a verb of saying follows a name at once, or a clause about it: `who said`, `as saying`."""
        after = self._folded[mention.end : mention.end + 2]
        if after[:1] == [","]:
            return not WHO.isdisjoint(after[1:])
        if not AS_SAYING.isdisjoint(after[:1]):
            return after[1] in VERBS if after[1:] else False
        place = mention.end
        while place < len(self._folded) and self._folded[place] in ADVERBS:
            place += 1
        return place == verb or (place < len(self._folded) and self._folded[place] in VERBS - WORDS_OF)

    def _takes_object(self, place: int) -> bool:
        """Tell whether the name behind a word is its object, which makes the word a verb: `thanked`, `he greets`."""
        word = self._folded[place]
        if not word[0].isalpha() or has_cases(word):
            return False
        if word in ADDRESSING or word in PAST_TENSES:
            return True
        if word in VERBS:
            return self._has_subject(place)
        before = self._folded[place - 1] if place else ""
        if _PARTICIPLE.search(word):
            return before not in DETERMINERS and word not in NO_PARTICIPLES
        named = any(one.end == place and not one.possessive for one in self._mentions_before(place))
        return (
            (before in SUBJECTS or named) and word not in AND and word not in SUBJECTS and word not in ADVERBS
        )

    def _clause_start(self, mention: _Mention) -> int:
        """Return the place behind the last comma before a name."""
        return next((at + 1 for at in range(mention.start - 1, -1, -1) if self._words[at] == ","), 0)

    def _mentions_before(self, place: int) -> list[_Mention]:
        return [one for one in self._mentions if one.end <= place]

    def _has_subject(self, verb: int) -> bool:
        """Tell whether a subject stands before a verb, so that no name behind it is one: `she warned Mr Berg`."""
        place = verb - 1
        while place >= 0 and (
            self._folded[place] in ADVERBS or self._folded[place].endswith(_ALL.adverb_endings)
        ):
            place -= 1
        return place >= 0 and self._words[place][0].isalnum() and self._folded[place] not in BEFORE_INVERSION

    def _is_told(self, end: int, start: int = 0) -> bool:
        """Tell whether the last verb before a place is passive: `was told`, `was greeted with the words`."""
        for place in range(end - 1, start, -1):
            word = self._folded[place]
            if word in ADDRESSING or _PARTICIPLE.search(word) or word in PAST_TENSES:
                before = place - 1
                while before > start and self._folded[before] in ADVERBS - BE:
                    before -= 1
                return self._folded[before] in BE
            if word in VERBS - WORDS_OF:
                return False
        return False

    def _is_object_pronoun(self, place: int) -> bool:
        """Tell whether somebody is meant who is no subject: `greeted him`."""
        word = self._folded[place]
        follows = self._words[place + 1 : place + 2]
        return word in OBJECTS or (word in OBJECTS_OR_OWNERS and not (follows and follows[0][0].isalnum()))

    def _is_title_word(self, place: int) -> bool:
        return self._words[place][0].isupper() and place > 0 and self._folded[place] in TITLES_BEFORE_NAMES

    def _behind(self, verb: int) -> _Mention | None:
        """Return the subject that follows a verb: `said Putin`, `заявил Путин`."""
        if self._folded[verb] in ADDRESSING:
            return None
        mention = self._next(verb + 1, 3)
        if mention is None or not self._has_subject(verb):
            return mention
        # In Russian a subject may follow whatever comes first, if its case tells that it is one.
        tells = has_cases(self._words[mention.start]) and mention.known
        return mention if tells and self._folded[verb - 1] not in SUBJECTS else None

    def _next(self, place: int, far: int, *, any_case: bool = False) -> _Mention | None:
        for mention in self._mentions:
            if mention.start < place:
                continue
            between = self._folded[place : mention.start]
            if len(between) > far or any(not word[0].isalnum() or word in PREPOSITIONS for word in between):
                return None
            if mention.possessive:
                return None
            if any_case or mention.nominative or not has_cases(self._words[mention.start]):
                return None if self._is_one_of_several(mention) else mention
            if between:
                return None
        return None

    def _at_colon(self, colon: int) -> _Mention | None:
        """Return the name before a colon that a quotation follows, if nothing but a bracket stands between."""
        follows = self._words[colon + 1 : colon + 2]
        if follows and follows != [_QUOTE]:
            return None
        for mention in reversed(self._mentions):
            between = self._words[mention.end : colon]
            if mention.end <= colon and (not between or (between[0] == "(" and between[-1] == ")")):
                return None if self._is_object(mention) else mention
        return None

    def _after_dash(self) -> _Mention | None:
        """Return the name that stands alone behind a quotation and a dash."""
        place = self._signs[-1] + 1
        while place < len(self._words) and self._words[place] in {".", ","}:
            place += 1
        if place < len(self._words) and self._words[place] in {"\u2014", "\u2013", "-", "("}:
            for mention in self._mentions:
                if mention.start == place + 1 and mention.end >= len(self._words) - 2:
                    return mention
        return None
