"""A text of ten articles and three agreements that amend it one after another, worked out by hand."""

from typing import Any

from bantin.domain.model import Agreement, AgreementText, Amendment, AmendmentKind
from bantin.domain.provisions.reading import read_text
from tests.index.contents import agreement, on

HEAD = """\
QUY CHẾ PHỐI HỢP
Căn cứ Luật An ninh quốc gia;
Hai bên thống nhất ban hành Quy chế như sau:
"""
CLOSING = """\
ĐẠI DIỆN CỤC A
ĐẠI DIỆN CỤC B
"""
ARTICLES: dict[str, str] = {
    "chuong-1": "Chương I\nQUY ĐỊNH CHUNG",
    "1": "Điều 1. Phạm vi điều chỉnh\nQuy chế này quy định việc phối hợp giữa hai bên.",
    "2": "Điều 2. Nguyên tắc\n1. Đúng chức năng, nhiệm vụ.\n2. Kịp thời.",
    "3": "Điều 3. Hình thức\n1. Trao đổi văn bản.\n2. Họp liên ngành:\na) Họp thường kỳ;\nb) Họp đột xuất.",
    "chuong-2": "Chương II\nNỘI DUNG PHỐI HỢP",
    "4": "Điều 4. Trao đổi thông tin\nHai bên trao đổi thông tin hằng quý.",
    "5": "Điều 5. Trách nhiệm của Cục A\n1. Cung cấp thông tin.\n2. Chủ trì họp.\n3. Bảo đảm kinh phí.",
    "6": "Điều 6. Trách nhiệm của Cục B\n1. Cung cấp thông tin.\n2. Phối hợp chuẩn bị họp.",
    "7": "Điều 7. Bảo mật\nThông tin trao đổi được bảo mật.",
    "chuong-3": "Chương III\nTỔ CHỨC THỰC HIỆN",
    "8": "Điều 8. Đầu mối\n1. Cục A: Phòng Tổng hợp.\n2. Cục B: Văn phòng.",
    "9": "Điều 9. Sơ kết\nHai bên sơ kết mỗi năm một lần.",
    "10": "Điều 10. Hiệu lực\nQuy chế có hiệu lực kể từ ngày ký.",
}


def text_of(articles: dict[str, str]) -> AgreementText:
    return read_text(HEAD + "".join(f"{one}\n" for one in articles.values()) + CLOSING)


def amending(name: str, day: str, *amends: tuple[str, str, str], **changes: Any) -> Agreement:
    """A record that amends ``quy-che`` from ``day`` on; each amendment as its anchor, what is done, and the text."""
    told = tuple(Amendment("quy-che", at, AmendmentKind(do), text) for at, do, text in amends)
    known = {"id": name, "signed_on": on(day), "effective_on": on(day), "amends": told}
    return agreement(**{**known, **changes})


SIGNED = text_of(ARTICLES)
TARGET = agreement(id="quy-che", signed_on=on("2018-05-10"), effective_on=on("2018-05-10"))
FIRST = amending(
    "sua-doi-1",
    "2019-07-01",
    ("dieu-3-khoan-2", "replace", "2. Họp liên ngành:\na) Họp hằng quý;\nb) Họp đột xuất;\nc) Họp trực tuyến."),
    ("dieu-5a", "insert", "“Điều 5a. Trách nhiệm chung\n1. Bố trí cán bộ.\n2. Báo cáo kết quả.”."),
    ("dieu-7", "repeal", ""),
)
SECOND = amending(
    "sua-doi-2",
    "2021-01-15",
    ("dieu-3-khoan-2-diem-b", "repeal", ""),
    ("dieu-3-khoan-2-diem-d", "insert", "d) Họp chuyên đề."),
    ("dieu-5a-khoan-2", "replace", "2. Báo cáo kết quả trước ngày 15 tháng 12."),
    ("dieu-9", "replace", "Điều 9. Sơ kết, tổng kết\n1. Sơ kết mỗi năm.\n2. Tổng kết năm năm một lần."),
)
THIRD = amending(
    "sua-doi-3",
    "2023-10-01",
    ("dieu-5-khoan-3", "repeal", ""),
    ("dieu-5-khoan-4", "insert", "4. Lưu trữ hồ sơ."),
    ("dieu-9-khoan-1", "replace", "1. Sơ kết hai năm một lần."),
    ("dieu-5a", "repeal", ""),
    ("dieu-11", "insert", "Điều 11. Điều khoản chuyển tiếp\nViệc đang phối hợp được tiếp tục thực hiện."),
)
CHAIN = (FIRST, SECOND, THIRD)
