"""The wording of figures in German."""

from __future__ import annotations

from tajikcli.language.wordings import Wordings

GERMAN = Wordings(
    code="de",
    rising="wuchs* steigerte* stieg* zunahme*",
    falling="abnahme* rückläufig* senkte*",
    no_direction=(),
    by="um",
    to="auf",
    from_="von",
    more="weitere zusätzliche",
    fewer="weniger",
    over=("nicht weniger als",),
    under=("nicht mehr als",),
    inclusive=("mindestens", "höchstens", "bis zu", "nicht weniger als", "nicht mehr als"),
    minus="minus",
    other_quantities="inflation bip bevölkerung arbeitslosigkeit defizit überschuss schulden haushalt",
    of_them=("davon", "von ihnen", "von denen"),
    or_over=("oder mehr",),
    or_under=("oder weniger",),
    almost=("fast", "knapp", "beinahe"),
    about=("rund", "etwa", "ungefähr", "circa"),
    present=("jetzt", "heute", "derzeit"),
    doubting="falsch fälschlich angeblich",
    comparing="gegenüber vergleich* als",
    comparing_loosely="",
    future="wird werden",
    places="in im unter nach",
    origins="von aus",
    noun_endings="",
    own_letters="",
    counters="personen menschen plätze",
    multiples="verdoppelt* verdreifacht* halbiert*",
    fractions={"ein fünftel": "1/5", "ein zehntel": "1/10"},
    tens={},
    point="komma",
    one_and_a_half="anderthalb eineinhalb",
    and_a_half=(),
    ordinals={
        f"{stem}{ending}": rank
        for stem, rank in {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5}.items()
        for ending in ("e", "en", "er", "es")
    },
    holding="ist belegt",
    rank_nouns="stelle platz rang",
    numbered=("nummer",),
    greatest=("größte", "größter", "größten", "wichtigste"),
    one_of="einer eine eines der",
    not_ranked="mal halbjahr quartal monat monate",
    no_rank=(),
    same_period=("gleichen zeitraum", "vorjahreszeitraum"),
    spans="",
    halves="halbjahr",
    quarters="quartal",
)
