"""The parts of texts, with their words, labels and anchors."""

import re

from msgspec.structs import replace

from bantin.domain.model import Document, DocumentFacts, MachineReading
from bantin.domain.provisions.reading import read_text
from bantin.index import index
from bantin.render.search.document import document
from bantin.site.search_entry import SearchEntry, entries
from bantin.site.search_parts import SearchPart, page_parts, parts_as_html, text_parts, without_parts
from tests.index.contents import NOW, agreement, bulletin, content, record

TEXT = """\
Căn cứ Luật An ninh;

Hai bên thống nhất:

Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi

1. Quy chế này:

a) Quy định <việc>;

đ) Áp dụng.

Điều 2. Hiệu lực

Từ ngày ký.

CƠ QUAN A

Phụ lục

Mẫu báo cáo
"""
SIGNED = record("r", text=read_text(TEXT), agreement=agreement("a", "b", id="r", title="Quy chế phối hợp"))


def test_each_provision_is_a_part_with_its_own_words() -> None:
    found = {part.fragment: part for part in text_parts(read_text(TEXT), "vi")}
    assert found["dieu-1-khoan-1-diem-dd"] == SearchPart(
        ("đ) Áp dụng.",), "dieu-1-khoan-1-diem-dd", "Điều 1 khoản 1 điểm đ"
    )
    assert found["dieu-1-khoan-1"].lines == ("1. Quy chế này:",)
    assert found["dieu-2"].label == "Điều 2"
    assert found["chuong-1"].label == "Chương I"
    assert next(part for part in text_parts(read_text(TEXT), "en") if part.fragment == "dieu-2").label == "Article 2"


def test_the_parts_say_all_that_the_text_says_in_its_order() -> None:
    said = " ".join(line for part in text_parts(read_text(TEXT), "vi") for line in part.lines)
    assert said.replace("Chương I.", "Chương I").split() == TEXT.split()


def test_the_preamble_and_the_signatures_belong_to_no_provision() -> None:
    parts = list(text_parts(read_text(TEXT), "vi"))
    assert next(part.lines for part in parts if not part.fragment)[0] == "Căn cứ Luật An ninh;"
    assert re.findall('id="([^"]*)"', parts_as_html(parts)) == [
        "#|", "#chuong-1|Chương_I", "#dieu-1|Điều_1", "#dieu-1-khoan-1|Điều_1_khoản_1",
        "#dieu-1-khoan-1-diem-a|Điều_1_khoản_1_điểm_a", "#dieu-1-khoan-1-diem-dd|Điều_1_khoản_1_điểm_đ",
        "#dieu-2|Điều_2", "#phu-luc|Phụ_lục",
    ]  # fmt: skip


def test_texts_are_escaped_and_parts_without_words_left_out() -> None:
    html = parts_as_html([SearchPart(("<b>", " "), "x", '"'), SearchPart(("",), "y")])
    assert html == '<i id="#x|&quot;"></i><p>&lt;b&gt;</p>'
    assert without_parts(html) == "<p>&lt;b&gt;</p>"


def test_pages_lead_where_a_browser_opens_them() -> None:
    assert list(page_parts(("a", "", "b"), "vi"))[2] == SearchPart(("b",), "page=3", "Trang 3")


def test_a_record_is_searched_by_its_provisions_only_if_the_search_is_full() -> None:
    made = bulletin(SIGNED)
    (full, titles) = (next(iter(entries(made, full=full))) for full in (True, False))
    assert "dieu-2" in [part.fragment for part in full.parts]
    assert titles.parts == ()
    page = document(full, "vi", {}, twice=True)
    assert page.count('id="#dieu-2|Ḏiều_2"') == 1
    assert "<p>dieu 2. hieu luc</p>" in page


def test_a_text_cannot_end_what_is_shown_of_it() -> None:
    entry = SearchEntry("x/", "T", parts=(SearchPart(("trước ⁂ sau",), "dieu-1", "Điều 1"),))
    assert "<p>trước   sau</p>" in document(entry, "vi", {}, twice=False)


def test_a_document_is_shown_with_its_agreement_and_its_pages() -> None:
    path = "content/documents/quy-che.pdf"
    made = replace(SIGNED, agreement=replace(SIGNED.agreement, documents=(Document(path, "signed"),)))
    facts = DocumentFacts(path, 1, "aa", has_words=True)
    read = replace(content(made), documents={path: facts})
    entry = list(entries(index(read, NOW), full=True))[-1]
    assert (entry.url, entry.title) == ("tai-lieu/quy-che.pdf", "quy-che.pdf (Bản ký)")
    assert ("agreement", "Quy chế phối hợp") in entry.shown
    assert ("agency", "Cơ quan A") in entry.facets
    assert '<i id="#page=2|Trang_2"></i><p>hai</p>' in document(entry, "vi", {"aa": ("một", "hai")}, twice=False)


def test_what_a_machine_has_read_stands_on_its_page_and_says_so() -> None:
    path = "content/documents/quet.pdf"
    made = replace(SIGNED, agreement=replace(SIGNED.agreement, documents=(Document(path, "signed"),)))
    facts = DocumentFacts(path, 1, "aa", reading=MachineReading("bb", 91))
    entry = list(entries(index(replace(content(made), documents={path: facts}), NOW), full=True))[-1]
    assert (entry.pdf, entry.sidecar) == ("", "bb")
    assert ("reading", "Bản quét; phần chữ để tìm kiếm do máy đọc, độ tin cậy 91%") in entry.shown
    assert '<i id="#page=2|Trang_2"></i><p>hai</p>' in document(entry, "vi", {"bb": ("", "hai")}, twice=False)


def test_the_words_of_a_page_are_its_own_if_it_has_any() -> None:
    entry = SearchEntry("x.pdf", "T", pdf="aa", sidecar="bb")
    text = document(entry, "vi", {"aa": ("một", "", "ba"), "bb": ("sai", "hai")}, twice=False)
    assert [word for word in ("một", "hai", "ba", "sai") if f"<p>{word}</p>" in text] == ["một", "hai", "ba"]
