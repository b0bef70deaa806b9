"""Different spellings in one language: British and American English."""

from __future__ import annotations

import re

# Endings and letters that are exchanged in both directions: `organise`, `organize`; `centre`, `center`; `programme`, `program`.
_PAIRS = (
    (
        r"is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)",
        r"iz(?=(?:e|ed|es|er|ers|ing|ation|ations)$)",
        "is",
        "iz",
    ),
    (r"ys(?=(?:e|ed|es|er|ers|ing)$)", r"yz(?=(?:e|ed|es|er|ers|ing)$)", "ys", "yz"),
    (r"our(?=\w*$)", r"or(?=\w*$)", "our", "or"),
    (r"re(?=s?$)", r"er(?=s?$)", "re", "er"),
    (r"ence(?=s?$)", r"ense(?=s?$)", "ence", "ense"),
    (r"ll(?=(?:ed|ing|er|ers)$)", r"(?<!l)l(?=(?:ed|ing|er|ers)$)", "ll", "l"),
    (r"ogue(?=s?$)", r"og(?=s?$)", "ogue", "og"),
    (r"mme(?=s?$)", r"(?<!m)m(?=s?$)", "mme", "m"),
    (r"ae", r"(?<!a)e", "ae", "e"),
    (r"lled(?=$)", r"(?<!l)led(?=$)", "lled", "led"),
)
_RULES = [
    (re.compile(one), other)
    for british, american, first, second in _PAIRS
    for one, other in ((british, second), (american, first))
]


def other_spellings(word: str) -> list[str]:
    """Return other spellings of a word by rules, whether or not such words exist.

    Args:
        word: the folded word, in Latin letters.
    """
    return list(
        dict.fromkeys(
            other for rule, letters in _RULES for other in [rule.sub(letters, word, count=1)] if other != word
        )
    )
