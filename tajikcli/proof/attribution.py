"""Who a text names as the speaker of its quotations.

From `X said`, `said X`, `according to X`, `X: …`, a name under a block quote, and a pronoun or title after a name, in English,
Russian and Tajik. Quotations of one sentence share their speaker, and one that follows with nothing between goes on
with it. Where the text names nobody, nobody is named: there is no guess.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.proof.quotation import signature
from tajikcli.proof.sentences import sentence_spans
from tajikcli.text import fold_letters
from tajikcli.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tajikcli.proof.draft import Paragraph
    from tajikcli.proof.quotation import Quotation

_QUOTE = "\ufffc"  # stands for a quotation in the text around it
_TOKEN = re.compile(r"\ufffc|[^\W_]+(?:['\u2019-][^\W_]+)*['\u2019]?|[^\s\w]")
_POSSESSIVE = re.compile(r"['\u2019]s?$")

_ENGLISH = """
say says said saying state states stated stating note notes noted noting add adds added adding stress stresses stressed
stressing emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising underscore underscores
underscored underscoring underline underlines underlined announce announces announced announcing declare declares declared
declaring remark remarks remarked remarking comment comments commented explain explains explained explaining claim claims claimed
argue argues argued insist insists insisted reply replies replied respond responds responded answer answers answered continue
continues continued conclude concludes concluded warn warns warned observe observes observed recall recalls recalled
express expresses expressed describe describes described describing call calls called calling promise promises promised pledge
pledged vow vowed mention mentions mentioned highlight highlights highlighted highlighting affirm affirmed confirm confirms confirmed
acknowledge acknowledges acknowledged admit admits admitted agree agrees agreed write writes wrote assure assures assured reiterate reiterates
reiterated indicate indicates indicated suggest suggests suggested hail hailed praise praised praising characterize characterizes
characterized characterise characterises characterised quip quipped repeat repeated think thinks believe believes believed point points pointed
tell tells told telling ask asks asked thank thanks thanked urge urges urged inform informed remind reminded speak speaking spoke
complain complained elaborate elaborated clarify clarified specify specified promising recalling expressing
words remarks statement comments remark phrase
слова словам мнению
"""
_RUSSIAN = """
сказать сказал сказала говорит говорил заявил заявила заявляет отметил отметила отмечает подчеркнул подчеркнула подчеркивает добавил
добавила добавляет сообщил сообщила пояснил пояснила поясняет объяснил объяснила указал указала указывает рассказал рассказала напомнил
напомнила признал признала ответил ответила обратился обратилась считает уверен уточнил уточнила выразил выразила назвал назвала называет
констатировал констатировала резюмировал заверил заверила поблагодарил согласился согласилась пообещал пообещала заметил заметила
продолжил продолжила написал акцентировал прокомментировал охарактеризовал предложил предложила высказал высказался упомянул оценил
подтвердил подтвердила предупредил предупредила подытожил приветствовал обещал произнес
гуфт гуфта гуфтааст таъкид қайд изҳор зикр иброз афзуд эълон баён арз хотиррасон
"""
_VERBS = frozenset(fold_letters(word) for word in (_ENGLISH + _RUSSIAN).split())
# Whom these words are followed by is the one who listens.
_ADDRESSING = frozenset(
    [
        "tell",
        "tells",
        "told",
        "telling",
        "ask",
        "asks",
        "asked",
        "thank",
        "thanks",
        "thanked",
        "urge",
        "urges",
        "urged",
        "inform",
        "informed",
        "remind",
        "reminded",
        "assure",
        "assures",
        "assured",
        "call",
        "calls",
        "called",
        "calling",
        "describe",
        "describes",
        "described",
        "describing",
        "hail",
        "hailed",
        "praise",
        "praised",
    ]
)
# What comes before the speaker's name, by its first word.
_BY: dict[str, list[tuple[str, ...]]] = {}
for _phrase in [
    "according to",
    " in the words of",
    " words of",
    " as per",
    " по словам",
    " со слов",
    " по мнению",
    " по заявлению",
    " по оценке",
    " слова",
    " ба гуфтаи",
]:
    _BY.setdefault(_phrase.split()[0], []).append(tuple(_phrase.split()))
_TELLING = _VERBS | _BY.keys() | {":"}
_BEFORE_OBJECTS = frozenset(
    [
        "to",
        "with",
        "of",
        "for",
        "between",
        "after",
        "before",
        "following",
        "from",
        "about",
        "against",
        "by",
        "at",
        "on",
        "in",
        "and",
        "via",
        "behind",
        "meeting",
        "met",
        "meets",
        "после",
        "до",
        "с",
        "со",
        "к",
        "ко",
        "о",
        "об",
        "для",
        "между",
        "от",
        "у",
        "при",
        "перед",
        "про",
        "бо",
        "ба",
        "аз",
        "барои",
    ]
)
_LIGHT = frozenset(
    [
        "the",
        "a",
        "an",
        "mr",
        "mrs",
        "ms",
        "president",
        "then-president",
        "visiting",
        "russian",
        "tajik",
        "his",
        "her",
        "their",
        "own",
        "dr",
        "then",
        "former",
        "сам",
        "лично",
        "господин",
        "президент",
        "российский",
        "таджикский",
        "глава",
    ]
)
_PRONOUNS = frozenset(["he", "she", "him", "he's", "she's", "он", "она", "ӯ", "вай"])
# A title that stands for whoever has been named before.
_TITLES = frozenset(
    [
        "president",
        "leader",
        "aide",
        "official",
        "minister",
        "spokesman",
        "spokeswoman",
        "head",
        "politician",
        "statesman",
        "guest",
        "host",
        "speaker",
        "diplomat",
        "президент",
        "лидер",
        "политик",
        "министр",
        "глава",
        "помощник",
        "чиновник",
        "президенти",
    ]
)
_OWNERS = frozenset(["his", "her", "its", "their", "его", "ее"])
_WORDS_OF = frozenset(
    ["words", "remarks", "statement", "comments", "remark", "phrase", "слова", "словам", "слов", "мнению"]
)
_REFERRING = _PRONOUNS | _TITLES | _OWNERS
_INSTITUTIONS = re.compile(
    r"Ministry|News|Agency|Office|Service|Kremlin|Embassy|Government|Times|Post|Press|Website|Television|TV|Radio|Parliament"
    r"|МИД|Министерств|Агентств|Кремл|Служб|Посольств|Правительств"
)
_FAR_PARAGRAPHS = 5  # that a pronoun reaches back over
_FAR = 6  # words between a name and its verb
_MONTHS_AND_DAYS = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
)


class Names:
    """The names that speakers of a record go by.

    Args:
        speakers: for each way to name one, as written, the slug.
        others: names of what is on record and is no person: relays, publishers, meetings.
    """

    def __init__(self, speakers: Iterable[tuple[str, str]], others: Iterable[str]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
        self._parts: dict[str, set[str]] = {}
        for written, slug in speakers:
            for name in (written, _reordered(written)):
                words = tuple(fold_letters(word) for word in _plain_words(name))
                if not words:
                    continue
                stems = tuple(stem(word) for word in words)
                self._first.setdefault(stems[0], []).append((words, stems, slug))
                self._parts.setdefault(slug, set()).update(words)
        for named in self._first.values():
            named.sort(key=lambda one: -len(one[0]))
        self._beginning: dict[str, bool] = {}
        self._others = {word for name in others for word in _plain_words(fold_letters(name))}

    def may_begin(self, word: str) -> bool:
        """Tell whether a person may be named from this word on: by a name, known or not, a title or a pronoun."""
        told = self._beginning.get(word)
        if told is None:
            told = self._beginning[word] = word[0].isalnum() and (
                word[0].isupper() or _bare(word) in _REFERRING or _stem(word) in self._first
            )
        return told

    def at(self, words: Sequence[str], place: int) -> tuple[int, str, bool] | None:
        """Return how many words of a name stand at a place, whose it is, and whether just as on record (nominative)."""
        for named, stems, slug in self._first.get(_stem(words[place]), ()):
            here = [_bare(word) for word in words[place : place + len(named)]]
            if len(here) == len(named) and tuple(map(_stem, here)) == stems:
                return len(named), slug, tuple(here) == named
        return None

    def is_part(self, word: str, slug: str) -> bool:
        """Tell whether a word is part of a speaker's names."""
        return _bare(word) in self._parts.get(slug, ())

    def is_other(self, word: str) -> bool:
        """Tell whether a word names something on record that is no person."""
        return _bare(word) in self._others


def _reordered(written: str) -> str:
    """Return `President of Aland` as `Aland president`, the way texts put it; others as they are."""
    match = re.fullmatch(r"(?i)(.+) (?:of|to) (?:the )?([^\W\d_]+)", written)
    return f"{match[2]} {match[1]}" if match else written


def _plain_words(name: str) -> list[str]:
    return [_bare(word) for word in re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*", name)]


@lru_cache(maxsize=50_000)
def _bare(word: str) -> str:
    return fold_letters(_POSSESSIVE.sub("", word)) or word


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return stem(_bare(word))


class _Mention(NamedTuple):
    """A person named in a sentence: where, by which words; `who` is a slug, a name as written, or None for a pronoun."""

    start: int
    end: int
    who: str | None
    nominative: bool
    possessive: bool
    known: bool


class Attributed(NamedTuple):
    """Who is named as the speaker of a quotation.

    Attributes:
        who: a speaker's slug, or the name as the text has it where the record knows nobody of that name.
        known: whether it is a slug.
    """

    who: str
    known: bool


def attributions(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation], names: Names
) -> list[Attributed | None]:
    """Return for each quotation whom the text names as its speaker.

    Args:
        paragraphs: the draft's paragraphs.
        quotations: its quotations, in order.
        names: what speakers are called.

    Returns:
        One for each quotation; None where the text names nobody.
    """
    standing: dict[int, list[int]] = {}  # the quotations that begin or end in each paragraph
    covered: dict[int, list[tuple[int, int]]] = {}
    for number, one in enumerate(quotations):
        for at in dict.fromkeys((one.paragraph, one.last)):
            standing.setdefault(at, []).append(number)
        for at in range(one.paragraph, one.last + 1):
            begin = one.start if at == one.paragraph else 0
            end = one.end if at == one.last else len(paragraphs[at].text)
            covered.setdefault(at, []).append((begin, end))
    found: list[Attributed | None] = [None] * len(quotations)
    memory = _Memory(names)
    near = {at + off for at in standing for off in range(-_FAR_PARAGRAPHS, 1)}
    for at, paragraph in enumerate(paragraphs):
        if at not in near:
            continue
        here = standing.get(at, [])
        if here and quotations[here[0]].block:
            signed = signature(paragraph.text)
            name = paragraph.cite or (paragraph.text[signed:] if signed is not None else "")
            found[here[0]] = _signed(name, names) or memory.announced()
            continue
        begins = [quotations[number].start if quotations[number].paragraph == at else 0 for number in here]
        around, signs = _around(paragraph.text, covered.get(at, ()), begins)
        if not here and _QUOTE in around:
            continue  # a paragraph in the middle of a long quotation
        memory.begin_paragraph()
        for start, end in sentence_spans(around):
            inside = [number for number, sign in zip(here, signs, strict=True) if start <= sign < end]
            if not inside:
                memory.end_sentence(around[start:end])
                continue
            sentence = _Sentence(around[start:end], names, memory)
            for order, number in enumerate(inside):
                found[number] = found[number] or sentence.speaker(order)
            memory.end_sentence((sentence, [found[number] for number in inside]))
    return found


def _around(text: str, covered: Iterable[tuple[int, int]], starts: Sequence[int]) -> tuple[str, list[int]]:
    """Return a paragraph with a sign in place of each quotation, and where these signs stand.

    Inside the mark, a final point or question mark is kept behind the sign: it ends the sentence around.
    """
    parts: list[str] = []
    places: list[int] = []
    done = size = 0
    for begin, end in sorted(covered):
        before = text[done : max(done, begin - 1)]
        parts.append(before)
        size += len(before)
        if begin in starts:
            places.append(size)
        closing = text[begin:end].rstrip()[-1:]
        follows = text[end + 1 :].lstrip()[:1]
        ends = closing in ".!?" and (follows.isupper() or follows in '\u201c\u00ab"\u201e') and closing != ""
        sign = _QUOTE + ("." if ends and not _inverted(text[end + 1 :]) else "")
        parts.append(sign)
        size += len(sign)
        done = min(len(text), end + 1)
    parts.append(text[done:])
    return "".join(parts), places


def _inverted(after: str) -> bool:
    """Tell whether what follows a quotation says whose it is: `Putin said`, `President Rahmon added`."""
    return any(
        fold_letters(word) in _VERBS for word in re.findall(r"[^\W_]+", after[:80])[:5]
    ) and not re.match(r"\s*[\"\u201c\u00ab\u201e]", after)


def _signed(name: str, names: Names) -> Attributed | None:
    """Return the speaker that a line under a block quote names."""
    words = re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*", name)
    for place in range(len(words)):
        match = names.at(words, place)
        if match:
            return Attributed(match[1], known=True)
    capital = [word for word in words if word[:1].isupper()]
    return Attributed(" ".join(capital[:3]), known=False) if len(capital) > 1 else None


class _Memory:
    """Who has been named so far, for pronouns and for quotations that go on.

    Most quotations are attributed in their own sentence: the sentences before it are read only when somebody asks.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        # Sentences not yet read (or read already, with those of their quotations), None where a paragraph begins.
        self._unread: list[str | tuple[_Sentence, list[Attributed | None]] | None] = []
        self._speaking: Attributed | None = None  # in the sentence before, in this paragraph
        self._announced: Attributed | None = None  # by a sentence that ends with a colon
        self._last: Attributed | None = None  # the last one that anything was attributed to
        self._named: list[Attributed] = []  # in the last sentence that named anybody

    def begin_paragraph(self) -> None:
        """Take note that a paragraph begins."""
        self._unread.append(None)

    def end_sentence(self, sentence: str | tuple[_Sentence, list[Attributed | None]]) -> None:
        """Take note of a sentence: its text, or what was read of it and the speakers of its quotations."""
        self._unread.append(sentence)

    def continued(self) -> Attributed | None:
        """Return whose words a sentence goes on with that has nothing but quotations."""
        self._read()
        return self._speaking or self._announced

    def announced(self) -> Attributed | None:
        """Return whose words the sentence before has promised with a colon."""
        self._read()
        return self._announced

    def meant(self) -> Attributed | None:
        """Return whom a pronoun means: the last speaker, or the only person just named."""
        self._read()
        if self._last is not None:
            return self._last
        different = {one.who: one for one in self._named}
        return next(iter(different.values())) if len(different) == 1 else None

    def _read(self) -> None:
        unread, self._unread = self._unread, []
        begins = [place for place, one in enumerate(unread) if one is None]
        if len(begins) > _FAR_PARAGRAPHS:
            unread = unread[begins[-_FAR_PARAGRAPHS] :]
            self._last, self._named = None, []
        for one in unread:
            if one is None:
                self._speaking = None
                continue
            sentence, here = (_Sentence(one, self._names, self), []) if isinstance(one, str) else one
            subject = sentence.subject()
            speaker = next((each for each in here if each), None) or subject
            self._speaking = (speaker or self._speaking) if here else subject
            self._announced = sentence.announced()
            if speaker:
                self._last = speaker
            if sentence.named:
                self._named = sentence.named
                if not speaker:
                    self._last = None


class _Sentence:
    """A sentence, quotations as signs in it, and who speaks there."""

    def __init__(self, text: str, names: Names, memory: _Memory) -> None:
        self._words: list[str] = _TOKEN.findall(text)
        self._folded = list(map(_bare, self._words))
        self._signs = [place for place, word in enumerate(self._words) if word == _QUOTE]
        self._names, self._memory = names, memory
        self._mentions = self._find_mentions()
        self.named = [Attributed(one.who, one.known) for one in self._mentions if one.who is not None]
        self._pairs = self._find_pairs()

    def speaker(self, order: int) -> Attributed | None:
        """Return who speaks the sentence's quotation of this number."""
        if self._pairs and order < len(self._signs):
            sign = self._signs[order]
            # Of two speakers the nearer one; at the same distance, the one named behind the quotation.
            return min(self._pairs, key=lambda pair: (abs(pair[0] - sign), -pair[0]))[1]
        if not self._only_quotations():
            return None
        return self._memory.continued()

    def subject(self) -> Attributed | None:
        """Return who is said to have said anything in this sentence."""
        return self._pairs[-1][1] if self._pairs else None

    def announced(self) -> Attributed | None:
        """Return whose words a sentence promises that ends with a colon."""
        if not self._words or self._words[-1] != ":":
            return None
        if self._pairs:
            return self._pairs[-1][1]
        known = [one for one in self.named if one.known]
        return known[0] if len({one.who for one in known}) == 1 else None

    def _only_quotations(self) -> bool:
        return all(
            not word[0].isalnum() or word.casefold() in {"and", "и", "ва"}
            for word in self._words
            if word != _QUOTE
        )

    def _find_mentions(self) -> list[_Mention]:
        found: list[_Mention] = []
        done = 0
        may_begin = self._names.may_begin
        for place in [number for number, word in enumerate(self._words) if may_begin(word)]:
            mention = self._mention(place) if place >= done else None
            if mention is None:
                continue
            done = mention.end
            if (
                found
                and found[-1].end == mention.start
                and not found[-1].possessive
                and found[-1].who == mention.who
            ):
                mention = found.pop()._replace(end=mention.end, possessive=mention.possessive)
            elif (
                found
                and found[-1].end == mention.start
                and found[-1].known
                and not mention.known
                and mention.who
            ):
                found.pop()  # a title before a name that the record doesn't know
            elif found and found[-1].end == mention.start and found[-1].who is None:
                found.pop()
            found.append(mention)
        return found

    def _mention(self, place: int) -> _Mention | None:
        words = self._words
        named = self._names.at(words, place)
        if named is not None:
            size, slug, nominative = named
            end = place + size
            while end < len(words) and words[end][:1].isupper() and self._names.is_part(words[end], slug):
                end += 1
            return _Mention(place, end, slug, nominative, _is_possessive(words[end - 1]), known=True)
        folded = self._folded[place]
        if folded in _OWNERS and self._folded[place + 1 : place + 2] and self._folded[place + 1] in _WORDS_OF:
            return _Mention(place, place + 1, None, nominative=True, possessive=True, known=False)
        if folded in _PRONOUNS:
            return _Mention(place, place + 1, None, nominative=True, possessive=False, known=False)
        before = self._folded[place - 1] if place else ""
        if folded in _TITLES and before in {"the", "a", ""} and not words[place][:1].isupper():
            return _Mention(
                place, place + 1, None, nominative=True, possessive=_is_possessive(words[place]), known=False
            )
        return self._stranger(place) if words[place][0].isupper() else None

    def _stranger(self, place: int) -> _Mention | None:
        """Return a capitalised name that the record does not know, next to a verb of saying."""
        words = self._words
        end = place
        while (
            end < len(words)
            and words[end][0].isupper()
            and end - place < 4
            and not self._names.at(words, end)
        ):
            if (
                words[end] in _MONTHS_AND_DAYS
                or self._names.is_other(words[end])
                or self._folded[end] in _LIGHT
            ):
                break
            end += 1
            if _is_possessive(words[end - 1]):
                break
        if end == place:
            return None
        name = " ".join(words[place:end])
        if _INSTITUTIONS.search(name) or (name.isupper() and len(name) > 1) or _is_possessive(words[end - 1]):
            return None
        if self._folded[place] in _VERBS or (place == 0 and end == 1 and self._folded[place] in _OPENERS):
            return None
        follows = self._folded[end] if end < len(words) else ""
        precedes = self._folded[place - 1] if place else ""
        adverb = self._folded[end + 1] if end + 1 < len(words) else ""
        by_title = place > 0 and self._title_before(place)
        if not (
            follows in _VERBS
            or (adverb in _VERBS and follows in _ADVERBS)
            or precedes in _VERBS - _ADDRESSING
            or follows == ":"
            or by_title
            or (precedes == "to" and place > 1 and self._folded[place - 2] == "according")
            or (precedes in {"словам", "мнению"})
            or (follows == "," and end - place > 1)
        ):
            return None
        if place == 0 and end == 1 and follows not in _VERBS and follows != ":":
            return None
        return _Mention(place, end, name, nominative=True, possessive=False, known=False)

    def _title_before(self, place: int) -> bool:
        return self._folded[place - 1] in _TITLES | {
            "aide",
            "minister",
            "spokesman",
            "spokeswoman",
            "adviser",
            "ambassador",
        }

    def _find_pairs(self) -> list[tuple[int, Attributed]]:
        """Return who speaks, each with the place of what says so."""
        found: list[tuple[int, Attributed]] = []
        for place in [number for number, word in enumerate(self._folded) if word in _TELLING]:
            word = self._folded[place]
            if word in _VERBS:
                mention = self._by(place) or self._before(place) or self._behind(place)
                self._take(found, place, mention)
            elif word == ":":
                self._take(found, place, self._at_colon(place))
            for phrase in _BY.get(word, ()):
                if tuple(self._folded[place : place + len(phrase)]) == phrase:
                    self._take(found, place, self._next(place + len(phrase), 3, any_case=True))
        if not found and self._signs:
            self._take(found, self._signs[-1], self._after_dash())
        return found

    def _take(self, found: list[tuple[int, Attributed]], place: int, mention: _Mention | None) -> None:
        if mention is None:
            return
        who = Attributed(mention.who, mention.known) if mention.who is not None else self._antecedent(mention)
        if who is not None:
            found.append((place, who))

    def _antecedent(self, pronoun: _Mention) -> Attributed | None:
        earlier = [one for one in self._mentions if one.end <= pronoun.start and one.who is not None]
        if (
            earlier
            and self._folded[max(0, earlier[0].start - 1)] not in _BEFORE_OBJECTS
            and len({one.who for one in earlier}) == 1
        ):
            return Attributed(str(earlier[0].who), earlier[0].known)
        meant = self._memory.meant()
        if meant is not None:
            return meant
        different = {one.who: one for one in earlier}
        if len(different) == 1:
            return Attributed(str(earlier[0].who), earlier[0].known)
        return None

    def _by(self, verb: int) -> _Mention | None:
        """Return who stands behind `announced by`."""
        if self._folded[verb + 1 : verb + 2] == ["by"]:
            return self._next(verb + 2, 4)
        return None

    def _before(self, verb: int) -> _Mention | None:
        """Return the subject before a verb: not what a preposition governs, nor an apposition's or an owner's name."""
        for mention in reversed([one for one in self._mentions if one.end <= verb]):
            between = self._words[mention.end : verb]
            if _QUOTE in between or any(word in ".;!?" for word in between):
                return None
            words_between = [word for word in between if word[0].isalnum()]
            commas = between.count(",")
            if mention.possessive:
                if self._folded[verb] in _WORDS_OF and len(between) < 3:
                    return mention
                continue
            if not mention.nominative and _is_cyrillic(self._words[mention.start]):
                continue
            if self._governed(mention):
                continue
            if commas == 0 and len(words_between) > _FAR:
                continue
            if any(
                self._folded[place] in _VERBS - _WORDS_OF for place in range(mention.end, verb)
            ) and not self._shares(mention, verb):
                return None
            return mention
        return None

    def _shares(self, mention: _Mention, verb: int) -> bool:
        """Tell whether a second verb has the same subject: `he told journalists that …, adding`."""
        return mention.end <= verb

    def _governed(self, mention: _Mention) -> bool:
        place = mention.start - 1
        while place >= 0 and (self._folded[place] in _LIGHT or self._is_title_word(place)):
            place -= 1
        return place >= 0 and self._folded[place] in _BEFORE_OBJECTS

    def _is_title_word(self, place: int) -> bool:
        return (
            self._words[place][0].isupper() and place > 0 and self._folded[place] in {"president", "minister"}
        )

    def _behind(self, verb: int) -> _Mention | None:
        """Return the subject that follows a verb: `said Putin`, `заявил Путин`."""
        if self._folded[verb] in _ADDRESSING:
            return None
        return self._next(verb + 1, 3)

    def _next(self, place: int, far: int, *, any_case: bool = False) -> _Mention | None:
        for mention in self._mentions:
            if mention.start < place:
                continue
            between = self._folded[place : mention.start]
            if len(between) > far or any(
                not word[0].isalnum() or word in _BEFORE_OBJECTS for word in between
            ):
                return None
            if mention.possessive:
                return None
            if any_case or mention.nominative or not _is_cyrillic(self._words[mention.start]):
                return mention
            if between:
                return None
        return None

    def _at_colon(self, colon: int) -> _Mention | None:
        """Return the name before a colon that a quotation follows, if nothing but a bracket stands between."""
        follows = self._words[colon + 1 : colon + 2]
        if follows and follows != [_QUOTE]:
            return None
        for mention in reversed(self._mentions):
            between = self._words[mention.end : colon]
            if mention.end <= colon and (not between or (between[0] == "(" and between[-1] == ")")):
                return mention
        return None

    def _after_dash(self) -> _Mention | None:
        """Return the name that stands alone behind a quotation and a dash."""
        place = self._signs[-1] + 1
        while place < len(self._words) and self._words[place] in {".", ","}:
            place += 1
        if place < len(self._words) and self._words[place] in {"\u2014", "\u2013", "-", "("}:
            for mention in self._mentions:
                if mention.start == place + 1 and mention.end >= len(self._words) - 2:
                    return mention
        return None


def _is_possessive(word: str) -> bool:
    return bool(_POSSESSIVE.search(word))


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[:1] <= "\u04ff"


_ADVERBS = frozenset(
    [
        "also",
        "then",
        "later",
        "reportedly",
        "further",
        "again",
        "publicly",
        "once",
        "has",
        "had",
        "have",
        "was",
        "is",
        "already",
        "has",
        "повторно",
        "также",
        "затем",
        "ранее",
    ]
)
_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "for",
        "by",
        "as",
        "he",
        "she",
        "it",
        "we",
        "they",
        "this",
        "that",
        "these",
        "those",
        "after",
        "before",
        "when",
        "while",
        "if",
        "but",
        "and",
        "however",
        "meanwhile",
        "also",
        "there",
        "our",
        "his",
        "her",
        "its",
        "their",
        "according",
        "earlier",
        "later",
        "today",
        "yesterday",
        "both",
        "all",
        "some",
        "many",
        "most",
        "no",
        "not",
        "what",
        "who",
        "how",
        "why",
        "в",
        "на",
        "по",
        "как",
        "он",
        "она",
        "они",
        "мы",
        "это",
        "но",
        "и",
        "а",
        "при",
        "после",
        "также",
        "кроме",
    ]
)
