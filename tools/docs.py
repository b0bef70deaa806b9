"""Update the documentation: the output of examples, the parts from the code, the picture and the manual page.

`make docs` runs it, and a test compares the documentation with it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import picture
import reference
import screens

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "check.svg"
sys.path.insert(0, str(ROOT / "docs"))


def pages() -> list[Path]:
    """Return the pages: the README and every Markdown file of `docs/`."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def written(page: Path, folder: Path) -> str:
    """Return the current text of a page.

    Args:
        page: the page.
        folder: an empty folder to run its examples in.
    """
    return screens.renewed(reference.renewed(page.read_text(encoding="utf-8")), folder)


def drawn(folder: Path) -> str:
    """Return the current picture.

    Args:
        folder: an empty folder to make it in.
    """
    readme = screens.examples((ROOT / "README.md").read_text(encoding="utf-8"))
    draft = next(example.output for example in readme if example.command == "cat draft.md")
    return picture.picture(draft, folder)


def main() -> None:
    """Update all pages."""
    import manpage

    for page in pages():
        with TemporaryDirectory() as folder:
            page.write_text(written(page, Path(folder)), encoding="utf-8")
    with TemporaryDirectory() as folder:
        PICTURE.write_text(drawn(Path(folder)), encoding="utf-8")
    (ROOT / "docs" / "tajik.1").write_text(manpage.page(), encoding="utf-8")


if __name__ == "__main__":
    main()
