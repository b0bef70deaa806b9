"""The wording of reports in each language, which only `extract` needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Mapping


class Reports(Parts):
    """The wording of reports in a language. Its parts have the same form as those of `base.Language`.

    Attributes:
        code: the ISO 639-1 code of the language.
        latin: the Latin letters for letters of other scripts, for slugs.
        posts: offices that people hold, as phrases (`prime minister`).
        seats: names of places that stand for the people who govern there (`Pentagon`).
        names_in_cases: the endings of names: the case, the ending as a regular expression (longer endings
            first), and the ending of the nominative, or `?` if there are several; empty if names have no
            cases.
        offices_in_cases: the cases of offices: the ending of the nominative as a regular expression, the
            ending that replaces it, and the case.
        adjectives_in_cases: the endings of adjectives before an office in each case, in the singular.
        active_participles: the endings of active participles, without those of their cases.
        cases_behind: the case of a name after a preposition, for prepositions that govern only one case.
        place_prepositions: words before the name of a place, and the case of that name; empty if names have no cases.
        place_nouns: words between the preposition and the name that are not part of the name (`the city of`).
        pointing_back: phrases before a verb of saying that point back to the sentence before (`this was announced`).
        states: words for a state beside its name (`Republic`).
        peers: words for a person with the same office in another country, without naming the country.
        leading: words for the person at the top, whatever the office.
        top_posts: offices of the persons whom such a word can mean: those of a state or its government.
        honorifics: words before a name that are not part of it (`Mr`).
        particles: small words inside a name (`von der`).
        approximations: the value of `approx` for words before a number.
        years_named: years by phrase, counted from the year of the report (`last year`: -1).
        hours_from_utc: by the code of the language, the smallest and the largest difference from UTC in most places where
            reports in it are written.
        since: words before the year in which a period begins.
        ending: words between a year of twelve months and its last month (`the year to March`).
        since_new_year: phrases for the part of the year of the report that is over (`since the start of the year`).
        ago: words after a time that is over (`10 days ago`).
        further: words before the size of a change that adds to an earlier one (`by another 5 percent`).
        rising_behind: phrases after a number that is the size of a rise, in languages whose verb comes last.
        falling_behind: the same for a fall.
        ending_verbs: further verbs that end a clause right after a number, besides `last_verbs`: wishes and goals.
        attached: words after a hyphen that count nothing themselves (`40-strong`).
        points: words after a number of percentage points.
        as_of: phrases before the month and the year at which something is counted (`as of May 2030`).
        alternatives: words between two values of which one is right (`4 or 5`).
        year_words: words beside the number of a year (`2024 года`).
        days_named: words for days that are counted from the report (`yesterday`).
        relaying: verbs with which a source names a relay (`передает ТАСС`).
        authored: words before the person whose words a text has (`remarks by`).
        correspondents: nouns for a correspondent, beside which the name is the publisher's own.
        relay_nouns: small words that may begin the name of a relay (`пресс-служба Кремля`).
        rejecting: further verbs that deny a claim (`rejected reports that`), besides the language's own `denying`.
        relative: words that begin a relative clause after a comma.
        parts_of_day: words after a day (`Friday evening`).
        reservations: phrases by which a source makes a reservation (`reportedly`).
        measures: the slugs of measures by the words for the things counted.
        units: counted units, in the English plural, by the words for them; in English, only frequent words.
        measuring: units of length, area, volume, mass, energy and time.
        multiplying: words beside such a unit that make another one of it, by their form in the unit (`cubic metres`).
        describing_endings: endings of words that describe counted things (`12 bilateral agreements`).
        ranked_endings: endings of a noun in the singular behind a preposition and a number in digits that is a rank
            (`на 13 заседании`).
        numbered: nouns before a number that is their name (`Article 5`).
        numbers_joined: words between several such numbers.
        counted_behind: words (regular expressions) that such a number counts all the same, in languages in which a case
            joins the noun with what follows (`резолюцию 12 государств`).
        turns: nouns for a rise or a fall (`growth was 10 percent`).
        plural_endings: endings of counted things where a noun may describe another (`40 cooperation agreements`).
        plurals_of_offices: endings of an office in the plural, in the nominative.
        finite_endings: whole words (regular expressions, folded) for finite verbs without the usual endings, among them short
            passives (`был увеличен`).
        plurals_of_offices_in_cases: the same in other cases, each with the case; empty if offices have no cases.
        past_endings: endings of verbs in the past that may follow counted things (`12 ships carried goods`).
        parties: nouns for those who meet; two of them are the two of the meeting (`two countries`).
        plurals: plurals of counted things with no such ending (`people`).
        turns_of_others: labels without a colon before the words of people without a name (`Q`).
        askers: words that begin the label of people without a name (`Question:`, `Корреспондент:`).
        subjects: the words that show each topic; in a report, they mean nothing else.
        comparing: words before a year with which a different year is compared.
        comparing_directly: words that mean the same directly before such a year (`up 5 percent on last year`).
        meeting_words: words for a meeting, and verbs for meeting somebody.
        differences: words before the difference in a change (`grew by`).
        making_up: verbs that form a verb for a share with a word for a rise (`made up 52 percent`).
        intending: words for what somebody wants or plans to reach.
        bringing: verbs before the level to which somebody brings, raises or cuts something.
        other_scales: scales that a knowledge file does not have.
        published: words before a date of publication.
        published_words: other words that may be beside such a date.
        updated: words before the date of a later edition.
    """

    code: str
    latin: Mapping[str, str]
    posts: tuple[str, ...]
    seats: str
    names_in_cases: tuple[tuple[str, str, str], ...]
    offices_in_cases: tuple[tuple[str, str, str], ...]
    adjectives_in_cases: tuple[tuple[str, str], ...]
    active_participles: str
    cases_behind: tuple[tuple[str, str], ...]
    place_prepositions: tuple[tuple[str, str], ...]
    place_nouns: str
    pointing_back: tuple[str, ...]
    states: str
    peers: str
    leading: str
    top_posts: tuple[str, ...]
    honorifics: str
    particles: str
    approximations: Mapping[str, str]
    years_named: Mapping[str, int]
    hours_from_utc: Mapping[str, tuple[int, int]]
    since: str
    ending: str
    since_new_year: tuple[str, ...]
    ago: str
    further: str
    rising_behind: tuple[str, ...]
    falling_behind: tuple[str, ...]
    ending_verbs: str
    attached: str
    points: tuple[str, ...]
    as_of: tuple[str, ...]
    alternatives: str
    year_words: str
    days_named: str
    relaying: str
    authored: str
    correspondents: str
    relay_nouns: str
    rejecting: str
    relative: str
    parts_of_day: str
    reservations: tuple[str, ...]
    measures: Mapping[str, str]
    units: Mapping[str, str]
    measuring: str
    multiplying: Mapping[str, str]
    describing_endings: tuple[str, ...]
    ranked_endings: str
    numbered: str
    numbers_joined: str
    counted_behind: tuple[str, ...]
    turns: str
    plural_endings: tuple[str, ...]
    plurals_of_offices: str
    plurals_of_offices_in_cases: tuple[tuple[str, str], ...]
    finite_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    plurals: str
    parties: str
    turns_of_others: tuple[str, ...]
    askers: str
    subjects: Mapping[str, str]
    comparing: str
    comparing_directly: str
    meeting_words: str
    differences: str
    making_up: str
    intending: str
    bringing: str
    other_scales: str
    published: tuple[str, ...]
    published_words: str
    updated: tuple[str, ...]
