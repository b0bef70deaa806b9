"""Numbers in letters, as questions have them: `seventy-two`, `семьдесят два`, `ҳафтоду ду`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words from nought to nineteen, for the tens from twenty to ninety, and for hundreds, one language a line; other forms behind `/`.
_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
ноль один два/двух/две три/трех четыре/четырех пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать
сифр як ду се чор/чаҳор панҷ шаш ҳафт ҳашт нӯҳ даҳ ёздаҳ дувоздаҳ сенздаҳ чордаҳ понздаҳ шонздаҳ ҳабдаҳ ҳаждаҳ нуздаҳ
null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn
"""
_TENS = """
twenty thirty forty fifty sixty seventy eighty ninety
двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста
бист/бисту сӣ/сию чил/чилу панҷоҳ/панҷоҳу шаст/шасту ҳафтод/ҳафтоду ҳаштод/ҳаштоду навад/наваду
zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig
"""
_HUNDREDS = "hundred сто/ста сад/саду hundert"


def _values(text: str, first: int, step: int) -> dict[str, int]:
    return {
        fold_letters(form): first + step * place
        for line in text.strip().splitlines()
        for place, forms in enumerate(line.split())
        for form in forms.split("/")
    }


def number_at(words: Sequence[str], place: int) -> tuple[int, int]:
    """Return the number that words at a place are, and how many words it takes; 0 words where they are none.

    Args:
        words: the words of a text, folded.
        place: the first of them.
    """
    ones, tens = _values(_ONES, 0, 1), _values(_TENS, 20, 10)
    hundreds = {fold_letters(form) for forms in _HUNDREDS.split() for form in forms.split("/")}
    value, taken = 0, 0
    here = words[place]
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
