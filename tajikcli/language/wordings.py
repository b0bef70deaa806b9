"""The wording of figures in each language; only `check` needs it, to judge figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Mapping


class Wordings(Parts):
    """The wording of figures in a language. The parts have the same form as those of `base.Language`.

    Attributes:
        code: the ISO 639-1 code of the language.
        rising: words for an increase, in addition to those of `base.Language`.
        falling: words for a decrease, in addition to those of `base.Language`.
        no_direction: phrases that contain such a word but mean neither (`made up`).
        by: words before a difference, in addition to those of `base.Language`.
        to: words before the number that a change leads to.
        from_: words before the number that a change starts from.
        more: words beside a number of additional things (`ten more teachers`).
        adding: verbs before a number of additional things (`add ten teachers`).
        joining: verbs between a number of additional things and those that there are (`ten teachers join the 72`).
        fewer: words beside a number of things that there are less (`ten fewer teachers`).
        more_than: words behind a percentage by which something is larger (`20 percent more than`).
        less_than: words behind a percentage by which something is smaller.
        over: phrases before a lower bound, in addition to those of `base.Language`.
        under: phrases before an upper bound, in addition to those of `base.Language`.
        inclusive: the phrases for bounds that allow the number itself (`at least`).
        minus: words before a negative number.
        other_quantities: nouns for quantities other than the one measured (`inflation`).
        parts_of_wholes: nouns for a part of a measure (`exports`), with words for the whole.
        of_them: phrases after a number of a part of the counted things (`of them`).
        or_over: phrases after such a number (`or more`).
        or_under: the same for the other direction.
        almost: words before a number that is almost reached.
        about: words before a number that is not exact.
        exactly: words before a number that is exact.
        present: words for the present.
        doubting: words that say that a statement is not true or not sure (`supposedly`).
        comparing: words before a time with which a different time is compared.
        comparing_loosely: words that mean the same only before a relative time (`over the year before`).
        replacing: phrases before the number that another replaces (`instead of`).
        future: auxiliaries and phrases for the future.
        places: prepositions before a place or a group.
        origins: prepositions before the origin of goods.
        noun_endings: endings of nouns that the next word describes (`омӯзгори рус`).
        own_letters: letters that identify a text in this language.
        counters: nouns after a number that stand for any counted things (`82 человека`).
        last_verbs: verbs that end a clause right after a number, in languages whose verb comes last (`ба 85 расид`).
        about_this: phrases that begin a sentence about the figure before it (`this was announced by`).
        figure_nouns: nouns for a figure (`this figure`).
        citing_figures: verbs whose object may be a figure (`cited the figure`).
        volume_of_it: phrases for the amount of something named before, after which the verb may be missing.
        counted_again: phrases before a number of things that are named earlier (`their number`).
        multiplied: verbs that say that something changed by a factor (`doubled`), with the factor.
        multiples: other words for a multiple (`twofold`), with the factor.
        times_before: words before the number of a multiple (`в два раза`).
        times_behind: words after it.
        factors: phrases directly before the number of a multiple (`by a factor of`).
        years: words after the number of years of a longer time (`in five years`).
        longer_times: phrases for a time of several years (`in recent years`).
        bare_scales: words for one of a scale that need no article before a currency (`миллиард долларов`).
        fractions: fractions by phrase (`1/5`), in addition to those of `base.Language`.
        of_every: phrases before a whole of which a number is a part (`of every ten`).
        of_bare_whole: such words before a number without a noun of its own (`nine litres in ten`).
        apart_from: words before the one to whom a share does not belong (`other than Russia`).
        abroad: adjectives that make trade a different measure, but not partners or investors (`foreign investors`).
        tens: words for tens and ones that `base.Language` does not have.
        groups: nouns for a number of things, before which another number may stand (`two dozen`).
        groups_behind: those that mean no number without a number before them.
        many: plurals that do not say how many (`hundreds`), each with the number that it is a plural of.
        several: phrases before a scale that do not say how many (`several thousand`).
        days: the days of a month by the phrase for the ordinal before or after the month (`twenty-fourth`).
        short_times: phrases for a time shorter than a year that is counted from the report (`last month`).
        losing: words for a loss, a lack or an end (`lost`).
        decimal_mark: the mark before the decimals of a number.
        point: words between the digits of a decimal number.
        one_and_a_half: words for one and a half.
        and_a_half: phrases for a half after a number.
        ordinals: ranks by word, in addition to those of `base.Language`.
        holding: verbs before a rank, in addition to those of `base.Language`.
        moving_to: verbs of moving, with their preposition, before a new rank (`slipped to second`).
        rank_nouns: nouns after a rank.
        numbered: words before the number of a rank (`number one`).
        greatest: superlatives that mean the first rank.
        one_of: words before a superlative that applies to several things.
        not_ranked: words after an ordinal that counts times or parts (`the first time`).
        no_rank: phrases with a rank that mean something else (`in the first place`).
        beside_ranks: words before the name of the holder of another rank (`second after China`).
        hosting: verbs whose object is a guest (`received`).
        same_period: phrases that refer to a part of a year named elsewhere.
        of_both: phrases for the two countries that have been named (`the two countries`).
        standing_for: pronouns and phrases that may stand for a measure named before.
        amounting: phrases between such a pronoun and its number (`it amounts to`).
        gatherings: beginnings of nouns for occasions on which more than two sides meet (`summit`).
        other_meetings: phrases for an earlier or later meeting of the same people (`last met`).
        short_months: abbreviations of the names of months, in addition to those of `base.Language`.
        until: words before the last month of a period whose first is not given (`by October`).
        spans: words before a number of months counted from January, in addition to those of `base.Language`.
        halves: words for half a year, after its number.
        quarters: words for a quarter of a year, after its number.
        rates: the time for which an amount counts, by the phrase behind the thing counted (`barrels a day`).
        neutral: verbs, and words in the place of a verb, that leave a figure beside them as it is (`72 teachers work there`).
        neutral_amounts: the same, but only beside money, a percentage, a rank or a bare number, because they do something to people or things
            (`trade hit $2 billion`, `hit 72 teachers`).
        no_verbs: other words in the place of a verb or with a form of `verb_forms`.
        verb_forms: forms of verbs (regular expressions), in addition to `base.Language.verb_endings`; with `light`, only of last words.
        light: verbs whose meaning is in the word before them, in languages whose verb comes last (`хориҷ кард`).
    """

    code: str
    rising: str
    falling: str
    no_direction: tuple[str, ...]
    by: str
    to: str
    from_: str
    more: str
    adding: str
    joining: str
    fewer: str
    more_than: tuple[str, ...]
    less_than: tuple[str, ...]
    over: tuple[str, ...]
    under: tuple[str, ...]
    inclusive: tuple[str, ...]
    minus: str
    other_quantities: str
    parts_of_wholes: Mapping[str, str]
    of_them: tuple[str, ...]
    or_over: tuple[str, ...]
    or_under: tuple[str, ...]
    almost: tuple[str, ...]
    about: tuple[str, ...]
    exactly: tuple[str, ...]
    present: tuple[str, ...]
    doubting: str
    comparing: str
    comparing_loosely: str
    replacing: tuple[str, ...]
    future: tuple[str, ...]
    places: str
    origins: str
    noun_endings: str
    own_letters: str
    counters: str
    last_verbs: tuple[str, ...]
    about_this: tuple[str, ...]
    figure_nouns: str
    citing_figures: str
    volume_of_it: tuple[str, ...]
    counted_again: tuple[str, ...]
    multiplied: Mapping[str, str]
    multiples: Mapping[str, str]
    times_before: str
    times_behind: str
    factors: tuple[str, ...]
    years: str
    longer_times: tuple[str, ...]
    bare_scales: str
    fractions: Mapping[str, str]
    of_every: tuple[str, ...]
    of_bare_whole: tuple[str, ...]
    apart_from: tuple[str, ...]
    abroad: str
    tens: Mapping[str, int]
    groups: Mapping[str, int]
    groups_behind: str
    many: Mapping[str, int]
    several: tuple[str, ...]
    days: Mapping[str, int]
    short_times: tuple[str, ...]
    losing: tuple[str, ...]
    decimal_mark: str
    point: str
    one_and_a_half: str
    and_a_half: tuple[str, ...]
    ordinals: Mapping[str, int]
    holding: str
    moving_to: tuple[str, ...]
    rank_nouns: str
    numbered: tuple[str, ...]
    greatest: tuple[str, ...]
    one_of: str
    not_ranked: str
    no_rank: tuple[str, ...]
    beside_ranks: tuple[str, ...]
    hosting: tuple[str, ...]
    same_period: tuple[str, ...]
    of_both: tuple[str, ...]
    standing_for: tuple[str, ...]
    amounting: tuple[str, ...]
    gatherings: str
    other_meetings: tuple[str, ...]
    short_months: Mapping[str, int]
    until: str
    spans: str
    halves: str
    quarters: str
    rates: Mapping[str, str]
    neutral: str
    neutral_amounts: str
    no_verbs: str
    verb_forms: tuple[str, ...]
    light: str
