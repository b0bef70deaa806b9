"""A clone installs the tested versions: the locks are complete, and agree with each other and with pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PYTHONS = re.findall(r"Python :: (3\.\d+)'", str(PROJECT["project"]["classifiers"]))
RUNS = PROJECT["project"]["dependencies"]
BUILDS = PROJECT["build-system"]["requires"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
NEEDS = EXTRAS["dev"] + EXTRAS["mcp"] + EXTRAS["scale"]
LOCKS = {
    "run": RUNS,
    "build": BUILDS,
    "dev": RUNS + BUILDS + NEEDS,
    "recipes": EXTRAS["recipes"],
    "oldest": RUNS + BUILDS + NEEDS,
}


def locked(name: str) -> dict[str, str]:
    """Return the version of each package in a lock, whose lines must all be pins or hashes."""
    text = (ROOT / "locks" / f"{name}.txt").read_text(encoding="utf-8")
    text = re.sub("^#.*\n", "", text, flags=re.MULTILINE).replace(" \\\n", "")
    versions: dict[str, str] = {}
    markers: dict[str, list[str]] = {}
    for line in text.splitlines():
        pin = re.fullmatch(r"([a-z0-9-]+)==([\w.]+)( ; [^-]+?)?((?: +--hash=sha256:[0-9a-f]{64})+)", line)
        assert pin is not None, line
        markers.setdefault(pin[1], []).append((pin[3] or "").removeprefix(" ; "))
        versions[pin[1]] = pin[2]
    for package, several in markers.items():
        for python in PYTHONS if len(several) > 1 else ():
            there = [Marker(one).evaluate({"python_full_version": f"{python}.0"}) for one in several]
            assert there.count(True) == 1, f"pip would take either, or none, of {package}"
    return versions


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_all_that_is_asked_for_within_its_range(name: str) -> None:
    """`make lock` was run after the last change to a range, and no lock names an index or a path."""
    versions = locked(name)
    for requirement in map(Requirement, LOCKS[name]):
        version = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_one_environment_can_hold_every_lock() -> None:
    """`make run`, `make test`, `make recipes` and CI install several locks, and no package is installed twice."""
    assert locked("run").items() | locked("build").items() <= locked("dev").items()
    shared = locked("recipes").keys() & locked("dev").keys()
    assert {name: locked("recipes")[name] for name in shared} == {
        name: locked("dev")[name] for name in shared
    }


def test_a_plain_installation_has_none_of_the_extras() -> None:
    """The server for assistants needs many packages that no other command needs."""
    assert not {"mcp", "pydantic", "starlette", "uvicorn", "datasette", "pandas"} & locked("run").keys()


def test_the_oldest_versions_are_the_lowest_that_the_ranges_allow() -> None:
    """The lowest allowed versions are tested; after a change to a bound, the lock is renewed."""
    versions = locked("oldest")
    for requirement in map(Requirement, RUNS + BUILDS + EXTRAS["mcp"]):
        (bound,) = requirement.specifier
        lowest = Requirement(f"x=={bound.version}").specifier
        assert bound.operator == ">="
        assert lowest.contains(versions[canonicalize_name(requirement.name)]), requirement
