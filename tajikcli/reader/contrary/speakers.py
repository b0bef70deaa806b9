"""Find facts whose text says that another person on record said it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.cast import names_on_record
from tajikcli.extract.telling import teller
from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of, has_cases, is_possessive
from tajikcli.proof.grammar import ARTICLES, OF, THAT
from tajikcli.proof.speakers.naming import bare
from tajikcli.proof.speech import ADDRESSING, AGENTS, AND, AS_SAYING, BE, BY, SUBORDINATE, VERBS, WHO
from tajikcli.reader.faults import Fault
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.model.knowledge import KnowledgeFile
    from tajikcli.proof.speakers.naming import Names

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|[^\s\w]")
_BEFORE = 3  # the number of words before a name that may make it a speaker: `according to`, `по словам`
_OPENERS = word_set(fold_letters(together().subordinate_openers)) - AS_SAYING
_FEWEST_BEFORE = 2  # words before a subject behind its verb: `It was`
_BEGINNING = 4  # the number of letters of a name that all of its forms share


def contrary_speakers(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a warning for each paraphrase whose text attributes it to another speaker on record.

    If the text also names the fact's own speaker, who may have said it too, or heard it, this is only clear if that name
    cannot be the subject of a verb of saying.

    Args:
        knowledge: content of valid shape.
    """
    people = _People(knowledge)
    for place, entry in enumerate(knowledge.statements):
        if entry.kind != "paraphrase" or entry.speaker is None:
            continue
        if not people.may_name_another(entry.text, entry.speaker):
            continue
        who = people.other_teller(entry.text, entry.speaker)
        if who is not None:
            name = knowledge.speakers[who].name
            message = f"the text says that {name} said it, but the speaker is '{entry.speaker}'; expected the same person"
            yield Fault(("statements", place, "text"), message, severity="warning")


class _People:
    """The speakers and relays of a file, as its texts name them."""

    def __init__(self, knowledge: KnowledgeFile) -> None:
        self._speakers = knowledge.speakers
        self._relays = [name for relay in knowledge.relays.values() for name in (relay.name, *relay.aliases)]
        self._offices = dict(_offices(knowledge))
        self._begun_offices = tuple({_begin(office.split()[0]) for office in self._offices})
        self._beginnings: dict[str, set[str]] = {}
        for slug, speaker in self._speakers.items():
            for name in (speaker.name, speaker.role or "", *speaker.aliases):
                for word in name.split():
                    self._beginnings.setdefault(_begin(word), set()).add(slug)

    @cached_property
    def _names(self) -> Names:
        return names_on_record(self._speakers, self._offices.items())

    @cached_property
    def _relaying(self) -> re.Pattern[str]:
        """A relay with the word after it, at the beginning of a text: `The Kremlin says`."""
        articles = any_of(together().articles)
        return re.compile(rf"(?:(?:{articles})\s+)?(?:{any_of(self._relays)})\s+\w+\s+", re.IGNORECASE)

    def may_name_another(self, text: str, speaker: str) -> bool:
        """Return whether a text may name another speaker; a quick test before the search for names."""
        own = {speaker}
        words = text.split()
        first = self._beginnings.get(_begin(words[0])) if len(words) > 1 else None
        if first == own and bare(words[1]) in VERBS:
            return False  # `Orlova said`
        return any(
            self._beginnings.get(_begin(word), own) != own
            for word in words
            if word[0].isupper() or word.casefold().startswith(self._begun_offices)
        )

    def other_teller(self, text: str, speaker: str) -> str | None:
        """Return the person who says something according to a text, but is not its speaker; None if this is not certain."""
        relayed = self._relaying.match(text)
        text = text[relayed.end() :] if relayed else text
        words = _WORD.findall(text)
        names = self._names
        that = THAT.compiled.search(text)  # `Orlova said that, according to the agency, …`
        named = _mentions(words, names)
        who = (teller(text[: that.end()], names).who if that else None) or teller(text, names).who
        subject = (
            next((one for one in named if _is_subject_behind(words, one)), None) if who is None else None
        )
        who = who if subject is None else subject.slug
        if who is None or who == speaker:
            return None
        if not all(_is_whole(words, one, named) for one in named if one.slug == who and one is not subject):
            return None
        mentions = [(one.start, one.slug) for one in named]
        own = [at for at, slug in mentions if slug == speaker]
        theirs = [at for at, slug in mentions if slug == who]
        joined = {
            at
            for (_, slug), (at, _) in pairwise(mentions)
            if slug == who and fold_letters(words[at - 1]) in AND
        }
        if not theirs or _is_in_clause_of_another(words, theirs[0]):
            return None
        if any(at < theirs[0] or at in joined for at in own):
            return None  # `the aide to the President of Aland said`; `Orlova and Berg said`
        for at in own:
            begins = max([at - _BEFORE, *(other + 1 for other in theirs if other < at)])
            if teller(" ".join(words[begins:]), names).who == speaker:
                return None  # `Orlova told what, according to Berg, …`
        return who


def _offices(knowledge: KnowledgeFile) -> Iterator[tuple[str, str]]:
    """Yield the offices that name one speaker, each with the speaker's slug: `Mayor of Lindholm`, but not `Mayor`."""
    roles = [(speaker.role, slug) for slug, speaker in knowledge.speakers.items() if speaker.role]
    holders = Counter(fold_letters(role) for role, _ in roles)
    for role, slug in roles:
        first, *others = role.split()
        is_of = not OF.isdisjoint(map(fold_letters, others))
        is_place = has_cases(first) and any(word[0].isupper() for word in others)  # `Мэр Линдхольма`
        if (is_of or is_place) and holders[fold_letters(role)] == 1:
            yield role, slug


class _Mention(NamedTuple):
    """A name in a text: the positions of its first word and of the word after it, and its bearer."""

    start: int
    end: int
    slug: str


def _mentions(words: Sequence[str], names: Names) -> list[_Mention]:
    """Return the names in a text; a name within a longer one does not count."""
    found: list[_Mention] = []
    for at in range(len(words)):
        name = names.at(words, at)
        if name and (not found or found[-1].end <= at):
            found.append(_Mention(at, at + name[0], name[1]))
    return found


def _is_subject_behind(words: Sequence[str], one: _Mention) -> bool:
    """Return whether a name is the one who says something, though it is not before a verb of saying.

    `It was the mayor who said that …`, `It was announced by the mayor that …`, and at the end `…, said the mayor`.
    """
    folded = [bare(word) for word in words]
    start = _start_of(folded, one)
    before, behind = folded[:start], folded[one.end :]
    ends = not behind or not behind[0][:1].isalpha()
    if len(before) < _FEWEST_BEFORE or OF.intersection(behind[:1]):
        return False
    if before[-1] in VERBS - ADDRESSING:
        return before[-2] == "," and ends and not has_cases(before[-1])
    is_said = not VERBS.isdisjoint(behind[1:3])
    if before[-1] in BE:
        return len(before) == _FEWEST_BEFORE and not WHO.isdisjoint(behind[:1]) and is_said
    was, verb, by = before[-3:] if len(before) == _FEWEST_BEFORE + 2 else ("", "", "")
    is_told = was in BE and verb in VERBS - ADDRESSING and by in AGENTS
    return is_told and not SUBORDINATE.isdisjoint(behind[:1])


def _is_in_clause_of_another(words: Sequence[str], start: int) -> bool:
    """Return whether a name begins the subordinate clause of a sentence that somebody else may say: `the visit, which Berg called a success`."""
    before = [bare(word) for word in words[max(0, start - 2) : start]]
    return before[:1] == [","] and before[-1] in _OPENERS


def _start_of(folded: Sequence[str], one: _Mention) -> int:
    """Return the position of a name with its articles."""
    start = one.start
    while start and folded[start - 1] in ARTICLES:
        start -= 1
    return start


def _is_whole(words: Sequence[str], one: _Mention, named: Sequence[_Mention]) -> bool:
    """Return whether a name is no office in a longer phrase for somebody else: `the former …`, `the wife of the …`, `the … of another place`."""
    if not any(word.islower() for word in words[one.start : one.end]):
        return True
    folded = [bare(word) for word in words]
    start = _start_of(folded, one)
    before = folded[start - 1] if start else ""
    is_attributed = any(
        tuple(folded[start - len(phrase) : start]) == phrase
        for phrases in BY.values()
        for phrase in phrases
        if len(phrase) <= start
    )
    is_verb = before in VERBS and has_cases(before)  # `как сообщил президент`
    begins = not before[:1].isalpha() or before in AND | AS_SAYING or is_verb or is_attributed
    behind = words[one.end : one.end + 1]
    is_named = any(other.start == one.end and other.slug == one.slug for other in named)
    goes_on = bool(behind) and not is_named and (behind[0][0].isupper() or folded[one.end] in OF)
    return begins and not goes_on and not is_possessive(words[one.end - 1])


def _begin(word: str) -> str:
    """Return the beginning of a word, which all forms of a name share."""
    return word[:_BEGINNING].casefold()
