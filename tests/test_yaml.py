"""`--format yaml` writes the same as PyYAML, whatever the words are."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tajikcli.render.block import dumped
from tajikcli.text import printable


class Dumper(yaml.SafeDumper):
    """PyYAML, with indented lists and with decimals as numbers."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, D102, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)


Dumper.add_representer(
    Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", f"{value:f}")
)

PIECES = (
    *(
        "a",
        "word",
        "Слово",
        "ҳазор",
        "yes",
        "no",
        "null",
        "~",
        "on",
        "1",
        "2024",
        "2024-12-24",
        "1.79",
        ".5",
        "0x1F",
        "1_000",
        "1e3",
    ),
    *(
        ":",
        ": ",
        " :",
        "#",
        " #",
        "# ",
        "-",
        "- ",
        "---",
        "...",
        "?",
        "? ",
        "'",
        "''",
        '"',
        "`",
        "@",
        "%",
        "&a",
        "*a",
        "!",
        "|",
        ">",
        "=",
    ),
    *(
        ",",
        "[",
        "]",
        "{",
        "}",
        "<<",
        "\\",
        "\t",
        "\n",
        " ",
        "  ",
        "\u00a0",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\x1b",
        "🚫",
        "“",
        "a" * 99,
    ),
    *("several words in a row ", "quite a few more words, with a comma; and so on. "),
)
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=30)
scalars = (
    st.none()
    | st.integers()
    | st.booleans()
    | texts
    | st.decimals(allow_nan=False, allow_infinity=False, places=2)
)
keys = st.sampled_from(["id", "text", "from", "to", "as", "measure_label", "exact"])
mappings = st.dictionaries(keys, scalars | st.lists(scalars, max_size=3), max_size=4)
rows = st.dictionaries(keys, scalars | st.lists(scalars | mappings, max_size=3), max_size=6)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(rows)
@example({"text": "a " * 60, "to": ["b " * 60, {"as": "c'" + " d" * 60}, {}, []]})
@example({})
def test_yaml_is_written_as_pyyaml_writes_it(row: dict[str, Any]) -> None:
    """Texts are byte for byte the same: plain, quoted and folded, in lists, and in mappings in lists."""
    expected = yaml.dump([row], Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)
    if printable(expected) != expected:  # characters that control terminals are escaped
        expected = yaml.dump([row], Dumper=Dumper, sort_keys=False, width=100)
    assert dumped(row) == expected
