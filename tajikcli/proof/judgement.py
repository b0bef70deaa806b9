"""The verdict on a quotation: does it occur on record, word for word?

The first verdict that applies counts: `too_short`, `verbatim`, `elided`, `unclear`, `altered`, `paraphrase`,
`not_found`. The words decide, compared by `tajikcli.proof.tokens`; a score only chooses among candidates that
align.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.model.verdicts import Verdict
from tajikcli.proof.alignment import ALIKE, Difference, aligned, differences
from tajikcli.proof.cuts import Gap, Harm, arranged, arranged_harmlessly, cuts_of, harm
from tajikcli.proof.fragments import turned_by
from tajikcli.proof.grammar import FUNCTION_WORDS, POLITE
from tajikcli.proof.predicates import Predicate, turned_around
from tajikcli.proof.tokens import OMISSION, Token, tokens_of, without_case_brackets, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from tajikcli.proof.alignment import Alignment
    from tajikcli.proof.candidate import Candidate
    from tajikcli.proof.cuts import Cuts
    from tajikcli.proof.speakers.naming import Names

_FEW = 5  # a quotation with at most this many words has to share two significant words
_OWN = 0.25  # the minimum share of a stranger's words that differ from a quote if they are their own
_SHARED = 2
_MOST_NEAR = 3  # the number of other statements to show
_MOST_PLACES = 8  # the number of differing words beside which other statements are looked up
_BESIDE = 3  # the number of words before and after a differing word
_FEWEST = 3  # the number of words that a verdict needs
_ENDS = re.compile(r"[.!?;:]")  # marks that may end a sentence
_PAUSE = re.compile(r"[,;:.!\u2026\u2014]|\s[\u2013\u2012-]\s")  # a hyphen inside a word is not a pause
_SIGNS = "%\u2030$\u20ac\u20bd\u00a3\u00a5\u2116\u00a7+=&\u00b0<>~\u2248\u00b1\u2264\u2265\u00d7"  # signs that are read aloud


class Quoted(NamedTuple):
    """Words in quotation marks.

    Attributes:
        text: the words.
        before: words directly before them in the draft that change the meaning (`not`, `about`).
        after: such words directly after them.
        ends: whether their end is known, by a closing mark or by a speaker named after them.
        said: the draft's words directly before them.
    """

    text: str
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    ends: bool = True
    said: Predicate = Predicate()


class Judgement(NamedTuple):
    """A verdict.

    Attributes:
        verdict: the verdict.
        candidate: the text that contains the quotation or is the nearest to it.
        differences: the words that differ; for `unclear`, the words added and left out; for `verbatim`, the words beside
            a comma or another pause that only one of the texts has, and polite pronouns whose capital only one has.
        stretch: the offsets of the compared part in the record's text.
        also: other statements with words that an altered quotation has and the compared statement lacks.
    """

    verdict: Verdict
    candidate: Candidate | None = None
    differences: tuple[Difference, ...] = ()
    stretch: tuple[int, int] = (0, 0)
    also: tuple[Candidate, ...] = ()


def of_a_stranger(judgement: Judgement, text: str) -> Judgement:
    """Return the judgement on words of a person who is not on record: words that differ much from a quote on record are their own.

    Args:
        judgement: the judgement on the words alone, that they are altered.
        text: the words.
    """
    changed = sum(max(len(one.text.split()), len(one.record.split())) for one in judgement.differences)
    if changed >= _OWN * len(text.split()):
        return Judgement(Verdict.NOT_FOUND)
    return judgement


def is_too_short(tokens: Sequence[Token]) -> bool:
    """Return whether a quotation has too few words for a verdict."""
    counted = (token for token in tokens if token.is_word or token.form in _SIGNS)
    return sum(1 for _ in islice(counted, _FEWEST)) < _FEWEST


def judge(
    quoted: Quoted, candidates: Sequence[Candidate], speakers: Iterable[str] = (), names: Names | None = None
) -> Judgement:
    """Return the verdict on a quotation.

    Args:
        quoted: the words in quotation marks.
        candidates: the texts on record that may contain it, in the order of the record.
        speakers: the slugs of the speakers whom the text names; among equal candidates, one by such a speaker is preferred.
        names: the names of speakers on record, for brackets that complete a name.
    """
    text = without_case_brackets(quoted.text)
    tokens = tokens_of(text)
    if is_too_short(tokens):
        return Judgement(Verdict.TOO_SHORT)
    named = set(speakers)
    # The sort is stable, so equal candidates stay in the order of the record.
    ranked = sorted(candidates, key=lambda one: one.speaker not in named) if named else candidates
    quotes = [one for one in ranked if one.kind == "quote"]
    if "\n" in text and any(token.broken for token in tokens):
        tokens = _mended(tokens, {form for one in ranked for form in one.forms})
    cuts = cuts_of(tokens)
    found = _as_printed(quoted, tokens, cuts, quotes, names)
    if found is not None:
        return found
    doubtful = _in_doubt(text, cuts, quotes, names)
    if doubtful is not None:
        return doubtful
    own = tokens if cuts.is_whole else cuts.own
    lower = [token.form.casefold() for token in own]
    best = _best(lower, quotes, cut=not cuts.is_whole)
    if best is not None and (best[0].speaker in named or _shares_sense(own, best[0].forms)):
        quote, begins, ends = best
        first, last = _widened(lower, quote.lower, begins, ends)
        told = differences(text, own, quote.text, quote.tokens[first:last])
        if not told:  # only the surroundings of the words can differ
            return Judgement(Verdict.UNCLEAR, quote, (), quote.offsets(first, last))
        also = _also_near(own, lower, told, quote, ranked)
        if first < begins:  # nothing says where its words begin
            begins = quote.sentence_of(first)[0]
        if last > ends:
            ends = quote.sentence_of(last - 1)[1]
        return Judgement(Verdict.ALTERED, quote, tuple(told), quote.offsets(begins, ends), also)
    for fact in ranked:
        if (
            fact.kind != "quote"
            and _alignment(lower, fact, cut=False) is not None
            and _shares_sense(own, fact.forms)
        ):
            return Judgement(Verdict.PARAPHRASE, fact, (), (0, len(fact.text)))
    return Judgement(Verdict.NOT_FOUND)


def _also_near(
    tokens: Sequence[Token],
    lower: list[str],
    told: Iterable[Difference],
    best: Candidate,
    candidates: Iterable[Candidate],
) -> tuple[Candidate, ...]:
    """Return other statements that have words by which an altered quotation differs from the nearest quote, in similar surroundings."""
    differing = {form.casefold() for one in told for form in map(_form, words_of(one.text))} - FUNCTION_WORDS
    places = [place for place, word in enumerate(lower) if word in differing and tokens[place].is_word]
    near = places[:_MOST_PLACES]
    words = {lower[place] for place in near}
    found = (
        one
        for one in candidates
        if one is not best and not words.isdisjoint(one.runs[0][1]) and _has_beside(lower, near, one)
    )
    return tuple(islice(found, _MOST_NEAR))


def _has_beside(lower: list[str], places: Sequence[int], one: Candidate) -> bool:
    """Return whether a statement with a word at one of the given places is similar to all words, or to those around that place."""
    known = one.runs[0][1]
    here = [place for place in places if lower[place] in known]
    if _alignment(lower, one, cut=False) is not None:
        return True
    for place in here:
        around = lower[max(0, place - _BESIDE) : place + _BESIDE + 1]
        telling = known.intersection(around) - FUNCTION_WORDS
        if len(telling) >= _SHARED and _alignment(around, one, cut=False) is not None:
            return True
    return False


def _form(token: Token) -> str:
    return token.form


def _shares_sense(tokens: Sequence[Token], forms: Iterable[str]) -> bool:
    """Return whether a few words have significant words in common with others, as `a total stiff` and `the total volume` do not.

    Args:
        tokens: the words.
        forms: the forms of the other words.
    """
    words = [token.form.casefold() for token in tokens if token.is_word]
    if len(words) > _FEW:
        return True
    known = {form.casefold() for form in forms}
    telling = [word for word in words if word not in FUNCTION_WORDS]
    shared = sum(word in known for word in telling)
    return shared >= _SHARED or (shared > 0 and shared == len(telling))


def _mended(tokens: Sequence[Token], known: AbstractSet[str]) -> list[Token]:
    """Return tokens in which a word that is hyphenated at the end of a line is one token, if the record has it as one."""
    mended: list[Token] = []
    for token in tokens:
        if mended and mended[-1].broken:
            whole = mended[-1].form + token.form
            if {whole, whole.casefold(), whole[:1].upper() + whole[1:]} & known:
                mended[-1] = Token(whole, mended[-1].start, token.end, token.broken)
                continue
        mended.append(token)
    return mended


def _as_printed(
    quoted: Quoted, tokens: Sequence[Token], cuts: Cuts, quotes: Sequence[Candidate], names: Names | None
) -> Judgement | None:
    """Return `verbatim` or `elided`, or `unclear` if the surrounding words may change the meaning."""
    doubtful: Judgement | None = None
    plain = [token.form for token in tokens if token.form != OMISSION]
    for quote in quotes:
        for place in quote.places_of(plain):
            end = place + len(plain)
            turned = (
                turned_by(quote, place, end, quoted.before, quoted.after)
                or _otherwise(cuts, quote, place)
                or _parted(quoted.text, tokens, quote, place)
                or turned_around(quote, place, end, quoted.said)
            )
            if turned is None and quoted.ends:
                told = _tolerated(quoted.text, tokens, quote, place)
                return Judgement(Verdict.VERBATIM, quote, told, quote.offsets(place, end))
            doubtful = doubtful or _turned(quote, place, end, turned)
    if (cuts.is_whole and len(plain) == len(cuts.pieces[0])) or not cuts.pieces:
        return doubtful
    for quote in quotes:
        for way in arranged_harmlessly(cuts, quote, names):
            place, end = way[0], way[-1] + len(cuts.pieces[-1])
            turned = turned_by(quote, place, end, quoted.before, quoted.after) or turned_around(
                quote, place, end, quoted.said
            )
            if turned is None and quoted.ends:
                return Judgement(Verdict.ELIDED, quote, (), quote.offsets(place, end))
            doubtful = doubtful or _turned(quote, place, end, turned)
    return doubtful


def _otherwise(cuts: Cuts, quote: Candidate, place: int) -> tuple[int, int] | None:
    """Return the words that an omission leaves out if the words after it are those of a later place in the quote.

    `I know … you` is on record as `I know you`, and may stand for `I know that I agree with you`.
    """
    end = place + len(cuts.pieces[0]) if cuts.pieces else place
    for piece in cuts.pieces[1:]:
        other = next(quote.places_of([token.form for token in piece], end + 1), None)
        if other is not None:
            return end, other
        end += len(piece)
    return None


def _parted(text: str, tokens: Sequence[Token], quote: Candidate, place: int) -> tuple[int, int] | None:
    """Return the governing words that a quotation cuts off because it ends a sentence at a point where the record does not.

    `I never said that. They owe us` is on record as `I never said that they owe us`.
    """
    if len(tokens) != len(words_of(text)):
        return None  # with omissions or brackets around a letter, positions are not those of the text
    for number in range(1, len(tokens)):
        between = text[tokens[number - 1].end : tokens[number].start]
        if between != " " and _ENDS.search(between) and not _ENDS.search(quote.between(place + number)):
            turned = turned_by(quote, place + number, place + len(tokens))
            if turned is not None:
                return turned
    return None


def _tolerated(text: str, tokens: Sequence[Token], quote: Candidate, place: int) -> tuple[Difference, ...]:
    """Return the differences that leave a quotation `verbatim`, but may change its meaning.

    These are the words beside a comma or another pause, and polite pronouns with a capital, that only one of the texts has.
    """
    if len(tokens) != len(words_of(text)):
        return ()  # as in `_parted`
    found = []
    for number in range(1, len(tokens)):
        between = text[tokens[number - 1].end : tokens[number].start]
        other = quote.between(place + number)
        if between != other and bool(_PAUSE.search(between)) != bool(_PAUSE.search(other)):
            words = text[tokens[number - 1].start : tokens[number].end]
            found.append(Difference(words, quote.words(place + number - 1, place + number + 1)))
        elif tokens[number].form in POLITE:
            word, on_record = (
                text[tokens[number].start : tokens[number].end],
                quote.words(place + number, place + number + 1),
            )
            if word[0].isupper() != on_record[0].isupper():
                found.append(Difference(word, on_record))
    return tuple(found)


def _turned(quote: Candidate, first: int, last: int, turned: tuple[int, int] | None) -> Judgement:
    """Return `unclear`, with the words from which a fragment is cut off."""
    if turned is None:
        return Judgement(Verdict.UNCLEAR, quote, (), quote.offsets(first, last))
    lost = Difference("", quote.words(*turned))
    return Judgement(
        Verdict.UNCLEAR, quote, (lost,), quote.offsets(min(first, turned[0]), max(last, turned[1]))
    )


def _in_doubt(text: str, cuts: Cuts, quotes: Sequence[Candidate], names: Names | None) -> Judgement | None:
    """Return `unclear` or `altered` if the words are in order, but omissions or insertions matter."""
    if cuts.is_whole:
        return None
    worst: Judgement | None = None
    for quote in quotes:
        found = arranged(cuts, quote)
        if found is None:
            continue
        starts: list[int | None] = [*found, None]
        ends = [None, *(place + len(piece) for place, piece in zip(found, cuts.pieces, strict=True))]
        harms, told = [], []
        for joint, first, last in zip(cuts.joints, ends, starts, strict=True):
            harms.append(harm(joint, Gap(quote, first, last), names))
            if harms[-1] is Harm.NONE:
                continue
            put = joint.inserted
            lost = first is not None and last is not None and first < last
            told.append(
                Difference(
                    text[put[0].start : put[-1].end] if put else "",
                    quote.words(first, last) if lost else "",  # type: ignore[arg-type]  # `ends` contains no None
                )
            )
        verdict = Verdict.ALTERED if Harm.CERTAIN in harms else Verdict.UNCLEAR
        stretch = quote.offsets(found[0], found[-1] + len(cuts.pieces[-1]))
        judgement = Judgement(verdict, quote, tuple(told), stretch)
        if verdict is Verdict.UNCLEAR:
            return judgement
        worst = worst or judgement
    return worst


def _best(mine: list[str], quotes: Sequence[Candidate], *, cut: bool) -> tuple[Candidate, int, int] | None:
    """Return the quote that lower-case tokens align with best, and the stretch of its tokens."""
    best, share = None, 0.0
    for quote in quotes:
        alignment = _alignment(mine, quote, cut=cut)
        if alignment is not None and alignment.share > share:
            best, share = (quote, alignment.first, alignment.last), alignment.share
    return best


def _alignment(mine: list[str], candidate: Candidate, *, cut: bool) -> Alignment | None:
    """Return the alignment of lower-case tokens with a candidate; None if too few align."""
    for run, vocabulary in candidate.runs:
        if sum(map(vocabulary.__contains__, mine)) < ALIKE * len(mine):
            continue
        alignment = aligned(mine, run, cut=cut)
        if alignment.share >= ALIKE:
            return alignment
    return None


def _widened(mine: Sequence[str], theirs: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Return a stretch of the record, extended if the quotation begins or ends with words that the record does not have.

    The record has other words in this position. All words are in lower case.
    """
    leading = next((n for n, form in enumerate(mine) if form == theirs[first]), 0)
    trailing = next((n for n, form in enumerate(reversed(mine)) if form == theirs[last - 1]), 0)
    return max(0, first - leading), min(len(theirs), last + trailing)
