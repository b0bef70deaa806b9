"""An invented record, and running tajik on it in this process, for the tests of commands and formats."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Any, NamedTuple

from tajikcli.cli import main

if TYPE_CHECKING:
    from pathlib import Path

LONG_ADDRESS = "https://example.org/" + "/".join(["a-rather-long-part"] * 12)

LAKE = f"""\
meeting:
  id: lake-2031
  title: Lake talks
  date: 2031-05-03
  place: Lake House, Northshire
sources:
  herald-2031-05-04:
    {{title: Talks at the lake, publisher: Harbour Herald, published: 2031-05-04, url: "{LONG_ADDRESS}", language: en}}
  vestnik-2031-06: {{publisher: Вестник озера, published: 2031-06, language: ru-Cyrl}}
speakers:
  orlova: {{name: Vera Orlova, role: President of Aland, aliases: [Вера Орлова, Orlowa]}}
  berg: {{name: Jón Berg}}
  silent: {{name: Never Spoke}}
relays:
  aland-presidency: {{name: Official website of the President of Aland, aliases: [Администрация]}}
  mill-agency: {{name: Mill Agency}}
topics:
  trade: {{label: Trade and economy, aliases: [commerce, economy, торговля]}}
  fish: {{label: Fisheries}}
  school: {{label: Schools}}
measures:
  two-way-trade: {{label: Two-way trade, aliases: [turnover]}}
  catch: {{label: Catch}}
  pupils: {{label: Pupils}}
statements:
  - id: trade-growth
    kind: paraphrase
    speaker: orlova
    via: [aland-presidency]
    topics: [trade]
    text: Trade grew by nearly a fifth, to 1.2 billion dollars.
    figures:
      - {{measure: two-way-trade, value: 1.20, scale: billion, unit: USD, period: 2031}}
      - {{measure: two-way-trade, change: 20, unit: percent, approx: almost, period: 2031}}
    evidence: [{{exact: almost a fifth}}, {{exact: shared by President Orlova}}]
  - id: orlova-satisfied
    kind: quote
    speaker: orlova
    topics: [trade]
    text: "=We are satisfied, [red]all[/red] of us :smile:"
    when: yesterday evening
    hedges: [reportedly]
    links: [{{to: orlova-pleased, as: translates}}]
  - id: orlova-pleased
    kind: quote
    speaker: orlova
    source: vestnik-2031-06
    topics: [trade]
    text: Мы довольны
  - id: fish-fell
    kind: narration
    source: vestnik-2031-06
    topics: [fish, trade]
    said: 2031-06
    text: "[bold]The catch[/bold] fell :smile: a little | <b>really</b> *so* `far`."
    figures:
      - {{direction: down}}
      - {{measure: catch, change: -3.50, unit: percent}}
      - {{measure: catch, from: 19.1, to: 18, unit: tonnes}}
    evidence: [{{exact: улов упал}}]
  - id: berg-schools
    kind: paraphrase
    speaker: berg
    via: [mill-agency, aland-presidency]
    topics: [school]
    said: 2031-05-02
    text: Jón Berg counted the pupils of every school at the lake.
    figures:
      - {{measure: pupils, value: 123456789012345678901234567890, unit: pupils, approx: at-least}}
      - {{measure: pupils, value: 2, unit: rank}}
    evidence: [{{exact: every school}}]
    links: [{{to: trade-growth, as: conflicts}}]
"""

HILL = """\
meeting: {id: hill-2032, title: Hill talks, date: 2032}
sources:
  herald-2032-01-02: {publisher: Harbour Herald, published: 2032-01-02, language: en}
speakers:
  orlova: {name: Vera Orlova, aliases: [ВО]}
  orlov: {name: Pavel Orlov, aliases: [Orlowa]}
topics:
  trade: {label: Trade and economy, aliases: [barter]}
statements:
  - {id: hill-words, kind: quote, speaker: orlov, text: We climb, links: [{to: lake-2031/trade-growth, as: corrects}]}
  - id: trade-growth
    kind: paraphrase
    speaker: orlova
    topics: [trade]
    text: Trade went on growing.
    evidence: [{exact: went on}]
"""


class Answer(NamedTuple):
    """What a run of tajik left: its exit code and what it printed where."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer read as JSON."""
        return json.loads(self.out)


class Terminal(io.StringIO):
    """A stream that says that somebody sits before it."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def run(*words: str | Path, terminal: bool = False) -> Answer:
    """Run tajik as the command line does, exit code and all."""
    out = Terminal() if terminal else io.StringIO()
    err = io.StringIO()
    code: Any = None
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code
    assert isinstance(code, int)
    return Answer(int(code), out.getvalue(), err.getvalue())


def lake(folder: Path) -> Path:
    """Write the invented record and return its path."""
    path = folder / "lake.yaml"
    path.write_text(LAKE, encoding="utf-8")
    return path


def archive(folder: Path) -> Path:
    """Write two meetings into a folder and return it."""
    path = folder / "archive"
    path.mkdir()
    (path / "1-lake.yaml").write_text(LAKE, encoding="utf-8")
    (path / "2-hill.yaml").write_text(HILL, encoding="utf-8")
    return path
