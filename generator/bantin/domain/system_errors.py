"""Vietnamese translations of the reasons that the system, SQLite, TLS and JSON decoders give in English only.

System tools translate them by locale; Python never does, and the language of a bulletin is not that of the machine.
"""

import errno
import os
import re
from collections.abc import Mapping

_BY_NUMBER: Mapping[int, str] = {
    errno.EPERM: "hệ thống không cho phép",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EIO: "lỗi đọc ghi đĩa",
    errno.E2BIG: "quá nhiều đối số",
    errno.EBADF: "tệp đã đóng",
    errno.EAGAIN: "tạm thời chưa dùng được, hãy thử lại",
    errno.ENOMEM: "không đủ bộ nhớ",
    errno.EACCES: "không có quyền truy cập",
    errno.EBUSY: "đang được chương trình khác dùng",
    errno.EEXIST: "đã có tệp hoặc thư mục này",
    errno.EXDEV: "hai nơi thuộc hai ổ đĩa khác nhau",
    errno.ENODEV: "không có thiết bị này",
    errno.ENOTDIR: "không phải thư mục",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.EINVAL: "giá trị không hợp lệ",
    errno.ENFILE: "hệ thống đang mở quá nhiều tệp",
    errno.EMFILE: "chương trình đang mở quá nhiều tệp",
    errno.ETXTBSY: "tệp chương trình đang chạy",
    errno.EFBIG: "tệp quá lớn",
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EMLINK: "quá nhiều liên kết",
    errno.EPIPE: "bên nhận đã đóng",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.ELOOP: "liên kết tượng trưng vòng quanh",
    errno.EDQUOT: "đã dùng hết hạn mức đĩa",
    errno.EADDRINUSE: "địa chỉ này đang được chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
    errno.EAFNOSUPPORT: "loại địa chỉ này không được hỗ trợ",
    errno.ENETDOWN: "mạng đang ngắt",
    errno.ENETUNREACH: "không có đường mạng tới đó",
    errno.ECONNABORTED: "kết nối bị hủy",
    errno.ECONNRESET: "bên kia đã ngắt kết nối",
    errno.ENOTCONN: "chưa kết nối",
    errno.ETIMEDOUT: "quá thời gian chờ",
    errno.ECONNREFUSED: "máy chủ từ chối kết nối",
    errno.EHOSTDOWN: "máy chủ không hoạt động",
    errno.EHOSTUNREACH: "không có đường mạng tới máy chủ",
    errno.EOPNOTSUPP: "hệ thống không hỗ trợ việc này",
    errno.ENOSYS: "hệ thống không hỗ trợ việc này",
    errno.ESTALE: "tệp trên ổ đĩa mạng không còn",
}
# Name resolution, timeouts and TLS report words without an error number.
_BY_WORDS: Mapping[str, str] = {
    "timed out": "quá thời gian chờ",
    "The read operation timed out": "quá thời gian chờ khi đọc",
    "The handshake operation timed out": "quá thời gian chờ khi bắt tay TLS",
    "Name or service not known": "không tìm thấy máy chủ có tên này",
    "nodename nor servname provided, or not known": "không tìm thấy máy chủ có tên này",
    "No address associated with hostname": "tên máy chủ này không có địa chỉ",
    "Temporary failure in name resolution": "tạm thời không tra được tên máy chủ",
    "Non-recoverable failure in name resolution": "không tra được tên máy chủ",
    "Remote end closed connection without response": "máy chủ đóng kết nối mà không trả lời",
    "no answer": "không có trả lời",
    # From SQLite.
    "file is not a database": "tệp không phải là cơ sở dữ liệu",
    "unable to open database file": "không mở được tệp cơ sở dữ liệu",
    "database is locked": "cơ sở dữ liệu đang được chương trình khác dùng",
    "database disk image is malformed": "cơ sở dữ liệu bị hỏng",
    "database or disk is full": "hết chỗ trên đĩa",
    "disk I/O error": "lỗi đọc ghi đĩa",
    "attempt to write a readonly database": "cơ sở dữ liệu chỉ cho đọc",
    # From the visitor counter.
    "the file was made by another version of Bantin": "tệp do một phiên bản Bantin khác tạo ra",
    "more hits are waiting than can be written": "số lượt xem đang chờ nhiều hơn mức ghi kịp",
    "the thread that writes was ended": "tiến trình ghi đã bị dừng",
    "the Redis server must have “appendonly yes” and “appendfsync always”": (
        "máy chủ Redis phải đặt “appendonly yes” và “appendfsync always”"
    ),
    "Input data was truncated": "dữ liệu bị cắt ngang",
}
# Reasons that contain a name, a number or a place.
_FORMS: tuple[tuple[str, str], ...] = (
    (r"JSON is malformed: .*\(byte (\d+)\)", r"JSON sai cú pháp ở byte \1"),
    (r"Object missing required field `([^`]+)`(?: - at `([^`]+)`)?", r"thiếu mục “\1”"),
    (r"Expected `([^`]+)`, got `([^`]+)`(?: - at `([^`]+)`)?", r"cần kiểu \1 nhưng là \2"),
    (r"Invalid RFC3339 encoded datetime.*", r"thời điểm không đúng dạng RFC 3339"),
    (r"no such table: (.+)", r"cơ sở dữ liệu không có bảng \1"),
    (r"(\S+): (\d+) views, (\d+) by page", r"\1: \2 lượt xem, tính theo trang là \3"),
    # From Jinja.
    (r"(\w+) has no “([^”]+)”", r"\1 không có “\2”"),
    (r"(?:No (\w+) named|Encountered unknown tag) '([^']+)'\.(?: .*)?", r"không có thẻ hoặc bộ lọc “\2”"),
    (r"[Uu]nexpected end of template.*", r"mẫu kết thúc khi chưa đóng hết các thẻ"),
    (r"unexpected '(.+)'", r"không hiểu “\1”"),
    (r"Expected an expression, got 'end of .*'", r"thiếu biểu thức trước chỗ đóng thẻ"),
    (r"(?:Expected an expression|expected token '[^']+'), got '(.+)'", r"không hiểu “\1” ở đây"),
    (r"> (\d+) redirects", r"quá \1 lần chuyển hướng"),
    (r"(?:\[SSL[^\]]*\] )?certificate verify failed.*", r"chứng thư của máy chủ không được tin cậy"),
)
_VIETNAMESE: Mapping[str, str] = {**_BY_WORDS, **{os.strerror(number): words for number, words in _BY_NUMBER.items()}}
_NUMBERED = re.compile(r"^\[Errno -?\d+\] (?P<words>[^:]+)(?P<where>: .*)?$", re.DOTALL)


def reason_of(error: BaseException) -> str:
    """The reason why something failed, in English; for a system error, the message of the system."""
    return (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__


def in_vietnamese(reason: str) -> str:
    """Translates ``reason`` into Vietnamese; an unknown one is returned unchanged."""
    numbered = _NUMBERED.match(reason)
    if numbered and numbered["words"] in _VIETNAMESE:
        return f"{_VIETNAMESE[numbered['words']]}{numbered['where'] or ''}"
    for form, vietnamese in _FORMS:
        found = re.fullmatch(form, reason, re.DOTALL)
        if found:
            return found.expand(vietnamese)
    return _VIETNAMESE.get(reason, reason)
