"""The words in which news tell of signings, as patterns that ignore case unless capitals decide."""

from bantin.domain.text.small_numbers import NUMBER_WORDS

_TOGETHER = "phối hợp|hợp tác|liên tịch|liên ngành|phối kết hợp"
_AGREED = "th(?:ỏa|oả) thuận"
TYPE = (
    rf"quy chế(?: (?:công tác )?(?:{_TOGETHER})(?: liên ngành)?)?"
    rf"|(?:kế hoạch|chương trình|quy định|hướng dẫn)(?: công tác| hành động)? (?:{_TOGETHER})(?: hành động)?"
    rf"|(?:biên )?bản (?:ghi nhớ|{_AGREED})(?: (?:hợp tác|phối hợp))?|biên bản hợp tác"
    rf"|(?:văn bản )?{_AGREED}(?: khung)?(?: (?:hợp tác|phối hợp))?"
    r"|(?:nghị quyết|thông tư|kế hoạch) liên tịch|giao ước thi đua|hợp đồng (?:hợp tác|nguyên tắc)"
)
"""The kinds of agreements, as they are named."""

SHORT_TYPE = rf"{TYPE}|chương trình|kế hoạch|biên bản|văn bản|văn kiện|ghi nhớ"
"""The same, and what they are called once they are known."""

SIGN = (
    r"(?<!chữ )(?<!đăng )(?<!thư )(?<!nhật )(?<!ngày )(?<!lưu )(?<!bút )(?<!việc )(?<!sau )(?<!từ khi )\b"
    r"(?:đặt bút )?ký(?! hiệu| túc| tự| ức| quỹ| gửi| giả| sự| sinh| lục| họa| thác| năm| nháy)"
    r"(?: kết)?(?! kết| năm [0-9])(?: ban hành)?(?!\w)"
)
"""The verb, or the noun in ``Lễ ký``."""

PLANNED = (
    r"(?:\bsẽ\b|dự kiến|chuẩn bị|tiến tới|hướng tới|đề xuất|đề nghị|mong muốn|mong|\bchưa\b|\bkhông\b|trước khi|\bnếu\b"
    r"|xem xét|nghiên cứu|bàn về|bàn việc|sớm|(?-i:cần)|trước thềm|trước (?:lễ|buổi)|tính đến|hoãn|hủy|có thể"
    r"|(?-i:kế hoạch)|sắp|khi|góp ý|dự thảo|từng|trước đó"
    r"|trước đây"
    r"|thống nhất(?: việc)?(?: sẽ)?)\s(?:[^,.;:]{0,60}\s)?$"
)
"""What stands before the verb where nothing is signed yet, or was long ago."""

OF_OTHER_TIME = (
    r"sơ kết|tổng kết|kỷ niệm[^,.;]{0,40}(?:ký|quy chế|chương trình|thực hiện)|\bnăm (?:thực hiện|triển khai|ký)"
    r"|(?:sau|qua) [^,.;]{1,20} năm|(?:thực hiện|triển khai|quán triệt|phổ biến) (?:(?! ký)[^,.;]){0,40}(?:quy chế"
    r"|chương trình|kế hoạch"
    rf"|{_AGREED})|việc ký kết|năm trước|trước đó|trước đây|đã từng"
    rf"|(?:quy chế|chương trình|kế hoạch|{_AGREED})[^,.;]{{0,20}} cũ\b"
)
"""What a sentence has that tells of an earlier or a later signing."""

EARLIER = r"trước đó|trước đây|đã từng|năm trước|(?:sau|qua) [^,.;]{1,20} năm|năm qua"
"""What a sentence has that tells of an earlier agreement, or of what was done under it."""

OTHER_EVENT = (
    r"^\W*(?:(?:sáng|chiều|tối) )?(?:cùng ngày|trước đó|trước đây|cùng thời gian|hôm trước|năm qua|ngày mai)(?!\w)"
)
"""How a sentence begins that tells of something else than the signing."""

SPEECH = (
    r"^\W*(?:thay mặt [^,]{0,80}, )?(?:tại [^,]{0,40}, )?phát biểu|khẳng định|nhấn mạnh|cho biết|cho rằng|bày tỏ"
    r"|yêu cầu"
    r"|đề nghị|mong muốn|đánh giá cao|biểu dương|chúc mừng|tin tưởng"
)
"""What a sentence has that tells what somebody said of the signing."""

NOT_YET = r"dự kiến|dự thảo|góp ý|hoãn|\blùi\b"
"""What a sentence has that tells of a later signing, unless it says that one is done."""

DONE = rf"(?:đã|vừa|cùng|chính thức|tiến hành)\s(?:cùng\s|chính thức\s|tiến hành\s)?(?:{SIGN})"
"""The verb where it certainly tells what has happened."""

NO_CEREMONY = (
    r"sơ kết|tổng kết|kỷ niệm|\bnăm (?:thực hiện|triển khai)|(?:chuẩn bị|sắp|sẽ|dự kiến|bàn|góp ý|thống nhất|tiến tới"
    r"|dự thảo|đề xuất)\b|triển khai|quán triệt|tập huấn|(?<!ban )kiểm tra"
)
"""What a headline has that is about something else than a signing."""

AND_SIGNING = rf"(?:và|,)\s(?:tổ chức\s)?(?:lễ\s)?(?:chính thức\s)?(?:{SIGN})"
"""What makes it about a signing all the same."""

DEED = (
    r"\s(?:kết\s|ban hành\s|vào\s|các\s|một\s){0,2}(?:quyết định|nghị định|luật|lệnh|nghị quyết(?! liên tịch)"
    r"|thông tư(?! liên tịch)|chỉ thị|công văn|hợp đồng|phụ lục|kế hoạch công tác|văn bản số)"
)
"""Other documents that are signed."""

OTHER_DOCUMENT = (
    r"(?:thay thế|thay cho|căn cứ|theo|sửa đổi|bổ sung|thực hiện|sơ kết|tổng kết|kế thừa|hủy bỏ|bãi bỏ|so với"
    r"|trên cơ sở|tinh thần)(?:\s(?:cho|vào|bản|các|việc|của|nội dung))*\s$"
)
"""What stands before another agreement that the text refers to."""

COUNT = rf"(?:[0-9]{{1,3}}|(?:{NUMBER_WORDS})(?:\s(?:{NUMBER_WORDS})){{0,2}})"
SIDES = r"(?:bên|bộ|cơ quan|đơn vị|ngành|cục|tỉnh|văn phòng|lực lượng)"
"""What the parties are called together, behind their number."""
