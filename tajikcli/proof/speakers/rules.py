"""The rules that find the speaker of a quotation. Each is a function with an example, and the first result counts.

A rule gets a view of a quotation in its sentence, and returns the mention of the speaker: a name, a pronoun,
a title, or words for an unnamed speaker. It returns None if it does not apply. To add a rule, write it and
add it to `RULES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.countries import is_adjective
from tajikcli.language.forms import has_cases, nominatives
from tajikcli.proof.grammar import begins_subordinate
from tajikcli.proof.speakers.mentions import QUOTE, Kind, Mention
from tajikcli.proof.speakers.sentence import (
    Sentence,
    before_brackets,
    before_titles,
    has_subject,
    is_adverb,
    is_dash,
    is_denied,
    is_governed,
    is_object,
    is_passive,
    is_saying,
    is_told,
    may_say,
    mention_ending,
    noun_behind,
    owner_behind,
    subject_before,
)
from tajikcli.proof.speech import (
    ADDRESSING,
    ADVERBS,
    AGENTS,
    AND,
    BEFORE_INVERSION,
    BY,
    CITING,
    CLOSED,
    CONTRASTING,
    DETERMINERS,
    GAP,
    HEARD_FROM,
    HEARING,
    OFFICES,
    OWNER_BEHIND,
    PREPOSITIONS,
    QUOTING,
    SILENT,
    SUBORDINATE,
    TOGETHER,
    TOLD_IN,
    UTTERED,
    VERBS,
    WHO,
    WHOM,
    WORDS_OF,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ALL = together()
_GERUNDS = (*_ALL.gerund_endings, *_ALL.converb_endings)
_FEW = 6  # words of a label before a colon
_IN_WORDS_OF = frozenset(
    word
    for word, phrases in BY.items()
    if any(len(one) > 1 and not WORDS_OF.isdisjoint(one) for one in phrases)
)  # `in` of `in the words of`
_WIDE = 30  # words between a verb of saying and its quotation


class View(NamedTuple):
    """A quotation in its sentence.

    Attributes:
        one: the sentence.
        start: the start of the words before it, after the previous quotation.
        sign: the number of the word that represents it.
        end: the end of the words after it, before the next quotation.
        closing: the last mark inside it, or an empty text.
    """

    one: Sentence
    start: int
    sign: int
    end: int
    closing: str


def views(one: Sentence) -> list[View]:
    """Return a view of each quotation of a sentence."""
    bounds = [-1, *one.signs, len(one.words)]
    return [
        View(one, bounds[number] + 1, sign, bounds[number + 2], one.closings[number])
        for number, sign in enumerate(one.signs)
    ]


def local_speaker(view: View) -> Mention | None:
    """Return the speaker of a quotation according to its own sentence, by the first rule that applies.

    A quotation that ends with a full stop may end its sentence (`Lind said: “….” Berg thanked him`), so the words before it
    count for more than those after it.
    """
    ends = view.closing in {".", "?", "!", "\u2026"} and not _goes_on(view)
    for rule in (*_BEFORE, *RULES) if ends else RULES:
        found = rule(view)
        if found is not None:
            hands_over = rule not in _BY_PHRASE and _may_hand_over(view, found)
            return _denied(found.start) if hands_over else found
    return None


def _may_hand_over(view: View, subject: Mention) -> bool:
    """Return whether the object of a verb that is not clearly a verb of saying may be the speaker: `Lind prompted Berg: “…”`."""
    one = view.one
    if not subject.is_named or subject.possessive or not view.start <= subject.start < view.sign:
        return False
    reached = next(
        (
            other
            for other in one.mentions
            if subject.end < other.start < view.sign
            and other.is_named
            and other.who != subject.who
            and not is_governed(one, other)
        ),
        None,
    )
    if reached is None or any(
        is_saying(one, at) or one.folded[at] in ADDRESSING for at in range(subject.end, reached.start)
    ):
        return False
    return not any(
        is_saying(one, at) and one.folded[at - 1] not in PREPOSITIONS for at in range(reached.end, view.sign)
    )


def said_behind(view: View) -> Mention | None:
    """Find a subject and a verb after the quotation: `“…,” Lind said`, `“…,” President Lind of Aland boasted in Oslo`."""
    one = view.one
    place, linked = _frame(view)
    if place >= view.end or _is_cased(one, place, view.end):
        return None
    subject, end = noun_behind(one, place, view.end)
    if subject is None:
        return None
    named = _named_between_commas(one, end, view.end)
    if named is not None:
        subject, end = named, named.end + 1
    verb = _verb_behind(one, end, view.end)
    if verb is None or not (is_saying(one, verb) or (linked and may_say(one, verb))):
        return None
    if one.folded[verb] in WORDS_OF and not subject.possessive:
        return None
    if one.words[verb + 1 : verb + 2] == [":"] or _is_subordinate(view, verb):
        return None  # it names the speaker of the next quotation, or the main clause has another subject
    if is_denied(one, verb):
        return _denied(verb)
    if is_passive(one, verb, end - 1) and not any(
        is_saying(one, at) for at in range(verb + 1, min(verb + 4, view.end))
    ):
        return _agent(one, verb) or _somebody(verb)
    return subject


def _named_between_commas(one: Sentence, place: int, end: int) -> Mention | None:
    """Return the name in `the manager, Anna Lind, said`, which identifies the noun before it."""
    if one.words[place : place + 1] != [","]:
        return None
    found = next((mention for mention in one.mentions if place < mention.start <= place + 2), None)
    is_whole = (
        found is not None and found.kind is Kind.PERSON and found.end < end and one.words[found.end] == ","
    )
    return found if is_whole else None


def _is_subordinate(view: View, behind: int) -> bool:
    """Return whether a quotation ends a clause that only introduces the next one: `While Lind said that it is “…,” Berg left`."""
    one = view.one
    if (
        is_saying(one, behind)
        or not begins_subordinate(one.words[view.start])
        or "," in one.words[view.start : view.sign]
    ):
        return False
    return any(is_saying(one, at) or may_say(one, at) for at in range(view.start + 1, view.sign))


def verb_behind(view: View) -> Mention | None:
    """Find a verb and a subject after the quotation: `“…,” said Lind`, `“…,” tweeted President Lind`."""
    one = view.one
    verb, linked = _frame(view)
    if verb >= view.end or has_cases(one.words[verb]) or one.folded[verb].endswith(_ALL.gerund_endings):
        return None
    if not (is_saying(one, verb) or (linked and may_say(one, verb))) or one.folded[verb] in WORDS_OF:
        return None
    if one.folded[verb] in ADDRESSING and any(
        not mention.possessive and not is_object(one, mention) and view.start <= mention.start < view.sign
        for mention in one.mentions
    ):
        return None
    subject, end = noun_behind(one, verb + 1, view.end)
    return _named_between_commas(one, end, view.end) or subject


def cased_behind(view: View) -> Mention | None:
    """Find a verb and a nominative after the quotation, in any order: `«…», — сказал Линд`, `«…», — Линд подчеркнул`."""
    one = view.one
    place, linked = _frame(view)
    if not linked and not (place < view.end and is_saying(one, place)):
        return None
    end = _clause_end(one, place, view.end)
    if not _is_cased(one, place, end):
        return None
    found = _in_cased_clause(one, place, end)
    return found or _behind_aside(one, end, view.end)


def _behind_aside(one: Sentence, comma: int, end: int) -> Mention | None:
    """Return the subject behind an aside: `сказал, обращаясь к Бергу, Линд`."""
    if comma + 1 >= end or one.words[comma] != "," or not one.folded[comma + 1].endswith(_GERUNDS):
        return None
    close = _clause_end(one, comma + 1, end)
    named = next((mention for mention in one.mentions if mention.start > close), None)
    is_next = named is not None and before_titles(one, named) == close and named.end <= end
    return named if named is not None and is_next and named.nominative else None


def named_with_colon(view: View) -> Mention | None:
    """Find a name and a colon before the quotation: `Lind: “…”`, `President Lind (left): “…”`."""
    one, colon = view.one, view.sign - 1
    if colon < view.start or one.words[colon] != ":":
        return None
    begin = _clause_begin(one, view.start, colon)
    end = colon
    if one.words[end - 1] == ")":
        end = max((at for at in range(begin, end) if one.words[at] == "("), default=end)
    mention = mention_ending(one, end)
    aside = _before_aside(one, view.start, colon)
    if aside is not None:
        return aside
    if mention is None or mention.possessive or mention.start - begin > _FEW or is_object(one, mention):
        return None
    before = one.words[begin : mention.start]
    if any(may_say(one, at) or is_saying(one, at) for at in range(begin, mention.start)) or is_governed(
        one, mention
    ):
        return None
    if any(not word[0].isalpha() for word in before):
        return None
    return mention


def _before_aside(one: Sentence, start: int, colon: int) -> Mention | None:
    """Return the name at the beginning, if no verb follows it: `Lind to Berg: “…”`, `Lind, turning to Berg: “…”`, `Линд — Бергу: «…»`."""
    first = next((mention for mention in one.mentions if mention.start >= start), None)
    if first is None or not first.is_named or first.possessive or not first.nominative:
        return None
    if before_titles(one, first) >= start or first.end >= colon - 1:
        return None
    others = [other for other in one.mentions if first.end <= other.start < colon]
    if not others or any(other.nominative and not is_object(one, other) for other in others):
        return None
    if one.words[first.end] == "," and one.folded[first.end + 1].endswith(_GERUNDS):
        return first if "," not in one.words[first.end + 1 : colon] else None
    for at in range(first.end, colon):
        behind_preposition = one.folded[at - 1] in PREPOSITIONS or one.folded[at - 1] in DETERMINERS
        if (one.words[at] == "," and at == first.end) or (may_say(one, at) and not behind_preposition):
            return None
        if one.folded[at] in SILENT or one.folded[at] in AND:
            return None
    return first


def according_to(view: View) -> Mention | None:
    """Find a phrase before a name: `according to Lind, “…”`, `“…”, according to the ministry`, `по словам Линда`."""
    one = view.one
    for start, end in ((_frame(view)[0], view.end), (view.start, view.sign)):
        for place in range(start, end):
            for phrase in BY.get(one.folded[place], ()):
                if tuple(one.folded[place : place + len(phrase)]) != phrase:
                    continue
                named, _ = _any_case_behind(one, place + len(phrase), end)
                if named is not None:
                    said = verb_before(view) if place < view.sign else None
                    is_another = said is not None and said.is_named and said.who != named.who
                    # `In answer to the words of Berg, Lind said`
                    return _denied(place) if is_another else named
    return None


def verb_before(view: View) -> Mention | None:
    """Find a verb of saying before the quotation, and its subject: `Lind told Berg that “…”`, `Lind boasted: “…”`, `Линд заявил: «…»`."""
    one = view.one
    for verb in _verbs_before(view):
        if is_denied(one, verb):
            return _denied(verb)
        found = _agent(one, verb) or _subject(one, verb, view)
        if found is not None:
            return found
        if one.folded[verb] in ADDRESSING and _is_of_somebody_else(one, verb):
            return _somebody(verb)
    return None


def heard_from(view: View) -> Mention | None:
    """Find the person from whom another heard them: `Berg heard from Lind that “…”`, `«…», — услышал Берг от Линда`."""
    one = view.one
    clause = _clause_begin(one, view.start, max(view.start, view.sign - 2))
    for start, end in ((clause, view.sign), (_frame(view)[0], view.end)):
        if HEARING.isdisjoint(one.folded[start:end]):
            continue
        for place in range(start, end):
            if one.folded[place] in HEARD_FROM:
                named, _ = _any_case_behind(one, place + 1, end)
                if named is not None and named.is_named:
                    return named
    return None


def owner_of_words(view: View) -> Mention | None:
    """Find whose words a colon or a phrase promises: `Lind's answer to Berg was short: “…”`, `in Lind's words, “…”`, `Речь Линда: «…»`."""
    one, colon = view.one, view.sign - 1
    in_phrase = _owner_in_phrase(one, view.start, view.sign)
    if in_phrase is not None or colon < view.start or one.words[colon] != ":":
        return in_phrase
    begin = _clause_begin(one, view.start, colon)
    noun = _noun_of_words(one, begin, colon)
    if noun is not None:
        return owner_behind(one, noun, colon)
    while begin < colon and one.folded[begin] in DETERMINERS:
        begin += 1
    if one.folded[begin] in WORDS_OF and one.folded[begin + 1] in OWNER_BEHIND:
        return noun_behind(one, begin + 2, colon)[0]
    for mention in one.mentions:
        if mention.possessive and begin <= mention.start <= begin + _FEW and mention.end < colon:
            near = one.folded[mention.end : mention.end + 3]
            return mention if not WORDS_OF.isdisjoint(near) and not is_governed(one, mention) else None
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
    """Return the noun for words at the beginning of a clause whose names have cases; no preposition governs it."""
    for place in range(begin, min(end, begin + _FEW)):
        if one.folded[place] in WORDS_OF and has_cases(one.words[place]):
            return place if place == begin or one.folded[place - 1] not in PREPOSITIONS else None
    return None


def doing_before(view: View) -> Mention | None:
    """Find a name with any verb, without another person in between: `Lind grumbled to the crowd that “…”`."""
    one = view.one
    for verb in range(view.sign - 1, view.start, -1):
        if one.words[verb] in {";", ":"}:
            return None
        if any(
            other.end == verb + 1 and other.is_named and not is_object(one, other) for other in one.mentions
        ):
            return None
        if may_say(one, verb) and not is_saying(one, verb):
            place = verb
            while place > view.start and is_adverb(one.folded[place - 1]):
                place -= 1
            mention = mention_ending(one, before_brackets(one, place, view.start))
            if mention is None or mention.possessive or is_object(one, mention, verb):
                continue
            if is_denied(one, verb) or is_passive(one, verb):
                return _somebody(verb)
            return mention
    return None


def quoted_by(view: View) -> Mention | None:
    """Find the object of a verb of quoting: `«…», — цитирует Линда агентство`, `the agency quoted Lind: “…”`, `recalled Lind's words`."""
    one = view.one
    for start, end in ((_frame(view)[0], view.end), (view.start, view.sign)):
        for place in range(start, end):
            if one.folded[place] in CITING:
                owner = _owner_of_cited(one, place + 1, end)
                if owner is not None:
                    return owner
            if one.folded[place] in QUOTING:
                named, _ = _any_case_behind(one, place + 1, end)
                if named is not None and named.is_named and not is_told(one, place + 1, start):
                    return named
    return None


def _owner_of_cited(one: Sentence, place: int, end: int) -> Mention | None:
    """Return the owner of the words at a position: `Lind's words`, `слова Линда`."""
    if place < end and has_cases(one.words[place]) and _is_noun_of_words(one, place):
        owner = next((mention for mention in one.mentions if place < mention.start < end), None)
        is_near = owner is not None and not owner.possessive and before_titles(one, owner) == place
        return owner._replace(nominative=True) if owner is not None and is_near else None
    return next(
        (
            mention
            for mention in one.mentions
            if mention.possessive
            and mention.end < end
            and place in {mention.start, before_titles(one, mention) + 1}
            and one.folded[mention.end] in WORDS_OF
        ),
        None,
    )


def words_of_behind(view: View) -> Mention | None:
    """Find whose words it was: `“…,” was Lind's answer`, `“…,” came the reply from Lind`, `«…», — эти слова Линда запомнил Берг`."""
    one = view.one
    start, _ = _frame(view)
    for noun in range(start, min(view.end, start + _FEW)):
        if not _is_noun_of_words(one, noun):
            if one.words[noun].islower() and is_saying(one, noun):
                return None
            continue
        behind = next((mention for mention in one.mentions if mention.start > noun), None)
        if has_cases(one.words[noun]):
            is_owner = behind is not None and behind.end <= view.end and before_titles(one, behind) == noun
            if behind is not None and is_owner and not behind.nominative and behind.is_named:
                return behind._replace(nominative=True)
            return _greeting_with(one, noun, view.end)
        if one.folded[noun + 1 : noun + 2] and one.folded[noun + 1] in OWNER_BEHIND:
            return noun_behind(one, noun + 2, view.end)[0]
        return next(
            (
                mention
                for mention in one.mentions
                if mention.possessive and start <= mention.start and noun - 2 <= mention.end <= noun
            ),
            None,
        )
    return None


def _is_noun_of_words(one: Sentence, place: int) -> bool:
    """Return whether a word is a form of a noun for words, and no verb."""
    folded = one.folded[place]
    if has_cases(folded):
        is_form = not WORDS_OF.isdisjoint(nominatives(folded)) and not may_say(one, place)
        return one.words[place].islower() and (folded in WORDS_OF or is_form)
    return folded in WORDS_OF


def _greeting_with(one: Sentence, noun: int, end: int) -> Mention | None:
    """Return the subject of `такими словами Линд встретил Берга`, whatever the verb."""
    found = [
        mention
        for mention in one.mentions
        if noun < mention.start < end
        and mention.is_named
        and mention.nominative
        and not is_governed(one, mention)
    ]
    return found[0] if len({mention.who for mention in found}) == 1 and not found[0].possessive else None


def uttered_by(view: View) -> Mention | None:
    """Find the person said to have used the words: `the phrase “…” was used by Lind`."""
    one = view.one
    for place in range(view.sign + 1, view.end):
        if one.folded[place] in AGENTS and one.folded[place - 1] in UTTERED:
            named, _ = noun_behind(one, place + 1, view.end)
            return named
    return None


def done_by(view: View) -> Mention | None:
    """Find the person whose case says that they spoke, beside a passive: `Бергу было сказано Линдом: «…»`."""
    one = view.one
    for start, end in ((_frame(view)[0], view.end), (view.start, view.sign)):
        for place in range(start, end):
            if has_cases(one.words[place]) and one.folded[place].endswith(_ALL.passive_endings):
                agent = _agent_by_case(one, place)
                if agent is not None and start <= agent.start < end:
                    return agent
    return None


def several_speak(view: View) -> Mention | None:
    """Find that several persons speak at once, of whom none is named: `“…,” both presidents said`."""
    one = view.one
    for place in range(view.start, view.end):
        if one.folded[place] in TOGETHER:
            beside = place + 1
            while beside < view.end and (
                is_adverb(one.folded[beside])
                or one.folded[beside] in TOGETHER
                or _is_office(one.folded[beside])
            ):
                beside += 1
            is_subject = beside < view.end and one.words[beside] != QUOTE and is_saying(one, beside)
            if is_subject or (place > view.start and _says_before(one, place, view.start)):
                return _somebody(place)
    return None


def _is_office(folded: str) -> bool:
    """Return whether a folded word is a form of an office: `президента`, `presidents`."""
    return not OFFICES.isdisjoint(nominatives(folded))


def _says_before(one: Sentence, place: int, start: int) -> bool:
    """Return whether a verb of saying precedes a noun, with only its article in between."""
    before = place - 1
    while before > start and (one.folded[before] in DETERMINERS or one.folded[before] in TOGETHER):
        before -= 1
    return is_saying(one, before)


def gapped(view: View) -> Mention | None:
    """Find a name with the verb of an earlier name: `Berg spoke of “…”, and Lind of “…”`, `Berg said “…” and Lind “…”`."""
    one, place = view.one, view.sign - 1
    if place > view.start and one.folded[place] in GAP and AND.intersection(one.folded[view.start : place]):
        mention = mention_ending(one, place)
        is_subject = mention is not None and not mention.possessive and mention.start > view.start
        return mention if is_subject else None
    if place > view.start and is_dash(one.words[place]):
        place -= 1
    mention = mention_ending(one, place + 1)
    if view.start == 0 or mention is None or not mention.is_named or mention.possessive:
        return None
    between = one.folded[view.start : before_titles(one, mention) + 1]
    joining = set(between) - {","}
    return mention if joining and joining <= AND | CONTRASTING else None


def dash_and_name(view: View) -> Mention | None:
    """Find a name alone after a dash: `“…” — Anna Lind`."""
    one = view.one
    place = view.sign + 1
    while place < view.end and one.words[place] in {".", ","}:
        place += 1
    if place >= view.end or not (is_dash(one.words[place]) or one.words[place] == "("):
        return None
    named, end = noun_behind(one, place + 1, view.end)
    return named if named is not None and named.is_named and view.end - end <= 1 else None


def verb_further_behind(view: View) -> Mention | None:
    """Find a verb of saying further after the quotation, and its subject: `“…” is how Lind described it`."""
    one = view.one
    refers = False  # whether a noun for words refers to the quotation: `with these words Lind greeted Berg`
    for verb in range(view.sign + 1, view.end):
        if one.words[verb] == ";":
            return None
        refers = refers or one.folded[verb] in WORDS_OF
        if (is_saying(one, verb) or (refers and _follows_its_subject(one, verb))) and one.folded[
            verb
        ] not in WORDS_OF:
            if is_denied(one, verb):
                return _denied(verb)
            found = _agent(one, verb) or subject_before(one, verb, view.sign + 1)
            if found is None and one.words[verb - 1] == ",":
                found = noun_behind(one, verb + 1, view.end)[0]
            if found is not None:
                return found
    return None


def _follows_its_subject(one: Sentence, verb: int) -> bool:
    """Return whether a word is lower case and directly behind a name, so that it is its verb."""
    mention = mention_ending(one, verb)
    return mention is not None and mention.is_named and not mention.possessive and one.words[verb].islower()


RULES: tuple[Callable[[View], Mention | None], ...] = (
    several_speak,
    quoted_by,
    heard_from,
    done_by,
    words_of_behind,
    said_behind,
    verb_behind,
    cased_behind,
    gapped,
    named_with_colon,
    owner_of_words,
    according_to,
    verb_before,
    uttered_by,
    dash_and_name,
    verb_further_behind,
    doing_before,
)


_BEFORE = (
    named_with_colon,
    owner_of_words,
    according_to,
    verb_before,
)  # they need nothing after the quotation

_BY_PHRASE = frozenset(
    {quoted_by, heard_from, according_to, owner_of_words, done_by, named_with_colon, words_of_behind}
)  # without a subject


def _goes_on(view: View) -> bool:
    """Return whether a comma or a dash after the quotation shows that its sentence continues."""
    behind = view.one.words[view.sign + 1 : view.sign + 2]
    return any(word == "," or is_dash(word) for word in behind)


def _frame(view: View) -> tuple[int, bool]:
    """Return the start of the words that may name the speaker after a quotation, and whether they certainly belong to it.

    A comma, a question mark or a dash in between shows that the sentence continues; a full stop shows that it has ended.
    """
    one, place = view.one, view.sign + 1
    linked = view.closing in {",", "?", "!", "\u2026"}
    while place < view.end and (one.words[place] == "," or is_dash(one.words[place])):
        linked, place = True, place + 1
    if place < view.end and one.folded[place] in BEFORE_INVERSION:
        place += 1
    return place, linked


def _verb_behind(one: Sentence, place: int, end: int) -> int | None:
    """Return the verb of the name that ends at a position, after adverbs, brackets, and descriptions of the person."""
    bound = min(end, place + _WIDE)
    while place < bound:
        word = one.words[place]
        if word == "(":
            place = next((at + 1 for at in range(place, bound) if one.words[at] == ")"), bound)
        elif word == ",":
            ahead = next(
                (
                    at + 1
                    for at in range(place + 1, bound - 1)
                    if one.words[at] == "," and is_saying(one, _past_adverbs(one, at + 1, bound))
                ),
                None,
            )
            if ahead is None:
                ahead = _past_adverbs(one, place + 1, bound)
                if ahead >= bound or not is_saying(one, ahead):
                    return None
            place = ahead
        elif is_adverb(one.folded[place]):
            place += 1
        elif word[0].isalpha() and not is_saying(one, place) and _is_preposition(one, place):
            _, behind = noun_behind(one, place + 1, bound)
            if behind <= place + 1:
                return None
            place = behind
        else:
            return place
    return None


def _past_adverbs(one: Sentence, place: int, end: int) -> int:
    while place < end - 1 and is_adverb(one.folded[place]):
        place += 1
    return place


def _is_preposition(one: Sentence, place: int) -> bool:
    from tajikcli.proof.speech import PREPOSITIONS

    return one.folded[place] in PREPOSITIONS


def _is_cased(one: Sentence, start: int, end: int) -> bool:
    """Return whether the first word between two positions is in a script whose names have cases."""
    word = next((word for word in one.words[start:end] if word[0].isalpha()), "")
    return bool(word) and has_cases(word)


def _clause_end(one: Sentence, start: int, end: int) -> int:
    """Return the end of the clause that begins at a position."""
    for place in range(start, end):
        if one.words[place] in {",", ";", ":", ".", "!", "?"} or (
            place > start and is_dash(one.words[place])
        ):
            return place
    return end


def _clause_begin(one: Sentence, start: int, end: int) -> int:
    """Return the start of the clause that ends at a position."""
    for place in range(end - 1, start - 1, -1):
        if one.words[place] in {",", ";", ":"} or one.folded[place] in AND or is_dash(one.words[place]):
            return place + 1
    return start


def _in_cased_clause(one: Sentence, start: int, end: int) -> Mention | None:
    """Return the subject of a clause's verb of saying: the nominative that no preposition governs."""
    verb = next((place for place in range(start, end) if may_say(one, place)), None)
    if verb is None:
        return None
    if is_denied(one, verb):
        return _denied(verb)
    if one.folded[verb] in TOLD_IN:
        noun = next((at for at in range(verb + 1, end) if _is_noun_of_words(one, at)), end)
        return _owner_of_cited(one, noun, end) or _somebody(verb)
    inside = [
        mention
        for mention in one.mentions
        if start <= mention.start
        and mention.end <= end
        and not mention.possessive
        and not is_governed(one, mention)
    ]
    subjects = [mention for mention in inside if mention.nominative]
    titled = [mention for mention in subjects if mention.kind not in {Kind.TITLE, Kind.PLACE}]
    beside = [
        mention
        for mention in titled
        if mention.kind is Kind.PERSON and (mention.end == verb or before_titles(one, mention) == verb)
    ]
    sure = beside if all(mention.kind is Kind.UNSURE or mention in beside for mention in titled) else []
    for one_kind in (titled, sure, subjects):
        if len({mention.who for mention in one_kind}) == 1:
            return one_kind[0]
    if subjects or _has_another_subject(one, verb, start, end):
        return _somebody(verb)
    return _in_a_place(one, verb, start, end) if one.folded[verb].endswith(_ALL.plural_endings) else None


def _in_a_place(one: Sentence, verb: int, start: int, end: int) -> Mention | None:
    """Return the place for which somebody speaks, or somebody: `в Осло заявили`, `заявили журналистам`."""
    for mention in one.mentions:
        if start <= mention.start and mention.end <= end and mention.kind in {Kind.BODY, Kind.PLACE}:
            return mention
    return None if QUOTE in one.words[verb + 1 : verb + 3] else _somebody(verb)


def _has_another_subject(one: Sentence, verb: int, start: int, end: int) -> bool:
    """Return whether a noun that a name describes may be the subject: `сказал друг Линда`, `сказал пресс-секретарь Линда`."""
    if any(is_adjective(one.folded[at]) and one.words[at].islower() for at in range(start, end)):
        return True  # `заявила таджикская сторона`
    for mention in one.mentions:
        if (
            start <= mention.start
            and mention.end <= end
            and mention.is_named
            and not is_governed(one, mention)
        ):
            noun = before_titles(one, mention)
            word = one.folded[noun] if noun >= start else ""
            if mention.possessive or (
                word.isalpha()
                and one.words[noun].islower()
                and noun != verb
                and word not in CLOSED | VERBS | ADVERBS
                and not may_say(one, noun)
            ):
                return True
    return False


def _verbs_before(view: View) -> Iterator[int]:
    """Yield the verbs before a quotation that may introduce it, the nearest first."""
    one = view.one
    adjacent = view.sign - 1
    while adjacent >= view.start and (
        one.words[adjacent] in {":", ","}
        or is_dash(one.words[adjacent])
        or one.folded[adjacent] in SUBORDINATE
    ):
        adjacent -= 1
    colon = view.sign - 1 >= view.start and one.words[view.sign - 1] == ":"
    clause = _clause_begin(one, view.start, view.sign - 1) if colon else view.sign
    for place in range(view.sign - 1, max(view.start - 1, view.sign - 1 - 3 * _WIDE), -1):
        if one.words[place] == ";":
            return
        if one.folded[place] in WORDS_OF and place < adjacent:
            continue
        if is_saying(one, place) or (may_say(one, place) and (place == adjacent or place >= clause)):
            yield place
    if colon:
        # The subject of a sentence that ends with a colon is the speaker, whatever the verb.
        yield from (
            place
            for place in range(view.start, view.sign - 1)
            if may_say(one, place) and not is_saying(one, place)
        )


def _agent(one: Sentence, verb: int) -> Mention | None:
    """Return the person after `announced by`."""
    if AGENTS.isdisjoint(one.folded[verb + 1 : verb + 2]):
        return None
    return noun_behind(one, verb + 2, len(one.words))[0]


def _agent_by_case(one: Sentence, verb: int) -> Mention | None:
    """Return the person whose case says that they did something, beside a passive: `сказано Линдом`."""
    if not one.folded[verb].endswith(_ALL.passive_endings):
        return None
    found = [
        mention
        for mention in one.mentions
        if mention.is_named
        and not mention.nominative
        and one.folded[mention.end - 1].endswith(_ALL.agent_endings)
        and not is_governed(one, mention)
        and abs(mention.start - verb) <= _FEW
    ]
    return found[0]._replace(nominative=True) if len({one.who for one in found}) == 1 else None


def _subject(one: Sentence, verb: int, view: View) -> Mention | None:
    """Return the subject of a verb of saying before a quotation."""
    if has_cases(one.words[verb]):
        begin, end = _cased_bounds(one, verb, view)
        found = _in_cased_clause(one, begin, end)
        if found is not None and found.kind is not Kind.SOMEBODY:
            return found
        nominatives = [
            mention
            for mention in one.mentions
            if view.start <= mention.start
            and mention.end <= begin
            and mention.nominative
            and not is_governed(one, mention)
            and (
                mention.is_named
                or mention.kind in {Kind.PRONOUN, Kind.TITLE, Kind.BODY, Kind.FORMER, Kind.LATTER}
            )
            and not _is_in_relative_clause(one, mention)
        ]
        return nominatives[-1] if nominatives and len({one.who for one in nominatives}) == 1 else found
    subject = subject_before(one, verb, view.start)
    if subject is not None:
        return subject
    if one.folded[verb] in WORDS_OF and is_told(
        one, verb, view.start
    ):  # `was greeted by Lind with the words`
        agent = next((at for at in range(view.start, verb) if one.folded[at] in AGENTS), verb)
        return noun_behind(one, agent + 1, verb)[0]
    if one.folded[verb] in ADDRESSING or one.folded[verb] in WORDS_OF or has_subject(one, verb):
        return None
    return noun_behind(one, verb + 1, view.sign)[0]


def _is_in_relative_clause(one: Sentence, mention: Mention) -> bool:
    """Return whether a name is in a clause about another person: `Линд, которого поблагодарил Берг, сказал`."""
    begin = next((at + 1 for at in range(mention.start - 1, -1, -1) if one.words[at] == ","), 0)
    return not (WHO | WHOM).isdisjoint(one.folded[begin : begin + 2])


def _cased_bounds(one: Sentence, verb: int, view: View) -> tuple[int, int]:
    """Return the clause around a verb."""
    marks = {",", ";", ":", QUOTE}
    begin = next((at + 1 for at in range(verb, view.start - 1, -1) if one.words[at] in marks), view.start)
    end = next((at for at in range(verb, view.sign) if one.words[at] in marks), view.sign)
    joined = next((at for at in range(verb, begin, -1) if one.folded[at] in AND), begin)
    if (
        joined > begin
        and any(may_say(one, at) or one.folded[at] in SILENT for at in range(begin, joined))
        and any(joined < mention.start < verb and mention.nominative for mention in one.mentions)
    ):
        begin = joined + 1
    return begin, end


def _is_of_somebody_else(one: Sentence, verb: int) -> bool:
    """Return whether a verb of telling has a subject that is not a name: `the guest told her`, `she was told`."""
    word = one.folded[verb]
    return not word.endswith(_ALL.gerund_endings) and (has_subject(one, verb) or is_told(one, verb + 1))


def _any_case_behind(one: Sentence, place: int, end: int) -> tuple[Mention | None, int]:
    """Return the person directly after a phrase, in any case, with titles before the name."""
    if not _is_cased(one, place, end):
        return noun_behind(one, place, end)
    clause = _clause_end(one, place, end)
    inside = [mention for mention in one.mentions if place <= mention.start and mention.end <= clause]
    named = [mention for mention in inside if mention.kind not in {Kind.TITLE, Kind.PLACE}] or inside
    if not named:
        return None, place
    if named[0].possessive and named[0].kind is not Kind.PRONOUN:
        return Mention(place, named[0].end, Kind.SOMEBODY), named[0].end
    return named[0]._replace(nominative=True), named[0].end


def _somebody(place: int) -> Mention:
    return Mention(place, place + 1, Kind.SOMEBODY)


def _denied(place: int) -> Mention:
    return Mention(place, place + 1, Kind.DENIED)
