"""Problems with the files that say how an old portal is read: recipes, and lists of old addresses."""

from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR

BAD_SELECTOR = Kind(
    "bad-selector",
    _E,
    Wording(
        "“{value}” is not a CSS selector.",
        "Write the element or the class that holds it, such as .noi-dung or #tieu-de.",
    ),
    Wording(
        "“{value}” không phải là bộ chọn CSS.",
        "Hãy ghi phần tử hoặc lớp chứa nội dung đó, ví dụ .noi-dung hoặc #tieu-de.",
    ),
)
BAD_ADDRESS_PATTERN = Kind(
    "bad-address-pattern",
    _E,
    Wording(
        "“{value}” is no pattern of file names: parts in braces need names of their own, and other characters between.",
        "Write the name of a saved file with braces where names differ: tin-{{so}}.html.",
    ),
    Wording(
        "“{value}” không dùng làm mẫu tên tệp được: mỗi phần trong ngoặc nhọn cần một tên riêng và có ký tự ngăn cách.",
        "Hãy ghi tên một tệp đã lưu, thay phần khác nhau bằng ngoặc nhọn: tin-{{so}}.html.",
    ),
)
BAD_OLD_ADDRESS = Kind(
    "bad-old-address",
    _E,
    Wording(
        "“{value}” is not the address of a page on the old portal.",
        "Write its path and query, beginning with “/”: /Pages/tin-tuc.aspx?ItemID=18746.",
    ),
    Wording(
        "“{value}” không phải là địa chỉ của một trang trên cổng cũ.",
        "Hãy ghi đường dẫn cùng phần sau dấu “?”, bắt đầu bằng “/”: /Pages/tin-tuc.aspx?ItemID=18746.",
    ),
)
UNKNOWN_PART = Kind(
    "unknown-address-part",
    _E,
    Wording("“{value}” is not a part of “{file}”.", "Use the names that stand in braces there."),
    Wording("“{value}” không có trong “{file}”.", "Hãy dùng các tên trong ngoặc nhọn ở đó."),
)
NOT_TWO_PARTS = Kind(
    "no-old-address",
    _E,
    Wording(
        "This line does not have the name of a file and its old address.",
        "Write both on one line with a tab or a comma between them.",
    ),
    Wording(
        "Dòng này không có đủ tên tệp và địa chỉ cũ.",
        "Hãy ghi cả hai trên một dòng, cách nhau bằng dấu tab hoặc dấu phẩy.",
    ),
)
LISTED_TWICE = Kind(
    "file-listed-twice",
    _E,
    Wording("“{value}” has two old addresses; the other is on line {line}.", "Keep one of the two lines."),
    Wording("“{value}” có hai địa chỉ cũ; dòng kia là dòng {line}.", "Hãy giữ lại một trong hai dòng."),
)
