"""Names in another script: Latin letters for Cyrillic ones, and one form for all spellings of a name.

`Ушаков` is `Ushakov`, `Uschakow` and `Ushakoff`; `Rakhmon` is `Rahmon`, `Yury` is `Yuri` and `Yuriy`,
`Zhaparov` is `Japarov`.
"""

from __future__ import annotations

import re

# The spelling of Russian and Tajik names in English-language media, with letters folded as in searches.
_LATIN = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуфэы", "abvgdeziklmnoprstufey", strict=True)),
        "ж": "zh",
        "й": "y",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ю": "yu",
        "я": "ya",
        "ъ": "",
        "ь": "",
    }
)
# Cyrillic letters that cannot be told from Latin ones by looking at them.
_TWINS = str.maketrans(dict(zip("асеорхуіјѕ", "aceopxyijs", strict=True)))
# Different spellings of the same sound, replaced one after the other.
_SOUNDS = (
    ("tsch|tch|ch", "3"),
    ("shch|sch|sh", "s"),
    ("dzh|dj|zh", "j"),
    ("kh", "h"),
    ("ts|tz", "4"),
    ("ph", "f"),
    ("ck|q|c", "k"),
    ("x", "ks"),
    ("w|ff$", "v"),
    ("oo|ou", "u"),
    ("ee|y", "i"),
    (r"(.)\1+", r"\1"),
    ("(?<=[aeou])i(?=[aeou])", ""),  # Mirziyoyev, Mirziyoev
)
_UNSTRESSED = str.maketrans("oe", "ai")  # vowels that sound the same without stress
_ENDINGS = ("ov", "ev")  # optional endings of surnames: Rahmonov, Rahmon
_SHORTEST = 4  # the minimum number of letters of a name that may have lost its ending


def in_latin(word: str) -> str:
    """Return a folded word with Latin letters for Cyrillic ones."""
    return word.translate(_LATIN)


def as_it_looks(word: str) -> str:
    """Return a word in lower case with Latin letters for the Cyrillic ones that look like them, if it also has Latin letters: `orlovа`."""
    return word.translate(_TWINS) if any("a" <= char <= "z" for char in word) else word


def sounds(word: str) -> str:
    """Return a form that is equal for all spellings of a name.

    Args:
        word: the folded name, in Latin or Cyrillic letters.
    """
    word = in_latin(word)
    for written, sound in _SOUNDS:
        word = re.sub(written, sound, word)
    return word


def unstressed(word: str) -> str:
    """Return a form that is equal for words that sound the same if no vowel is stressed: `дагавор`, `договор`."""
    return sounds(word).translate(_UNSTRESSED)


def without_ending(sound: str) -> str:
    """Return the sounds of a surname without an optional ending."""
    for ending in _ENDINGS:
        if sound.endswith(ending) and len(sound) >= _SHORTEST + len(ending):
            return sound[: -len(ending)]
    return sound
