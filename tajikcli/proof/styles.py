"""The formats of citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.proof import bibliography, in_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tajikcli.proof.citation import Citation


def _each(one: Callable[[Citation], str], between: str) -> Callable[[Iterable[Citation]], str]:
    return lambda citations: between.join(map(one, citations))


STYLES: dict[str, Callable[[Iterable[Citation]], str]] = {
    "line": _each(in_text.line, "\n"),
    "markdown": _each(in_text.markdown, "\n\n"),
    "pandoc": _each(in_text.pandoc, "\n\n"),
    "latex": _each(in_text.latex, "\n\n"),
    "bibtex": bibliography.bibtex,
    "ris": bibliography.ris,
    "csl-json": bibliography.csl,
}
# these styles have only entries, which cannot contain the words of a statement
WITHOUT_WORDS = ("bibtex", "csl-json")
