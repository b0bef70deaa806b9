"""Search: the statements that answer a question in plain words, best first.

Words are matched by stem (`tajikcli.words`), and names by what they name: `Путин` finds what Putin said, `commerce` what
is on record about trade. A word and what it names are one term, as rare as the more frequent of the two. Statements with
all the words come first, then those with some.

SQLite's FTS5 finds the candidates; they are ranked by BM25F (Robertson and Zaragoza 2009, section 3.6), which counts a
word by where it stands:

- the text 1.0: a statement is about what it says;
- keywords, numbers, units and months 0.9: the words that its editor expects to be asked;
- evidence 0.5: the source's own words, which often say the same again;
- names 0.4: of topic, measure, speaker, relay, source and meeting, which a statement shares with many others.

Then three things that BM25 does not see: a statement that has more of the question's words is better, so is one of a
speaker whom the question names, and so is one that has what the question is after: a figure where it asks how many, the
keyword `where` or `when` where it asks that.
"""

from __future__ import annotations

import re
from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.model.streams import Detailed, Stored
from tajikcli.repository.query import conditions
from tajikcli.text import displayed, fold_letters, nearest
from tajikcli.words import ASKED, STOP, others_among, stems, words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tajikcli.model import rows
    from tajikcli.model.pages import FoundClaim
    from tajikcli.repository.query import Query

_LETTERS = re.compile(r"[^\W\d_]+")
MOST_WORDS = 40  # of a question; what comes after them tells no more
_POOL = 200  # candidates that are looked at closely
_FREQUENT = 10_000  # statements with a word: of more than that, those with no other word are not ranked if it can be helped
_SHORT, _TAIL = 5, 3  # letters of a stem that may have kin, and how much longer or shorter these may be
_NEAR = 0.7  # what kin is worth
_MANY = 1_000_000  # answers, where a search has no limit
_LONG = 300  # characters that a snippet may have, about
_MOST_NAMED = 50  # things that one word names and is matched by
_WEIGHTS = (1.0, 0.9, 0.5, 0.4)
_K1, _B = 1.2, 0.5  # how soon more of the same word counts no more, and how much long texts are held back
_USUAL = 12  # stems of a text: a long list of keywords is no reason to hold a statement back


class Found(NamedTuple):
    """What a search found.

    Attributes:
        hits: the statements, best first.
        answers: the same, which a page shows claim by claim.
        total: how many they are.
        complete: how many of them, the first ones, have all the words of the question.
        unheard: words that are nowhere on record, each with those that may have been meant.
    """

    hits: Stored[rows.Hit]
    answers: Detailed[rows.Hit, FoundClaim]
    total: int
    complete: int
    unheard: dict[str, list[str]]


class Question(NamedTuple):
    """What a text asks for.

    Attributes:
        groups: for each word what it matches by, and how well: its stem, the tokens of what it names, near stems.
        written: the words themselves.
        after: what kind of answer is wanted (`where`, `when`, `how-many`), as `tajikcli.words.ASKED` has it.
        languages: those that texts of the record are stemmed by, besides the first of each script.
    """

    groups: tuple[dict[str, float], ...]
    written: tuple[str, ...]
    after: frozenset[str]
    languages: tuple[str, ...] = ()

    @property
    def forms(self) -> frozenset[str]:
        """Everything that the words match by."""
        return frozenset(form for group in self.groups for form in group)


class Hit(NamedTuple):
    """A statement found: its number in the index, its score (higher is better), whether it has all the words."""

    seq: int
    score: float
    complete: bool = False


def find(connection: sqlite3.Connection, text: str, query: Query) -> Found:
    """Return the statements that answer a question in plain words.

    Args:
        connection: to the index.
        text: the question.
        query: the filters that hold besides; without a limit, all statements with any of the words.
    """
    question = asked(connection, text)
    ranked = hits(connection, question, query, _MANY if query.limit is None else query.limit)
    texts = [_text(connection, hit, question) for hit in ranked]
    complete = sum(hit.complete for hit in ranked)
    stored: Stored[rows.Hit] = Stored(texts)

    def claims(_: Iterator[rows.Hit]) -> Iterator[FoundClaim]:
        from tajikcli.repository.found import by_claim

        return by_claim(connection, texts, lambda text: marks(displayed(text), question))

    return Found(stored, Detailed(stored, claims), len(texts), complete, unheard(connection, question))


def _text(connection: sqlite3.Connection, hit: Hit, question: Question) -> str:
    """Return a statement found as the JSON text of an answer: `snippet` and `score` behind the statement's own keys."""
    # SQLite reads and writes these texts: the import of `json` costs a start more than all of them.
    (text,) = connection.execute(
        "SELECT json_extract(json, '$.text') FROM answer WHERE seq = ?", (hit.seq,)
    ).fetchone()
    added: rows.HitAlone = {"snippet": snippet(text, question), "score": hit.score}
    (answer,) = connection.execute(
        "SELECT json_insert(json, '$.snippet', :snippet, '$.score', :score) FROM answer WHERE seq = :seq",
        {**added, "seq": hit.seq},
    ).fetchone()
    return str(answer)


def asked(connection: sqlite3.Connection, text: str) -> Question:
    """Return what a text asks for: its words but those that carry no weight, each once."""
    plain = " " + " ".join(_LETTERS.findall(fold_letters(text))) + " "
    after = [asking for asking in ASKED if f" {asking} " in plain]
    # `big` in `how big` says what is asked, and nothing about the answer.
    weightless = {word for asking in after for word in asking.split()}
    spoken: dict[tuple[str, ...], str] = {}
    slugs = [slug for (slug,) in connection.execute("SELECT slug FROM entity WHERE kind = 'language'")]
    languages = others_among(slugs)
    for word in words(text, languages):
        written = text[word.start : word.end]
        if word.forms and fold_letters(written) not in weightless:
            spoken.setdefault(word.forms, written)
        if len(spoken) == MOST_WORDS:
            break
    near = {form: _near(connection, form) for forms in spoken for form in forms}
    tokens = _named(connection, near)
    groups = []
    for forms in spoken:
        group = dict.fromkeys((kin for form in forms for kin in near[form]), _NEAR)
        group |= dict.fromkeys((token for form in forms for token in tokens.get(form, ())), 1.0)
        groups.append(group | dict.fromkeys(forms, 1.0))
    return Question(
        tuple(groups), tuple(spoken.values()), frozenset(ASKED[asking] for asking in after), languages
    )


def _near(connection: sqlite3.Connection, form: str) -> list[str]:
    """Return other stems of what is probably the same word: stemmers cut `economy` and `economic` at two places."""
    if len(form) < _SHORT or not form.isalpha():
        return []
    begun = connection.execute(
        "SELECT term FROM vocabulary WHERE term > ? AND term < ? AND length(term) <= ?",
        (form, form + "\U0010ffff", len(form) + _TAIL),
    )
    shorter = [form[:end] for end in range(max(len(form) - _TAIL, _SHORT), len(form))]
    return [*(row[0] for row in begun), *shorter]


def _named(connection: sqlite3.Connection, near: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the tokens of what the words name, for each of them; a name counts when all of its words are there."""
    said = {kin: form for form, kins in near.items() for kin in (*kins, form)}
    rows = connection.execute(
        f"SELECT stem, phrase, token, size FROM name_word WHERE stem IN ({', '.join('?' * len(said))})",
        sorted(said),
    ).fetchall()
    there = Counter((phrase, token) for _, phrase, token, _ in rows)
    tokens: dict[str, list[str]] = {}
    for word, phrase, token, size in rows:
        known = tokens.setdefault(said[word], [])
        if there[phrase, token] == size and token not in known and len(known) < _MOST_NAMED:
            known.append(token)
    return tokens


def unheard(connection: sqlite3.Connection, question: Question) -> dict[str, list[str]]:
    """Return the words of a question that are nowhere on record, each with those that may have been meant."""
    answer = {}
    for group, written in zip(question.groups, question.written, strict=True):
        if not _matches(connection, group):
            word = fold_letters(written)
            size = len(word)
            close = nearest(word, _spelt(connection, range(size - 2, size + 3))) if size > 3 else []
            answer[written] = [
                kin
                for kin in close
                if kin not in STOP and _matches(connection, stems(kin, question.languages))
            ]
    return answer


def _spelt(connection: sqlite3.Connection, sizes: range) -> list[str]:
    """Return the words of the record that have one of these sizes, each once."""
    known: set[str] = set()
    for (spelt,) in connection.execute("SELECT words FROM spelling"):
        known.update(spelt.split())
    return sorted(word for word in known if len(word) in sizes)


def hits(connection: sqlite3.Connection, question: Question, query: Query, limit: int) -> list[Hit]:
    """Return find statements that answer a question, best match first: those with all its words, then those with some.

    Args:
        connection: to the index.
        question: what is asked.
        query: the filters that hold besides.
        limit: how many at most.
    """
    if not question.groups or limit < 1:
        return []
    rarity = _rarity(connection, question)

    def ranked(match: str) -> list[Hit]:
        return _ranked(connection, question, rarity, query, limit=limit, match=match)

    forms = list(map(_either, question.groups))
    found = [hit._replace(complete=True) for hit in ranked(" AND ".join(forms))]
    if len(found) < limit and len(forms) > 1:
        known = {hit.seq for hit in found}
        some: list[Hit] = []
        most = max(range(len(forms)), key=lambda place: rarity[place].frequency)
        if rarity[most].frequency > _FREQUENT:
            # Nearly all statements with any of the words have only this one, and are hardly among the best.
            others = " OR ".join(forms[:most] + forms[most + 1 :])
            some = _best([*ranked(f"({others}) AND {forms[most]}"), *ranked(others)], limit)
        if len(some) < limit or some[-1].score <= _most_alone(question, rarity, most):
            some = ranked(" OR ".join(forms))
        found += [hit for hit in some if hit.seq not in known]
    return found[:limit]


def _best(found: Iterable[Hit], limit: int) -> list[Hit]:
    return sorted(set(found), key=lambda hit: (-hit.score, hit.seq))[:limit]


def _ranked(
    connection: sqlite3.Connection,
    question: Question,
    rarity: Sequence[_Rarity],
    query: Query,
    *,
    limit: int,
    match: str,
) -> list[Hit]:
    """Return the statements that match an FTS5 query and hold the filters, best first."""
    tables, where, values = conditions(query)
    filtered = "" if where == "1" else f" AND rowid IN (SELECT seq FROM {tables} WHERE {where})"
    rows = connection.execute(
        "SELECT rowid, text, keywords, evidence, names FROM search"
        f" WHERE search MATCH ?{filtered} ORDER BY rank LIMIT ?",
        [match, *values, max(limit, _POOL)],
    )
    return _best(
        (
            Hit(seq, round(_score(question, rarity, [text.split() for text in columns]), 4))
            for seq, *columns in rows
        ),
        limit,
    )


class _Rarity(NamedTuple):
    """How much a word tells, by how few statements have it: BM25's inverse document frequency.

    Attributes:
        named: where a statement is only of what the word names.
        said: where the word itself stands; of a word that is rare but names what is frequent (`Россия`, in a record
            that is mostly English) the geometric mean of both.
        frequency: of how many statements it is a word, or names something.
    """

    named: float
    said: float
    frequency: int


def _rarity(connection: sqlite3.Connection, question: Question) -> list[_Rarity]:
    (total,) = connection.execute(
        "SELECT coalesce(sum(statements), 0) FROM tally WHERE kind = 'meeting'"
    ).fetchone()

    def inverse(frequency: int) -> float:
        return log(1 + (total - frequency + 0.5) / (frequency + 0.5))

    rarity = []
    for group in question.groups:
        frequencies = {form: _frequency(connection, form) for form in group}
        most = max(frequencies.values())
        said = max((count for form, count in frequencies.items() if ":" not in form), default=0)
        rarity.append(_Rarity(inverse(most), sqrt(inverse(most) * inverse(said)), most))
    return rarity


def _frequency(connection: sqlite3.Connection, form: str) -> int:
    row = connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (form,)).fetchone()
    return row[0] if row else 0


def _most_alone(question: Question, rarity: Sequence[_Rarity], place: int) -> float:
    """Return the bound that no score reaches of a statement that has only one of the words, however often."""
    said = rarity[place].said
    had = said / sum(telling.said for telling in rarity)
    return said * (_K1 + 1) * (0.3 + 0.7 * had) * (1 + 0.4 * len(question.after)) * 1.2


def _score(question: Question, rarity: Sequence[_Rarity], columns: Sequence[Sequence[str]]) -> float:
    """Return how well a statement answers, from the stems and tokens that it can be found by."""
    norm = 1 - _B + _B * len(columns[0]) / _USUAL
    score = had = possible = 0.0
    for group, telling in zip(question.groups, rarity, strict=True):
        counts = [max(column.count(form) * fit for form, fit in group.items()) for column in columns]
        weight = sum(worth * count for worth, count in zip(_WEIGHTS, counts, strict=True))
        possible += telling.said
        if weight:
            tells = telling.said if any(counts[:-1]) else telling.named
            had += tells
            score += tells * weight * (_K1 + 1) / (weight + _K1 * norm)
    asked_for = sum(f"q:{kind}" in columns[-1] for kind in question.after)
    return score * (0.3 + 0.7 * had / possible) * (1 + 0.4 * asked_for) * _voice(question, columns[-1])


def _voice(question: Question, names: Sequence[str]) -> float:
    """Return what a statement gains by being of a speaker that the question names, or loses by being of another."""
    asked_about = {form for form in question.forms if form.startswith("s:")}
    speaker = {name for name in names if name.startswith("s:")}
    if not asked_about or not speaker:
        return 1.0
    return 1.2 if speaker & asked_about else 0.8


def _matches(connection: sqlite3.Connection, group: Iterable[str]) -> bool:
    row = connection.execute("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", (_either(group),))
    return row.fetchone() is not None


def _either(forms: Iterable[str]) -> str:
    # Quoted, always: FTS5 would take a bare word for syntax.
    return "(" + " OR ".join(f'"{form}"' for form in forms) + ")"


def marks(text: str, question: Question) -> list[tuple[int, int]]:
    """Return where the words stand in a text that match a question's: their starts and ends."""
    forms = question.forms
    return [
        (word.start, word.end) for word in words(text, question.languages) if not forms.isdisjoint(word.forms)
    ]


def snippet(text: str, question: Question) -> str:
    """Return a text with the words that match a question's between `**`; of a long one the part around them.

    Args:
        text: a statement's text.
        question: what is asked.
    """
    spans = marks(text, question)
    start, end = 0, len(text)
    if len(text) > _LONG:
        start = text.rfind(" ", 0, max(spans[0][0] - _LONG // 4, 0)) + 1 if spans else 0
        end = text.find(" ", start + _LONG) if start + _LONG < len(text) else len(text)
        end = len(text) if end < 0 else end
    parts, at = [], start
    for first, last in spans:
        if start <= first and last <= end:
            parts += [text[at:first], "**", text[first:last], "**"]
            at = last
    parts.append(text[at:end])
    return ("… " if start else "") + "".join(parts) + (" …" if end < len(text) else "")
