"""Write `tajikcli/model/rows.py`: the answers of `model/answers.py` as plain values, for type checkers, and their keys."""

from __future__ import annotations

import ast
import inspect
import keyword
import re
import sys
from typing import TYPE_CHECKING

import msgspec

from tajikcli.model import answers

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = '''\
"""The answers as rows: the plain values of JSON, which pages and plain text read.

`make rows` writes this file from `model/answers.py`. The types are only for type checkers, and are not imported at run time; `KEYS`
has the keys of each type, in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Literal, TypedDict

'''


def structs() -> list[type[msgspec.Struct]]:
    """Return the answers, each after the answers that its type uses."""
    found = [
        value
        for value in vars(answers).values()
        if isinstance(value, type)
        and issubclass(value, msgspec.Struct)
        and value.__module__ == answers.__name__
    ]
    names = [struct.__name__ for struct in found]
    assert len(set(names)) == len(names)
    return found


def imports() -> Iterator[str]:
    """Yield the lines that import types of other modules which the answers use."""
    for node in ast.parse(inspect.getsource(answers)).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tajikcli."):
            yield f"    from {node.module} import {', '.join(alias.name for alias in node.names)}"


def row_type(annotation: str) -> str:
    """Return the JSON type for an annotation: lists for tuples, integers for whole amounts."""
    annotation = re.sub(r"tuple\[(\w+), (?:\.\.\.|\w+)\]", r"list[\1]", annotation).replace("'", '"')
    return re.sub(r"\bDecimal\b", "Decimal | int", annotation)


def row(struct: type[msgspec.Struct]) -> Iterator[str]:
    """Yield the lines of a row's type."""
    encoded = dict(zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True))
    own = {encoded[field]: row_type(text) for field, text in vars(struct).get("__annotations__", {}).items()}
    about = (struct.__doc__ or "").partition("\n")[0]
    base = struct.__bases__[0]
    parent = "TypedDict" if base is msgspec.Struct else base.__name__
    if any(map(keyword.iskeyword, own)):  # a keyword cannot be an attribute
        assert parent == "TypedDict"
        yield f"{struct.__name__} = TypedDict("
        yield f'    "{struct.__name__}",'
        yield "    {"
        yield from (f'        "{key}": {type_},' for key, type_ in own.items())
        yield "    },"
        yield ")"
        return
    name, bases = struct.__name__, parent
    if parent != "TypedDict":
        yield f"class {name}Alone(TypedDict):"
        yield f'    """The keys of `{name}` that `{parent}` does not have."""'
        yield ""
        yield from (f"    {key}: {type_}" for key, type_ in own.items())
        yield ""
        bases, own = f"{parent}, {name}Alone", {}
    yield f"class {name}({bases}):"
    yield f'    """{about}"""'
    yield from ("", *(f"    {key}: {type_}" for key, type_ in own.items())) if own else ()


def module() -> str:
    """Return the text of the module."""
    found = structs()
    lines = [*imports(), *(f"    {line}".rstrip() for struct in found for line in ("", *row(struct)))]
    keys = ["", "", "KEYS = {"]
    for struct in found:
        names = [f'"{key}"' for key in struct.__struct_encode_fields__]
        if len(names) == 1:
            keys += [f'    "{struct.__name__}": ({names[0]},),']
        else:
            keys += [f'    "{struct.__name__}": (', *(f"        {name}," for name in names), "    ),"]
    return HEAD + "\n".join([*lines, *keys, "}", ""])


if __name__ == "__main__":
    sys.stdout.write(module())
