"""Sentences of running text."""

from __future__ import annotations

import re
from functools import lru_cache

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of
from tajikcli.language.listed import meaning_of
from tajikcli.proof.speech import looks_like_verb

# A sentence ends
# - with an empty line, or before the line of a list's item;
# - with a mark (the first of several) and closing marks after it, if a sentence begins behind them. It begins with a
#   capital, or with a quotation: U+FFFC stands for one in the text around it, or blanks stand for its words. After a
#   dash, a quotation begins a sentence only on a line of its own; otherwise it continues after the author's words.
# The expression begins with a set of characters, for which `re` searches quickly.
_END = re.compile(
    r"[.!?\u2026\n](?:(?<=\n)(?:\s*\n|(?=[ \t]*[\u2022\u25cf\u25aa\u25ab\u25e6\u2023\u00b7\u25ba]\s))|(?<!\n)(?<![.!?\u2026][.!?\u2026])[.!?\u2026]*+[\"\u201d\u2019'\u00bb)\]\ufffc]*+"
    r"(?=[ \t]*\n\s*[\u2013\u2014-]\s?\ufffc|\s+(?:\ufffc|[\"\u201c\u201e\u00ab]\s{2}|[\"\u201c\u2018\u201e\u00ab'(\[\u2013\u2014-]*\s?[^\Wa-z\u0430-\u044f_])))"
)
# Abbreviations, as written, that end with a full stop.
_ABBREVIATIONS = frozenset(together().abbreviations.split())
_OF_AMOUNTS = frozenset(
    word.casefold()
    for word in _ABBREVIATIONS
    if word.casefold() in together().scales or word.casefold() in together().currencies
)
# Pronouns of one letter, which are no initials: `— гуфт ӯ.`
_SHORT_PRONOUNS = frozenset(
    word
    for word in f"{together().pronouns} {together().own_pronouns}".split()
    if len(word) == 1 and not word.isascii()
)
_NEXT_WORD = re.compile(r"\W{1,4}([^\W\d_]+)")
_LONGEST = max(map(len, _ABBREVIATIONS))


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the positions of a text's sentences.

    Args:
        text: a paragraph, or several paragraphs separated by empty lines.

    Returns:
        The offsets of the first character and after the last character of each sentence, without surrounding white space.
    """
    spans, start = [], 0
    for match in _END.finditer(text):
        if match[0][:1] == "." and _is_short(text, match.start()) and not _ends_amount(text, match):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [_trimmed(text, *span) for span in spans if text[slice(*span)].strip()]


def _is_short(text: str, stop: int) -> bool:
    """Return whether the word before a full stop is an abbreviation or an initial."""
    last = text[text.rfind(" ", max(0, stop - _LONGEST), stop) + 1 : stop] if stop > _LONGEST else ""
    if last.isalpha() and len(last) <= _LONGEST:
        return last in _ABBREVIATIONS or (len(last) == 1 and last not in _SHORT_PRONOUNS)
    start = stop
    while start > 0 and stop - start <= _LONGEST and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    word = text[start:stop]
    return word in _ABBREVIATIONS or (
        word not in _SHORT_PRONOUNS and word[-1:].isalpha() and (len(word) == 1 or word[-2] == ".")
    )


def _ends_amount(text: str, stop: re.Match[str]) -> bool:
    """Return whether a sentence ends with an abbreviation for a scale or currency: `1,6 млрд. Россия`, but not `1,6 млрд. USD`."""
    begin = stop.start()
    while begin > 0 and stop.start() - begin <= _LONGEST and text[begin - 1].isalpha():
        begin -= 1
    if text[begin : stop.start()].casefold() not in _OF_AMOUNTS:
        return False
    following = _NEXT_WORD.match(text, stop.end())
    word = following[1] if following is not None else ""
    return word[:1].isupper() and meaning_of(word.casefold(), together().currencies) is None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def claims_something(sentence: str) -> bool:
    """Return whether a sentence may make a claim; bylines, datelines, times of day, credits and captions make none.

    Names have capitals, so a sentence entirely in capitals may make a claim if it is long enough.
    """
    if (
        _CAPTION.match(sentence)
        or _CREDIT.fullmatch(sentence)
        or _ASIDE.fullmatch(sentence)
        or _PATH.search(sentence)
    ):
        return False
    if _RUBRIC.fullmatch(sentence) and not any(map(looks_like_verb, sentence.casefold().split())):
        return False
    words = _WORD.findall(_OF_YEAR.sub(" ", _AGENCY_BEHIND.sub("", sentence)))
    small = [
        word
        for word in words
        if word[0].islower() and len(word) >= _LEAST and word not in _JOINING and not _is_of_a_date(word)
    ]
    if small and not (len(small) == 1 and _STAMP.search(sentence) and sentence.rstrip()[-1] not in ".!?"):
        return True
    return len(words) >= _HEADLINE and sentence.isupper()


_WORD = re.compile(r"[^\W\d_]+")
_CREDITS = f"{together().source_nouns} {together().credits}"
_CREDIT = re.compile(rf"\W{{0,3}}(?:{any_of(_CREDITS)})\s?:(?:\s+\S+){{1,6}}\s*", re.IGNORECASE)
_CAPTION = re.compile(rf"\W{{0,3}}(?:{any_of(together().captions)})\s?:\s", re.IGNORECASE)
# `2021 года`, `25-уми апрели соли 2025`, `25-уми`
_OF_YEAR = re.compile(
    r"\b\d{1,2}(?:-\w{1,4})?\s[^\W\d_]{3,12}\s\w{1,4}\s(?:19|20)\d\d\b|\b(?:19|20)\d\d\s\w{1,4}\b|\b\d{1,2}-\w{2,4}\b"
)
_AGENCY_BEHIND = re.compile(
    r"(?<=[\d.,]\s)/[^/\n]{2,40}/[.\s]{0,3}\Z"
)  # `OSLO, 9 June 2031. /Harbour news/.`
# `(Laughter.)`, `PRIME MINISTER BERG: (As interpreted.)`
_ASIDE = re.compile(r"(?:[^\W\d_][^:()\[\]]{0,60}:\s+)?[(\[][^\W\d_]+(?: [^\W\d_]+){0,2}[.!]?[)\]]?[.]?")
_PATH = re.compile(r"^[^/.!?]{1,60} / [^/.!?]{1,60} / [^/.!?]{1,200}$")  # `Home / Politics / Ferry opens`
_JOINING = frozenset(f"{together().articles} {together().conjunctions} {together().of_office}".split())
# `Новости страны`; in other scripts, a verb may look like any other word.
_RUBRIC = re.compile(r"[^\W\d_a-zA-Z]+(?: [^\W\d_a-zA-Z]+){0,2}")
_STAMP = re.compile(
    r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d"
)  # in a line such as `Source: … 2031-05-04 12:30 Editor: ann`
_LEAST = 3  # shorter words may belong to times and dates: `at`, `pm`, `г.`
_HEADLINE = 5  # the number of words in capitals that may make a claim
_MOST_ENDING = 2  # the number of letters of a month's case ending
_MONTHS = [month.rstrip("*") for month in together().months]
_DAYS = frozenset(together().weekdays.split())


@lru_cache(maxsize=10_000)
def _is_of_a_date(word: str) -> bool:
    """Return whether a word is a day of the week, or the name of a month or its beginning: `sept`, `июля`."""
    return word in _DAYS or any(
        month.startswith(word) or (word.startswith(month) and len(word) <= len(month) + _MOST_ENDING)
        for month in _MONTHS
    )
