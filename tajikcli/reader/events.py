"""From bytes to plain values, by libyaml's events.

Building `str`, `list` and `dict` straight from the events is some eight times faster than
`yaml.load` with the same parser, and it shows what a loader hides: a repeated key, and an anchor or
alias before anything expands. Every scalar is text, white space folded; the model gives it a type. So
`no`, `012` and `1.10` mean what they look like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tajikcli.reader.faults import MarkedFault, Path
from tajikcli.text import fold_space, is_control

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

# Bounds on what a stranger's file may cost; docs/knowledge-file.md states them.
MOST_BYTES = 256 * 1024 * 1024
MOST_DEPTH = 12
MOST_KEY = 120
MOST_SCALAR = 20_000

Value = str | list["Value"] | dict[str, "Value"]

try:
    _Parser = yaml.CSafeLoader
except AttributeError:  # PyYAML built without libyaml: slower, the same events
    _Parser = yaml.SafeLoader  # type: ignore[assignment,misc]

_HINTS = {
    "mapping values are not allowed": "a text with ': ' in it needs quotation marks around it",
    "could not find expected ':'": "expected 'key: value'; is a colon missing, or a text not indented?",
    "did not find expected key": "check the indentation, and that a text with ', ' or quotation marks is quoted",
    "did not find expected '-' indicator": "every item of the list starts with '- ' in the same column",
    "did not find expected ',' or": "a bracket or brace is not closed, or a comma is missing",
    "cannot start any token": "use spaces, not tabs, and quote a text that starts with @, %, ` or |",
    "found unexpected end of stream": "a quotation mark is not closed",
    "control characters are not allowed": "remove the character, or write its escape in double quotation marks",
}


class Composer:
    """One pass over a file's events, to a tree of plain values.

    Args:
        content: the whole file, known to be UTF-8.
        visit: called for every key and value with its path, whether it is the key, and its line and column;
            what finds positions passes it, what only reads leaves it out.
    """

    def __init__(
        self, content: bytes, visit: Callable[[Path, bool, int, int], None] | None = None
    ) -> None:
        self.faults: list[MarkedFault] = []
        self._loader = _Parser(content)
        self._visit = visit
        self._keys: dict[str, str] = {}

    def compose(self) -> Value | None:
        """Return the document's value, or None where there is none; faults are in `faults`."""
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            self._broken(error)
        except yaml.reader.ReaderError as error:
            self.faults.append(
                MarkedFault(1, 1, f"broken YAML: {error.reason} at character {error.position}")
            )
        finally:
            self._loader.dispose()
        return None

    def _document(self) -> Value | None:
        get = self._loader.get_event
        get()  # the stream's start
        event = get()
        if isinstance(event, StreamEndEvent):
            return None
        value = self._value(get(), (), 1)
        get()  # the document's end
        event = get()
        if isinstance(event, DocumentStartEvent):
            self._fault(event, "a second document starts here; a knowledge file holds one")
        return value

    def _value(self, event: yaml.Event, path: Path, depth: int) -> Value:
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            self._fault(
                event,
                f"alias '*{event.anchor}'; a knowledge file has no anchors or aliases: write the value out",
            )
            return ""
        if event.anchor is not None:
            self._anchored(event)
        if event.tag is not None:
            self._tagged(event)
        if depth > MOST_DEPTH:
            raise yaml.MarkedYAMLError(
                problem=f"nested deeper than {MOST_DEPTH} levels", problem_mark=event.start_mark
            )
        return (
            self._mapping(path, depth)
            if kind is MappingStartEvent
            else self._sequence(event, path, depth)
        )

    def _sequence(self, start: yaml.Event, path: Path, depth: int) -> list[Value]:
        assert start.__class__ is SequenceStartEvent
        get, visit = self._loader.get_event, self._visit
        items: list[Value] = []
        while (event := get()).__class__ is not SequenceEndEvent:
            inner = path
            if visit is not None:
                inner = (*path, len(items))
                visit(inner, False, event.start_mark.line + 1, event.start_mark.column + 1)
            items.append(self._value(event, inner, depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Value]:
        get, visit, keys = self._loader.get_event, self._visit, self._keys
        entries: dict[str, Value] = {}
        while (event := get()).__class__ is not MappingEndEvent:
            if event.__class__ is not ScalarEvent:
                self._fault(event, "a key must be a plain word, not a list, mapping or alias")
                self._value(event, (), depth + 1)
                self._value(get(), (), depth + 1)
                continue
            written = event.value
            key = keys.get(written)
            if key is None or event.anchor is not None or event.tag is not None:
                key = keys[written] = self._key(event)
            value_event = get()
            if key in entries:
                self._fault(
                    event, f"the key '{key}' is here a second time; keep one, or join their values"
                )
                self._value(value_event, (), depth + 1)
                continue
            inner = path
            if visit is not None:
                inner = (*path, key)
                visit(inner, True, event.start_mark.line + 1, event.start_mark.column + 1)
                mark = value_event.start_mark
                visit(inner, False, mark.line + 1, mark.column + 1)
            entries[key] = self._value(value_event, inner, depth + 1)
        return entries

    def _key(self, event: yaml.ScalarEvent) -> str:
        key = self._scalar(event)
        if len(key) > MOST_KEY:
            self._fault(event, f"a key of {len(key):,} characters; at most {MOST_KEY} are allowed")
            return key[:MOST_KEY]
        return key

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        value: str = event.value
        if event.anchor is not None:
            self._anchored(event)
        if event.tag is not None:
            self._tagged(event)
        if len(value) > MOST_SCALAR:
            self._fault(
                event, f"a text of {len(value):,} characters; at most {MOST_SCALAR:,} are allowed"
            )
            return value[:MOST_SCALAR]
        if value.isprintable() and "  " not in value and value[:1] != " " and value[-1:] != " ":
            return value
        value = fold_space(value)
        if not value.isprintable():
            for char in value:
                if is_control(char):
                    self._fault(
                        event,
                        f"control character U+{ord(char):04X} in a text; remove it: it could steer a"
                        " terminal or disguise the words",
                    )
                    break
        return value

    def _anchored(self, event: yaml.NodeEvent) -> None:
        self._fault(
            event,
            f"anchor '&{event.anchor}'; a knowledge file has no anchors or aliases: write the value out",
        )

    def _tagged(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self._fault(event, f"tag '{event.tag}'; every value is typed by its key: leave the tag out")

    def _fault(self, event: yaml.Event, message: str) -> None:
        mark = event.start_mark
        self.faults.append(MarkedFault(mark.line + 1, mark.column + 1, message))

    def _broken(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "it can't be parsed"
        message = f"broken YAML: {problem}"
        if error.context and error.context_mark and error.problem:
            message += f" {error.context} that starts in line {error.context_mark.line + 1}"
        hint = next((hint for known, hint in _HINTS.items() if known in problem), None)
        if hint:
            message += f"; {hint}"
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.faults.append(MarkedFault(line, column, message))


def locate(content: bytes, wanted: Collection[tuple[Path, bool]]) -> dict[tuple[Path, bool], tuple[int, int]]:
    """Return the line and column (from 1) of each wanted place, a path and whether its key is meant.

    A second pass over the same events: positions are wanted only where something is wrong, and keeping
    one for each of a large archive's scalars would cost more than the values.
    """
    places: dict[tuple[Path, bool], tuple[int, int]] = {}

    def note(path: Path, at_key: bool, line: int, column: int) -> None:  # noqa: FBT001 - a callback's shape
        if (path, at_key) in wanted:
            places[path, at_key] = (line, column)

    Composer(content, note).compose()
    return places
