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
    from tajikcli.render.views import Report

OUTPUT_VERSION = 2  # incremented with every change of the output contract, to which keys are only added

_INLINED = {"Attribution", "Relation"}  # enums that have no definition of their own in a schema
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def knowledge_schema() -> dict[str, Any]:
    """Return the schema of a knowledge file for editors.

    tajik reads every scalar as a text, but an editor takes an unquoted `2024` for a number. So the schema allows a number wherever
    a text of digits is allowed. A key without a value is left out, never null.

    Returns:
        The schema as JSON-ready values.
    """
    schema = msgspec.json.schema(KnowledgeFile)
    schema["$defs"] = _inlined(schema["$defs"], schema["$defs"])
    return {"$schema": _DRAFT, "title": "A knowledge file of tajik", **_for_editors(schema)}


def output_schema() -> dict[str, Any]:
    """Return the schema of all JSON output.

    Returns:
        A schema whose `$defs` have one entry for each command, under its name (`#/$defs/facts`), and `error` for the object
        on stderr; `version` is the version of the contract.
    """
    named: dict[str, Any] = {command: _answer(view) for command, view in VIEWS.items()}
    named["error"] = answers.Failure
    schemas, definitions = msgspec.json.schema_components(named.values(), ref_template="#/$defs/{name}")
    definitions = _inlined(definitions, definitions) | dict(zip(named, schemas, strict=True))
    return {
        "$schema": _DRAFT,
        "title": "What tajik prints as JSON",
        "version": OUTPUT_VERSION,
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in VIEWS],
        "$defs": {name: _as_printed(schema) for name, schema in definitions.items()},
    }


def _answer(view: View[Any, Any] | Report[Any, Any]) -> Any:
    """Return the type of a command's output: a list of objects, or one object."""
    answer = getattr(answers, view.answer)
    return GenericAlias(list, (answer,)) if isinstance(view, View) else answer


def _inlined(node: Any, definitions: dict[str, Any]) -> Any:
    """Return a schema with the values of enums in place of references, as in the contract."""
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
    if {"type": "null"} in node.get("anyOf", ()):
        return _for_editors(node["anyOf"][0])
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
