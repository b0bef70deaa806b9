"""Write YAML in block style exactly as PyYAML does, a dozen times faster.

PyYAML inspects every character in Python. This module writes the simple cases directly: texts of ordinary
characters with single spaces
between words, plain or in single quotation marks. PyYAML writes everything else.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import yaml

from tajikcli.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WIDTH = 100
# Printable characters (YAML 1.1, 5.1) except line breaks, with single spaces between words.
_ORDINARY = re.compile(
    "[!-~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]+"
    "(?: [!-~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]+)*"
)
_INDICATORS = frozenset("#,[]{}&*!|>'\"%@`")
_FLOAT = re.compile(r"-?[0-9]+[.][0-9]+")
_RESOLVERS = yaml.SafeDumper.yaml_implicit_resolvers


class _Dumper(yaml.SafeDumper):
    """Writes decimals as numbers, and indents lists inside their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)


_Dumper.add_representer(
    Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", f"{value:f}")
)
_Dumper.add_multi_representer(StrEnum, lambda dumper, value: dumper.represent_str(value.value))

_Dumper.add_multi_representer(StrEnum, lambda dumper, value: dumper.represent_str(value.value))


def dumped(row: Mapping[str, object]) -> str:
    """Return an answer as an item of a list in block style.

    Args:
        row: its values: texts, numbers, None, lists of these, and lists of mappings to these.
    """
    if not row:
        return _by_pyyaml([row])
    text = "".join(_mapping(row, 0))
    if printable(text) != text:  # a path with characters that YAML accepts and terminals obey
        text = str(yaml.dump([row], Dumper=_Dumper, sort_keys=False, width=_WIDTH))
    return text


def _by_pyyaml(value: object) -> str:
    written: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return written


def _mapping(row: Mapping[str, object], dash: int) -> Iterator[str]:
    """Yield a mapping that is an item of a list, with the dashes in one column."""
    before = f"{' ' * dash}- "
    for key, value in row.items():
        if isinstance(value, list) and value:
            yield f"{before}{key}:\n"
            for item in value:
                if isinstance(item, dict) and item:
                    yield from _mapping(item, dash + 4)
                else:
                    yield _line(item, f"{' ' * (dash + 4)}-", None, dash + 6)
        else:
            yield _line(value, f"{before}{key}:", key, dash + 4)
        before = " " * (dash + 2)


def _line(value: object, before: str, key: str | None, indent: int) -> str:
    """Return the value that follows a key or a list dash."""
    written = None
    if value is None:
        written = "null"
    elif value == []:
        written = "[]"
    elif isinstance(value, str):
        if _ORDINARY.fullmatch(value):
            written = _folded(value, len(before), indent)
    elif isinstance(value, int):
        written = str(value).lower()
    elif isinstance(value, Decimal) and _FLOAT.fullmatch(f"{value:f}"):
        written = f"{value:f}"
    if written is None:
        written = _unusual(value, key, indent)
    return f"{before} {written}\n"


def _folded(text: str, column: int, indent: int) -> str:
    """Return a text with lines broken after the width, in plain style if it cannot be mistaken for another type."""
    quoted = not _is_plain(text)
    mark = "'" if quoted else ""
    if quoted:
        text = text.replace("'", "''")
    column += 1 + len(mark)
    if column + len(text) <= _WIDTH or " " not in text:
        return f"{mark}{text}{mark}"
    lines: list[str] = []
    start = 0
    while (place := text.find(" ", start + max(0, _WIDTH + 1 - column))) >= 0:
        lines.append(text[start:place])
        start, column = place + 1, indent
    lines.append(text[start:])
    return f"{mark}{f'{chr(10)}{chr(32) * indent}'.join(lines)}{mark}"


def _is_plain(text: str) -> bool:
    first = text[0]
    if first in _INDICATORS or text.startswith(("---", "...")):
        return False
    if first in "-?:" and (len(text) == 1 or text[1] == " "):
        return False
    if ": " in text or text[-1] == ":" or " #" in text:
        return False
    return not any(pattern.match(text) for _, pattern in _RESOLVERS.get(first, ()))


def _unusual(value: object, key: str | None, indent: int) -> str:
    """Return a value as PyYAML writes it in this position."""
    placed: Any = [value] if key is None else [{key: value}]
    depth = (indent - (2 if key is None else 4)) // 4
    for _ in range(depth):
        placed = [{"in": placed}]
    written = _by_pyyaml(placed).split("\n", depth)[depth]
    return written[indent + len(key or "") :].removesuffix("\n")
