"""tajik answers questions about a diplomatic meeting from a record of statements.

`from tajikcli import open_record` gives scripts the same answers as the command line. Every error is a `tajikcli.TajikError`.
Names are resolved on first use, so `import tajikcli` costs nothing.
"""

from __future__ import annotations

from tajikcli.version import __version__ as __version__

TYPE_CHECKING = False  # not imported from `typing`, which would slow every start
if TYPE_CHECKING:
    from tajikcli.errors import (
        AmbiguousValueError,
        DamagedIndexError,
        InputError,
        OutputError,
        TajikError,
        UnknownValueError,
        UnsoundRecordError,
        UseError,
    )
    from tajikcli.repository.record import Record, open_record

__all__ = [
    "AmbiguousValueError",
    "DamagedIndexError",
    "InputError",
    "OutputError",
    "Record",
    "TajikError",
    "UnknownValueError",
    "UnsoundRecordError",
    "UseError",
    "open_record",
]


def __getattr__(name: str) -> object:
    if name in __all__:
        from tajikcli import errors

        if name.endswith("Error"):
            return getattr(errors, name)
        from tajikcli.repository import record

        return getattr(record, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
