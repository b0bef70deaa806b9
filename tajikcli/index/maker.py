"""The code on which the contents of an index depend; if it changes, the index is rebuilt."""

from __future__ import annotations

import os
import sys

# The modules that run when an index is built, as paths in the package. A test compares the list with the imports.
MODULES = (
    *(
        "dates",
        "errors",
        "figures",
        "ids",
        "paths",
        "parts",
        "problems",
        "meanings",
        "runs",
        "text",
        "words",
        "written_dates",
    ),
    *(
        "language/all_languages",
        "language/base",
        "language/combined",
        "language/english",
        "language/folding",
        "language/forms",
        "language/german",
        "language/months_and_units",
    ),
    *("language/russian", "language/stemming", "language/tajik", "language/terms"),
    *("index/build", "index/compile", "index/entities", "index/schema", "index/searched"),
    *("model/answers", "model/knowledge", "model/relations", "model/rows", "model/verdicts"),
    *(
        "reader/archive",
        "reader/asks",
        "reader/claims",
        "reader/doubts",
        "reader/events",
        "reader/faults",
        "reader/files",
        "reader/idle_keywords",
        "reader/inherited",
        "reader/lookalikes",
        "reader/parsed",
        "reader/respelling",
        "reader/rules",
        "reader/shape",
    ),
)
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def made_by() -> str:
    """Return a text that changes with the code that builds an index.

    It uses `stat`, which adds less than one percent to a start. For our own modules, it contains their size
    and modification time; for libraries (above all the stemmers), the time of the last installation into
    their folder.
    """
    modules = [_changed(f"{_PACKAGE}/{name}.py") for name in MODULES]
    libraries = [_changed(folder) for folder in sys.path if folder.endswith("-packages")]
    return f"{sys.hexversion:x} {' '.join(modules)} {' '.join(libraries)}"


def _changed(path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:  # in a ZIP archive, or without source files, only the version of tajik is available
        return "-"
    return f"{status.st_size}:{status.st_mtime_ns}"
