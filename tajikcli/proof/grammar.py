"""Words whose absence or presence turns the sense of those around them, in English, Russian and Tajik."""

from __future__ import annotations

from tajikcli.text import word_set

NEGATIONS = word_set(
    """
    not never no none nor neither nobody nothing nowhere cannot without hardly barely scarcely
    не ни нет никогда никто ничто ничего никакой никакого никаких никак нигде нельзя без вряд едва
    нест ҳеҷ ҳаргиз
    """
)
# Words that limit, weaken, doubt or deny what they govern.
LIMITING = word_set(
    """
    longer few fewer little less least only merely solely just almost nearly rarely seldom partly partially somewhat slightly
    allegedly reportedly supposedly apparently perhaps maybe possibly probably presumably unlikely impossible
    may might could false falsely untrue wrongly pretend pretends pretended
    deny denies denied denying doubt doubts doubted doubting refuse refuses refused refusing
    reject rejects rejected rejecting fail fails failed failing lack lacks lacked lacking stop stops stopped
    claim claims claimed claiming allege alleges alleged cease ceased avoid avoids avoided prevent prevents prevented
    мало немного немногие меньше редко лишь только почти отчасти частично якобы будто возможно вероятно наверное пожалуй
    может могут мог могла могли невозможно едва-ли отрицаю отрицает отрицают отрицал отрицала отрицали
    отказался отказалась отказались отказывается отказываются сомневаюсь сомневается сомневаются кроме
    танҳо кам қариб шояд гӯё фақат ҷуз
    """
)
# Words that make the number behind them less than exact.
APPROXIMATING = word_set(
    """
    about around approximately roughly some circa nearly almost over under above below than least most up
    около примерно приблизительно порядка почти более менее свыше до почти тақрибан қариб зиёда
    """
)
_NUMBER_WORDS = word_set(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion billions trillion trillions dozen dozens half halves quarter double twice once triple
    first second third fourth fifth sixth seventh eighth ninth tenth last
    ноль один одна одно два две три четыре пять шесть семь восемь девять десять сто тысяча тысячи тысяч миллион миллиона
    миллионов миллиард миллиарда миллиардов половина вдвое втрое первый первая первое второй вторая второе третий последний
    сифр як ду се чор панҷ шаш ҳафт ҳашт нӯҳ даҳ сад ҳазор
    """
)
# Words for a part of many, which stand right before them: `half of the pupils`, `some pupils`.
_PARTS = word_set(
    "some most half part majority minority percent некоторые часть большинство половина процентов аксари баъзе"
)
# Words that make what they begin a condition, an exception or a concession, and by that what stands before them.
CONDITIONAL = word_set("if unless except albeit provided если кроме разве агар ба-шарте магар")
# Words right before a clause that make it no statement of its own: `say when it is safe`.
SUBORDINATING = word_set(
    "if whether unless until till when before lest если когда пока прежде чтобы ли агар вақте"
)
# `anything but an ally`
_ALL_BUT = word_set("anything nothing all none")

AUXILIARIES = word_set(
    """
    to be been being have has had do does did will would shall should can could may might must am is are was
    were был была было были быть будет будем будут бы
    """
)
ARTICLES = word_set("a an the")
PRONOUNS_OF_SPEAKER = word_set(
    "i me my mine myself we us our ours я меня мне мной мой моя моё мое мои мы нас нам нами наш наша наше наши ман мо"
)
PRONOUNS_OF_LISTENER = word_set("you your yours вы вас вам вами ваш ваша ваше ваши ты тебя тебе шумо")
PRONOUNS_OF_OTHERS = word_set(
    """
    he him his she her hers it its they them their theirs this that these those which who whom whose
    он его ему им него нему ним нём нем неё нее ней нею них ними она её ее ей они их ими это этот эта эти эту этого этих тот та те который которая которое которые
    ӯ вай онҳо ин он
    """
)
PRONOUNS = PRONOUNS_OF_SPEAKER | PRONOUNS_OF_LISTENER | PRONOUNS_OF_OTHERS
# Words behind a comma that begin a clause of its own, which nothing before the comma governs.
_CLAUSE_OPENERS = word_set(
    """
    and but so yet while whereas although though because since when where which who as
    i we you he she it they there this these those
    и а но однако поэтому потому когда где который которая которое которые тогда так зато
    я мы вы он она они это ва вале аммо ки
    """
)
_SUBORDINATE = SUBORDINATING | word_set(
    "while whereas although though because since after as who which where хотя поскольку который которая которые где"
)
_CONJUNCTIONS = word_set("and but и а но ва")
FUNCTION_WORDS = (
    AUXILIARIES
    | ARTICLES
    | PRONOUNS
    | _CLAUSE_OPENERS
    | word_set(
        """
        or nor of in on at by for from with into onto over under between among to as than then there here not
        also too very more such own both each all any some
        в во на с со к ко по о об от до из у за для при под над между через или же ли бы уже ещё еще также то
        дар аз ба бо барои
        """
    )
)


def is_negation(form: str) -> bool:
    """Tell whether a word negates what it governs."""
    folded = form.casefold()
    return folded in NEGATIONS or folded.endswith("n't")


def limits(form: str) -> bool:
    """Tell whether a word negates, limits, weakens or doubts what it governs."""
    return (form.casefold() in LIMITING and form != "May") or is_negation(form)


def is_number(form: str) -> bool:
    """Tell whether a word is a number, in digits or letters, or a rank."""
    return any(char.isdigit() for char in form) or form.casefold() in _NUMBER_WORDS


def is_part(form: str) -> bool:
    """Tell whether a word says that only a part of something is meant."""
    return form.casefold() in _PARTS


def opens_clause(between: str, form: str, following: str) -> bool:
    """Tell whether a word begins a clause that nothing before it governs.

    Args:
        between: what stands between it and the word before: white space and punctuation.
        form: the word.
        following: the word behind it.
    """
    folded = form.casefold()
    if any(mark in between for mark in ";:)\u2014\u2013\u2015") or " - " in between:
        return True
    if folded == "but":
        return True
    if "," in between:
        return folded in _CLAUSE_OPENERS
    return folded in _CONJUNCTIONS and (
        following.casefold() in AUXILIARIES - {"to", "be", "been", "being"}
        or following.casefold() in PRONOUNS
    )


def begins_subordinate(form: str) -> bool:
    """Tell whether a word begins a subordinate clause, wherever it stands: `while we may have more to endure`."""
    return form.casefold() in _SUBORDINATE


def is_all_but(form: str, before: str) -> bool:
    """Tell whether a word is the `but` of `anything but`."""
    return form.casefold() == "but" and before.casefold() in _ALL_BUT
