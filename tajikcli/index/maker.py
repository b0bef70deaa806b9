"""What makes an index besides its files: the code whose output it holds. After a change of that it is built anew."""

from __future__ import annotations

import os
import sys

# The modules that building an index runs, as paths in the package. A test holds the list to what is imported.
MODULES = (
    *("dates", "errors", "figures", "paths", "text", "words", "written_dates"),
    *(
        "language/all_languages",
        "language/base",
        "language/english",
        "language/folding",
        "language/german",
        "language/months_and_units",
    ),
    *("language/russian", "language/stemming", "language/tajik"),
    *("index/build", "index/compile", "index/entities", "index/schema"),
    *("model/answers", "model/knowledge", "model/rows", "model/verdicts"),
    *(
        "reader/archive",
        "reader/claims",
        "reader/events",
        "reader/faults",
        "reader/files",
        "reader/idle_keywords",
        "reader/lookalikes",
        "reader/rules",
        "reader/typing",
    ),
)
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def made_by() -> str:
    """Return a text that is another one after a change of what makes an index.

    `stat` tells, which adds less than a hundredth to a start: of our own modules their size and the time of their last
    change, of libraries (the stemmers above all) when anything was last installed beside them.
    """
    modules = [_changed(f"{_PACKAGE}/{name}.py") for name in MODULES]
    libraries = [_changed(folder) for folder in sys.path if folder.endswith("-packages")]
    return f"{sys.hexversion:x} {' '.join(modules)} {' '.join(libraries)}"


def _changed(path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:  # in an archive, or installed without sources: the version of tajik has to do
        return "-"
    return f"{status.st_size}:{status.st_mtime_ns}"
