"""Find the bodies and documents that a sentence mentions without a name: `the foreign ministry`, `the statement`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.countries import is_adjective
from tajikcli.language.forms import has_cases, is_possessive
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.titles import article_before
from tajikcli.proof.speech import CLOSED, DOCUMENTS, MONTHS_AND_DAYS, SILENT, VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALL = together()


def body_at(words: Sequence[str], folded: Sequence[str], place: int) -> Mention | None:
    """Return `the foreign ministry`, `the Lind campaign`, `the statement`."""
    document = folded[place] in DOCUMENTS
    start = article_before(folded, place)
    begin = place if start is None else start + 1
    if start is None:
        cased = has_cases(words[place])
        while begin and (
            (words[begin - 1][0].isupper() and not cased and not is_possessive(words[begin - 1]))
            or is_adjective(folded[begin - 1])
        ):
            begin -= 1
        if begin == place and not has_cases(words[place]):
            return None
    follows = words[place + 1 : place + 2]
    if follows and follows[0][0].isupper() and folded[place + 1] not in MONTHS_AND_DAYS and not document:
        return None
    if follows and follows[0].islower() and not has_cases(follows[0]) and _is_noun(folded[place + 1]):
        return None
    owner = is_possessive(words[place])
    kind = Kind.DOCUMENT if document else Kind.BODY
    return Mention(
        begin, place + 1, kind, None if document else " ".join(words[begin : place + 1]), possessive=owner
    )


def _is_noun(folded: str) -> bool:
    """Return whether the folded word after a noun makes it part of another noun: `campaign points`."""
    return (
        folded not in CLOSED
        and folded not in VERBS
        and folded not in SILENT
        and not folded.endswith(_NO_NOUNS)
    )


_NO_NOUNS = (*_ALL.participle_endings, *_ALL.adverb_endings)
