"""One amendment and what it makes of a text, or why it cannot be applied."""

import pytest

from bantin.domain.model import AgreementText, Amendment, AmendmentKind, Provision
from bantin.domain.provisions.amending import Fault, FaultKind, amend, reach
from bantin.domain.provisions.reading import read_text
from tests.domain.provisions.amended import SIGNED

ENGLISH = read_text("""\
Article 1. Scope
This Arrangement governs cooperation.
Article 2. Duties
1. Exchange of information.
2. Meetings:
(a) regular meetings;
(b) other meetings.
""")
# The form of a plan: no articles, and sections whose numbers stand alone.
PLAN = read_text("""\
KẾ HOẠCH
I. MỤC ĐÍCH
1. Nâng cao hiệu quả.
2. Tăng cường phối hợp.
II. NỘI DUNG
1. Trao đổi thông tin.
""")
ANNEXED = read_text("""\
Điều 1. Phạm vi
Theo các phụ lục.
Điều 2. Hiệu lực
Từ ngày ký.
Phụ lục I
DANH MỤC
Điều 1. Nhóm một
1. Tài liệu mật.
Phụ lục II
BIỂU MẪU
1. Mẫu một.
2. Mẫu hai.
""")
REPEALED = amend(SIGNED, Amendment("x", "dieu-8", AmendmentKind.REPEAL))


def done(text: AgreementText, at: str, do: str, wording: str = "") -> AgreementText:
    made = amend(text, Amendment("quy-che", at, AmendmentKind(do), wording))
    assert isinstance(made, AgreementText)
    return made


def fault(text: AgreementText, at: str, do: str, wording: str = "") -> Fault:
    made = amend(text, Amendment("quy-che", at, AmendmentKind(do), wording))
    assert isinstance(made, Fault)
    return made


def found(text: AgreementText, anchor: str) -> Provision:
    return next(one for one in text.walk() if one.anchor == anchor)


def anchors(text: AgreementText) -> list[str]:
    return [one.anchor for one in text.walk()]


def behind(text: AgreementText, anchor: str) -> str:
    """The anchor of the provision that stands before ``anchor``."""
    every = anchors(text)
    return every[every.index(anchor) - 1]


def test_a_provision_is_replaced_with_all_that_it_contains() -> None:
    made = done(SIGNED, "dieu-3-khoan-2", "replace", "2. Họp:\na) Mỗi tháng;\nb) Đột xuất;\nđ) Trực tuyến.")
    assert found(made, "dieu-3-khoan-2").paragraphs == ("Họp:",)
    assert [one.number for one in found(made, "dieu-3-khoan-2").children] == ["a", "b", "đ"]
    assert found(made, "dieu-3-khoan-2-diem-dd").paragraphs == ("Trực tuyến.",)
    assert [one for one in anchors(made) if one in anchors(SIGNED)] == anchors(SIGNED)


@pytest.mark.parametrize(
    "wording",
    [
        "“2. Kịp thời, chính xác.”.",
        "“2. Kịp thời, chính xác.”",
        '"2. Kịp thời, chính xác.";',
        "\n2. Kịp thời, chính xác.\n",
    ],
)
def test_the_wording_may_stand_in_quotation_marks(wording: str) -> None:
    assert found(done(SIGNED, "dieu-2-khoan-2", "replace", wording), "dieu-2-khoan-2").paragraphs == (
        "Kịp thời, chính xác.",
    )


@pytest.mark.parametrize(
    ("at", "wording", "before", "above"),
    [
        ("dieu-5a", "Điều 5a. Mới\n1. Một.", "dieu-5-khoan-3", "chuong-2"),
        # By its number an article follows the last one before it, which may be the last one of a chapter.
        ("dieu-7a", "Điều 7a. Mới", "dieu-7", "chuong-2"),
        ("dieu-11", "Điều 11. Mới", "dieu-10", "chuong-3"),
        ("dieu-2-khoan-1a", "1a. Mới.", "dieu-2-khoan-1", "dieu-2"),
        ("dieu-2-khoan-3", "3. Mới:\na) Một.", "dieu-2-khoan-2", "dieu-2"),
        ("dieu-3-khoan-2-diem-c", "c) Mới.", "dieu-3-khoan-2-diem-b", "dieu-3-khoan-2"),
        ("dieu-3-khoan-2-diem-a1", "a1) Mới.", "dieu-3-khoan-2-diem-a", "dieu-3-khoan-2"),
        ("dieu-1-khoan-1", "1. Mới.", "dieu-1", "dieu-1"),
        ("chuong-2-muc-1", "Mục 1. MỚI\nĐiều 12. Mới", "dieu-7", "chuong-2"),
    ],
)
def test_what_is_inserted_stands_where_its_number_says(at: str, wording: str, before: str, above: str) -> None:
    made = done(SIGNED, at, "insert", wording)
    assert behind(made, at) == before
    assert any(child.anchor == at for child in found(made, above).children)
    assert [one for one in anchors(made) if one in anchors(SIGNED)] == anchors(SIGNED)


def test_whole_chapters_and_annexes_are_inserted() -> None:
    made = done(SIGNED, "chuong-4", "insert", "Chương IV\nMỚI\nĐiều 11. Mười một\nNội dung.")
    made = done(made, "phu-luc-1", "insert", "Phụ lục 1\nDANH MỤC\nĐiều 1. Một")
    assert [one.anchor for one in made.provisions][-2:] == ["chuong-4", "phu-luc-1"]
    assert anchors(made)[-4:] == ["chuong-4", "dieu-11", "phu-luc-1", "phu-luc-1-dieu-1"]


def test_what_is_repealed_keeps_its_place_and_its_number_with_all_that_it_contains() -> None:
    made = done(SIGNED, "chuong-2", "repeal")
    assert anchors(made) == anchors(SIGNED)
    assert {one.anchor for one in made.walk() if one.repealed} == {
        one.anchor for one in found(SIGNED, "chuong-2").walk()
    }
    assert not any(one.heading or one.paragraphs for one in made.walk() if one.repealed)
    assert [one.number for one in made.walk()] == [one.number for one in SIGNED.walk()]


def test_a_text_in_english_is_amended_by_either_words() -> None:
    for at in ("article-2-clause-2", "dieu-2-khoan-2"):
        made = done(ENGLISH, at, "replace", "2. Meetings:\n(a) monthly meetings;\n(c) talks.")
        assert anchors(made)[-3:] == ["article-2-clause-2", "article-2-clause-2-point-a", "article-2-clause-2-point-c"]
    assert behind(done(ENGLISH, "article-1a", "insert", "Article 1a. Terms"), "article-1a") == "article-1"


def test_a_plan_without_articles_is_amended() -> None:
    assert anchors(PLAN) == ["muc-1", "muc-1-khoan-1", "muc-1-khoan-2", "muc-2", "muc-2-khoan-1"]
    made = done(PLAN, "muc-2-khoan-2", "insert", "2. Tổ chức họp.")
    assert behind(made, "muc-2-khoan-2") == "muc-2-khoan-1"
    made = done(made, "muc-1", "replace", "I. MỤC ĐÍCH, YÊU CẦU\n1. Thiết thực.")
    assert (found(made, "muc-1").heading, found(made, "muc-1").bare) == ("MỤC ĐÍCH, YÊU CẦU", True)
    made = done(made, "muc-3", "insert", "III. TỔ CHỨC THỰC HIỆN\n1. Giao Cục A.")
    assert (anchors(made)[-2:], found(made, "muc-3").bare) == (["muc-3", "muc-3-khoan-1"], True)


def test_annexes_have_provisions_of_their_own() -> None:
    made = done(ANNEXED, "phu-luc-1-dieu-1-khoan-1", "replace", "1. Tài liệu tối mật.")
    assert found(made, "phu-luc-1-dieu-1-khoan-1").paragraphs == ("Tài liệu tối mật.",)
    made = done(made, "phu-luc-1-dieu-2", "insert", "Điều 2. Nhóm hai\n1. Tài liệu thường.")
    assert behind(made, "phu-luc-1-dieu-2") == "phu-luc-1-dieu-1-khoan-1"
    made = done(made, "dieu-3", "insert", "Điều 3. Mới")
    assert behind(made, "dieu-3") == "dieu-2"
    made = done(made, "phu-luc-2-khoan-3", "insert", "3. Mẫu ba.")
    assert behind(made, "phu-luc-2-khoan-3") == "phu-luc-2-khoan-2"


@pytest.mark.parametrize(
    ("at", "do", "wording", "kind", "anchor"),
    [
        ("dieu-99", "repeal", "", FaultKind.MISSING, "dieu-99"),
        ("khoản 2 Điều 5", "repeal", "", FaultKind.MISSING, "khoản 2 Điều 5"),
        ("khoản 2 Điều 5", "insert", "2. Mới", FaultKind.MISSING, "khoản 2 Điều 5"),
        ("dieu-99-khoan-1", "insert", "1. Mới", FaultKind.MISSING, "dieu-99"),
        ("dieu-8", "repeal", "", FaultKind.REPEALED, "dieu-8"),
        ("dieu-8-khoan-1", "replace", "1. Mới", FaultKind.REPEALED, "dieu-8"),
        ("dieu-8-khoan-9", "insert", "9. Mới", FaultKind.REPEALED, "dieu-8"),
        ("dieu-8", "insert", "Điều 8. Mới", FaultKind.EXISTS, "dieu-8"),
        ("dieu-2-khoan-2", "insert", "2. Mới", FaultKind.EXISTS, "dieu-2-khoan-2"),
        ("chuong-4", "insert", "Chương IV\nMỚI\nĐiều 9. Mới", FaultKind.EXISTS, "dieu-9"),
        ("chuong-1", "replace", "Chương I\nMỚI\nĐiều 1. Mới\nĐiều 9. Mới", FaultKind.EXISTS, "dieu-9"),
        ("dieu-2-khoan-2", "replace", "3. Mới", FaultKind.OTHER_NUMBER, "dieu-2-khoan-3"),
        ("dieu-5a", "insert", "Điều 5b. Mới", FaultKind.OTHER_NUMBER, "dieu-5b"),
        ("chuong-1-dieu-5a", "insert", "Điều 5a. Mới", FaultKind.OTHER_NUMBER, "dieu-5a"),
        ("dieu-2-khoan-2", "replace", "Kịp thời.", FaultKind.UNREADABLE, "dieu-2-khoan-2"),
        ("dieu-2-khoan-2", "replace", "2. Một.\n3. Hai.", FaultKind.UNREADABLE, "dieu-2-khoan-2"),
        ("dieu-2-khoan-2", "replace", "Sửa khoản 2 như sau:\n2. Một.", FaultKind.UNREADABLE, "dieu-2-khoan-2"),
        ("dieu-2", "replace", "Điều 2. Một\nĐiều 3. Hai", FaultKind.UNREADABLE, "dieu-2"),
        ("phan-1", "insert", "Phần I\nMỚI", FaultKind.NO_PLACE, "phan-1"),
    ],
)
def test_what_cannot_be_applied_is_a_fault(at: str, do: str, wording: str, kind: FaultKind, anchor: str) -> None:
    assert isinstance(REPEALED, AgreementText)
    assert fault(REPEALED, at, do, wording) == Fault(kind, anchor)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("dieu-5", "dieu-5", True),
        ("dieu-5", "dieu-5-khoan-1", True),
        ("chuong-2", "dieu-5-khoan-1", True),
        ("dieu-5-khoan-1", "dieu-5-khoan-2", False),
        ("dieu-5", "dieu-5a", False),
        ("dieu-5a", "dieu-5a-khoan-1", True),
        ("article-5", "dieu-5", True),
        ("dieu-1", "dieu-10", False),
    ],
)
def test_amendments_meet_where_one_touches_what_the_other_does(one: str, other: str, *, meet: bool) -> None:
    reaches = [reach(Amendment("x", at, AmendmentKind.REPEAL), SIGNED) for at in (one, other)]
    assert reaches[0].meets(reaches[1]) is meet
    assert reaches[1].meets(reaches[0]) is meet
