"""Paragraphs, tables and text boxes come in in their order."""

from bantin.importing.material import Align, Notice, NoticeKind, Place, PlaceKind, Table
from tests.importing.readers.word.files import cell, p, r, row, table
from tests.importing.readers.word.read_back import cells, paragraphs, read, texts, told

BOX = "<w:drawing><wp:inline><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wp:inline></w:drawing>"


def test_each_line_of_a_paragraph_is_one() -> None:
    run = "<w:r><w:t>BỘ CÔNG AN</w:t><w:br/><w:t>VĂN PHÒNG</w:t><w:cr/></w:r>"
    assert [(one.text, one.place.number) for one in paragraphs(read(p(run)))] == [("BỘ CÔNG AN", 1), ("VĂN PHÒNG", 1)]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    first = p("Hai bên ", mark='<w:del w:id="1" w:author="A"/>')
    assert [(one.text, one.align) for one in paragraphs(read(first, p("ký", properties='<w:jc w:val="center"/>')))] == [
        ("Hai bên ký", Align.CENTRE)
    ]
    assert texts(first, table(["a"])) == ["Hai bên"]
    assert texts(first) == ["Hai bên"]


def test_a_deleted_row_is_out_and_told() -> None:
    change = '<w:del w:id="1" w:author="A"/>'
    material = read(f"<w:tbl>{row('a')}{row('b', 'c', properties=change)}</w:tbl>")
    assert cells(material) == [[["a"]]]
    assert told(material) == [(NoticeKind.TRACKED_DELETION, "b c", 1)]


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


def test_foreign_content_is_told() -> None:
    assert read(p("a"), "<w:altChunk/>").notices == (
        Notice(NoticeKind.OBJECT, "w:altChunk", Place(PlaceKind.PARAGRAPH, 1)),
    )
