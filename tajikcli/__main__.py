"""Where a process of tajik begins: `tajik`, and `python -m tajikcli`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line; an interrupt while it is still being loaded ends as quietly as a later one."""
    if sys.getfilesystemencoding() == "ascii" and sys.executable and "utf8" not in sys._xoptions:  # noqa: SLF001 - Python documents it
        # In the locale C with PYTHONUTF8=0, arguments are not decoded: `Путин` would be no word, and no file name either.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - ourselves, no shell
    try:
        from tajikcli.cli import main as run  # noqa: PLC0415 - what takes time to load is loaded where it can be stopped
    except KeyboardInterrupt:
        sys.stderr.write("tajik: interrupted\n")
        sys.exit(130)
    except MemoryError:
        sys.stderr.write("tajik: there is not enough memory to start\n")
        sys.exit(3)
    run()


if __name__ == "__main__":
    main()
