"""Text that LaTeX and BibTeX print letter for letter; pylatexenc escapes their special characters."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.text import fold_space

if TYPE_CHECKING:
    from pylatexenc.latexencode import UnicodeToLatexEncoder

_SPECIAL = "#$%&\\^_{}~"
# A brace that BibTeX does not count as one; LaTeX prints it, Pandoc does not know it.
_UNCOUNTED = {ord("{"): r"\textbraceleft", ord("}"): r"\textbraceright"}


def in_latex(text: str) -> str:
    """Return a text for LaTeX, or for the value of a BibTeX entry.

    Letters outside ASCII are kept in UTF-8, as biber and current engines read it.

    Args:
        text: any text; its white space is folded.
    """
    folded = fold_space(text)
    encoded: str = _encoder(_is_balanced(folded)).unicode_to_latex(folded)
    return encoded


def _is_balanced(text: str) -> bool:
    """Return whether the braces of a text are balanced; BibTeX also counts escaped ones."""
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


@lru_cache
def _encoder(is_balanced: bool) -> UnicodeToLatexEncoder:  # noqa: FBT001 - the key of a cache
    from pylatexenc.latexencode import (
        RULE_DICT,
        RULE_REGEX,
        UnicodeToLatexConversionRule,
        UnicodeToLatexEncoder,
        get_builtin_uni2latex_dict,
    )

    known = get_builtin_uni2latex_dict()
    special = {ord(char): known[ord(char)] for char in _SPECIAL}
    hyphens = [(re.compile("-(?=-)"), "-{}")]  # LaTeX would print two of them as a dash
    return UnicodeToLatexEncoder(
        conversion_rules=[
            UnicodeToLatexConversionRule(RULE_DICT, special if is_balanced else special | _UNCOUNTED),
            UnicodeToLatexConversionRule(RULE_REGEX, hyphens, replacement_latex_protection="none"),
        ],
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )
