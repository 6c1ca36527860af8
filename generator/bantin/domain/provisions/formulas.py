"""The fixed words around the provisions of an agreement: its legal basis before, and the signatures after them."""

import re
from functools import cache

_BASIS = (
    r"(?:[-–+•*] ?)?(?:Căn cứ|CĂN CỨ|Theo đề nghị|Xét đề nghị|Trên cơ sở|Thực hiện|Để thực hiện|Xuất phát từ|Xét"
    r"|Pursuant to|Having regard to|On the basis of|Based on|In accordance with|At the (?:proposal|request) of"
    r"|On the (?:proposal|recommendation) of|In pursuance of|Whereas|WHEREAS|Recalling|Considering)\b"
)
# The signatory in capitals: the side, the authority (on behalf of, for, by order), the post. Then the recipients of
# copies.
_POSTS = (
    r"[*_]{0,3}(?:Q\. ?)?(?:PHÓ )?(?:BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|TỔNG THANH TRA|THỐNG ĐỐC"
    r"|CHỦ NHIỆM|CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|TƯ LỆNH|CHỈ HUY TRƯỞNG"
    r"|HIỆU TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|TỔNG BIÊN TẬP|TRƯỞNG PHÒNG|CHI CỤC TRƯỞNG|BÍ THƯ)\b[^.;:]*$"
)
_SIGNATURE = (
    r"[*_]{0,3}(?:\| ?)?(?:ĐẠI DIỆN\b|T/?M\. ?\w|KT\. ?\w|TL\. ?\w|TUQ\. ?\w|Nơi nhận ?:|NƠI NHẬN\b|\((?:Đã ký|ĐÃ KÝ)"
    r"|FOR AND ON BEHALF OF\b|ON BEHALF OF\b|For and on behalf of\b|IN WITNESS WHEREOF\b|In witness whereof\b"
    r"|SIGNED\b|\((?:Signed|SIGNED)\)|Signed (?:at|in) |Recipients ?:)"
)
_LONGEST_SIGNATURE = 1_000


def is_basis(text: str) -> bool:
    """Whether a paragraph of the preamble is one of the legal basis."""
    return _basis().match(text) is not None


def is_signature(text: str) -> bool:
    """Whether the signatures begin with this paragraph."""
    if len(text) > _LONGEST_SIGNATURE:
        return False
    return _signature().match(text) is not None or (text.isupper() and _post().match(text) is not None)


@cache
def _basis() -> re.Pattern[str]:
    return re.compile(_BASIS)


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(_SIGNATURE)


@cache
def _post() -> re.Pattern[str]:
    return re.compile(_POSTS)
