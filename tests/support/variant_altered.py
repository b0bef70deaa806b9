"""Altered quotations: a reader of the draft sees words that differ from the record, or whose meaning has changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from support.variant_quotes import (
    LIMITS,
    MARKS,
    OMISSIONS,
    ROUNDS,
    WORD,
    Case,
    Quote,
    Source,
    contains,
    framed,
    in_order,
    negating,
    passage,
    reading,
    run_of_sentences,
    sentences,
    window,
    written,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Maker = Callable[["Quote", "Source", random.Random], "Body | None"]

OTHER_WORDS = {
    "en": ("enemy", "rival", "burden", "worst", "last", "former", "weak", "secret", "failed", "unreliable", "rejected", "Uzbekistan", "Belarus",
           "winter", "army", "closed", "lost", "smaller", "threats", "debts"),
    "ru": ("враг", "соперник", "бывший", "слабый", "ненадежный", "последний", "отверг", "Узбекистан", "война", "потерял", "долги", "угрозы"),
}  # fmt: skip
INSERTED = {
    "en": (
        "allegedly",
        "formerly",
        "very",
        "once",
        "unwillingly",
        "perhaps",
        "partly",
        "secretly",
        "again",
        "military",
    ),
    "ru": ("якобы", "раньше", "иногда", "отчасти", "будто", "тайно", "снова", "военный"),
}
NEGATING_INSERTED = {
    "en": ("not", "never", "no", "hardly", "scarcely", "no longer", "barely", "neither", "rarely"),
    "ru": ("не", "ни", "нельзя", "нет", "едва ли", "никогда не", "вряд ли", "уже не"),
}
IN_BRACKETS = {
    "en": ("allegedly", "denies that", "rarely", "zero", "not", "90", "never", "supposedly", "hardly", "almost", "no longer", "perhaps",
           "fails to", "anything but", "ten times", "refuses to", "was not"),
    "ru": ("якобы", "не", "редко", "отрицает, что", "никогда не", "ноль", "90", "едва ли", "почти", "будто бы", "отказывается"),
}  # fmt: skip
OTHER_NUMBERS = {
    "first": "second", "second": "first", "third": "first", "ninth": "second", "two": "three", "five": "fifty", "ten": "twenty", "half": "double",
    "million": "billion", "percent": "per mille", "первое": "второе", "третье": "первое", "двое": "трое", "пяти": "шести", "половина": "четверть",
    "миллиона": "миллиарда", "процента": "промилле", "tonnes": "kilograms", "year": "decade",
}  # fmt: skip
OTHER_FORMS = {
    "is": "was", "are": "were", "was": "is", "were": "are", "has": "had", "have": "had", "will": "would", "a": "the", "the": "a", "an": "the",
    "our": "their", "we": "they", "us": "them", "i": "he", "you": "they", "its": "our", "their": "our", "this": "that", "ranks": "ranked",
    "partner": "partners", "partners": "partner", "ally": "allies", "students": "student", "projects": "project", "areas": "area", "said": "say",
    "can't": "couldn't", "наши": "ваши", "наш": "ваш", "нас": "вас", "мы": "вы", "будем": "были", "был": "будет", "скажут": "сказали",
    "занимает": "занимал", "говорят": "говорили", "союзник": "союзники", "партнер": "партнера", "он": "она", "отношения": "отношений",
    "сосед": "соседа", "мост": "мосты", "связи": "связей", "учеников": "ученика",
}  # fmt: skip
OTHER_NAMES = {
    "Russia": "Ukraine", "Russian": "Belarusian", "Tajikistan": "Uzbekistan", "Tajikistan's": "Uzbekistan's", "Tajikistanis": "Uzbekistanis",
    "Таджикистан": "Узбекистан", "российских": "украинских", "Varland": "Ostrevia", "Ostrevia": "Varland", "Dunn": "Lind", "Hale": "Dunn",
    "March": "May", "Варландию": "Остревию", "Остревия": "Варландия", "U.S": "U.N",
}  # fmt: skip
OTHER_SENSE_WITHOUT_APOSTROPHE = {
    "we're": "were",
    "we'll": "well",
    "we'd": "wed",
    "can't": "cant",
    "it's": "its",
    "won't": "wont",
}
OTHER_SENSE_IN_SMALL_LETTERS = {"US": "us"}  # a house style may change other capitals
LOOK_ALIKES = {
    "a": "аα", "e": "е", "o": "оο", "p": "рρ", "c": "сϲ", "x": "хχ", "y": "у", "i": "іι", "s": "ѕ", "n": "ո", "v": "ν", "u": "υ", "T": "ТΤ", "R": "Я",
    "B": "ВΒ", "H": "НΗ", "K": "КΚ", "M": "МΜ", "O": "ОΟ", "P": "РΡ", "A": "АΑ", "E": "ЕΕ", "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x",
    "у": "y", "М": "M", "Н": "H", "Т": "T", "В": "B", "О": "O", "Р": "P",
}  # fmt: skip
DIGIT_ALIKES = {"0": "OОΟo", "1": "lІI|", "3": "З", "4": "Ч", "5": "S", "6": "б", "8": "B"}
SYMBOLS = (
    "🚫", "≠", "×", "¬", "❌", "👎", "~", "→", "∅", "+", "=", "∌", "⛔", "≈", "✗", "⊄", "&", "±", "♯", "÷", "√", "😀", "⁒", "№", "£", "¢", "%", "⇍", "␡",
    "⊘", "👎🏽", "∉",
)  # fmt: skip
SIGNS = (
    "−{}", "–{}", "-{}", "({})", "＃{}", "#{}", "≲{}", "≥{}", "<{}", ">{}", "√{}", "~{}", "≈{}", "±{}", "+{}", "{}‱", "{}‰", "{}²", "{}½", "½{}", "{}°", "€{}",
    "{}€", "{}×", "×{}", "∛{}", "¬{}", "§{}", "№{}", "1/{}", "{}/2", ".{}", "0.{}", "{}.5", "{},5", "{}k", "{}:1", "10^{}", "{}e3", "≠{}", "∼{}",
    "⅓{}", "{}′", "¼ {}", "minus {}",
)  # fmt: skip
FINITE = {
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "will",
    "can",
    "does",
    "did",
    "ranks",
    "knows",
    "занимает",
    "развиваются",
    "говорят",
}
JOINING = {"and", "or", "but", "which", "that", "while", "when", "as", "и", "что", "зато", "когда"}
VISIBLE_IN_MARKDOWN = (
    "`{}`", "``{}``", "<code>{}</code>", "<kbd>{}</kbd>", "<samp>{}</samp>", "![{}](x.png)", '![{}](x.png "seal")', "[{}](https://example.org/x)",
    "[`{}`](https://example.org/x)", "<https://example.org/{}>", "https://example.org/{}", "**{}**", "*`{}`*", '<img src="x.png" alt="{}">',
    "<ins>{}</ins>", "<button>{}</button>", "<b>{}</b>",
)  # fmt: skip
VISIBLE_IN_HTML = (
    "<code>{}</code>", "<kbd>{}</kbd>", "<samp>{}</samp>", "<var>{}</var>", "<tt>{}</tt>", "<button>{}</button>", "<label>{}</label>",
    "<svg><text>{}</text></svg>", '<svg width="9"><g><text x="1">{}</text></g></svg>', "<textarea>{}</textarea>", "<noscript>{}</noscript>",
    '<img src="x.png" alt="{}">', "<img alt='{}' src=x.png>", "<IMG ALT={}>", "<ins>{}</ins>", "<output>{}</output>", "<big>{}</big>",
    "<math><mtext>{}</mtext></math>", '<span aria-hidden="true">{}</span>', '<span class="hidden-not">{}</span>', "<font size=1>{}</font>",
    '<a href="/x">{}</a>', "<sub>{}</sub>", "<blink>{}</blink>", "<x-word>{}</x-word>", '<input type="button" value="{}">',
    '<span data-hidden="hidden">{}</span>', '<span title="hidden">{}</span>', "<ruby>{}<rt>note</rt></ruby>", "<small>{}</small>",
)  # fmt: skip
BLOCKS_IN_HTML = (
    "<pre>{}</pre>", "<nav>{}</nav>", "<table><tr><td>{}</td></tr></table>", "<div>{}</div>", "<aside>{}</aside>", "<header>{}</header>",
    "<footer>{}</footer>", "<form>{}</form>", "<ul><li>{}</li></ul>", "<h2>{}</h2>", "<details open><summary>{}</summary></details>",
    "<fieldset><legend>{}</legend></fieldset>", "<figure><figcaption>{}</figcaption></figure>", "<menu><li>{}</li></menu>",
    "<select><option>{}</option></select>", "<address>{}</address>", "<center>{}</center>", "<marquee>{}</marquee>",
)  # fmt: skip
IN_PIECES = (
    "n<b>o</b>t",
    "n&#111;t",
    "&#x6e;ot",
    "no&shy;t",
    "<i>n</i>ot",
    "n<!-- -->ot",
    "no<span></span>t",
    "&#110;&#111;&#116;",
)
STRUCK = {
    "markdown": ("~~{}~~", "<del>{}</del>", "<s>{}</s>", "<strike>{}</strike>", "**~~{}~~**", "~~*{}*~~"),
    "html": ("<del>{}</del>", "<s>{}</s>", "<strike>{}</strike>", "<DEL>{}</DEL>", '<del cite="x" datetime="2031-01-01">{}</del>', "<s><b>{}</b></s>",
             '<span style="text-decoration: line-through">{}</span>', '<b style="color:red;text-decoration:line-through">{}</b>'),
}  # fmt: skip
HIDDEN = {
    "markdown": ("<!-- {} -->", "<span hidden>{}</span>", '<span style="display:none">{}</span>'),
    "html": (
        "<!-- {} -->", "<!--{}-->", "<span hidden>{}</span>", '<span hidden="">{}</span>', '<b hidden="hidden">{}</b>',
        '<span style="display:none">{}</span>', '<span style="color: red; display: none;">{}</span>', "<SPAN STYLE='DISPLAY:NONE'>{}</SPAN>",
        '<span style="display:none!important">{}</span>', "<script>{}</script>", "<style>{}</style>", "<template>{}</template>",
        "<span hidden><b>{}</b></span>", "<ruby><rt>{}</rt></ruby>", '<span style="visibility:hidden">{}</span>',
    ),
}  # fmt: skip


class Body(NamedTuple):
    """The content between the quotation marks.

    Attributes:
        text: the words, in the draft's syntax.
        format: the only format in which it has the intended meaning, or None for plain text.
        marks: the quotation marks that it needs, if any.
    """

    text: str
    format: str | None = None
    marks: tuple[str, str] | None = None


ALTERED: dict[str, Maker] = {}


def altered(maker: Maker) -> Maker:
    """Register a class of altered quotations under the name of its function."""
    ALTERED[maker.__name__.strip("_").replace("_", "-")] = maker
    return maker


def alter(name: str, source: Source, dice: random.Random) -> Case | None:
    """Return an altered quotation of a class, or None if the record has no quote for it.

    Args:
        name: a class: a key of `ALTERED`.
        source: the record.
        dice: makes every choice.

    Returns:
        the case.
    """
    for quote in dice.sample(source.quotes, len(source.quotes)) * ROUNDS:
        body = ALTERED[name](quote, source, dice)
        if body is None or (body.format is None and len(reading(body.text)) < 3):
            continue
        format_ = body.format or dice.choice(("text", "markdown", "html"))
        text = body.text if body.format else written(body.text, format_)
        return Case(
            "altered", name, framed(text, format_, quote.language, dice, body.marks), format_, (quote.id,)
        )
    return None


def _other(text: str, source: Source) -> Body | None:
    """Return the body unless a quote contains its words."""
    words = reading(text)
    return None if any(contains(quote, words) for quote in source.quotes) else Body(text)


def _replaced(text: str, place: re.Match[str], by: str) -> str:
    return text[: place.start()] + by + text[place.end() :]


def _like(word: str, by: str) -> str:
    """Return a word with the same capital as the word that it replaces."""
    return by[0].upper() + by[1:] if word[0].isupper() else by


def _places(text: str) -> list[re.Match[str]]:
    return list(WORD.finditer(text))


def _inner(text: str) -> list[re.Match[str]]:
    return _places(text)[1:-1]


def _gaps(text: str, language: str) -> list[int]:
    """Return the positions of the spaces between words, away from numbers and dashes."""
    return [
        space.start() + 1
        for space in re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", text)
        if not (language == "en" and text[: space.start()].endswith(("n't", " not", " no")))
    ]


def _by_table(table: dict[str, str], quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    places = [place for place in _places(text) if place.group() in table or place.group().lower() in table]
    if not places:
        return None
    place = dice.choice(places)
    word = place.group()
    return _other(
        _replaced(
            text, place, _like(word, table[word]) if word in table else _like(word, table[word.lower()])
        ),
        source,
    )


# Words


@altered
def word_changed(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    place = dice.choice(_places(text))
    return _other(
        _replaced(text, place, _like(place.group(), dice.choice(OTHER_WORDS[quote.language]))), source
    )


@altered
def word_of_the_quote_elsewhere(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    place = dice.choice(_places(text))
    return _other(_replaced(text, place, dice.choice(WORD.findall(quote.text))), source)


@altered
def word_dropped(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    places = _inner(text)
    return (
        _other(" ".join(_replaced(text, dice.choice(places), "").split()), source)
        if len(places) > 2
        else None
    )


@altered
def word_inserted(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    gaps = _gaps(text, quote.language)
    return _inserted(text, dice.choice(gaps), dice.choice(INSERTED[quote.language]), source) if gaps else None


def _inserted(text: str, place: int, words: str, source: Source) -> Body | None:
    return _other(f"{text[:place]}{words} {text[place:]}", source)


@altered
def words_swapped(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    places = _places(text)
    first, second = (
        sorted(dice.sample(range(len(places)), 2))
        if dice.random() < 0.3
        else (i := dice.randrange(len(places) - 1), i + 1)
    )
    one, two = places[first], places[second]
    return _other(
        text[: one.start()] + two.group() + text[one.end() : two.start()] + one.group() + text[two.end() :],
        source,
    )


@altered
def words_moved(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    pieces = passage(quote, dice).split()
    if len(pieces) < 5:
        return None
    start = dice.randrange(len(pieces) - 2)
    moved, rest = pieces[start : start + 2], pieces[:start] + pieces[start + 2 :]
    place = dice.choice([place for place in range(len(rest) + 1) if place != start])
    return _other(" ".join(rest[:place] + moved + rest[place:]), source)


@altered
def word_doubled(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    place = dice.choice(_places(text))
    return _other(_replaced(text, place, f"{place.group()} {place.group().lower()}"), source)


@altered
def letter_changed(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    place = dice.choice([place for place in _places(text) if place.group().isalpha()])
    word = place.group()
    at = dice.randrange(len(word))
    letters = "абвгдиклмнопрстуф" if quote.language == "ru" else "abcdefghiklmnoprstuw"
    changed = dice.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + dice.choice(letters) + word[at + 1 :],
            word[:at] + dice.choice(letters) + word[at:],
        ]
    )
    # “criticise” is as good as “criticize”.
    same = changed.replace("z", "s") == word.replace("z", "s")
    return _other(_replaced(text, place, changed), source) if changed and not same else None


@altered
def form_changed(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    return _by_table(OTHER_FORMS, quote, source, dice)


@altered
def name_changed(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    return _by_table(OTHER_NAMES, quote, source, dice)


@altered
def apostrophe_dropped(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    return _by_table(OTHER_SENSE_WITHOUT_APOSTROPHE, quote, source, dice)


@altered
def capital_dropped(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    places = [place for place in _places(text)[1:] if place.group() in OTHER_SENSE_IN_SMALL_LETTERS]
    return (
        Body(_replaced(text, place := dice.choice(places), OTHER_SENSE_IN_SMALL_LETTERS[place.group()]))
        if places
        else None
    )


@altered
def ending_changed(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    places = [place for place in _places(text) if place.group().isalpha() and len(place.group()) > 5]
    if not places:
        return None
    word = (place := dice.choice(places)).group()
    endings = (
        ("ами", "ов", "ая", "ую", "ился", "ет")
        if quote.language == "ru"
        else ("ed", "s", "ing", "er", "less", "'s")
    )
    return _other(_replaced(text, place, word[:-2] + dice.choice(endings)), source)


@altered
def sentences_in_another_order(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    whole = [sentence.rstrip(".") for sentence in sentences(quote.text)]
    if len(whole) < 2:
        return None
    first, second = sorted(dice.sample(range(len(whole)), 2))
    return _other(f"{whole[second]}{dice.choice(['. ', '. … ', '. [...] ', ' … '])}{whole[first]}.", source)


# Negations


@altered
def negation_inserted(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    gaps = _gaps(text, quote.language)
    return (
        _inserted(text, dice.choice(gaps), dice.choice(NEGATING_INSERTED[quote.language]), source)
        if gaps
        else None
    )


@altered
def negation_attached(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    if quote.language == "ru":
        places = [place for place in _places(text) if place.group().islower() and len(place.group()) > 4]
        if not places:
            return None
        place = dice.choice(places)
        return _other(_replaced(text, place, f"не{place.group()}"), source)
    verbs = ("is", "are", "was", "were", "has", "have", "did", "would", "should", "do")
    places = [
        place
        for place in _places(text)
        if place.group() in verbs or (len(place.group()) > 6 and place.group().islower())
    ]
    if not places:
        return None
    word = (place := dice.choice(places)).group()
    return _other(
        _replaced(
            text,
            place,
            f"{word}n{dice.choice(chr(39) + '’')}t"
            if word in verbs
            else dice.choice(["un", "non", "dis", "in"]) + word,
        ),
        source,
    )


@altered
def negation_removed(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    places = [place for place in _inner(text) if negating(place.group(), quote.language)]
    if not places:
        return None
    word = (place := dice.choice(places)).group()
    positive = {
        "can't": "can",
        "won't": "will",
        "cannot": "can",
        "нельзя": "можно",
        "nobody": "everybody",
        "without": "with",
        "unlikely": "likely",
    }
    by = positive.get(word.lower(), re.sub(r"n['’]t$", "", word) if "'" in word else "")
    return _other(" ".join(_replaced(text, place, _like(word, by) if by else "").split()), source)


@altered
def limit_removed(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    places = [place for place in _inner(text) if place.group().lower() in LIMITS[quote.language]]
    return _other(" ".join(_replaced(text, dice.choice(places), "").split()), source) if places else None


# Letters and numbers


@altered
def look_alikes(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    at = [i for i, letter in enumerate(text) if letter in LOOK_ALIKES]
    if not at:
        return None
    letters = list(text)
    for i in dice.sample(at, min(len(at), dice.choice([1, 1, 1, 2, 5]))):
        letters[i] = dice.choice(LOOK_ALIKES[text[i]])
    return _other("".join(letters), source)


def _with_number(quote: Quote, dice: random.Random) -> tuple[str, re.Match[str]] | None:
    """Return a passage that has a number in digits, and the number."""
    for _ in range(4):
        text = passage(quote, dice)
        if places := [place for place in _places(text) if place.group()[0].isdigit()]:
            return text, dice.choice(places)
    return None


@altered
def look_alikes_in_numbers(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    if (found := _with_number(quote, dice)) is None:
        return None
    text, place = found
    at = [i for i in range(place.start(), place.end()) if text[i] in DIGIT_ALIKES]
    return (
        Body(text[: (i := dice.choice(at))] + dice.choice(DIGIT_ALIKES[text[i]]) + text[i + 1 :])
        if at
        else None
    )


@altered
def digits_changed(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    if (found := _with_number(quote, dice)) is None:
        return None
    text, place = found
    number = place.group()
    at = dice.choice([i for i, digit in enumerate(number) if digit.isdigit()])
    digit = dice.choice([digit for digit in "0123456789" if digit != number[at]])
    return _other(
        _replaced(
            text,
            place,
            dice.choice(
                [number[:at] + digit + number[at + 1 :], number[:at] + digit + number[at:], number + digit]
            ),
        ),
        source,
    )


@altered
def decimal_point_moved(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    if (found := _with_number(quote, dice)) is None:
        return None
    text, place = found
    number = place.group()
    digits = re.sub(r"\D", "", number)
    points = [f"{digits[:i]}{mark}{digits[i:]}" for i in range(1, len(digits)) for mark in ".,·٫'"]
    decimal = re.fullmatch(r"\d+[.,]\d{1,2}|0[.,]\d+", number) is not None
    if decimal:
        points.append(digits)
    same = (
        {digits[:-3] + mark + digits[-3:] for mark in "',"}
        | {number, number.replace(",", "."), number.replace(".", ",")}
        if not decimal
        else {
            number,
            number.replace(".", ","),
            number.replace(",", "."),
            number.replace(".", "·").replace(",", "·"),
            number.replace(".", "٫").replace(",", "٫"),
        }
    )
    if "," in number and not decimal and quote.language == "en":
        same.discard(number.replace(",", "."))
    others = sorted(set(points) - same)
    return Body(_replaced(text, place, dice.choice(others))) if others else None


@altered
def sign_at_a_number(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    if (found := _with_number(quote, dice)) is None:
        return None
    text, place = found
    return Body(_replaced(text, place, dice.choice(SIGNS).format(place.group())))


@altered
def range_for_a_number(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    if (found := _with_number(quote, dice)) is None:
        return None
    text, place = found
    number = place.group()
    other = re.sub(r"^\d", lambda digit: str((int(digit.group()) + 1) % 10), number)
    shape = dice.choice(["{}–{}", "{}-{}", "{} to {}", "{} or {}", "{}/{}", "{}…{}", "{}—{}", "{}~{}"])
    return Body(
        _replaced(
            text, place, shape.format(number, other) if dice.random() < 0.5 else shape.format(other, number)
        )
    )


@altered
def spelled_number_changed(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    return _by_table(OTHER_NUMBERS, quote, source, dice)


@altered
def scale_inserted(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    if (found := _with_number(quote, dice)) is None:
        return None
    text, place = found
    scales = (
        ("тысяч", "миллионов", "десятых")
        if quote.language == "ru"
        else ("thousand", "million", "hundred", "dozen", "percent of", "tenths of")
    )
    return _other(_replaced(text, place, f"{place.group()} {dice.choice(scales)}"), source)


@altered
def unit_sign_changed(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    signs = [i for i, letter in enumerate(text) if letter in "$%"]
    if not signs:
        return None
    at = dice.choice(signs)
    return Body(text[:at] + dice.choice("€£¥₽" if text[at] == "$" else "‰‱°$") + text[at + 1 :])


# Symbols


@altered
def symbol_between_words(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    gaps = _gaps(text, quote.language)
    return (
        Body(f"{text[: (place := dice.choice(gaps))]}{dice.choice(SYMBOLS)} {text[place:]}") if gaps else None
    )


@altered
def symbol_at_a_word(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    gaps = _gaps(text, quote.language)
    return (
        Body(f"{text[: (place := dice.choice(gaps))]}{dice.choice('¬≠🚫❌∅×')}{text[place:]}")
        if gaps
        else None
    )


# Brackets


def _content(text: str, language: str) -> list[re.Match[str]]:
    """Return the content words of a passage, without names, pronouns, articles and prepositions."""
    function = {"with", "which", "that", "have", "been", "there", "here", "their", "they", "this", "from", "about", "would", "than", "those", "these",
                "will", "your", "them", "being", "were", "what", "when", "until", "between", "while", "also", "another", "слишком", "этот", "этой",
                "наши", "нашу", "тому", "того", "вами", "него", "когда", "чтобы", "будет", "были"}  # fmt: skip
    return [
        place for place in _places(text)
        if len(place.group()) > 3 and place.group().isalpha() and place.group().lower() not in function and not negating(place.group(), language)
    ]  # fmt: skip


@altered
def bracket_for_a_content_word(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    places = _content(text, quote.language)
    return (
        _other(_replaced(text, dice.choice(places), f"[{dice.choice(OTHER_WORDS[quote.language])}]"), source)
        if places
        else None
    )


@altered
def bracket_inserted(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    gaps = _gaps(text, quote.language)
    return (
        _inserted(text, dice.choice(gaps), f"[{dice.choice(IN_BRACKETS[quote.language])}]", source)
        if gaps
        else None
    )


@altered
def bracket_with_a_negation(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    gaps = _gaps(text, quote.language)
    shape = dice.choice(["[{}]", "[{}]", "({})", "[{},]", "[ {} ]"])
    return (
        _inserted(
            text, dice.choice(gaps), shape.format(dice.choice(NEGATING_INSERTED[quote.language])), source
        )
        if gaps
        else None
    )


@altered
def bracket_for_a_number(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    if (found := _with_number(quote, dice)) is None:
        return _by_table({word: f"[{by}]" for word, by in OTHER_NUMBERS.items()}, quote, source, dice)
    text, place = found
    return _other(
        _replaced(
            text, place, dice.choice(["[90]", "[7.5]", "[some 3,000]", "[hundreds of]", "[ninety]", "[1]"])
        ),
        source,
    )


@altered
def bracket_round_an_end(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice).rstrip(".")
    tail = {
        "en": ("[but only on paper]", "[he is lying]", "[in theory]", "[no more]", "[until 1990]"),
        "ru": ("[только на бумаге]", "[больше нет]", "[в 1990 году]"),
    }
    head = {
        "en": ("[It is false that]", "[They deny that]", "[If]", "[Hardly]"),
        "ru": ("[Неверно, что]", "[Если]", "[Едва ли]"),
    }
    if dice.random() < 0.5:
        return _other(f"{text} {dice.choice(tail[quote.language])}", source)
    return _other(f"{dice.choice(head[quote.language])} {text}", source)


# Cuts


@altered
def cut_judged_by_a_person(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    cuts = [text for one, text in source.turned if one == quote]
    return Body(dice.choice(cuts).replace("…", dice.choice(OMISSIONS))) if cuts else None


@altered
def cut_of_a_negation(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    return _cut(quote, dice, lambda word: negating(word, quote.language))


@altered
def cut_of_a_limit(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    return _cut(quote, dice, lambda word: word.lower() in LIMITS[quote.language])


def _cut(quote: Quote, dice: random.Random, which: Callable[[str], bool]) -> Body | None:
    """Omit a word, and perhaps the word before it, in a passage that continues with the words it governs."""
    text = quote.text if dice.random() < 0.5 else run_of_sentences(quote, dice)
    places = _places(text)
    chosen = [
        i
        for i in range(2, len(places) - 2)
        if which(places[i].group()) and not re.match(r"\s*[,.;:–]", text[places[i].end() :])
    ]
    if not chosen:
        return None
    at = dice.choice(chosen)
    first = at - 1 if dice.random() < 0.3 and " " in text[places[at - 1].end() : places[at].start()] else at
    start, end = (
        dice.choice([0, places[max(0, first - 5)].start()]),
        dice.choice([len(text), places[min(len(places) - 1, at + 6)].end()]),
    )
    if first == at - 1 and places[first].start() <= start:
        return None
    return Body(
        f"{text[start : places[first].start()].rstrip()} {dice.choice(OMISSIONS)} {text[places[at].end() : end].lstrip()}"
    )


@altered
def cut_joining_two_clauses(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    text = quote.text
    places = _places(text)
    if len(places) < 9:
        return None
    last = dice.randrange(1, len(places) - 5)
    then = dice.randrange(last + 3, min(len(places) - 2, last + 30) + 1) if last + 3 <= len(places) - 2 else 0
    if not then or not re.search(r"[,;:.–]\s", text[places[last + 1].end() : places[then - 1].start()]):
        return None
    within = all(text[places[i].end() : places[i + 1].start()] == " " for i in (last, last - 1, then - 1))
    joined = {places[i].group().lower() for i in (last, last + 1, then - 1, then)} & JOINING
    if not within or joined:
        return None
    start = max((end.end() for end in re.finditer(r"[.!?]\s+", text[: places[last].start()])), default=0)
    stop = min(
        (
            end.start() + places[then].end()
            for end in re.finditer(r"[.!?](?:\s|$)", text[places[then].end() :])
        ),
        default=len(text),
    )
    return Body(
        f"{text[start : places[last].end()]} {dice.choice(OMISSIONS)} {text[places[then].start() : stop]}"
    )


@altered
def cut_giving_another_subject(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    whole = sentences(quote.text)
    if len(whole) < 2:
        return None
    first, second = sorted(dice.sample(range(len(whole)), 2))
    verbs = [
        next((place for place in _places(whole[i])[1:] if place.group().lower() in FINITE), None)
        for i in (first, second)
    ]
    if verbs[0] is None or verbs[1] is None:
        return None
    subjects = [
        reading(whole[i][: verb.start()]) for i, verb in zip((first, second), verbs, strict=True) if verb
    ]
    if subjects[0] == subjects[1] or max(map(len, subjects)) > 6:
        return None
    head = dice.choice([whole[first][: verbs[0].start()].rstrip(), whole[first].rstrip(".")])
    return Body(f"{head} {dice.choice(OMISSIONS)} {whole[second][verbs[1].start() :]}")


@altered
def fragment_after_a_negation(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    return _fragment(quote, dice, lambda word: negating(word, quote.language))


@altered
def fragment_after_a_limit(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    body = _fragment(quote, dice, lambda word: word.lower() in LIMITS[quote.language])
    # “too few Russian teachers and textbooks”: names keep their meaning in a fragment, verbs and quantities
    # do not.
    counted = body and any(word[0].isdigit() or word in OTHER_NUMBERS for word in reading(body.text))
    return body if body and (counted or len(reading(body.text)) > 4) else None


def _fragment(quote: Quote, dice: random.Random, which: Callable[[str], bool]) -> Body | None:
    """Return the words that follow a word in its clause, and perhaps the next clauses."""
    sentence = dice.choice(sentences(quote.text))
    places = _places(sentence)
    chosen = [
        i
        for i in range(len(places) - 3)
        if which(places[i].group()) and sentence[places[i].end() : places[i + 1].start()] == " "
    ]
    if not chosen:
        return None
    start = dice.choice(chosen) + 1
    text = sentence[places[start].start() : places[dice.randrange(start + 2, len(places))].end()]
    words = reading(text)
    # A second such word may keep the meaning.
    if any(which(word) for word in words):
        return None
    # The quote may have the same words elsewhere, without the word that governs them here.
    return (
        Body(text)
        if sum(f" {' '.join(words)} " in f" {' '.join(reading(one))} " for one in sentences(quote.text)) == 1
        else None
    )


@altered
def two_quotes_spliced(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    other = dice.choice([one for one in source.quotes if one.language == quote.language])
    if other == quote:
        return None
    if dice.random() < 0.4:
        head, tail = dice.choice(sentences(quote.text)), dice.choice(sentences(other.text))
        joints: tuple[str, ...] = (" ", " … ", " [...] ")
    else:
        head, tail = (
            window(dice.choice(sentences(quote.text)), dice, 3, 9),
            window(dice.choice(sentences(other.text)), dice, 3, 9),
        )
        joints = (" ", " … ", ", ", " and " if quote.language == "en" else " и ", ". ")
    text = f"{head}{dice.choice(joints)}{tail}"
    return None if any(in_order(one, reading(text)) for one in source.quotes) else Body(text)


# Markup that readers do not see


def _shown(
    shapes: tuple[str, ...], format_: str, quote: Quote, source: Source, dice: random.Random
) -> Body | None:
    """Insert a word that a reader sees between two words."""
    text = passage(quote, dice)
    gaps = _gaps(text, quote.language)
    if not gaps:
        return None
    place, word = dice.choice(gaps), dice.choice(NEGATING_INSERTED[quote.language] + INSERTED[quote.language])
    shape = dice.choice(shapes)
    if " " in word and ("https" in shape or "ALT=" in shape):
        return None
    if _inserted(text, place, word, source) is None:
        return None
    return Body(
        f"{written(text[:place], format_)}{shape.format(word)} {written(text[place:], format_)}",
        format_,
        dice.choice(MARKS["common"]),
    )


@altered
def word_shown_by_markdown(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    return _shown(VISIBLE_IN_MARKDOWN, "markdown", quote, source, dice)


@altered
def word_shown_by_html(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    return _shown(VISIBLE_IN_HTML, "html", quote, source, dice)


@altered
def block_shown_by_html(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    return _shown(BLOCKS_IN_HTML, "html", quote, source, dice)


@altered
def not_in_pieces(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    text = passage(quote, dice)
    gaps = _gaps(text, quote.language)
    if not gaps or quote.language == "ru":
        return None
    place, format_ = dice.choice(gaps), dice.choice(["markdown", "html"])
    return Body(
        f"{written(text[:place], format_)}{dice.choice(IN_PIECES)} {written(text[place:], format_)}", format_
    )


@altered
def words_struck_out(quote: Quote, _source: Source, dice: random.Random) -> Body | None:
    return _wrapped(STRUCK, quote, dice, dice.randint(1, 3))


@altered
def words_hidden(quote: Quote, source: Source, dice: random.Random) -> Body | None:
    return _wrapped(HIDDEN, quote, dice, dice.randint(1, 2), source)


def _wrapped(
    shapes: dict[str, tuple[str, ...]],
    quote: Quote,
    dice: random.Random,
    count: int,
    source: Source | None = None,
) -> Body | None:
    """Wrap some inner words of a passage; if a source is given, it must not contain the remaining words."""
    text = passage(quote, dice)
    inner = _inner(text)
    if len(inner) < count + 1:
        return None
    first = dice.randrange(len(inner) - count + 1)
    start, end = inner[first].start(), inner[first + count - 1].end()
    negations = [
        place for place in inner if negating(place.group(), quote.language) and place.group().isalpha()
    ]
    if negations and dice.random() < 0.5:
        start, end = dice.choice(negations).span()
    if source and _other(text[:start] + text[end:], source) is None:
        return None
    format_ = dice.choice(["markdown", "html"])
    shape = dice.choice(shapes[format_])
    return Body(
        written(text[:start], format_)
        + shape.format(written(text[start:end], format_))
        + written(text[end:], format_),
        format_,
    )
