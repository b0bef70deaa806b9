"""The paragraphs of a draft as readers see them, with the position of each character in the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Run(NamedTuple):
    """A run of characters of a paragraph that are contiguous in the file, with its start in the paragraph and in the file.

    Attributes:
        offset: the offset in the paragraph.
        place: the position in the file.
        size: the number of characters of the file that represent the run; None if the file has the same
            characters, 0 if a tag
            represents them.
    """

    offset: int
    place: int
    size: int | None = None


class Change(NamedTuple):
    """A change to the text of a paragraph: the characters from `start` to `end` become `text`.

    Attributes:
        start: the offset of the first character.
        end: the offset after the last character.
        text: the new characters.
        size: the number of characters of the file that represent them, as in a `Run`.
    """

    start: int
    end: int
    text: str
    size: int


class Link(NamedTuple):
    """A stretch of a paragraph that links to an address."""

    start: int
    end: int
    address: str


class Paragraph:
    """A paragraph of a draft.

    Args:
        text: the text that readers see.
        runs: the positions of its characters in the file.
        quoted: whether it is in a block quote.
        cite: the words in the block quote that name the speaker.
        aside: whether it is code or part of the page's frame, which readers see but which is not a claim of the article.
        links: its links to other pages, ordered by their ends.
    """

    __slots__ = ("_offsets", "_runs", "aside", "cite", "links", "quoted", "text")

    def __init__(
        self,
        text: str,
        runs: list[Run],
        *,
        quoted: bool = False,
        cite: str = "",
        aside: bool = False,
        links: Sequence[Link] = (),
    ) -> None:
        self.text, self.quoted, self.cite, self.aside = text, quoted, cite, aside
        self.links = links
        self._runs, self._offsets = runs, [run.offset for run in runs]

    def part(self, start: int, end: int) -> Paragraph:
        """Return a part of the paragraph as a new paragraph."""
        runs = [Run(0, self.place(start), self._run(start).size)]
        first, last = bisect_right(self._offsets, start), bisect_left(self._offsets, end)
        runs += [run._replace(offset=run.offset - start) for run in self._runs[first:last]]
        return Paragraph(self.text[start:end], runs)

    def place(self, offset: int) -> int:
        """Return the position in the file of a character of the paragraph."""
        run = self._run(offset)
        return run.place + (offset - run.offset if run.size is None else 0)

    def place_behind(self, offset: int) -> int:
        """Return the position in the file after the character before an offset."""
        run = self._run(offset - 1)
        return run.place + (offset - run.offset if run.size is None else run.size)

    def pieces(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs that overlap a range, in order."""
        first = max(0, bisect_right(self._offsets, start) - 1)
        yield from self._runs[first : bisect_left(self._offsets, end)]

    def is_together(self, start: int, end: int) -> bool:
        """Return whether the characters of a range, each of which is in the file, follow one another there without markup between."""
        return all(run.size != 0 for run in self.pieces(start, end)) and all(
            self.place_behind(offset) == self.place(offset) for offset in range(start + 1, end)
        )

    def changed(self, changes: Sequence[Change]) -> Paragraph:
        """Return the paragraph after changes, which are in order and do not overlap; itself if there are none."""
        if not changes:
            return self
        parts: list[str] = []
        runs: list[Run] = []
        done = size = 0
        for start, end, text, width in (*changes, Change(len(self.text), len(self.text), "", 0)):
            for run in self.pieces(done, start):
                begin = max(run.offset, done)
                runs.append(Run(size + begin - done, self.place(begin), run.size))
            parts += [self.text[done:start], text]
            size += start - done
            if text:
                runs.append(Run(size, self.place(start), width))
            size += len(text)
            done = end
        moved = _Moved(changes)
        links = [link._replace(start=moved.to(link.start), end=moved.to(link.end)) for link in self.links]
        return Paragraph(
            "".join(parts), runs, quoted=self.quoted, cite=self.cite, aside=self.aside, links=links
        )

    def move_to(self, place: int) -> None:
        """Map the whole paragraph to one position."""
        self._runs, self._offsets = [Run(0, place)], [0]

    def _run(self, offset: int) -> Run:
        return self._runs[max(0, bisect_right(self._offsets, offset) - 1)]


class _Moved:
    """The offsets of a paragraph after changes."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._ends, self._shifts = [0], [0]
        for start, end, text, _ in changes:
            self._ends.append(end)
            self._shifts.append(self._shifts[-1] + len(text) - (end - start))

    def to(self, offset: int) -> int:
        """Return the offset after the changes of an offset that is not inside one."""
        return offset + self._shifts[bisect_right(self._ends, offset) - 1]
