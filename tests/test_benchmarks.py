"""The statistics of `make bench`, tested on numbers; no test asserts a time."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
paired = pytest.importorskip("paired", reason="benchmarks are no part of the package")


def test_the_interval_holds_the_true_median_as_often_as_promised() -> None:
    """It does so in 99 of 100 cases for any distribution; the test uses a skewed one, because times are skewed."""
    dice = random.Random(7)  # noqa: S311 - random data
    for rounds in (8, 12, 25):
        held = 0
        for _ in range(2000):
            found = paired.middle([dice.lognormvariate(0, 1) for _ in range(rounds)])  # its median is 1
            held += found.low <= 1 <= found.high
        assert held / 2000 >= 0.985


def test_the_interval_is_no_wider_than_need_be() -> None:
    """With twenty-five rounds, five are left out on either side."""
    found = paired.middle([float(number) for number in range(25)])
    assert (found.low, found.median, found.high, found.rounds) == (5, 12, 19, 25)
    few = paired.middle([3.0, 1.0, 2.0])
    assert (few.low, few.median, few.high) == (1, 2, 3)


def test_a_difference_within_the_interval_does_not_count() -> None:
    """A target is reached or missed only if the whole interval is on one side of it."""
    assert paired.Ratio(1.1, 0.9, 1.3, 9).verdict() == "none"
    assert paired.Ratio(1.1, 1.05, 1.3, 9).verdict() == "slower"
    assert paired.Ratio(0.9, 0.8, 0.95, 9).verdict() == "faster"
    assert paired.Ratio(1.1, 1.0, 1.2, 9).against(1.12) == "≤ 1.12: open"
    assert paired.Ratio(1.1, 1.0, 1.11, 9).against(1.12) == "≤ 1.12: reached"
    assert paired.Ratio(1.3, 1.2, 1.4, 9).against(1.12) == "≤ 1.12: missed"
    once = paired.middle([2.0])
    assert (once.verdict(), once.against(1.12)) == ("none", "≤ 1.12: open")


def test_a_command_with_an_unexpected_end_is_not_timed() -> None:
    """This holds for a wrong exit code and for a run that takes too long."""
    with pytest.raises(paired.Failure, match="exit code 3, not 0"):
        paired.run(paired.Command([sys.executable, "-c", "raise SystemExit(3)"]))
    with pytest.raises(paired.TooLongError):
        paired.run(paired.Command([sys.executable, "-c", "import time; time.sleep(60)"]), limit=0.2)
    assert paired.run(paired.Command([sys.executable, "-c", "raise SystemExit(3)"], code=3)).cpu > 0


def test_each_round_has_every_command_once(tmp_path: Path) -> None:
    """Each round has its own random order."""
    note = "import sys; open(sys.argv[1], 'a').write(sys.argv[2])"
    commands = {
        name: paired.Command([sys.executable, "-c", note, str(tmp_path / "log"), name]) for name in "ab"
    }
    runs = paired.compare(commands, least=8, most=8, warm=False)
    written = (tmp_path / "log").read_text(encoding="ascii")
    assert {name: len(timed) for name, timed in runs.items()} == {"a": 8, "b": 8}
    assert all(set(written[start : start + 2]) == {"a", "b"} for start in range(0, 16, 2))


@pytest.mark.parametrize(
    ("budget", "rounds", "said"),
    [(0.001, 1, ", one round"), (0.21, 2, ", two rounds"), (0.31, 3, ")"), (1.1, 5, ")")],
)
def test_slow_commands_run_less_often_and_the_table_says_so(
    budget: float, rounds: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number of rounds follows from the time of the first, and a warming round is left out only if there is time for it."""
    monkeypatch.setattr(paired, "run", lambda _: paired.Run(0.1, 0.1, 1.0, 0.1, 0.1))
    runs = paired.compare(dict.fromkeys("ab", paired.Command([])), budget=budget)
    assert {name: len(timed) for name, timed in runs.items()} == {"a": rounds, "b": rounds}
    assert str(paired.ratio(runs["a"], runs["b"])).endswith(said)


def test_a_budget_leaves_unused_time_to_the_parts_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts share the time that is left by their weights; if there is none left, the rest gets none."""
    import budget

    clock = iter([0.0, 0.0, 0.0, 10.0, 10.0, 200.0, 200.0])
    monkeypatch.setattr(budget, "perf_counter", lambda: next(clock))
    shares = budget.Budget(100, {"long": 3.0, "short": 1.0, "late": 2.0})
    assert (shares.share("long"), shares.share("short"), shares.share("late")) == (50, 30, 0)


def test_every_command_is_timed(tmp_path: Path) -> None:
    """Except servers; a new command has to be added to the cases."""
    import cases

    from tajikcli.commands import COMMANDS

    at = cases.Large(tmp_path, tmp_path / "article.md", tmp_path / "source.txt")
    timed = {case.words[0] for case in cases.cases(at).values() if case.words}
    assert timed == set(COMMANDS) - cases.SERVERS


def test_the_teardown_of_a_program_can_be_left_out() -> None:
    """The work of one that tells when it is done is shorter than its whole run."""
    slow_end = "import atexit, time; atexit.register(time.sleep, 0.3)"
    timed = paired.run(paired.Command([sys.executable, "-c", slow_end + paired.END], tells=True))
    assert 0 < timed.work < timed.seconds - 0.2
    assert 0 < timed.work_cpu <= timed.cpu + 0.02


def test_each_command_of_the_benchmark_writes_its_own_part_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`make bench-million` leaves the tables of `make bench` as they are, and the other way round."""
    import page

    monkeypatch.setattr(page, "PAGE", tmp_path / "page.md")
    for lines, million in (("# One\n", False), (page.MILLION + "two\n", True), ("# Three\n", False)):
        monkeypatch.setattr(page, "_lines", [lines])
        page.write(million=million)
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == f"# Three\n{page.MILLION}two\n"
    monkeypatch.setattr(page, "_lines", [page.MILLION, "four\n"])
    page.write(million=True)
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == f"# Three\n{page.MILLION}four\n"
