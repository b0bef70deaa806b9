"""Speakers whose name labels a quotation: before a colon, before a dash, in the row of a table."""

from __future__ import annotations

from itertools import pairwise

from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.speakers.clauses import GERUNDS
from tajikcli.proof.speakers.marks import is_dash
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.objects import before_titles, is_governed, is_object
from tajikcli.proof.speakers.sentence import Sentence, mention_ending
from tajikcli.proof.speakers.titles import office_of
from tajikcli.proof.speakers.verbs import is_saying, may_say
from tajikcli.proof.speakers.view import FEW, View, clause_begin, denied, somebody
from tajikcli.proof.speech import (
    AND,
    BE,
    DETERMINERS,
    HEARD_FROM,
    MODALS,
    PLACING,
    PREPOSITIONS,
    RECEIVING,
    SILENT,
    WORDS_OF,
    is_occasion,
)

_LINKS = (
    BE | SILENT
)  # verbs between a name and the words that describe it, in languages with cases also behind them
_SIDES = frozenset({Kind.PLACE, Kind.BODY, Kind.FORMER, Kind.LATTER})
BAR = "|"  # between the cells of a table


def named_with_colon(view: View) -> Mention | None:
    """Find a name and a colon before the quotation: `Lind: “…”`, `President Lind (left): “…”`."""
    one, colon = view.one, view.sign - 1
    if colon < view.start or one.words[colon] != ":":
        return None
    begin = clause_begin(one, view.start, colon)
    end = colon
    if one.words[end - 1] == ")":
        end = max((at for at in range(begin, end) if one.words[at] == "("), default=end)
    mention = mention_ending(one, end)
    other = mention_ending(one, colon - 1) if end < colon else None
    is_alone = other is not None and other.known and before_titles(one, other) == end
    if is_alone and mention is not None and other is not None and other.who != mention.who:
        return denied(mention.start)  # `Lind (Berg): “…”`
    aside = before_aside(one, view.start, colon)
    if aside is not None:
        is_person = mention is not None and (mention.known or mention.kind is Kind.PERSON)
        before = before_titles(one, mention) if mention is not None and is_person else aside.end
        receives = before > aside.end and one.folded[before] in HEARD_FROM
        # `Lind got this reply from Berg: “…”`
        return (
            denied(before)
            if receives and not (WORDS_OF | RECEIVING).isdisjoint(one.folded[aside.end : before])
            else aside
        )
    if mention is not None and mention.is_named and _comes_from(one, mention, view.start):
        return mention._replace(nominative=True)
    if mention is None or mention.possessive or mention.start - begin > FEW or is_object(one, mention):
        return None
    described = mention_ending(one, begin - 1) if begin > view.start else None
    has_office = mention.kind is Kind.TITLE or bool(office_of(one.folded[begin]))
    if has_office and described is not None and described.who != mention.who:
        # `Lind, president of Aland: “…”`, but not `Lind told Berg, her guest: “…”`
        is_label = described.nominative and before_titles(one, described) < view.start
        if mention.known and described.known:
            return denied(begin)  # `Lind, president of Berg's country: “…”`
        return described if is_label and not described.possessive else None
    if (
        any(may_say(one, at) or is_saying(one, at) for at in range(begin, mention.start))
        or is_governed(one, mention)
        or not MODALS.isdisjoint(one.folded[begin : mention.start])
    ):
        return None
    first = next(
        (at for at in range(begin, mention.start) if not _is_of_a_label(one.words[at])), mention.start
    )
    return mention if all(word[0].isalnum() for word in one.words[first : mention.start]) else None


def labelled_headline(view: View) -> Mention | None:
    """Find the name and the colon at the beginning of a headline that names no other person: `Lind: Ties with Norway “…”`."""
    one = view.one
    first = next((mention for mention in one.mentions if mention.start >= view.start), None)
    if first is None or first.kind is not Kind.PERSON or first.possessive or not first.nominative:
        return None
    if view.start > 0 or first.end + 1 >= view.sign or one.words[first.end] != ":":
        return None
    if not all(map(_is_of_a_label, one.words[: before_titles(one, first) + 1])):
        return None
    is_alone = all(other is first or other.kind is Kind.PLACE for other in one.mentions)
    says = any(is_saying(one, at) for at in (*range(first.end, view.sign), *range(view.sign + 1, view.end)))
    return first if is_alone and not says else None


def side_with_colon(view: View) -> Mention | None:
    """Find the country, body or one of two persons that is the subject of a short clause before a colon: `Aland was blunt: “…”`, `The latter was blunt: “…”`."""
    one, colon = view.one, view.sign - 1
    if colon < view.start or one.words[colon] != ":":
        return None
    begin = clause_begin(one, view.start, colon)
    first = next((mention for mention in one.mentions if mention.start >= begin), None)
    if first is None or first.possessive or not first.nominative or colon - first.end > FEW:
        return None
    if before_titles(one, first) >= begin or is_governed(one, first):
        return None
    links = _LINKS if has_cases(one.words[first.start]) else BE
    beside = {one.folded[first.end], one.folded[colon - 1]} if links is _LINKS else {one.folded[first.end]}
    if first.kind is Kind.UNSURE and not beside.isdisjoint(links):
        return somebody(
            first.start
        )  # `Salem was blunt: “…”`, `Салем был краток: «…»`, `Салем кӯтоҳ буд: «…»`
    return first if first.kind in _SIDES else None


def named_with_dash(view: View) -> Mention | None:
    """Find a name and a dash before a quotation that is the rest of the sentence: `Lind – “…”`."""
    one, dash = view.one, view.sign - 1
    if dash <= view.start or not is_dash(one.words[dash]) or view.start > 0:
        return None
    if any(word[0].isalnum() for word in one.words[view.sign + 1 :]):
        return None
    mention = mention_ending(one, dash)
    if mention is None or not mention.is_named or mention.possessive or not mention.nominative:
        return None
    return mention if all(map(_is_of_a_label, one.words[: before_titles(one, mention) + 1])) else None


def in_row(view: View) -> Mention | None:
    """Find the person whose name fills another cell of the row of a table: `| Lind | 24 May | “…” |`."""
    one = view.one
    if BAR not in {one.words[view.sign - 1] if view.sign else "", *one.words[view.sign + 1 : view.sign + 2]}:
        return None
    begin, end = view.sign, view.sign + 1
    while begin > 0 and one.words[begin - 1 : begin + 1] != [BAR, BAR]:
        begin -= 1
    while end < len(one.words) and one.words[end - 1 : end + 1] != [BAR, BAR]:
        end += 1
    bars = [begin - 1, *(at for at in range(begin, end) if one.words[at] == BAR), end]
    cells = {(first + 1, last) for first, last in pairwise(bars)}
    named = [
        mention
        for mention in one.mentions
        if (mention.known or mention.kind is Kind.PERSON)
        and any(
            before_titles(one, mention) < first <= mention.start
            and (mention.end == last or (mention.end < last and one.words[mention.end] in {",", "("}))
            for first, last in cells
        )
    ]
    return named[0] if len({mention.who for mention in named}) == 1 else None


def _comes_from(one: Sentence, mention: Mention, start: int) -> bool:
    """Return whether the words before a name say that words come from this person: `From Lind: “…”`, `The phrase came from Lind: “…”`."""
    place = before_titles(one, mention)
    if place < start or one.folded[place] not in HEARD_FROM or mention.possessive:
        return False
    before = one.folded[start:place]
    return not before or (
        not WORDS_OF.isdisjoint(before)
        and not any(
            other.is_named and other.start >= start and other.end <= place and not is_governed(one, other)
            for other in one.mentions
        )
    )


def _is_of_a_label(word: str) -> bool:
    """Return whether a word or mark may precede the name in a label: a bullet, a time, `RT @`, `LIVE |`."""
    return not word[0].isalpha() or (word.isupper() and len(word) > 1)


def before_aside(one: Sentence, start: int, colon: int) -> Mention | None:
    """Return the name at the beginning if no verb follows it: `Lind to Berg: “…”`, `Lind, turning to Berg: “…”`, `Линд — Бергу: «…»`, `Линд Бергу: «…»`."""
    labelled = (mention for mention in one.mentions if mention.start >= start)
    first = next((mention for mention in labelled if not _is_of_a_label(one.words[mention.start])), None)
    if first is not None and first.kind is Kind.PLACE and first.possessive:  # `Aland's Lind to Berg: “…”`
        start = first.end
        first = next((mention for mention in one.mentions if mention.start == start), None)
    if first is None or not first.is_named or first.possessive or not first.nominative:
        return None
    listener = mention_ending(one, colon)
    is_told = listener is not None and listener.start == first.end and not listener.nominative
    if first.end >= colon - 1 and not is_told:
        return None
    if not all(map(_is_of_a_label, one.words[start : before_titles(one, first) + 1])):
        return None
    others = [other for other in one.mentions if first.end <= other.start < colon]
    if not others and one.folded[first.end] not in PREPOSITIONS:
        return None
    if first.kind is Kind.UNSURE and (not others or has_cases(one.words[first.start])):
        return None  # `Коротко о главном от Линда`
    if any(other.nominative and not is_governed(one, other) for other in others):
        return None
    if one.words[first.end] == "," and one.folded[first.end + 1].endswith(GERUNDS):
        return first if "," not in one.words[first.end + 1 : colon] else None
    if others and others[0].kind is Kind.PERSON and _is_with_another(one, first.end, others[0]):
        return denied(first.start)
    for at in range(first.end, colon):
        behind_preposition = one.folded[at - 1] in PREPOSITIONS or one.folded[at - 1] in DETERMINERS
        if (one.words[at] == "," and at == first.end) or (may_say(one, at) and not behind_preposition):
            return None
        if one.folded[at] in SILENT or one.folded[at] in AND:
            return None
    return first


def _is_with_another(one: Sentence, place: int, other: Mention) -> bool:
    """Return whether a phrase of place after a name only says that the person is with somebody else, who may speak, too: `Линд в гостях у Берга`.

    At a meeting (`Линд на встрече с Бергом`), the person named first speaks.
    """
    between = one.folded[place : before_titles(one, other)]
    return (
        len(between) > 1
        and between[0] in PLACING
        and one.folded[before_titles(one, other)] in PLACING
        and not any(is_occasion(word) or not WORDS_OF.isdisjoint(nominatives(word)) for word in between)
    )
