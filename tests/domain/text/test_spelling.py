"""Slips of the keyboard: letters that look like Đ, and two ways to place tones in one document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.domain.text.spelling import MixedTones, _new, _old, look_alikes, mixed_tones
from tests.conftest import examples
from tests.domain.text.strategies import LETTERS, bounded

OLD = ("hòa", "Hòa", "HÒA", "khỏe", "xòe", "thủy", "Ủy", "ỦY", "lũy", "tùy", "họa", "tỏa", "lõa")
NEW = ("hoà", "Hoà", "HOÀ", "khoẻ", "xoè", "thuỷ", "Uỷ", "UỶ", "luỹ", "tuỳ", "hoạ", "toả", "loã")
# Only one placement: 'qu' is a consonant, or a letter follows.
EITHER = (
    "quý", "Quỳ", "QUỸ", "quà", "hoàn", "toán", "hoành", "khuỷu", "huỳnh", "thuyết", "ngoèo", "xoáy", "ngoài",
    "của", "mía", "lừa", "bão", "đầy", "thuê", "hoa", "khoe", "tuy",
)  # fmt: skip

either = st.lists(st.sampled_from(EITHER), max_size=5).map(" ".join)


@pytest.mark.parametrize(
    ("text", "start", "typed", "meant"),
    [
        ("Ðồng Nai", 0, "\u00d0", "Đ"),
        ("tỉnh Ðắk Lắk", 5, "\u00d0", "Đ"),
        ("Ɖồng Nai", 0, "\u0189", "Đ"),
        ("ðồng", 0, "\u00f0", "đ"),
        ("ɖồng", 0, "\u0256", "đ"),
    ],
)
def test_a_letter_that_looks_like_d_with_a_stroke_is_pointed_out(text: str, start: int, typed: str, meant: str) -> None:
    (found,) = look_alikes(text)
    assert (found.start, found.typed, found.meant) == (start, typed, meant)


def test_each_look_alike_is_pointed_out_at_its_place() -> None:
    assert [found.start for found in look_alikes("Ðoàn Ðại biểu, Đoàn ðại biểu")] == [0, 5, 20]


@bounded
@given(st.text(st.sampled_from([*LETTERS, *"ÐƉðɖ ,-0"])))
def test_nothing_else_is_taken_for_a_look_alike(text: str) -> None:
    found = list(look_alikes(text))
    assert [letter.start for letter in found] == [at for at, char in enumerate(text) if char in "ÐƉðɖ"]
    assert all(text[letter.start] == letter.typed != letter.meant for letter in found)


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("Ủy ban và Uỷ ban", MixedTones(10, "Uỷ", "Ủy")),
        ("Uỷ ban và Ủy ban", MixedTones(10, "Ủy", "Uỷ")),
        ("hòa bình, thuỷ lợi", MixedTones(10, "thuỷ", "hòa")),
        ("khoẻ mạnh, tùy ý", MixedTones(11, "tùy", "khoẻ")),
        ("ỦY BAN; Uỷ ban", MixedTones(8, "Uỷ", "ỦY")),
        ("Nguyễn Thị Thuý (Hòa Bình)", MixedTones(17, "Hòa", "Thuý")),
        ("hòa hòa hoà hoà", MixedTones(8, "hoà", "hòa")),
        ("hoà-hòa", MixedTones(4, "hòa", "hoà")),
    ],
)
def test_a_text_that_changes_its_tone_placement_is_reported_where(text: str, mixed: MixedTones) -> None:
    assert mixed_tones(text) == mixed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ủy ban nhân dân tỉnh Hòa Bình khỏe mạnh, tùy nghi, thủy lợi",
        "Uỷ ban nhân dân tỉnh Hoà Bình khoẻ mạnh, tuỳ nghi, thuỷ lợi",
        "Ủy ban quý trọng quà tặng, quỹ hoàn toàn minh bạch",
        "Uỷ ban quý trọng quà tặng, quỹ hoàn toàn minh bạch",
        "Hòa bình, hoàn thành, khuỷu tay, huỳnh đàn, ngoằn ngoèo",
        "The parties met in the town hall; c'était à Hanoï.",
    ],
)
def test_a_text_that_keeps_to_one_placement_is_left_alone(text: str) -> None:
    assert mixed_tones(text) is None


@pytest.mark.parametrize("word", EITHER)
@pytest.mark.parametrize("other", ["hòa", "hoà"])
def test_a_word_with_one_placement_only_mixes_with_nothing(word: str, other: str) -> None:
    assert mixed_tones(f"{word} {other} {word}") is None


@pytest.mark.parametrize("word", ["hòang", "hoàng", "khủyu", "thuỷu"])
def test_only_the_tone_of_an_open_syllable_has_two_placements(word: str) -> None:
    assert mixed_tones(f"{word} hòa") is mixed_tones(f"{word} hoà") is None


@pytest.mark.parametrize("words", [OLD, NEW])
def test_words_of_one_placement_do_not_mix(words: tuple[str, ...]) -> None:
    assert mixed_tones(" ".join(words)) is None


@bounded
@given(st.sampled_from(OLD), st.sampled_from(NEW), either, either, st.booleans())
def test_two_placements_mix_wherever_they_stand(old: str, new: str, before: str, between: str, swapped: bool) -> None:
    first, second = (new, old) if swapped else (old, new)
    text = f"{before} {first} {between} {second}."
    assert mixed_tones(text) == MixedTones(len(text) - len(second) - 1, second, first)


@settings(bounded, max_examples=examples(1000))
@given(st.text(st.sampled_from("oOuUqQaAeEyYòÓỏùÚủàÁạèẺẹỳÝỵh-đ \n") | st.characters(), max_size=12))
def test_either_placement_is_found_where_one_search_for_all_of_it_finds_it(text: str) -> None:
    old, new = _old().search(text), _new().search(text)
    mixed = mixed_tones(text)
    assert (mixed is not None) == (old is not None and new is not None)
    if mixed is not None and old is not None and new is not None:
        second = max(old.start(), new.start())
        assert mixed.start <= second < mixed.start + len(mixed.word)
