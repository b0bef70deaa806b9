"""Install the working tree, or a commit, in a new environment, as a user would."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


class Installed:
    """An installed tajik.

    Args:
        folder: the folder of its environment.
        name: its name in a table.

    Attributes:
        name: as given.
        python: the Python of the environment.
        tajik: the command.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.python = str(folder / "bin" / "python")
        self.tajik = str(folder / "bin" / "tajik")


def working_tree(folder: Path) -> Installed:
    """Install the working tree in a folder."""
    return _installed(folder / "environment-now", ROOT, "now")


def commit(folder: Path, name: str) -> Installed:
    """Install a commit in a folder.

    Args:
        folder: the folder.
        name: any name for a commit that git accepts.

    Raises:
        SystemExit: there is no such commit.
    """
    named = _git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if named.returncode:
        raise SystemExit(f"there is no commit '{name}'")
    digest = named.stdout.decode().strip()
    with tempfile.TemporaryDirectory() as sources:
        archived = subprocess.run(["git", "-C", ROOT, "archive", digest], capture_output=True, check=True)
        subprocess.run(["tar", "-x", "-C", sources], input=archived.stdout, check=True)
        return _installed(folder / f"environment-{digest[:12]}", Path(sources), digest[:12])


def revision() -> str:
    """Return the commit of the working tree, and whether the tree has changed since."""
    changed = _git("status", "--porcelain").stdout.strip()
    digest = _git("rev-parse", "--short=12", "HEAD").stdout.decode().strip()
    return f"{digest}{' and uncommitted changes' if changed else ''}"


def _git(*words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "-C", ROOT, *words], capture_output=True, check=False)


def _installed(folder: Path, sources: Path, name: str) -> Installed:
    """Make an environment with the dependencies of this process, so that two environments differ only in tajik."""
    if not (folder / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip: list[str | Path] = [folder / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    frozen = subprocess.run(
        [sys.executable, "-m", "pip", "freeze", "--exclude-editable"], capture_output=True, check=True
    )
    constraints = folder / "constraints.txt"
    constraints.write_bytes(frozen.stdout)
    for words in (["--constraint", constraints], ["--no-deps", "--force-reinstall"]):
        made = subprocess.run([*pip, "install", *words, sources], capture_output=True, check=False)
        if made.returncode:
            raise SystemExit(f"{name} cannot be installed:\n{made.stderr.decode()}")
    return Installed(folder, name)
