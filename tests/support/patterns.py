"""Try repeated marks on every regular expression of the package within a time limit, and print those that exceed it.

`test_costs.py` runs this in a separate process, in which a timer of processor time interrupts a pattern that
hangs. Patterns are found by inspecting the modules, so new patterns are covered automatically.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import time
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

import tajikcli
from tajikcli.language import transliteration
from tajikcli.language.forms import OnFirstUse
from tajikcli.model.knowledge import KnowledgeFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

# Every kind of mark that a draft, a source, a record or a question may repeat, alone and before words.
MARKS = (
    *("“", "”", "„", "«", "»", "‘", "’", '"', "'", "``", "‹"),
    *(
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "<",
        ">",
        "<!--",
        "-->",
        "<!-- a -->",
        "<p>",
        "</",
        '<a b="',
        "<meta ",
        "<?xml ",
    ),
    *(
        "*",
        "**",
        "_",
        "__",
        "~~",
        "`",
        "```",
        "~~~",
        "#",
        "|",
        "\\",
        "&",
        "&amp",
        "&amp;",
        "http:",
        "https://",
    ),
    *(
        ",",
        ", ",
        ".",
        "...",
        "…",
        ";",
        ":",
        "!",
        "?",
        "-",
        "--",
        "–",
        "—",
        "/",
        "+",
        "=",
        "^",
        "%",
        "$",
        "€",
        "№",
    ),
    *(
        "1",
        "12",
        "1,",
        "1.",
        "1,234",
        "1 234",
        "2024",
        "2024-",
        "1-",
        "first ",
        "from 1 to ",
        "by about ",
        "20 percent ",
    ),
    *(" ", "  ", "\t", "\n", "\r\n", "\n\n", "\n \n", "\u00a0", "\u2028", "\x1b[0m", "> ", "- ", "1. "),
    *("\u0301", "e\u0301", "\u200d", "\u00ad", "\ufeff", "\ufffc", "\ufffd", "🚫", "a", "A", "я", "ғ"),
    *(
        "a ",
        "A ",
        "я ",
        "A. ",
        "U.S. ",
        "Mr. ",
        "a-",
        "a'",
        "a’s ",
        "not ",
        "of the ",
        "said ",
        "he said, ",
        "in May ",
        "rank ",
    ),
)
# The lengths of texts; the longest is only used if the middle one took neither very little time nor a few
# times as long as the shortest.
SIZES = (125, 1_000, 100_000)
# seconds for the middle text; a linear pattern takes a tenth of this, a quadratic one takes more
AT_ONCE = 0.0004
FEW_TIMES = 16  # a linear pattern takes 8 times as long as for the shortest text, a quadratic one 64 times
BOUND = 1.5  # seconds of processor time for a long text: a linear pattern needs at most a tenth, a quadratic one many
PAIRED = '[(<`*" \n-.,1a'  # marks that are also repeated in pairs
METHODS = frozenset({"search", "match", "fullmatch", "finditer", "findall", "sub", "split"})
UNKNOWN = (
    "match",
    "finditer",
)  # the methods of patterns that the code uses under another name

# Patterns that are not constants, which `_elsewhere` or names in the modules represent.
_COMPUTED = {
    *("plain.pattern", "pattern", "kept.get('pattern', '')", "begins", "written"),
    r"f'(?<!\\w){re.escape(written)}(?!\\w)'",  # a word, unchanged
}


class Found(NamedTuple):
    """A pattern, its position, and the methods with which it is used."""

    module: str
    name: str
    pattern: re.Pattern[Any]
    methods: tuple[str, ...]


def modules() -> Iterator[ModuleType]:
    """Yield every module of the package."""
    for found in pkgutil.walk_packages(tajikcli.__path__, "tajikcli."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns() -> Iterator[Found]:
    """Yield every pattern: those in modules and classes, those written where they are used, and those of the model."""
    asked: dict[str, set[str]] = {}
    trees = {}
    for module in modules():
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        trees[module] = tree
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                base = node.value.value if isinstance(node.value, ast.Subscript) else node.value
                if isinstance(base, ast.Attribute) and base.attr == "compiled":
                    base = base.value
                asked.setdefault(ast.unparse(base).rpartition(".")[2], set()).add(node.attr)
    known: set[tuple[Any, int]] = set()
    for module, tree in trees.items():
        for name, value in vars(module).items():
            for pattern in _held(value, module.__name__):
                if (pattern.pattern, pattern.flags) in known:  # imported from another module
                    continue
                known.add((pattern.pattern, pattern.flags))
                yield Found(module.__name__, name, pattern, tuple(sorted(asked.get(name, UNKNOWN))))
        for node in ast.walk(tree):
            if (
                not isinstance(node, ast.Call)
                or not isinstance(node.func, ast.Attribute)
                or node.func.attr not in METHODS
                or ast.unparse(node.func.value) != "re"
            ):
                continue
            flags = [*node.args[4:], *(word.value for word in node.keywords if word.arg == "flags")]
            if node.func.attr not in {"sub", "split"}:
                flags += node.args[2:3]
            try:
                first, *rest = (eval(ast.unparse(part), vars(module)) for part in (node.args[0], *flags))  # noqa: S307 - our own code
            except NameError:
                assert ast.unparse(node.args[0]) in _COMPUTED, ast.unparse(node)
            else:
                yield Found(
                    module.__name__, f"line {node.lineno}", re.compile(first, *rest), (node.func.attr,)
                )
    for written in sorted(_of_the_model()):
        yield Found("tajikcli.model.knowledge", written, re.compile(written), ("search",))
    for written, _ in transliteration._SOUNDS:
        yield Found(transliteration.__name__, written, re.compile(written), ("sub",))


def _held(value: object, module: str) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, OnFirstUse):
        yield value.compiled
    elif isinstance(value, dict):
        for item in value.values():
            yield from _held(item, module)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from _held(item, module)
    elif isinstance(value, type) and value.__module__ == module:
        for item in vars(value).values():
            yield from _held(item, module)


def _of_the_model() -> set[str]:
    found: set[str] = set()

    def look(part: object) -> None:
        if isinstance(part, dict):
            if isinstance(part.get("pattern"), str):
                found.add(part["pattern"])
            for value in part.values():
                look(value)
        elif isinstance(part, list):
            for value in part:
                look(value)

    look(msgspec.json.schema(KnowledgeFile))
    return found


def texts(size: int) -> Iterator[str]:
    """Yield texts of about a given length: repeated marks alone, before words, and in pairs; some have a different end."""
    for mark in MARKS:
        for fragment in (mark, f"{mark}ab "):
            yield f"<{fragment * (size // len(fragment))}!x"
        yield mark * (size // len(mark))
    for one, other in permutations(PAIRED, 2):
        yield f"{(one + other) * (size // 2)}!x"


class TooLongError(Exception):
    """A pattern exceeded its time limit."""


def _interrupt(*_: object) -> None:
    raise TooLongError


def ask(pattern: re.Pattern[Any], method: str, text: str) -> None:
    """Apply a pattern to a text as the package does."""
    given: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
    if method == "sub":
        pattern.sub(given[:0], given)
    elif method == "finditer":
        for _ in pattern.finditer(given):
            pass
    else:
        getattr(pattern, method)(given)


def too_slow(pattern: re.Pattern[Any], method: str) -> str | None:
    """Return the beginning of a text on which a pattern takes too long, or None."""
    for short, middle, long in zip(*map(texts, SIZES), strict=True):
        signal.setitimer(signal.ITIMER_VIRTUAL, BOUND)
        try:
            taken = timed(pattern, method, middle)
            if taken > AT_ONCE and taken > FEW_TIMES * timed(pattern, method, short):
                ask(pattern, method, long)
        except TooLongError:
            return str(long[:20])
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


def timed(pattern: re.Pattern[Any], method: str, text: str) -> float:
    """Return the seconds of processor time that a pattern takes."""
    started = time.thread_time()
    ask(pattern, method, text)
    return time.thread_time() - started


def main() -> None:
    """Print the slow patterns, one per line with module, name, method and beginning of the text; then print their number."""
    signal.signal(signal.SIGVTALRM, _interrupt)
    found = list(patterns())
    for one in found:
        for method in one.methods:
            text = too_slow(one.pattern, method)
            if text is not None:
                print(one.module, one.name, method, repr(text), sep="\t", flush=True)  # noqa: T201 - the output of this program
    print(len(found))  # noqa: T201 - as above


if __name__ == "__main__":
    main()
