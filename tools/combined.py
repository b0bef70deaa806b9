"""Write tajikcli/language/combined.py, the parts of all languages that search needs. Run `make vocabulary`."""

from __future__ import annotations

import sys

from tajikcli.language.all_languages import LANGUAGES, joined

# The parts that a search for words needs, and those by which a text is folded.
PARTS = (
    *("apart", "articles", "falling", "families", "folding", "guests", "hosts", "light_words", "months"),
    *(
        "months_of",
        "participle_endings",
        "particles",
        "placed_in",
        "politenesses",
        "questions",
        "relative_years",
        "rising",
    ),
    *("scales", "set_phrases", "signs", "stop_words", "taking_place", "verb_prefixes", "verb_suffixes"),
    "weekdays",
)
HEAD = '''\
"""The parts of all languages that search needs, combined, because importing every language takes longer than the search.

`make vocabulary` writes this file from the files of the languages.
"""

from __future__ import annotations

from typing import Any

'''


def compiled() -> str:
    """Return the content of the module."""
    lines = [f"    {part!r}: {_written(part)}," for part in PARTS]
    return "\n".join([f"{HEAD}COMBINED: dict[str, Any] = {{", *lines, "}", ""])


def _written(part: str) -> str:
    value = joined([getattr(one, part) for one in LANGUAGES])
    return repr(" ".join(value.split()) if isinstance(value, str) else value)


if __name__ == "__main__":
    sys.stdout.write(compiled())
