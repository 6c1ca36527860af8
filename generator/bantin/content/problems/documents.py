"""Problems with the documents of a bulletin, their signatures, and the roots that these are checked against."""

from bantin.domain.problems import Kind, Severity, Wording

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
        "This line bears the stamp of a state secret: “{level}”.",
        "Take the text out of the content, and out of its history; a text that only speaks of the stamp has it in "
        "quotes in a sentence: the stamp “{level}”.",
    ),
    Wording(
        "Dòng này có dấu độ mật: “{level}”.",
        "Hãy đưa nội dung ra khỏi thư mục và lịch sử lưu trữ; nếu chỉ nói về con dấu, hãy viết trong câu và để trong "
        "ngoặc kép: dấu “{level}”.",
    ),
)
DAMAGED_DOCUMENT = Kind(
    "damaged-document",
    _E,
    Wording("The file is damaged: it cannot be read.", "Copy it again from where it came, or save it anew."),
    Wording("Tệp bị hỏng: không đọc được.", "Hãy chép lại từ bản gốc, hoặc lưu lại."),
)
ENCRYPTED_DOCUMENT = Kind(
    "encrypted-document",
    _E,
    Wording("The file is protected: it cannot be read without a password.", "Save it without a password."),
    Wording("Tệp được bảo vệ: không có mật khẩu thì không đọc được.", "Hãy lưu lại, bỏ mật khẩu."),
)
COSTLY_DOCUMENT = Kind(
    "costly-document",
    _E,
    Wording(
        "The file takes more time or memory to read than a document should.",
        "Save it anew as PDF, or split it; do not publish a file that you were sent by strangers.",
    ),
    Wording(
        "Đọc tệp này tốn thời gian hoặc bộ nhớ quá mức của một văn bản.",
        "Hãy lưu lại thành PDF, hoặc chia nhỏ; không đăng tệp do người lạ gửi.",
    ),
)
EMPTY = Kind(
    "empty-file",
    _E,
    Wording("The file is empty: it has 0 bytes.", "Copy it again from where it came."),
    Wording("Tệp rỗng: 0 byte.", "Hãy chép lại từ bản gốc."),
)
WRONG_FORM = Kind(
    "wrong-file-type",
    _E,
    Wording(
        "The file is not what its name says; what is in it: {form}.",
        "Save it again in the form that its name says, or name it for what it is.",
    ),
    Wording(
        "Tệp không đúng với đuôi tên; bên trong là: {form}.",
        "Hãy lưu lại đúng dạng như đuôi tệp, hoặc đặt đuôi tệp đúng với nội dung.",
    ),
)
UNREAD_PART = Kind(
    "unreadable-part",
    _E,
    Wording(
        "What is in this part of the file cannot be looked into: {part}",
        "Take it out, or save it in another form (.docx, .xlsx, PDF): only what was looked through is published.",
    ),
    Wording(
        "Không xem được bên trong phần này của tệp: {part}",
        "Hãy bỏ phần đó ra, hoặc lưu thành dạng khác (.docx, .xlsx, PDF): chỉ đăng những gì đã kiểm tra được.",
    ),
)
COMMENTS = Kind(
    "document-comments",
    _E,
    Wording(
        "Comments of those who worked on the file are still in it ({count}); anybody could read them.",
        "Delete all of them (in Word: Review, Delete, Delete All Comments) and save; or publish a clean PDF.",
    ),
    Wording(
        "Trong tệp còn {count} nhận xét (comment) của người soạn; ai tải về cũng đọc được.",
        "Hãy xóa hết (Word: Review, Delete, Delete All Comments) rồi lưu; hoặc đăng bản PDF sạch.",
    ),
)
TRACKED_CHANGES = Kind(
    "document-changes",
    _E,
    Wording(
        "Tracked changes are still in the file ({count}): what was deleted can be read, and by whom.",
        "Accept all of them (in Word: Review, Accept All Changes and Stop Tracking) and save; or publish a clean PDF.",
    ),
    Wording(
        "Trong tệp còn {count} chỗ theo dõi sửa đổi (Track Changes): đọc được phần đã xóa và tên người sửa.",
        "Hãy chấp nhận hết (Word: “Review”, “Accept All Changes and Stop Tracking”) rồi lưu; hoặc đăng bản PDF sạch.",
    ),
)
HIDDEN = Kind(
    "document-hidden",
    _W,
    Wording(
        "There are hidden texts or sheets in the file; anybody can make them visible.",
        "Delete them, or show them (in Word and Excel: File, Info, Inspect Document), and save.",
    ),
    Wording(
        "Trong tệp có phần chữ hoặc trang tính bị ẩn; ai tải về cũng mở ra xem được.",
        "Hãy xóa hoặc cho hiện ra (Word, Excel: File, Info, Inspect Document) rồi lưu.",
    ),
)
AUTHORS = Kind(
    "document-author",
    _W,
    Wording(
        "The file says who wrote or saved it: {names}",
        "Take it out (in Word and Excel: File, Info, Inspect Document, Document Properties, Remove All) and save; or "
        "publish a PDF.",
    ),
    Wording(
        "Tệp ghi tên người hoặc đơn vị đã soạn, lưu tệp: {names}",
        "Hãy xóa đi (Word, Excel: File, Info, Inspect Document, Document Properties, Remove All) rồi lưu; hoặc đăng "
        "bản PDF.",
    ),
)
STAMPED_DOCUMENT = Kind(
    "secrecy-stamp",
    _E,
    Wording(
        "The file bears the stamp of a state secret: “{level}”.",
        "Take the file out of the content, and out of its history; it must not be published.",
    ),
    Wording(
        "Tệp có dấu độ mật: “{level}”.",
        "Hãy đưa tệp ra khỏi thư mục nội dung và lịch sử lưu trữ; không được đăng.",
    ),
)
STAMPED_PART = Kind(
    "secrecy-stamp",
    _E,
    Wording(
        "The file bears the stamp of a state secret, “{level}”, in {part}.",
        "Take the file out of the content, and out of its history; it must not be published.",
    ),
    Wording(
        "Tệp có dấu độ mật “{level}” trong {part}.",
        "Hãy đưa tệp ra khỏi thư mục nội dung và lịch sử lưu trữ; không được đăng.",
    ),
)
STAMPED_NAME = Kind(
    "secrecy-stamp",
    _E,
    Wording(
        "The name of the file is the stamp of a state secret: “{level}”.",
        "Take the file out of the content, and out of its history; if it is none, give it another name.",
    ),
    Wording(
        "Tên tệp là dấu độ mật: “{level}”.",
        "Hãy đưa tệp ra khỏi thư mục nội dung và lịch sử lưu trữ; nếu không phải văn bản mật, hãy đặt tên khác.",
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
SIDECAR_HEAD = Kind(
    "machine-text-head",
    _E,
    Wording(
        "The first line does not say from which PDF a machine has read this text.",
        "It must be as an import writes it: {example} A text by people is attached under a name that does not "
        "end in “.pdf.txt”.",
    ),
    Wording(
        "Dòng đầu không cho biết máy đã đọc văn bản này từ tệp PDF nào.",
        "Dòng đầu phải đúng như khi nhập: {example} Văn bản do người soạn thì đặt tên khác, không kết thúc "
        "bằng “.pdf.txt”.",
    ),
)
SIDECAR_PAGE = Kind(
    "machine-text-page",
    _E,
    Wording(
        "This line does not begin a page of the text that a machine has read: “{line}”.",
        "Write “=== trang 3 · độ tin cậy 91%”, or “=== trang 3 · đã sửa” for a page that you have corrected; each page "
        "stands once, in its order.",
    ),
    Wording(
        "Dòng này không mở đầu được một trang của văn bản do máy đọc: “{line}”.",
        "Hãy viết “=== trang 3 · độ tin cậy 91%”, hoặc “=== trang 3 · đã sửa” nếu đã sửa trang đó; mỗi trang ghi một "
        "lần, theo thứ tự.",
    ),
)
SIDECAR_WITHOUT_PDF = Kind(
    "machine-text-without-pdf",
    _W,
    Wording(
        "The PDF that a machine has read this text from is not beside it: {name}",
        "Put the two files into one folder, or delete this one.",
    ),
    Wording(
        "Bên cạnh không có tệp PDF mà máy đã đọc ra văn bản này: {name}",
        "Hãy để hai tệp trong cùng một thư mục, hoặc xóa tệp này.",
    ),
)
SIDECAR_OF_OTHER_PDF = Kind(
    "machine-text-of-other-pdf",
    _W,
    Wording(
        "{name} has changed since a machine has read it; this text is not searched.",
        "Import the PDF again, or put back the one that was read.",
    ),
    Wording(
        "{name} đã thay đổi sau khi máy đọc; văn bản này không được dùng để tìm kiếm.",
        "Hãy nhập lại tệp PDF, hoặc trả lại đúng tệp đã đọc.",
    ),
)
