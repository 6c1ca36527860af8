"""Phrases in lines, however they are spelt."""

import pytest

from bantin.importing.facts.news.phrases import any_of, line_key, phrase_keys, vocabulary, words_of


@pytest.mark.parametrize("text", ["văn hóa", "Văn hoá", "VĂN HÓA", "văn  hoá:"])
def test_spellings_of_a_line_have_one_key(text: str) -> None:
    assert line_key(text) == line_key("văn hóa")


def test_the_longest_phrase_is_found_as_whole_words() -> None:
    pattern = any_of(("đăng nhập", "tên đăng nhập", "thống kê"))
    assert pattern.sub("", line_key("Tên đăng nhập, thống kê")) == ", "
    assert pattern.search(line_key("đăng nhậpx")) is None


def test_a_colon_of_a_phrase_stays_in_its_key() -> None:
    assert phrase_keys(("ĐT:", "Fax")) == (f"{line_key('đt')}:", "fax")


def test_words_have_no_figures_and_signs() -> None:
    assert words_of(line_key("Hôm nay: 103")) == [line_key("hôm"), line_key("nay")]
    assert vocabulary(("hôm nay", "hôm qua")) == {line_key(word) for word in ("hôm", "nay", "qua")}
