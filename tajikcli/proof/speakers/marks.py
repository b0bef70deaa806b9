"""Words and marks of a sentence: quotations, abbreviations with their full stop, dashes."""

from __future__ import annotations

import re

from tajikcli.language.all_languages import together
from tajikcli.language.forms import any_of

_ALL = together()
QUOTE = "\ufffc"  # replaces a quotation in the text around it
_ABBREVIATIONS = any_of(word for word in _ALL.abbreviations.split() if word[:1].isupper() and "." not in word)
# A word before a space, as most are; a quotation, an abbreviation or an initial with its full stop, a word, dashes, any other mark.
TOKEN = re.compile(
    rf"[^\W_]++(?= )|\ufffc|(?:(?:{_ABBREVIATIONS})\.(?!\s*$)|(?:[^\W\d_]\.){{2,}}|[^\W\d_a-z\u0430-\u044f]\.(?=\s?[^\W\d_]))"
    r"|[^\W_]+(?:-[^\W_]+)?\.(?=[,)])|[^\W_]+(?:['\u2019\u2010\u2011-][^\W_]+)*['\u2019]?|--|[^\s\w]"
)
WORD = re.compile(r"[^\W_]+")  # without the marks
DASHES = frozenset({"\u2014", "\u2013", "\u2015", "\u2012", "\u2212", "--", "-"})


def is_dash(word: str) -> bool:
    """Return whether a word is a dash of any length."""
    return word in DASHES
