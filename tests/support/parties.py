"""Invented records of other countries and people than the bundled record, for which the same promises hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.documents import Document
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from pathlib import Path

    from tajikcli.model.rows import Finding

SENEGAL = """\
meeting: {id: hanoi-2031, title: Talks of Awa Diop and Tran Van Minh in Hanoi, date: 2031-05-03, aliases: [Vietnam, Senegal]}
sources:
  herald: {title: Talks after the summit with China, publisher: Harbour Herald, language: en}
speakers:
  awa-diop: {name: Awa Diop, role: President of Senegal}
  minh: {name: Tran Van Minh, role: President of Vietnam}
topics: {trade: {label: Trade}}
measures:
  two-way-trade: {label: Two-way trade, aliases: [trade]}
statements:
  - {id: diop-hill, kind: quote, speaker: awa-diop, topics: [trade], text: We climb the hill together every single day}
  - {id: minh-river, kind: quote, speaker: minh, topics: [trade], text: The river brings rice to both of our capitals}
  - id: trade-volume
    kind: paraphrase
    speaker: awa-diop
    topics: [trade]
    text: Trade came to 24 billion dollars, a fifth more.
    evidence: [{exact: a fifth more}]
    figures:
      - {measure: two-way-trade, value: 24, scale: billion, unit: USD, period: 2031}
      - {measure: two-way-trade, change: 20, unit: percent, period: 2031}
"""

ARMENIA = """\
meeting: {id: sevan-2032, title: Talks at Lake Sevan, date: 2032-06-07, aliases: [Казахстан, Армения]}
sources:
  vestnik: {publisher: Вестник озера, language: ru}
speakers:
  alikhan-smailov: {name: Alikhan Smailov, role: Prime Minister of Kazakhstan, aliases: [Smailov, Алихан Смаилов, Смаилов]}
  sarkisyan: {name: Aram Sarkisyan, aliases: [Арам Саркисян, Саркисян]}
topics: {trade: {label: Торговля}}
measures:
  trade: {label: Товарооборот}
statements:
  - {id: smailov-hill, kind: quote, speaker: alikhan-smailov, topics: [trade], text: Мы каждый день вместе поднимаемся на этот холм}
  - {id: sarkisyan-river, kind: quote, speaker: sarkisyan, topics: [trade], text: Река приносит рис в обе наши столицы}
  - id: trade-volume
    kind: paraphrase
    speaker: sarkisyan
    topics: [trade]
    text: Trade came to 24 billion dollars, a fifth more.
    evidence: [{exact: на пятую часть}]
    figures:
      - {measure: trade, value: 24, scale: billion, unit: USD, period: 2032}
      - {measure: trade, change: 20, unit: percent, period: 2032}
"""


IRAN = """\
meeting: {id: herat-2033, title: Музокирот дар Ҳирот, date: 2033-09-10, aliases: [Эрон, Афғонистон]}
sources:
  payam: {publisher: Паёми дарё, language: tg}
speakers:
  navruzi: {name: Дилором Наврӯзӣ, role: Вазири тиҷорати Эрон, aliases: [Наврӯзӣ]}
  sabur: {name: Аҳмад Сабур, role: Сарвазири Афғонистон, aliases: [Сабур]}
topics: {trade: {label: Савдо}}
measures:
  trade: {label: Гардиши мол, aliases: [Савдо]}
statements:
  - {id: navruzi-bridge, kind: quote, speaker: navruzi, topics: [trade], text: Мо ҳар рӯз якҷоя ба ин теппа мебароем}
  - {id: sabur-river, kind: quote, speaker: sabur, topics: [trade], text: Дарё ба ҳар ду пойтахти мо биринҷ меорад}
  - id: trade-volume
    kind: paraphrase
    speaker: sabur
    topics: [trade]
    text: Trade came to 24 billion dollars, a fifth more.
    evidence: [{exact: панҷяк бештар}]
    figures:
      - {measure: trade, value: 24, scale: billion, unit: USD, period: 2033}
      - {measure: trade, change: 20, unit: percent, period: 2033}
"""


def written(folder: Path, content: str) -> Path:
    """Write a record into a folder and return its path."""
    path = folder / "record.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def findings(folder: Path, content: str, draft: str) -> list[Finding]:
    """Return the findings of a record on the quotations and figures of a draft."""
    with open_rows([str(written(folder, content))]) as rows:
        return rows.checker().check(Document("-", draft, html=False))
