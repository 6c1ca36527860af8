"""The order of Vietnamese text: by the alphabet, then by tones, then by case; as ICU has it."""

import json
import random
import shutil
import subprocess
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.collation import initial, sort_key
from tests.conftest import missing
from tests.domain.text.strategies import LETTERS, LOWER, TONES, bounded, letter_strings, phrases

Sorter = Callable[[list[str]], list[str]]

ICU = """
const words = JSON.parse(require("fs").readFileSync(0, "utf8"));
const known = Intl.Collator.supportedLocalesOf(["vi"]).length > 0;
console.log(JSON.stringify(known ? words.sort(new Intl.Collator("vi").compare) : null));
"""
PUNCTUATION = " _-–—,;:!?.·'\"«»()[]{}§@*/\\&#%`´^°©®+±×<=>|~$"
AGENCIES = (
    "Bộ Công an", "Bộ Công Thương", "Bộ Giáo dục và Đào tạo", "Bộ Y tế", "Ban Nội chính", "Cục Hải quan",
    "Công an tỉnh Điện Biên", "Công an tỉnh Đắk Lắk", "Công an TP. Đà Nẵng", "Công an thành phố Đà Nẵng",
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "UBND", "Văn phòng Quốc hội", "văn phòng Quốc hội", "Viện kiểm sát",
    "Hòa Bình", "Hoà Bình", "Bà Rịa - Vũng Tàu", "Bà Rịa–Vũng Tàu", "Đoàn 2", "Đoàn 10", "Đoàn (cũ)",
)  # fmt: skip


@pytest.fixture(scope="module")
def icu_sorted() -> Sorter:
    """Sorts words as ICU does, which node has inside."""
    node = shutil.which("node")
    if node is None:
        missing("node with Vietnamese collation")

    def sort(words: list[str]) -> list[str]:
        run = subprocess.run(
            [str(node), "-e", ICU],
            input=json.dumps(words),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        result: list[str] | None = json.loads(run.stdout)
        if result is None:
            missing("node with Vietnamese collation")
        return result or []

    return sort


def words_of(alphabet: tuple[str, ...], longest: int, seed: int) -> list[str]:
    """Words, many of which differ in one character only."""
    chance = random.Random(seed)
    words = set[str]()
    while len(words) < 2000:
        word = [chance.choice(alphabet) for _ in range(chance.randint(1, longest))]
        near = list(word)
        near[chance.randrange(len(near))] = chance.choice(alphabet)
        words |= {"".join(word), "".join(near)}
    shuffled = sorted(words)
    chance.shuffle(shuffled)
    return shuffled


@pytest.mark.parametrize(
    ("alphabet", "longest"),
    [
        (LOWER, 3),
        (LETTERS, 3),
        (tuple(letter for letter in LETTERS if unicodedata.normalize("NFD", letter)[0] in "aA"), 4),
        (("d", "đ", "D", "Đ", "e", "ê", "Ế", " "), 5),
        (("a", "à", "Ạ", "b", *PUNCTUATION), 4),
        (("a", "à", "Ạ", *"0123456789", *PUNCTUATION), 5),
        ((*LETTERS, *"fjwzFJWZ", *"0123456789", *PUNCTUATION), 6),
    ],
    ids=["lower case", "both cases", "tones", "strokes", "punctuation", "figures", "everything"],
)
def test_words_are_sorted_as_icu_sorts_them(icu_sorted: Sorter, alphabet: tuple[str, ...], longest: int) -> None:
    words = words_of(alphabet, longest, seed=2012)
    differences = [
        pair for pair in zip(sorted(words, key=sort_key), icu_sorted(words), strict=True) if len({*pair}) > 1
    ]
    assert differences[:5] == []


def test_decomposed_words_are_sorted_as_icu_sorts_them(icu_sorted: Sorter) -> None:
    words = [unicodedata.normalize(form, word) for word in words_of(LETTERS, 4, seed=2021) for form in ("NFC", "NFD")]
    assert sorted(words, key=sort_key) == icu_sorted(words)


def test_names_are_sorted_as_icu_sorts_them(icu_sorted: Sorter) -> None:
    names = [*AGENCIES, *(name.upper() for name in AGENCIES), *(f"{name} tỉnh" for name in AGENCIES)]
    assert sorted(names, key=sort_key) == icu_sorted(names)


@pytest.mark.parametrize(
    "ordered",
    [
        "a < ă < â < b < c < d < đ < e < ê < g < h < i < k < l < m < n < o < ô < ơ < p < q < r < s < t < u < ư < v",
        "e < f < g < i < j < k < v < w < x < y < z",
        "ma < mà < mả < mã < má < mạ < mac",
        "BAN < BÀN < BẢN < BÃN < BÁN < BẠN",
        "ba < bà < bạ < bac < bạc < bao",
        "dao < dương < đào < đao xa",
        "Đà Nẵng < Đắk Lắk < Đắk Nông < Điện Biên < Đồng Nai < Đồng Tháp",
        "an giang < An giang < An Giang < AN GIANG",
        "hà < Hà < hạ < Hạ",
        "ho < hò < hỏ < hõ < hó < họ < hö < höa",
        "Uỷ ban < Ủy ban < Uỷ ban nhân dân < Ủy ban nhân dân",
        "Đoàn 10 < Đoàn 2 < Đoàn A < Đoàn-A < Đoàn/A < Đoàn1 < Đoànb",
        "Bộ Công an < Bộ Công Thương < Bộ Y tế < Bội Hoàn",
    ],
)
def test_words_stand_in_vietnamese_order(ordered: str) -> None:
    words = ordered.split(" < ")
    backwards = words[::-1]
    assert sorted(backwards, key=sort_key) == words


@pytest.mark.parametrize(("before", "after"), [("z", "中"), ("ý", "я"), ("9", "中")])
def test_other_scripts_come_last(before: str, after: str) -> None:
    assert sort_key(before) < sort_key(after)


@bounded
@given(st.text(), st.text())
def test_any_two_texts_have_an_order(one: str, other: str) -> None:
    assert (sort_key(one) < sort_key(other)) + (sort_key(one) == sort_key(other)) + (
        sort_key(other) < sort_key(one)
    ) == 1


@bounded
@given(letter_strings, letter_strings)
def test_two_words_stand_in_one_place_only_if_they_are_one_word(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


@bounded
@given(st.text())
def test_the_order_sees_no_difference_between_composed_and_decomposed(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFC", text)) == sort_key(unicodedata.normalize("NFD", text))


@bounded
@given(st.text(st.sampled_from(LOWER)), st.sampled_from(LOWER))
def test_a_word_stands_before_those_that_it_begins(word: str, letter: str) -> None:
    assert sort_key(word) < sort_key(word + letter)


@bounded
@given(st.sampled_from("aăâeêioôơuưy"), st.sampled_from([*"bcdđghklmnpqrstvx"]), letter_strings)
def test_letters_weigh_more_than_tones(vowel: str, end: str, more: str) -> None:
    bare, *toned = [unicodedata.normalize("NFC", vowel + tone) for tone in TONES]
    assert all(sort_key(letter) < sort_key(bare + end + more) for letter in toned)


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Ủy ban", "U"),
        ("Uỷ ban", "U"),
        ("ưu tiên", "Ư"),
        ("Ứng Hòa", "Ư"),
        ("Đoàn", "Đ"),
        ("đoàn", "Đ"),
        ("Doanh nghiệp", "D"),
        ("Ấn Độ", "Â"),
        ("Ắc quy", "Ă"),
        ("Ái hữu", "A"),
        ("Ôtô", "Ô"),
        ("Ốc", "Ô"),
        ("Ổn định", "Ô"),
        ("Ở", "Ơ"),
        ("Ỷ Lan", "Y"),
        ("Ê-đê", "Ê"),
        ("École", "E"),
        ("Österreich", "O"),
        ("U\u0309y ban", "U"),
        ("“Bộ Công an”", "B"),
        ("  (Văn phòng)", "V"),
        ("3 bên", "#"),
        ("2012", "#"),
        ("", "#"),
        ("…", "#"),
    ],
)
def test_a_name_stands_in_the_index_under_its_letter(text: str, letter: str) -> None:
    assert initial(text) == letter


@bounded
@given(phrases)
def test_the_index_has_the_letters_of_the_alphabet_and_one_place_for_the_rest(phrase: str) -> None:
    assert initial(phrase) in [*"AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"]
    assert initial(f"7 {phrase}") == "#"


@bounded
@given(st.text())
def test_the_index_sees_no_difference_between_composed_and_decomposed(text: str) -> None:
    assert initial(unicodedata.normalize("NFC", text)) == initial(unicodedata.normalize("NFD", text))


@bounded
@given(st.lists(phrases))
def test_names_in_order_fall_into_letters_in_order(some: list[str]) -> None:
    letters = [initial(phrase) for phrase in sorted(some, key=sort_key)]
    assert letters == sorted(letters, key=sort_key)
