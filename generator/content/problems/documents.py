"""What can be wrong with the documents of a bulletin, the signatures in them and the roots to check these against."""

from generator.errors import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

NOT_A_PDF = Kind(
    "not-a-pdf",
    _E,
    Wording("The file is called a PDF but is none.", "Export it as PDF, or name it for what it is."),
    Wording("Tệp có đuôi .pdf nhưng không phải là PDF.", "Hãy xuất lại thành PDF, hoặc đặt đúng đuôi tệp."),
)
DAMAGED = Kind(
    "damaged-pdf",
    _E,
    Wording("The PDF is damaged: its pages cannot be read.", "Copy it again from where it came, or scan it anew."),
    Wording("Tệp PDF bị hỏng: không đọc được các trang.", "Hãy chép lại từ bản gốc, hoặc quét lại."),
)
ENCRYPTED = Kind(
    "encrypted-pdf",
    _E,
    Wording("The PDF is protected: it cannot be read without a password.", "Save it without protection."),
    Wording("Tệp PDF được bảo vệ: không có mật khẩu thì không đọc được.", "Hãy lưu lại, bỏ bảo vệ bằng mật khẩu."),
)
TOO_COSTLY = Kind(
    "costly-pdf",
    _E,
    Wording(
        "The PDF takes more time or memory to read than a document should.",
        "Print it to a new PDF, or split it; do not publish a file that you were sent by strangers.",
    ),
    Wording(
        "Đọc tệp PDF này tốn thời gian hoặc bộ nhớ quá mức của một văn bản.",
        "Hãy in lại thành PDF mới, hoặc chia nhỏ; không đăng tệp do người lạ gửi.",
    ),
)
STAMPED = Kind(
    "secrecy-stamp",
    _E,
    Wording(
        "Page {page} bears the stamp of a state secret: “{level}”.",
        "Take the file out of the content, and out of its history; it must not be published.",
    ),
    Wording(
        "Trang {page} có dấu độ mật: “{level}”.",
        "Hãy đưa tệp ra khỏi thư mục nội dung và lịch sử lưu trữ; không được đăng.",
    ),
)
STAMPED_TEXT = Kind(
    "secrecy-stamp",
    _E,
    Wording(
        "This line is the stamp of a state secret: “{level}”.",
        "Take the text out of the content, and out of its history; if it is no stamp, put it into a sentence.",
    ),
    Wording(
        "Dòng này là dấu độ mật: “{level}”.",
        "Hãy đưa nội dung ra khỏi thư mục và lịch sử lưu trữ; nếu không phải dấu, hãy viết vào trong câu.",
    ),
)
EXTRA_MISSING = Kind(
    "signatures-not-checked",
    _W,
    Wording(
        "The PDF is digitally signed; what checks signatures is not installed, and readers will be told so.",
        "Install it: pip install pyhanko pyhanko-certvalidator",
    ),
    Wording(
        "Tệp PDF có chữ ký số nhưng chưa cài phần kiểm tra; trang sẽ ghi là chưa kiểm tra.",
        "Hãy cài thêm: pip install pyhanko pyhanko-certvalidator",
    ),
)
SIGNATURES_UNREADABLE = Kind(
    "signatures-not-checked",
    _W,
    Wording(
        "The PDF has a digital signature of a kind that cannot be read, and readers will be told that it is unchecked.",
        "Ask who signed it for a signature by PAdES, or leave it so.",
    ),
    Wording(
        "Tệp PDF có chữ ký số không đọc được; trang sẽ ghi là chưa kiểm tra.",
        "Hãy đề nghị bên ký dùng chữ ký theo PAdES, hoặc để nguyên như vậy.",
    ),
)
NOT_INTACT = Kind(
    "signature-not-intact",
    _W,
    Wording(
        "The PDF is not as “{signer}” signed it, and readers will be told so.",
        "Get the file from those who signed it; a signed PDF must not be opened and saved again.",
    ),
    Wording(
        "Tệp PDF không còn như khi “{signer}” ký; trang sẽ ghi rõ điều này.",
        "Hãy lấy lại tệp từ bên ký; không mở tệp đã ký rồi lưu lại.",
    ),
)
BAD_ROOT = Kind(
    "bad-trusted-root",
    _E,
    Wording(
        "The file {path} holds no certificate of an authority.",
        "It must be the root certificate of the authority, as PEM or DER (.pem, .crt, .cer).",
    ),
    Wording(
        "Tệp {path} không có chứng thư số của tổ chức chứng thực.",
        "Tệp phải là chứng thư gốc của tổ chức, dạng PEM hoặc DER (.pem, .crt, .cer).",
    ),
)
