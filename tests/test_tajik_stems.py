"""The stemmer for Tajik: forms of one word match, and different words do not."""

from __future__ import annotations

import pytest
from support.tables import read

from tajikcli.language.stemming import tajik_stemmer
from tajikcli.text import fold_letters

FORMS = read("tajik_forms.yaml")


def stem(word: str) -> str:
    return tajik_stemmer()(fold_letters(word))


@pytest.mark.parametrize("forms", FORMS["same"])
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    stems = {form: stem(form) for form in forms.split()}
    assert len(set(stems.values())) == 1, stems


@pytest.mark.parametrize("pair", FORMS["different"])
def test_words_that_only_look_alike_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)
