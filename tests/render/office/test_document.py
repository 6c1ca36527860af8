"""Documents: other programs read the same table, on landscape pages with a head on each."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.render.office.document import write_document
from bantin.site.views import DocumentColumn, TableDocumentView
from tests.conftest import examples
from tests.render.office.programs import converted

COLUMNS = (DocumentColumn("STT", 12, centred=True), DocumentColumn("Tên văn bản", 240))


def written(*rows: tuple[str, ...], **changes: Any) -> bytes:
    told = {"title": "Danh mục", "below": ("Nguồn",), "groups": (("I. Nhóm", rows),), "columns": COLUMNS, **changes}
    return write_document(TableDocumentView(url="x.docx", author="VP", lang="vi-VN", **told))


def read(data: bytes) -> Any:
    return Document(BytesIO(data))


def cells(data: bytes) -> list[list[str]]:
    (table,) = read(data).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_table_has_a_head_groups_and_rows() -> None:
    assert cells(written(("1", "Quy chế"), ("2", ""))) == [
        ["STT", "Tên văn bản"],
        ["I. Nhóm", "I. Nhóm"],
        ["1", "Quy chế"],
        ["2", ""],
    ]


@settings(deadline=None, max_examples=examples(20))
@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=20), max_size=8))
def test_every_text_comes_back(texts: list[str]) -> None:
    assert [row[1] for row in cells(written(*(("1", text) for text in texts)))[2:]] == texts


def test_what_xml_cannot_say_does_no_harm_and_lines_are_kept() -> None:
    assert cells(written(("1", "a\0b\nc <w:p/> &amp;")))[2][1] == "a\ufffdb\nc <w:p/> &amp;"


def test_pages_are_landscape_and_the_head_is_on_each() -> None:
    document = read(written(("1", "a")))
    (section,) = document.sections
    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (297, 210)
    (table,) = document.tables
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [True, False, False]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    assert document.styles["Normal"].element.getparent().xpath("w:docDefaults//w:rFonts/@w:ascii") == [
        "Times New Roman"
    ]


def test_title_and_author_are_told() -> None:
    document = read(written())
    assert (document.core_properties.title, document.core_properties.author) == ("Danh mục", "VP")
    assert [paragraph.text for paragraph in document.paragraphs][:2] == ["Danh mục", "Nguồn"]


def test_libreoffice_reads_every_row(tmp_path: Path) -> None:
    rows = tuple((str(number), f"Quy chế số {number} của Bộ Đề Ỷ") for number in range(1, 80))
    (text,) = converted(written(*rows), "x.docx", "txt:Text (encoded):UTF8", tmp_path).values()
    told = [line for line in text.decode("utf-8-sig").splitlines() if line]
    assert told[:5] == ["Danh mục", "Nguồn", "STT", "Tên văn bản", "I. Nhóm"]
    assert told[5:] == [cell for row in rows for cell in row]


def test_the_bytes_do_not_depend_on_the_day() -> None:
    data = written(("1", "a"))
    assert data == written(("1", "a"))
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
