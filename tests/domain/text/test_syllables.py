"""Syllables of Vietnamese, and words that are none."""

import pytest
from hypothesis import given

from bantin.domain.text.syllables import is_syllable
from tests.domain.text.strategies import phrases

SOUND = (
    "Bộ Công an Văn phòng Quốc hội ký Quy chế phối hợp bảo đảm nghĩa nghiêng khuỷu quýt quyền huỳnh ngoằn ngoèo xoong"
    " giếng gì gìn giữ giết yêu yết khuya thuở quạnh quẽ ghế kỷ ky y ỷ ương ưu oanh uể oải luyến tuýt đặc biệt xịch Lắk"
    " hoà hòa thuý thúy khoẻ đường người của mừng lửa mười hươu"
)
UNSOUND = (
    "hîp ®ång C«ng Boä vaø Bôò CÃ´ng été café niño Häuser über kéo1 Citroën Windows Đắkk ngê kà các` tuyet hoc cậc̣"
    " hoèc còt cáán bơị đưòng quôć"
)


@pytest.mark.parametrize("word", [*SOUND.split(), *SOUND.upper().split()])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", [*UNSOUND.split(), ""])
def test_other_words(word: str) -> None:
    assert not is_syllable(word)


@given(phrases)
def test_a_word_is_a_syllable_in_either_case(phrase: str) -> None:
    for word in phrase.split():
        assert is_syllable(word) == is_syllable(word.upper())
