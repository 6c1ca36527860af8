"""Capital and small letters as classes of patterns."""

import re

from bantin.domain.text.letter_case import CAPITAL, SMALL


def test_all_vietnamese_letters_are_in_one_class() -> None:
    letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    assert re.fullmatch(f"{SMALL}+", letters)
    assert re.fullmatch(f"{CAPITAL}+", letters.upper())
    assert not re.search(CAPITAL, letters)
    assert not re.search(SMALL, letters.upper())


def test_signs_are_in_neither_class() -> None:
    assert not re.search(f"{CAPITAL}|{SMALL}", "0.,× ÷-")
