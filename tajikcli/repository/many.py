"""Checking many drafts, file by file: in this process, or in several that read the same record.

Nothing is kept of a file once its findings are passed on, so an archive of any size needs the memory of its largest files.
"""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.documents import read_document
from tajikcli.errors import InputError
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model.rows import Finding
    from tajikcli.repository.check import Checker
    from tajikcli.repository.rows import Rows

_BATCH = 8  # files that a process is given at a time: fewer would cost more to pass on than to check
_AHEAD = 3  # batches that each process may be ahead of what is passed on


class Checked(NamedTuple):
    """What was found in a file.

    Attributes:
        file: its path as it was given, `-` for standard input.
        findings: in the order of the text.
        notices: sentences about the text.
        reason: why it can't be read; None where it can.
    """

    file: str
    findings: list[Finding]
    notices: list[str]
    reason: str | None = None


def check_all(
    record: Rows, files: Iterable[str], *, jobs: int = 1, paths: Sequence[str] = ()
) -> Iterator[Checked]:
    """Yield what is found in each file, in the order of the files.

    Args:
        record: what the files are held against.
        files: paths, read as they are needed.
        jobs: how many processes check.
        paths: of the record's files, for these processes.
    """
    waiting = iter(files)
    if jobs > 1:
        first = list(islice(waiting, _BATCH + 1))
        if len(first) > _BATCH:  # else they are checked before a second process has started
            yield from _in_processes(_chained(first, waiting), jobs, paths)
            return
        waiting = iter(first)
    notices: list[str] = []
    checker = record.checker(notice=notices.append)
    for file in waiting:
        yield _checked(checker, file, notices)


def _chained(first: list[str], rest: Iterator[str]) -> Iterator[str]:
    yield from first
    yield from rest


def _checked(checker: Checker, file: str, notices: list[str]) -> Checked:
    notices.clear()
    try:
        found = checker.check(read_document(file))
    except InputError as error:
        return Checked(file, [], [], error.reason)
    return Checked(file, found, notices.copy())


def _in_processes(files: Iterator[str], jobs: int, paths: Sequence[str]) -> Iterator[Checked]:
    """Yield what other processes find, in the order of the files."""
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Not forks: SQLite's connections and the threads of whoever calls would come along.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(tuple(paths),))
    waiting: deque[Future[list[Checked]]] = deque()
    try:
        while True:
            batch = list(islice(files, _BATCH))
            if batch:
                waiting.append(pool.submit(_check_batch, batch))
            if not waiting:
                return
            if not batch or len(waiting) > jobs * _AHEAD:
                yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise InputError(
            "--jobs", f"one of {jobs} processes was ended from outside; with too little memory, use fewer"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


class _Process:
    """What a process that checks keeps: its checker, and the notices of the file that it is reading."""

    checker: Checker
    notices: list[str]


def _begin(paths: Sequence[str]) -> None:
    """Open the record in a process that checks; an interrupt is left to the process that asks."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Process.notices = []
    _Process.checker = open_rows(paths).checker(notice=_Process.notices.append)


def _check_batch(files: Sequence[str]) -> list[Checked]:
    return [_checked(_Process.checker, file, _Process.notices) for file in files]
