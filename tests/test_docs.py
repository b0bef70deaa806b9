"""The guide to the knowledge file is held to the model."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import msgspec

from tajikcli.commands import COMMANDS
from tajikcli.model import knowledge
from tajikcli.model.relations import Relation
from tajikcli.reader import events
from tajikcli.reader.files import examine

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "knowledge-file.md").read_text(encoding="utf-8")


def test_the_manual_page_is_the_one_that_the_help_gives() -> None:
    """`make man` was run after the last change of the help."""
    made = subprocess.run([sys.executable, ROOT / "docs" / "manpage.py"], capture_output=True, check=True)
    assert (ROOT / "docs" / "tajik.1").read_bytes() == made.stdout


def test_the_manual_page_has_every_command_option_exit_code_and_variable() -> None:
    """And what it needs escaped is."""
    page = (ROOT / "docs" / "tajik.1").read_text(encoding="utf-8").replace("\\-", "-")
    for name in COMMANDS:
        assert f".SS tajik {name}" in page
    for wanted in ("--speaker NAME", "--no-pager", "TAJIK_FACTS", ".SH EXIT STATUS"):
        assert wanted in page
    assert not [line for line in page.splitlines() if line.startswith("'")]


def test_the_guides_example_is_sound() -> None:
    """Whoever starts from it starts from a file without a fault."""
    example = re.search(r"```yaml example\n(.*?)```", GUIDE, re.DOTALL)
    assert example is not None
    assert examine(example[1].encode(), "example.yaml").problems == []


def test_the_guide_has_every_key_of_the_model_and_no_other() -> None:
    """A writer finds each key, and whether it has to be there."""
    structs = [
        kind
        for kind in vars(knowledge).values()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and msgspec.structs.fields(kind)
    ]
    fields = [field for kind in structs for field in msgspec.structs.fields(kind)]
    keys = {field.encode_name for field in fields}
    required = {field.encode_name for field in fields if field.required}
    tables = "\n".join(line for line in GUIDE.splitlines() if line.startswith("|"))
    first_cells = " ".join(
        cell for row in tables.splitlines() for cell in row.split("|")[1:3] if "holds" not in cell
    )
    assert keys - set(re.findall(r"`([a-z]+)`", tables)) == set()
    assert set(re.findall(r"`([a-z]+)`\*", first_cells)) <= required


def test_the_guide_says_of_every_link_what_the_model_means_by_it() -> None:
    """And of no other, in one table."""
    table = GUIDE.partition("### Links")[2].partition("###")[0]
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", table, re.MULTILINE))
    del rows["as"]  # the head
    assert set(rows) == set(Relation)
    for relation in Relation:
        assert rows[relation].startswith(relation.meaning), relation


def test_the_guide_states_the_limits_that_hold() -> None:
    """What a stranger's file may cost is no secret."""
    for limit in (
        f"{events.MOST_BYTES // 1024**2} MiB",
        f"{events.MOST_DEPTH} levels",
        f"{events.MOST_KEY} characters in a key",
        f"{events.MOST_SCALAR:,} in a value",
    ):
        assert limit in " ".join(GUIDE.split()), limit
