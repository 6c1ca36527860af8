"""What can be wrong between one file and another."""

from generator.errors import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

_IN_VOCABULARY = (
    "Declare it in vocabulary.yml, or correct the id.",
    "Hãy khai báo trong vocabulary.yml hoặc sửa lại mã.",
)


def _unknown(what: str, en: str, vi: str, declare: tuple[str, str]) -> tuple[Kind, Kind]:
    """The rule that an id must be declared: how to say so when some known id is near, and when none is."""
    messages = f"There is no {en} with the id “{{id}}”.", f"Không có {vi} nào mang mã “{{id}}”."
    near = "Did you mean “{near}”?", "Có phải ý bạn là “{near}”?"
    with_near, without = (Kind(f"unknown-{what}", _E, *map(Wording, messages, hints)) for hints in (near, declare))
    return with_near, without


UNKNOWN_AGENCY = _unknown(
    "agency",
    "agency",
    "cơ quan",
    (
        "Declare it: make a file content/agencies/{id}.yml with a line “name: …”.",
        "Hãy khai báo cơ quan: tạo tệp content/agencies/{id}.yml có dòng “name: …”.",
    ),
)
UNKNOWN_TYPE = _unknown("type", "type of document", "loại văn bản", _IN_VOCABULARY)
UNKNOWN_FIELD = _unknown("field", "field", "lĩnh vực", _IN_VOCABULARY)
UNKNOWN_SECTION = _unknown(
    "section",
    "section",
    "chuyên mục",
    ("Declare it under “sections:” in site.yml.", "Hãy khai báo dưới “sections:” trong site.yml."),
)
UNKNOWN_RECORD = _unknown(
    "record",
    "record",
    "bản ghi",
    (
        "A record's id is “agreement: id:”, or the file name of its article; for other documents use “external:”.",
        "Mã bản ghi là “agreement: id:” hoặc tên tệp bài viết; văn bản bên ngoài thì dùng “external:”.",
    ),
)
DUPLICATE_RECORD = Kind(
    "duplicate-record",
    _E,
    Wording("The record id “{id}” is already taken by {other}.", "Give one of the two its own “agreement: id:”."),
    Wording("Mã bản ghi “{id}” đã được dùng trong {other}.", "Hãy đặt “agreement: id:” khác cho một trong hai."),
)
AGENCY_CYCLE = Kind(
    "agency-cycle",
    _E,
    Wording("The agency stands above itself: {chain}.", "Correct one “parent”."),
    Wording("Cơ quan nằm trên chính nó: {chain}.", "Hãy sửa lại một mục “parent”."),
)
NO_SUCH_FILE = Kind(
    "no-such-file",
    _E,
    Wording("There is no file {path}.", "Put it there, or correct the name; capital letters count."),
    Wording("Không có tệp {path}.", "Hãy đặt tệp vào đó hoặc sửa lại tên; chữ hoa khác chữ thường."),
)
OLD_OFFICE_FILE = Kind(
    "old-office-file",
    _E,
    Wording(
        "A file {suffix}, of Office 97–2003, cannot be looked into before it is published.",
        "Open it, save it as {better} or PDF, and name that file here.",
    ),
    Wording(
        "Tệp {suffix} (Office 97–2003) không kiểm tra được bên trong trước khi đăng.",
        "Hãy mở ra, lưu lại thành {better} hoặc PDF, rồi ghi tên tệp mới ở đây.",
    ),
)
BAD_FILE_TYPE = Kind(
    "bad-file-type",
    _E,
    Wording("A file “{suffix}” cannot be published here.", "Use one of: {allowed}."),
    Wording("Không đăng được tệp “{suffix}” ở đây.", "Hãy dùng một trong: {allowed}."),
)
WRONG_SUM = Kind(
    "checksum-mismatch",
    _E,
    Wording("The file's SHA-256 is {actual}, not the one stated.", "Check that this is the signed file."),
    Wording("Mã SHA-256 của tệp là {actual}, khác với mã đã ghi.", "Hãy kiểm tra đây có đúng là bản đã ký."),
)
