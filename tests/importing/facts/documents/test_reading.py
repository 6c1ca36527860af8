import re
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.provisions.reading import read_text
from bantin.importing.facts.documents.reading import read_document
from bantin.importing.facts.model import DocumentFacts, Evidence, Found
from bantin.importing.material import Align, Block, Form, Material, Paragraph, Picture, Place, PlaceKind, Table
from tests.importing.facts.documents.further_layouts import further_cases
from tests.importing.facts.documents.later_layouts import later_cases
from tests.importing.facts.documents.layouts import (
    STATE,
    Case,
    all_cases,
    blank_date,
    centred,
    known_names,
    one_table,
    pages,
    pages_of_pdf,
    paragraphs,
    plain,
    table,
)

CASES = [pytest.param(case, id=case.name) for case in (*all_cases(), *further_cases(), *later_cases())]


def read(*blocks: Block) -> DocumentFacts:
    return read_document(Material("x.docx", Form.DOCUMENT, blocks), known_names())


def evidences(facts: DocumentFacts) -> list[Evidence]:
    every = [getattr(facts.agreement, name) for name in facts.agreement.__struct_fields__]
    found = [one for value in every for one in (value if isinstance(value, tuple) else (value,))]
    return [one.evidence for one in found if isinstance(one, Found)]


def words_of(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [word for row in block.rows for cell in row for one in cell for word in words_of(one)]
    text = block.labelled if isinstance(block, Paragraph) else block.caption or block.alt or block.path
    return re.findall(r"\w+", text)


def words_kept(facts: DocumentFacts) -> Counter[str]:
    """Each word as often as it stands in the text, among what is left out, and in what facts rest on."""
    kept = [facts.text, *{one.words for one in evidences(facts)}, *(one.words for one in facts.left_out)]
    return Counter(word for text in kept for word in re.findall(r"\w+", text))


def words_in(blocks: Iterable[Block]) -> Counter[str]:
    return Counter(word for block in blocks for word in words_of(block))


class TestLayouts:
    @pytest.mark.parametrize("case", CASES)
    def test_what_a_document_says_is_found_and_nothing_else(self, case: Case) -> None:
        facts = read_document(case.material, known_names())
        assert plain(facts.agreement) == case.facts

    @pytest.mark.parametrize("case", CASES)
    def test_the_text_reads_as_its_provisions(self, case: Case) -> None:
        facts = read_document(case.material, known_names())
        assert tuple(one.anchor for one in read_text(facts.text).walk()) == case.anchors

    @pytest.mark.parametrize("case", CASES)
    def test_no_word_is_lost(self, case: Case) -> None:
        facts = read_document(case.material, known_names())
        assert words_in(case.blocks) <= words_kept(facts)

    @pytest.mark.parametrize("case", CASES)
    def test_each_value_rests_on_words_of_the_source(self, case: Case) -> None:
        facts = read_document(case.material, known_names())
        source = set(words_in(case.blocks))
        assert all(set(re.findall(r"\w+", one.words)) <= source for one in evidences(facts))


class TestMarks:
    def test_what_stands_in_its_place_is_stated(self) -> None:
        agreement = read_document(one_table().material, known_names()).agreement
        assert agreement.number is not None
        assert agreement.number.is_stated
        assert agreement.signed_on is not None
        assert agreement.signed_on.is_stated
        assert all(party.is_stated for party in agreement.parties)

    def test_what_running_words_say_is_a_guess(self) -> None:
        agreement = read_document(one_table().material, known_names()).agreement
        assert agreement.effective_on is not None
        assert not agreement.effective_on.is_stated
        assert agreement.review is not None
        assert not agreement.review.is_stated

    def test_names_that_are_spelt_by_rule_are_guesses(self) -> None:
        agreement = read_document(blank_date().material, known_names()).agreement
        assert [party.is_stated for party in agreement.parties] == [False, True]

    def test_names_of_a_line_that_is_divided_are_guesses(self) -> None:
        agreement = read_document(pages_of_pdf().material, known_names()).agreement
        assert not any(one.is_stated for one in agreement.signatories)

    def test_the_place_of_a_value_is_that_of_its_words(self) -> None:
        agreement = read_document(pages_of_pdf().material, known_names()).agreement
        assert agreement.effective_on is not None
        assert agreement.effective_on.evidence.place == Place(PlaceKind.PAGE, 3)
        assert agreement.effective_on.evidence.words == "Quy chế này có hiệu lực kể từ ngày ký."


class TestText:
    def test_it_has_neither_the_head_nor_the_recipients(self) -> None:
        facts = read_document(one_table().material, known_names())
        assert facts.text.startswith("QUY CHẾ PHỐI HỢP\n")
        assert "Nơi nhận" not in facts.text
        assert {"motto", "rule", "recipients"} <= {one.reason for one in facts.left_out}

    def test_the_signatures_close_it(self) -> None:
        text = read_text(read_document(one_table().material, known_names()).text)
        assert text.closing[0] == "ĐẠI DIỆN VĂN PHÒNG QUỐC HỘI"
        assert text.closing[-1] == "Thượng tướng Trần Đại Quang"

    def test_the_lines_of_a_paragraph_are_joined(self) -> None:
        facts = read_document(pages_of_pdf().material, known_names())
        assert (
            "\n2. Các đơn vị thuộc Bộ Công an và thuộc Văn phòng Quốc hội có trách nhiệm thi hành Quy chế này.\n"
            in (facts.text)
        )
        assert "theo quy định tại khoản 1 Điều 4 và Điều 5. Quy chế này không áp dụng" in facts.text
        assert {"page-number", "page-head"} <= {one.reason for one in facts.left_out}

    def test_a_number_that_the_end_of_a_line_breaks_is_whole_again(self) -> None:
        lines = ("QUY CHẾ PHỐI HỢP", "Điều 1. Quy chế này thay thế Quy chế phối hợp số 701/CTPH-LĐLĐ-", "SYT năm 2008.")
        assert "701/CTPH-LĐLĐ-SYT năm 2008." in read(*pages(lines)).text

    def test_a_picture_is_told_of(self) -> None:
        place = Place(PlaceKind.PARAGRAPH, 9)
        facts = read(*centred("QUY CHẾ"), *paragraphs("Điều 1. Việc gì đó."), Picture("so-do.png", place, alt="Sơ đồ"))
        assert [(one.words, one.reason) for one in facts.left_out] == [("Sơ đồ", "picture")]


class TestNothingInvented:
    def test_an_empty_document_has_no_facts(self) -> None:
        facts = read()
        assert plain(facts.agreement) == {}
        assert facts.text == ""

    def test_a_letter_is_no_agreement(self) -> None:
        facts = read(*paragraphs("Kính gửi: Bộ Công an", "Đề nghị Bộ Công an cho ý kiến.", "Trân trọng cảm ơn./."))
        assert plain(facts.agreement) == {}
        assert "Kính gửi: Bộ Công an" in facts.text

    def test_a_decision_keeps_its_own_name_in_the_text(self) -> None:
        facts = read(
            table([["BỘ CÔNG AN", "Số: 15/QĐ-BCA"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]),
            *centred("QUYẾT ĐỊNH", "Ban hành nội quy"),
            *paragraphs("Căn cứ Luật Công an nhân dân;", "Điều 1. Ban hành nội quy."),
        )
        assert facts.agreement.type is None
        assert facts.agreement.parties == ()
        assert facts.text.startswith("QUYẾT ĐỊNH\n")

    @pytest.mark.parametrize(
        "sentence",
        [
            "Khi Quy chế này có hiệu lực từ ngày ký bị sửa đổi, hai bên bàn lại.",
            "Nghị định số 77/2009/NĐ-CP có hiệu lực kể từ ngày 01 tháng 11 năm 2009.",
            "Trong thời hạn 05 năm kể từ ngày ký hợp đồng, các đơn vị lưu hồ sơ.",
            "Nếu Quy chế này được thay thế Quy chế mới thì hai bên thông báo.",
            "Hằng năm, Bộ Công an báo cáo Chính phủ.",
            "Các văn bản sửa đổi, bổ sung, thay thế Quy chế số 01/QCPH-BCA-VPQH được áp dụng.",
        ],
    )
    def test_what_may_happen_or_is_said_of_something_else_is_no_fact(self, sentence: str) -> None:
        facts = read(*centred("QUY CHẾ PHỐI HỢP"), *paragraphs(f"Điều 1. {sentence}"))
        assert set(plain(facts.agreement)) == {"type", "title", "clauses"}

    @pytest.mark.parametrize(
        ("sentence", "effective_on", "expires_on"),
        [
            ("Quy chế này có hiệu lực kể từ ngày ký kết.", "2020-02-01", None),
            ("Quy chế phối hợp này có thời hạn 05 năm kể từ ngày ký.", None, "2025-02-01"),
            ("Quy chế này có hiệu lực kể từ ngày ký biên bản bàn giao.", None, None),
            ("Quy chế này có hiệu lực kể từ ngày ký hợp đồng.", None, None),
            ("Quy chế này có thời hạn 05 năm kể từ ngày ký biên bản bàn giao.", None, None),
        ],
    )
    def test_the_day_of_signing_is_that_of_the_agreement_alone(
        self, sentence: str, effective_on: str | None, expires_on: str | None
    ) -> None:
        agreement = read(
            *paragraphs("Hà Nội, ngày 1 tháng 2 năm 2020"),
            *centred("QUY CHẾ PHỐI HỢP"),
            *paragraphs(f"Điều 1. {sentence}"),
        ).agreement
        found = [one.value if one else None for one in (agreement.effective_on, agreement.expires_on)]
        assert found == [effective_on, expires_on]

    def test_a_rank_before_a_rare_family_name_closes_a_signature(self) -> None:
        facts = read(
            *paragraphs("Điều 1. Hai bên trao đổi."),
            *paragraphs("TM. BỘ MÂY", "BỘ TRƯỞNG", "Đại tá Giàng Quốc Suối", "TM. BỘ GIÓ", "BỘ TRƯỞNG", "Lê Văn Sương"),
        )
        assert [one.value.name for one in facts.agreement.signatories] == ["Giàng Quốc Suối", "Lê Văn Sương"]

    @pytest.mark.parametrize("broken", [("SỞ MÂY - CÔNG", "AN TỈNH LÀO CAI"), ("SỞ MÂY – CÔNG AN TỈNH", "LÀO CAI")])
    def test_a_name_that_a_narrow_column_breaks_is_whole_again(self, broken: tuple[str, str]) -> None:
        facts = read(table([[*broken, "Số: 1/QC"], [*STATE[:2]]]), *centred("QUY CHẾ PHỐI HỢP"))
        assert [one.value.agency.name for one in facts.agreement.parties] == ["Sở Mây", "Công an tỉnh Lào Cai"]

    def test_an_office_is_not_named_twice(self) -> None:
        facts = read(
            *paragraphs("Điều 1. Hai bên trao đổi."),
            table([["CHÁNH VĂN PHÒNG VĂN PHÒNG QUỐC HỘI", "Lê Văn Sương"], ["GIÁM ĐỐC SỞ MÂY", "Trần Văn Mốc"]]),
        )
        assert [one.value.agency.name for one in facts.agreement.parties] == ["Văn phòng Quốc hội", "Sở Mây"]

    def test_a_term_that_is_prolonged_by_itself_has_no_last_day(self) -> None:
        facts = read(
            *paragraphs("Hà Nội, ngày 1 tháng 2 năm 2020"),
            *centred("THỎA THUẬN"),
            *paragraphs(
                "Điều 1. Thỏa thuận này có hiệu lực 5 năm kể từ ngày ký và tự động gia hạn thêm 5 năm.",
            ),
        )
        assert facts.agreement.expires_on is None

    def test_two_days_that_differ_leave_the_day_open(self) -> None:
        facts = read(
            *paragraphs("Hà Nội, ngày 1 tháng 2 năm 2020", "Hà Nội, ngày 3 tháng 2 năm 2020"),
            *centred("THỎA THUẬN"),
            *paragraphs("Điều 1. Hai bên trao đổi."),
        )
        assert facts.agreement.signed_on is None

    def test_a_day_that_does_not_exist_is_left_open(self) -> None:
        facts = read(*paragraphs("Hà Nội, ngày 31 tháng 2 năm 2020"), *centred("THỎA THUẬN"))
        assert facts.agreement.signed_on is None
        assert "Hà Nội, ngày 31 tháng 2 năm 2020" in [one.words for one in facts.left_out]

    def test_the_rest_of_an_agency_is_no_person(self) -> None:
        lines = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO", "TẠO TỈNH THÁI BÌNH")
        facts = read(*pages(("QUY CHẾ PHỐI HỢP", "Điều 1. Hai bên phối hợp.", *lines)))
        assert facts.agreement.signatories == ()

    def test_names_that_cannot_be_parted_with_certainty_are_left_open(self) -> None:
        facts = read(
            *pages(
                (
                    "QUY CHẾ PHỐI HỢP",
                    "Điều 1. Hai bên phối hợp.",
                    "ĐẠI DIỆN BỘ CÔNG AN ĐẠI DIỆN VĂN PHÒNG QUỐC HỘI",
                    "Nguyễn Văn Lê Trần Hà Mai",
                )
            )
        )
        assert len(facts.agreement.parties) == 2
        assert facts.agreement.signatories == ()


LINES = st.sampled_from(
    [
        "BỘ CÔNG AN",
        "Số: 01/QCPH-BCA-VPQH",
        "QUY CHẾ PHỐI HỢP",
        "Căn cứ Luật An ninh quốc gia;",
        "Chương I",
        "Điều 1. Phạm vi",
        "1. Hai bên trao đổi.",
        "a) Việc một;",
        "ĐẠI DIỆN BỘ CÔNG AN",
        "Nơi nhận:",
        "- Lưu: VT.",
        "Đại tá Lê Văn Sương",
        "Hà Nội, ngày 20 tháng 11 năm 2012",
        "PHỤ LỤC",
        "12",
        "___",
        "một dòng tiếp theo",
    ]
)
KINDS = st.sampled_from([PlaceKind.PARAGRAPH, PlaceKind.PAGE, PlaceKind.LINE])
PARAGRAPHS = st.builds(
    lambda text, kind, number, bold: Paragraph(text, Place(kind, number), align=Align.LEFT, bold=bold),
    LINES | st.text(max_size=20),
    KINDS,
    st.integers(1, 3),
    st.booleans(),
)
TABLES = st.lists(st.lists(st.lists(PARAGRAPHS, max_size=3).map(tuple), max_size=3).map(tuple), max_size=3).map(
    lambda rows: Table(tuple(rows), Place(PlaceKind.TABLE, 1))
)


class TestAnyDocument:
    @given(st.lists(PARAGRAPHS | TABLES, max_size=14))
    def test_no_word_is_lost(self, blocks: list[Block]) -> None:
        assert set(words_in(blocks)) <= set(words_kept(read(*blocks)))
