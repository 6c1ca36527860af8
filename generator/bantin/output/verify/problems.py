"""Differences between a published site and its receipt."""

from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR

NO_RECEIPT = Kind(
    "no-receipt",
    _E,
    Wording("There is no receipt here.", "Check the address; a receipt kept elsewhere is given with --receipt FILE."),
    Wording("Ở đây không có biên nhận.", "Hãy kiểm tra địa chỉ; nếu giữ biên nhận ở nơi khác, thêm --receipt TỆP."),
)
BAD_RECEIPT = Kind(
    "bad-receipt",
    _E,
    Wording("This is not a receipt as Bantin writes it: {reason}.", "Nothing was checked. Do not trust who gave it."),
    Wording(
        "Đây không phải là biên nhận do Bantin viết: {reason}.",
        "Chưa đối chiếu gì cả. Đừng tin nơi đã đưa ra biên nhận này.",
    ),
)
CHANGED = Kind(
    "file-changed",
    _E,
    Wording(
        "This is not what was published here.",
        "Build and deploy it again, which makes it good: bantin deploy --to TARGET --verify. Find out what changed it.",
    ),
    Wording(
        "Nội dung ở đây không đúng như khi xuất bản.",
        "Hãy dựng và triển khai lại để đưa về đúng: bantin deploy --to ĐÍCH --verify; rồi tìm xem vì sao bị thay đổi.",
    ),
)
MISSING = Kind(
    "file-missing",
    _E,
    Wording(
        "What was published here is gone.",
        "Build and deploy it again, which puts it back: bantin deploy --to TARGET --verify.",
    ),
    Wording(
        "Nội dung đã xuất bản ở đây không còn.",
        "Hãy dựng và triển khai lại để khôi phục: bantin deploy --to ĐÍCH --verify.",
    ),
)
EXTRA = Kind(
    "file-extra",
    _E,
    Wording(
        "This file is not in the receipt.",
        "Remove it by hand, unless you know who put it here and why: deploying leaves alone what others have put here.",
    ),
    Wording(
        "Tệp này không có trong biên nhận.",
        "Hãy tự xóa đi, trừ khi biết rõ ai đặt vào và để làm gì: lệnh triển khai không đụng đến tệp do người khác đặt.",
    ),
)
REFUSED = Kind(
    "not-served",
    _E,
    Wording("The server answers with status {status}.", "Try again later, or ask who runs it."),
    Wording("Máy chủ trả lời với mã {status}.", "Hãy thử lại sau, hoặc hỏi nơi quản lý máy chủ."),
)
ELSEWHERE = Kind(
    "redirected-elsewhere",
    _E,
    Wording("The server leads to another site: {address}.", "If the site has moved there, check it there."),
    Wording("Máy chủ dẫn sang trang khác: {address}.", "Nếu trang đã chuyển đến đó, hãy đối chiếu ở đó."),
)
UNREACHABLE = Kind(
    "unreachable",
    _E,
    Wording("The server cannot be reached: {reason}.", "Check the address and the network. The rest was not checked."),
    Wording("Không kết nối được máy chủ: {reason}.", "Hãy kiểm tra địa chỉ và mạng. Phần còn lại chưa được đối chiếu."),
)
