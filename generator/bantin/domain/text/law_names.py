"""The names by which laws, codes and ordinances are cited without a number: ``Luật Công an nhân dân năm 2018``."""

import re
from functools import cache

from bantin.domain.text.instruments import BLANK, InstrumentKind

_CODES = "Hình sự|Tố tụng hình sự|Dân sự|Tố tụng dân sự|Lao động|Hàng hải Việt Nam|Hàng hải"
_ORDINANCES = (
    "Cảnh vệ|Cựu chiến binh|Tình trạng khẩn cấp|Dân số|Ưu đãi người có công với cách mạng|Tình báo"
    "|Công nghiệp quốc phòng|Cảnh sát môi trường|Cảnh sát cơ động|Án phí và lệ phí Tòa án|Bắt giữ tàu bay"
    "|Án phí, lệ phí Tòa án"
    "|Thủ tục bắt giữ tàu biển|Quản lý thị trường|Ngoại hối|Tín ngưỡng, tôn giáo|Động viên công nghiệp|Lưu trữ quốc gia"
    "|Chi phí giám định, định giá, chi phí cho người làm chứng, người phiên dịch trong tố tụng"
    "|Bảo vệ công trình quan trọng liên quan đến an ninh quốc gia|Công an xã|Bảo vệ bí mật nhà nước"
    "|Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ|Dân quân tự vệ|Chống tham nhũng"
)
_LAWS = """
An ninh mạng|An ninh quốc gia|An toàn thông tin mạng|An toàn thực phẩm|An toàn, vệ sinh lao động
Ban hành văn bản quy phạm pháp luật|Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân
Biên giới quốc gia|Biên phòng Việt Nam|Biển Việt Nam|Báo chí|Bình đẳng giới|Bưu chính|Bảo hiểm tiền gửi
Bảo hiểm xã hội|Bảo hiểm y tế|Bảo vệ bí mật nhà nước|Bảo vệ dữ liệu cá nhân|Bảo vệ môi trường
Bảo vệ quyền lợi người tiêu dùng|Bảo vệ và kiểm dịch thực vật|Bảo vệ, chăm sóc và giáo dục trẻ em
Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân|Chuyển giao công nghệ
Chuyển giao người đang chấp hành án phạt tù|Chuyển đổi số|Chăn nuôi|Chất lượng sản phẩm, hàng hóa|Chứng khoán
Các công cụ chuyển nhượng|Các tổ chức tín dụng|Cán bộ, công chức|Công an nhân dân|Công chứng
Công nghiệp công nghệ số|Công nghiệp quốc phòng, an ninh và động viên công nghiệp|Công nghệ cao|Công nghệ thông tin
Công đoàn|Căn cước|Căn cước công dân|Cơ quan đại diện nước Cộng hòa xã hội chủ nghĩa Việt Nam ở nước ngoài|Cư trú
Cạnh tranh|Cảnh sát biển Việt Nam|Cảnh sát cơ động|Cảnh vệ|Di sản văn hóa|Doanh nghiệp|Du lịch|Dân quân tự vệ|Dược
Dầu khí|Dẫn độ|Dữ liệu|Dự trữ quốc gia|Giao dịch điện tử|Giao thông đường bộ|Giao thông đường thủy nội địa|Giá
Giám định tư pháp|Giáo dục|Giáo dục nghề nghiệp|Giáo dục quốc phòng và an ninh|Giáo dục đại học
Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác|Hoạt động chữ thập đỏ
Hoạt động giám sát của Quốc hội và Hội đồng nhân dân|Hàng không dân dụng Việt Nam|Hòa giải ở cơ sở
Hòa giải, đối thoại tại Tòa án|Hóa chất|Hôn nhân và gia đình|Hải quan|Hỗ trợ doanh nghiệp nhỏ và vừa|Hộ tịch
Hợp tác xã|Khiếu nại|Khoa học và công nghệ|Khoa học, công nghệ và đổi mới sáng tạo|Khoáng sản|Khám bệnh, chữa bệnh
Khí tượng thủy văn|Kinh doanh bảo hiểm|Kinh doanh bất động sản|Kiến trúc|Kiểm toán nhà nước|Kiểm toán độc lập
Kế toán|Luật sư|Lâm nghiệp|Lý lịch tư pháp|Lưu trữ|Lực lượng dự bị động viên
Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở|Mặt trận Tổ quốc Việt Nam|Nghĩa vụ quân sự
Ngân hàng Nhà nước Việt Nam|Ngân sách nhà nước|Người cao tuổi|Người khuyết tật
Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng|Nhà giáo|Nhà ở
Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam|Nuôi con nuôi|Năng lượng nguyên tử|Phá sản
Phí và lệ phí|Phòng bệnh|Phòng cháy và chữa cháy|Phòng cháy, chữa cháy và cứu nạn, cứu hộ|Phòng không nhân dân
Phòng thủ dân sự|Phòng, chống bạo lực gia đình|Phòng, chống bệnh truyền nhiễm|Phòng, chống khủng bố
Phòng, chống ma túy|Phòng, chống mua bán người
Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)|Phòng, chống rửa tiền
Phòng, chống tham nhũng|Phòng, chống thiên tai|Phòng, chống tác hại của rượu, bia|Phòng, chống tác hại của thuốc lá
Phổ biến, giáo dục pháp luật|Quy hoạch|Quy hoạch đô thị và nông thôn
Quân nhân chuyên nghiệp, công nhân và viên chức quốc phòng|Quản lý ngoại thương|Quản lý nợ công|Quản lý thuế
Quản lý, sử dụng tài sản công|Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ
Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp|Quảng cáo|Quốc phòng|Quốc tịch
Quốc tịch Việt Nam|Sĩ quan Quân đội nhân dân Việt Nam|Sở hữu trí tuệ|Sử dụng năng lượng tiết kiệm và hiệu quả
Tham gia lực lượng gìn giữ hòa bình của Liên hợp quốc|Thanh niên|Thanh tra|Thi hành tạm giữ, tạm giam
Thi hành tạm giữ, tạm giam và cấm đi khỏi nơi cư trú|Thi hành án dân sự|Thi hành án hình sự|Thi đua, khen thưởng
Thuế giá trị gia tăng|Thuế thu nhập cá nhân|Thuế thu nhập doanh nghiệp|Thuế tiêu thụ đặc biệt
Thuế xuất khẩu, thuế nhập khẩu|Thú y|Thư viện|Thương mại|Thể dục, thể thao|Thỏa thuận quốc tế|Thống kê|Thủ đô
Thủy lợi|Thủy sản|Thực hiện dân chủ ở cơ sở|Thực hành tiết kiệm, chống lãng phí|Tiêu chuẩn và quy chuẩn kỹ thuật
Tiếp công dân|Tiếp cận thông tin|Trách nhiệm bồi thường của Nhà nước|Trưng cầu ý dân|Trưng mua, trưng dụng tài sản
Trật tự, an toàn giao thông đường bộ|Trẻ em|Trọng tài thương mại|Trồng trọt|Trợ giúp pháp lý|Tài nguyên nước
Tài nguyên, môi trường biển và hải đảo|Tình trạng khẩn cấp|Tín ngưỡng, tôn giáo|Tư pháp người chưa thành niên
Tương trợ tư pháp|Tương trợ tư pháp về dân sự|Tương trợ tư pháp về hình sự|Tần số vô tuyến điện|Tố cáo
Tố tụng hành chính|Tổ chức Chính phủ|Tổ chức Quốc hội|Tổ chức Tòa án nhân dân|Tổ chức Viện kiểm sát nhân dân
Tổ chức chính quyền địa phương|Tổ chức cơ quan điều tra hình sự|Viên chức|Viễn thông|Việc làm|Xuất bản
Xuất cảnh, nhập cảnh của công dân Việt Nam|Xây dựng|Xử lý vi phạm hành chính|Đa dạng sinh học|Điều ước quốc tế
Điện lực|Điện ảnh|Đo lường|Đo đạc và bản đồ|Đê điều|Đường bộ|Đường sắt|Đất đai|Đấu giá tài sản|Đấu thầu|Đầu tư
Đầu tư công|Đầu tư theo phương thức đối tác công tư|Đặc xá
"""
_ABBREVIATED_CODES = "BLHS|BLTTHS|BLDS|BLTTDS|BLLĐ"
_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ủy": "uỷ", "úy": "uý", "ùy": "uỳ"}

CODE_ABBREVIATIONS = rf"(?:{_ABBREVIATED_CODES})(?!\w)"
"""A pattern without groups for the abbreviations of codes, which need no word before them."""


@cache
def names_of(kind: InstrumentKind) -> re.Pattern[str]:
    """The names of documents of a kind that is cited by name, the longest first, in all usual spellings."""
    listed = {
        InstrumentKind.CODE: _CODES,
        InstrumentKind.ORDINANCE: _ORDINANCES,
        InstrumentKind.LAW: _LAWS.strip().replace("\n", "|"),
    }[kind]
    names = sorted(listed.split("|"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(_spellings, names))})(?!\w)", re.IGNORECASE)


def _spellings(name: str) -> str:
    """A pattern for ``name``: commas are optional, and tones may be on either vowel."""
    pattern = re.escape(name).replace(r"\ ", " ").replace(", ", ",? ").replace(" ", f"{BLANK}{{1,3}}")
    for new, old in _TONES.items():
        pattern = pattern.replace(new, f"(?:{new}|{old})")
    return pattern
