"""Texts of the desk: why it refuses something, and what the form shows of changes."""

from bantin.domain.model import Label

NOT_SIGNED_IN = Label(
    "Chưa đăng nhập: máy chủ của cơ quan không cho biết ai đang dùng. Hãy mở bàn biên tập qua cổng đăng nhập của cơ "
    "quan.",
    "Not signed in: the agency's server did not say who is there. Open the desk through the agency's sign-in.",
)
SESSION_ENDED = Label(
    "Phiên làm việc đã hết. Hãy đăng nhập lại; nội dung trong biểu mẫu vẫn còn.",
    "The session has ended. Sign in again; what is in the form is kept.",
)
WRONG_HOST = Label("Bàn biên tập chỉ mở tại {address}", "The desk is open at {address} only")
OTHER_ORIGIN = Label(
    "Yêu cầu đến từ một trang khác, không phải bàn biên tập.", "The request comes from another site than the desk."
)
NOT_FOUND = Label("Không có {what}.", "There is no {what}.")
BAD_REQUEST = Label("Không hiểu yêu cầu.", "The request makes no sense.")
NOT_PUBLISHER = Label(
    "Chỉ người có quyền đăng mới làm được việc này ({publishers}). Hãy gửi duyệt.",
    "Only those who may publish can do this ({publishers}). Send it for review.",
)
NOBODY = Label("chưa ghi ai trong site.yml", "nobody is named in site.yml")
BAD_PATH = Label(
    "Không lưu được vào “{path}”: bàn biên tập chỉ ghi bài, văn bản, cơ quan, trang, ảnh và tài liệu trong content/.",
    "“{path}” cannot be saved: the desk only writes articles, agreements, agencies, pages, photos and documents in "
    "content/.",
)
TOO_LARGE = Label("Tệp “{path}” quá lớn: nhiều nhất {most} MB.", "The file “{path}” is too large: at most {most} MB.")
TOO_MANY = Label("Lưu nhiều nhất {most} tệp một lần.", "At most {most} files are saved at once.")
NOT_TEXT = Label("Tệp “{path}” không phải văn bản UTF-8.", "The file “{path}” is not UTF-8 text.")
EXISTS = Label(
    "Đã có tệp “{path}”, có thể do người khác vừa lưu. Chưa ghi gì. Hãy tải lại trang, hoặc đổi tên của mục mới.",
    "There is a file “{path}” already; somebody may have just saved it. Nothing was written. Load the page again, or "
    "give the new entry another name.",
)
MISSING = Label(
    "Tệp “{path}” không còn nữa: có người đã xóa hoặc đổi tên. Chưa ghi gì. Hãy tải lại trang.",
    "The file “{path}” is not there any more: somebody has deleted or renamed it. Nothing was written. Load the page "
    "again.",
)
CHANGED = Label(
    "“{path}” đã được {name} sửa sau khi biểu mẫu này được mở. Chưa ghi gì, để không đè lên bản ấy. Hãy chép "
    "lại phần đã viết, tải lại trang rồi sửa tiếp.",
    "{name} has changed “{path}” since this form was opened. Nothing was written, so that nothing is lost. Copy what "
    "you wrote, load the page again, and go on.",
)
OPENED_UNKNOWN = Label(
    "Biểu mẫu không cho biết “{path}” lúc được mở ra sao, nên không lưu được. Hãy tải lại trang.",
    "The form does not say how “{path}” was when it was opened, so it cannot be saved. Load the page again.",
)
BRANCH_EXISTS = Label("Đã có thay đổi đang chờ cho mục này.", "A change of this entry is waiting already.")
BRANCH_IN_USE = Label(
    "Thay đổi này còn đang chờ, nên không xóa được.", "This change is still waiting, so it cannot be deleted."
)
MOVED = Label(
    "Có người vừa lưu cùng lúc. Chưa ghi gì; hãy lưu lại lần nữa.",
    "Somebody saved at the same moment. Nothing was written; save once more.",
)
CHANGED_SINCE_READ = Label(
    "Thay đổi này đã được sửa sau khi được mở ra xem. Hãy tải lại trang, đọc lại rồi mới đăng.",
    "This change was edited after it was opened here. Load the page again and read it before publishing.",
)
CONFLICT = Label(
    "Không ghép được: cùng một chỗ trong {paths} đã được sửa trong bản tin. Chưa đăng gì. Hãy mở lại mục, chép phần "
    "đã viết, bỏ thay đổi này và sửa lại trên bản mới.",
    "This cannot be merged: the same place in {paths} was changed in the bulletin. Nothing was published. Copy what "
    "was written, discard this change, and make it again.",
)
UNCOMMITTED = Label(
    "Trong thư mục bản tin trên máy chủ có tệp đang sửa mà chưa commit, trùng với thay đổi này ({reason}). Chưa ghi "
    "gì. Hãy báo người quản trị.",
    "The bulletin's folder on the server has uncommitted edits of the same files ({reason}). Nothing was written. Tell "
    "the administrator.",
)
FAILED = Label(
    "Máy chủ không làm được: {reason}. Chưa chắc đã ghi; hãy tải lại trang để xem.",
    "The server could not do it: {reason}. Load the page again to see whether it was written.",
)
NOT_READY = Label(
    "Thay đổi này chưa được duyệt (“Sẵn sàng”). Người có quyền đăng phải duyệt trước.",
    "This change is not marked as ready. Somebody who may publish has to approve it first.",
)
HAS_PROBLEMS = Label(
    "Chưa đăng được, vì còn lỗi: {problems}", "It cannot be published yet, because of errors: {problems}"
)
