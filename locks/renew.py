"""Renew the locks in this folder from the ranges in pyproject.toml, with the newest releases; `make lock` runs it.

`run.txt` has the dependencies of tajik, `build.txt` those of the build, and `dev.txt` everything in a development environment: both,
the extra `mcp`, and the dependencies of the tests. `recipes.txt` has what the recipes of the documentation need besides; only the tests
of these use it. `oldest.txt` is like `dev.txt`, but has the lowest versions that the ranges allow for tajik and the build. Plain pip
installs them; each has the hashes of all files of its releases, for every system.

uv resolves them, because pip can resolve only for its own system. The locks are written only if every system
of `SYSTEMS` can install them with every Python of the classifiers, without compiling anything. `oldest.txt`
is for the first of both, because old releases have no wheels for later systems.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

LOCKS = Path(__file__).parent
PROJECT = LOCKS.parent / "pyproject.toml"
SYSTEMS = (
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_28",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
# hatchling needs it only to build an editable package, so pyproject.toml does not name it.
EDITABLE = "editables~=0.3"


def renew(folder: Path) -> None:
    """Write all locks.

    Args:
        folder: an empty folder for temporary files.

    Raises:
        subprocess.CalledProcessError: pip or uv failed and reported why; the locks are unchanged.
    """
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    pythons = sorted(
        re.findall(r"Python :: (3\.\d+)'", str(project["project"]["classifiers"])),
        key=lambda version: int(version.removeprefix("3.")),
    )
    runs, builds = project["project"]["dependencies"], project["build-system"]["requires"]
    runs += project["project"]["optional-dependencies"]["mcp"]

    venv.create(folder / "venv", with_pip=True)
    python = next(path for path in (folder / "venv").glob("*/python*") if path.stem == "python")
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"]
    subprocess.run(pip, check=True)
    uv: list[str | Path] = [python, "-m", "uv", "pip", "compile", "--quiet", "--python", python, "--no-build"]
    lock: list[str | Path] = [
        *uv,
        "--universal",
        "--python-version",
        pythons[0],
        "--generate-hashes",
        "--no-annotate",
    ]
    lock += ["--custom-compile-command", "make lock"]

    extras = ("--extra", "dev", "--extra", "scale")
    build, lowest = folder / "build.in", folder / "lowest.in"
    build.write_text("\n".join([*builds, EDITABLE]), encoding="utf-8")
    lowest.write_text("\n".join(one.replace(">=", "==") for one in runs + builds), encoding="utf-8")
    names = ("dev.txt", "run.txt", "build.txt", "recipes.txt", "oldest.txt")
    dev, run, built, recipes, oldest = (folder / name for name in names)
    subprocess.run([*lock, PROJECT, build, *extras, "--output-file", dev], check=True)
    subprocess.run([*lock, PROJECT, "--constraint", dev, "--output-file", run], check=True)
    subprocess.run([*lock, build, "--constraint", dev, "--output-file", built], check=True)
    needed = folder / "recipes.in"
    needed.write_text("\n".join(project["project"]["optional-dependencies"]["recipes"]), encoding="utf-8")
    subprocess.run([*lock, needed, "--constraint", dev, "--output-file", recipes], check=True)
    subprocess.run([*lock, PROJECT, build, lowest, *extras, "--output-file", oldest], check=True)

    tried = [(file, version, system) for file in (dev, recipes) for version in pythons for system in SYSTEMS]
    for requirements, version, system in [*tried, (oldest, pythons[0], SYSTEMS[0])]:
        wanted = ["--python-version", version, "--python-platform", system]
        subprocess.run([*uv, *wanted, requirements], check=True, stdout=subprocess.DEVNULL)
    for name in names:
        os.replace(folder / name, LOCKS / name)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=LOCKS, prefix=".") as place:
        try:
            renew(Path(place))
        except subprocess.CalledProcessError as error:
            sys.exit(f"the locks are as they were: {' '.join(map(str, error.cmd))}")
