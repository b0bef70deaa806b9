"""`tajik cite --as`: the programs for each format print one entry for each work, letter for letter.

Pandoc and biber are system packages that `.ci/run` installs; without them, the tests that need them are
skipped.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import warnings
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.frozen import frozen_record, frozen_rows
from support.lake import LAKE, run_cli

from tajikcli.proof.citation import Citation
from tajikcli.proof.styles import STYLES

if TYPE_CHECKING:
    from pathlib import Path

IDS = [statement.id for statement in frozen_record().statements()]
SOURCES = frozen_record().sources()

# The keys of an item in CSL 1.0.2 that our items may use (its data schema does not allow other keys).
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": ["article-newspaper"]},
            "id": {"type": "string"},
            **{
                name: {"type": "string"}
                for name in ("title", "container-title", "URL", "archive", "language")
            },
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "maxItems": 2,
                        "items": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 3,
                            "items": {"type": "integer"},
                        },
                    }
                },
            },
        },
    },
}
ARCHIVED = "https://web.archive.org/web/2031/https://example.org/a_b%20c"
# Each has characters that a careless program would change or interpret.
WORKS = {
    "lower-2031": ("russia and iPhone of the mcKenzie x", "the harbour herald of mcKenzie", "en"),
    "signs-2031": (r"5 % & $3 #1 a_b {c} ~ ^ C:\new", "Smith, Jones & Sons and Co.", "en"),
    "dashes-2031": ("2024--25 --- a book", "Herald -- Aland", "en"),
    "braces-2031": ("Путин пообещал {нарастить}", "Вестник озера", "ru"),
    "nobody-2031": (None, "Herald of the sea and sons", "en"),
}


@pytest.fixture
def works(tmp_path: Path) -> Path:
    """A record with two statements from each of several sources, all with a date, an address and an archived copy."""
    content = yaml.safe_load(LAKE)
    content["sources"] = {
        slug: {
            "publisher": publisher,
            "language": language,
            "published": "2031-05-04",
            "url": "https://example.org/a_b%20c?x=1&y=%232#z",
            "archived": ARCHIVED,
            **({"title": title} if title else {}),
        }
        for slug, (title, publisher, language) in WORKS.items()
    }
    content["statements"] = [
        {
            "id": f"{slug}-{number}",
            "kind": "quote",
            "speaker": "orlova",
            "source": slug,
            "text": f"We have 10, 20; and {number} @ more of these things",
        }
        for slug in WORKS
        for number in (1, 2)
    ]
    path = tmp_path / "works.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path


def cited(record: Path, *words: str) -> str:
    answer = run_cli("--file", record, "cite", *words)
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def all_of(*sources: str) -> list[str]:
    return [f"{slug}-{number}" for slug in sources or WORKS for number in (1, 2)]


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here; .ci/run installs it")
    return found


def ran(*words: str | Path) -> str:
    """Run a program that has to succeed without warnings, and return its output."""
    done = subprocess.run(words, capture_output=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def printed(folder: Path, entries: str, ending: str, text: str) -> str:
    """Return a text and its bibliography as Pandoc prints them."""
    (folder / f"works.{ending}").write_text(entries, encoding="utf-8")
    (folder / "text.md").write_text(text, encoding="utf-8")
    pandoc = program("pandoc")
    words = ("--citeproc", "--wrap=none", "--to=plain", f"--bibliography={folder / f'works.{ending}'}")
    return ran(pandoc, *words, folder / "text.md")


def as_set(text: str) -> str:
    """Return a text with quotation marks and apostrophes in one form, because each style has its own."""
    return re.sub("[“”‘’'\"]", "'", text)


@pytest.mark.parametrize(("style", "ending"), [("bibtex", "bib"), ("csl-json", "json")])
@pytest.mark.parametrize("slug", WORKS)
def test_pandoc_prints_titles_and_names_letter_for_letter(
    slug: str, style: str, ending: str, works: Path, tmp_path: Path
) -> None:
    """No capital changes, the publisher occurs once, and two statements share one entry; notes have the words."""
    first, second = all_of(slug)
    text = cited(works, first, "--as", "pandoc", "--words", "10, 20; and 1 @ more")
    text += "\n" + cited(works, second, "--as", "pandoc", "--words", "10, 20; and 2 @ more")
    page = printed(tmp_path, cited(works, first, second, "--as", style), ending, text)
    *notes, entry = page.strip().splitlines()
    title, publisher, _ = WORKS[slug]
    for part in filter(None, (title, publisher)):
        assert as_set(entry).count(as_set(part)) == 1
    assert "https://example.org/a_b%20c?x=1&y=%232#z" in entry
    assert "2024a" not in page
    assert "2031a" not in page
    for number, note in zip((1, 2), filter(None, notes), strict=True):
        assert f"“10, 20; and {number} @ more”, Vera Orlova, President of Aland" in note
    if style == "csl-json":
        assert ARCHIVED in entry


def test_biber_has_no_warnings(works: Path, tmp_path: Path) -> None:
    """According to biblatex's data model, every field belongs to the type of the entry, and no field is missing."""
    biber = program("biber")
    path = tmp_path / "works.bib"
    path.write_text(cited(works, *all_of(), "--as", "bibtex"), encoding="utf-8")
    words = ("--tool", "--validate-datamodel", f"--output-file={tmp_path / 'out.bib'}")
    told = ran(biber, *words, f"--logfile={tmp_path / 'log'}", path)
    assert "validation complete" in told
    assert not re.findall("^(?:WARN|ERROR).*", told, re.MULTILINE)
    out = (tmp_path / "out.bib").read_text(encoding="utf-8")
    assert len(re.findall("^@online", out, re.MULTILINE | re.IGNORECASE)) == len(WORKS)


def test_citeproc_prints_csl_json(works: Path) -> None:
    """A processor other than Pandoc prints it in a different style, and the keys are those of CSL 1.0.2."""
    items = json.loads(cited(works, *all_of(), "--as", "csl-json"))
    jsonschema.validate(items, CSL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an attribute of the library
        from citeproc import Citation as Cited
        from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON

        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            bibliography.register(Cited([CitationItem(item["id"])]))
        entries = [str(entry) for entry in bibliography.bibliography()]
    assert len(entries) == len(WORKS)
    for title, publisher, _ in WORKS.values():
        (entry,) = [entry for entry in entries if as_set(title or publisher) in as_set(entry)]
        assert as_set(publisher) in as_set(entry)
        assert "2031" in entry


def test_bibtex_is_read_by_a_bibtex_library() -> None:
    """Each source has an entry with its fields, and nothing that the record does not have."""
    from bibtexparser.entrypoint import parse_string

    library = parse_string(run_cli("cite", *IDS, "--as", "bibtex").out)
    assert library.failed_blocks == []
    assert set(library.entries_dict) == {source.slug for source in SOURCES}
    for source in SOURCES:
        entry = {field.key: field.value for field in library.entries_dict[source.slug].fields}
        assert entry["title"] == f"{{{source.title or source.publisher}}}"
        assert entry.get("organization") == (f"{{{source.publisher}}}" if source.title else None)
        assert (entry["date"], entry["url"]) == (source.published, source.url)
        assert entry["langid"] == {"en": "english", "ru": "russian"}[source.language]
        assert not {"author", "publisher", "howpublished", "note", "addendum"} & entry.keys()


def test_ris_is_read_by_a_ris_library(works: Path) -> None:
    """T2 has the title of the website; each cited statement and the archived copy have a note."""
    import rispy

    text = cited(works, *all_of("lower-2031", "nobody-2031"), "--as", "ris")
    titled, untitled = rispy.loads(text)
    title, publisher, _ = WORKS["lower-2031"]
    assert (titled["id"], titled["title"], titled["secondary_title"]) == ("lower-2031", title, publisher)
    assert (titled["type_of_reference"], titled["year"], titled["date"]) == ("ELEC", "2031", "2031/05/04")
    assert "authors" not in titled
    assert (untitled["title"], untitled.get("secondary_title")) == (WORKS["nobody-2031"][1], None)
    *statements, archived = titled["notes"]
    assert [note.partition(", https://")[0] for note in statements] == ["Vera Orlova, President of Aland"] * 2
    assert archived == f"Archived at {ARCHIVED}"
    assert re.findall("^T2  - .*", text, re.MULTILINE) == [f"T2  - {publisher}"]
    quoted = cited(works, "lower-2031-1", "--as", "ris", "--words", "of these things")
    assert "N1  - “of these things”, Vera Orlova" in quoted


@pytest.mark.parametrize("style", STYLES)
def test_an_archived_copy_is_printed(style: str, works: Path) -> None:
    """Every style that has a place for it prints the archived copy; for notes, the entry has it."""
    text = cited(works, "lower-2031-1", "--as", style)
    assert (ARCHIVED in text.replace("%5F", "_")) == (style not in {"pandoc", "latex"})


@pytest.mark.parametrize("style", STYLES)
def test_nothing_but_the_citation_is_printed(style: str, works: Path) -> None:
    """The libraries, which warn about letters that they do not know, print nothing either."""
    words = ("cite", *all_of(), "--as", style)
    assert ran(sys.executable, "-m", "tajikcli", "--file", works, *words) == cited(
        works, *all_of(), "--as", style
    )


@pytest.mark.parametrize("style", ["bibtex", "csl-json"])
def test_an_entry_has_no_place_for_words(style: str) -> None:
    """Words belong to the citation; the error names the styles that accept them."""
    answer = run_cli("cite", "putin-relations", "--words", "a reliable ally", "--as", style)
    assert (answer.code, answer.out) == (2, "")
    assert "expected one of the styles line, markdown, pandoc, latex or ris" in answer.err


def test_latex_prints_the_text_as_it_is(works: Path) -> None:
    """Pandoc finds a citation of the key, the words, and a link to the position."""
    pandoc = program("pandoc")
    text = cited(works, "signs-2031-1", "--as", "latex", "--words", "10, 20; and 1 @ more")
    done = subprocess.run(
        [pandoc, "--from=latex", "--to=json"], input=text, capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stderr == ""
    ((kind, content),) = [(one["t"], one["c"]) for one in json.loads(done.stdout)["blocks"][0]["c"]]
    assert (kind, content[0][0]["citationId"]) == ("Cite", "signs-2031")
    suffix = json.dumps(content[0][0]["citationSuffix"], ensure_ascii=False)
    assert "y=%232#z:~:text=10%2C%2020%3B%20and%201%20%40%20more" in suffix


hostile = st.text(
    alphabet=st.sampled_from("ab{}\\%$#_&~^[]()<>*`|-\n\t“ERTY  - ,=@"), min_size=1, max_size=40
).filter(str.strip)


@given(hostile, hostile)
def test_any_title_and_publisher_survive_every_style(title: str, publisher: str) -> None:
    """A record is only data: whatever it contains, the result is one entry, one record and one item."""
    import rispy
    from bibtexparser.entrypoint import parse_string

    citation = hostile_citation(title, publisher)
    library = parse_string(STYLES["bibtex"]([citation]))
    assert (len(library.entries), library.failed_blocks) == (1, [])
    (record,) = rispy.loads(STYLES["ris"]([citation]))
    assert record["secondary_title"] == " ".join(publisher.split())
    (item,) = json.loads(STYLES["csl-json"]([citation]))
    assert item["title"].removeprefix('<span class="nocase">').removesuffix("</span>") == title
    for style in ("markdown", "pandoc", "latex"):
        assert "\n" not in STYLES[style]([citation])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("ab{}\\%$#_&~^[]()*|-,=@;"), min_size=1, max_size=40))
def test_any_title_is_read_back_by_pandoc(title: str) -> None:
    """Pandoc reads every letter that it knows; unbalanced braces are an exception."""
    pandoc = program("pandoc")
    entries = STYLES["bibtex"]([hostile_citation(title, "x")])
    done = subprocess.run(
        [pandoc, "--from=biblatex", "--to=csljson"],
        input=entries,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    (item,) = json.loads(done.stdout)
    depths = [title[: end + 1].count("{") - title[: end + 1].count("}") for end in range(len(title))]
    balanced = depths[-1] == 0 and min(depths) >= 0
    assert item["title"] == (title if balanced else re.sub("[{}]", "", title))


def hostile_citation(title: str, publisher: str) -> Citation:
    (statement,) = frozen_rows().rows_by_id(["putin-quota"]).rows()
    statement["speaker_name"] = publisher
    (source, *_) = frozen_rows().source_rows().rows()
    source |= {"title": title, "publisher": publisher, "published": "2031", "url": None}
    return Citation(statement, source, None, [title])
