"""The metadata of an exported database for Datasette: titles, descriptions of columns, labels, facets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tajikcli.repository.export.tables import TABLES, VIEWS
from tajikcli.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

_ABOUT = "tajik"


def metadata_of(database: str, meetings: Sequence[str]) -> dict[str, Any]:
    """Return the metadata of an exported database, as `datasette --metadata` reads it.

    Args:
        database: its name, which is the file name without its extension.
        meetings: the titles of the meetings whose statements it has.
    """
    tables: dict[str, Any] = {}
    for table in TABLES:
        tables[table.name] = {
            "description": table.holds,
            "columns": {column.name: column.holds for column in table.columns},
            **({"label_column": table.label} if table.label else {}),
            **({"facets": list(table.facets)} if table.facets else {}),
        }
    tables |= {name: {"description": holds} for name, (holds, _) in VIEWS.items()}
    title = meetings[0] if len(meetings) == 1 else f"Statements of {len(meetings):,} meetings"
    return {
        "title": title,
        "about": f"{_ABOUT} {__version__}",
        "databases": {database: {"title": title, "tables": tables}},
    }


def is_our_metadata(path: str) -> bool:
    """Return whether a file has metadata that tajik wrote."""
    try:
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
    except ValueError:
        return False
    return isinstance(content, dict) and str(content.get("about", "")).startswith(f"{_ABOUT} ")
