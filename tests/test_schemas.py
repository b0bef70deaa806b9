"""Input and output fit their JSON Schemas."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from support.lake import LAKE, archive, lake, run_cli

import tajikcli
from tajikcli.commands import COMMANDS
from tajikcli.model.rows import KEYS
from tajikcli.render.views import VIEWS, View
from tajikcli.schemas import knowledge_schema, output_schema

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))
from rows import module  # noqa: E402 - `make rows` runs it, and it is not in a package


def test_the_rows_are_up_to_date_with_the_answers() -> None:
    """`make rows` was run after the last change to `model/answers.py`."""
    written = Path(tajikcli.__file__).parent / "model/rows.py"
    assert written.read_text(encoding="utf-8") == module()


def test_every_command_that_answers_has_a_view() -> None:
    """Exceptions are commands that print citations, help, schemas, shell scripts or nothing."""
    assert set(COMMANDS) - set(VIEWS) == {
        "cite",
        "completion",
        "export",
        "extract",
        "help",
        "mcp",
        "open",
        "schema",
    }
    assert set(VIEWS) <= set(COMMANDS)


@pytest.mark.parametrize("command", VIEWS)
def test_the_keys_of_each_view_are_those_of_the_schema(command: str) -> None:
    """`--fields` accepts the keys of the JSON, in the same order."""
    definitions = output_schema()["$defs"]
    named = definitions[command].get("items", definitions[command])["$ref"].rpartition("/")[2]
    assert (
        list(VIEWS[command].keys) == list(definitions[named]["properties"]) == definitions[named]["required"]
    )


@pytest.mark.parametrize("command", [name for name, view in VIEWS.items() if isinstance(view, View)])
def test_each_command_answers_with_its_own_view(command: str, tmp_path: Path) -> None:
    """Its error lists the keys of its view, and plain text shows existing keys."""
    words = {"show": "orlova-pleased", "search": "trade", "check": "--text some_words_that_nobody_said"}
    asked = [command, *words.get(command, "").split(), "--fields", "nonsense"]
    failed = run_cli("--file", lake(tmp_path), *asked)
    view = VIEWS[command]
    assert f"one of {', '.join(view.keys)}" in " ".join(failed.err.split())
    assert isinstance(view, View)
    assert set(view.columns) <= set(view.keys) == set(KEYS[view.answer])


def test_the_schema_file_is_up_to_date_with_the_model() -> None:
    """`make schema` was run after the last change to the model."""
    assert json.loads((ROOT / "facts.schema.json").read_text(encoding="utf-8")) == knowledge_schema()


@pytest.mark.parametrize("text", [(ROOT / "facts.yaml").read_text(encoding="utf-8"), LAKE])
def test_a_valid_file_fits_the_schema_however_an_editor_types_its_scalars(text: str) -> None:
    """An editor reads an unquoted 2024 as a number and tajik as a text; both are valid."""
    validator = jsonschema.Draft202012Validator(knowledge_schema())
    for loader in (yaml.BaseLoader, _Numbers):
        validator.validate(yaml.load(text, Loader=loader))  # noqa: S506 - both create only plain values


class _Numbers(yaml.SafeLoader):
    """Reads scalars like the core schema of YAML 1.2: with numbers, but without dates."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML requires it
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def test_an_invalid_file_does_not_fit_the_schema() -> None:
    """The schema rejects invalid files."""
    validator = jsonschema.Draft202012Validator(knowledge_schema())
    sound: dict[str, Any] = yaml.load(LAKE, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    for wrong in ({"kind": "joke"}, {"spaker": "orlova"}, {"id": "Not a slug"}, {"topics": "trade"}):
        broken = {**sound, "statements": [{**sound["statements"][0], **wrong}]}
        assert not validator.is_valid(broken), wrong


@pytest.mark.parametrize(
    "words",
    [
        "facts",
        "quotes",
        "statements",
        "figures",
        "meetings",
        "topics",
        "speakers",
        "sources",
        "lint",
        "show orlova-pleased berg-schools",
    ],
)
def test_the_output_of_each_command_fits_the_output_schema(words: str, tmp_path: Path) -> None:
    """The output has every documented key and no others."""
    name = words.split(maxsplit=1)[0]
    schema = {**output_schema(), "$ref": f"#/$defs/{name}"}
    answer = run_cli("--file", archive(tmp_path), *words.split(), "--json").json
    assert answer
    jsonschema.Draft202012Validator(schema).validate(answer)
    for row in answer:
        jsonschema.Draft202012Validator(schema).validate([row])
        missing = dict(row)
        missing.popitem()
        assert not jsonschema.Draft202012Validator(schema).is_valid([missing])


def test_an_error_fits_the_output_schema(tmp_path: Path) -> None:
    """The code and the message of an error always have the same keys."""
    schema = {**output_schema(), "$ref": "#/$defs/error"}
    del schema["anyOf"]
    failed = run_cli("--file", archive(tmp_path), "facts", "trde", "--json")
    jsonschema.Draft202012Validator(schema).validate(json.loads(failed.err))


def test_the_schema_command_prints_them() -> None:
    """`tajik schema` prints the schemas that this file tests, and the contract has a version."""
    assert run_cli("schema", "facts").json == knowledge_schema()
    assert run_cli("schema", "output").json == output_schema()
    assert output_schema()["version"] == 2
