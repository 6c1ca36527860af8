"""The words that names of Vietnamese agencies consist of, as patterns."""

import re
from functools import cache

from bantin.domain.text.letter_case import CAPITAL
from bantin.domain.text.provinces import PROVINCE

_MINISTRIES = (
    "Công an|Quốc phòng|Ngoại giao|Tư pháp|Tài chính|Công [Tt]hương|Nông nghiệp và Môi trường|Xây dựng"
    "|Nông nghiệp và Phát triển [Nn]ông thôn|Văn h(?:óa|oá), Thể thao và Du lịch|Khoa học và Công nghệ"
    "|Giáo dục và Đào tạo|Y tế|Nội vụ|Dân tộc và Tôn giáo|Kế hoạch và Đầu tư|Giao thông [Vv]ận tải"
    "|Tài nguyên và Môi trường|Thông tin và Truyền thông|Lao động ?[-–,] ?Thương binh và Xã hội"
    "|Văn hóa và Thể thao|Du lịch|Văn hóa - Thông tin|Ngoại vụ|Công nghiệp|Thương mại|Thủy sản|Bưu chính, Viễn thông"
    "|Quy hoạch(?: và|-| -) Kiến trúc|Nông nghiệp|NN&PTNT|TN&MT|VHTT&DL|VH,TT&DL|VHTTDL|GD&ĐT|GDĐT|LĐ-TB&XH|LĐTB&XH"
    "|TT&TT|TTTT|KH&ĐT|KH&CN|KHCN|GTVT|KH-ĐT"
)
_PEOPLES_COMMITTEE = r"UBND|[ỦU][ỷy] ban [Nn]hân dân|Uỷ ban [Nn]hân dân"
_PEOPLES_COUNCIL = "HĐND|Hội đồng [Nn]hân dân"
_DELEGATION = "Đoàn ĐBQH|Đoàn [Đđ]ại biểu Quốc hội"
_NATIONAL = (
    "(?<!Nhà )Quốc hội|Văn phòng (?:Quốc hội|Chính phủ|Chủ tịch nước|Trung ương Đảng)|Chính phủ"
    "|[ỦU][ỷy] ban Thường vụ Quốc hội|Uỷ ban Thường vụ Quốc hội|Thanh tra Chính phủ|Kiểm toán [Nn]hà nước"
    "|Ngân hàng Nhà nước(?: Việt Nam)?|Thông tấn xã Việt Nam|Đài Truyền hình Việt Nam|Đài Tiếng nói Việt Nam"
    "|T(?:òa|oà) án [Nn]hân dân [Tt]ối cao|Viện [Kk]iểm sát [Nn]hân dân [Tt]ối cao|(?:VKSND|TAND|VKSNDTC"
    "|TANDTC)(?: [Tt]ối cao)(?!\\w)"
    "|Bộ Tư lệnh Cảnh sát biển(?: Việt Nam)?|Ban Quản lý Lăng Chủ tịch Hồ Chí Minh|Đảng ủy Công an Trung ương"
    "|Quân ủy Trung ương"
)
# Without a place it is the service as a whole, or part of another name: 'Truyền thông Công an nhân dân'.
_POLICE = (
    r"Công an(?= (?:[Tt]ỉnh|[Tt]hành phố|TP|[Hh]uyện|[Qq]uận|[Tt]hị|[Xx]ã|[Pp]hường"
    rf"|các|hai|ba|bốn|năm|sáu|[2-9]|{PROVINCE})(?!\w))"
)
_LOCAL = (
    rf"Văn phòng (?:{_DELEGATION})(?: và|, ?| &) (?:{_PEOPLES_COUNCIL})|Văn phòng (?:{_PEOPLES_COUNCIL})(?:, | và | - )"
    rf"(?:{_PEOPLES_COMMITTEE})|Văn phòng (?:{_DELEGATION}|{_PEOPLES_COUNCIL}|{_PEOPLES_COMMITTEE}|Tỉnh [ủu][ỷy]"
    r"|Tỉnh uỷ|Thành [ủu][ỷy]|Huyện [ủu][ỷy])"
    rf"|Ban (?:Thường vụ|Chấp hành) (?:Tỉnh|Thành|Huyện|Quận|Đảng) (?:[ủu][ỷy]|[Đđ]oàn)|{_PEOPLES_COMMITTEE}"
    rf"|(?:Thường trực )?(?:{_PEOPLES_COUNCIL})|{_DELEGATION}"
    r"|Bộ [Cc]hỉ huy [Qq]uân sự|Bộ CHQS|BCH [Qq]uân sự|BCHQS|Ban [Cc]hỉ huy [Qq]uân sự|Ban CHQS"
    rf"|Bộ [Cc]hỉ huy (?:Bộ đội [Bb]iên phòng|BĐBP)|Bộ đội [Bb]iên phòng|BĐBP|{_POLICE}"
    r"|T(?:òa|oà) án [Nn]hân dân|TAND|Viện [Kk]iểm sát [Nn]hân dân|VKSND|Viện KSND|Cục [Tt]hi hành án [Dd]ân sự"
    r"|Cục THADS"
    r"|(?:Ban Thường trực )?(?:[ỦU][ỷy] ban |Uỷ ban )?(?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam|(?: VN))?"
    r"|Ngân hàng Nhà nước(?: Việt Nam)?(?: [-–])? [Cc]hi nhánh|Cục Thuế|Cục Hải quan|Kho bạc Nhà nước"
    r"|Bảo hiểm xã hội|BHXH|Thanh tra(?= (?:[Tt]ỉnh|[Tt]hành phố|TP|[Hh]uyện))|(?:Tỉnh|Thành|Huyện|Quận|Xã) [Đđ]oàn"
    r"|(?:Tỉnh|Thành|Huyện|Quận) [ủu][ỷy]|Đảng [ủu][ỷy]|Hội (?:Liên hiệp Phụ nữ|LHPN)(?: Việt Nam)?"
    r"|Hội Nông dân(?: Việt Nam)?|Hội Cựu chiến binh(?: Việt Nam)?|Hội Cựu Công an nhân dân|Hội Chữ thập đỏ"
    r"|Hội Luật gia|Hội Nhà báo|Hội Người cao tuổi|Đoàn Luật sư|Liên đoàn Lao động|LĐLĐ|Ban Tuyên giáo"
    r"|Ban Dân vận|Ban Nội chính|Ban Tổ chức|Ban Dân tộc|Ban Tôn giáo|Ban Quản lý các [Kk]hu công nghiệp"
    r"|Ban Thi đua ?[-–] ?Khen thưởng|Đài Phát thanh(?: và| -|,) Truyền hình|Đài PT-?TH|Chi cục [Kk]iểm lâm"
    rf"|Sở (?:{_MINISTRIES})"
)
_OPEN = (
    "(?:Ban (?:Bí thư|Thường vụ|Chấp hành) )?Trung ương(?= (?:Hội|Đoàn|MTTQ|Mặt trận))|Hội đồng|Tổng [Ll]iên đoàn"
    "|Tổng [Cc]ục|Cục|Vụ|Chi cục|Viện|Học viện"
    "|Trường(?: Đại học| Cao đẳng| Trung cấp| Chính trị)?|Đại học|Trung tâm"
    "|Tập đoàn|Tổng [Cc]ông ty|Công ty(?: (?:TNHH|[Cc]ổ phần|CP|MTV))*|Ngân hàng|Hội|Hiệp hội|Liên đoàn|Liên minh"
    "|Đoàn|Ban"
    "|Phòng|Báo|Tạp chí|Đài|Bộ Tư lệnh|[ỦU][ỷy] ban|Uỷ ban|Văn phòng|Nhà xuất bản|Bệnh viện|Bảo tàng|Thư viện"
    "|Quân khu|Lữ đoàn|Trung đoàn|Sư đoàn|Trại giam|Thanh tra|Kho bạc|Cảng vụ|Bưu điện|Điện lực|Sở|Trạm|Hạt"
    "|Vùng"
)
UNIT = r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Xx]ã|[Pp]hường|[Đđ]ặc khu)"
"""The word for an administrative unit, before its name."""

# Lower-case words within names of departments and institutes.
_WITHIN = (
    "an ninh|trật tự|an toàn|xã hội|quản lý|hành chính|điều tra|tội phạm|ma t[úu][ýy]|kinh tế|chính trị|nội bộ|nội địa"
    "|phòng cháy|chữa cháy|cứu nạn|cứu hộ|giao thông|môi trường|xuất nhập cảnh|xuất, nhập cảnh|công nghệ|công nghệ cao"
    "|mạng|đối ngoại|đối nội|kỹ thuật|nghiệp vụ|tham mưu|hậu cần|y tế|giáo dục|cán bộ|phong trào|quốc gia|quốc tế"
    "|nhân dân|dân sự|hình sự|tham nhũng|buôn lậu|sử dụng|thông tin|truyền thông|công cộng|cơ động|cảnh vệ|chiến lược"
    "|khoa học|pháp luật|pháp chế|cải cách|tư pháp|tài chính|ngân sách|đầu tư|phát triển|nông thôn|nông nghiệp"
    "|lâm nghiệp|thủy lợi|đường bộ|đường sắt|đường thủy|hàng không|hàng hải|biên phòng|biên giới|tôn giáo|dân tộc"
    "|tổ quốc|Tổ quốc|việc làm|lao động|trẻ em|phụ nữ|thanh niên|công đoàn|nhà nước|văn hóa|văn hoá|văn phòng"
    "|thể thao|du lịch|kiểm soát|thủ tục|bồi thường|giao dịch|bảo đảm|trợ giúp|pháp lý|đào tạo|bồi dưỡng|nghiên cứu"
    "|ứng dụng|thống kê|dữ liệu|dân cư|trại giam|tạm giam|tạm giữ|thi hành|án|hỗ trợ|cộng đồng|vũ khí|viễn thông"
    "|điện tử|doanh nhân|nhà báo|nhà văn|trẻ|báo chí|xuất bản|phát thanh|truyền hình|cơ yếu|đối tượng|chuyên ngành"
    "|chuyên gia|nước ngoài"
)
_JOINED_WITHIN = (
    "đồng thành viên|đồng quản trị|phòng, chống|phòng chống|phòng ngừa|bảo vệ an ninh|toàn dân bảo vệ an ninh"
    "|về trật tự|về ma túy|về ma tuý"
    "|về môi trường|về kinh tế|về tham nhũng|về tội phạm|về xuất|về an toàn|về dân cư|về quản lý"
)
_NOT_WITHIN = (
    "đã|đang|sẽ|vừa|vẫn|cùng|cũng|chính thức|ký|tổ chức|phối hợp|thống nhất|tiếp|tiến hành|trao|chủ|luân phiên"
    "|khẳng định|cho|phát|đề|đánh giá|cam kết|ban hành|triển khai|thực hiện|thường xuyên|trực tiếp|tham|dự|nhất trí"
    "|đảm bảo|cung cấp|giúp|luôn|là|có|được|bị|phải|cần|nên|hằng|hàng|mong|nhấn|yêu cầu|tại|ở|trong|ngoài|trên|dưới"
    "|vào|ngày|sáng|trưa|chiều|tối|do|bởi|với|để|nhằm|theo|về|của|thuộc|từ|đến|tới|khi|nếu|mà|rằng|thì|hoặc|nêu|này"
    "|đó|kia|nói|lần lượt|đại diện|thay mặt|lãnh đạo|đồng|gồm|giữa|qua|nhận|thông qua|xác định|hai|ba|bốn|năm|các"
    "|những|mỗi|từng|một|nhân|gửi|tặng|làm|giao|trân trọng|long trọng|diễn ra|trình|tuyên|giới thiệu|ghi"
    "|biểu|chúc|thời gian|sau|trước|bên|quy định|cụ thể|không|chưa|bắt đầu|hoàn thành|hướng|kết|bày|tin|mới|lại|như"
    "|sớm|thành lập|tăng cường|đặt|đưa|tập trung|đẩy mạnh|chịu|góp|xây dựng|hợp tác|liên|tạo|bố trí|kịp thời|rất|cử"
    "|ông|bà|công bố|trình bày|quán triệt|báo cáo|đọc|điều hành|dẫn đầu|chào mừng|cảm ơn|kiểm tra|thăm|gặp|điểm lại"
    "|tóm tắt|phân tích|chia sẻ|trả lời|kết luận|khai mạc|bế mạc|vinh dự|nguyên|kiêm|hiện|ủng hộ|hoan nghênh"
    "|nhận xét|quyết định|truyền đạt|hỏi|kêu gọi|chỉ rõ|lưu ý|thông báo|thừa|khen|bắt tay|chụp|đón|mừng|đăng cai|ra"
    "|vui mừng|xin|mời|vinh danh|tri ân|giải thích|bàn|phân công|lãnh|chuyển|soạn|rà soát|phản ánh|kiến nghị"
)

_SHORT_FORMS = {
    "GD&ĐT": "Giáo dục và Đào tạo",
    "GDĐT": "Giáo dục và Đào tạo",
    "GTVT": "Giao thông vận tải",
    "KH&CN": "Khoa học và Công nghệ",
    "KHCN": "Khoa học và Công nghệ",
    "KH&ĐT": "Kế hoạch và Đầu tư",
    "KH-ĐT": "Kế hoạch và Đầu tư",
    "LĐ-TB&XH": "Lao động - Thương binh và Xã hội",
    "LĐTB&XH": "Lao động - Thương binh và Xã hội",
    "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
    "TN&MT": "Tài nguyên và Môi trường",
    "TT&TT": "Thông tin và Truyền thông",
    "TTTT": "Thông tin và Truyền thông",
    "VH,TT&DL": "Văn hóa, Thể thao và Du lịch",
    "VHTT&DL": "Văn hóa, Thể thao và Du lịch",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch",
}


def spelt_out(name: str) -> str:
    """``name`` with the abbreviated field of a ministry in words: ``Sở GTVT`` is ``Sở Giao thông vận tải``."""
    head, _, rest = name.partition(" ")
    short, blank, place = rest.partition(" ")
    return f"{head} {_SHORT_FORMS[short]}{blank}{place}" if short in _SHORT_FORMS else name


@cache
def fixed_name() -> re.Pattern[str]:
    """Names that end where a list of names says: ministries, national bodies."""
    return re.compile(rf"(?:Văn phòng )?Bộ (?:{_MINISTRIES})(?!\w)|(?:{_NATIONAL})(?!\w)")


@cache
def local_name() -> re.Pattern[str]:
    """Agencies that exist in every province, up to the words that say in which."""
    return re.compile(rf"(?:{_LOCAL})(?!\w)")


@cache
def open_head() -> re.Pattern[str]:
    """The words with which names begin whose further words no list has, before a capital: ``Cục``, not ``Cục diện``."""
    return re.compile(rf"(?:{_OPEN})(?=[ \xa0](?:{CAPITAL}|[0-9]))")


@cache
def unit_word() -> re.Pattern[str]:
    """A blank and the word for an administrative unit."""
    return re.compile(rf"[ \xa0]({UNIT})(?:[ \xa0](?:[ủu][ỷy]|[Đđ]oàn))?(?!\w)")


@cache
def units_word() -> re.Pattern[str]:
    """``các tỉnh``, ``hai tỉnh`` before the names of several provinces."""
    return re.compile(r"[ \xa0](?:các|hai|ba|bốn|năm|sáu|[2-9]) ((?:tỉnh|thành phố)(?:, thành phố)?)[ \xa0]")


@cache
def several_behind() -> re.Pattern[str]:
    """Words behind the kind of an agency which tell that several of that kind are meant: ``UBND các xã``."""
    count = r"(?:các|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|[0-9]{1,3})"
    return re.compile(rf"[ \xa0]{count}[ \xa0](?:địa phương|{UNIT})(?!\w)")


@cache
def listed_province() -> re.Pattern[str]:
    """A province in a list of several."""
    return re.compile(rf"(?:,|[ \xa0]và|[ \xa0]-)?[ \xa0]?({PROVINCE})(?!\w)")


@cache
def within_name() -> re.Pattern[str]:
    """The next words of a name that belong together, behind a blank, a comma or ``và``."""
    return re.compile(
        rf"(?:[ \xa0]|,[ \xa0](?=chống|chữa|cứu|an toàn)|[ \xa0]và[ \xa0])(?:{_JOINED_WITHIN}|{_WITHIN}|chống"
        rf"|chữa cháy|xây dựng(?=$|\W*$|[,.;:)(]|[ \xa0](?:{_NOT_WITHIN}|và)[ \xa0]))(?!\w)",
        re.IGNORECASE,
    )


@cache
def behind_name() -> re.Pattern[str]:
    """A word in lower-case letters that is no part of a name."""
    return re.compile(rf"[ \xa0](?:{_NOT_WITHIN}|và)(?!\w)")
