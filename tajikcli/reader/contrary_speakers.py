"""Find facts whose text says that another person on record said it."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from tajikcli.extract.cast import names_on_record
from tajikcli.extract.telling import teller
from tajikcli.language.all_languages import together
from tajikcli.language.forms import OnFirstUse, any_of
from tajikcli.proof.speakers.naming import bare
from tajikcli.proof.speech import AND, VERBS
from tajikcli.reader.faults import Fault
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.model.knowledge import KnowledgeFile
    from tajikcli.proof.speakers.naming import Names

_THAT = OnFirstUse(rf"\b(?:{any_of(together().said_that)})\b")
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|[^\s\w]")
_BEFORE = 3  # the number of words before a name that may make it a speaker: `according to`, `по словам`
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
        if not people.has_others(entry.text, entry.speaker):
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
        self._beginnings: dict[str, set[str]] = {}
        for slug, speaker in self._speakers.items():
            for name in (speaker.name, speaker.role or "", *speaker.aliases):
                for word in name.split():
                    self._beginnings.setdefault(_begin(word), set()).add(slug)

    @cached_property
    def _names(self) -> Names:
        return names_on_record(self._speakers)

    @cached_property
    def _relaying(self) -> re.Pattern[str]:
        """A relay with the word after it, at the beginning of a text: `The Kremlin says`."""
        articles = any_of(together().articles)
        return re.compile(rf"(?:(?:{articles})\s+)?(?:{any_of(self._relays)})\s+\w+\s+", re.IGNORECASE)

    def has_others(self, text: str, speaker: str) -> bool:
        """Return whether a text may attribute its content to somebody else; faster than a search for names."""
        own = {speaker}
        words = text.split()
        if (
            self._beginnings.get(_begin(words[0])) == own
            and bare(words[1] if len(words) > 1 else "") in VERBS
        ):
            return False  # `Orlova said`
        return any(self._beginnings.get(_begin(word), own) != own for word in words if word[0].isupper())

    def other_teller(self, text: str, speaker: str) -> str | None:
        """Return the person who says something according to a text, but is not its speaker; None if this is not certain."""
        relayed = self._relaying.match(text)
        text = text[relayed.end() :] if relayed else text
        that = _THAT.compiled.search(text)  # `Orlova said that, according to the agency, …`
        who = (teller(text[: that.end()], self._names).who if that else None) or teller(text, self._names).who
        if who is None or who == speaker:
            return None
        words = _WORD.findall(text)
        mentions = [(at, found[1]) for at in range(len(words)) if (found := self._names.at(words, at))]
        own = [at for at, slug in mentions if slug == speaker]
        theirs = [at for at, slug in mentions if slug == who]
        joined = {
            at
            for (_, slug), (at, _) in pairwise(mentions)
            if slug == who and fold_letters(words[at - 1]) in AND
        }
        if any(at < theirs[0] or at in joined for at in own):
            return None  # `Orlova and Berg said`
        for at in own:
            begins = max([at - _BEFORE, *(other + 1 for other in theirs if other < at)])
            if teller(" ".join(words[begins:]), self._names).who == speaker:
                return None  # `Orlova told what, according to Berg, …`
        return who


def _begin(word: str) -> str:
    """Return the beginning of a word, which all forms of a name share."""
    return word[:_BEGINNING].casefold()
