"""The JSON Schema of the output, as validators that are made once."""

from __future__ import annotations

from functools import cache

import jsonschema

from tajikcli.schemas import output_schema


@cache
def validator_of(name: str) -> jsonschema.Draft202012Validator:
    """Return a validator for one kind of output, such as the answer of a command.

    Args:
        name: its name in the definitions of the schema.
    """
    schema = {**output_schema(), "anyOf": [{"$ref": f"#/$defs/{name}"}]}
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)
