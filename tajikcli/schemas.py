"""JSON Schemas (draft 2020-12), generated from the model: one of knowledge files and one of the output.

`make schema` writes the first to `facts.schema.json`, beside the bundled record.
"""

from __future__ import annotations

import re
from types import GenericAlias
from typing import TYPE_CHECKING, Any

import msgspec

from tajikcli.model import answers
from tajikcli.model.knowledge import KnowledgeFile, Slug
from tajikcli.render.views import VIEWS, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tajikcli.render.views import Report

OUTPUT_VERSION = 2  # incremented with every change to the output contract, to which keys are only added

_INLINED = {"Attribution", "Relation"}  # enums that are not defined separately in a schema
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def knowledge_schema() -> dict[str, Any]:
    """Return the schema of a knowledge file for editors.

    tajik reads every scalar as a text, but an editor reads an unquoted `2024` as a number. So the schema
    allows a number wherever a text of digits is allowed. A key without a value is left out, never null.

    Returns:
        The schema as JSON-ready values.
    """
    schema = msgspec.json.schema(KnowledgeFile)
    schema["$defs"] = _inlined(schema["$defs"], schema["$defs"])
    definitions = schema["$defs"]
    statement = definitions["StatementEntry"]
    needed = _required(statement)
    _let_asks_cover(statement, needed)
    sections = definitions["KnowledgeFile"]["properties"]
    # A question of the file may be about a key of each statement. Then the statements need no questions of their own.
    each = {
        f"statements[.][*][.]{key}": {"properties": {"statements": {"items": rule}}}
        for key, rule in zip(needed, statement.pop("allOf"), strict=True)
    }
    inside = {
        f"{pattern}[.]{key}": {"properties": {section: around(needed)}}
        for section, schema_ in sections.items()
        for pattern, name, around in _struct_in(section, schema_)
        for key, needed in _required(definitions[name]).items()
    }
    _let_asks_cover(definitions["KnowledgeFile"], inside | each)
    definitions["AskEntry"]["required"].append("answer")  # an editor underlines open questions
    return {"$schema": _DRAFT, "title": "A knowledge file of tajik", **_for_editors(schema)}


def _required(struct: dict[str, Any]) -> dict[str, Any]:
    """Remove the list of required keys from a struct's schema, and return a schema for each of these keys."""
    return {key: {"required": [key]} for key in struct.pop("required", ())}


def _struct_in(section: str, schema: dict[str, Any]) -> Iterator[tuple[str, str, Callable[[Any], Any]]]:
    """Yield the paths into a section, its struct, and a function that extends the schema of an item to all items."""
    if "$ref" in schema:
        yield section, schema["$ref"].rpartition("/")[2], lambda needed: needed
    elif "additionalProperties" in schema:
        name = schema["additionalProperties"]["$ref"].rpartition("/")[2]
        yield f"{section}[.][a-z0-9-]+", name, lambda needed: {"additionalProperties": needed}


def _let_asks_cover(struct: dict[str, Any], needed: dict[str, Any]) -> None:
    """Require each field, given as a pattern of its path, unless a question in `asks` is about it."""
    struct["allOf"] = [
        {
            "if": {
                "properties": {"asks": {"contains": {"properties": {"field": {"pattern": f"^{path}$"}}}}},
                "required": ["asks"],
            },
            "else": otherwise,
        }
        for path, otherwise in needed.items()
    ]


def output_schema() -> dict[str, Any]:
    """Return the schema of all JSON output.

    Returns:
        A schema whose `$defs` have one entry for each command, under its name (`#/$defs/facts`), `error` and
        `summary` for the
        objects on stderr; `version` is the version of the contract.
    """
    named: dict[str, Any] = {command: _answer(view) for command, view in VIEWS.items()}
    named["error"] = answers.Failure
    named["summary"] = answers.Summary
    schemas, definitions = msgspec.json.schema_components(named.values(), ref_template="#/$defs/{name}")
    definitions = _inlined(definitions, definitions) | dict(zip(named, schemas, strict=True))
    return {
        "$schema": _DRAFT,
        "title": "The JSON output of tajik",
        "version": OUTPUT_VERSION,
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in VIEWS],
        "$defs": {name: _as_printed(schema) for name, schema in definitions.items()},
    }


def _answer(view: View[Any, Any] | Report[Any, Any]) -> Any:
    """Return the type of a command's output: a list of objects, or one object."""
    answer = getattr(answers, view.answer)
    return GenericAlias(list, (answer,)) if isinstance(view, View) else answer


def _inlined(node: Any, definitions: dict[str, Any]) -> Any:
    """Return a schema in which the values of enums replace references, as in the contract."""
    if isinstance(node, list):
        return [_inlined(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    name = str(node.get("$ref", "")).rpartition("/")[2]
    if name in _INLINED:
        return {"enum": definitions[name]["enum"]}
    return {key: _inlined(value, definitions) for key, value in node.items() if key not in _INLINED}


def _for_editors(node: Any) -> Any:
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    choices = [choice for choice in node.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        return _for_editors(choices[0])
    if choices:
        return {"anyOf": _for_editors(choices)}
    kept = {key: _for_editors(value) for key, value in node.items() if key != "default"}
    if kept.get("type") == "string" and re.search(kept.get("pattern", ""), "2024"):
        kept["type"] = ["string", "number"]
    if isinstance(kept.get("additionalProperties"), dict):  # msgspec describes keys from version 0.22 on
        kept["propertyNames"] = _for_editors(msgspec.json.schema(Slug))
    return kept


def _as_printed(node: Any) -> Any:
    if isinstance(node, list):
        return [_as_printed(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("format") == "decimal":
        return {"type": "number"}
    printed = {key: _as_printed(value) for key, value in node.items()}
    if isinstance(printed.get("description"), str):
        printed["description"] = printed["description"].partition("\n\n")[0]
    return printed
