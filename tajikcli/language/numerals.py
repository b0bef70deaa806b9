"""Numbers in words, as in questions: `seventy-two`, `семьдесят два`, `ҳафтоду ду`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words from zero to nineteen, for the tens from twenty to ninety, and for hundreds, folded, with one language
# per line and other forms after `/`.
_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
ноль один два/двух/две три/трех четыре/четырех пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать
сифр як ду се чор/чахор панч шаш хафт хашт нух дах ездах дувоздах сенздах чордах понздах шонздах хабдах хаждах нуздах
null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn
"""
_TENS = """
twenty thirty forty fifty sixty seventy eighty ninety
двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста
бист/бисту си/сию чил/чилу панчох/панчоху шаст/шасту хафтод/хафтоду хаштод/хаштоду навад/наваду
zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig
"""
_HUNDREDS = "hundred сто/ста сад/саду hundert"
_WORDS = f"{_ONES}{_TENS}{_HUNDREDS}"


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, int], dict[str, int], frozenset[str]]:
    """Return the values of words from zero to nineteen, for tens, and for hundreds."""
    hundreds = frozenset(form for forms in _HUNDREDS.split() for form in forms.split("/"))
    return _values(_ONES, 0, 1), _values(_TENS, 20, 10), hundreds


def _values(text: str, first: int, step: int) -> dict[str, int]:
    return {
        form: first + step * place
        for line in text.strip().splitlines()
        for place, forms in enumerate(line.split())
        for form in forms.split("/")
    }


def number_at(words: Sequence[str], place: int) -> tuple[int, int]:
    """Return the number that words at a position mean, and how many words it has; this is 0 if they are not a number.

    Args:
        words: the folded words of a text.
        place: the position of the first word.
    """
    here = words[place]
    if here not in _WORDS:  # most words, for which the tables need not be made
        return 0, 0
    ones, tens, hundreds = _tables()
    value, taken = 0, 0
    if place + 1 < len(words) and here in ones and words[place + 1] in hundreds:
        value, taken = ones[here] * 100, 2
    elif here in hundreds:
        value, taken = 100, 1
    following = words[place + taken : place + taken + 2]
    if following and following[0] in tens:
        value, taken = value + tens[following[0]], taken + 1
        following = following[1:]
        if following and 0 < ones.get(following[0], 0) < 10:
            value, taken = value + ones[following[0]], taken + 1
    elif following and following[0] in ones:
        value, taken = value + ones[following[0]], taken + 1
    return value, taken
