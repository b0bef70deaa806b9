"""Word documents are checked as readers see them, and other documents are refused with the command that converts them."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from support.lake import run_cli
from support.word import linked, paragraph, run_of, write_docx

from tajikcli.documents import read_document
from tajikcli.draft.read import read_draft

if TYPE_CHECKING:
    from pathlib import Path

ALTERED = "“Tajikistan is our closest ally,” Putin said."


def test_findings_in_a_word_document_have_positions_in_paragraphs(tmp_path: Path) -> None:
    """Runs, tracked changes, notes and links are read as a reader of the page sees them."""
    draft = write_docx(
        tmp_path / "draft.docx",
        paragraph(run_of("A headline")),
        paragraph(),
        paragraph(run_of("Putin said: “Tajikistan is "), linked(run_of("our closest")), run_of(" ally.”")),
        paragraph(
            run_of("“Tajikistan is a "),
            f"<w:ins>{run_of('reliable')}</w:ins>",
            "<w:del><w:r><w:delText>false</w:delText></w:r></w:del>",
            run_of(" ally,” Putin said."),
        ),
        link="https://tass.com/politics/1892239",
    )
    answer = run_cli("check", draft, "--json")
    altered, verbatim = answer.json
    assert answer.code == 1
    assert (altered["verdict"], altered["line"], altered["column"]) == ("altered", 2, 14)
    assert (altered["end_line"], altered["end_column"]) == (2, 45)
    assert altered["sourcing"] == "differs"
    assert (verbatim["verdict"], verbatim["line"]) == ("verbatim", 3)


HIDDEN_STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:style w:type="character" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Later"><w:basedOn w:val="Note"/></w:style>'
    '<w:style w:type="character" w:styleId="Shown"><w:basedOn w:val="Note"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>'
)


@pytest.mark.parametrize(
    ("properties", "style", "shown"),
    [
        ("<w:vanish/>", "", False),
        ('<w:vanish w:val="true"/>', "", False),
        ('<w:vanish w:val="0"/>', "", True),
        ('<w:rStyle w:val="Note"/>', "", False),
        ('<w:rStyle w:val="Later"/>', "", False),
        ('<w:rStyle w:val="Shown"/>', "", True),
        ('<w:rStyle w:val="Note"/><w:vanish w:val="false"/>', "", True),
        ("<w:b/>", "Note", False),
        ("<w:b/>", "Loop", True),
        ("<w:specVanish/>", "", True),
    ],
)
def test_hidden_text_is_not_read(properties: str, style: str, shown: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Readers do not see text that a word processor hides, whether by itself or by its style."""
    path = write_docx(
        tmp_path / "a.docx",
        paragraph(run_of("They met in Oslo. ")),
        paragraph(run_of("“Tajikistan is our closest ally,” Putin said.", properties), style=style),
        styles=HIDDEN_STYLES,
    )
    document = read_document(str(path))
    assert ("closest ally" in document.text) == shown
    assert "They met in Oslo" in document.text


def test_a_soft_hyphen_of_a_word_processor_hides_no_name(tmp_path: Path) -> None:
    """Word writes it as an element between the parts of the word."""
    words = [
        run_of("“Tajikistan is a reliable ally,” Ra"),
        "<w:r><w:softHyphen/></w:r>",
        run_of("hmon said."),
    ]
    document = read_document(str(write_docx(tmp_path / "a.docx", paragraph("".join(words)))))
    draft = read_draft(document.text, html=document.html, word=document.word)
    assert [one.text for one in draft.paragraphs] == ["“Tajikistan is a reliable ally,” Rahmon said."]


def test_a_block_quote_of_a_word_processor_is_recognised(tmp_path: Path) -> None:
    """The name of its style identifies it, in any language of the word processor."""
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s"'
        ' Target="styles.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>'
        "</Relationships>"
    )
    path = write_docx(
        tmp_path / "a.docx", paragraph(run_of("Tajikistan is our closest ally"), style="Zitat"), styles=styles
    )
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/_rels/document.xml.rels"] = relations.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    (one,) = run_cli("check", path, "--json").json
    assert (one["verdict"], one["line"], one["column"]) == ("altered", 1, 1)


def test_a_style_map_inside_a_document_hides_nothing(tmp_path: Path) -> None:
    """Instructions in a document about how to read it are ignored."""
    path = write_docx(tmp_path / "a.docx", paragraph(run_of(ALTERED)))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("mammoth/style-map", "p => !")
    assert [one["verdict"] for one in run_cli("check", path, "--json").json] == ["altered"]


def test_a_word_document_is_recognised_by_its_content(tmp_path: Path) -> None:
    """Its content identifies it, not its name."""
    path = write_docx(tmp_path / "draft.txt", paragraph(run_of(ALTERED)))
    assert run_cli("check", path).code == 1


@pytest.mark.parametrize("broken", ["cut", "no xml", "entities", "nested", "empty archive", "bomb"])
def test_a_broken_word_document_is_refused_in_a_line(broken: str, tmp_path: Path) -> None:
    """There is no traceback and no hang, and sizes in the archive are not trusted when memory is allocated."""
    path = tmp_path / "draft.docx"
    if broken == "entities":
        write_docx(path, paragraph(run_of("x")), declaration='<!DOCTYPE w [<!ENTITY a "b">]>')
    elif broken == "nested":
        write_docx(path, "<w:ins>" * 5_000 + "</w:ins>" * 5_000)
    elif broken == "bomb":
        write_docx(path, paragraph(run_of("x")), styles="<a>" + " " * (33 << 20) + "</a>")
        assert path.stat().st_size < 100_000
    elif broken == "no xml":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", "no XML")
    elif broken == "empty archive":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "x")
    else:
        write_docx(path, paragraph(run_of("x " * 5_000)))
        data = path.read_bytes()
        path.write_bytes(data[:700] + bytes(60) + data[760:])
    answer = run_cli("check", path)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(f"tajik: {path}: ")
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.odt", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "soffice --headless --convert-to docx"),
        ("a.rtf", b"{\\rtf1 x}", "soffice --headless --convert-to docx"),
        ("a.doc", b"\xd0\xcf\x11\xe0 x", "soffice --headless --convert-to docx"),
        ("a b.pdf", b"%PDF-1.7 x", "pdftotext '{path}' '{stem}.txt'"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_text_is_refused_with_a_command_that_converts_it(
    name: str, data: bytes, told: str, tmp_path: Path
) -> None:
    """The command can be pasted into a shell."""
    path = tmp_path / name
    path.write_bytes(data)
    answer = run_cli("check", path)
    assert (answer.code, answer.out) == (3, "")
    assert f"convert it first: {told.format(path=path, stem=str(path)[:-4])}" in answer.err


def test_without_mammoth_one_line_says_what_to_install(tmp_path: Path) -> None:
    """All other texts are checked without mammoth."""
    path = write_docx(tmp_path / "draft.docx", paragraph(run_of(ALTERED)))
    (tmp_path / "draft.md").write_text(ALTERED, encoding="utf-8")
    code = (
        "import sys; sys.modules['mammoth'] = None; from tajikcli.cli import main;"
        f" main(['check', {str(path)!r}, {str(tmp_path / 'draft.md')!r}])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert "draft.docx: reading .docx needs the mammoth package, which is not installed" in ran.stderr
    assert "closest" in ran.stdout


def test_checking_a_text_imports_no_reader_of_word_documents(tmp_path: Path) -> None:
    """It does not import libraries for reports, either."""
    (tmp_path / "draft.md").write_text(ALTERED, encoding="utf-8")
    code = (
        "import sys, atexit; atexit.register(lambda: print(sorted({'mammoth', 'jinja2', 'multiprocessing'}"
        f" & set(sys.modules)))); from tajikcli.cli import main; main(['check', {str(tmp_path / 'draft.md')!r}])"
    )
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=unmeasured
    )
    assert ran.stdout.splitlines()[-1] == "[]"
