"""'Did you mean': what is near is found whatever its marks and case; what is far is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.folding import fold
from bantin.domain.text.slugs import slugify
from bantin.domain.text.suggestions import misspelt, nearest
from tests.domain.text.strategies import bounded, phrases

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
    ("word", "found"),
    [
        ("cong-an-lao-cai", "cong-an-tinh-lao-cai"),
        ("cong-an-tinh-lao-kai", "cong-an-tinh-lao-cai"),
        ("UBND tỉnh Lào Cai", "uy-ban-nhan-dan-tinh-lao-cai"),
        ("bocongan", "bo-cong-an"),
        ("bi-cong-an", "bo-cong-an"),
        ("bo-cogn-an", "bo-cong-an"),
        ("bo_cong_an", "bo-cong-an"),
        ("bo-khoa-hoc-cong-nghe", "bo-khoa-hoc-va-cong-nghe"),
        *(
            (other, None)
            for other in (
                "bo-quoc-phong", "bo-cong-thuong", "bo-noi-vu", "so-ngoai-vu", "bo-y-te", "so-cong-an",
                "quoc-hoi", "van-phong-chinh-phu", "cong-an-tinh-lai-chau", "hdnd-tinh-lao-cai", "bo-cong", "bo",
                "cong-an", "bo-khoa-hoc-va-dao-tao", "tong-cuc-hai-quan", "cuc-hai-quan-lang-son",
            )
        ),
    ],
)  # fmt: skip
def test_agencies_that_share_most_of_their_words_are_not_near(word: str, found: str | None) -> None:
    """Only the words in which two names differ count: a slip in them is near, another word is another agency."""
    known = (
        "bo-cong-an", "so-noi-vu", "so-y-te", "cuc-hai-quan", "van-phong-quoc-hoi", "cong-an-tinh-lao-cai",
        "uy-ban-nhan-dan-tinh-lao-cai", "bo-khoa-hoc-va-cong-nghe",
    )  # fmt: skip
    assert nearest(word, known) == found


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("titel", "title"),
        ("sources", "source"),
        ("party", "parties"),
        ("signatory", "signatories"),
        ("sign_on", "signed_on"),
        ("expire_on", "expires_on"),
        ("signedon", "signed_on"),
        *((other, None) for other in ("date", "status", "summary", "image", "category", "body", "on")),
    ],
)
def test_a_key_is_near_if_it_is_a_slip_or_another_form(key: str, found: str | None) -> None:
    assert nearest(key, (*KEYS, "parties", "signatories", "signed_on", "expires_on", "tags")) == found


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


LONG = ("published", "signatories", "effective_method", "legal_basis", "presided_by", "text_public")


@bounded
@given(st.sampled_from(LONG), st.data())
def test_one_slip_of_the_hand_is_always_seen(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from("abcdeghiklmnopqrstuvxy"))
    slips = {
        "left out": word[:at] + word[at + 1 :],
        "put in": word[:at] + letter + word[at:],
        "mistyped": word[:at] + letter + word[at + 1 :],
        "swapped": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }
    assert nearest(data.draw(st.sampled_from(sorted(slips.values()))), LONG) == word


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
