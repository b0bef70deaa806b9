"""The rules that find the owner of a noun or phrase for words: `Lind's answer`, `слова Линда`, `according to Lind`, `heard from Lind`."""

from __future__ import annotations

from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.grammar import PRONOUNS_OF_OTHERS
from tajikcli.proof.speakers.before import verb_before
from tajikcli.proof.speakers.clauses import GERUNDS, any_case_behind, in_cased_clause, is_noun_of_words
from tajikcli.proof.speakers.marks import is_dash
from tajikcli.proof.speakers.mention import Kind, Mention
from tajikcli.proof.speakers.noun_phrases import noun_behind, owner_behind
from tajikcli.proof.speakers.objects import before_titles, is_governed, is_object
from tajikcli.proof.speakers.sentence import Sentence, mention_ending
from tajikcli.proof.speakers.verbs import is_saying
from tajikcli.proof.speakers.view import FEW, View, clause_begin, denied, frame
from tajikcli.proof.speech import (
    BY,
    DETERMINERS,
    FOR,
    GIVING,
    HEARD_FROM,
    HEARING,
    HERS,
    HIS,
    OBJECTS,
    OWNER_BEHIND,
    OWNERS,
    PASSING,
    PREPOSITIONS,
    RECEIVING,
    SUBORDINATE,
    WORDS_OF,
)

_IN_WORDS_OF = frozenset(
    word
    for word, phrases in BY.items()
    if any(len(one) > 1 and not WORDS_OF.isdisjoint(one) for one in phrases)
)  # `in` of `in the words of`


def according_to(view: View) -> Mention | None:
    """Find a phrase before a name: `according to Lind, “…”`, `“…”, according to the ministry`, `по словам Линда`."""
    one = view.one
    if BY.keys().isdisjoint(one.folded):
        return None
    for start, end in ((frame(view)[0], view.end), (view.start, view.sign)):
        for place in range(start, end):
            for phrase in BY.get(one.folded[place], ()):
                if tuple(one.folded[place : place + len(phrase)]) != phrase:
                    continue
                before = one.folded[place - 1] if place > start else ""
                is_object = len(phrase) == 1 and (before.endswith(GERUNDS) or before in PREPOSITIONS)
                after = place + len(phrase)
                named, _ = any_case_behind(one, after, end)
                if named is None and not is_object and after < end and one.folded[after] in OBJECTS:
                    gender = "m" if one.folded[after] in HIS else "f" if one.folded[after] in HERS else ""
                    return Mention(after, after + 1, Kind.PRONOUN, gender=gender)  # `according to him`
                if named is not None:
                    said = verb_before(view) if place < view.sign else None
                    if said is not None and said.is_named and named.kind in {Kind.BODY, Kind.DOCUMENT}:
                        return said  # `According to the transcript, Lind said`
                    if place > view.sign and has_cases(one.words[place]):
                        said = _said_after(one, named.end, end)
                    is_another = said is not None and said.is_named and said.who != named.who
                    if is_another and (place > view.sign or is_object):
                        return said  # `комментируя слова Берга, Линд сказал`
                    # `In answer to the words of Berg, Lind said`
                    return denied(place) if is_another else named
    return None


def source_of(one: Sentence) -> Mention | None:
    """Return the name in a phrase that gives the source of a sentence without a quotation: `According to Lind, the talks went well`."""
    for place, word in enumerate(one.folded):
        for phrase in BY.get(word, ()):
            if len(phrase) > 1 and tuple(one.folded[place : place + len(phrase)]) == phrase:
                named, _ = any_case_behind(one, place + len(phrase), len(one.words))
                if named is not None and named.is_named:
                    return named
    return None


def _said_after(one: Sentence, comma: int, end: int) -> Mention | None:
    """Return the subject of a verb of saying after a phrase between commas: `«…», — так, по словам Берга, сказал ему Линд`."""
    return in_cased_clause(one, comma + 1, end) if comma < end and one.words[comma] == "," else None


def heard_from(view: View) -> Mention | None:
    """Find the person from whom somebody heard the words: `Berg heard from Lind that “…”`, `«…», — услышал Берг от Линда`."""
    one = view.one
    clause = clause_begin(one, view.start, max(view.start, view.sign - 2))
    for start, end in ((clause, view.sign), (frame(view)[0], view.end)):
        if HEARING.isdisjoint(one.folded[start:end]) and not _is_received(one, start, end):
            continue
        for place in range(start, end):
            if one.folded[place] in HEARD_FROM:
                named, _ = any_case_behind(one, place + 1, end)
                if named is not None and named.is_named:
                    return named
    return None


def _is_received(one: Sentence, start: int, end: int) -> bool:
    """Return whether somebody is given words by another between two positions, and nobody says words there: `was the answer Berg got from Lind`."""
    return (
        not RECEIVING.isdisjoint(one.folded[start:end])
        and any(is_noun_of_words(one, at) for at in range(start, end))
        and not any(is_saying(one, at) and not is_noun_of_words(one, at) for at in range(start, end))
    )


def owner_of_words(view: View) -> Mention | None:
    """Find the person whose words a colon or a phrase announces: `Lind's answer to Berg was short: “…”`, `in Lind's words, “…”`, `Lind's claim that “…”`, `Речь Линда: «…»`."""
    one, colon = view.one, view.sign - 1
    claims = _owner_of_a_claim(view)
    if claims is not None:
        return claims
    in_phrase = _owner_in_phrase(one, view.start, view.sign)
    if in_phrase is not None and _is_named_behind(one, in_phrase, view.sign):
        return None
    if in_phrase is not None or colon < view.start or one.words[colon] != ":":
        return in_phrase
    begin = clause_begin(one, view.start, colon)
    if _are_passed_on(one, begin, colon):
        return denied(begin)
    noun = _noun_of_words(one, begin, colon)
    if noun is not None:
        return owner_behind(one, noun, colon)
    while begin < colon and one.folded[begin] in DETERMINERS:
        begin += 1
    if one.folded[begin] in WORDS_OF and one.folded[begin + 1] in OWNER_BEHIND:
        return noun_behind(one, begin + 2, colon)[0]
    for mention in one.mentions:
        if mention.possessive and begin <= mention.start <= begin + FEW and mention.end < colon:
            near = one.folded[mention.end : mention.end + 3]
            giver = _giver_before(one, mention, begin)
            if giver is not None:
                return giver
            return mention if not WORDS_OF.isdisjoint(near) and not is_governed(one, mention) else None
    return None


def _owner_of_a_claim(view: View) -> Mention | None:
    """Return the owner of a noun for words that a clause with the words follows: `it is Lind's claim that this is “…”`."""
    one = view.one
    if SUBORDINATE.isdisjoint(one.folded[view.start : view.sign]):
        return None
    for owner in one.mentions:
        that = owner.end + 1
        if (
            owner.possessive
            and owner.is_named
            and view.start <= owner.start
            and that < view.sign
            and one.folded[that] in SUBORDINATE
            and is_noun_of_words(one, owner.end)
        ):
            is_whole = not any(is_saying(one, at) for at in range(that, view.sign))
            others = any(
                that < other.start < view.sign and other.is_named and other.known for other in one.mentions
            )
            return owner if is_whole and not others else None
    return None


def _are_passed_on(one: Sentence, begin: int, colon: int) -> bool:
    """Return whether a verb only passes on the words of a pronoun, which is hardly its subject: `Lind relayed his words: “…”`, `Линд передал его слова: «…»`."""
    return any(
        owner.kind is Kind.PRONOUN
        and owner.possessive
        and begin < owner.start < colon
        and one.folded[owner.start - 1] in PASSING
        and one.folded[owner.end] in WORDS_OF
        for owner in one.mentions
    )


def _is_named_behind(one: Sentence, owner: Mention, end: int) -> bool:
    """Return whether the person meant by a pronoun is named after it, as the subject: `In his speech to Berg, Lind said`."""
    return owner.kind is Kind.PRONOUN and any(
        mention.is_named
        and not mention.possessive
        and one.words[before_titles(one, mention)] == ","
        and mention.start > owner.end
        and any(is_saying(one, at) for at in range(mention.end, end))
        for mention in one.mentions
    )


def _giver_before(one: Sentence, owner: Mention, begin: int) -> Mention | None:
    """Return the only subject before a pronoun that owns words, if the verb in between gives them: `Lind gave Berg his view: “…”`."""
    if owner.kind is not Kind.PRONOUN or GIVING.isdisjoint(one.folded[begin : owner.start]):
        return None
    given = next(at for at in range(begin, owner.start) if one.folded[at] in GIVING)
    before = [mention for mention in one.mentions if begin <= mention.start and mention.end <= given]
    is_subject = len(before) == 1 and before[0].is_named and not before[0].possessive
    return before[0] if is_subject and not is_object(one, before[0]) else None


def praised_for(view: View) -> Mention | None:
    """Find the person who is thanked or blamed for the words: `Berg thanked Lind for saying “…”`, `Berg thanked Lind for his “…”`."""
    one, last = view.one, view.sign - 1
    while last > view.start and one.folded[last] in SUBORDINATE:
        last -= 1
    if last - 1 <= view.start or one.folded[last - 1] not in FOR:
        return None
    is_gerund = is_saying(one, last) and one.folded[last].endswith(GERUNDS)
    if not is_gerund and one.folded[last] not in OWNERS:
        return None
    named = mention_ending(one, last - 1)
    is_object_ = named is not None and named.is_named and not named.possessive and is_object(one, named)
    return named if is_object_ else None


def owner_in_double_genitive(view: View) -> Mention | None:
    """Find the person after a noun for words and `of`: `a phrase of Lind's: “…”`.

    With a relative clause (`a phrase of Lind's that Berg repeated: “…”`), it stays open whose words follow.
    """
    one = view.one
    for mention in one.mentions:
        of = before_titles(one, mention)
        if (
            mention.possessive
            and mention.is_named
            and view.start < of
            and mention.end <= view.sign
            and one.folded[of] in OWNER_BEHIND
            and one.folded[of - 1] in WORDS_OF
        ):
            behind = next(at for at in range(mention.end, view.sign + 1) if one.words[at] not in {",", ":"})
            if behind == view.sign:
                # `Commenting on a phrase of Lind's, “…,” Berg said` has the words of Berg.
                return mention if one.words[view.sign - 1] != "," else None
            if one.folded[behind] in PRONOUNS_OF_OTHERS:
                return denied(mention.start)
    return None


def _owner_in_phrase(one: Sentence, start: int, end: int) -> Mention | None:
    """Return the owner in `in Lind's words to Berg`."""
    for mention in one.mentions:
        if (
            mention.possessive
            and start < mention.start
            and mention.end < end
            and one.folded[mention.end] in WORDS_OF
            and one.folded[before_titles(one, mention)] in _IN_WORDS_OF
        ):
            return mention
    return None


def _noun_of_words(one: Sentence, begin: int, end: int) -> int | None:
    """Return the noun for words at the beginning of a clause, unless a preposition governs it, in languages whose names have cases."""
    if (
        one.folded[begin] in HEARD_FROM
        and is_noun_of_words(one, begin + 1)
        and has_cases(one.words[begin + 1])
    ):
        return begin + 1  # `Из речи Линда: «…»`
    for place in range(begin, min(end, begin + FEW)):
        if one.folded[place] in WORDS_OF and has_cases(one.words[place]):
            return place if place == begin or one.folded[place - 1] not in PREPOSITIONS else None
    return None


def owner_in_apposition(view: View) -> Mention | None:
    """Find the person to whom a noun for words belongs, beside the quotation: `Lind's words, “…”, pleased Berg`, `слова Линда «…» понравились Бергу`."""
    one = view.one
    end = view.sign - (
        view.sign > view.start and (one.words[view.sign - 1] == "," or is_dash(one.words[view.sign - 1]))
    )
    last = end - 1
    if last <= view.start:
        return None
    if is_dash(one.words[end]):
        addressed = mention_ending(one, end)  # `Lind's words to Berg — “…” — pleased him`
        if addressed is not None and one.folded[before_titles(one, addressed)] in PREPOSITIONS:
            last = before_titles(one, addressed) - 1
            end = view.sign
    mention = mention_ending(one, last)
    if mention is not None and mention.possessive and mention.start >= view.start:
        is_owner = one.folded[last] in WORDS_OF and not has_cases(one.words[last])
        # With a comma, `Moved by Lind's words, “…,” Berg said` has the words of Berg.
        return mention if is_owner and (end == view.sign or not is_governed(one, mention)) else None
    owner = mention_ending(one, end)
    if owner is not None and owner.known and owner.possessive and end == view.sign:
        others = [
            other for other in one.mentions if other.is_named and other.known and other.who != owner.who
        ]
        return denied(owner.start) if others else owner  # `Berg reacts to Lind's “…”`
    if owner is None or not owner.is_named or not has_cases(one.words[owner.start]) or owner.possessive:
        return None
    noun = before_titles(one, owner)
    is_own = noun >= view.start and not WORDS_OF.isdisjoint(nominatives(one.folded[noun]))
    if not is_own or (noun > view.start and one.folded[noun - 1] in PREPOSITIONS | BY.keys()):
        return None
    return owner._replace(nominative=True)
