"""Tables for tests: each row of a file in tests/data is a case."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from pytest import MarkDecorator  # noqa: PT013 - only for a type

DATA = Path(__file__).parents[1] / "data"


@cache
def read(name: str) -> Any:
    """Return the content of a file in tests/data, which is read once; libyaml reads it ten times as fast as Python."""
    return yaml.load((DATA / name).read_bytes(), Loader=yaml.CSafeLoader)


def table(name: str, *columns: str) -> MarkDecorator:
    """Run a test for each row of a table.

    Args:
        name: the name of a file in tests/data, which has a list of mappings.
        columns: the keys of its rows, which are the parameters of the test; a missing key gives None.

    Returns:
        The mark; a row's id is its `promise`, or else the value of its first column.

    Raises:
        ValueError: a row has an unexpected key.
    """
    cases = []
    for row in read(name):
        if unknown := row.keys() - {*columns, "promise"}:
            raise ValueError(f"{name}: a row has unknown keys: {', '.join(sorted(unknown))}")
        promise = row.get("promise", row[columns[0]])
        cases.append(pytest.param(*(row.get(column) for column in columns), id=str(promise)))
    return pytest.mark.parametrize(columns, cases)
