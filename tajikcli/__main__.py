"""The entry point of the process: `tajik` and `python -m tajikcli`.

This module does two things that a library must never do: it turns off the garbage collector, because a
process that answers one question ends before there is anything worth collecting, and it ends the process
without tearing down the interpreter.
"""

from __future__ import annotations

import _thread
import atexit
import gc
import os
import sys

from tajikcli import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; an interrupt during the imports is handled as quietly as a later one."""
    if sys.getfilesystemencoding() == "ascii" and sys.executable and "utf8" not in sys._xoptions:  # noqa: SLF001 - Python documents it
        # In the C locale with PYTHONUTF8=0, Python does not decode arguments, so `Путин` would be neither a
        # word nor a file name.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - it starts tajik itself, without a shell
    collecting = gc.isenabled()
    gc.disable()
    code: int | str | None
    try:
        from tajikcli.cli import main as run

        run()
    except KeyboardInterrupt:
        from contextlib import suppress

        code = 130
        with suppress(OSError, AttributeError):  # stderr may be full or closed
            sys.stderr.write("tajik: interrupted\n")
    except MemoryError:
        sys.stderr.write("tajik: not enough memory to start\n")
        code = 3
    except SystemExit as stop:
        code = stop.code
    if isinstance(code, int) and _nothing_left():
        os._exit(code)
    if collecting:
        gc.enable()
    raise SystemExit(code)


def _nothing_left() -> bool:
    """Return whether the interpreter has nothing left to do but free memory.

    `cli.main` has flushed the streams, closed the index and waited for the pager. There may still be a
    tracer, a profiler, a function registered with `atexit`, another thread, or a user who started Python with
    `-i`.
    """
    return (
        not (sys.flags.inspect or sys.flags.dev_mode)
        and sys.gettrace() is sys.getprofile() is None
        and not _monitored()
        and not atexit._ncallbacks()  # noqa: SLF001 - there is no public function for it
        and not _thread._count()  # noqa: SLF001 - as above; it counts all other threads, whoever started them
    )


def _monitored() -> bool:
    monitoring = getattr(sys, "monitoring", None)  # since Python 3.12
    return monitoring is not None and any(monitoring.get_tool(number) for number in range(6))


if __name__ == "__main__":
    main()
