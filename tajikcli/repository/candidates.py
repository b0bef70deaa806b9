"""Choose the statements from which a quotation may come: by the stems in the index, the rarest first."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.model.streams import Stored
from tajikcli.proof.candidate import Candidate
from tajikcli.words import stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from tajikcli.model.rows import Statement
    from tajikcli.repository.known import Known

# the number of stems by which the statement of a quotation is searched, beginning with the rarest
_MOST_STEMS = 12
_LEAST_STEMS, _MOST_POSTINGS = 5, 8_000  # after this number of statements, frequent words are left out
_MOST_QUOTES, _MOST_FACTS = 30, 20  # the number of candidates to compare word by word
_POOL = 400  # the number of statements from which these are chosen
# The limits for data kept between documents: words, statements, and numbers of statements by word.
_MOST_WORDS, _MOST_CANDIDATES, _MOST_POSTED = 200_000, 20_000, 2_000_000


class Told(NamedTuple):
    """The keys of a statement that findings show."""

    name: str
    hedges: list[str]
    source: str
    speaker_name: str | None
    via: Sequence[str]


class _Head(NamedTuple):
    """The data needed to select a statement."""

    is_quote: bool
    speaker: str | None


class Candidates:
    """The statements of a record, as quotations are compared with them.

    Args:
        connection: a connection to the index.
        known: the names on record, for the ids of statements.
    """

    def __init__(self, connection: sqlite3.Connection, known: Known) -> None:
        self._connection, self._known = connection, known
        self._total = connection.execute("SELECT count(*) FROM statement").fetchone()[0]
        self._postings: dict[str, list[int]] = {}
        self._posted = 0  # numbers in these lists
        self._frequencies: dict[str, int] = {}
        self._has_all = False  # whether the frequencies are those of all words on record
        self._heads: dict[int, _Head] = {}
        self._candidates: dict[int, Candidate] = {}
        self._told: dict[int, Told] = {}
        self._numbers: dict[str, int] = {}  # by the names of the statements

    @property
    def are_many(self) -> bool:
        """Whether the data of earlier documents take much memory."""
        return (
            len(self._frequencies) > _MOST_WORDS
            or len(self._candidates) > _MOST_CANDIDATES
            or self._posted > _MOST_POSTED
        )

    def forget(self) -> None:
        """Forget the data of earlier documents."""
        for kept in (
            *(self._frequencies, self._candidates, self._told),
            *(self._numbers, self._heads, self._postings),
        ):
            kept.clear()
        self._posted, self._has_all = 0, False

    def possible(self, text: str, speaker: str | None) -> list[Candidate]:
        """Return the statements from which a quotation may come, in the order of the record.

        Args:
            text: the words of the quotation.
            speaker: the slug of its speaker, whose statements come before equal ones of others.
        """
        frequencies = {one: self._frequency(one) for one in stems(text)}
        known = [one for one, frequency in frequencies.items() if frequency]
        if not known:
            return self._with_the_very_words(text) if not frequencies else []
        weights: defaultdict[int, float] = defaultdict(float)
        looked_at = 0
        for order, one in enumerate(sorted(known, key=frequencies.__getitem__)[:_MOST_STEMS]):
            looked_at += frequencies[one]
            if order >= _LEAST_STEMS and looked_at > _MOST_POSTINGS:
                break
            weight = log(1 + self._total / frequencies[one])
            for number in self._posting(one):
                weights[number] += weight
        if len(weights) > _POOL:
            pool = sorted(sorted(weights, key=weights.__getitem__, reverse=True)[:_POOL])
        else:
            pool = sorted(weights)
        heads = self._heads_of(pool)
        kinds: tuple[list[int], list[int]] = [], []
        for number in pool:
            kinds[heads[number].is_quote].append(number)
        chosen: list[int] = []
        for numbers, most in zip(kinds, (_MOST_FACTS, _MOST_QUOTES), strict=True):
            if len(numbers) > most:
                numbers.sort(key=lambda number: (-weights[number], heads[number].speaker != speaker))
            chosen += numbers[:most]
        return [self._candidate(number) for number in sorted(chosen)]

    def told(self, number: int) -> Told:
        """Return the keys of a statement that findings show, given the number of a candidate."""
        return self._told[number]

    def text_of(self, statement: str) -> str:
        """Return the text of a statement that a finding names; empty if it has not been compared."""
        number = self._numbers.get(statement)
        return self._candidates[number].text if number in self._candidates else ""

    def _heads_of(self, numbers: Iterable[int]) -> dict[int, _Head]:
        """Return the data of statements by number, and look up each only once."""
        missing = [number for number in numbers if number not in self._heads]
        if not missing:
            return self._heads
        rows = self._connection.execute(
            f"SELECT seq, kind = 'quote', speaker FROM statement WHERE seq IN ({', '.join(map(str, missing))})"
        )
        self._heads.update((number, _Head(bool(is_quote), speaker)) for number, is_quote, speaker in rows)
        return self._heads

    def _with_the_very_words(self, text: str) -> list[Candidate]:
        """Return the quotes that contain words that the index leaves out because they are too common (`what do you say`)."""
        longest = max(text.split(), key=len, default="")
        if not longest:
            return []
        rows = self._connection.execute(
            "SELECT seq FROM statement JOIN answer USING (seq) WHERE kind = 'quote' AND instr(lower(json_extract(json, '$.text')), lower(?)) ORDER BY seq",
            (longest,),
        )
        return [self._candidate(number) for (number,) in rows]

    def _frequency(self, one: str) -> int:
        found = self._frequencies.get(one)
        if found is None:
            if (
                len(self._frequencies) == self._total
            ):  # a long text: all words at once are cheaper than one by one
                self._frequencies |= dict(self._connection.execute("SELECT stem, statements FROM stem"))
                self._has_all = True
                found = self._frequencies.get(one)
            if found is None and not self._has_all:
                row = self._connection.execute(
                    "SELECT statements FROM stem WHERE stem = ?", (one,)
                ).fetchone()
                found = row[0] if row else 0
            found = self._frequencies[one] = found or 0
        return found

    def _posting(self, one: str) -> list[int]:
        if one not in self._postings:
            rows = self._connection.execute(
                "SELECT rowid FROM search WHERE search MATCH ?", (f'{{text evidence}} : "{one}"',)
            )
            self._postings[one] = [row[0] for row in rows]
            self._posted += len(self._postings[one])
        return self._postings[one]

    def _candidate(self, number: int) -> Candidate:
        if number not in self._candidates:
            stored = self._connection.execute("SELECT json FROM answer WHERE seq = ?", (number,))
            answers: Stored[Statement] = Stored(text for (text,) in stored)
            (statement,) = answers.rows()
            self._told[number] = Told(
                self._known.full_id(statement["meeting"], statement["id"]),
                statement["hedges"],
                statement["source"],
                statement["speaker_name"],
                statement["via"],
            )
            self._numbers[self._told[number].name] = number
            is_fact = statement["kind"] != "quote"
            evidence = [item["exact"] for item in statement["evidence"] if is_fact]
            self._candidates[number] = Candidate(
                number, statement["text"], statement["kind"], statement["speaker"], evidence
            )
        return self._candidates[number]
