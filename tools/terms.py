"""Write tajikcli/language/terms.txt and concept_terms.txt, in which search looks up the vocabulary. Run `make vocabulary`."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import tajikcli.language
from tajikcli.language.all_languages import code_in, script_of
from tajikcli.language.concepts import terms_of_line
from tajikcli.language.terms import ANY, COLUMNS
from tajikcli.words import STOP, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.language.concepts import Term

FOLDER = Path(tajikcli.language.__file__).parent
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")


def compiled(concepts: str) -> dict[str, str]:
    """Return the content of both files by name, for the content of `concepts.txt`.

    The name of a subject counts as a concept: a word that names a whole subject has many meanings.
    """
    forms = ["\n"]
    terms: dict[str, list[str]] = {}
    number = 1  # the position of the line, in bytes
    for line in concepts.splitlines():
        if not line:
            continue
        for word, term in _words(line, number):
            found = terms.setdefault(word, [])
            if term and term not in found:
                found.append(term)
        head = re.split(r",| \|", line, maxsplit=1)[0]
        forms.append("\t".join([head, *_forms(terms_of_line(line))]) + "\n")
        number += len(forms[-1].encode())
    lines = ("\t".join([word, *terms[word]]) + "\n" for word in sorted(terms))
    return {"terms.txt": "".join(lines), "concept_terms.txt": "".join(forms)}


def _words(line: str, number: int) -> Iterator[tuple[str, str]]:
    """Yield each word of a concept, with the term in which it may begin the meaning; the term is empty if there is none."""
    # The code of a country is one of its terms.
    code = line.partition(":")[0] if ":" in line and "|" not in line else ""
    for term in (*terms_of_line(code), *terms_of_line(line)):
        words = _split(term.text)
        for match in _WORD.finditer(term.text):
            if term.text[match.start() - 1 : match.start()].isalnum():
                continue  # a part of a word, as in `g20`
            place = len(_split(term.text[: match.start()]))
            if any(word not in STOP for word in words[:place]):
                yield match[0], ""
            else:
                written = [f"{number}", term.language or ANY]
                written += [] if words == [match[0]] else [f"{place}", *words]
                assert all(" " not in word for word in words), term
                yield match[0], " ".join(written)


def _split(text: str) -> list[str]:
    """Return the words of a folded text."""
    plain = text.replace("-", " ")
    return plain.split() if plain.replace(" ", "").isalpha() else folded(text)


def _forms(terms: Sequence[Term]) -> Iterator[str]:
    """Yield the terms by which a concept is found in a record, for each column, each at its place in its language.

    They are not stemmed, because another release of the stemmer may give other stems. Terms of a list with several languages are in
    the first column of their script.
    """
    columns: dict[str, list[str]] = {code: [] for code in COLUMNS}
    places: Counter[str] = Counter()
    for term in terms:
        place = places[term.language]
        places[term.language] += 1
        whole = _split(term.text)
        told = [word for word in whole if word not in STOP]
        if (
            not told or len(whole) > len(told) == 1
        ):  # `sit down` is not `down`, and `no complaints` not `complaints`
            continue
        column = columns[term.language or code_in(script_of(told[0]), "")]
        column += [""] * (place - len(column))
        column.append(" ".join(told))
    yield from map(",".join, columns.values())


if __name__ == "__main__":
    for name, content in compiled((FOLDER / "concepts.txt").read_text(encoding="utf-8")).items():
        (FOLDER / name).write_text(content, encoding="utf-8")
