"""The record of a server, which is opened once, and again when its files have changed."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from tajikcli.index.seal import stats_of
from tajikcli.paths import knowledge_files, record_paths
from tajikcli.repository.pool import Pool
from tajikcli.repository.rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tajikcli.repository.rows import Rows


_REMEMBERED = 256  # the number of recent answers to keep
_LONG = 1_000  # the answer to a longer question, such as a draft, is not kept


class Served:
    """Lends an up-to-date record to threads that query it at the same time.

    Args:
        paths: knowledge files and folders; if empty, those of `TAJIK_FACTS` or the bundled record.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = record_paths(paths)
        self._lock = Lock()
        self._files = b""
        self._pool: Pool | None = None
        self._answers: dict[tuple[str, str], str] = {}

    def answer(self, question: tuple[str, str], make: Callable[[], str]) -> str:
        """Return the answer to a question: the cached answer if the record has not changed since then, otherwise a new one.

        Args:
            question: a tool, and its arguments as a text.
            make: gets the answer from a record.

        Raises:
            TajikError: an error of `make` or `lent`.
        """
        self._current()
        known = self._answers.get(question)
        if known is None:
            known = make()
            if len(question[1]) < _LONG:
                while len(self._answers) >= _REMEMBERED:
                    self._answers.pop(next(iter(self._answers)), None)
                self._answers[question] = known
        return known

    @contextmanager
    def lent(self) -> Iterator[Rows]:
        """Lend the record during a `with` block.

        Raises:
            InputError: a file cannot be read.
            UnsoundRecordError: a knowledge file now has errors.
            DamagedIndexError: SQLite cannot read the index; the next query rebuilds it.
        """
        with self._current().lent() as rows:
            yield rows

    def close(self) -> None:
        """Close the record."""
        with self._lock:
            if self._pool is not None:
                self._pool.close()
            self._pool = None

    def _current(self) -> Pool:
        files = stats_of(knowledge_files(self._paths))
        with self._lock:
            if self._pool is None or self._pool.is_closed or files != self._files:
                if self._pool is not None:
                    self._pool.close()  # queries in progress finish
                    self._pool = None
                self._answers = {}
                self._pool = Pool(open_rows(self._paths))
                self._files = files
            return self._pool
