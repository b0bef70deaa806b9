"""Measure how much of a text `tajik extract` gets right, on texts for which people have written the answers.

    .venv/bin/python benchmarks/extract.py FOLDER

The folder has a text (`NAME.txt`, `.html`, `.md` or `.docx`) and its answers (`NAME.json`) for each NAME. The
texts belong to other people and are not in any repository. The answers are an object with these keys:

    published   the date of publication, or null if neither the text nor the address gives it
    url         the address, or null
    quotes      a list of {text, speaker}: the words as printed, and the speaker's last name; null if the text
                names nobody. The words of one turn of a transcript are one quote
    figures     a list of {value | change | from, to; scale; unit; period}: as in a knowledge file. The period
                is null if it is not known

`NAME.yaml` may have the record that an editor made from the draft; the report then compares the two.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import sys
import time
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout, suppress
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import yaml

from tajikcli.cli import main
from tajikcli.documents import read_document
from tajikcli.language.all_reports import reports
from tajikcli.proof.evidence import normalise
from tajikcli.proof.number_words import numbers_in_words
from tajikcli.text import fold_letters

RUNS = 5  # the number of runs of a process; the fastest counts
SUFFIXES = frozenset({".txt", ".html", ".md", ".docx"})  # of the texts
WORDS = 1_000  # the number of words of the text for timing a whole process


def drafted(path: Path, url: str | None) -> dict[str, Any]:
    """Return the draft of a text, with every scalar as a text."""
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        try:
            main(["extract", str(path), *(["--url", url] if url else [])])
        except SystemExit as stop:
            if stop.code:
                raise
    value: dict[str, Any] = yaml.load(out.getvalue(), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    return value


def plain(text: str) -> str:
    """Return a text in the form for comparison: normalised, without marks at its ends."""
    return normalise(text).strip(" .,'-")


def measured(path: Path, gold: dict[str, Any], told: list[str]) -> Counter[str]:
    """Return the counts of right, wrong and open values of a text."""
    draft = drafted(path, gold.get("url"))
    counts: Counter[str] = Counter()
    quotes = {plain(one["text"]): one for one in draft["statements"] if one["kind"] == "quote"}
    people = draft.get("speakers", {})
    # the likely nominative of a name that the text has only in other cases
    asked = {ask["field"]: ask["candidates"][0] for ask in draft.get("asks", ()) if ask.get("candidates")}
    for want in gold["quotes"]:
        counts["quotes"] += 1
        have = quotes.pop(plain(want["text"]), None)
        if have is None:
            told.append(f"  missing quote: {want['text'][:90]}")
            continue
        counts["quotes exact"] += 1
        slug = have.get("speaker", "")
        name = (people[slug]["name"] or asked.get(f"speakers.{slug}.name", slug)) if slug else ""
        if want["speaker"] is None:
            counts["wrong speakers"] += bool(slug)
            continue
        counts["speakers"] += 1
        if not slug:
            told.append(f"  asked: {want['speaker']}: {want['text'][:70]}")
        elif same_name(name, want["speaker"]):
            counts["speakers right"] += 1
        else:
            counts["wrong speakers"] += 1
            told.append(f"  WRONG: {name} for {want['speaker']}: {want['text'][:70]}")
    for text in quotes:
        counts["false quotes"] += 1
        told.append(f"  not a quote: {text[:90]}")
    figures(draft, gold, counts, told, read_document(str(path)).text)
    dates(draft, gold, counts, told)
    return counts


def same_name(name: str, last: str) -> bool:
    """Return whether a name ends with a last name, in any case and script."""
    return latin(name.rsplit(maxsplit=1)[-1]) == latin(last.rsplit(maxsplit=1)[-1])


def latin(word: str) -> str:
    """Return a word in Latin letters, folded."""
    return fold_letters("".join(reports().latin.get(char, char) for char in word.casefold()))


def key(figure: dict[str, Any]) -> tuple[str, ...]:
    """Return a value that is the same for equal numbers with the same unit."""
    numbers = [
        str(figure[name]).lstrip("-") for name in ("value", "change", "from", "to") if figure.get(name)
    ]
    unit = str(figure.get("unit") or "").casefold()
    return (*numbers, str(figure.get("scale") or ""), unit)


def figures(
    draft: dict[str, Any], gold: dict[str, Any], counts: Counter[str], told: list[str], text: str
) -> None:
    """Count the figures that are right, and those that are not in the text."""
    have = [figure for one in draft["statements"] for figure in one.get("figures", ())]
    asked = {  # the likely units of figures whose unit is a question
        id(figure): ask["candidates"][0]
        for one in draft["statements"]
        for figure in one.get("figures", ())
        for ask in one.get("asks", ())
        if ask["field"] == "figures.0.unit" and ask.get("candidates")
    }
    digits = re.sub(r"\D", "", text)
    worded = {f"{one.amounts[0]:f}" for one in numbers_in_words(text)}
    for figure in have:
        for name in ("value", "change", "from", "to"):
            number = str(figure.get(name) or "").lstrip("-")
            is_digits = re.sub(r"\D", "", number) in digits
            if number and not is_digits and number not in worded and figure.get("unit") != "rank":
                counts["figures not in the text"] += 1
    for want in gold["figures"]:
        counts["figures"] += 1
        match = next((one for one in have if key(one) == key(want)), None)
        if match is None:
            likely = (one for one in have if id(one) in asked)
            open_ = next((one for one in likely if key({**one, "unit": asked[id(one)]}) == key(want)), None)
            counts["figures whose unit is asked"] += open_ is not None
            told.append(f"  {'asked' if open_ else 'missing'} figure: {key(want)}")
            if open_:
                have.remove(open_)
            continue
        if ("change" in match) != ("change" in want):
            counts["values taken for changes"] += 1
            told.append(f"  value or change: {match}")
        have.remove(match)
        counts["figures right"] += 1
        if want.get("period") and want["period"][:1].isdigit():
            counts["periods"] += 1
            counts["periods right"] += match.get("period") == want["period"]
            if match.get("period") != want["period"]:
                told.append(f"  period of {key(want)}: {match.get('period')} for {want['period']}")
        elif match.get("period"):
            counts["false periods"] += 1
            told.append(f"  period of {key(want)}: {match.get('period')} for none")
    for figure in have:
        counts["false figures"] += 1
        told.append(f"  not a figure: {figure}")


def dates(draft: dict[str, Any], gold: dict[str, Any], counts: Counter[str], told: list[str]) -> None:
    """Count whether the date of publication is right, open or wrong."""
    (source,) = draft["sources"].values()
    published = source.get("published") or None
    if gold["published"]:
        counts["dates"] += 1
        counts["dates right"] += published == gold["published"]
    if published and published != gold["published"]:
        counts["wrong dates"] += 1
    if published != gold["published"]:
        told.append(f"  date: {published} for {gold['published']}")


def kept(draft: str, record: str) -> tuple[float, float]:
    """Return the share of a draft's lines that survive in an editor's record, and the share of the record's lines from the draft."""
    texts = [[line.strip() for line in one.splitlines() if line.strip()] for one in (draft, record)]
    blocks = SequenceMatcher(
        None, "\n".join(texts[0]), "\n".join(texts[1]), autojunk=False
    ).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return same / len("\n".join(texts[0])), same / len("\n".join(texts[1]))


def timed() -> float:
    """Return the time of a whole process that extracts a thousand words, as a multiple of the time of `import click`."""
    sentences = [
        f"Harbour Minister Vera Orlova said on Monday that trade with partner {number} grew by {number + 3} percent in 2030. "
        f"\u201cWe are glad about partner {number}, and so are they,\u201d she added."
        for number in range(WORDS // 30)
    ]
    text = "\n\n".join(sentences)
    path = Path(sys.argv[0]).resolve().parent / ".extract-timed.txt"
    path.write_text(text, encoding="utf-8")
    try:
        commands = (["-c", "import click"], ["-m", "tajikcli", "extract", str(path)])
        ours = [min(_seconds(words) for _ in range(RUNS)) for words in commands]
    finally:
        path.unlink()
    return ours[1] / ours[0]


def _seconds(words: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    return time.perf_counter() - started


def report(counts: Counter[str]) -> None:
    """Print the table."""
    for right, of in (
        ("quotes exact", "quotes"),
        ("speakers right", "speakers"),
        ("figures right", "figures"),
        ("periods right", "periods"),
        ("dates right", "dates"),
    ):
        share = counts[right] / counts[of] if counts[of] else 1
        print(f"{right:24} {counts[right]:4} of {counts[of]:4}   {share:.3f}")
    for name in (
        *(
            "wrong speakers",
            "wrong dates",
            "figures not in the text",
            "false quotes",
            "false figures",
            "figures whose unit is asked",
            "values taken for changes",
        ),
        "false periods",
    ):
        print(f"{name:24} {counts[name]:4}")


def run() -> None:
    """Measure the texts of a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="Print everything that is missing, wrong or open."
    )
    parser.add_argument("--time", action="store_true", help="Also time a whole process.")
    given = parser.parse_args()
    total: Counter[str] = Counter()
    for answers in sorted(given.folder.glob("*.json")):
        text = next(path for path in answers.parent.glob(f"{answers.stem}.*") if path.suffix in SUFFIXES)
        told: list[str] = []
        total += measured(text, json.loads(answers.read_text(encoding="utf-8")), told)
        if given.verbose and told:
            print(answers.stem, *told, sep="\n")
        record = answers.with_suffix(".yaml")
        if record.exists():
            out = io.StringIO()
            with redirect_stdout(out), redirect_stderr(io.StringIO()), suppress(SystemExit):
                main(["extract", str(text)])
            survive, come = kept(out.getvalue(), record.read_text(encoding="utf-8"))
            print(
                f"{answers.stem}: {survive:.2f} of the draft survives, {come:.2f} of the record comes from it"
            )
    report(total)
    if given.time:
        print(f"{WORDS:,} words, whole process: {timed():.1f} x import click")


if __name__ == "__main__":
    run()
