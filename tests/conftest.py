"""What every test stands on: a home of its own, and a small invented knowledge file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SOUND = """\
meeting:
  id: lake-2031
  title: Lake talks
  date: "2031-05-03"
  place: Lake House, Northshire
sources:
  herald-2031-05-04:
    title: Lake talks
    publisher: Harbour Herald
    published: "2031-05-04"
    url: https://example.org/a
    language: en
speakers:
  orlova: {name: Vera Orlova, role: President of Aland, aliases: [Вера Орлова, Orlowa]}
relays:
  aland-presidency: {name: Official website of the President of Aland}
topics:
  trade: {label: Trade and economy, aliases: [commerce, economy, торговля]}
measures:
  two-way-trade: {label: Two-way trade, aliases: [turnover, trade volume]}
statements:
  - id: trade-growth
    kind: paraphrase
    speaker: orlova
    via: [aland-presidency]
    topics: [trade]
    text: Trade between the two countries grew by nearly a fifth, to 1.2 billion dollars.
    keywords: [commerce]
    figures:
      - {measure: two-way-trade, value: 1.20, scale: billion, unit: USD, period: 2031}
      - {measure: two-way-trade, change: 20, unit: percent, approx: almost, period: 2031}
    evidence: [{exact: almost a fifth}, {exact: shared by President Orlova}]
  - id: orlova-satisfied
    kind: quote
    speaker: orlova
    topics: [trade]
    text: We are satisfied with how our trade develops
    when: yesterday evening
    hedges: [reportedly]
    links: [{to: trade-growth, as: conflicts}]
"""


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests out of the real home folder, and the real settings out of the tests."""
    for name in ("HOME", "XDG_CACHE_HOME", "TAJIK_CACHE_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("TAJIK_FACTS", "NO_COLOR", "FORCE_COLOR", "_TAJIK_COMPLETE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PAGER", "cat")  # nobody sits before it


@pytest.fixture
def knowledge_file(tmp_path: Path) -> Path:
    """A sound knowledge file about an invented meeting, `lake-2031`."""
    path = tmp_path / "lake.yaml"
    path.write_text(SOUND, encoding="utf-8")
    return path
