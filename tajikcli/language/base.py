"""What tajik knows of a language: the one type that every file of this folder is a value of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Parts:
    """What `dataclass(frozen=True, kw_only=True)` would make, whose import costs a start more than all languages.

    Raises:
        TypeError: a part is missing, or there is no such part.
    """

    def __init__(self, **parts: object) -> None:
        wrong = parts.keys() ^ type(self).__annotations__.keys()
        if wrong:
            raise TypeError(f"missing or unknown: {', '.join(sorted(wrong))}")
        self.__dict__.update(parts)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} can't be changed")


class Language(Parts):
    """What tajik knows of a language. Every language has every part; a part that it has no use for is empty.

    How parts are written:

    - A part of type `str` is a list of words with white space between them, folded as `folding.fold_letters` folds
      them (small letters, no accents) unless it says "as written". A `*` at the end of a word stands for any ending.
    - A part of type `tuple` is a list of phrases, or of endings and other regular expressions where it says so.
    - A part of type `Mapping` says what each word means.

    Drafts and questions mix languages, so most parts are used as the union over all languages (`all_languages.TOGETHER`).
    A word that means something else in another language of the same script therefore does more harm than good:
    leave it out.

    Attributes:
        code: as ISO 639-1 codes it; a source's `language` on record is compared with it.
        script: the script that its words are written in, as Unicode names it.
        folding: letters that are searched and compared as others, because keyboards or printers exchange them.
        printed_either_way: those of them that its printers use for the same word, so that quotations may differ in them.
        stressed: vowels that may carry a stress mark, which belongs to no word's spelling.

        stop_words: words that carry no weight in a search: question words, articles, prepositions, auxiliaries, pronouns,
            verbs of saying.
        families: words that the stemmer does not bring together, as written between semicolons: a word, then those that
            are found by it (`grow grew grown`).
        apart: words that the stemmer brings together with others that have nothing to do with them, as written between
            semicolons: those that belong together (`important importance`, which are no import).
        questions: what a question is after (`where`, `when`, `why`, `change`, `how-many`) by the words that ask it.
        relative_years: years by the phrases that texts have for them, counted from the year of the text (`next year`: 1).
        signs: words that signs are read as (`%`).
        set_phrases: phrases whose words mean something else by themselves (`before long` is not long).
        stemmer: makes the function that returns the stem of a folded word.

        cases: endings of the other cases and the plural, by the ending of the nominative singular, of names, adjectives
            and months; `""` is the ending of words that have none.
        names_have_cases: whether the ending of a name tells a subject from an object.
        possessives: endings (regular expressions) that make a name an owner.
        articles: articles.
        auxiliaries: auxiliary verbs.
        infinitives: auxiliaries that no clause has as its only verb.
        own_pronouns: pronouns for whoever speaks.
        listeners_pronouns: pronouns for whoever listens.
        others_pronouns: pronouns for anybody else.
        conjunctions: words that join clauses.
        clause_openers: words behind a comma that begin a clause which nothing before the comma governs.
        subordinating: words that make a clause no statement of its own (`when it is safe`).
        subordinate_openers: other words that subordinate clauses begin with.
        function_words: other words that say nothing by themselves.
        capitals: words that are other words with a capital (`may`, `us`).

        negations: words that negate what they govern.
        negating_endings: endings of words that negate.
        limiting: words that limit, weaken, doubt or deny what they govern.
        approximating: words that make the number behind them less than exact.
        parts_of_many: words for a part of many (`half of the pupils`).
        conditional: words that make what they begin a condition, an exception or a concession.
        without: negations that govern only what follows them.
        of: words between a part and the many that it is of.
        among: words inside a part of many (`two out of five`).
        degrees: words of degree before a limiting word (`too little`).
        but: the word that begins an exception, or ends `anything but`.
        excepting: words behind `but` that make it an exception.
        all_but: words before `but` that make it `anything but`.

        saying: verbs of saying in the forms that reports use, and nouns for what was said.
        addressing: verbs of saying whose object is the one who listens.
        silent: verbs that no words are said with, though a name stands before or behind them (`nodded`), in all forms.
        verb_endings: endings (regular expressions) of finite verbs.
        quoting: verbs whose object is the one who speaks (`quotes Lind as saying`).
        denying: verbs behind which whoever is named is said not to have spoken (`denied saying`).
        honorifics: what stands before a name and is no part of it, abbreviations without their full stop.
        of_men: honorifics and titles of men only.
        of_women: honorifics and titles of women only.
        bodies: beginnings of nouns for bodies that speak as one (`the ministry said`).
        documents: nouns for what words stand in and nobody says (`the statement said`).
        counterparts: nouns for whoever holds the same office elsewhere.
        leaders: titles of whoever leads a country.
        said_that: words between a verb of saying and what is said.
        said_nouns: nouns for what somebody said.
        closing_pronouns: pronouns that stand for a name there, see `closing_verbs`.
        closing_articles: articles before a title that stands for a name there.
        closing_verbs: verbs behind a name that show where a quotation without a closing mark ends.
        inverted_verbs: the same before a name; one more letter may follow.
        by_phrases: phrases before a speaker's name (`according to`).
        stranger_phrases: phrases behind which any name is a speaker's, on record or not.
        agents: words before whoever did something (`announced by`).
        gap: words that a verb is left out before (`and Lind of “…”`).
        uttered: what is done with words, before an agent.
        prepositions: words before a name that is no subject.
        light: words between a preposition or a verb and a name.
        pronouns: pronouns for somebody named before.
        he: pronouns and owners that mean a man.
        she: pronouns and owners that mean a woman.
        object_pronouns: pronouns for somebody named before who is no subject.
        object_or_owner_pronouns: pronouns that are that, or own what follows.
        owners: pronouns that own what follows.
        subjects: pronouns before the verb that says what they do.
        capital_pronouns: pronouns that are no name for all their capital, as written.
        whom: pronouns of a clause about somebody who is its object.
        who: pronouns of a clause about somebody who is its subject.
        be: auxiliaries of the passive.
        determiners: words before a participle that describes a name.
        past_tenses: past tenses of verbs that a person is often the object of, apart from those with a regular ending.
        participle_endings: endings of participles and regular past tenses.
        gerund_endings: endings of participles that have no subject of their own.
        no_participles: nouns that look like participles.
        adverb_endings: endings of adverbs between a subject and its verb.
        adverbial_endings: endings (regular expressions) of words that a sentence may begin with before a name.
        before_inversion: words before a verb whose subject follows it.
        as_saying: words between a name and a verb of saying that it is the subject of (`quoted Lind as saying`).
        joining: words for `and`.
        denials: words that make a verb of saying say that nothing was said.
        nothing: words for nothing, behind such a verb.
        adverbs: words between a name and its verb.
        openers: words with a capital that begin a sentence and name nobody.

        titles: titles that stand for whoever has been named before.
        offices: other words before the name of somebody who holds the office.
        titles_before_names: titles that are part of a name where they have a capital.
        before_titles: articles before a title that means somebody named before.
        of_office: words between an office and its place (`President of Aland`).
        institutions: beginnings of words that name institutions, which are no persons, as written.
        womens_surnames: endings of the surnames of women.
        womens_given_names: endings of the given names of women.
        object_endings: endings (regular expressions) of names in other cases than the nominative.
        mens_accusatives: endings of names that are women's in the nominative and men's in the accusative.
        mens_past_tenses: endings of past tenses whose subject is a man.

        months: numbers of the months, 1 to 12, by all forms of their names.
        weekdays: days of the week.
        month_joiners: words between the first and the last month of a period.
        month_prepositions: words before the month that a figure is of.
        first: words before a number of months from January on (`the first six months`).
        months_word: words behind that number.
        abbreviations: abbreviations with a full stop that ends no sentence, as written and without it.

        scales: scales (`thousand` to `trillion`) by the words for them.
        percent: words for per cent.
        currencies: currencies, as ISO 4217 codes them, by the words for them.
        currency_owners: names of countries before or behind such a word that say what it says (regular expressions).
        currency_nouns: words for money in any currency.
        currency_precedes: whether the country stands behind the word for its money (`долларов США`).
        range_from: words before the first number of a range.
        range_to: words between the numbers of a range.
        number_words: numbers in letters, and words for parts and multiples.
        ordinals: ranks by their words.
        ordinal_endings: endings of ranks in digits.
        counts: numbers by their words, for a number of months.
        ranking: verbs before a rank.
        superlatives: words behind a rank (`third-largest`).

        rising: words that say that something grew.
        falling: words that say that something fell.
        other_matter: words that make a sentence one about another matter than what is on record: goals, forecasts,
            denials, other times; regular expressions.
        other_measure: what follows a measure's name and makes it another one (`trade deficit`); regular expressions.
        measure_parts: adjectives before a measure's name that make it another one (`agricultural trade`).
        of_which: words behind a counted thing that say which part of it is counted (`teachers of chemistry`).
        least: phrases before a lower bound.
        most: phrases before an upper bound.
        by_how_much: words before a difference.
        hedging: words between those and the number.
        contrasting: words that part two statements in one sentence.
        new_clause: regular expressions for what begins another statement behind a comma.
        unremarkable: words with a capital inside a sentence that name no other matter.
    """

    code: str
    script: str
    folding: Mapping[str, str]
    printed_either_way: Mapping[str, str]
    stressed: str

    stop_words: str
    families: str
    apart: str
    questions: Mapping[str, str]
    relative_years: Mapping[str, int]
    signs: Mapping[str, str]
    set_phrases: tuple[str, ...]
    stemmer: Callable[[], Callable[[str], str]]

    cases: Mapping[str, str]
    names_have_cases: bool
    possessives: tuple[str, ...]
    articles: str
    auxiliaries: str
    infinitives: str
    own_pronouns: str
    listeners_pronouns: str
    others_pronouns: str
    conjunctions: str
    clause_openers: str
    subordinating: str
    subordinate_openers: str
    function_words: str
    capitals: str

    negations: str
    negating_endings: tuple[str, ...]
    limiting: str
    approximating: str
    parts_of_many: str
    conditional: str
    without: str
    of: str
    among: str
    degrees: str
    but: str
    excepting: str
    all_but: str

    saying: str
    addressing: str
    silent: str
    verb_endings: tuple[str, ...]
    quoting: str
    denying: str
    honorifics: str
    of_men: str
    of_women: str
    bodies: str
    documents: str
    counterparts: str
    leaders: str
    said_that: str
    said_nouns: str
    closing_pronouns: str
    closing_articles: str
    closing_verbs: str
    inverted_verbs: str
    by_phrases: tuple[str, ...]
    stranger_phrases: tuple[str, ...]
    agents: str
    gap: str
    uttered: str
    prepositions: str
    light: str
    pronouns: str
    he: str
    she: str
    object_pronouns: str
    object_or_owner_pronouns: str
    owners: str
    subjects: str
    capital_pronouns: str
    whom: str
    who: str
    be: str
    determiners: str
    past_tenses: str
    participle_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    no_participles: str
    adverb_endings: tuple[str, ...]
    adverbial_endings: tuple[str, ...]
    before_inversion: str
    as_saying: str
    joining: str
    denials: str
    nothing: str
    adverbs: str
    openers: str

    titles: str
    offices: str
    titles_before_names: str
    before_titles: str
    of_office: str
    institutions: str
    womens_surnames: tuple[str, ...]
    womens_given_names: tuple[str, ...]
    object_endings: tuple[str, ...]
    mens_accusatives: tuple[str, ...]
    mens_past_tenses: tuple[str, ...]

    months: Mapping[str, int]
    weekdays: str
    month_joiners: str
    month_prepositions: str
    first: str
    months_word: str
    abbreviations: str

    scales: Mapping[str, str]
    percent: tuple[str, ...]
    currencies: Mapping[str, str]
    currency_owners: tuple[str, ...]
    currency_nouns: str
    currency_precedes: bool
    range_from: str
    range_to: str
    number_words: str
    ordinals: Mapping[str, int]
    ordinal_endings: str
    counts: Mapping[str, int]
    ranking: str
    superlatives: tuple[str, ...]

    rising: str
    falling: str
    other_matter: tuple[str, ...]
    other_measure: tuple[str, ...]
    measure_parts: str
    of_which: str
    least: tuple[str, ...]
    most: tuple[str, ...]
    by_how_much: str
    hedging: str
    contrasting: str
    new_clause: tuple[str, ...]
    unremarkable: str


@lru_cache
def snowball(algorithm: str) -> Callable[[str], str]:
    """Return the function that stems a folded word by one of Snowball's algorithms (M. F. Porter, snowballstem.org).

    Args:
        algorithm: its name, as PyStemmer has it.
    """
    import Stemmer

    # Without the stemmer's own cache: `words` remembers more.
    stem: Callable[[str], str] = Stemmer.Stemmer(algorithm, 0).stemWord
    return stem
