"""'Did you mean': what is near is found whatever its marks and case; what is far is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.folding import fold
from generator.text.slugs import slugify
from generator.text.suggestions import misspelt, nearest
from tests.text.strategies import bounded, phrases

AGENCIES = ("bo-cong-an", "van-phong-quoc-hoi", "cuc-hai-quan", "lao-cai")
KEYS = ("title", "published", "updated", "lead", "authors", "source")


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("bo-cong-am", AGENCIES, "bo-cong-an"),
        ("bộ-công-an", AGENCIES, "bo-cong-an"),
        ("BO-CONG-AN", AGENCIES, "bo-cong-an"),
        ("van-phong-quoc-hội", AGENCIES, "van-phong-quoc-hoi"),
        ("laocai", AGENCIES, "lao-cai"),
        ("tittle", KEYS, "title"),
        ("publish", KEYS, "published"),
        ("author", KEYS, "authors"),
        ("bo cong an", ("Bộ Công an", "Bộ Công Thương"), "Bộ Công an"),
        ("đieu", ("Điều", "khoản"), "Điều"),
    ],
)
def test_the_nearest_word_is_found(word: str, known: tuple[str, ...], found: str) -> None:
    assert nearest(word, known) == found


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("xyz", AGENCIES),
        ("toa-an-nhan-dan-toi-cao", KEYS),
        ("", AGENCIES),
        ("title", ()),
        ("公安部", AGENCIES),
    ],
)
def test_nothing_is_suggested_when_nothing_is_near(word: str, known: tuple[str, ...]) -> None:
    assert nearest(word, known) is None


@bounded
@given(st.permutations(("Hòa", "Hoà", "hoa", "HÓA")))
def test_the_suggestion_does_not_depend_on_the_order_of_the_words(known: list[str]) -> None:
    assert nearest("hoá", known) == nearest("hoá", sorted(known))


@bounded
@given(phrases, st.lists(phrases, max_size=5))
def test_a_known_word_is_found_whatever_its_marks_and_case(word: str, others: list[str]) -> None:
    for typed in (word.upper(), slugify(word).replace("-", " ")):
        found = nearest(typed, [word, *others])
        assert found is not None
        assert fold(found) == fold(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Noi-Dung", "noi-dung"),
        ("nội dung", "noi-dung"),
        ("noi_dun", "noi-dung"),
        ("muc-3", ""),
        ("muc-1", "muc-1"),
        ("ket-luan", ""),
        ("noi", ""),
    ],
)
def test_a_name_with_a_slip_is_recognised(word: str, meant: str) -> None:
    assert misspelt(word, ["noi-dung", "muc-1", "muc-2"]) == meant
