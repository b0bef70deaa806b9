"""Claims: each is a head and the accounts that link to it, in any order; any other structure is reported."""

from __future__ import annotations

import random
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support.lake import Answer, run_cli

ROOT = Path(__file__).parents[1]
HEAD = """\
meeting: {id: lake-2031, title: Lake talks, date: 2031-05-03}
sources:
  herald: {publisher: Harbour Herald, language: en}
  post: {publisher: Other Post, language: en}
speakers: {orlova: {name: Vera Orlova}, berg: {name: Jón Berg}}
topics: {trade: {label: Trade}}
measures: {trade: {label: Two-way trade}}
statements:
  - {id: by-orlova, kind: quote, topics: [trade], speaker: orlova, text: We trade}
  - {id: by-berg, kind: quote, topics: [trade], speaker: berg, text: So do we}
"""
BY_NOBODY = dict.fromkeys(("by-orlova", "by-berg"))  # claims of quotes
TEN = "figures: [{measure: trade, value: 10, unit: USD}]"


def fact(name: str, *links: str, more: str = "") -> str:
    """Return a fact on a separate line; a link is `restates head`."""
    told = ", ".join(f"{{to: {link.split()[1]}, as: {link.split()[0]}}}" for link in links)
    kind = "" if "kind:" in more else "kind: paraphrase, " if "speaker:" in more else "kind: narration, "
    evidence = "" if "kind: quote" in more else ", evidence: [{exact: some words}]"
    text = "" if "text:" in more else ", text: Some text"
    return (
        f"  - {{id: {name}, links: [{told}], {kind}topics: [trade]{text}{evidence}{more and ', '}{more}}}\n"
    )


def linted(folder: Path, *facts: str) -> Answer:
    path = folder / "record.yaml"
    path.write_text(HEAD + "".join(facts), encoding="utf-8")
    return run_cli("lint", path)


QUOTE, ORLOVA, BERG = "kind: quote, speaker: orlova", "speaker: orlova", "speaker: berg"
BROKEN = [
    (
        [fact("h"), fact("a", "restates h"), fact("b", "varies a")],
        "13:26: 'a' is itself an account; link to its head, 'h'",
    ),
    (
        [fact("h"), fact("a", "restates h"), fact("b", "restates a"), fact("c", "restates b")],
        "13:26: 'a' is itself an account; link to its head, 'h'\n14:26: 'b' is itself an account; link to its head, 'h'",
    ),
    (
        [fact("a", "restates b"), fact("b", "varies a")],
        "11:26: these links form a cycle: a → b → a; expected one head without such a link",
    ),
    (
        [fact("z", "restates a"), fact("a", "restates b"), fact("b", "varies a")],
        "11:26: 'a' is itself an account, and its links form a cycle; link to a head\n12:26: these links form a cycle: a → b → a; expected one head without such a link",
    ),
    (
        [fact("h"), fact("i"), fact("a", "restates h", "varies i")],
        "13:49: 'a' is already an account of 'h'; an account has one head, so keep one of the links",
    ),
    (
        [fact("a", "restates hill-2032/h")],
        "11:26: 'hill-2032/h' belongs to another meeting; expected a fact from this meeting",
    ),
    (
        [fact("h", more=ORLOVA), fact("a", "restates h", more=BERG)],
        "12:26: 'a' has the speaker berg but 'h' has the speaker orlova; expected a fact with the speaker berg, or no link",
    ),
    (
        [fact("h", more=ORLOVA), fact("a", "varies h")],
        "12:26: 'a' has no speaker but 'h' has the speaker orlova; expected a fact with no speaker, or no link",
    ),
    (
        [fact("q", more=QUOTE), fact("a", "restates q", more=ORLOVA)],
        "12:33: 'restates' links two facts or two quotes, but 'q' is a quote and 'a' is a fact; did you mean 'part-of'?",
    ),
    (
        [fact("h", more=ORLOVA), fact("q", "varies h", more=QUOTE)],
        "12:33: 'varies' links two facts or two quotes, but 'q' is a quote and 'h' is a fact; link a fact that is part of 'q' instead",
    ),
    (
        [fact("q", more=QUOTE), fact("r", "varies q", more=QUOTE)],
        "12:33: 'r' and 'q' are quotes, but 'varies' links two facts; did you mean 'restates'?",
    ),
    (
        [fact("h"), fact("a", "restates h"), fact("i", "conflicts a")],
        "13:26: 'a' is an account, but only heads can conflict; link to its head, 'h'",
    ),
    (
        [fact("h"), fact("a", "restates h", "conflicts i"), fact("i")],
        "12:49: 'a' is an account, but only heads can conflict; move the link to its head, 'h'",
    ),
    (
        [fact("h", "conflicts a"), fact("a", "varies h")],
        "11:26: 'h' and 'a' belong to the same claim, 'h', so they cannot conflict; expected facts from two claims",
    ),
]


@pytest.mark.parametrize(("facts", "told"), BROKEN)
def test_a_claim_that_is_not_a_star_is_reported_with_its_position_and_head(
    facts: list[str], told: str, tmp_path: Path
) -> None:
    """One fault takes one line, and the record is refused, because its claims would be ambiguous."""
    answer = linted(tmp_path, *facts)
    assert answer.code == 1
    assert re.sub(r"(?m)^.*record[.]yaml:", "", answer.out) == f"{told}\n"
    assert run_cli("--file", tmp_path / "record.yaml", "facts").code == 3


def test_quotes_that_restate_quotes_are_in_no_claim(tmp_path: Path) -> None:
    """Even in chains and cycles, they are only shown together."""
    quotes = [fact("q", "restates r", more=QUOTE), fact("r", "restates q", more=QUOTE)]
    assert linted(tmp_path, *quotes, fact("h", "part-of q", more=ORLOVA)).code == 0
    rows = run_cli("--file", tmp_path / "record.yaml", "statements", "--json").json
    assert {row["id"]: row["claim"] for row in rows} == {**BY_NOBODY, "q": None, "r": None, "h": "h"}


def test_an_account_that_names_a_merged_id_is_of_the_claim_that_has_it_now(tmp_path: Path) -> None:
    """Articles and links may still have old ids."""
    assert linted(tmp_path, fact("h", more="was: [old]"), fact("a", "varies lake-2031/old")).code == 0
    rows = run_cli("--file", tmp_path / "record.yaml", "facts", "--json").json
    assert [row["claim"] for row in rows] == ["h", "h"]


def test_long_chains_and_cycles_are_reported_as_fast_as_short_ones(tmp_path: Path) -> None:
    """A file with 5,000 links is read link by link, and a cycle of any length is one fault in one line."""
    chain = [fact("s0"), *(fact(f"s{n}", f"restates s{n - 1}") for n in range(1, 5_000))]
    assert "error" in linted(tmp_path, *chain).err
    cycle = [fact(f"s{n}", f"restates s{(n + 1) % 5_000}") for n in range(5_000)]
    answer = linted(tmp_path, *cycle)
    assert answer.out.count("\n") == 1
    assert "s0 → s1 → s2 → s3 → … → s0;" in answer.out


@pytest.mark.parametrize(
    ("head", "account", "told"),
    [
        (TEN, "figures: [{measure: trade, value: 10.0, unit: USD}]", ""),
        (TEN, "", ""),
        (
            "figures: [{measure: trade, value: 1080, scale: million, unit: USD}]",
            "figures: [{measure: trade, value: 1.08, scale: billion, unit: USD}]",
            "",
        ),
        (
            TEN,
            "figures: [{measure: trade, value: 11, unit: USD}]",
            "the figure here is 11 USD, but in 'h' it is 10 USD",
        ),
        ("", TEN, "the figure here is 10 USD, but 'h' has no figure"),
        (
            TEN,
            "figures: [{measure: trade, value: 10, approx: about, unit: USD}]",
            "the figure here is about 10 USD, but in 'h' it is 10 USD",
        ),
        (
            TEN,
            "figures: [{measure: trade, value: 10, unit: USD, period: 2030}]",
            "the figure here is 10 USD (2030), but in 'h' it is 10 USD",
        ),
        (
            "figures: [{measure: trade, from: 72, to: 82, unit: men}]",
            "figures: [{measure: trade, value: 72, unit: men}]",
            "the figure here is 72 men, but in 'h' it is 72 → 82 men",
        ),
    ],
)
def test_a_restated_figure_that_differs_is_a_warning(
    head: str, account: str, told: str, tmp_path: Path
) -> None:
    """Number, unit, approximation and period must agree; a number in a different notation is the same."""
    answer = linted(tmp_path, fact("h", more=head), fact("a", "restates h", more=account))
    assert answer.code == 0
    assert answer.out.count("warning") == bool(told)
    assert not told or f"12:33: warning: {told}; did you mean 'as: varies'?" in answer.out
    assert linted(tmp_path, fact("h", more=head), fact("a", "varies h", more=account)).out == ""


ALIKE = "text: Trade between Aland and Borduria has grown every single year"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (ALIKE, f"{ALIKE} again, source: post", True),
        (ALIKE, ALIKE, False),  # one source makes a claim twice
        (f"{ALIKE}, {ORLOVA}", f"{ALIKE}, {BERG}, source: post", False),
        (f"{ALIKE}, {ORLOVA}", f"{ALIKE}, {ORLOVA}, source: post", True),
        (f"{ALIKE}, {TEN}", f"{ALIKE}, {TEN.replace('10', '11')}, source: post", False),
        (
            f"text: Trade reached a volume of ten dollars, {TEN}",
            f"text: A volume of trade of ten dollars was told, {TEN}, source: post",
            True,
        ),
        (f"text: Ten dollars, {TEN}", f"text: Nothing alike at all is here, {TEN}, source: post", False),
        (ALIKE, "text: Fish between the lake and the mill has grown every year, source: post", False),
    ],
)
def test_a_fact_that_looks_like_an_account_of_no_claim_is_a_warning(
    one: str, other: str, *, told: bool, tmp_path: Path
) -> None:
    """It is from another source, by the same speaker, in nearly the same words, and has no different figure."""
    facts = [fact("h", more=one), fact("a", more=other)]
    answer = linted(tmp_path, *facts)
    assert answer.code == 0
    if told:
        assert "12:" in answer.out
        assert (
            "'a' looks like an account of 'h'; if it is one, add links: [{to: h, as: restates}]" in answer.out
        )
    else:
        assert answer.out == ""
    for link in ("restates", "varies", "conflicts"):
        linked = [facts[0], facts[1].replace("links: []", f"links: [{{to: h, as: {link}}}]")]
        assert "looks like" not in linted(tmp_path, *linked).out


def test_lint_of_the_bundled_record_without_links_warns_only_about_claims(tmp_path: Path) -> None:
    """Lint reports only pairs that were linked by hand, and reports nothing if the links are there."""
    text = (ROOT / "facts.yaml").read_text(encoding="utf-8")
    by_hand = {name.partition("/")[2]: head for name, head in claims_of(ROOT / "facts.yaml").items()}
    without = re.sub(r"(?:, )?\{to: [a-z0-9-]+, as: (?:restates|varies)\}", "", text)
    path = tmp_path / "unlinked.yaml"
    path.write_text(without.replace("links: [, ", "links: ["), encoding="utf-8")
    told = re.findall("'([a-z0-9-]+)' looks like an account of '([a-z0-9-]+)'", run_cli("lint", path).out)
    assert len(told) >= 12
    assert [pair for pair in told if by_hand[pair[0]] != by_hand[pair[1]]] == []
    assert run_cli("lint", ROOT / "facts.yaml").out == ""


def claims_of(path: Path) -> dict[str, str | None]:
    """Return the claim of each statement, by its full id."""
    answer = run_cli("--file", path, "statements", "--json")
    assert answer.code == 0, answer.err
    return {f"{row['meeting']}/{row['id']}": row["claim"] for row in answer.json}


def heads_by_hand(content: dict[str, Any]) -> dict[str, str | None]:
    """Compute claims only from the links of a file, as a reader with a pencil would."""
    found: dict[str, str | None] = {}
    for entry in content["statements"]:
        named = [one["to"] for one in entry.get("links", []) if one["as"] in ("restates", "varies")]
        claim = None if entry["kind"] == "quote" else named[0] if named else entry["id"]
        found[f"{content['meeting']['id']}/{entry['id']}"] = claim
    return found


@pytest.mark.parametrize("seed", range(3))
def test_no_claim_of_the_bundled_record_changes_with_the_order_of_its_statements_and_sources(
    seed: int, tmp_path: Path
) -> None:
    """Adding a source whose statements are between the others does not change any claim, either."""
    content = yaml.load((ROOT / "facts.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it creates only texts
    before = claims_of(ROOT / "facts.yaml")
    assert before == heads_by_hand(content)
    assert len(set(before.values())) < len(before)
    dice = random.Random(seed)  # noqa: S311 - an order, not a secret
    first = next(iter(content["sources"]))
    for entry in content["statements"]:
        entry.setdefault("source", first)
    added = [
        {
            "id": f"new-{number}",
            "kind": "narration",
            "source": "new",
            "text": "Some text.",
            "topics": ["trade"],
        }
        | {"evidence": [{"exact": "text"}], "links": [{"to": head, "as": "varies"}] if head else []}
        for number, head in enumerate(["trade-main-partner", "tass-agenda", None])
    ]
    content["sources"]["new"] = {"publisher": "New Paper", "language": "en"}
    content["statements"] += added
    dice.shuffle(content["statements"])
    sources = list(content["sources"].items())
    dice.shuffle(sources)
    content["sources"] = dict(sources)
    path = tmp_path / "shuffled.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    after = claims_of(path)
    assert {name: after[name] for name in before} == before
    assert after["igora-2024/new-0"] == "trade-main-partner"
    assert after["igora-2024/new-2"] == "new-2"


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["restates", "varies"])), min_size=1, max_size=8),
    st.randoms(use_true_random=False),
)
def test_in_any_order_of_files_and_statements_a_claim_is_what_its_links_say(
    links: list[tuple[int, str]], dice: random.Random
) -> None:
    """Two meetings have facts with the same ids, and the oracle reads only the links."""
    heads = [f"h{number}" for number in range(10)]
    accounts = {f"a{number}": (heads[head], how) for number, (head, how) in enumerate(links)}
    oracle: dict[str, str | None] = {}
    with TemporaryDirectory() as folder:
        for meeting in ("lake-2031", "hill-2032"):
            lines = [fact(head, more=f"source: {dice.choice(['herald', 'post'])}") for head in heads]
            lines += [fact(name, f"{how} {head}") for name, (head, how) in accounts.items()]
            dice.shuffle(lines)
            name = f"{dice.choice('abc')}-{meeting}.yaml"
            text = HEAD.replace("lake-2031", meeting) + "".join(lines)
            Path(folder, name).write_text(text, encoding="utf-8")
            oracle |= {f"{meeting}/{quote}": None for quote in BY_NOBODY}
            oracle |= {f"{meeting}/{head}": head for head in heads}
            oracle |= {f"{meeting}/{name}": head for name, (head, _) in accounts.items()}
        assert claims_of(Path(folder)) == oracle


@settings(max_examples=80)
@given(st.lists(st.none() | st.integers(0, 7), min_size=8, max_size=8))
def test_lint_finds_a_fault_only_where_one_account_links_to_another(links: list[int | None]) -> None:
    """Chains, cycles and trees of any form agree with an independent count of claims that are not stars."""
    facts = [
        fact(f"s{number}") if head is None or head == number else fact(f"s{number}", f"varies s{head}")
        for number, head in enumerate(links)
    ]
    names = {number: head for number, head in enumerate(links) if head is not None and head != number}
    wrong = [number for number, head in names.items() if head in names]
    with TemporaryDirectory() as folder:
        answer = linted(Path(folder), *facts)
    assert (answer.code == 1) == bool(wrong)
    told = {int(line.split(":")[1]) - 11 for line in answer.out.splitlines()}
    assert told <= set(wrong)
    circling = {number for number in wrong if number in _reached(names, number)}
    assert set(wrong) - circling <= told
    assert all(told & _reached(names, number) for number in circling)


def _reached(names: dict[int, int], number: int) -> set[int]:
    """Return the last fact in a chain of links."""
    found: set[int] = set()
    while number in names and names[number] not in found:
        number = names[number]
        found.add(number)
    return found
