"""From plain values to the model's structs, all that is wrong told at once.

`msgspec.convert` types a sound file in one call and stops at the first thing wrong; then the values
are gone through again field by field, and whatever can be kept is, so that the rules still see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

from tajikcli.dates import respell
from tajikcli.model.knowledge import KnowledgeFile
from tajikcli.reader.faults import Fault, Path
from tajikcli.text import nearest, printable

if TYPE_CHECKING:
    from tajikcli.reader.events import Value

_NOUNS = {
    "KnowledgeFile": "a knowledge file",
    "StatementEntry": "a statement",
    "FigureEntry": "a figure",
    "EvidenceEntry": "a piece of evidence",
    "LinkEntry": "a link",
}


def typed(value: Value) -> tuple[KnowledgeFile | None, list[Fault]]:
    """Return the file's content as structs, and what is wrong with its shape.

    Where something is wrong, the structs hold what was right: a field that was wrong is None or
    left out, an item that was wrong is None, so that list indexes stay those of the file.
    """
    try:
        return msgspec.convert(value, KnowledgeFile, strict=False), []
    except msgspec.ValidationError:
        salvage = _Salvage()
        return salvage.struct(value, inspect.type_info(KnowledgeFile), ()), salvage.faults


class _Salvage:
    """One walk over values that don't fit the model, collecting faults and keeping what fits."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def struct(self, value: Value, expected: inspect.Type, path: Path) -> Any:
        assert isinstance(expected, inspect.StructType)
        noun = _noun(expected)
        if not isinstance(value, dict):
            keys = ", ".join(field.encode_name for field in expected.fields if field.required)
            self._wrong(path, f"{noun} is {_shape(value)}; expected a mapping with the keys {keys}")
            return None
        by_key = {field.encode_name: field for field in expected.fields}
        for key in value:
            if key not in by_key:
                self._unknown_key(key, noun, list(by_key), value, path)
        kept: dict[str, Any] = {}
        for key, field in by_key.items():
            if key in value:
                kept[field.name] = self.any(value[key], field.type, (*path, key))
            elif field.required:
                self.faults.append(
                    Fault(path, f"{noun} needs the key '{key}': {_expectation(field.type)}")
                )
                kept[field.name] = None
            if kept.get(field.name) is None and not field.required:
                kept.pop(field.name, None)
        for field in expected.fields:  # a list or mapping that was wrong is an empty one to the rules
            if field.required and kept[field.name] is None:
                plain = _unwrap(field.type)
                if isinstance(plain, inspect.ListType):
                    kept[field.name] = []
                elif isinstance(plain, inspect.DictType):
                    kept[field.name] = {}
        return expected.cls(**kept)

    def any(self, value: Value, expected: inspect.Type, path: Path) -> Any:
        plain = _unwrap(expected)
        if isinstance(plain, inspect.StructType):
            return self.struct(value, plain, path)
        if isinstance(plain, inspect.ListType):
            return self._list(value, plain, path)
        if isinstance(plain, inspect.DictType):
            return self._dict(value, plain, path)
        return self._leaf(value, expected, path)

    def _list(self, value: Value, expected: inspect.ListType, path: Path) -> Any:
        if not isinstance(value, list):
            message = f"'{path[-1]}' is {_shape(value)}; expected a list"
            if isinstance(value, str) and value:
                message += f"; did you mean [{value}]?"
            self._wrong(path, message)
            return None
        return [
            self.any(item, expected.item_type, (*path, number)) for number, item in enumerate(value)
        ]

    def _dict(self, value: Value, expected: inspect.DictType, path: Path) -> Any:
        if not isinstance(value, dict):
            self._wrong(
                path,
                f"'{path[-1]}' is {_shape(value)}; expected a mapping from slugs, as in 'slug: {{…}}'",
            )
            return None
        kept = {}
        for key, item in value.items():
            reason = _unfit(key, expected.key_type)
            if reason:
                self.faults.append(Fault((*path, key), f"the key {reason}", at_key=True))
            kept[key] = self.any(item, expected.value_type, (*path, key))
        return kept

    def _leaf(self, value: Value, expected: inspect.Type, path: Path) -> Any:
        name = next((str(part) for part in reversed(path) if isinstance(part, str)), "value")
        if not isinstance(value, str):
            self._wrong(path, f"'{name}' is {_shape(value)}; expected {_expectation(expected)}")
            return None
        if value == "":
            self._wrong(path, f"'{name}' is empty; expected {_expectation(expected)}")
            return None
        reason = _unfit(value, expected)
        if reason:
            self._wrong(path, f"'{name}' {reason}")
            return None
        return value

    def _unknown_key(
        self, key: str, noun: str, known: list[str], value: dict[str, Value], path: Path
    ) -> None:
        close = [name for name in nearest(key, known) if name not in value] or [
            name for name in known if name not in value
        ]
        shown = printable(key)
        if len(close) <= 2:
            message = f"unknown key '{shown}' in {noun}; did you mean '{' or '.join(close)}'?"
        else:
            message = f"unknown key '{shown}' in {noun}; expected one of {', '.join(known)}"
        self.faults.append(Fault((*path, key), message, at_key=True))

    def _wrong(self, path: Path, message: str) -> None:
        self.faults.append(Fault(path, message))


def _unwrap(expected: inspect.Type) -> inspect.Type:
    """Return the type inside a union with None and inside the metadata around it."""
    if isinstance(expected, inspect.Metadata):
        return _unwrap(expected.type)
    if isinstance(expected, inspect.UnionType):
        return _unwrap(next(t for t in expected.types if not isinstance(t, inspect.NoneType)))
    return expected


def _metadata(expected: inspect.Type) -> dict[str, Any]:
    if isinstance(expected, inspect.Metadata):
        return expected.extra_json_schema or {}
    if isinstance(expected, inspect.UnionType):
        return _metadata(next(t for t in expected.types if not isinstance(t, inspect.NoneType)))
    return {}


def _expectation(expected: inspect.Type) -> str:
    """Return in words what a field takes, from the description and examples in the model."""
    plain = _unwrap(expected)
    if isinstance(plain, inspect.LiteralType):
        return "one of " + ", ".join(str(value) for value in plain.values)
    if isinstance(plain, inspect.StructType):
        return f"{_noun(plain)} with {', '.join(f.encode_name for f in plain.fields if f.required)}"
    if isinstance(plain, inspect.ListType):
        return f"a list, each item {_expectation(plain.item_type)}"
    if isinstance(plain, inspect.DictType):
        return f"a mapping from slugs to {_noun(_unwrap(plain.value_type))}"
    metadata = _metadata(expected)
    words: str = metadata.get("description", "a text")
    examples = metadata.get("examples")
    return f"{words} ({', '.join(examples)})" if examples else words


def _unfit(value: str, expected: inspect.Type) -> str | None:
    """Return why a text does not fit a leaf's type, or None where it does."""
    plain = _unwrap(expected)
    shown = printable(value if len(value) <= 60 else value[:57] + "…")
    if isinstance(plain, inspect.LiteralType):
        choices = [str(choice) for choice in plain.values]
        if value in choices:
            return None
        close = nearest(value, choices, limit=1)
        hint = f"; did you mean '{close[0]}'?" if close else ""
        return f"is '{shown}'; expected {_expectation(expected)}{hint}"
    assert isinstance(plain, inspect.StrType)
    if plain.max_length is not None and len(value) > plain.max_length:
        return f"has {len(value):,} characters; at most {plain.max_length:,} are allowed"
    try:
        msgspec.convert(value, _annotated(plain))
    except msgspec.ValidationError:
        close_to = _respelled(value, plain)
        hint = f"; did you mean '{close_to}'?" if close_to else ""
        return f"is '{shown}'; expected {_expectation(expected)}{hint}"
    return None


def _annotated(plain: inspect.StrType) -> Any:
    from typing import Annotated  # noqa: PLC0415 - only on the way to an error

    return Annotated[str, msgspec.Meta(pattern=plain.pattern)] if plain.pattern else str


def _respelled(value: str, plain: inspect.StrType) -> str | None:
    """Return the nearest text of the expected pattern that `value` was probably meant to be."""
    from re import search  # noqa: PLC0415 - only on the way to an error

    candidates = (
        respell(value),
        value.replace("\u2013", "/").replace(" ", ""),
        value.replace(" ", "").rstrip("%"),
        value.replace(" ", "").replace(",", ".") if value.count(",") == 1 and len(value.rpartition(",")[2]) != 3 else None,
        value.replace(",", "").replace(" ", ""),
        value.casefold().replace(" ", "-").replace("_", "-").strip("-"),
        value.casefold(),
        f"https://{value}" if "." in value and "://" not in value else None,
    )
    return next(
        (c for c in candidates if c and plain.pattern and c != value and search(plain.pattern, c)), None
    )


def _noun(expected: inspect.Type) -> str:
    assert isinstance(expected, inspect.StructType)
    name = expected.cls.__name__
    return _NOUNS.get(name, f"a {name.lower()}")


def _shape(value: Value) -> str:
    if isinstance(value, str):
        return "a text" if value else "empty"
    return "a list" if isinstance(value, list) else "a mapping"
