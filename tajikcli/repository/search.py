"""Search: the statements that answer a question in plain words, best match first.

Words match by stem (`tajikcli.words`), names match the thing that they name, and both match by synonyms
(`tajikcli.meanings`). Statements with all the words come before those with some of them; a quote with exactly
the words of the question comes first. An unknown word is replaced by the nearest known word, and the answer
says so.

SQLite's FTS5 finds the candidates, and `ranking` sorts them.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tajikcli.model.streams import Detailed, Stored
from tajikcli.parts import Parts
from tajikcli.repository.marking import marks, only_inside, snippet
from tajikcli.repository.named import SPEAKER, nearly_named
from tajikcli.repository.query import conditions
from tajikcli.repository.question import LONGEST, RUN, WHO, asked
from tajikcli.repository.ranking import most_alone, rarities, score
from tajikcli.text import displayed, fold_letters
from tajikcli.words import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from tajikcli.model import rows
    from tajikcli.model.pages import FoundClaim
    from tajikcli.repository.query import Query
    from tajikcli.repository.question import Question
    from tajikcli.repository.ranking import Rarity

_POOL = 200  # the number of candidates to rank precisely
_FREQUENT = (
    10_000  # if more statements than this have a word, those with no other word are not ranked, if possible
)
_SEEMING = 0.8  # the weight of a statement that has a word only inside another word or by its topic
_MANY = 1_000_000  # the limit of a search for which no limit is given
_TOLD = 5  # the maximum number of missing words to name
_NEAR_ENOUGH = 0.25  # the minimum share of a question's information that an answer has


class Found(Parts):
    """The result of a search.

    Attributes:
        hits: the statements, best match first.
        answers: the same, which a page shows claim by claim.
        total: the number of statements.
        complete: the number of statements with all the words of the question.
        exact: the number of statements, at the beginning, that are quotes with exactly the words of the
            question.
        instead: the question that was answered, if mistyped words were replaced; otherwise empty.
        unheard: words that do not occur in the record, in any of their meanings.
        lacking: words that occur in the record, but not in the best match; empty if this has all the words.
        far: whether the best match has so little of the question that it is no answer.
        related: whether some statements may contain only words that are related to those of the question.
        role: the role of the person that the question asks about, as on record; empty if it does not ask about a person.
    """

    hits: Stored[rows.Hit]
    answers: Detailed[rows.Hit, FoundClaim]
    total: int
    complete: int
    exact: int
    instead: str
    unheard: list[str]
    lacking: list[str]
    far: bool
    related: bool
    role: str


def shortfall(found: Found) -> str:
    """Return a note about the words that the best match lacks; empty if a statement has all the words, or if there is none."""
    if found.complete or not found.total:
        return ""
    note = "no statement contains all the words" + ", or comes near an answer" * found.far
    more = len(found.lacking) - _TOLD
    words = [f"'{word}'" for word in found.lacking[:_TOLD]] + [f"and {more} more"] * (more > 0)
    return f"{note}; the best match lacks {', '.join(words)}" if words else note


class Hit:
    """A search result: the number of the statement in the index, its score, its stems and tokens, and whether it has all the words."""

    __slots__ = ("columns", "complete", "score", "seq")

    def __init__(
        self, seq: int, score: float, columns: Sequence[str] = (), *, complete: bool = False
    ) -> None:
        self.seq, self.score, self.columns, self.complete = seq, score, columns, complete


def find(connection: sqlite3.Connection, text: str, query: Query) -> Found:
    """Return the statements that answer a question in plain words.

    Args:
        connection: a connection to the index.
        text: the question.
        query: additional filters; without a limit, all statements with any of the words.
    """
    question = asked(connection, text)
    instead = ""
    names = _misspelt(connection, question)
    if _unheard(question) or names:
        from tajikcli.repository.spelling import corrected

        instead = corrected(connection, text, _unheard(question), names)
        if instead:
            question = asked(connection, instead)
    limit = _MANY if query.limit is None else query.limit
    ranked = hits(connection, question, query, limit)
    exact = _exact(connection, instead or text, question, query)
    if exact:
        ranked = _first(connection, question, ranked, exact)[:limit]
    texts = [_text(connection, hit, question) for hit in ranked]
    stored: Stored[rows.Hit] = Stored(texts)

    def claims(_: Iterator[rows.Hit]) -> Iterator[FoundClaim]:
        from tajikcli.repository.found import by_claim

        return by_claim(connection, texts, lambda text: marks(displayed(text), question))

    unheard = _unheard(question)
    complete = sum(hit.complete for hit in ranked)
    lacking, far = ([], False) if complete or not ranked else _lacking(connection, question, ranked[0].seq)
    return Found(
        hits=stored,
        answers=Detailed(stored, claims),
        total=len(texts),
        complete=complete,
        exact=min(len(exact), len(ranked)),
        instead=instead,
        unheard=unheard,
        lacking=[word for word in lacking if word not in unheard],
        far=far and not exact,
        related=question.has_related,
        role=_role(connection, question),
    )


def _exact(connection: sqlite3.Connection, text: str, question: Question, query: Query) -> list[int]:
    """Return the numbers of the quotes with exactly the words of a question, as `verbatim` defines it."""
    if text.replace(" ", "").isalpha() and len(text.split()) < RUN:
        return []
    from tajikcli.repository.verbatim import exact_quotes  # which a few words need not import

    return exact_quotes(connection, text, question, query)


def _unheard(question: Question) -> list[str]:
    """Return the words of a question that do not occur in the record in any of their meanings."""
    return [word for place, word in enumerate(question.written) if not question.heard(place)]


def _misspelt(connection: sqlite3.Connection, question: Question) -> dict[str, list[str]]:
    """Return the words that may be names of speakers with a wrong letter, by the folded word, with the stems of the names.

    There is no list of the words of a language in another script than Latin, and a stemmer may cut such a word to the stem of another
    word (`Путен` to that of `путь`).
    """
    found = {}
    for written, forms in zip(question.written, question.groups, strict=True):
        word = fold_letters(written)
        if (
            word.isalpha()
            and not word.isascii()
            and len(word) <= LONGEST
            and not any(form.startswith(SPEAKER) for form in forms)
        ):
            names = nearly_named(connection, word)
            if names:
                found[word] = names
    return found


def _role(connection: sqlite3.Connection, question: Question) -> str:
    """Return the name and role of the person that a question asks about: `who is Vera Orlova`."""
    if WHO not in question.after or not question.groups:
        return ""
    named = [{form[2:] for form in group if form.startswith("s:")} for group in question.groups]
    people = set.intersection(*named)
    if len(people) != 1:
        return ""
    row = connection.execute(
        "SELECT name, json_extract(detail, '$.role') FROM entity WHERE kind = 'speaker' AND slug = ?",
        list(people),
    ).fetchone()
    return f"{row[0]}: {row[1]}" if row and row[1] else ""


def _first(
    connection: sqlite3.Connection, question: Question, ranked: Sequence[Hit], exact: Sequence[int]
) -> list[Hit]:
    """Return hits with some statements moved to the front."""
    known = {hit.seq: hit for hit in ranked}
    rarity = rarities(connection, question)
    first = [known.get(seq) or Hit(seq, _score(connection, question, rarity, seq)) for seq in exact]
    return [*sorted(first, key=_order), *(hit for hit in ranked if hit.seq not in exact)]


def _score(connection: sqlite3.Connection, question: Question, rarity: Sequence[Rarity], seq: int) -> float:
    return round(score(question, rarity, _columns(connection, seq)), 4)


def _columns(connection: sqlite3.Connection, seq: int) -> Sequence[str]:
    """Return the stems and tokens of a statement."""
    row = connection.execute("SELECT text, keywords, evidence, names FROM search WHERE rowid = ?", (seq,))
    columns: Sequence[str] = row.fetchone()
    return columns


def _order(hit: Hit) -> tuple[float, int]:
    return -hit.score, hit.seq


def _text(connection: sqlite3.Connection, hit: Hit, question: Question) -> str:
    """Return a hit as the JSON text of an answer, with `snippet` and `score` after the keys of the statement."""
    # SQLite reads and writes these texts, because importing `json` would take longer than all of them.
    (text,) = connection.execute(
        "SELECT json_extract(json, '$.text') FROM answer WHERE seq = ?", (hit.seq,)
    ).fetchone()
    added: rows.HitAlone = {"snippet": snippet(text, question), "score": hit.score}
    (answer,) = connection.execute(
        "SELECT json_insert(json, '$.snippet', :snippet, '$.score', :score) FROM answer WHERE seq = :seq",
        {**added, "seq": hit.seq},
    ).fetchone()
    return str(answer)


def hits(connection: sqlite3.Connection, question: Question, query: Query, limit: int) -> list[Hit]:
    """Return the statements that answer a question, best match first: those with all its words, then those with some.

    Args:
        connection: a connection to the index.
        question: the question.
        query: additional filters.
        limit: the maximum number of statements.
    """
    if not question.groups or limit < 1:
        return []
    scores = _Scores(connection, question)
    rarity = scores.rarity

    def ranked(match: str, most: int = sys.maxsize) -> list[Hit]:
        return scores.best(_ranked(query, scores, limit=limit, match=match, most=most), limit)

    forms = list(map(_either, question.groups))
    often = [sum(question.frequencies.get(form, 0) for form in group) for group in question.groups]
    all_words = ranked(" AND ".join(forms), min(often))
    found = [Hit(hit.seq, hit.score, complete=True) for hit in all_words if _has_all(scores, hit, question)]
    if len(found) < limit and (len(forms) > 1 or len(all_words) > len(found)):
        known = {hit.seq for hit in found}
        heard = all(map(question.heard, range(len(forms))))
        heard = heard and not any(question.doubtful)  # such words have little weight already
        seeming = {hit.seq for hit in all_words} - known if heard else set()
        some: list[Hit] = []
        most = max(range(len(forms)), key=lambda place: rarity[place].frequency)
        if rarity[most].frequency > _FREQUENT and len(forms) > 1:
            # Almost all statements with any of the words have only this one, and are unlikely to be among the best.
            others = " OR ".join(forms[:most] + forms[most + 1 :])
            some = _best([*ranked(f"({others}) AND {forms[most]}"), *ranked(others)], limit)
        if len(some) < limit or some[-1].score <= most_alone(question, rarity, most):
            some = ranked(" OR ".join(forms), sum(often))
        some = [Hit(hit.seq, round(hit.score * _SEEMING, 4)) if hit.seq in seeming else hit for hit in some]
        found += [hit for hit in sorted(some, key=_order) if hit.seq not in known]
    return found[:limit]


def _has_all(scores: _Scores, hit: Hit, question: Question) -> bool:
    """Return whether a statement with all the words has each of them as an independent word.

    It does not if a word occurs only inside another word, or is only another name for a topic of the statement, or if two countries
    have each other's part in it.
    """
    doubtful = []
    for place, in_text in _said(question, hit.columns):
        if in_text is None:
            return False
        if in_text:
            doubtful.append(place)
    if not scores.inside(hit.seq).isdisjoint(doubtful):
        return False
    return not question.located or not _is_reversed(_shown(scores.connection, hit.seq), question)


def _said(question: Question, columns: Sequence[str]) -> Iterator[tuple[int, bool | None]]:
    """Yield for each word of a question whether only the text or the evidence of a statement has it; None if nothing has it."""
    said, keywords, evidence, names = columns
    text, others = f" {said} {evidence} ", f" {keywords} \n {names} "
    for place, forms in enumerate(question.sure):
        if any(map(others.__contains__, forms)):
            yield place, False
        else:
            yield place, True if any(map(text.__contains__, forms)) else None


def _lacking(connection: sqlite3.Connection, question: Question, seq: int) -> tuple[list[str], bool]:
    """Return the words of a question that a statement does not have, and whether it has too little to be an answer."""
    scores = _Scores(connection, question)
    inside = scores.inside(seq)
    lacking = [
        place
        for place, in_text in _said(question, _columns(connection, seq))
        if in_text is None or (in_text and place in inside)
    ]
    information = [telling.said for telling in scores.rarity]
    lost = sum(information[place] for place in lacking)
    return [question.written[place] for place in lacking], lost > (1 - _NEAR_ENOUGH) * sum(information)


def _is_reversed(text: str, question: Question) -> bool:
    """Return whether a text has two countries of a question with their parts exchanged."""
    from tajikcli.repository.directions import is_reversed  # which few questions need

    return is_reversed(text, list(words(text, question.languages)), question)


def _shown(connection: sqlite3.Connection, seq: int) -> str:
    """Return the text of a statement and its evidence."""
    (text,) = connection.execute(
        "SELECT json_extract(json, '$.text') || char(10) || coalesce((SELECT group_concat(json_extract(value, '$.exact'),"
        " char(10)) FROM json_each(json, '$.evidence')), '') FROM answer WHERE seq = ?",
        (seq,),
    ).fetchone()
    return str(text)


class _Scores:
    """The scores of statements, which are computed once.

    Args:
        connection: a connection to the index.
        question: the question.
    """

    def __init__(self, connection: sqlite3.Connection, question: Question) -> None:
        self.connection, self.question = connection, question
        self.rarity = rarities(connection, question)
        self._known: dict[int, float] = {}
        self._alone: set[int] = set()
        self._inside: dict[int, frozenset[int]] = {}

    def of(self, seq: int, columns: Sequence[str]) -> float:
        """Return the score of a statement, by its number and its columns in the table `search`."""
        if seq not in self._known:
            self._known[seq] = round(score(self.question, self.rarity, columns), 4)
        return self._known[seq]

    def best(self, found: Iterable[Hit], limit: int) -> list[Hit]:
        """Return the best hits, by scores that leave out words which a text has only inside other words or in set phrases.

        Only the texts of statements that may be among the best are read. Statements without any other word are left out.
        """
        known = {hit.seq: hit for hit in found}
        waiting = sorted(known.values(), key=_order, reverse=True)
        best: list[Hit] = []
        while waiting and len(best) < limit:
            hit = waiting.pop()
            alone = self._of_alone(hit)
            if alone == hit.score:
                best.append(hit)
            elif alone:
                waiting.append(Hit(hit.seq, alone, hit.columns))
                waiting.sort(key=_order, reverse=True)
        return best

    def _of_alone(self, hit: Hit) -> float:
        """Return the score of a statement without the words that its text has only inside other words or in set phrases."""
        if hit.seq not in self._alone:
            self._alone.add(hit.seq)
            inside = self.inside(hit.seq)
            if inside:
                self._known[hit.seq] = self._without(inside, hit.columns)
        return self._known[hit.seq]

    def inside(self, seq: int) -> frozenset[int]:
        """Return the positions of the words that the text of a statement has only inside other words or in set phrases."""
        if seq not in self._inside:
            self._inside[seq] = frozenset(only_inside(_shown(self.connection, seq), self.question))
        return self._inside[seq]

    def _without(self, inside: Iterable[int], columns: Sequence[str]) -> float:
        """Return the score of a statement whose text does not have some words; its keywords and names may have them."""
        _, keywords, _, names = columns
        other = {*keywords.split(), *names.split()}
        places = {place for place in inside if other.isdisjoint(self.question.groups[place])}
        return round(score(self.question.without(places), self.rarity, columns), 4)


def _best(found: Iterable[Hit], limit: int) -> list[Hit]:
    return sorted({hit.seq: hit for hit in found}.values(), key=_order)[:limit]


def _ranked(query: Query, scores: _Scores, *, limit: int, match: str, most: int) -> list[Hit]:
    """Return the statements that match an FTS5 query and the filters; `most` is an upper bound for their number."""
    tables, where, values = conditions(query)
    filtered = "" if where == "1" else f" AND rowid IN (SELECT seq FROM {tables} WHERE {where})"
    pool = max(limit, _POOL)
    # SQLite computes a rank for each statement, which is needed only to choose among many.
    order = "" if most <= pool else " ORDER BY rank"
    found = scores.connection.execute(
        f"SELECT rowid, text, keywords, evidence, names FROM search WHERE search MATCH ?{filtered}{order} LIMIT ?",
        [match, *values, pool],
    )
    return [Hit(seq, scores.of(seq, columns), columns) for seq, *columns in found]


def _either(forms: Iterable[str]) -> str:
    # Always quoted, because FTS5 would read a bare word as syntax.
    return "(" + " OR ".join(f'"{form}"' for form in forms) + ")"
