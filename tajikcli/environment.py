"""The environment variables that change an answer or its display, each with its effect."""

from __future__ import annotations

import os

ENVIRONMENT = {
    "TAJIK_FACTS": f"knowledge files and folders to read, separated by '{os.pathsep}' (--file overrides it)",
    "TAJIK_CACHE_DIR": "folder for cached indexes",
    "PAGER": "program that shows output longer than the screen (default: less)",
    "BROWSER": "web browser that tajik open starts (default: the system's)",
    "NO_COLOR": "disables colours",
    "FORCE_COLOR": "if not empty, pages (--format table) have colours even if the output is not a terminal",
    "TTY_COMPATIBLE": "1 enables colours on pages, 0 disables them, whatever FORCE_COLOR says",
    "COLUMNS": "width of the output in characters (default: that of the terminal, or 80; a dumb terminal has 80)",
}
