"""Citations in a text: a line to paste, Markdown, and citations of a bibliography's key for Pandoc and biblatex.

They contain the quoted words, if any, the speaker, and an address that opens the page at the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.proof.latex import in_latex
from tajikcli.text import fold_space
from tajikcli.written_dates import written_out

if TYPE_CHECKING:
    from tajikcli.proof.citation import Citation

_PLAIN_KEY = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def line(citation: Citation) -> str:
    """Return a citation as a line to paste: speaker, role, chain, title, publisher, date, address, archived copy."""
    source = citation.source
    work = [
        source["title"],
        source["publisher"],
        written_out(source["published"]) if source["published"] else None,
        citation.address,
        f"archived at {citation.archived}" if citation.archived else None,
    ]
    told = ", ".join(str(part) for part in work if part)
    return f"{citation.attribution}, in: {told}" if citation.attribution else told


def markdown(citation: Citation) -> str:
    """Return a citation as Markdown, with links on the title (or the publisher, if there is no title) and for the archived copy."""
    source = citation.source
    work = [_link(source["title"] or source["publisher"], citation.address)]
    if source["title"]:
        work.append(_escaped(source["publisher"]))
    if source["published"]:
        work.append(written_out(source["published"]))
    if citation.archived:
        work.append(_link("archived", citation.archived))
    told = ", ".join(work)
    return f"{_escaped(citation.attribution)}, in: {told}" if citation.attribution else told


def pandoc(citation: Citation) -> str:
    """Return a citation for Pandoc's `--citeproc`, with the same key as the entry from `bibliography`."""
    slug = citation.source["slug"]
    key = slug if _PLAIN_KEY.fullmatch(slug) else f"{{{slug}}}"
    words, chain = _parts(citation)
    linked = _inside(words)
    if citation.address:
        linked = f"[{linked}]({_target(citation.address)})" if words else f"<{citation.address}>"
    note = _joined(linked, _inside(chain))
    # Without the braces, Pandoc would read a number in the note as a page number.
    return f"[@{key}{{}}, {note}]" if note else f"[@{key}]"


def latex(citation: Citation) -> str:
    """Return a citation for biblatex and hyperref, with the same key as the entry from `bibliography`."""
    words, chain = _parts(citation)
    linked = in_latex(words)
    if citation.address:
        # In an argument, TeX would read these two characters as a parameter and a comment.
        address = re.sub("([#%])", r"\\\1", citation.address)
        linked = f"\\href{{{address}}}{{{linked}}}" if words else f"\\url{{{address}}}"
    note = _joined(linked, in_latex(chain))
    return f"\\autocite{f'[{{{note}}}]' if note else ''}{{{citation.source['slug']}}}"


def _parts(citation: Citation) -> tuple[str, str]:
    """Return the part of a note that links to the words, and the text after it: quoted words and their chain, or the chain."""
    if citation.words:
        return f"“{citation.words}”", citation.chain
    return citation.chain, ""


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _link(text: str, address: str | None) -> str:
    return f"[{_escaped(text)}]({_target(address)})" if address else _escaped(text)


def _target(address: str) -> str:
    return re.sub(r"[()\[\]*_]", lambda char: f"%{ord(char[0]):02X}", address)


def _escaped(text: str) -> str:
    """Return a text without any effect in Markdown."""
    return re.sub(r"([\\`*_\[\]<>|~#&])", r"\\\1", fold_space(text))


def _inside(text: str) -> str:
    """Return a text without any effect in a Pandoc citation, in which Pandoc does not change dashes or quotation marks, either."""
    return re.sub(r"""([\\`*_\[\]<>|~#&@;$^{}"']|-(?=-)|[.](?=[.]))""", r"\\\1", fold_space(text))
