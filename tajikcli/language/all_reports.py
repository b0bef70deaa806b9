"""The wording of reports in all languages; add a new language here."""

from __future__ import annotations

from functools import lru_cache

from tajikcli.language.all_languages import joined
from tajikcli.language.english_reports import ENGLISH
from tajikcli.language.german_reports import GERMAN
from tajikcli.language.reports import Reports
from tajikcli.language.russian_reports import RUSSIAN
from tajikcli.language.tajik_reports import TAJIK

REPORTS = (ENGLISH, RUSSIAN, TAJIK, GERMAN)  # in the order of `all_languages.LANGUAGES`


@lru_cache
def reports() -> Reports:
    """Return the wording of reports in all languages, combined."""
    return Reports(
        **{part: joined([getattr(one, part) for one in REPORTS]) for part in Reports.__annotations__}
    )
