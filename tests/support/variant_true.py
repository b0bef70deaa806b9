"""True variants: a reader of the draft sees the words of the record, as newsrooms, typesetters and editors write them."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from support.variant_quotes import (
    MARKS,
    OMISSIONS,
    ROUNDS,
    WORD,
    Case,
    Quote,
    Source,
    cautious,
    framed,
    opens_with_a_name,
    run_of_sentences,
    sentences,
    written,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Dresser = Callable[[str, "Quote", random.Random], "Dress | None"]
    Cutter = Callable[["Quote", "Source", random.Random], "tuple[str, frozenset[str]] | None"]

VERBATIM = frozenset({"verbatim"})
ELIDED = frozenset({"elided"})
EITHER = VERBATIM | ELIDED
APOSTROPHES = "'’‘ʼʹʻ′＇´`‛ꞌ"
SPACES = ("  ", "\t", "\u00a0", "\u202f", "\u2009", "\u2003", " \u00a0", "   ")
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆ"}
COMMENTS = (
    "<!-- checked -->",
    "<!-- not -->",
    "<!---->",
    "<!--\nsee the transcript\n-->",
    "<!-- “x” -->",
    "<!-- a > b -->",
)
UNSEEN_IN_HTML = (
    "<span hidden>not</span>", '<span style="display:none">not</span>', "<b hidden='hidden'>never</b>", "<script>var not = 1</script>",
    "<template>not</template>", "<style>p { color: red }</style>", '<span style="color:red; display : none">not at all</span>',
)  # fmt: skip
EMPHASIS = {
    "markdown": ("*{}*", "**{}**", "_{}_", "__{}__", "***{}***", "[{}](https://example.org/a)", '[{}](https://example.org/a "Source")',
                 "<b>{}</b>", "<mark>{}</mark>", "**[{}](https://example.org/not)**"),
    "html": ("<b>{}</b>", "<em>{}</em>", "<strong>{}</strong>", "<i>{}</i>", "<u>{}</u>", "<mark>{}</mark>", '<span class="x">{}</span>',
             '<a href="https://example.org/not">{}</a>', "<A HREF='x'>{}</A>", "<em><b>{}</b></em>", '<font color="red">{}</font>', "<dfn>{}</dfn>",
             '<abbr title="not">{}</abbr>', '<span data-x="&quot;">{}</span>', "<small>{}</small>", "<cite>{}</cite>", "<code>{}</code>"),
}  # fmt: skip
FOOTNOTES = {
    "text": ("¹", "²", "¹²", "[1]", "[12]"),
    "markdown": ("[^1]", "[^note]", "[1]", "<sup>1</sup>", "¹", "<sup>[2]</sup>"),
    "html": (
        "<sup>1</sup>",
        "<sup>[2]</sup>",
        '<sup><a href="#fn1">1</a></sup>',
        '<sup id="r1"><a href="#fn1">[1]</a></sup>',
        "¹",
        "[1]",
    ),
}
IN_HTML = (
    "<p>{}</p>", "<div>{}</div>", "<blockquote>{}</blockquote>", "<blockquote><p>{}</p></blockquote>", "<ul><li>{}</li></ul>",
    "<table><tr><td>{}</td></tr></table>", "<h2>{}</h2>", "<figure><figcaption>{}</figcaption></figure>", "<P CLASS='a'>{}</P>",
    "<section><article><p>{}</article></section>", '<p data-a="<b>">{}</p>', "<!-- head --><p>{}</p>", "<p>\n  {}\n</p>", "<dl><dd>{}</dd></dl>",
    "<main><p>{}</p></main>", "<details open><summary>x</summary>{}</details>",
)  # fmt: skip
IN_MARKDOWN = ("- {}", "* {}", "1. {}", "> {}", "> > {}", "## {}", "- [ ] {}", "> - {}", "**{}**", "*{}*")
# For a speaker in the records, “we” means their country and “you” their guest.
OWN_COUNTRY = {
    "putin": "Russia",
    "rahmon": "Tajikistan",
    "hale": "Varland",
    "dunn": "Ostrevia",
    "lind": "Ostrevia",
}
GUEST = {"putin": "Rahmon"}


class Dress(NamedTuple):
    """The form of a quotation: its text in the syntax of the draft, the format, and other parts that the draft needs."""

    text: str
    format: str
    marks: tuple[str, str] | None = None
    wrap: str = "{}"
    framed: bool = True


DRESSES: dict[str, Dresser] = {}
CUTS: dict[str, Cutter] = {}


def dress(maker: Dresser) -> Dresser:
    """Register a way to write a quotation under the name of its function."""
    DRESSES[maker.__name__.strip("_").replace("_", "-")] = maker
    return maker


def cut(maker: Cutter) -> Cutter:
    """Register a way to choose a part to quote under the name of its function."""
    CUTS[maker.__name__.strip("_").replace("_", "-")] = maker
    return maker


def vary(name: str, source: Source, dice: random.Random) -> Case | None:
    """Return a true variant of a class, or None if the record has no quote for it.

    Args:
        name: a class: a key of `DRESSES` or of `CUTS`.
        source: the record.
        dice: makes every choice.

    Returns:
        the case.
    """
    for quote in dice.sample(source.quotes, len(source.quotes)) * ROUNDS:
        chosen = (
            CUTS[name](quote, source, dice) if name in CUTS else CUTS[dice.choice(BASES)](quote, source, dice)
        )
        if chosen is None:
            continue
        text, expected = chosen
        if name in CUTS:
            format_ = dice.choice(("text", "markdown", "html"))
            written_: Dress | None = Dress(written(text, format_), format_)
        else:
            written_ = DRESSES[name](text, quote, dice)
        if written_ is None:
            continue
        if len(WORD.findall(re.sub(r"[\[\]]", "", text))) < 3:
            continue
        return Case("true", name, _draft(written_, quote, dice), written_.format, (quote.id,), expected)
    return None


def _draft(dressed: Dress, quote: Quote, dice: random.Random) -> str:
    if not dressed.framed:
        return dressed.wrap.format(dressed.text)
    draft = framed(dressed.text, dressed.format, quote.language, dice, dressed.marks)
    if dressed.wrap != "{}" and dressed.format == "html":
        draft = draft.removeprefix("<p>").removesuffix("</p>")
    return dressed.wrap.replace("{}", draft)


# The words that are quoted


@cut
def whole_quote(quote: Quote, _source: Source, _dice: random.Random) -> tuple[str, frozenset[str]]:
    return quote.text, VERBATIM


@cut
def whole_sentences(quote: Quote, _source: Source, dice: random.Random) -> tuple[str, frozenset[str]]:
    return run_of_sentences(quote, dice), VERBATIM


@cut
def sentences_left_out(
    quote: Quote, _source: Source, dice: random.Random
) -> tuple[str, frozenset[str]] | None:
    whole = sentences(quote.text)
    if len(whole) < 3:
        return None
    first, last = sorted(dice.sample(range(len(whole)), 2))
    if last < first + 2:
        return None
    start, end = dice.randrange(first + 1), dice.randrange(last, len(whole))
    head, tail = " ".join(whole[start : first + 1]), " ".join(whole[last : end + 1])
    omission = dice.choice(OMISSIONS)
    joint = dice.choice([f" {omission} ", f"{omission} ", f" {omission} "])
    if omission == "..." and joint[0] != " ":
        joint = f" {omission} "
    if dice.random() < 0.3:
        head = head.rstrip(".")
    return f"{head}{joint}{tail}", ELIDED


@cut
def omission_at_an_end(quote: Quote, _source: Source, dice: random.Random) -> tuple[str, frozenset[str]]:
    text, omission = run_of_sentences(quote, dice), dice.choice(OMISSIONS)
    return dice.choice([f"{omission} {text}", f"{text} {omission}", f"{omission} {text} {omission}"]), EITHER


@cut
def part_of_a_sentence(
    quote: Quote, _source: Source, dice: random.Random
) -> tuple[str, frozenset[str]] | None:
    sentence = dice.choice(sentences(quote.text))
    if cautious(sentence, quote.language) or any(digit.isdigit() for digit in sentence):
        return None
    places = list(WORD.finditer(sentence))
    if len(places) < 4:
        return None
    start = dice.randrange(len(places) - 2)
    end = dice.randrange(start + 2, len(places))
    return sentence[places[start].start() : places[end].end()], VERBATIM


@cut
def part_judged_by_a_person(
    quote: Quote, source: Source, dice: random.Random
) -> tuple[str, frozenset[str]] | None:
    parts = [(text, verdict) for one, text, verdict in source.harmless if one == quote]
    if not parts:
        return None
    text, verdict = dice.choice(parts)
    return text.replace("…", dice.choice(OMISSIONS)), frozenset({verdict})


@cut
def bracket_naming_a_pronoun(
    quote: Quote, _source: Source, dice: random.Random
) -> tuple[str, frozenset[str]] | None:
    text = run_of_sentences(quote, dice)
    country, guest = OWN_COUNTRY.get(quote.speaker), GUEST.get(quote.speaker)
    if quote.language != "en" or country is None:
        return None
    named = [
        (r"\b[Oo]ur\b(?! two)", f"[{country}'s]"),
        (r"\b[Ww]e\b(?= (?:did|can't|won't|will|completely|never))", f"[{country}]"),
        (r"(?<=[a-z] )us\b", f"[{country}]"),
        *((r"\b[Yy]our\b", f"[{guest}'s]"), (r"(?<=with )you\b", f"[{guest}]")) * bool(guest),
    ]
    places = [(place, name) for pattern, name in named for place in re.finditer(pattern, text)]
    if not places:
        return None
    place, name = dice.choice(places)
    return f"{text[: place.start()]}{name}{text[place.end() :]}", ELIDED


@cut
def bracket_completing_a_name(
    quote: Quote, source: Source, dice: random.Random
) -> tuple[str, frozenset[str]] | None:
    text = run_of_sentences(quote, dice)
    found = [
        (first, place)
        for first, last in (person.split() for person in source.people if person.count(" ") == 1)
        if (place := text.find(last)) >= 0
    ]
    if not found:
        return None
    first, place = dice.choice(found)
    return f"{text[:place]}[{first}] {text[place:]}", ELIDED


@cut
def bracket_round_a_capital(
    quote: Quote, _source: Source, dice: random.Random
) -> tuple[str, frozenset[str]] | None:
    text = run_of_sentences(quote, dice)
    if len(text.split()[0]) < 2 or "'" in text.split()[0]:
        return None
    letter = text[0].upper() if opens_with_a_name(text) else dice.choice([text[0].upper(), text[0].lower()])
    return f"[{letter}]{text[1:]}", EITHER


@cut
def bracket_round_an_article(
    quote: Quote, _source: Source, dice: random.Random
) -> tuple[str, frozenset[str]] | None:
    if quote.language != "en":
        return None
    text = run_of_sentences(quote, dice)
    bare = r"(?<= )(?:of|with|for|by|on|between|in|from) (?=(?!the |a |an |our |their |your |its |all |about |any |them |both |which |having |implementing |developing |those |abroad|more|both)[a-z]{4})"
    places = list(re.finditer(bare, text))
    if not places:
        return None
    place = dice.choice(places).end()
    return f"{text[:place]}[the] {text[place:]}", ELIDED


BASES = ("whole-quote", "whole-sentences", "whole-sentences", "sentences-left-out")


# How it is written


def _any_format(text: str, dice: random.Random) -> Dress:
    format_ = dice.choice(("text", "markdown", "html"))
    return Dress(written(text, format_), format_)


def _somewhere(
    text: str, dice: random.Random, pattern: str, by: Callable[[re.Match[str]], str], share: float = 0.4
) -> str | None:
    """Replace some matches of a pattern, at least one."""
    places = list(re.finditer(pattern, text))
    if not places:
        return None
    chosen = {dice.choice(places).start()} | {place.start() for place in places if dice.random() < share}
    return re.sub(pattern, lambda place: by(place) if place.start() in chosen else place.group(), text)


@dress
def marks(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    pair = dice.choice(MARKS["every"])
    # A single mark and an apostrophe before a space look alike.
    if pair[1] == "’" and re.search(r"['’](?![^\W\d_])|(?<![^\W\d_])['’]", text):
        return None
    return _any_format(text, dice)._replace(marks=pair)


@dress
def spaces(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    return _any_format(_somewhere(text, dice, " ", lambda _: dice.choice(SPACES)) or text, dice)


@dress
def line_breaks(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    return _any_format(
        _somewhere(text, dice, "(?<=[^\\W\\d_]) (?=[^\\W\\d_])", lambda _: "\n", 0.1) or text, dice
    )


@dress
def hard_wrapped_markdown(text: str, quote: Quote, dice: random.Random) -> Dress:
    draft = framed(text, "markdown", quote.language, dice)
    first, rest = dice.choice(
        [("", ""), ("> ", "> "), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("> ", ""), ("> > ", "> > ")]
    )
    lines = textwrap.wrap(draft, dice.choice([30, 50, 72]), break_long_words=False, break_on_hyphens=False)
    # A line that begins like a list item or a heading would become one.
    if any(re.match(r"[-+*>#–—]|\d+[.)]", line) for line in lines[1:]):
        lines = [draft]
    return Dress(
        "\n".join([first + lines[0], *(rest + line for line in lines[1:])]), "markdown", framed=False
    )


@dress
def word_hyphenated_at_the_end_of_a_line(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    words = [place for place in WORD.finditer(text) if place.group().isalpha() and len(place.group()) > 6]
    if not words:
        return None
    place = (word := dice.choice(words)).start() + dice.randint(3, len(word.group()) - 3)
    prefix = dice.choice(["", "", "> "])
    broken = f"{text[:place]}{dice.choice(['-', '-', '‐'])}\n{prefix}{text[place:]}"
    return Dress(broken, "markdown", wrap="> {}") if prefix else Dress(broken, "text")


@dress
def soft_hyphens(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    found = _somewhere(text, dice, r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})", lambda _: "\u00ad", 0.1)
    if found is None:
        return None
    if dice.random() < 0.4:
        return Dress(
            written(found, "html").replace("\u00ad", dice.choice(["&shy;", "<wbr>", "&#173;"])), "html"
        )
    return _any_format(found, dice)


@dress
def ligatures(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    found = _somewhere(text, dice, "ffi|ffl|ff|fi|fl|st", lambda place: LIGATURES[place.group()])
    return _any_format(found, dice) if found else None


@dress
def apostrophes(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    mark = dice.choice(APOSTROPHES)
    places = len(re.findall(r"(?<=[^\W\d_])'(?=[^\W\d_])", text))
    if not places or (mark == "`" and places > 1):
        return None
    return _any_format(re.sub(r"(?<=[^\W\d_])'(?=[^\W\d_])", mark, text), dice)._replace(
        marks=dice.choice([("“", "”"), ('"', '"'), ("«", "»")])
    )


@dress
def inner_marks(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    pair = dice.choice([("‘", "’"), ("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'), ("‹", "›")])
    found = re.sub(r"(?<!\w)'([^']+)'(?!\w)", rf"{pair[0]}\1{pair[1]}", text)
    outer = dice.choice([one for one in (("“", "”"), ("«", "»"), ("„", "”")) if not set(one) & set(pair)])
    return None if found == text else _any_format(found, dice)._replace(marks=outer)


@dress
def decomposed_letters(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    found = unicodedata.normalize("NFD", text)
    return None if found == text else _any_format(found, dice)


@dress
def grapheme_joiners(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    found = _somewhere(text, dice, r"(?<=[^\W\d_])(?=[^\W\d_])", lambda _: "\u034f", 0.1)
    return _any_format(found, dice) if found else None


@dress
def full_width_letters(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    found = _somewhere(
        text,
        dice,
        r"[A-Za-z]{2,}",
        lambda word: "".join(chr(ord(letter) + 0xFEE0) for letter in word.group()),
    )
    return _any_format(found, dice) if found else None


@dress
def footnote_marks(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    dressed = _any_format(text, dice)
    mark = dice.choice(FOOTNOTES[dressed.format])
    places = [
        place
        for place in re.finditer(r"(?<=[^\W\d_])[.,;]?(?=\s|$)", dressed.text)
        if not dressed.text[: place.start()].endswith(("U.S", "Mr"))
    ]
    place = dice.choice(places).end()
    note = f"\n\n{mark}: The transcript." if mark.startswith("[^") else ""
    return dressed._replace(text=dressed.text[:place] + mark + dressed.text[place:], wrap="{}" + note)


@dress
def comments(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    dressed = Dress(text, "markdown") if dice.random() < 0.5 else Dress(written(text, "html"), "html")
    comment = dice.choice(COMMENTS)
    if dice.random() < 0.2:
        return (
            dressed._replace(wrap=f"{comment}\n\n{{}}")
            if dressed.format == "markdown"
            else dressed._replace(wrap=f"{comment}<p>{{}}</p>")
        )
    if dressed.format == "markdown" and "\n" in comment:
        return None
    space = dice.choice([place.start() for place in re.finditer(" ", dressed.text)])
    return dressed._replace(
        text=f"{dressed.text[:space]}{dice.choice([' ', ''])}{comment}{dressed.text[space:]}"
    )


@dress
def unseen_words(text: str, _quote: Quote, dice: random.Random) -> Dress:
    whole = written(text, "html")
    space = dice.choice([place.start() for place in re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", whole)])
    if dice.random() < 0.2:
        word = WORD.search(whole, space)
        if word:
            return Dress(
                f"{whole[: word.start()]}<ruby>{word.group()}<rp>(</rp><rt>not</rt><rp>)</rp></ruby>{whole[word.end() :]}",
                "html",
            )
    return Dress(f"{whole[:space]} {dice.choice(UNSEEN_IN_HTML)}{whole[space:]}", "html")


@dress
def first_letter(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    return None if opens_with_a_name(text) else _any_format(text[0].swapcase() + text[1:], dice)


@dress
def final_point(text: str, _quote: Quote, dice: random.Random) -> Dress:
    end = dice.choice([",", ".", "", ";", " …"] if "…" in text else [",", ".", "", ";"])
    return _any_format(text.rstrip(".") + end, dice)


@dress
def emphasis(text: str, quote: Quote, dice: random.Random) -> Dress | None:
    format_ = dice.choice(["markdown", "html"])
    places = list(WORD.finditer(text))
    first = dice.randrange(len(places))
    last = min(len(places) - 1, first + dice.randrange(3))
    start, end = places[first].start(), places[last].end()
    if re.search(r"[\[\]…'.]", text[start:end] + text[end : end + 1] + text[max(0, start - 1) : start]):
        return None
    shape = dice.choice(EMPHASIS[format_])
    dressed = (
        written(text[:start], format_)
        + shape.format(written(text[start:end], format_))
        + written(text[end:], format_)
    )
    if format_ == "markdown" and dice.random() < 0.1:
        return Dress(
            f"{text[:start]}[{text[start:end]}][1]{text[end:]}",
            "markdown",
            wrap="{}\n\n[1]: https://example.org/a",
        )
    if quote.language == "ru" and dice.random() < 0.2:
        return None
    return Dress(dressed, format_)


@dress
def emphasis_on_all(text: str, quote: Quote, dice: random.Random) -> Dress:
    draft = framed(text, "markdown", quote.language, dice)
    return Dress(
        dice.choice(["**{}**", "*{}*", "[{}](https://example.org/a)", "_{}_"]).format(draft)
        if "*" not in draft and "[" not in draft
        else draft,
        "markdown",
        framed=False,
    )


@dress
def entities(text: str, _quote: Quote, dice: random.Random) -> Dress:
    named = {"'": "&rsquo;", "–": "&ndash;", "…": "&hellip;", " ": "&nbsp;", "$": "&dollar;"}

    def entity(place: re.Match[str]) -> str:
        letter = place.group()
        return (
            named[letter]
            if letter in named and dice.random() < 0.5
            else dice.choice([f"&#{ord(letter)};", f"&#x{ord(letter):x};"])
        )

    quoted = _somewhere(text, dice, r"[^\s\[\].]| ", entity, 0.15) or text
    pair = dice.choice(
        [
            ("&ldquo;", "&rdquo;"),
            ("&quot;", "&quot;"),
            ("&laquo;", "&raquo;"),
            ("&#8220;", "&#8221;"),
            ("&bdquo;", "&ldquo;"),
            ("“", "”"),
        ]
    )
    return Dress(quoted, dice.choice(["html", "html", "markdown"]), pair)


@dress
def dashes(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    found = re.sub(" – ", lambda _: f" {dice.choice('—-―–‒')} ", text)
    found = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", lambda _: dice.choice("‐‑-"), found)
    return None if found == text and "–" not in text and "-" not in text else _any_format(found, dice)


@dress
def html_elements(text: str, _quote: Quote, dice: random.Random) -> Dress:
    return Dress(written(text, "html"), "html", wrap=dice.choice(IN_HTML))


@dress
def html_breaks(text: str, _quote: Quote, dice: random.Random) -> Dress | None:
    found = _somewhere(
        html.escape(text, quote=False),
        dice,
        r"(?<=[^\W\d_]) (?=[^\W\d_])",
        lambda _: dice.choice(["<br>", "<br/>", " <br>\n", "\n", "\n    "]),
        0.1,
    )
    return Dress(found, "html") if found else None


@dress
def q_element(text: str, _quote: Quote, dice: random.Random) -> Dress:
    return Dress(
        written(text, "html"),
        "html",
        wrap=dice.choice(
            ["<p>He said: <q>{}</q>.</p>", '<p><q cite="x">{}</q></p>', "<p>So: <Q><b>{}</b></Q></p>"]
        ),
        framed=False,
    )


@dress
def markdown_elements(text: str, _quote: Quote, dice: random.Random) -> Dress:
    wrap = dice.choice(IN_MARKDOWN)
    return Dress(text, "markdown", wrap="{}" if "*" in wrap and "[" in text else wrap)


@dress
def another_quotation_beside(text: str, _quote: Quote, dice: random.Random) -> Dress:
    dressed = _any_format(text, dice)
    beside = dice.choice(
        [
            "They call it “a start”. {}",
            "{} The “so-so” lunch followed.",
            "The paper ‘Today’ has it: {}",
            "It's 5' 10\" tall. {}",
            "Don't read this. {}",
        ]
    )
    return dressed._replace(
        wrap=f"<p>{beside}</p>" if dressed.format == "html" else beside,
        marks=dice.choice([("“", "”"), ("«", "»")]),
    )
