"""Headers of tables of agreements, in Vietnamese and English: what the column below them holds."""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from bantin.domain.text.name_keys import name_key

# Words of one column, by the fact that it holds. Words for a side (‘bên A’) are taken off before.
_HEADERS: Mapping[str, str] = {
    "order": "stt | tt | số tt | số thứ tự | thứ tự | no | no. | #",
    "number": "số, ký hiệu | số ký hiệu | số/ký hiệu | số và ký hiệu | số - ký hiệu | số văn bản | số vb | số hiệu "
    "| số hiệu văn bản | số, ký hiệu văn bản | số ký hiệu văn bản | ký hiệu | số quy chế | số, ký hiệu quy chế "
    "| number | document number | document no | reference | reference number | ref | ref. no | symbol",
    "title": "trích yếu | trích yếu nội dung | trích yếu văn bản | trích yếu nội dung văn bản | nội dung trích yếu "
    "| tên văn bản | tên quy chế | tên quy chế phối hợp | tên loại và trích yếu nội dung "
    "| tên loại và trích yếu nội dung văn bản | tên loại và trích yếu | tên gọi | tên văn bản, trích yếu "
    "| về việc | title | document title | subject | subject line | name of document | name of agreement",
    "type": "loại văn bản | loại | loại vb | tên loại | tên loại văn bản | thể loại | hình thức văn bản | type "
    "| document type | type of document | type of agreement | kind",
    "signed_on": "ngày ký | ngày ký kết | ngày, tháng, năm ký | ngày tháng năm ký | ngày tháng ký | ngày, tháng ký "
    "| ngày ký văn bản | thời gian ký | thời gian ký kết | thời điểm ký | năm ký | ký ngày | signed | signed on "
    "| date signed | date of signing | signing date | signature date | year signed",
    "issued_on": "ngày ban hành | ngày, tháng ban hành | ngày văn bản | ngày tháng văn bản | ngày, tháng văn bản "
    "| ngày tháng năm ban hành | ngày, tháng, năm ban hành | ngày tháng năm văn bản | ngày, tháng, năm văn bản "
    "| năm ban hành | date of issue | issued | issued on | date",
    "parties": "các bên | các bên ký | các bên ký kết | bên ký kết | cơ quan ký | cơ quan ký kết | các cơ quan ký "
    "| các cơ quan ký kết | các cơ quan | đơn vị ký | đơn vị ký kết | các đơn vị ký kết | cơ quan, đơn vị ký kết "
    "| cơ quan, đơn vị ký | các bên tham gia | cơ quan tham gia ký kết | parties | agencies | signing agencies "
    "| parties to the agreement | signing parties | institutions",
    "lead_party": "bên chủ trì | lead party",
    "agency": "cơ quan | đơn vị | tên cơ quan | tên đơn vị | cơ quan, đơn vị | agency | institution | organisation "
    "| organization",
    "signatories": "người ký | người ký kết | người ký văn bản | họ tên người ký | họ và tên người ký | đại diện ký "
    "| người đại diện ký | đại diện ký kết | signatory | signatories | signed by | signer | signers",
    "person": "họ tên | họ và tên | đại diện | người đại diện | name | represented by | representative",
    "position": "chức vụ | chức danh | chức vụ người ký | chức danh người ký | chức vụ, chức danh | position | title "
    "of signatory | post | positions",
    "rank": "cấp bậc | quân hàm | cấp hàm | cấp bậc hàm | cấp bậc, quân hàm | hàm | rank | ranks",
    "presided_by": "người chủ trì lễ ký | chủ trì lễ ký | chủ trì lễ ký kết | presided by",
    "attended_by": "người dự lễ ký | người dự ký | người tham dự lễ ký | người chứng kiến | attended by | witnesses",
    "fields": "lĩnh vực | lĩnh vực phối hợp | các lĩnh vực | field | fields | subject area | area",
    "scope": "phạm vi | cấp ký kết | scope | phạm vi áp dụng",
    "effective_on": "hiệu lực từ | hiệu lực từ ngày | có hiệu lực từ | có hiệu lực từ ngày | ngày có hiệu lực "
    "| ngày hiệu lực | ngày bắt đầu hiệu lực | thời điểm có hiệu lực | hiệu lực kể từ ngày | effective "
    "| effective from | effective on | effective date | in force from | entry into force",
    "expires_on": "ngày hết hiệu lực | hết hiệu lực | hết hiệu lực ngày | hiệu lực đến | hiệu lực đến ngày "
    "| có hiệu lực đến | ngày hết hạn | thời điểm hết hiệu lực | ngày kết thúc hiệu lực | hết hạn | expires "
    "| expires on | expiry | expiry date | expiration date | valid until | in force until",
    "term": "thời hạn | thời hạn hiệu lực | thời gian hiệu lực | thời gian có hiệu lực | thời hạn có hiệu lực | term "
    "| duration | period of validity",
    "place": "nơi ký | nơi ký kết | địa điểm | địa điểm ký | địa điểm ký kết | place | place of signing | signed at "
    "| location",
    "venue": "địa điểm tổ chức | địa điểm tổ chức lễ ký | địa điểm lễ ký | hội trường | venue",
    "clauses": "số điều | số điều khoản | tổng số điều | articles | number of articles | clauses | number of clauses",
    "review": "sơ kết | sơ kết, tổng kết | định kỳ sơ kết | chế độ sơ kết | định kỳ sơ kết, tổng kết | review "
    "| review period | reviewed every",
    "legal_basis": "căn cứ | căn cứ pháp lý | căn cứ ban hành | legal basis | basis",
    "contact": "đầu mối | đầu mối liên hệ | đơn vị đầu mối | cơ quan đầu mối | đầu mối phối hợp | contact "
    "| contact point",
    "documents": "tệp | tệp văn bản | tệp đính kèm | tên tệp | tập tin | file | files | file name | đính kèm "
    "| văn bản đính kèm | bản scan | bản quét | link | links | liên kết | đường dẫn | đường dẫn văn bản | đường link "
    "| link văn bản | link tải | url | document | attachment | attachments",
    "text_public": "công bố toàn văn | toàn văn công khai | công khai toàn văn | full text public",
    "note": "ghi chú | chú thích | note | notes | remark | remarks",
    "status": "tình trạng | tình trạng hiệu lực | trạng thái | hiệu lực | status",
}
KEYS = frozenset(_HEADERS) - {"agency", "person"} | {"party"}
"""What columns can hold."""

_ORDINALS = ("nhất", "hai", "ba", "tư")
_SIDE = re.compile(
    rf"(?:^|[ (])(?:{name_key('bên')} ?(?:{name_key('thứ')} )?|party )"
    rf"(?P<side>[a-h]|[1-8]|{'|'.join(map(name_key, _ORDINALS))})(?![\w\u0300-\u036f])"
)
_SIDES = {
    **{str(number): letter for number, letter in enumerate("ABCDEFGH", 1)},
    **{name_key(word): letter for word, letter in zip(_ORDINALS, "ABCD", strict=True)},
}
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_MONTH_FIRST = re.compile(rf"[(\[ ](?:m{{1,2}}|{name_key('tháng')})[/.-](?:d{{1,2}}|{name_key('ngày')})")
_LONGEST = 120
# What a column holds only if it is for one side.
_FOR_SIDE = frozenset({"agency", "person"})
_OF_PEOPLE = frozenset({"person", "signatories", "position", "rank"})
_EDGES = " .,;:/*-–()"


class Header(Struct, frozen=True):
    """What a header says: what its column holds (one of ``KEYS``), and for which side of the agreement (``A``).

    ``is_month_first`` if it says that dates are written so.
    """

    key: str
    side: str = ""
    is_month_first: bool = False


def read_header(text: str) -> Header | None:
    """What the header ``text`` says; ``None`` if it is none of those that are known."""
    if len(text) > _LONGEST:
        return None
    key = name_key(text)
    is_month_first = bool(_MONTH_FIRST.search(key))
    found = _SIDE.search(key)
    side = _side(found) if found else ""
    bare = f"{key[: found.start()]} {key[found.end() :]}" if found else key
    words = " ".join(bare.split()).strip(_EDGES)
    short = " ".join(_BRACKETS.sub(" ", bare).split()).strip(_EDGES)
    if side and (not short or _meanings().get(short) == "agency"):
        return Header("party", side)
    meant = _meanings().get(words) or _meanings().get(short)
    if meant is None or (meant not in _OF_PEOPLE if side else meant in _FOR_SIDE):
        return None
    return Header("signatories" if side and meant == "person" else meant, side, is_month_first)


def _side(found: re.Match[str]) -> str:
    return _SIDES.get(found["side"], found["side"].upper())


@cache
def _meanings() -> Mapping[str, str]:
    """What each header means, by the key of its words."""
    return {name_key(words).strip(_EDGES): key for key, headers in _HEADERS.items() for words in headers.split("|")}
