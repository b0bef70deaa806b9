"""The type of a language: everything that tajik knows about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Mapping


class Language(Parts):
    """Everything that tajik knows about a language. Every language has every part; an unused part is empty.

    The form of the parts:

    - A part of type `str` is a list of words separated by white space, as `folding.fold_letters` folds them (lower case, no
      accents), unless it says "as written". A `*` at the end of a word stands for any ending.
      `german.py` shows which parts may keep accents. A word with an apostrophe is listed twice, with `'` and with `\u2019`.
    - A part of type `tuple` is a list of phrases, or of endings and other regular expressions if it says so.
    - A part of type `Mapping` has the meaning of each word.

    Drafts and questions mix languages, so most parts are used as the union over all languages
    (`all_languages.TOGETHER`). Leave out a
    word that means something else in another language of the same script, because it would do more harm than good.

    Attributes:
        code: the ISO 639-1 code, which is compared with the `language` of sources.
        script: the script of its words, by its name in Unicode.
        langid: the name of the language in LaTeX's babel package, for bibliographies; empty if babel does not know it.
        folding: letters that are searched and compared as other letters, because keyboards or printers exchange them.
        printed_either_way: letters in `folding` that printers exchange in the same word, so that quotations
            may differ in them.
        stressed: vowels that may carry a stress mark, which is not part of the spelling.

        stop_words: words without weight in a search: question words, articles, prepositions, auxiliaries,
            pronouns, verbs of saying.
        light_words: words that say little in a question (`right`, `along`, `thing`), in all their forms; they count
            for less than other words.
        hosts: words for the person who receives a visitor.
        guests: words for the person who comes.
        families: words that the stemmer does not connect, as written, separated by semicolons: a word, then the words that
            it finds (`grow grew grown`).
        apart: words that the stemmer connects by mistake, as written, separated by semicolons: the words that belong
            together (`important importance`, apart from `import`).
        questions: the kind of answer (`where`, `when`, `why`, `change`, `how-many`) by question word;
            `tajikcli.words.ASKED` has all kinds.
        taking_place: phrases that only say that something takes place (`was held`), folded; in a question
            that asks where or when, they have no weight.
        politenesses: phrases that only frame a question (`could you tell me`, `is it true that`), folded; they have no weight.
        particles: phrases of words without weight that mean something together (`gone up`), folded; the last word has weight.
        months_of: the months of a period by its word, for a question that counts periods from January (`three quarters`).
        relative_years: years by phrase, counted from the year of the text (`next year`: 1).
        signs: words for signs (`%`).
        set_phrases: phrases whose words have a different meaning alone (`before long` does not mean `long`);
            in lower case, not folded.
        verb_suffixes: the ends of stems of verbs that the present does not have (`экспортировать`, `экспортирует`).

        cases: endings of the other cases and the plural, by the ending of the nominative singular, of names, adjectives
            and months; `""` stands for words without an ending.
        names_have_cases: whether the ending of a name distinguishes a subject from an object.
        possessives: possessive endings (regular expressions).
        articles: articles.
        auxiliaries: auxiliary verbs.
        linking: words, other than auxiliaries, that link a subject with its predicate (`described Aland as
            “…”`).
        calling: verbs whose object the words after it describe (`called Lind “…”`).
        infinitive_endings: endings of infinitives without such a word.
        infinitives: auxiliaries that are never the only verb of a clause.
        own_pronouns: pronouns for the speaker.
        listeners_pronouns: pronouns for the listener.
        polite_pronouns: forms of pronouns for the listener, whose capital is only politeness.
        others_pronouns: pronouns for anybody else.
        conjunctions: words that join clauses.
        clause_openers: words after a comma that begin an independent clause.
        subordinating: words that begin a clause that is not a statement by itself (`when it is safe`).
        subordinate_openers: other words that begin subordinate clauses.
        function_words: other words that have only a grammatical function.
        capitals: words that become different words with a capital (`may`, `us`).

        negations: words that negate the words they govern.
        negating_endings: endings of words that negate.
        limiting: words that limit, weaken, doubt or deny the words they govern.
        approximating: words that make the number after them approximate.
        parts_of_many: words for a part of many (`half of the pupils`).
        conditional: words that begin a condition, an exception or a concession.
        without: negations that govern only the words after them.
        of: words between a part and the whole.
        among: words inside a part of many (`two out of five`).
        degrees: adverbs of degree before a limiting word (`too little`).
        but: the word that begins an exception or ends `anything but`.
        excepting: words after `but` that make it an exception.
        all_but: words before `but` in `anything but`.
        intensifying: adverbs between a negation and the words it governs (`not quite`), besides those with
            `adverb_endings`.
        affirming: words after a negation with which it does not deny (`not only`).
        qualifying: adverbs that limit the word directly after them to most cases (`generally satisfied`).
        distancing: phrases directly before words that deny them or move them to another time (`far from`, `one
            day`).
        possibility: words that make a fact a possibility (`could`).
        doubting: words that reject, question, prevent or only wish for what the clause after them says (`rejected
            the idea that`).
        wanting: verbs that do so only with an object or a clause (`wanted Aland to be`, but not `wanted to stress`).
        inverted_conditions: verbs that begin a condition without `if` (`Should reforms continue, …`).
        closing_negations: negations that follow the words they deny (`«…» нест`).
        believing: words for believing and truth, which do the same if they are negated (`does not believe
            that`).

        saying: verbs of saying in the forms of news reports, and nouns for words that were said.
        saying_with: verbs that are verbs of saying only with their particle (`went on`).
        addressing: verbs of saying whose object is the listener.
        silent: verbs that do not introduce words, although a name is beside them (`nodded`), in all forms.
        verb_endings: endings (regular expressions) of finite verbs.
        irregular_pasts: past tenses without such an ending.
        plural_endings: endings of verbs whose unnamed subject is somebody in a place (`в Осло заявили`).
        light_verbs: verbs that form one verb with the noun before them (`таъкид кард`).
        negated: prefixes that negate a verb (`нагуфт`).
        quoting: verbs whose object is the speaker (`quotes Lind as saying`).
        citing: verbs whose subject repeats another person's words (`recalled Lind's words`).
        told_in: impersonal verbs before the text that contains the words (`говорится в письме Линда`).
        reporting: verbs whose subject, if it is a medium, relays the words of others.
        stressing: adverbs that a negation before them makes stronger, so that the verb is not denied (`not only said`, `не раз говорил`).
        withholding: verbs that announce words if they are negated (`did not hesitate: “…”`).
        giving: verbs whose object can be a noun for words (`offered a compliment`).
        modals: auxiliaries before a verb that has the form of its infinitive (`would boast`).
        asking: words that begin a question about the words of somebody (`What did Lind say?`).
        hearing: verbs whose subject is the listener (`Berg heard from Lind that “…”`).
        floor: nouns for the right to speak next, as objects of `giving` (`gave Berg the floor`).
        inviting: verbs whose object may speak next (`asked Berg`).
        inviting_with: verbs that may do so only with their particle (`called on Berg`).
        passing: verbs, besides `giving`, whose object is the right to speak next (`passed the microphone`).
        yielding: verbs whose indirect object may speak next (`handed over to Berg`).
        awaiting: verbs for waiting for words (`waited for a reply`).
        receiving: verbs whose subject is given an answer (`the answer Berg got`).
        keeping_silent: verbs, or words of verbs, for speaking no words.
        gestures: silent verbs that accompany speech in a dialogue with dashes (`— …, — улыбнулся Линд`).
        listening: words after a person who only listens to another (`Berg nodded`).
        heard_from: words between such a verb and the speaker.
        agreeing: words for sharing or citing the words of a person named after them (`agreed with Berg`).
        replying: verbs of saying that answer somebody.
        denying: verbs whose subject is said not to have spoken (`denied saying`).
        honorifics: words before a name that are not part of it, abbreviations without their full stop.
        of_men: honorifics and titles of men only.
        of_women: honorifics and titles of women only.
        bodies: beginnings of nouns for bodies that speak as one (`the ministry said`).
        documents: nouns for texts that contain words but do not speak (`the statement said`).
        counterparts: nouns for a person with the same office elsewhere.
        states: nouns for a state beside the name or adjective of a country (`глава таджикского государства`, `сарвари давлати
            Тоҷикистон`).
        in_office: adjectives between the name of a country and the title of its leader (`Aland's current president`).
        out_of_office: words before a title whose bearer does not hold the office (`the former president`).
        pretending: words before the name of a person who does not speak, but whom somebody pretends to be (`a fake Lind`).
        owner_endings: endings of nouns and adjectives in the case of an owner (`лидер партии`).
        deputies: nouns for persons who speak for somebody, whose name may follow (`пресс-секретарь Линда`).
        leaders: titles of the leader of a country.
        works: nouns before the name of a work, a programme or an order in quotation marks.
        meeting_words: words for a meeting.
        opening: verbs by which one person begins an occasion with others (`opened talks with Berg`).
        occasions: beginnings of nouns for occasions on which people speak with each other.
        pointing: words that begin a sentence which points back to words before it (`So said Lind`).
        placing: prepositions that say where or with whom somebody is.
        locating: prepositions that say where somebody is, before names that keep their form (`At Salem Lind said`).
        placed_in: prepositions before the place where something is or goes.
        addressed_to: prepositions before the name of a listener (`Lind to Berg`).
        ascribing: participles and verbs before `ascribed_to`, which say that words are somebody's.
        ascribed_to: words between them and the name (`attributed to Lind`).
        said_that: words between a verb of saying and the words.
        said_nouns: nouns for words that were said.
        others_words: nouns for words or sounds that usually are not those of the person who speaks them (`a proverb`).
        owner_behind: words between such a noun and the name of its owner (`speech of`).
        closing_pronouns: pronouns that replace a name there; see `closing_verbs`.
        closing_articles: articles before a title that replaces a name there.
        closing_verbs: verbs after a name that show the end of a quotation without a closing mark.
        inverted_verbs: such verbs before a name; one more letter may follow.
        inverting: verbs without an object, so that a name directly after them is their subject (`After Berg came Lind`).
        by_phrases: phrases before a speaker's name (`according to`).
        reasons: prepositions between a person and what the person is thanked or blamed for.
        agents: words before the person who did something (`announced by`).
        agent_endings: endings of names in the case of the agent, without a preposition (`сказано Линдом`).
        means_endings: endings of nouns for the means of a verb, without a preposition (`начал словами`).
        passive_endings: endings of the participles beside these names.
        gap: words before which a verb is omitted (`and Lind of “…”`).
        uttered: participles and other forms of verbs for using words, before an agent or an object.
        using: prepositions between a verb and words that are said (`greeted Berg with the words`).
        prepositions: words before a name that is not a subject.
        describing_endings: endings of words before a name that describe the person and do not end their phrase (`меҳмонаш Линд`).
        keeping_form: prepositions after which names have the same form as subjects.
        light: words between a preposition or a verb and a name.
        pronouns: pronouns for a person who has been named.
        he: pronouns and possessives for a man.
        she: pronouns and possessives for a woman.
        object_pronouns: pronouns for a person who has been named and is not a subject.
        object_or_owner_pronouns: pronouns that may be object pronouns or possessives.
        owners: possessive pronouns.
        subjects: pronouns before their verb.
        capital_pronouns: pronouns with a capital, which are not names, as written.
        whom: relative pronouns that are objects.
        who: relative pronouns that are subjects.
        be: auxiliaries of the passive.
        determiners: words before a participle that describes a name.
        past_tenses: past tenses of verbs that often have a person as their object, except those with a regular ending.
        participle_endings: endings of participles and regular past tenses.
        verb_prefixes: prefixes that a hyphen may separate from a participle of the same meaning (`re-elected`).
        gerund_endings: endings of participles without a subject of their own.
        converb_endings: endings of converbs, which are used in the same way in some languages (`обращаясь`).
        no_participles: nouns that look like participles.
        adverb_endings: endings of adverbs between a subject and its verb.
        no_adverbs: nouns that look like adverbs.
        adverbial_endings: endings (regular expressions) of words that may begin a sentence before a name.
        before_inversion: words before a verb whose subject follows it.
        as_saying: words between a name and a verb of saying whose subject is this name (`quoted Lind as
            saying`).
        as_reported: words that begin a clause about who reports the sentence (`as the office reports, Lind said`).
        joining: words for `and`.
        denials: words that negate a verb of saying.
        excluding: phrases before the name of a person who, unlike somebody else, did not speak (`rather than
            Berg`).
        nothing: words for nothing after such a verb.
        nobody: pronouns that, before a verb of saying, mean that nobody speaks.
        barely: words directly before a verb that say that it was not done, or hardly (`almost said`).
        supposedly: words before a verb of saying that leave it open whether anybody spoke (`might have
            said`).
        latter: words for the second of two persons who have been named.
        former: words for the first of them.
        together: words for the leaders of two countries at once (`both leaders said`).
        adverbs: words between a name and its verb.
        openers: words with a capital that begin a sentence and are not names.

        titles: titles that stand for a person who has been named.
        offices: other words before the name of an office holder.
        before_titles: articles before a title that stands for a person who has been named.
        of_office: words between an office and its place (`President of Aland`).
        institutions: beginnings of words for institutions, which are not persons, as written.
        womens_surnames: endings of the surnames of women.
        womens_given_names: endings of the given names of women.
        patronymics: endings of patronymics, also in cases.
        object_endings: endings (regular expressions) of names in cases other than the nominative.
        mens_accusatives: endings of names that are feminine in the nominative and masculine in the accusative.
        mens_past_tenses: endings of past tenses with a masculine subject.
        womens_past_tenses: endings of past tenses with a feminine subject.

        months: the numbers of the months, 1 to 12, by all forms of their names.
        weekdays: days of the week.
        month_joiners: words between the first and the last month of a period.
        month_prepositions: words before the month of a figure.
        first: words before a number of months counted from January (`the first six months`).
        months_word: words after such a number.
        lying: verbs that say that somebody does not speak the truth (`lied`).
        source_nouns: words for a source before a colon and its name (`Source: Reuters`).
        credits: words before a colon at the beginning of a line that names topics (`Tags: trade`).
        topic_prepositions: prepositions before whom or what somebody speaks of (`said of Lind`).
        captions: words before a colon at the beginning of the words below a picture.
        abbreviations: abbreviations whose full stop does not end a sentence, as written, without the full
            stop.

        scales: the scale (`thousand` to `trillion`) for each word.
        percent: words for percent.
        currencies: ISO 4217 codes of currencies by word.
        currency_owners: names of countries beside a currency that do not change its meaning (regular
            expressions).
        currency_nouns: words for money in any currency.
        currency_precedes: whether the country follows the word for its money (`долларов США`).
        range_from: words before the first number of a range.
        range_to: words between the numbers of a range.
        number_words: words for numbers, fractions and multiples.
        cardinals: numbers by word, up to a thousand; a hundred and a thousand multiply the number before
            them.
        fractions: fractions by phrase (`1/3`).
        ordinals: ranks by word.
        ordinal_endings: endings of ranks in digits.
        counts: numbers by word, for a number of months.
        ranking: verbs before a rank.
        superlatives: words after a rank (`third-largest`).

        rising: words for an increase.
        falling: words for a decrease.
        goals: words that show that a sentence is about a goal, not about the facts on record; regular expressions.
        forecasts: the same for forecasts and conditions.
        refuted: the same for what is denied.
        other_times: the same for times that are not on record.
        other_measure: words after the name of a measure that make it a different measure (`trade deficit`);
            regular expressions.
        measure_parts: adjectives before the name of a measure that make it a different measure (`agricultural
            trade`).
        of_which: words after a counted thing that limit it (`teachers of chemistry`).
        least: phrases before a lower bound.
        most: phrases before an upper bound.
        by_how_much: words before a difference.
        hedging: words between these phrases and the number.
        contrasting: words that separate two statements in one sentence.
        new_clause: regular expressions for the beginning of another statement after a comma.
        unremarkable: words with a capital inside a sentence that do not indicate another subject.
    """

    code: str
    script: str
    langid: str
    folding: Mapping[str, str]
    printed_either_way: Mapping[str, str]
    stressed: str

    stop_words: str
    light_words: str
    hosts: str
    guests: str
    families: str
    apart: str
    questions: Mapping[str, str]
    taking_place: tuple[str, ...]
    politenesses: tuple[str, ...]
    particles: tuple[str, ...]
    months_of: Mapping[str, int]
    relative_years: Mapping[str, int]
    signs: Mapping[str, str]
    set_phrases: tuple[str, ...]
    verb_suffixes: tuple[str, ...]

    cases: Mapping[str, str]
    names_have_cases: bool
    possessives: tuple[str, ...]
    articles: str
    auxiliaries: str
    linking: str
    calling: str
    infinitive_endings: tuple[str, ...]
    infinitives: str
    own_pronouns: str
    listeners_pronouns: str
    polite_pronouns: str
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
    intensifying: str
    affirming: str
    qualifying: str
    distancing: tuple[str, ...]
    possibility: str
    doubting: str
    believing: str
    wanting: str
    inverted_conditions: str
    closing_negations: str

    saying: str
    saying_with: tuple[str, ...]
    addressing: str
    silent: str
    verb_endings: tuple[str, ...]
    irregular_pasts: str
    plural_endings: tuple[str, ...]
    light_verbs: str
    negated: tuple[str, ...]
    quoting: str
    citing: str
    told_in: str
    reporting: str
    stressing: str
    withholding: str
    giving: str
    modals: str
    asking: str
    hearing: str
    floor: str
    inviting: str
    inviting_with: tuple[str, ...]
    passing: str
    yielding: str
    awaiting: str
    receiving: str
    keeping_silent: str
    gestures: str
    listening: str
    heard_from: str
    agreeing: str
    replying: str
    denying: str
    honorifics: str
    of_men: str
    of_women: str
    bodies: str
    documents: str
    counterparts: str
    states: str
    in_office: str
    out_of_office: str
    pretending: str
    owner_endings: tuple[str, ...]
    deputies: str
    leaders: str
    works: str
    meeting_words: str
    opening: str
    occasions: str
    pointing: str
    placing: str
    locating: str
    placed_in: str
    addressed_to: str
    ascribing: str
    ascribed_to: str
    said_that: str
    said_nouns: str
    others_words: str
    owner_behind: str
    closing_pronouns: str
    closing_articles: str
    closing_verbs: str
    inverted_verbs: str
    inverting: str
    by_phrases: tuple[str, ...]
    reasons: str
    agents: str
    agent_endings: tuple[str, ...]
    means_endings: tuple[str, ...]
    passive_endings: tuple[str, ...]
    gap: str
    uttered: str
    using: str
    prepositions: str
    describing_endings: tuple[str, ...]
    keeping_form: str
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
    verb_prefixes: str
    gerund_endings: tuple[str, ...]
    converb_endings: tuple[str, ...]
    no_participles: str
    adverb_endings: tuple[str, ...]
    no_adverbs: str
    adverbial_endings: tuple[str, ...]
    before_inversion: str
    as_saying: str
    as_reported: str
    joining: str
    denials: str
    excluding: tuple[str, ...]
    nothing: str
    nobody: str
    barely: str
    supposedly: str
    latter: str
    former: str
    together: str
    adverbs: str
    openers: str

    titles: str
    offices: str
    before_titles: str
    of_office: str
    institutions: str
    womens_surnames: tuple[str, ...]
    womens_given_names: tuple[str, ...]
    patronymics: tuple[str, ...]
    object_endings: tuple[str, ...]
    mens_accusatives: tuple[str, ...]
    mens_past_tenses: tuple[str, ...]
    womens_past_tenses: tuple[str, ...]

    months: Mapping[str, int]
    weekdays: str
    month_joiners: str
    month_prepositions: str
    first: str
    months_word: str
    lying: str
    source_nouns: str
    credits: str
    topic_prepositions: str
    captions: str
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
    cardinals: Mapping[str, int]
    fractions: Mapping[str, str]
    ordinals: Mapping[str, int]
    ordinal_endings: str
    counts: Mapping[str, int]
    ranking: str
    superlatives: tuple[str, ...]

    rising: str
    falling: str
    goals: tuple[str, ...]
    forecasts: tuple[str, ...]
    refuted: tuple[str, ...]
    other_times: tuple[str, ...]
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
