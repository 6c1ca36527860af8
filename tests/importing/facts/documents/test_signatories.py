import pytest

from bantin.domain.model import OnBehalf
from bantin.importing.facts.documents.lines import Line
from bantin.importing.facts.documents.signatories import Signature, read_signature
from bantin.importing.material import Place, PlaceKind


def read(*texts: str) -> Signature:
    return read_signature([Line(text, Place(PlaceKind.LINE, number)) for number, text in enumerate(texts, 1)])


@pytest.mark.parametrize(
    ("lines", "party", "posts", "name", "on_behalf"),
    [
        (("ĐẠI DIỆN BỘ CÔNG AN", "BỘ TRƯỞNG", "Tô Lâm"), "BỘ CÔNG AN", ("BỘ TRƯỞNG",), "Tô Lâm", None),
        (("TM. UBND TỈNH", "CHỦ TỊCH", "Lê Văn A"), "UBND TỈNH", ("CHỦ TỊCH",), "Lê Văn A", OnBehalf.TM),
        (("K/T GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Văn A"), "", ("PHÓ GIÁM ĐỐC",), "Lê Văn A", OnBehalf.KT),
        (("SỞ MÂY", "Q. GIÁM ĐỐC", "LÊ VĂN AN"), "SỞ MÂY", ("GIÁM ĐỐC",), "Lê Văn An", OnBehalf.Q),
        (("TM. BAN THƯỜNG VỤ", "HỘI MƯA", "Lê Văn A"), "HỘI MƯA", (), "Lê Văn A", OnBehalf.TM),
        (("BỘ TRƯỞNG BỘ GIÁO DỤC VÀ ĐÀO TẠO", "Lê Văn A"), "", ("BỘ TRƯỞNG BỘ GIÁO DỤC VÀ ĐÀO TẠO",), "Lê Văn A", None),
        (("SỞ MÂY", "GIÁM ĐỐC", "Giàng Seo Páo"), "SỞ MÂY", ("GIÁM ĐỐC",), "Giàng Seo Páo", None),
    ],
)
def test_a_signature_is_read_line_by_line(
    lines: tuple[str, ...], party: str, posts: tuple[str, ...], name: str, on_behalf: OnBehalf | None
) -> None:
    signature = read(*lines)
    assert (signature.party, signature.posts, signature.name, signature.on_behalf) == (party, posts, name, on_behalf)


@pytest.mark.parametrize(
    "lines",
    [
        ("BỘ CÔNG AN VĂN PHÒNG QUỐC HỘI", "BỘ TRƯỞNG", "Lê Văn A"),
        ("BỘ CÔNG AN", "BỘ TRƯỞNG CHỦ NHIỆM", "Lê Văn A"),
        ("BỘ CÔNG AN", "BỘ TRƯỞNG", "Trần Văn Mốc Lê Thị Sương"),
    ],
)
def test_nothing_is_certain_where_two_signatures_share_a_line(lines: tuple[str, ...]) -> None:
    signature = read(*lines)
    assert (signature.party, signature.posts, signature.name) == ("", (), "")


def test_two_posts_of_one_person_stand_apart() -> None:
    assert read("ĐẠI DIỆN HỘI MƯA", "PHÓ CHỦ TỊCH KIÊM TỔNG THƯ KÝ", "Lê Văn A").name == "Lê Văn A"


def test_a_name_that_a_narrow_column_broke_is_whole_again() -> None:
    assert read("SỞ MÂY", "GIÁM ĐỐC", "Thượng tá Ngô", "Văn Bụi").name == "Ngô Văn Bụi"


def test_half_a_name_is_none() -> None:
    assert read("SỞ MÂY", "GIÁM ĐỐC", "Đặng Văn").name == ""


def test_an_empty_place_for_a_name_is_none() -> None:
    assert read("ĐẠI DIỆN BỘ CÔNG AN", "BỘ TRƯỞNG", "(Ký, ghi rõ họ tên, đóng dấu)").name == ""


@pytest.mark.parametrize("above", ["PHỤ NỮ TỈNH CÀ MAU", "ĐẠI DIỆN HỘI MƯA"])
def test_below_the_headings_of_two_parties_it_is_not_certain_for_whom_somebody_signs(above: str) -> None:
    signature = read(above, "ĐẠI DIỆN SỞ Y TẾ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mận")
    assert (signature.party, signature.name) == ("", "Trần Văn Mận")
