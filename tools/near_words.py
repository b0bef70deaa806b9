"""Write tajikcli/language/near_words.txt: for words of English, the words that WordNet relates to them.

Run `make near-words WORDNET=FOLDER`; in Debian's package `wordnet-base`, the folder is /usr/share/wordnet. A word counts for
more if it is a synonym than if it is a word for a wider or narrower thing, and if it belongs to a meaning that the word often has.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from known_words import licence

from tajikcli.words import stems

HEAD = "# Words that WordNet 3.0 relates to words of English, written by `make near-words`. Its licence:\n"
# WordNet's files; its numbers for kinds of words in `cntlist.rev` are one more than the places in this list
KINDS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
# The weights of relations: another word for the same thing, a word of the same root, a wider, a narrower and a similar thing.
SYNONYM, SAME_ROOT, WIDER, NARROWER, SIMILAR = 0.8, 0.7, 0.6, 0.5, 0.6
_RELATIONS = {
    **dict.fromkeys(("@", "@i"), WIDER),
    **dict.fromkeys(("~", "~i"), NARROWER),
    **dict.fromkeys(("&", "^", "$", "=", "\\", ">", "*"), SIMILAR),
}
_ROOT = "+"
_PLACES = 256  # WordNet writes two places of a word as one hexadecimal number of four digits
_MOST_NARROWER = 3  # the words of a narrower thing that count
_MEANINGS = 6  # the meanings of a word that are read, from the most frequent
_RARE, _FREQUENT = (
    0.35,
    0.8,
)  # the weight of a meaning: this much, and up to this much more if the word often has it
_LEAST = 3  # tenths: the minimum weight of a word that is kept
_MOST = 16  # the words that are kept
_SHORT = 2  # the letters of a word that is left out
_LONGEST = 3  # the words of a term


class Meaning(NamedTuple):
    """A set of synonyms of WordNet: its words, and its relations (sign, meaning, place of the word here, place there)."""

    words: list[str]
    relations: list[tuple[str, tuple[str, str], int, int]]


def meanings(folder: Path) -> dict[tuple[str, str], Meaning]:
    """Return the meanings in WordNet's data files, by the kind of word and the position in the file."""
    found = {}
    for name, kind in KINDS.items():
        for line in (folder / f"data.{name}").read_text(encoding="ascii").splitlines():
            if line.startswith(" "):
                continue
            fields = line.partition("|")[0].split(" ")
            end = 4 + 2 * int(fields[3], 16)
            words = [word.partition("(")[0].replace("_", " ") for word in fields[4:end:2]]
            relations = []
            for start in range(end + 1, end + 1 + 4 * int(fields[end]), 4):
                sign, position, other, places = fields[start : start + 4]
                here, there = divmod(int(places, 16), _PLACES)
                relations.append((sign, (other.replace("s", "a"), position), here, there))
            found[kind, fields[0]] = Meaning(words, relations)
    return found


def frequencies(folder: Path) -> Counter[tuple[str, str, int]]:
    """Return how often a word has a meaning in the texts that WordNet's authors have read: by word, kind and number of the meaning."""
    found: Counter[tuple[str, str, int]] = Counter()
    kinds = [*KINDS.values(), "a"]  # the last is the kind of adjectives that are similar to another
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        key, number, count = line.split()
        word, _, rest = key.partition("%")
        found[word.replace("_", " "), kinds[int(rest[0]) - 1], int(number) - 1] += int(count)
    return found


def near_words(folder: Path, useful: set[str]) -> dict[str, dict[str, float]]:
    """Return the related words of each word, with their weights.

    Args:
        folder: the folder with WordNet's files.
        useful: words that are always kept; other words are kept if they are frequent enough to be counted in WordNet.
    """
    all_meanings, often = meanings(folder), frequencies(folder)
    frequent = useful | {word for word, _, _ in often}
    own: dict[str, list[tuple[str, list[str]]]] = {}
    for name, kind in KINDS.items():
        for line in (folder / f"index.{name}").read_text(encoding="ascii").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                own.setdefault(fields[0], []).append((kind, fields[-int(fields[2]) :]))
    found = {}
    for word, kinds in own.items():
        if not (word.isalpha() and len(word) > _SHORT):
            continue
        if not any(
            word in all_meanings[kind, position].words for kind, positions in kinds for position in positions
        ):
            continue  # a name
        near: dict[str, float] = {}
        total = sum(
            often[word, kind, number] + 1 for kind, positions in kinds for number in range(len(positions))
        )
        for kind, positions in kinds:
            for number, position in enumerate(positions[:_MEANINGS]):
                share = (often[word, kind, number] + 1) / total
                fit = min(1.0, _RARE + _FREQUENT * share**0.5)
                for other, weight in _of(word, all_meanings[kind, position], all_meanings):
                    near[other] = max(near.get(other, 0), fit * weight)
        kept = {
            other: fit
            for other, fit in near.items()
            if other != word
            and len(other.split()) <= _LONGEST
            and (other in frequent or useful.issuperset(other.split()))
        }
        best = sorted(kept, key=lambda other: (-kept[other], other))
        different = {_stem(other): other for other in reversed(best)}  # the best word with each stem
        different.pop(_stem(word), None)
        best = [other for other in best if different.get(_stem(other)) == other][:_MOST]
        found[word] = {other: kept[other] for other in best if kept[other] * 10 >= _LEAST}
    for name in KINDS:
        for line in (folder / f"{name}.exc").read_text(encoding="ascii").splitlines():
            form, *bases = line.split()
            if form.isalpha() and not found.get(form):
                found[form] = {base: 1.0 for base in bases if base in found}
    return {word: near for word, near in found.items() if near}


def _of(word: str, meaning: Meaning, known: dict[tuple[str, str], Meaning]) -> list[tuple[str, float]]:
    """Return the related words of one meaning of a word, each with the weight of its relation."""
    found = [(other, SYNONYM) for other in meaning.words]
    for sign, position, here, there in meaning.relations:
        related = known[position]
        if sign == _ROOT:
            if not here or meaning.words[here - 1].lower() == word:
                found.append((related.words[there - 1 if there else 0], SAME_ROOT))
        elif sign in _RELATIONS:
            weight = _RELATIONS[sign]
            words = related.words[:_MOST_NARROWER] if weight == NARROWER else related.words
            found += [(other, weight) for other in words]
    # Names have capitals.
    return [(other.replace("-", " "), weight) for other, weight in found if other.islower()]


def _stem(term: str) -> str:
    return " ".join(stems(term))


def line(word: str, near: dict[str, float]) -> str:
    """Return the line of a word: the word, and the related words by their weight in tenths, with a tab before each weight."""
    by_weight: dict[int, list[str]] = {}
    for other, fit in near.items():
        by_weight.setdefault(round(fit * 10), []).append(other.replace(" ", "_"))
    return "\t".join([word, *(f"{weight} {' '.join(sorted(words))}" for weight, words in by_weight.items())])


if __name__ == "__main__":
    from tajikcli.language.concepts import words

    wordnet = Path(sys.argv[1])
    everything = near_words(wordnet, set(words()))
    sys.stdout.write(HEAD + licence(wordnet))
    sys.stdout.writelines(line(word, everything[word]) + "\n" for word in sorted(everything))
