"""What each kind of task is called, and how it is done."""

from msgspec import Struct

from bantin.domain.model import Label
from bantin.todo.tasks import TaskKind


class TaskWords(Struct, frozen=True):
    """The heading of a kind of task, and a sentence on how to do it."""

    heading: Label
    advice: Label


TITLE = Label("Việc cần làm", "To do")
MORE = Label("… và {more} việc nữa.", "… and {more} more.")
NOTHING = Label("Không có việc nào.", "There is nothing to do.")
TURN = Label("đến lượt: {agency}", "turn of: {agency}")
NOW = Label("nay là {agency}", "now {agency}")
WORDS: dict[TaskKind, TaskWords] = {
    TaskKind.OVERDUE: TaskWords(
        Label("Đã quá ngày sơ kết, tổng kết", "Reviews overdue"),
        Label(
            "Nếu đã tổ chức, ghi vào “events”: {kind: reviewed, on: …}; nếu chưa, sửa “review: next”.",
            "If it was held, write {kind: reviewed, on: …} under “events”; if not, mend “review: next”.",
        ),
    ),
    TaskKind.TERM: TaskWords(
        Label("Sắp hết hiệu lực", "Terms that end soon"),
        Label(
            "Hỏi các bên có gia hạn không; nếu có, ghi vào “events”: {kind: extended, on: …, until: …}.",
            "Ask the parties; if they extend it, write {kind: extended, on: …, until: …} under “events”.",
        ),
    ),
    TaskKind.REVIEW: TaskWords(
        Label("Sắp đến kỳ sơ kết, tổng kết", "Reviews due soon"),
        Label("Nhắc cơ quan đến lượt chủ trì.", "Remind the agency whose turn it is to chair."),
    ),
    TaskKind.UNANNOUNCED: TaskWords(
        Label("Đã ký nhưng chưa công khai", "Signed, but not public yet"),
        Label("Hoàn thiện rồi xóa dòng “draft: true”.", "Finish it, and remove the line “draft: true”."),
    ),
    TaskKind.DRAFT: TaskWords(
        Label("Bản nháp đang chờ", "Drafts that wait"),
        Label("Hoàn thiện rồi xóa dòng “draft: true”.", "Finish it, and remove the line “draft: true”."),
    ),
    TaskKind.GUESSES: TaskWords(
        Label("Chỗ máy đoán chờ xác nhận", "Guesses to confirm"),
        Label(
            "So với lời của nguồn: bantin import review", "Compare with the words of the source: bantin import review"
        ),
    ),
    TaskKind.TEXT: TaskWords(
        Label("Công khai nhưng chưa đăng toàn văn", "Public, but the text is missing"),
        Label(
            "Đưa toàn văn vào tệp, hoặc đính kèm bản ký trong “documents”.",
            "Put the text into the file, or the signed copy under “documents”.",
        ),
    ),
    TaskKind.CHECKSUM: TaskWords(
        Label("Bản ký chưa ghi mã SHA-256", "Signed copies without SHA-256"),
        Label(
            "Đối chiếu với bản gốc rồi ghi trong “documents”, thay cho tên tệp.",
            "Compare with the original, and write this under “documents” in place of the file name.",
        ),
    ),
    TaskKind.LINK: TaskWords(
        Label("Liên kết không còn", "Dead links"),
        Label("Trỏ đến địa chỉ mới, hoặc bỏ liên kết.", "Link to the new address, or remove the link."),
    ),
}
