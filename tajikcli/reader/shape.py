"""From plain values to the model's structs, all that is wrong told at once.

`msgspec.convert` types a sound file in one call and stops at the first thing wrong; then the values
are gone through again field by field, and whatever can be kept is, so that the rules still see it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import inspect

from tajikcli.model.knowledge import KnowledgeFile
from tajikcli.reader.events import MERGE_KEY, REPORTED
from tajikcli.reader.faults import NOTHING, Fault, Guesses, Path
from tajikcli.text import fold_name
from tajikcli.written_dates import respell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tajikcli.reader.events import Value

_NOUNS = {
    "KnowledgeFile": "a knowledge file",
    "StatementEntry": "a statement",
    "FigureEntry": "a figure",
    "EvidenceEntry": "a piece of evidence",
    "LinkEntry": "a link",
    "AskEntry": "a question",
}
_SHOWN = 60  # characters of a wrong value in a message
_GUESSED = 200  # of a wrong value that is respelled: some rules take time with the square of its length


class Shape(NamedTuple):
    """What a file's values make of the model.

    Attributes:
        knowledge: the content as structs. Where something is wrong they hold what was right, and an
            empty text or a blank struct in place of the rest, so that list indexes stay those of the file.
        faults: what is wrong with the shape.
        wrong: paths of the values that are.
        written: paths of fields whose key is misspelt, with the key as it stands in the file.
    """

    knowledge: KnowledgeFile
    faults: Sequence[Fault] = ()
    wrong: frozenset[Path] = frozenset()
    written: dict[Path, str] = {}  # noqa: RUF012 - never changed

    def is_wrong(self, path: Path) -> bool:
        """Tell whether the value at `path` or one around it is wrong in itself, and has been told."""
        return any(path[:length] in self.wrong for length in range(len(path) + 1)) if self.wrong else False

    def as_written(self, path: Path) -> Path:
        """Return a path in the model as one in the file, misspelt keys included."""
        if not self.written:
            return path
        return tuple(self.written.get(path[: length + 1], part) for length, part in enumerate(path))


class _Unknowable(dict[str, Any]):
    """A section that was wrong: whatever is asked for could be in it."""

    def __contains__(self, key: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True


def typed(value: Value) -> Shape:
    """Return the file's content as structs, and what is wrong with its shape.

    Args:
        value: the file's value.

    Returns:
        The content and the faults.
    """
    try:
        # Strictly: else msgspec takes the text `null` for nothing, where a field may be left out.
        return Shape(msgspec.convert(value, KnowledgeFile))
    except msgspec.ValidationError:
        salvage = _Salvage()
        knowledge = salvage.struct(value, model(), ())
        return Shape(knowledge, salvage.faults, frozenset(salvage.wrong), salvage.written)


@cache
def model() -> inspect.Type:
    """Return the type of a whole file, as msgspec describes it."""
    return inspect.type_info(KnowledgeFile)


class _Salvage:
    """One walk over values that don't fit the model, collecting faults and keeping what fits."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.wrong: set[Path] = set()
        self.written: dict[Path, str] = {}
        self._guesses = Guesses()

    def struct(self, value: Value, expected: inspect.Type, path: Path) -> Any:
        assert isinstance(expected, inspect.StructType)
        if not isinstance(value, dict):
            keys = [field.encode_name for field in expected.fields if field.required]
            subject = f"{noun(expected)} is {_shape(value)}" if path else f"the file holds {_shape(value)}"
            keys = keys or [field.encode_name for field in expected.fields]
            self._wrong(path, f"{subject}; expected a mapping with the keys {', '.join(keys)}", value)
            return _blank(expected)
        try:
            if path:  # the root is known not to fit
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
                kept[field.name] = [] if isinstance(blank, list) else blank
        return expected.cls(**kept)

    def _keys(self, value: dict[str, Value], expected: inspect.StructType, path: Path) -> dict[str, str]:
        """Return for each key of the model the key in the file that means it, telling the unknown ones."""
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
                # Taken for the key it was meant to be, so that nothing is told that follows from it.
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
        if isinstance(plain, inspect.ListType):
            return self._list(value, plain, path)
        if isinstance(plain, inspect.DictType):
            return self._dict(value, plain, path)
        return self._leaf(value, expected, path)

    def _list(self, value: Value, expected: inspect.ListType, path: Path) -> Any:
        if not isinstance(value, list):
            message = f"'{path[-1]}' is {_shape(value)}; expected {_expectation(expected)}"
            item = unwrap(expected.item_type)
            if isinstance(value, dict):
                message += "; put '- ' before it or [ ] around it"
            elif value in NOTHING:
                message += ", or no key if there is nothing to say"
            elif value and isinstance(item, inspect.StrType):
                message += f"; did you mean [{_shortened(value)}]?"
            elif value and isinstance(item, inspect.StructType) and len(item.fields) == 1:
                message += f"; did you mean [{{{item.fields[0].encode_name}: {_shortened(value)}}}]?"
            self._wrong(path, message, value)
            return _blank(expected)
        return [self._any(item, expected.item_type, (*path, number)) for number, item in enumerate(value)]

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
                slug = _slug(key)  # so that what refers to it rightly is not told to dangle
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
    """Return what stands for a value that was wrong or missing: nothing in it, and yet it is there."""
    plain = unwrap(expected)
    if isinstance(plain, inspect.StructType):
        return plain.cls(**{field.name: _blank(field.type) for field in plain.fields if field.required})
    if isinstance(plain, inspect.ListType):
        return [_blank(plain.item_type)]
    return _Unknowable() if isinstance(plain, inspect.DictType) else ""


def unwrap(expected: inspect.Type) -> inspect.Type:
    """Return the type inside a union with None and inside the metadata around it."""
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
    """Return in words what a field takes, from the description and examples in the model."""
    plain = unwrap(expected)
    if choices := _choices(plain):
        return "one of " + ", ".join(choices)
    if isinstance(plain, inspect.StructType):
        keys = [field.encode_name for field in plain.fields if field.required]
        return f"{noun(plain)} with {', '.join(keys)}" if keys else noun(plain)
    if isinstance(plain, inspect.ListType):
        return f"a list, each item {_expectation(plain.item_type)}"
    if isinstance(plain, inspect.DictType):
        return f"a mapping from slugs, each to {_expectation(plain.value_type)}"
    metadata = _metadata(expected)
    words: str = metadata.get("description", "a text")
    examples = metadata.get("examples")
    return f"{words} ({', '.join(examples)})" if examples else words


def _choices(plain: inspect.Type) -> list[str]:
    """Return the values of a field that takes one of a few, in the order of the alphabet; none of another one."""
    if isinstance(plain, inspect.EnumType):
        return sorted(plain.cls)
    return [str(value) for value in plain.values] if isinstance(plain, inspect.LiteralType) else []


def _unfit(value: str, expected: inspect.Type) -> str | None:
    """Return why a text does not fit a leaf's type, or None where it does."""
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
        guesses = _respelled(value) if len(value) <= _GUESSED else ()
        fitting = (guess for guess in guesses if re.search(plain.pattern, guess))
        close = [guess for guess in dict.fromkeys(fitting) if len(guess) <= _SHOWN][:2]
        if value.count(",") != 1 or value[-4:-3] != ",":  # `1,790`: a thousand or a decimal?
            close = close[:1]
    meant = " or ".join(f"'{guess}'" for guess in close)
    hint = f"; did you mean {meant}{_beside(value)}?" if close else ""
    if value in NOTHING:
        hint = "; leave the key out if there is nothing to say"
    return f"is '{_shortened(value)}'; expected {_expectation(expected)}{hint}"


def _respelled(value: str) -> Iterator[str]:
    """Yield what `value` was probably meant to be, the likeliest first; some fit no pattern at all."""
    start, mark, end = re.sub(r"(?:(?<!\s)\s+)?(?:\u2013|\u2014|\.\.+|\s-\s|/)\s*", "/", value).partition("/")
    if mark:
        first = respell(start) or start
        last = respell(end) or end
        yield f"{first}/{last}"
        if len(last) == 2 < len(first):  # ISO's own short form of `2024-01/2024-09`
            yield f"{first}/{first[:-2]}{last}"
    if respelt := respell(value):
        yield respelt
    number = re.sub(r"^[^\d.,+-]+|\s*([^\d]+)$", "", value.replace("\u2212", "-")).removeprefix("+")
    number = re.sub(r"(?<=\d)[\s'_](?=\d{3})", "", number)
    if number.startswith("."):
        yield f"0{number}"
    if number.count(",") == 1 and "." not in number:
        yield number.replace(",", ".")
    if number.count(".") > 1 or (number.count(".") == 1 and number.find(",") > number.find(".")):
        yield number.replace(".", "").replace(",", ".")
    yield number.replace(",", "")
    if re.fullmatch(r"[\d.]+[eE]\+?\d{1,2}", value):
        mantissa, _, exponent = value.casefold().partition("e")
        whole, _, part = mantissa.partition(".")
        if len(part) <= int(exponent):
            yield whole + part + "0" * (int(exponent) - len(part))
    if "." in value and "://" not in value:
        yield f"https://{value}"
    yield value.replace(" ", "%20")
    yield value.casefold()
    yield value.replace("_", "-")
    yield f"sha256:{value.casefold()}"
    if "/" not in value:
        yield _slug(value)


def _slug(value: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold_name(value)).strip("-")


def _beside(value: str) -> str:
    """Return what has to stand beside a number so that it still says what `value` says."""
    tail = re.search(r"(thousand|million|billion|trillion|%)$", value.casefold())
    if tail is None:
        return ""
    return ", with unit: percent" if tail[0] == "%" else f", with scale: {tail[0]}"


def noun(expected: inspect.StructType) -> str:
    """Return what a message calls a mapping of the file."""
    name = expected.cls.__name__
    return _NOUNS.get(name, f"a {name.lower()}")


def _shape(value: Value) -> str:
    if isinstance(value, str):
        return "a text" if value else "empty"
    return "a list" if isinstance(value, list) else "a mapping"


def _shortened(value: str) -> str:
    return value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
