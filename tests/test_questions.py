"""Banks of questions for records without keywords: how many are answered first and among the first three."""

from __future__ import annotations

import runpy
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tajikcli.repository.rows import open_rows

ROOT = Path(__file__).parents[1]
BANKS = {
    "questions_igora.yaml": "facts.yaml",
    "questions_bishkek.yaml": "tests/records/bishkek-2023.yaml",
    "questions_igora_second.yaml": "facts.yaml",
    "questions_igora_third.yaml": "facts.yaml",
    "questions_igora_fourth.yaml": "facts.yaml",
    "questions_bishkek_second.yaml": "tests/records/bishkek-2023.yaml",
    "questions_igora_fifth.yaml": "facts.yaml",
    "questions_bishkek_third.yaml": "tests/records/bishkek-2023.yaml",
    "questions_igora_sixth.yaml": "facts.yaml",
    "questions_baghdad.yaml": "tests/records/baghdad-2024.yaml",
    "questions_igora_seventh.yaml": "facts.yaml",
    "questions_athens.yaml": "tests/records/athens-2023.yaml",
    "questions_igora_eighth.yaml": "facts.yaml",
    "questions_kazan.yaml": "tests/records/kazan-2024.yaml",
    "questions_igora_ninth.yaml": "facts.yaml",
    "questions_kazan_second.yaml": "tests/records/kazan-2024.yaml",
    "questions_igora_tenth.yaml": "facts.yaml",
    "questions_athens_second.yaml": "tests/records/athens-2023.yaml",
    "questions_igora_eleventh.yaml": "facts.yaml",
    "questions_baghdad_second.yaml": "tests/records/baghdad-2024.yaml",
    "questions_igora_twelfth.yaml": "facts.yaml",
    "questions_sochi.yaml": "tests/records/sochi-2023.yaml",
}
# The minimum percentage of questions that are answered first, and among the first three.
_DEVELOPED_WITH = {
    "shares words": (95, 99),
    "shares none": (84, 92),
    "Russian": (85, 93),
    "Tajik": (92, 96),
    "odd spelling": (85, 85),
}
LEAST = {
    "questions_igora.yaml": _DEVELOPED_WITH,
    "questions_bishkek.yaml": _DEVELOPED_WITH,
    "questions_igora_second.yaml": {
        "en-shared": (90, 96),
        "en-none": (76, 84),
        "ru": (95, 100),
        "tg": (84, 89),
    },
    "questions_igora_third.yaml": {
        "en-shared": (100, 100),
        "en-none": (84, 88),
        "ru": (95, 95),
        "tg": (84, 89),
    },
    "questions_igora_fourth.yaml": {
        "en-shared": (100, 100),
        "en-none": (74, 90),
        "ru": (96, 100),
        "tg": (100, 100),
    },
    "questions_bishkek_second.yaml": {
        "en-shared": (100, 100),
        "en-none": (80, 92),
        "ru": (96, 96),
        "tg": (100, 100),
    },
    "questions_igora_fifth.yaml": {"en-none": (81, 94), "ru": (92, 100), "tg": (100, 100)},
    "questions_bishkek_third.yaml": {"en-none": (78, 92), "ru": (100, 100), "tg": (87, 100)},
    "questions_igora_sixth.yaml": {"en-none": (76, 93), "ru": (75, 100), "tg": (100, 100)},
    "questions_baghdad.yaml": {"en-none": (56, 83), "ru": (85, 85), "tg": (100, 100)},
    "questions_igora_seventh.yaml": {"en-none": (76, 92), "ru": (80, 80), "tg": (80, 80)},
    "questions_athens.yaml": {"en-none": (61, 65), "ru": (100, 100), "tg": (80, 80)},
    "questions_igora_eighth.yaml": {"en-none": (64, 78), "ru": (100, 100), "tg": (100, 100)},
    "questions_kazan.yaml": {"en-none": (65, 80), "ru": (80, 100), "tg": (40, 60)},
    "questions_igora_ninth.yaml": {
        "en-shared": (100, 100),
        "en-none": (75, 87),
        "ru": (90, 90),
        "tg": (100, 100),
    },
    "questions_kazan_second.yaml": {
        "en-shared": (100, 100),
        "en-none": (50, 68),
        "ru": (90, 100),
        "tg": (80, 100),
    },
    "questions_igora_tenth.yaml": {
        "en-shared": (100, 100),
        "en-none": (52, 82),
        "ru": (90, 100),
        "tg": (60, 60),
    },
    "questions_athens_second.yaml": {
        "en-shared": (66, 83),
        "en-none": (59, 77),
        "ru": (100, 100),
        "tg": (60, 100),
    },
    "questions_igora_eleventh.yaml": {
        "en-shared": (100, 100),
        "en-none": (66, 81),
        "ru": (80, 100),
        "tg": (87, 100),
    },
    "questions_baghdad_second.yaml": {
        "en-shared": (100, 100),
        "en-none": (44, 64),
        "ru": (80, 90),
        "tg": (100, 100),
    },
    "questions_igora_twelfth.yaml": {
        "en-shared": (96, 100),
        "en-none": (90, 96),
        "ru": (100, 100),
        "tg": (100, 100),
    },
    "questions_sochi.yaml": {
        "en-shared": (86, 96),
        "en-none": (70, 90),
        "ru": (85, 95),
        "tg": (85, 95),
    },
}
SILENT = ("no answer", "none")  # the group of questions that the record has no answer to
TOOL = ROOT / "benchmarks" / "questions.py"

pytestmark = [
    pytest.mark.bundled,
    pytest.mark.skipif(not TOOL.exists(), reason="only a checkout has the benchmarks"),
]


@pytest.fixture(scope="module", params=BANKS)
def outcomes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[Any, Any]]]:
    """Ask the questions of a bank, and return them with their results, by group."""
    tool = runpy.run_path(str(TOOL))
    folder = tmp_path_factory.mktemp("bank")
    record = tool["without_keywords"](ROOT / BANKS[request.param], folder)
    groups = defaultdict(list)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAJIK_CACHE_DIR", str(folder))
        with open_rows([str(record)]) as rows:
            for question in tool["bank"](ROOT / "tests" / "data" / request.param):
                groups[question.group].append((question, tool["outcome"](rows, question)))
    return dict(groups)


def test_questions_are_answered_without_keywords(
    outcomes: dict[str, list[tuple[Any, Any]]], request: pytest.FixtureRequest
) -> None:
    for group, (first, three) in LEAST[request.node.callspec.params["outcomes"]].items():
        places = [(one.place, question.text) for question, one in outcomes[group]]
        late = sorted(place for place in places if place[0] > 1)
        assert sum(place == 1 for place, _ in places) * 100 >= first * len(places), (group, late)
        assert sum(place <= 3 for place, _ in places) * 100 >= three * len(places), (group, late)


def test_no_question_without_an_answer_is_presented_as_answered(
    outcomes: dict[str, list[tuple[Any, Any]]],
) -> None:
    silent = [pair for group in SILENT for pair in outcomes.get(group, [])]
    assert len(silent) >= 6
    assert [question.text for question, one in silent if one.complete] == []
