"""Text as search sees it: words folded, stemmed and told apart from numbers, the same way on both sides.

Stems are those of the Snowball stemmers for English and Russian (M. F. Porter, https://snowballstem.org), chosen by
the script a word is written in; Tajik words go the Russian way, which is the same for record and question.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import Stemmer

from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A word, a number with its marks (`1,000`, `1 000`, `1.79`), or a sign that is read as a word; `1.08bn` is two.
_WORD = re.compile(
    # Letters above U+00FF stand outside of the brackets, where Python compiles them three times as fast.
    r"[^\W\d_]+|(?<![0-9])[0-9]{1,3}(?:[ \u00a0][0-9]{3}|\u202f[0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*|[%$]|€|₽"
)
# Compiled when they are first needed: most starts don't.
_GROUPS = r"[0-9]{1,3}(?:[.,][0-9]{3})+"
_CYRILLIC = "[\u0400-\u04ff]"
_SIGNS = {"%": "percent", "$": "dollar", "€": "euro", "₽": "rouble"}
_SAME = {
    "usd": "dollar",
    "bn": "billion",
    "bln": "billion",
    "mln": "million",
    "mn": "million",
    "млрд": "миллиард",
    "млн": "миллион",
    "organisation": "organization",
    "organisations": "organizations",
    "defence": "defense",
    "favour": "favor",
    "endeavour": "endeavor",
    "endeavours": "endeavors",
    "percentage": "percent",
    "educator": "teacher",  # whose stem is that of `education`
    "educators": "teacher",
    "investor": "invest",
    "investors": "invest",
}
# Forms that no stemmer brings together, of verbs that reports on talks are full of.
_IRREGULAR = """
grow grew grown growth; rise rose risen; fall fell fallen; meet met; teach taught; choose chose chosen; begin began begun;
bring brought; build built; buy bought; come came; draw drew drawn; drive drove driven; find found; fight fought; go went gone;
know knew known; lead led; leave left; lose lost; make made; pay paid; see saw seen; sell sold; send sent; think thought;
understand understood; win won; write wrote written; agree agreement agreed; announce announcement; discuss discussion
"""
for _forms in _IRREGULAR.split(";"):
    _base, *_others = _forms.split()
    _SAME.update(dict.fromkeys(_others, _base))

# Words that a question is made of and no answer depends on: question words, articles, prepositions, auxiliaries,
# pronouns, and the verbs of saying, which every statement implies.
_STOP_WORDS = """
a about according announce announced announces announcing assess both call called calls characterise characterize claim
claimed comment commented country countries declare declared describe described describes emphasise emphasised emphasize
emphasized express expressed kind note noted notes opinion order point refer regard remark remarked report reported reports
state stated states stress stressed think thinks thought tried two view views want wanted word words
about according after all also am an and any are as at be been being both but by can could did do does doing during each
else ever for from get give gave given got had happen happened has have having he held hold her here hers him his how i if in into is it its itself just
let many me mention mentioned more most much my no not of off on one only or other our out over own please put s said same say
saying says she should show so some speak spoke such t take taken took takes taking tell than that the their them then there these they this those
through to told too under until up upon us very was we were what when where whether which while who whom whose why will
with would you your
а без более бы был была были было быть в вам вас во вот все всё вы где да для до его ее её если есть еще ещё же за зачем и из
или им их как какая какие какой какова каково каков когда кого кому кто куда ли между мне много может мы на над нам нас не него нее
неё ней нет ни них но ну о об он она они оно от откуда по под почему при про с сам свой себя сказал сказала сказать
сколько со так также там те тем то того тоже той только том тот ты у уже что чего чем чему чтобы чья чьи эта эти это этого
этой этом этот я
ки дар аз ва бо ба барои чи чист кист кай кучо чанд
"""
STOP = frozenset(_STOP_WORDS.split())

# What a question is after, by the words that ask; a statement that has the word among its keywords answers it.
ASKED = {
    "where": "where",
    "где": "where",
    "куда": "where",
    "кучо": "where",
    "when": "when",
    "когда": "when",
    "кай": "when",
    "why": "why",
    "почему": "why",
    "зачем": "why",
    "by how much": "change",
    "how many": "how-many",
    "how much": "how-many",
    "how large": "how-many",
    "how big": "how-many",
    "what percentage": "how-many",
    "what number": "how-many",
    "сколько": "how-many",
    "чанд": "how-many",
}

# Without the stemmers' own cache: `_Stems` remembers more.
_english = Stemmer.Stemmer("english", 0).stemWord
_russian = Stemmer.Stemmer("russian", 0).stemWord


class _Stems(dict[str, str]):
    """What each folded word, number or sign is found by, worked out once: stems with spaces between, or nothing."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_STEMS:
            self.clear()
        if not word[0].isalpha():
            found = _SIGNS.get(word) or " ".join(_readings(word))
        else:
            found = "" if word in STOP else stem(word)
        self[word] = found
        return found


_stems = _Stems()
_MOST_STEMS = 500_000  # remembered; a language has no more, and a stranger's file may

# A number that has its thousands apart, before folding, which may take accents away between its digits.
_APART = re.compile("[0-9][^\\w\\s]*[ \u00a0\u202f][^\\w\\s]*[0-9]")


class _Found(dict[str, str]):
    """What each run of characters between white space is found by, worked out once: `(Trades,` by `trade`."""

    def __missing__(self, run: str) -> str:
        if len(self) > _MOST_STEMS:
            self.clear()
            _spelt.clear()
        whole = folded(run)
        _spelt[run] = _spelling(whole)
        found = self[run] = searchable(whole)
        return found


class _Spelt(dict[str, tuple[str, ...]]):
    """The words of each such run as they are spelt: `trades` of `(Trades,`."""

    def __missing__(self, run: str) -> tuple[str, ...]:
        return _spelling(folded(run))


def _spelling(words: Iterable[str]) -> tuple[str, ...]:
    return tuple([word for word in words if len(word) > 2 and word.isalpha()])


_found, _spelt = _Found(), _Spelt()


class Runs(dict[str, str]):
    """The runs of characters between white space of a file's texts, each with what it is found by.

    White space parts words, and folding does not reach across it. So a run is read once a process, and then looked up: a
    record has the same ones again and again.
    """

    def __missing__(self, run: str) -> str:
        found = self[run] = _found[run]
        return found

    def indexed(self, text: str) -> str:
        """Return what a text can be found by, as `searchable` does.

        Args:
            text: any text of the file.
        """
        found = " ".join(map(self.__getitem__, text.split()))
        return searchable(folded(text)) if _APART.search(text) else found

    def spellings(self) -> list[str]:
        """Return the words of the texts so far as they are spelt, folded but whole, each once, as they first appear."""
        return list(dict.fromkeys(chain.from_iterable(map(_spelt.__getitem__, self))))


class Word(NamedTuple):
    """A word of a text, and where it stands there.

    Attributes:
        start: offset of its first character.
        end: offset behind its last one.
        forms: what it matches by: a stem, or the readings of a number (`1,618` may be 1618 or 1.618).
    """

    start: int
    end: int
    forms: tuple[str, ...]


def stem(word: str) -> str:
    """Return the stem of one folded word."""
    same = _SAME.get(word, word)
    return str(_english(same) if same.isascii() or not re.search(_CYRILLIC, same) else _russian(same))


def folded(text: str) -> list[str]:
    """Return the words, numbers and signs (`%`, `$`) of a text, folded but whole, in order."""
    plain = fold_letters(text)
    return [plain] if plain.isalpha() else _WORD.findall(plain)


def searchable(folded_words: Iterable[str]) -> str:
    """Return what words can be found by, spaces between: stems, and the readings of numbers; nothing of `STOP`.

    Args:
        folded_words: words as `folded` gives them.
    """
    return " ".join(map(_stems.__getitem__, folded_words))


def stems(text: str) -> list[str]:
    """Return what a text can be found by: the stems of its words and the readings of its numbers, in order.

    Words of `STOP` are left out.

    Args:
        text: any text.

    Returns:
        The stems, letters and digits only, numbers with a decimal point.
    """
    return searchable(folded(text)).split()


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text with their places, for marking what matched.

    Folding may change a text's length, so each word is folded by itself.

    Args:
        text: any text.
    """
    for match in _WORD.finditer(text):
        start, end = match.span()
        while end < len(text) and text[end] == "\u0301":  # a stress mark belongs to the word before it
            end += 1
        yield Word(start, end, tuple(stems(match[0])))


def _readings(number: str) -> list[str]:
    """Return the numbers that a written one may mean, as digits with a decimal point: `1,618` is 1618 or 1.618."""
    plain = "".join(number.split())  # the spaces between groups of digits
    if plain.isdecimal():
        return [plain]
    readings = []
    if re.fullmatch(_GROUPS, plain):
        readings.append(re.sub(r"[.,]", "", plain))
        if plain.endswith(("000", "000.", "000,")):
            return readings  # nobody writes a decimal `1.000`
    if len(re.findall(r"[.,]", plain)) == 1:
        readings.append(plain.replace(",", ".").rstrip("0").rstrip("."))
    return readings or [re.sub(r"[.,]", "", plain)]
