"""The wording of figures in all languages. To add a language, add it here."""

from __future__ import annotations

from functools import lru_cache

from tajikcli.language.all_languages import joined
from tajikcli.language.english_wordings import ENGLISH
from tajikcli.language.german_wordings import GERMAN
from tajikcli.language.russian_wordings import RUSSIAN
from tajikcli.language.tajik_wordings import TAJIK
from tajikcli.language.wordings import Wordings

WORDINGS = (ENGLISH, RUSSIAN, TAJIK, GERMAN)  # in the order of `all_languages.LANGUAGES`


@lru_cache
def wordings() -> Wordings:
    """Return the wording of figures in all languages, combined."""
    return Wordings(
        **{part: joined([getattr(one, part) for one in WORDINGS]) for part in Wordings.__annotations__}
    )
