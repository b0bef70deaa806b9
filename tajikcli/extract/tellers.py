"""The speakers of the sentences of a text: of each by itself, or the speaker of the sentence before it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.telling import Told, begins_with_pronoun, teller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.extract.cast import Cast
    from tajikcli.extract.sentences import Sentence


class Heard(NamedTuple):
    """A sentence and the persons in it.

    Attributes:
        told: whether the sentence reports something that somebody said, and the speaker.
        mentioned: the slugs of the persons that it names.
    """

    told: Told
    mentioned: list[str]


class Tellers:
    """Finds the speakers of sentences.

    Args:
        sentences: the sentences of the text, in order.
        cast: its speakers.
    """

    def __init__(self, sentences: Sequence[Sentence], cast: Cast) -> None:
        self._cast = cast
        self._before = {  # the sentence before, in the same paragraph
            (one.paragraph, one.start): before
            for before, one in pairwise(sentences)
            if before.paragraph == one.paragraph
        }
        # the last sentence, because a sentence has several statements
        self._last: tuple[str, Heard] = ("", Heard(Told(told=False, who=None), []))

    def of(self, sentence: Sentence) -> Heard:
        """Return whether a sentence reports something that somebody said, with the persons in it."""
        if sentence.text != self._last[0]:
            told, mentioned = teller(sentence.text, self._cast.names), self._cast.mentioned(sentence.text)
            if told.told and told.who is None and not told.named:
                told = told._replace(who=self._goes_on(sentence, mentioned))
            self._last = sentence.text, Heard(told, mentioned)
        return self._last[1]

    def _goes_on(self, sentence: Sentence, mentioned: Sequence[str]) -> str | None:
        """Return the speaker of the sentence before if a pronoun in this one can mean nobody else: `Berg said … He added …`."""
        before = self._before.get((sentence.paragraph, sentence.start))
        if before is None or not begins_with_pronoun(sentence.text):
            return None
        who = teller(before.text, self._cast.names).who
        return who if who and {*self._cast.mentioned(before.text), *mentioned} == {who} else None
