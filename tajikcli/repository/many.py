"""Check many drafts, file by file: in this process, or in several processes that read the same record.

No data of a file is kept after its findings have been yielded, so memory does not depend on the size of an
archive.
"""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.documents import read_document
from tajikcli.errors import InputError
from tajikcli.model.faults import is_faulty
from tajikcli.model.reported import Checked
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model.reported import MarkedText
    from tajikcli.repository.baseline import Baseline
    from tajikcli.repository.rows import Rows

# the number of files to pass to a process at a time; passing fewer would cost more than checking them
_BATCH = 8
_AHEAD = 3  # the number of batches that each process may be ahead of the output


class Wanted(NamedTuple):
    """The data to collect for each file.

    Attributes:
        baseline: the findings to accept, if any.
        patches: whether to collect a diff.
        reports: whether to collect the text for a report.
    """

    baseline: Baseline | None = None
    patches: bool = False
    reports: bool = False


def check_all(
    record: Rows, files: Iterable[str], wanted: Wanted, *, jobs: int = 1, paths: Sequence[str] = ()
) -> Iterator[Checked]:
    """Yield the findings of each file, in the order of the files.

    Args:
        record: the record.
        files: paths, read as they are needed.
        wanted: the other data to collect.
        jobs: the number of processes.
        paths: the paths of the record, which these processes open.
    """
    one = _One(record, wanted)  # adds its words to an index that has none, before the processes need them
    waiting = iter(files)
    if jobs > 1:
        first = list(islice(waiting, _BATCH + 1))
        if len(first) > _BATCH:  # fewer files would be checked before a second process has started
            yield from _in_processes(_chained(first, waiting), wanted, jobs, paths)
            return
        waiting = iter(first)
    for file in waiting:
        yield one.checked(file)


class _One:
    """Checks files one after the other.

    Args:
        record: the record.
        wanted: the data to collect for each file.
    """

    def __init__(self, record: Rows, wanted: Wanted) -> None:
        self._notices: list[str] = []
        self._checker = record.checker(notice=self._notices.append)
        self._wanted = wanted

    def checked(self, file: str) -> Checked:
        """Return the findings of a file."""
        self._notices.clear()
        try:
            document = read_document(file)
        except InputError as error:
            return Checked(file, [], [], error.reason)
        examined = self._checker.examine(document)
        notices, patch_ = self._notices.copy(), ""
        findings = [one.finding for one in examined.found]
        if self._wanted.baseline is not None:
            for one in findings:
                one["accepted"] = is_faulty(one) and self._wanted.baseline.accepts(one)
        if self._wanted.patches:
            from tajikcli.repository.mending import patch

            patch_, told = patch(self._checker, document, examined)
            notices += told
        paragraphs: Sequence[MarkedText] = ()
        if self._wanted.reports:
            from tajikcli.repository.places import marked

            paragraphs = marked(examined)
        return Checked(
            file,
            findings,
            notices,
            not_judged=examined.not_judged,
            patch=patch_,
            paragraphs=paragraphs,
            is_word=document.word,
        )


def _chained(first: list[str], rest: Iterator[str]) -> Iterator[str]:
    yield from first
    yield from rest


def _in_processes(files: Iterator[str], wanted: Wanted, jobs: int, paths: Sequence[str]) -> Iterator[Checked]:
    """Yield the findings of other processes, in the order of the files."""
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # A fork would inherit SQLite's connections and the threads of the caller.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(tuple(paths), wanted))
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
            "--jobs", f"another program ended one of {jobs} processes; if memory is short, use fewer"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


class _Process:
    """The state of a checking process."""

    one: _One


def _begin(paths: Sequence[str], wanted: Wanted) -> None:
    """Open the record in a checking process; the main process handles interrupts."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Process.one = _One(open_rows(paths), wanted)


def _check_batch(files: Sequence[str]) -> list[Checked]:
    return [_Process.one.checked(file) for file in files]
