"""Turn plain values into the structs of the model, and report all faults at once.

`msgspec.convert` types a valid file while it is read, but stops at the first fault. After a fault, the file is read again, its
values are converted field by field, and valid values are kept, so that the rules can check them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import inspect

from tajikcli.model.knowledge import KnowledgeFile, StatementEntry
from tajikcli.reader.events import MERGE_KEY, REPORTED
from tajikcli.reader.faults import NOTHING, Fault, Guesses, Path
from tajikcli.reader.respelling import as_slug, beside, cyrillic, respellings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.reader.events import Value

_NOUNS = {
    "KnowledgeFile": "a knowledge file",
    "StatementEntry": "a statement",
    "FigureEntry": "a figure",
    "EvidenceEntry": "a piece of evidence",
    "LinkEntry": "a link",
    "AskEntry": "a question",
}
LISTS = (inspect.ListType, inspect.VarTupleType)  # the types of a list of the file
_SHOWN = 60  # the number of characters of an invalid value to show in a message


class Shape(NamedTuple):
    """The values of a file as structs.

    Attributes:
        knowledge: the content as structs. An empty text or a blank struct replaces each invalid value, so
            that list indexes stay
            those of the file.
        faults: the faults of the shape.
        wrong: the paths of invalid values.
        written: the paths of fields with a misspelt key, with the key as written.
    """

    knowledge: KnowledgeFile
    faults: Sequence[Fault] = ()
    wrong: frozenset[Path] = frozenset()
    written: dict[Path, str] = {}  # noqa: RUF012 - never changed

    def is_wrong(self, path: Path) -> bool:
        """Return whether the value at `path` or one around it is invalid and has been reported."""
        return any(path[:length] in self.wrong for length in range(len(path) + 1)) if self.wrong else False

    def as_written(self, path: Path) -> Path:
        """Return a path in the model as a path in the file, with misspelt keys."""
        if not self.written:
            return path
        return tuple(self.written.get(path[: length + 1], part) for length, part in enumerate(path))


class UnfitError(Exception):
    """A file does not have the shape of a knowledge file without questions, and has to be read as plain values."""


def statements(values: list[Value]) -> list[StatementEntry]:
    """Return some statements as structs.

    Raises:
        UnfitError: one of them is invalid or has questions.
    """
    try:
        # Strict, because otherwise msgspec reads the text `null` as None in an optional field.
        entries = msgspec.convert(values, list[StatementEntry])
    except msgspec.ValidationError:
        raise UnfitError from None
    if any("asks" in value for value in values):
        raise UnfitError
    return entries


def whole(value: Value | None) -> Shape:
    """Return the content of a file whose statements are structs.

    Raises:
        UnfitError: the file is invalid or has questions.
    """
    if not isinstance(value, dict) or "asks" in value:
        raise UnfitError
    try:
        return Shape(msgspec.convert(value, KnowledgeFile))
    except msgspec.ValidationError:
        raise UnfitError from None


class _Unknowable(dict[str, Any]):
    """An invalid section, which could contain any name."""

    def __contains__(self, key: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True


def typed(value: Value) -> Shape:
    """Return the content of a file as structs, with the faults of its shape.

    Args:
        value: the value of the file.

    Returns:
        The content and the faults.
    """
    try:
        return Shape(msgspec.convert(value, KnowledgeFile))  # strict, as above
    except msgspec.ValidationError:
        salvage = _Salvage()
        knowledge = salvage.struct(value, model(), ())
        return Shape(knowledge, salvage.faults, frozenset(salvage.wrong), salvage.written)


@cache
def model() -> inspect.Type:
    """Return the type of a whole file, as msgspec describes it."""
    return inspect.type_info(KnowledgeFile)


class _Salvage:
    """A pass over values that do not fit the model, which collects faults and keeps valid values."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.wrong: set[Path] = set()
        self.written: dict[Path, str] = {}
        self._guesses = Guesses()

    def struct(self, value: Value, expected: inspect.Type, path: Path) -> Any:
        assert isinstance(expected, inspect.StructType)
        if not isinstance(value, dict):
            keys = [field.encode_name for field in expected.fields if field.required]
            contained = "only text" if isinstance(value, str) else _shape(value)
            subject = f"{noun(expected)} is {_shape(value)}" if path else f"the file contains {contained}"
            keys = keys or [field.encode_name for field in expected.fields]
            self._wrong(path, f"{subject}; expected a mapping with the keys {', '.join(keys)}", value)
            return _blank(expected)
        try:
            if path:  # the root itself does not fit, which has been reported
                return msgspec.convert(value, expected.cls)
        except msgspec.ValidationError:
            pass
        by_key = {field.encode_name: field for field in expected.fields}
        keys_written = self._keys(value, expected, path)
        kept: dict[str, Any] = {}
        for key, field in by_key.items():
            if key in keys_written:
                written = keys_written[key]
                if written != key:
                    self.written[(*path, key)] = written
                kept[field.name] = self._any(value[written], field.type, (*path, key))
            elif field.required:
                if value.get(MERGE_KEY) is not REPORTED:
                    message = f"{noun(expected)} needs the key '{key}': {_expectation(field.type)}"
                    self.faults.append(Fault(path, message))
                blank = _blank(field.type)
                kept[field.name] = blank[:0] if isinstance(blank, list | tuple) else blank
        return expected.cls(**kept)

    def _keys(self, value: dict[str, Value], expected: inspect.StructType, path: Path) -> dict[str, str]:
        """Return the key in the file for each key of the model, and report unknown keys."""
        known = [field.encode_name for field in expected.fields]
        meant = {key: key for key in value if key in known}
        unknown = [key for key in value if key not in meant and value[key] is not REPORTED]
        for key in unknown:
            free = [name for name in known if name not in meant]
            close = self._guesses.nearest(key, free, limit=1)
            missing = [
                field.encode_name for field in expected.fields if field.required and field.encode_name in free
            ]
            if not close and len(unknown) == 1 and len(missing) == 1:
                close = missing
            if close:
                # The key is used as the one that was probably meant, so that it causes no other faults.
                meant[close[0]] = key
                hint = f"did you mean '{close[0]}'?"
            elif taken := self._guesses.nearest(key, list(meant), limit=1):
                hint = f"'{taken[0]}' is already given; remove one of them"
            else:
                hint = f"expected one of {', '.join(free)}" if free else "leave it out"
            message = f"unknown key '{key}' in {noun(expected)}; {hint}"
            self.faults.append(Fault((*path, key), message, at_key=True))
        return meant

    def _any(self, value: Value, expected: inspect.Type, path: Path) -> Any:
        plain = unwrap(expected)
        if isinstance(plain, inspect.StructType):
            return self.struct(value, plain, path)
        if isinstance(plain, LISTS):
            return self._list(value, plain, path)
        if isinstance(plain, inspect.DictType):
            return self._dict(value, plain, path)
        return self._leaf(value, expected, path)

    def _list(self, value: Value, expected: inspect.ListType | inspect.VarTupleType, path: Path) -> Any:
        if not isinstance(value, list):
            message = f"'{path[-1]}' is {_shape(value)}; expected {_expectation(expected)}"
            item = unwrap(expected.item_type)
            if isinstance(value, dict):
                message += "; write '- ' before it or [ ] around it"
            elif value in NOTHING:
                message += ", or no key if there is no value"
            elif value and isinstance(item, inspect.StrType):
                message += f"; did you mean [{_shortened(value)}]?"
            elif value and isinstance(item, inspect.StructType) and len(item.fields) == 1:
                message += f"; did you mean [{{{item.fields[0].encode_name}: {_shortened(value)}}}]?"
            self._wrong(path, message, value)
            return _blank(expected)
        items = [self._any(item, expected.item_type, (*path, number)) for number, item in enumerate(value)]
        return items if isinstance(expected, inspect.ListType) else tuple(items)

    def _dict(self, value: Value, expected: inspect.DictType, path: Path) -> Any:
        if not isinstance(value, dict):
            subject = f"'{path[-1]}' is {_shape(value)}"
            self._wrong(path, f"{subject}; expected {_expectation(expected)}, as in 'slug: {{…}}'", value)
            return _Unknowable()
        merged = value.get(MERGE_KEY) is REPORTED
        kept: dict[str, Any] = _Unknowable() if merged else {}
        for key, item in value.items():
            if item is REPORTED and key == MERGE_KEY:
                continue
            slug = key
            if reason := _unfit(key, expected.key_type):
                self.faults.append(Fault((*path, key), f"the key {reason}", at_key=True))
                slug = as_slug(key)  # keeps a correct reference to it from being reported as unknown
                slug = key if slug in value else slug
                self.written[(*path, slug)] = key
            kept[slug] = self._any(item, expected.value_type, (*path, slug))
        return kept

    def _leaf(self, value: Value, expected: inspect.Type, path: Path) -> str:
        if not isinstance(value, str) or not value:
            name = next((part for part in reversed(path) if isinstance(part, str)), "value")
            subject = f"'{name}'" if path[-1] == name else f"an item of '{name}'"
            self._wrong(path, f"{subject} is {_shape(value)}; expected {_expectation(expected)}", value)
            return ""
        reason = _unfit(value, expected)
        if reason:
            name = next((part for part in reversed(path) if isinstance(part, str)), "value")
            subject = f"'{name}'" if path[-1] == name else f"an item of '{name}'"
            self._wrong(path, f"{subject} {reason}", value)
        return value

    def _wrong(self, path: Path, message: str, value: Value) -> None:
        self.wrong.add(path)
        if value is not REPORTED:
            self.faults.append(Fault(path, message))


def _blank(expected: inspect.Type) -> Any:
    """Return a placeholder for a value that is invalid or missing."""
    plain = unwrap(expected)
    if isinstance(plain, inspect.StructType):
        return plain.cls(**{field.name: _blank(field.type) for field in plain.fields if field.required})
    if isinstance(plain, LISTS):
        return (
            [_blank(plain.item_type)] if isinstance(plain, inspect.ListType) else (_blank(plain.item_type),)
        )
    return _Unknowable() if isinstance(plain, inspect.DictType) else ""


def unwrap(expected: inspect.Type) -> inspect.Type:
    """Return the type inside a union with None and inside metadata."""
    if isinstance(expected, inspect.Metadata):
        return unwrap(expected.type)
    if isinstance(expected, inspect.UnionType):
        return unwrap(next(t for t in expected.types if not isinstance(t, inspect.NoneType)))
    return expected


def _metadata(expected: inspect.Type) -> dict[str, Any]:
    if isinstance(expected, inspect.Metadata):
        return expected.extra_json_schema or {}
    if isinstance(expected, inspect.UnionType):
        return _metadata(next(t for t in expected.types if not isinstance(t, inspect.NoneType)))
    return {}


def _expectation(expected: inspect.Type) -> str:
    """Return a phrase for the values that a field takes, from its description and examples in the model."""
    plain = unwrap(expected)
    if choices := _choices(plain):
        return "one of " + ", ".join(choices)
    if isinstance(plain, inspect.StructType):
        keys = [field.encode_name for field in plain.fields if field.required]
        return f"{noun(plain)} with {', '.join(keys)}" if keys else noun(plain)
    if isinstance(plain, LISTS):
        return f"a list in which each item is {_expectation(plain.item_type)}"
    if isinstance(plain, inspect.DictType):
        return f"a mapping from each slug to {_expectation(plain.value_type)}"
    metadata = _metadata(expected)
    words: str = metadata.get("description", "a text")
    examples = metadata.get("examples")
    return f"{words} ({', '.join(examples)})" if examples else words


def _choices(plain: inspect.Type) -> list[str]:
    """Return the sorted values of a field that allows only certain values; empty for other fields."""
    if isinstance(plain, inspect.EnumType):
        return sorted(plain.cls)
    return [str(value) for value in plain.values] if isinstance(plain, inspect.LiteralType) else []


def _unfit(value: str, expected: inspect.Type) -> str | None:
    """Return the reason why a text does not fit the type of a field, or None if it fits."""
    plain = unwrap(expected)
    if choices := _choices(plain):
        if value in choices:
            return None
        close = Guesses().nearest(value, choices, limit=1)
    else:
        assert isinstance(plain, inspect.StrType)
        if plain.max_length is not None and len(value) > plain.max_length:
            return f"has {len(value):,} characters; expected at most {plain.max_length:,}"
        if plain.pattern is None or (value and re.search(plain.pattern, value)):
            return None
        close = [guess for guess in respellings(value, plain.pattern) if len(guess) <= _SHOWN][:2]
        if value.count(",") != 1 or value[-4:-3] != ",":  # `1,790` may be a thousand or a decimal
            close = close[:1]
    meant = " or ".join(f"'{guess}'" for guess in close)
    hint = f"; did you mean {meant}{beside(value)}?" if close else ""
    if value in NOTHING:
        hint = "; leave the key out if it has no value"
    letters = cyrillic(value) if close and close[0].isascii() else ""
    seen = f", with the Cyrillic letter{'s' * (len(letters) > 1)} '{letters}'" if letters else ""
    return f"is '{_shortened(value)}'{seen}; expected {_expectation(expected)}{hint}"


def noun(expected: inspect.StructType) -> str:
    """Return the name of a mapping of the file for a message."""
    name = expected.cls.__name__
    return _NOUNS.get(name, f"a {name.lower()}")


def _shape(value: Value) -> str:
    if isinstance(value, str):
        return "a text" if value else "empty"
    return "a list" if isinstance(value, list) else "a mapping"


def _shortened(value: str) -> str:
    return value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
