"""Measure how well and how fast `check` finds quotations and their speakers in annotated news.

    python benchmarks/attribution.py CORPUS [--part develop|held-out] [--gold FILE] [--show KIND]

CORPUS is a part of PolNeAR (github.com/networkdynamics/PolNeAR): a folder with `text/`, `attributions/`
(brat's standoff format) and `corenlp/` (XML, which may be compressed with gzip). The latter has the persons
and the antecedents of pronouns. A program has found these antecedents, so some of them are wrong. The corpus
is not part of this project.

A quotation of the corpus is a stretch in double quotation marks inside the content of an attribution, or a fragment of one in
single marks, as in headlines; its speaker is the source of the attribution. There are four kinds of sources:

- `person`: a person with a name.
- `pronoun`: `he` or `she`, if the chain of antecedents names exactly one person.
- `other`: bodies, documents and persons without a name. A speaker is right if it is part of the source, or if both
  are bodies.
- `undecided`: sources without a noun (`he` if the chain names no person or several, `who`, `said`) and missing sources.
  The corpus does not say whom they mean, so they are counted, not judged.

All names of speakers that `check` gives are also looked up in the named entities of the text, which shows words that are neither
part of a person's name nor of an organization's. A program has found these, too, and it misses some.
"""

from __future__ import annotations

import argparse
import gzip
import re
import time
import zlib
from bisect import bisect_right
from collections import Counter
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import msgspec

from tajikcli import open_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

_HELD_OUT = 5  # one text in this number is held out
_LEAST = 3  # the minimum number of words of a quotation that counts
_FILLER = "\u200b"  # keeps the offsets where one mark replaces two
_PRONOUNS = {"he", "she"}
_BODIES = re.compile(
    r"(?i)\b(campaign|house|department|committee|party|times|post|news|cnn|fox|court|congress|senate|report|group|agency"
    r"|administration|union|organi[sz]ation|ministry|bureau|fbi|doj|office|company|university|institute|network|council"
    r"|government|commission|association|center|foundation|kremlin|pentagon|press|newspaper|magazine|team|pac|board)\b"
)


class Gold(NamedTuple):
    """A quotation of the corpus.

    Attributes:
        start: offset of its first word.
        words: its words, separated by single spaces.
        source: the words that name its speaker, as marked in the corpus; empty if there are none.
        kind: `person`, `pronoun`, `other` or `undecided`, as described above.
        names: words of the names that the text uses for the speaker.
    """

    start: int
    words: str
    source: str
    kind: str
    names: tuple[str, ...]


class Text(NamedTuple):
    """A text of the corpus.

    Attributes:
        quotations: its quotations.
        entities: the words of the names of persons and organizations in it, in the form of `_plain`.
    """

    quotations: list[Gold]
    entities: frozenset[str]


def gold_of(corpus: Path, name: str) -> Text:
    """Return the quotations of a text with their speakers, and the names in the text.

    Args:
        corpus: the folder of the corpus.
        name: the name of the text, without the extension.
    """
    # Two apostrophes are a mark, too; the mark is the one beside the words of an opening quotation.
    text = (corpus / "text" / f"{name}.txt").read_text("utf-8")
    text = re.sub(r"'('?)'(?!\w)|''", rf'\1{_FILLER}"', text)
    tokens, chains = _parsed(corpus, name)
    found: dict[int, Gold] = {}
    (annotation,) = sorted((corpus / "attributions").glob(f"{name}_*.ann"))[:1]
    spans: dict[str, list[tuple[int, int]]] = {}
    lines = annotation.read_text("utf-8").splitlines()
    for line in lines:
        if re.match(r"T\d+\t", line):
            number, _, rest = line.partition("\t")
            _, _, offsets = rest.partition("\t")[0].partition(" ")
            spans[number] = [
                (int(start), int(end)) for start, end in (pair.split() for pair in offsets.split(";"))
            ]
    for line in lines:
        if not line.startswith("E"):
            continue
        roles: dict[str, list[str]] = {}
        for role in line.split("\t")[1].split():
            roles.setdefault(role.split(":")[0].rstrip("0123456789"), []).append(role.split(":")[1])
        content = sorted(span for number in roles.get("Content", ()) for span in spans[number])
        source = sorted(span for number in roles.get("Source", ()) for span in spans[number])
        if not content:
            continue
        for behind, end in _quoted(text, content):
            start = end - len(text[behind:end].lstrip())
            # `check` omits the mark at the start of each further paragraph.
            words = " ".join(re.sub(r"\n\s*[\"\u201c]", "\n", text[start:end]).rstrip(_FILLER).split())
            if len(words.split()) >= _LEAST:
                found[start] = Gold(start, words, *_speaker(text, source, tokens, chains))
    entities = {_plain(token[2]) for token in tokens if token[3] in {"PERSON", "ORGANIZATION"}}
    return Text([found[start] for start in sorted(found)], frozenset(entities - {""}))


def _quoted(text: str, content: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches in double marks inside the fragments of a content, and fragments in single marks: offsets of words, without the marks."""
    opened: int | None = None
    for first, last in content:
        single = _SINGLE.match(text, first - 1, last + 1)
        if single is not None and opened is None:
            yield single.span(1)
            continue
        begin = first - 1 if text[first - 1 : first] in {'"', "\u201c"} else first
        behind = text[last : last + 2].lstrip(_FILLER)[:1]
        finish = last + 1 + (text[last : last + 1] == _FILLER) if behind in {'"', "\u201d"} else last
        for place in range(begin, finish):
            char = text[place]
            if char not in '"\u201c\u201d':
                continue
            opens = char == "\u201c" or (
                char == '"' and not text[place + 1 : place + 2].isspace() and (opened is None)
            )
            if opens and opened is None:
                opened = place + 1
            elif opens or (char == '"' and text[place - 1 : place] == "\n"):
                continue  # the next paragraph of the same quotation
            elif opened is not None:
                yield opened, place
                opened = None


# Words in single marks that are a whole fragment, as in headlines; the marks may be part of the fragment or stand beside it.
_SINGLE = re.compile(r".?[\u2018']([^\u2018\"\u201c\u201d]+?)[\u2019'][.,]?\Z", re.DOTALL)
_TOKEN = tuple[int, int, str, str, str]  # start, end, word, kind of name, part of speech


def _parsed(corpus: Path, name: str) -> tuple[list[_TOKEN], dict[int, list[tuple[int, int, bool]]]]:
    """Return the tokens of a text, and for the offset of each word in a mention, the mentions in its chain."""
    plain, packed = corpus / "corenlp" / f"{name}.txt.xml", corpus / "corenlp" / f"{name}.txt.xml.gz"
    content = gzip.decompress(packed.read_bytes()) if packed.exists() else plain.read_bytes()
    tree = ET.fromstring(content)  # noqa: S314 - the user chooses the corpus
    sentences = [
        [
            (
                int(token.findtext("CharacterOffsetBegin") or 0),
                int(token.findtext("CharacterOffsetEnd") or 0),
                token.findtext("word") or "",
                token.findtext("NER") or "",
                token.findtext("POS") or "",
            )
            for token in sentence.iter("token")
        ]
        for sentence in tree.iterfind("document/sentences/sentence")
    ]
    chains: dict[int, list[tuple[int, int, bool]]] = {}
    for chain in tree.iterfind("document/coreference/coreference"):
        mentions = []
        for mention in chain.iterfind("mention"):
            number = int(mention.findtext("sentence") or 1) - 1
            first, last = int(mention.findtext("start") or 1) - 1, int(mention.findtext("end") or 1) - 1
            words = sentences[number][first:last]
            if words:
                mentions.append((words[0][0], words[-1][1], mention.get("representative") == "true"))
        for start, _, _ in mentions:
            chains[start] = mentions
    return [token for sentence in sentences for token in sentence], chains


def _speaker(
    text: str,
    source: list[tuple[int, int]],
    tokens: list[_TOKEN],
    chains: dict[int, list[tuple[int, int, bool]]],
) -> tuple[str, str, tuple[str, ...]]:
    """Return the words of a source, its kind, and the names that the text uses for it."""
    if not source:
        return "", "undecided", ()
    start, end = source[0]
    words = text[start:end]
    if words.casefold() in _PRONOUNS:
        names = [name for first, last, _ in chains.get(start, ()) for name in _persons(tokens, first, last)]
        # A chain that has only one person is probably right.
        sure = len({_plain(name) for name in names}) == 1
        return words, "pronoun" if sure else "undecided", tuple(dict.fromkeys(names)) if sure else ()
    if not any(start <= token[0] < end and token[4].startswith("NN") for token in tokens):
        return words, "undecided", ()
    head = re.split(r",|\(|\bof\b|\bwho\b|\bat\b|\bfor\b|\bin\b|\bfrom\b|\bwith\b", words)[0]
    names = _persons(tokens, start, start + len(head.rstrip()))
    inside = [token for token in tokens if start <= token[0] and token[1] <= start + len(head.rstrip())]
    is_person = bool(names) and bool(inside) and inside[-1][3] == "PERSON" and inside[-1][2] in names[-1]
    if not is_person and "," in words:
        rest = start + len(words.partition(",")[0]) + 1
        appended = _persons(tokens, rest, end)
        after = words.partition(",")[2].split()
        if appended and after and appended[0].startswith(after[0]):
            return words, "person", (appended[0],)
    return words, "person" if is_person else "other", tuple(names[-1:] if is_person else ())


def _persons(tokens: list[_TOKEN], start: int, end: int) -> list[str]:
    """Return the names of persons between two offsets."""
    names: list[list[str]] = []
    before = -1
    for number, token in enumerate(tokens):
        if token[0] < start or token[1] > end or token[3] != "PERSON":
            continue
        if number == before + 1 and names:
            names[-1].append(token[2])
        else:
            names.append([token[2]])
        before = number
    return [" ".join(name) for name in names]


def _golds(corpus: Path, names: Iterable[str], kept: Path | None) -> dict[str, Text]:
    """Return the texts of the corpus; they are cached in a file, because reading the parses takes a minute."""
    known: dict[str, Text] = {}
    if kept is not None and kept.exists():
        with suppress(msgspec.DecodeError, msgspec.ValidationError):  # a file of an earlier version
            known = msgspec.json.decode(kept.read_bytes(), type=dict[str, Text])
    new = [name for name in names if name not in known]
    known.update({name: gold_of(corpus, name) for name in new})
    if kept is not None and new:
        kept.write_bytes(msgspec.json.encode(known))
    return known


def _same(named: str, names: Iterable[str]) -> bool:
    """Return whether a name belongs to a speaker: whether its last word is the last word of one of the speaker's names."""
    last = _plain(named)
    return any(last and last == _plain(name) for name in names)


def _plain(name: str) -> str:
    words = [
        word
        for word in re.findall(r"[\w\u2019'-]+", name)
        if word.casefold() not in {"jr", "sr", "ii", "iii", "iv"}
    ]
    return re.sub(r"['\u2019]s?$", "", words[-1]).casefold().replace("\u2019", "'") if words else ""


def main() -> None:
    """Print how many quotations and speakers are found, and the speed."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--part", choices=("all", "develop", "held-out"), default="all")
    options.add_argument("--gold", type=Path, help="a file to cache the parsed corpus in")
    options.add_argument(
        "--show",
        default="",
        help="print findings of this kind: spans, wrong, unnamed, pronouns, other, undecided, names or false",
    )
    chosen = options.parse_args()
    names = sorted(path.name.partition(".")[0] for path in (chosen.corpus / "corenlp").iterdir())
    held = {name for name in names if zlib.crc32(name.encode()) % _HELD_OUT == 0}
    if chosen.part != "all":
        names = [name for name in names if (name in held) == (chosen.part == "held-out")]
    golds = _golds(chosen.corpus, names, chosen.gold)
    counts: Counter[str] = Counter()
    words, taken = 0, 0.0
    with open_record() as record:
        for name in names:
            text = (chosen.corpus / "text" / f"{name}.txt").read_text("utf-8")
            began = time.process_time()
            findings = record.check(text)
            taken += time.process_time() - began
            words += len(text.split())
            lines = [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]
            found: dict[int, tuple[str, str | None]] = {}
            last = 0
            for finding in findings:
                if finding.finding == "figure":
                    counts["false"] += finding.verdict == "differs"
                else:
                    counts["false"] += finding.verdict in {
                        "altered",
                        "unclear",
                        "paraphrase",
                        "verbatim",
                        "elided",
                    }
                if chosen.show == "false" and finding.verdict not in {"not_found", "too_short"}:
                    print(f"{name}: {finding.verdict} {finding.text!r} {finding.record_text!r}")
                if finding.finding != "quotation":
                    continue
                start = lines[finding.line - 1] + finding.column - 1
                if start < last:
                    continue  # inside a longer one
                last = start + len(finding.text)
                if len(finding.text.split()) >= _LEAST:
                    found[start] = (finding.text, finding.speaker)
            _count(counts, text, golds[name].quotations, found, chosen.show)
            _look_up(counts, text, golds[name].entities, found, chosen.show)
    _report(counts, words, taken, len(names))


def _tell(*told: object) -> None:
    print(*told, sep="\n  ", end="\n\n")


def _look_up(
    counts: Counter[str],
    text: str,
    entities: AbstractSet[str],
    found: dict[int, tuple[str, str | None]],
    show: str,
) -> None:
    """Count the speakers that are neither part of a person's name nor of an organization's."""
    for start, (words, speaker) in found.items():
        if speaker is None:
            continue
        counts["names"] += 1
        if _plain(speaker) not in entities:
            counts["no entity"] += 1
            if show == "names":
                _tell(speaker, text[max(0, start - 250) : start + len(words) + 150])


def _count(
    counts: Counter[str], text: str, golds: list[Gold], found: dict[int, tuple[str, str | None]], show: str
) -> None:
    def tell(kind: str, *told: object) -> None:
        if show == kind:
            _tell(*told)

    starts = {one.start: one for one in golds}
    exact = {start for start, one in starts.items() if start in found and found[start][0] == one.words}
    counts["gold"] += len(starts)
    counts["found"] += len(found)
    counts["exact"] += len(exact)
    for start in sorted(starts.keys() - exact):
        tell("spans", f"MISSED {starts[start].words}", text[max(0, start - 100) : start + 200])
    for start in sorted(found.keys() - exact):
        tell("spans", f"EXTRA {found[start][0]}", text[max(0, start - 100) : start + 200])
    sorted_starts = sorted(starts)
    for start, (words, speaker) in found.items():
        at = bisect_right(sorted_starts, start + 1) - 1
        one = starts[sorted_starts[at]] if at >= 0 else None
        if one is None or start > one.start + len(one.words):
            continue
        around = text[max(0, start - 250) : start + len(words) + 150]
        counts["speakers"] += one.kind != "undecided"
        counts[one.kind] += 1
        if one.kind == "undecided":
            counts["undecided named"] += speaker is not None
            tell("undecided", f"{speaker} FOR {one.source}", around)
        elif speaker is None:
            counts[f"{one.kind} unnamed"] += 1
            tell("unnamed" if one.kind == "person" else "no-pronoun", f"UNNAMED {one.source}", around)
        elif one.kind == "other":
            is_body = bool(_BODIES.search(one.source)) and bool(
                _BODIES.search(speaker) or speaker in one.source
            )
            right = is_body or _plain(speaker) in one.source.casefold()
            counts["other right" if right else "other wrong"] += 1
            counts["nobody"] += not right and not _BODIES.search(one.source)
            tell("other", f"{'RIGHT' if right else 'WRONG'} {speaker} FOR {one.source}", around)
        else:
            right = _same(speaker, one.names)
            counts[f"{one.kind} {'right' if right else 'wrong'}"] += 1
            if not right:
                told = f"WRONG {speaker} FOR {one.source} {one.names}"
                tell("wrong" if one.kind == "person" else "pronouns", told, around)


def _report(counts: Counter[str], words: int, taken: float, texts: int) -> None:
    precision, recall = counts["exact"] / (counts["found"] or 1), counts["exact"] / (counts["gold"] or 1)
    both = 2 * precision * recall / ((precision + recall) or 1)
    print(f"{texts} texts, {words:,} words, {words / taken:,.0f} words/s")
    print(f"spans: P {precision:.3f} R {recall:.3f} F1 {both:.3f} of {counts['gold']}")
    for kind in ("person", "pronoun", "other"):
        right, wrong, none = (counts[f"{kind} {what}"] for what in ("right", "wrong", "unnamed"))
        total = right + wrong + none or 1
        print(
            f"{kind}: {total}, right {right} ({right / total:.3f}), wrong {wrong}, unnamed {none}"
            f"; right when named {right / ((right + wrong) or 1):.3f}"
        )
    print(f"undecided: {counts['undecided']}, named {counts['undecided named']}")
    print(f"named though the source is neither a person with a name nor a body: {counts['nobody']}")
    print(f"names that are no entity: {counts['no entity']} of {counts['names']}")
    named = counts["person right"] + counts["pronoun right"] + counts["other right"]
    print(f"all speakers right: {named / (counts['speakers'] or 1):.3f} of {counts['speakers']}")
    print(f"false findings: {counts['false']}")


if __name__ == "__main__":
    main()
