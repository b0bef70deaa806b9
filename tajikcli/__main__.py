"""Where a process of tajik begins: `tajik`, and `python -m tajikcli`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; an interrupt while it is still being loaded ends as quietly as a later one."""
    try:
        from tajikcli.cli import main as run  # noqa: PLC0415 - what takes time to load is loaded where it can be stopped
    except KeyboardInterrupt:
        sys.stderr.write("tajik: interrupted\n")
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
