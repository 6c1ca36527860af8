"""What text and paragraphs look like, directly and by their styles."""

from bantin.importing.material import Align
from bantin.importing.readers.word.reading import read_word
from tests.importing.readers.word.files import add, add_style, document, p, r, saved, styled
from tests.importing.readers.word.read_back import paragraphs, read, texts


def test_alignment_and_headings_come_from_the_paragraph_or_its_style() -> None:
    made = document()
    add_style(made, "Ten", '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="1"/></w:pPr>')
    add_style(made, "TenCon", '<w:basedOn w:val="Ten"/>')
    add(made, p("a", properties=styled("TenCon")))
    add(made, p("b", properties=styled("TenCon") + '<w:jc w:val="right"/><w:outlineLvl w:val="9"/>'))
    add(made, p("c", properties='<w:jc w:val="both"/>'))
    made.add_heading("d", 3)
    found = [(one.align, one.level) for one in paragraphs(read_word(saved(made), "a.docx"))]
    assert found == [(Align.CENTRE, 2), (Align.RIGHT, 0), (Align.LEFT, 0), (Align.LEFT, 3)]


def test_a_paragraph_is_bold_if_all_of_it_is_and_says_in_markdown_what_part_is() -> None:
    whole, part = paragraphs(
        read(p(r("QUY CHẾ", "<w:b/>"), r(" "), r("1", "<w:b/><w:i/>")), p("Điều ", r("2", "<w:b/>")))
    )
    assert (whole.bold, whole.italic, whole.markdown) == (True, False, "QUY CHẾ *1*")
    assert (part.bold, part.markdown) == (False, "Điều **2**")


def test_a_style_of_characters_in_a_style_of_paragraphs_switches_bold_off() -> None:
    made = document()
    add_style(made, "Dam", "<w:rPr><w:b/></w:rPr>")
    add_style(made, "Nhan", "<w:rPr><w:b/></w:rPr>", "character")
    add(made, p("a", properties=styled("Dam")))
    add(made, p(r("b", '<w:rStyle w:val="Nhan"/>'), properties=styled("Dam")))
    add(made, p(r("c", '<w:rStyle w:val="Nhan"/><w:b/>'), properties=styled("Dam")))
    assert [one.bold for one in paragraphs(read_word(saved(made), "a.docx"))] == [True, False, True]


def test_a_style_that_is_based_on_itself_is_read() -> None:
    made = document()
    add_style(made, "A", '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>')
    add_style(made, "B", '<w:basedOn w:val="A"/>')
    add(made, p("a", properties=styled("A")))
    assert [one.bold for one in paragraphs(read_word(saved(made), "a.docx"))] == [True]


def test_capitals_by_format_are_capitals() -> None:
    assert texts(p(r("Ủy ban nhân dân ", "<w:caps/>"), r("tỉnh", '<w:caps w:val="0"/>'))) == ["ỦY BAN NHÂN DÂN tỉnh"]
