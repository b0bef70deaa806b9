"""A parsed file: its value, its faults with their positions on disk, and the characters that YAML forbids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from tajikcli.reader.events import Composer
from tajikcli.reader.faults import MarkedFault

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tajikcli.reader.events import Pointer, Value

# Line breaks for libyaml but not for editors; they would shift all later line numbers.
_ODD_BREAKS = "\x85\u2028\u2029"
_BYTE_ORDER_MARK = "\ufeff"  # allowed at the start, where Windows writes it; invisible elsewhere
# The characters that libyaml refuses anywhere in a file (YAML 1.1, 5.1), and the line breaks above.
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINE_BREAK = re.compile("\r\n?|\n")
_MOST_UNREADABLE = 100_000
_MOST_REPORTED = 20  # the number of unreadable characters to report; a file with more is not text


class Parsed:
    """The value of a file, and its faults as YAML.

    Args:
        content: the whole file, which is valid UTF-8.
        some: as for `Composer`.

    Attributes:
        value: the tree of plain values, or None if there is none.
        faults: the faults, with their positions in the file on disk.
    """

    def __init__(self, content: bytes, some: Callable[[list[Value]], list[Any]] | None = None) -> None:
        self.value: Value | None = None
        self.faults: list[MarkedFault] = []
        self._content, self._some = content, some
        self._removed: dict[int, list[int]] = {}
        if not content.isascii() and _has_odd(content.decode()):  # decoding is faster than looking for bytes
            self._remove_unreadable()
        try:
            self._compose()
        except yaml.reader.ReaderError:
            self._remove_unreadable()
            self._compose()

    def _compose(self) -> None:
        composer = Composer(self._content, some=self._some)
        self.value = composer.compose()
        self.faults += [
            MarkedFault(*self._on_disk(fault.line, fault.column), fault.message) for fault in composer.faults
        ]

    def locate(self, wanted: Collection[Pointer]) -> dict[Pointer, tuple[int, int]]:
        """Return the line and column, counted from 1, of each place.

        This is a second pass over the same events: positions are needed only for faults, and storing one for each scalar of
        a large archive would cost more than the values.

        Args:
            wanted: the places to find; with a place, those of all values around it.

        Returns:
            The positions of the places that exist in the file.
        """
        positions: dict[Pointer, tuple[int, int]] = {}

        def note(pointer: Pointer, mark: Any) -> bool:
            is_wanted = pointer in wanted
            if is_wanted:
                positions[pointer] = self._on_disk(mark.line + 1, mark.column + 1)
            return is_wanted

        Composer(self._content, note).compose()
        return positions

    def _remove_unreadable(self) -> None:
        """Report and remove each character that YAML forbids, so that the rest can be read."""
        text = self._content.decode("utf-8-sig")
        starts = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
        one_line = len(starts) == 1 and any(odd in text for odd in _ODD_BREAKS)
        line = 0
        for count, match in enumerate(_UNREADABLE.finditer(text)):
            while line + 1 < len(starts) and starts[line + 1] <= match.start():
                line += 1
            column = match.start() - starts[line]
            if (
                count == _MOST_UNREADABLE
            ):  # this is not text; other faults would be noise, and their positions would fill the memory
                self._removed = {}
                self._content = b""
                return
            self._removed.setdefault(line, []).append(column)
            if count < (1 if one_line else _MOST_REPORTED):
                message = f"control characters are not allowed; remove U+{ord(match[0]):04X}"
                self.faults.append(MarkedFault(line + 1, column + 1, message))
        # If all line breaks were unusual ones, no other fault can be reported.
        self._content = b"" if one_line else _UNREADABLE.sub("", text).encode()

    def _on_disk(self, line: int, column: int) -> tuple[int, int]:
        for removed in self._removed.get(line - 1, ()):
            if removed < column:
                column += 1
        return line, column


def _has_odd(text: str) -> bool:
    return any(odd in text for odd in _ODD_BREAKS) or text.find(_BYTE_ORDER_MARK, 1) > 0
