"""Write a knowledge file in the style that people use: short lists in brackets, long texts folded."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from msgspec import Struct

    from tajikcli.model.knowledge import AskEntry, KnowledgeFile, StatementEntry

_WIDTH = 118
_PLAIN_IN_BLOCK = re.compile(r"[^\W_](?:[^\n#:\"\\\x00-\x1f]|:(?=\S)|(?<=\S)#|\")*")
_PLAIN_IN_FLOW = re.compile(r"[^\W_](?:[^\n#:{}\[\],?\"\\\x00-\x1f]|:(?=[^\s,\[\]{}])|(?<=\S)#)*")
_ORDER = (
    *("kind", "speaker", "source", "via", "topics", "said", "when", "phase", "hedges", "text", "keywords"),
    *("figures", "evidence", "links", "asks"),
)
# An editor reads the first line, and a person the second one.
_SCHEMA = (
    "# yaml-language-server: $schema=facts.schema.json",
    "# To check this file in an editor, run: tajik schema facts > facts.schema.json",
)


def written(knowledge: KnowledgeFile, *, whole: bool = True) -> str:
    """Return a knowledge file as YAML.

    Args:
        knowledge: its content; fields with a question may be empty.
        whole: whether to write a whole file, with two first lines for editors, the meeting and the sources, or
            only the part to paste into a file.
    """
    lines: list[str] = []
    if whole:
        lines += [*_SCHEMA, *_asks(knowledge.asks, ""), "meeting:", *_mapping(knowledge.meeting, "  ")]
        lines += ["", "sources:", *_definitions(knowledge.sources, short=False)]
    for section in ("speakers", "relays", "topics", "measures"):
        definitions: Mapping[str, Struct] = getattr(knowledge, section)
        if definitions:
            lines += ["", f"{section}:", *_definitions(definitions, short=section != "speakers")]
    lines += ["", "statements:" if knowledge.statements else "statements: []"]
    for statement in knowledge.statements:
        lines += [*_statement(statement), ""]
    return "\n".join(lines).strip("\n") + "\n"


def _definitions(definitions: Mapping[str, Struct], *, short: bool) -> Iterator[str]:
    for slug, definition in definitions.items():
        if short:
            yield f"  {slug}: {_flow(definition)}"
        else:
            yield f"  {slug}:"
            yield from _mapping(definition, "    ")


def _mapping(struct: Struct, indent: str) -> Iterator[str]:
    for key, value in _entries(struct):
        if isinstance(value, list | tuple):
            yield from _folded_list(f"{indent}{key}: ", [_in_flow(item) for item in value], indent)
        else:
            yield f"{indent}{key}: {_in_block(str(value))}".rstrip()


def _statement(statement: StatementEntry) -> Iterator[str]:
    indent = "    "
    yield f"  - id: {statement.id}"
    entries = dict(_entries(statement))
    for key in _ORDER:
        if key not in entries:
            continue
        value: Any = entries[key]
        if key == "text":
            yield from _text(value, indent)
        elif key in {"figures", "evidence", "links"}:
            items = [_flow(item) for item in value]
            line = f"{indent}{key}: [{', '.join(items)}]"
            if len(line) <= _WIDTH:
                yield line
            else:
                yield f"{indent}{key}:"
                yield from (f"{indent}  - {item}" for item in items)
        elif key == "asks":
            yield from _asks(value, indent)
        elif isinstance(value, list | tuple):
            yield from _folded_list(f"{indent}{key}: ", [_in_flow(item) for item in value], indent)
        else:
            yield f"{indent}{key}: {_in_block(value)}".rstrip()


def _text(value: str, indent: str) -> Iterator[str]:
    line = f"{indent}text: {_in_block(value)}".rstrip()
    if len(line) <= _WIDTH or value != " ".join(value.split()):
        yield line
        return
    yield f"{indent}text: >-"
    yield from textwrap.wrap(
        value, _WIDTH, initial_indent=f"{indent}  ", subsequent_indent=f"{indent}  ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _asks(asks: Iterable[AskEntry], indent: str) -> Iterator[str]:
    """Yield questions in a short form, because they are removed when their fields have values."""
    items = []
    for ask in asks:
        parts = [f"field: {ask.field}"]
        if ask.question:
            parts.append(f"question: {_in_flow(ask.question)}")
        if ask.candidates:
            parts.append(f"candidates: [{', '.join(map(_in_flow, ask.candidates))}]")
        items.append(f"{{{', '.join(parts)}}}")
    line = f"{indent}asks: [{', '.join(items)}]"
    if items and len(line) <= _WIDTH:
        yield line
    elif items:
        yield f"{indent}asks:"
        yield from (f"{indent}  - {item}" for item in items)


def _folded_list(start: str, items: list[str], indent: str) -> Iterator[str]:
    line = f"{start}[{', '.join(items)}]"
    if len(line) <= _WIDTH:
        yield line
        return
    yield start.rstrip()
    yield from textwrap.wrap(
        f"[{', '.join(items)}]", _WIDTH, initial_indent=f"{indent}  ", subsequent_indent=f"{indent}   ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _entries(struct: Struct) -> Iterator[tuple[str, object]]:
    """Yield the keys of a mapping with their values, without keys that have default values."""
    for name, key in zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True):
        value = getattr(struct, name)
        if value is None or value in ([], ()):
            continue
        yield key, value


def _flow(struct: Struct) -> str:
    parts = []
    for key, value in _entries(struct):
        shown = (
            f"[{', '.join(map(_in_flow, value))}]"
            if isinstance(value, list | tuple)
            else _in_flow(str(value))
        )
        parts.append(f"{key}: {shown}")
    return f"{{{', '.join(parts)}}}"


def _in_block(text: str) -> str:
    return text if not text or _is_plain(_PLAIN_IN_BLOCK, text) else json.dumps(text, ensure_ascii=False)


def _in_flow(text: str) -> str:
    return text if _is_plain(_PLAIN_IN_FLOW, text) else json.dumps(text, ensure_ascii=False)


def _is_plain(pattern: re.Pattern[str], text: str) -> bool:
    """Return whether a text needs no quotation marks in YAML."""
    return bool(pattern.fullmatch(text)) and text == text.strip() and not text.endswith(":")
