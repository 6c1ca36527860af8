"""Problems with pages that were public and are not any more."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

AGENCY_GONE = Kind(
    "agency-gone",
    _E,
    Wording(
        "The agency “{id}” is not in the bulletin any more ({file}).",
        "Write the id of the agency that is meant. An agency that signed something stays in the bulletin; if it was "
        "merged or renamed, give “successors” or “former_names” in its file instead of “gone”.",
    ),
    Wording(
        "Cơ quan “{id}” đã được gỡ khỏi bản tin ({file}).",
        "Hãy ghi mã của cơ quan đúng. Cơ quan đã ký văn bản thì vẫn phải có trong bản tin; nếu cơ quan đó đã sáp nhập "
        "hoặc đổi tên, hãy ghi “successors” hoặc “former_names” trong tệp của cơ quan đó thay cho “gone”.",
    ),
)
REPLACED_BY_ITSELF = Kind(
    "replaced-by-itself",
    _E,
    Wording(
        "The page is said to be replaced by itself.",
        "Write the id or the file of what is in its place, or leave the line out if nothing is.",
    ),
    Wording(
        "Trang được ghi là thay bằng chính nó.",
        "Hãy ghi mã hoặc tệp của nội dung thay thế; nếu không có gì thay thế thì xóa dòng này.",
    ),
)
REPLACED_BY_GONE = Kind(
    "replaced-by-gone",
    _W,
    Wording(
        "What is to replace this page is not there any more either ({file}).",
        "Write what is in its place now, or leave the line out.",
    ),
    Wording(
        "Nội dung thay thế cho trang này cũng đã được gỡ ({file}).",
        "Hãy ghi nội dung hiện nay thay thế, hoặc xóa dòng này.",
    ),
)
REPLACED = Kind(
    "reference-to-replaced",
    _W,
    Wording(
        "“{id}” is not on the site any more, and something is in its place: readers are led to a page that says so.",
        "If the new one is meant, write: {mended}.",
    ),
    Wording(
        "“{id}” đã được gỡ và có nội dung thay thế: bạn đọc sẽ được đưa đến trang báo đã gỡ.",
        "Nếu muốn nói đến nội dung mới, hãy ghi: {mended}.",
    ),
)
