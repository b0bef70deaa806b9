"""The entry point of the process: `tajik` and `python -m tajikcli`.

Only this module does two things that a library must never do. It turns off the garbage collector, because a process that answers
one question ends before it could collect anything. And it ends the process without tearing down the interpreter.
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
    """Run the command line; an interrupt during the imports ends as quietly as a later one."""
    if sys.getfilesystemencoding() == "ascii" and sys.executable and "utf8" not in sys._xoptions:  # noqa: SLF001 - Python documents it
        # In the locale C with PYTHONUTF8=0, arguments are not decoded: `Путин` would be neither a word nor a file name.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - ourselves, no shell
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
    """Return whether the interpreter's end would do nothing but free memory.

    `cli.main` has flushed the streams, closed the index and waited for the pager. Others may still have work to do: a tracer
    or profiler, a function registered with `atexit`, another thread, or a person who used `-i`.
    """
    return (
        not (sys.flags.inspect or sys.flags.dev_mode)
        and sys.gettrace() is sys.getprofile() is None
        and not _monitored()
        and not atexit._ncallbacks()  # noqa: SLF001 - there is no public way to ask
        and not _thread._count()  # noqa: SLF001 - as above: of threads besides this one, whoever has started them
    )


def _monitored() -> bool:
    monitoring = getattr(sys, "monitoring", None)  # since Python 3.12
    return monitoring is not None and any(monitoring.get_tool(number) for number in range(6))


if __name__ == "__main__":
    main()
