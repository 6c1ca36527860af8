"""Word files: what a reader of the file sees comes in, and what it does not is told."""

import pytest

from bantin.importing.material import (
    Align,
    Form,
    Material,
    Notice,
    NoticeKind,
    Paragraph,
    Place,
    PlaceKind,
    Refusal,
    Table,
    Unreadable,
)
from bantin.importing.readers.word import read_word
from tests.domain.text.garblers import in_tcvn3, in_vni
from tests.importing.readers.word_files import (
    add,
    add_style,
    add_theme,
    cell,
    deleted,
    document,
    in_font,
    inserted,
    p,
    r,
    row,
    saved,
    styled,
    table,
    word_file,
)

HIDDEN = "<w:vanish/>"
PROMPT = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Nhập ngày</w:t></w:r></w:sdtContent></w:sdt>"
)
BOX = "<w:drawing><wp:inline><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wp:inline></w:drawing>"


def read(*body: str) -> Material:
    return read_word(word_file(*body), "a.docx")


def paragraphs(material: Material) -> list[Paragraph]:
    return [block for block in material.blocks if isinstance(block, Paragraph)]


def texts(*body: str) -> list[str]:
    return [block.text for block in paragraphs(read(*body))]


def told(material: Material) -> list[tuple[NoticeKind, str, int]]:
    return [(notice.kind, notice.words, notice.place.number) for notice in material.notices]


def cells(material: Material) -> list[list[list[str]]]:
    (block,) = (block for block in material.blocks if isinstance(block, Table))
    return [
        [[one.text for one in inner if isinstance(one, Paragraph)] for inner in outer]  # one cell
        for outer in block.rows
    ]


def test_paragraphs_come_in_in_their_order_with_their_places() -> None:
    material = read(p("Quy chế"), p(""), p("Hai bên thống nhất:"))
    assert (material.source, material.form, material.notices) == ("a.docx", Form.DOCUMENT, ())
    assert [(one.text, one.place) for one in paragraphs(material)] == [
        ("Quy chế", Place(PlaceKind.PARAGRAPH, 1)),
        ("Hai bên thống nhất:", Place(PlaceKind.PARAGRAPH, 3)),
    ]


def test_text_is_in_nfc_and_keeps_the_place_of_its_tones() -> None:
    assert texts(p("hoà bi\u0300nh, HO\u0300A")) == ["hoà bình, HÒA"]


def test_each_line_of_a_paragraph_is_one() -> None:
    run = "<w:r><w:t>BỘ CÔNG AN</w:t><w:br/><w:t>VĂN PHÒNG</w:t><w:cr/></w:r>"
    assert [(one.text, one.place.number) for one in paragraphs(read(p(run)))] == [("BỘ CÔNG AN", 1), ("VĂN PHÒNG", 1)]


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


# Fonts


def test_text_in_a_font_of_tcvn3_is_decoded_and_told_once() -> None:
    material = read(p("Số 1"), p(r(in_tcvn3("Hội nghị ký kết"), in_font(".VnTime"))), p(r("x", in_font(".VnTime"))))
    assert [one.text for one in paragraphs(material)] == ["Số 1", "Hội nghị ký kết", "x"]
    assert told(material) == [(NoticeKind.LEGACY_FONT, ".VnTime", 2)]


def test_a_font_of_tcvn3_that_ends_in_h_shows_capitals() -> None:
    assert texts(p(r(in_tcvn3("ủy ban nhân dân ") + "LAI", in_font(".VnTimeH")))) == ["ỦY BAN NHÂN DÂN LAI"]


def test_text_in_a_font_of_vni_is_decoded_also_where_a_letter_is_cut_from_its_mark() -> None:
    encoded = in_vni("Thỏa thuận ĐIỆN BIÊN")
    runs = (r(char, in_font("VNI-Times")) for char in encoded)
    assert texts(p(*runs)) == ["Thỏa thuận ĐIỆN BIÊN"]


def test_fonts_are_told_run_by_run() -> None:
    runs = (
        r("Ký tại ", in_font("Arial")),
        r(in_tcvn3("Điện Biên"), in_font(".VnArial")),
        r(" và Hà Nội", in_font("Arial")),
    )
    assert texts(p(*runs)) == ["Ký tại Điện Biên và Hà Nội"]


def test_text_in_another_font_is_never_decoded() -> None:
    words = in_tcvn3("Hội nghị ký kết")
    assert texts(p(r(words, in_font("Times New Roman")))) == [words]


def test_unicode_in_a_legacy_font_stays_as_it_is() -> None:
    assert texts(p(r("Văn phòng và Bộ", in_font(".VnTime")), r(" à", in_font(".VnTime")))) == ["Văn phòng và Bộ à"]


def test_the_letter_at_the_place_of_the_soft_hyphen_is_kept() -> None:
    run = f"<w:r><w:rPr>{in_font('.VnTime')}</w:rPr><w:t>Th</w:t><w:softHyphen/><w:t>\u00ac</w:t></w:r>"
    assert texts(p(run)) == ["Thươ"]


def test_a_font_may_come_from_styles_from_the_theme_or_from_the_defaults() -> None:
    made = document()
    add_theme(made, "Arial", ".VnTime")
    add_style(made, "Co", f"<w:rPr>{in_font('.VnTimeH')}</w:rPr>")
    add_style(made, "Khac", f"<w:rPr>{in_font('Arial')}</w:rPr>", "character")
    encoded = in_tcvn3("tỉnh")
    add(made, p(r(encoded, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')))
    add(made, p(encoded, properties=styled("Co")))
    add(made, p(r(encoded, '<w:rStyle w:val="Khac"/>'), properties=styled("Co")))
    assert [one.text for one in paragraphs(read_word(saved(made), "a.docx"))] == ["tỉnh", "TỈNH", encoded]


def test_signs_of_symbol_fonts_become_what_they_look_like_or_are_told() -> None:
    known = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    unknown = '<w:r><w:sym w:font="Webdings" w:char="F055"/></w:r>'
    material = read(p(known, "a", unknown, r("\uf0b7 b", in_font("Symbol"))))
    assert [one.text for one in paragraphs(material)] == ["✓a• b"]
    assert told(material) == [(NoticeKind.UNREADABLE, "Webdings F055", 1)]


# What is told


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


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    first = p("Hai bên ", mark='<w:del w:id="1" w:author="A"/>')
    assert [(one.text, one.align) for one in paragraphs(read(first, p("ký", properties='<w:jc w:val="center"/>')))] == [
        ("Hai bên ký", Align.CENTRE)
    ]
    assert texts(first, table(["a"])) == ["Hai bên"]
    assert texts(first) == ["Hai bên"]


def test_moved_words_are_taken_where_they_went() -> None:
    head = f'<w:moveFrom w:id="1" w:author="A">{r("b")}</w:moveFrom>'
    tail = f'<w:moveTo w:id="2" w:author="A">{r("b")}</w:moveTo>'
    assert texts(p(head, "a"), p(tail)) == ["a", "b"]


def test_a_deleted_row_is_out_and_told() -> None:
    change = '<w:del w:id="1" w:author="A"/>'
    material = read(f"<w:tbl>{row('a')}{row('b', 'c', properties=change)}</w:tbl>")
    assert cells(material) == [[["a"]]]
    assert told(material) == [(NoticeKind.TRACKED_DELETION, "b c", 1)]


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


# What surrounds text


@pytest.mark.parametrize("name", ["smartTag", "customXml", "fldSimple", "bdo"])
def test_text_is_found_within_what_wraps_it(name: str) -> None:
    assert texts(p(f"<w:{name}>{r('a')}</w:{name}>", "b")) == ["ab"]


def test_the_controls_of_a_form_are_looked_into_wherever_they_stand() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert texts(control.format(p("a")), p(control.format(r("b")))) == ["a", "b"]
    assert cells(read(f"<w:tbl>{control.format(row('a'))}</w:tbl>")) == [[["a"]]]


def test_of_alternatives_the_one_that_word_shows_is_read_once() -> None:
    box = BOX.format(p("hộp"))
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('hộp')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    new = f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    assert texts(p("a", f"<w:r><mc:AlternateContent>{new}</mc:AlternateContent></w:r>")) == ["a", "hộp"]
    assert texts(p(f"<w:r>{old}</w:r>")) == ["hộp"]


def test_a_text_box_may_hold_tables_and_boxes() -> None:
    inner = p(f"<w:r>{BOX.format(p('c'))}</w:r>", "b")
    material = read(p("a", f"<w:r>{BOX.format(table(['x']) + inner)}</w:r>"))
    assert [one.text for one in paragraphs(material)] == ["a", "b", "c"]
    assert cells(material) == [[["x"]]]


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


def test_links_by_relationship_are_read() -> None:
    made = document()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    key = made.part.relate_to("mailto:vanphong@a.vn", kind, is_external=True)
    add(
        made,
        p(f'<w:hyperlink r:id="{key}">{r("thư")}</w:hyperlink>', f'<w:hyperlink w:anchor="b">{r(" b")}</w:hyperlink>'),
    )
    assert [one.markdown for one in paragraphs(read_word(saved(made), "a.docx"))] == ["[thư](mailto:vanphong@a.vn) b"]


# Tables


def test_a_table_comes_in_row_by_row() -> None:
    material = read(table(["ĐẠI DIỆN BÊN A", p("ĐẠI DIỆN") + p("BÊN B")], ["Nguyễn Văn A", "Trần Thị B"]))
    assert cells(material) == [
        [["ĐẠI DIỆN BÊN A"], ["ĐẠI DIỆN", "BÊN B"]],
        [["Nguyễn Văn A"], ["Trần Thị B"]],
    ]
    assert [block.place for block in material.blocks] == [Place(PlaceKind.TABLE, 1)]


def test_a_merged_cell_stands_once() -> None:
    above, below = cell("a", '<w:vMerge w:val="restart"/>'), cell(p(""), "<w:vMerge/>")
    wide, rest = cell("b", '<w:gridSpan w:val="2"/>'), cell(p(""), '<w:hMerge w:val="continue"/>')
    assert cells(read(table([above, wide], [below, "c", rest]))) == [[["a"], ["b"]], [[], ["c"]]]


def test_the_text_of_a_table_in_a_table_is_kept() -> None:
    assert cells(read(table([cell(table(["a", "b"]) + p("c"))]))) == [[["a", "b", "c"]]]


def test_a_table_without_words_is_nothing() -> None:
    assert not any(isinstance(block, Table) for block in read(table(["", ""]), p("a")).blocks)


# Bounds and damage


def test_headers_and_footers_are_left_out() -> None:
    made = document(p("a"))
    made.sections[0].header.paragraphs[0].text = "DỰ THẢO"
    made.sections[0].footer.paragraphs[0].text = "Trang 1"
    assert [one.text for one in paragraphs(read_word(saved(made), "a.docx"))] == ["a"]


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read(p(""))
    assert refused.value.refusal is Refusal.EMPTY


def test_foreign_content_is_told() -> None:
    assert read(p("a"), "<w:altChunk/>").notices == (
        Notice(NoticeKind.OBJECT, "w:altChunk", Place(PlaceKind.PARAGRAPH, 1)),
    )
