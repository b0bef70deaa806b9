"""The documentation agrees with tajik: examples are real, and it is complete without inventions.

`make docs` updates everything that these tests compare.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import click
import msgspec
import pytest

from tajikcli import paths
from tajikcli.cli import tajik
from tajikcli.commands import COMMANDS
from tajikcli.environment import ENVIRONMENT
from tajikcli.exits import MEANINGS
from tajikcli.model import answers, knowledge
from tajikcli.model.relations import Relation
from tajikcli.model.verdicts import OF_FIGURES, OF_QUOTATIONS, Attribution
from tajikcli.proof.styles import STYLES
from tajikcli.reader import events
from tajikcli.reader.files import examine
from tajikcli.render import FORMATS, GITHUB
from tajikcli.render.views import VIEWS
from tajikcli.schemas import output_schema

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import reference  # noqa: E402
import screens  # noqa: E402

import docs  # noqa: E402 - it is in tools/, which is not a package

PAGES = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in docs.pages()}
GUIDE = PAGES["docs/knowledge-file.md"]
EXAMPLES = [(name, number) for name, page in PAGES.items() for number in range(len(screens.examples(page)))]
OF_OTHER_PROGRAMS = {
    "--upgrade",
    "--without-keywords",
    "--bibliography",
    "--citeproc",
    "--from",
    "--late",
    "--no-deps",
    "--output",
    "--record",
    "--require-hashes",
    "--requirement",
    "--silent",
}

pytestmark = pytest.mark.bundled


def test_there_are_examples() -> None:
    """Every important page has examples."""
    assert len(EXAMPLES) > 15
    assert {"README.md", "docs/queries.md", "docs/check.md", "docs/scripts.md"} <= {
        name for name, _ in EXAMPLES
    }


@pytest.mark.parametrize(("name", "number"), EXAMPLES, ids=[f"{name}-{number}" for name, number in EXAMPLES])
def test_each_example_shows_what_the_command_prints(name: str, number: int, tmp_path: Path) -> None:
    """A reader who types a command of a page sees what the page shows (on an 80-column terminal)."""
    shown = screens.examples(PAGES[name])
    if program := screens.missing(shown[number]):
        pytest.skip(f"{program} is not installed")
    for example in shown[:number]:
        if example.command.startswith("cat "):
            screens.run(example, tmp_path)
    assert screens.run(shown[number], tmp_path) == shown[number].output


def test_an_outdated_example_is_updated(tmp_path: Path) -> None:
    """`make docs` does this with a page; only the output changes."""
    page = (
        "Text.\n\n```console\n$ cat a.md\n“No.”\n$ tajik facts trde\nold\n```\n\n```sh\ntajik topics\n```\n"
    )
    new = page.replace("old", "tajik: unknown topic 'trde'; did you mean trade?")
    assert screens.renewed(page, tmp_path) == new
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "“No.”\n"


@pytest.mark.parametrize("name", PAGES)
def test_the_parts_that_come_from_the_code_are_up_to_date(name: str) -> None:
    """These are help, keys, exit codes and variables; `make docs` updates them."""
    assert reference.renewed(PAGES[name]) == PAGES[name]


def test_a_key_without_a_description_is_refused() -> None:
    """A table of keys is always complete."""

    class Undescribed(msgspec.Struct):
        """An answer.

        Attributes:
            first: the first key.
        """

        first: int
        second: int

    with pytest.raises(ValueError, match="Undescribed"):
        list(reference._described(Undescribed))


def _lines() -> list[tuple[str, list[str]]]:
    """Return the lines of shell code that start tajik, each with its page and its words."""
    return [
        (name, shlex.split(line.removeprefix("$ "), comments=True))
        for name, page in PAGES.items()
        for block in re.findall(r"^```(?:sh|console|text)\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
        if re.match(r"(\$ )?tajik (--file \S+ )?[a-z-]+( [^:]|$)", line) and "OPTIONS" not in line
    ]


def test_every_line_that_starts_tajik_can_be_typed() -> None:
    """The command and its options exist, even if the page shows no output."""
    seen = 0
    for name, words in _lines():
        typed = next(([*words[:at]] for at, word in enumerate(words) if re.match(r"[|>;]", word)), words)
        typed = [word.rstrip(";") for word in typed[1:]]
        root = tajik.make_context("tajik", [*typed])
        rest = [*root._protected_args, *root.args]
        command = tajik.get_command(root, rest[0])
        assert command is not None, (name, words)
        command.make_context(rest[0], rest[1:], parent=root)
        seen += 1
    assert seen > 60


def _options() -> set[str]:
    """Return every long option of every command."""
    context = click.Context(tajik, info_name="tajik", **tajik.context_settings)
    commands = [tajik, *(tajik.get_command(context, name) for name in COMMANDS)]
    return {
        name
        for command in commands
        if command is not None
        for parameter in command.get_params(context)
        for name in parameter.opts
        if name.startswith("--")
    }


def test_every_option_is_documented_and_no_other() -> None:
    """Each option of a command is on a page, and each option on a page exists."""
    documented = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", "\n".join(PAGES.values()))) - OF_OTHER_PROGRAMS
    assert _options() - documented == set()
    assert documented - _options() == set()


def test_every_filter_is_explained_on_the_page_of_queries() -> None:
    """Readers look for filters there."""
    from tajikcli.commands.options import FILTERS

    for name in (*FILTERS, "kind"):
        assert f"`--{name} " in PAGES["docs/queries.md"], name


def test_every_command_is_documented() -> None:
    """The pages name every command."""
    for name in COMMANDS:
        assert f"\n## {name}\n" in PAGES["docs/commands.md"], name


def test_every_exit_code_is_documented_with_its_meaning() -> None:
    """Authors of scripts find each code and its meaning."""
    for code, meaning in MEANINGS.items():
        assert f"| {code} | {meaning} |" in PAGES["docs/scripts.md"]


def test_every_format_is_documented() -> None:
    """This includes the format of a single command, and the styles of citations."""
    for name in (*FORMATS, GITHUB):
        assert f"| `{name}` |" in PAGES["docs/formats.md"], name
    for name in STYLES:
        assert f"`{name}`" in PAGES["docs/cite.md"], name


def test_every_verdict_is_documented() -> None:
    """A table has the verdicts on quotations in the order of the tests; the text has those on figures."""
    table = re.findall(r"^\| `(\w+)` \|", PAGES["docs/check.md"], re.MULTILINE)
    assert table == [verdict.value for verdict in OF_QUOTATIONS]
    for verdict in OF_FIGURES:
        assert f"`{verdict.value}`" in PAGES["docs/check.md"]
    for attribution in Attribution:
        assert (
            f"`{attribution.value}`"
            in PAGES["docs/check.md"].partition("**speaker**")[2].partition("**figure**")[0]
        )
    for verdict in (*OF_FIGURES, *OF_QUOTATIONS, *Attribution):
        assert f"`{verdict.value}`" in PAGES["docs/json.md"]
    sentences = [
        re.search(r"exits with 1 if a quotation is [^.]*", " ".join(text.split()), re.IGNORECASE)
        for text in (PAGES["docs/check.md"], PAGES["docs/commands.md"].replace("\\", ""))
    ]
    for verdict in OF_QUOTATIONS:
        for sentence in sentences:
            assert sentence is not None
            assert bool(re.search(rf"\b{verdict.value}\b", sentence[0])) == verdict.is_fault, verdict


def test_every_variable_that_the_code_reads_is_documented_and_in_the_help() -> None:
    """No environment variable changes an answer secretly."""
    code = "".join(path.read_text(encoding="utf-8") for path in Path(paths.__file__).parent.rglob("*.py"))
    read = set(re.findall(r"""environ(?:\.get\(|\[)["']([A-Z_]+)["']""", code)) | {
        paths.VARIABLE,
        "TAJIK_CACHE_DIR",
    }
    # every program treats these variables in the same way
    of_systems = {"TERM", "LOCALAPPDATA", "XDG_CACHE_HOME", "HOME"}
    assert read - of_systems <= set(ENVIRONMENT)
    for name in ENVIRONMENT:
        assert f"| `{name}` |" in PAGES["docs/environment.md"], name


def test_every_key_of_the_contract_is_described_in_order() -> None:
    """Each printed object has a table with its keys, and there are no other tables."""
    tables = {
        name: re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
        for name, table in re.findall(
            r"^<!-- from the code: keys (\w+) -->\n(.*?)^<!-- end -->",
            PAGES["docs/json.md"],
            re.DOTALL | re.MULTILINE,
        )
    }
    schema = output_schema()["$defs"]
    structs = [
        kind for kind in vars(answers).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
    ]
    printed = {struct for struct in structs if struct.__name__ in schema}
    in_words = {
        "Evidence": ["exact"],
        "Link": ["to", "as"],
        "Difference": ["text", "record"],
        "Near": ["statement", "text"],
        "Failure": ["error"],
        "Summary": ["summary"],
    }
    assert {struct.__name__ for struct in printed} - set(in_words) <= set(tables)
    for struct in printed - {getattr(answers, name) for name in in_words}:
        inherited = [kind.__name__ for kind in reversed(struct.__mro__) if kind.__name__ in tables]
        described = [key for name in inherited for key in tables[name]]
        assert described == list(schema[struct.__name__]["properties"]), struct.__name__
    for name, keys in in_words.items():
        assert list(schema[name]["properties"]) == keys
        assert all(f"`{key}`" in PAGES["docs/json.md"] or f'"{key}"' in PAGES["docs/json.md"] for key in keys)


def test_every_command_that_answers_is_named_beside_its_keys() -> None:
    """Authors of scripts find the keys of a command by its name."""
    for command in VIEWS:
        assert re.search(f"`(tajik )?{command}`|## A {command.removesuffix('s')}", PAGES["docs/json.md"]), (
            command
        )


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    """Links lead to existing files and headings."""
    for target in re.findall(
        r"\]\(([^)\s]+)\)", re.sub(r"```.*?```|`[^`]*`", "", PAGES[name], flags=re.DOTALL)
    ):
        if target.startswith("https://"):
            continue
        path, _, heading = target.partition("#")
        page = (ROOT / name).parent / path if path else ROOT / name
        assert page.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in headings]
            assert heading in slugs, target


def test_no_page_skips_a_level_of_headings() -> None:
    """A table of contents can be generated for each page."""
    for name, page in PAGES.items():
        levels = [
            len(marks)
            for marks in re.findall(r"^(#+) ", re.sub(r"```.*?```", "", page, flags=re.DOTALL), re.MULTILINE)
        ]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_the_manual_page_is_up_to_date_with_the_help() -> None:
    """`make man` was run after the last change to the help."""
    made = subprocess.run([sys.executable, ROOT / "docs" / "manpage.py"], capture_output=True, check=True)
    assert (ROOT / "docs" / "tajik.1").read_bytes() == made.stdout


def test_the_manual_page_has_every_command_option_exit_code_and_variable() -> None:
    """Its special characters are escaped."""
    page = (ROOT / "docs" / "tajik.1").read_text(encoding="utf-8").replace("\\-", "-")
    for name in COMMANDS:
        assert f".SS tajik {name}" in page
    for wanted in ("--speaker NAME", "--no-pager", "TAJIK_FACTS", ".SH EXIT STATUS"):
        assert wanted in page
    assert not [line for line in page.splitlines() if line.startswith("'")]


def test_the_example_of_the_guide_is_valid() -> None:
    """A file that starts from the example has no faults."""
    example = re.search(r"```yaml example\n(.*?)```", GUIDE, re.DOTALL)
    assert example is not None
    assert examine(example[1].encode(), "example.yaml").problems == []


def test_the_guide_has_every_key_of_the_model_and_no_other() -> None:
    """An author finds each key, and whether it is required."""
    structs = [
        kind
        for kind in vars(knowledge).values()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and msgspec.structs.fields(kind)
    ]
    fields = [field for kind in structs for field in msgspec.structs.fields(kind)]
    keys = {field.encode_name for field in fields}
    required = {field.encode_name for field in fields if field.required}
    tables = "\n".join(line for line in GUIDE.splitlines() if line.startswith("|"))
    first_cells = " ".join(
        cell for row in tables.splitlines() for cell in row.split("|")[1:3] if "holds" not in cell
    )
    assert keys - set(re.findall(r"`([a-z]+)`", tables)) == set()
    assert set(re.findall(r"`([a-z]+)`\*", first_cells)) <= required


def test_the_guide_describes_every_link_as_the_model_does() -> None:
    """One table has all relations and no others."""
    table = GUIDE.partition("### Links")[2].partition("###")[0]
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", table, re.MULTILINE))
    del rows["as"]  # the head
    assert set(rows) == set(Relation)
    for relation in Relation:
        assert rows[relation].startswith(relation.meaning), relation


def test_the_guide_states_the_limits_that_hold() -> None:
    """The limits for files from strangers are documented."""
    for limit in (
        f"{events.MOST_BYTES // 1024**2} MiB",
        f"{events.MOST_DEPTH} levels",
        f"{events.MOST_KEY} characters per key",
        f"{events.MOST_SCALAR:,} per value",
    ):
        assert limit in " ".join(GUIDE.split()), limit
