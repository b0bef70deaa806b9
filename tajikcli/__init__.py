"""tajik answers questions about a diplomatic meeting from a record of statements.

`from tajikcli import open_record` gives a script the answers that the command line gives, and `tajikcli.TajikError` is the base of
what it raises. Names are resolved when they are first used, so that `import tajikcli` costs nothing.
"""

from __future__ import annotations

from tajikcli.version import __version__ as __version__

TYPE_CHECKING = (
    False  # as type checkers know it; `typing` is imported when the command has turned the collector off
)
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
