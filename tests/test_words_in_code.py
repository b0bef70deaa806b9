"""Words of languages are only in tajikcli/language, from which the logic gets them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

import tajikcli
from tajikcli.language.countries import countries_in

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(tajikcli.__file__).parent  # the installed package, if that is tested
EVERYWHERE = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "language")
# The modules that read texts word by word. Other files have lists of words, too, mainly of HTML elements and
# keys.
LOGIC = [
    path
    for path in EVERYWHERE
    if "proof" in path.parts or path.stem in {"words", "text", "dates", "written_dates", "search"}
]
_LIST = re.compile(r"\s*(?:[^\W\d_]['\u2019\w-]*\s+){2,}[^\W\d_]['\u2019\w-]*\s*")
_ALTERNATIVES = re.compile(r"(?<![\w<(?])[^\W\d_]{2,}(?:\|[^\W\d_]{2,}){2,}")
_WORD = re.compile(r"[a-z]{2,}")
_CYRILLIC = re.compile("[\u0400-\u0481\u048a-\u04ff]")  # letters, without combining characters
_GROUP = re.compile(r"\(\?P<(\w+?)\d*>")
_ENDS = {"endswith", "startswith", "removesuffix", "removeprefix"}

# Each exception has a reason, and has to occur in the code, so that exceptions are removed with their
# reasons.
ALLOWED = {
    ("proof/cuts.py", "sic"): "Latin, and the same in every language",
    ("proof/alignment.py", "equal"): "what RapidFuzz calls a stretch that two texts share",
}


def contract_words() -> set[str]:
    """Return the words of the contract, which occur in the model, in schemas, and in SQL and JSON paths."""
    found: set[str] = set()
    for path in (PACKAGE / "model").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                found.add(node.target.id.rstrip("_"))
    return found


CONTRACT = contract_words()


def docstrings(tree: ast.AST) -> set[int]:
    """Return the nodes that are docstrings or other standalone strings."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def texts(node: ast.AST) -> list[str]:
    """Return the strings of a literal: one string, or the items of a set, list or tuple, or the keys of a dictionary."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        return [text for item in node.elts for text in texts(item)]
    if isinstance(node, ast.Dict):
        return [text for key in node.keys if key is not None for text in texts(key)]
    return []


def words_of_languages(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield each word or list of words of a language in the code, and the word by which it was recognised."""
    idle = docstrings(tree)
    known = CONTRACT | {
        group
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for group in _GROUP.findall(node.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in idle:
            if _CYRILLIC.search(node.value):
                yield "cyrillic", node.value
            if _ALTERNATIVES.search(node.value):
                yield "alternatives", node.value
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [text for argument in node.args for text in texts(argument)]
            if name == "split" and isinstance(node.func, ast.Attribute):
                given = texts(node.func.value)
            if name in {"split", "word_set", "frozenset", "set"} and any(map(_LIST.fullmatch, given)):
                yield "list", " ".join(given)
            if name in _ENDS:
                yield from ((text, text) for text in given if _WORD.fullmatch(text) and text not in known)
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                yield from (
                    (text, text) for text in texts(side) if _WORD.fullmatch(text) and text not in known
                )


@pytest.mark.parametrize("path", LOGIC, ids=[str(path.relative_to(PACKAGE)) for path in LOGIC])
def test_no_file_of_logic_has_words_of_a_language(path: Path) -> None:
    """It has no lists of words, no patterns of alternative words, and no comparisons with words outside the contract."""
    name = str(path.relative_to(PACKAGE).as_posix())
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {(name, kind): text for kind, text in words_of_languages(tree)}
    assert {key: text for key, text in found.items() if key not in ALLOWED} == {}


@pytest.mark.parametrize("path", EVERYWHERE, ids=[str(path.relative_to(PACKAGE)) for path in EVERYWHERE])
def test_no_code_outside_of_the_languages_has_cyrillic_words(path: Path) -> None:
    """Comments and docstrings may give examples."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [text for kind, text in words_of_languages(tree) if kind == "cyrillic"] == []


def test_every_exception_is_still_needed() -> None:
    """An exception that is not needed would hide the next word."""
    for name, kind in ALLOWED:
        tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
        assert kind in {kind for kind, _ in words_of_languages(tree)}, name


def test_no_code_knows_a_person_or_place_of_a_record() -> None:
    """Code that works for the people in the bundled record has to work for everybody else."""
    record = yaml.safe_load((Path(__file__).parents[1] / "facts.yaml").read_text(encoding="utf-8"))
    names = [record["meeting"].get("place") or ""]
    for speaker in record["speakers"].values():
        names += [speaker["name"], *speaker.get("aliases", ())]
    proper = {word for name in names for word in re.findall(r"[^\W\d_]{4,}", name) if word[0].isupper()}
    known = {word for word in proper if countries_in([word])} | {
        "President",
        "Президент",
        "Minister",
        "Министр",
    }
    assert len(proper - known) > 5
    written = [path for path in (PACKAGE / "language").glob("*.py") if path.stem != "names_of_countries"]
    for path in (*LOGIC, *written):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        idle = docstrings(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in idle:
                found = set(re.findall(r"[^\W\d_]+", node.value))
                assert {name.casefold() for name in proper - known}.isdisjoint(map(str.casefold, found)), path


@pytest.mark.parametrize(
    "code",
    [
        'VERBS = word_set("say says said")',
        'WORDS = "say says said".split()',
        'PATTERN = re.compile(r"\\\\b(?:said|says|told)\\\\b")',
        'if word == "by": pass',
        'if word in {"the", "a"}: pass',
        'word.endswith("ing")',
        'name.endswith(("ова", "ева"))',
        'TITLE = "президент"',
    ],
)
def test_the_rule_finds_the_cases_it_was_made_for(code: str) -> None:
    """Each case was once a word in the logic."""
    assert list(words_of_languages(ast.parse(code)))


def private_names(tree: ast.Module) -> dict[str, int]:
    """Return the private names that a module assigns outside functions and classes, with their lines."""
    found = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            for name in ast.walk(target) if isinstance(target, ast.AST) else ():
                if isinstance(name, ast.Name) and name.id.startswith("_") and name.id.strip("_"):
                    found[name.id] = node.lineno
    return found


def test_every_private_name_of_a_module_is_used_in_it() -> None:
    """The linter only finds unused names inside functions."""
    unused = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        loaded = {
            node.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        unused += [
            f"{path.relative_to(PACKAGE)}:{line} {name}"
            for name, line in private_names(tree).items()
            if name not in loaded and not name.endswith("__")
        ]
    assert unused == []
