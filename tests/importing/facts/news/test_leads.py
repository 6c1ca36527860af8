"""Leads, told from the text that they sum up."""

from bantin.importing.facts.news.leads import first_sentence, is_about, is_cut, is_set_apart
from tests.importing.facts.news.pages import FIRST, LEAD, paragraph


def test_a_paragraph_may_be_a_lead_and_a_heading_or_list_may_not() -> None:
    assert is_set_apart(paragraph(1, LEAD))
    assert not is_set_apart(paragraph(1, LEAD, level=2))
    assert not is_set_apart(paragraph(1, f"- {LEAD}"))
    assert not is_set_apart(paragraph(1, "Phạm vi phối hợp bao gồm:"))
    assert not is_set_apart(paragraph(1, LEAD * 20))


def test_a_description_may_be_the_cut_beginning_of_a_paragraph() -> None:
    assert is_cut(f"{LEAD[:50]}...", LEAD)
    assert not is_cut("Chiều…", LEAD)
    assert not is_cut(FIRST, LEAD)


def test_a_description_is_about_a_text_that_has_its_words() -> None:
    assert is_about("Bộ Công an ký Quy chế phối hợp", [paragraph(1, LEAD)])
    assert not is_about("Cổng thông tin của một tỉnh miền núi", [paragraph(1, LEAD)])


def test_the_first_sentence_ends_at_a_point_and_not_behind_an_abbreviation() -> None:
    assert first_sentence(f"{LEAD} {FIRST}") == LEAD
    assert first_sentence("Hội thảo ở TP. Hạ Long và Tp. Cẩm Phả") == "Hội thảo ở TP. Hạ Long và Tp. Cẩm Phả"
