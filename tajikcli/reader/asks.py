"""The questions of a draft (`asks`): move answers to their fields, and report open questions.

This happens in the tree of plain values, before it is typed, so an answer is typed and checked like any value. A field whose question is open gets the placeholder for values whose fault has been reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import inspect

from tajikcli.model.knowledge import FIELD_PATTERN, LinkEntry
from tajikcli.reader.events import REPORTED
from tajikcli.reader.faults import Fault, Guesses, Path
from tajikcli.reader.shape import LISTS, model, noun, unwrap

if TYPE_CHECKING:
    from tajikcli.reader.events import Value

_FIELD = re.compile(f"(?=.{{1,250}}$){FIELD_PATTERN}")
_SHOWN = 8  # candidates in a message
_OF_EACH = re.compile(r"statements\.\*\.(?P<key>[a-z0-9-]+)")  # a question about each statement
# The questions that a draft leaves out, by the last part of their field.
_QUESTIONS = {
    "text": "What does the source say, in your own words?",
    "speaker": "Who said this?",
    "measure": "What does the figure measure?",
    "value": "Which value is right?",
    "unit": "Which unit is right?",
    "publisher": "Who published it?",
    "published": "When was it published?",
    "language": "What language is it in?",
    "title": "What is the meeting called?",
    "date": "When was the meeting?",
    "place": "Where was the meeting?",
    "name": "What is the name in the nominative?",
}


class Asked(NamedTuple):
    """The questions of a file after they have been read.

    Attributes:
        open: the questions that have no answer.
        faults: questions about a field that does not exist, and answers that do not fit their field.
        placed: the paths of fields with an answer, each with the path of the answer.
    """

    open: list[Fault]
    faults: list[Fault]
    placed: dict[Path, Path]

    def as_written(self, fault: Fault) -> Fault:
        """Return a fault with the path of the answer if the field has its value from an answer."""
        for length in range(len(fault.path), 0, -1):
            written = self.placed.get(fault.path[:length])
            if written is not None:
                number = fault.path[length : length + 1]
                # The answer for a list is a list, or a single text for a list with one item.
                at_item = number if number and isinstance(number[0], int) else ()
                return fault._replace(path=(*written, *at_item), at_key=False)
        return fault


def settle(value: Value) -> Asked | None:
    """Put the answers to a file's questions into their fields.

    Args:
        value: the file's tree of values; changed in place.

    Returns:
        The questions; None if the file has none.
    """
    if not isinstance(value, dict):
        return None
    statements = value.get("statements")
    listed = statements if isinstance(statements, list) else []
    asking = [number for number, entry in enumerate(listed) if isinstance(entry, dict) and "asks" in entry]
    if not asking and "asks" not in value:
        return None
    root = model()
    assert isinstance(root, inspect.StructType)
    entry_type = unwrap(_of_list(_fields(root)["statements"]))
    assert isinstance(entry_type, inspect.StructType)
    settled = _Settled()
    settled.all_of(value, root, ())
    for number in asking:
        entry = listed[number]
        assert isinstance(entry, dict)
        settled.all_of(entry, entry_type, ("statements", number))
    # Last, because a statement may have its own question.
    settled.about_each(value.get("asks", ""), listed, entry_type)
    return Asked(settled.open, settled.faults, settled.placed)


class _Place(NamedTuple):
    """The place of a field in the tree, whether or not it has a value.

    Attributes:
        container: the mapping or list that contains it.
        key: its key in the container.
        kind: its type.
        path: the whole path to it.
    """

    container: dict[str, Value] | list[Value]
    key: str | int
    kind: inspect.Type
    path: Path

    def put(self, value: Value) -> None:
        """Give the field a value."""
        if isinstance(self.container, dict):
            self.container[str(self.key)] = value
        elif isinstance(self.key, int):
            self.container[self.key] = value


class _Settled:
    """One pass over the questions of a file."""

    def __init__(self) -> None:
        self.open: list[Fault] = []
        self.faults: list[Fault] = []
        self.placed: dict[Path, Path] = {}
        self._guesses = Guesses()

    def all_of(self, owner: dict[str, Value], expected: inspect.StructType, path: Path) -> None:
        """Settle the questions of a statement, or of the file's head."""
        asks = owner.get("asks")
        if not isinstance(asks, list):
            return  # reported as an invalid shape
        for number, ask in enumerate(asks):
            field = ask.get("field") if isinstance(ask, dict) else None
            # If the field of a question is missing or is not a path, the check of the shape reports it.
            is_path = (
                isinstance(field, str) and _FIELD.fullmatch(field) and (path or not _OF_EACH.fullmatch(field))
            )
            if isinstance(ask, dict) and isinstance(field, str) and is_path:
                self._one(ask, field, owner, expected, (path, (*path, "asks", number)))

    def about_each(self, asks: Value, statements: list[Value], expected: inspect.StructType) -> None:
        """Settle the questions of a file about a key of each statement; they are open for statements without a value.

        Args:
            asks: the questions of the file.
            statements: its statements.
            expected: the type of a statement.
        """
        for number, ask in enumerate(asks if isinstance(asks, list) else ()):
            field = ask.get("field") if isinstance(ask, dict) else None
            match = _OF_EACH.fullmatch(field) if isinstance(field, str) else None
            if match is None or not isinstance(ask, dict):
                continue
            here = ("asks", number)
            if ask.pop("answer", "") not in ("", []):
                message = f"'{field}' has several values; write each answer into its statement"
                self.faults.append(Fault((*here, "answer"), message))
            key = match["key"]
            if self._type_in(expected, key, here) is None:
                continue
            for place, entry in enumerate(statements):
                if (
                    isinstance(entry, dict)
                    and entry.get(key, "") in ("", [])
                    and entry.get(key) is not REPORTED
                ):
                    path = ("statements", place, key) if key in entry else ("statements", place)
                    self.open.append(Fault(path, _open(ask, key, is_given=False), at_key=key in entry))
                    entry[key] = REPORTED

    def _one(
        self,
        ask: dict[str, Value],
        field: str,
        owner: dict[str, Value],
        expected: inspect.StructType,
        places: tuple[Path, Path],
    ) -> None:
        path, here = places
        answer = ask.pop("answer", "")
        place = self._found(field, owner, expected, here)
        if place is None:
            return
        given = _held(place.container, place.key)
        if answer is REPORTED:
            place.put(REPORTED)
        elif answer in ("", []):
            is_given = given not in ("", [])
            self.open.append(Fault(here, _open(ask, field, is_given=is_given)))
            if not is_given:
                place.put(REPORTED)
        else:
            value = self._fitting(answer, place.kind, field, (*here, "answer"))
            if value is not None and given not in ("", [], value):
                message = f"'{field}' has another value besides this answer; remove one of the two"
                self.faults.append(Fault((*here, "answer"), message))
                return
            place.put(REPORTED if value is None else value)
            self.placed[(*path, *place.path)] = (*here, "answer")

    def _found(
        self, field: str, owner: dict[str, Value], expected: inspect.Type, here: Path
    ) -> _Place | None:
        """Return the place of a field, or report a fault and return None if there can be no such field."""
        value: Value = owner
        place: Path = ()
        *around, last = field.split(".")
        for key in around:
            inner = self._type_in(expected, key, here)
            if inner is None:
                return None
            at = _at(value, key)
            if _is_beyond(value, at):
                self.faults.append(Fault((*here, "field"), _no_item(field, key)))
                return None
            value = _held(value, at)
            expected, place = unwrap(inner), (*place, at)
            if not isinstance(value, dict | list):
                if value is not REPORTED:
                    message = (
                        f"the question is about '{field}', but '{key}' is not in the file or has no fields"
                    )
                    self.faults.append(Fault((*here, "field"), message))
                return None
        kind = self._type_in(expected, last, here)
        if kind is None or not isinstance(value, dict | list):
            return None
        at = _at(value, last)
        if _is_beyond(value, at):
            self.faults.append(Fault((*here, "field"), _no_item(field, last)))
            return None
        return _Place(value, at, kind, (*place, at))

    def _type_in(self, expected: inspect.Type, key: str, here: Path) -> inspect.Type | None:
        """Return the type of the value at a key, or report a fault and return None if the key cannot have a value."""
        if isinstance(expected, inspect.StructType):
            fields = {name: kind for name, kind in _fields(expected).items() if name != "asks"}
            if key in fields:
                return fields[key]
            close = self._guesses.nearest(key, list(fields), limit=1)
            hint = f"did you mean '{close[0]}'?" if close else f"expected one of {', '.join(fields)}"
            message = f"the question is about '{key}', which is not a field of {noun(expected)}; {hint}"
        elif isinstance(expected, inspect.DictType):
            return expected.value_type
        elif isinstance(expected, LISTS) and key.isdecimal():
            return expected.item_type
        else:
            message = f"the question is about '{key}', which has no fields"
        self.faults.append(Fault((*here, "field"), message))
        return None

    def _fitting(self, answer: Value, kind: inspect.Type, field: str, place: Path) -> Value | None:
        """Return an answer as a value in the shape of its field, or report a fault and return None if it does not fit."""
        plain = unwrap(kind)
        texts = answer if isinstance(answer, list) else [answer]
        if not all(isinstance(text, str) for text in texts):
            found = "a mapping" if isinstance(answer, dict) else "a list that contains a list or a mapping"
            self.faults.append(Fault(place, f"the answer is {found}; expected a text, or a list of texts"))
            return None
        if isinstance(plain, LISTS):
            item = unwrap(plain.item_type)
            if not isinstance(item, inspect.StructType):
                return list(texts)
            items = [_mapping(str(text), item) for text in texts]
            if None not in items:
                return [one for one in items if one is not None]
            if item.cls is LinkEntry:
                hint = "a relation and an id, such as 'restates trade-growth'"
            else:
                hint = f"one question for each of its fields, such as '{field}.0.value'"
            self.faults.append(Fault(place, f"the answer is not {noun(item)}; expected {hint}"))
            return None
        if isinstance(plain, inspect.StructType | inspect.DictType):
            self.faults.append(Fault(place, f"'{field}' is a mapping; ask about one of its fields"))
            return None
        if isinstance(answer, list):
            self.faults.append(Fault(place, f"the answer is a list; '{field}' takes a text"))
            return None
        return answer


def _open(ask: dict[str, Value], field: str, *, is_given: bool) -> str:
    question, candidates = ask.get("question"), ask.get("candidates")
    message = f"open question about '{field}'"
    question = question or _QUESTIONS.get(field.rsplit(".", 1)[-1])
    if isinstance(question, str) and question:
        message += f": {question}"
    if isinstance(candidates, list):
        texts = [text for text in candidates if isinstance(text, str)]
        more = f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
        message += f" [{', '.join(texts[:_SHOWN])}{more}]" if texts else ""
    return f"{message}; '{field}' has a value: if it is right, remove the question" if is_given else message


def _fields(struct: inspect.StructType) -> dict[str, inspect.Type]:
    return {field.encode_name: field.type for field in struct.fields}


def _of_list(kind: inspect.Type) -> inspect.Type:
    plain = unwrap(kind)
    assert isinstance(plain, LISTS)
    return plain.item_type


def _at(value: Value, key: str) -> str | int:
    """Return a key of a path in the type that its container needs, which is a number for a list."""
    return int(key) if isinstance(value, list) and key.isdecimal() else key


def _is_beyond(value: Value, at: str | int) -> bool:
    """Return whether a list has no item with this number."""
    return isinstance(value, list) and isinstance(at, int) and at >= len(value)


def _no_item(field: str, number: str) -> str:
    return f"the question is about '{field}', but there is no item {number}; items are counted from 0"


def _held(value: Value, key: str | int) -> Value:
    """Return the value of a mapping or a list at a key; an empty text if there is none."""
    if isinstance(value, dict):
        return value.get(str(key), "")
    return value[key] if isinstance(value, list) and isinstance(key, int) and key < len(value) else ""


def _mapping(text: str, item: inspect.StructType) -> Value | None:
    """Return the mapping for a short text: the words of a piece of evidence, or `restates ID` for a link."""
    if item.cls is LinkEntry:
        relation, _, to = text.partition(" ")
        return {"to": to, "as": relation} if to else None
    return {item.fields[0].encode_name: text} if len(item.fields) == 1 else None
