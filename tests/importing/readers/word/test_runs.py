"""What of a paragraph is text, and what is only told."""

import pytest

from bantin.importing.material import NoticeKind
from bantin.importing.readers.word.reading import read_word
from tests.importing.readers.word.files import add, add_style, deleted, document, inserted, p, r, saved
from tests.importing.readers.word.read_back import paragraphs, read, texts, told

HIDDEN = "<w:vanish/>"
PROMPT = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Nhập ngày</w:t></w:r></w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:r><w:t>Điều 1.</w:t><w:tab/><w:t>Phạm vi</w:t></w:r>", "Điều 1. Phạm vi"),
        ("<w:r><w:t>Nơi nhận:</w:t><w:tab/><w:tab/><w:t>TM. ỦY BAN</w:t></w:r>", "Nơi nhận:    TM. ỦY BAN"),
        ("<w:r><w:t>Bộ\u00a0Công  an</w:t></w:r>", "Bộ Công an"),
        (
            "<w:r><w:t>01</w:t><w:noBreakHyphen/><w:t>QC, phối</w:t><w:softHyphen/><w:t>hợp</w:t></w:r>",
            "01-QC, phốihợp",
        ),
        ("<w:r><w:t>Điều\n1</w:t></w:r>", "Điều 1"),
    ],
)
def test_blanks_and_hyphens_become_plain_ones(run: str, text: str) -> None:
    assert texts(p(run)) == [text]


def test_changes_are_taken_as_accepted_and_told() -> None:
    material = read(p("Hiệu lực ", deleted("5 năm"), inserted(r("3 "), r("năm"))))
    assert [one.text for one in paragraphs(material)] == ["Hiệu lực 3 năm"]
    assert told(material) == [
        (NoticeKind.TRACKED_DELETION, "5 năm", 1),
        (NoticeKind.TRACKED_INSERTION, "3 năm", 1),
    ]


def test_an_insertion_that_was_deleted_again_is_out() -> None:
    material = read(p("a", inserted(deleted("b"))))
    assert [one.text for one in paragraphs(material)] == ["a"]
    assert told(material) == [(NoticeKind.TRACKED_DELETION, "b", 1)]


def test_moved_words_are_taken_where_they_went() -> None:
    head = f'<w:moveFrom w:id="1" w:author="A">{r("b")}</w:moveFrom>'
    tail = f'<w:moveTo w:id="2" w:author="A">{r("b")}</w:moveTo>'
    assert texts(p(head, "a"), p(tail)) == ["a", "b"]


def test_hidden_text_is_out_and_told_also_by_style() -> None:
    made = document()
    add_style(made, "An", f"<w:rPr>{HIDDEN}</w:rPr>", "character")
    add(made, p("a", r("b", HIDDEN), r("c", '<w:rStyle w:val="An"/>'), r("d", '<w:vanish w:val="0"/>')))
    material = read_word(saved(made), "a.docx")
    assert [one.text for one in paragraphs(material)] == ["ad"]
    assert told(material) == [(NoticeKind.HIDDEN_TEXT, "bc", 1)]


def test_a_prompt_is_no_text() -> None:
    material = read(p("Ngày ", PROMPT), PROMPT.replace("<w:r>", "<w:p><w:r>").replace("</w:r>", "</w:r></w:p>"))
    assert [one.text for one in paragraphs(material)] == ["Ngày"]
    assert told(material) == [(NoticeKind.WIDGET, "Nhập ngày", 1), (NoticeKind.WIDGET, "Nhập ngày", 1)]


def test_a_formula_is_told() -> None:
    assert told(read(p("a", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"))) == [(NoticeKind.FORMULA, "x", 1)]


@pytest.mark.parametrize("name", ["smartTag", "customXml", "fldSimple", "bdo"])
def test_text_is_found_within_what_wraps_it(name: str) -> None:
    assert texts(p(f"<w:{name}>{r('a')}</w:{name}>", "b")) == ["ab"]


def test_links_by_relationship_are_read() -> None:
    made = document()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    key = made.part.relate_to("mailto:vanphong@a.vn", kind, is_external=True)
    add(
        made,
        p(f'<w:hyperlink r:id="{key}">{r("thư")}</w:hyperlink>', f'<w:hyperlink w:anchor="b">{r(" b")}</w:hyperlink>'),
    )
    assert [one.markdown for one in paragraphs(read_word(saved(made), "a.docx"))] == ["[thư](mailto:vanphong@a.vn) b"]
