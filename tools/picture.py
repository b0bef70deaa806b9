"""Draw the picture of the README: the page that `tajik check` prints for the draft that the README shows.

The page is real and in colour, and Rich exports it as SVG. The template uses only system fonts, because
Rich's own template loads a font from the web, which a picture in a README cannot do.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text
from screens import WIDTH

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = "tajik check draft.md"
_TEMPLATE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<style>
.{unique_id}-matrix {{
  font: {char_height}px/{line_height}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
.{unique_id}-title {{ font: bold 18px sans-serif }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def picture(draft: str, folder: Path) -> str:
    """Return the picture of a check as SVG.

    Args:
        draft: the text to check.
        folder: an empty folder to check it in.
    """
    (folder / "draft.md").write_text(draft, encoding="utf-8")
    settings = {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    inherited = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TAJIK_FACTS"}}
    printed = subprocess.run(
        [sys.executable, "-m", "tajikcli", *COMMAND.split()[1:], "--format", "table"],
        capture_output=True,
        check=False,  # the draft has faults, so the exit code is 1
        cwd=folder,
        encoding="utf-8",
        env={**inherited, **settings},
    )
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text(f"$ {COMMAND}", style="bold"))
    console.print(Text.from_ansi((printed.stdout + printed.stderr).rstrip("\n")))
    svg = console.export_svg(title="tajik", code_format=_TEMPLATE, unique_id="tajik")
    return "".join(f"{line.strip()}\n" for line in svg.splitlines() if line.strip())
