"""Words by which reports say who speaks, in English, Russian and Tajik, folded as `text.fold_letters` folds them."""

from __future__ import annotations

from tajikcli.text import fold_letters


def _set(words: str) -> frozenset[str]:
    return frozenset(map(fold_letters, words.split()))


# Verbs of saying, in the forms that reports use, and nouns for what was said.
VERBS = _set(
    """
say says said saying state states stated stating note notes noted noting add adds added adding stress stresses stressed
stressing emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising underscore underscores
underscored underscoring underline underlines underlined announce announces announced announcing declare declares declared
declaring remark remarks remarked remarking comment comments commented explain explains explained explaining claim claims claimed
argue argues argued insist insists insisted reply replies replied respond responds responded answer answers answered continue
continues continued conclude concludes concluded warn warns warned observe observes observed recall recalls recalled
express expresses expressed describe describes described describing call calls called calling promise promises promised pledge
pledged vow vowed mention mentions mentioned highlight highlights highlighted highlighting affirm affirmed confirm confirms confirmed
acknowledge acknowledges acknowledged admit admits admitted agree agrees agreed write writes wrote assure assures assured reiterate reiterates
reiterated indicate indicates indicated suggest suggests suggested hail hailed praise praised praising characterize characterizes
characterized characterise characterises characterised quip quipped repeat repeated think thinks believe believes believed point points pointed
tell tells told telling ask asks asked thank thanks thanked urge urges urged inform informed remind reminded speak speaking spoke
puts put complain complained elaborate elaborated clarify clarified specify specified promising recalling expressing
words remarks statement comments remark phrase
слова словам мнению
сказать сказал сказала говорит говорил заявил заявила заявляет отметил отметила отмечает подчеркнул подчеркнула подчеркивает добавил
добавила добавляет сообщил сообщила пояснил пояснила поясняет объяснил объяснила указал указала указывает рассказал рассказала напомнил
напомнила признал признала ответил ответила обратился обратилась считает уверен уточнил уточнила выразил выразила назвал назвала называет
констатировал констатировала резюмировал заверил заверила поблагодарил согласился согласилась пообещал пообещала заметил заметила
продолжил продолжила написал акцентировал прокомментировал охарактеризовал предложил предложила высказал высказался упомянул оценил
подтвердил подтвердила предупредил предупредила подытожил приветствовал обещал произнес
гуфт гуфта гуфтааст таъкид қайд изҳор зикр иброз афзуд эълон баён арз хотиррасон
"""
)
# Verbs of saying whose object is the one who listens.
ADDRESSING = _set(
    """
tell tells told telling ask asks asked thank thanks thanked urge urges urged inform informed remind reminded
assure assures assured call calls called calling describe describes described describing hail hailed praise
praised
"""
)
# What comes before a name that is no subject.
PREPOSITIONS = _set(
    """
to with of for between after before following from about against by at on in and via behind meeting met meets
после до с со к ко о об для между от у при перед про бо ба аз барои
"""
)
# What may stand between a preposition or a verb and a name, besides the adjectives of countries.
LIGHT = _set(
    """
the a an mr mrs ms president then-president visiting his her their own dr then former сам лично господин
президент глава
"""
)
# Who has been named before.
PRONOUNS = _set("he she him he's she's он она ӯ вай")
# Somebody named before who is no subject; of `her` and `его`, which may own what follows, only where nothing does.
OBJECTS = _set("him them ему ей им")
OBJECTS_OR_OWNERS = _set("her его ее")
# Who does something, before the verb that says what.
SUBJECTS = _set("i you he she they we it who он она они мы кто")
# A clause about somebody who is its object.
WHOM = _set("whom которого которому которую которой которым кого кому")
BE = _set("am is are was were be been being gets got")
# What stands before a participle that describes a name: a smiling Mrs Orlova.
DETERMINERS = _set("a an the this that his her its their our my your")
# Past tenses that don't end in -ed, of verbs that a person is often the object of.
PAST_TENSES = _set(
    "met saw heard gave sent held took brought led left beat taught sought told found knew showed"
)
# Nouns that look like participles.
NO_PARTICIPLES = _set("morning evening king spring string thing wing during")
# What may stand before a verb whose subject follows: so said she.
BEFORE_INVERSION = _set("so as thus")
# A title that stands for whoever has been named before.
TITLES = _set(
    """
president leader aide official minister spokesman spokeswoman head politician statesman guest host speaker
diplomat президент лидер политик министр глава помощник чиновник гость президенти
"""
)
# Pronouns before `words` or `remarks`.
OWNERS = _set("his her its their его ее")
# What somebody said, as a noun.
WORDS_OF = _set("words remarks statement comments remark phrase слова словам слов мнению")
# What is done with words, before `by` and a name.
UTTERED = _set("coined expressed given made spoken used uttered voiced")
AND = _set("and ва и")
# What makes a verb of saying say that nothing was said.
DENIALS = _set("didn't didn’t never not не")
HIS = _set("he he's him his его он")
HERS = _set("her she she's ее она")
MONTHS_AND_DAYS = _set(
    """
January February March April May June July August September October November December Monday Tuesday Wednesday
Thursday Friday Saturday Sunday
"""
)
# What stands between a name and its verb.
ADVERBS = _set(
    """
also then later reportedly further again publicly once has had have was is already повторно также затем ранее
"""
)
# Words with a capital that begin a sentence and name nobody.
OPENERS = _set(
    """
the a an in on at for by as he she it we they this that these those after before when while if but and however
meanwhile also there our his her its their according earlier later today yesterday both all some many most no
not what who how why в на по как он она они мы это но и а при после также кроме so then now here thus yet still
since though although because once instead hence likewise officials analysts experts sources observers reports
media journalists nobody somebody someone everybody everyone
"""
)
# What comes before the speaker's name, by its first word.
BY: dict[str, list[tuple[str, ...]]] = {}
_PHRASES = "according to; in the words of; words of; as per; по словам; со слов; по мнению; по заявлению; по оценке; слова; ба гуфтаи"
for _phrase in _PHRASES.split(";"):
    BY.setdefault(_phrase.split()[0], []).append(tuple(_phrase.split()))
# What to stop at when looking for who speaks.
TELLING = VERBS | BY.keys() | {":", "by", "of"}
# What stands before the name of somebody who holds it.
OFFICES = TITLES | _set("spokeswoman adviser ambassador")
REFERRING = PRONOUNS | TITLES | OWNERS
