"""The templates of reports; Jinja escapes all values."""

from __future__ import annotations

import os
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tajikcli.version import __version__

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = os.path.dirname(os.path.abspath(__file__))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template(name: str) -> Template:
    """Return a template by the name of its file."""
    return _environment().get_template(name)


def head(title: str, summary: str, note: str = "") -> str:
    """Return the start of a page up to its header, without scripts and requests, and with only its own styles.

    Args:
        title: the title of the page.
        summary: a sentence below the title.
        note: a warning for readers of the page.
    """
    with open(os.path.join(_FOLDER, "report.css"), encoding="utf-8") as file:
        style = file.read()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    values: dict[str, Any] = {"title": title, "summary": summary, "note": note, "digest": digest}
    return template("head.html").render(style=Markup(style), **values)  # noqa: S704 - our own file


def foot() -> str:
    """Return the end of a page."""
    return template("foot.html").render(version=__version__)
