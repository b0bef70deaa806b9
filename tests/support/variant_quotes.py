"""The material for variants: the quotes of a record, their words and sentences, and drafts that quote them.

This module does not use tajik: it finds words and sentences by its own rules, so that it cannot share a bug
with the code that it tests.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from pathlib import Path

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Dr|St|U\.S|U\.N)\.$")
NAMES = ("Russia", "Tajikistan", "Varland", "Ostrevia", "Mr.", "I ", "Таджикистан", "Остревия", "Варланд")
ROUNDS = 20  # how often each quote is tried for a class before the class is given up
OMISSIONS = ("…", "...", "[...]", "[…]")

NEGATIONS = {
    "en": {"not", "never", "no", "nobody", "none", "neither", "nor", "nothing", "hardly", "scarcely", "barely", "rarely", "seldom", "cannot",
           "unlikely", "without"},
    "ru": {"не", "ни", "нет", "нельзя", "никто", "никогда", "едва"},
}  # fmt: skip
LIMITS = {
    "en": {"few", "fewer", "only", "about", "almost", "nearly"},
    "ru": {"мало", "лишь", "только", "почти", "около"},
}
# Any part of a sentence without these words may be quoted.
CAUTIONS = {
    "en": NEGATIONS["en"] | LIMITS["en"] | {
        "if", "unless", "albeit", "too", "less", "least", "some", "several", "generally", "mostly", "may", "might", "could", "would", "should",
        "said", "say", "think", "believe", "almost", "any", "but", "than", "so-called", "little", "two", "prepared", "designed", "aimed",
    },
    "ru": NEGATIONS["ru"] | LIMITS["ru"] | {"если", "слишком", "бы", "что", "зато", "двое"},
}  # fmt: skip


class Quote(NamedTuple):
    """A quote on record."""

    id: str
    text: str
    language: str
    speaker: str


class Source(NamedTuple):
    """A record for variants: its quotes, the people that it names, and cuts that a person has judged."""

    quotes: list[Quote]
    people: list[str]
    turned: list[tuple[Quote, str]]
    harmless: list[tuple[Quote, str, str]]


class Case(NamedTuple):
    """A variant of a quote in a draft.

    Attributes:
        kind: `altered` or `true`.
        name: the class of variants that it belongs to.
        draft: a text to check.
        format: `text`, `markdown` or `html`.
        quotes: the ids of the quotes from which it was made.
        expected: the right verdicts; empty for an altered quotation, for which only the wrong verdicts are
            known.
    """

    kind: str
    name: str
    draft: str
    format: str
    quotes: tuple[str, ...]
    expected: frozenset[str] = frozenset()


def source_of(path: Path, cuts: Path | None = None) -> Source:
    """Read the quotes of a knowledge file, and of a file of cuts those that belong to them.

    Args:
        path: a knowledge file.
        cuts: a file with the keys `turned` and `harmless`, or None.

    Returns:
        The material for variants.
    """
    record = _loaded(path)
    first = next(iter(record["sources"]))
    quotes = [
        Quote(
            item["id"],
            " ".join(item["text"].split()),
            record["sources"][item.get("source", first)]["language"][:2],
            item.get("speaker", ""),
        )
        for item in record["statements"]
        if item["kind"] == "quote"
    ]
    known = {quote.id: quote for quote in quotes}
    judged: dict[str, Any] = _loaded(cuts) if cuts else {}
    return Source(
        quotes,
        [speaker["name"] for speaker in record["speakers"].values()],
        [(known[cut["quote"]], cut["text"]) for cut in judged.get("turned", []) if cut["quote"] in known],
        [
            (known[cut["quote"]], cut["text"], cut["verdict"])
            for cut in judged.get("harmless", [])
            if cut["quote"] in known
        ],
    )


def _loaded(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds texts only


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, with their final marks."""
    found, start = [], 0
    for end in re.finditer(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ])", text):
        if not ABBREVIATION.search(text[start : end.start()]):
            found.append(text[start : end.start()])
            start = end.end()
    return [*found, text[start:]]


def reading(text: str) -> list[str]:
    """Return the words that a reader sees in a text without markup, in lower case."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def contains(quote: Quote, words: Sequence[str]) -> bool:
    """Return whether the quote contains these words in a row."""
    return f" {' '.join(words)} " in f" {' '.join(reading(quote.text))} "


def in_order(quote: Quote, words: Sequence[str]) -> bool:
    """Return whether the quote contains these words in order, with any words between them."""
    rest = iter(reading(quote.text))
    return all(word in rest for word in words)


def negating(word: str, language: str) -> bool:
    """Return whether a word negates."""
    return word.lower() in NEGATIONS[language] or (
        language == "en" and re.search(r"n['’]t$", word.lower()) is not None
    )


def cautious(sentence: str, language: str) -> bool:
    """Return whether a sentence has a word that may change the meaning of a part quoted from it."""
    return any(word in CAUTIONS[language] or negating(word, language) for word in reading(sentence))


def opens_with_a_name(text: str) -> bool:
    """Return whether the first word has a capital at any position."""
    return text.startswith(NAMES)


def run_of_sentences(quote: Quote, dice: random.Random) -> str:
    """Return one or more consecutive sentences of a quote."""
    whole = sentences(quote.text)
    start = dice.randrange(len(whole))
    return " ".join(whole[start : dice.randrange(start, len(whole)) + 1])


def window(sentence: str, dice: random.Random, least: int = 4, most: int = 18) -> str:
    """Return some consecutive words of a sentence, or all words if it is short."""
    places = list(WORD.finditer(sentence))
    if len(places) <= least:
        return sentence
    count = min(len(places), dice.randint(least, most))
    start = dice.randrange(len(places) - count + 1)
    return sentence[places[start].start() : places[start + count - 1].end()]


def passage(quote: Quote, dice: random.Random) -> str:
    """Return a quote, a run of its sentences, or a part of a sentence, to be altered."""
    how = dice.random()
    if how < 0.25:
        return quote.text
    if how < 0.6:
        return run_of_sentences(quote, dice)
    return window(dice.choice(sentences(quote.text)), dice)


MARKS = {
    "common": (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("„", "”")),
    "every": (
        ("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("„", "”"), ("‚", "‘"), ("‘", "’"), ("「", "」"), ("‹", "›"),
        ("»", "«"), ("”", "”"), ("« ", " »"), ("«\u00a0", "\u00a0»"),
    ),
}  # fmt: skip
FRAMES = {
    "en": ("{}", "He said: {}.", "The guests were told: {} before supper.", "{}, he told reporters in the hall.",
           "In his words, {} — and with that the talks began."),
    "ru": ("{}", "Он сказал: {}.", "{}, — сказал он журналистам.", "Гостям в зале сообщили: {}. Затем начался ужин."),
}  # fmt: skip


def framed(
    quoted: str, format_: str, language: str, dice: random.Random, marks: tuple[str, str] | None = None
) -> str:
    """Return a draft that contains a quotation.

    Args:
        quoted: the text between the marks, in the syntax of the draft.
        format_: `text`, `markdown` or `html`.
        language: the language of the words around it.
        dice: chooses marks and words around.
        marks: the marks, where they matter.

    Returns:
        the draft.
    """
    opening, closing = marks or dice.choice(MARKS["common"])
    draft = dice.choice(FRAMES[language]).format(f"{opening}{quoted}{closing}")
    return f"<p>{draft}</p>" if format_ == "html" else draft


def written(text: str, format_: str) -> str:
    """Return a plain text in the syntax of a format."""
    return html.escape(text, quote=False) if format_ == "html" else text
