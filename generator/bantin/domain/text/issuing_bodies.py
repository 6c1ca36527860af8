"""The bodies that issue legal documents, as named after a number: ``của Thủ tướng Chính phủ``."""

import re
from functools import cache

from bantin.domain.text.instruments import BLANK

_MINISTRIES = (
    "Công an|Quốc phòng|Ngoại giao|Tư pháp|Tài chính|Công Thương|Nông nghiệp và Môi trường|Xây dựng"
    "|Văn hóa, Thể thao và Du lịch|Khoa học và Công nghệ|Giáo dục và Đào tạo|Y tế|Nội vụ|Dân tộc và Tôn giáo"
    "|Kế hoạch và Đầu tư|Giao thông vận tải|Tài nguyên và Môi trường|Nông nghiệp và Phát triển nông thôn"
    "|Thông tin và Truyền thông|Lao động - Thương binh và Xã hội|Nội vụ"
)
_CAPITAL = "[A-ZĐÀ-Ỹ]"
_PLACE = rf"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường) {_CAPITAL}\w*(?: {_CAPITAL}\w*){{0,4}}"
_BODIES = (
    rf"(?:Bộ trưởng )?Bộ (?:{_MINISTRIES})",
    "(?:Thủ tướng )?Chính phủ",
    "Quốc hội",
    "(?:Ủy ban|Uỷ ban|UB) [Tt]hường vụ Quốc hội",
    "Chủ tịch nước",
    "Bộ Chính trị",
    "Ban Bí thư(?: Trung ương Đảng)?",
    "Ban Chấp hành Trung ương(?: Đảng)?",
    "(?:Chánh án )?Tòa án nhân dân tối cao|Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    "(?:Viện trưởng )?Viện [Kk]iểm sát nhân dân tối cao",
    "(?:Tổng )?Thanh tra Chính phủ|(?:Tổng )?Kiểm toán [Nn]hà nước",
    "(?:Thống đốc )?Ngân hàng Nhà nước(?: Việt Nam)?",
    "Văn phòng (?:Chính phủ|Quốc hội|Chủ tịch nước|Trung ương Đảng)",
    "Đảng ủy Công an Trung ương",
    rf"(?:Chủ tịch )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)(?: {_PLACE})?",
    rf"(?:Hội đồng nhân dân|HĐND)(?: {_PLACE})?",
    rf"(?:Tỉnh ủy|Thành ủy) {_CAPITAL}\w*(?: {_CAPITAL}\w*){{0,3}}",
    "the (?:Prime Minister|Government|National Assembly|Politburo)",
)


@cache
def issuing_body() -> re.Pattern[str]:
    """A pattern for ``của`` or ``of`` with a body, whose name is the group."""
    bodies = "|".join(sorted(_BODIES, key=len, reverse=True)).replace(" ", BLANK)
    return re.compile(rf"{BLANK}?,?{BLANK}?(?:của|do|by|of){BLANK}({bodies})(?!\w)")
