"""Turn bytes into plain values by the events of libyaml.

Building `str`, `list` and `dict` directly from the events is about eight times faster than `yaml.load` with
the same parser. It also reveals details that a loader hides: repeated keys, and anchors and aliases before
they expand. Every scalar is a text with folded white space, and the model gives it a type. So `no`, `012` and
`1.10` keep their characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

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
from tajikcli.text import fold_space, has_visible, is_control, visible

if TYPE_CHECKING:
    from collections.abc import Callable

# Limits for files from strangers; docs/knowledge-file.md states them.
MOST_BYTES = 256 * 1024 * 1024
MOST_DEPTH = 12
MOST_KEY = 120
MOST_SCALAR = 20_000

Pointer = tuple[Path, bool]  # the path of a value, and whether the place is its key instead of the value
Value = str | list["Value"] | dict[str, "Value"]


class _Reported(str):
    """The type of `REPORTED`, which behaves like an ordinary text but can be recognised by its identity."""

    __slots__ = ()


REPORTED: Final = _Reported()  # replaces a value whose fault has been reported
MERGE_KEY = "<<"
LONG = "statements"
_AT_ONCE = 64  # the number of items of this list to replace in one call

# Short texts that need no report and no folding. Keys and slugs are repeated, and are checked, and kept in memory, once.
_plain: dict[str, str] = {}
_MOST_PLAIN = 4_000  # these stay in the cache of the processor
_SHORT = 40

# without libyaml, PyYAML yields the same events more slowly
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HINTS = {
    "mapping values are not allowed": "put quotation marks around text that contains ': ', and align each"
    " key with its neighbours",
    "could not find expected ':'": "expected 'key: value'; a colon may be missing, or a text may need indentation",
    "did not find expected key": "check the indentation, and put quotation marks around text that contains ', ' or quotation marks",
    "did not find expected '-' indicator": "start every item of the list with '- ' in the same column",
    "did not find expected ',' or": "a bracket or brace is not closed, or a comma is missing",
    "character '\\t'": "indent with spaces, not tabs",
    "cannot start any token": "put quotation marks around text that starts with @, %, ` or |",
    "found unexpected end of stream": "the quotation mark that opens here is never closed",
    "unknown escape character": "write a backslash twice in double quotation marks, or use single quotation marks",
    "did not find expected <document start>": "expected the file to end here",
    "found undefined tag handle": "tags are not allowed; put quotation marks around text that starts with !",
    "did not find expected alphabetic": "put quotation marks around text that starts with * or &",
}


# Errors that libyaml notices long after their cause; the message names the start of the construct instead.
_AT_START = ("unexpected end of stream", "could not find expected ':'")


class _NestingError(yaml.MarkedYAMLError):
    """A list or mapping is nested more deeply than a knowledge file may be."""


class Composer:
    """One pass over the events of a file, which builds a tree of plain values.

    Args:
        content: the whole file, which is valid UTF-8.
        visit: called for keys and values with their place and libyaml's mark; it is given only to find positions. It returns
            whether it needs the places inside a value, which are left out otherwise.
        some: takes some items of the list `LONG` in the root, and returns the values that replace them. An archive has a hundred
            thousand statements, so they are not all kept as plain values.
    """

    def __init__(
        self,
        content: bytes,
        visit: Callable[[Pointer, Any], bool] | None = None,
        some: Callable[[list[Value]], list[Any]] | None = None,
    ) -> None:
        self.faults: list[MarkedFault] = []
        self._content = content
        self._loader = _Parser(content)
        self._visit = visit
        self._some = some
        self._skipping = False

    def compose(self) -> Value | None:
        """Return the value of the document, or None if there is none; `faults` has the faults.

        Raises:
            yaml.reader.ReaderError: the file contains a character that YAML forbids; `unreadable_removed` removes it.
        """
        try:
            return self._document()
        except _NestingError as error:
            self._broken(error)
        except yaml.MarkedYAMLError as error:
            self._broken(self._nested_before(error) or error)
        finally:
            self._loader.dispose()
        return None

    def _document(self) -> Value | None:
        get = self._loader.get_event
        get()  # the start of the stream
        event = get()
        if isinstance(event, StreamEndEvent):
            return None
        event = get()
        if self._visit is not None:
            self._visit(((), False), event.start_mark)
        value = self._value(event, (), 1)
        get()  # the end of the document
        event = get()
        if isinstance(event, DocumentStartEvent):
            self._fault(event, "a second YAML document starts here; expected one document")
        return value

    def _nested_before(self, error: yaml.MarkedYAMLError) -> _NestingError | None:
        """Return the fault of deep nesting before an error, if there is one.

        libyaml's scanner reads ahead of its events. If many brackets open in one line, it reports an error
        after them first, and
        since version 0.2.6 it also rejects so many brackets. Faults are reported in the order of the file.
        """
        # A line that is broken in the middle is removed completely.
        mark = error.context_mark if isinstance(error, yaml.scanner.ScannerError) else None
        mark = mark or error.problem_mark
        if mark is None:
            return None
        before = Composer(self._content.decode("utf-8-sig")[: mark.index].encode())
        try:
            before._document()
        except _NestingError as nested:
            return nested
        except yaml.YAMLError:
            return None  # the truncated text causes only this error
        finally:
            before._loader.dispose()
        return None

    def _value(self, event: Any, path: Path, depth: int) -> Value:
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            self._fault(
                event,
                f"'*{event.anchor}' is an alias, which is not allowed; write the value out, or put quotation marks around text that starts with *",
            )
            return REPORTED
        if event.anchor is not None:
            self._anchored(event)
        if event.tag is not None:
            self._tagged(event)
        if depth > MOST_DEPTH:
            raise _NestingError(
                problem=f"nested more than {MOST_DEPTH} levels deep; a knowledge file has no keys at this depth",
                problem_mark=event.start_mark,
            )
        return self._mapping(path, depth) if kind is MappingStartEvent else self._sequence(event, path, depth)

    def _sequence(self, start: Any, path: Path, depth: int) -> list[Value]:
        assert start.__class__ is SequenceStartEvent
        get, visit, known = self._loader.get_event, self._visit, _plain.get
        items: list[Value] = []
        while type(event := get()) is not SequenceEndEvent:
            inner = path
            if visit is not None and not self._skipping:
                inner = (*path, len(items))
                self._visit = visit if visit((inner, False), event.start_mark) else None
            if type(event) is ScalarEvent:
                value = known(event.value)
                if value is None or event.anchor is not None or event.tag is not None:
                    value = self._scalar(event)
                items.append(value)
            else:
                items.append(self._value(event, inner, depth + 1))
            if visit is not None:
                self._visit = visit
        return items

    def _long(self, start: Any, some: Callable[[list[Value]], list[Any]]) -> list[Value]:
        """Return the list `LONG`, whose items are replaced a few at a time."""
        if type(start) is not SequenceStartEvent or start.anchor is not None or start.tag is not None:
            return some([self._value(start, (), 2)])
        get = self._loader.get_event
        items: list[Value] = []
        new: list[Value] = []
        while type(event := get()) is not SequenceEndEvent:
            new.append(self._value(event, (), 3))
            if len(new) == _AT_ONCE:
                items += some(new)
                new = []
        return items + some(new)

    def _mapping(self, path: Path, depth: int) -> dict[str, Value]:
        get, visit, known = self._loader.get_event, self._visit, _plain.get
        some = self._some if depth == 1 and visit is None else None
        entries: dict[str, Value] = {}
        while True:
            event = get()
            if type(event) is not ScalarEvent:
                if type(event) is MappingEndEvent:
                    return entries
                # An alias is reported below. If a key has been reported, the keys inside it are not reported.
                if type(event) is not AliasEvent and not self._skipping:
                    self._fault(event, "a list or mapping is used as a key; expected a word")
                self._skip(event, depth + 1)
                self._skip(get(), depth + 1)
                continue
            key = known(event.value)
            if key is None or event.anchor is not None or event.tag is not None:
                key = self._key(event)
            value_event = get()
            if key is None:
                self._skip(value_event, depth + 1)
                continue
            if key in entries:
                self._fault(event, f"duplicate key '{key}'; keep one, or join their values")
                self._skip(value_event, depth + 1)
                continue
            if key == MERGE_KEY and event.implicit[0]:
                self._fault(event, "merge keys (<<) are not allowed; write the keys out")
                self._skip(value_event, depth + 1, silently=True)
                entries[key] = REPORTED
                continue
            inner = path
            if visit is not None and not self._skipping:
                inner = (*path, key)
                key_mark, mark = event.start_mark, value_event.start_mark
                visit((inner, True), key_mark)
                if mark.index == value_event.end_mark.index and type(value_event) is ScalarEvent:
                    mark = key_mark  # the value is empty, so the position is that of the key
                self._visit = visit if visit((inner, False), mark) else None
            # Most values are plain scalars, for which this avoids calls.
            if type(value_event) is ScalarEvent:
                value = known(value_event.value)
                if value is None or value_event.anchor is not None or value_event.tag is not None:
                    value = self._scalar(value_event)
                entries[key] = value
            elif some is not None and key == LONG:
                entries[key] = self._long(value_event, some)
            else:
                entries[key] = self._value(value_event, inner, depth + 1)
            if visit is not None:
                self._visit = visit

    def _skip(self, event: Any, depth: int, *, silently: bool = False) -> None:
        """Skip a value that has no place in the tree, but report its faults."""
        known, before = len(self.faults), self._skipping
        self._skipping = True
        self._value(event, (), depth)
        self._skipping = before
        if silently:
            del self.faults[known:]

    def _key(self, event: Any) -> str | None:
        key = self._scalar(event)
        if key is REPORTED:
            return None
        if len(key) > MOST_KEY:
            self._fault(event, f"the key has {len(key):,} characters; expected at most {MOST_KEY}")
            return None
        return key

    def _scalar(self, event: Any) -> str:
        value: str = event.value
        first = value[:1]
        # Almost all values need no report and no folding, and start with a visible character that sorts below
        # the invisible ones.
        if (
            (first < "\x80" or (first < "\u115f" and first.isalpha()))
            and event.anchor is None
            and event.tag is None
            and value.isprintable()
            and value.strip() is value
            and "  " not in value
            and len(value) <= MOST_SCALAR
        ):
            if len(value) <= _SHORT:
                if len(_plain) >= _MOST_PLAIN:
                    _plain.clear()
                _plain[value] = value
            return value
        if event.anchor is not None:
            self._anchored(event)
        if event.tag is not None:
            self._tagged(event)
        if len(value) > MOST_SCALAR:
            self._fault(event, f"text is {len(value):,} characters long; expected at most {MOST_SCALAR:,}")
            return REPORTED
        if not value:
            return REPORTED if event.anchor is not None or event.tag is not None else ""
        if not value.isprintable():
            controls = [char for char in value if is_control(char)]
            if controls:
                self._fault(
                    event,
                    f"control characters are not allowed; remove U+{ord(controls[0]):04X}",
                )
                # Without the control characters, other faults of the value can still be reported.
                value = "".join(char for char in value if char not in controls)
                return fold_space(value) or REPORTED
        value = fold_space(value)
        if value and value[0] > "\x7f" and not has_visible(value):
            self._fault(event, f"this text is invisible (U+{ord(value[0]):04X}); expected letters or digits")
            return REPORTED
        return value

    def _anchored(self, event: Any) -> None:
        self._fault(
            event,
            f"'&{event.anchor}' is an anchor, which is not allowed; remove it, or put quotation marks around text that starts with &",
        )

    def _tagged(self, event: Any) -> None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self._fault(
            event,
            f"'{tag}' is a tag, which is not allowed; remove it, or put quotation marks around text that starts with !",
        )

    def _fault(self, event: Any, message: str) -> None:
        mark = event.start_mark
        self.faults.append(MarkedFault(mark.line + 1, mark.column + 1, visible(message)))

    def _broken(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "it cannot be parsed"
        message = problem if isinstance(error, _NestingError) else f"invalid YAML: {problem}"
        if any(known in problem for known in _AT_START) and error.context_mark:
            mark = error.context_mark
        elif error.context_mark and error.problem and mark and error.context_mark.line != mark.line:
            message += f" {error.context} that starts on line {error.context_mark.line + 1}"
        hint = next((hint for known, hint in _HINTS.items() if known in problem), None)
        if hint:
            message += f"; {hint}"
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.faults.append(MarkedFault(line, column, visible(message)))
