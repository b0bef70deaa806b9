"""Streams of answers, which are read one at a time: as JSON text, as rows, or with the data of a page.

The index stores JSON, which is printed unchanged; rows are created only for code that reads them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tajikcli.text import in_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from json import JSONDecoder
    from typing import Protocol

    _Row_co = TypeVar("_Row_co", covariant=True)
    _Shown_co = TypeVar("_Shown_co", covariant=True)

    class Answers(Protocol[_Row_co, _Shown_co]):
        """A stream of answers, which is read once, in one of three ways."""

        def texts(self) -> Iterator[str]:
            """Yield each answer as the JSON text of an object."""

        def rows(self) -> Iterator[_Row_co]:
            """Yield each answer as plain values."""

        def shown(self) -> Iterator[_Shown_co]:
            """Yield each answer with the data that a page shows in addition."""


_Row = TypeVar("_Row")
_Shown = TypeVar("_Shown")


class Stored(Generic[_Row]):
    """Answers that the index stores.

    Args:
        texts: the JSON text of each answer.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    def texts(self) -> Iterator[str]:
        """Yield each answer as stored."""
        return iter(self._texts)

    def rows(self) -> Iterator[_Row]:
        """Yield the values of each answer; numbers with decimals keep every digit."""
        return self._decoded(_decimal)

    def shown(self) -> Iterator[_Row]:
        """Yield the values of each answer; a page shows nothing else, and does not calculate with decimals."""
        return self._decoded(float)

    def _decoded(self, parse_float: Callable[[str], Any]) -> Iterator[_Row]:
        decoder = _decoder(parse_float)
        for text in self._texts:
            row: _Row = decoder.decode(text)
            yield row


class Computed(Generic[_Row]):
    """Answers that are computed on demand.

    Args:
        rows: the values of each answer.
    """

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._rows = rows

    def texts(self) -> Iterator[str]:
        """Yield each answer as JSON text, in which control characters, such as those of a file name, are escaped."""
        from json import JSONEncoder

        encoder = JSONEncoder(ensure_ascii=False)
        return (in_json(encoder.encode(row)) for row in self._rows)

    def rows(self) -> Iterator[_Row]:
        """Yield the values of each answer."""
        return iter(self._rows)

    def shown(self) -> Iterator[_Row]:
        """Yield the values of each answer; a page shows nothing else."""
        return self.rows()


class Detailed(Generic[_Row, _Shown]):
    """Answers with additional data that is looked up only for a page.

    Args:
        answers: the answers.
        shown: adds to each answer the data that a page shows.
    """

    def __init__(
        self, answers: Answers[_Row, _Row], shown: Callable[[Iterator[_Row]], Iterator[_Shown]]
    ) -> None:
        self._answers = answers
        self._shown = shown

    def texts(self) -> Iterator[str]:
        """Yield each answer as JSON text."""
        return self._answers.texts()

    def rows(self) -> Iterator[_Row]:
        """Yield the values of each answer."""
        return self._answers.rows()

    def shown(self) -> Iterator[_Shown]:
        """Yield each answer with the added data."""
        return self._shown(self._answers.shown())


@lru_cache(maxsize=2)
def _decoder(parse_float: Callable[[str], Any]) -> JSONDecoder:
    from json import JSONDecoder

    return JSONDecoder(parse_float=parse_float)


def _decimal(text: str) -> Any:
    from decimal import Decimal

    return Decimal(text)
