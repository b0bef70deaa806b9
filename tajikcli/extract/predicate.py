"""Find the predicate of a sentence, without which there is no claim."""

from __future__ import annotations

from tajikcli.extract.meeting import MEETING
from tajikcli.language.all_reports import reports
from tajikcli.language.forms import WORD
from tajikcli.proof.grammar import ARTICLES, FINITE, FUNCTION_WORDS
from tajikcli.proof.speech import PREPOSITIONS, VERBS, looks_like_verb
from tajikcli.text import fold_letters


def predicate(sentence: str) -> list[tuple[int, int]]:
    """Return the position of the first finite verb of a sentence that is not a verb of saying, with an auxiliary before it.

    A word that may be a plural (`countries`) counts only if there is no other verb, and a word for a meeting only if
    there is neither.
    """
    words = [(match.start(), match.end(), fold_letters(match[0])) for match in WORD.finditer(sentence)]
    perhaps: list[tuple[int, int]] = []
    for place, (start, end, folded) in enumerate(words):
        if folded in FINITE:
            behind = (one for one in words[place + 1 : place + 4] if one[2] not in FUNCTION_WORDS)
            return [(start, next(behind, (0, end))[1])]
        behind_article = place > 0 and words[place - 1][2] in ARTICLES | PREPOSITIONS
        if (
            sentence[start].islower()
            and not behind_article
            and looks_like_verb(folded)
            and folded not in VERBS | FUNCTION_WORDS
        ):
            if folded.isascii() and folded.endswith(_PLURAL):
                perhaps = perhaps or [(start, end)]
                continue
            return [(start, end)]
    met = None if perhaps else MEETING.search(sentence)
    return [met.span()] if met else perhaps


_PLURAL = tuple(reports().plural_endings)
