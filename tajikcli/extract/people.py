"""Find the persons whom a text names: by full name, office and country, with their other names.

A person is a name after an office (`Russian President Vladimir Putin`), a name before one (`Michael Roth,
minister of state`), or a first
and a last name beside a verb of saying. The text says who holds an office; this module does not know any
person by name.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.bearers import forms_of, is_base, joined, parted, without_openers
from tajikcli.extract.names import Seen, is_peer, read
from tajikcli.extract.nominative import NOMINATIVE, Form, case_of, nominative
from tajikcli.extract.offices import Office, is_same_post
from tajikcli.language.all_reports import reports
from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import nominatives
from tajikcli.proof.speech import LEADERS
from tajikcli.text import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

_REPORTS = reports()


class Person(NamedTuple):
    """A person in a text.

    Attributes:
        name: the fullest name in the text, in the nominative if the text has it.
        role: the office beside the name; None if there is none.
        aliases: other names of the person in the text, as written.
        countries: the codes of the countries of the office.
        office: the office alone, folded.
        says: whether the name is beside a verb of saying anywhere.
        doubts: the possible nominatives of the name, if the text does not show which is right; otherwise
            empty.
        times: how often the text names the person.
        offered: the office of the person whose counterpart this one is, which may also be this one's; None if
            this is not known.
        post: the words of the office alone, in the nominative.
    """

    name: str
    role: str | None
    aliases: tuple[str, ...]
    countries: frozenset[str]
    office: str
    says: bool
    doubts: tuple[str, ...] = ()
    times: int = 1
    offered: str | None = None
    post: tuple[str, ...] = ()

    @property
    def last_name(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]

    @property
    def called(self) -> str:
        """The word by which the text calls the person: the first word if it stands alone (`Xi`), otherwise the last word."""
        first = self.name.split()[0]
        return first if first in self.aliases else self.last_name


def people_in(
    sentences: Iterable[str],
    *,
    labelled: bool = False,
    speaking: Collection[str] = (),
    declined: bool = True,
) -> list[Person]:
    """Return the persons whom some sentences name, in order.

    Args:
        sentences: the sentences.
        labelled: whether they are labels before speech, in which every name belongs to a person.
        speaking: last names of persons who are known to speak.
        declined: whether names have cases in the language of the sentences.
    """
    seen: list[Seen] = []
    bare: list[tuple[str, Office]] = []
    for sentence in sentences:
        read(sentence, seen, bare)
    seen = parted(without_openers(seen))
    if not declined:
        seen = _without_endings(seen)
    if labelled or not declined:
        seen = [one._replace(case=NOMINATIVE) for one in seen]
    if labelled:
        seen = [one._replace(says=True, first=False) for one in seen]
        groups = [[one] for one in seen]
    else:
        groups = joined([one._replace(says=one.says or one.words[-1] in speaking) for one in seen])
    return _with_aliases(groups, seen, bare, speaking)


def _without_endings(seen: Sequence[Seen]) -> list[Seen]:
    """Return names without an ending such as that of an object (`Линдовро`), if the text also has the name without it."""
    written = {fold_letters(one.words[-1]): one.words[-1] for one in seen}
    found = []
    for one in seen:
        folded = fold_letters(one.words[-1])
        bare = [written[form] for form in nominatives(folded) if form != folded and form in written]
        found.append(one._replace(words=(*one.words[:-1], bare[0])) if len(bare) == 1 else one)
    return found


def _with_aliases(
    groups: list[list[Seen]],
    seen: Sequence[Seen],
    bare: Sequence[tuple[str, Office]],
    speaking: Collection[str],
) -> list[Person]:
    people = []
    forms: dict[str, list[str]] = {}  # last names of persons who speak, by their forms
    for name in speaking:
        for form in forms_of(name):
            forms.setdefault(form, []).append(name)
    order: dict[tuple[str, ...], int] = {}
    for number, one in enumerate(seen):
        order.setdefault(one.words, number)
    for group in groups:
        words, doubts = _named(group, forms)
        with_office = [one for one in group if one.office]
        head = next(
            (one for one in with_office if one.words == words), with_office[0] if with_office else None
        )
        others = [
            one.words
            for one in group
            if one.words != words and not any(is_base(w, one.words) for w in (words, words[-1:]))
        ]
        people.append(
            (
                min(order[one.words] for one in group),
                Person(
                    " ".join(words),
                    head.role if head and not _is_peer(head) else None,
                    tuple(dict.fromkeys(" ".join(one) for one in others)),
                    head.office.countries if head and head.office else frozenset(),
                    head.office.name if head and head.office else "",
                    any(one.says for one in group),
                    doubts,
                    len(group),
                    post=head.office.base if head and head.office and not _is_peer(head) else (),
                ),
            )
        )
    persons = _with_offers([person for _, person in sorted(people, key=lambda pair: pair[0])], seen)
    called = _called(persons, bare)
    return [
        person._replace(aliases=(*person.aliases, *called.get(number, ())))
        for number, person in enumerate(persons)
    ]


def _named(
    group: Sequence[Seen], speaking: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fullest name of a person in the nominative, and the other possibilities if it is not certain.

    Args:
        group: the names of a person.
        speaking: last names in the nominative, by their forms.
    """
    longest = max(len(one.words) for one in group)
    full = [one for one in group if len(one.words) == longest]
    counts = Counter(one.words for one in full)
    forms = [Form(one.words[-1], one.case) for one in group if len(one.words) in {1, longest}]
    written = dict.fromkeys(form for one in group for form in forms_of(one.words[-1]))
    forms += [
        Form(name, NOMINATIVE)
        for name in dict.fromkeys(name for form in written for name in speaking.get(form, ()))
    ]
    last = nominative(forms)
    changing = {one.word for one in forms} != {last.word}
    bases = []
    for place in range(longest - 1):
        firsts = [
            Form(
                one.words[place],
                one.case
                or (case_of(one.words[-1], last.word, changing=changing) if not last.others else None),
            )
            for one in full
        ]
        if len({one.words[-1] for one in full}) > 1 and len({one.word for one in firsts}) == 1:
            firsts = [firsts[0]._replace(case=NOMINATIVE)]  # it stays as it is where the last name changes
        bases.append(nominative(firsts))
    bases.append(last)
    if not any(base.others for base in bases):
        return tuple(base.word for base in bases), ()
    most = max(counts, key=counts.__getitem__)
    likely = " ".join((base.others or (base.word,))[-1] for base in bases)
    return most, tuple(dict.fromkeys((likely, " ".join(most))))


def _is_peer(one: Seen) -> bool:
    """Return whether the only office of a name is that of a counterpart."""
    return one.office is not None and is_peer(one.office)


def _with_offers(persons: list[Person], seen: Sequence[Seen]) -> list[Person]:
    """Return persons with the office that a counterpart may have: `Prime Minister Karl Lind met his Uzbek counterpart`."""
    peers = [one for one in seen if one.beside and one.office and one.role and _is_peer(one)]
    if not peers:
        return persons
    bearers: dict[str, list[int]] = {}
    for at, person in enumerate(persons):
        for form in forms_of(person.last_name):
            bearers.setdefault(form, []).append(at)

    def bearer(words: Sequence[str]) -> int | None:
        found = {at for form in forms_of(words[-1]) for at in bearers.get(form, ())}
        return found.pop() if len(found) == 1 else None

    for one in peers:
        number, other = bearer(one.words), bearer(one.beside)
        post = persons[other].post if other is not None else ()
        if number is None or number == other or not post or persons[number].role:
            continue
        persons[number] = persons[number]._replace(offered=_as_peer(one, post))
    return persons


def _as_peer(one: Seen, post: Sequence[str]) -> str | None:
    """Return an office instead of the word for a counterpart: `Prime Minister of Uzbekistan`; None for several counterparts."""
    words = (one.role or "").split()
    peer = one.office.base[0] if one.office else ""
    place = next((at for at, word in enumerate(words) if fold_letters(word) == peer), None)
    if place is None:
        return None
    named = [word.capitalize() for word in post] if post[0].isascii() else post
    return " ".join([*words[:place], *named, *words[place + 1 :]])


def _called(persons: Sequence[Person], bare: Sequence[tuple[str, Office]]) -> dict[int, list[str]]:
    """Return the offices without a name by which a text can mean only one person, by the number of the person."""
    # A text may have thousands of persons and offices, but few different offices.
    holding: dict[tuple[str, frozenset[str]], list[int]] = {}
    for number, one in enumerate(persons):
        holding.setdefault((one.office, one.countries), []).append(number)
    meant: dict[tuple[str, frozenset[str]], int | None] = {}
    found: dict[int, dict[str, bool]] = {}
    for written, office in bare:
        key = office.name, office.countries
        if key not in meant:
            meant[key] = _holder(*key, holding)
        holder = meant[key]
        if holder is not None and fold_letters(written) != fold_letters(persons[holder].role or ""):
            found.setdefault(holder, {})[written] = True
    return {number: list(offices) for number, offices in found.items()}


def _holder(
    name: str, countries: frozenset[str], holding: Mapping[tuple[str, frozenset[str]], Sequence[int]]
) -> int | None:
    """Return the number of the only person whom an office without a name can mean; None if there are others.

    The person must be the only holder of the office in that country. If the text does not name the country,
    the person must be the only holder in the text, and nobody else may belong to the country.

    Args:
        name: the office.
        countries: its countries.
        holding: the numbers of the persons with the same office and countries.
    """
    if not countries:
        return _only(name, holding) if len(name.split()) > 1 else None
    bearers = [key for key in holding if key[1] & countries]
    if not bearers:
        bearers = [key for key in holding if not key[1] and is_same_post(key[0], name)]
    same = [key for key in bearers if is_same_post(key[0], name)]
    if not same and _is_post_of_another(name):
        return None
    # `the Russian leader` is not the country's foreign minister.
    return _single(holding[key] for key in same or bearers if same or _is_at_the_top(key[0]))


def _only(name: str, holding: Mapping[tuple[str, frozenset[str]], Sequence[int]]) -> int | None:
    """Return the only person in a text who holds an office, or the only leader if it is the office of a leader."""
    holders = [key for key in holding if is_same_post(key[0], name)]
    if not holders and not _is_post_of_another(name):
        holders = [key for key in holding if not LEADERS.isdisjoint(nominatives((key[0].split() or [""])[0]))]
    return _single(holding[key] for key in holders)


def _single(groups: Iterable[Sequence[int]]) -> int | None:
    """Return the only number in some lists, or None if they have several or none."""
    numbers = [number for group in groups for number in group[:2]]
    return numbers[0] if len(numbers) == 1 else None


def _is_post_of_another(name: str) -> bool:
    """Return whether an office is not that of a leader, so that several persons may hold it."""
    return not any(form in _LEADING for word in name.split()[:1] for form in nominatives(word))


def _is_at_the_top(name: str) -> bool:
    """Return whether an office is that of the head of a state or a government."""
    return any(is_same_post(name, post) for post in _TOP_POSTS)


_LEADING = word_set(fold_letters(_REPORTS.leading))
_TOP_POSTS = [fold_letters(post) for post in _REPORTS.top_posts]
