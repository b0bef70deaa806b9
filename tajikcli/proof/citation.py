"""Citations of statements: a line to paste, Markdown, BibTeX, RIS and CSL-JSON, with an address that opens at the words.

What is cited is the published text, by its publisher; whose words they are, and through whom, is told beside it. What the
record does not know is left out, an author above all.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from tajikcli.proof.candidate import Candidate
from tajikcli.proof.fragments import turned_by
from tajikcli.proof.tokens import forms_of, words_of
from tajikcli.text import fold_space, hedged
from tajikcli.written_dates import MONTHS, written_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tajikcli.model import rows
    from tajikcli.proof.tokens import Token

_WHOLE = 10  # words that a text fragment spells out; of more it gives the first and the last ones
_ENDS = 5
_DISTINCT = 3  # words that don't stand anywhere on a page
_BESIDE = 3  # words that tell the place of fewer
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # a bare brace would count, escaped or not
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


class Citation(NamedTuple):
    """A statement with what a citation says of it.

    Attributes:
        statement: the statement.
        source: its source.
        role: the speaker's role, if it is on record.
        via: names of who relayed it, nearest the speaker first.
        words: words of it that are quoted, as the record prints them; empty for none.
    """

    statement: rows.Statement
    source: rows.Source
    role: str | None
    via: Sequence[str]
    words: str = ""

    @property
    def attribution(self) -> str:
        """Whose words or claim it is, and through whom: `Vladimir Putin, President of Russia, via Kremlin`."""
        name = self.statement["speaker_name"]
        parts = [name, self.role] if name else []
        if name and self.statement["kind"] == "paraphrase":
            parts.append("paraphrased")
        parts += [f"via {relay}" for relay in self.via]
        if name and self.statement["said"]:
            parts.append(f"said on {written_out(self.statement['said'])}")
        parts.append(hedged(self.statement["hedges"]))
        told = ", ".join(part for part in parts if part)
        if self.words:
            return f"“{self.words}”, {told}" if told else f"“{self.words}”"
        return told

    @property
    def address(self) -> str | None:
        """The source's address with a text fragment, so that a browser opens it at the words."""
        url = self.source["url"]
        if not url:
            return None
        if self.words:
            exact = [_in_context(self.words, fold_space(self.statement["text"]))]
        elif self.statement["kind"] == "quote":
            exact = [_fragment(self.statement["text"])]
        else:
            exact = [_fragment(item["exact"]) for item in self.statement["evidence"]]
        directives = "&".join(f"text={value}" for value in exact)
        if not directives:
            return str(url)
        return f"{url}{'' if '#' in url else '#'}:~:{directives}"


class WordsError(ValueError):
    """Words that don't stand in a quote as they are; its text is what does, nearest to them."""


class SenseError(ValueError):
    """Words that say something else without what governs them; its text is both, as the quote has them."""


def quoted(text: str, words: str) -> str:
    """Return words of a quote as the record prints them.

    Args:
        text: the quote.
        words: what somebody wants to quote of it: any white space, any punctuation outside numbers.

    Raises:
        WordsError: they don't stand there contiguous, word for word.
        SenseError: they do, and a word of their sentence that is left out turns what they say.
    """
    quote = Candidate(0, text, "quote", None)
    theirs, mine = quote.tokens, forms_of(words_of(words))
    places = list(quote.places_of(mine)) if mine else []
    if not places:
        raise WordsError(words)
    turned = {place: turned_by(quote, place, place + len(mine)) for place in places}
    place = next((one for one in places if turned[one] is None), -1)
    if place < 0:
        begin, end = turned[places[0]] or (0, 0)
        raise SenseError(fold_space(quote.words(min(begin, places[0]), max(end, places[0] + len(mine)))))
    last = theirs[place + len(mine) - 1]
    return fold_space(text[theirs[place].start : last.end])


def line(citation: Citation) -> str:
    """Return a citation as a line to paste: speaker, role, chain, title, publisher, date, address."""
    source = citation.source
    work = [
        source["title"],
        source["publisher"],
        written_out(source["published"]) if source["published"] else None,
        citation.address,
    ]
    told = ", ".join(str(part) for part in work if part)
    return f"{citation.attribution}, in: {told}" if citation.attribution else told


def markdown(citation: Citation) -> str:
    """Return a citation as Markdown, its title (or the publisher, where there is none) a link."""
    source = citation.source
    linked = source["title"] or source["publisher"]
    address = re.sub(r"[()\[\]*_]", lambda char: f"%{ord(char[0]):02X}", citation.address or "")
    shown = f"[{_escaped(linked)}]({address})" if address else _escaped(linked)
    work = [shown]
    if source["title"]:
        work.append(_escaped(source["publisher"]))
    if source["published"]:
        work.append(written_out(source["published"]))
    told = ", ".join(work)
    return f"{_escaped(citation.attribution)}, in: {told}" if citation.attribution else told


def bibtex(citation: Citation) -> str:
    """Return a citation as a BibTeX entry (`@misc`, which every style knows)."""
    source = citation.source
    year, month, _ = _date_parts(source["published"])
    fields = {
        "title": _latex(source["title"]),
        "publisher": _latex(source["publisher"]),
        "howpublished": _latex(source["publisher"]),
        "year": year,
        "date": source["published"],
        "url": citation.address,
        "language": source["language"],
        "note": _latex(citation.attribution),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if month:
        lines.append(f"  month = {MONTHS[int(month) - 1][:3]},")
    return "\n".join([f"@misc{{{_key(citation)},", *lines, "}"])


def ris(citation: Citation) -> str:
    """Return a citation as a RIS record (Research Information Systems' tagged format), of the type web page."""
    source = citation.source
    year, month, day = _date_parts(source["published"])
    tags = [
        ("TY", "ELEC"),
        ("ID", _key(citation)),
        ("TI", source["title"]),
        ("PB", source["publisher"]),
        ("PY", year),
        ("DA", "/".join(part or "" for part in (year, month, day)) if month else None),
        ("UR", citation.address),
        ("LA", source["language"]),
        ("N1", citation.attribution),
    ]
    return "\n".join([*(f"{tag}  - {fold_space(value)}" for tag, value in tags if value), "ER  - "])


def csl(citations: Iterable[Citation]) -> str:
    """Return citations as CSL-JSON (Citation Style Language 1.0.2): an array of web pages."""
    items = []
    for citation in citations:
        source = citation.source
        parts = [int(part) for part in _date_parts(source["published"]) if part]
        item = {
            "id": _key(citation),
            "type": "webpage",
            "title": source["title"],
            "container-title": source["publisher"],
            "publisher": source["publisher"],
            "issued": {"date-parts": [parts]} if parts else None,
            "URL": citation.address,
            "language": source["language"],
            "note": citation.attribution,
        }
        items.append({name: value for name, value in item.items() if value})
    return json.dumps(items, ensure_ascii=False, indent=2)


def _each(one: Callable[[Citation], str], between: str) -> Callable[[Iterable[Citation]], str]:
    return lambda citations: between.join(map(one, citations))


# What citations can be written as, each for several of them.
STYLES: dict[str, Callable[[Iterable[Citation]], str]] = {
    "line": _each(line, "\n"),
    "markdown": _each(markdown, "\n\n"),
    "bibtex": _each(bibtex, "\n\n"),
    "ris": _each(ris, "\n"),
    "csl-json": csl,
}


def _fragment(words: str) -> str:
    """Return words as the value of a text fragment (WICG URL Fragment Text Directives): all of them, or `first,last`."""
    found = words_of(words)
    if len(found) <= _WHOLE:
        return _percent(words.strip())
    return f"{_percent(_slice(words, found[:_ENDS]))},{_percent(_slice(words, found[-_ENDS:]))}"


def _in_context(words: str, quote: str) -> str:
    """Return words of a quote as the value of a text fragment; few of them with what stands beside, for a page has many."""
    value = _fragment(words)
    if len(words_of(words)) >= _DISTINCT:
        return value
    start = quote.find(words)
    before, after = words_of(quote[:start])[-_BESIDE:], words_of(quote[start + len(words) :])[:_BESIDE]
    prefix = f"{_percent(_slice(quote, before))}-," if before else ""
    suffix = f",-{_percent(_slice(quote[start + len(words) :], after))}" if after else ""
    return f"{prefix}{value}{suffix}"


def _slice(text: str, words: Sequence[Token]) -> str:
    return text[words[0].start : words[-1].end]


def _percent(words: str) -> str:
    return quote(fold_space(words), safe="").replace("-", "%2D")  # a hyphen is syntax in a fragment


def _key(citation: Citation) -> str:
    return f"{citation.statement['meeting']}-{citation.statement['id']}"


def _date_parts(published: str | None) -> tuple[str | None, str | None, str | None]:
    parts: list[str | None] = list(published.split("-")) if published else []
    year, month, day = [*parts, None, None, None][:3]
    return year, month, day


def _latex(text: str | None) -> str | None:
    return "".join(_LATEX.get(char, char) for char in fold_space(text)) if text else None


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|~#&])", r"\\\1", fold_space(text))
