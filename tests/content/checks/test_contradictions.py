"""Facts that contradict the title, the lead or the text are reported; ordinary news causes no false alarms."""

import pytest

from bantin.domain.problems import Problem
from tests.content.readings import read_article, told

PATH = "content/articles/2016/bai.md"
FRONT = """\
---
title: {title}
published: 2016-11-21
lead: {lead}
authors: [Người viết]
agreement:
  type: {type}
  title: Quy chế phối hợp bảo đảm an ninh, an toàn các hoạt động của Quốc hội
  number: 01/QCPH-BCA-VPQH
  parties: {parties}
  signatories:
    - {{name: Nguyễn Văn Hùng, rank: Thượng tướng, position: Bộ trưởng, party: bo-cong-an}}
    - {{name: Trần Thị Hoa, position: Chủ nhiệm, party: van-phong-quoc-hoi}}
  presided_by: [Nguyễn Văn Hưng]
  signed_on: {signed_on}
  effective_on: 2016-12-01
  expires_on: {expires_on}
  fields: [an-ninh]
  scope: central
  clauses: 12
  events: {events}
  relations: {relations}
  text_public: {{no: Nội bộ}}
---

"""
FACTS = {
    "title": "Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp",
    "lead": "Hai bên thống nhất nội dung phối hợp.",
    "type": "quy-che-phoi-hop",
    "parties": "[bo-cong-an, van-phong-quoc-hoi]",
    "signed_on": "2016-11-20",
    "expires_on": "2021-11-30",
    "events": "[]",
    "relations": "[]",
}


def problems_in(text: str, **facts: str) -> tuple[Problem, ...]:
    reading = read_article(f"{FRONT.format(**{**FACTS, **facts})}{text}\n", PATH)
    assert reading.value is not None
    return tuple(problem for problem in reading.problems if problem.code != "absent")


# Other subjects of official news: laws, earlier and other agreements, celebrations, plans, reviews.
ORDINARY = (
    "Ngày 20/11/2016, tại Hà Nội, Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp.",
    "Sáng 20/11, tại trụ sở Bộ Công an, hai bên ký kết Quy chế phối hợp gồm 4 chương, 12 điều.",
    "Ngày 20 tháng 11 năm 2016, lễ ký diễn ra. Ngày 25/11/2016, Bộ Công an ký Quyết định số 5000/QĐ-BCA.",
    "Trước đó, ngày 12/3/2010, hai bên đã ký Quy chế phối hợp số 05/QC-BCA-VPQH gồm 9 điều.",
    "Quy chế thay thế Quy chế số 01/QC-BCA ký ngày 12/3/2010 giữa hai cơ quan.",
    "Sau 5 năm thực hiện Quy chế ký ngày 15/8/2011, công tác phối hợp đã đi vào nền nếp.",
    "Căn cứ Luật An ninh quốc gia ngày 03/12/2004; căn cứ Nghị định số 21/2014/NĐ-CP ngày 25/3/2014 của Chính phủ.",
    "Quy chế được xây dựng trên cơ sở Luật Tổ chức Quốc hội có hiệu lực từ ngày 01/01/2016.",
    "Luật Cảnh vệ gồm 6 chương, 33 điều, có hiệu lực thi hành từ ngày 01/7/2018.",
    "Nghị định số 165/2016/NĐ-CP gồm 5 chương, 21 điều, quy định về quản lý, sử dụng ngân sách nhà nước.",
    "Học tập, thực hiện nghiêm sáu điều Bác Hồ dạy Công an nhân dân, cán bộ, chiến sĩ hai đơn vị đã phối hợp.",
    "Cán bộ, chiến sĩ thực hiện 6 điều Bác Hồ dạy; gồm 5 điều kiện và 3 điều chỉnh.",
    "Quy chế có hiệu lực từ ngày 01/12/2016 và được gửi đến các đơn vị.",
    "Quy chế có hiệu lực từ ngày 01/12/2016 đến hết ngày 30/11/2021.",
    "Quy chế này có hiệu lực kể từ ngày 01 tháng 12 năm 2016 và hết hiệu lực từ ngày 01 tháng 12 năm 2021.",
    "Quy chế có thời hạn 5 năm. Hết thời hạn, hai bên xem xét việc gia hạn.",
    "Quy chế có hiệu lực trong 05 năm.",
    "Việc trả lời được thực hiện trong thời hạn 5 ngày làm việc; hồ sơ lưu giữ trong 10 năm.",
    "Thẻ ra vào có thời hạn 2 năm do Văn phòng Quốc hội cấp theo Nghị quyết số 35/2014/NQ-UBTVQH13.",
    "Ngày 22/12/2016, hai bên tổ chức hội nghị triển khai Quy chế đã ký.",
    "Dự kiến ngày 15/01/2017, các đơn vị trực thuộc sẽ ký kế hoạch thực hiện Quy chế.",
    "Sáng 21/11/2016, Bộ trưởng tiếp Đoàn đại biểu Quốc hội; hai bên trao đổi về việc ký kết Quy chế phối hợp.",
    "Ngày 18/11/2016, hai bên họp, thống nhất dự thảo trước khi trình lãnh đạo ký.",
    "Hai cơ quan từng ký Thỏa thuận hợp tác vào ngày 10/10/2014 tại Huế.",
    "Thư ký cuộc họp ngày 19/11/2016 là đồng chí Lê Văn An; người dân đăng ký từ ngày 25/11/2016.",
    "Nhật ký công tác ngày 20/11/2015 còn ghi lại buổi làm việc của hai cơ quan.",
    "Kỷ niệm 86 năm Ngày thành lập (28/7/1930 - 28/7/2016), hai bên ký giao ước thi đua.",
    "Nhân Ngày Nhà giáo Việt Nam 20/11, hai bên tặng hoa các thầy, cô giáo.",
    "Ba đơn vị của Bộ Công an được giao làm đầu mối; mỗi bên cử hai cơ quan thường trực.",
    "Đại diện 15 bộ, ngành, 63 địa phương dự lễ ký. Hơn 30 đơn vị được tuyên dương.",
    "Cục A và ba đơn vị khác ký cam kết thi đua.",
    "Năm 2016, bốn cơ quan báo chí đưa tin về sự kiện.",
    "Trong 5 năm, hai bên đã ký 12 kế hoạch; ba cơ quan cấp tỉnh ký quy chế riêng của Luật định.",
    "Thực hiện Quy chế số 05/QCPH-BCA-VPQH, hai bên đã trao đổi 1.200 lượt thông tin.",
    "Quy chế số 01/QCPH-BCA-VPQH thay thế Quy chế số 03/QCPH-BCA-VPQH.",
    "Công văn số 02/CV-BCA và Tờ trình số 15/TTr-VPQH đã được gửi đến các đơn vị.",
    "Tỷ lệ giải quyết đạt 20/25 vụ (80%); điểm 9.5; phiên bản 1.2.2016; địa chỉ 12/3/5 phố Huế.",
    "Thượng tướng Nguyễn Văn Hùng và bà Trần Thị Hoa ký. Thiếu tướng Nguyễn Văn Hưng chủ trì.",
    "Dự lễ ký có ông Nguyễn Văn Hưng và ông Trần Văn Hoà, bà Trần Thị Hoa, ông Nguyễn Văn Hùng.",
    "Theo Quy chế, Điều 5 quy định trách nhiệm; Điều 7 và Điều 9 quy định việc trao đổi thông tin.",
    "### Điều 1. Phạm vi\n\nQuy chế này quy định.\n\n### Điều 2. Nguyên tắc\n\nHai bên phối hợp.\n\n(Trích)",
    "Xem [toàn văn](https://example.vn/2017/05/06/ky-ket-ngay-06/5/2017.html) tại đây.",
    "```\nNgày 20/11/2026, hai bên ký Quy chế số 02/QCPH-BCA-VPQH\n```",
    "Nội dung.[^1]\n\n[^1]: Ngày 20/11/2026, ba bên ký.",
    "| Ngày | Việc |\n|---|---|\n| 20/11/2026 | ký kế hoạch |",
    "> Ngày 25/12/2016, hai bên ký phụ lục.",
    "Ngày 30/11/2021, Quy chế hết thời hạn; hai bên tổ chức tổng kết và ký Quy chế giai đoạn mới.",
    "Chủ nhật, ngày 20/11/2016, lễ ký diễn ra tại Hà Nội.",
    "Quốc hội thông qua Luật gồm 21 điều. Quy chế gồm 12 điều.",
    "Hội nghị gồm 3 phần; Quy chế có 4 chương quy định 12 nhóm nội dung, 15 nhiệm vụ.",
    "Bộ luật Tố tụng hình sự có 510 điều; Hiến pháp 2013 gồm 11 chương, 120 điều.",
    "Sau lễ ký ngày 20/11/2016, ngày 20/11/2017 hai bên sơ kết một năm thực hiện.",
)


@pytest.mark.parametrize("opening", ["", "Lễ ký diễn ra trang trọng.\n\n"])
@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_news_is_blamed_for_nothing(text: str, opening: str) -> None:
    assert told(problems_in(f"{opening}{text}")) == []


@pytest.mark.parametrize("text", [text for text in ORDINARY if "\n" not in text])
def test_an_ordinary_lead_is_blamed_for_nothing(text: str) -> None:
    quoted = text.replace("'", "''")
    assert told(problems_in("Nội dung.", lead=f"'{quoted}'")) == []


OF_SIGNING = (
    "Ngày 20/11/2026, tại Hà Nội, Bộ Công an và Văn phòng Quốc hội ký kết Quy chế phối hợp.",
    "Chiều ngày 20/11/2026, tại trụ sở Quốc hội đã diễn ra Lễ ký kết Quy chế phối hợp.",
    "(CTTĐT) - Sáng 21/11/2016, tại TP. Hồ Chí Minh, hai bên đã ký Quy chế.",
    "Hà Nội, 20/11/2026 – Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp.",
    "Tại Hà Nội, ngày 20-11-2026, lãnh đạo hai cơ quan đã ký Quy chế phối hợp.",
    "Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp ngày 20/11/2026.",
    "Quy chế phối hợp được hai bên ký kết vào chiều 22/11/2016 tại Hà Nội.",
    "Lễ ký Quy chế phối hợp đã diễn ra vào sáng 22/11/2016 tại Hà Nội.",
    "Thực hiện chủ trương của Đảng, ngày 20/11/2006, hai bên ký Quy chế phối hợp.",
    "Hôm nay, ngày 20 tháng 12 năm 2016, đồng chí Bộ trưởng và đồng chí Chủ nhiệm đã ký Quy chế.",
    "Vào hồi 9 giờ, ngày 20.12.2016, hai bên tiến hành ký kết.",
    "Thứ Hai, 21/11/2016, hai bên ký Quy chế.",
    "Quy chế được ký ngày 20 tháng 11 năm 2017.",
)
OF_CLAUSES = (
    "Quy chế phối hợp có 21 điều.",
    "Quy chế gồm 21 Điều, 5 Chương.",
    "Quy chế bao gồm lời nói đầu và 21 điều.",
    "Với 21 điều, Quy chế quy định rõ trách nhiệm của mỗi bên.",
    "Hai mươi mốt điều của Quy chế quy định rõ trách nhiệm.",
    "Quy chế được kết cấu thành 5 chương, 13 điều.",
    "Nội dung Quy chế gồm **4 chương** và **13 điều**.",
)
OF_PARTIES = (
    "Quy chế được ký kết giữa ba bên.",
    "Lễ ký kết ba bên diễn ra tại Hà Nội.",
    "Ba bên cùng ký Quy chế.",
    "Sáng nay, 3 cơ quan chính thức ký kết Quy chế.",
    "Quy chế phối hợp 4 bên được công bố.",
    "Lãnh đạo năm đơn vị cùng ký.".replace("năm", "5"),
)
OF_FORCE = (
    "Quy chế có hiệu lực thi hành từ 01/01/2017.",
    "Thỏa thuận bắt đầu có hiệu lực vào ngày 1/1/2017.",
    "Quy chế này có hiệu lực kể từ ngày 01 tháng 01 năm 2017 và thay thế các văn bản khác.",
    "Quy chế có hiệu lực kể từ ngày ký kết.",
)
OF_END = (
    "Quy chế có giá trị đến 31/12/2025.",
    "Quy chế có hiệu lực từ ngày 01/12/2016 đến hết ngày 30/11/2026.",
    "Thời hạn của Quy chế là 10 năm.",
    "Quy chế có hiệu lực trong vòng hai năm.",
    "Quy chế hết hiệu lực kể từ ngày 01/12/2022.",
)
CONTRADICTING = (
    ("contradiction-signed", OF_SIGNING),
    ("contradiction-clauses", OF_CLAUSES),
    ("contradiction-parties", OF_PARTIES),
    ("contradiction-effective", OF_FORCE),
    ("contradiction-expires", OF_END),
)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in CONTRADICTING for text in texts])
@pytest.mark.parametrize("place", ["lead", "text"])
def test_what_can_only_mean_the_agreement_is_shown(code: str, text: str, place: str) -> None:
    found = problems_in("Nội dung.", lead=f"'{text}'") if place == "lead" else problems_in(text)
    assert [problem.code for problem in found] == [code]
