"""Find facts of two sources that look like accounts of one claim but are not linked.

The similarity of two texts is the share of stems that they have in common, not counting those of the
speaker's name. The thresholds were measured on the bundled record with all links removed: if two facts share
seven tenths of their stems, or half of them and a figure, they belong to one claim.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tajikcli.ids import split_id
from tajikcli.model.relations import CLAIMING
from tajikcli.reader.claims import same_figure
from tajikcli.reader.faults import Fault
from tajikcli.runs import Runs
from tajikcli.words import stems

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from tajikcli.model.knowledge import KnowledgeFile

_ALIKE = 0.7  # the share of the stems of both texts
_ALIKE_WITH_FIGURE = 0.5
# the maximum number of comparisons, which take about one second; a file that needs more was not written by hand
_MOST_PAIRS = 1_000_000


def lookalikes(knowledge: KnowledgeFile) -> Iterator[Fault]:
    """Yield a warning for each unlinked fact that looks like an account of another source's fact.

    Args:
        knowledge: content of valid shape.
    """
    facts = [number for number, entry in enumerate(knowledge.statements) if entry.kind != "quote"]
    heads = _heads(knowledge)
    members = Counter(heads.get(knowledge.statements[number].id) for number in facts)
    texts = _Texts(knowledge, facts)
    nearest: dict[int, tuple[float, int]] = {}
    for one, other, likeness in texts.alike():
        first, second = knowledge.statements[one], knowledge.statements[other]
        if heads[first.id] == heads[second.id]:
            continue
        if {first.id, second.id} & {split_id(link.to)[1] for link in (*first.links, *second.links)}:
            continue  # one of them contradicts or corrects the other
        alone = [number for number in (one, other) if members[heads[knowledge.statements[number].id]] == 1]
        if not alone:
            continue
        # The head is the fact from the primary source, so the other fact is the account.
        account = max(alone, key=lambda number: (texts.rank(number), number))
        pair = (likeness, one + other - account)
        nearest[account] = max(nearest.get(account, pair), pair, key=lambda other: (other[0], -other[1]))
    for number, (_, other) in sorted(nearest.items()):
        entry, like = knowledge.statements[number], knowledge.statements[other]
        message = (
            f"'{entry.id}' looks like an account of '{like.id}'; if it is one, add"
            f" links: [{{to: {heads[like.id]}, as: restates}}], or use 'as: varies' if they differ"
        )
        yield Fault(("statements", number, "text"), message, severity="warning")


def _heads(knowledge: KnowledgeFile) -> dict[str, str]:
    merged = knowledge.merged()
    heads = {entry.id: entry.id for entry in knowledge.statements}
    for entry in knowledge.statements:
        for link in entry.links:
            if link.relation in CLAIMING:
                short = split_id(link.to)[1]
                heads[entry.id] = merged.get(short, short)
    return heads


class _Texts:
    """The stems of facts, and the facts that share most of their stems."""

    def __init__(self, knowledge: KnowledgeFile, facts: list[int]) -> None:
        self._statements, self._facts = knowledge.statements, facts
        self._sources = [knowledge.source_of(entry) for entry in knowledge.statements]
        self._ranks = {slug: rank for rank, slug in enumerate(knowledge.sources)}
        names = {
            slug: {stem for name in (speaker.name, *speaker.aliases) for stem in stems(name)}
            for slug, speaker in knowledge.speakers.items()
        }
        runs = Runs()
        self._stems: dict[int, frozenset[str]] = {}
        for number in facts:
            entry = knowledge.statements[number]
            stems_of_text = frozenset(runs.indexed(entry.text).split())
            self._stems[number] = stems_of_text - names.get(entry.speaker or "", set())

    def rank(self, number: int) -> int:
        """Return the position of a fact's source among the sources."""
        return self._ranks.get(self._sources[number], 0)

    def alike(self) -> Iterator[tuple[int, int, float]]:
        """Yield pairs of similar facts of one speaker and two sources, with their similarity."""
        compared = 0
        for one, other, least in self._candidates():
            compared += 1
            if compared > _MOST_PAIRS:
                return
            if self._sources[one] == self._sources[other]:
                continue
            mine, theirs = self._stems[one], self._stems[other]
            likeness = len(mine & theirs) / (len(mine | theirs) or 1)
            if likeness >= least and not self._figures_differ(one, other):
                yield one, other, likeness

    def _candidates(self) -> Iterator[tuple[int, int, float]]:
        """Yield pairs that may be similar enough, the earlier fact first; some pairs appear twice.

        If two sets share seven tenths of their members, then of the rarest stems of each (three tenths of its
        stems, plus one), at least one is in the other set. So only these stems are looked up.
        """
        often = Counter(stem for stems_ in self._stems.values() for stem in stems_)
        having: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number in self._facts:
            entry = self._statements[number]
            speaker = entry.speaker
            for figure in entry.figures:
                if figure.measure:
                    key: Hashable = (speaker, same_figure(figure))
                    yield from ((other, number, _ALIKE_WITH_FIGURE) for other in having[key])
                    having[key].append(number)
            rarest = sorted(self._stems[number], key=lambda stem: (often[stem], stem))
            for stem in rarest[: len(rarest) - int(_ALIKE * len(rarest)) + 1]:
                key = (speaker, stem)
                yield from ((other, number, _ALIKE) for other in having[key])
                having[key].append(number)

    def _figures_differ(self, one: int, other: int) -> bool:
        """Return whether both have figures but share none; facts with different numbers are different claims unless linked."""
        mine, theirs = (
            {same_figure(figure) for figure in self._statements[number].figures} for number in (one, other)
        )
        return bool(mine and theirs and mine.isdisjoint(theirs))
