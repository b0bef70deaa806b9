"""Parse a question: its words, their meanings, and the kind of answer that it asks for.

A word matches by its stem, by similar stems of what is probably the same word, by the thing that it names on
record (`Путин` finds statements by Putin), and by its synonyms in the vocabulary, in any language.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import script_of, together
from tajikcli.language.listed import is_located, meaning_of
from tajikcli.meanings import akin, is_known, is_light, related
from tajikcli.parts import Parts
from tajikcli.repository.counts import Counts
from tajikcli.repository.named import SPEAKER, SURE, names_of, offices, tokens_named
from tajikcli.repository.spoken import Spoken, meaning_together, spoken_in
from tajikcli.text import fold_letters
from tajikcli.words import ASKED, STOP, folded, others_among, stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from tajikcli.meanings import Related

LONGEST = 60  # the number of letters of a word that is looked up in lists of words
# the minimum number of letters of a stem with related stems, and the maximum difference in length
_SHORT, _TAIL = 5, 3
_NEAR = 0.7  # the weight of a related stem
_PART = 0.5  # the weight of a single word of an office or an idiom
_SAME = 0.9  # the weight of another spelling of the same word
_SAID = 0.5  # the minimum weight of a form by which a statement contains a word
RUN = 4  # the number of words in a row that is not a coincidence, so that they may be a quote
WHO = "who"  # the kind of answer to a question about a person
_WHO = ("p:", "r:", "s:")  # the tokens of sources, relays and speakers
_BEFORE = 3  # the maximum number of words before a word in a number that is written in words
_MONTHS, _HALF = 12, 6
_ZEROS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


class Question(Parts):
    """A parsed question.

    Attributes:
        groups: for each word, the forms by which it matches, with their weights: its stem, the tokens of
            things that it names, near stems, and other words for it; a term of several words has spaces
            between their stems.
        written: the words themselves.
        after: the kind of answer (`where`, `when`, `how-many`), as in `tajikcli.words.ASKED`.
        languages: the languages whose stemmers the record needs, in addition to the first language of each
            script.
        doubtful: for each word, the forms that stand only for what it rarely means; a statement with one does not contain the word.
        frequencies: the number of statements with each form; forms that do not occur are left out.
        own: for each word, the stems of the word itself.
        light: for each word, whether it says little by itself.
        date: the date of the meeting, if the question asks when and the record has one meeting; otherwise empty.
        venue: the stems of the place of the meeting, without its country, if the question asks where it takes place.
        strange: the positions of words that do not occur in the record in any of their meanings.
        located: the positions of words right after a preposition that makes them the place where something is or goes.
    """

    groups: tuple[dict[str, float], ...]
    written: tuple[str, ...]
    after: frozenset[str]
    languages: tuple[str, ...]
    doubtful: tuple[frozenset[str], ...]
    frequencies: dict[str, int]
    own: tuple[tuple[str, ...], ...]
    light: tuple[bool, ...]
    date: str
    venue: frozenset[str]
    strange: frozenset[int]
    located: frozenset[int]

    @cached_property
    def forms(self) -> frozenset[str]:
        """All forms by which the words match."""
        return frozenset(form for group in self.groups for form in group)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of all forms."""
        return frozenset(word for form in self.forms for word in form.split())

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The forms that consist of several words."""
        return tuple(form for form in self.forms if " " in form)

    @cached_property
    def places(self) -> dict[str, list[tuple[int, float]]]:
        """For each form, the positions of the words that match by it, with its weights."""
        found: dict[str, list[tuple[int, float]]] = {form: [] for form in self.forms}
        for place, group in enumerate(self.groups):
            for form, fit in group.items():
                found[form].append((place, fit))
        return found

    @cached_property
    def sure(self) -> list[list[str]]:
        """For each word, the forms by which a statement has it, with a space before and after: no remote synonyms or other names for a topic."""
        return [
            [
                f" {form} "
                for form, fit in group.items()
                if fit >= (SURE if ":" in form else _SAID) and form not in doubtful
            ]
            for group, doubtful in zip(self.groups, self.doubtful, strict=True)
        ]

    @cached_property
    def pairs(self) -> tuple[str, ...]:
        """The adjacent words, each pair with a space before, between and after its stems."""
        return tuple(f" {one[0]} {other[0]} " for one, other in zip(self.own, self.own[1:], strict=False))

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The speakers whom the question names, as in the table `search`."""
        return frozenset(form for form in self.forms if form.startswith("s:"))

    def without(self, places: Iterable[int]) -> Question:
        """Return a question that the words at some positions do not match."""
        parts = {name: getattr(self, name) for name in Question.__annotations__}
        groups = tuple({} if place in places else group for place, group in enumerate(self.groups))
        return Question(**{**parts, "groups": groups})

    def heard(self, place: int) -> bool:
        """Return whether a word, or another word for the same thing, is on record; words for related things do not count."""
        return place not in self.strange and any(form in self.frequencies for form in self.groups[place])

    @property
    def has_related(self) -> bool:
        """Whether a statement may have none of the words, but words for related things.

        This is so if a word is not on record, or if it is the only one: it may match by a remote synonym.
        """
        return len(self.groups) == 1 or any(
            form in self.frequencies
            for place, group in enumerate(self.groups)
            if not self.heard(place)
            for form in group
        )


def asked(connection: sqlite3.Connection, text: str) -> Question:
    """Parse a text into its significant words, without duplicates.

    Args:
        connection: a connection to the index.
        text: the question.
    """
    plain = (
        " " + " ".join(word for word in folded(text) if word[0].isalnum() and not word[0].isdecimal()) + " "
    )
    after = [asking for asking in ASKED if f" {asking} " in plain]
    kinds = _kinds(after, plain)
    slugs = [slug for (slug,) in connection.execute("SELECT slug FROM entity WHERE kind = 'language'")]
    languages = others_among(slugs)
    everything: list[str] = []
    taking_place = _taking_place(kinds, plain)
    weightless = _weightless(after) | taking_place | _framing(plain)
    spoken = list(spoken_in(text, languages, plain, weightless, everything))
    near = [{kin: _NEAR for form in one.forms for kin in _near(connection, form)} for one in spoken]
    counts = Counts(connection)
    telling = [one.number for one in spoken if everything[one.number] in STOP]
    others = related(everything, languages, telling, counts.on_record)
    groups = _meant(counts, spoken, near, everything, others)
    own = frozenset(form for one, kin in zip(spoken, near, strict=True) for form in (*one.forms, *kin))
    frequencies = counts.of(groups)
    tokens = tokens_named(connection, groups, own, counts.on_record)
    strange = []
    for place, group in enumerate(groups):
        matched = [form for form in group if form in frequencies]
        if not tokens[place] and all(form in near[place] for form in matched):
            if matched and not _may_be_mistyped(spoken[place].written):
                continue
            for form in matched:  # `teachrs` begins with `teach`
                del group[form]
            strange.append(place)
    for place in strange:
        groups[place].update(_otherwise(counts, spoken[place], languages))
    if strange:
        frequencies = counts.of(groups)
        tokens = tokens_named(connection, groups, own, counts.on_record)
        strange = [
            place
            for place in strange
            if not tokens[place] and not any(form in frequencies for form in groups[place])
        ]
        # A question without any word that occurs in the record finds nothing.
        for place in strange if len(strange) < len(groups) else ():
            groups[place] = {
                **akin(everything, spoken[place].number, languages),
                **groups[place],
            }
    _whoever(connection, spoken, groups, tokens)
    sided = _by_side(connection, spoken, groups, tokens)
    strange = [place for place in strange if not any(":" in form for form in groups[place])]
    for group, named in zip(groups, tokens, strict=True):
        group.update(named)
    frequencies = counts.of(groups)
    if "what" in kinds and any(
        token.startswith("m:") and fit == 1 for named in tokens for token, fit in named.items()
    ):
        kinds |= {"how-many"}  # the question asks about a thing that is counted
    return Question(
        # A word that does not occur in the record is kept only for a message.
        groups=tuple(
            {form: fit for form, fit in group.items() if form in frequencies or form in one.forms}
            for group, one in zip(groups, spoken, strict=True)
        ),
        written=tuple(one.written for one in spoken),
        after=kinds - {"what"},
        languages=languages,
        doubtful=tuple(
            others[one.number].doubtful.difference(one.forms, kin)
            for one, kin in zip(spoken, near, strict=True)
        ),
        frequencies=frequencies,
        own=tuple(one.forms for one in spoken),
        light=tuple(place in sided or is_light(everything[one.number]) for place, one in enumerate(spoken)),
        date=_of_the_meeting(connection, "date") if "when" in kinds else "",
        venue=_venue(connection) if "where" in kinds and taking_place else frozenset(),
        strange=frozenset(strange),
        located=frozenset(place for place, one in enumerate(spoken) if is_located(everything, one.number)),
    )


def _meant(
    counts: Counts,
    spoken: Sequence[Spoken],
    near: Sequence[Mapping[str, float]],
    everything: Sequence[str],
    others: Sequence[Related],
) -> list[dict[str, float]]:
    """Return the forms by which each significant word matches, without the things that it names, with their weights."""
    times = _years(counts.connection, everything) | _periods(everything)
    groups = []
    for one, kin in zip(spoken, near, strict=True):
        other = others[one.number]
        group = dict(other.forms)
        group.update(kin)
        group.update(_numbers(one, everything))
        group.update(times.get(one.number, {}))
        group.update(dict.fromkeys(one.forms, _PART if other.idiom else 1.0))
        groups.append(group)
    return groups


def _whoever(
    connection: sqlite3.Connection,
    spoken: Sequence[Spoken],
    groups: list[dict[str, float]],
    tokens: Sequence[dict[str, float]],
) -> None:
    """Make words that name a person or source match only that person or source, and not their other meanings.

    An office means its holder, not its words (`the Russian president`); `Trend` is a publisher, not a
    tendency; and texts may have a person's name in the other script.
    """
    stems_said = [one.forms[0] for one in spoken]
    for start, size, token in offices(connection, stems_said, [one.number for one in spoken]):
        for place in range(start, start + size):
            groups[place] = {
                **dict.fromkeys((token, *names_of(connection, token)), 1.0),
                **dict.fromkeys(spoken[place].forms, _PART),
            }
            tokens[place].clear()
    for place, named in enumerate(tokens):
        who = [token for token, fit in named.items() if fit == 1 and token.startswith(_WHO)]
        if who:
            own = spoken[place].forms
            groups[place] = {form: fit for form, fit in groups[place].items() if form in own or fit == _NEAR}
        for token in who:
            if token.startswith(SPEAKER):
                groups[place].update(dict.fromkeys(names_of(connection, token), 1.0))


def _by_side(
    connection: sqlite3.Connection,
    spoken: Sequence[Spoken],
    groups: list[dict[str, float]],
    tokens: Sequence[dict[str, float]],
) -> set[int]:
    """Make the words for hosts and guests mean the people of this side, if the record tells which side receives the other.

    Returns:
        The positions of these words.
    """
    known = together()
    sides = (set(known.hosts.split()), set(known.guests.split()))
    said = [(place, fold_letters(one.written)) for place, one in enumerate(spoken)]
    meant = [(place, side) for place, word in said for side in (0, 1) if word in sides[side]]
    if not meant:
        return set()
    from tajikcli.repository.sides import sides_of

    found = sides_of(connection)
    speaking = meant[0][1]  # what one side says of the other
    sided = set()
    for place, side in meant:
        people = found[side]
        if people:
            names = [name for token in people for name in names_of(connection, token)]
            speakers = people if side == speaking else ()
            groups[place] = {
                **dict.fromkeys((*speakers, *names), 1.0),
                **dict.fromkeys(spoken[place].forms, _PART),
            }
            tokens[place].clear()
            sided.add(place)
    return sided


def _kinds(after: Iterable[str], plain: str) -> frozenset[str]:
    """Return the kinds of answers that the question asks for; `how much did it grow` asks for a change, not an amount."""
    kinds = {ASKED[asking] for asking in after}
    if "how-many" in kinds and ("change" in kinds or _tells_of_change(plain)):
        kinds = kinds - {"how-many"} | {"change"}
    return frozenset(kinds)


def _tells_of_change(plain: str) -> bool:
    """Return whether a question has a word for a rise or a fall: `gone up`, but not `up north`."""
    changing = dict.fromkeys(f"{together().rising} {together().falling}".split(), True)
    telling = [word for word in plain.split() if word not in STOP and len(word) <= LONGEST]
    telling += meaning_together(plain)
    return any(meaning_of(word, changing) for word in telling)


def _weightless(after: Iterable[str]) -> set[str]:
    """Return the words that only belong to the question word: `big` in `how big`."""
    return {word for asking in after for word in asking.split()}


def _taking_place(kinds: frozenset[str], plain: str) -> set[str]:
    """Return the words that only say that something takes place, if the question asks where or when it does."""
    if kinds.isdisjoint({"where", "when"}):
        return set()
    return {word for phrase in together().taking_place if f" {phrase} " in plain for word in phrase.split()}


def _framing(plain: str) -> set[str]:
    """Return the words of phrases that only frame a question (`could you tell me`), which have no weight."""
    return {word for phrase in together().politenesses if f" {phrase} " in plain for word in phrase.split()}


def _years(connection: sqlite3.Connection, everything: Sequence[str]) -> dict[int, dict[str, float]]:
    """Return the years that words of a question mean (`next year`), by position, if the record has one meeting."""
    phrases = [
        (start, len(phrase), offset)
        for phrase, offset in (
            (phrase.split(), offset) for phrase, offset in together().relative_years.items()
        )
        for start in range(len(everything) - len(phrase) + 1)
        if everything[start : start + len(phrase)] == phrase
    ]
    if not phrases:
        return {}
    date = _of_the_meeting(connection, "date")
    if not date:
        return {}
    return {
        place: {str(int(date[:4]) + offset): 1.0}
        for start, size, offset in phrases
        for place in range(start, start + size)
    }


def _periods(everything: Sequence[str]) -> dict[int, dict[str, float]]:
    """Return the last month of periods that a question counts from January (`first ten months`), by position."""
    found: dict[int, dict[str, float]] = {}
    known = together()
    for place, word in enumerate(everything):
        months = meaning_of(word[:LONGEST], known.months_of)
        if months is None:
            continue
        numbers = ((start, _number(everything, start)) for start in range(max(place - _BEFORE, 0), place))
        start, count = next(((start, number) for start, number in numbers if number), (place, 1))
        last = count * months
        if 1 < last <= _MONTHS and (count > 1 or months == _HALF):
            names = (name.removesuffix("*") for name, number in known.months.items() if number == last)
            forms = dict.fromkeys((form for name in names for form in stems(name)), 1.0)
            found |= {start: forms, place: forms}
    return found


def _number(everything: Sequence[str], place: int) -> int:
    """Return the number at a position of a question, in words or digits; 0 if there is none or it is large."""
    from tajikcli.language.numerals import number_at

    here = everything[place]
    value = (
        int(here) if here.isdecimal() and len(here) <= len(str(_MONTHS)) else number_at(everything, place)[0]
    )
    return value if value <= _MONTHS else 0


def _venue(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the stems of the place of the meeting, without its country."""
    return frozenset(stems(_of_the_meeting(connection, "place").partition(",")[0]))


def _of_the_meeting(connection: sqlite3.Connection, key: str) -> str:
    """Return what the record says about the meeting; empty if it has several meetings."""
    found = connection.execute(
        "SELECT json_extract(detail, '$.' || ?) FROM entity WHERE kind = 'meeting' LIMIT 2", (key,)
    ).fetchall()
    return str(found[0][0] or "") if len(found) == 1 else ""


def _numbers(one: Spoken, everything: Sequence[str]) -> dict[str, float]:
    """Return the numbers that a word forms with its neighbours: 72 for `seventy-two`, 36000 for `36 thousand`."""
    if one.forms[0].isalpha():
        from tajikcli.language.numerals import number_at

        alone = meaning_of(everything[one.number][:LONGEST], together().scales)
        if alone is not None:
            return {"1" + "0" * _ZEROS[alone]: 1.0}

        for start in range(max(one.number - _BEFORE, 0), one.number + 1):
            value, size = number_at(everything, start)
            if value > 1 and start + size > one.number:
                return {str(value): 1.0}
        return {}
    behind = everything[one.number + 1] if one.number + 1 < len(everything) else ""
    scale = meaning_of(behind[:LONGEST], together().scales)
    if scale is None or not one.forms[-1][0].isdigit():
        return {}
    whole, _, part = one.forms[-1].partition(".")
    zeros = _ZEROS[scale]
    number = (whole + part.ljust(zeros, "0")) if len(part) <= zeros else ""
    return {number: 1.0} if number else {}


def _may_be_mistyped(written: str) -> bool:
    """Return whether no list has a word in Latin letters, so that a stem that only begins like it may be another word's."""
    from tajikcli.language.known_words import is_known_word

    word = fold_letters(written)
    return script_of(word) == "Latin" and not is_known_word(word) and not is_known(word)


def _near(connection: sqlite3.Connection, form: str) -> list[str]:
    """Return other stems of what is probably the same word; stemmers cut `economy` and `economic` in different places."""
    if len(form) < _SHORT or not form.isalpha():
        return []
    begun = connection.execute(
        "SELECT stem FROM stem WHERE stem > ? AND stem < ? AND length(stem) <= ? AND statements",
        (form, form + "\U0010ffff", len(form) + _TAIL),
    )
    shorter = [form[:end] for end in range(max(len(form) - _TAIL, _SHORT), len(form))]
    return [*(row[0] for row in begun), *shorter]


def _otherwise(counts: Counts, one: Spoken, languages: Sequence[str]) -> dict[str, float]:
    """Return the forms of a word that does not occur in the record, in other spellings or as a name in another script."""
    from tajikcli.language.spellings import other_spellings
    from tajikcli.repository.spelling import same_name, words_of

    word = fold_letters(one.written)
    if not word.isalpha() or len(word) > LONGEST:
        return {}
    found = {form: _SAME for other in other_spellings(word) for form in stems(other, languages)}
    if not counts.of([found]):
        names = same_name(word, words_of(counts.connection))
        found = {form: _SAME for other in names for form in stems(other, languages)}
    return found
