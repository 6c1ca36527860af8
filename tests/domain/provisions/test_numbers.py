"""The numbers of provisions."""

from itertools import pairwise

import pytest

from bantin.domain.model.provision import ProvisionKind as K
from bantin.domain.provisions.numbers import POINT_LETTERS, follows, letters_between, order_of, roman_value, slug_of


@pytest.mark.parametrize(
    ("kind", "number", "slug", "count"),
    [
        (K.ARTICLE, "5", "5", 5),
        (K.ARTICLE, "05", "5", 5),
        (K.ARTICLE, "5a", "5a", 5),
        (K.ARTICLE, "5đ", "5dd", 5),
        (K.CLAUSE, "2.10", "2-10", 10),
        (K.CHAPTER, "IV", "4", 4),
        (K.CHAPTER, "XXXIX", "39", 39),
        (K.PART, "thứ nhất", "1", 1),
        (K.PART, "two", "2", 2),
        (K.PART, "A", "a", 1),
        (K.ANNEX, "số 02", "2", 2),
        (K.ANNEX, "", "", None),
        (K.POINT, "d", "d", 4),
        (K.POINT, "đ", "dd", 5),
        (K.POINT, "i", "i", 10),
        (K.POINT, "a1", "a1", 1),
    ],
)
def test_a_number_has_its_spelling_and_its_place(kind: K, number: str, slug: str, count: int | None) -> None:
    order = order_of(kind, number)
    assert (slug_of(kind, number), order.count if order else None) == (slug, count)


def test_what_is_inserted_sorts_behind_its_number() -> None:
    numbers = ["5", "5a", "5d", "5đ", "5e", "6"]
    orders = [order_of(K.ARTICLE, number) for number in numbers]
    assert orders == sorted(orders, key=lambda order: (order is None, order))
    assert len(set(orders)) == len(numbers)


@pytest.mark.parametrize("text", ["", "A", "IIX", "VV", "5"])
def test_other_letters_are_no_numeral(text: str) -> None:
    assert roman_value(text) is None


def test_letters_follow_each_other_in_both_languages() -> None:
    assert all(follows(after, before) for before, after in pairwise(POINT_LETTERS))
    assert follows("f", "e")
    assert follows("e", "d")
    assert not follows("c", "a")
    assert not follows("a", "b")
    assert letters_between("d", "e", english=False) == ("đ",)
    assert letters_between("", "c", english=True) == ("a", "b")
