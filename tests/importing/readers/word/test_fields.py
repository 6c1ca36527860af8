"""Fields: their results are text, their instructions are not."""

from bantin.importing.material import NoticeKind
from tests.importing.readers.word.files import p, r
from tests.importing.readers.word.read_back import paragraphs, read, texts, told


def field(instruction: str, result: str) -> str:
    parts = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        result,
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    return "".join(parts)


def test_the_result_of_a_field_is_text_and_its_instruction_is_not() -> None:
    assert texts(p("Điều ", field("REF a", r("5")), ".")) == ["Điều 5."]
    assert texts(p(field("IF ", field("REF a", r("b"))))) == ["b"]


def test_a_field_may_go_over_paragraphs_and_one_that_never_ends_hides_nothing() -> None:
    begin, instruction, separate, end = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText>QUOTE</w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    assert texts(p(begin, instruction, separate, "a"), p("b", end, end)) == ["a", "b"]
    assert texts(p(begin, instruction), p("b")) == ["b"]


def test_a_table_of_contents_is_told() -> None:
    material = read(p(field('TOC \\o "1-3"', r("Điều 1. Phạm vi 2"))), p("Điều 1. Phạm vi"))
    assert [one.text for one in paragraphs(material)] == ["Điều 1. Phạm vi"]
    assert told(material) == [(NoticeKind.WIDGET, "Điều 1. Phạm vi 2", 1)]


def test_links_lead_where_they_did_if_a_page_may_link_there() -> None:
    good = p("Xem ", field('HYPERLINK "https://a.vn/x?y=(1)"', r("cổng")))
    bad = p("Xem ", field('HYPERLINK "javascript:alert(1)"', r("cổng")))
    assert [one.markdown for one in paragraphs(read(good, bad))] == ["Xem [cổng](https://a.vn/x?y=%281%29)", ""]
